//! The street line of an address: house number, street, and the unit within the building.

use super::words::{self, UnitKind};
use std::collections::BTreeMap;

/// A street line in the words in which streets are compared.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Street {
    /// House number with its suffix, or empty.
    number: String,
    /// Canonical words of the street.
    name: Vec<String>,
    /// Places within the building, such as suite 400 and floor 4.
    units: BTreeMap<UnitKind, String>,
}

impl Street {
    pub(super) fn read(text: &str) -> Self {
        let mut words = words::split(text);
        let units = units(&mut words);
        let number = house_number(&mut words);
        Self {
            number,
            name: words.iter().map(|word| words::street_word(word)).collect(),
            units,
        }
    }

    /// Whether both are one place; a suite or floor that only one of them names does not make two.
    pub(super) fn is_at(&self, other: &Self) -> bool {
        let agrees =
            |(kind, unit): (&UnitKind, &String)| other.units.get(kind).is_none_or(|theirs| theirs == unit);
        self.units.iter().all(agrees) && self.number == other.number && self.name == other.name
    }
}

/// Takes the places within the building off the end, behind a street that has at least a number and a name.
fn units(words: &mut Vec<String>) -> BTreeMap<UnitKind, String> {
    for at in 3..words.len() {
        // `4th Floor` is `Floor 4`.
        if words::unit_kind(&words[at]) == Some(UnitKind::Floor) && words::ordinal(&words[at - 1]).is_some() {
            words.swap(at - 1, at);
        }
    }
    let begins = |at: &usize| {
        let (before, after) = (&words[..*at], &words[*at + 1..]);
        // `Floor` is no unit in `100 Old Floor Rd`.
        let ends_line = after.len() == 1 && !words::has_suffix(after);
        words::unit_kind(&words[*at]).is_some()
            && (words[*at] == "#" || words::has_suffix(before) || ends_line)
    };
    let Some(at) = (2..words.len()).find(begins) else {
        return BTreeMap::new();
    };
    let mut found: BTreeMap<UnitKind, String> = BTreeMap::new();
    let mut current = UnitKind::Suite;
    for word in words.split_off(at) {
        match words::unit_kind(&word) {
            Some(kind) => current = kind,
            None => *found.entry(current).or_default() += words::ordinal(&word).unwrap_or(&word),
        }
    }
    found
}

/// Takes the house number at the start (`2200`, `2200 B`, `2200B`) or, as in Germany, at the end.
fn house_number(words: &mut Vec<String>) -> String {
    let is_number = |word: &String| word.starts_with(|c: char| c.is_ascii_digit());
    let is_suffix = |word: &String| word.len() == 1 && !words::is_direction(word) && !is_number(word);
    if words.first().is_some_and(is_number) && words.len() > 1 {
        let mut number = words.remove(0);
        if words.len() > 1 && words.first().is_some_and(is_suffix) {
            number += &words.remove(0);
        }
        return number;
    }
    let end = words.len();
    let place = match words.last() {
        Some(last) if is_number(last) && end > 1 => end - 1,
        Some(last) if is_suffix(last) && end > 2 && is_number(&words[end - 2]) => end - 2,
        _ => return String::new(),
    };
    words.split_off(place).concat()
}
