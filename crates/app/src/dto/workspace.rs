//! Opening a workspace and saying who one is.

use portflow_domain::entities::TeamMember;
use portflow_domain::enums::TeamRole;
use portflow_domain::ids::{TeamMemberId, WorkspaceId};
use portflow_domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{ApiError, Result};
use crate::files;

/// Which database holds a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WorkspaceKind {
    /// A file of this machine.
    LocalFile,
    /// A PostgreSQL database that a team shares.
    SharedPostgres,
}

/// The open workspace.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceInfo {
    /// Its identity, the same wherever the file is copied to.
    pub id: WorkspaceId,
    /// File or server.
    pub kind: WorkspaceKind,
    /// File name, or `database on host`; never a password.
    pub label: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// Where its secrets' key lies, in words.
    pub key_storage: String,
}

/// A workspace that was open before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecentWorkspace {
    /// Stands for the path or the server; the page never sees either.
    pub id: String,
    /// File or server.
    pub kind: WorkspaceKind,
    /// What to call it.
    pub label: String,
}

/// Everything the shell must know at start.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionInfo {
    /// PortFlow's version.
    pub application_version: String,
    /// The open workspace, if any.
    pub workspace: Option<WorkspaceInfo>,
    /// Who acts on this machine in this workspace, if they have said so.
    pub member: Option<TeamMember>,
    /// Who could be acting.
    pub members: Vec<TeamMember>,
    /// Workspaces opened before, latest first.
    pub recent: Vec<RecentWorkspace>,
    /// Why the last workspace could not be opened at start, if it could not.
    pub opening_problem: Option<crate::error::ApiError>,
}

/// What a new workspace begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StartWith {
    /// Nothing but you and the built-in carriers.
    Empty,
    /// A fictitious customer imported from sample spreadsheets.
    Demonstration,
}

/// Make a workspace and be its first member.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CreateWorkspace {
    /// Where to write it (a handle from the save dialog); the default place when absent.
    pub file_id: Option<String>,
    /// Your name.
    pub display_name: String,
    /// Your e-mail address; it is who you are in this workspace.
    pub email: String,
    /// Empty or with a demonstration.
    pub start_with: StartWith,
}

/// Open a workspace file or one of the recent ones; exactly one of the two.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenWorkspace {
    /// A handle from the open dialog or a drop.
    pub file_id: Option<String>,
    /// An entry of the recent list.
    pub recent_id: Option<String>,
    /// The password of a recent shared workspace.
    pub password: Option<String>,
}

/// Connect to a PostgreSQL workspace.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConnectWorkspace {
    /// Host name or address.
    pub host: String,
    /// Port; 5432 when absent.
    pub port: Option<u16>,
    /// The database's name.
    pub database: String,
    /// The database role to act as.
    pub user: String,
    /// Its password; never stored in the list of recent workspaces.
    pub password: Option<String>,
    /// Prepare an empty database as a new workspace.
    pub create: bool,
}

impl std::fmt::Debug for ConnectWorkspace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "ConnectWorkspace({}@{}/{})",
            self.user, self.host, self.database
        )
    }
}

/// Say which member acts on this machine.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChooseMember {
    /// The member.
    pub id: TeamMemberId,
}

/// Add somebody to the team. On a workspace without members, this is you, an admin.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddMember {
    /// Their name.
    pub display_name: String,
    /// Their e-mail address, unique in the workspace.
    pub email: String,
    /// What they may do.
    pub role: TeamRole,
}

/// Where a backup was written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedFile {
    /// The file's name, without its folder.
    pub file_name: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 of the content, hexadecimal.
    pub sha256: String,
}

impl SavedFile {
    /// What is told of a file that was written.
    pub fn of(path: &std::path::Path, bytes: &[u8]) -> Self {
        Self {
            file_name: files::file_name(path),
            size: bytes.len() as u64,
            sha256: files::sha256(bytes),
        }
    }

    /// The same of a file that is too large to hold; takes as long as reading it.
    pub async fn written(path: &std::path::Path) -> Result<Self> {
        let place = path.to_owned();
        let read = tokio::task::spawn_blocking(move || files::sha256_of(&place));
        let (size, sha256) = read.await.map_err(|error| ApiError::internal(&error))??;
        Ok(Self {
            file_name: files::file_name(path),
            size,
            sha256,
        })
    }
}

/// Counts for `portflow status`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceStatus {
    /// The workspace.
    pub workspace: WorkspaceInfo,
    /// Every migration with its counts.
    pub migrations: Vec<portflow_domain::views::MigrationOverview>,
}

/// Where to write a file: a handle from the save dialog.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveTo {
    /// The handle.
    pub file_id: String,
}

/// What a check of the workspace found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceCheck {
    /// What is wrong, in words; nothing when all is well.
    pub problems: Vec<String>,
}
