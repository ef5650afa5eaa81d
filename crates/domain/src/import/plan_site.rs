//! What becomes of a site.

use serde_json::Value;

use super::conflicts::{Comparison, fields_of};
use super::planner::{Place, Planner};
use super::{PlannedRecord, SiteValues, Stored};
use crate::enums::{ImportOutcome, ImportTarget};
use crate::mapping::ImportField;

/// The fields that are compared as they stand.
const FIELDS: [&str; 10] = [
    "code",
    "street",
    "city",
    "state",
    "postalCode",
    "mainNumber",
    "legacyPbx",
    "businessHours",
    "holidays",
    "notes",
];

impl Planner<'_> {
    pub(super) fn site(&mut self, place: Place, site: &SiteValues, planned: &mut PlannedRecord) {
        let entity = ImportTarget::Sites;
        if let Err(issue) = self.first(place, entity, &site.name, ImportField::Name) {
            return planned.record.issues.push(issue);
        }
        planned.outcome = ImportOutcome::Inserted;
        let Some(stored) = self.existing.site(&site.name) else {
            return;
        };
        planned.stored = Some(Stored::Sites {
            id: stored.id,
            revision: stored.revision,
        });
        let (now, last) = (&stored.values, stored.last_import.as_ref());
        let mut compared = Comparison::new(entity, site.name.clone(), self.choices, site, now, last);
        compared.fields(&FIELDS);
        // A new site gets the country and the zone of its customer, which counts as nobody's choice.
        let stored = fields_of(now);
        for field in ["country", "timeZone"] {
            compared.field(field, stored.get(field).cloned().unwrap_or(Value::Null));
        }
        planned.settle(compared, None);
    }
}
