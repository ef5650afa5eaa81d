//! Which row of a sheet is the header: the one whose cells are known headers, else the one above cells that are
//! plainly data.

use super::content::{Content, Kind};
use super::header::{display_header, is_secret_header};
use super::synonyms;
use crate::number::Country;
use crate::workbook::{Cell, Sheet};

/// How far down a header is looked for: long preambles happen.
const SEARCH_ROWS: usize = 80;
/// How many cells of a row are judged; a header shows long before.
const SEARCH_CELLS: usize = 300;
/// How many rows below tell data from headers.
const DATA_ROWS: usize = 30;

/// The header of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Header {
    /// 1-based, the lower one of two; 0 = none.
    pub(super) row: usize,
    /// 0, 1 or 2.
    pub(super) rows: usize,
}

/// Finds the header; none when the sheet shows neither a header nor a column that speaks for itself.
pub(super) fn find(sheet: &Sheet, country: Country) -> Option<Header> {
    let last = sheet.rows.len().min(SEARCH_ROWS);
    let known = (0..last)
        .map(|row| (score(sheet, row), row))
        .max_by_key(|(score, row)| (*score, std::cmp::Reverse(*row)))
        .filter(|(score, _)| *score > 0);
    if let Some((_, row)) = known {
        return Some(at(sheet, row + 1));
    }
    let filled = |row: &usize| {
        let cells = &sheet.rows[*row];
        !cells.iter().all(Cell::is_blank) && !is_column_types_row(cells)
    };
    let first = (0..last).find(filled)?;
    let above_data = |row: &usize| {
        let next = (row + 1..sheet.rows.len()).find(filled);
        next.is_some_and(|next| sheet.rows[next].iter().any(is_data))
    };
    let over: Vec<usize> = (first..last)
        .filter(filled)
        .filter(|row| stands_over_data(sheet, *row, country))
        .collect();
    let unknown = over.iter().find(|row| above_data(row)).or(over.first());
    unknown
        .map(|row| at(sheet, row + 1))
        .or_else(|| begins_with_data(sheet, first, country).then_some(Header { row: 0, rows: 0 }))
}

/// The header that a person placed in `row` (1-based; 0 = none), with the groups above it.
pub(super) fn at(sheet: &Sheet, row: usize) -> Header {
    let rows = match row {
        0 => 0,
        1 => 1,
        _ => 1 + usize::from(groups_above(sheet, row - 1)),
    };
    Header { row, rows }
}

/// Header texts by column: as shown, and with the text of the group above.
pub(super) fn texts(sheet: &Sheet, header: Header) -> Vec<(String, Option<String>)> {
    let row = |number: usize| number.checked_sub(1).and_then(|index| sheet.rows.get(index));
    let Some(lower) = row(header.row) else {
        return Vec::new();
    };
    let plain: Vec<String> = lower.iter().map(|cell| display_header(&cell.display())).collect();
    if header.rows < 2 {
        return plain.into_iter().map(|text| (text, None)).collect();
    }
    let above = header.row - 2;
    let width = plain.len().max(sheet.rows[above].len());
    let mut groups = vec![String::new(); width];
    spread(sheet, above, &mut groups);
    let lower = |index: usize| plain.get(index).cloned().unwrap_or_default();
    let twice = |text: &str| plain.iter().filter(|other| *other == text).count() > 1;
    let pair = |index: usize| {
        let (group, text) = (&groups[index], lower(index));
        if text.is_empty() {
            (
                sheet.rows[above]
                    .get(index)
                    .map(Cell::display)
                    .map(|text| display_header(&text))
                    .unwrap_or_default(),
                None,
            )
        } else if group.is_empty() {
            (text, None)
        } else {
            let joined = format!("{group} {text}");
            (if twice(&text) { joined.clone() } else { text }, Some(joined))
        }
    };
    (0..width).map(pair).collect()
}

/// Writes the text of each group over all its columns: those that are merged, else those up to the next text.
fn spread(sheet: &Sheet, row: usize, groups: &mut [String]) {
    let merged = sheet
        .merged
        .iter()
        .any(|&(top, left, bottom, right)| top == row && bottom == row && right > left);
    let mut current = String::new();
    for (index, group) in groups.iter_mut().enumerate() {
        let text = sheet.rows[row].get(index).map(Cell::display).unwrap_or_default();
        let span = sheet
            .merged
            .iter()
            .find(|&&(top, left, _, right)| top == row && left <= index && index <= right);
        if let Some(&(_, left, ..)) = span.filter(|span| span.1 < index) {
            current = sheet.rows[row]
                .get(left)
                .map(Cell::display)
                .map(|text| display_header(&text))
                .unwrap_or_default();
        } else if !text.is_empty() || merged {
            current = display_header(&text);
        }
        group.clone_from(&current);
    }
}

/// Known headers count for a row, data and other text against it.
fn score(sheet: &Sheet, row: usize) -> i32 {
    let cells = &sheet.rows[row];
    let filled: Vec<&Cell> = cells
        .iter()
        .filter(|cell| !cell.is_blank())
        .take(SEARCH_CELLS)
        .collect();
    let (mut known, mut other, mut data) = (0, 0, 0);
    for cell in &filled {
        if is_data(cell) {
            data += 1;
        } else if matches!(cell, Cell::Text(text) if is_header(text)) {
            known += 1;
        } else {
            other += 1;
        }
    }
    if groups_above(sheet, row) && data == 0 && known + other > 0 {
        known += from_above(sheet, row);
    }
    if known == 0 || data > known || (known == 1 && !(filled.len() == 1 && stands_alone(sheet, row))) {
        return 0;
    }
    known * 10 - other.min(known * 5) - data * 8
}

/// Known headers of the row above in columns where the lower row is empty: cells merged over both rows.
fn from_above(sheet: &Sheet, row: usize) -> i32 {
    let lower = &sheet.rows[row];
    let blank = |index: usize| lower.get(index).is_none_or(Cell::is_blank);
    let above = sheet.rows[row - 1].iter().take(SEARCH_CELLS).enumerate();
    above
        .filter(|(index, cell)| blank(*index) && matches!(cell, Cell::Text(text) if is_header(text)))
        .count() as i32
}

pub(super) fn is_header(text: &str) -> bool {
    if text.len() > 80 || text.chars().filter(char::is_ascii_digit).count() > 4 || text.contains('@') {
        return false;
    }
    synonyms::known(text).is_some_and(|known| known.strength >= synonyms::TELLING) || is_secret_header(text)
}

/// Cells that no header has.
pub(super) fn is_data(cell: &Cell) -> bool {
    match cell {
        Cell::Number(_) | Cell::Date(_) | Cell::Bool(_) | Cell::Error(_) => true,
        Cell::Text(text) => {
            let digits = text.chars().filter(char::is_ascii_digit).count();
            let letters = text.chars().filter(|c| c.is_alphabetic()).count();
            digits >= 5 || (digits > 0 && letters == 0) || text.contains('@') || text.chars().count() > 100
        }
        Cell::Empty => false,
    }
}

/// A lone known header stands over a single column.
fn stands_alone(sheet: &Sheet, row: usize) -> bool {
    let after_data = sheet.rows[..row]
        .iter()
        .filter(|row| row.iter().any(is_data))
        .count()
        > 1;
    let mut below = sheet.rows[row + 1..]
        .iter()
        .filter(|row| !row.iter().all(Cell::is_blank));
    let single = |row: &Vec<Cell>| row.iter().filter(|cell| !cell.is_blank()).count() <= 1;
    !after_data && below.next().is_none_or(single)
}

/// Whether the row above holds groups: several texts, or one that spans some but not all columns.
fn groups_above(sheet: &Sheet, row: usize) -> bool {
    let Some(above) = row.checked_sub(1).map(|above| &sheet.rows[above]) else {
        return false;
    };
    let count = |cells: &[Cell]| cells.iter().filter(|cell| !cell.is_blank()).count();
    let plain = |cell: &Cell| matches!(cell, Cell::Text(text) if !text.contains(|c: char| c.is_ascii_digit() || c == ':'));
    if above.iter().any(|cell| !cell.is_blank() && !plain(cell)) || sheet.rows[row].iter().any(is_data) {
        return false;
    }
    let (upper, lower) = (count(above), count(&sheet.rows[row]));
    let spans = sheet
        .merged
        .iter()
        .filter(|&&(top, left, bottom, right)| top == row - 1 && bottom == top && right > left);
    let widest = spans
        .map(|&(_, left, _, right)| right - left + 1)
        .max()
        .unwrap_or(0);
    match upper {
        0 => false,
        1 => widest > 1 && widest < lower,
        _ => widest > 1 || upper < lower,
    }
}

/// Distinct texts over at least one column that is plainly data.
fn stands_over_data(sheet: &Sheet, row: usize, country: Country) -> bool {
    let filled: Vec<(usize, &Cell)> = sheet.rows[row]
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.is_blank())
        .take(SEARCH_CELLS)
        .collect();
    let texts = filled
        .iter()
        .all(|(_, cell)| matches!(cell, Cell::Text(text) if text.len() <= 60) && !is_data(cell));
    if filled.is_empty() || !texts {
        return false;
    }
    let below = &sheet.rows[row + 1..sheet.rows.len().min(row + 1 + DATA_ROWS)];
    filled.iter().any(|(index, _)| speaks(below, *index, country))
}

/// The first row is data already, and a column of numbers or addresses says what the rows are.
fn begins_with_data(sheet: &Sheet, first: usize, country: Country) -> bool {
    let rows = &sheet.rows[first..sheet.rows.len().min(first + DATA_ROWS)];
    let width = rows.iter().map(Vec::len).max().unwrap_or(0).min(SEARCH_CELLS);
    let data = |index: usize| sheet.rows[first].get(index).is_some_and(is_data);
    (0..width).any(|index| data(index) && speaks(rows, index, country))
}

fn speaks(rows: &[Vec<Cell>], index: usize, country: Country) -> bool {
    let content = Content::of(rows.iter().filter_map(|row| row.get(index)), country);
    content.share(Kind::Numbers) >= 60 || content.share(Kind::Addresses) >= 60
}

/// Whether a row below the header names the types of the columns: `INTEGER,VARCHAR(50)`, `none | string`.
pub fn is_column_types_row(row: &[Cell]) -> bool {
    const TYPES: [&str; 24] = [
        "integer",
        "int",
        "bigint",
        "smallint",
        "varchar",
        "nvarchar",
        "char",
        "text",
        "string",
        "boolean",
        "bool",
        "date",
        "datetime",
        "timestamp",
        "guid",
        "uniqueidentifier",
        "uuid",
        "number",
        "numeric",
        "decimal",
        "float",
        "double",
        "long",
        "none",
    ];
    let (mut filled, mut types) = (0, 0);
    for cell in row.iter().filter(|cell| !cell.is_blank()) {
        filled += 1;
        let Cell::Text(text) = cell else { return false };
        let lower = text.to_lowercase();
        let bare = lower.split_once('(').map_or(lower.as_str(), |(name, _)| name);
        let mut parts = bare.split(['|', ',', ';', '/']).map(str::trim);
        types += usize::from(parts.all(|part| TYPES.contains(&part)));
    }
    filled >= 2 && types * 10 >= filled * 9
}
