//! Noticing that another program changed the workspace.

use std::sync::Arc;
use std::time::Duration;

use chacha20poly1305::XNonce;
use chacha20poly1305::aead::Generate;
use sqlx::postgres::PgListener;
use sqlx::{ConnectOptions, SqliteConnection, SqlitePool};

use crate::error::Result;
use crate::pool::Pool;
use crate::secret::SecretError;
use crate::tx::CHANGED;

/// How often a file is asked; SQLite tells nobody.
const POLL: Duration = Duration::from_millis(500);

/// Waits for commits. On PostgreSQL the store's own are left out; a file tells only that there was one.
pub struct ChangeWatch(Watch);

enum Watch {
    File {
        pool: SqlitePool,
        /// Outside the pool, which could not be closed while somebody watches.
        connection: SqliteConnection,
        seen: i64,
    },
    Database {
        listener: PgListener,
        origin: Arc<str>,
    },
}

impl ChangeWatch {
    pub(crate) async fn of(pool: &Pool, origin: Arc<str>) -> Result<Self> {
        match pool {
            Pool::Sqlite(pool) => Self::of_file(pool).await,
            Pool::Postgres(pool) => {
                let mut listener = PgListener::connect_with(pool).await?;
                listener.listen(CHANGED).await?;
                Ok(Self(Watch::Database { listener, origin }))
            }
        }
    }

    async fn of_file(pool: &SqlitePool) -> Result<Self> {
        let mut connection = pool.connect_options().connect().await?;
        let seen = data_version(&mut connection).await?;
        let pool = pool.clone();
        Ok(Self(Watch::File {
            pool,
            connection,
            seen,
        }))
    }

    /// Returns after the next commit. After a lost connection it reconnects and returns, since commits may have
    /// been missed.
    ///
    /// # Errors
    /// When the store was closed or the database cannot be asked.
    pub async fn changed(&mut self) -> Result<()> {
        match &mut self.0 {
            Watch::File {
                pool,
                connection,
                seen,
            } => loop {
                tokio::time::sleep(POLL).await;
                if pool.is_closed() {
                    return Err(sqlx::Error::PoolClosed.into());
                }
                let now = data_version(connection).await?;
                if now != *seen {
                    *seen = now;
                    return Ok(());
                }
            },
            Watch::Database { listener, origin } => loop {
                match listener.try_recv().await? {
                    Some(notification) if notification.payload() == &**origin => {}
                    Some(_) | None => return Ok(()),
                }
            },
        }
    }
}

/// A name for one open store that no other has, by which its own commits are told from those of others.
///
/// # Errors
/// The system gives no random bytes.
pub(crate) fn origin() -> std::result::Result<String, SecretError> {
    let bytes = XNonce::try_generate().map_err(|_| SecretError::NoRandomness)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// A number that differs after any other connection has committed.
async fn data_version(connection: &mut SqliteConnection) -> Result<i64> {
    Ok(sqlx::query_scalar("PRAGMA data_version")
        .fetch_one(connection)
        .await?)
}
