//! Which statuses of numbers agree with which status of their order.

use crate::coded::Labelled;
use crate::enums::{PortOrderStatus, PortingStatus};

/// The order's status and its numbers contradict each other.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "an order that is {} cannot hold a number that is {}; it may hold {}",
    .status.label(), .number.label(), labels(.expected)
)]
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

fn labels(statuses: &[PortingStatus]) -> String {
    let labels: Vec<&str> = statuses.iter().map(|status| status.label()).collect();
    labels.join(", ")
}
