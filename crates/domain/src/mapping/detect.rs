//! Where the table stands in a sheet, and what it lists.

use super::columns::columns_of;
use super::facts::facts;
use super::formats::Formats;
use super::header_row::{self, Header};
use super::{ColumnMap, ImportField, defaults, formats, refusal, target};
use crate::enums::ImportTarget;
use crate::number::Country;
use crate::workbook::{Cell, Sheet, Visibility, Workbook};

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
    let sheets = workbook.sheets.iter();
    sheets
        .map(|sheet| detect_sheet(sheet, country, formats::known()))
        .collect()
}

/// Looks at every sheet as if no export were known: an export that nobody has described yet is read like this.
pub fn detect_workbook_unaided(workbook: &Workbook, country: Country) -> Vec<SheetDetection> {
    let sheets = workbook.sheets.iter();
    sheets.map(|sheet| detect_sheet(sheet, country, &[])).collect()
}

fn detect_sheet(sheet: &Sheet, country: Country, formats: &Formats) -> SheetDetection {
    let table = detect_table_among(sheet, country, formats);
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

/// Finds the header row and suggests target and columns; none when the sheet shows no table.
pub fn detect_table(sheet: &Sheet, country: Country) -> Option<Table> {
    detect_table_among(sheet, country, formats::known())
}

fn detect_table_among(sheet: &Sheet, country: Country, formats: &Formats) -> Option<Table> {
    if let Some(refusal) = refusal::of_text(sheet) {
        return Some(refused(refusal));
    }
    header_row::find(sheet, country).map(|header| table(sheet, header, None, country, formats))
}

/// Describes the table whose header a person placed in `header_row` (1-based; 0 = no header); without a
/// target it is guessed.
pub fn table_at(sheet: &Sheet, header_row: usize, target: Option<ImportTarget>, country: Country) -> Table {
    let header = header_row::at(sheet, header_row);
    table(sheet, header, target, country, formats::known())
}

fn table(
    sheet: &Sheet,
    header: Header,
    target: Option<ImportTarget>,
    country: Country,
    formats: &Formats,
) -> Table {
    let facts = facts(sheet, header, country);
    let format = formats::recognise(formats, facts.iter().map(|facts| facts.series.as_str()));
    let (target, columns) = match (target, format) {
        (Some(target), _) => (target, columns_of(&facts, target, format.as_ref())),
        (None, Some(format)) => (format.target, columns_of(&facts, format.target, Some(&format))),
        (None, None) => target::guess(&facts, &sheet.name),
    };
    Table {
        header_row: header.row,
        header_rows: header.rows,
        first_column: columns.first().map_or(0, |column| column.index),
        target,
        defaults: defaults::above(sheet, header, target),
        columns,
        format_id: format.map(|format| format.id.to_owned()),
        refusal: refusal::of_headers(&facts),
    }
}

/// A table of nothing but the reason for which it is refused.
fn refused(refusal: Refusal) -> Table {
    Table {
        header_row: 0,
        header_rows: 0,
        first_column: 0,
        target: ImportTarget::PhoneNumbers,
        columns: Vec::new(),
        format_id: None,
        defaults: Vec::new(),
        refusal: Some(refusal),
    }
}
