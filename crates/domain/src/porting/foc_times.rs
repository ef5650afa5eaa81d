//! One moment in the carrier's and in the site's clock, so that nobody converts a commitment in their head.

use crate::timestamp::Timestamp;
use chrono::{NaiveDate, NaiveDateTime, Offset, TimeZone};
use chrono_tz::{OffsetName, Tz};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A moment as a clock in one zone shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ZonedTime {
    /// The IANA zone.
    pub zone: String,
    /// What people there call the time at that moment, such as `EST` or `EDT`.
    pub name: String,
    /// The local date.
    #[ts(type = "string")]
    pub date: NaiveDate,
    /// The local time, `HH:MM`.
    pub time: String,
    /// Minutes ahead of UTC.
    pub offset_minutes: i32,
}

/// The moment in a zone; none where the zone does not exist.
pub fn zoned(at: Timestamp, zone: &str) -> Option<ZonedTime> {
    let parsed: Tz = zone.parse().ok()?;
    let local = at.utc().with_timezone(&parsed);
    let offset_minutes = local.offset().fix().local_minus_utc() / 60;
    let abbreviation = local
        .offset()
        .abbreviation()
        .filter(|name| !name.starts_with(['+', '-']));
    let sign = if offset_minutes < 0 { '-' } else { '+' };
    let (hours, minutes) = (offset_minutes.abs() / 60, offset_minutes.abs() % 60);
    Some(ZonedTime {
        zone: zone.to_owned(),
        name: abbreviation.map_or_else(|| format!("UTC{sign}{hours:02}:{minutes:02}"), str::to_owned),
        date: local.date_naive(),
        time: local.format("%H:%M").to_string(),
        offset_minutes,
    })
}

/// The moment in the carrier's zone and, where the clocks or names differ, in the site's.
pub fn in_both_zones(at: Timestamp, carrier_zone: &str, site_zone: &str) -> Vec<ZonedTime> {
    let mut times: Vec<ZonedTime> = zoned(at, carrier_zone).into_iter().collect();
    if site_zone != carrier_zone {
        times.extend(zoned(at, site_zone));
    }
    times
}

/// The moment that a clock in a zone shows; the first of two where the clocks go back, none where they skip it.
pub fn moment(local: NaiveDateTime, zone: &str) -> Option<Timestamp> {
    let zone: Tz = zone.parse().ok()?;
    let at = zone.from_local_datetime(&local).earliest()?;
    Some(Timestamp::new(at.to_utc()))
}
