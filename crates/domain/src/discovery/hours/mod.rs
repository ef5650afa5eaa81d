//! Business hours as open minutes of the week: checked, asked at a moment, laid out between two instants.
//!
//! A range whose close is at or before its open ends on the next day, so the week is a circle: Sunday night runs
//! into Monday.

mod check;
mod intervals;

pub use check::check_hours;
pub use intervals::{OpenInterval, open_intervals};

use crate::coded::Coded;
use crate::entities::{BusinessHours, Holiday, TimeRange};
use crate::porting::carrier::Weekday;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Timelike};

/// Minutes of a day.
const DAY: u16 = 1440;

/// Whether the clock on the site's wall shows an open minute.
///
/// A holiday governs its date from 00:00 to 24:00 in place of the week: what runs over from the evening before
/// ends at midnight, and its own short range may run over midnight like any other.
pub fn is_open(hours: &BusinessHours, holidays: &[Holiday], local: NaiveDateTime) -> bool {
    let minute = u16::try_from(local.hour() * 60 + local.minute()).unwrap_or(DAY);
    open_minutes(hours, holidays, local.date())
        .iter()
        .any(|(open, close)| (*open..*close).contains(&minute))
}

/// The hours with those of one day copied to others.
pub fn copy_day(hours: &BusinessHours, from: Weekday, to: &[Weekday]) -> BusinessHours {
    let mut copied = hours.clone();
    for day in to {
        hours.of(from).clone_into(copied.of_mut(*day));
    }
    copied
}

impl BusinessHours {
    /// The ranges that open on a day.
    pub fn of(&self, day: Weekday) -> &[TimeRange] {
        match day {
            Weekday::Monday => &self.monday,
            Weekday::Tuesday => &self.tuesday,
            Weekday::Wednesday => &self.wednesday,
            Weekday::Thursday => &self.thursday,
            Weekday::Friday => &self.friday,
            Weekday::Saturday => &self.saturday,
            Weekday::Sunday => &self.sunday,
        }
    }

    fn of_mut(&mut self, day: Weekday) -> &mut Vec<TimeRange> {
        match day {
            Weekday::Monday => &mut self.monday,
            Weekday::Tuesday => &mut self.tuesday,
            Weekday::Wednesday => &mut self.wednesday,
            Weekday::Thursday => &mut self.thursday,
            Weekday::Friday => &mut self.friday,
            Weekday::Saturday => &mut self.saturday,
            Weekday::Sunday => &mut self.sunday,
        }
    }
}

/// Minutes after the midnight before the range opens, from first open to first closed; the second may pass 1440.
fn span(range: TimeRange) -> (u16, u16) {
    let (open, close) = (range.open.minutes(), range.close.minutes());
    (open, if close <= open { close + DAY } else { close })
}

/// The open minutes of one date, merged and in order; the second of each pair is the first closed minute.
fn open_minutes(hours: &BusinessHours, holidays: &[Holiday], date: NaiveDate) -> Vec<(u16, u16)> {
    let holiday = holiday_on(holidays, date);
    let mut open: Vec<(u16, u16)> = ranges_on(hours, holiday, date)
        .into_iter()
        .map(span)
        .map(|(from, to)| (from, to.min(DAY)))
        .collect();
    if holiday.is_none() {
        let before = date.checked_sub_days(Days::new(1));
        let ranges = before.map(|before| ranges_on(hours, holiday_on(holidays, before), before));
        let over = ranges.unwrap_or_default().into_iter().map(span);
        open.extend(over.filter(|(_, to)| *to > DAY).map(|(_, to)| (0, to - DAY)));
    }
    open.retain(|(from, to)| from < to);
    open.sort_unstable();
    let mut merged: Vec<(u16, u16)> = Vec::new();
    for (from, to) in open {
        match merged.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => merged.push((from, to)),
        }
    }
    merged
}

fn holiday_on(holidays: &[Holiday], date: NaiveDate) -> Option<&Holiday> {
    holidays.iter().find(|holiday| holiday.date == date)
}

/// The ranges that open on a date; a holiday without both times of a short day is closed.
fn ranges_on(hours: &BusinessHours, holiday: Option<&Holiday>, date: NaiveDate) -> Vec<TimeRange> {
    match holiday {
        Some(holiday) => {
            let short = holiday.open.zip(holiday.close);
            short
                .map(|(open, close)| TimeRange { open, close })
                .into_iter()
                .collect()
        }
        None => hours.of(weekday(date)).to_vec(),
    }
}

fn weekday(date: NaiveDate) -> Weekday {
    let days = date.weekday().num_days_from_monday();
    Weekday::ALL[days as usize % Weekday::ALL.len()]
}
