//! The edges of a port order as one table: from where, to where, what it does to the order's numbers, and what
//! each step asks for.

use super::{Refusal, only_these};
use crate::enums::PortOrderStatus::{self, *};
use crate::enums::PortingStatus;

use NumbersEffect::*;

/// How a refusal names the machine.
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

/// Every legal step, in the order of the table.
pub fn edges() -> Vec<Edge> {
    let pairs = |line: &Line| {
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
            let follow = edges().into_iter().filter(|edge| edge.from == from);
            let allowed: Vec<_> = follow.map(|edge| edge.to).collect();
            Refusal::new(MACHINE, from, to, only_these(from, &allowed), &allowed)
        })
}

/// One line of the table: every status of the first list may go to every status of the second.
struct Line(
    &'static [PortOrderStatus],
    &'static [PortOrderStatus],
    NumbersEffect,
);

const LINES: &[Line] = &[
    Line(&[Draft], &[Ready], Stay),
    Line(&[Ready, LoaRequested, LoaSigned], &[Draft], Stay),
    Line(&[Ready], &[LoaRequested], Stay),
    Line(&[LoaRequested], &[LoaSigned], Stay),
    Line(
        &[Ready, LoaSigned],
        &[Submitted],
        All(PortingStatus::LoaSubmitted),
    ),
    Line(&[Submitted], &[FocReceived], All(PortingStatus::FocReceived)),
    Line(
        &[Submitted, FocReceived, Scheduled, Jeopardy],
        &[Rejected],
        All(PortingStatus::LoaRejected),
    ),
    Line(&[Rejected], &[Draft], Stay),
    Line(&[FocReceived], &[Scheduled], All(PortingStatus::PortScheduled)),
    Line(&[Scheduled], &[FocReceived], All(PortingStatus::FocReceived)),
    Line(
        &[FocReceived, Scheduled, Jeopardy],
        &[Submitted],
        All(PortingStatus::LoaSubmitted),
    ),
    Line(&[FocReceived, Scheduled], &[Jeopardy], Stay),
    Line(
        &[Jeopardy, CancelRequested],
        &[FocReceived],
        All(PortingStatus::FocReceived),
    ),
    Line(
        &[Jeopardy, CancelRequested],
        &[Scheduled],
        All(PortingStatus::PortScheduled),
    ),
    Line(
        &[Scheduled, Jeopardy, PartiallyPorted, CancelRequested],
        &[PartiallyPorted],
        PerOutcome,
    ),
    Line(
        &[Scheduled, Jeopardy, PartiallyPorted, CancelRequested],
        &[Ported],
        All(PortingStatus::Ported),
    ),
    Line(
        &[Draft, Ready, LoaRequested, LoaSigned, Rejected],
        &[Cancelled],
        All(PortingStatus::NotStarted),
    ),
    Line(
        &[Submitted, CancelRequested],
        &[Cancelled],
        All(PortingStatus::NotStarted),
    ),
    Line(&[FocReceived, Scheduled, Jeopardy], &[CancelRequested], Stay),
    Line(
        &[Submitted, Rejected, FocReceived, Scheduled, Jeopardy],
        &[Failed],
        All(PortingStatus::Failed),
    ),
    Line(&[Ported, PartiallyPorted, Verified], &[SnappedBack], MovedBack),
    Line(&[Ported], &[Verified], All(PortingStatus::Verified)),
    Line(&[Verified], &[Closed], Stay),
    Line(&[PartiallyPorted], &[Closed], Settle),
];

fn describe(from: PortOrderStatus, to: PortOrderStatus, numbers: NumbersEffect) -> Edge {
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
        raises_version: supplement || to == CancelRequested || (from, to) == (Rejected, Draft),
    }
}
