//! A workspace in a `.portflow` file: telling it from other files, making it, upgrading it, copying it.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqliteLockingMode, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor, SqlitePool};

use crate::error::{Result, StoreError};
use crate::held::is_held;
use crate::open::{self, NewWorkspace};
use crate::pool::Pool;
use crate::secret::Keyring;
use crate::sqlite_file::{backup, display, inaccessible, remove};
use crate::store::Store;
use crate::tx::{Tx, TxConnection};

static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations/sqlite");

/// `PFLW`: the application id in the header of every `.portflow` file.
const APPLICATION_ID: i32 = 0x5046_4C57;

/// Rows that are read ahead of whoever takes them.
const ROW_BUFFER: usize = 1_024;

/// How long a writer waits for another.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// Readers and the one writer together.
const CONNECTIONS: u32 = 8;

impl Store {
    /// Makes a workspace file and opens it. Its folder is made too; what was begun and failed is removed.
    ///
    /// # Errors
    /// [`StoreError::FileExists`], [`StoreError::Inaccessible`], [`StoreError::Secret`] when the key cannot be kept.
    pub async fn create_sqlite(path: &Path, new: &NewWorkspace, keyring: Arc<dyn Keyring>) -> Result<Self> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| inaccessible(path, &error))?;
        }
        make_file(path, new).await?;
        if let Err(error) = open::make_key(keyring.as_ref(), new.workspace_id) {
            remove(path);
            return Err(error);
        }
        Self::open_sqlite(path, keyring).await
    }

    /// Opens a workspace file, and brings an older one to this program's format after a backup beside it.
    ///
    /// # Errors
    /// [`StoreError::FileMissing`], [`StoreError::Inaccessible`], [`StoreError::NotAWorkspace`],
    /// [`StoreError::Damaged`], [`StoreError::Newer`], [`StoreError::ReadOnly`], [`StoreError::Held`] and
    /// [`StoreError::UpgradeFailed`].
    pub async fn open_sqlite(path: &Path, keyring: Arc<dyn Keyring>) -> Result<Self> {
        open_with(path, keyring.as_ref(), &MIGRATIONS).await
    }
}

/// Makes a workspace file without a key; what was begun and failed is removed.
pub(crate) async fn make_file(path: &Path, new: &NewWorkspace) -> Result<()> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(|error| {
            if error.kind() == ErrorKind::AlreadyExists {
                return StoreError::FileExists {
                    path: path.to_owned(),
                };
            }
            inaccessible(path, &error)
        })?;
    let made = fill(path, new).await;
    if made.is_err() {
        remove(path);
    }
    made
}

/// How a file is filled that nobody else knows of yet: without a log beside it, and without waiting for the disk,
/// because a file that is not whole is thrown away.
pub(crate) fn options_of_copy(path: &Path) -> SqliteConnectOptions {
    options(path)
        .journal_mode(SqliteJournalMode::Delete)
        .synchronous(SqliteSynchronous::Off)
}

async fn open_with(path: &Path, keyring: &dyn Keyring, migrations: &Migrator) -> Result<Store> {
    inspect(path)?;
    let known = open::newest(migrations);
    let found = format_of(path).await.map_err(|error| about(path, error))?;
    if found > known {
        return Err(StoreError::Newer {
            place: display(path),
            found,
            known,
        });
    }
    if found < known {
        upgrade(path, migrations)
            .await
            .map_err(|error| about(path, error))?;
    }
    let pool = SqlitePoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(Duration::from_secs(10))
        .connect_with(options(path))
        .await
        .map_err(|error| about(path, error.into()))?;
    let opened = async {
        Store::over(Pool::Sqlite(pool), keyring)
            .await?
            .with_key(keyring)
            .await
    };
    opened.await.map_err(|error| about(path, error))
}

fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(false)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        // In KiB when negative: the indexes of a large import do not fit into the default of 2 MB.
        .pragma("cache_size", "-16384")
        // What a statement would take back if it failed stays in memory.
        .pragma("temp_store", "MEMORY")
        // Rows come from a thread of their own, which waits whenever so many are not taken yet: with the default of 50
        // a list of 100,000 numbers changes threads for much of its time.
        .row_buffer_size(ROW_BUFFER)
        .busy_timeout(BUSY_TIMEOUT)
}

/// Refuses whatever is not a workspace file that may be read and written, before SQLite touches it: SQLite would
/// make a missing file, and take an empty one for a database.
fn inspect(path: &Path) -> Result<()> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(StoreError::FileMissing {
                path: path.to_owned(),
            });
        }
        Err(error) => return Err(inaccessible(path, &error)),
    };
    let is_file = file.metadata().is_ok_and(|metadata| metadata.is_file());
    let mut header = Vec::with_capacity(100);
    match file.by_ref().take(100).read_to_end(&mut header) {
        Ok(_) if is_file => {}
        Err(error) if is_held(&error) => return Err(inaccessible(path, &error)),
        _ => return Err(StoreError::NotAWorkspace { place: display(path) }),
    }
    if !header.starts_with(b"SQLite format 3\0") {
        return Err(StoreError::NotAWorkspace { place: display(path) });
    }
    match header
        .get(68..72)
        .and_then(|bytes| bytes.try_into().ok())
        .map(i32::from_be_bytes)
    {
        Some(APPLICATION_ID) if header.len() == 100 => {}
        Some(_) if header.len() == 100 => return Err(StoreError::NotAWorkspace { place: display(path) }),
        _ => return Err(StoreError::Damaged { place: display(path) }),
    }
    match OpenOptions::new().write(true).open(path) {
        Ok(_) => Ok(()),
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
            ) =>
        {
            Err(StoreError::ReadOnly { place: display(path) })
        }
        Err(error) => Err(inaccessible(path, &error)),
    }
}

/// The newest migration applied to the file.
async fn format_of(path: &Path) -> Result<i64> {
    let mut connection = options(path).connect().await?;
    let format: i64 = sqlx::query_scalar("PRAGMA user_version")
        .fetch_one(&mut connection)
        .await?;
    connection.close().await?;
    Ok(format)
}

/// Fills an empty file.
async fn fill(path: &Path, new: &NewWorkspace) -> Result<()> {
    // Without a write-ahead log, so that the header on disk says at once what the file is.
    let mut connection = options(path)
        .journal_mode(SqliteJournalMode::Delete)
        .connect()
        .await?;
    connection
        .execute(AssertSqlSafe(format!("PRAGMA application_id = {APPLICATION_ID}")))
        .await?;
    connection.close().await?;
    migrate(path, &MIGRATIONS, Some(new)).await
}

/// Copies the file, then applies the migrations that it lacks.
async fn upgrade(path: &Path, migrations: &Migrator) -> Result<()> {
    let mut connection = options(path).connect().await?;
    backup(&mut connection, &backup_path(path)).await?;
    connection.close().await?;
    migrate(path, migrations, None).await
}

/// Applies the migrations while nobody else has the file open, and notes the format they lead to.
async fn migrate(path: &Path, migrations: &Migrator, new: Option<&NewWorkspace>) -> Result<()> {
    let format = open::newest(migrations);
    let alone = options(path).locking_mode(SqliteLockingMode::Exclusive);
    let pool = SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(alone)
        .await?;
    let done = migrate_alone(&pool, migrations, new, format).await;
    pool.close().await;
    done
}

async fn migrate_alone(
    pool: &SqlitePool,
    migrations: &Migrator,
    new: Option<&NewWorkspace>,
    format: i64,
) -> Result<()> {
    migrations.run(pool).await.map_err(open::upgrade_failed)?;
    let connection = TxConnection::Sqlite(pool.begin_with("BEGIN IMMEDIATE").await?);
    let mut tx = Tx::new(connection, open::no_codec(), None);
    match new {
        Some(new) => open::insert_workspace(&mut tx, new, format).await?,
        None => open::update_format(&mut tx, format).await?,
    }
    if let TxConnection::Sqlite(connection) = &mut tx.connection {
        connection
            .execute(AssertSqlSafe(format!("PRAGMA user_version = {format}")))
            .await?;
    }
    tx.commit().await
}

/// Puts the file's name where an error from inside SQLite knows only "the workspace".
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "whatever names its place passes unchanged"
)]
fn about(path: &Path, error: StoreError) -> StoreError {
    let place = display(path);
    match error {
        StoreError::Damaged { .. } => StoreError::Damaged { place },
        StoreError::ReadOnly { .. } => StoreError::ReadOnly { place },
        StoreError::Busy => StoreError::Held { place },
        StoreError::Database(sqlx::Error::Database(database)) => match database.code().as_deref() {
            // SQLITE_CANTOPEN: the log beside the file cannot be made.
            Some("14") => StoreError::ReadOnly { place },
            // SQLITE_ERROR while the tables are read: a table that every workspace has is not there.
            Some("1") => StoreError::Damaged { place },
            _ => StoreError::Database(sqlx::Error::Database(database)),
        },
        other => other,
    }
}

/// `work.portflow` → `work.backup.portflow`.
fn backup_path(path: &Path) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(".backup.portflow");
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::MemoryKeyring;
    use portflow_domain::ids::{EntityId, WorkspaceId};
    use sqlx::SqlSafeStr;
    use sqlx::migrate::{Migration, MigrationType};

    /// The migrations of a later program.
    fn with_later(sql: &'static str) -> Migrator {
        let later = Migration::new(
            open::newest(&MIGRATIONS) + 1,
            "later".into(),
            MigrationType::Simple,
            sql.into_sql_str(),
            false,
        );
        Migrator::with_migrations(MIGRATIONS.iter().cloned().chain([later]).collect())
    }

    async fn made(folder: &Path) -> PathBuf {
        let path = folder.join("work.portflow");
        let new = NewWorkspace {
            workspace_id: WorkspaceId::from_uuid(uuid::Uuid::from_u128(1)),
            application_version: "0.1.0".to_owned(),
            now: "2026-11-30T09:00:00.000Z".parse().unwrap(),
        };
        let keyring = Arc::new(MemoryKeyring::default());
        Store::create_sqlite(&path, &new, keyring)
            .await
            .unwrap()
            .close()
            .await;
        path
    }

    #[tokio::test]
    async fn an_older_file_is_copied_and_brought_up_to_date() {
        let folder = tempfile::tempdir().unwrap();
        let path = made(folder.path()).await;
        let copy = folder.path().join("work.backup.portflow");
        let later = with_later("CREATE TABLE later (id INTEGER) STRICT");
        let keyring = MemoryKeyring::default();
        open_with(&path, &keyring, &MIGRATIONS)
            .await
            .unwrap()
            .close()
            .await;
        assert!(!copy.exists(), "there was nothing to upgrade");
        let store = open_with(&path, &keyring, &later).await.unwrap();
        let own = open::newest(&MIGRATIONS);
        assert_eq!(store.workspace().await.unwrap().format_version, own + 1);
        store.close().await;
        let newer = open_with(&path, &keyring, &MIGRATIONS).await.err().unwrap();
        assert!(
            matches!(newer, StoreError::Newer { found, known, .. } if (found, known) == (own + 1, own)),
            "{newer}"
        );
        let store = open_with(&copy, &keyring, &MIGRATIONS).await.unwrap();
        assert_eq!(store.workspace().await.unwrap().format_version, own);
    }

    #[tokio::test]
    async fn an_upgrade_that_fails_leaves_the_file_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = made(folder.path()).await;
        let wrong = with_later("CREATE TABLE later (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1)");
        let keyring = MemoryKeyring::default();
        let failed = open_with(&path, &keyring, &wrong).await.err().unwrap();
        assert!(matches!(failed, StoreError::UpgradeFailed { .. }), "{failed}");
        let store = open_with(&path, &keyring, &MIGRATIONS).await.unwrap();
        assert_eq!(store.check().await.unwrap(), Vec::<String>::new());
        let own = open::newest(&MIGRATIONS);
        assert_eq!(store.workspace().await.unwrap().format_version, own);
    }

    #[tokio::test]
    async fn a_file_in_use_is_not_upgraded_under_its_users() {
        let folder = tempfile::tempdir().unwrap();
        let path = made(folder.path()).await;
        let keyring = MemoryKeyring::default();
        let user = open_with(&path, &keyring, &MIGRATIONS).await.unwrap();
        let later = with_later("CREATE TABLE later (id INTEGER) STRICT");
        let refused = open_with(&path, &keyring, &later).await.err().unwrap();
        assert!(matches!(refused, StoreError::Held { .. }), "{refused}");
        user.close().await;
        assert!(open_with(&path, &keyring, &later).await.is_ok());
    }
}
