//! What becomes of a person's record, and of the number it carries.

use super::plan::{NumberStep, Planner, note_change};
use super::{ExistingPerson, Issue, IssueCode, PersonValues, PlannedRecord, Stored};
use crate::changes::FieldChange;
use crate::enums::ImportOutcome;
use crate::mapping::ImportField;

impl Planner<'_> {
    pub(super) fn person(&mut self, person: &PersonValues, planned: &mut PlannedRecord) {
        let row = planned.record.source_row;
        if let Some(&of_row) = self.people.get(person.key()) {
            let issue = Issue::duplicate(IssueCode::DuplicateUpn, ImportField::Upn, person.key(), of_row);
            return planned.record.issues.push(issue);
        }
        let stored_number = match &person.e164 {
            Some(number) => {
                let (extension, written) = (&person.number_extension, &planned.record.written);
                match self.free_number(number, extension, Some(person.key()), written) {
                    Ok(stored) => stored,
                    Err(issue) => return planned.record.issues.push(issue),
                }
            }
            None => None,
        };
        self.people.insert(person.key().to_owned(), row);
        if let Some(number) = &person.e164 {
            self.take_number(number, &person.number_extension, stored_number, row);
            planned.record.issues.extend(self.elsewhere(number, row));
            planned.number_step = Some(match stored_number {
                None => NumberStep::Insert,
                Some(held) if held.values.assigned_to.is_some() => NumberStep::Keep { id: held.id },
                Some(free) => NumberStep::Assign {
                    id: free.id,
                    revision: free.revision,
                },
            });
        }
        planned.outcome = ImportOutcome::Inserted;
        let Some(stored) = self.existing.person(person.key()) else {
            return;
        };
        planned.stored = Some(Stored::EndUsers {
            id: stored.id,
            revision: stored.revision,
        });
        // A site that the customer does not have is never written, so it is no change either.
        let site = person.site.as_ref().and_then(|name| self.existing.site(name));
        planned.changes = person_changes(stored, person, site);
        if !matches!(planned.number_step, None | Some(NumberStep::Keep { .. })) {
            note_change(&mut planned.changes, "number", &None, &person.e164);
        }
        planned.outcome = if planned.changes.is_empty() {
            ImportOutcome::Unchanged
        } else {
            ImportOutcome::Updated
        };
    }
}

fn person_changes(stored: &ExistingPerson, person: &PersonValues, site: Option<&String>) -> Vec<FieldChange> {
    let old = &stored.values;
    let mut changes = Vec::new();
    note_change(
        &mut changes,
        "displayName",
        &old.display_name,
        &person.display_name,
    );
    note_change(&mut changes, "firstName", &old.first_name, &person.first_name);
    note_change(&mut changes, "lastName", &old.last_name, &person.last_name);
    note_change(&mut changes, "department", &old.department, &person.department);
    note_change(&mut changes, "jobTitle", &old.job_title, &person.job_title);
    note_change(
        &mut changes,
        "legacyExtension",
        &old.legacy_extension,
        &person.legacy_extension,
    );
    note_change(&mut changes, "email", &old.email, &person.email);
    note_change(&mut changes, "site", &old.site, &site.cloned());
    note_change(
        &mut changes,
        "usageLocation",
        &old.usage_location,
        &person.usage_location,
    );
    note_change(&mut changes, "licenseSku", &old.license_sku, &person.license_sku);
    note_change(
        &mut changes,
        "voiceRoutingPolicy",
        &old.voice_routing_policy,
        &person.voice_routing_policy,
    );
    note_change(&mut changes, "dialPlan", &old.dial_plan, &person.dial_plan);
    note_change(
        &mut changes,
        "cutoverDate",
        &old.cutover_date,
        &person.cutover_date,
    );
    let notes = person.notes_over(old.notes.as_deref(), site.is_some());
    note_change(&mut changes, "notes", &old.notes, &notes);
    changes
}
