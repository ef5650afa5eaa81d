//! Orders that a person put together, told and checked as the proposed ones are.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{AccountToLeave, Key, NumberToPort, Proposal, ProposedOrder, key, sequence};
use crate::enums::NumberClass;
use crate::number::E164;
use crate::porting::Finding;
use crate::porting::carrier::PortRules;

/// The numbers that somebody wants in one order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenOrder {
    /// In any order; extensions behind one base number are one.
    pub numbers: Vec<NumberToPort>,
    /// The day it is wanted.
    pub desired_date: Option<NaiveDate>,
}

/// What a carrier would say to these orders, in the order given. The account and the class of an order are those of its
/// first number; whatever else stands in it is a finding. `accounts` holds every account that a number names.
pub fn check_chosen(
    orders: &[ChosenOrder],
    accounts: &[AccountToLeave],
    rules: &PortRules,
) -> Vec<ProposedOrder> {
    let firsts: Vec<Option<Key>> = orders.iter().map(|order| first_key(order, rules)).collect();
    let mut places: BTreeMap<(NumberClass, _), Vec<usize>> = BTreeMap::new();
    for (index, key) in firsts.iter().enumerate() {
        if let Some(key) = key {
            places
                .entry((key.number_class, key.losing_account_id))
                .or_default()
                .push(index);
        }
    }
    let twice = listed_twice(orders);
    let told = |(index, key): (usize, &Option<Key>)| {
        let key = key.clone()?;
        let in_account = &places[&(key.number_class, key.losing_account_id)];
        let place = in_account.iter().position(|it| *it == index)?;
        let account = accounts
            .iter()
            .find(|account| Some(account.id) == key.losing_account_id);
        let is_sequence = key.number_class == NumberClass::Local && key.losing_account_id.is_some();
        let numbers: BTreeSet<E164> = orders[index].numbers.iter().map(|it| it.number.clone()).collect();
        let btn = account.filter(|_| is_sequence).and_then(|it| it.btn.as_ref());
        let has_btn = btn.is_some_and(|btn| numbers.contains(btn));
        let mut found = mixtures(&orders[index], &key, rules);
        found.extend(numbers.intersection(&twice).map(in_two_orders));
        found.extend(too_many(numbers.len(), rules));
        if has_btn && place + 1 < in_account.len() {
            found.push(Finding::error(
                "btn_not_last",
                "The BTN leaves before other numbers of its account.",
                "Move the BTN to the last order of the account.",
            ));
        }
        let group = sequence::Group {
            key,
            numbers,
            cut_at: None,
            has_btn,
            btn_from: None,
        };
        let proposal = Proposal {
            account,
            rules,
            place: u32::try_from(place + 1).unwrap_or(u32::MAX),
            last: in_account.len(),
            is_sequence,
        };
        let mut order = proposal.order(group);
        found.append(&mut order.findings);
        order.findings = found;
        Some(order)
    };
    firsts.iter().enumerate().filter_map(told).collect()
}

/// What an order is about; none of an empty one.
fn first_key(order: &ChosenOrder, rules: &PortRules) -> Option<Key> {
    let first = order
        .numbers
        .iter()
        .min_by(|one, other| one.number.cmp(&other.number))?;
    Some(Key {
        desired_date: (order.desired_date.is_none(), order.desired_date),
        ..key(first, rules)
    })
}

/// Base numbers that stand in more than one order.
fn listed_twice(orders: &[ChosenOrder]) -> BTreeSet<E164> {
    let mut met = BTreeMap::new();
    let mut twice = BTreeSet::new();
    for (index, order) in orders.iter().enumerate() {
        for number in &order.numbers {
            if *met.entry(&number.number).or_insert(index) != index {
                twice.insert(number.number.clone());
            }
        }
    }
    twice
}

fn in_two_orders(number: &E164) -> Finding {
    Finding::error(
        "number_in_two_orders",
        format!("{} stands in two of the orders.", number.as_str()),
        "Leave it in one of them.",
    )
}

fn too_many(count: usize, rules: &PortRules) -> Option<Finding> {
    let most = rules.max_numbers_per_order.filter(|most| *most > 0)?;
    (count > most as usize).then(|| {
        Finding::error(
            "order_too_large",
            format!("The order holds {count} numbers; the carrier takes {most}."),
            "Split the order.",
        )
    })
}

/// What does not belong beside the first number.
fn mixtures(order: &ChosenOrder, key: &Key, rules: &PortRules) -> Vec<Finding> {
    let others: Vec<Key> = order
        .numbers
        .iter()
        .map(|number| super::key(number, rules))
        .collect();
    let differs = |is_other: &dyn Fn(&Key) -> bool| others.iter().filter(|other| is_other(other)).count();
    let rule = |code: &str, count: usize, what: &str, remedy: &str| {
        (count > 0).then(|| Finding::error(code, format!("{count} of its numbers {what}."), remedy))
    };
    [
        rule(
            "mixed_classes",
            differs(&|other| other.number_class != key.number_class),
            "are of another class",
            "Toll-free and local numbers need orders of their own.",
        ),
        rule(
            "mixed_accounts",
            differs(&|other| other.losing_account_id != key.losing_account_id),
            "are billed to another account",
            "One order holds the numbers of one account.",
        ),
        rule(
            "mixed_countries",
            differs(&|other| other.country_code != key.country_code),
            "belong to another country",
            "One order holds the numbers of one country.",
        ),
        rule(
            "mixed_places",
            differs(&|other| other.place != key.place),
            "are of another place, which the carrier wants apart",
            "Make one order for each rate center or address.",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}
