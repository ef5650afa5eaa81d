//! A suggestion for every column of a table, from its header and its cells.

use std::collections::BTreeMap;

use super::assign::assign;
use super::candidate::Facts;
use super::facts::facts;
use super::formats::{self, Format};
use super::suggest::options;
use super::{ImportField, header_row, normalise_header};
use crate::enums::ImportTarget;
use crate::number::Country;
use crate::workbook::Sheet;

/// What one column is taken for. The person may change `field`; everything else explains.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ColumnMap {
    /// 0-based position in the sheet.
    pub index: usize,
    /// The header on one line; empty where there is none.
    #[serde(default)]
    pub header: String,
    /// The meaning; none = not imported.
    pub field: Option<ImportField>,
    /// Which of a numbered group of columns it is (`Directory Number 2`, `agentUserId[1]`), from 1; a menu key.
    #[serde(default)]
    pub group: Option<String>,
    /// Whether the cells of a column without a field are kept as `header: text` lines of the notes.
    #[serde(default)]
    pub keep_in_notes: bool,
    /// How sure the suggestion is, 0 to 100.
    #[serde(default)]
    pub confidence: u8,
    /// Why, as a sentence.
    #[serde(default)]
    pub why: String,
    /// The first few different values; none for a secret column.
    #[serde(default)]
    pub samples: Vec<String>,
    /// Whether the column holds secrets: never mapped, sampled or kept.
    #[serde(default)]
    pub secret: bool,
}

/// Suggests a meaning for each column of the table whose header is in `header_row` (1-based; 0 = none).
pub fn columns_at(
    sheet: &Sheet,
    header_row: usize,
    target: ImportTarget,
    country: Country,
) -> Vec<ColumnMap> {
    let facts = facts(sheet, header_row::at(sheet, header_row), country);
    let format = formats::recognise(formats::known(), facts.iter().map(|facts| facts.series.as_str()));
    columns_of(&facts, target, format.as_ref())
}

/// The columns as a list of `target`; what a format settles holds for its own kind of list only.
pub(super) fn columns_of(facts: &[Facts], target: ImportTarget, format: Option<&Format>) -> Vec<ColumnMap> {
    let format = format.filter(|format| format.target == target);
    let options: Vec<_> = facts.iter().map(|facts| options(facts, target, format)).collect();
    assign(facts, &options)
}

/// Headers that occur more than once above columns of which at least one is mapped, with their positions, so
/// that a person is asked which column is meant.
pub fn duplicate_headers(columns: &[ColumnMap]) -> Vec<(String, Vec<usize>)> {
    let mut found: BTreeMap<String, (String, Vec<usize>, bool)> = BTreeMap::new();
    for column in columns.iter().filter(|column| !column.header.is_empty()) {
        let entry = found
            .entry(normalise_header(&column.header))
            .or_insert_with(|| (column.header.clone(), Vec::new(), false));
        entry.1.push(column.index);
        entry.2 |= column.field.is_some();
    }
    let mut twice: Vec<(String, Vec<usize>)> = found
        .into_values()
        .filter(|(_, places, mapped)| places.len() > 1 && *mapped)
        .map(|(header, places, _)| (header, places))
        .collect();
    twice.sort_by_key(|(_, places)| places.first().copied());
    twice
}
