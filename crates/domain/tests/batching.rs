//! Orders proposed for numbers: what stands together, in which order, and that nothing is lost or mixed.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use portflow_domain::enums::{NumberClass, PortScope};
use portflow_domain::ids::LosingAccountId;
use portflow_domain::number::E164;
use portflow_domain::porting::batching::{
    AccountToLeave, ChosenOrder, NumberToPort, ProposedOrder, check_chosen, propose_orders,
};
use portflow_domain::porting::carrier::{PortRules, SplitBy};
use proptest::prelude::*;

fn account_id(number: u32) -> LosingAccountId {
    format!("00000000-0000-7000-8000-{number:012}").parse().unwrap()
}

fn local(line: u32, account: Option<u32>) -> NumberToPort {
    NumberToPort {
        number: format!("+1214600{line:04}").parse().unwrap(),
        number_class: NumberClass::Local,
        losing_account_id: account.map(account_id),
        desired_date: None,
        rate_center: None,
        service_address: None,
    }
}

fn toll_free(line: u32, account: Option<u32>) -> NumberToPort {
    NumberToPort {
        number: format!("+1833600{line:04}").parse().unwrap(),
        number_class: NumberClass::TollFree,
        ..local(line, account)
    }
}

fn account(id: u32, btn: Option<u32>) -> AccountToLeave {
    AccountToLeave {
        id: account_id(id),
        label: format!("Telco {id}"),
        btn: btn.map(|line| local(line, None).number),
        staying: BTreeSet::new(),
        open_orders: Vec::new(),
    }
}

fn at_most(most: u32) -> PortRules {
    PortRules {
        max_numbers_per_order: Some(most),
        ..PortRules::default()
    }
}

fn sizes(orders: &[ProposedOrder]) -> Vec<usize> {
    orders.iter().map(|order| order.numbers.len()).collect()
}

#[test]
fn twenty_three_numbers_at_ten_an_order_are_three_in_sequence_with_the_btn_in_the_third() {
    let numbers: Vec<_> = (0..23).map(|line| local(line, Some(1))).collect();
    let orders = propose_orders(&numbers, &[account(1, Some(0))], &at_most(10));
    assert_eq!(sizes(&orders), [10, 10, 3]);
    let scopes: Vec<_> = orders.iter().map(|order| order.scope).collect();
    assert_eq!(scopes, [PortScope::Partial, PortScope::Partial, PortScope::Full]);
    let places: Vec<_> = orders.iter().map(|order| order.sequence_in_account).collect();
    assert_eq!(places, [1, 2, 3]);
    assert!(orders[2].numbers.contains(&numbers[0].number));
    assert!(
        orders[2].reasons.last().unwrap().contains("with the BTN"),
        "{:?}",
        orders[2].reasons
    );
    assert!(orders.iter().all(|order| order.findings.is_empty()), "{orders:?}");
}

#[test]
fn a_full_last_order_leaves_the_btn_an_order_of_its_own() {
    let numbers: Vec<_> = (0..21).map(|line| local(line, Some(1))).collect();
    let orders = propose_orders(&numbers, &[account(1, Some(5))], &at_most(10));
    assert_eq!(sizes(&orders), [10, 10, 1]);
    assert_eq!(orders[2].numbers, [numbers[5].number.clone()]);
}

#[test]
fn what_stays_on_the_account_makes_the_last_order_partial_too() {
    let numbers: Vec<_> = (0..4).map(|line| local(line, Some(1))).collect();
    let mut left = account(1, Some(9));
    left.staying.insert("+12146000009".to_owned());
    let orders = propose_orders(&numbers, &[left.clone()], &PortRules::default());
    assert_eq!(orders[0].scope, PortScope::Partial);
    assert_eq!(
        orders[0].reasons.last().unwrap(),
        "It is partial because numbers stay on the account: +12146000009."
    );
    let rules = PortRules {
        partial_allowed: false,
        ..PortRules::default()
    };
    let orders = propose_orders(&numbers, &[left], &rules);
    assert_eq!(orders[0].findings[0].code, "partial_not_allowed");
}

#[test]
fn toll_free_stands_apart_and_outside_the_sequence() {
    let mut numbers: Vec<_> = (0..3).map(|line| local(line, Some(1))).collect();
    numbers.extend((0..3).map(|line| toll_free(line, Some(1))));
    let orders = propose_orders(&numbers, &[account(1, Some(0))], &PortRules::default());
    assert_eq!(sizes(&orders), [3, 3]);
    assert_eq!(orders[1].number_class, NumberClass::TollFree);
    assert_eq!(orders[1].sequence_in_account, 1);
    assert_eq!(orders[0].scope, PortScope::Full);
    let unbilled = propose_orders(&[toll_free(1, None)], &[], &PortRules::default());
    assert_eq!(unbilled[0].findings, [], "a RespOrg change asks for no account");
}

#[test]
fn extensions_are_listed_once() {
    let numbers = [local(1, Some(1)), local(1, Some(1)), local(2, Some(1))];
    assert_eq!(
        sizes(&propose_orders(
            &numbers,
            &[account(1, None)],
            &PortRules::default()
        )),
        [2]
    );
}

#[test]
fn dates_follow_each_other_and_the_btn_waits_for_the_last() {
    let mut numbers: Vec<_> = (0..4).map(|line| local(line, Some(1))).collect();
    let (early, late) = ("2027-02-02".parse().unwrap(), "2027-03-02".parse().unwrap());
    for (place, number) in numbers.iter_mut().enumerate() {
        number.desired_date = Some(if place < 2 { early } else { late });
    }
    let orders = propose_orders(&numbers, &[account(1, Some(0))], &PortRules::default());
    assert_eq!(sizes(&orders), [1, 3]);
    assert_eq!(orders[1].desired_date, Some(late));
    assert_eq!(orders[1].findings[0].code, "btn_waits");
}

#[test]
fn a_carrier_may_want_an_order_for_each_rate_center_or_address() {
    let mut numbers: Vec<_> = (0..4).map(|line| local(line, Some(1))).collect();
    for (place, number) in numbers.iter_mut().enumerate() {
        number.rate_center = Some(["DALLAS", "PLANO"][place % 2].to_owned());
        number.service_address = Some("1 Example Way".to_owned());
    }
    let split_by = |split_by| {
        let rules = PortRules {
            split_by,
            ..PortRules::default()
        };
        propose_orders(&numbers, &[account(1, Some(0))], &rules)
    };
    let orders = split_by(SplitBy::RateCenter);
    assert_eq!(sizes(&orders), [2, 2]);
    assert!(
        orders[1].numbers.contains(&numbers[0].number),
        "the BTN's rate center comes last"
    );
    assert_eq!(sizes(&split_by(SplitBy::ServiceAddress)), [4]);
    assert_eq!(sizes(&split_by(SplitBy::Nothing)), [4]);
}

#[test]
fn other_countries_and_unbilled_numbers_stand_apart() {
    let mut abroad = local(1, Some(1));
    abroad.number = "+442071234567".parse().unwrap();
    let numbers = [local(1, Some(1)), abroad, local(2, None)];
    let orders = propose_orders(&numbers, &[account(1, None)], &PortRules::default());
    assert_eq!(sizes(&orders), [1, 1, 1]);
    let unbilled = orders
        .iter()
        .find(|order| order.losing_account_id.is_none())
        .unwrap();
    assert_eq!(unbilled.findings[0].code, "account_missing");
}

prop_compose! {
    fn any_number()(line in 0..200u32, account in 0..4u32, is_toll_free in any::<bool>(), day in 0..3u32, place in 0..3usize)
        -> NumberToPort {
        // What is known of a number depends on the number alone, as in an inventory.
        let mut number = if is_toll_free { toll_free(line, Some(line % 3 + 1)) } else { local(line, Some(line % 3 + 1)) };
        if account == 0 {
            number.losing_account_id = None;
        }
        number.desired_date = (day > 0).then(|| format!("2027-02-0{day}").parse().unwrap());
        number.rate_center = [None, Some("DALLAS".to_owned()), Some("PLANO".to_owned())][place].clone();
        number
    }
}

proptest! {
    #[test]
    fn nothing_is_lost_mixed_or_too_large(
        numbers in proptest::collection::vec(any_number(), 0..120),
        most in proptest::option::of(1..12u32),
        split in 0..3usize,
    ) {
        let rules = PortRules {
            max_numbers_per_order: most,
            split_by: [SplitBy::Nothing, SplitBy::RateCenter, SplitBy::ServiceAddress][split],
            ..PortRules::default()
        };
        let accounts: Vec<_> = (1..4).map(|id| account(id, Some(id - 1))).collect();
        let orders = propose_orders(&numbers, &accounts, &rules);

        let mut first: BTreeMap<&E164, &NumberToPort> = BTreeMap::new();
        for number in &numbers {
            first.entry(&number.number).or_insert(number);
        }
        let listed: Vec<&E164> = orders.iter().flat_map(|order| &order.numbers).collect();
        prop_assert_eq!(listed.len(), first.len());
        prop_assert_eq!(listed.iter().copied().collect::<BTreeSet<_>>(), first.keys().copied().collect());
        for order in &orders {
            prop_assert!(!order.numbers.is_empty());
            prop_assert!(most.is_none_or(|most| order.numbers.len() <= most as usize));
            for number in &order.numbers {
                let number = first[number];
                prop_assert_eq!(number.losing_account_id, order.losing_account_id);
                prop_assert_eq!(number.number_class, order.number_class);
            }
        }
        for account in &accounts {
            let of: Vec<_> = orders.iter()
                .filter(|it| it.losing_account_id == Some(account.id) && it.number_class == NumberClass::Local)
                .collect();
            for (place, order) in (1..).zip(&of) {
                prop_assert_eq!(order.sequence_in_account, place);
                let is_last = place as usize == of.len();
                prop_assert_eq!(order.scope == PortScope::Partial, !is_last);
                let has_btn = order.numbers.contains(account.btn.as_ref().unwrap());
                prop_assert!(!has_btn || is_last);
            }
        }
        let unedited: Vec<_> = orders.iter().map(|order| ChosenOrder {
            numbers: order.numbers.iter().map(|number| first[number].clone()).collect(),
            desired_date: order.desired_date,
        }).collect();
        for (checked, proposed) in check_chosen(&unedited, &accounts, &rules).iter().zip(&orders) {
            prop_assert_eq!(&checked.numbers, &proposed.numbers);
            prop_assert_eq!(checked.scope, proposed.scope);
            prop_assert_eq!(checked.sequence_in_account, proposed.sequence_in_account);
            prop_assert!(codes(checked).iter().all(|code| *code == "account_missing"), "{:?}", checked.findings);
        }
        let mut turned = numbers.clone();
        turned.sort_by(|one, other| other.number.cmp(&one.number));
        if first.len() == numbers.len() {
            prop_assert_eq!(propose_orders(&turned, &accounts, &rules), orders);
        }
    }
}

fn chosen(numbers: &[&NumberToPort]) -> ChosenOrder {
    ChosenOrder {
        numbers: numbers.iter().map(|number| (*number).clone()).collect(),
        desired_date: None,
    }
}

fn codes(order: &ProposedOrder) -> Vec<&str> {
    order
        .findings
        .iter()
        .map(|finding| finding.code.as_str())
        .collect()
}

#[test]
fn what_a_person_puts_together_is_held_against_the_same_rules() {
    let (btn, own, more) = (local(0, Some(1)), local(1, Some(1)), local(2, Some(1)));
    let (others, free) = (local(3, Some(2)), toll_free(4, Some(1)));
    let accounts = [account(1, Some(0)), account(2, None)];
    let check = |orders: &[ChosenOrder]| check_chosen(orders, &accounts, &at_most(2));
    let good = check(&[chosen(&[&own, &more]), chosen(&[&btn]), chosen(&[&free])]);
    assert!(good.iter().all(|order| order.findings.is_empty()), "{good:?}");
    let scopes: Vec<_> = good.iter().map(|order| order.scope).collect();
    assert_eq!(scopes, [PortScope::Partial, PortScope::Full, PortScope::Full]);

    let early = check(&[chosen(&[&btn]), chosen(&[&own, &more])]);
    assert_eq!(codes(&early[0]), ["btn_not_last"]);
    let mixed = check(&[chosen(&[&own, &others, &free])]);
    assert_eq!(
        codes(&mixed[0]),
        ["mixed_classes", "mixed_accounts", "order_too_large"]
    );
    let twice = check(&[chosen(&[&own]), chosen(&[&more, &own])]);
    assert_eq!(codes(&twice[0]), ["number_in_two_orders"]);
    assert_eq!(codes(&twice[1]), ["number_in_two_orders"]);
    assert!(check(&[chosen(&[])]).is_empty());
}
