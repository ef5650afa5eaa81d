//! Lines that stand on several devices: each is one number, its owner's if it has one.

use std::collections::HashMap;

use super::reader::Reader;
use super::warnings::Warnings;
use super::{IssueCode, Record, RecordValues, RowReason};
use crate::enums::PhoneNumberType;
use crate::number::E164;

/// A number as a record carries it.
struct Carried {
    number: E164,
    /// 0-based place of the record.
    place: usize,
    is_primary: bool,
}

impl Reader<'_> {
    /// Says that a line is on a device in each of two rows.
    pub(super) fn shared_line(&mut self, number: &E164, first: u32, second: u32) {
        for row in [first, second] {
            about(&mut self.warnings, self.sheet, number, row);
        }
    }

    /// Leaves each number of a list of devices to one record: its owner's, else the first that carries it, which
    /// is nobody's when several people have the line.
    pub(super) fn settle_shared_lines(&mut self) {
        if !self.lists_devices() {
            return;
        }
        let carried = carried(&self.records);
        let mut by_number: HashMap<&E164, Vec<&Carried>> = HashMap::new();
        for one in &carried {
            by_number.entry(&one.number).or_default().push(one);
        }
        let mut dropped = vec![false; self.records.len()];
        // In the order of the rows, so that warnings come out alike every time.
        for one in &carried {
            let Some(all) = by_number.remove(&one.number).filter(|all| all.len() > 1) else {
                continue;
            };
            for one in &all {
                let row = self.records[one.place].source_row;
                about(&mut self.warnings, self.sheet, &one.number, row);
            }
            let keeper = all.iter().find(|one| one.is_primary).unwrap_or(&all[0]).place;
            let owned = all.iter().any(|one| one.is_primary);
            for place in all.iter().map(|one| one.place) {
                settle(
                    &mut self.records[place],
                    place == keeper,
                    owned,
                    &mut dropped[place],
                );
            }
        }
        self.drop_records(&dropped);
    }

    /// Removes records; a row that loses its last one is listed as ignored.
    fn drop_records(&mut self, dropped: &[bool]) {
        if !dropped.contains(&true) {
            return;
        }
        let all = std::mem::take(&mut self.records);
        let mut gone = Vec::new();
        for (record, dropped) in all.into_iter().zip(dropped) {
            if *dropped {
                gone.push(record.source_row)
            } else {
                self.records.push(record)
            }
        }
        gone.dedup();
        let lists = |row: &u32| {
            self.records
                .binary_search_by_key(row, |record| record.source_row)
                .is_ok()
        };
        gone.retain(|row| !lists(row));
        for row in gone {
            self.ignore(row, RowReason::DuplicateNumber, None);
        }
    }
}

fn about(warnings: &mut Warnings, sheet: usize, number: &E164, row: u32) {
    warnings.about(IssueCode::SameDnOnSeveralDevices, sheet, row, number.as_str());
}

fn carried(records: &[Record]) -> Vec<Carried> {
    let one = |(place, record): (usize, &Record)| match &record.values {
        Some(RecordValues::EndUser(person)) => Some(Carried {
            number: person.e164.clone()?,
            place,
            is_primary: true,
        }),
        Some(RecordValues::PhoneNumber(number)) => Some(Carried {
            number: number.e164.clone(),
            place,
            is_primary: false,
        }),
        _ => None,
    };
    records.iter().enumerate().filter_map(one).collect()
}

/// Keeps the number in one record and takes it from the others.
fn settle(record: &mut Record, keeps: bool, owned: bool, dropped: &mut bool) {
    match &mut record.values {
        Some(RecordValues::EndUser(person)) if !keeps => {
            person.e164 = None;
            person.number_extension.clear();
        }
        Some(RecordValues::PhoneNumber(_)) if !keeps => *dropped = true,
        Some(RecordValues::PhoneNumber(number)) if !owned => {
            number.assigned_to = None;
            number.number_type = number
                .number_type
                .filter(|number_type| *number_type != PhoneNumberType::User)
                .or(Some(PhoneNumberType::Shared));
        }
        _ => {}
    }
}
