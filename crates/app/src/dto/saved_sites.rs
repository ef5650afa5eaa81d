//! A site saved as a workspace file of its own.

use portflow_domain::ids::SiteId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::workspace::SavedFile;

/// Write a site with everything that belongs to it as a workspace file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveSite {
    /// The site.
    pub site_id: SiteId,
    /// Where to: a handle from the save dialog.
    pub file_id: String,
    /// Names the work, for its progress and for stopping it.
    #[serde(default)]
    pub task_id: Option<String>,
}

/// What was written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedSite {
    /// The file.
    pub file: SavedFile,
    /// How many rows it holds, table by table; tables without any are left out.
    pub tables: Vec<SavedRows>,
    /// Account numbers and PINs that are not in it: their key stays with this workspace.
    pub secrets_left_out: u64,
    /// Steps of orders whose proof is a carrier's status list and not in it: such a list names other customers, too.
    pub documents_left_out: u64,
}

/// Rows of one table.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedRows {
    /// The table.
    pub table: String,
    /// How many.
    pub rows: u64,
}
