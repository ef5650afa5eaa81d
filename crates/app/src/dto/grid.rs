//! How a grid sends back what was typed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A value typed into one cell.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CellEdit<I> {
    /// The row.
    pub id: I,
    /// The revision you saw.
    pub revision: i64,
    /// The column's name, as in the row.
    pub column: String,
    /// The text typed; nothing clears the cell.
    pub value: Option<String>,
}

/// Cells to store as one change: all of them or none.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EditCells<I> {
    /// The cells.
    pub edits: Vec<CellEdit<I>>,
}

/// Why a cell was not accepted.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CellProblem {
    /// Index into the edits sent.
    pub index: u32,
    /// What is wrong and what would do.
    pub message: String,
}

/// What became of an edit: the rows as stored, or the cells that stand in the way (then nothing was stored).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EditResult<T> {
    /// The rows as stored.
    pub rows: Vec<T>,
    /// Cells that were refused.
    pub problems: Vec<CellProblem>,
    /// The change set, for undo; absent when nothing was stored.
    pub change_set_id: Option<portflow_domain::ids::ChangeSetId>,
}
