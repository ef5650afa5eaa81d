//! The days on which numbers may move, and one moment in two clocks.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::{Days, NaiveDate};
use portflow_domain::entities::Holiday;
use portflow_domain::porting::carrier::{LargeOrders, PortRules};
use portflow_domain::porting::foc_times::{in_both_zones, moment, zoned};
use portflow_domain::porting::port_dates::{AtSite, DayVerdict, PortDates, port_dates};
use portflow_domain::timestamp::Timestamp;
use proptest::prelude::*;

const SITE: AtSite<'_> = AtSite {
    zone: "America/Chicago",
    holidays: &[],
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn rules() -> PortRules {
    PortRules {
        lead_time_business_days: 4,
        ..PortRules::default()
    }
}

fn ask(rules: &PortRules, now: &str) -> PortDates {
    let from = day("2026-11-20");
    port_dates(
        rules,
        SITE,
        at(now),
        10,
        from..=from.checked_add_days(Days::new(45)).unwrap(),
    )
}

fn verdict(dates: &PortDates, of: &str) -> DayVerdict {
    dates.days.iter().find(|it| it.date == day(of)).unwrap().verdict
}

#[test]
fn the_lead_time_counts_business_days_from_the_cut_off() {
    // 13:00 in New York is 18:00 UTC in November. Thanksgiving is the 26th.
    let cases = [
        ("2026-11-23T17:59:00Z", "2026-11-23", "2026-11-30"),
        ("2026-11-23T18:00:00Z", "2026-11-24", "2026-12-01"),
        ("2026-11-20T18:30:00Z", "2026-11-23", "2026-11-30"),
        ("2026-11-21T12:00:00Z", "2026-11-23", "2026-11-30"),
        ("2026-11-26T12:00:00Z", "2026-11-27", "2026-12-03"),
        // Still the 24th in New York.
        ("2026-11-25T03:00:00Z", "2026-11-25", "2026-12-02"),
    ];
    for (now, received, earliest) in cases {
        let dates = ask(&rules(), now);
        assert_eq!(
            (dates.received_on, dates.earliest),
            (day(received), Some(day(earliest))),
            "{now}"
        );
    }
}

#[test]
fn each_day_says_why_not() {
    let rules = PortRules {
        no_port_weekdays: Vec::new(),
        holidays: vec![day("2026-12-24")],
        ..rules()
    };
    let dates = ask(&rules, "2026-11-20T12:00:00Z");
    use DayVerdict::*;
    let cases = [
        ("2026-11-20", TooEarly),
        ("2026-11-24", TooEarly),
        ("2026-11-25", DayBeforeHoliday),
        ("2026-11-26", Holiday),
        ("2026-11-27", Unwise),
        ("2026-11-28", Weekend),
        ("2026-11-30", Possible),
        ("2026-12-23", DayBeforeHoliday),
        ("2026-12-24", Holiday),
        ("2026-12-25", Holiday),
        ("2026-12-31", DayBeforeHoliday),
        ("2027-01-01", Holiday),
    ];
    for (of, expected) in cases {
        assert_eq!(verdict(&dates, of), expected, "{of}");
    }
    for day in &dates.days {
        assert_eq!(day.reason.is_none(), day.verdict == Possible, "{day:?}");
    }
    let fridays = ask(&PortRules::default(), "2026-11-20T12:00:00Z");
    assert_eq!(verdict(&fridays, "2026-12-04"), NoPortWeekday);
}

#[test]
fn a_large_order_takes_longer_and_a_closed_site_is_a_warning() {
    let rules = PortRules {
        large_orders: Some(LargeOrders {
            from_numbers: 50,
            lead_time_business_days: 8,
        }),
        ..rules()
    };
    let closed: Holiday = serde_json::from_str(r#"{"name":"Inventory","date":"2026-12-08"}"#).unwrap();
    let site = AtSite {
        zone: "America/Chicago",
        holidays: std::slice::from_ref(&closed),
    };
    let range = || day("2026-11-20")..=day("2026-12-20");
    let small = port_dates(&rules, site, at("2026-11-20T12:00:00Z"), 49, range());
    let large = port_dates(&rules, site, at("2026-11-20T12:00:00Z"), 50, range());
    assert_eq!(
        (small.earliest, large.earliest),
        (Some(day("2026-11-30")), Some(day("2026-12-03")))
    );
    assert_eq!(verdict(&small, "2026-12-08"), DayVerdict::Unwise);
}

#[test]
fn the_cut_off_is_a_moment_also_where_the_clocks_skip_it() {
    let dates = ask(&rules(), "2026-11-23T17:59:00Z");
    assert_eq!(dates.cut_off, Some(at("2026-11-23T18:00:00Z")));
    // New York leaves 2 o'clock out on the 14th of March 2027, a Sunday; Cairo leaves midnight out on a Friday.
    let cairo = PortRules {
        cut_off_zone: "Africa/Cairo".into(),
        cut_off_hour: 0,
        ..rules()
    };
    let dates = ask(&cairo, "2027-04-29T12:00:00Z");
    assert_eq!(dates.received_on, day("2027-04-30"));
    assert_eq!(dates.cut_off, Some(at("2027-04-29T22:00:00Z")));
}

#[test]
fn a_commitment_shows_in_both_zones_across_a_change_of_clocks() {
    let shown = |local: &str, carrier: &str, site: &str| {
        let local = chrono::NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap();
        let times = in_both_zones(moment(local, carrier).unwrap(), carrier, site);
        let text = |it: &portflow_domain::porting::foc_times::ZonedTime| {
            format!("{} {} {}", it.date, it.time, it.name)
        };
        times.iter().map(text).collect::<Vec<_>>()
    };
    let (york, phoenix, london) = ("America/New_York", "America/Phoenix", "Europe/London");
    // The carrier's clock changes on the 14th of March 2027, that of Phoenix never, that of London two weeks later.
    assert_eq!(
        shown("2027-03-12 10:00", york, phoenix),
        ["2027-03-12 10:00 EST", "2027-03-12 08:00 MST"]
    );
    assert_eq!(
        shown("2027-03-15 10:00", york, phoenix),
        ["2027-03-15 10:00 EDT", "2027-03-15 07:00 MST"]
    );
    assert_eq!(
        shown("2027-03-12 20:00", york, london),
        ["2027-03-12 20:00 EST", "2027-03-13 01:00 GMT"]
    );
    assert_eq!(
        shown("2027-03-15 20:00", york, london),
        ["2027-03-15 20:00 EDT", "2027-03-16 00:00 GMT"]
    );
    assert_eq!(
        shown("2027-03-29 20:00", york, london),
        ["2027-03-29 20:00 EDT", "2027-03-30 01:00 BST"]
    );
    assert_eq!(shown("2027-03-29 20:00", york, york), ["2027-03-29 20:00 EDT"]);
}

#[test]
fn an_hour_that_does_not_exist_is_no_moment_and_one_that_exists_twice_is_the_first() {
    let local = |text: &str| chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    assert_eq!(moment(local("2027-03-14 02:30"), "America/New_York"), None);
    let first = moment(local("2027-11-07 01:30"), "America/New_York").unwrap();
    assert_eq!(zoned(first, "America/New_York").unwrap().name, "EDT");
    assert_eq!(zoned(first, "Asia/Kathmandu").unwrap().offset_minutes, 345);
    assert_eq!(zoned(first, "No/Where"), None);
}

proptest! {
    #[test]
    fn no_day_before_the_first_possible_one_is_possible(
        hours in 0i64..20_000, lead in 0u32..30, cut_off in 0u32..24, numbers in 0usize..100,
    ) {
        let rules = PortRules {
            lead_time_business_days: lead,
            cut_off_hour: cut_off,
            ..PortRules::default()
        };
        let now = Timestamp::new(at("2026-11-20T00:00:00Z").utc() + chrono::TimeDelta::hours(hours));
        // In the carrier's zone it may still be the day before.
        let from = now.utc().date_naive().pred_opt().unwrap();
        let to = from.checked_add_days(Days::new(90)).unwrap();
        let dates = port_dates(&rules, SITE, now, numbers, from..=to);
        let first = dates.days.iter().find(|it| it.verdict.is_possible()).map(|it| it.date);
        prop_assert_eq!(first, dates.earliest);
        let received = dates.received_on;
        prop_assert!(rules.is_business_day(received));
        let between = received.iter_days().skip(1).take_while(|it| *it <= dates.earliest.unwrap());
        prop_assert!(between.filter(|it| rules.is_business_day(*it)).count() >= lead as usize);
    }
}
