//! Telling rows that list something from titles, sections, totals and footnotes.

use super::RowReason;
use super::fields::Fields;
use crate::mapping::{ImportField, PrintedLine, is_column_types_row, repeats_header};
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

/// Judges a row above the header; both rows are 0-based. `gives_default` says whether a value was taken from it.
pub(super) fn above_header(sheet: &Sheet, row: usize, header: usize, gives_default: bool) -> RowReason {
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
    let filled = cells.iter().filter(|cell| !cell.is_blank()).count();
    if gives_default && filled > 1 {
        RowReason::KeyValueRow
    } else if row + 1 == header && is_group_header(sheet, row) {
        RowReason::GroupHeaderRow
    } else {
        RowReason::TitleRow
    }
}

/// Headings over some of the columns: merged cells, or several texts without a digit. What spans all of them is
/// the title.
fn is_group_header(sheet: &Sheet, row: usize) -> bool {
    let headers = sheet.rows.get(row + 1).map_or(&[][..], Vec::as_slice);
    let columns = headers.iter().filter(|cell| !cell.is_blank()).count();
    let spans = sheet.merged.iter().any(|&(top, left, bottom, right)| {
        top == row && bottom == row && right > left && right - left + 1 < columns
    });
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

/// The table whose rows are judged.
pub(super) struct Table<'t, 'a> {
    /// The cells of the header row; none where the sheet has no header.
    pub(super) headers: &'t [Cell],
    /// What the columns mean.
    pub(super) fields: &'t Fields<'a>,
}

impl<'a> Table<'_, 'a> {
    /// Judges a row below the header; `first` says whether it is the very next one.
    pub(super) fn kind(&self, row: &'a [Cell], first: bool) -> RowKind {
        let mut filled = row.iter().enumerate().filter(|(_, cell)| !cell.is_blank());
        let Some((index, cell)) = filled.next() else {
            return RowKind::Ignored(RowReason::BlankRow);
        };
        let alone = filled.next().is_none();
        let Cell::Text(text) = cell else {
            return RowKind::Data;
        };
        if is_total(text) && !may_be_number(self.fields.cell(row, ImportField::E164)) {
            return RowKind::Ignored(RowReason::TotalsRow);
        }
        if alone {
            return self.lone_text(text, index);
        }
        if repeats_header(row, self.headers) {
            RowKind::Ignored(RowReason::RepeatedHeaderRow)
        } else if first && is_column_types_row(row) {
            RowKind::Ignored(RowReason::ColumnTypesRow)
        } else {
            RowKind::Data
        }
    }

    /// A row with one text and nothing else lists something only where its column can identify a thing.
    fn lone_text(&self, text: &str, index: usize) -> RowKind {
        let trimmed = text.trim();
        let remark = trimmed.starts_with('*') && trimmed.chars().filter(|c| c.is_alphabetic()).count() > 3;
        let digits = trimmed.contains(|c: char| c.is_ascii_digit());
        let listed = match self.fields.at(index) {
            Some(ImportField::E164 | ImportField::FurtherNumber) => {
                let alone = self.fields.mapped() == 1;
                digits || alone || PLACEHOLDERS.contains(&trimmed.to_lowercase().as_str())
            }
            Some(ImportField::Upn | ImportField::Email) => trimmed.contains('@'),
            // An identifier of the source, such as a device without a line.
            None => {
                let headed = !self.fields.header(index).is_empty();
                let leading = self
                    .fields
                    .headers()
                    .first()
                    .is_none_or(|(first, _)| index <= *first);
                headed && !leading && digits && !trimmed.contains(char::is_whitespace)
            }
            Some(_) => false,
        };
        if listed && !remark {
            RowKind::Data
        } else {
            RowKind::Aside
        }
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

/// Whether a cell may hold a whole telephone number; a count below a column of numbers is none.
fn may_be_number(cell: &Cell) -> bool {
    match cell {
        Cell::Number(number) => *number >= 1_000_000.0,
        Cell::Text(text) => text.bytes().filter(u8::is_ascii_digit).count() >= 7,
        Cell::Empty | Cell::Date(_) | Cell::Bool(_) | Cell::Error(_) => false,
    }
}

/// Why a line of a printed list has no record.
pub(super) fn of_printed(line: PrintedLine) -> RowReason {
    match line {
        PrintedLine::Continuation => RowReason::ContinuationRow,
        PrintedLine::RepeatedHeader => RowReason::RepeatedHeaderRow,
        PrintedLine::PageTitle => RowReason::TitleRow,
    }
}
