//! The status machines of the product: which step may follow which, and why another may not.
//!
//! An edge that is not listed here is refused. Guards over facts (documents, dates, numbers) live in
//! `porting::guards`; the databases hold the edges of a number's porting status a second time as triggers.

pub mod migration;
pub mod port_order;
mod port_order_edges;
pub mod port_order_numbers;
pub mod porting_status;

use crate::coded::Coded;
use serde::Serialize;
use ts_rs::TS;

/// A step that the rules do not allow, in words a person can act on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(rename_all = "camelCase")]
#[error("a {machine} cannot go from {from} to {to}: {why}")]
pub struct Refusal {
    /// The machine that refused: `migration`, `number` or `port order`.
    pub machine: String,
    /// The status it stands in.
    pub from: String,
    /// The status that was asked for.
    pub to: String,
    /// The reason, with what to do about it.
    pub why: String,
    /// The statuses that may follow `from`.
    pub allowed: Vec<String>,
}

impl Refusal {
    /// A refusal in machine words; `allowed` are the statuses that may follow `from`.
    pub(crate) fn new<S: Coded>(
        machine: &str,
        from: S,
        to: S,
        why: impl Into<String>,
        allowed: &[S],
    ) -> Self {
        Self {
            machine: machine.to_owned(),
            from: from.code().to_owned(),
            to: to.code().to_owned(),
            why: why.into(),
            allowed: allowed.iter().map(|status| status.code().to_owned()).collect(),
        }
    }
}

/// Names the statuses that may follow, or says that none does.
pub(crate) fn only_these<S: Coded>(from: S, allowed: &[S]) -> String {
    if allowed.is_empty() {
        return format!("{} is final", from.code());
    }
    let codes: Vec<&str> = allowed.iter().map(|status| status.code()).collect();
    format!("after {} comes {}", from.code(), codes.join(" or "))
}

/// Whether a person gave a reason; blanks are none.
pub(crate) fn has_text(reason: Option<&str>) -> bool {
    reason.is_some_and(|text| !text.trim().is_empty())
}
