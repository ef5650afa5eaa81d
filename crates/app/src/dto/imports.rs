//! Importing a spreadsheet: open, choose, look, commit.

use portflow_domain::changes::FieldChange;
use portflow_domain::entities::{ImportBatch, ImportRow, ImportSheet};
use portflow_domain::enums::{ImportOutcome, ImportTarget};
use portflow_domain::ids::MigrationId;
use portflow_domain::import::{
    IgnoredRow, ImportCounts, ImportSettings, ImportWarning, Issue, IssueCode, OriginalCell, RecordValues,
};
use portflow_domain::mapping::{ColumnMap, ValueMap};
use portflow_domain::porting::Severity;
use portflow_domain::workbook::Visibility;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Open a chosen file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenImport {
    /// The handle of a drop or a dialog.
    pub file_id: String,
}

/// What is in the file.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportFile {
    /// The handle.
    pub file_id: String,
    /// Its name.
    pub file_name: String,
    /// What the bytes are: `xlsx`, `csv`.
    pub format: String,
    /// Its sheets, in order.
    pub sheets: Vec<SheetSummary>,
}

/// One sheet of the file.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetSummary {
    /// The name on the tab.
    pub name: String,
    /// Whether people see it.
    pub visibility: Visibility,
    /// Rows, blank ones included.
    pub rows: usize,
    /// Why it is not offered first: `empty`, `hidden`, `very hidden` or `no header`.
    pub ignored_why: Option<String>,
    /// The header's row as Excel counts; 0 when none was found.
    pub header_row: usize,
    /// What its rows seem to be.
    pub target: Option<ImportTarget>,
    /// The first rows as text, for choosing the header row.
    pub first_rows: Vec<Vec<String>>,
}

/// What a person chose so far; what is absent is suggested.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportChoices {
    /// The file.
    pub file_id: String,
    /// Where to.
    pub migration_id: MigrationId,
    /// The sheet; the first that holds a table when absent.
    #[serde(default)]
    pub sheet: Option<String>,
    /// What the rows are.
    #[serde(default)]
    pub target: Option<ImportTarget>,
    /// The header's row as Excel counts; 0 for none.
    #[serde(default)]
    pub header_row: Option<usize>,
    /// The columns as confirmed. With another sheet, header row or target, leave them out to get suggestions anew.
    #[serde(default)]
    pub columns: Option<Vec<ColumnMap>>,
    /// The meanings of text values as confirmed.
    #[serde(default)]
    pub value_map: Option<Vec<ValueMap>>,
    /// Country of numbers written without one; the site's when absent.
    #[serde(default)]
    pub country: Option<String>,
}

/// How often a problem occurs.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProblemFacet {
    /// The problem.
    pub code: IssueCode,
    /// Whether it rejects.
    pub severity: Severity,
    /// Records that have it.
    pub count: usize,
    /// One of its texts, as an example.
    pub text: String,
}

/// What committing would do.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportPreview {
    /// The sheet that was read.
    pub sheet: String,
    /// Every choice, suggested ones included.
    pub settings: ImportSettings,
    /// The sums.
    pub counts: ImportCounts,
    /// Problems by kind, errors first.
    pub facets: Vec<ProblemFacet>,
    /// Remarks about the sheet.
    pub warnings: Vec<ImportWarning>,
    /// Rows without a record.
    pub ignored: Vec<IgnoredRow>,
    /// Earlier imports of the very same file into this migration.
    pub same_file: Vec<ImportBatch>,
    /// Stands for this plan; commit refuses when it has changed.
    pub fingerprint: String,
}

/// A window of the plan.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportRowsQuery {
    /// The same choices as in the preview.
    pub choices: ImportChoices,
    /// Only records with this outcome.
    #[serde(default)]
    pub outcome: Option<ImportOutcome>,
    /// Only records with this problem.
    #[serde(default)]
    pub problem: Option<IssueCode>,
    /// Only records with any problem.
    #[serde(default)]
    pub only_problems: bool,
    /// Records to skip.
    pub offset: usize,
    /// Records to give; at most 1,000.
    pub limit: usize,
}

/// One record of the plan as the review shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportPlanRow {
    /// Its row as Excel counts.
    pub source_row: u32,
    /// Its place among the records of the row.
    pub ordinal: u32,
    /// What it describes.
    pub entity: ImportTarget,
    /// What becomes of it.
    pub outcome: ImportOutcome,
    /// The original cells, secret columns left out.
    pub cells: Vec<OriginalCell>,
    /// What was read.
    pub values: Option<RecordValues>,
    /// What is said about it, each with the field whose cell shows it.
    pub issues: Vec<Issue>,
    /// For an update, field by field.
    pub changes: Vec<FieldChange>,
}

/// Commit what was previewed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CommitImport {
    /// The same choices as in the preview.
    pub choices: ImportChoices,
    /// The preview's.
    pub fingerprint: String,
    /// A name for this piece of work, for progress and for stopping it.
    #[serde(default)]
    pub task_id: Option<String>,
}

/// Stop a long piece of work.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CancelTask {
    /// Its name.
    pub task_id: String,
}

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
    /// Its rejected records, the first thousand of them.
    pub rejected: Vec<ImportRow>,
}
