//! Port requests of the built-in carriers, read again and held as text against files that a person has read.
//! `UPDATE_GOLDEN=1` rewrites the files.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and rewrites its own files"
)]

use std::path::Path;

use portflow_domain::mapping::{ImportField, detect_workbook};
use portflow_domain::number::parse;
use portflow_domain::porting::carrier::{SheetFormat, built_in};
use portflow_domain::porting::request_sheet::{port_request, sample_request};
use portflow_domain::timestamp::Timestamp;
use portflow_domain::workbook::{Cell, Sheet, column_letters};
use portflow_sheet::{Limits, csv_port_request, read, write_port_request};

/// Every cell with its address and kind, one per line.
fn dump(sheet: &Sheet) -> String {
    let mut lines = format!("sheet {}\n", sheet.name);
    for (row, cells) in sheet.rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let kind = match cell {
                Cell::Empty => continue,
                Cell::Text(_) => "text",
                Cell::Number(_) => "number",
                Cell::Date(_) => "date",
                Cell::Bool(_) | Cell::Error(_) => "other",
            };
            let address = format!("{}{}", column_letters(column), row + 1);
            lines.push_str(&format!("{address} {kind} {}\n", cell.display()));
        }
    }
    lines
}

#[test]
fn the_requests_read_as_a_person_has_read_them() {
    let created: Timestamp = "2026-11-20T09:00:00Z".parse().unwrap();
    for profile in built_in() {
        let table = port_request(&sample_request(&profile.name, None), &profile.sheet_template);
        let mut bytes = Vec::new();
        let name = if profile.sheet_template.file_format == SheetFormat::Csv {
            bytes = csv_port_request(&table);
            "request.csv"
        } else {
            write_port_request(&mut bytes, &table, created).unwrap();
            "request.xlsx"
        };
        let book = read(&bytes, name, &Limits::default()).unwrap();
        let text = dump(&book.sheets[0]);
        let golden = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../tests/golden/requests")
            .join(format!("{}.txt", profile.code));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::create_dir_all(golden.parent().unwrap()).unwrap();
            std::fs::write(&golden, &text).unwrap();
        }
        let expected = std::fs::read_to_string(&golden).unwrap_or_default();
        assert_eq!(
            text, expected,
            "{} differs; compare and rerun with UPDATE_GOLDEN=1",
            profile.code
        );
    }
}

#[test]
fn the_numbers_of_a_request_are_imported_again_without_change() {
    let country = "US".parse().unwrap();
    let created: Timestamp = "2026-11-20T09:00:00Z".parse().unwrap();
    for profile in built_in() {
        let mut template = profile.sheet_template;
        template.has_header = true;
        let request = sample_request(&profile.name, None);
        let table = port_request(&request, &template);
        let mut workbook = Vec::new();
        write_port_request(&mut workbook, &table, created).unwrap();
        for (bytes, name) in [
            (csv_port_request(&table), "request.csv"),
            (workbook, "request.xlsx"),
        ] {
            let book = read(&bytes, name, &Limits::default()).unwrap();
            let table = detect_workbook(&book, country)[0].table.clone().unwrap();
            let mut columns = table.columns.iter();
            let numbers = columns
                .find(|it| it.field == Some(ImportField::E164))
                .unwrap()
                .index;
            let rows = &book.sheets[0].rows[table.header_row..];
            let read = rows
                .iter()
                .map(|row| parse(&row[numbers].display(), country).unwrap().e164);
            let mut asked: Vec<_> = request.numbers.iter().map(|it| it.e164.clone()).collect();
            asked.dedup();
            assert_eq!(read.collect::<Vec<_>>(), asked, "{} as {name}", profile.code);
        }
    }
}
