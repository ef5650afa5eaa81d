//! Days on which a carrier moves no numbers, for calendars that show several carriers at once.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::carrier::PortRules;
use crate::coded::coded_enum;

/// The most days that are answered at once.
const MOST_DAYS: usize = 400;

coded_enum! {
    /// Why numbers do not move on a day.
    NoPortReason: "no_port_reason" {
        Weekend => "weekend" ("Weekend"),
        Holiday => "holiday" ("Holiday"),
        /// The carrier moves none on this weekday.
        Weekday => "weekday" ("Not on this weekday"),
        /// The day before a holiday.
        Eve => "eve" ("Day before a holiday"),
    }
}

/// A day on which numbers do not move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoPortDay {
    /// The day, in the carrier's zone.
    #[ts(type = "string")]
    pub date: NaiveDate,
    /// Why.
    pub reason: NoPortReason,
}

/// The days of a range, at most 400 of it, on which the carrier moves no numbers; oldest first.
pub fn no_port_days(rules: &PortRules, range: RangeInclusive<NaiveDate>) -> Vec<NoPortDay> {
    let days = range.start().iter_days().take_while(|day| day <= range.end());
    days.take(MOST_DAYS)
        .filter_map(|date| reason(rules, date).map(|reason| NoPortDay { date, reason }))
        .collect()
}

fn reason(rules: &PortRules, day: NaiveDate) -> Option<NoPortReason> {
    let weekday = day.weekday().num_days_from_monday();
    if weekday >= 5 {
        Some(NoPortReason::Weekend)
    } else if !rules.is_business_day(day) {
        Some(NoPortReason::Holiday)
    } else if rules.is_port_day(day) {
        None
    } else if rules
        .no_port_weekdays
        .iter()
        .any(|excluded| *excluded as u32 == weekday)
    {
        Some(NoPortReason::Weekday)
    } else {
        Some(NoPortReason::Eve)
    }
}
