//! Any number of changed rows in statements of some hundreds, each row held against the revision it was read at.

use std::collections::HashSet;
use uuid::Uuid;

use crate::column::{Column, Value};
use crate::error::Result;
use crate::record::{Versioned, missed};
use crate::row::Only;
use crate::statement::Statement;
use crate::tx::Tx;

/// Values that one statement binds.
const BINDS_PER_STATEMENT: usize = 3_000;

/// Writes the rows as the second of each pair says, raises their revisions and sets `updated_at`. Only the columns
/// that differ in one of the pairs are written.
///
/// # Errors
/// [`crate::StoreError::Conflict`] when somebody changed a row meanwhile, [`crate::StoreError::NotFound`] when one is
/// gone; the caller gives up its transaction.
pub(crate) async fn update_many<T: Versioned>(tx: &mut Tx, pairs: &[(T, T)]) -> Result<()> {
    let columns = differing(pairs);
    // Beside the columns that differ: the id, the revision and the instant.
    let rows = BINDS_PER_STATEMENT / (columns.len() + 3);
    for chunk in pairs.chunks(rows) {
        let met: HashSet<Uuid> = tx
            .list::<Only<Uuid>>(statement(&columns, chunk))
            .await?
            .into_iter()
            .map(|Only(id)| id)
            .collect();
        if let Some((before, _)) = chunk.iter().find(|(before, _)| !met.contains(&before.id())) {
            return Err(missed(tx, T::TABLE, T::ENTITY, before.id(), before.revision()).await?);
        }
    }
    Ok(())
}

/// The places of the columns that an update would change.
fn differing<T: Versioned>(pairs: &[(T, T)]) -> Vec<usize> {
    let mut differs = vec![false; T::SET.len()];
    for (before, after) in pairs {
        for (place, (old, new)) in before.set().iter().zip(&after.set()).enumerate() {
            differs[place] |= old != new;
        }
    }
    (0..differs.len()).filter(|place| differs[*place]).collect()
}

/// `WITH v (…) AS (VALUES …) UPDATE table SET … FROM v WHERE … RETURNING id`.
fn statement<T: Versioned>(columns: &[usize], chunk: &[(T, T)]) -> Statement {
    let mut statement = Statement::new("WITH v (row_id, row_revision, changed_at");
    for place in columns {
        statement.push(", ").push(T::SET[*place]);
    }
    statement.push(") AS (VALUES ");
    for (index, (before, after)) in chunk.iter().enumerate() {
        let mut values = vec![
            Value::Uuid(before.id()),
            Value::Integer(before.revision()),
            after.updated_at().value(),
        ];
        let set = after.set();
        values.extend(columns.iter().map(|place| set[*place].clone()));
        statement
            .push(if index == 0 { "" } else { ", " })
            .bind_list(values);
    }
    statement.push(") UPDATE ").push(T::TABLE).push(" SET ");
    for place in columns {
        let column = T::SET[*place];
        statement.push(column).push(" = v.").push(column).push(", ");
    }
    statement.push("revision = revision + 1, updated_at = v.changed_at FROM v WHERE id = v.row_id");
    statement.push(" AND revision = v.row_revision RETURNING id AS value");
    statement
}
