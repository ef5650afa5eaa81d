//! What becomes of a person's record, and of the number it carries.

use serde_json::Value;

use super::conflicts::Comparison;
use super::people::{Keys, Who};
use super::plan_number::{Claim, Holder};
use super::planner::{Place, Planner, duplicate};
use super::{IssueCode, PersonValues, PlannedRecord, Stored};
use crate::enums::{ImportOutcome, ImportTarget};
use crate::mapping::ImportField;

/// The fields that are compared as they stand.
const FIELDS: [&str; 13] = [
    "upn",
    "displayName",
    "firstName",
    "lastName",
    "department",
    "jobTitle",
    "legacyExtension",
    "email",
    "usageLocation",
    "licenseSku",
    "voiceRoutingPolicy",
    "dialPlan",
    "cutoverDate",
];

impl Planner<'_> {
    pub(super) fn person(&mut self, place: Place, person: &PersonValues, planned: &mut PlannedRecord) {
        let who = self.who_is(&Keys::of(person));
        if let Some(&earlier) = self.seen_people.get(&who) {
            let field = ImportField::Upn;
            let issue = duplicate(IssueCode::DuplicateUpn, field, person.key(), place, earlier);
            return planned.record.issues.push(issue);
        }
        let stored = match who {
            Who::Stored(at) => Some(&self.existing.people[at]),
            Who::New(_) => None,
        };
        if let Some(number) = &person.e164 {
            let said = stored.and_then(|stored| stored.last_import.as_ref());
            let repeats = said.is_some_and(|said| said["e164"].as_str() == Some(number.as_str()));
            let claim = Claim {
                number,
                extension: &person.number_extension,
                holder: Holder::Person(who),
                repeats,
            };
            if let Err(issue) = self.claim(place, &claim, planned) {
                return planned.record.issues.push(issue);
            }
        }
        self.seen_people.insert(who, place);
        planned.outcome = ImportOutcome::Inserted;
        if let Some(stored) = stored {
            planned.stored = Some(Stored::EndUsers {
                id: stored.id,
                revision: stored.revision,
            });
            let compared = self.compare_person(person, &stored.values, stored.last_import.as_ref());
            planned.settle(compared, person.e164.as_ref());
        }
    }

    fn compare_person(
        &self,
        person: &PersonValues,
        now: &PersonValues,
        last: Option<&Value>,
    ) -> Comparison<'_> {
        let key = person.key().to_owned();
        let mut compared = Comparison::new(ImportTarget::EndUsers, key, self.choices, person, now, last);
        compared.fields(&FIELDS[..1]);
        if now.user_key.is_none() {
            compared.fields(&["userKey"]);
        }
        let named = last.map(|last| default_name(last, now));
        compared.field(FIELDS[1], named.map_or(Value::Null, Value::from));
        compared.fields(&FIELDS[2..]);
        // A site that the customer does not have is never written, so it is no change either.
        let site = person.site.as_deref().and_then(|name| self.site_named(name));
        if let Some(site) = &site {
            // A site that the customer did not have then was noted instead of written.
            let said = last.and_then(|last| last["site"].as_str());
            let noted = said.map(|said| format!("Site: {said}"));
            if noted.is_some_and(|line| now.notes.as_deref().unwrap_or_default().contains(&line)) {
                compared.set_last("site", Value::Null);
            }
            let now = now.site.clone().map_or(Value::Null, Value::from);
            compared.values("site", Value::from(site.clone()), now, Value::Null);
        }
        let notes = person.notes_over(now.notes.as_deref(), site.is_some());
        if person.notes.is_some() {
            let said = last.and_then(|last| last["notes"].as_str()).map(|said| {
                let said_site = last.and_then(|last| last["site"].as_str());
                let said_site = said_site.filter(|name| self.site_named(name).is_none());
                said_site.map_or(said.to_owned(), |name| format!("{said}\nSite: {name}"))
            });
            compared.set_last("notes", said.map_or(Value::Null, Value::from));
            let now = now.notes.clone().map_or(Value::Null, Value::from);
            compared.values("notes", notes.map_or(Value::Null, Value::from), now, Value::Null);
        }
        compared
    }

    /// The site that a file means, as the customer spells it or, where it is new, as the files do.
    pub(super) fn site_named(&self, name: &str) -> Option<String> {
        if let Some(site) = self.existing.site(name) {
            return Some(site.values.name.clone());
        }
        let key = (ImportTarget::Sites, super::people::folded(name));
        self.seen.contains_key(&key).then(|| name.trim().to_owned())
    }
}

/// The name that an import stored for a person whose file gave none.
fn default_name(said: &Value, now: &PersonValues) -> String {
    let text = |field: &str| said[field].as_str().map(str::to_owned);
    let said = PersonValues {
        upn: text("upn").or_else(|| now.upn.clone()),
        user_key: text("userKey").or_else(|| now.user_key.clone()),
        first_name: text("firstName"),
        last_name: text("lastName"),
        ..PersonValues::default()
    };
    said.display_name_or_default()
}
