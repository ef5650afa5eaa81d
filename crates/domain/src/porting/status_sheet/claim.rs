//! What a line claims of its order or number, and whether the lines of an order agree.

use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

use super::{StatusLine, StatusOrder};
use crate::coded::{Coded, Labelled};
use crate::enums::PortOrderStatus;

/// What the lines of one order claim.
pub(super) struct Claims<'a> {
    /// Of the order as a whole.
    pub(super) whole: Option<PortOrderStatus>,
    /// Number by number, for the numbers that are in the order.
    pub(super) by_number: BTreeMap<&'a str, PortOrderStatus>,
    /// The committed date; the lines that give one give the same.
    pub(super) foc_date: Option<NaiveDate>,
    /// Its hour and the hour's zone; the lines that give an hour give the same.
    pub(super) foc_hour: Option<(String, Option<String>)>,
    /// The carrier's words about it, each once.
    pub(super) words: Option<String>,
}

/// Reads the lines of an order.
///
/// # Errors
/// A status has no known meaning, or lines contradict each other.
pub(super) fn claims<'a>(order: &'a StatusOrder, group: &[&StatusLine]) -> Result<Claims<'a>, String> {
    let mut whole: Option<(PortOrderStatus, u32)> = None;
    let mut by_number: BTreeMap<&str, (PortOrderStatus, u32)> = BTreeMap::new();
    let mut foc_date: Option<(NaiveDate, u32)> = None;
    for line in group {
        let own = match &line.e164 {
            None => None,
            Some(e164) => match order.numbers.iter().find(|number| number.e164 == e164.as_str()) {
                Some(number) => Some(number.e164.as_str()),
                // What is said of a number of another order says nothing of this one.
                None => continue,
            },
        };
        let Some(status) = status_of(line)? else { continue };
        let before = match own {
            Some(e164) => *by_number.entry(e164).or_insert((status, line.row)),
            None => *whole.get_or_insert((status, line.row)),
        };
        if before.0 != status {
            let of = own.unwrap_or("the order");
            return Err(format!(
                "Rows {} and {} contradict each other about {of}: {} and {}.",
                before.1,
                line.row,
                before.0.label(),
                status.label()
            ));
        }
        if let Some(date) = line.foc_date {
            let before = *foc_date.get_or_insert((date, line.row));
            if before.0 != date {
                return Err(format!(
                    "Rows {} and {} give different FOC dates: {} and {date}.",
                    before.1, line.row, before.0
                ));
            }
        }
    }
    Ok(Claims {
        foc_hour: hour_of(group)?,
        whole: whole.map(|(status, _)| status),
        by_number: by_number
            .into_iter()
            .map(|(e164, (status, _))| (e164, status))
            .collect(),
        foc_date: foc_date.map(|(date, _)| date),
        words: words(group),
    })
}

/// The hour that stands beside the committed date.
fn hour_of(group: &[&StatusLine]) -> Result<Option<(String, Option<String>)>, String> {
    let mut found: Option<(&StatusLine, (String, Option<String>))> = None;
    for line in group.iter().filter(|line| line.foc_date.is_some()) {
        let Some(time) = &line.foc_time else { continue };
        let hour = (time.clone(), line.foc_zone.clone());
        match &found {
            Some((before, known)) if *known != hour => {
                return Err(format!(
                    "Rows {} and {} give different FOC hours: {} and {time}.",
                    before.row, line.row, known.0
                ));
            }
            _ => found = Some((*line, hour)),
        }
    }
    Ok(found.map(|(_, hour)| hour))
}

/// The status a line claims; a sheet without one still says something by a committed date or a reason.
fn status_of(line: &StatusLine) -> Result<Option<PortOrderStatus>, String> {
    let Some(written) = &line.status else {
        return match (&line.foc_date, &line.reject_reason) {
            (Some(_), Some(_)) => Err(format!(
                "Row {} gives both an FOC date and a reject reason, and no status.",
                line.row
            )),
            (Some(_), None) => Ok(Some(PortOrderStatus::FocReceived)),
            (None, Some(_)) => Ok(Some(PortOrderStatus::Rejected)),
            (None, None) => Ok(None),
        };
    };
    PortOrderStatus::from_code(written)
        .map(|status| Some(as_carrier(status)))
        .ok_or_else(|| {
            format!(
                "Row {}: '{written}' is not a status that PortFlow knows; say what it means.",
                line.row
            )
        })
}

/// A carrier that is done has moved the numbers; whether calls arrive is for people to verify.
fn as_carrier(status: PortOrderStatus) -> PortOrderStatus {
    if matches!(status, PortOrderStatus::Verified | PortOrderStatus::Closed) {
        PortOrderStatus::Ported
    } else {
        status
    }
}

fn words(group: &[&StatusLine]) -> Option<String> {
    let mut seen = BTreeSet::new();
    let said = group
        .iter()
        .flat_map(|line| [&line.reject_reason, &line.notes])
        .flatten()
        .filter(|text| seen.insert(text.as_str()));
    let texts: Vec<&str> = said.map(String::as_str).collect();
    (!texts.is_empty()).then(|| texts.join("; "))
}

/// What the lines say in short: each status once, with how many lines say so.
pub(super) fn summary(group: &[&StatusLine]) -> Vec<String> {
    let mut said: Vec<(String, usize)> = Vec::new();
    for line in group {
        let status = line.status.as_deref().unwrap_or("no status");
        let label = PortOrderStatus::from_code(status).map_or(status, |known| known.label());
        let text = match line.foc_date {
            Some(date) => format!("{label}, FOC {date}"),
            None => label.to_owned(),
        };
        match said.iter_mut().find(|(known, _)| *known == text) {
            Some((_, count)) => *count += 1,
            None => said.push((text, 1)),
        }
    }
    let told = said.into_iter().map(|(text, count)| match count {
        1 => text,
        count => format!("{text} ({count} rows)"),
    });
    told.collect()
}
