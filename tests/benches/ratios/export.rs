//! Writing a workbook: the sheet crate against the library below it, both in constant memory.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::DateTime;
use portflow_domain::timestamp::Timestamp;
use portflow_domain::workbook::Cell;
use portflow_sheet::{Column, TableHead, write_table};
use rust_xlsxwriter::Workbook;

use crate::inventory::{HEADERS, row};

/// The same rows, written twice.
pub struct Times {
    pub ours: Duration,
    pub raw: Duration,
}

/// Writes both workbooks into `folder`.
pub fn measure(folder: &Path, rows: u32) -> Times {
    Times {
        ours: ours(&folder.join("ours.xlsx"), rows),
        raw: raw(&folder.join("raw.xlsx"), rows),
    }
}

fn ours(path: &Path, rows: u32) -> Duration {
    let begun = Instant::now();
    let head = TableHead {
        sheet_name: "Numbers".to_owned(),
        title_rows: Vec::new(),
        columns: HEADERS.into_iter().map(Column::new).collect(),
    };
    let cells = (0..rows).map(|index| row(index).map(|text: String| Cell::Text(text.into())).to_vec());
    let created = Timestamp::new(DateTime::UNIX_EPOCH);
    write_table(BufWriter::new(File::create(path).unwrap()), &head, cells, created).unwrap();
    begun.elapsed()
}

fn raw(path: &Path, rows: u32) -> Duration {
    let begun = Instant::now();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet_with_constant_memory().unwrap();
    sheet.write_row(0, 0, HEADERS).unwrap();
    for index in 0..rows {
        for (column, text) in row(index).iter().enumerate() {
            sheet
                .write_string(index + 1, u16::try_from(column).unwrap(), text)
                .unwrap();
        }
    }
    workbook
        .save_to_writer(BufWriter::new(File::create(path).unwrap()))
        .unwrap();
    begun.elapsed()
}
