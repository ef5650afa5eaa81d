//! What this machine remembers between starts: which workspaces were open and who acts in each. Passwords are
//! never among it.

use portflow_domain::ids::TeamMemberId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::dto::workspace::{RecentWorkspace, WorkspaceKind};
use crate::error::{ApiError, ErrorCode, Result};
use crate::files::write_atomically;

/// Recent workspaces kept.
const MAX_RECENT: usize = 12;

/// Where this program keeps its own files.
#[derive(Debug, Clone)]
pub struct Folders {
    /// Configuration: `config.json`, key files.
    pub config: PathBuf,
    /// Data: the default workspace, logs.
    pub data: PathBuf,
}

impl Folders {
    /// The folders of the operating system for this user; the window and the command line share them.
    pub fn of_this_user() -> Result<Self> {
        let folders = directories::ProjectDirs::from("app", "PortFlow", "PortFlow").ok_or_else(|| {
            ApiError::new(ErrorCode::File, "This user has no home folder.")
                .hint("Set HOME to a folder that you may write to.")
        })?;
        Ok(Self {
            config: folders.config_dir().to_owned(),
            data: folders.data_dir().to_owned(),
        })
    }

    /// The workspace used when nobody names one.
    pub fn default_workspace(&self) -> PathBuf {
        self.data.join("workspace.portflow")
    }
}

/// How to find a workspace again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Location {
    /// A file.
    LocalFile {
        /// Its absolute path.
        path: PathBuf,
    },
    /// A database; the password is asked for.
    SharedPostgres {
        /// Host name or address.
        host: String,
        /// Port.
        port: u16,
        /// Database name.
        database: String,
        /// Role.
        user: String,
    },
}

impl Location {
    /// What to call it on screen.
    pub fn label(&self) -> String {
        match self {
            Self::LocalFile { path } => crate::files::file_name(path),
            Self::SharedPostgres { host, database, .. } => format!("{database} on {host}"),
        }
    }

    /// File or server.
    pub fn kind(&self) -> WorkspaceKind {
        match self {
            Self::LocalFile { .. } => WorkspaceKind::LocalFile,
            Self::SharedPostgres { .. } => WorkspaceKind::SharedPostgres,
        }
    }
}

/// The content of `config.json`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Config {
    /// Workspaces opened before, latest first; the first is opened at start.
    pub recent: Vec<Location>,
    /// Workspace id → member who acts on this machine.
    pub members: BTreeMap<String, TeamMemberId>,
}

impl Config {
    /// Reads the configuration; a missing or damaged one counts as empty, for nothing in it is irreplaceable.
    pub fn load(folders: &Folders) -> Self {
        let text = std::fs::read(path(&folders.config)).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// Writes the configuration.
    pub fn save(&self, folders: &Folders) -> Result<()> {
        let failed = |error: &dyn std::error::Error| {
            ApiError::new(
                ErrorCode::File,
                format!("The configuration could not be written: {error}."),
            )
            .hint("Check that your user may write to its own configuration folder.")
        };
        std::fs::create_dir_all(&folders.config).map_err(|error| failed(&error))?;
        let text = serde_json::to_vec_pretty(self).map_err(|error| failed(&error))?;
        write_atomically(&path(&folders.config), &text)
    }

    /// Puts a workspace at the head of the recent list.
    pub fn opened(&mut self, location: Location) {
        self.recent.retain(|known| *known != location);
        self.recent.insert(0, location);
        self.recent.truncate(MAX_RECENT);
    }

    /// The recent list as the page sees it.
    pub fn recent_for_page(&self) -> Vec<RecentWorkspace> {
        let entry = |(index, location): (usize, &Location)| RecentWorkspace {
            id: format!("recent-{index}"),
            kind: location.kind(),
            label: location.label(),
        };
        self.recent.iter().enumerate().map(entry).collect()
    }

    /// The place behind an entry of that list.
    pub fn recent(&self, id: &str) -> Option<&Location> {
        self.recent
            .get(id.strip_prefix("recent-")?.parse::<usize>().ok()?)
    }
}

fn path(folder: &Path) -> PathBuf {
    folder.join("config.json")
}
