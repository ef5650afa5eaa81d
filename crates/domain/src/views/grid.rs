//! How a grid asks for a window of rows.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which rows, in which order, and which window of them.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct GridQuery {
    /// Text or digits looked for in every searchable column.
    pub search: Option<String>,
    /// All must hold.
    pub filters: Vec<GridFilter>,
    /// First key first; ties are broken the same way on every database.
    pub sort: Vec<GridSort>,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to give; at most 1,000.
    pub limit: u32,
}

/// A condition on one column: its value is one of these. An empty text stands for "nothing there".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GridFilter {
    /// The column's name, as in the row.
    pub column: String,
    /// Any of these will do.
    pub values: Vec<String>,
}

/// A sort key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GridSort {
    /// The column's name, as in the row.
    pub column: String,
    /// Largest first.
    #[serde(default)]
    pub descending: bool,
}

/// A window of rows.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Page<T> {
    /// How many rows there are without the window.
    #[ts(type = "number")]
    pub total: i64,
    /// The window.
    pub rows: Vec<T>,
}
