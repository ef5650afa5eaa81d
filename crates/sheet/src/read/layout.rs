//! What stands around the cells of a sheet: its hidden rows and columns and merged regions.
//!
//! The readers of the other formats note these as they meet them. The library that reads `.xlsx` does not
//! tell them, so they are looked for here: most sheets have none of these, so the bytes are searched for the words first; only a sheet that mentions
//! them gets the streaming pass over the tags of its rows, columns and merged regions.

use std::io::{BufRead, Read};

use memchr::memmem;
use quick_xml::events::{BytesStart, Event};

use super::limits::MAX_COLUMNS;
use super::xml::attribute;

/// Excel's own bound; what lies outside is a damaged reference and is left out.
const MAX_ROWS: usize = 1_048_576;

/// Merged regions that are kept of one sheet; only the first ones can lie in its header.
const MAX_MERGED: usize = 100_000;

/// Hidden rows and columns and merged regions of one sheet, in the forms of `workbook::Sheet`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Layout {
    pub(super) hidden_rows: Vec<usize>,
    pub(super) hidden_columns: Vec<usize>,
    pub(super) merged: Vec<(usize, usize, usize, usize)>,
}

impl Layout {
    /// Notes hidden rows by their 0-based indexes. Rows come in order: one that does not follow those before
    /// it is a repetition and is left out.
    pub(super) fn hide_rows(&mut self, first: usize, last: usize) {
        let next = self.hidden_rows.last().copied().unwrap_or(0);
        self.hidden_rows
            .extend(first.saturating_add(1).max(next + 1)..=last.saturating_add(1).min(MAX_ROWS));
    }

    /// Notes hidden columns by their 0-based indexes, in order like [`Self::hide_rows`].
    pub(super) fn hide_columns(&mut self, first: usize, last: usize) {
        let next = self.hidden_columns.last().map_or(0, |column| column + 1);
        self.hidden_columns
            .extend(first.max(next)..=last.min(MAX_COLUMNS - 1));
    }

    /// Notes a merged region: first row, first column, last row, last column, 0-based.
    pub(super) fn merge(&mut self, region: (usize, usize, usize, usize)) {
        let (top, left, bottom, right) = region;
        let is_sound = top <= bottom && left <= right && bottom < MAX_ROWS && right < MAX_COLUMNS;
        if is_sound && (top, left) != (bottom, right) && self.merged.len() < MAX_MERGED {
            self.merged.push(region);
        }
    }

    /// Reads a worksheet part to its end; whether [`Self::scan`] could find anything in it.
    pub(super) fn is_mentioned(part: &mut impl Read) -> std::io::Result<bool> {
        let words = [memmem::Finder::new("hidden"), memmem::Finder::new("mergeCell")];
        let mut buffer = vec![0; 64 << 10];
        let (mut kept, mut found) = (0, false);
        loop {
            let read = part.read(&mut buffer[kept..])?;
            if read == 0 {
                return Ok(found);
            }
            let filled = kept + read;
            found = found || words.iter().any(|word| word.find(&buffer[..filled]).is_some());
            // A word may lie across two reads: keep as much as the longer one without its last byte.
            kept = filled.min("mergeCel".len());
            buffer.copy_within(filled - kept..filled, 0);
        }
    }

    /// Scans a worksheet part. Broken XML ends the scan early: the reader of the cells reports it.
    pub(super) fn scan(part: impl BufRead) -> Self {
        let mut layout = Self::default();
        let mut xml = quick_xml::Reader::from_reader(part);
        xml.config_mut().check_end_names = false;
        let (mut buffer, mut row) = (Vec::with_capacity(1024), 0);
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(element) | Event::Empty(element)) => match element.local_name().as_ref() {
                    "row" => row = layout.row(&element, row),
                    "col" => layout.column(&element),
                    "mergeCell" => {
                        if let Some(region) = merged_region(&element) {
                            layout.merge(region);
                        }
                    }
                    _ => {}
                },
                Ok(Event::Eof) | Err(_) => return layout,
                Ok(_) => {}
            }
        }
    }

    /// Notes a hidden row and returns its 1-based number; a row without one follows the row before it.
    fn row(&mut self, element: &BytesStart<'_>, previous: usize) -> usize {
        let number = number(element, "r").unwrap_or(previous + 1);
        if number >= 1 && is_hidden(element) {
            self.hide_rows(number - 1, number - 1);
        }
        number.min(MAX_ROWS)
    }

    fn column(&mut self, element: &BytesStart<'_>) {
        if let (Some(first), Some(last)) = (number(element, "min"), number(element, "max"))
            && first >= 1
            && is_hidden(element)
        {
            self.hide_columns(first - 1, last.saturating_sub(1));
        }
    }
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<usize> {
    attribute(element, name)?.parse().ok()
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "hidden").is_some_and(|value| value == "1" || value == "true")
}

fn merged_region(element: &BytesStart<'_>) -> Option<(usize, usize, usize, usize)> {
    let reference = attribute(element, "ref")?;
    let (first, last) = reference.split_once(':')?;
    let ((top, left), (bottom, right)) = (position(first)?, position(last)?);
    Some((top, left, bottom, right))
}

/// The 0-based row and column of a reference such as `C7`.
fn position(reference: &str) -> Option<(usize, usize)> {
    let digits = reference.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = reference.split_at(digits);
    let row: usize = row.parse().ok()?;
    if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let column = letters.bytes().fold(0, |sum, letter| {
        sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    ((1..=MAX_ROWS).contains(&row) && column <= MAX_COLUMNS).then(|| (row - 1, column - 1))
}
