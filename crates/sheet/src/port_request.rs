//! The domain's port-request sheet as a workbook for the gaining carrier.

use std::io::Write;

use portflow_domain::porting::request_sheet::{SheetTable, SheetValue};
use portflow_domain::timestamp::Timestamp;
use portflow_domain::workbook::Cell;

use crate::write::{Column, Headings, TableHead, Waiting, WriteError, write};

/// Writes a port request: its labelled facts, a blank row, then one row per number under the headings.
/// It holds the account number and the PIN, so nothing of it touches a disk before the caller writes the result.
///
/// # Errors
/// See [`WriteError`]; `writer` then holds no usable file.
pub fn write_port_request<W: Write + Send>(
    writer: W,
    table: &SheetTable,
    created: Timestamp,
) -> Result<(), WriteError> {
    let facts = table
        .title_rows
        .iter()
        .map(|(label, value)| vec![Cell::Text(label.as_str().into()), cell(value)]);
    let mut title_rows: Vec<Vec<Cell>> = facts.collect();
    if !title_rows.is_empty() {
        title_rows.push(Vec::new());
    }
    let columns = table.headers.iter().enumerate().map(|(index, header)| {
        let fitting = Column::new(header.as_str());
        let width = table
            .widths
            .get(index)
            .map_or(fitting.width, |width| f64::from(*width));
        Column { width, ..fitting }
    });
    let head = TableHead {
        sheet_name: table.sheet_name.clone(),
        title_rows,
        columns: columns.collect(),
    };
    let headings = if table.has_header {
        Headings::Shown
    } else {
        Headings::LeftOut
    };
    write(
        writer,
        &head,
        table.rows.iter().map(|row| row.iter().map(cell).collect()),
        created,
        (Waiting::InMemory, headings),
    )
}

fn cell(value: &SheetValue) -> Cell {
    match value {
        SheetValue::Text(text) => Cell::Text(text.as_str().into()),
        SheetValue::Number(number) => Cell::Number(*number),
        SheetValue::Date(date) => Cell::Date(date.and_time(chrono::NaiveTime::MIN)),
        SheetValue::Empty => Cell::Empty,
    }
}
