//! Noticing that another program changed the workspace.

use std::sync::Arc;
use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::postgres::PgListener;
use sqlx::{Sqlite, SqlitePool};

use crate::error::Result;
use crate::store::Pool;
use crate::tx::CHANGED;

/// How often a file is asked; SQLite tells nobody.
const POLL: Duration = Duration::from_millis(500);

/// Waits for commits. On PostgreSQL the store's own are left out; a file tells only that there was one.
pub struct ChangeWatch(Watch);

enum Watch {
    File {
        connection: PoolConnection<Sqlite>,
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
        let mut connection = pool.acquire().await?;
        let seen = data_version(&mut connection).await?;
        Ok(Self(Watch::File { connection, seen }))
    }

    /// Returns after the next commit. After a lost connection it reconnects and returns, since commits may have
    /// been missed.
    pub async fn changed(&mut self) -> Result<()> {
        match &mut self.0 {
            Watch::File { connection, seen } => loop {
                tokio::time::sleep(POLL).await;
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

/// A number that differs after any other connection has committed.
async fn data_version(connection: &mut PoolConnection<Sqlite>) -> Result<i64> {
    Ok(sqlx::query_scalar("PRAGMA data_version")
        .fetch_one(&mut **connection)
        .await?)
}
