//! Many rows at once, without the cost of a trigger for each.
//!
//! PostgreSQL's triggers run once per statement. SQLite's run once per row, unless its table `bulk_import` says
//! that many rows are arriving: then they are counted and indexed together when it is emptied.

use crate::error::Result;
use crate::tx::{Tx, exec};

/// Leaves counting and indexing of the numbers and people inserted from now on to [`end_bulk_import`]. Worth its
/// price from about a hundred rows on.
pub async fn begin_bulk_import(tx: &mut Tx) -> Result<()> {
    if tx.is_sqlite() {
        exec!(tx, "INSERT INTO bulk_import (running) VALUES (1)")?;
    }
    Ok(())
}

/// Leaves the counters of the migrations and the search index right. The transaction that began it must end it.
pub async fn end_bulk_import(tx: &mut Tx) -> Result<()> {
    if tx.is_sqlite() {
        exec!(tx, "DELETE FROM bulk_import")?;
    }
    Ok(())
}
