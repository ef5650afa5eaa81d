//! Every format, read from a file of that format: its cells and what stands around them.
//!
//! `fixtures/formats/users.xls` was written by a script with the Python library xlwt: a merged title, dates
//! since 1904, a hidden row and column, hidden sheets, and three hundred texts that spill over the records of
//! their table. `users.xlsb` was put together from its records as [MS-XLSB] lays them out: a zip with
//! `workbook.bin` (BrtWbProp, two BrtBundleSh), `styles.bin` (a BrtFmt `yyyy\-mm\-dd` and two BrtXF after a
//! BrtCellStyleXFs of another kind), `sharedStrings.bin` and two sheets with one record of each kind of cell.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::{Cursor, Write};
use std::path::PathBuf;

use calamine::{Data, Reader};
use chrono::NaiveDate;
use portflow_domain::workbook::{Cell, Sheet, Visibility, Workbook};
use portflow_sheet::{Limits, read};
use zip::write::{SimpleFileOptions, ZipWriter};

fn bytes(path: &str) -> Vec<u8> {
    std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn read_file(path: &str) -> Workbook {
    read(&bytes(path), path, &Limits::default()).unwrap()
}

fn text(text: &str) -> Cell {
    Cell::Text(text.into())
}

fn error(text: &str) -> Cell {
    Cell::Error(text.into())
}

fn date(year: i32, month: u32, day: u32) -> Cell {
    let day = NaiveDate::from_ymd_opt(year, month, day).unwrap();
    Cell::Date(day.and_hms_opt(0, 0, 0).unwrap())
}

/// The names of the sheets and whether they show.
fn tabs(workbook: &Workbook) -> Vec<(&str, Visibility)> {
    workbook
        .sheets
        .iter()
        .map(|sheet| (sheet.name.as_str(), sheet.visibility))
        .collect()
}

#[test]
fn an_old_workbook_of_a_telephone_system() {
    let workbook = read_file("../../tests/fixtures/imports/legacy-telecom-inventory.xls");
    assert_eq!(workbook.format, "xls");
    let rows = &workbook.sheets[0].rows;
    let expected = [
        Cell::Number(101.0),
        text("MÜLLER"),
        text("ZOË"),
        Cell::Number(2_145_550_101.0),
        Cell::Number(4_100.0),
        date(2009, 3, 2),
    ];
    assert_eq!(rows[3], expected);
    assert_eq!(rows[4][0], text("0102"));
    assert_eq!(workbook.sheets[0].formula_cells, [(8, 3)]);
    assert_eq!(workbook.sheets[1].rows, Vec::<Vec<Cell>>::new());
}

#[test]
fn an_old_workbook_with_hidden_and_merged_things() {
    let workbook = read_file("tests/fixtures/formats/users.xls");
    let tabs = tabs(&workbook);
    let expected = [
        ("Users", Visibility::Visible),
        ("Old", Visibility::Hidden),
        ("Lookups", Visibility::VeryHidden),
    ];
    assert_eq!(tabs, expected);
    let sheet = &workbook.sheets[0];
    assert_eq!(sheet.merged, [(0, 0, 0, 3)]);
    assert_eq!(sheet.hidden_rows, [3]);
    assert_eq!(sheet.hidden_columns, [2]);
    assert_eq!(sheet.formula_cells, [(3, 3)]);
    let row = [
        text("zoe@example.com"),
        Cell::Number(12_145_550_101.0),
        date(2026, 11, 30),
        Cell::Bool(true),
    ];
    assert_eq!(sheet.rows[2], row);
    assert_eq!(sheet.rows[3][4], error("#REF!"));
    assert_eq!(
        sheet.rows[4],
        [text(&"x".repeat(5_000)), text(&"ж".repeat(5_000)), text("end")]
    );
    assert_eq!(sheet.rows[304], [text(&"Zoë 299 ".repeat(6))]);
}

#[test]
fn a_binary_workbook() {
    let workbook = read_file("tests/fixtures/formats/users.xlsb");
    assert_eq!(workbook.format, "xlsb");
    let expected = [
        ("Users", Visibility::Visible),
        ("Lookups", Visibility::VeryHidden),
    ];
    assert_eq!(tabs(&workbook), expected);
    let sheet = Sheet {
        name: "Users".to_owned(),
        rows: vec![
            vec![text("UPN"), text("Number"), text("FOC")],
            vec![],
            vec![text("Zoë"), Cell::Number(12_145_550_101.0), date(2026, 11, 30)],
            vec![
                text("Ana"),
                text("+12145550102"),
                Cell::Bool(true),
                error("#REF!"),
            ],
            vec![text("rich"), Cell::Number(7.0)],
            vec![text("calc"), Cell::Number(2.5), Cell::Bool(false), error("#N/A")],
        ],
        hidden_rows: vec![3],
        hidden_columns: vec![2],
        merged: vec![(0, 2, 0, 3)],
        formula_cells: vec![(5, 0), (5, 1), (5, 2), (5, 3)],
        ..Sheet::default()
    };
    assert_eq!(workbook.sheets[0], sheet);
}

/// Compares with another reader of the same bytes every cell but the dates, which it gives as numbers.
fn compare<R: Reader<Cursor<Vec<u8>>>>(path: &str)
where
    R::Error: std::fmt::Debug,
{
    let mut other = R::new(Cursor::new(bytes(path))).unwrap();
    let mut compared = 0;
    for sheet in read_file(path).sheets {
        let range = other.worksheet_range(&sheet.name).unwrap();
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let (row, column) = (row as u32 + top, column as u32 + left);
            if matches!(value, Data::DateTime(_) | Data::DateTimeIso(_)) || value.to_string().is_empty() {
                continue;
            }
            let found = &sheet.rows[row as usize][column as usize];
            let shown = value.to_string();
            assert!(
                shown.eq_ignore_ascii_case(&found.display()),
                "{path} {row} {column}: {shown}"
            );
            compared += 1;
        }
    }
    assert!(compared > 10, "{path}: {compared} cells");
}

#[test]
fn another_reader_finds_the_same_cells() {
    compare::<calamine::Xls<_>>("tests/fixtures/formats/users.xls");
    compare::<calamine::Xls<_>>("../../tests/fixtures/imports/legacy-telecom-inventory.xls");
    compare::<calamine::Xlsb<_>>("tests/fixtures/formats/users.xlsb");
    compare::<calamine::Ods<_>>("../../tests/fixtures/imports/site-survey.ods");
}

#[test]
fn an_opendocument_spreadsheet_of_a_site_survey() {
    let workbook = read_file("../../tests/fixtures/imports/site-survey.ods");
    assert_eq!(workbook.format, "ods");
    let names: Vec<&str> = workbook.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "1. Sites",
            "2. Call Queues",
            "3. Auto Attendants",
            "4. Common Area"
        ]
    );
    let queues = &workbook.sheets[1];
    assert_eq!(queues.merged, [(0, 0, 0, 2), (0, 3, 0, 6)]);
    assert_eq!(queues.rows[3][3], text("Ana Nunez\nSiobhan O'Brien"));
    assert_eq!(workbook.sheets[0].rows[4][5], Cell::Number(4_695_550_190.0));
}

/// An OpenDocument spreadsheet with these tables.
fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c">
        <office:automatic-styles><style:style style:name="ta2" style:family="table">
        <style:table-properties table:display="false"/></style:style></office:automatic-styles>
        <office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    );
    let parts = [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest/>"),
        ("content.xml", &content),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn an_opendocument_spreadsheet_with_everything() {
    let tables = r#"<table:table table:name="Users" table:style-name="ta1">
        <table:table-column table:number-columns-repeated="2"/>
        <table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>
        <table:table-row table:number-rows-repeated="2" table:visibility="filter">
          <table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>a<text:s text:c="2"/>b &amp; <text:span>c</text:span></text:p><office:annotation><text:p>secret</text:p></office:annotation><text:p>d</text:p></table:table-cell>
        </table:table-row>
        <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:table-row>
          <table:table-cell office:value-type="float" office:value="2.145550101E9" table:number-columns-spanned="2"><text:p>2,15E+09</text:p></table:table-cell><table:covered-table-cell/>
          <table:table-cell office:value-type="date" office:date-value="2026-11-30"><text:p>30.11.26</text:p></table:table-cell>
          <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>
          <table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>
          <table:table-cell table:formula="of:=[.A1]"/>
          <table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string"/>
        </table:table-row>
        <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        </table:table>
        <table:table table:name="Old" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>"#;
    let workbook = read(&ods(tables), "a.ods", &Limits::default()).unwrap();
    let expected = [("Users", Visibility::Visible), ("Old", Visibility::Hidden)];
    assert_eq!(tabs(&workbook), expected);
    let sheet = &workbook.sheets[0];
    let repeated = vec![text("a  b & c\nd"), text("a  b & c\nd")];
    let values = vec![
        Cell::Number(2_145_550_101.0),
        Cell::Empty,
        date(2026, 11, 30),
        Cell::Bool(true),
        error("#DIV/0!"),
        Cell::Empty,
        Cell::Empty,
    ];
    assert_eq!(
        sheet.rows,
        [repeated.clone(), repeated, vec![], vec![], vec![], values]
    );
    assert_eq!(sheet.hidden_rows, [1, 2]);
    assert_eq!(sheet.hidden_columns, [2, 3]);
    assert_eq!(sheet.merged, [(5, 0, 5, 1)]);
    assert_eq!(sheet.formula_cells, [(5, 4), (5, 5), (5, 6)]);
    assert_eq!(sheet.formulas_without_value, [(5, 5)]);
}

#[test]
fn a_workbook_with_macros_is_told_apart_and_its_macros_are_not_read() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write(0, 0, "Number").unwrap();
    let bytes = Cursor::new(book.save_to_buffer().unwrap());
    let mut zip = ZipWriter::new_append(bytes).unwrap();
    zip.start_file("xl/vbaProject.bin", SimpleFileOptions::default())
        .unwrap();
    zip.write_all(b"not a project").unwrap();
    let bytes = zip.finish().unwrap().into_inner();
    let workbook = read(&bytes, "a.xlsm", &Limits::default()).unwrap();
    assert_eq!(workbook.format, "xlsm");
    assert_eq!(workbook.sheets[0].rows, [[text("Number")]]);
}

#[test]
fn encodings_and_delimiters_of_exports() {
    let expected = [
        ("entra-users.csv", "utf-8-bom", ','),
        ("excel-sep-line-tab.csv", "utf-8-bom", '\t'),
        ("german-excel-semicolon-cp1252.csv", "windows-1252", ';'),
        ("sfb-get-csuser.csv", "utf-16le-bom", ','),
        ("utf16le-semicolon.csv", "utf-16le-bom", ';'),
        ("avaya-ipdect-users.csv", "utf-8", ';'),
        ("avaya-ipoffice-users-noheader.csv", "windows-1252", ','),
        ("asterisk-master-cdr.csv", "utf-8", ','),
        ("cisco-cucm-phone-export.csv", "utf-8", ','),
        ("webex-control-hub-users.csv", "utf-8-bom", ','),
    ];
    for (name, encoding, delimiter) in expected {
        let workbook = read_file(&format!("../../tests/fixtures/imports/{name}"));
        assert_eq!(workbook.encoding.as_deref(), Some(encoding), "{name}");
        assert_eq!(workbook.delimiter, Some(delimiter), "{name}");
    }
}
