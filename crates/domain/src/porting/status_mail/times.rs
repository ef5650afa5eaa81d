//! The hour of a commitment and its zone. What is not plain is left to a person, with the reason.

use chrono::{NaiveDate, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::{OffsetComponents, Tz};

use super::dates::bare;

/// What a sentence says about the hour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Hour {
    /// This one.
    At(NaiveTime, Option<Tz>),
    /// It cannot be told, because of this.
    Unclear(String),
}

/// Whether a zone's abbreviation says which half of the year it is meant for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Standard,
    Daylight,
    Either,
}

const ZONES: &[(&str, Tz, Half)] = &[
    ("et", Tz::America__New_York, Half::Either),
    ("eastern", Tz::America__New_York, Half::Either),
    ("est", Tz::America__New_York, Half::Standard),
    ("edt", Tz::America__New_York, Half::Daylight),
    ("ct", Tz::America__Chicago, Half::Either),
    ("central", Tz::America__Chicago, Half::Either),
    ("cst", Tz::America__Chicago, Half::Standard),
    ("cdt", Tz::America__Chicago, Half::Daylight),
    ("mt", Tz::America__Denver, Half::Either),
    ("mountain", Tz::America__Denver, Half::Either),
    ("mst", Tz::America__Denver, Half::Standard),
    ("mdt", Tz::America__Denver, Half::Daylight),
    ("pt", Tz::America__Los_Angeles, Half::Either),
    ("pacific", Tz::America__Los_Angeles, Half::Either),
    ("pst", Tz::America__Los_Angeles, Half::Standard),
    ("pdt", Tz::America__Los_Angeles, Half::Daylight),
    ("akst", Tz::America__Anchorage, Half::Standard),
    ("akdt", Tz::America__Anchorage, Half::Daylight),
    ("hst", Tz::Pacific__Honolulu, Half::Either),
    ("utc", Tz::UTC, Half::Either),
    ("gmt", Tz::UTC, Half::Either),
];

/// The hour that a sentence names, if it names one. `day` decides whether an abbreviation fits the time of year.
pub(super) fn hour(words: &[&str], day: Option<NaiveDate>) -> Option<Hour> {
    let mut found: Vec<(NaiveTime, usize)> = Vec::new();
    let mut vague = None;
    for place in 0..words.len() {
        match time(words, place) {
            Some(Ok((time, end))) => found.push((time, end)),
            Some(Err(written)) => vague = vague.or(Some(written)),
            None => {}
        }
    }
    let (time, end) = match found.as_slice() {
        [] => {
            return vague.map(|written| {
                Hour::Unclear(format!("'{written}' may be in the morning or in the afternoon"))
            });
        }
        [only] => *only,
        [first, rest @ ..] if rest.iter().all(|(time, _)| *time == first.0) => *first,
        _ => return Some(Hour::Unclear("it names more than one hour".to_owned())),
    };
    Some(match zone(words, end, day, time) {
        Ok(zone) => Hour::At(time, zone),
        Err(why) => Hour::Unclear(why),
    })
}

/// A time that begins at a word, and the word after it; an hour that lacks AM or PM is an error.
fn time(words: &[&str], at: usize) -> Option<Result<(NaiveTime, usize), String>> {
    let word = bare(words[at]).to_lowercase();
    let word = word
        .split_once('t')
        .filter(|(day, _)| day.len() == 10)
        .map_or(word.clone(), |(_, time)| time.to_owned());
    let figures = word.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
    let attached = half(&word[figures.len()..]);
    if figures.len() < word.len() && attached.is_none() {
        return None;
    }
    let next = words
        .get(at + 1)
        .and_then(|next| half(&bare(next).to_lowercase()));
    let half = attached.or(next);
    let end = at + 1 + usize::from(attached.is_none() && next.is_some());
    let (hours, minutes) = match figures.split_once(':') {
        Some((hours, minutes)) => (hours, minutes.split(':').next()?),
        None if half.is_some() => (figures, "00"),
        None => return None,
    };
    if hours.is_empty() || hours.len() > 2 || minutes.len() != 2 {
        return None;
    }
    let (written, minutes) = (hours.parse::<u32>().ok()?, minutes.parse::<u32>().ok()?);
    let hours = match half {
        Some(afternoon) if (1..=12).contains(&written) => written % 12 + if afternoon { 12 } else { 0 },
        Some(_) => return None,
        // Nobody ports at two in the morning, but nobody has said so either.
        None if (1..8).contains(&written) && hours.len() == 1 => return Some(Err(words[at].to_owned())),
        None => written,
    };
    NaiveTime::from_hms_opt(hours, minutes, 0).map(|time| Ok((time, end)))
}

/// False in the morning, true in the afternoon.
fn half(text: &str) -> Option<bool> {
    match text {
        "am" | "a.m" | "a.m." => Some(false),
        "pm" | "p.m" | "p.m." => Some(true),
        _ => None,
    }
}

/// The zone right behind the time.
fn zone(words: &[&str], end: usize, day: Option<NaiveDate>, time: NaiveTime) -> Result<Option<Tz>, String> {
    let Some(written) = words
        .get(end)
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
    else {
        return Ok(None);
    };
    if let Some((_, zone, half)) = ZONES.iter().find(|(name, ..)| *name == written.to_lowercase()) {
        return match (half, day.and_then(|day| is_daylight(*zone, day, time))) {
            (Half::Standard, Some(true)) | (Half::Daylight, Some(false)) => {
                Err(format!("{written} does not hold on that day"))
            }
            _ => Ok(Some(*zone)),
        };
    }
    if written.contains('/')
        && let Ok(zone) = written.parse::<Tz>()
    {
        return Ok(Some(zone));
    }
    let looks_like_one = (3..=4).contains(&written.len())
        && written.ends_with('T')
        && written.chars().all(|c| c.is_ascii_uppercase());
    if looks_like_one {
        return Err(format!("the time zone {written} is not known"));
    }
    Ok(None)
}

fn is_daylight(zone: Tz, day: NaiveDate, time: NaiveTime) -> Option<bool> {
    let at = zone.from_local_datetime(&day.and_time(time)).earliest()?;
    Some(at.offset().dst_offset() != TimeDelta::zero())
}
