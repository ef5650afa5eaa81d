//! On which days numbers may move, and on which not and why: business days, cut-off, holidays, weekdays, in the
//! carrier's zone, with the same moment at the site.

use super::carrier::PortRules;
use crate::coded::coded_enum;
use crate::entities::Holiday;
use crate::timestamp::Timestamp;
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeZone, Timelike, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use ts_rs::TS;

/// The most days that are answered at once.
const MOST_DAYS: usize = 400;

coded_enum! {
    /// What there is to know about a day.
    DayVerdict: "day_verdict" {
        /// Numbers may move.
        Possible => "possible",
        /// They may, and a person should think twice.
        Unwise => "unwise",
        /// The day is over, or the request would come too late for it.
        TooEarly => "too_early",
        Weekend => "weekend",
        Holiday => "holiday",
        DayBeforeHoliday => "day_before_holiday",
        /// The carrier moves no numbers on this weekday.
        NoPortWeekday => "no_port_weekday",
    }
}

impl DayVerdict {
    /// Whether the carrier takes the day.
    pub fn is_possible(self) -> bool {
        matches!(self, Self::Possible | Self::Unwise)
    }
}

/// One day of the choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PortDay {
    /// The day, in the carrier's zone.
    #[ts(type = "string")]
    pub date: NaiveDate,
    /// Whether numbers may move.
    pub verdict: DayVerdict,
    /// Why not, or what to think of; nothing on an ordinary possible day.
    pub reason: Option<String>,
}

/// The days of a range, and what they follow from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PortDates {
    /// The first possible day; none where the calendar leaves none.
    #[ts(type = "string | null")]
    pub earliest: Option<NaiveDate>,
    /// The business day from which the lead time counts.
    #[ts(type = "string")]
    pub received_on: NaiveDate,
    /// Business days between a complete request and the port, for so many numbers.
    pub lead_time_business_days: u32,
    /// The next moment after which a request counts for a later day.
    pub cut_off: Option<Timestamp>,
    /// The carrier's IANA zone, in which the dates are meant.
    pub carrier_zone: String,
    /// The site's IANA zone.
    pub site_zone: String,
    /// The days, oldest first.
    pub days: Vec<PortDay>,
}

/// Where the numbers are.
#[derive(Debug, Clone, Copy)]
pub struct AtSite<'a> {
    /// The site's IANA zone.
    pub zone: &'a str,
    /// Days on which the site is closed or closes early.
    pub holidays: &'a [Holiday],
}

/// For each day of the range, at most 400, whether numbers may move when the complete request goes in at `now`.
pub fn port_dates(
    rules: &PortRules,
    site: AtSite<'_>,
    now: Timestamp,
    number_count: usize,
    range: RangeInclusive<NaiveDate>,
) -> PortDates {
    let zone: Tz = rules.cut_off_zone.parse().unwrap_or(Tz::UTC);
    let local = now.utc().with_timezone(&zone);
    let received_on = received_on(rules, &local);
    let lead = rules.lead_time(number_count);
    let first = received_on.and_then(|day| rules.port_day_after(day, lead));
    let closed: BTreeMap<NaiveDate, &str> = site
        .holidays
        .iter()
        .map(|holiday| (holiday.date, holiday.name.as_str()))
        .collect();
    let days = range
        .start()
        .iter_days()
        .take_while(|day| day <= range.end())
        .take(MOST_DAYS);
    let day = |date| {
        let (verdict, reason) = verdict(rules, first, lead, date, closed.get(&date).copied());
        PortDay {
            date,
            verdict,
            reason,
        }
    };
    PortDates {
        earliest: first,
        received_on: received_on.unwrap_or_else(|| local.date_naive()),
        lead_time_business_days: lead,
        cut_off: next_cut_off(rules, &local),
        carrier_zone: rules.cut_off_zone.clone(),
        site_zone: site.zone.to_owned(),
        days: days.map(day).collect(),
    }
}

/// The business day on which a request of this moment counts: today before the cut-off, else the next one.
fn received_on(rules: &PortRules, local: &DateTime<Tz>) -> Option<NaiveDate> {
    let today = local.date_naive();
    let from = if local.hour() < rules.cut_off_hour {
        today
    } else {
        today.succ_opt()?
    };
    from.iter_days().take(366).find(|day| rules.is_business_day(*day))
}

/// The cut-off of the day on which a request of this moment counts. An hour that the clocks skip ends with the gap.
fn next_cut_off(rules: &PortRules, local: &DateTime<Tz>) -> Option<Timestamp> {
    let day = received_on(rules, local)?;
    let hours = rules.cut_off_hour..24;
    let moments = hours.filter_map(|hour| {
        let naive = day.and_time(NaiveTime::from_hms_opt(hour, 0, 0)?);
        local.timezone().from_local_datetime(&naive).earliest()
    });
    moments.map(|moment| Timestamp::new(moment.to_utc())).next()
}

fn verdict(
    rules: &PortRules,
    first: Option<NaiveDate>,
    lead: u32,
    date: NaiveDate,
    closed: Option<&str>,
) -> (DayVerdict, Option<String>) {
    use DayVerdict as V;
    let weekday = date.format("%A");
    if date.weekday().num_days_from_monday() >= 5 {
        return (V::Weekend, Some(format!("{weekday}s are no business days.")));
    }
    if let Some(name) = rules.holiday(date) {
        return (V::Holiday, Some(format!("The carrier does not work: {name}.")));
    }
    if rules.excludes_weekday(date) {
        return (
            V::NoPortWeekday,
            Some(format!("The carrier moves no numbers on {weekday}s.")),
        );
    }
    let eve = date
        .checked_add_days(Days::new(1))
        .and_then(|next| rules.holiday(next));
    if let Some(name) = eve {
        return (V::DayBeforeHoliday, Some(format!("The day before {name}.")));
    }
    if first.is_none_or(|first| date < first) {
        let text = format!("Too early: the carrier needs {lead} business days.");
        return (V::TooEarly, Some(text));
    }
    if let Some(name) = closed {
        return (
            V::Unwise,
            Some(format!("The site is closed or closes early: {name}.")),
        );
    }
    if date.weekday() == Weekday::Fri {
        return (
            V::Unwise,
            Some("A Friday leaves a weekend between a fault and its repair.".to_owned()),
        );
    }
    (V::Possible, None)
}
