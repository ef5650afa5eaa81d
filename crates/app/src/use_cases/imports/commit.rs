//! The commit: one transaction with the batch, its rows, the numbers and people, and one entry of the log. The plan
//! is made again inside the transaction; when it differs from the one that was reviewed, nothing is stored.

use portflow_domain::entities::{EndUser, ImportBatch, ImportRow, ImportSheet, Migration, PhoneNumber};
use portflow_domain::enums::{ImportOutcome, ImportStatus, ImportTarget};
use portflow_domain::ids::{EndUserId, EntityId, ImportBatchId, PhoneNumberId, SiteId};
use portflow_domain::import::{self, NumberStep, PlannedRecord, RecordValues, Stored, original_cells};
use portflow_store::Tx;
use portflow_store::queries::{end_users, import_batches, losing_accounts, phone_numbers, sites};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};

use super::planning;
use super::values;
use crate::activity::{Act, Subject, fact};
use crate::context::Context;
use crate::dto::imports::CommitImport;
use crate::error::{ApiError, ErrorCode, Result};
use crate::events::Event;
use crate::imported_files::Planned;
use crate::use_cases::migrations;

/// Records written between two looks at whether somebody wants to stop.
const STEP: usize = 5_000;

/// Commits what was reviewed.
pub async fn commit(cx: &Context, request: CommitImport) -> Result<ImportBatch> {
    let task = request.task_id.clone().unwrap_or_default();
    cx.session.tasks.begin(&task);
    let mut tx = cx.write().await?;
    let planned = planning::plan_in(cx, &mut tx, &request.choices).await?;
    if import::fingerprint(&planned.plan) != request.fingerprint {
        let message = "The data has changed since you reviewed this import. Nothing was stored.";
        return Err(
            ApiError::new(ErrorCode::Conflict, message).hint("Look at the review again, then commit.")
        );
    }
    let migration = migrations::find(&mut tx, request.choices.migration_id).await?;
    let batch = new_batch(cx, &planned, &migration)?;
    import_batches::insert_import_batch(&mut tx, &batch).await?;
    import_batches::insert_import_sheet(&mut tx, &sheet_of(cx, &planned, &batch)?).await?;
    let mut work = Work::begin(cx, &mut tx, &planned, &migration, batch.id, &task).await?;
    for record in &planned.plan.records {
        work.record(record)?;
    }
    let prepared = work.finish()?;
    prepared.write(cx, &mut tx, &task).await?;
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

/// Everything a commit will write, worked out before the first row is written.
#[derive(Default)]
struct Prepared {
    new_people: Vec<EndUser>,
    new_numbers: Vec<PhoneNumber>,
    changed_people: Vec<EndUser>,
    changed_numbers: Vec<PhoneNumber>,
    rows: Vec<ImportRow>,
}

/// Turns planned records into rows.
struct Work<'a> {
    cx: &'a Context,
    planned: &'a Planned,
    migration: &'a Migration,
    batch: ImportBatchId,
    task: &'a str,
    people: HashMap<EndUserId, EndUser>,
    upns: HashMap<String, EndUserId>,
    numbers: HashMap<PhoneNumberId, PhoneNumber>,
    sites: BTreeMap<String, SiteId>,
    accounts: BTreeMap<String, portflow_domain::ids::LosingAccountId>,
    prepared: Prepared,
}

impl<'a> Work<'a> {
    async fn begin(
        cx: &'a Context,
        tx: &mut Tx,
        planned: &'a Planned,
        migration: &'a Migration,
        batch: ImportBatchId,
        task: &'a str,
    ) -> Result<Self> {
        let people = end_users::list_end_users(tx, migration.id).await?;
        let numbers = phone_numbers::list_phone_numbers(tx, migration.id).await?;
        let sites = sites::list_sites(tx, Some(migration.customer_id)).await?;
        let accounts = losing_accounts::list_losing_accounts(tx, Some(migration.customer_id)).await?;
        let btn = |btn: &str| portflow_domain::porting::account::e164(btn);
        Ok(Self {
            cx,
            planned,
            migration,
            batch,
            task,
            upns: people
                .iter()
                .filter_map(|it| Some((it.upn.as_ref()?.to_lowercase(), it.id)))
                .collect(),
            people: people.into_iter().map(|it| (it.id, it)).collect(),
            numbers: numbers.into_iter().map(|it| (it.id, it)).collect(),
            sites: sites
                .into_iter()
                .map(|it| (it.name.to_lowercase(), it.id))
                .collect(),
            accounts: accounts
                .into_iter()
                .filter_map(|it| Some((btn(it.btn.as_deref()?), it.id)))
                .collect(),
            prepared: Prepared::default(),
        })
    }

    fn record(&mut self, record: &PlannedRecord) -> Result<()> {
        if self.prepared.rows.len().is_multiple_of(STEP) {
            self.cx.session.tasks.check(self.task)?;
        }
        let (entity_id, before, revision_after) = match (&record.record.values, record.outcome) {
            (_, ImportOutcome::Rejected) | (None, _) => (None, None, None),
            (Some(RecordValues::PhoneNumber(number)), _) => self.number(record, number)?,
            (Some(RecordValues::EndUser(person)), _) => self.person(record, person)?,
        };
        let source_row = record.record.source_row;
        let cells = original_cells(self.planned.sheet(), &self.planned.settings.columns, source_row);
        self.prepared.rows.push(ImportRow {
            id: self.cx.id(),
            customer_id: self.migration.customer_id,
            import_batch_id: self.batch,
            sheet: self.planned.sheet_name.clone(),
            source_row: i64::from(source_row),
            ordinal: i64::from(record.record.ordinal),
            entity_type: entity_type(record.record.entity).to_owned(),
            entity_id,
            outcome: record.outcome,
            issues: value(&record.record.issues)?,
            cells: value(&cells)?,
            values: value(&record.record.values)?,
            before,
            revision_after,
        });
        Ok(())
    }

    fn number(&mut self, record: &PlannedRecord, values: &import::NumberValues) -> Result<Written> {
        let holder = values
            .assigned_to
            .as_ref()
            .and_then(|upn| self.upns.get(upn).copied());
        let account = values.btn.as_deref().map(portflow_domain::porting::account::e164);
        let account = account.and_then(|btn| self.accounts.get(&btn).copied());
        match record.stored {
            Some(Stored::PhoneNumbers { id, revision }) => {
                let Some(before) = self.numbers.get(&id).cloned() else {
                    return Ok((None, None, None));
                };
                if record.outcome == ImportOutcome::Unchanged {
                    return Ok((Some(id.uuid()), None, Some(revision)));
                }
                let mut after = values::number_with(before.clone(), values, &record.changes);
                after.assigned_end_user_id = holder.or(before.assigned_end_user_id);
                after.losing_account_id = before.losing_account_id.or(account);
                let told = (Some(id.uuid()), Some(value(&before)?), Some(before.revision + 1));
                self.prepared.changed_numbers.push(after);
                Ok(told)
            }
            Some(Stored::EndUsers { .. }) | None => {
                let mut number = values::new_number(self.cx, self.migration, self.batch, values);
                number.source_row = Some(i64::from(record.record.source_row));
                number.assigned_end_user_id = holder;
                number.losing_account_id = account;
                let id = number.id.uuid();
                self.prepared.new_numbers.push(number);
                Ok((Some(id), None, Some(1)))
            }
        }
    }

    fn person(&mut self, record: &PlannedRecord, values: &import::PersonValues) -> Result<Written> {
        let site = values
            .site
            .as_ref()
            .and_then(|name| self.sites.get(&name.to_lowercase()).copied());
        let (id, told) = match record.stored {
            Some(Stored::EndUsers { id, revision }) => {
                let Some(before) = self.people.get(&id).cloned() else {
                    return Ok((None, None, None));
                };
                if record.changes.is_empty() {
                    (id, (Some(id.uuid()), None, Some(revision)))
                } else {
                    let after = values::person_with(before.clone(), values, site);
                    self.prepared.changed_people.push(after);
                    (
                        id,
                        (Some(id.uuid()), Some(value(&before)?), Some(before.revision + 1)),
                    )
                }
            }
            Some(Stored::PhoneNumbers { .. }) | None => {
                let person = values::new_person(self.cx, self.migration, values, site);
                let id = person.id;
                self.upns.insert(values.upn.clone(), id);
                self.prepared.new_people.push(person);
                (id, (Some(id.uuid()), None, Some(1)))
            }
        };
        self.number_of_person(record, values, id)?;
        Ok(told)
    }

    fn number_of_person(
        &mut self,
        record: &PlannedRecord,
        values: &import::PersonValues,
        holder: EndUserId,
    ) -> Result<()> {
        match (record.number_step, &values.e164) {
            (Some(NumberStep::Insert), Some(e164)) => {
                let mut of = import::NumberValues::of(e164.clone().into());
                of.extension.clone_from(&values.number_extension);
                let mut number = values::new_number(self.cx, self.migration, self.batch, &of);
                number.source_row = Some(i64::from(record.record.source_row));
                number.assigned_end_user_id = Some(holder);
                self.prepared.new_numbers.push(number);
            }
            (Some(NumberStep::Assign { id, .. }), _) => {
                if let Some(before) = self.numbers.get(&id).cloned() {
                    let after = PhoneNumber {
                        assigned_end_user_id: Some(holder),
                        ..before
                    };
                    self.prepared.changed_numbers.push(after);
                }
            }
            (Some(NumberStep::Keep { .. } | NumberStep::Insert) | None, _) => {}
        }
        Ok(())
    }

    fn finish(self) -> Result<Prepared> {
        self.cx.session.tasks.check(self.task)?;
        Ok(self.prepared)
    }
}

/// Id, before-image and revision afterwards of a record's row.
type Written = (Option<uuid::Uuid>, Option<Value>, Option<i64>);

impl Prepared {
    /// Writes in steps, telling how far it is and stopping when asked.
    async fn write(self, cx: &Context, tx: &mut Tx, task: &str) -> Result<()> {
        let total = self.new_people.len()
            + self.new_numbers.len()
            + self.changed_people.len()
            + self.changed_numbers.len()
            + self.rows.len();
        let mut progress = Progress {
            cx,
            task,
            done: 0,
            total,
        };
        for people in self.new_people.chunks(STEP) {
            end_users::insert_end_users(tx, people).await?;
            progress.step(people.len())?;
        }
        for numbers in self.new_numbers.chunks(STEP) {
            phone_numbers::insert_phone_numbers(tx, numbers).await?;
            progress.step(numbers.len())?;
        }
        for person in &self.changed_people {
            let person = EndUser {
                updated_at: cx.now(),
                ..person.clone()
            };
            end_users::update_end_user(tx, &person).await?;
            progress.step(1)?;
        }
        for number in &self.changed_numbers {
            let number = PhoneNumber {
                updated_at: cx.now(),
                ..number.clone()
            };
            phone_numbers::update_phone_number(tx, &number).await?;
            progress.step(1)?;
        }
        for rows in self.rows.chunks(STEP) {
            import_batches::insert_import_rows(tx, rows).await?;
            progress.step(rows.len())?;
        }
        Ok(())
    }
}

struct Progress<'a> {
    cx: &'a Context,
    task: &'a str,
    done: usize,
    total: usize,
}

impl Progress<'_> {
    fn step(&mut self, count: usize) -> Result<()> {
        self.cx.session.tasks.check(self.task)?;
        let before = self.done / STEP;
        self.done += count;
        let told = self.done == self.total || self.done / STEP > before;
        if told && !self.task.is_empty() {
            self.cx.session.events.send(Event::Progress {
                task_id: self.task.to_owned(),
                done: self.done as u64,
                total: self.total as u64,
            });
        }
        Ok(())
    }
}

fn entity_type(target: ImportTarget) -> &'static str {
    match target {
        ImportTarget::PhoneNumbers => "phone_number",
        ImportTarget::EndUsers => "end_user",
    }
}

fn value<T: serde::Serialize>(it: &T) -> Result<Value> {
    serde_json::to_value(it).map_err(|error| ApiError::internal(&error))
}
