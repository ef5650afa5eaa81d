//! Committed imports: what they did, what they refused, and how they are undone.

use portflow_domain::entities::{ImportBatch, ImportSheet};
use portflow_domain::enums::ImportTarget;
use portflow_domain::ids::ImportBatchId;
use portflow_domain::import::{Issue, OriginalCell};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::imports::EntityOutcomes;

/// A committed import.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportBatchDetail {
    /// The record.
    pub batch: ImportBatch,
    /// Who imported it.
    pub imported_by_name: String,
    /// The sheets and how they were read.
    pub sheets: Vec<ImportSheet>,
    /// What it did with each kind of record.
    pub by_entity: Vec<EntityOutcomes>,
    /// Its rejected records, the first thousand of them.
    pub rejected: Vec<RejectedRow>,
}

/// A record that was refused.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RejectedRow {
    /// The name of its sheet.
    pub sheet: String,
    /// Its row as Excel counts.
    pub source_row: i64,
    /// What it describes.
    pub entity: ImportTarget,
    /// The cells as imported, secret columns left out.
    pub cells: Vec<OriginalCell>,
    /// Why it was refused, and what else was said about it.
    pub issues: Vec<Issue>,
}

/// Write the rejected records of an import as a workbook.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveRejected {
    /// The import.
    pub id: ImportBatchId,
    /// Where to: a handle of the save dialog.
    pub file_id: String,
}

/// Undo an import as previewed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UndoImport {
    /// The import.
    pub id: ImportBatchId,
    /// The preview's; when absent the import is undone as far as it goes now.
    #[serde(default)]
    pub fingerprint: Option<String>,
    /// A name for this piece of work, for progress and for stopping it.
    #[serde(default)]
    pub task_id: Option<String>,
}

/// What undoing an import does, or has done.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportUndo {
    /// The import.
    pub batch: ImportBatch,
    /// What goes back, by kind of record.
    pub by_entity: Vec<UndoCounts>,
    /// Records that stay as they are, with the reason.
    pub kept: Vec<KeptRecord>,
    /// Stands for this answer; undoing refuses when it has changed.
    pub fingerprint: String,
}

/// What undoing does with one kind of record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UndoCounts {
    /// The kind.
    pub entity: ImportTarget,
    /// Records that the import brought and that go.
    pub removed: usize,
    /// Records that the import changed and that are as before again.
    pub restored: usize,
    /// Records that stay.
    pub kept: usize,
}

/// A record that undoing leaves as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeptRecord {
    /// The kind.
    pub entity: ImportTarget,
    /// How people know it: a number, a UPN, a name.
    pub name: String,
    /// The name of its sheet.
    pub sheet: String,
    /// Its row as Excel counts.
    pub source_row: i64,
    /// Why it stays, as a sentence.
    pub reason: String,
}
