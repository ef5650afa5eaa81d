//! Rows as structs: which fields a table has, which of them an update writes, and the three statements that
//! follow from that.

use portflow_domain::ids::EntityId;
use portflow_domain::timestamp::Timestamp;
use std::collections::HashMap;
use uuid::Uuid;

use crate::column::Value;
use crate::error::{Result, StoreError};
use crate::row::Record;
use crate::statement::Statement;
use crate::tx::Tx;

/// A struct that is a row of a table.
pub(crate) trait Table: Record {
    const TABLE: &'static str;
    /// The word for one row in an error.
    const ENTITY: &'static str;
    /// Every column that an insert writes, quoted.
    const COLUMNS: &'static [&'static str];
    fn id(&self) -> Uuid;
    fn inserted(&self) -> Vec<Value>;
}

/// A table whose rows carry a revision.
pub(crate) trait Versioned: Table {
    /// The columns that an update writes.
    const SET: &'static [&'static str];
    fn set(&self) -> Vec<Value>;
    fn revision(&self) -> i64;
    fn updated_at(&self) -> Timestamp;
}

/// Says how a struct of the domain lies in its table.
///
/// `kept` fields are written once, by the insert (or belong to the database); `set` fields are written by every
/// update; `derived` columns are computed from the struct and have no field. A table without `set` is append-only.
macro_rules! record {
    ($record:ty { $($field:ident),+ $(,)? }) => {
        impl $crate::row::Record for $record {
            fn read(row: &$crate::column::AnyRow<'_>) -> sqlx::Result<Self> {
                Ok(Self { $($field: $crate::column::Column::read_from(row, stringify!($field))?),+ })
            }
        }
    };
    ($record:ty, $entity:literal in $table:literal {
        kept { $key:ident $(, $kept:ident)* $(,)? }
        $(derived { $($derived:ident = $compute:expr),+ $(,)? })?
    }) => {
        $crate::record::record!($record { $key $(, $kept)* });
        impl $crate::record::Table for $record {
            const TABLE: &'static str = $table;
            const ENTITY: &'static str = $entity;
            const COLUMNS: &'static [&'static str] = &[
                concat!("\"", stringify!($key), "\"") $(, concat!("\"", stringify!($kept), "\""))*
                $($(, concat!("\"", stringify!($derived), "\""))+)?
            ];
            fn id(&self) -> uuid::Uuid {
                portflow_domain::ids::EntityId::uuid(self.$key)
            }
            fn inserted(&self) -> Vec<$crate::column::Value> {
                vec![
                    $crate::column::Column::value(&self.$key)
                    $(, $crate::column::Column::value(&self.$kept))*
                    $($(, $crate::column::Column::value(&$crate::record::derive(self, $compute)))+)?
                ]
            }
        }
    };
    ($record:ty, $entity:literal in $table:literal {
        kept { $key:ident $(, $kept:ident)* $(,)? }
        set { $($set:ident),+ $(,)? }
        $(derived { $($derived:ident = $compute:expr),+ $(,)? })?
    }) => {
        $crate::record::record!($record { $key $(, $kept)*, $($set),+ });
        impl $crate::record::Table for $record {
            const TABLE: &'static str = $table;
            const ENTITY: &'static str = $entity;
            const COLUMNS: &'static [&'static str] = &[
                concat!("\"", stringify!($key), "\"") $(, concat!("\"", stringify!($kept), "\""))*
                $(, concat!("\"", stringify!($set), "\""))+
                $($(, concat!("\"", stringify!($derived), "\""))+)?
            ];
            fn id(&self) -> uuid::Uuid {
                portflow_domain::ids::EntityId::uuid(self.$key)
            }
            fn inserted(&self) -> Vec<$crate::column::Value> {
                let mut values = vec![
                    $crate::column::Column::value(&self.$key) $(, $crate::column::Column::value(&self.$kept))*
                ];
                values.extend($crate::record::Versioned::set(self));
                values
            }
        }
        impl $crate::record::Versioned for $record {
            const SET: &'static [&'static str] = &[
                $(concat!("\"", stringify!($set), "\"")),+ $($(, concat!("\"", stringify!($derived), "\""))+)?
            ];
            fn set(&self) -> Vec<$crate::column::Value> {
                vec![
                    $($crate::column::Column::value(&self.$set)),+
                    $($(, $crate::column::Column::value(&$crate::record::derive(self, $compute)))+)?
                ]
            }
            fn revision(&self) -> i64 {
                self.revision
            }
            fn updated_at(&self) -> portflow_domain::timestamp::Timestamp {
                self.updated_at
            }
        }
    };
}
pub(crate) use record;

/// Applies the closure of a derived column; exists so that the closure's argument type is known.
pub(crate) fn derive<T, V>(record: &T, compute: impl Fn(&T) -> V) -> V {
    compute(record)
}

/// Ids that one statement names.
const IDS_PER_STATEMENT: usize = 3_000;

/// Inserts one row and gives it as stored.
pub(crate) async fn insert<T: Table>(tx: &mut Tx, record: &T) -> Result<T> {
    let mut statement = Statement::new("INSERT INTO ");
    statement
        .push(T::TABLE)
        .push(" ")
        .list(T::COLUMNS)
        .push(" VALUES ");
    statement.bind_list(record.inserted()).push(" RETURNING *");
    only(tx.list(statement).await?)
}

/// Writes the `set` fields of a row whose revision is still the one in `record`, raises the revision, sets
/// `updated_at` to the record's, and gives the row as stored.
///
/// # Errors
/// [`StoreError::Conflict`] when somebody changed the row meanwhile, [`StoreError::NotFound`] when it is gone.
pub(crate) async fn update<T: Versioned>(tx: &mut Tx, record: &T) -> Result<T> {
    let mut statement = Statement::new("UPDATE ");
    statement.push(T::TABLE).push(" SET ");
    for (column, value) in T::SET.iter().zip(record.set()) {
        statement.push(column).push(" = ").bind_value(value).push(", ");
    }
    statement
        .push("revision = revision + 1, updated_at = ")
        .bind(&record.updated_at());
    statement.push(" WHERE id = ").bind(&record.id());
    statement
        .push(" AND revision = ")
        .bind(&record.revision())
        .push(" RETURNING *");
    match tx.list(statement).await?.into_iter().next() {
        Some(stored) => Ok(stored),
        None => Err(missed(tx, T::TABLE, T::ENTITY, record.id(), record.revision()).await?),
    }
}

/// Removes a row whose revision is still the one in `record`.
///
/// # Errors
/// [`StoreError::Conflict`] when somebody changed the row meanwhile, [`StoreError::NotFound`] when it is gone.
pub(crate) async fn delete<T: Versioned>(tx: &mut Tx, record: &T) -> Result<()> {
    let mut statement = Statement::new("DELETE FROM ");
    statement.push(T::TABLE).push(" WHERE id = ").bind(&record.id());
    statement.push(" AND revision = ").bind(&record.revision());
    if tx.run(statement).await? == 0 {
        return Err(missed(tx, T::TABLE, T::ENTITY, record.id(), record.revision()).await?);
    }
    Ok(())
}

/// Removes the rows with these ids; the caller has read them in the same transaction.
pub(crate) async fn delete_many<T: Table>(tx: &mut Tx, ids: &[impl EntityId]) -> Result<()> {
    for chunk in ids.chunks(IDS_PER_STATEMENT) {
        let mut statement = Statement::new("DELETE FROM ");
        statement
            .push(T::TABLE)
            .push(" WHERE id IN ")
            .bind_list(chunk.iter().map(|id| Value::Uuid(id.uuid())));
        tx.run(statement).await?;
    }
    Ok(())
}

/// Why a row of `table` could not be met at `revision`.
pub(crate) async fn missed(
    tx: &mut Tx,
    table: &'static str,
    entity: &'static str,
    id: Uuid,
    revision: i64,
) -> Result<StoreError> {
    let mut statement = Statement::new("SELECT (SELECT revision FROM ");
    statement
        .push(table)
        .push(" WHERE id = ")
        .bind(&id)
        .push(") AS value");
    let found: Option<i64> = tx.value(statement).await?;
    Ok(match found {
        Some(found) => StoreError::Conflict {
            entity,
            id,
            expected: revision,
            found,
        },
        None => StoreError::NotFound { entity, id },
    })
}

/// The row with this id.
pub(crate) async fn find<T: Table>(tx: &mut Tx, id: impl EntityId) -> Result<Option<T>> {
    let mut statement = Statement::new("SELECT * FROM ");
    statement.push(T::TABLE).push(" WHERE id = ").bind(&id.uuid());
    Ok(tx.list(statement).await?.into_iter().next())
}

/// The rows with these ids, in the order of `ids`; those that do not exist are left out.
pub(crate) async fn find_many<T: Table>(tx: &mut Tx, ids: &[impl EntityId]) -> Result<Vec<T>> {
    let mut found = HashMap::with_capacity(ids.len());
    for chunk in ids.chunks(IDS_PER_STATEMENT) {
        let mut statement = Statement::new("SELECT * FROM ");
        statement
            .push(T::TABLE)
            .push(" WHERE id IN ")
            .bind_list(chunk.iter().map(|id| Value::Uuid(id.uuid())));
        for record in tx.list::<T>(statement).await? {
            found.insert(record.id(), record);
        }
    }
    Ok(ids.iter().filter_map(|id| found.remove(&id.uuid())).collect())
}

/// The only row of a statement that always gives one.
pub(crate) fn only<T>(rows: Vec<T>) -> Result<T> {
    rows.into_iter()
        .next()
        .ok_or_else(|| StoreError::from(sqlx::Error::RowNotFound))
}
