//! The commit: one transaction with the batch, its rows, the numbers and people, and one entry of the log. The plan
//! is made again inside the transaction; when it differs from the one that was reviewed, nothing is stored.

use portflow_domain::entities::{EndUser, ImportBatch, ImportSheet, Migration, PhoneNumber};
use portflow_domain::enums::ImportStatus;
use portflow_store::Tx;
use portflow_store::queries::{end_users, import_batches, phone_numbers};
use serde_json::{Value, json};
use std::sync::Arc;
use tokio::sync::mpsc;

use super::planning;
use super::rows::{Prepared, Work, value};
use crate::activity::{Act, Subject, fact};
use crate::context::Context;
use crate::dto::imports::CommitImport;
use crate::error::{ApiError, ErrorCode, Result};
use crate::events::Event;
use crate::imported_files::Planned;
use crate::use_cases::migrations;

/// Records written between two looks at whether somebody wants to stop.
const STEP: usize = 5_000;

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
    let migration = migrations::find(&mut tx, request.choices.migration_id).await?;
    let batch = new_batch(cx, &planned, &migration)?;
    import_batches::insert_import_batch(&mut tx, &batch).await?;
    import_batches::insert_import_sheet(&mut tx, &sheet_of(cx, &planned, &batch)?).await?;
    let own = cx.acted_by(cx.actor()?.clone());
    let work = Work::begin(own, &mut tx, Arc::clone(&planned), migration, batch.id).await?;
    let mut progress = Progress::of(cx, &task, planned.plan.records.len());
    let mut steps = work_ahead(work, planned);
    while let Some(prepared) = steps.recv().await {
        let prepared = prepared?;
        let records = prepared.rows.len();
        write(cx, &mut tx, prepared).await?;
        progress.step(records)?;
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
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    Ok(ImportBatch {
        id: cx.id(),
        customer_id: migration.customer_id,
        migration_id: migration.id,
        file_name: planned.file.name.clone(),
        file_sha256: planned.file.sha256.clone(),
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

fn sheet_of(cx: &Context, planned: &Planned, batch: &ImportBatch) -> Result<ImportSheet> {
    Ok(ImportSheet {
        id: cx.id(),
        customer_id: batch.customer_id,
        import_batch_id: batch.id,
        sheet: planned.sheet_name.clone(),
        header_row: i64::try_from(planned.settings.header_row).unwrap_or_default(),
        target: planned.settings.target,
        column_map: value(&planned.settings.columns)?,
    })
}

/// Works the rows out on a thread of its own, so that the database does not wait for them.
fn work_ahead(mut work: Work, planned: Arc<Planned>) -> mpsc::Receiver<Result<Prepared>> {
    let (sender, receiver) = mpsc::channel(AHEAD);
    tokio::task::spawn_blocking(move || {
        for records in planned.plan.records.chunks(STEP) {
            // Nobody listens once the commit has failed or was stopped.
            if sender.blocking_send(work.rows(records)).is_err() {
                return;
            }
        }
    });
    receiver
}

async fn write(cx: &Context, tx: &mut Tx, prepared: Prepared) -> Result<()> {
    end_users::insert_end_users(tx, &prepared.new_people).await?;
    phone_numbers::insert_phone_numbers(tx, &prepared.new_numbers).await?;
    for person in prepared.changed_people {
        let person = EndUser {
            updated_at: cx.now(),
            ..person
        };
        end_users::update_end_user(tx, &person).await?;
    }
    for number in prepared.changed_numbers {
        let number = PhoneNumber {
            updated_at: cx.now(),
            ..number
        };
        phone_numbers::update_phone_number(tx, &number).await?;
    }
    Ok(import_batches::insert_import_rows(tx, &prepared.rows).await?)
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
