//! The discovery of a site as a workbook that a customer fills in, and what came back in it.

use portflow_domain::discovery_book::{BookProblem, Change};
use portflow_domain::ids::SiteId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Write the discovery of a site as a workbook.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportDiscoveryWorkbook {
    /// The site.
    pub site_id: SiteId,
    /// Where, by its handle.
    pub file_id: String,
}

/// Read a workbook that came back; nothing is stored.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadDiscoveryWorkbook {
    /// The site.
    pub site_id: SiteId,
    /// The file, by its handle.
    pub file_id: String,
}

/// What a workbook that came back would change.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DiscoveryWorkbookReview {
    /// Name of the file.
    pub file_name: String,
    /// Rows that it changes, in the order of the sheets.
    pub changes: Vec<Change>,
    /// What has to be known; an error keeps the whole workbook out.
    pub problems: Vec<BookProblem>,
    /// Stands for the review: it changes with the file and with what is stored.
    pub fingerprint: String,
}

/// Store what a workbook changes.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ApplyDiscoveryWorkbook {
    /// The site.
    pub site_id: SiteId,
    /// The file, by its handle.
    pub file_id: String,
    /// The review that was looked at.
    pub fingerprint: String,
    /// Where both sides changed a field and the workbook's value is taken: `change/field`. A row that is gone from the
    /// workbook is removed only where the change itself stands here.
    #[serde(default)]
    pub take_theirs: Vec<String>,
    /// Where ours stays: `change/field`, or the change for a row that is gone from the workbook.
    #[serde(default)]
    pub keep_ours: Vec<String>,
    /// Changes that are left out altogether.
    #[serde(default)]
    pub leave_out: Vec<String>,
}

/// What was stored of a workbook.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "rows by what became of them")]
pub struct AppliedDiscoveryWorkbook {
    pub changed: usize,
    pub added: usize,
    pub removed: usize,
}
