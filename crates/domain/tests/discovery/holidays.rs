//! Computed holidays against the dates that governments have published.

use chrono::{Datelike, NaiveDate, Weekday};
use portflow_domain::coded::Coded;
use portflow_domain::discovery::holidays::*;
use portflow_domain::discovery::hours::check_hours;
use portflow_domain::entities::{BusinessHours, Holiday, TimeRange};
use proptest::prelude::*;

/// Weekday dates of a set in a year, as `MM-DD`.
fn weekdays(set: HolidaySet, year: i32) -> String {
    let weekend = |holiday: &Holiday| matches!(holiday.date.weekday(), Weekday::Sat | Weekday::Sun);
    let found = holidays(set, year..=year, Extras::default());
    let days = found.iter().filter(|holiday| !weekend(holiday));
    days.map(|holiday| holiday.date.format("%m-%d").to_string())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Set, year and the dates that are no Saturday or Sunday.
const PUBLISHED: &str = "\
us_federal 2025 01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25
us_federal 2026 01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25
us_federal 2027 01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31
us_federal 2028 01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25
canada_federal 2025 01-01 04-18 05-19 07-01 09-01 09-30 10-13 11-11 12-25 12-26
canada_federal 2026 01-01 04-03 05-18 07-01 09-07 09-30 10-12 11-11 12-25 12-28
canada_federal 2027 01-01 03-26 05-24 07-01 09-06 09-30 10-11 11-11 12-27 12-28
canada_federal 2028 01-03 04-14 05-22 07-03 09-04 10-02 10-09 11-13 12-25 12-26
england_wales 2025 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26
england_wales 2026 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
england_wales 2027 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28
england_wales 2028 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26
germany 2025 01-01 04-18 04-21 05-01 05-29 06-09 10-03 12-25 12-26
germany 2026 01-01 04-03 04-06 05-01 05-14 05-25 12-25
germany 2027 01-01 03-26 03-29 05-06 05-17
germany 2028 04-14 04-17 05-01 05-25 06-05 10-03 12-25 12-26
mexico 2025 01-01 02-03 03-17 05-01 09-16 11-17 12-25
mexico 2026 01-01 02-02 03-16 05-01 09-16 11-16 12-25
mexico 2027 01-01 02-01 03-15 09-16 11-15
mexico 2028 02-07 03-20 05-01 11-20 12-25
mexico 2030 01-01 02-04 03-18 05-01 09-16 10-01 11-18 12-25";

#[test]
fn the_sets_have_the_published_dates() {
    for line in PUBLISHED.lines() {
        let (set, rest) = line.split_once(' ').unwrap();
        let (year, dates) = rest.split_once(' ').unwrap();
        assert_eq!(
            weekdays(set.parse().unwrap(), year.parse().unwrap()),
            dates,
            "{set} {year}"
        );
    }
}

fn named(found: &[Holiday], date: &str) -> Option<(String, Option<String>)> {
    let date: NaiveDate = date.parse().unwrap();
    let holiday = found.iter().find(|holiday| holiday.date == date)?;
    let short = holiday
        .open
        .zip(holiday.close)
        .map(|(open, close)| format!("{open}-{close}"));
    Some((holiday.name.clone(), short))
}

#[test]
fn observed_days_customary_days_and_eves() {
    let short = TimeRange {
        open: "08:00".parse().unwrap(),
        close: "12:00".parse().unwrap(),
    };
    let extras = Extras {
        customary: true,
        short_eves: Some(short),
    };
    let found = holidays(HolidaySet::UsFederal, 2026..=2028, extras);
    let closed = |name: &str| Some((name.to_owned(), None));
    let eve = |name: &str| Some((name.to_owned(), Some("08:00-12:00".to_owned())));
    assert_eq!(named(&found, "2026-07-03"), closed("Independence Day (observed)"));
    assert_eq!(named(&found, "2026-07-04"), closed("Independence Day"));
    assert_eq!(named(&found, "2026-11-27"), closed("Day after Thanksgiving"));
    assert_eq!(named(&found, "2026-12-24"), eve("Christmas Eve"));
    assert_eq!(named(&found, "2027-12-24"), closed("Christmas Day (observed)"));
    assert_eq!(named(&found, "2027-12-31"), closed("New Year's Day (observed)"));
    assert_eq!(named(&found, "2028-12-24"), None, "a Sunday");
    let plain = holidays(HolidaySet::UsFederal, 2026..=2028, Extras::default());
    assert!(named(&plain, "2026-11-27").is_none() && named(&plain, "2026-12-24").is_none());
    // Christmas Day of 2022 was a Sunday, and the Monday was Boxing Day.
    let found = holidays(HolidaySet::EnglandWales, 2022..=2022, Extras::default());
    assert_eq!(named(&found, "2022-12-26"), closed("Boxing Day"));
    assert_eq!(named(&found, "2022-12-27"), closed("Christmas Day (observed)"));
    // Ascension Day fell on the first of May in 2008.
    let found = holidays(HolidaySet::Germany, 2008..=2008, Extras::default());
    assert_eq!(named(&found, "2008-05-01"), closed("Labor Day and Ascension Day"));
}

#[test]
fn what_a_person_entered_stays() {
    let computed = holidays(HolidaySet::Germany, 2026..=2026, Extras::default());
    let own = |name: &str, date: &str| Holiday {
        name: name.into(),
        date: date.parse().unwrap(),
        open: None,
        close: None,
    };
    let entered = [own("Founders' day", "2026-06-01"), own("Xmas", "2026-12-25")];
    let all = with_computed(&entered, computed.clone());
    assert_eq!(all.len(), computed.len() + 1);
    assert_eq!(named(&all, "2026-12-25"), Some(("Xmas".into(), None)));
    assert!(all.windows(2).all(|pair| pair[0].date < pair[1].date));
    assert_eq!(
        with_computed(&all, computed),
        all,
        "adding them twice adds nothing"
    );
}

proptest! {
    #[test]
    fn every_year_is_in_order_and_can_be_kept(year in 2000_i32..2200, set in prop::sample::select(HolidaySet::ALL.to_vec())) {
        let short = TimeRange { open: "08:00".parse().unwrap(), close: "12:00".parse().unwrap() };
        let extras = Extras { customary: true, short_eves: Some(short) };
        let found = holidays(set, year..=year, extras);
        prop_assert!(found.iter().all(|holiday| holiday.date.year() == year));
        prop_assert!(found.windows(2).all(|pair| pair[0].date < pair[1].date));
        prop_assert!(check_hours(&BusinessHours::default(), &found).is_empty());
        let both: Vec<Holiday> = holidays(set, year..=year + 1, extras).into_iter().filter(|day| day.date.year() == year).collect();
        prop_assert_eq!(both, found, "a year is the same alone and among others");
    }

    #[test]
    fn good_friday_is_a_friday_between_the_twentieth_of_march_and_the_23rd_of_april(year in 1900_i32..2300) {
        let found = holidays(HolidaySet::Germany, year..=year, Extras::default());
        let friday = found.iter().find(|holiday| holiday.name == "Good Friday").unwrap().date;
        let bound = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        prop_assert_eq!(friday.weekday(), Weekday::Fri);
        prop_assert!((bound(3, 20)..=bound(4, 23)).contains(&friday));
    }
}
