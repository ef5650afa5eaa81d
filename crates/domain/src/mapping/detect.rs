//! Where the table stands in a sheet, and what it lists.

use super::{ColumnMap, ImportField, columns_at, header, synonyms};
use crate::enums::ImportTarget;
use crate::number::Country;
use crate::workbook::{Cell, Sheet, Visibility, Workbook};

/// How far down a header is looked for.
const HEADER_SEARCH_ROWS: usize = 40;

/// A table found in a sheet.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// 1-based row of the header, the lower one of two; 0 = the sheet has none.
    pub header_row: usize,
    /// Rows that the header takes: 2 where groups stand above the columns.
    pub header_rows: usize,
    /// 0-based first column.
    pub first_column: usize,
    /// What the sheet lists.
    pub target: ImportTarget,
    /// The columns from the first to the last that hold anything.
    pub columns: Vec<ColumnMap>,
    /// The known export that this is, such as `freepbx_dids`; nothing depends on its being known.
    pub format_id: Option<String>,
    /// Values that stand above the table and hold for all its rows (BTN, carrier, FOC date).
    pub defaults: Vec<FieldDefault>,
    /// Why the sheet must not be imported at all: it lists calls, or configures a telephone system.
    pub refusal: Option<Refusal>,
}

/// A value for a field without a column.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldDefault {
    /// The field.
    pub field: ImportField,
    /// Its text, read as a cell of a column would be.
    pub value: String,
    /// 1-based row that says so; none where a person entered it.
    pub source_row: Option<u32>,
}

/// A sheet that is a table and yet nothing to import.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Refusal {
    /// `call_detail_records` or `configuration_text`.
    pub code: String,
    /// What it is.
    pub message: String,
    /// What to export instead.
    pub hint: String,
}

/// What detection found in one sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetDetection {
    /// Name on the tab.
    pub name: String,
    /// Whether people see the sheet.
    pub visibility: Visibility,
    /// The table, also of a hidden sheet, so that a person may ask for it.
    pub table: Option<Table>,
    /// Why the sheet is not imported unless asked: `empty`, `hidden`, `very hidden` or `no header`.
    pub ignored_why: Option<String>,
}

/// Looks at every sheet.
pub fn detect_workbook(workbook: &Workbook, country: Country) -> Vec<SheetDetection> {
    workbook
        .sheets
        .iter()
        .map(|sheet| detect_sheet(sheet, country))
        .collect()
}

fn detect_sheet(sheet: &Sheet, country: Country) -> SheetDetection {
    let table = detect_table(sheet, country);
    let empty = sheet.rows.iter().all(|row| row.iter().all(Cell::is_blank));
    let why = match sheet.visibility {
        Visibility::VeryHidden => Some("very hidden"),
        Visibility::Hidden => Some("hidden"),
        Visibility::Visible if empty => Some("empty"),
        Visibility::Visible if table.is_none() => Some("no header"),
        Visibility::Visible => None,
    };
    SheetDetection {
        name: sheet.name.clone(),
        visibility: sheet.visibility,
        table,
        ignored_why: why.map(str::to_owned),
    }
}

/// Finds the header row and suggests target and columns; none when no row looks like a header.
pub fn detect_table(sheet: &Sheet, country: Country) -> Option<Table> {
    let last = sheet.rows.len().min(HEADER_SEARCH_ROWS);
    let (score, index) = (0..last)
        .map(|index| (header_score(&sheet.rows[index]), index))
        .max_by_key(|(score, index)| (*score, std::cmp::Reverse(*index)))?;
    (score > 0).then(|| table_at(sheet, index + 1, None, country))
}

/// Describes the table whose header a person placed in `header_row` (1-based; 0 = no header); without a
/// target it is guessed.
pub fn table_at(sheet: &Sheet, header_row: usize, target: Option<ImportTarget>, country: Country) -> Table {
    let target = target.unwrap_or_else(|| guess_target(sheet, header_row, country));
    let columns = columns_at(sheet, header_row, target, country);
    let first_column = columns.first().map_or(0, |column| column.index);
    Table {
        header_row,
        header_rows: usize::from(header_row > 0),
        first_column,
        target,
        columns,
        format_id: None,
        defaults: Vec::new(),
        refusal: None,
    }
}

/// Known headers count for a row, other text against it; a lone known header needs a row of its own.
fn header_score(row: &[Cell]) -> i32 {
    let filled: Vec<&Cell> = row.iter().filter(|cell| !cell.is_blank()).collect();
    let known = filled
        .iter()
        .filter(|cell| matches!(cell, Cell::Text(text) if is_known(text)))
        .count();
    if known == 0 || (known == 1 && filled.len() > 1) {
        return 0;
    }
    let unknown = filled.len() - known;
    (known * 10) as i32 - (unknown as i32).min(known as i32 * 5)
}

fn is_known(text: &str) -> bool {
    if text.len() > 80 {
        return false;
    }
    let normalised = header::normalise_header(text);
    synonyms::meaning(&normalised, ImportTarget::PhoneNumbers).is_some()
        || header::is_secret_header(&normalised)
}

/// A list with a column that names people is a list of people; a list with a porting column never is.
fn guess_target(sheet: &Sheet, header_row: usize, country: Country) -> ImportTarget {
    let columns = columns_at(sheet, header_row, ImportTarget::EndUsers, country);
    let has = |field: ImportField| columns.iter().any(|column| column.field == Some(field));
    let named = has(ImportField::FirstName) || has(ImportField::LastName);
    let inventory = columns_at(sheet, header_row, ImportTarget::PhoneNumbers, country);
    let porting = |column: &ColumnMap| {
        matches!(
            column.field,
            Some(
                ImportField::PortingStatus
                    | ImportField::FocDate
                    | ImportField::Carrier
                    | ImportField::Btn
                    | ImportField::NumberType
                    | ImportField::QuantityCheck
            )
        )
    };
    if named || (has(ImportField::Upn) && !inventory.iter().any(porting)) {
        ImportTarget::EndUsers
    } else {
        ImportTarget::PhoneNumbers
    }
}

/// The letters that Excel gives a 0-based column: 0 = `A`, 27 = `AB`.
pub fn column_letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}
