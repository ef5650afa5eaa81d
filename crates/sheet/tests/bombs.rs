//! Small files that unpack to large ones: refused by weight, before the spreadsheet library sees them.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::{Cursor, Write};

use portflow_sheet::{Limits, read};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

const SHEET_HEAD: &str =
    r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#;

/// A workbook with one sheet and the given parts.
fn workbook(sheet: &[u8], shared_strings: &[u8]) -> Vec<u8> {
    packed(SimpleFileOptions::default(), sheet, shared_strings)
}

fn packed(options: SimpleFileOptions, sheet: &[u8], shared_strings: &[u8]) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let book = format!(
        r#"<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#
    );
    let root = format!(
        r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let parts = format!(
        r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let entries: [(&str, &[u8]); 5] = [
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", parts.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", shared_strings),
    ];
    for (name, bytes) in entries {
        zip.start_file(name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn code(bytes: &[u8]) -> &'static str {
    read(bytes, "bomb.xlsx", &Limits::default()).map_or_else(|error| error.code(), |_| "ok")
}

fn rows(count: usize) -> Vec<u8> {
    let row = "<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>".repeat(count);
    format!("{SHEET_HEAD}{row}</sheetData></worksheet>").into_bytes()
}

const NO_STRINGS: &[u8] = b"<sst/>";

#[test]
fn a_small_sheet_of_this_shape_is_read() {
    assert_eq!(code(&workbook(&rows(3), NO_STRINGS)), "ok");
}

#[test]
fn a_sheet_of_nuls_expands_too_much() {
    assert_eq!(
        code(&workbook(&vec![0; 17 << 20], NO_STRINGS)),
        "expands_too_much"
    );
}

#[test]
fn a_huge_shared_string_expands_too_much() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(17 << 20));
    assert_eq!(code(&workbook(&rows(1), strings.as_bytes())), "expands_too_much");
}

#[test]
fn a_text_without_end_is_too_large_even_where_it_does_not_compress() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(17 << 20));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let bytes = packed(stored, &rows(1), strings.as_bytes());
    assert_eq!(code(&bytes), "too_large");
}

#[test]
fn one_long_text_in_many_cells_is_counted_each_time() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(30_000));
    let row = "<row><c t=\"s\"><v>0</v></c></row>".repeat(20_000);
    let sheet = format!("{SHEET_HEAD}{row}</sheetData></worksheet>");
    assert_eq!(code(&workbook(sheet.as_bytes(), strings.as_bytes())), "too_large");
}

#[test]
fn hidden_columns_named_over_and_over_are_kept_once() {
    let columns = "<col min=\"1\" max=\"16384\" hidden=\"1\"/>".repeat(1_000);
    let sheet = String::from_utf8(rows(1)).unwrap();
    let sheet = sheet.replace("<sheetData>", &format!("<cols>{columns}</cols><sheetData>"));
    let bytes = workbook(sheet.as_bytes(), NO_STRINGS);
    let sheet = read(&bytes, "a.xlsx", &Limits::default())
        .unwrap()
        .sheets
        .remove(0);
    assert_eq!(sheet.hidden_columns.len(), 16_384);
}

#[test]
fn a_shared_string_table_that_claims_the_impossible_is_damaged() {
    let strings = br#"<sst uniqueCount="9000000000000"><si><t>x</t></si></sst>"#;
    assert_eq!(code(&workbook(&rows(1), strings)), "damaged");
}

#[test]
fn a_directory_that_lies_about_the_size_is_damaged() {
    let mut bytes = workbook(&rows(50_000), NO_STRINGS);
    let honest = u32::try_from(rows(50_000).len()).unwrap().to_le_bytes();
    let mut lies = 0;
    for at in 0..bytes.len() - 4 {
        if bytes[at..at + 4] == honest {
            bytes[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
            lies += 1;
        }
    }
    assert!(lies > 0, "the size stands nowhere in the file");
    assert_eq!(code(&bytes), "damaged");
}

#[test]
fn rows_and_cells_are_counted() {
    let limits = |max_rows, max_cells| Limits {
        max_rows,
        max_cells,
        ..Limits::default()
    };
    let bytes = workbook(&rows(10), NO_STRINGS);
    assert!(read(&bytes, "a.xlsx", &limits(10, 10)).is_ok());
    for limits in [limits(9, 10), limits(10, 9)] {
        assert_eq!(read(&bytes, "a.xlsx", &limits).unwrap_err().code(), "too_large");
        assert_eq!(
            read(&b"x,y\n".repeat(10), "a.csv", &limits).unwrap_err().code(),
            "too_large"
        );
    }
}
