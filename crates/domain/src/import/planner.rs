//! What planning remembers from one record to the next, and the order in which it looks at them.

use std::collections::{HashMap, HashSet};

use super::existing::number_key;
use super::people::{Directory, Keys, Names, Who, folded};
use super::warnings::Warnings;
use super::{
    Existing, Issue, IssueCode, PlanChoices, PlannedRecord, Record, RecordValues, ResourceAccountValues,
    SiteValues,
};
use crate::enums::{ImportOutcome, ImportTarget};
use crate::mapping::ImportField;

/// Where a record stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) sheet: usize,
    pub(super) row: u32,
    /// Place among the records of the plan.
    pub(super) index: usize,
}

/// A number that a record has taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Taken {
    pub(super) place: Place,
    /// Whether the record is the number itself, and not somebody or something that holds it.
    pub(super) is_number: bool,
}

/// What planning remembers from one record to the next.
pub(super) struct Planner<'a> {
    pub(super) existing: &'a Existing,
    pub(super) choices: &'a PlanChoices,
    /// Each number taken so far.
    pub(super) numbers: HashMap<String, Taken>,
    /// The numbers that the files name, so that none of them is taken for its neighbour on the same base number.
    pub(super) named: HashSet<String>,
    /// The numbers that resource accounts of the files carry.
    pub(super) of_accounts: HashSet<String>,
    /// The sites of the files.
    pub(super) sites: Vec<SiteValues>,
    /// First record of each person in the files, refused ones apart.
    pub(super) people: Vec<(usize, Keys)>,
    pub(super) directory: Directory,
    pub(super) names: Names,
    /// The first person on each base number that has extensions.
    pub(super) shared: HashMap<String, Place>,
    /// Records by kind and key, as far as they are accepted.
    pub(super) seen: HashMap<(ImportTarget, String), Place>,
    pub(super) seen_people: HashMap<Who, Place>,
    pub(super) agents: HashMap<(String, Who), Place>,
    pub(super) warnings: Warnings,
    /// The last person that was refused: sheet, row and reason.
    rejected_person: Option<(usize, u32, Issue)>,
}

impl<'a> Planner<'a> {
    /// Looks through all records for the names by which they refer to one another.
    pub(super) fn new(records: &[Record], existing: &'a Existing, choices: &'a PlanChoices) -> Self {
        let mut planner = Self {
            existing,
            choices,
            numbers: HashMap::with_capacity(records.len()),
            named: HashSet::new(),
            of_accounts: HashSet::new(),
            sites: Vec::new(),
            people: Vec::new(),
            directory: Directory::default(),
            names: Names::default(),
            shared: HashMap::new(),
            seen: HashMap::new(),
            seen_people: HashMap::new(),
            agents: HashMap::new(),
            warnings: Warnings::default(),
            rejected_person: None,
        };
        for (index, record) in records.iter().enumerate() {
            if record.rejection().is_none() {
                planner.meet(index, record);
            }
        }
        if records
            .iter()
            .any(|record| record.entity == ImportTarget::CallQueueAgents)
        {
            planner.meet_by_name(records);
        }
        planner
    }

    fn meet(&mut self, index: usize, record: &Record) {
        match &record.values {
            Some(RecordValues::PhoneNumber(number)) => {
                self.named.insert(number_key(&number.e164, &number.extension));
            }
            Some(RecordValues::EndUser(person)) => {
                if let Some(number) = &person.e164 {
                    self.named.insert(number_key(number, &person.number_extension));
                }
                let keys = Keys::of(person);
                if self.batch_person(&keys).is_none() {
                    self.directory.add(self.people.len(), &keys);
                    self.people.push((index, keys));
                }
            }
            Some(RecordValues::ResourceAccount(account)) => {
                if let Some(number) = &account.e164 {
                    let key = number_key(number, &account.number_extension);
                    self.named.insert(key.clone());
                    self.of_accounts.insert(key);
                }
            }
            Some(RecordValues::Site(site)) => self.sites.push((**site).clone()),
            Some(
                RecordValues::CallQueue(_)
                | RecordValues::CallQueueAgent(_)
                | RecordValues::AutoAttendant(_)
                | RecordValues::LosingAccountNumber(_)
                | RecordValues::PortOrderEvent(_)
                | RecordValues::SiteRow(_),
            )
            | None => {}
        }
    }

    /// Agents may be named by number, extension or name: of people of the files and of stored ones.
    fn meet_by_name(&mut self, records: &[Record]) {
        for place in 0..self.existing.people.len() {
            self.names
                .add(Who::Stored(place), &self.existing.people[place].values);
        }
        for number in self.existing.all_numbers() {
            let holder = number.values.assigned_to.as_deref();
            if let Some(place) = holder.and_then(|key| self.existing.person_by_key(key)) {
                self.names
                    .add_number(Who::Stored(place), number.values.e164.as_str());
            }
        }
        for record in records.iter().filter(|record| record.rejection().is_none()) {
            if let Some(RecordValues::EndUser(person)) = &record.values {
                let who = self.who_is(&Keys::of(person));
                self.names.add(who, person);
            } else if let Some(RecordValues::PhoneNumber(number)) = &record.values
                && let Some(who) = number.assigned_to.as_deref().and_then(|key| self.find(key))
            {
                self.names.add_number(who, number.e164.as_str());
            }
        }
    }

    fn batch_person(&self, person: &Keys) -> Option<usize> {
        self.directory
            .same_person(person, |place| self.people[place].1.upn.as_deref())
    }

    /// Who a record of a person is.
    pub(super) fn who_is(&self, person: &Keys) -> Who {
        if let Some(place) = self.existing.match_person(person) {
            return Who::Stored(place);
        }
        let place = self.batch_person(person).unwrap_or(usize::MAX);
        let known = self
            .people
            .get(place)
            .and_then(|(_, first)| self.existing.match_person(first));
        known.map_or(Who::New(place), Who::Stored)
    }

    /// The person of the files or of the migration with this UPN, user key or mail address.
    pub(super) fn find(&self, key: &str) -> Option<Who> {
        let in_files = || {
            let place = self
                .directory
                .by_key(key)
                .or_else(|| self.directory.by_email(key))?;
            Some(self.who_is(&self.people[place].1))
        };
        self.existing
            .person_by_key(key)
            .map(Who::Stored)
            .or_else(in_files)
    }

    /// The key under which committing finds the person.
    pub(super) fn key_of(&self, who: Who) -> Option<&str> {
        match who {
            Who::Stored(place) => Some(self.existing.people[place].values.key()),
            Who::New(place) => self.people.get(place).map(|(_, person)| person.key()),
        }
    }

    /// Decides about every record, those first on which others rest.
    pub(super) fn decide(&mut self, records: &mut [PlannedRecord]) {
        for index in order(records) {
            self.record(index, records);
        }
        self.settle_holders(records);
    }

    fn record(&mut self, index: usize, records: &mut [PlannedRecord]) {
        let planned = &mut records[index];
        let place = Place {
            sheet: planned.record.sheet,
            row: planned.record.source_row,
            index,
        };
        self.fall_with_person(planned);
        let mut holder = None;
        if planned.record.rejection().is_none()
            && let Some(mut values) = planned.record.values.take()
        {
            holder = self.values(place, &mut values, planned);
            planned.record.values = Some(values);
        }
        if let Some(issue) = planned.record.rejection() {
            if planned.record.entity == ImportTarget::EndUsers {
                self.rejected_person = Some((place.sheet, place.row, issue.clone()));
            }
            planned.reject();
        } else if let Some(holder) = holder {
            hand_over(records, index, holder);
        }
    }

    /// Decides about one record; gives the record that holds its number, where that is another one.
    fn values(
        &mut self,
        place: Place,
        values: &mut RecordValues,
        planned: &mut PlannedRecord,
    ) -> Option<usize> {
        match values {
            RecordValues::PhoneNumber(number) => return self.number(place, number, planned),
            RecordValues::EndUser(person) => self.person(place, person, planned),
            RecordValues::ResourceAccount(account) => self.account(place, account, planned),
            RecordValues::CallQueue(queue) => self.queue(place, queue, planned),
            RecordValues::CallQueueAgent(agent) => self.agent(place, agent, planned),
            RecordValues::AutoAttendant(attendant) => self.attendant(place, attendant, planned),
            RecordValues::Site(site) => self.site(place, site, planned),
            RecordValues::LosingAccountNumber(number) => self.account_number(place, number, planned),
            RecordValues::PortOrderEvent(event) => self.order_event(event, planned),
            RecordValues::SiteRow(found) => self.found(place, found, planned),
        }
        None
    }

    /// Further numbers of a person who is refused are refused for the same reason.
    fn fall_with_person(&self, planned: &mut PlannedRecord) {
        let Some((sheet, row, issue)) = &self.rejected_person else {
            return;
        };
        let record = &mut planned.record;
        let theirs = matches!(&record.values, Some(RecordValues::PhoneNumber(number))
            if number.assigned_to.is_some());
        if theirs
            && (record.sheet, record.source_row) == (*sheet, *row)
            && issue.code != IssueCode::DuplicateUpn
        {
            record.issues.push(issue.clone());
        }
    }

    /// Remembers the first record of a kind and key.
    ///
    /// # Errors
    /// An earlier record has the key.
    pub(super) fn first(
        &mut self,
        place: Place,
        entity: ImportTarget,
        key: &str,
        field: ImportField,
    ) -> Result<(), Issue> {
        let key = (entity, folded(key));
        if let Some(earlier) = self.seen.get(&key) {
            return Err(duplicate(
                IssueCode::DuplicateName,
                field,
                &key.1,
                place,
                *earlier,
            ));
        }
        self.seen.insert(key, place);
        Ok(())
    }

    /// Numbers whose holder was refused after all come without them.
    fn settle_holders(&mut self, records: &mut [PlannedRecord]) {
        for planned in records {
            let Some(RecordValues::PhoneNumber(number)) = &planned.record.values else {
                continue;
            };
            let holder = number.assigned_to.as_deref().and_then(|key| self.find(key));
            let Some(holder @ Who::New(_)) = holder else {
                continue;
            };
            if planned.outcome != ImportOutcome::Rejected && !self.seen_people.contains_key(&holder) {
                self.lose_holder(planned);
            }
        }
    }
}

/// Kinds on which others rest come first; within a sheet that lists people the numbers stay beside them, so that
/// the first row wins.
fn order(records: &[PlannedRecord]) -> Vec<usize> {
    let with_people: HashSet<usize> = records
        .iter()
        .filter(|planned| planned.record.entity == ImportTarget::EndUsers)
        .map(|planned| planned.record.sheet)
        .collect();
    let rank = |index: &usize| {
        let record = &records[*index].record;
        match record.entity {
            ImportTarget::Sites => 0,
            ImportTarget::EndUsers => 1,
            ImportTarget::PhoneNumbers if with_people.contains(&record.sheet) => 1,
            ImportTarget::CallQueues | ImportTarget::CallQueueGroups => 2,
            ImportTarget::AutoAttendants => 3,
            ImportTarget::ResourceAccounts => 4,
            ImportTarget::PhoneNumbers => 5,
            ImportTarget::CallQueueAgents => 6,
            ImportTarget::LosingAccountNumbers => 7,
            ImportTarget::PortOrderEvents => 8,
            ImportTarget::EmergencyLocations => 9,
            ImportTarget::NetworkSegments
            | ImportTarget::Circuits
            | ImportTarget::SpecialLines
            | ImportTarget::Devices
            | ImportTarget::Licenses
            | ImportTarget::Contacts => 10,
        }
    };
    let mut order: Vec<usize> = (0..records.len()).collect();
    order.sort_by_key(rank);
    order
}

/// A number that a number sheet brings or updates is assigned to its holder after that.
fn hand_over(records: &mut [PlannedRecord], index: usize, holder: usize) {
    use super::NumberStep::{Assign, Insert, Keep, OfRecord};
    let unchanged = records[index].outcome == ImportOutcome::Unchanged;
    let step = match records[holder].number_step {
        Some(Insert) => OfRecord { index },
        Some(Assign { .. }) if !unchanged => OfRecord { index },
        Some(Assign { .. } | Keep { .. } | OfRecord { .. }) | None => return,
    };
    records[holder].number_step = Some(step);
}

/// An account's key among the records: its UPN, else what it answers for.
pub(super) fn account_key(account: &ResourceAccountValues) -> String {
    if !account.upn.is_empty() {
        return account.upn.to_lowercase();
    }
    let number = account.e164.as_ref().map_or("", |number| number.as_str());
    match (&account.call_queue, &account.auto_attendant) {
        (Some(queue), _) => format!("call queue {queue} {number}"),
        (None, Some(attendant)) => format!("auto attendant {attendant} {number}"),
        (None, None) => number.to_owned(),
    }
}

/// The same thing as in an earlier row, of this sheet or of another.
pub(super) fn duplicate(
    code: IssueCode,
    field: ImportField,
    value: &str,
    place: Place,
    earlier: Place,
) -> Issue {
    let mut issue = Issue::duplicate(code, field, value, earlier.row);
    if place.sheet != earlier.sheet {
        issue.text = format!(
            "Row {} of another sheet has it already; the first occurrence counts.",
            earlier.row
        )
        .into();
    }
    issue
}
