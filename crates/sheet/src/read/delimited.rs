//! Text tables: csv, tsv and their relatives.
//!
//! The records are split here and not by a csv library, because the row numbers must be the ones Excel shows
//! (a library skips blank lines) and a quotation mark without a partner must be refused (a library merges the
//! lines up to the next mark into one record).

use portflow_domain::workbook::Cell;

use super::limits::MAX_COLUMNS;
use super::{Limits, ReadError};

/// What may stand between two cells, in the order in which a tie is decided.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many records are enough to tell the delimiter.
const SAMPLE: usize = 50;

/// The delimiter of a text table, and its records.
///
/// # Errors
/// An unbalanced quotation mark, and more rows or cells than `limits` allow.
pub(super) fn rows(text: &str, limits: &Limits) -> Result<(u8, Vec<Vec<Cell>>), ReadError> {
    let (directive, body) = sep_directive(text);
    let delimiter = directive.map_or_else(|| detect_delimiter(body), |(_, delimiter)| delimiter);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut records = Records::new(body, delimiter);
    if let Some((line, _)) = directive {
        rows.push(vec![Cell::Text(line.into())]);
        records.line += 1;
    }
    let mut cells = 0;
    while let Some(row) = records.next_record()? {
        cells += row.len();
        if cells > limits.max_cells {
            return Err(ReadError::too_large("cells", limits.max_cells));
        }
        if rows.len() == limits.max_rows {
            return Err(ReadError::too_large("rows", limits.max_rows));
        }
        rows.push(row);
    }
    Ok((delimiter, rows))
}

/// Excel's `sep=;` first line: the line, its delimiter, and the text after it.
fn sep_directive(text: &str) -> (Option<(&str, u8)>, &str) {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let (line, rest) = text.split_at(end);
    let rest = rest
        .strip_prefix("\r\n")
        .unwrap_or_else(|| rest.get(1..).unwrap_or_default());
    let bare = line.trim_matches('"').as_bytes();
    match bare {
        [name @ .., delimiter] if name.eq_ignore_ascii_case(b"sep=") && delimiter.is_ascii() => {
            (Some((line, *delimiter)), rest)
        }
        _ => (None, text),
    }
}

/// The delimiter that cuts most of the first records into the same number of cells.
fn detect_delimiter(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let mut records = Records::new(text, delimiter);
        let mut widths: Vec<usize> = Vec::new();
        // A wrong delimiter may split inside quotation marks; that only ends its sample.
        while widths.len() < SAMPLE
            && let Ok(Some(record)) = records.next_record()
        {
            if record.len() > 1 {
                widths.push(record.len());
            }
        }
        let most = widths
            .iter()
            .map(|width| widths.iter().filter(|other| *other == width).count())
            .max();
        (most.unwrap_or(0), widths.iter().sum::<usize>())
    };
    let mut best = (DELIMITERS[0], (0, 0));
    for delimiter in DELIMITERS {
        let score = score(delimiter);
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

/// Splits text into records by RFC 4180, with any line end, including the lone CR of the classic Mac.
struct Records<'a> {
    text: &'a str,
    delimiter: u8,
    at: usize,
    /// 1-based line of `at`.
    line: usize,
    /// Cells of the record before, so that a row is made as large as it will be.
    width: usize,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, delimiter: u8) -> Self {
        Self {
            text,
            delimiter,
            at: 0,
            line: 1,
            width: 0,
        }
    }

    /// The next record, blank lines as records without cells; `None` after the last.
    fn next_record(&mut self) -> Result<Option<Vec<Cell>>, ReadError> {
        if self.at >= self.text.len() {
            return Ok(None);
        }
        let mut row = Vec::with_capacity(self.width);
        loop {
            if row.len() == MAX_COLUMNS {
                return Err(ReadError::too_large("columns in one sheet", MAX_COLUMNS));
            }
            row.push(self.next_cell()?);
            match self.text.as_bytes().get(self.at) {
                Some(byte) if *byte == self.delimiter => self.at += 1,
                _ => break,
            }
        }
        self.skip_line_end();
        if row == [Cell::Empty] {
            return Ok(Some(Vec::new()));
        }
        self.width = row.len();
        Ok(Some(row))
    }

    /// Reads one cell and stops at the delimiter or line end after it.
    fn next_cell(&mut self) -> Result<Cell, ReadError> {
        if self.text.as_bytes().get(self.at) == Some(&b'"') {
            return self.quoted_cell();
        }
        let rest = &self.text.as_bytes()[self.at..];
        let ends = |byte: &u8| *byte == self.delimiter || matches!(byte, b'\r' | b'\n');
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        let cell = &self.text[self.at..self.at + length];
        self.at += length;
        Ok(Cell::text(cell))
    }

    fn quoted_cell(&mut self) -> Result<Cell, ReadError> {
        let opened = self.line;
        let unbalanced = ReadError::UnbalancedQuote { line: opened };
        let mut cell = String::new();
        self.at += 1;
        loop {
            let Some(length) = self.text[self.at..].find('"') else {
                return Err(unbalanced);
            };
            let piece = &self.text[self.at..self.at + length];
            self.line += line_ends(piece);
            cell.push_str(piece);
            self.at += length + 1;
            match self.text.as_bytes().get(self.at) {
                Some(b'"') => {
                    cell.push('"');
                    self.at += 1;
                }
                None | Some(b'\r' | b'\n') => return Ok(Cell::text(cell)),
                Some(byte) if *byte == self.delimiter => return Ok(Cell::text(cell)),
                // Some programs set spaces between the mark and the delimiter.
                Some(b' ') if self.skip_spaces() => return Ok(Cell::text(cell)),
                Some(_) => return Err(unbalanced),
            }
        }
    }

    /// Skips spaces that reach to the end of the cell; whether they do.
    fn skip_spaces(&mut self) -> bool {
        let rest = &self.text.as_bytes()[self.at..];
        let spaces = rest.iter().take_while(|byte| **byte == b' ').count();
        let is_end = match rest.get(spaces) {
            None | Some(b'\r' | b'\n') => true,
            Some(byte) => *byte == self.delimiter,
        };
        if is_end {
            self.at += spaces;
        }
        is_end
    }

    fn skip_line_end(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += match rest {
            [b'\r', b'\n', ..] => 2,
            [] => 0,
            _ => 1,
        };
        self.line += 1;
    }
}

/// How many lines end inside `text`.
fn line_ends(text: &str) -> usize {
    let breaks = text.bytes().filter(|byte| matches!(byte, b'\r' | b'\n')).count();
    breaks - text.matches("\r\n").count()
}
