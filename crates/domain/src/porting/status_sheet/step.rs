//! The one step of an order that a carrier's lines are evidence of.

use super::claim::{Claims, claims};
use super::sentence::sentence;
use super::{ProposedStep, StatusLine, StatusOrder, outcomes, reject_code};
use crate::coded::Labelled;
use crate::enums::PortOrderStatus::{self, *};
use crate::enums::PortingStatus;
use crate::transitions::port_order;

/// The step, or none where the lines say nothing new.
///
/// # Errors
/// Why the order cannot follow: the lines contradict each other, something is missing, or the machine refuses.
pub(super) fn decide(order: &StatusOrder, group: &[&StatusLine]) -> Result<Option<ProposedStep>, String> {
    let claims = claims(order, group)?;
    if outcomes::is_number_by_number(&claims) {
        return outcomes::decide(order, &claims);
    }
    let Some(claim) = one_claim(&claims)? else {
        return Ok(None);
    };
    let Some(to) = target(order, claim, &claims) else {
        return Ok(None);
    };
    let to = to?;
    allowed(order, to)?;
    if to == FocReceived && claims.foc_date.is_none() {
        return Err("There is no FOC date; nothing is guessed.".to_owned());
    }
    let words = claims.words.clone();
    let is_rejected = to == Rejected;
    let needs_words = matches!(to, Jeopardy | Cancelled | Failed);
    let foc_date = claims.foc_date.filter(|_| matches!(to, FocReceived | Scheduled));
    let hour = claims.foc_hour.filter(|_| foc_date.is_some());
    Ok(Some(ProposedStep {
        to,
        foc_time: hour.as_ref().map(|(time, _)| time.clone()),
        foc_zone: hour.and_then(|(_, zone)| zone),
        reject_code: words.as_deref().filter(|_| is_rejected).and_then(reject_code),
        foc_date,
        words: words.or_else(|| needs_words.then(|| claim.label().to_owned())),
        outcomes: Vec::new(),
    }))
}

/// What all lines claim together.
fn one_claim(claims: &Claims<'_>) -> Result<Option<PortOrderStatus>, String> {
    let mut all = claims.whole.into_iter().chain(claims.by_number.values().copied());
    let Some(first) = all.next() else {
        return Ok(None);
    };
    match all.find(|other| *other != first) {
        None => Ok(Some(first)),
        Some(other) => Err(format!(
            "Some lines say {}, others {}: the order cannot be both. Settle it on the order's page.",
            first.label(),
            other.label()
        )),
    }
}

/// Where a claim takes the order: nowhere when it is there or further, else towards the claim by one step.
fn target(
    order: &StatusOrder,
    claim: PortOrderStatus,
    claims: &Claims<'_>,
) -> Option<Result<PortOrderStatus, String>> {
    let status = order.status;
    let prepared = port_order::is_before_submission(status);
    let arrived = matches!(status, PartiallyPorted | Ported | Verified | Closed);
    let is_old_news = match claim {
        Draft | Ready | LoaRequested | LoaSigned => true,
        Submitted => !prepared,
        // A rejected order that is being mended stays rejected in the carrier's list.
        Rejected => status == Rejected || (prepared && order.version > 1),
        // While a cancellation is pending, the list still shows what is to be cancelled.
        FocReceived | Scheduled | Jeopardy => {
            arrived || status == CancelRequested || status == claim && claim == Jeopardy
        }
        CancelRequested => matches!(status, CancelRequested | Cancelled),
        Cancelled | Failed | SnappedBack | PartiallyPorted | Ported | Verified | Closed => status == claim,
    };
    if is_old_news {
        return None;
    }
    if matches!(claim, FocReceived | Scheduled) {
        return committed(order, claim, claims);
    }
    Some(Ok(claim))
}

/// A commitment: new, the same as before, or moved to another date.
fn committed(
    order: &StatusOrder,
    claim: PortOrderStatus,
    claims: &Claims<'_>,
) -> Option<Result<PortOrderStatus, String>> {
    let moved = claims.foc_date.filter(|date| order.foc_date != Some(*date));
    match (order.status, moved) {
        (Submitted, _) => Some(Ok(FocReceived)),
        (Scheduled, Some(_)) => Some(Ok(FocReceived)),
        (Scheduled, None) => None,
        (FocReceived, Some(date)) => Some(Err(format!(
            "The carrier's date is {date} now, and a commitment that is not scheduled yet changes by way of jeopardy: \
             record the carrier's notice, then the new date."
        ))),
        (FocReceived, None) => (claim == Scheduled).then_some(Ok(Scheduled)),
        _ => Some(Ok(claim)),
    }
}

/// Asks the machine, for a step that every number takes alike.
fn allowed(order: &StatusOrder, to: PortOrderStatus) -> Result<(), String> {
    let edge = port_order::edge(order.status, to).map_err(|refusal| sentence(&refusal))?;
    let statuses: Vec<PortingStatus> = order.numbers.iter().map(|number| number.status).collect();
    port_order::apply(&edge, &statuses, &[])
        .map(|_| ())
        .map_err(|refusal| sentence(&refusal))
}
