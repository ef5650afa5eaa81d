//! The orders that numbers fall into: one losing account, one class, one country, one date, and never more than the
//! gaining carrier takes at once.
//!
//! An account that needs several orders becomes a sequence, because an open order on an account rejects the next: all
//! but the last are partial, and the billing telephone number (BTN) moves with the last.

mod chosen;
mod sequence;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::Finding;
use super::account::some;
use super::carrier::{PortRules, SplitBy};
use crate::coded::Coded;
use crate::enums::{NumberClass, PortScope};
use crate::ids::LosingAccountId;
use crate::number::E164;

pub use chosen::{ChosenOrder, check_chosen};

/// A number that is to be ported, with everything that decides which order it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberToPort {
    /// The base number; extensions behind it move with it.
    pub number: E164,
    /// Local or toll-free.
    pub number_class: NumberClass,
    /// The account that bills it today.
    pub losing_account_id: Option<LosingAccountId>,
    /// The day it is wanted.
    pub desired_date: Option<NaiveDate>,
    /// Its rate center.
    pub rate_center: Option<String>,
    /// The address at which it is served, in one line.
    pub service_address: Option<String>,
}

/// A losing account beside the numbers that are to leave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountToLeave {
    /// The account.
    pub id: LosingAccountId,
    /// `Old Telco, BTN 214-555-0100`: never its number, which is a secret.
    pub label: String,
    /// The billing telephone number, where it is one that can be called.
    pub btn: Option<E164>,
    /// Numbers that stay on it when the orders are done, E.164.
    pub staying: BTreeSet<String>,
    /// Names of its orders that are open already, which a new one has to wait for.
    pub open_orders: Vec<String>,
}

/// An order as it is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposedOrder {
    /// The account; none for numbers that name none.
    pub losing_account_id: Option<LosingAccountId>,
    /// Local or toll-free.
    pub number_class: NumberClass,
    /// All numbers of the account, or some.
    pub scope: PortScope,
    /// The day it is wanted.
    pub desired_date: Option<NaiveDate>,
    /// Its place among the orders of the account, from 1.
    pub sequence_in_account: u32,
    /// Base numbers, each once, in order.
    pub numbers: Vec<E164>,
    /// Why these numbers stand together, and apart from others.
    pub reasons: Vec<String>,
    /// What has to be settled before it can be ready.
    pub findings: Vec<Finding>,
}

/// What numbers of one order have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    /// Before the account, so that an account's toll-free numbers do not stand in its sequence.
    number_class: NumberClass,
    losing_account_id: Option<LosingAccountId>,
    country_code: Option<u16>,
    /// No date comes last: whoever named none can wait.
    desired_date: (bool, Option<NaiveDate>),
    /// The rate center or the address, where the carrier splits by one.
    place: Option<String>,
}

/// The orders for these numbers, the same for the same input in any order. Numbers that stand there twice, as those with
/// several extensions do, are listed once. `accounts` holds every account that a number names.
pub fn propose_orders(
    numbers: &[NumberToPort],
    accounts: &[AccountToLeave],
    rules: &PortRules,
) -> Vec<ProposedOrder> {
    let mut groups: BTreeMap<Key, BTreeSet<E164>> = BTreeMap::new();
    let mut met = BTreeSet::new();
    for number in numbers {
        if met.insert(&number.number) {
            groups
                .entry(key(number, rules))
                .or_default()
                .insert(number.number.clone());
        }
    }
    let mut by_account: BTreeMap<_, Vec<(Key, BTreeSet<E164>)>> = BTreeMap::new();
    for (key, numbers) in groups {
        let account = (key.number_class, key.losing_account_id);
        by_account.entry(account).or_default().push((key, numbers));
    }
    let mut proposed = Vec::new();
    for ((class, id), groups) in by_account {
        let account = accounts.iter().find(|account| Some(account.id) == id);
        // A RespOrg change knows neither a BTN nor an order that waits for another.
        let is_sequence = class == NumberClass::Local && id.is_some();
        let orders = sequence::split(groups, account.filter(|_| is_sequence), rules);
        let last = orders.len();
        for (place, group) in (1..).zip(orders) {
            proposed.push(
                Proposal {
                    account,
                    rules,
                    place,
                    last,
                    is_sequence,
                }
                .order(group),
            );
        }
    }
    proposed
}

fn key(number: &NumberToPort, rules: &PortRules) -> Key {
    let place = match (number.number_class, rules.split_by) {
        (NumberClass::TollFree, _) | (NumberClass::Local, SplitBy::Nothing) => None,
        (NumberClass::Local, SplitBy::RateCenter) => number.rate_center.clone(),
        (NumberClass::Local, SplitBy::ServiceAddress) => number.service_address.clone(),
    };
    Key {
        number_class: number.number_class,
        losing_account_id: number.losing_account_id,
        country_code: number.number.country_code(),
        desired_date: (number.desired_date.is_none(), number.desired_date),
        place,
    }
}

/// One order of an account, told.
struct Proposal<'a> {
    account: Option<&'a AccountToLeave>,
    rules: &'a PortRules,
    /// From 1.
    place: u32,
    last: usize,
    is_sequence: bool,
}

impl Proposal<'_> {
    fn order(&self, group: sequence::Group) -> ProposedOrder {
        let key = &group.key;
        let is_last = self.place as usize == self.last;
        let stays = self.account.is_some_and(|account| !account.staying.is_empty());
        let is_partial = self.is_sequence && (!is_last || stays);
        ProposedOrder {
            losing_account_id: key.losing_account_id,
            number_class: key.number_class,
            scope: if is_partial {
                PortScope::Partial
            } else {
                PortScope::Full
            },
            desired_date: key.desired_date.1,
            sequence_in_account: if self.is_sequence { self.place } else { 1 },
            reasons: self.reasons(&group),
            findings: self.findings(&group, is_partial),
            numbers: group.numbers.into_iter().collect(),
        }
    }

    fn reasons(&self, group: &sequence::Group) -> Vec<String> {
        let key = &group.key;
        let mut reasons = vec![match (key.number_class, self.account) {
            (NumberClass::TollFree, _) => {
                "Toll-free numbers move by a RespOrg change, in an order of their own.".to_owned()
            }
            (NumberClass::Local, Some(account)) => format!("Everything is billed to {}.", account.label),
            (NumberClass::Local, None) => "No losing account is named.".to_owned(),
        }];
        if let Some(place) = &key.place {
            let by = self.rules.split_by.code().replace('_', " ");
            reasons.push(format!("The carrier wants one order for each {by}: {place}."));
        }
        if let Some(date) = key.desired_date.1 {
            reasons.push(format!("All are wanted on {date}."));
        }
        if let Some(most) = group.cut_at {
            reasons.push(format!("The carrier takes {most} numbers in an order."));
        }
        reasons.extend(self.what_stays());
        if self.is_sequence && self.last > 1 {
            reasons.push(self.sequence_reason(group));
        }
        reasons
    }

    fn what_stays(&self) -> Option<String> {
        let account = self.account.filter(|_| self.is_sequence)?;
        let staying: Vec<&str> = account.staying.iter().map(String::as_str).collect();
        let is_whole = staying.is_empty();
        (!is_whole).then(|| {
            format!(
                "It is partial because numbers stay on the account: {}.",
                some(&staying)
            )
        })
    }

    fn sequence_reason(&self, group: &sequence::Group) -> String {
        let (place, last) = (self.place, self.last);
        if (place as usize) < last {
            return format!(
                "Order {place} of {last} of the account is partial; the next one waits until it is done."
            );
        }
        let with_btn = if group.has_btn { ", with the BTN" } else { "" };
        format!("Order {place} of {last} of the account comes last{with_btn}.")
    }

    fn findings(&self, group: &sequence::Group, is_partial: bool) -> Vec<Finding> {
        let mut found = Vec::new();
        if group.key.number_class == NumberClass::Local && self.account.is_none() {
            found.push(Finding::error(
                "account_missing",
                "These numbers name no losing account.",
                "Give each number the account that bills it.",
            ));
        }
        if is_partial && !self.rules.partial_allowed {
            found.push(Finding::error(
                "partial_not_allowed",
                "The order leaves numbers on the account, and the carrier takes no partial port.",
                "Port all numbers of the account, or choose another carrier.",
            ));
        }
        let open = self
            .account
            .filter(|_| self.is_sequence)
            .map(|account| &account.open_orders);
        if let Some(open) = open.filter(|open| !open.is_empty()) {
            found.push(Finding::warning(
                "account_order_open",
                format!("The account has an open order: {}.", open.join(", ")),
                "Submit this one when that is done.",
            ));
        }
        if let Some(moved) = &group.btn_from {
            found.push(Finding::warning(
                "btn_waits",
                format!("The BTN was wanted on {moved}; it moves with the last order of the account."),
                "Give all numbers of the account one date, or leave it so.",
            ));
        }
        found
    }
}
