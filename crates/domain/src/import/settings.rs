//! What reading a sheet is told, and what it answers with.

use super::{ExpandedRange, GroupLink, IgnoredRow, ImportWarning, Record};
use crate::coded::coded_enum;
use crate::enums::ImportTarget;
use crate::mapping::{ColumnMap, FieldDefault, Table, ValueMap, suggest_values};
use crate::number::Country;
use crate::workbook::Sheet;

/// How a sheet is to be read.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportSettings {
    /// What the rows list.
    pub target: ImportTarget,
    /// 1-based row of the header, the lower one of two; 0 = none.
    pub header_row: usize,
    /// The known export that the sheet is, if any.
    #[serde(default)]
    pub format_id: Option<String>,
    /// The columns with their confirmed fields.
    pub columns: Vec<ColumnMap>,
    /// The confirmed meanings of text values; a value that is not listed is read as suggested.
    pub value_map: Vec<ValueMap>,
    /// Values for fields without a column, or whose cell is empty.
    #[serde(default)]
    pub defaults: Vec<FieldDefault>,
    /// How dates such as 03/04/2026 are meant; none = not known, and such dates are not read.
    #[serde(default)]
    pub date_order: Option<DateOrder>,
    /// Where numbers without a country code belong.
    pub country: Country,
    /// Whether the customer is a demonstration, whose fictitious numbers are no matter.
    #[serde(default)]
    pub is_demo: bool,
}

impl ImportSettings {
    /// The settings that detection suggests, before a person touches them.
    pub fn suggested(sheet: &Sheet, table: &Table, country: Country) -> Self {
        let value_map = suggest_values(sheet, table.header_row, &table.columns);
        Self {
            target: table.target,
            header_row: table.header_row,
            columns: table.columns.clone(),
            value_map,
            country,
            format_id: table.format_id.clone(),
            defaults: table.defaults.clone(),
            date_order: None,
            is_demo: false,
        }
    }
}

coded_enum! {
    /// Whether the month or the day comes first in a date written with numbers.
    DateOrder: "date_order" { MonthFirst => "month_first", DayFirst => "day_first" }
}

/// What the rows of a sheet said.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What the rows list.
    pub target: ImportTarget,
    /// The records in the order of the sheet.
    pub records: Vec<Record>,
    /// Rows without a record, the header apart.
    pub ignored: Vec<IgnoredRow>,
    /// Remarks about the sheet.
    pub warnings: Vec<ImportWarning>,
    /// Cells that stood for more numbers than they spelt out.
    pub ranges: Vec<ExpandedRange>,
    /// Which groups of agents ring for which queue or group.
    pub links: Vec<GroupLink>,
    /// Dates that mean one day or another depending on [`DateOrder`]: rows, 1-based.
    pub ambiguous_dates: Vec<u32>,
}
