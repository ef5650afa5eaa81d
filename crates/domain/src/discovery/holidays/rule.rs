//! How the date of a holiday follows from the year.

use chrono::{Datelike, Duration, NaiveDate, Weekday};

/// What gives a holiday its date.
#[derive(Debug, Clone, Copy)]
pub(super) enum Rule {
    /// Month and day.
    Fixed(u32, u32),
    /// Month, weekday, and which one from 1.
    Nth(u32, Weekday, u8),
    /// The day after such a weekday.
    DayAfterNth(u32, Weekday, u8),
    /// The last such weekday on or before month and day.
    OnOrBefore(u32, u32, Weekday),
    /// Days after Easter Sunday; negative before it.
    Easter(i64),
    /// Month and day of a first year and of every so many years after it.
    Every(i32, i32, u32, u32),
}

/// On which other day a holiday is observed when it falls on a weekend.
#[derive(Debug, Clone, Copy)]
pub(super) enum Observed {
    /// None.
    SameDay,
    /// From Saturday on Friday, from Sunday on Monday.
    Nearest,
    /// On the next weekday that is no holiday.
    NextFree,
}

impl Rule {
    /// The date in a year; none where there is none in it.
    pub(super) fn date(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::Nth(month, weekday, nth) => NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth),
            Self::DayAfterNth(month, weekday, nth) => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth)?.succ_opt()
            }
            Self::OnOrBefore(month, day, weekday) => {
                let latest = NaiveDate::from_ymd_opt(year, month, day)?;
                let back = (7 + latest.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
                latest.checked_sub_signed(Duration::days(i64::from(back)))
            }
            Self::Easter(days) => easter(year)?.checked_add_signed(Duration::days(days)),
            Self::Every(first, step, month, day) => {
                let due = year >= first && (year - first) % step == 0;
                due.then(|| NaiveDate::from_ymd_opt(year, month, day)).flatten()
            }
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher.
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    let week = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * week) / 451;
    let day = moon + week - 7 * late + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(day / 31).ok()?,
        u32::try_from(day % 31 + 1).ok()?,
    )
}
