//! Printed lists and captured screens: the header comes again on every page, and a record may take two lines.
//!
//! A list is taken for one of two lines per record only where every record has its second line and the header has
//! one too; what looks like a list with a few empty keys is left as it is, and so is a line with a number in it.

use super::header::normalise_header;
use super::header_row::is_data;
use crate::workbook::{Cell, Sheet};

/// How many records make a layout; one pair of lines may be chance.
const LEAST_RECORDS: usize = 2;
/// From so many digits on a cell may be a telephone number.
const NUMBER_DIGITS: usize = 7;

/// What a line that is no record of its own is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PrintedLine {
    /// The second line of the header or of a record.
    Continuation,
    /// A line of the header on a further page.
    RepeatedHeader,
    /// The title of the list on a further page.
    PageTitle,
}

/// The lines below the header (1-based; 0 = none) that are no records of their own, by their 0-based row and in
/// order; empty unless records take two lines.
pub(crate) fn printed_lines(sheet: &Sheet, header_row: usize) -> Vec<(usize, PrintedLine)> {
    let layout = header_row
        .checked_sub(1)
        .and_then(|above| Layout::of(sheet, above));
    layout.and_then(Layout::lines).unwrap_or_default()
}

/// Whether a row says the same as the header: printed lists repeat it on every page.
pub(crate) fn repeats_header(row: &[Cell], headers: &[Cell]) -> bool {
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

/// A header of two lines.
struct Layout<'a> {
    sheet: &'a Sheet,
    /// 0-based row of the first line.
    header: usize,
    /// 0-based column in which every record begins.
    key: usize,
}

/// What the line above was.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Above {
    Header,
    Record,
    Other,
}

impl<'a> Layout<'a> {
    /// The header with the line below it, where both are nothing but texts and as wide as each other.
    fn of(sheet: &'a Sheet, header: usize) -> Option<Self> {
        let first = sheet.rows.get(header)?;
        let second = sheet.rows.get(header + 1)?;
        let key = first.iter().position(|cell| !cell.is_blank())?;
        let (upper, lower) = (filled(first), filled(second));
        let plain = |cell: &Cell| cell.is_blank() || (matches!(cell, Cell::Text(_)) && !is_data(cell));
        let headed = second.get(key).is_none_or(|cell| !has_digit(cell));
        let fits = upper >= 3 && lower * 2 >= upper && second.iter().all(plain) && headed;
        fits.then_some(Self { sheet, header, key })
    }

    /// The lines, if every record has its second one.
    fn lines(self) -> Option<Vec<(usize, PrintedLine)>> {
        let rows = &self.sheet.rows;
        let (headers, second) = (&rows[self.header], &rows[self.header + 1]);
        let mut lines = vec![(self.header + 1, PrintedLine::Continuation)];
        let (mut above, mut records, mut pages) = (Above::Other, 0, 0);
        for (index, row) in rows.iter().enumerate().skip(self.header + 2) {
            above = if repeats_header(row, headers) {
                lines.push((index, PrintedLine::RepeatedHeader));
                Above::Header
            } else if above == Above::Header {
                lines.push((index, PrintedLine::RepeatedHeader));
                pages += 1;
                repeats_header(row, second).then_some(Above::Other)?
            } else if above == Above::Record {
                lines.push((index, PrintedLine::Continuation));
                records += 1;
                self.continues(row).then_some(Above::Other)?
            } else if self.begins(row) {
                Above::Record
            } else if filled(row) <= 1 {
                Above::Other
            } else {
                lines.push((index, PrintedLine::PageTitle));
                self.is_page_title(row).then_some(Above::Other)?
            };
        }
        let headed = second.get(self.key).is_some_and(|cell| !cell.is_blank());
        let fits = above == Above::Other && records >= LEAST_RECORDS && (headed || pages > 0);
        fits.then_some(lines)
    }

    /// A record begins with its key, which holds a digit as no header does.
    fn begins(&self, row: &[Cell]) -> bool {
        let bare = |cell: &Cell| !cell.display().trim().contains(char::is_whitespace);
        row.get(self.key)
            .is_some_and(|key| has_digit(key) && (filled(row) > 1 || bare(key)))
    }

    /// The second line of a record has no key, and nothing that a record is imported for.
    fn continues(&self, row: &[Cell]) -> bool {
        let keyless = row.iter().take(self.key + 1).all(Cell::is_blank);
        keyless && filled(row) > 0 && !row.iter().any(identifies)
    }

    /// Every word of the line stands above the header too, the number of the page apart.
    fn is_page_title(&self, row: &[Cell]) -> bool {
        let letters = |cell: &Cell| -> String {
            let text = cell.display();
            text.chars().filter(|c| c.is_alphabetic()).collect()
        };
        let above = self.sheet.rows[..self.header].iter().flatten();
        let titles: Vec<String> = above.map(letters).collect();
        let own: Vec<String> = row.iter().map(letters).filter(|own| !own.is_empty()).collect();
        !row.iter().any(identifies) && !own.is_empty() && own.iter().all(|own| titles.contains(own))
    }
}

fn filled(row: &[Cell]) -> usize {
    row.iter().filter(|cell| !cell.is_blank()).count()
}

fn has_digit(cell: &Cell) -> bool {
    match cell {
        Cell::Number(_) => true,
        Cell::Text(text) => text.contains(|c: char| c.is_ascii_digit()),
        Cell::Empty | Cell::Date(_) | Cell::Bool(_) | Cell::Error(_) => false,
    }
}

/// Whether a cell may be a telephone number or an address.
pub(super) fn identifies(cell: &Cell) -> bool {
    let text = cell.display();
    text.contains('@') || text.bytes().filter(u8::is_ascii_digit).count() >= NUMBER_DIGITS
}
