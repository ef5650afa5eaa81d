//! The commit: one transaction with the batch, its rows, the numbers and people, and one entry of the log. The plan
//! is made again inside the transaction; when it differs from the one that was reviewed, nothing is stored.

use portflow_domain::entities::{ImportBatch, ImportSheet, Migration};
use portflow_domain::enums::ImportStatus;
use portflow_store::queries::{bulk, import_batches};
use serde_json::{Value, json};
use std::sync::Arc;
use tokio::sync::mpsc;

use super::rows::{Prepared, Work, order};
use super::values::value;
use super::write::write;
use super::{planning, profiles, questions};
use crate::activity::{Act, Subject, fact};
use crate::context::Context;
use crate::dto::imports::CommitImport;
use crate::error::{ApiError, ErrorCode, Result};
use crate::events::Event;
use crate::imported_files::{ChosenSheet, Planned};
use crate::use_cases::migrations;

/// Records written between two looks at whether somebody wants to stop.
const STEP: usize = 1_000;

/// New records from which on the database counts and indexes them together.
const MANY: usize = 100;

/// Steps that may wait for the database while the next one is worked out.
const AHEAD: usize = 1;

/// Commits what was reviewed.
pub async fn commit(cx: &Context, request: CommitImport) -> Result<ImportBatch> {
    let task = request.task_id.clone().unwrap_or_default();
    cx.session.tasks.begin(&task);
    let mut tx = cx.write().await?;
    let planned = planning::plan_to_commit(cx, &mut tx, &request.choices).await?;
    if planned.fingerprint != request.fingerprint {
        let message = "The data has changed since you reviewed this import. Nothing was stored.";
        return Err(
            ApiError::new(ErrorCode::Conflict, message).hint("Look at the review again, then commit.")
        );
    }
    if let Some(problem) = planned.problem() {
        return Err(problem.clone());
    }
    if let Some(refusal) = questions::not_to_commit(&planned) {
        return Err(refusal);
    }
    let migration = migrations::find(&mut tx, request.choices.migration_id).await?;
    let batch = new_batch(cx, &planned, &migration)?;
    import_batches::insert_import_batch(&mut tx, &batch).await?;
    for chosen in &planned.sheets {
        import_batches::insert_import_sheet(&mut tx, &sheet_of(cx, chosen, &batch)?).await?;
        profiles::keep(cx, &mut tx, chosen).await?;
    }
    let own = cx.acted_by(cx.actor()?.clone());
    let work = Work::begin(own, &mut tx, Arc::clone(&planned), migration, batch.id).await?;
    let mut progress = Progress::of(cx, &task, planned.plan.records.len());
    progress.step(0)?;
    let is_large = planned.plan.counts.inserted >= MANY;
    if is_large {
        bulk::begin_bulk_import(&mut tx).await?;
    }
    let mut steps = work_ahead(work, &planned);
    while let Some(prepared) = steps.recv().await {
        let prepared = prepared?;
        let records = prepared.rows.len();
        write(&mut tx, prepared, cx.now()).await?;
        progress.step(records)?;
    }
    if is_large {
        bulk::end_bulk_import(&mut tx).await?;
    }
    let mut act = Act::begin(cx);
    let told = vec![
        fact("fileName", Value::Null, json!(batch.file_name)),
        fact("inserted", Value::Null, json!(batch.inserted)),
        fact("updated", Value::Null, json!(batch.updated)),
        fact("rejected", Value::Null, json!(batch.rejected)),
    ];
    act.noted(Subject::import_batch(&batch), "imported", told)?;
    act.save(&mut tx).await?;
    cx.session.tasks.check(&task)?;
    tx.commit().await?;
    Ok(batch)
}

fn new_batch(cx: &Context, planned: &Planned, migration: &Migration) -> Result<ImportBatch> {
    let counts = &planned.plan.counts;
    let (file_name, file_sha256) = files_of(planned);
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    Ok(ImportBatch {
        id: cx.id(),
        customer_id: migration.customer_id,
        migration_id: migration.id,
        file_name,
        file_sha256,
        rows_read: number(counts.rows_read),
        records: number(counts.records),
        inserted: number(counts.inserted),
        updated: number(counts.updated),
        unchanged: number(counts.unchanged),
        rejected: number(counts.rejected),
        status: ImportStatus::Committed,
        imported_by: cx.actor()?.id,
        at: cx.now(),
        undone_at: None,
    })
}

/// The name of the file, or of the first of several and how many more; and the first one's hash.
fn files_of(planned: &Planned) -> (String, String) {
    let mut ids: Vec<&str> = planned
        .sheets
        .iter()
        .map(|sheet| sheet.file_id.as_str())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let Some(first) = planned.sheets.first() else {
        return Default::default();
    };
    let name = match ids.len() {
        0 | 1 => first.file.name.clone(),
        files => format!("{} and {} more", first.file.name, files - 1),
    };
    (name, first.file.sha256.clone())
}

fn sheet_of(cx: &Context, chosen: &ChosenSheet, batch: &ImportBatch) -> Result<ImportSheet> {
    let settings = &chosen.settings;
    Ok(ImportSheet {
        id: cx.id(),
        customer_id: batch.customer_id,
        import_batch_id: batch.id,
        sheet: chosen.label.clone(),
        file_name: chosen.file.name.clone(),
        file_sha256: chosen.file.sha256.clone(),
        header_row: i64::try_from(settings.header_row).unwrap_or_default(),
        target: settings.target,
        column_map: value(&settings.columns)?,
        settings: json!({
            "formatId": settings.format_id,
            "valueMap": settings.value_map,
            "defaults": settings.defaults,
            "dateOrder": settings.date_order,
            "country": settings.country,
        }),
    })
}

/// Works the rows out on a thread of its own, so that the database does not wait for them.
fn work_ahead(mut work: Work, planned: &Planned) -> mpsc::Receiver<Result<Prepared>> {
    let (sender, receiver) = mpsc::channel(AHEAD);
    let order = order(&planned.plan.records);
    tokio::task::spawn_blocking(move || {
        for places in order.chunks(STEP) {
            // Nobody listens once the commit has failed or was stopped.
            if sender.blocking_send(work.rows(places)).is_err() {
                return;
            }
        }
    });
    receiver
}

/// Tells how far a commit is.
struct Progress<'a> {
    cx: &'a Context,
    task: &'a str,
    done: usize,
    total: usize,
}

impl<'a> Progress<'a> {
    fn of(cx: &'a Context, task: &'a str, total: usize) -> Self {
        Self {
            cx,
            task,
            done: 0,
            total,
        }
    }

    /// Counts records and stops when somebody asked for it.
    fn step(&mut self, records: usize) -> Result<()> {
        self.cx.session.tasks.check(self.task)?;
        self.done += records;
        if !self.task.is_empty() {
            self.cx.session.events.send(Event::Progress {
                task_id: self.task.to_owned(),
                done: self.done as u64,
                total: self.total as u64,
            });
        }
        Ok(())
    }
}
