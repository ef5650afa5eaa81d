//! The connections of an open workspace, and how a transaction begins on either database.

use sqlx::{AssertSqlSafe, PgPool, Postgres, SqlitePool, Transaction};

use crate::error::Result;
use crate::tx::TxConnection;

/// The advisory lock under which one writer after the other works: `PFLW` and a counter of uses, of which `postgres`
/// has the first.
const WRITE_LOCK: i64 = 0x5046_4C57_0000_0002;

/// The connections.
#[derive(Clone)]
pub(crate) enum Pool {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

impl Pool {
    /// A transaction that sees one state of the data.
    pub(crate) async fn begin_read(&self) -> Result<TxConnection> {
        Ok(match self {
            Self::Sqlite(pool) => TxConnection::Sqlite(pool.begin().await?),
            Self::Postgres(pool) => TxConnection::Postgres(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                    .await?,
            ),
        })
    }

    /// A transaction that writes, once it is its turn.
    pub(crate) async fn begin_write(&self) -> Result<TxConnection> {
        Ok(match self {
            Self::Sqlite(pool) => TxConnection::Sqlite(pool.begin_with("BEGIN IMMEDIATE").await?),
            Self::Postgres(pool) => TxConnection::Postgres(begin_in_turn(pool).await?),
        })
    }
}

/// Writers take turns under an advisory lock, as in SQLite, so that a plan computed inside the transaction cannot
/// be overtaken.
async fn begin_in_turn(pool: &PgPool) -> Result<Transaction<'static, Postgres>> {
    let mut transaction = pool.begin().await?;
    let turn = format!("SET LOCAL lock_timeout = '15s'; SELECT pg_advisory_xact_lock({WRITE_LOCK})");
    sqlx::raw_sql(AssertSqlSafe(turn))
        .execute(&mut *transaction)
        .await?;
    Ok(transaction)
}
