//! Undoing an import: what it brought goes, what it changed is as before again. A record that somebody has touched or
//! used since stays, and the answer says why.

use portflow_domain::entities::ImportBatch;
use portflow_domain::enums::ImportStatus;
use portflow_domain::ids::ImportBatchId;
use portflow_store::Tx;
use portflow_store::queries::import_batches;
use serde_json::{Value, json};

use super::batches::find;
use super::undo_plan::UndoPlan;
use super::undo_write::carry_out;
use crate::activity::{Act, Subject, fact};
use crate::context::Context;
use crate::dto::ById;
use crate::dto::import_batches::{ImportUndo, UndoCounts, UndoImport};
use crate::error::{ApiError, ErrorCode, Result};
use crate::use_cases::migrations;

/// What undoing an import would do.
pub async fn preview_undo(cx: &Context, request: ById<ImportBatchId>) -> Result<ImportUndo> {
    let mut tx = cx.read().await?;
    let (batch, plan) = plan(&mut tx, request.id).await?;
    Ok(answer(batch, &plan))
}

/// Undoes an import as far as it goes.
pub async fn undo(cx: &Context, request: UndoImport) -> Result<ImportUndo> {
    let task = request.task_id.unwrap_or_default();
    cx.session.tasks.begin(&task);
    let mut tx = cx.write().await?;
    let (batch, plan) = plan(&mut tx, request.id).await?;
    let mut told = answer(batch, &plan);
    if request.fingerprint.is_some_and(|it| it != told.fingerprint) {
        let message = "The data has changed since you looked at this. Nothing was undone.";
        return Err(ApiError::new(ErrorCode::Conflict, message).hint("Look at the list again, then undo."));
    }
    carry_out(cx, &mut tx, &plan, &task).await?;
    import_batches::undo_import_batch(&mut tx, request.id, cx.now()).await?;
    told.batch = find(&mut tx, request.id).await?;
    let sum = |of: fn(&UndoCounts) -> usize| told.by_entity.iter().map(of).sum::<usize>();
    let mut act = Act::begin(cx);
    let facts = vec![
        fact("fileName", Value::Null, json!(told.batch.file_name)),
        fact("removed", Value::Null, json!(sum(|it| it.removed))),
        fact("restored", Value::Null, json!(sum(|it| it.restored))),
        fact("kept", Value::Null, json!(sum(|it| it.kept))),
    ];
    act.noted(Subject::import_batch(&told.batch), "import_undone", facts)?;
    act.save(&mut tx).await?;
    cx.session.tasks.check(&task)?;
    tx.commit().await?;
    Ok(told)
}

async fn plan(tx: &mut Tx, id: ImportBatchId) -> Result<(ImportBatch, UndoPlan)> {
    let batch = find(tx, id).await?;
    if batch.status == ImportStatus::Undone {
        let message = format!("The import of '{}' was undone already.", batch.file_name);
        return Err(ApiError::refused(message).hint("Import the file again if you want its rows back."));
    }
    let migration = migrations::find(tx, batch.migration_id).await?;
    let effects = import_batches::list_import_effects(tx, id).await?;
    let plan = UndoPlan::make(tx, &migration, &effects).await?;
    Ok((batch, plan))
}

fn answer(batch: ImportBatch, plan: &UndoPlan) -> ImportUndo {
    ImportUndo {
        by_entity: plan.counts(),
        fingerprint: plan.fingerprint(),
        kept: plan.kept.clone(),
        batch,
    }
}
