//! What a commit writes for each planned record: the row it becomes, and the row that remembers the import.

use portflow_domain::coded::Coded;
use portflow_domain::entities::{
    AutoAttendant, CallQueue, CallQueueAgent, EndUser, ImportRow, Migration, PhoneNumber, ResourceAccount,
    Site,
};
use portflow_domain::enums::{ImportOutcome, ImportTarget};
use portflow_domain::ids::{EndUserId, ImportBatchId, ResourceAccountId};
use portflow_domain::import::{PlannedRecord, RecordValues};
use portflow_domain::mapping::ColumnMap;
use portflow_domain::workbook::Cell;
use portflow_store::Tx;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

use super::found::{self, Found};
use super::known::Known;
use super::values::{said, value};
use crate::context::Context;
use crate::error::Result;
use crate::imported_files::{ChosenSheet, Planned};

/// The name under which an import row remembers what became of the number that its record brought along.
pub(super) const NUMBER: &str = "$number";

/// New and changed rows of one table.
pub(super) struct Changes<T> {
    pub(super) new: Vec<T>,
    pub(super) changed: Vec<T>,
}

impl<T> Default for Changes<T> {
    fn default() -> Self {
        Self {
            new: Vec::new(),
            changed: Vec::new(),
        }
    }
}

/// The rows of some records, in the order in which they can be written.
#[derive(Default)]
pub(super) struct Prepared {
    pub(super) sites: Changes<Site>,
    pub(super) people: Changes<EndUser>,
    pub(super) queues: Changes<CallQueue>,
    pub(super) attendants: Changes<AutoAttendant>,
    pub(super) accounts: Changes<ResourceAccount>,
    pub(super) numbers: Changes<PhoneNumber>,
    pub(super) agents: Changes<CallQueueAgent>,
    pub(super) found: Changes<Found>,
    pub(super) rows: Vec<ImportRow>,
}

/// Who holds a number that another record of the plan brings.
#[derive(Debug, Clone, Copy)]
pub(super) enum Holder {
    Person(EndUserId),
    Account(ResourceAccountId),
}

/// What became of a record.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) id: Option<Uuid>,
    /// The row as it was, for an update.
    pub(super) before: Option<Value>,
    pub(super) revision_after: Option<i64>,
}

impl Written {
    /// A new row.
    pub(super) fn inserted(id: Uuid) -> Self {
        Self {
            id: Some(id),
            before: None,
            revision_after: Some(1),
        }
    }

    /// A row that was recognised and left alone.
    pub(super) fn found(id: Uuid, revision: i64) -> Self {
        Self {
            id: Some(id),
            before: None,
            revision_after: Some(revision),
        }
    }

    /// A row that was changed.
    pub(super) fn updated(id: Uuid, before: Value, revision: i64) -> Self {
        Self {
            id: Some(id),
            before: Some(before),
            revision_after: Some(revision + 1),
        }
    }

    /// Remembers what became of the number that the record brought along.
    pub(super) fn with_number(mut self, number: Option<Value>) -> Self {
        if let Some(number) = number {
            let before = self.before.get_or_insert_with(|| json!({}));
            if let Some(fields) = before.as_object_mut() {
                fields.insert(NUMBER.to_owned(), number);
            }
        }
        self
    }
}

/// Turns planned records into rows.
pub(super) struct Work {
    pub(super) cx: Context,
    pub(super) planned: Arc<Planned>,
    pub(super) migration: Migration,
    pub(super) batch: ImportBatchId,
    pub(super) known: Known,
    /// Holders of numbers that records further on bring, by the place of those records.
    pub(super) holders: HashMap<usize, Holder>,
    pub(super) prepared: Prepared,
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
        let kinds = found::KINDS.iter().copied();
        let is_described = |kind: &ImportTarget| {
            let mut records = planned.plan.records.iter();
            *kind == ImportTarget::EmergencyLocations || records.any(|it| it.record.entity == *kind)
        };
        let kinds: Vec<ImportTarget> = kinds.filter(is_described).collect();
        Ok(Self {
            known: Known::load(tx, &migration, &kinds).await?,
            cx,
            planned,
            migration,
            batch,
            holders: HashMap::new(),
            prepared: Prepared::default(),
        })
    }

    /// The rows of the records at these places of the plan.
    pub(super) fn rows(&mut self, places: &[usize]) -> Result<Prepared> {
        let planned = Arc::clone(&self.planned);
        for place in places {
            self.record(*place, &planned.plan.records[*place])?;
        }
        Ok(std::mem::take(&mut self.prepared))
    }

    fn record(&mut self, place: usize, planned: &PlannedRecord) -> Result<()> {
        let record = &planned.record;
        let written = match (&record.values, planned.outcome) {
            (_, ImportOutcome::Rejected) | (None, _) => Written::default(),
            (Some(RecordValues::PhoneNumber(number)), _) => self.number(place, planned, number)?,
            (Some(RecordValues::EndUser(person)), _) => self.person(planned, person)?,
            (Some(RecordValues::ResourceAccount(account)), _) => self.account(planned, account)?,
            (Some(RecordValues::CallQueue(queue)), _) => self.queue(planned, queue)?,
            (Some(RecordValues::CallQueueAgent(agent)), _) => self.agent(planned, agent)?,
            (Some(RecordValues::AutoAttendant(attendant)), _) => self.attendant(planned, attendant)?,
            (Some(RecordValues::Site(site)), _) => self.site(planned, site)?,
            (Some(RecordValues::SiteRow(found)), _) => self.found(planned, found)?,
            // Refused before the commit begins: they are no rows of a migration.
            (Some(RecordValues::LosingAccountNumber(_) | RecordValues::PortOrderEvent(_)), _) => {
                Written::default()
            }
        };
        let chosen = &self.planned.sheets[record.sheet];
        self.prepared.rows.push(ImportRow {
            id: self.cx.id(),
            customer_id: self.migration.customer_id,
            import_batch_id: self.batch,
            sheet: chosen.label.clone(),
            source_row: i64::from(record.source_row),
            ordinal: i64::from(record.ordinal),
            entity_type: entity_type(record.entity).to_owned(),
            entity_id: written.id,
            outcome: planned.outcome,
            issues: value(&record.issues)?,
            cells: cells(chosen, record.source_row),
            values: said(&record.values)?,
            before: written.before,
            revision_after: written.revision_after,
        });
        Ok(())
    }
}

/// The places of the records in the order in which they rest on one another.
pub(super) fn order(records: &[PlannedRecord]) -> Vec<usize> {
    let rank = |target: ImportTarget| match target {
        ImportTarget::Sites => 0,
        ImportTarget::EndUsers => 1,
        ImportTarget::CallQueues | ImportTarget::CallQueueGroups => 2,
        ImportTarget::AutoAttendants => 3,
        ImportTarget::ResourceAccounts => 4,
        ImportTarget::PhoneNumbers => 5,
        ImportTarget::CallQueueAgents => 6,
        ImportTarget::LosingAccountNumbers | ImportTarget::PortOrderEvents => 7,
        ImportTarget::EmergencyLocations => 8,
        ImportTarget::NetworkSegments
        | ImportTarget::Circuits
        | ImportTarget::SpecialLines
        | ImportTarget::Devices
        | ImportTarget::Licenses
        | ImportTarget::Contacts => 9,
    };
    let mut order: Vec<usize> = (0..records.len()).collect();
    order.sort_by_key(|place| rank(records[*place].record.entity));
    order
}

/// The singular name of the table that records of a kind belong to.
pub(super) fn entity_type(target: ImportTarget) -> &'static str {
    match target {
        ImportTarget::PhoneNumbers => "phone_number",
        ImportTarget::EndUsers => "end_user",
        ImportTarget::ResourceAccounts => "resource_account",
        ImportTarget::CallQueues | ImportTarget::CallQueueGroups => "call_queue",
        ImportTarget::CallQueueAgents => "call_queue_agent",
        ImportTarget::AutoAttendants => "auto_attendant",
        ImportTarget::Sites => "site",
        ImportTarget::LosingAccountNumbers => "losing_account_number",
        ImportTarget::PortOrderEvents => "port_order_event",
        ImportTarget::EmergencyLocations => "emergency_location",
        ImportTarget::NetworkSegments => "network_segment",
        ImportTarget::Circuits => "circuit",
        ImportTarget::SpecialLines => "special_line",
        ImportTarget::Devices => "device",
        ImportTarget::Licenses => "license",
        ImportTarget::Contacts => "contact",
    }
}

/// The kind of records that a table's singular name stands for.
pub(super) fn target_of(entity_type: &str) -> Option<ImportTarget> {
    let mut all = ImportTarget::ALL.iter().copied();
    all.find(|target| self::entity_type(*target) == entity_type)
}

/// The texts of a row in the order of its columns, secret columns left out.
fn cells(chosen: &ChosenSheet, source_row: u32) -> Value {
    let row = (source_row as usize)
        .checked_sub(1)
        .and_then(|index| chosen.sheet().rows.get(index));
    let columns = chosen.settings.columns.iter().filter(|column| !column.secret);
    let text = |column: &ColumnMap| {
        let cell = row.and_then(|row| row.get(column.index));
        cell.map(Cell::display).unwrap_or_default()
    };
    let mut texts: Vec<Value> = columns.map(|column| Value::String(text(column))).collect();
    let filled = texts.iter().rposition(|text| text.as_str() != Some(""));
    texts.truncate(filled.map_or(0, |last| last + 1));
    Value::Array(texts)
}
