//! Opening hours of a week and the days that differ from it.
//!
//! A day may be given as `null`, as one range or as a list of ranges; it is always written as a list.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

/// A time of day in minutes after midnight, spelt `HH:MM`; `24:00` ends a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, TS)]
#[ts(type = "string")]
pub struct ClockTime(u16);

/// A text that is no time of day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a time of day; write it as 08:30, or 24:00 for the end of the day")]
pub struct NotAClockTime(pub String);

impl ClockTime {
    /// Minutes after midnight, 0 to 1440.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl std::str::FromStr for ClockTime {
    type Err = NotAClockTime;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refuse = || NotAClockTime(text.to_owned());
        let two_digits = |part: &str| -> Option<u16> {
            let plain = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| part.parse().ok()).flatten()
        };
        let (hours, minutes) = text.split_once(':').ok_or_else(refuse)?;
        match (two_digits(hours), two_digits(minutes)) {
            (Some(h), Some(m)) if (h < 24 && m < 60) || (h == 24 && m == 0) => Ok(Self(h * 60 + m)),
            _ => Err(refuse()),
        }
    }
}

impl std::fmt::Display for ClockTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl Serialize for ClockTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ClockTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

/// From `open` to `close`; a `close` at or before `open` lies on the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TimeRange {
    /// The first minute that is open.
    pub open: ClockTime,
    /// The first minute that is closed again.
    pub close: ClockTime,
}

/// Opening hours per day in the site's zone; a day without ranges is closed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the days of the week")]
pub struct BusinessHours {
    #[serde(default, deserialize_with = "day")]
    pub monday: Vec<TimeRange>,
    #[serde(default, deserialize_with = "day")]
    pub tuesday: Vec<TimeRange>,
    #[serde(default, deserialize_with = "day")]
    pub wednesday: Vec<TimeRange>,
    #[serde(default, deserialize_with = "day")]
    pub thursday: Vec<TimeRange>,
    #[serde(default, deserialize_with = "day")]
    pub friday: Vec<TimeRange>,
    #[serde(default, deserialize_with = "day")]
    pub saturday: Vec<TimeRange>,
    #[serde(default, deserialize_with = "day")]
    pub sunday: Vec<TimeRange>,
}

/// The three ways in which a day may be written.
#[derive(Deserialize)]
#[serde(untagged)]
enum Day {
    One(TimeRange),
    Many(Vec<TimeRange>),
}

fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<TimeRange>, D::Error> {
    Ok(match Option::<Day>::deserialize(deserializer)? {
        None => Vec::new(),
        Some(Day::One(range)) => vec![range],
        Some(Day::Many(ranges)) => ranges,
    })
}

/// A day that differs from the week: closed, or open for a shorter time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// Name of the holiday.
    pub name: String,
    /// The day, in the site's zone.
    #[ts(type = "string")]
    pub date: NaiveDate,
    /// Start of a short day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub open: Option<ClockTime>,
    /// End of a short day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub close: Option<ClockTime>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clock_times_are_strict() {
        for (text, minutes) in [("00:00", 0), ("08:30", 510), ("23:59", 1439), ("24:00", 1440)] {
            let time: ClockTime = text.parse().unwrap();
            assert_eq!((time.minutes(), time.to_string().as_str()), (minutes, text));
        }
        for text in [
            "8:30",
            "24:01",
            "25:00",
            "12:60",
            "12",
            "",
            "12:3",
            "+1:00",
            "12:00:00",
            "ab:cd",
            "１２:00",
        ] {
            assert_eq!(
                text.parse::<ClockTime>(),
                Err(NotAClockTime(text.to_owned())),
                "{text}"
            );
        }
    }

    #[test]
    fn a_day_is_read_in_three_forms_and_written_as_a_list() {
        let text = r#"{"monday":{"open":"08:00","close":"17:00"},"friday":[{"open":"22:00","close":"06:00"}],"saturday":null}"#;
        let hours: BusinessHours = serde_json::from_str(text).unwrap();
        assert_eq!(hours.monday.len(), 1);
        assert_eq!(hours.friday[0].close.minutes(), 360);
        assert!(hours.saturday.is_empty() && hours.sunday.is_empty());
        let written = serde_json::to_string(&hours).unwrap();
        assert!(
            written.starts_with(r#"{"monday":[{"open":"08:00","close":"17:00"}],"tuesday":[],"#),
            "{written}"
        );
        assert_eq!(serde_json::from_str::<BusinessHours>(&written).unwrap(), hours);
    }

    #[test]
    fn unknown_days_and_times_are_refused() {
        for text in [
            r#"{"mondays":null}"#,
            r#"{"monday":{"open":"8am","close":"17:00"}}"#,
            r#"{"monday":{"open":"08:00"}}"#,
            r#"{"monday":"closed"}"#,
        ] {
            assert!(serde_json::from_str::<BusinessHours>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_holiday_is_closed_or_short() {
        let closed = r#"{"name":"Christmas","date":"2026-12-25"}"#;
        let holiday: Holiday = serde_json::from_str(closed).unwrap();
        assert_eq!(serde_json::to_string(&holiday).unwrap(), closed);
        let short = r#"{"name":"Christmas Eve","date":"2026-12-24","open":"08:00","close":"12:00"}"#;
        let holiday: Holiday = serde_json::from_str(short).unwrap();
        assert_eq!(holiday.close.unwrap().minutes(), 720);
        assert_eq!(serde_json::to_string(&holiday).unwrap(), short);
    }
}
