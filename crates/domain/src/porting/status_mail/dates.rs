//! Dates in a sentence. One that can be read two ways, has no year or contradicts its weekday is no date.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::import::{DateOrder, read_day};
use crate::workbook::Cell;

/// A date with the words it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dated {
    /// The first word of it.
    pub(super) at: usize,
    /// The word after it.
    pub(super) end: usize,
    /// What it says.
    pub(super) reading: Reading,
}

/// What a date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// This day.
    Day(NaiveDate),
    /// One of two days.
    Ambiguous,
    /// A day and a month.
    NoYear,
    /// The weekday beside it is another one.
    WrongWeekday,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// The dates of a sentence, in its order.
pub(super) fn dates(words: &[&str], order: Option<DateOrder>) -> Vec<Dated> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match spelt(words, at).or_else(|| numeric(words[at], order).map(|reading| (1, reading))) {
            Some((length, reading)) => {
                let end = at + length;
                let reading = held_against_weekday(words, (at, end), reading);
                found.push(Dated { at, end, reading });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// What comes first in the dates of a text, where one of them can only be read one way and none contradicts it.
pub(super) fn settled<'a>(words: impl Iterator<Item = &'a str>) -> Option<DateOrder> {
    let (mut month_first, mut day_first) = (false, false);
    for word in words.map(bare).filter(|word| word.contains(['/', '-'])) {
        let parts: Vec<u32> = word
            .split(['/', '-'])
            .filter_map(|part| part.parse().ok())
            .collect();
        if let [first, second, year] = parts[..]
            && !(100..=1990).contains(&year)
            && read_day(&text(word), None).is_some()
        {
            month_first |= first <= 12 && (13..=31).contains(&second);
            day_first |= second <= 12 && (13..=31).contains(&first);
        }
    }
    match (month_first, day_first) {
        (true, false) => Some(DateOrder::MonthFirst),
        (false, true) => Some(DateOrder::DayFirst),
        (true, true) | (false, false) => None,
    }
}

/// A word without the marks around it.
pub(super) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '+')
}

fn text(word: &str) -> Cell {
    Cell::Text(word.into())
}

fn numeric(word: &str, order: Option<DateOrder>) -> Option<Reading> {
    let word = bare(word);
    if !word.starts_with(|c: char| c.is_ascii_digit()) || !word.contains(['/', '-', '.']) || word.len() < 6 {
        return None;
    }
    if let Some(day) = read_day(&text(word), order) {
        return Some(Reading::Day(day));
    }
    read_day(&text(word), Some(DateOrder::MonthFirst)).map(|_| Reading::Ambiguous)
}

/// "February 9th, 2027", "9 Feb 2027", "Feb 9": how many words, and the day.
fn spelt(words: &[&str], at: usize) -> Option<(usize, Reading)> {
    let word = |place: usize| words.get(at + place).map(|word| bare(word));
    let (month, day) = match (month(word(0)?), month(word(1).unwrap_or_default())) {
        (Some(month), _) => (month, day_of_month(word(1)?)?),
        (None, Some(month)) => (month, day_of_month(word(0)?)?),
        (None, None) => return None,
    };
    match word(2).and_then(year) {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day).map(|day| (3, Reading::Day(day))),
        None => Some((2, Reading::NoYear)),
    }
}

fn month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let is_short = (3..=4).contains(&word.len());
    let place = MONTHS
        .iter()
        .position(|name| *name == word || is_short && name.starts_with(&word))?;
    u32::try_from(place + 1).ok()
}

fn day_of_month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .unwrap_or(&word);
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

fn year(word: &str) -> Option<i32> {
    (word.len() == 4)
        .then(|| word.parse().ok())
        .flatten()
        .filter(|year| (1990..2100).contains(year))
}

fn weekday(word: &str) -> Option<Weekday> {
    let word = bare(word).to_lowercase();
    let place = WEEKDAYS
        .iter()
        .position(|name| *name == word || (3..=5).contains(&word.len()) && name.starts_with(&word))?;
    Weekday::try_from(u8::try_from(place).ok()?).ok()
}

/// A weekday beside a date decides between two readings, and contradicts one that falls on another.
fn held_against_weekday(words: &[&str], (at, end): (usize, usize), reading: Reading) -> Reading {
    let before = at.checked_sub(1).and_then(|place| weekday(words[place]));
    let Some(named) = before.or_else(|| words.get(end).and_then(|word| weekday(word))) else {
        return reading;
    };
    match reading {
        Reading::Day(day) if day.weekday() != named => Reading::WrongWeekday,
        Reading::Ambiguous => {
            let word = bare(words[at]);
            let fits = |order| read_day(&text(word), Some(order)).filter(|day| day.weekday() == named);
            match (fits(DateOrder::MonthFirst), fits(DateOrder::DayFirst)) {
                (Some(day), None) | (None, Some(day)) => Reading::Day(day),
                (Some(_), Some(_)) => Reading::Ambiguous,
                (None, None) => Reading::WrongWeekday,
            }
        }
        Reading::Day(_) | Reading::NoYear | Reading::WrongWeekday => reading,
    }
}
