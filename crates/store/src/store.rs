//! An open workspace, whichever database holds it.

use std::path::Path;
use std::sync::Arc;

use portflow_domain::entities::workspace::Workspace;
use portflow_domain::ids::WorkspaceId;
use portflow_domain::timestamp::Timestamp;

use crate::error::{Result, StoreError};
use crate::postgres::{self, PostgresTarget, PostgresWorkspace};
use crate::secret::{Keyring, Vault};
use crate::sqlite::{self, SqliteWorkspace};
use crate::tx::{Inner, Tx};
use crate::watch::ChangeWatch;

/// The program that writes; kept in the workspace.
pub(crate) const APPLICATION_VERSION: &str = env!("CARGO_PKG_VERSION");

/// What a new workspace needs from outside.
#[derive(Debug, Clone, Copy)]
pub struct NewWorkspace {
    /// Its id.
    pub id: WorkspaceId,
    /// When it is made.
    pub now: Timestamp,
}

/// An open workspace. Clones share their connections.
#[derive(Clone)]
pub struct Store {
    database: Database,
    workspace: Workspace,
    vault: Arc<Vault>,
}

#[derive(Clone)]
pub(crate) enum Database {
    Sqlite(SqliteWorkspace),
    Postgres(PostgresWorkspace),
}

impl Store {
    /// Makes a workspace file where nothing is yet, and opens it.
    ///
    /// # Errors
    /// `FileExists`, `Inaccessible`, `ReadOnly`, `DiskFull`; nothing is left behind.
    pub async fn create_sqlite(path: &Path, new: &NewWorkspace, keyring: Arc<dyn Keyring>) -> Result<Self> {
        let (database, workspace) = sqlite::create(path, new).await?;
        Ok(Self::new(Database::Sqlite(database), workspace, keyring))
    }

    /// Opens a workspace file. An older one is upgraded, after a complete copy was made beside it
    /// (`name.v1.backup.portflow`).
    ///
    /// # Errors
    /// `FileMissing`, `NotAWorkspace`, `Damaged`, `Newer`, `ReadOnly`, `Inaccessible`, `Busy`, `UpgradeFailed`;
    /// the file is left as it was.
    pub async fn open_sqlite(path: &Path, keyring: Arc<dyn Keyring>) -> Result<Self> {
        let (database, workspace) = sqlite::open(path).await?;
        Ok(Self::new(Database::Sqlite(database), workspace, keyring))
    }

    /// Makes an empty PostgreSQL database a workspace, and opens it.
    ///
    /// # Errors
    /// As [`Store::connect_postgres`]; `WorkspaceExists` when the database is a workspace already,
    /// `NotAWorkspace` when it holds tables of something else.
    pub async fn create_postgres(
        target: &PostgresTarget,
        new: &NewWorkspace,
        keyring: Arc<dyn Keyring>,
    ) -> Result<Self> {
        let (database, workspace) = postgres::create(target, new).await?;
        Ok(Self::new(Database::Postgres(database), workspace, keyring))
    }

    /// Connects to a PostgreSQL workspace and never changes its schema.
    ///
    /// # Errors
    /// `Unreachable`, `PasswordRefused`, `TlsRefused`, `DatabaseMissing`, `NotAWorkspace`, `NeedsUpgrade`, `Newer`.
    pub async fn connect_postgres(target: &PostgresTarget, keyring: Arc<dyn Keyring>) -> Result<Self> {
        let (database, workspace) = postgres::connect(target).await?;
        Ok(Self::new(Database::Postgres(database), workspace, keyring))
    }

    /// Brings a PostgreSQL workspace to this program's format and connects to it. The database role must own
    /// the tables. Only one upgrade runs at a time.
    ///
    /// # Errors
    /// As [`Store::connect_postgres`], and `UpgradeFailed`.
    pub async fn upgrade_postgres(target: &PostgresTarget, keyring: Arc<dyn Keyring>) -> Result<Self> {
        postgres::upgrade(target).await?;
        Self::connect_postgres(target, keyring).await
    }

    fn new(database: Database, workspace: Workspace, keyring: Arc<dyn Keyring>) -> Self {
        let vault = Arc::new(Vault::new(workspace.workspace_id, keyring));
        Self { database, workspace, vault }
    }

    /// The workspace's own row, as it was when it was opened.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// A transaction that sees one state of the data and cannot write.
    pub async fn read(&self) -> Result<Tx> {
        let inner = match &self.database {
            Database::Sqlite(database) => Inner::Sqlite(database.read().await?),
            Database::Postgres(database) => Inner::Postgres(database.read().await?, None),
        };
        Ok(Tx::new(inner, Arc::clone(&self.vault)))
    }

    /// A transaction that writes. Writers take turns, in this program and across programs, so what one reads
    /// stays true until it commits.
    ///
    /// # Errors
    /// `Busy` when another writer takes too long.
    pub async fn write(&self) -> Result<Tx> {
        let inner = match &self.database {
            Database::Sqlite(database) => Inner::Sqlite(database.write().await?),
            Database::Postgres(database) => {
                Inner::Postgres(database.write().await?, Some(database.origin.clone()))
            }
        };
        Ok(Tx::new(inner, Arc::clone(&self.vault)))
    }

    /// Writes a complete copy of the workspace file to `path`; a file that is there is replaced only once the
    /// copy is complete.
    ///
    /// # Errors
    /// `OnlyForFiles` on PostgreSQL, whose own tools make backups.
    pub async fn backup(&self, path: &Path) -> Result<()> {
        match &self.database {
            Database::Sqlite(database) => database.backup(path).await,
            Database::Postgres(_) => Err(StoreError::OnlyForFiles),
        }
    }

    /// Looks for damage: the file itself, dangling references, counters that differ from a recount. One sentence
    /// per problem; empty when all is well.
    pub async fn check(&self) -> Result<Vec<String>> {
        crate::check::check(&mut self.read().await?).await
    }

    /// Tells when another program commits.
    pub async fn changes(&self) -> Result<ChangeWatch> {
        match &self.database {
            Database::Sqlite(database) => ChangeWatch::of_file(database.clone()).await,
            Database::Postgres(database) => ChangeWatch::of_database(database).await,
        }
    }

    /// Closes all connections; a workspace file is then complete in itself.
    pub async fn close(&self) {
        match &self.database {
            Database::Sqlite(database) => database.close().await,
            Database::Postgres(database) => database.pool.close().await,
        }
    }
}
