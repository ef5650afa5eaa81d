//! The sets that can be computed, each with the law it follows.

use super::rule::{Observed, Rule};
use crate::coded::coded_enum;
use Observed::{Nearest, NextFree, SameDay};
use Rule::{DayAfterNth, Easter, Every, Fixed, Nth, OnOrBefore};
use chrono::Weekday::{Mon, Thu};

coded_enum! {
    /// Holidays of a country, or of the part of it where they are the same.
    HolidaySet: "holiday_set" {
        UsFederal => "us_federal" ("United States, federal"), CanadaFederal => "canada_federal" ("Canada, federal"),
        EnglandWales => "england_wales" ("England and Wales"), Germany => "germany" ("Germany, nationwide"),
        Mexico => "mexico" ("Mexico"),
    }
}

/// One holiday of a set.
pub(super) struct Entry {
    pub(super) name: &'static str,
    pub(super) rule: Rule,
    pub(super) observed: Observed,
    /// Not by law.
    pub(super) customary: bool,
}

const fn entry(name: &'static str, rule: Rule, observed: Observed) -> Entry {
    Entry {
        name,
        rule,
        observed,
        customary: false,
    }
}

impl HolidaySet {
    pub(super) fn entries(self) -> &'static [Entry] {
        match self {
            Self::UsFederal => &US_FEDERAL,
            Self::CanadaFederal => &CANADA_FEDERAL,
            Self::EnglandWales => &ENGLAND_WALES,
            Self::Germany => &GERMANY,
            Self::Mexico => &MEXICO,
        }
    }
}

/// 5 U.S.C. 6103, with the days on which federal offices observe them.
static US_FEDERAL: [Entry; 12] = [
    entry("New Year's Day", Fixed(1, 1), Nearest),
    entry("Martin Luther King Jr. Day", Nth(1, Mon, 3), SameDay),
    entry("Washington's Birthday", Nth(2, Mon, 3), SameDay),
    entry("Memorial Day", OnOrBefore(5, 31, Mon), SameDay),
    entry("Juneteenth", Fixed(6, 19), Nearest),
    entry("Independence Day", Fixed(7, 4), Nearest),
    entry("Labor Day", Nth(9, Mon, 1), SameDay),
    entry("Columbus Day", Nth(10, Mon, 2), SameDay),
    entry("Veterans Day", Fixed(11, 11), Nearest),
    entry("Thanksgiving Day", Nth(11, Thu, 4), SameDay),
    Entry {
        customary: true,
        ..entry("Day after Thanksgiving", DayAfterNth(11, Thu, 4), SameDay)
    },
    entry("Christmas Day", Fixed(12, 25), Nearest),
];

/// Canada Labour Code, sections 166 and 195; a weekend holiday is given on the next working day.
static CANADA_FEDERAL: [Entry; 10] = [
    entry("New Year's Day", Fixed(1, 1), NextFree),
    entry("Good Friday", Easter(-2), SameDay),
    entry("Victoria Day", OnOrBefore(5, 24, Mon), SameDay),
    entry("Canada Day", Fixed(7, 1), NextFree),
    entry("Labour Day", Nth(9, Mon, 1), SameDay),
    entry(
        "National Day for Truth and Reconciliation",
        Fixed(9, 30),
        NextFree,
    ),
    entry("Thanksgiving Day", Nth(10, Mon, 2), SameDay),
    entry("Remembrance Day", Fixed(11, 11), NextFree),
    entry("Christmas Day", Fixed(12, 25), NextFree),
    entry("Boxing Day", Fixed(12, 26), NextFree),
];

/// Banking and Financial Dealings Act 1971 and the proclamations that belong to it every year.
static ENGLAND_WALES: [Entry; 8] = [
    entry("New Year's Day", Fixed(1, 1), NextFree),
    entry("Good Friday", Easter(-2), SameDay),
    entry("Easter Monday", Easter(1), SameDay),
    entry("Early May bank holiday", Nth(5, Mon, 1), SameDay),
    entry("Spring bank holiday", OnOrBefore(5, 31, Mon), SameDay),
    entry("Summer bank holiday", OnOrBefore(8, 31, Mon), SameDay),
    entry("Christmas Day", Fixed(12, 25), NextFree),
    entry("Boxing Day", Fixed(12, 26), NextFree),
];

/// Those that are the same in all states.
static GERMANY: [Entry; 9] = [
    entry("New Year's Day", Fixed(1, 1), SameDay),
    entry("Good Friday", Easter(-2), SameDay),
    entry("Easter Monday", Easter(1), SameDay),
    entry("Labor Day", Fixed(5, 1), SameDay),
    entry("Ascension Day", Easter(39), SameDay),
    entry("Whit Monday", Easter(50), SameDay),
    entry("German Unity Day", Fixed(10, 3), SameDay),
    entry("Christmas Day", Fixed(12, 25), SameDay),
    entry("Second Day of Christmas", Fixed(12, 26), SameDay),
];

/// Ley Federal del Trabajo, article 74; days of elections are proclaimed.
static MEXICO: [Entry; 8] = [
    entry("New Year's Day", Fixed(1, 1), SameDay),
    entry("Constitution Day", Nth(2, Mon, 1), SameDay),
    entry("Benito Ju\u{e1}rez's Birthday", Nth(3, Mon, 3), SameDay),
    entry("Labor Day", Fixed(5, 1), SameDay),
    entry("Independence Day", Fixed(9, 16), SameDay),
    entry("Change of the Federal Executive", Every(2024, 6, 10, 1), SameDay),
    entry("Revolution Day", Nth(11, Mon, 3), SameDay),
    entry("Christmas Day", Fixed(12, 25), SameDay),
];
