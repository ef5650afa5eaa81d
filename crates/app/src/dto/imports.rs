//! Importing spreadsheets: open, choose, look, mend, commit. What was committed is in `import_batches`.

use portflow_domain::entities::ImportBatch;
use portflow_domain::enums::ImportTarget;
use portflow_domain::ids::{MappingProfileId, MigrationId, SiteId};
use portflow_domain::import::{
    DateOrder, IgnoredRow, ImportCounts, ImportSettings, ImportWarning, IssueCode, PlanChoices,
};
use portflow_domain::mapping::{ColumnMap, FieldDefault, Refusal, ValueMap};
use portflow_domain::porting::Severity;
use portflow_domain::workbook::Visibility;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::ApiError;

/// Open chosen files, to be imported together.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenImport {
    /// The handles of a drop or a dialog.
    pub files: Vec<String>,
    /// The migration whose country numbers without one belong to.
    #[serde(default)]
    pub migration_id: Option<MigrationId>,
    /// Country of numbers written without one; the site's when absent.
    #[serde(default)]
    pub country: Option<String>,
}

/// Cells copied in a spreadsheet program, to be imported like a file. They may hold secrets and are never printed.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PasteCells {
    /// A line per row, tabs between the cells.
    pub text: String,
}

/// What is in the files.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenedImport {
    /// The files that could be read.
    pub files: Vec<ImportFile>,
    /// The files that could not, where others could or one leads to its site.
    pub refused: Vec<RefusedFile>,
    /// Which of those are discovery workbooks of sites of this workspace.
    pub discovery_workbooks: Vec<RefusedWorkbook>,
}

/// What is in one file.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportFile {
    /// The handle.
    pub file: String,
    /// Its name.
    pub file_name: String,
    /// What the bytes are: `xlsx`, `csv`.
    pub format: String,
    /// Of a text table, its encoding.
    pub encoding: Option<String>,
    /// Its sheets, in order; a text table is one sheet named by the file's stem.
    pub sheets: Vec<SheetSummary>,
}

/// A file that cannot be imported.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RefusedFile {
    /// The handle.
    pub file: String,
    /// Why, and what to do.
    pub error: ApiError,
}

/// A discovery workbook among files that were to be imported.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RefusedWorkbook {
    /// The handle.
    pub file: String,
    /// The site at which it is read back.
    pub site_id: SiteId,
}

/// One sheet of a file.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetSummary {
    /// The name on the tab.
    pub name: String,
    /// Whether people see it.
    pub visibility: Visibility,
    /// Rows, blank ones included.
    pub rows: usize,
    /// Rows that are hidden or filtered away and are data all the same.
    pub hidden_rows: usize,
    /// Whether it is read unless somebody says otherwise.
    pub suggested: bool,
    /// Why it is not offered first: `empty`, `hidden`, `very hidden` or `no header`.
    pub ignored_why: Option<String>,
    /// Why it cannot be imported at all.
    pub refusal: Option<Refusal>,
    /// The header's row as Excel counts, the lower one of two; 0 when none was found.
    pub header_row: usize,
    /// What its rows seem to be.
    pub target: Option<ImportTarget>,
    /// The known export that it is, such as `freepbx_dids`.
    pub format_id: Option<String>,
    /// The profile made for this header.
    pub profile: Option<ProfileName>,
    /// The first rows as text, for choosing the header row.
    pub first_rows: Vec<Vec<String>>,
}

/// A mapping profile by name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProfileName {
    /// The profile.
    pub id: MappingProfileId,
    /// Its name.
    pub name: String,
}

/// What a person chose so far; what is absent is suggested.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportChoices {
    /// The files, whose sheets are read in this order.
    pub files: Vec<String>,
    /// Where to.
    pub migration_id: MigrationId,
    /// The sheets; when absent every visible one that holds a table.
    #[serde(default)]
    pub sheets: Option<Vec<SheetChoices>>,
    /// Country of numbers written without one; the site's when absent.
    #[serde(default)]
    pub country: Option<String>,
    /// The site of rows that name none and whose address is no site's; without it they are refused.
    #[serde(default)]
    pub site: Option<String>,
    /// Cells as mended; the file itself stays as it is.
    #[serde(default)]
    pub edits: Vec<ImportEdit>,
    /// What was decided about conflicts.
    #[serde(default)]
    pub plan: PlanChoices,
}

impl ImportChoices {
    /// Everything about some files suggested.
    pub fn of(files: Vec<String>, migration_id: MigrationId) -> Self {
        Self {
            files,
            migration_id,
            sheets: None,
            country: None,
            site: None,
            edits: Vec::new(),
            plan: PlanChoices::default(),
        }
    }
}

/// How one sheet is to be read; what is absent is suggested.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetChoices {
    /// The handle of its file.
    pub file: String,
    /// Its name.
    pub sheet: String,
    /// Whether it is read.
    #[serde(default = "yes")]
    pub include: bool,
    /// What the rows are.
    #[serde(default)]
    pub target: Option<ImportTarget>,
    /// The header's row as Excel counts; 0 for none.
    #[serde(default)]
    pub header_row: Option<usize>,
    /// The columns as confirmed. With another header row or target, leave them out to get suggestions anew.
    #[serde(default)]
    pub columns: Option<Vec<ColumnMap>>,
    /// The meanings of text values as confirmed.
    #[serde(default)]
    pub value_map: Option<Vec<ValueMap>>,
    /// Values for fields without a column.
    #[serde(default)]
    pub defaults: Option<Vec<FieldDefault>>,
    /// How dates such as 03/04/2026 are meant.
    #[serde(default)]
    pub date_order: Option<DateOrder>,
    /// The known export that it is read as.
    #[serde(default)]
    pub format_id: Option<String>,
    /// The profile that suggests; when absent the one made for this header.
    #[serde(default)]
    pub profile_id: Option<MappingProfileId>,
    /// Whether no profile suggests.
    #[serde(default)]
    pub without_profile: bool,
    /// The name under which the commit keeps this mapping for the next file with the same header.
    #[serde(default)]
    pub save_profile_as: Option<String>,
}

impl SheetChoices {
    /// Everything about a sheet suggested.
    pub fn of(file: &str, sheet: &str) -> Self {
        Self {
            file: file.to_owned(),
            sheet: sheet.to_owned(),
            include: true,
            target: None,
            header_row: None,
            columns: None,
            value_map: None,
            defaults: None,
            date_order: None,
            format_id: None,
            profile_id: None,
            without_profile: false,
            save_profile_as: None,
        }
    }
}

fn yes() -> bool {
    true
}

/// One cell as a person mended it, or as it was when the edit is taken away again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportEdit {
    /// The handle of its file.
    pub file: String,
    /// The name of its sheet.
    pub sheet: String,
    /// 1-based.
    pub row: u32,
    /// 0-based.
    pub column: usize,
    /// The new text; empty for an empty cell.
    pub text: String,
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
    /// Records for which `import_fix_all` knows what to write instead.
    pub fixable: usize,
}

/// What committing would do.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportPreview {
    /// The sheets that were read, in order; records name them by their place.
    pub sheets: Vec<SheetPreview>,
    /// The sums over all sheets.
    pub counts: ImportCounts,
    /// The outcomes of each kind of record, kinds without any left out.
    pub by_entity: Vec<EntityOutcomes>,
    /// Problems by kind, errors first.
    pub facets: Vec<ProblemFacet>,
    /// Fields that somebody has changed since the last import and the file wants otherwise.
    pub conflicts: usize,
    /// Where numbers and people of the files are met a second time.
    pub duplicates: DuplicateCounts,
    /// Remarks about the sheets.
    pub warnings: Vec<ImportWarning>,
    /// Rows without a record.
    pub ignored: Vec<IgnoredRow>,
    /// Earlier imports of one of these very files into this migration.
    pub same_file: Vec<ImportBatch>,
    /// Stands for this plan; commit refuses when it has changed.
    pub fingerprint: String,
}

/// How one sheet was read.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetPreview {
    /// The handle of its file.
    pub file: String,
    /// The file's name.
    pub file_name: String,
    /// Its name.
    pub sheet: String,
    /// Every choice, suggested ones included.
    pub settings: ImportSettings,
    /// The profile that suggested.
    pub profile: Option<ProfileName>,
    /// What must be decided before the sheet can be committed, by its cause: `no_identity_column`,
    /// `duplicate_headers`, `header_only`, or why it cannot be imported at all.
    pub problem: Option<ApiError>,
    /// The sums of this sheet.
    pub counts: ImportCounts,
    /// Rows with a date that is read one way or another: the person says which, nothing is guessed.
    pub ambiguous_dates: Vec<u32>,
    /// The first of these dates as written.
    pub ambiguous_date: Option<String>,
}

/// The outcomes of one kind of record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "counts named after outcomes")]
pub struct EntityOutcomes {
    /// The kind.
    pub entity: ImportTarget,
    pub inserted: usize,
    pub updated: usize,
    pub unchanged: usize,
    pub rejected: usize,
}

/// Where a record is met a second time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DuplicateCounts {
    /// In an earlier row of these files: rejected.
    pub in_files: usize,
    /// In this migration: recognised, and updated or left alone.
    pub in_migration: usize,
    /// In another migration: a warning.
    pub in_other_migrations: usize,
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
