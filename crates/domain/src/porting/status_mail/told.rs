//! What is said of one order, as lines of a status sheet.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

use crate::coded::Coded;
use crate::enums::PortOrderStatus::{self, FocReceived, Ported, Rejected};
use crate::number::E164;
use crate::porting::status_sheet::StatusLine;

/// An assertion about the order as a whole.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    /// Where it stands.
    pub(super) line: u32,
    pub(super) status: PortOrderStatus,
    pub(super) day: Option<NaiveDate>,
    pub(super) time: Option<(NaiveTime, Option<Tz>)>,
    pub(super) words: String,
}

/// What is said of one order.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// In their order.
    pub(super) claims: Vec<Claim>,
    /// Those spoken of.
    pub(super) numbers: BTreeMap<E164, Spoken>,
}

/// What is said of a number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spoken {
    /// Where it stands.
    pub(super) line: u32,
    /// Of it alone.
    pub(super) status: Option<PortOrderStatus>,
    /// Whether it is named as an exception, so that what is said of the order is not said of it.
    pub(super) is_doubtful: bool,
}

/// The lines of an order; none where nothing is said of it.
pub(super) fn lines(pon: &str, told: Told) -> Vec<StatusLine> {
    if told.claims.is_empty() {
        return Vec::new();
    }
    let has_day = told.claims.iter().any(|claim| claim.day.is_some());
    let is_each = told.numbers.values().any(|spoken| spoken.status.is_some());
    let is_all = !is_each && told.claims.iter().all(|claim| claim.status == Ported);
    let is_by_number = !told.numbers.is_empty() && (is_each || is_all);
    let mut found = Vec::new();
    for claim in &told.claims {
        let says_less = claim.status == FocReceived && claim.day.is_none() && has_day;
        let said_by_numbers = claim.status == Ported && is_by_number;
        if !says_less && !said_by_numbers {
            found.push(line_of(pon, claim));
        }
    }
    let moved = told.claims.iter().find(|claim| claim.status == Ported);
    for (number, spoken) in told.numbers {
        let of_all = moved
            .filter(|_| is_all && !spoken.is_doubtful)
            .map(|claim| claim.status);
        let status = spoken.status.or(of_all);
        found.push(StatusLine {
            row: spoken.line,
            pon: pon.to_owned(),
            e164: Some(number),
            notes: moved
                .filter(|_| status.is_some())
                .map(|claim| claim.words.clone()),
            status: status.map(|status| status.code().to_owned()),
            foc_date: None,
            foc_time: None,
            foc_zone: None,
            reject_reason: None,
        });
    }
    found
}

fn line_of(pon: &str, claim: &Claim) -> StatusLine {
    let (reason, notes) = if claim.status == Rejected {
        (Some(claim.words.clone()), None)
    } else {
        (None, Some(claim.words.clone()))
    };
    StatusLine {
        row: claim.line,
        pon: pon.to_owned(),
        e164: None,
        status: Some(claim.status.code().to_owned()),
        foc_date: claim.day,
        foc_time: claim.time.map(|(time, _)| time.format("%H:%M").to_string()),
        foc_zone: claim
            .time
            .and_then(|(_, zone)| zone)
            .map(|zone| zone.name().to_owned()),
        reject_reason: reason,
        notes,
    }
}
