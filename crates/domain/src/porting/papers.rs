//! The papers that go with a port order: which ones, how old they are, and whether somebody asked for them.

use super::carrier::PortRules;
use crate::entities::{LosingAccount, PortOrder, PortOrderDocument};
use crate::enums::{NumberClass, OrderDocumentKind, OrderDocumentState};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A paper as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Which one.
    pub kind: OrderDocumentKind,
    /// What was said of it; none where nobody asked for it.
    pub state: Option<OrderDocumentState>,
    /// Its own date.
    pub dated_on: Option<NaiveDate>,
}

/// Whether a paper can still be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "PaperFreshness")]
pub enum Freshness {
    /// Well within the carrier's limit.
    Fresh,
    /// Three quarters of the limit have passed.
    Aging,
    /// Older than the limit, or dated in the future.
    Expired,
}

/// The papers of an order of this class. Toll-free numbers have no customer service record; their own bill takes its
/// place.
pub fn kinds(class: NumberClass) -> &'static [OrderDocumentKind] {
    use OrderDocumentKind::{Bill, Csr, Loa, TollFreeBill};
    match class {
        NumberClass::Local => &[Loa, Bill, Csr],
        NumberClass::TollFree => &[Loa, TollFreeBill],
    }
}

/// The papers of an order with what somebody said of them. Bill and customer service record are dated where the account
/// is.
pub fn of_order(
    order: &PortOrder,
    account: Option<&LosingAccount>,
    documents: &[PortOrderDocument],
) -> Vec<Paper> {
    let paper = |kind: &OrderDocumentKind| {
        let said = documents.iter().find(|it| it.kind == *kind);
        Paper {
            kind: *kind,
            state: said.map(|it| it.state),
            dated_on: match kind {
                OrderDocumentKind::Loa => order.loa_signed_on,
                OrderDocumentKind::Bill => account.and_then(|it| it.bill_date),
                OrderDocumentKind::Csr => account.and_then(|it| it.csr_date),
                OrderDocumentKind::TollFreeBill => said.and_then(|it| it.dated_on),
            },
        }
    };
    kinds(order.number_class).iter().map(paper).collect()
}

/// How old, in days, the carrier lets a paper be.
pub fn limit(kind: OrderDocumentKind, rules: &PortRules) -> u32 {
    match kind {
        OrderDocumentKind::Loa => rules.loa_max_age_days,
        OrderDocumentKind::Bill | OrderDocumentKind::TollFreeBill => rules.bill_max_age_days,
        OrderDocumentKind::Csr => rules.csr_max_age_days,
    }
}

/// Whether the carrier refuses an order without the paper.
pub fn is_needed(kind: OrderDocumentKind, rules: &PortRules) -> bool {
    match kind {
        OrderDocumentKind::Loa => rules.loa_needed,
        OrderDocumentKind::Bill | OrderDocumentKind::TollFreeBill => rules.bill_needed,
        OrderDocumentKind::Csr => rules.csr_needed,
    }
}

/// How a paper of this age, in days, stands to its limit.
pub fn freshness(age: i64, limit: u32) -> Freshness {
    let limit = i64::from(limit);
    match age {
        age if !(0..=limit).contains(&age) => Freshness::Expired,
        age if age * 4 >= limit * 3 => Freshness::Aging,
        _ => Freshness::Fresh,
    }
}

impl Paper {
    /// Where it stands: a date is proof that it came, whatever was said before.
    pub fn standing(&self) -> Option<OrderDocumentState> {
        self.state
            .or_else(|| self.dated_on.map(|_| OrderDocumentState::Received))
    }

    /// Whether somebody asked for it, or decided to go without. One that was rejected has to be asked for again.
    pub fn is_asked_for(&self) -> bool {
        self.standing()
            .is_some_and(|state| state != OrderDocumentState::Rejected)
    }
}
