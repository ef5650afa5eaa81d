//! What becomes of a number record.

use super::existing::number_key;
use super::plan::{Planner, note_change};
use super::{ExistingNumber, Issue, IssueCode, NumberValues, PlannedRecord, Stored};
use crate::changes::FieldChange;
use crate::coded::Labelled;
use crate::enums::ImportOutcome;
use crate::mapping::ImportField;
use crate::number::E164;
use crate::transitions::porting_status::{is_edge, needs_reason};

/// A number that nobody took before in the file, and the stored row it is, if any.
pub(super) type Free<'a> = Result<Option<&'a ExistingNumber>, Issue>;

impl<'a> Planner<'a> {
    pub(super) fn number(&mut self, values: &NumberValues, planned: &mut PlannedRecord) {
        let row = planned.record.source_row;
        let stored = match self.free_number(
            &values.e164,
            &values.extension,
            values.assigned_to.as_deref(),
            &planned.record.written,
        ) {
            Ok(stored) => stored,
            Err(issue) => return planned.record.issues.push(issue),
        };
        self.take_number(&values.e164, &values.extension, stored, row);
        planned.record.issues.extend(self.elsewhere(&values.e164, row));
        let holder = self.holder(values, planned);
        planned.outcome = ImportOutcome::Inserted;
        let Some(stored) = stored else { return };
        planned.stored = Some(Stored::PhoneNumbers {
            id: stored.id,
            revision: stored.revision,
        });
        planned.changes = number_changes(stored, values);
        note_change(
            &mut planned.changes,
            "assignedTo",
            &stored.values.assigned_to,
            &holder,
        );
        self.status_change(stored, values, planned);
        planned.outcome = if planned.changes.is_empty() {
            ImportOutcome::Unchanged
        } else {
            ImportOutcome::Updated
        };
    }

    /// Finds the stored number: with its extension, else the bare number unless another row took that.
    ///
    /// # Errors
    /// The number was taken earlier in the file, is held by somebody else than `holder`, or is a toll-free one,
    /// which Teams gives to voice applications and never to a person.
    pub(super) fn free_number(
        &self,
        number: &E164,
        extension: &str,
        holder: Option<&str>,
        written: &str,
    ) -> Free<'a> {
        let key = number_key(number, extension);
        if let Some(&of_row) = self.numbers.get(&key) {
            return Err(Issue::duplicate(
                IssueCode::DuplicateNumber,
                ImportField::E164,
                written,
                of_row,
            ));
        }
        if holder.is_some() && number.is_toll_free() {
            return Err(Issue::error(
                IssueCode::TollFreeNumber,
                ImportField::E164,
                written,
                "A person cannot hold a toll-free number. Take the holder away, and give the number to an auto \
                    attendant or call queue.",
            ));
        }
        let bare = || {
            self.existing
                .number(number.as_str())
                .filter(|_| !self.numbers.contains_key(number.as_str()))
        };
        let Some(stored) = self.existing.number(&key).or_else(bare) else {
            return Ok(None);
        };
        let Some(holder) = holder else {
            return Ok(Some(stored));
        };
        let other = stored.values.assigned_to.as_deref().filter(|upn| *upn != holder);
        match other.or(stored.resource_account.as_deref()) {
            Some(other) => {
                let text =
                    format!("{other} holds this number. Take it away there first, or correct the file.");
                Err(Issue::error(
                    IssueCode::NumberAlreadyAssigned,
                    ImportField::E164,
                    written,
                    text,
                ))
            }
            None => Ok(Some(stored)),
        }
    }

    /// Remembers that `row` has the number, and the stored row it was recognised as.
    pub(super) fn take_number(
        &mut self,
        number: &E164,
        extension: &str,
        stored: Option<&ExistingNumber>,
        row: u32,
    ) {
        self.numbers.insert(number_key(number, extension), row);
        if let Some(stored) = stored.filter(|stored| stored.values.extension != extension) {
            self.numbers
                .insert(number_key(&stored.values.e164, &stored.values.extension), row);
        }
    }

    /// A warning that names where else the number is, and nothing else of it.
    pub(super) fn elsewhere(&mut self, number: &E164, row: u32) -> Option<Issue> {
        let paths = self.existing.elsewhere(number);
        if paths.is_empty() {
            return None;
        }
        self.warnings.add(IssueCode::NumberInOtherMigration, row);
        let text = format!("The number is in {} as well.", paths.join(" and in "));
        Some(Issue::warning(
            IssueCode::NumberInOtherMigration,
            ImportField::E164,
            number.as_str(),
            text,
        ))
    }

    /// The person named by the file, if the migration or the file has them.
    fn holder(&mut self, values: &NumberValues, planned: &mut PlannedRecord) -> Option<String> {
        let upn = values.assigned_to.clone()?;
        if self.existing.person(&upn).is_some() || self.people.contains_key(&upn) {
            return Some(upn);
        }
        let text = "This person is not in the migration; the number is imported without them.";
        planned.record.issues.push(Issue::warning(
            IssueCode::PersonNotFound,
            ImportField::AssignedToUpn,
            &upn,
            text,
        ));
        self.warnings
            .add(IssueCode::PersonNotFound, planned.record.source_row);
        None
    }

    /// A status is written only where a person could take that step; otherwise it is a conflict to settle.
    fn status_change(&mut self, stored: &ExistingNumber, values: &NumberValues, planned: &mut PlannedRecord) {
        let (Some(from), Some(to)) = (stored.values.porting_status, values.porting_status) else {
            return;
        };
        if from == to {
            return;
        }
        if !stored.in_open_order && is_edge(from, to) && !needs_reason(from, to) {
            return note_change(&mut planned.changes, "portingStatus", &Some(from), &Some(to));
        }
        let why = if stored.in_open_order {
            "its open port order moves it"
        } else {
            "that step is not allowed"
        };
        let (from, to_label) = (from.label(), to.label());
        let text = format!("The number is {from} and the file says {to_label}, but {why}; the status stays.");
        let field = ImportField::PortingStatus;
        planned.record.issues.push(Issue::warning(
            IssueCode::PortingStatusConflict,
            field,
            &to.to_string(),
            text,
        ));
        self.warnings
            .add(IssueCode::PortingStatusConflict, planned.record.source_row);
    }
}

fn number_changes(stored: &ExistingNumber, values: &NumberValues) -> Vec<FieldChange> {
    let old = &stored.values;
    let mut changes = Vec::new();
    note_change(&mut changes, "numberType", &old.number_type, &values.number_type);
    note_change(&mut changes, "usage", &old.usage, &values.usage);
    note_change(&mut changes, "disposition", &old.disposition, &values.disposition);
    note_change(&mut changes, "description", &old.description, &values.description);
    note_change(
        &mut changes,
        "currentCarrier",
        &old.current_carrier,
        &values.current_carrier,
    );
    note_change(&mut changes, "rateCenter", &old.rate_center, &values.rate_center);
    note_change(&mut changes, "focDate", &old.foc_date, &values.foc_date);
    note_change(
        &mut changes,
        "notes",
        &old.notes,
        &values.notes_over(old.notes.as_deref()),
    );
    changes
}
