//! The log of what people do. A use case opens one `Act` for what a person did, tells it each record that
//! changed, and saves it in the same transaction as the change.

use portflow_domain::changes::{FieldChange, diff};
use portflow_domain::entities::{
    Activity, Attachment, AutoAttendant, Circuit, Contact, Customer, Device, EmergencyLocation, EndUser,
    ImportBatch, LegacySystem, License, LosingAccount, MappingProfile, Migration, NetworkSegment,
    PhoneNumber, PortOrder, QuestionnaireAnswer, SavedView, SectionState, Site, SpecialLine, TeamMember,
};
use portflow_domain::ids::{ChangeSetId, CustomerId, EntityId, MigrationId};
use portflow_store::Tx;
use portflow_store::queries::activity_log;
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::context::Context;
use crate::error::{ApiError, Result};

/// Bookkeeping fields that no person changes.
const NOT_LOGGED: &[&str] = &[
    "id",
    "customerId",
    "createdAt",
    "updatedAt",
    "revision",
    "totalNumbers",
    "portedNumbers",
    "totalUsers",
    "configuredUsers",
];

/// What an entry is about.
#[derive(Debug, Clone)]
pub struct Subject {
    /// The singular name of the table.
    pub entity_type: &'static str,
    /// The record.
    pub entity_id: Uuid,
    /// Whose it is.
    pub customer_id: Option<CustomerId>,
    /// Which project it belongs to.
    pub migration_id: Option<MigrationId>,
}

/// A record whose changes are logged field by field.
pub trait Logged: Serialize {
    /// What an entry about it names.
    fn subject(&self) -> Subject;
    /// Its revision.
    fn revision(&self) -> i64;
    /// The field by which people know it, so that an entry about a change says which record it was.
    fn known_by(&self) -> &'static str;
}

macro_rules! logged {
    ($($type:ty: $name:literal known by $known_by:literal, $customer:expr, $migration:expr;)+) => {$(
        impl Logged for $type {
            fn subject(&self) -> Subject {
                let (customer, migration): (fn(&$type) -> _, fn(&$type) -> _) = ($customer, $migration);
                Subject {
                    entity_type: $name,
                    entity_id: self.id.uuid(),
                    customer_id: customer(self),
                    migration_id: migration(self),
                }
            }
            fn revision(&self) -> i64 { self.revision }
            fn known_by(&self) -> &'static str { $known_by }
        }
    )+};
}

logged! {
    TeamMember: "team_member" known by "email", |_| None, |_| None;
    Customer: "customer" known by "name", |it| Some(it.id), |_| None;
    Contact: "contact" known by "name", |it| Some(it.customer_id), |_| None;
    Site: "site" known by "name", |it| Some(it.customer_id), |_| None;
    Migration: "migration" known by "name", |it| Some(it.customer_id), |it| Some(it.id);
    PhoneNumber: "phone_number" known by "number", |it| Some(it.customer_id), |it| Some(it.migration_id);
    EndUser: "end_user" known by "upn", |it| Some(it.customer_id), |it| Some(it.migration_id);
    LosingAccount: "losing_account" known by "carrierName", |it| Some(it.customer_id), |_| None;
    MappingProfile: "mapping_profile" known by "name", |_| None, |_| None;
    PortOrder: "port_order" known by "pon", |it| Some(it.customer_id), |it| Some(it.migration_id);
    AutoAttendant: "auto_attendant" known by "name", |it| Some(it.customer_id), |it| Some(it.migration_id);
    SectionState: "discovery_section" known by "section", |it| Some(it.customer_id), |_| None;
    EmergencyLocation: "emergency_location" known by "name", |it| Some(it.customer_id), |_| None;
    NetworkSegment: "network_segment" known by "identifier", |it| Some(it.customer_id), |_| None;
    LegacySystem: "legacy_system" known by "vendor", |it| Some(it.customer_id), |_| None;
    Circuit: "circuit" known by "carrierName", |it| Some(it.customer_id), |_| None;
    SpecialLine: "special_line" known by "kind", |it| Some(it.customer_id), |_| None;
    Device: "device" known by "kind", |it| Some(it.customer_id), |_| None;
    License: "license" known by "sku", |it| Some(it.customer_id), |_| None;
    Attachment: "attachment" known by "fileName", |it| Some(it.customer_id), |_| None;
    SavedView: "saved_view" known by "name", |_| None, |_| None;
    QuestionnaireAnswer: "questionnaire_answer" known by "question", |it| Some(it.customer_id), |_| None;
}

impl Subject {
    /// A batch has no revision and so is no `Logged` record.
    pub fn import_batch(batch: &ImportBatch) -> Self {
        Self {
            entity_type: "import_batch",
            entity_id: batch.id.uuid(),
            customer_id: Some(batch.customer_id),
            migration_id: Some(batch.migration_id),
        }
    }
}

/// One thing a person did, with every record it changed.
pub struct Act<'a> {
    cx: &'a Context,
    change_set_id: ChangeSetId,
    entries: Vec<Activity>,
}

impl<'a> Act<'a> {
    /// Begins an act.
    pub fn begin(cx: &'a Context) -> Self {
        Self {
            cx,
            change_set_id: cx.id(),
            entries: Vec::new(),
        }
    }

    /// Goes on with an act that is stored in several transactions.
    pub fn part_of(cx: &'a Context, change_set_id: ChangeSetId) -> Self {
        Self {
            cx,
            change_set_id,
            entries: Vec::new(),
        }
    }

    /// The id all entries share.
    pub fn change_set_id(&self) -> ChangeSetId {
        self.change_set_id
    }

    /// Whether nothing has been told yet.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// A record is new.
    pub fn created<T: Logged>(&mut self, record: &T) -> Result<()> {
        self.created_with(record, Vec::new())
    }

    /// A record is new; `more` adds what the record itself cannot show.
    pub fn created_with<T: Logged>(&mut self, record: &T, more: Vec<FieldChange>) -> Result<()> {
        let mut changes = diff(&json!({}), &value(record)?, NOT_LOGGED);
        changes.extend(more);
        self.push(
            record.subject(),
            "created",
            changes,
            None,
            Some(record.revision()),
        )
    }

    /// A record has changed; nothing is logged when no field did.
    pub fn updated<T: Logged>(&mut self, before: &T, after: &T) -> Result<()> {
        self.changed("updated", before, after, Vec::new())
    }

    /// A record has changed by an act with a name of its own; `more` adds what the record itself cannot show.
    pub fn changed<T: Logged>(
        &mut self,
        action: &str,
        before: &T,
        after: &T,
        more: Vec<FieldChange>,
    ) -> Result<()> {
        let stored = value(after)?;
        let mut changes = diff(&value(before)?, &stored, NOT_LOGGED);
        changes.extend(more);
        if changes.is_empty() {
            return Ok(());
        }
        let known_by = after.known_by();
        if changes.iter().all(|change| change.field != known_by) {
            changes.insert(0, fact(known_by, Value::Null, stored[known_by].clone()));
        }
        self.push(
            after.subject(),
            action,
            changes,
            Some(before.revision()),
            Some(after.revision()),
        )
    }

    /// A record is gone.
    pub fn deleted<T: Logged>(&mut self, record: &T) -> Result<()> {
        let changes = diff(&value(record)?, &json!({}), NOT_LOGGED);
        self.push(
            record.subject(),
            "deleted",
            changes,
            Some(record.revision()),
            None,
        )
    }

    /// Something happened to a record that left its fields as they were.
    pub fn noted(&mut self, subject: Subject, action: &str, changes: Vec<FieldChange>) -> Result<()> {
        self.push(subject, action, changes, None, None)
    }

    /// Writes the entries into the transaction of the change itself.
    pub async fn save(self, tx: &mut Tx) -> Result<()> {
        activity_log::insert_activities(tx, &self.entries).await?;
        Ok(())
    }

    /// Writes the entries and ends the transaction: the change and its log are stored together.
    pub async fn commit(self, mut tx: Tx) -> Result<()> {
        self.save(&mut tx).await?;
        Ok(tx.commit().await?)
    }

    fn push(
        &mut self,
        subject: Subject,
        action: &str,
        changes: Vec<FieldChange>,
        revision_before: Option<i64>,
        revision_after: Option<i64>,
    ) -> Result<()> {
        let actor = self.cx.actor()?;
        self.entries.push(Activity {
            id: self.cx.id(),
            at: self.cx.now(),
            actor_id: Some(actor.id),
            actor_name: actor.display_name.clone(),
            customer_id: subject.customer_id,
            migration_id: subject.migration_id,
            entity_type: subject.entity_type.to_owned(),
            entity_id: subject.entity_id,
            action: action.to_owned(),
            changes: value(&changes)?,
            change_set_id: self.change_set_id,
            revision_before,
            revision_after,
        });
        Ok(())
    }
}

/// A change of something that is not a column of the record.
pub fn fact(field: &str, old_value: Value, new_value: Value) -> FieldChange {
    FieldChange {
        field: field.to_owned(),
        old_value,
        new_value,
    }
}

fn value<T: Serialize>(record: &T) -> Result<Value> {
    serde_json::to_value(record).map_err(|error| ApiError::internal(&error))
}
