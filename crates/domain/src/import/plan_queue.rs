//! What becomes of a call queue.

use serde_json::{Value, json};

use super::conflicts::Comparison;
use super::existing::number_key;
use super::plan_number::{Claim, Holder};
use super::planner::{Place, Planner};
use super::{CallQueueValues, PlannedRecord, Stored};
use crate::enums::{ImportOutcome, ImportTarget};
use crate::mapping::ImportField;
use crate::number::E164;

/// The fields that are compared, with what a new queue gets where the file is silent.
fn fields() -> [(&'static str, Value); 10] {
    [
        ("routingMethod", json!("attendant")),
        ("agentAlertSeconds", json!(30)),
        ("timeoutSeconds", json!(1200)),
        ("timeoutAction", json!("disconnect")),
        ("timeoutTarget", Value::Null),
        ("overflowThreshold", json!(50)),
        ("overflowAction", json!("disconnect")),
        ("overflowTarget", Value::Null),
        ("language", json!("en-US")),
        ("greeting", Value::Null),
    ]
}

impl Planner<'_> {
    pub(super) fn queue(&mut self, place: Place, queue: &CallQueueValues, planned: &mut PlannedRecord) {
        let entity = ImportTarget::CallQueues;
        if let Err(issue) = self.first(place, entity, &queue.name, ImportField::Name) {
            return planned.record.issues.push(issue);
        }
        if let Some(number) = &queue.e164
            && let Err(()) = self.application_number(place, number, planned)
        {
            self.seen.remove(&(entity, super::people::folded(&queue.name)));
            return;
        }
        planned.outcome = ImportOutcome::Inserted;
        let Some(stored) = self.existing.queue(&queue.name) else {
            return;
        };
        planned.stored = Some(Stored::CallQueues {
            id: stored.id,
            revision: stored.revision,
        });
        let (now, last) = (&stored.values, stored.last_import.as_ref());
        let mut compared = Comparison::new(entity, queue.name.clone(), self.choices, queue, now, last);
        for (field, default) in fields() {
            compared.field(field, default);
        }
        planned.settle(compared, queue.e164.as_ref());
    }

    /// The number of a queue or attendant comes into the inventory, unless an account of the files carries it.
    ///
    /// # Errors
    /// The number cannot be had; the record has the reason.
    pub(super) fn application_number(
        &mut self,
        place: Place,
        number: &E164,
        planned: &mut PlannedRecord,
    ) -> Result<(), ()> {
        if self.of_accounts.contains(&number_key(number, "")) {
            return Ok(());
        }
        let claim = Claim {
            number,
            extension: "",
            holder: Holder::Application,
            repeats: true,
        };
        self.claim(place, &claim, planned)
            .map_err(|issue| planned.record.issues.push(issue))
    }
}
