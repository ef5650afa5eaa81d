//! Further tables on a sheet, above or below the one that is read. Their rows have columns of their own: read with
//! the others' they would be nonsense, and called titles they would be lost without a word.

use std::ops::Range;

use super::header_row::{is_data, is_header};
use super::printed::{identifies, repeats_header};
use crate::workbook::{Cell, Sheet};

/// Known headers that a row must have to begin a table.
const LEAST_HEADERS: usize = 2;
/// Rows below its header that show a number or an address in one and the same column.
const LEAST_ROWS: usize = 2;

/// The rows of the tables beside the one below `header_row` (1-based; 0 = none), 0-based and with their headers: those
/// above it and those from the first one below it on.
pub(crate) fn other_tables(sheet: &Sheet, header_row: usize) -> Vec<Range<usize>> {
    let Some(header) = header_row.checked_sub(1).filter(|row| *row < sheet.rows.len()) else {
        return Vec::new();
    };
    let end = end(&sheet.rows);
    let above = (0..header).find(|row| begins_table(sheet, *row, header));
    let below = (header + 1..end).find(|row| {
        is_blank(&sheet.rows[row - 1])
            && begins_table(sheet, *row, end)
            && !repeats_header(&sheet.rows[*row], &sheet.rows[header])
    });
    // What follows it up to the header are titles, apart from rows that list something.
    let listed = |row: &usize| sheet.rows[*row].iter().any(identifies);
    let above = above.map(|first| first..(first..header).rfind(listed).map_or(first, |last| last + 1));
    let same = |rows: &Range<usize>| !repeats_header(&sheet.rows[rows.start], &sheet.rows[header]);
    above
        .filter(same)
        .into_iter()
        .chain(below.map(|first| first..end))
        .collect()
}

/// Whether the row holds known headers and nothing like data, above rows that list something until `end`.
fn begins_table(sheet: &Sheet, row: usize, end: usize) -> bool {
    let (mut filled, mut known) = (0, 0);
    for cell in sheet.rows[row].iter().filter(|cell| !cell.is_blank()) {
        let Cell::Text(text) = cell else { return false };
        if is_data(cell) {
            return false;
        }
        filled += 1;
        known += usize::from(is_header(text));
    }
    known >= LEAST_HEADERS && known * 2 >= filled && lists(&sheet.rows[row + 1..end])
}

/// Whether the rows, up to the first blank one, show a number or an address in one column.
fn lists(rows: &[Vec<Cell>]) -> bool {
    let rows: Vec<_> = rows.iter().take_while(|row| !is_blank(row)).collect();
    let width = rows.iter().map(|row| row.len()).max().unwrap_or(0);
    (0..width).any(|column| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.filter(|cell| identifies(cell)).count() >= LEAST_ROWS
    })
}

/// One behind the last row that is not blank.
fn end(rows: &[Vec<Cell>]) -> usize {
    rows.iter()
        .rposition(|row| !is_blank(row))
        .map_or(0, |last| last + 1)
}

fn is_blank(row: &[Cell]) -> bool {
    row.iter().all(Cell::is_blank)
}
