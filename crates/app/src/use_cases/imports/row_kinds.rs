//! One kind of record at a time: the row it becomes or changes, and what becomes of the number it brings along.

use portflow_domain::changes::FieldChange;
use portflow_domain::entities::{PhoneNumber, fold};
use portflow_domain::enums::{ImportOutcome, PhoneNumberType, ResourceAccountType};
use portflow_domain::ids::EntityId;
use portflow_domain::import::{
    AgentValues, AutoAttendantValues, CallQueueValues, NumberStep, NumberValues, PersonValues, PlannedRecord,
    ResourceAccountValues, SiteRow, SiteRowValues, SiteValues, Stored,
};
use portflow_domain::number::E164;
use serde_json::{Value, json};

use super::found::Found;
use super::rows::{Holder, Work, Written};
use super::values::{changed, new_number, new_person, number_of, value};
use super::voice_values::{
    account_type, new_account, new_agent, new_attendant, new_queue, new_site, proposed_upn,
};
use crate::error::Result;

/// A field that the row calls as the file does.
fn same(_: &FieldChange) -> Option<(&'static str, Value)> {
    None
}

impl Work {
    pub(super) fn site(&mut self, planned: &PlannedRecord, values: &SiteValues) -> Result<Written> {
        let stored = match planned.stored {
            Some(Stored::Sites { id, .. }) => self.known.sites.get(&id).cloned(),
            _ => None,
        };
        let Some(before) = stored else {
            let site = new_site(&self.cx, &self.known.home, values);
            let id = site.id;
            self.known.sites_by_name.insert(fold(&site.name), id);
            self.known.sites.insert(id, site.clone());
            self.prepared.sites.new.push(site);
            return Ok(Written::inserted(id.uuid()));
        };
        let (id, revision) = (before.id.uuid(), before.revision);
        if planned.changes.is_empty() {
            return Ok(Written::found(id, revision));
        }
        let after = changed(&before, &planned.changes, |change| {
            (change.field == "notes").then(|| ("discoveryNotes", change.new_value.clone()))
        })?;
        self.prepared.sites.changed.push(after);
        Ok(Written::updated(id, value(&before)?, revision))
    }

    pub(super) fn found(&mut self, planned: &PlannedRecord, values: &SiteRowValues) -> Result<Written> {
        let site = self.known.site(values.site.as_ref());
        let Some(site) = site.and_then(|id| self.known.sites.get(&id)) else {
            return Ok(Written::default());
        };
        let location = |name: &str| self.known.locations.get(&(site.id, fold(name))).copied();
        let stored = match planned.stored {
            Some(Stored::SiteRows { id, .. }) => self.known.found.get(&id),
            _ => None,
        };
        let Some(before) = stored else {
            let place = if let SiteRow::NetworkSegment(segment) = &values.row {
                segment.emergency_location.as_deref().and_then(location)
            } else {
                None
            };
            let row = Found::new(&self.cx, site, &values.row, place)?;
            let id = row.id();
            self.known.meet_found(row.clone());
            self.prepared.found.new.push(row);
            return Ok(Written::inserted(id));
        };
        let (id, revision) = (before.id(), before.revision());
        if planned.changes.is_empty() {
            return Ok(Written::found(id, revision));
        }
        let after = before.with(&planned.changes, |change| {
            let name = change.new_value.as_str().unwrap_or_default();
            (change.field == "emergencyLocation").then(|| ("emergencyLocationId", json!(location(name))))
        })?;
        let before = before.value()?;
        self.prepared.found.changed.push(after);
        Ok(Written::updated(id, before, revision))
    }

    pub(super) fn person(&mut self, planned: &PlannedRecord, values: &PersonValues) -> Result<Written> {
        let site = self.known.site(values.site.as_ref());
        let stored = match planned.stored {
            Some(Stored::EndUsers { id, .. }) => self.known.people.get(&id).cloned(),
            _ => None,
        };
        let Some(before) = stored else {
            let person = new_person(&self.cx, &self.migration, values, site);
            let id = person.id;
            self.known.meet_person(&person);
            self.prepared.people.new.push(person);
            let number = self.number_of_person(planned, values, Holder::Person(id))?;
            return Ok(Written::inserted(id.uuid()).with_number(number));
        };
        let (id, revision) = (before.id, before.revision);
        let number = self.number_of_person(planned, values, Holder::Person(id))?;
        let own = |change: &&FieldChange| change.field != "number";
        if planned.changes.iter().filter(own).count() == 0 {
            return Ok(Written::found(id.uuid(), revision).with_number(number));
        }
        let after = changed(&before, &planned.changes, |change| {
            (change.field == "site").then(|| ("siteId", json!(site)))
        })?;
        self.known.meet_person(&after);
        self.prepared.people.changed.push(after);
        Ok(Written::updated(id.uuid(), value(&before)?, revision).with_number(number))
    }

    fn number_of_person(
        &mut self,
        planned: &PlannedRecord,
        values: &PersonValues,
        holder: Holder,
    ) -> Result<Option<Value>> {
        let Some(e164) = &values.e164 else { return Ok(None) };
        let number = number_of(e164, &values.number_extension, None);
        self.own_number(planned, &number, Some(holder))
    }

    /// The number of a queue or an attendant, described by its name; held through a resource account.
    fn number_of_application(
        &mut self,
        planned: &PlannedRecord,
        e164: Option<&E164>,
        name: &str,
        kind: PhoneNumberType,
    ) -> Result<Option<Value>> {
        let Some(e164) = e164 else { return Ok(None) };
        let number = NumberValues {
            description: Some(name.to_owned()),
            ..number_of(e164, "", Some(kind))
        };
        self.own_number(planned, &number, None)
    }

    pub(super) fn queue(&mut self, planned: &PlannedRecord, values: &CallQueueValues) -> Result<Written> {
        let kind = PhoneNumberType::CallQueue;
        let number = self.number_of_application(planned, values.e164.as_ref(), &values.name, kind)?;
        let stored = match planned.stored {
            Some(Stored::CallQueues { id, .. }) => self.known.queues.get(&id).cloned(),
            _ => None,
        };
        let Some(before) = stored else {
            let queue = new_queue(&self.cx, &self.migration, values);
            let id = queue.id;
            self.known.queues_by_name.insert(fold(&queue.name), id);
            self.prepared.queues.new.push(queue);
            return Ok(Written::inserted(id.uuid()).with_number(number));
        };
        let (id, revision) = (before.id.uuid(), before.revision);
        if planned.changes.iter().all(|change| change.field == "number") {
            return Ok(Written::found(id, revision).with_number(number));
        }
        self.prepared
            .queues
            .changed
            .push(changed(&before, &planned.changes, same)?);
        Ok(Written::updated(id, value(&before)?, revision).with_number(number))
    }

    pub(super) fn attendant(
        &mut self,
        planned: &PlannedRecord,
        values: &AutoAttendantValues,
    ) -> Result<Written> {
        let kind = PhoneNumberType::AutoAttendant;
        let number = self.number_of_application(planned, values.e164.as_ref(), &values.name, kind)?;
        let stored = match planned.stored {
            Some(Stored::AutoAttendants { id, .. }) => self.known.attendants.get(&id).cloned(),
            _ => None,
        };
        let Some(before) = stored else {
            let attendant = new_attendant(&self.cx, &self.migration, &self.known.home, values);
            let id = attendant.id;
            self.known.attendants_by_name.insert(fold(&attendant.name), id);
            self.prepared.attendants.new.push(attendant);
            return Ok(Written::inserted(id.uuid()).with_number(number));
        };
        let (id, revision) = (before.id.uuid(), before.revision);
        if planned.changes.iter().all(|change| change.field == "number") {
            return Ok(Written::found(id, revision).with_number(number));
        }
        let after = changed(&before, &planned.changes, |change| {
            (change.field == "menuOptions").then(|| ("businessHoursMenuOptions", change.new_value.clone()))
        })?;
        self.prepared.attendants.changed.push(after);
        Ok(Written::updated(id, value(&before)?, revision).with_number(number))
    }

    pub(super) fn account(
        &mut self,
        planned: &PlannedRecord,
        values: &ResourceAccountValues,
    ) -> Result<Written> {
        let queue = self.known.queue(values.call_queue.as_ref());
        let attendant = self.known.attendant(values.auto_attendant.as_ref());
        let stored = match planned.stored {
            Some(Stored::ResourceAccounts { id, .. }) => self.known.accounts.get(&id).cloned(),
            _ => None,
        };
        let Some(before) = stored else {
            let (by_upn, domain) = (&self.known.accounts_by_upn, self.known.tenant_domain.as_deref());
            let upn = Some(values.upn.clone()).filter(|upn| !upn.is_empty());
            let upn =
                upn.unwrap_or_else(|| proposed_upn(values, domain, |upn| by_upn.contains_key(&fold(upn))));
            let account = new_account(&self.cx, &self.migration, values, upn, queue, attendant);
            let id = account.id;
            self.known.accounts_by_upn.insert(fold(&account.upn), id);
            self.prepared.accounts.new.push(account);
            let number = self.number_of_account(planned, values, Holder::Account(id))?;
            return Ok(Written::inserted(id.uuid()).with_number(number));
        };
        let (id, revision) = (before.id, before.revision);
        let number = self.number_of_account(planned, values, Holder::Account(id))?;
        if planned.changes.iter().all(|change| change.field == "number") {
            return Ok(Written::found(id.uuid(), revision).with_number(number));
        }
        let after = changed(&before, &planned.changes, |change| match change.field.as_str() {
            "callQueue" => Some(("callQueueId", json!(queue))),
            "autoAttendant" => Some(("autoAttendantId", json!(attendant))),
            _ => None,
        })?;
        self.prepared.accounts.changed.push(after);
        Ok(Written::updated(id.uuid(), value(&before)?, revision).with_number(number))
    }

    fn number_of_account(
        &mut self,
        planned: &PlannedRecord,
        values: &ResourceAccountValues,
        holder: Holder,
    ) -> Result<Option<Value>> {
        let Some(e164) = &values.e164 else { return Ok(None) };
        let number_type = match account_type(values) {
            ResourceAccountType::AutoAttendant => PhoneNumberType::AutoAttendant,
            ResourceAccountType::CallQueue => PhoneNumberType::CallQueue,
        };
        let number = number_of(e164, &values.number_extension, Some(number_type));
        self.own_number(planned, &number, Some(holder))
    }

    pub(super) fn agent(&mut self, planned: &PlannedRecord, values: &AgentValues) -> Result<Written> {
        let stored = match planned.stored {
            Some(Stored::CallQueueAgents { id, .. }) => self.known.agents.get(&id).cloned(),
            _ => None,
        };
        if let Some(before) = stored {
            let (id, revision) = (before.id.uuid(), before.revision);
            if planned.changes.is_empty() {
                return Ok(Written::found(id, revision));
            }
            self.prepared
                .agents
                .changed
                .push(changed(&before, &planned.changes, same)?);
            return Ok(Written::updated(id, value(&before)?, revision));
        }
        let queue = self.known.queue(Some(&values.queue));
        let person = values.person.as_deref().and_then(|key| self.known.person(key));
        let (Some(queue), Some(person)) = (queue, person) else {
            return Ok(Written::default());
        };
        let agent = new_agent(&self.cx, &self.migration, queue, person, values);
        let id = agent.id.uuid();
        self.prepared.agents.new.push(agent);
        Ok(Written::inserted(id))
    }

    pub(super) fn number(
        &mut self,
        place: usize,
        planned: &PlannedRecord,
        values: &NumberValues,
    ) -> Result<Written> {
        let named = values
            .assigned_to
            .as_deref()
            .and_then(|key| self.known.person(key));
        let holder = self.holders.get(&place).copied();
        let account = self.known.billed_to(values.btn.as_ref());
        let stored = match planned.stored {
            Some(Stored::PhoneNumbers { id, .. }) => self.known.numbers.get(&id).cloned(),
            _ => None,
        };
        let Some(before) = stored else {
            let mut number = new_number(&self.cx, &self.migration, self.batch, values);
            number.source_row = Some(i64::from(planned.record.source_row));
            number.assigned_end_user_id = named;
            number.losing_account_id = account;
            hold(&mut number, holder);
            let id = number.id.uuid();
            self.prepared.numbers.new.push(number);
            return Ok(Written::inserted(id));
        };
        let mut after = changed(&before, &planned.changes, |change| {
            (change.field == "assignedTo").then(|| ("assignedEndUserId", json!(named)))
        })?;
        hold(&mut after, holder);
        if planned.outcome == ImportOutcome::Updated {
            after.losing_account_id = before.losing_account_id.or(account);
        }
        let (id, revision) = (before.id.uuid(), before.revision);
        if after == before {
            return Ok(Written::found(id, revision));
        }
        self.prepared.numbers.changed.push(after);
        Ok(Written::updated(id, value(&before)?, revision))
    }

    /// Brings the number of a record into the inventory or gives it to its holder; says what to take back when the
    /// import is undone.
    fn own_number(
        &mut self,
        planned: &PlannedRecord,
        values: &NumberValues,
        holder: Option<Holder>,
    ) -> Result<Option<Value>> {
        match planned.number_step {
            Some(NumberStep::Insert) => {
                let mut number = new_number(&self.cx, &self.migration, self.batch, values);
                number.source_row = Some(i64::from(planned.record.source_row));
                hold(&mut number, holder);
                let told = json!({ "id": number.id });
                self.prepared.numbers.new.push(number);
                Ok(Some(told))
            }
            Some(NumberStep::Assign { id, .. }) => {
                let Some(before) = self.known.numbers.get(&id).cloned() else {
                    return Ok(None);
                };
                let mut after = before.clone();
                hold(&mut after, holder);
                let told = json!({ "id": id, "before": before, "revisionAfter": before.revision + 1 });
                self.prepared.numbers.changed.push(after);
                Ok(Some(told))
            }
            Some(NumberStep::OfRecord { index }) => {
                if let Some(holder) = holder {
                    self.holders.insert(index, holder);
                }
                Ok(None)
            }
            Some(NumberStep::Keep { .. }) | None => Ok(None),
        }
    }
}

/// Gives a number to its holder.
fn hold(number: &mut PhoneNumber, holder: Option<Holder>) {
    match holder {
        Some(Holder::Person(id)) => number.assigned_end_user_id = Some(id),
        Some(Holder::Account(id)) => {
            number.assigned_end_user_id = None;
            number.assigned_resource_account_id = Some(id);
        }
        None => {}
    }
}
