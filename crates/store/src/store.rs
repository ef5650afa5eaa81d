//! An open workspace, whichever database holds it.

use std::path::Path;
use std::sync::Arc;

use portflow_domain::entities::workspace::Workspace;

use crate::error::{Result, StoreError};
use crate::pool::Pool;
use crate::secret::{Keyring, SecretError};
use crate::tx::{CodecOrReason, Tx};
use crate::watch::{self, ChangeWatch};
use crate::{check, open, sqlite_file};

/// An open workspace. Clones share their connections.
#[derive(Clone)]
pub struct Store {
    pool: Pool,
    codec: Arc<CodecOrReason>,
    key_place: Arc<str>,
    /// Tells this store's commits from those of others.
    origin: Arc<str>,
}

impl Store {
    /// The store over connections to a workspace of this program's format.
    pub(crate) async fn over(pool: Pool, keyring: &dyn Keyring) -> Result<Self> {
        let mut store = Self {
            pool,
            codec: open::no_codec(),
            key_place: keyring.place().into(),
            origin: watch::origin()?.into(),
        };
        let workspace = store.workspace().await?;
        store.codec = open::codec(keyring, workspace.workspace_id);
        Ok(store)
    }

    /// Makes a key for a file that has none on this machine and holds no secret yet, such as the file of a site that
    /// somebody else has saved: secrets can be entered in it from now on. Without a place for keys it opens all the same.
    pub(crate) async fn with_key(mut self, keyring: &dyn Keyring) -> Result<Self> {
        let is_without = matches!(*self.codec, Err(SecretError::KeyMissing { .. }));
        if is_without && !open::holds_secrets(&mut self.read().await?).await? {
            let workspace = self.workspace().await?.workspace_id;
            if open::make_key(keyring, workspace).is_ok() {
                self.codec = open::codec(keyring, workspace);
            }
        }
        Ok(self)
    }

    /// The row that says what this workspace is.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when it is gone.
    pub async fn workspace(&self) -> Result<Workspace> {
        let found = open::find_workspace(&mut self.read().await?).await?;
        found.ok_or_else(|| StoreError::Damaged {
            place: "the workspace".to_owned(),
        })
    }

    /// Where the key of this workspace's secrets lies, in words.
    pub fn key_place(&self) -> &str {
        &self.key_place
    }

    /// A transaction that sees one state of the data. It cannot write on PostgreSQL and must not on SQLite.
    pub async fn read(&self) -> Result<Tx> {
        let connection = self.pool.begin_read().await?;
        Ok(Tx::new(connection, Arc::clone(&self.codec), None))
    }

    /// A transaction that writes. Writers take turns, in this program and across programs, so that what one has
    /// read stays true until it commits.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when another writer takes too long, [`StoreError::ReadOnly`].
    pub async fn write(&self) -> Result<Tx> {
        let connection = self.pool.begin_write().await?;
        let is_heard = matches!(self.pool, Pool::Postgres(_));
        let announcement = is_heard.then(|| Arc::clone(&self.origin));
        Ok(Tx::new(connection, Arc::clone(&self.codec), announcement))
    }

    /// Writes a complete copy of a workspace file to `path`; an older copy there is replaced once the new one is
    /// whole.
    ///
    /// # Errors
    /// [`StoreError::BackupOnServer`] on PostgreSQL, [`StoreError::FileExists`] when `path` is the workspace itself,
    /// [`StoreError::Inaccessible`] and [`StoreError::DiskFull`].
    pub async fn backup(&self, path: &Path) -> Result<()> {
        match &self.pool {
            Pool::Sqlite(pool) => {
                let mut connection = pool.acquire().await?;
                sqlite_file::backup(&mut connection, path).await
            }
            Pool::Postgres(_) => Err(StoreError::BackupOnServer),
        }
    }

    /// Looks for damage: the file itself, dangling references, counters that differ from a recount. One sentence
    /// per problem; empty when all is well.
    pub async fn check(&self) -> Result<Vec<String>> {
        let mut tx = self.read().await?;
        let mut problems = if tx.is_sqlite() {
            sqlite_file::check(&mut tx).await?
        } else {
            Vec::new()
        };
        problems.extend(check::miscounted(&mut tx).await?);
        Ok(problems)
    }

    /// Waits for commits made by others; see [`ChangeWatch`].
    pub async fn changes(&self) -> Result<ChangeWatch> {
        ChangeWatch::of(&self.pool, Arc::clone(&self.origin)).await
    }

    /// Closes every connection. A workspace file is then complete in itself.
    pub async fn close(&self) {
        match &self.pool {
            Pool::Sqlite(pool) => pool.close().await,
            Pool::Postgres(pool) => pool.close().await,
        }
    }
}
