//! Committed imports: the batch, its sheets and what became of every record.

use portflow_domain::entities::import::{ImportBatch, ImportRow, ImportSheet};
use portflow_domain::enums::ImportOutcome;
use portflow_domain::ids::{CustomerId, ImportBatchId, MigrationId};
use portflow_domain::timestamp::Timestamp;
use portflow_domain::views::Page;

use super::push_optional;
use crate::error::Result;
use crate::insert_many::insert_many;
use crate::record::{find, insert, record};
use crate::statement::Statement;
use crate::tx::{Tx, exec, rows};

record!(ImportBatch, "import" in "import_batches" {
    kept {
        id, customer_id, migration_id, file_name, file_sha256, rows_read, records, inserted, updated, unchanged,
        rejected, status, imported_by, at, undone_at,
    }
});

record!(ImportSheet, "sheet of an import" in "import_sheets" {
    kept {
        id, customer_id, import_batch_id, sheet, file_name, file_sha256, header_row, target, column_map, settings,
    }
});

record!(ImportRow, "record of an import" in "import_rows" {
    kept {
        id, customer_id, import_batch_id, sheet, source_row, ordinal, entity_type, entity_id, outcome, issues,
        cells, values, before, revision_after,
    }
});

/// How many records of a table came to one outcome.
struct OutcomeCount {
    entity_type: String,
    outcome: ImportOutcome,
    records: i64,
}
record!(OutcomeCount {
    entity_type,
    outcome,
    records
});

/// What an import said about a row.
struct ImportedValues {
    entity_id: uuid::Uuid,
    values: serde_json::Value,
}
record!(ImportedValues { entity_id, values });

/// What an import did to one row, as far as undoing it needs to know.
#[derive(Debug, Clone)]
pub struct ImportEffect {
    /// Name of the sheet.
    pub sheet: String,
    /// Row in the sheet, from 1.
    pub source_row: i64,
    /// Table of the row.
    pub entity_type: String,
    /// The row.
    pub entity_id: uuid::Uuid,
    /// What was done.
    pub outcome: ImportOutcome,
    /// The fields as they were before an update.
    pub before: Option<serde_json::Value>,
    /// Revision of the row after the import.
    pub revision_after: Option<i64>,
}
record!(ImportEffect {
    sheet,
    source_row,
    entity_type,
    entity_id,
    outcome,
    before,
    revision_after
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

/// The imports of a file with this SHA-256 into a migration, alone or with others, newest first.
pub async fn find_import_batches_by_sha256(
    tx: &mut Tx,
    migration_id: MigrationId,
    sha256: &str,
) -> Result<Vec<ImportBatch>> {
    let sql = "SELECT * FROM import_batches WHERE migration_id = $1 AND (file_sha256 = $2 OR id IN \
        (SELECT import_batch_id FROM import_sheets WHERE file_sha256 = $2)) ORDER BY at DESC, id DESC";
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

/// How many records of each table an import brought to each outcome.
pub async fn count_import_rows(
    tx: &mut Tx,
    batch_id: ImportBatchId,
) -> Result<Vec<(String, ImportOutcome, i64)>> {
    let sql = "SELECT entity_type, outcome, COUNT(*) AS records FROM import_rows WHERE import_batch_id = $1 \
        GROUP BY entity_type, outcome ORDER BY entity_type, outcome";
    let counts = rows!(tx, OutcomeCount, sql, batch_id)?;
    Ok(counts
        .into_iter()
        .map(|it| (it.entity_type, it.outcome, it.records))
        .collect())
}

/// What the imports that still stand said about each row of a migration, about each site of its customer and about what
/// was found there, the newest first.
pub async fn list_imported_values(
    tx: &mut Tx,
    customer_id: CustomerId,
    migration_id: MigrationId,
) -> Result<Vec<(uuid::Uuid, serde_json::Value)>> {
    let sql = "SELECT r.entity_id, r.\"values\" FROM import_rows r JOIN import_batches b ON b.id = r.import_batch_id \
        WHERE b.customer_id = $1 AND (b.migration_id = $2 OR r.entity_type IN ('site', \
        'emergency_location', 'network_segment', 'circuit', 'special_line', 'device', 'license', 'contact')) AND b.status = 'committed' \
        AND r.entity_id IS NOT NULL ORDER BY b.at DESC, b.id DESC, r.id DESC";
    let said = rows!(tx, ImportedValues, sql, customer_id, migration_id)?;
    Ok(said.into_iter().map(|it| (it.entity_id, it.values)).collect())
}

/// Every row that an import inserted or changed, in the order of its sheets and rows.
pub async fn list_import_effects(tx: &mut Tx, batch_id: ImportBatchId) -> Result<Vec<ImportEffect>> {
    let sql = "SELECT sheet, source_row, entity_type, entity_id, outcome, before, revision_after FROM import_rows \
        WHERE import_batch_id = $1 AND entity_id IS NOT NULL AND (outcome <> 'unchanged' OR before IS NOT NULL) \
        ORDER BY sheet, source_row, entity_type, ordinal";
    rows!(tx, ImportEffect, sql, batch_id)
}

/// The records of an import that were rejected, in the order of its sheets and rows.
pub async fn list_rejected_rows(tx: &mut Tx, batch_id: ImportBatchId) -> Result<Vec<ImportRow>> {
    let sql = "SELECT * FROM import_rows WHERE import_batch_id = $1 AND outcome = 'rejected' \
        ORDER BY sheet, source_row, entity_type, ordinal";
    rows!(tx, ImportRow, sql, batch_id)
}

/// Notes that an import was undone; false when it had been undone before.
pub async fn undo_import_batch(tx: &mut Tx, batch_id: ImportBatchId, at: Timestamp) -> Result<bool> {
    let sql =
        "UPDATE import_batches SET status = 'undone', undone_at = $1 WHERE id = $2 AND status = 'committed'";
    Ok(exec!(tx, sql, at, batch_id)? == 1)
}
