//! Business hours as instants, in a zone whose clocks may be set forward and back.

use super::open_minutes;
use crate::entities::{BusinessHours, Holiday};
use crate::timestamp::Timestamp;
use chrono::offset::LocalResult;
use chrono::{DateTime, Days, Duration, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use serde::Serialize;
use ts_rs::TS;

/// A time during which a site is open without a break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenInterval {
    /// The first open instant.
    pub from: Timestamp,
    /// The first instant that is closed again.
    pub until: Timestamp,
}

/// How far a clock may be set forward at once: a calendar day, as when Samoa crossed the date line in 2011.
const LONGEST_GAP_MINUTES: i64 = 25 * 60;

/// When the site is open between two instants, in order, cut at both ends; neighbors are merged.
///
/// Every time on the wall stands for one instant: a time that is skipped when clocks go forward stands for the
/// first instant after the gap, a time that occurs twice when they go back for its first occurrence. So a range
/// over the gap is an hour shorter and one over the overlap an hour longer, as the people on shift know it, a
/// range within a gap is none, and no range is ever opened twice.
pub fn open_intervals(
    hours: &BusinessHours,
    holidays: &[Holiday],
    zone: Tz,
    from: Timestamp,
    until: Timestamp,
) -> Vec<OpenInterval> {
    let (from, until) = (from.utc(), until.utc());
    let mut found: Vec<(DateTime<Utc>, DateTime<Utc>)> = Vec::new();
    // Where clocks go back over midnight, an instant may show the date before.
    let last = until.with_timezone(&zone).date_naive() + Days::new(1);
    let mut date = Some(from.with_timezone(&zone).date_naive());
    while let Some(today) = date.filter(|date| *date <= last && from < until) {
        for (open, close) in open_minutes(hours, holidays, today) {
            let Some((open, close)) = instant(zone, today, open).zip(instant(zone, today, close)) else {
                continue;
            };
            let (open, close) = (open.max(from), close.min(until));
            match found.last_mut() {
                _ if open >= close => {}
                Some(before) if open <= before.1 => before.1 = before.1.max(close),
                _ => found.push((open, close)),
            }
        }
        date = today.checked_add_days(Days::new(1));
    }
    let interval = |(from, until)| OpenInterval {
        from: Timestamp::new(from),
        until: Timestamp::new(until),
    };
    found.into_iter().map(interval).collect()
}

/// The instant for which a minute of a date stands; none only at the ends of the calendar.
fn instant(zone: Tz, date: NaiveDate, minute: u16) -> Option<DateTime<Utc>> {
    let local = date
        .and_hms_opt(0, 0, 0)?
        .checked_add_signed(Duration::minutes(i64::from(minute)))?;
    (0..=LONGEST_GAP_MINUTES).find_map(|later| first_occurrence(zone, local, later))
}

fn first_occurrence(zone: Tz, local: NaiveDateTime, later: i64) -> Option<DateTime<Utc>> {
    match zone.from_local_datetime(&local.checked_add_signed(Duration::minutes(later))?) {
        LocalResult::Single(only) => Some(only.with_timezone(&Utc)),
        LocalResult::Ambiguous(first, _) => Some(first.with_timezone(&Utc)),
        LocalResult::None => None,
    }
}
