//! A workbook that somebody filled in and saved with another program: cells changed, everything but the cells lost.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(dead_code, reason = "each test takes what it needs")]

use portflow_domain::workbook::{Cell, Workbook};
use portflow_sheet::{Limits, read};
use rust_xlsxwriter::{ExcelDateTime, Format};

/// The bytes after `edit`, as a program writes them that keeps neither formats nor lists.
pub fn saved(bytes: &[u8], edit: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut workbook = read(bytes, "filled.xlsx", &Limits::default()).unwrap();
    edit(&mut workbook);
    let mut written = rust_xlsxwriter::Workbook::new();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    for sheet in &workbook.sheets {
        let target = written.add_worksheet();
        target.set_name(&sheet.name).unwrap();
        for (row, cells) in (0_u32..).zip(&sheet.rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                match cell {
                    Cell::Empty => continue,
                    Cell::Number(number) => target.write_number(row, column, *number).unwrap(),
                    Cell::Bool(value) => target.write_boolean(row, column, *value).unwrap(),
                    Cell::Date(at) => {
                        let at = ExcelDateTime::from_timestamp(at.and_utc().timestamp()).unwrap();
                        target
                            .write_datetime_with_format(row, column, &at, &date)
                            .unwrap()
                    }
                    Cell::Text(_) | Cell::Error(_) => {
                        target.write_string(row, column, cell.display()).unwrap()
                    }
                };
            }
        }
    }
    written.save_to_buffer().unwrap()
}

/// Where the row with this name in the hidden column stands, below the headings of its table.
pub fn place(workbook: &Workbook, sheet: &str, id: &str, heading: &str) -> (usize, usize, usize) {
    let at = workbook.sheets.iter().position(|it| it.name == sheet).unwrap();
    let rows = &workbook.sheets[at].rows;
    let row = rows
        .iter()
        .position(|row| row.first().is_some_and(|cell| cell.display() == id))
        .unwrap();
    let heads = rows[..row].iter().rposition(|row| {
        let mark = row.first().map(Cell::display).unwrap_or_default();
        mark.starts_with('#')
    });
    let named = |cell: &Cell| cell.display().trim_end_matches([' ', '*']) == heading;
    let column = rows[heads.unwrap()].iter().position(named).unwrap();
    (at, row, column)
}

/// Writes into a cell.
pub fn set(workbook: &mut Workbook, (sheet, row, column): (usize, usize, usize), value: Cell) {
    let cells = &mut workbook.sheets[sheet].rows[row];
    if cells.len() <= column {
        cells.resize(column + 1, Cell::Empty);
    }
    cells[column] = value;
}

/// Fills in the cell below a heading, in the row with this name.
pub fn fill(workbook: &mut Workbook, sheet: &str, id: &str, heading: &str, value: Cell) {
    let at = place(workbook, sheet, id, heading);
    set(workbook, at, value);
}
