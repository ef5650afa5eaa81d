//! The losing account and what is on it: full port, partial port, and the billing telephone number (BTN).

use super::Finding;
use super::carrier::FullMeans;
use crate::enums::{NumberClass, PortScope, RemainingAction, RoutingType};
use std::collections::BTreeSet;

/// A number that the losing carrier's record (CSR or bill) lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedNumber {
    /// E.164.
    pub number: String,
    /// What happens to it when it stays behind.
    pub remaining_action: Option<RemainingAction>,
}

/// An order beside its losing account. Numbers are E.164.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountCase {
    /// All numbers of the account, or some.
    pub scope: PortScope,
    /// Toll-free numbers know neither BTN nor CSR.
    pub number_class: NumberClass,
    /// How calls reach Teams; Calling Plan cannot take the BTN alone.
    pub routing_type: RoutingType,
    /// What the gaining carrier calls a full port.
    pub full_means: FullMeans,
    /// Whether the gaining carrier takes partial ports.
    pub partial_allowed: bool,
    /// The billing telephone number as the account spells it.
    pub btn: Option<String>,
    /// Whether the BTN is a number one can call.
    pub btn_dialable: bool,
    /// The number that bills what stays behind.
    pub new_btn: Option<String>,
    /// The order's base numbers.
    pub order_numbers: Vec<String>,
    /// What the losing carrier lists.
    pub listed: Vec<ListedNumber>,
    /// The account's numbers in the inventory that are to port and have not.
    pub inventory: Vec<String>,
    /// Numbers that have left the account, or leave it with another open order.
    pub leaving: BTreeSet<String>,
    /// A later order of the same account follows.
    pub later_order_follows: bool,
}

/// What speaks against the order, errors and warnings; what the list says against the inventory is [`check_list`]'s.
pub fn check_account(case: &AccountCase) -> Vec<Finding> {
    if case.number_class == NumberClass::TollFree {
        return Vec::new();
    }
    let mut found = Vec::new();
    let order: BTreeSet<&str> = case.order_numbers.iter().map(String::as_str).collect();
    let btn = case.btn.as_deref().filter(|_| case.btn_dialable).map(e164);
    let has_btn = btn.as_deref().is_some_and(|btn| order.contains(btn));
    if case.later_order_follows && has_btn {
        found.push(Finding::error(
            "btn_before_last",
            "The BTN moves while a later order of the account follows.",
            "Put the BTN into the last order of the account.",
        ));
    }
    match case.scope {
        PortScope::Full => found.extend(full(case, &order, btn.is_some() && !has_btn)),
        PortScope::Partial => found.extend(partial(case, &order, has_btn)),
    }
    found
}

/// A BTN as E.164 where it reads as a North American number; other texts stay as they are.
pub fn e164(btn: &str) -> String {
    let digits: String = btn.chars().filter(char::is_ascii_digit).collect();
    match digits.len() {
        _ if btn.chars().any(char::is_alphabetic) => btn.trim().to_owned(),
        10 => format!("+1{digits}"),
        11.. => format!("+{digits}"),
        _ => btn.trim().to_owned(),
    }
}

fn full(case: &AccountCase, order: &BTreeSet<&str>, btn_missing: bool) -> Vec<Finding> {
    let mut found = Vec::new();
    if case.later_order_follows {
        let text = "A full port cannot be followed by a later order of the account.";
        found.push(Finding::error(
            "full_before_last",
            text,
            "Make every order but the last partial.",
        ));
    }
    if btn_missing {
        let text = "A full port takes the BTN, and it is not in the order.";
        found.push(Finding::error(
            "full_without_btn",
            text,
            "Add the BTN, or make the port partial.",
        ));
    }
    let whole: Vec<&str> = match case.full_means {
        FullMeans::EveryListedNumber => case.listed.iter().map(|listed| listed.number.as_str()).collect(),
        FullMeans::EveryInventoryNumber => case.inventory.iter().map(String::as_str).collect(),
    };
    let missing: Vec<&str> = whole
        .into_iter()
        .filter(|number| !order.contains(number) && !case.leaving.contains(*number))
        .collect();
    if !missing.is_empty() {
        let text = format!(
            "A full port takes every number; {} left out: {}.",
            missing.len(),
            some(&missing)
        );
        let remedy = "Add these numbers, or make the port partial.";
        found.push(Finding::error("full_incomplete", text, remedy).about(missing.join(" ")));
    }
    found
}

fn partial(case: &AccountCase, order: &BTreeSet<&str>, has_btn: bool) -> Vec<Finding> {
    let mut found = Vec::new();
    let remaining: Vec<&ListedNumber> = case
        .listed
        .iter()
        .filter(|listed| !order.contains(listed.number.as_str()) && !case.leaving.contains(&listed.number))
        .collect();
    if !case.partial_allowed {
        let text = "This carrier takes no partial ports.";
        found.push(Finding::error(
            "partial_not_allowed",
            text,
            "Make it a full port with every number.",
        ));
    }
    if !case.listed.is_empty() && remaining.is_empty() && !case.later_order_follows {
        let text = "Every number of the account is in the order, so it is not partial.";
        found.push(Finding::error("partial_takes_all", text, "Make it a full port."));
    }
    if has_btn {
        found.extend(btn_leaves(case, &remaining));
    } else if case.new_btn.is_some() {
        let text = "A new BTN is named although the BTN stays.";
        found.push(Finding::warning("new_btn_not_needed", text, "Clear the new BTN."));
    }
    found
}

/// A partial port that takes the BTN: what stays behind needs a decision and, where it is kept, a new BTN.
fn btn_leaves(case: &AccountCase, remaining: &[&ListedNumber]) -> Vec<Finding> {
    let mut found = Vec::new();
    let undecided: Vec<&str> = remaining
        .iter()
        .filter(|left| left.remaining_action.is_none())
        .map(|left| left.number.as_str())
        .collect();
    if !undecided.is_empty() {
        let text = format!(
            "Keep or disconnect is undecided for {}: {}.",
            undecided.len(),
            some(&undecided)
        );
        let remedy = "Set the disposition of each number that stays behind, or decide at the account's list.";
        found.push(Finding::error("remaining_undecided", text, remedy).about(undecided.join(" ")));
    }
    let kept: Vec<&str> = remaining
        .iter()
        .filter(|left| left.remaining_action == Some(RemainingAction::Keep))
        .map(|left| left.number.as_str())
        .collect();
    if !kept.is_empty() && case.routing_type == RoutingType::CallingPlan {
        let text = "Calling Plan cannot take the BTN while numbers stay on the account.";
        found.push(Finding::error(
            "btn_calling_plan",
            text,
            "Leave the BTN out, or disconnect what remains.",
        ));
    }
    found.extend(new_btn(case, remaining, &kept, undecided.is_empty()));
    found
}

/// The number that bills what stays: one of those that are kept, and none where nothing is.
fn new_btn(
    case: &AccountCase,
    remaining: &[&ListedNumber],
    kept: &[&str],
    is_decided: bool,
) -> Option<Finding> {
    let ends = |new: &str| {
        let is_it = |left: &&&ListedNumber| left.number == new;
        let found = remaining.iter().find(is_it);
        found.is_some_and(|left| left.remaining_action == Some(RemainingAction::Disconnect))
    };
    match case.new_btn.as_deref().map(e164) {
        Some(new) if ends(&new) => Some(Finding::error(
            "new_btn_disconnected",
            format!("The new BTN {new} is to be disconnected, so it cannot bill what stays."),
            "Name one of the kept numbers as new BTN, or none where nothing is kept.",
        )),
        None if !kept.is_empty() => Some(Finding::error(
            "new_btn_missing",
            "The BTN leaves and numbers are kept, so the account needs a new BTN.",
            "Name one of the kept numbers as new BTN.",
        )),
        Some(new) if !kept.is_empty() && !kept.contains(&new.as_str()) => Some(Finding::error(
            "new_btn_not_kept",
            format!("The new BTN {new} is not among the kept numbers."),
            "Name one of the kept numbers as new BTN.",
        )),
        // Without a list nobody knows what stays.
        Some(_) if kept.is_empty() && is_decided && !case.listed.is_empty() => Some(Finding::warning(
            "new_btn_not_needed",
            "A new BTN is named although nothing is kept.",
            "Clear the new BTN.",
        )),
        _ => None,
    }
}

/// Compares a carrier's list with what the inventory has under the account, in both directions. Listed numbers that
/// are to be kept or disconnected are decided and need no row of their own.
pub fn check_list(listed: &[ListedNumber], inventory: &BTreeSet<&str>) -> Vec<Finding> {
    if listed.is_empty() {
        let text = "The losing carrier's list of numbers (CSR or bill) is not recorded.";
        return vec![Finding::warning(
            "list_missing",
            text,
            "Import it to compare it with the inventory.",
        )];
    }
    let names: BTreeSet<&str> = listed.iter().map(|listed| listed.number.as_str()).collect();
    let open = listed.iter().filter(|listed| listed.remaining_action.is_none());
    let only_listed: Vec<&str> = open
        .map(|listed| listed.number.as_str())
        .filter(|number| !inventory.contains(number))
        .collect();
    let only_ours: Vec<&str> = inventory.difference(&names).copied().collect();
    let mut found = Vec::new();
    if !only_listed.is_empty() {
        let text = format!(
            "On the carrier's list, not in the inventory: {}.",
            some(&only_listed)
        );
        let remedy = "Add them, or decide to keep or disconnect them.";
        found.push(Finding::warning("listed_not_ours", text, remedy).about(only_listed.join(" ")));
    }
    if !only_ours.is_empty() {
        let text = format!(
            "In the inventory, not on the carrier's list: {}.",
            some(&only_ours)
        );
        let remedy = "Check whether they belong to this account.";
        found.push(Finding::warning("ours_not_listed", text, remedy).about(only_ours.join(" ")));
    }
    found
}

/// The first of the numbers, and how many more there are.
pub(super) fn some(numbers: &[&str]) -> String {
    let shown = numbers.iter().take(5).copied().collect::<Vec<_>>().join(", ");
    if numbers.len() > 5 {
        format!("{shown} and {} more", numbers.len() - 5)
    } else {
        shown
    }
}
