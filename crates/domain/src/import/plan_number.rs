//! What becomes of a number record, and of a number that another record carries.

use super::existing::{ExistingNumber, number_key};
use super::people::Who;
use super::plan::NumberStep;
use super::planner::{Place, Planner, Taken, duplicate};
use super::{Issue, IssueCode, NumberValues, PlannedRecord, Stored};
use crate::enums::ImportOutcome;
use crate::mapping::ImportField;
use crate::number::E164;

/// Who or what a record gives a number to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Holder {
    /// The record says nothing about it.
    Nobody,
    /// A person.
    Person(Who),
    /// A resource account by its UPN; none where it is new and has none yet.
    Account(Option<String>),
    /// A queue or an attendant, which holds it through a resource account.
    Application,
}

/// A number as a record wants it.
#[derive(Debug)]
pub(super) struct Claim<'a> {
    pub(super) number: &'a E164,
    /// The extension that the number cell carries.
    pub(super) extension: &'a str,
    pub(super) holder: Holder,
    /// Whether the last import said the same, so that what somebody did since stands.
    pub(super) repeats: bool,
}

impl<'a> Planner<'a> {
    /// Takes the number that a person, account, queue or attendant carries, and says what happens to it.
    ///
    /// # Errors
    /// The number is taken, held by somebody else, or a toll-free one that a person cannot hold.
    pub(super) fn claim(
        &mut self,
        place: Place,
        claim: &Claim<'_>,
        planned: &mut PlannedRecord,
    ) -> Result<(), Issue> {
        let written = planned.record.written.clone();
        let stored = self.free(place, claim, &written)?;
        self.take(place, claim, stored, false);
        self.note_sharing(place, claim);
        let elsewhere = self.elsewhere(claim.number, place.row);
        planned.record.issues.extend(elsewhere);
        planned.number_step = Some(match stored {
            None => NumberStep::Insert,
            Some(stored) if claim.repeats || self.holds(&claim.holder, stored) => {
                NumberStep::Keep { id: stored.id }
            }
            Some(stored) => NumberStep::Assign {
                id: stored.id,
                revision: stored.revision,
            },
        });
        Ok(())
    }

    /// The stored number that a claim means, unless it is taken.
    fn free(
        &self,
        place: Place,
        claim: &Claim<'_>,
        written: &str,
    ) -> Result<Option<&'a ExistingNumber>, Issue> {
        let Claim {
            number,
            extension,
            holder,
            repeats,
        } = claim;
        let field = ImportField::E164;
        if matches!(holder, Holder::Person(_)) && number.is_toll_free() {
            let text = "A person cannot hold a toll-free number. Take the holder away, and give the number to an \
                auto attendant or call queue.";
            return Err(Issue::error(IssueCode::TollFreeNumber, field, written, text));
        }
        let key = number_key(number, extension);
        if let Some(taken) = self.numbers.get(&key) {
            let code = IssueCode::DuplicateNumber;
            return Err(duplicate(code, field, written, place, taken.place));
        }
        let stored = self.matching(&key, claim);
        if let Some(stored) = stored
            && !repeats
            && let Some(other) = self.other_holder(holder, stored)
        {
            let text = format!("{other} holds this number. Take it away there first, or correct the file.");
            let code = IssueCode::NumberAlreadyAssigned;
            return Err(Issue::error(code, field, written, text));
        }
        if let Holder::Account(Some(upn)) = holder
            && !repeats
            && let Some(held) = self.existing.number_of_account(upn)
            && stored.is_none_or(|stored| stored.id != held.id)
        {
            let has = format!("{upn} holds {}", held.values.e164);
            return Err(second_number(
                &has,
                written,
                "Take that away there first, or correct the file.",
            ));
        }
        Ok(stored)
    }

    /// The stored number with this extension, else the bare one, else the only other one on the base number:
    /// each unless another record names or has taken it, or somebody else holds it.
    fn matching(&self, key: &str, claim: &Claim<'_>) -> Option<&'a ExistingNumber> {
        let existing = self.existing;
        if let Some(exact) = existing.number(key) {
            return Some(exact);
        }
        let free = |key: &String| !self.numbers.contains_key(key) && !self.named.contains(key);
        let mut others = existing
            .numbers_on(claim.number)
            .filter(|(key, stored)| free(key) && self.other_holder(&claim.holder, stored).is_none());
        let first = others.next()?;
        let bare = first.1.values.extension.is_empty();
        if bare || others.next().is_none() {
            return Some(first.1);
        }
        existing
            .number(claim.number.as_str())
            .filter(|_| free(&claim.number.as_str().to_owned()))
    }

    /// Whoever holds the stored number, if the claim gives it to somebody else.
    fn other_holder(&self, holder: &Holder, stored: &ExistingNumber) -> Option<String> {
        let person = stored.values.assigned_to.as_deref();
        let account = stored.resource_account.as_deref();
        let (person, account) = match holder {
            Holder::Nobody | Holder::Application => return None,
            Holder::Person(who) => (person.filter(|key| self.find(key) != Some(*who)), account),
            Holder::Account(upn) => (person, account.filter(|held| upn.as_deref() != Some(*held))),
        };
        person.or(account).map(str::to_owned)
    }

    /// Whether the stored number is where the claim wants it.
    pub(super) fn holds(&self, holder: &Holder, stored: &ExistingNumber) -> bool {
        match holder {
            Holder::Nobody | Holder::Application => true,
            Holder::Person(who) => {
                let held = stored.values.assigned_to.as_deref();
                held.and_then(|key| self.find(key)) == Some(*who)
            }
            Holder::Account(upn) => upn.is_some() && stored.resource_account == *upn,
        }
    }

    /// Remembers that a record has the number, and the stored row it was recognised as.
    fn take(&mut self, place: Place, claim: &Claim<'_>, stored: Option<&ExistingNumber>, is_number: bool) {
        let taken = Taken { place, is_number };
        self.numbers
            .insert(number_key(claim.number, claim.extension), taken);
        if let Some(stored) = stored.filter(|stored| stored.values.extension != claim.extension) {
            let key = number_key(&stored.values.e164, &stored.values.extension);
            self.numbers.insert(key, taken);
        }
    }

    /// Says that people share a base number; each of them answers an extension of it.
    fn note_sharing(&mut self, place: Place, claim: &Claim<'_>) {
        if claim.extension.is_empty() || !matches!(claim.holder, Holder::Person(_)) {
            return;
        }
        let base = claim.number.as_str();
        if let Some(first) = self.shared.get(base).copied() {
            let code = IssueCode::NumberSharedByUsers;
            self.warnings.about(code, first.sheet, first.row, base);
            self.warnings.about(code, place.sheet, place.row, base);
        } else {
            self.shared.insert(base.to_owned(), place);
        }
    }

    /// A warning that names where else the number is, and nothing else of it.
    fn elsewhere(&mut self, number: &E164, row: u32) -> Option<Issue> {
        let paths = self.existing.elsewhere(number);
        if paths.is_empty() {
            return None;
        }
        let code = IssueCode::NumberInOtherMigration;
        self.warnings.add(code, row);
        let text = format!("The number is in {} as well.", paths.join(" and in "));
        Some(Issue::warning(code, ImportField::E164, number.as_str(), text))
    }

    /// Decides about a number record; gives the record of another sheet that holds the number.
    pub(super) fn number(
        &mut self,
        place: Place,
        values: &mut NumberValues,
        planned: &mut PlannedRecord,
    ) -> Option<usize> {
        let holder = self.holder(values, planned);
        let key = number_key(&values.e164, &values.extension);
        let held_by = self.numbers.get(&key).copied();
        let held_by = held_by.filter(|taken| !taken.is_number && taken.place.sheet != place.sheet);
        if held_by.is_some() {
            // A sheet of holders and a sheet of numbers complement each other.
            self.numbers.remove(&key);
        }
        let (number, extension) = (values.e164.clone(), values.extension.clone());
        let mut claim = Claim {
            number: &number,
            extension: &extension,
            holder: holder.map_or(Holder::Nobody, Holder::Person),
            repeats: false,
        };
        let exact = self.existing.number(&key);
        claim.repeats = exact.is_some_and(|stored| self.repeats_holder(stored, &claim.holder));
        let written = planned.record.written.clone();
        let stored = match self.free(place, &claim, &written) {
            Ok(stored) => stored,
            Err(issue) => {
                planned.record.issues.push(issue);
                return None;
            }
        };
        self.take(place, &claim, stored, true);
        let elsewhere = self.elsewhere(&number, place.row);
        planned.record.issues.extend(elsewhere);
        planned.outcome = ImportOutcome::Inserted;
        if let Some(stored) = stored {
            planned.stored = Some(Stored::PhoneNumbers {
                id: stored.id,
                revision: stored.revision,
            });
            let compared = self.compare_number(values, stored, &claim.holder, planned);
            planned.settle(compared, None);
        }
        held_by.map(|taken| taken.place.index)
    }

    /// Whether the last import named the same holder, so that what somebody did since stands.
    pub(super) fn repeats_holder(&self, stored: &ExistingNumber, holder: &Holder) -> bool {
        let said = stored.last_import.as_ref();
        let said = said.and_then(|said| said["assignedTo"].as_str());
        match holder {
            Holder::Person(who) => said.and_then(|key| self.find(key)) == Some(*who),
            Holder::Nobody | Holder::Account(_) | Holder::Application => false,
        }
    }

    /// The person named by the file, if the migration or the files have them.
    fn holder(&mut self, values: &mut NumberValues, planned: &mut PlannedRecord) -> Option<Who> {
        let named = values.assigned_to.clone()?;
        if let Some(who) = self.find(&named) {
            if let Who::Stored(_) = who {
                values.assigned_to = self.key_of(who).map(str::to_owned);
            }
            return Some(who);
        }
        if !self.existing.is_file_alone() {
            values.assigned_to = None;
            self.warn_of_holder(&named, planned);
        }
        None
    }

    fn warn_of_holder(&mut self, named: &str, planned: &mut PlannedRecord) {
        let text = "This person is not in the migration; the number is imported without them.";
        let (code, field) = (IssueCode::PersonNotFound, ImportField::AssignedToUpn);
        planned
            .record
            .issues
            .push(Issue::warning(code, field, named, text));
        self.warnings.add(code, planned.record.source_row);
    }

    /// Takes the holder, who was refused, away from an accepted number.
    pub(super) fn lose_holder(&mut self, planned: &mut PlannedRecord) {
        let Some(super::RecordValues::PhoneNumber(number)) = &mut planned.record.values else {
            return;
        };
        let Some(named) = number.assigned_to.take() else {
            return;
        };
        self.warn_of_holder(&named, planned);
        planned.changes.retain(|change| change.field != "assignedTo");
        if planned.outcome == ImportOutcome::Updated && planned.changes.is_empty() {
            planned.outcome = ImportOutcome::Unchanged;
        }
    }
}

/// A resource account that has a number is given another one.
pub(super) fn second_number(has: &str, written: &str, remedy: &str) -> Issue {
    let text = format!("{has}, and a resource account holds one number. {remedy}");
    Issue::error(IssueCode::AccountHasNumber, ImportField::E164, written, text)
}
