//! SQL past the store, as another program might run it.

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection};

use crate::common::Place;

/// Runs statements on a connection of their own.
pub async fn raw(place: &Place, sql: &'static str) -> sqlx::Result<()> {
    match place {
        Place::Sqlite(path) => {
            let options = SqliteConnectOptions::new()
                .filename(path)
                .create_if_missing(true)
                .foreign_keys(true);
            let mut connection = options.connect().await?;
            let done = sqlx::raw_sql(sql).execute(&mut connection).await.map(|_| ());
            connection.close().await?;
            done
        }
        Place::Postgres(url) => {
            let mut connection = PgConnection::connect(url).await?;
            let done = sqlx::raw_sql(sql).execute(&mut connection).await.map(|_| ());
            connection.close().await?;
            done
        }
    }
}
