//! The workspace: one file or one database.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::WorkspaceId;
use crate::timestamp::Timestamp;

/// The one row that says what this workspace is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Workspace {
    /// Tells workspaces apart when their files are copied or renamed.
    pub workspace_id: WorkspaceId,
    /// The number of the newest migration applied.
    pub format_version: i64,
    /// The program that last upgraded it.
    pub application_version: String,
    /// When it was made.
    pub created_at: Timestamp,
}
