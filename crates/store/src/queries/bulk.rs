//! Many rows at once, without the cost of a trigger for each.
//!
//! PostgreSQL's triggers run once per statement. SQLite's run once per row, unless its table `bulk_import` says
//! that many rows are arriving: then they are counted and indexed together when it is emptied.

use crate::error::Result;
use crate::record::{Table, insert_many};
use crate::tx::{Tx, exec};

/// Fewer rows than this are left to the triggers.
const MANY: usize = 100;

/// Inserts rows and leaves the counters of their migrations and the search index right.
pub(super) async fn insert_counted<T: Table>(tx: &mut Tx, records: &[T]) -> Result<()> {
    if !tx.is_sqlite() || records.len() < MANY {
        return insert_many(tx, records).await;
    }
    exec!(tx, "INSERT INTO bulk_import (running) VALUES (1)")?;
    insert_many(tx, records).await?;
    exec!(tx, "DELETE FROM bulk_import")?;
    Ok(())
}
