//! Holidays of coming years, computed by rule: fixed dates, weekdays of a month, days around Easter, and the days on
//! which a holiday is observed when it falls on a weekend.
//!
//! A holiday on a weekend is listed on its own date and on the one on which it is observed, because a site may be
//! open on Saturdays. Days that a government proclaims for one year alone cannot be computed.

mod rule;
mod sets;

pub use sets::HolidaySet;

use crate::entities::{Holiday, TimeRange, fold};
use chrono::{Datelike, NaiveDate, Weekday};
use rule::Observed;
use sets::Entry;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// What is listed beside the holidays by law.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Extras {
    /// Days on which most offices are closed without a law, such as the day after Thanksgiving.
    pub customary: bool,
    /// The hours of Christmas Eve and New Year's Eve where these are working days and no holidays.
    pub short_eves: Option<TimeRange>,
}

/// The holidays of a set whose dates lie within the years, one per date, in the order of their dates.
pub fn holidays(set: HolidaySet, years: RangeInclusive<i32>, extras: Extras) -> Vec<Holiday> {
    let mut found: BTreeMap<NaiveDate, Holiday> = BTreeMap::new();
    // A holiday of January may be observed in December.
    for year in *years.start()..=years.end().saturating_add(1) {
        for (name, date) in of_year(set, year, extras.customary) {
            found
                .entry(date)
                .and_modify(|holiday| holiday.name = format!("{} and {name}", holiday.name))
                .or_insert_with(|| closed(&name, date));
        }
    }
    if let Some(hours) = extras.short_eves {
        for year in years.clone() {
            for (name, day) in [("Christmas Eve", 24), ("New Year's Eve", 31)] {
                let eve = NaiveDate::from_ymd_opt(year, 12, day).filter(|eve| !is_weekend(*eve));
                if let Some(eve) = eve {
                    found.entry(eve).or_insert_with(|| Holiday {
                        open: Some(hours.open),
                        close: Some(hours.close),
                        ..closed(name, eve)
                    });
                }
            }
        }
    }
    found.retain(|date, _| years.contains(&date.year()));
    found.into_values().collect()
}

/// The holidays of a site with computed ones added, in the order of their dates; what a person entered for a date stays.
pub fn with_computed(entered: &[Holiday], computed: Vec<Holiday>) -> Vec<Holiday> {
    let free = |holiday: &Holiday| entered.iter().all(|kept| kept.date != holiday.date);
    let mut all = entered.to_vec();
    all.extend(computed.into_iter().filter(free));
    all.sort_by_key(|holiday| (holiday.date, fold(&holiday.name)));
    all
}

/// Names and dates of one year, each weekend holiday followed by the day on which it is observed.
fn of_year(set: HolidaySet, year: i32, customary: bool) -> Vec<(String, NaiveDate)> {
    let entries = set.entries().iter().filter(|entry| customary || !entry.customary);
    let dated: Vec<(&Entry, NaiveDate)> = entries
        .filter_map(|entry| Some((entry, entry.rule.date(year)?)))
        .collect();
    let mut taken: Vec<NaiveDate> = dated.iter().map(|(_, date)| *date).collect();
    let mut found = Vec::new();
    for (entry, date) in dated {
        found.push((entry.name.to_owned(), date));
        if let Some(day) = observed(entry.observed, date, &taken) {
            taken.push(day);
            found.push((format!("{} (observed)", entry.name), day));
        }
    }
    found
}

/// The other day on which a holiday is observed, if there is one.
fn observed(rule: Observed, date: NaiveDate, taken: &[NaiveDate]) -> Option<NaiveDate> {
    let weekend = is_weekend(date);
    match rule {
        Observed::SameDay => None,
        Observed::Nearest if date.weekday() == Weekday::Sat => date.pred_opt(),
        Observed::Nearest if date.weekday() == Weekday::Sun => date.succ_opt(),
        Observed::Nearest => None,
        Observed::NextFree => weekend
            .then(|| {
                date.iter_days()
                    .find(|day| !is_weekend(*day) && !taken.contains(day))
            })
            .flatten(),
    }
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

fn closed(name: &str, date: NaiveDate) -> Holiday {
    Holiday {
        name: name.to_owned(),
        date,
        open: None,
        close: None,
    }
}
