//! New cells in the XML of a sheet, between bytes that stay as they were.

use std::collections::BTreeMap;
use std::ops::Range;

use portflow_domain::porting::request_sheet::{FilledWorkbook, SheetValue};
use portflow_domain::workbook::{Cell, column_letters};

use super::date_styles::DateStyles;
use super::survey::{Area, RowSpan, Survey};
use super::{FillError, without_attribute};

/// The values of one row by column; none empties the cell and keeps its style.
type RowValues<'a> = BTreeMap<usize, Option<&'a SheetValue>>;

/// What replaces a stretch of the XML.
struct Patch {
    bytes: Range<usize>,
    text: String,
}

/// The sheet with the values in their cells.
///
/// # Errors
/// A value that has no place without damage; see [`FillError`].
pub(super) fn patched(
    xml: &str,
    survey: &Survey,
    filled: &FilledWorkbook,
    dates: &DateStyles,
) -> Result<String, FillError> {
    check_places(survey, filled)?;
    let rows = rows_of(filled);
    let writer = Writer {
        survey,
        dates,
        first_row: filled.first_row,
        table: filled.first_row..filled.first_row + filled.rows.len(),
    };
    let mut patches = Vec::new();
    for (row, values) in &rows {
        match survey.row(*row) {
            Some(span) => writer.put_into_row(&mut patches, xml, span, values)?,
            None => writer.new_row(&mut patches, *row, values)?,
        }
    }
    if survey.data_close.is_none() && !patches.is_empty() {
        let inside: String = patches.drain(..).map(|patch| patch.text).collect();
        let tag = xml[survey.data.clone()].trim_end_matches("/>").trim_end();
        let text = format!("{tag}>{inside}</{}sheetData>", survey.prefix);
        patches.push(Patch {
            bytes: survey.data.clone(),
            text,
        });
    }
    patches.extend(dimension(xml, survey, &rows));
    Ok(applied(xml, patches))
}

fn applied(xml: &str, mut patches: Vec<Patch>) -> String {
    patches.sort_by_key(|patch| patch.bytes.start);
    let (mut text, mut at) = (String::with_capacity(xml.len() + patches.len() * 64), 0);
    for patch in patches {
        text.push_str(&xml[at..patch.bytes.start]);
        text.push_str(&patch.text);
        at = patch.bytes.end;
    }
    text.push_str(&xml[at..]);
    text
}

/// Every value by row and column. An empty fact empties its cell, so that no hint such as "enter PON" goes out; an
/// empty cell of the table stays as it is.
fn rows_of(filled: &FilledWorkbook) -> BTreeMap<usize, RowValues<'_>> {
    let mut rows: BTreeMap<usize, RowValues<'_>> = BTreeMap::new();
    for ((row, column), value) in &filled.cells {
        let value = Some(value).filter(|value| **value != SheetValue::Empty);
        rows.entry(*row).or_default().insert(*column, value);
    }
    for (index, values) in filled.rows.iter().enumerate() {
        let row = rows.entry(filled.first_row + index).or_default();
        for (column, value) in filled.columns.iter().zip(values) {
            if *value != SheetValue::Empty {
                row.insert(*column, Some(value));
            }
        }
    }
    rows
}

fn check_places(survey: &Survey, filled: &FilledWorkbook) -> Result<(), FillError> {
    for ((row, column), _) in &filled.cells {
        check_cell(survey, *row, *column)?;
    }
    for (index, _) in filled.rows.iter().enumerate() {
        let row = filled.first_row + index;
        for column in &filled.columns {
            let holds = survey
                .cell(row, *column)
                .is_some_and(|cell| cell.has_value || cell.has_formula);
            let covered = survey
                .merged
                .iter()
                .chain(&survey.arrays)
                .any(|area| covers(area, row, *column));
            if holds || covered || row >= 1_048_576 {
                return Err(FillError::NoRoom {
                    room: index,
                    rows: filled.rows.len(),
                    cell: address(row, *column),
                });
            }
        }
    }
    Ok(())
}

fn check_cell(survey: &Survey, row: usize, column: usize) -> Result<(), FillError> {
    let has_formula = survey.cell(row, column).is_some_and(|cell| cell.has_formula);
    if has_formula || survey.arrays.iter().any(|area| covers(area, row, column)) {
        return Err(FillError::Formula(address(row, column)));
    }
    let behind = survey.merged.iter().find(|area| covers(area, row, column));
    match behind {
        Some((top, left, _, _)) if (*top, *left) != (row, column) => {
            Err(FillError::Merged(address(row, column), address(*top, *left)))
        }
        _ => Ok(()),
    }
}

fn covers((top, left, bottom, right): &Area, row: usize, column: usize) -> bool {
    (*top..=*bottom).contains(&row) && (*left..=*right).contains(&column)
}

fn address(row: usize, column: usize) -> String {
    format!("{}{}", column_letters(column), row + 1)
}

/// What new cells are written by.
struct Writer<'a> {
    survey: &'a Survey,
    dates: &'a DateStyles,
    /// The row whose styles the rows of the table below it take over.
    first_row: usize,
    table: Range<usize>,
}

impl Writer<'_> {
    /// Cells put into a row that is there.
    fn put_into_row(
        &self,
        patches: &mut Vec<Patch>,
        xml: &str,
        span: &RowSpan,
        values: &RowValues<'_>,
    ) -> Result<(), FillError> {
        let tag = without_attribute(&xml[span.tag.clone()], "spans");
        let Some(close) = span.close else {
            let cells = self.cells(span.row, values)?;
            let open = tag.trim_end_matches("/>").trim_end();
            patches.push(Patch {
                bytes: span.tag.clone(),
                text: format!("{open}>{cells}</{}row>", self.survey.prefix),
            });
            return Ok(());
        };
        patches.push(Patch {
            bytes: span.tag.clone(),
            text: tag,
        });
        for (column, value) in values {
            let there = span.cells.iter().find(|cell| cell.column == *column);
            let next = span.cells.iter().find(|cell| cell.column > *column);
            let bytes = match there {
                Some(cell) => cell.bytes.clone(),
                None => next.map_or(close..close, |cell| cell.bytes.start..cell.bytes.start),
            };
            let style = match there {
                Some(cell) => cell.style.clone(),
                None => self.style_of_table(span.row, *column),
            };
            let text = self.cell(span.row, *column, style.as_deref(), *value)?;
            patches.push(Patch { bytes, text });
        }
        Ok(())
    }

    /// A row that is not there yet; one of the table looks like the table's first row.
    fn new_row(&self, patches: &mut Vec<Patch>, row: usize, values: &RowValues<'_>) -> Result<(), FillError> {
        let mut all = values.clone();
        if self.table.contains(&row) {
            let model = self.survey.row(self.first_row);
            for cell in model.into_iter().flat_map(|row| &row.cells) {
                all.entry(cell.column).or_insert(None);
            }
        }
        let cells = self.cells(row, &all)?;
        let prefix = &self.survey.prefix;
        let next = self
            .survey
            .rows
            .iter()
            .find(|span| span.row > row)
            .map(|span| span.tag.start);
        let at = next.or(self.survey.data_close).unwrap_or(self.survey.data.end);
        patches.push(Patch {
            bytes: at..at,
            text: format!("<{prefix}row r=\"{}\">{cells}</{prefix}row>", row + 1),
        });
        Ok(())
    }

    fn cells(&self, row: usize, values: &RowValues<'_>) -> Result<String, FillError> {
        let mut cells = String::new();
        for (column, value) in values {
            let style = self.style_of_table(row, *column);
            cells.push_str(&self.cell(row, *column, style.as_deref(), *value)?);
        }
        Ok(cells)
    }

    fn style_of_table(&self, row: usize, column: usize) -> Option<String> {
        let model = self.survey.cell(self.first_row, column)?;
        model.style.clone().filter(|_| self.table.contains(&row))
    }

    fn cell(
        &self,
        row: usize,
        column: usize,
        style: Option<&str>,
        value: Option<&SheetValue>,
    ) -> Result<String, FillError> {
        let (at, p) = (address(row, column), &self.survey.prefix);
        let style_mark = style.map_or(String::new(), |style| format!(" s=\"{}\"", escaped(style)));
        let text = |text: &str| {
            if text.encode_utf16().count() > Cell::MAX_TEXT {
                return Err(FillError::TextTooLong(at.clone()));
            }
            let text = escaped(text);
            Ok(format!(
                "<{p}c r=\"{at}\"{style_mark} t=\"inlineStr\"><{p}is><{p}t xml:space=\"preserve\">{text}</{p}t></{p}is></{p}c>"
            ))
        };
        let number = |number: String| format!("<{p}c r=\"{at}\"{style_mark}><{p}v>{number}</{p}v></{p}c>");
        Ok(match value {
            None | Some(SheetValue::Empty) => format!("<{p}c r=\"{at}\"{style_mark}/>"),
            Some(SheetValue::Text(value)) => text(value)?,
            Some(SheetValue::Number(value)) => number(value.to_string()),
            // A cell that shows no dates would show the number of the day.
            Some(SheetValue::Date(date)) if self.dates.is_date(style) => {
                number(self.dates.serial(*date).to_string())
            }
            Some(SheetValue::Date(date)) => text(&date.to_string())?,
        })
    }
}

/// Text as XML, without signs that XML cannot hold; what looks like Excel's own escape stays literal.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, letter) in text.char_indices() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '_' if is_escape(&text[index..]) => out.push_str("_x005F_"),
            '\t' | '\n' => out.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

fn is_escape(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 7 && bytes[1] == b'x' && bytes[6] == b'_' && bytes[2..6].iter().all(u8::is_ascii_hexdigit)
}

/// The used area with the new cells in it.
fn dimension(xml: &str, survey: &Survey, rows: &BTreeMap<usize, RowValues<'_>>) -> Option<Patch> {
    let (bytes, area) = survey.dimension.as_ref()?;
    let (mut top, mut left, mut bottom, mut right) = *area;
    for (row, values) in rows {
        for column in values.keys() {
            (top, left) = (top.min(*row), left.min(*column));
            (bottom, right) = (bottom.max(*row), right.max(*column));
        }
    }
    let tag = without_attribute(&xml[bytes.clone()], "ref");
    let name = tag.find(|c: char| c.is_whitespace() || c == '/' || c == '>')?;
    let area = format!("{}:{}", address(top, left), address(bottom, right));
    Some(Patch {
        bytes: bytes.clone(),
        text: format!("{} ref=\"{area}\"{}", &tag[..name], &tag[name..]),
    })
}
