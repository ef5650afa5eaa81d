//! Putting together what several sheets say about the same person or number.
//!
//! An export of users and one of their phones complement each other: what the first leaves empty the others fill,
//! and where they contradict each other the first counts and both values are told. Within one sheet a second
//! row stays the duplicate that it is.

use std::collections::{HashMap, HashSet};

use super::existing::number_key;
use super::join::Joined;
use super::join_fields::{Contradiction, fill_number, fill_person};
use super::people::{Directory, Keys};
use super::warnings::Warnings;
use super::{
    Existing, IgnoredRow, Issue, IssueCode, NumberValues, PersonValues, Record, RecordValues, RowReason,
};
use crate::enums::ImportTarget;
use crate::mapping::ImportField;
use crate::number::ParsedNumber;

/// The first record about somebody or something, and the sheets that speak of it.
struct First {
    index: usize,
    sheets: Vec<usize>,
}

/// Joins the records of different sheets about one person, then those about one number.
pub(super) fn join_people(joined: &mut Joined, existing: &Existing) {
    let lists = |record: &&Record| {
        matches!(record.entity, ImportTarget::EndUsers | ImportTarget::PhoneNumbers)
            && record.rejection().is_none()
    };
    let mut sheets = joined.records.iter().filter(lists).map(|record| record.sheet);
    let first = sheets.next();
    if sheets.all(|sheet| Some(sheet) == first) {
        return;
    }
    let mut work = Work {
        existing,
        directory: Directory::default(),
        people: Vec::new(),
        by_stored: HashMap::new(),
        records: std::mem::take(&mut joined.records)
            .into_iter()
            .map(Some)
            .collect(),
        second_numbers: HashSet::new(),
        merged: Vec::new(),
        warnings: Warnings::default(),
    };
    work.people();
    work.numbers();
    joined.records = work.records.into_iter().flatten().collect();
    joined.warnings.extend(work.warnings.finish());
    list_merged(joined, work.merged);
}

struct Work<'a> {
    existing: &'a Existing,
    directory: Directory,
    /// The first record of each person and everything they are called by.
    people: Vec<(First, Keys)>,
    /// Places in `people` of those who are stored already, by their place there.
    by_stored: HashMap<usize, usize>,
    /// None where a record went into another.
    records: Vec<Option<Record>>,
    /// Records that became a further number because their person has another one.
    second_numbers: HashSet<usize>,
    /// Records that went into another one: sheet, row, and the row of the other.
    merged: Vec<(usize, u32, u32)>,
    warnings: Warnings,
}

impl Work<'_> {
    fn people(&mut self) {
        for index in 0..self.records.len() {
            let Some(record) = &self.records[index] else {
                continue;
            };
            let (sheet, rejected) = (record.sheet, record.rejection().is_some());
            let Some(RecordValues::EndUser(person)) = &record.values else {
                continue;
            };
            if rejected {
                continue;
            }
            let keys = Keys::of(person);
            let Some(place) = self.person_of(&keys) else {
                self.meet(index, sheet, keys);
                continue;
            };
            if !self.people[place].0.sheets.contains(&sheet) {
                self.people[place].0.sheets.push(sheet);
                self.directory.add(place, &keys);
                self.merge_person(place, index);
            }
        }
    }

    fn meet(&mut self, index: usize, sheet: usize, keys: Keys) {
        let place = self.people.len();
        self.directory.add(place, &keys);
        if let Some(stored) = self.existing.match_person(&keys) {
            self.by_stored.entry(stored).or_insert(place);
        }
        let sheets = vec![sheet];
        self.people.push((First { index, sheets }, keys));
    }

    fn person_of(&self, keys: &Keys) -> Option<usize> {
        let stored = self.existing.match_person(keys);
        stored
            .and_then(|stored| self.by_stored.get(&stored).copied())
            .or_else(|| {
                self.directory
                    .same_person(keys, |place| self.people[place].1.upn.as_deref())
            })
    }

    /// Fills a person's first record from a later one. Another number than the first is a further one.
    fn merge_person(&mut self, place: usize, index: usize) {
        let Some(mut later) = self.records[index].take() else {
            return;
        };
        let at = self.people[place].0.index;
        let (Some(first), Some(RecordValues::EndUser(person))) = (&mut self.records[at], &later.values)
        else {
            return;
        };
        let Some(RecordValues::EndUser(known)) = &mut first.values else {
            return;
        };
        let found = fill_person(known, person);
        if first.written.is_empty() && known.e164 == person.e164 {
            first.written.clone_from(&later.written);
        }
        let second = second_number(known, person);
        self.people[place].1 = Keys::of(known);
        let row = first.source_row;
        tell(first, &later, found);
        let kept = later.issues.iter().filter(|issue| !issue.is_error());
        match second {
            Some((number, contradiction)) => {
                later.entity = ImportTarget::PhoneNumbers;
                later.values = Some(RecordValues::PhoneNumber(Box::new(number)));
                later.issues.push(told(&contradiction, row, later.source_row));
                self.second_numbers.insert(index);
                self.records[index] = Some(later);
            }
            None => {
                first.issues.extend(kept.cloned());
                self.merged.push((later.sheet, later.source_row, row));
            }
        }
    }

    fn numbers(&mut self) {
        let rows_of_people: HashSet<(usize, u32)> = self
            .records
            .iter()
            .flatten()
            .filter(|record| record.entity == ImportTarget::EndUsers)
            .map(|record| (record.sheet, record.source_row))
            .collect();
        let mut firsts: HashMap<String, First> = HashMap::new();
        for index in 0..self.records.len() {
            let Some(record) = &self.records[index] else {
                continue;
            };
            let (sheet, rejected) = (record.sheet, record.rejection().is_some());
            let beside_person =
                rows_of_people.contains(&(sheet, record.source_row)) || self.second_numbers.contains(&index);
            let Some(RecordValues::PhoneNumber(number)) = &record.values else {
                continue;
            };
            if rejected {
                continue;
            }
            let key = number_key(&number.e164, &number.extension);
            match firsts.get_mut(&key) {
                None => {
                    let sheets = vec![sheet];
                    firsts.insert(key, First { index, sheets });
                }
                Some(first) if !first.sheets.contains(&sheet) => {
                    first.sheets.push(sheet);
                    let at = first.index;
                    let place = |record: &Record| (record.sheet, record.source_row);
                    let first_beside = self.records[at]
                        .as_ref()
                        .is_some_and(|record| rows_of_people.contains(&place(record)));
                    let into_later = first_beside && !beside_person;
                    if into_later {
                        first.index = index;
                    }
                    self.merge_number(at, index, into_later);
                }
                Some(_) => {}
            }
        }
        self.warn_of_second_numbers();
    }

    /// Fills what was first said of a number from what another sheet says. The record of a list of numbers
    /// stays, so that the number does not fall with a person.
    fn merge_number(&mut self, at: usize, index: usize, into_later: bool) {
        let (Some(mut first), Some(mut later)) = (self.records[at].take(), self.records[index].take()) else {
            return;
        };
        let (Some(RecordValues::PhoneNumber(known)), Some(RecordValues::PhoneNumber(other))) =
            (&mut first.values, &later.values)
        else {
            return;
        };
        let same_holder = self.same_holder(known, other);
        if same_holder && self.second_numbers.remove(&index) {
            // Another sheet has it as a further number of the same person, so nothing contradicts.
            later.issues.retain(|issue| issue.code != IssueCode::ValuesDiffer);
        }
        let found = fill_number(known, other, same_holder);
        tell(&mut first, &later, found);
        if into_later {
            later.values = first.values;
            later.issues.extend(first.issues);
            self.records[index] = Some(later);
        } else {
            first.issues.extend(later.issues);
            self.merged
                .push((later.sheet, later.source_row, first.source_row));
            self.records[at] = Some(first);
        }
    }

    /// Whether two records name one holder, whatever they call them by.
    fn same_holder(&self, known: &NumberValues, other: &NumberValues) -> bool {
        let (Some(known), Some(other)) = (&known.assigned_to, &other.assigned_to) else {
            return false;
        };
        let who = |key: &str| {
            let found = self
                .directory
                .by_key(key)
                .or_else(|| self.directory.by_email(key));
            let stored = || self.by_stored.get(&self.existing.person_by_key(key)?).copied();
            found.or_else(stored)
        };
        known.eq_ignore_ascii_case(other) || who(known).is_some_and(|person| who(other) == Some(person))
    }

    /// The sheets' remarks about contradictions are those of the records that are left.
    fn warn_of_second_numbers(&mut self) {
        let differs = |issue: &Issue| issue.code == IssueCode::ValuesDiffer;
        for record in self.records.iter().flatten() {
            if record.issues.iter().any(differs) {
                let code = IssueCode::ValuesDiffer;
                self.warnings.on_sheet(code, record.sheet, record.source_row);
            }
        }
    }
}

/// The number that a later record gives a person who has another one already, as a further one of theirs.
fn second_number(known: &PersonValues, person: &PersonValues) -> Option<(NumberValues, Contradiction)> {
    let (first, other) = (known.e164.as_ref()?, person.e164.as_ref()?);
    if first == other {
        return None;
    }
    let contradiction = Contradiction {
        field: ImportField::E164,
        first: first.to_string(),
        later: other.to_string(),
    };
    let parsed = ParsedNumber {
        extension: person.number_extension.clone(),
        ..other.clone().into()
    };
    let mut number = NumberValues::of(parsed);
    number.assigned_to = Some(known.key().to_owned());
    Some((number, contradiction))
}

/// Puts contradictions on the record that stays.
fn tell(first: &mut Record, later: &Record, found: Vec<Contradiction>) {
    let row = first.source_row;
    let issues = found.iter().map(|found| told(found, row, later.source_row));
    first.issues.extend(issues);
}

fn told(found: &Contradiction, first: u32, later: u32) -> Issue {
    let text = format!(
        "Row {first} says \"{}\" and row {later} of another sheet says \"{}\"; the first counts.",
        found.first, found.later
    );
    Issue {
        of_row: Some(later),
        ..Issue::warning(IssueCode::ValuesDiffer, found.field, &found.later, text)
    }
}

/// Lists the rows whose every record went into another one.
fn list_merged(joined: &mut Joined, merged: Vec<(usize, u32, u32)>) {
    let left: HashSet<(usize, u32)> = joined
        .records
        .iter()
        .map(|record| (record.sheet, record.source_row))
        .collect();
    let mut listed = HashSet::new();
    for (sheet, source_row, of_row) in merged {
        if !left.contains(&(sheet, source_row)) && listed.insert((sheet, source_row)) {
            joined.ignored.push(IgnoredRow {
                sheet,
                source_row,
                reason: RowReason::MergedRow,
                of_row: Some(of_row),
            });
        }
    }
    joined.ignored.sort_by_key(|row| (row.sheet, row.source_row));
    super::join::number_ordinals(&mut joined.records);
}
