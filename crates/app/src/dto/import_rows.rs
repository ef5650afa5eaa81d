//! The records of a plan as the review shows them, and the edits that mend their cells.

use portflow_domain::changes::FieldChange;
use portflow_domain::enums::{ImportOutcome, ImportTarget};
use portflow_domain::import::{FieldConflict, Issue, IssueCode, OriginalCell, RecordValues};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::imports::{ImportChoices, ImportEdit};

/// A window of the plan.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportRowsQuery {
    /// The same choices as in the preview.
    pub choices: ImportChoices,
    /// Only records with this outcome.
    #[serde(default)]
    pub outcome: Option<ImportOutcome>,
    /// Only records of this kind.
    #[serde(default)]
    pub entity: Option<ImportTarget>,
    /// Only records of the sheet at this place of the preview.
    #[serde(default)]
    pub sheet: Option<usize>,
    /// Only records with this problem.
    #[serde(default)]
    pub problem: Option<IssueCode>,
    /// Only records with any problem.
    #[serde(default)]
    pub only_problems: bool,
    /// Only records with conflicts.
    #[serde(default)]
    pub only_conflicts: bool,
    /// Only records one of whose cells contains this text, whatever its letter case.
    #[serde(default)]
    pub search: Option<String>,
    /// Records to skip.
    pub offset: usize,
    /// Records to give; at most 1,000.
    pub limit: usize,
}

/// One record of the plan as the review shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportPlanRow {
    /// The place of its sheet in the preview.
    pub sheet: usize,
    /// Its row as Excel counts.
    pub source_row: u32,
    /// Its place among the records of the row.
    pub ordinal: u32,
    /// What it describes.
    pub entity: ImportTarget,
    /// What becomes of it.
    pub outcome: ImportOutcome,
    /// The cells, edits applied and secret columns left out.
    pub cells: Vec<OriginalCell>,
    /// The columns of `cells` that were edited.
    pub edited: Vec<usize>,
    /// What was read.
    pub values: Option<RecordValues>,
    /// What is said about it, each with the field whose cell shows it.
    pub issues: Vec<Issue>,
    /// For an update, field by field.
    pub changes: Vec<FieldChange>,
    /// Fields that somebody has changed since the last import.
    pub conflicts: Vec<FieldConflict>,
    /// How `PlanChoices.takeFile` names the record: `entity/key`; a conflict adds `/field`.
    pub key: String,
}

/// Look for a text in the cells of the files.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FindReplace {
    /// The same choices as in the preview.
    pub choices: ImportChoices,
    /// What to find; not empty unless whole cells are meant.
    pub find: String,
    /// What to write instead.
    pub replacement: String,
    /// Only in the sheet at this place of the preview.
    #[serde(default)]
    pub sheet: Option<usize>,
    /// Only in this column, 0-based.
    #[serde(default)]
    pub column: Option<usize>,
    /// Whether the text must be the whole cell.
    #[serde(default)]
    pub whole_cell: bool,
    /// Whether letter case matters.
    #[serde(default)]
    pub match_case: bool,
}

/// Mend every cell that has a problem, where it is plain how.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FixAll {
    /// The same choices as in the preview.
    pub choices: ImportChoices,
    /// The problem.
    pub problem: IssueCode,
    /// What a person adds where the problem needs it: the area code for numbers without one.
    #[serde(default)]
    pub with: Option<String>,
}

/// The edits that a replacement or a fix would make. Nothing is changed until they are among the choices, so
/// taking them out again undoes them.
#[derive(Debug, Clone, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportEdits {
    /// One per cell.
    pub edits: Vec<ImportEdit>,
    /// The first few cells as they are now, in the order of the edits.
    pub before: Vec<String>,
}
