//! A transaction on either database, and the few ways in which a statement runs inside it.

use std::sync::Arc;

use sqlx::{AssertSqlSafe, Postgres, Sqlite, Transaction};

use crate::column::{AnyRow, Column, Value};
use crate::error::{Result, StoreError};
use crate::row::{Only, Record};
use crate::secret::{SecretCodec, SecretError};
use crate::statement::{Sql, Statement};

/// A transaction. Dropped without [`Tx::commit`], it leaves nothing behind.
pub struct Tx {
    pub(crate) connection: TxConnection,
    codec: Arc<CodecOrReason>,
    /// What other connections of PostgreSQL are told when this transaction commits; nothing of one that reads.
    announcement: Option<Arc<str>>,
}

/// The database's own transaction.
pub(crate) enum TxConnection {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// The codec of the workspace's secrets, or why there is none.
pub(crate) type CodecOrReason = std::result::Result<SecretCodec, SecretError>;

/// The channel on which PostgreSQL tells of commits.
pub(crate) const CHANGED: &str = "portflow_changed";

/// `rows!(tx, Site, "SELECT … $1", id)`: every row as a record.
macro_rules! rows {
    ($tx:expr, $record:ty, $sql:expr $(, $arg:expr)* $(,)?) => {
        $tx.fetch_all::<$record>($sql.into(), vec![$($crate::column::Column::value(&$arg)),*]).await
    };
}

/// `opt!(tx, Site, "SELECT … $1", id)`: the first row, if there is one.
macro_rules! opt {
    ($tx:expr, $record:ty, $sql:expr $(, $arg:expr)* $(,)?) => {
        $tx.fetch_optional::<$record>($sql.into(), vec![$($crate::column::Column::value(&$arg)),*]).await
    };
}

/// `exec!(tx, "DELETE … $1", id)`: the number of rows touched.
macro_rules! exec {
    ($tx:expr, $sql:expr $(, $arg:expr)* $(,)?) => {
        $tx.execute($sql.into(), vec![$($crate::column::Column::value(&$arg)),*]).await
    };
}
pub(crate) use {exec, opt, rows};

/// Runs the same expression against the connection of either database.
macro_rules! each {
    ($tx:expr, $connection:ident => $body:expr) => {
        match &mut $tx.connection {
            TxConnection::Sqlite(transaction) => {
                let $connection = &mut **transaction;
                $body
            }
            TxConnection::Postgres(transaction) => {
                let $connection = &mut **transaction;
                $body
            }
        }
    };
}

impl Tx {
    pub(crate) fn new(
        connection: TxConnection,
        codec: Arc<CodecOrReason>,
        announcement: Option<Arc<str>>,
    ) -> Self {
        Self {
            connection,
            codec,
            announcement,
        }
    }

    /// Makes everything done in this transaction last.
    pub async fn commit(mut self) -> Result<()> {
        if let Some(origin) = self.announcement.take() {
            // Delivered with the commit and not before.
            exec!(
                self,
                "SELECT pg_notify($1, $2)",
                CHANGED.to_owned(),
                origin.to_string()
            )?;
        }
        match self.connection {
            TxConnection::Sqlite(transaction) => transaction.commit().await?,
            TxConnection::Postgres(transaction) => transaction.commit().await?,
        }
        Ok(())
    }

    /// Takes everything done in this transaction back, now rather than on drop.
    pub async fn rollback(self) -> Result<()> {
        match self.connection {
            TxConnection::Sqlite(transaction) => transaction.rollback().await?,
            TxConnection::Postgres(transaction) => transaction.rollback().await?,
        }
        Ok(())
    }

    pub(crate) fn is_sqlite(&self) -> bool {
        matches!(self.connection, TxConnection::Sqlite(_))
    }

    /// Seals and opens the workspace's secrets.
    ///
    /// # Errors
    /// Why there is no key.
    pub(crate) fn codec(&self) -> Result<&SecretCodec> {
        self.codec
            .as_ref()
            .as_ref()
            .map_err(|reason| StoreError::Secret(reason.clone()))
    }

    pub(crate) async fn fetch_all<T: Record>(&mut self, sql: Sql, values: Vec<Value>) -> Result<Vec<T>> {
        let sql = AssertSqlSafe(sql.0);
        let records = match &mut self.connection {
            TxConnection::Sqlite(transaction) => {
                let query = values
                    .into_iter()
                    .fold(sqlx::query(sql), |query, value| query.bind(value));
                let rows = query.fetch_all(&mut **transaction).await?;
                rows.iter()
                    .map(|row| T::read(&AnyRow::Sqlite(row)))
                    .collect::<sqlx::Result<Vec<T>>>()
            }
            TxConnection::Postgres(transaction) => {
                let query = values
                    .into_iter()
                    .fold(sqlx::query(sql), |query, value| query.bind(value));
                let rows = query.fetch_all(&mut **transaction).await?;
                rows.iter().map(|row| T::read(&AnyRow::Postgres(row))).collect()
            }
        };
        Ok(records?)
    }

    pub(crate) async fn fetch_optional<T: Record>(
        &mut self,
        sql: Sql,
        values: Vec<Value>,
    ) -> Result<Option<T>> {
        Ok(self.fetch_all::<T>(sql, values).await?.into_iter().next())
    }

    pub(crate) async fn fetch_value<T: Column>(&mut self, sql: Sql, values: Vec<Value>) -> Result<T> {
        let only = self.fetch_optional::<Only<T>>(sql, values).await?;
        only.map(|Only(value)| value)
            .ok_or_else(|| StoreError::from(sqlx::Error::RowNotFound))
    }

    pub(crate) async fn execute(&mut self, sql: Sql, values: Vec<Value>) -> Result<u64> {
        let sql = AssertSqlSafe(sql.0);
        Ok(each!(self, connection => {
            let query = values.into_iter().fold(sqlx::query(sql), |query, value| query.bind(value));
            query.execute(connection).await?.rows_affected()
        }))
    }

    /// Every row of a statement that was put together.
    pub(crate) async fn list<T: Record>(&mut self, statement: Statement) -> Result<Vec<T>> {
        let (sql, values) = statement.into_parts(self.is_sqlite());
        self.fetch_all(sql, values).await
    }

    /// The column `value` of the only row of a statement that was put together.
    pub(crate) async fn value<T: Column>(&mut self, statement: Statement) -> Result<T> {
        let (sql, values) = statement.into_parts(self.is_sqlite());
        self.fetch_value(sql, values).await
    }

    /// Runs a statement that was put together; the number of rows touched.
    pub(crate) async fn run(&mut self, statement: Statement) -> Result<u64> {
        let (sql, values) = statement.into_parts(self.is_sqlite());
        self.execute(sql, values).await
    }
}
