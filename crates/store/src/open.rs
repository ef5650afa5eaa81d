//! What making and opening a workspace have in common on both databases: the first row, the format and the key.

use std::sync::Arc;

use portflow_domain::entities::workspace::Workspace;
use portflow_domain::ids::{EntityId, WorkspaceId};
use portflow_domain::timestamp::Timestamp;
use sqlx::migrate::{MigrateError, Migrator};

use crate::column::{AnyRow, Column};
use crate::error::{Result, StoreError};
use crate::row::Record;
use crate::secret::{Key, Keyring, SecretCodec, SecretError};
use crate::tx::{CodecOrReason, Tx, exec, opt};

/// What a workspace is made with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWorkspace {
    /// Its identity.
    pub workspace_id: WorkspaceId,
    /// The version of the program that makes it.
    pub application_version: String,
    /// The present instant.
    pub now: Timestamp,
}

impl Record for Workspace {
    fn read(row: &AnyRow<'_>) -> sqlx::Result<Self> {
        Ok(Self {
            workspace_id: WorkspaceId::from_uuid(Column::read_from(row, "workspace_id")?),
            format_version: Column::read_from(row, "format_version")?,
            application_version: Column::read_from(row, "application_version")?,
            created_at: Column::read_from(row, "created_at")?,
        })
    }
}

/// The one row of the workspace, if it was written.
pub(crate) async fn find_workspace(tx: &mut Tx) -> Result<Option<Workspace>> {
    opt!(
        tx,
        Workspace,
        "SELECT workspace_id, format_version, application_version, created_at FROM workspace"
    )
}

/// Writes the one row of a new workspace.
pub(crate) async fn insert_workspace(tx: &mut Tx, new: &NewWorkspace, format: i64) -> Result<()> {
    exec!(
        tx,
        "INSERT INTO workspace (workspace_id, format_version, application_version, created_at)
         VALUES ($1, $2, $3, $4)",
        new.workspace_id.uuid(),
        format,
        new.application_version,
        new.now
    )?;
    Ok(())
}

/// Notes the format that a workspace was brought to.
pub(crate) async fn update_format(tx: &mut Tx, format: i64) -> Result<()> {
    exec!(
        tx,
        "UPDATE workspace SET format_version = $1 WHERE format_version < $1",
        format
    )?;
    Ok(())
}

/// The number of the newest migration.
pub(crate) fn newest(migrations: &Migrator) -> i64 {
    migrations
        .iter()
        .map(|migration| migration.version)
        .max()
        .unwrap_or_default()
}

/// A migration that did not go through.
pub(crate) fn upgrade_failed(error: MigrateError) -> StoreError {
    if let MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) = error {
        return StoreError::from(error).or_during(|why| StoreError::UpgradeFailed { why });
    }
    StoreError::UpgradeFailed {
        why: error.to_string(),
    }
}

/// Whether any secret is sealed in the workspace.
pub(crate) async fn holds_secrets(tx: &mut Tx) -> Result<bool> {
    let sql = "SELECT count(*) AS value FROM losing_accounts
        WHERE account_number_sealed IS NOT NULL OR pin_sealed IS NOT NULL";
    let sealed: i64 = tx.fetch_value(sql.into(), Vec::new()).await?;
    Ok(sealed > 0)
}

/// Makes and keeps the key of a new workspace.
pub(crate) fn make_key(keyring: &dyn Keyring, workspace: WorkspaceId) -> Result<()> {
    if keyring.key(workspace)?.is_none() {
        keyring.keep(workspace, &Key::random()?)?;
    }
    Ok(())
}

/// The codec of a workspace. Without a key the workspace opens all the same; only its secrets stay closed.
pub(crate) fn codec(keyring: &dyn Keyring, workspace: WorkspaceId) -> Arc<CodecOrReason> {
    Arc::new(match keyring.key(workspace) {
        Ok(Some(key)) => Ok(SecretCodec::new(&key)),
        Ok(None) => Err(SecretError::KeyMissing {
            place: keyring.place(),
        }),
        Err(error) => Err(error),
    })
}

/// The codec of a transaction that needs none: making and upgrading touch no secret.
pub(crate) fn no_codec() -> Arc<CodecOrReason> {
    Arc::new(Err(SecretError::KeyMissing {
        place: "no place yet".to_owned(),
    }))
}
