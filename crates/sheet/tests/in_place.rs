//! A carrier's own workbook filled in: the values stand where they were named, everything else is as it was, and what
//! would be damaged is refused.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use chrono::NaiveDate;
use portflow_domain::porting::request_sheet::{FilledWorkbook, SheetValue};
use portflow_sheet::{FillError, Limits, fill_workbook, read};
use rust_xlsxwriter::{DataValidation, Format, FormatBorder, Image, Note, Workbook};
use zip::ZipArchive;

/// One transparent dot.
const PNG: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0,
    0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, b'I', b'D', b'A', b'T', 0x78, 0x9c, 0x62, 0,
    1, 0, 0, 5, 0, 1, 0x0d, 0x0a, 0x2d, 0xb4, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

/// A form with a picture, merged cells, a list of choices, a note, a formula, a second sheet and a footer in row 12.
fn form() -> Vec<u8> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let framed = Format::new().set_border(FormatBorder::Thin);
    let dated = Format::new()
        .set_num_format("mm/dd/yyyy")
        .set_border(FormatBorder::Thin);
    let sheet = book.add_worksheet();
    sheet.set_name("Form & list").unwrap();
    sheet.merge_range(0, 0, 0, 3, "Port request", &bold).unwrap();
    sheet.set_column_width(1, 31.0).unwrap();
    sheet.set_row_height(0, 40.0).unwrap();
    sheet.write_with_format(1, 0, "Company", &bold).unwrap();
    sheet.write_with_format(1, 1, "enter the name", &framed).unwrap();
    sheet.write_with_format(2, 0, "Due date", &bold).unwrap();
    sheet.write_blank(2, 1, &dated).unwrap();
    sheet.write(3, 0, "Signed on").unwrap();
    sheet.write_formula(3, 1, "=COUNTA(B7:B11)").unwrap();
    sheet.merge_range(4, 1, 4, 2, "", &framed).unwrap();
    for (column, title) in ["#", "TN", "Name"].into_iter().enumerate() {
        sheet.write_with_format(5, column as u16, title, &bold).unwrap();
    }
    for row in 6..9 {
        sheet.write(row, 0, row - 5).unwrap();
        sheet.write_blank(row, 1, &framed).unwrap();
    }
    sheet.write(11, 1, "Signature").unwrap();
    let choices = DataValidation::new()
        .allow_list_strings(&["Full", "Partial"])
        .unwrap();
    sheet.add_data_validation(2, 3, 2, 3, &choices).unwrap();
    sheet.insert_note(1, 1, &Note::new("As on the bill")).unwrap();
    sheet
        .insert_image(0, 4, &Image::new_from_buffer(PNG).unwrap())
        .unwrap();
    book.add_worksheet()
        .set_name("Rules")
        .unwrap()
        .write(0, 0, "Keep me")
        .unwrap();
    book.save_to_buffer().unwrap()
}

fn text(text: &str) -> SheetValue {
    SheetValue::Text(text.to_owned())
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 2, 9).unwrap()
}

fn filled(cells: Vec<((usize, usize), SheetValue)>, rows: usize) -> FilledWorkbook {
    let row = |n: usize| {
        vec![
            text(&format!("21455501{n:02}")),
            text(["=1+1", "+A1", "-x", "@x"][n % 4]),
        ]
    };
    FilledWorkbook {
        sheet: "Form & list".to_owned(),
        cells,
        first_row: 6,
        columns: vec![1, 2],
        rows: (0..rows).map(row).collect(),
    }
}

fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        parts.insert(part.name().unwrap().into_owned(), bytes);
    }
    parts
}

/// The sheet as lines of text.
fn dump(bytes: &[u8]) -> Vec<String> {
    let book = read(bytes, "form.xlsx", &Limits::default()).unwrap();
    let row = |row: &Vec<portflow_domain::workbook::Cell>| {
        let cells: Vec<_> = row.iter().map(portflow_domain::workbook::Cell::display).collect();
        cells.join(" | ")
    };
    book.sheets[0].rows.iter().map(row).collect()
}

#[test]
fn values_stand_where_they_were_named_and_text_stays_text() {
    let cells = vec![
        ((1, 1), text("Müller & <Sons> _x0041_ \u{7}\"")),
        ((2, 1), SheetValue::Date(day())),
        ((2, 2), SheetValue::Date(day())),
        ((4, 1), SheetValue::Number(5.0)),
    ];
    let out = fill_workbook(&form(), &filled(cells, 5)).unwrap();
    assert_eq!(
        dump(&out),
        [
            "Port request",
            "Company | Müller & <Sons> _x0041_ \"",
            "Due date | 2027-02-09 | 2027-02-09",
            "Signed on | 0",
            " | 5",
            "# | TN | Name",
            "1 | 2145550100 | =1+1",
            "2 | 2145550101 | +A1",
            "3 | 2145550102 | -x",
            " | 2145550103 | @x",
            " | 2145550104 | =1+1",
            " | Signature",
        ]
    );
    let sheet = String::from_utf8(parts(&out)["xl/worksheets/sheet1.xml"].clone()).unwrap();
    assert_eq!(
        sheet.matches("<f>").count(),
        1,
        "the form's own formula and no other"
    );
    let date = sheet.split("r=\"B3\"").nth(1).unwrap();
    assert!(
        date.contains("<v>46427</v>") && !date[..20].contains("inlineStr"),
        "a date where the form shows dates"
    );
    let style = |cell: &str| {
        sheet
            .split(&format!("r=\"{cell}\" s=\""))
            .nth(1)
            .map(|it| it[..1].to_owned())
    };
    assert!(style("B7").is_some());
    assert_eq!(style("B11"), style("B7"), "a new row looks like the first");
}

#[test]
fn everything_else_is_as_it_was() {
    let (before, ask) = (form(), filled(vec![((1, 1), text("Example"))], 2));
    let out = fill_workbook(&before, &ask).unwrap();
    assert!(
        out == fill_workbook(&before, &ask).unwrap(),
        "the same bytes again"
    );
    let (before, after) = (parts(&before), parts(&out));
    assert_eq!(
        before.keys().collect::<Vec<_>>(),
        after.keys().collect::<Vec<_>>()
    );
    for needed in [
        "xl/media/image1.png",
        "xl/drawings/drawing1.xml",
        "xl/comments1.xml",
        "xl/styles.xml",
    ] {
        assert!(before.contains_key(needed), "the form has {needed}");
    }
    let changed: Vec<_> = before
        .iter()
        .filter(|(name, bytes)| after[*name] != **bytes)
        .map(|it| it.0.as_str())
        .collect();
    assert_eq!(changed, ["xl/workbook.xml", "xl/worksheets/sheet1.xml"]);
    let sheet = String::from_utf8(after["xl/worksheets/sheet1.xml"].clone()).unwrap();
    for kept in [
        "<mergeCell ref=\"A1:D1\"/>",
        "<dataValidation ",
        "<drawing ",
        "<legacyDrawing ",
        "<cols>",
        "customHeight=\"1\"",
    ] {
        assert!(sheet.contains(kept), "{kept}");
    }
    let book = String::from_utf8(after["xl/workbook.xml"].clone()).unwrap();
    assert!(book.contains("<calcPr fullCalcOnLoad=\"1\""), "{book}");
    assert_eq!(book.matches("fullCalcOnLoad").count(), 1);
}

#[test]
fn an_empty_fact_takes_the_hint_away_and_an_empty_order_leaves_the_table() {
    let out = fill_workbook(&form(), &filled(vec![((1, 1), SheetValue::Empty)], 0)).unwrap();
    assert_eq!(dump(&out)[1], "Company");
    assert_eq!(dump(&out)[6..], dump(&form())[6..]);
}

#[test]
fn what_would_be_damaged_is_refused_with_the_cell() {
    let cell = |row, column| filled(vec![((row, column), text("x"))], 0);
    let cases = [
        (cell(3, 1), "Cell B4 holds a formula; name another cell."),
        (
            cell(4, 2),
            "Cell C5 is hidden behind the merged cell B5; name that one.",
        ),
        (
            filled(Vec::new(), 6),
            "The table has room for 5 rows and the order has 6: cell B12 is in the way.",
        ),
        (
            FilledWorkbook {
                sheet: "Elsewhere".to_owned(),
                ..cell(1, 1)
            },
            "The workbook has no sheet 'Elsewhere' with cells.",
        ),
        (
            filled(vec![((1, 1), text(&"x".repeat(32_768)))], 0),
            "The text for cell B2 is longer than a cell can hold.",
        ),
    ];
    for (filled, why) in cases {
        assert_eq!(fill_workbook(&form(), &filled).unwrap_err().to_string(), why);
    }
    for bytes in [&b"PK\x03\x04"[..], b"a,b\r\n", &[0xd0, 0xcf, 0x11, 0xe0]] {
        assert_eq!(fill_workbook(bytes, &cell(1, 1)), Err(FillError::NoWorkbook));
    }
}

/// The form with its parts changed.
fn altered(change: impl Fn(&str, String) -> String, more: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, bytes) in parts(&form()) {
        zip.start_file(&*name, options).unwrap();
        match String::from_utf8(bytes) {
            Ok(text) => zip.write_all(change(&name, text).as_bytes()).unwrap(),
            Err(binary) => zip.write_all(binary.as_bytes()).unwrap(),
        }
    }
    for (name, text) in more {
        zip.start_file(*name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_signed_or_damaged_workbook_is_refused() {
    let ask = filled(vec![((1, 1), text("x"))], 1);
    let signed = altered(|_, text| text, &[("_xmlsignatures/sig1.xml", "<Signature/>")]);
    assert_eq!(fill_workbook(&signed, &ask), Err(FillError::Signed));
    let in_sheet = |from: &'static str, to: &'static str| {
        altered(
            move |name, text| {
                if name.ends_with("sheet1.xml") {
                    text.replace(from, to)
                } else {
                    text
                }
            },
            &[],
        )
    };
    for (from, to) in [
        ("<sheetData>", "<other>"),
        ("r=\"B2\"", "r=\"B9\""),
        ("<row r=\"2\"", "<row r=\"90\""),
    ] {
        let error = fill_workbook(&in_sheet(from, to), &ask).unwrap_err();
        assert!(matches!(error, FillError::Damaged(_)), "{from}: {error}");
    }
}

#[test]
fn workbooks_of_other_programs_are_filled_alike() {
    // Names with a prefix, as the Open XML SDK writes them; an empty sheet; a file that counts days from 1904.
    let bare = r#"<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData/></x:worksheet>"#;
    let other = altered(
        |name, text| match name {
            "xl/worksheets/sheet1.xml" => bare.to_owned(),
            "xl/worksheets/_rels/sheet1.xml.rels" => text,
            "xl/workbook.xml" => text.replace("<workbookPr ", "<workbookPr date1904=\"1\" "),
            _ => text,
        },
        &[],
    );
    let out = fill_workbook(&other, &filled(vec![((1, 1), text("Example"))], 2)).unwrap();
    assert_eq!(dump(&out)[1], " | Example");
    assert_eq!(dump(&out)[7], " | 2145550101 | +A1");
    let sheet = String::from_utf8(parts(&out)["xl/worksheets/sheet1.xml"].clone()).unwrap();
    assert!(
        sheet.contains("<x:sheetData><x:row r=\"2\"><x:c r=\"B2\""),
        "{sheet}"
    );
}
