//! What the store's failures mean to a person, and what to do about each.

use portflow_store::StoreError;

use crate::error::{ApiError, ErrorCode};

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        let Some((code, hint)) = advice(&error) else {
            return Self::internal(&error);
        };
        let field = if let StoreError::Duplicate { field, .. } = &error {
            Some(camel_case(field))
        } else {
            None
        };
        let message = sentence(&error.to_string());
        Self {
            code,
            message,
            field,
            cause: None,
            hints: vec![hint.to_owned()],
        }
    }
}

/// The code and the remedy; nothing for a fault of ours.
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "whatever has no remedy is a fault of ours"
)]
fn advice(error: &StoreError) -> Option<(ErrorCode, &'static str)> {
    use ErrorCode::{Conflict, Database, File, InvalidInput, NotFound, Refused, WorkspaceNeedsUpgrade};
    Some(match error {
        StoreError::FileMissing { .. } => (
            File,
            "Check the path, or create a workspace with `portflow init`.",
        ),
        StoreError::FileExists { .. } => (File, "Open it, or choose another name."),
        StoreError::NotAWorkspace { .. } => (Database, "Choose a .portflow file or a PortFlow database."),
        StoreError::Damaged { .. } => (
            Database,
            "Keep the file as it is and open the latest backup beside it (*.backup.portflow).",
        ),
        StoreError::Newer { .. } => (
            Database,
            "Install the newer version of PortFlow; nothing was changed.",
        ),
        StoreError::ReadOnly { .. } => (Database, "Copy the file to a folder that you may write to."),
        StoreError::Inaccessible { .. } => (File, "Check that you may read and write the file."),
        StoreError::Held { .. } | StoreError::Busy => (
            Database,
            "Close other programs that use the workspace and try again.",
        ),
        StoreError::DiskFull => (Database, "Free some space and try again; nothing was stored."),
        StoreError::BadAddress => (InvalidInput, "Write postgres://user@host:5432/database."),
        StoreError::Unreachable { .. } => (
            Database,
            "Check host, port and network; your local workspaces still work.",
        ),
        StoreError::PasswordRefused { .. } => {
            (Database, "Type the password again, or ask who runs the server.")
        }
        StoreError::TlsRefused { .. } => (
            Database,
            "Only this machine's own server may go without a verified certificate.",
        ),
        StoreError::DatabaseMissing { .. } => (Database, "Check the database's name."),
        StoreError::NeedsUpgrade { .. } => (
            WorkspaceNeedsUpgrade,
            "Somebody who may runs `portflow workspace upgrade`; until then use the older version.",
        ),
        StoreError::UpgradeFailed { .. } => (Database, "The workspace is as it was; send the log file."),
        StoreError::BadQuery { .. } => (InvalidInput, "Use a column of the grid and one of its values."),
        StoreError::DatabaseInUse { .. } => (Database, "Connect to it, or choose an empty database."),
        StoreError::BackupOnServer => (Refused, "Use the database server's own backup."),
        StoreError::Conflict { .. } => (Conflict, "Look at the new values, then try again."),
        StoreError::NotFound { .. } => (NotFound, "Read the list again."),
        StoreError::Duplicate { .. } => (Conflict, "Choose another value, or use the record that has it."),
        StoreError::IllegalTransition { .. } => (Refused, "Take the steps of the status one by one."),
        StoreError::InUse { .. } => (Refused, "Remove what depends on it first."),
        StoreError::Secret(_) => (
            Database,
            "The key of this workspace's secrets is missing here; copy the key file from the machine that has it.",
        ),
        _ => return None,
    })
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters
        .next()
        .map(|c| c.to_uppercase().to_string())
        .unwrap_or_default();
    format!("{first}{}.", letters.as_str().trim_end_matches('.'))
}

fn camel_case(field: &str) -> String {
    let mut parts = field.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| {
        let mut letters = part.chars();
        let head = letters
            .next()
            .map(|c| c.to_uppercase().to_string())
            .unwrap_or_default();
        name + &head + letters.as_str()
    })
}
