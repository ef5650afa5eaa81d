//! What becomes of an auto attendant.

use serde_json::{Value, json};

use super::conflicts::{Comparison, fields_of};
use super::planner::{Place, Planner};
use super::{AutoAttendantValues, PlannedRecord, Stored};
use crate::enums::{ImportOutcome, ImportTarget};
use crate::mapping::ImportField;

impl Planner<'_> {
    pub(super) fn attendant(
        &mut self,
        place: Place,
        attendant: &AutoAttendantValues,
        planned: &mut PlannedRecord,
    ) {
        let entity = ImportTarget::AutoAttendants;
        if let Err(issue) = self.first(place, entity, &attendant.name, ImportField::Name) {
            return planned.record.issues.push(issue);
        }
        if let Some(number) = &attendant.e164
            && let Err(()) = self.application_number(place, number, planned)
        {
            self.seen
                .remove(&(entity, super::people::folded(&attendant.name)));
            return;
        }
        planned.outcome = ImportOutcome::Inserted;
        let Some(stored) = self.existing.attendant(&attendant.name) else {
            return;
        };
        planned.stored = Some(Stored::AutoAttendants {
            id: stored.id,
            revision: stored.revision,
        });
        let (key, now, last) = (
            attendant.name.clone(),
            &stored.values,
            stored.last_import.as_ref(),
        );
        let mut compared = Comparison::new(entity, key, self.choices, attendant, now, last);
        compared.field("language", json!("en-US"));
        // A new attendant gets the zone of its site, which counts as nobody's choice.
        let zone = fields_of(now).remove("timeZone").unwrap_or(Value::Null);
        compared.field("timeZone", zone);
        compared.fields(&["greeting", "businessHours", "holidays", "menuOptions", "operator"]);
        planned.settle(compared, attendant.e164.as_ref());
    }
}
