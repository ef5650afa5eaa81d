//! Business hours: what is refused, when a site is open, and hours in zones whose clocks change.

use super::{codes, texts};
use chrono::{Duration, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use portflow_domain::coded::Coded;
use portflow_domain::discovery::hours::*;
use portflow_domain::entities::{BusinessHours, Holiday, TimeRange};
use portflow_domain::porting::carrier::Weekday;
use portflow_domain::timestamp::Timestamp;
use proptest::prelude::*;

fn range(text: &str) -> TimeRange {
    let (open, close) = text.split_once('-').unwrap();
    TimeRange {
        open: open.parse().unwrap(),
        close: close.parse().unwrap(),
    }
}

/// `mon 08:00-12:00,13:00-17:00; sun 22:00-06:00`
fn week(text: &str) -> BusinessHours {
    let mut days = serde_json::Map::new();
    for day in text.split("; ").filter(|day| !day.is_empty()) {
        let (name, ranges) = day.split_once(' ').unwrap();
        let day = Weekday::ALL
            .iter()
            .find(|day| day.code().starts_with(name))
            .unwrap();
        let ranges: Vec<TimeRange> = ranges.split(',').map(range).collect();
        days.insert(day.code().to_owned(), serde_json::to_value(ranges).unwrap());
    }
    serde_json::from_value(days.into()).unwrap()
}

fn holiday(name: &str, date: &str, short: Option<&str>) -> Holiday {
    let short = short.map(range);
    Holiday {
        name: name.into(),
        date: date.parse().unwrap(),
        open: short.map(|short| short.open),
        close: short.map(|short| short.close),
    }
}

fn local(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

#[test]
fn ranges_may_touch_but_not_overlap() {
    let fine = [
        "",
        "mon 08:00-12:00,13:00-17:00",
        "mon 08:00-12:00,12:00-17:00",
        "mon 00:00-24:00; tue 00:00-24:00",
        "mon 22:00-06:00; tue 06:00-12:00",
        "sun 22:00-06:00; mon 06:00-12:00",
    ];
    for text in fine {
        assert_eq!(
            texts(&check_hours(&week(text), &[])),
            Vec::<&str>::new(),
            "{text}"
        );
    }
    for (text, said) in [
        (
            "mon 08:00-12:00,11:59-17:00",
            "Monday 08:00 to 12:00 and Monday 11:59 to 17:00 overlap.",
        ),
        (
            "mon 08:00-12:00,08:00-12:00",
            "Monday 08:00 to 12:00 and Monday 08:00 to 12:00 overlap.",
        ),
        (
            "mon 22:00-06:00; tue 05:00-12:00",
            "Monday 22:00 to 06:00 of the next day and Tuesday 05:00 to 12:00 overlap.",
        ),
        (
            "mon 05:00-12:00; sun 22:00-06:00",
            "Monday 05:00 to 12:00 and Sunday 22:00 to 06:00 of the next day overlap.",
        ),
        (
            "mon 24:00-06:00",
            "Monday opens at 24:00, which is already the next day.",
        ),
        (
            "fri 08:00-08:00",
            "Friday opens and closes at 08:00, so it is unclear whether it is open at all.",
        ),
    ] {
        let found = check_hours(&week(text), &[]);
        assert_eq!(texts(&found), [said], "{text}");
        assert!(found[0].is_error() && !found[0].fields.is_empty(), "{text}");
    }
}

#[test]
fn a_holiday_has_a_name_both_times_and_a_day_of_its_own() {
    let half = Holiday {
        close: None,
        ..holiday("Eve", "2026-12-24", Some("08:00-12:00"))
    };
    for (holidays, expected) in [
        (
            vec![
                holiday("Eve", "2026-12-24", Some("08:00-12:00")),
                holiday("Day", "2026-12-25", None),
            ],
            vec![],
        ),
        (
            vec![holiday(" ", "2026-12-24", None)],
            vec!["holiday_without_name"],
        ),
        (vec![half], vec!["holiday_half_given"]),
        (
            vec![holiday("A", "2026-12-24", None), holiday("B", "2026-12-24", None)],
            vec!["holiday_twice"],
        ),
        (
            vec![holiday("A", "2026-12-24", Some("08:00-08:00"))],
            vec!["hours_without_length"],
        ),
    ] {
        assert_eq!(
            codes(&check_hours(&BusinessHours::default(), &holidays)),
            expected
        );
    }
}

#[test]
fn a_site_is_open_by_its_week_and_its_holidays() {
    let hours = week("mon 08:00-12:00,13:00-17:00; tue 00:00-24:00; fri 22:00-06:00; sun 20:00-02:00");
    // 2026-11-23 is a Monday.
    let holidays = [
        holiday("Half", "2026-11-24", Some("09:00-10:00")),
        holiday("Off", "2026-11-28", None),
    ];
    for (moment, open) in [
        ("2026-11-23 01:59", true),
        ("2026-11-23 02:00", false),
        ("2026-11-23 08:00", true),
        ("2026-11-23 11:59", true),
        ("2026-11-23 12:00", false),
        ("2026-11-23 13:00", true),
        ("2026-11-24 08:59", false),
        ("2026-11-24 09:00", true),
        ("2026-11-24 10:00", false),
        ("2026-12-01 23:59", true),
        ("2026-12-02 00:00", false),
        ("2026-11-27 23:59", true),
        ("2026-11-28 00:00", false),
        ("2026-12-05 05:59", true),
        ("2026-12-05 06:00", false),
    ] {
        assert_eq!(is_open(&hours, &holidays, local(moment)), open, "{moment}");
    }
}

#[test]
fn a_day_is_copied_to_others_and_only_to_them() {
    let hours = week("mon 08:00-12:00,13:00-17:00; sat 10:00-14:00");
    let copied = copy_day(
        &hours,
        Weekday::Monday,
        &[Weekday::Tuesday, Weekday::Friday, Weekday::Monday],
    );
    assert_eq!(
        (copied.tuesday, copied.friday),
        (hours.monday.clone(), hours.monday.clone())
    );
    assert_eq!(
        (copied.monday, copied.wednesday, copied.saturday),
        (hours.monday, vec![], hours.saturday)
    );
}

/// Open intervals of one local date, as `HH:MM` of UTC.
fn on(hours: &str, zone: Tz, day: &str) -> String {
    let day: NaiveDate = day.parse().unwrap();
    let noon = |days: i64| {
        let noon = (day + Duration::days(days)).and_hms_opt(12, 0, 0).unwrap();
        Timestamp::new(zone.from_local_datetime(&noon).unwrap().with_timezone(&Utc))
    };
    let found = open_intervals(&week(hours), &[], zone, noon(-1), noon(1));
    let shown = |of: &OpenInterval| {
        format!(
            "{}-{}",
            of.from.utc().format("%H:%M"),
            of.until.utc().format("%H:%M")
        )
    };
    found.iter().map(shown).collect::<Vec<_>>().join(" ")
}

#[test]
fn clocks_that_change_shorten_and_lengthen_a_night() {
    let chicago = chrono_tz::America::Chicago;
    for (hours, day, expected) in [
        // Forward on Sunday 2026-03-08: 02:00 is 03:00, 08:00 UTC.
        ("sat 22:00-06:00", "2026-03-08", "04:00-11:00"),
        ("sun 02:00-03:00", "2026-03-08", ""),
        ("sun 02:15-02:45", "2026-03-08", ""),
        ("sun 01:00-02:30", "2026-03-08", "07:00-08:00"),
        ("sun 02:30-05:00", "2026-03-08", "08:00-10:00"),
        // Back on Sunday 2026-11-01: 02:00 is 01:00, 07:00 UTC.
        ("sat 22:00-06:00", "2026-11-01", "03:00-12:00"),
        ("sun 01:00-02:00", "2026-11-01", "06:00-08:00"),
        ("sun 00:00-01:30", "2026-11-01", "05:00-06:30"),
        ("sun 01:30-04:00", "2026-11-01", "06:30-10:00"),
        ("sun 08:00-17:00", "2026-11-01", "14:00-23:00"),
    ] {
        assert_eq!(on(hours, chicago, day), expected, "{hours} on {day}");
    }
    // Where midnight itself is skipped, the day begins at 01:00: 2026-04-24 in Cairo.
    assert_eq!(
        on("fri 00:00-24:00", chrono_tz::Africa::Cairo, "2026-04-24"),
        "22:00-21:00"
    );
}

fn any_week() -> impl Strategy<Value = BusinessHours> {
    let some = (0_u16..1440, 1_u16..=1440).prop_filter("a range has a length", |(open, close)| open != close);
    let days = prop::collection::vec(prop::collection::vec(some, 0..3), 7);
    days.prop_map(|days| {
        let mut map = serde_json::Map::new();
        for (day, ranges) in Weekday::ALL.iter().zip(days) {
            let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
            let json = ranges
                .into_iter()
                .map(|(open, close)| serde_json::json!({"open": clock(open), "close": clock(close)}));
            map.insert(day.code().to_owned(), json.collect());
        }
        serde_json::from_value(map.into()).unwrap()
    })
}

fn any_zone() -> impl Strategy<Value = Tz> {
    prop::sample::select(vec![
        chrono_tz::America::Chicago,
        chrono_tz::Europe::Berlin,
        chrono_tz::Australia::Lord_Howe,
        chrono_tz::Africa::Cairo,
        chrono_tz::America::Havana,
        chrono_tz::Asia::Kolkata,
        chrono_tz::UTC,
    ])
}

fn instant(hour: i64) -> Timestamp {
    let start = Utc.with_ymd_and_hms(2026, 1, 1, 0, 0, 0).unwrap();
    Timestamp::new(start + Duration::hours(hour))
}

/// Whether the zone's clock is changed within a day of the instant.
fn clock_changes(zone: Tz, at: Timestamp) -> bool {
    let offset = |days: i64| {
        let local = (at.utc() + Duration::days(days)).with_timezone(&zone);
        local.naive_local() - local.naive_utc()
    };
    offset(-1) != offset(1)
}

proptest! {
    #[test]
    fn a_week_without_findings_has_no_minute_twice(hours in any_week()) {
        let minutes = |range: &TimeRange| {
            let (open, close) = (u32::from(range.open.minutes()), u32::from(range.close.minutes()));
            if close <= open { close + 1440 - open } else { close - open }
        };
        let typed: u32 = Weekday::ALL.iter().flat_map(|day| hours.of(*day)).map(minutes).sum();
        let monday = local("2026-11-23 00:00");
        let open = (0..7 * 1440).filter(|m| is_open(&hours, &[], monday + Duration::minutes(*m))).count();
        let sound = check_hours(&hours, &[]).iter().all(|found| found.finding.code != "hours_overlap");
        prop_assert_eq!(sound, typed as usize == open, "{} minutes typed, {} open", typed, open);
    }

    #[test]
    fn intervals_say_what_the_wall_says(hours in any_week(), zone in any_zone(), from in 0_i64..8700, length in 1_i64..200) {
        let (from, until) = (instant(from), instant(from + length));
        let found = open_intervals(&hours, &[], zone, from, until);
        prop_assert!(found.iter().all(|of| from <= of.from && of.from < of.until && of.until <= until));
        prop_assert!(found.windows(2).all(|pair| pair[0].until < pair[1].from));
        let mut at = from;
        while at < until {
            let inside = found.iter().any(|of| of.from <= at && at < of.until);
            if !clock_changes(zone, at) {
                prop_assert_eq!(inside, is_open(&hours, &[], at.utc().with_timezone(&zone).naive_local()), "{}", at);
            }
            at = Timestamp::new(at.utc() + Duration::minutes(17));
        }
    }

    #[test]
    fn a_cut_loses_nothing(hours in any_week(), zone in any_zone(), from in 0_i64..8700, first in 1_i64..90, second in 1_i64..90) {
        let sum = |from, until| -> i64 {
            let found = open_intervals(&hours, &[], zone, instant(from), instant(until));
            found.iter().map(|of| (of.until.utc() - of.from.utc()).num_minutes()).sum()
        };
        prop_assert_eq!(sum(from, from + first) + sum(from + first, from + first + second), sum(from, from + first + second));
    }

    #[test]
    fn always_open_is_one_interval(zone in any_zone(), from in 0_i64..8700, length in 1_i64..9000) {
        let day = "00:00-24:00";
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(|name| format!("{name} {day}"));
        let found = open_intervals(&week(&names.join("; ")), &[], zone, instant(from), instant(from + length));
        prop_assert_eq!(found, vec![OpenInterval { from: instant(from), until: instant(from + length) }]);
    }

    #[test]
    fn a_holiday_closes_its_day_and_not_the_day_before(hours in any_week(), day in 0_i64..300, minute in 0_i64..2880) {
        let date = NaiveDate::from_ymd_opt(2026, 1, 2).unwrap() + Duration::days(day);
        let off = [holiday("Off", &date.to_string(), None)];
        let at = (date - Duration::days(1)).and_hms_opt(0, 0, 0).unwrap() + Duration::minutes(minute);
        prop_assert_eq!(is_open(&hours, &off, at), at.date() != date && is_open(&hours, &[], at));
    }
}
