//! The status machines of the product: which step may follow which, and why another may not.
//!
//! An edge that is not listed here is refused. Guards over facts (documents, dates, numbers) live in
//! `porting::guards`; the databases hold the edges of a number's porting status a second time as triggers.

pub mod migration;
pub mod port_order;
mod port_order_agreement;
mod port_order_edges;
pub mod port_order_numbers;
pub mod porting_status;

use crate::coded::Labelled;
use serde::Serialize;
use ts_rs::TS;

/// A step that the rules do not allow, in words a person can act on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(rename_all = "camelCase")]
#[error("a {machine} cannot go from {from} to {to}: {why}")]
pub struct Refusal {
    /// The machine that refused: `migration`, `number` or `port order`.
    pub machine: String,
    /// The label of the status it stands in.
    pub from: String,
    /// The label of the status that was asked for.
    pub to: String,
    /// The reason, with what to do about it.
    pub why: String,
    /// The labels of the statuses that may follow `from`.
    pub allowed: Vec<String>,
}

impl Refusal {
    /// A refusal in machine words; `allowed` are the statuses that may follow `from`.
    pub(crate) fn new<S: Labelled>(
        machine: &str,
        from: S,
        to: S,
        why: impl Into<String>,
        allowed: &[S],
    ) -> Self {
        Self {
            machine: machine.to_owned(),
            from: from.label().to_owned(),
            to: to.label().to_owned(),
            why: why.into(),
            allowed: allowed.iter().map(|status| status.label().to_owned()).collect(),
        }
    }
}

/// Names the statuses that may follow, or says that none does.
pub(crate) fn only_these<S: Labelled>(from: S, allowed: &[S]) -> String {
    if allowed.is_empty() {
        return format!("{} is final", from.label());
    }
    let labels: Vec<&str> = allowed.iter().map(|status| status.label()).collect();
    format!("after {} comes {}", from.label(), labels.join(" or "))
}

/// Whether a person gave a reason; blanks are none.
pub(crate) fn has_text(reason: Option<&str>) -> bool {
    reason.is_some_and(|text| !text.trim().is_empty())
}
