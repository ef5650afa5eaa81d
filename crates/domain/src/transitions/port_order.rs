//! The life of a port order: its edges, what each asks for, and which number statuses agree with which order
//! status. What a step does to each number is in `port_order_numbers`.

use super::port_order_edges::LINES;
use super::{Refusal, only_these};
use crate::coded::Coded;
use crate::enums::{PortOrderStatus, PortingStatus};
use serde::Serialize;
use ts_rs::TS;

pub use super::port_order_numbers::{
    NumberChoice, NumberMove, StepRefused, apply, number_path, verify_numbers,
};

pub(super) const MACHINE: &str = "port order";

/// What a step of the order does to its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumbersEffect {
    /// They keep their status.
    Stay,
    /// All of them go to this status.
    All(PortingStatus),
    /// Each is chosen: ported, failed, or waiting with a schedule.
    PerOutcome,
    /// Those the losing carrier took back fail, and so do those that never ported.
    MovedBack,
    /// Each number that did not port is chosen: released, kept or failed.
    Settle,
}

/// One legal step of a port order and what it asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    /// The status the order leaves.
    pub from: PortOrderStatus,
    /// The status it enters.
    pub to: PortOrderStatus,
    /// What happens to its numbers.
    pub numbers: NumbersEffect,
    /// A reason must be given; for a rejection or a jeopardy it holds the carrier's words.
    pub needs_reason: bool,
    /// A carrier's message, a portal export, LRN evidence or a named person must be given.
    pub needs_evidence: bool,
    /// The order must hold a firm order commitment afterwards, given with the step or kept.
    pub needs_foc: bool,
    /// A reject code must be given.
    pub needs_reject_code: bool,
    /// The step starts the next version of the order.
    pub raises_version: bool,
}

/// A status that may follow, as a screen offers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "PortOrderNext")]
pub struct Next {
    /// The status that may follow.
    pub status: PortOrderStatus,
    /// A reason must be given.
    pub needs_reason: bool,
    /// Evidence must be given.
    pub needs_evidence: bool,
    /// A firm order commitment must be given or kept.
    pub needs_foc: bool,
    /// A reject code must be given.
    pub needs_reject_code: bool,
}

/// The order's status and its numbers contradict each other.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an order that is {status} cannot hold a number that is {number}; it may hold {}", codes(.expected))]
pub struct Disagreement {
    /// The order's status.
    pub status: PortOrderStatus,
    /// The first status among its numbers that does not fit.
    pub number: PortingStatus,
    /// The position of that number.
    pub index: usize,
    /// The statuses that would fit.
    pub expected: Vec<PortingStatus>,
}

/// Every legal step, in the order of the table.
pub fn edges() -> Vec<Edge> {
    let pairs = |line: &super::port_order_edges::Line| {
        let effect = line.2;
        let (from, to) = (line.0, line.1);
        from.iter()
            .flat_map(move |from| to.iter().map(move |to| describe(*from, *to, effect)))
            .collect::<Vec<_>>()
    };
    LINES.iter().flat_map(pairs).collect()
}

/// The legal step between two statuses.
///
/// # Errors
/// The pair is not an edge; the refusal lists the statuses that may follow.
pub fn edge(from: PortOrderStatus, to: PortOrderStatus) -> Result<Edge, Refusal> {
    edges()
        .into_iter()
        .find(|edge| edge.from == from && edge.to == to)
        .ok_or_else(|| {
            let allowed: Vec<_> = next(from).iter().map(|next| next.status).collect();
            Refusal::new(MACHINE, from, to, only_these(from, &allowed), &allowed)
        })
}

/// The statuses that may follow `from`, and what each asks for.
pub fn next(from: PortOrderStatus) -> Vec<Next> {
    let offered = |edge: Edge| Next {
        status: edge.to,
        needs_reason: edge.needs_reason,
        needs_evidence: edge.needs_evidence,
        needs_foc: edge.needs_foc,
        needs_reject_code: edge.needs_reject_code,
    };
    edges()
        .into_iter()
        .filter(|edge| edge.from == from)
        .map(offered)
        .collect()
}

/// Whether the order still binds its numbers: nothing follows a final status.
pub fn is_open(status: PortOrderStatus) -> bool {
    !edges().iter().all(|edge| edge.from != status)
}

/// Whether the order has not yet gone to the carrier in its present version.
pub fn is_before_submission(status: PortOrderStatus) -> bool {
    use PortOrderStatus::*;
    matches!(status, Draft | Ready | LoaRequested | LoaSigned)
}

/// The confirmed status to remember while an order is in jeopardy or asked to be cancelled, after the step
/// from `from` to `to`; `before` is what was remembered until now.
pub fn remembered(
    from: PortOrderStatus,
    to: PortOrderStatus,
    before: Option<PortOrderStatus>,
) -> Option<PortOrderStatus> {
    use PortOrderStatus::*;
    match (from, to) {
        (Jeopardy, CancelRequested) => before,
        (_, Jeopardy | CancelRequested) => Some(from),
        _ => None,
    }
}

/// Checks that the numbers fit the order's status; `before` is the confirmed status an order in jeopardy or
/// asked to be cancelled came from (see [`remembered`]); without it either confirmed status fits.
///
/// # Errors
/// The first number that does not fit.
pub fn agrees(
    status: PortOrderStatus,
    before: Option<PortOrderStatus>,
    numbers: &[PortingStatus],
) -> Result<(), Disagreement> {
    let expected = fitting(status, before, numbers.first().copied());
    match numbers.iter().position(|number| !expected.contains(number)) {
        None => Ok(()),
        Some(index) => Err(Disagreement {
            status,
            number: numbers[index],
            index,
            expected,
        }),
    }
}

/// Checks that an order may be taken over in the middle of its life with these numbers.
///
/// # Errors
/// The reason is missing, or the numbers do not stand where such an order has them.
pub fn adopt(
    status: PortOrderStatus,
    numbers: &[PortingStatus],
    reason: Option<&str>,
) -> Result<(), StepRefused> {
    let refuse = |why: &str| {
        let refusal = Refusal::new(MACHINE, PortOrderStatus::Draft, status, why, &[]);
        Err(StepRefused::Refused(refusal))
    };
    if !super::has_text(reason) {
        return refuse("taking over a running order needs a reason; give one");
    }
    if !is_open(status) {
        return refuse("an order that has ended cannot be taken over; choose where it stands now");
    }
    agrees(status, None, numbers).map_err(StepRefused::Disagreement)
}

fn describe(from: PortOrderStatus, to: PortOrderStatus, numbers: NumbersEffect) -> Edge {
    use PortOrderStatus::*;
    let supplement = to == Submitted && matches!(from, FocReceived | Scheduled | Jeopardy);
    let settles = (from, to) == (PartiallyPorted, Closed);
    Edge {
        from,
        to,
        numbers,
        needs_reason: supplement
            || settles
            || matches!(to, Rejected | Jeopardy | Cancelled | Failed | SnappedBack),
        needs_evidence: matches!(to, PartiallyPorted | Ported),
        needs_foc: to == FocReceived,
        needs_reject_code: to == Rejected,
        raises_version: supplement || (from, to) == (Rejected, Draft),
    }
}

/// The number statuses that fit an order's status. Where only one of two confirmed statuses can fit and
/// nothing says which, the first number decides, so that a mixture never fits.
fn fitting(
    status: PortOrderStatus,
    before: Option<PortOrderStatus>,
    first: Option<PortingStatus>,
) -> Vec<PortingStatus> {
    use PortOrderStatus as O;
    use PortingStatus as N;
    match status {
        O::Draft | O::Ready | O::LoaRequested | O::LoaSigned => vec![N::NotStarted, N::LoaRejected],
        O::Submitted => vec![N::LoaSubmitted],
        O::Rejected => vec![N::LoaRejected],
        O::FocReceived => vec![N::FocReceived],
        O::Scheduled => vec![N::PortScheduled],
        O::Jeopardy | O::CancelRequested => match (before, first) {
            (Some(O::FocReceived), _) => vec![N::FocReceived],
            (Some(O::Scheduled), _) => vec![N::PortScheduled],
            (_, Some(first @ (N::FocReceived | N::PortScheduled))) => vec![first],
            _ => vec![N::FocReceived, N::PortScheduled],
        },
        O::PartiallyPorted => vec![N::Ported, N::Verified, N::PortScheduled, N::Failed],
        O::Ported => vec![N::Ported, N::Verified],
        O::Verified => vec![N::Verified],
        O::Closed => vec![N::Verified, N::Failed, N::NotStarted],
        O::Cancelled => vec![N::NotStarted],
        O::Failed | O::SnappedBack => vec![N::Failed, N::Ported, N::Verified],
    }
}

fn codes(statuses: &[PortingStatus]) -> String {
    statuses
        .iter()
        .map(|status| status.code())
        .collect::<Vec<_>>()
        .join(", ")
}
