//! Committed imports: the list, and one with what it refused.

use portflow_domain::coded::Coded;
use portflow_domain::entities::{ImportBatch, ImportRow, ImportSheet};
use portflow_domain::enums::{ImportOutcome, ImportTarget};
use portflow_domain::ids::ImportBatchId;
use portflow_domain::import::OriginalCell;
use portflow_domain::mapping::ColumnMap;
use portflow_store::Tx;
use portflow_store::queries::{import_batches, team_members};
use serde_json::Value;

use super::rows::target_of;
use crate::context::Context;
use crate::dto::ById;
use crate::dto::import_batches::{ImportBatchDetail, RejectedRow};
use crate::dto::imports::EntityOutcomes;
use crate::dto::orders::OfMigration;
use crate::error::{ApiError, Result};

/// Rejected records that the page of a batch shows.
const SHOWN: u32 = 1000;

/// Committed imports, newest first.
pub async fn list(cx: &Context, request: OfMigration) -> Result<Vec<ImportBatch>> {
    Ok(import_batches::list_import_batches(&mut cx.read().await?, request.migration_id).await?)
}

/// One committed import with what it rejected.
pub async fn get(cx: &Context, request: ById<ImportBatchId>) -> Result<ImportBatchDetail> {
    let mut tx = cx.read().await?;
    let batch = find(&mut tx, request.id).await?;
    let member = team_members::find_team_member(&mut tx, batch.imported_by).await?;
    let sheets = import_batches::list_import_sheets(&mut tx, batch.id).await?;
    let rejected =
        import_batches::list_import_rows(&mut tx, batch.id, Some(ImportOutcome::Rejected), 0, SHOWN).await?;
    Ok(ImportBatchDetail {
        imported_by_name: member.map(|member| member.display_name).unwrap_or_default(),
        by_entity: by_entity(&mut tx, batch.id).await?,
        rejected: rejected
            .rows
            .iter()
            .map(|row| rejected_row(&sheets, row))
            .collect(),
        sheets,
        batch,
    })
}

/// The batch with this id.
pub(super) async fn find(tx: &mut Tx, id: ImportBatchId) -> Result<ImportBatch> {
    let found = import_batches::find_import_batch(tx, id).await?;
    found.ok_or_else(|| ApiError::not_found("import", id))
}

async fn by_entity(tx: &mut Tx, id: ImportBatchId) -> Result<Vec<EntityOutcomes>> {
    let counts = import_batches::count_import_rows(tx, id).await?;
    let of = |entity: ImportTarget| {
        let own = |outcome| {
            let found = counts
                .iter()
                .filter(|(name, it, _)| target_of(name) == Some(entity) && *it == outcome);
            found
                .map(|(_, _, count)| usize::try_from(*count).unwrap_or(0))
                .sum()
        };
        EntityOutcomes {
            entity,
            inserted: own(ImportOutcome::Inserted),
            updated: own(ImportOutcome::Updated),
            unchanged: own(ImportOutcome::Unchanged),
            rejected: own(ImportOutcome::Rejected),
        }
    };
    let all = ImportTarget::ALL.iter().map(|entity| of(*entity));
    Ok(all
        .filter(|it| it.inserted + it.updated + it.unchanged + it.rejected > 0)
        .collect())
}

fn rejected_row(sheets: &[ImportSheet], row: &ImportRow) -> RejectedRow {
    RejectedRow {
        sheet: row.sheet.clone(),
        source_row: row.source_row,
        entity: target_of(&row.entity_type).unwrap_or(ImportTarget::PhoneNumbers),
        cells: cells_of(sheets, row),
        issues: serde_json::from_value(row.issues.clone()).unwrap_or_default(),
    }
}

/// The columns of a sheet as it was imported.
pub(super) fn columns_of(sheets: &[ImportSheet], name: &str) -> Vec<ColumnMap> {
    let sheet = sheets.iter().find(|sheet| sheet.sheet == name);
    sheet
        .and_then(|sheet| serde_json::from_value(sheet.column_map.clone()).ok())
        .unwrap_or_default()
}

/// The cells of a record that held something, with their headers. Cells are texts in the order of the columns; an
/// import of the first version kept each with its column and header.
pub(super) fn cells_of(sheets: &[ImportSheet], row: &ImportRow) -> Vec<OriginalCell> {
    let texts = row.cells.as_array().cloned().unwrap_or_default();
    if texts.iter().any(Value::is_object) {
        return serde_json::from_value(row.cells.clone()).unwrap_or_default();
    }
    let columns = columns_of(sheets, &row.sheet);
    let columns = columns.into_iter().filter(|column| !column.secret);
    columns
        .zip(texts)
        .filter_map(|(column, text)| {
            let text = text.as_str().filter(|text| !text.is_empty())?;
            Some(OriginalCell {
                column: column.index,
                header: column.header,
                text: text.to_owned(),
            })
        })
        .collect()
}
