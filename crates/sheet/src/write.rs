//! From a table to an `.xlsx` workbook.
//!
//! Text is always written as text, so that `=1+1` from somebody's file stays four harmless characters and a
//! telephone number keeps its plus sign and zeros. The same table gives the same bytes: the time in the
//! document's properties comes from the caller.

use std::borrow::Cow;
use std::io::Write;

use portflow_domain::timestamp::Timestamp;
use portflow_domain::workbook::Cell;
use rust_xlsxwriter::{DataValidation, DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// The longest text Excel keeps in a cell, in characters.
const MAX_TEXT: usize = 32_767;

/// Everything of a sheet that stands above its rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableHead {
    /// The name on the tab: at most 31 characters, none of `[ ] : * ? / \`.
    pub sheet_name: String,
    /// Rows above the headers, such as the order's name and carrier.
    pub title_rows: Vec<Vec<Cell>>,
    /// The columns, from A on.
    pub columns: Vec<Column>,
}

/// One column of a written table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The text of the header cell.
    pub header: String,
    /// Width in characters of Excel's default font.
    pub width: f64,
    /// What a person chooses from below it; empty where any text will do. Excel takes 255 characters in all.
    pub choices: Vec<String>,
}

impl Column {
    /// A column wide enough for its header, and at least for a telephone number.
    pub fn new(header: impl Into<String>) -> Self {
        let header = header.into();
        let width = (header.chars().count() as f64 + 4.0).clamp(16.0, 60.0);
        let choices = Vec::new();
        Self {
            header,
            width,
            choices,
        }
    }
}

/// A table that could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A text that Excel would cut off.
    #[error("Row {row} has a text longer than the {MAX_TEXT} characters a cell can hold.")]
    TextTooLong {
        /// 1-based row of the sheet.
        row: usize,
    },
    /// More rows or columns than a sheet has.
    #[error("The table is larger than an Excel sheet (1,048,576 rows, 16,384 columns).")]
    TooLarge,
    /// The disk, or a name the workbook cannot have.
    #[error("The workbook could not be written: {0}")]
    Failed(XlsxError),
}

impl From<XlsxError> for WriteError {
    fn from(error: XlsxError) -> Self {
        if matches!(error, XlsxError::RowColumnLimitError) {
            Self::TooLarge
        } else {
            Self::Failed(error)
        }
    }
}

/// Writes a workbook of one sheet: title rows, a bold header that stays in view, a filter on every column,
/// then `rows`. The rows are taken one at a time and wait in a temporary file, so a large export needs no more
/// memory than a small one. Secrets must not be among them.
///
/// # Errors
/// See [`WriteError`]; `writer` then holds no usable file.
pub fn write_table<W: Write + Send>(
    writer: W,
    head: &TableHead,
    rows: impl IntoIterator<Item = Vec<Cell>>,
    created: Timestamp,
) -> Result<(), WriteError> {
    write(
        writer,
        head,
        rows,
        created,
        (Waiting::InTemporaryFile, Headings::Shown),
    )
}

/// Writes a workbook of several sheets, each as [`write_table`] does.
///
/// # Errors
/// See [`WriteError`]; `writer` then holds no usable file.
pub fn write_tables<W: Write + Send>(
    writer: W,
    tables: &[(TableHead, Vec<Vec<Cell>>)],
    created: Timestamp,
) -> Result<(), WriteError> {
    let mut workbook = new_workbook(created)?;
    for (head, rows) in tables {
        let sheet = workbook.add_worksheet_with_constant_memory()?;
        write_sheet(sheet, head, rows.iter().map(Cow::from), Headings::Shown)?;
    }
    workbook.save_to_writer(writer)?;
    Ok(())
}

/// Where written rows wait until the workbook is packed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Waiting {
    /// On disk, for tables of any size.
    InTemporaryFile,
    /// In memory only, for rows that must never lie on a disk in the clear.
    InMemory,
}

/// Whether the row of headings is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Headings {
    /// Bold, in view while the rows scroll, with a filter.
    Shown,
    /// The rows begin where the headings would.
    LeftOut,
}

/// Writes a workbook of one sheet; see [`write_table`].
pub(crate) fn write<W: Write + Send>(
    writer: W,
    head: &TableHead,
    rows: impl IntoIterator<Item = Vec<Cell>>,
    created: Timestamp,
    (waiting, headings): (Waiting, Headings),
) -> Result<(), WriteError> {
    let mut workbook = new_workbook(created)?;
    let sheet = match waiting {
        Waiting::InTemporaryFile => workbook.add_worksheet_with_constant_memory()?,
        Waiting::InMemory => workbook.add_worksheet(),
    };
    write_sheet(sheet, head, rows.into_iter().map(Cow::from), headings)?;
    workbook.save_to_writer(writer)?;
    Ok(())
}

fn new_workbook(created: Timestamp) -> Result<Workbook, WriteError> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_timestamp(created.utc().timestamp())?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    Ok(workbook)
}

fn write_sheet<'a>(
    sheet: &mut Worksheet,
    head: &TableHead,
    rows: impl Iterator<Item = Cow<'a, [Cell]>>,
    headings: Headings,
) -> Result<(), WriteError> {
    sheet.set_name(&head.sheet_name)?;
    let formats = Formats::new();
    let mut next = 0;
    for title in &head.title_rows {
        write_row(sheet, next, title, &formats)?;
        next += 1;
    }
    for (index, column) in head.columns.iter().enumerate() {
        sheet.set_column_width(column_number(index)?, column.width)?;
    }
    if headings == Headings::Shown {
        next = write_header(sheet, next, head, &formats)?;
    }
    let first = next;
    for row in rows {
        write_row(sheet, next, &row, &formats)?;
        next += 1;
    }
    if let Some(last_column) = head.columns.len().checked_sub(1)
        && headings == Headings::Shown
    {
        sheet.autofilter(first - 1, 0, next - 1, column_number(last_column)?)?;
    }
    for (index, column) in head.columns.iter().enumerate() {
        if next > first && !column.choices.is_empty() {
            let rule = DataValidation::new().allow_list_strings(&column.choices)?;
            let place = column_number(index)?;
            sheet.add_data_validation(first, place, next - 1, place, &rule)?;
        }
    }
    Ok(())
}

/// Writes the header row at `row` and answers the row below it.
fn write_header(
    sheet: &mut Worksheet,
    row: u32,
    head: &TableHead,
    formats: &Formats,
) -> Result<u32, WriteError> {
    for (index, column) in head.columns.iter().enumerate() {
        let number = column_number(index)?;
        sheet.write_string_with_format(row, number, &column.header, &formats.header)?;
    }
    sheet.set_freeze_panes(row + 1, 0)?;
    Ok(row + 1)
}

fn write_row(sheet: &mut Worksheet, row: u32, cells: &[Cell], formats: &Formats) -> Result<(), WriteError> {
    for (index, cell) in cells.iter().enumerate() {
        let column = column_number(index)?;
        match cell {
            Cell::Empty => continue,
            Cell::Text(text) => {
                if text.len() > MAX_TEXT && text.chars().count() > MAX_TEXT {
                    return Err(WriteError::TextTooLong {
                        row: row as usize + 1,
                    });
                }
                sheet.write_string(row, column, text.as_str())?
            }
            Cell::Error(error) => sheet.write_string(row, column, &**error)?,
            Cell::Number(number) => sheet.write_number(row, column, *number)?,
            Cell::Bool(value) => sheet.write_boolean(row, column, *value)?,
            Cell::Date(date) => {
                let instant = ExcelDateTime::from_timestamp(date.and_utc().timestamp())?;
                let midnight = date.time() == chrono::NaiveTime::MIN;
                let format = if midnight {
                    &formats.date
                } else {
                    &formats.date_time
                };
                sheet.write_datetime_with_format(row, column, &instant, format)?
            }
        };
    }
    Ok(())
}

fn column_number(index: usize) -> Result<u16, WriteError> {
    u16::try_from(index).map_err(|_| WriteError::TooLarge)
}

/// The formats of the cells, made once per workbook.
struct Formats {
    header: Format,
    date: Format,
    date_time: Format,
}

impl Formats {
    fn new() -> Self {
        Self {
            header: Format::new().set_bold(),
            date: Format::new().set_num_format("yyyy-mm-dd"),
            date_time: Format::new().set_num_format("yyyy-mm-dd hh:mm"),
        }
    }
}
