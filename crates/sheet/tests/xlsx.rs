//! Workbooks made here, read back: what every kind of cell and every hidden thing becomes.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use portflow_domain::timestamp::Timestamp;
use portflow_domain::workbook::{Cell, Sheet, Visibility, Workbook};
use portflow_sheet::{Column, Limits, TableHead, WriteError, read, write_table, write_tables};
use rust_xlsxwriter as xlsx;
use std::io::Read;

fn read_back(book: &mut xlsx::Workbook) -> Workbook {
    read(&book.save_to_buffer().unwrap(), "book.xlsx", &Limits::default()).unwrap()
}

fn text(text: &str) -> Cell {
    Cell::Text(text.into())
}

fn created() -> Timestamp {
    Timestamp::new(
        NaiveDate::from_ymd_opt(2026, 11, 21)
            .unwrap()
            .and_hms_opt(8, 0, 0)
            .unwrap()
            .and_utc(),
    )
}

fn written(head: &TableHead, rows: Vec<Vec<Cell>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_table(&mut bytes, head, rows, created()).unwrap();
    bytes
}

fn only_sheet(bytes: &[u8]) -> Sheet {
    read(bytes, "out.xlsx", &Limits::default())
        .unwrap()
        .sheets
        .remove(0)
}

#[test]
fn rows_have_the_numbers_that_excel_shows() {
    let mut book = xlsx::Workbook::new();
    book.add_worksheet().write(2, 1, "DID").unwrap();
    let sheet = &read_back(&mut book).sheets[0];
    assert_eq!(sheet.rows, [vec![], vec![], vec![Cell::Empty, text("DID")]]);
}

#[test]
fn every_kind_of_cell_is_kept() {
    let mut book = xlsx::Workbook::new();
    let sheet = book.add_worksheet();
    let date = xlsx::Format::new().set_num_format("yyyy-mm-dd");
    sheet.write(0, 0, "+12145550101").unwrap();
    sheet.write(0, 1, 12_145_550_101_f64).unwrap();
    sheet.write(0, 2, true).unwrap();
    let foc = xlsx::ExcelDateTime::from_ymd(2026, 11, 30).unwrap();
    sheet.write_with_format(0, 3, &foc, &date).unwrap();
    sheet
        .write_formula(0, 4, xlsx::Formula::new("=A1").set_result("Dallas"))
        .unwrap();
    sheet
        .write_formula(0, 5, xlsx::Formula::new("=#REF!").set_result("#REF!"))
        .unwrap();
    sheet
        .write_number_with_format(0, 6, 2_145_550_101_f64, &date)
        .unwrap();
    let sheet = &read_back(&mut book).sheets[0];
    let foc = NaiveDate::from_ymd_opt(2026, 11, 30)
        .unwrap()
        .and_hms_opt(0, 0, 0)
        .unwrap();
    let expected = vec![
        text("+12145550101"),
        Cell::Number(12_145_550_101.0),
        Cell::Bool(true),
        Cell::Date(foc),
        text("Dallas"),
        Cell::Error("#REF!".into()),
        Cell::Number(2_145_550_101.0),
    ];
    assert_eq!(sheet.rows, [expected]);
    assert_eq!(sheet.formula_cells, [(0, 4), (0, 5)]);
}

#[test]
fn a_formula_that_gives_empty_text_has_a_value() {
    let mut book = xlsx::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "x").unwrap();
    sheet
        .write_formula(0, 1, xlsx::Formula::new("=IF(A1=\"x\",\"\",1)").set_result(""))
        .unwrap();
    let sheet = &read_back(&mut book).sheets[0];
    assert_eq!(sheet.formula_cells, [(0, 1)]);
    assert_eq!(sheet.formulas_without_value, []);
}

#[test]
fn a_number_shown_in_scientific_notation_is_exact() {
    let mut book = xlsx::Workbook::new();
    let scientific = xlsx::Format::new().set_num_format("0.00E+00");
    book.add_worksheet()
        .write_with_format(0, 0, 12_145_550_101_f64, &scientific)
        .unwrap();
    assert_eq!(
        read_back(&mut book).sheets[0].rows,
        [[Cell::Number(12_145_550_101.0)]]
    );
}

#[test]
fn hidden_and_merged_things_are_reported() {
    let mut book = xlsx::Workbook::new();
    let sheet = book.add_worksheet();
    let plain = xlsx::Format::new();
    sheet.merge_range(0, 0, 0, 3, "Users", &plain).unwrap();
    sheet.write(4, 0, "below").unwrap();
    sheet.set_row_hidden(2).unwrap();
    sheet.set_column_hidden(1).unwrap().set_column_hidden(2).unwrap();
    book.add_worksheet().set_hidden(true).write(0, 0, "x").unwrap();
    book.add_worksheet()
        .set_very_hidden(true)
        .write(0, 0, "x")
        .unwrap();
    let sheets = read_back(&mut book).sheets;
    assert_eq!(sheets[0].merged, [(0, 0, 0, 3)]);
    assert_eq!(sheets[0].hidden_rows, [3]);
    assert_eq!(sheets[0].hidden_columns, [1, 2]);
    let visibility: Vec<_> = sheets.iter().map(|sheet| sheet.visibility).collect();
    assert_eq!(
        visibility,
        [Visibility::Visible, Visibility::Hidden, Visibility::VeryHidden]
    );
}

#[test]
fn the_date_system_of_1904_is_understood() {
    let bytes = include_bytes!("fixtures/bad/date-system-1904.xlsx");
    let foc = NaiveDate::from_ymd_opt(2026, 11, 30)
        .unwrap()
        .and_hms_opt(0, 0, 0)
        .unwrap();
    assert!(only_sheet(bytes).rows[1].contains(&Cell::Date(foc)));
}

#[test]
fn formula_like_text_comes_back_unchanged_and_is_no_formula() {
    let dangerous = [
        "=1+1",
        "+12145550101",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "=cmd|' /C calc'!A0",
        "_x000D_",
        " a ",
    ];
    let rows: Vec<Vec<Cell>> = dangerous.iter().map(|value| vec![text(value)]).collect();
    let head = TableHead {
        sheet_name: "Numbers".to_owned(),
        columns: vec![Column::new("=Header")],
        ..TableHead::default()
    };
    let sheet = only_sheet(&written(&head, rows.clone()));
    assert_eq!(sheet.rows[0], [text("=Header")]);
    assert_eq!(sheet.rows[1..], rows);
    assert_eq!(sheet.formula_cells, []);
}

#[test]
fn a_written_table_keeps_its_titles_and_types_and_is_byte_stable() {
    let foc = NaiveDate::from_ymd_opt(2027, 2, 9)
        .unwrap()
        .and_hms_opt(10, 0, 0)
        .unwrap();
    let row = vec![
        text("+12145550101"),
        Cell::Empty,
        Cell::Number(3.5),
        Cell::Bool(false),
        Cell::Date(foc),
    ];
    let head = TableHead {
        sheet_name: "Port request".to_owned(),
        title_rows: vec![vec![text("Order"), text("PO-1")], vec![]],
        columns: ["Number", "Extension", "Price", "Billing", "FOC"]
            .map(Column::new)
            .to_vec(),
    };
    let bytes = written(&head, vec![row.clone()]);
    let sheet = only_sheet(&bytes);
    assert_eq!(sheet.name, "Port request");
    assert_eq!(sheet.rows[0], head.title_rows[0]);
    assert_eq!(sheet.rows[2][1], text("Extension"));
    assert_eq!(sheet.rows[3], row);
    assert_eq!(bytes, written(&head, vec![row]));
}

#[test]
fn text_that_excel_would_cut_is_refused() {
    let rows = vec![vec![text(&"x".repeat(32_768))]];
    let head = TableHead {
        sheet_name: "S".to_owned(),
        ..TableHead::default()
    };
    let error = write_table(Vec::new(), &head, rows, created()).unwrap_err();
    assert!(matches!(error, WriteError::TextTooLong { row: 2 }), "{error}");
}

#[test]
fn several_tables_are_sheets_with_choices_below_their_heads() {
    let table = |name: &str, choices: &[&str]| {
        let decision = Column {
            choices: choices.iter().map(|it| (*it).to_owned()).collect(),
            ..Column::new("Decision")
        };
        let head = TableHead {
            sheet_name: name.to_owned(),
            title_rows: Vec::new(),
            columns: vec![Column::new("Number"), decision],
        };
        (
            head,
            vec![vec![text("=1+1")], vec![text("+12145550101"), text("Port")]],
        )
    };
    let tables = [table("Numbers", &["Port", "Keep"]), table("People", &[])];
    let mut bytes = Vec::new();
    write_tables(&mut bytes, &tables, created()).unwrap();
    let workbook = read(&bytes, "out.xlsx", &Limits::default()).unwrap();
    let names: Vec<_> = workbook.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Numbers", "People"]);
    for sheet in &workbook.sheets {
        assert_eq!(sheet.rows[1], [text("=1+1")]);
        assert_eq!(sheet.rows[2], [text("+12145550101"), text("Port")]);
    }
    let rules = |sheet: &str| {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
        let mut file = archive.by_name(&format!("xl/worksheets/{sheet}.xml")).unwrap();
        let mut xml = String::new();
        file.read_to_string(&mut xml).unwrap();
        assert!(!xml.contains("<f>"), "text is no formula");
        xml.split_once("<dataValidations")
            .map(|(_, rules)| rules.to_owned())
    };
    let rule = rules("sheet1").unwrap();
    assert!(
        rule.contains("sqref=\"B2:B3\"") && rule.contains("Port,Keep"),
        "{rule}"
    );
    assert_eq!(rules("sheet2"), None);
}
