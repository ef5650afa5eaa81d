//! The workbook of a site's discovery, for a customer to fill in.
//!
//! Headings and questions are locked without a password, cells to fill in are open. Text is always written as text,
//! so that `=1+1` stays four harmless characters and a telephone number keeps its plus sign.

use std::io::Write;

use portflow_domain::discovery_book::{BookCell, BookSheet, BookTable, DiscoveryBook, Shape};
use portflow_domain::timestamp::Timestamp;
use portflow_domain::workbook::{Cell, column_letters};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime,
    Format, FormatAlign, FormatBorder, Note, ProtectionOptions, Workbook, Worksheet,
};

use crate::write::WriteError;

/// Excel keeps at most this many characters of a list that stands in the rule itself.
const SHORT_LIST: usize = 250;
/// The first column of the base sheet that holds lists; the base takes four, and one stays free.
const LISTS: u16 = 5;

/// Writes the workbook. The same content gives the same bytes: the time in its properties comes from the caller.
///
/// # Errors
/// See [`WriteError`]; `writer` then holds no usable file.
pub fn write_discovery_book<W: Write + Send>(
    writer: W,
    book: &DiscoveryBook,
    created: Timestamp,
) -> Result<(), WriteError> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_timestamp(created.utc().timestamp())?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let mut lists = Lists::default();
    for sheet in &book.sheets {
        write_sheet(workbook.add_worksheet(), sheet, &mut lists, book.base_name)?;
    }
    let base = workbook.add_worksheet();
    base.set_name(book.base_name)?;
    base.set_very_hidden(true);
    for (row, cells) in (0_u32..).zip(&book.base) {
        for (column, cell) in (0_u16..).zip(cells) {
            base.write_string(row, column, cell.display())?;
        }
    }
    for (column, words) in (LISTS..).zip(&lists.0) {
        for (row, word) in (0_u32..).zip(words) {
            base.write_string(row, column, word)?;
        }
    }
    workbook.save_to_writer(writer)?;
    Ok(())
}

/// Lists too long to stand in a rule; each gets a column of the base sheet.
#[derive(Default)]
struct Lists(Vec<Vec<String>>);

impl Lists {
    /// Where the words stand, as a formula.
    fn place(&mut self, words: &[String], sheet: &str) -> String {
        let known = self.0.iter().position(|list| list == words);
        let index = known.unwrap_or_else(|| {
            self.0.push(words.to_vec());
            self.0.len() - 1
        });
        let column = column_letters(usize::from(LISTS) + index);
        format!("='{sheet}'!${column}$1:${column}${}", words.len())
    }
}

fn write_sheet(
    sheet: &mut Worksheet,
    content: &BookSheet,
    lists: &mut Lists,
    base: &str,
) -> Result<(), WriteError> {
    sheet.set_name(&content.name)?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    let mut row = 0_u32;
    for (place, text) in content.title.iter().enumerate() {
        let format = if place == 0 { title() } else { Format::new() };
        sheet.write_string_with_format(row, 1, text, &format)?;
        row += 1;
    }
    if content.tables.is_empty() {
        sheet.set_column_width(1, 110)?;
    }
    // Tables below one another share their columns: the widest heading wins.
    for column in 0..content
        .tables
        .iter()
        .map(|table| table.columns.len())
        .max()
        .unwrap_or(0)
    {
        let widths = content
            .tables
            .iter()
            .filter_map(|table| table.columns.get(column));
        let width = widths.map(|column| column.width).max().unwrap_or_default();
        sheet.set_column_width(column_number(column)? + 1, width)?;
    }
    for table in &content.tables {
        row = write_table(sheet, row + 1, table, lists, base)?;
    }
    sheet.set_column_hidden(0)?;
    sheet.protect_with_options(&ProtectionOptions {
        insert_rows: true,
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::default()
    });
    Ok(())
}

/// Writes a table at `row` and answers the row below it.
fn write_table(
    sheet: &mut Worksheet,
    row: u32,
    table: &BookTable,
    lists: &mut Lists,
    base: &str,
) -> Result<u32, WriteError> {
    sheet.write_string(row, 0, &table.mark)?;
    for (column, heading) in (1_u16..).zip(&table.columns) {
        sheet.write_string_with_format(row, column, &heading.heading, &heading_format())?;
    }
    let first = row + 1;
    for (row, line) in (first..).zip(&table.rows) {
        sheet.write_string(row, 0, &line.id)?;
        for (column, cell) in (1_u16..).zip(&line.cells) {
            write_cell(sheet, row, column, cell)?;
        }
    }
    for column in 0..table.columns.len() {
        write_rules(sheet, first, column, table, lists, base)?;
    }
    Ok(first + table.rows.len() as u32)
}

/// One rule for each run of cells of a column that offer the same.
fn write_rules(
    sheet: &mut Worksheet,
    first: u32,
    column: usize,
    table: &BookTable,
    lists: &mut Lists,
    base: &str,
) -> Result<(), WriteError> {
    let cells: Vec<&BookCell> = table
        .rows
        .iter()
        .filter_map(|row| row.cells.get(column))
        .collect();
    let number = column_number(column)? + 1;
    let alike = |one: &BookCell, other: &BookCell| {
        one.offered == other.offered && one.form.map(|it| it.shape()) == other.form.map(|it| it.shape())
    };
    let mut from = 0;
    for run in cells.chunk_by(|one, other| alike(one, other)) {
        if let Some(rule) = rule(run[0], lists, base)? {
            let (top, bottom) = (first + from, first + from + run.len() as u32 - 1);
            sheet.add_data_validation(top, number, bottom, number, &rule)?;
        }
        from += run.len() as u32;
    }
    Ok(())
}

/// What Excel lets a person write. Lists are strict; of numbers and days it warns, since "month to month" may be all
/// that is known, and reading the workbook back says so kindly.
fn rule(cell: &BookCell, lists: &mut Lists, base: &str) -> Result<Option<DataValidation>, WriteError> {
    let Some(form) = cell.form else { return Ok(None) };
    let words = &cell.offered;
    let warned = |rule: DataValidation| rule.set_error_style(DataValidationErrorStyle::Warning);
    let rule = if !words.is_empty() {
        let length: usize = words.iter().map(|word| word.chars().count() + 1).sum();
        let in_rule = length <= SHORT_LIST && !words.iter().any(|word| word.contains([',', '"']));
        if in_rule {
            DataValidation::new().allow_list_strings(words)?
        } else {
            let place = lists.place(words, base);
            DataValidation::new().allow_list_formula(place.as_str().into())
        }
    } else {
        match form.shape() {
            Shape::Count => warned(
                DataValidation::new()
                    .allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0))
                    .set_error_message("A whole number is expected here.")?,
            ),
            Shape::Money => warned(
                DataValidation::new()
                    .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
                    .set_error_message("An amount in dollars is expected here.")?,
            ),
            Shape::Text | Shape::Date => return Ok(None),
        }
    };
    Ok(Some(rule))
}

fn write_cell(sheet: &mut Worksheet, row: u32, column: u16, cell: &BookCell) -> Result<(), WriteError> {
    let format = cell_format(cell);
    match &cell.value {
        Cell::Empty => sheet.write_blank(row, column, &format)?,
        Cell::Number(number) => sheet.write_number_with_format(row, column, *number, &format)?,
        Cell::Date(date) => {
            let instant = ExcelDateTime::from_timestamp(date.and_utc().timestamp())?;
            sheet.write_datetime_with_format(row, column, &instant, &format)?
        }
        Cell::Text(_) | Cell::Bool(_) | Cell::Error(_) => {
            sheet.write_string_with_format(row, column, cell.value.display(), &format)?
        }
    };
    if let Some(why) = &cell.missing {
        let note = Note::new(why).set_author("PortFlow").add_author_prefix(false);
        sheet.insert_note(row, column, &note)?;
    }
    Ok(())
}

fn cell_format(cell: &BookCell) -> Format {
    let format = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(0x00C4_C8CE));
    let Some(form) = cell.form else {
        return format.set_background_color(Color::RGB(0x00F1_F3F5));
    };
    let format = match form.shape() {
        // Text stays text, also where somebody types a number with a zero or a plus before it.
        Shape::Text => format.set_num_format("@"),
        Shape::Count => format.set_num_format("0"),
        Shape::Money => format.set_num_format("$#,##0.00"),
        Shape::Date => format.set_num_format("yyyy-mm-dd"),
    };
    let format = format.set_unlocked();
    if cell.missing.is_some() {
        return format
            .set_border(FormatBorder::Medium)
            .set_border_color(Color::RGB(0x00B4_5309))
            .set_background_color(Color::RGB(0x00FF_F4D6));
    }
    format
}

fn heading_format() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin)
        .set_background_color(Color::RGB(0x00DD_E3EA))
}

fn title() -> Format {
    Format::new().set_bold().set_font_size(14)
}

fn column_number(index: usize) -> Result<u16, WriteError> {
    u16::try_from(index).map_err(|_| WriteError::TooLarge)
}
