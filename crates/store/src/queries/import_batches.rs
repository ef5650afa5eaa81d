//! Committed imports: the batch, its sheets and what became of every record.

use portflow_domain::entities::import::{ImportBatch, ImportRow, ImportSheet};
use portflow_domain::enums::ImportOutcome;
use portflow_domain::ids::{ImportBatchId, MigrationId};
use portflow_domain::views::Page;

use super::push_optional;
use crate::error::Result;
use crate::record::{find, insert, insert_many, record};
use crate::statement::Statement;
use crate::tx::{Tx, rows};

record!(ImportBatch, "import" in "import_batches" {
    kept {
        id, customer_id, migration_id, file_name, file_sha256, rows_read, records, inserted, updated, unchanged,
        rejected, status, imported_by, at, undone_at,
    }
});

record!(ImportSheet, "sheet of an import" in "import_sheets" {
    kept { id, customer_id, import_batch_id, sheet, header_row, target, column_map }
});

record!(ImportRow, "record of an import" in "import_rows" {
    kept {
        id, customer_id, import_batch_id, sheet, source_row, ordinal, entity_type, entity_id, outcome, issues,
        cells, values, before, revision_after,
    }
});

/// Keeps a batch and gives it as stored; sheets and rows follow it.
pub async fn insert_import_batch(tx: &mut Tx, batch: &ImportBatch) -> Result<ImportBatch> {
    insert(tx, batch).await
}

/// Keeps how one sheet was read.
pub async fn insert_import_sheet(tx: &mut Tx, sheet: &ImportSheet) -> Result<()> {
    insert(tx, sheet).await?;
    Ok(())
}

/// Keeps what became of each record.
pub async fn insert_import_rows(tx: &mut Tx, rows: &[ImportRow]) -> Result<()> {
    insert_many(tx, rows).await
}

/// The imports of a migration or of all, newest first.
pub async fn list_import_batches(tx: &mut Tx, migration_id: Option<MigrationId>) -> Result<Vec<ImportBatch>> {
    let mut statement = Statement::new("SELECT * FROM import_batches WHERE TRUE");
    push_optional(&mut statement, " AND migration_id = ", migration_id);
    statement.push(" ORDER BY at DESC, id DESC");
    tx.list(statement).await
}

/// The import with this id.
pub async fn find_import_batch(tx: &mut Tx, id: ImportBatchId) -> Result<Option<ImportBatch>> {
    find(tx, id).await
}

/// The imports of a file with this SHA-256 into a migration, newest first.
pub async fn find_import_batches_by_sha256(
    tx: &mut Tx,
    migration_id: MigrationId,
    sha256: &str,
) -> Result<Vec<ImportBatch>> {
    let sql = "SELECT * FROM import_batches WHERE migration_id = $1 AND file_sha256 = $2 \
        ORDER BY at DESC, id DESC";
    rows!(tx, ImportBatch, sql, migration_id, sha256.to_owned())
}

/// The sheets of an import, in the order in which they were stored: ids grow with time.
pub async fn list_import_sheets(tx: &mut Tx, batch_id: ImportBatchId) -> Result<Vec<ImportSheet>> {
    rows!(
        tx,
        ImportSheet,
        "SELECT * FROM import_sheets WHERE import_batch_id = $1 ORDER BY id",
        batch_id
    )
}

/// A window of an import's records by sheet and row, of one outcome or of all; at most 1,000.
pub async fn list_import_rows(
    tx: &mut Tx,
    batch_id: ImportBatchId,
    outcome: Option<ImportOutcome>,
    offset: u32,
    limit: u32,
) -> Result<Page<ImportRow>> {
    let condition = |start| {
        let mut statement = Statement::new(start);
        statement
            .push(" FROM import_rows WHERE import_batch_id = ")
            .bind(&batch_id);
        if let Some(outcome) = outcome {
            statement.push(" AND outcome = ").bind(&outcome);
        }
        statement
    };
    let total = tx.value(condition("SELECT COUNT(*) AS value")).await?;
    let mut statement = condition("SELECT *");
    statement.push(" ORDER BY sheet, source_row, entity_type, ordinal LIMIT ");
    statement
        .bind(&i64::from(limit.clamp(1, 1000)))
        .push(" OFFSET ")
        .bind(&i64::from(offset));
    Ok(Page {
        total,
        rows: tx.list(statement).await?,
    })
}
