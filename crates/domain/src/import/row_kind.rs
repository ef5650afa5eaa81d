//! Telling rows that list something from titles, sections, totals and footnotes.

use super::RowReason;
use super::read::Fields;
use crate::mapping::{ImportField, normalise_header};
use crate::workbook::{Cell, Sheet};

/// Words that people write where a number is still missing.
const PLACEHOLDERS: [&str; 9] = ["tbd", "tba", "pending", "?", "unknown", "n/a", "na", "none", "-"];

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    /// It lists something.
    Data,
    /// It lists nothing.
    Ignored(RowReason),
    /// A lone text: a section heading when data follow, else a footnote.
    Aside,
}

/// Judges a row above the header; both rows are 0-based.
pub(super) fn above_header(sheet: &Sheet, row: usize, header: usize) -> RowReason {
    let cells = &sheet.rows[row];
    if cells.iter().all(Cell::is_blank) {
        return RowReason::BlankRow;
    }
    if let Some(Cell::Text(text)) = cells.first().filter(|_| row == 0) {
        if text.starts_with("#TYPE ") {
            return RowReason::PowershellTypeLine;
        }
        if text
            .get(..4)
            .is_some_and(|start| start.eq_ignore_ascii_case("sep="))
        {
            return RowReason::SepDirective;
        }
    }
    if row + 1 == header && is_group_header(sheet, row) {
        RowReason::GroupHeaderRow
    } else {
        RowReason::TitleRow
    }
}

/// Headings over several columns: merged cells, or several texts without a digit.
fn is_group_header(sheet: &Sheet, row: usize) -> bool {
    let spans = sheet
        .merged
        .iter()
        .any(|&(top, left, bottom, right)| top == row && bottom == row && right > left);
    let mut filled = 0;
    for cell in sheet.rows[row].iter().filter(|cell| !cell.is_blank()) {
        let Cell::Text(text) = cell else { return false };
        if text.contains(|c: char| c.is_ascii_digit()) {
            return false;
        }
        filled += 1;
    }
    filled >= 2 || (filled == 1 && spans)
}

/// Judges a row below the header.
pub(super) fn below_header(row: &[Cell], headers: &[Cell], fields: &Fields) -> RowKind {
    let mut filled = row.iter().enumerate().filter(|(_, cell)| !cell.is_blank());
    let Some((index, first)) = filled.next() else {
        return RowKind::Ignored(RowReason::BlankRow);
    };
    let alone = filled.next().is_none();
    let Cell::Text(text) = first else {
        return RowKind::Data;
    };
    if is_total(text) && !has_digits(fields.cell(row, ImportField::E164)) {
        return RowKind::Ignored(RowReason::TotalsRow);
    }
    if alone {
        return lone_text(text, fields.at(index), fields.mapped());
    }
    if repeats_header(row, headers) {
        RowKind::Ignored(RowReason::GroupHeaderRow)
    } else {
        RowKind::Data
    }
}

fn lone_text(text: &str, field: Option<ImportField>, mapped: usize) -> RowKind {
    let trimmed = text.trim();
    let remark = trimmed.starts_with('*') && trimmed.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let listed = match field {
        Some(ImportField::E164) => {
            let digits = trimmed.contains(|c: char| c.is_ascii_digit());
            digits || mapped == 1 || PLACEHOLDERS.contains(&trimmed.to_lowercase().as_str())
        }
        Some(ImportField::Upn) => trimmed.contains('@'),
        _ => false,
    };
    if listed && !remark {
        RowKind::Data
    } else {
        RowKind::Aside
    }
}

fn is_total(text: &str) -> bool {
    const WORDS: [&str; 5] = ["total", "grand total", "subtotal", "sub-total", "sum"];
    let start: String = text.trim().chars().take(12).collect::<String>().to_lowercase();
    WORDS.iter().any(|word| {
        let rest = start
            .strip_prefix(word)
            .map(|rest| rest.strip_prefix('s').unwrap_or(rest));
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphabetic()))
    })
}

fn has_digits(cell: &Cell) -> bool {
    match cell {
        Cell::Number(_) => true,
        Cell::Text(text) => text.contains(|c: char| c.is_ascii_digit()),
        Cell::Empty | Cell::Date(_) | Cell::Bool(_) | Cell::Error(_) => false,
    }
}

/// Printed lists repeat their header on every page.
fn repeats_header(row: &[Cell], headers: &[Cell]) -> bool {
    let mut same = 0;
    for (index, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_blank()) {
        let (Cell::Text(text), Some(Cell::Text(header))) = (cell, headers.get(index)) else {
            return false;
        };
        if text.len() > 80 || (text != header && normalise_header(text) != normalise_header(header)) {
            return false;
        }
        same += 1;
    }
    same >= 2
}
