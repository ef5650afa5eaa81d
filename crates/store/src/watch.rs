//! Noticing that another program changed the workspace.

use std::time::Duration;

use sqlx::postgres::PgListener;

use crate::error::Result;
use crate::postgres::{CHANNEL, PostgresWorkspace};
use crate::sqlite::SqliteWorkspace;

/// How often a file is asked; SQLite tells nobody.
const POLL: Duration = Duration::from_millis(500);

/// Waits for commits of other programs; see [`crate::Store::changes`].
pub struct ChangeWatch(Watch);

enum Watch {
    File { database: SqliteWorkspace, seen: i64 },
    Database { listener: PgListener, origin: String },
}

impl ChangeWatch {
    pub(crate) async fn of_file(database: SqliteWorkspace) -> Result<Self> {
        let seen = data_version(&database).await?;
        Ok(Self(Watch::File { database, seen }))
    }

    pub(crate) async fn of_database(database: &PostgresWorkspace) -> Result<Self> {
        let mut listener = PgListener::connect_with(&database.pool).await?;
        listener.listen(CHANNEL).await?;
        Ok(Self(Watch::Database { listener, origin: database.origin.clone() }))
    }

    /// Returns when another program has committed. After a lost connection it reconnects and returns, since
    /// commits may have been missed.
    pub async fn changed(&mut self) -> Result<()> {
        match &mut self.0 {
            Watch::File { database, seen } => loop {
                tokio::time::sleep(POLL).await;
                let now = data_version(database).await?;
                if now != *seen {
                    *seen = now;
                    return Ok(());
                }
            },
            Watch::Database { listener, origin } => loop {
                match listener.try_recv().await? {
                    Some(notification) if notification.payload() == origin => {}
                    Some(_) | None => return Ok(()),
                }
            },
        }
    }
}

async fn data_version(database: &SqliteWorkspace) -> Result<i64> {
    let mut connection = database.writer().await?;
    Ok(sqlx::query_scalar("PRAGMA data_version").fetch_one(&mut *connection).await?)
}
