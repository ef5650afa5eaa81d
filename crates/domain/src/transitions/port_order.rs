//! The life of a port order as its callers see it: what may follow, whether it is open, and how a running one is
//! taken over. Its edges are in `port_order_edges`, which numbers fit it in `port_order_agreement`, what a step
//! does to each of them in `port_order_numbers`.

use super::Refusal;
use super::port_order_edges::MACHINE;
use crate::enums::{PortOrderStatus, PortingStatus};
use serde::Serialize;
use ts_rs::TS;

pub use super::port_order_agreement::{Disagreement, agrees, remembered};
pub use super::port_order_edges::{Edge, NumbersEffect, edge, edges};
pub use super::port_order_numbers::{
    NumberChoice, NumberMove, NumberRefused, StepRefused, apply, number_path, verify_numbers,
};

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

/// Checks that an order may be taken over in the middle of its life with these numbers.
///
/// # Errors
/// The reason is missing, the carrier does not have such an order, or the numbers do not stand where it has them:
/// of one that is partly ported some have moved and others have not.
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
    if is_before_submission(status) {
        return refuse(
            "the carrier does not have it yet; make it as a draft, which is checked before it goes out",
        );
    }
    agrees(status, None, numbers).map_err(StepRefused::Disagreement)?;
    let moved = |status: &&PortingStatus| matches!(status, PortingStatus::Ported | PortingStatus::Verified);
    match numbers.iter().filter(moved).count() {
        _ if status != PortOrderStatus::PartiallyPorted => Ok(()),
        0 => {
            refuse("none of its numbers has ported; choose where it stood before, or record what has ported")
        }
        all if all == numbers.len() => refuse("all of its numbers have ported; take it over as Ported"),
        _ => Ok(()),
    }
}
