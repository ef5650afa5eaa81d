//! What the rules look at beside the numbers themselves: the migration, its orders, accounts and special lines.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Place, Problem, ProblemEntity};

use crate::entities::{LosingAccount, PortOrder, PortOrderDocument, SpecialLine};
use crate::enums::{PortOrderStatus, RoutingType};
use crate::ids::{EntityId, LosingAccountId, PortOrderId};
use crate::porting::Finding;
use crate::porting::account::ListedNumber;
use crate::porting::carrier::{PortRules, SheetField};
use crate::transitions::port_order::is_before_submission;

/// An open order with what its carrier insists on.
#[derive(Debug, Clone, PartialEq)]
pub struct OrderAround {
    /// The order.
    pub order: PortOrder,
    /// What the gaining carrier insists on.
    pub rules: PortRules,
    /// Its PON, or where it is.
    pub name: String,
    /// The papers that somebody has spoken of.
    pub documents: Vec<PortOrderDocument>,
    /// What the carrier's form would not take of the order's facts, and of which; none shows a secret.
    pub form: Vec<(SheetField, Finding)>,
}

impl OrderAround {
    /// Whether it is still being prepared, for the first time or after a rejection; later the carrier has it.
    pub fn is_prepared(&self) -> bool {
        is_before_submission(self.order.status) || self.order.status == PortOrderStatus::Rejected
    }

    pub(super) fn is_draft(&self) -> bool {
        self.order.status == PortOrderStatus::Draft
    }
}

/// A losing account with what its carrier lists on it now.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountAround {
    /// The account.
    pub account: LosingAccount,
    /// How a person knows it.
    pub name: String,
    /// What the newest CSR or bill lists.
    pub listed: Arc<[ListedNumber]>,
}

/// Everything but the numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Surroundings {
    /// Whether the customer is a demonstration, whose numbers are fictitious.
    pub is_demo: bool,
    /// The day it is at the site.
    pub today: NaiveDate,
    /// How calls reach Teams.
    pub routing_type: RoutingType,
    /// The site's main number (E.164), often the pilot of a hunt group.
    pub main_number: Option<String>,
    /// The open orders of the migration, and those of other migrations over the same accounts.
    pub orders: BTreeMap<PortOrderId, OrderAround>,
    /// The accounts of the customer.
    pub accounts: BTreeMap<LosingAccountId, AccountAround>,
    /// The special lines at the customer's sites that have a number.
    pub special_lines: Vec<SpecialLine>,
    /// Numbers (E.164) in open orders of other migrations, each with the order's name.
    pub ordered_elsewhere: BTreeMap<String, String>,
}

impl Surroundings {
    /// The orders over an account.
    pub(super) fn orders_of(&self, account: LosingAccountId) -> impl Iterator<Item = &OrderAround> {
        self.orders
            .values()
            .filter(move |it| it.order.losing_account_id == Some(account))
    }

    /// The order that holds a number while it is prepared.
    pub(super) fn preparing(&self, id: Option<PortOrderId>) -> Option<&OrderAround> {
        self.orders.get(&id?).filter(|it| it.is_prepared())
    }
}

/// What is found of an order, at the order.
pub(super) fn at(order: &OrderAround, finding: Finding) -> Problem {
    let place = Place {
        entity_type: ProblemEntity::PortOrder,
        entity_id: order.order.id.uuid(),
        label: order.name.clone(),
        port_order_id: Some(order.order.id),
    };
    Problem::new(place, finding)
}
