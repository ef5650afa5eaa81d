//! What a commit writes for each planned record: the row it becomes, and the row that remembers the import.

use portflow_domain::entities::{EndUser, ImportRow, Migration, PhoneNumber};
use portflow_domain::enums::{ImportOutcome, ImportTarget};
use portflow_domain::ids::{EndUserId, EntityId, ImportBatchId, LosingAccountId, PhoneNumberId, SiteId};
use portflow_domain::import::{self, NumberStep, PlannedRecord, RecordValues, Stored, original_cells};
use portflow_store::Tx;
use portflow_store::queries::{end_users, losing_accounts, phone_numbers, sites};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::values;
use crate::context::Context;
use crate::error::{ApiError, Result};
use crate::imported_files::Planned;

/// The rows of some records, in the order in which they can be written.
#[derive(Default)]
pub(super) struct Prepared {
    pub(super) new_people: Vec<EndUser>,
    pub(super) new_numbers: Vec<PhoneNumber>,
    pub(super) changed_people: Vec<EndUser>,
    pub(super) changed_numbers: Vec<PhoneNumber>,
    pub(super) rows: Vec<ImportRow>,
}

/// Turns planned records into rows.
pub(super) struct Work {
    cx: Context,
    planned: Arc<Planned>,
    migration: Migration,
    batch: ImportBatchId,
    people: HashMap<EndUserId, EndUser>,
    upns: HashMap<String, EndUserId>,
    numbers: HashMap<PhoneNumberId, PhoneNumber>,
    sites: BTreeMap<String, SiteId>,
    accounts: BTreeMap<String, LosingAccountId>,
    prepared: Prepared,
}

impl Work {
    /// Looks up what the records refer to.
    pub(super) async fn begin(
        cx: Context,
        tx: &mut Tx,
        planned: Arc<Planned>,
        migration: Migration,
        batch: ImportBatchId,
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

    /// The rows of some records of the plan.
    pub(super) fn rows(&mut self, records: &[PlannedRecord]) -> Result<Prepared> {
        for record in records {
            self.record(record)?;
        }
        Ok(std::mem::take(&mut self.prepared))
    }

    fn record(&mut self, record: &PlannedRecord) -> Result<()> {
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
                let mut number = values::new_number(&self.cx, &self.migration, self.batch, values);
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
                let person = values::new_person(&self.cx, &self.migration, values, site);
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
                let mut number = values::new_number(&self.cx, &self.migration, self.batch, &of);
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
}

/// Id, before-image and revision afterwards of a record's row.
type Written = (Option<uuid::Uuid>, Option<Value>, Option<i64>);

fn entity_type(target: ImportTarget) -> &'static str {
    match target {
        ImportTarget::PhoneNumbers => "phone_number",
        ImportTarget::EndUsers => "end_user",
    }
}

pub(super) fn value<T: serde::Serialize>(it: &T) -> Result<Value> {
    serde_json::to_value(it).map_err(|error| ApiError::internal(&error))
}
