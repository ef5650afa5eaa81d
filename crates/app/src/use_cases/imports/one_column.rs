//! The one column of a sheet that a person names, by its header or by its letter.

use portflow_domain::entities::fold;
use portflow_domain::mapping::{ColumnMap, ImportField, detect_table};
use portflow_domain::number::Country;
use portflow_domain::workbook::{Cell, Sheet};

use crate::dto::imports::SheetChoices;
use crate::error::{ApiError, Result};

/// Rows in which a header is looked for: titles above it are few.
const HEADER_ROWS: usize = 50;

/// Maps the named column to a field and no other column to anything.
///
/// # Errors
/// The sheet has no such column.
pub(super) fn choose_column(
    choices: &mut SheetChoices,
    sheet: &Sheet,
    named: &str,
    field: ImportField,
    country: Country,
) -> Result<()> {
    let by_header = || header_cell(sheet, named, choices.header_row);
    let by_letter = || {
        let index = letter_index(named)?;
        let known = choices.header_row;
        let header = || detect_table(sheet, country).map(|table| table.header_row);
        let is_filled = sheet
            .rows
            .iter()
            .any(|row| row.get(index).is_some_and(|cell| !cell.is_blank()));
        is_filled.then(|| (known.or_else(header).unwrap_or(0), index))
    };
    let Some((header_row, index)) = by_header().or_else(by_letter) else {
        let message = format!("The sheet '{}' has no column '{named}'.", sheet.name);
        return Err(ApiError::invalid("column", message)
            .hint("Name the column by its header or by its letter, as Excel shows it."));
    };
    let header = header_row
        .checked_sub(1)
        .and_then(|row| sheet.rows.get(row)?.get(index))
        .map(Cell::display);
    choices.header_row = Some(header_row);
    choices.columns = Some(vec![ColumnMap {
        index,
        header: header.map(|header| header.trim().to_owned()).unwrap_or_default(),
        field: Some(field),
        group: None,
        keep_in_notes: false,
        confidence: 100,
        why: "Chosen by a person.".to_owned(),
        samples: Vec::new(),
        secret: false,
    }]);
    Ok(())
}

/// The 1-based row and the 0-based column of a header.
fn header_cell(sheet: &Sheet, named: &str, header_row: Option<usize>) -> Option<(usize, usize)> {
    let rows = sheet.rows.iter().take(HEADER_ROWS).zip(1..);
    let mut looked_at = rows.filter(|(_, row)| header_row.is_none_or(|known| known == *row));
    looked_at.find_map(|(cells, row)| {
        let column = cells
            .iter()
            .position(|cell| fold(&cell.display()) == fold(named))?;
        Some((row, column))
    })
}

/// `A` is 0, `AA` is 26.
fn letter_index(text: &str) -> Option<usize> {
    let text = text.trim();
    let is_letters = (1..=3).contains(&text.len()) && text.bytes().all(|letter| letter.is_ascii_alphabetic());
    let value = |letter: u8| usize::from(letter.to_ascii_uppercase() - b'A') + 1;
    is_letters.then(|| text.bytes().fold(0, |index, letter| index * 26 + value(letter)) - 1)
}
