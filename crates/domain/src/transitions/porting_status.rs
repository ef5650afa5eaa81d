//! The porting status of one number. Outside an order a person moves it; inside an open order the order does.
//!
//! [`EDGES`] is the list the database triggers are compared with.

use super::{Refusal, has_text, only_these};
use crate::enums::PortingStatus::{self, *};

const MACHINE: &str = "number";

/// Every legal step of a number's porting status.
pub const EDGES: &[(PortingStatus, PortingStatus)] = &[
    (NotStarted, LoaSubmitted),
    (LoaSubmitted, FocReceived),
    (LoaSubmitted, LoaRejected),
    (LoaSubmitted, NotStarted),
    (LoaSubmitted, Failed),
    (LoaRejected, LoaSubmitted),
    (LoaRejected, NotStarted),
    (LoaRejected, Failed),
    (FocReceived, PortScheduled),
    (FocReceived, LoaSubmitted),
    (FocReceived, LoaRejected),
    (FocReceived, NotStarted),
    (FocReceived, Failed),
    (PortScheduled, Ported),
    (PortScheduled, FocReceived),
    (PortScheduled, LoaSubmitted),
    (PortScheduled, LoaRejected),
    (PortScheduled, NotStarted),
    (PortScheduled, Failed),
    (Ported, Verified),
    (Ported, Failed),
    (Verified, Failed),
    (Failed, NotStarted),
];

/// What is known about the number when a person moves it.
#[derive(Debug, Clone, Copy, Default)]
pub struct StepContext<'a> {
    /// The number belongs to an open port order.
    pub in_open_order: bool,
    /// The reason the person gave; blanks are none.
    pub reason: Option<&'a str>,
}

/// Whether a number may go from one status to the other in one step.
pub fn is_edge(from: PortingStatus, to: PortingStatus) -> bool {
    EDGES.contains(&(from, to))
}

/// The statuses that may follow `from`.
pub fn next(from: PortingStatus) -> Vec<PortingStatus> {
    EDGES
        .iter()
        .filter(|edge| edge.0 == from)
        .map(|edge| edge.1)
        .collect()
}

/// Whether a person must say why: restarting a failed number forgets what went wrong.
pub fn needs_reason(from: PortingStatus, to: PortingStatus) -> bool {
    (from, to) == (Failed, NotStarted)
}

/// A person's step on a number.
///
/// # Errors
/// The number is in an open order, the step is not an edge, or its reason is missing.
pub fn step(
    from: PortingStatus,
    to: PortingStatus,
    context: StepContext<'_>,
) -> Result<PortingStatus, Refusal> {
    let allowed = next(from);
    let refuse = |why: String, allowed: &[PortingStatus]| Refusal::new(MACHINE, from, to, why, allowed);
    if context.in_open_order {
        let why = "it is in an open port order, and the order moves its numbers; move the order instead";
        return Err(refuse(why.to_owned(), &[]));
    }
    if !allowed.contains(&to) {
        return Err(refuse(only_these(from, &allowed), &allowed));
    }
    if needs_reason(from, to) && !has_text(context.reason) {
        return Err(refuse(
            "restarting a failed number needs a reason; give one".to_owned(),
            &allowed,
        ));
    }
    Ok(to)
}
