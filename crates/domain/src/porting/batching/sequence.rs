//! The orders of one account, one after the other.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{AccountToLeave, Key};
use crate::number::E164;
use crate::porting::carrier::PortRules;

/// The numbers of one order.
pub(super) struct Group {
    pub(super) key: Key,
    pub(super) numbers: BTreeSet<E164>,
    /// The carrier's most, where that is why the group is no larger.
    pub(super) cut_at: Option<u32>,
    pub(super) has_btn: bool,
    /// The day on which the BTN was wanted, where it waits for a later one.
    pub(super) btn_from: Option<NaiveDate>,
}

/// Cuts the groups of an account to the carrier's size, the earliest first, and puts the BTN into the last order.
pub(super) fn split(
    mut groups: Vec<(Key, BTreeSet<E164>)>,
    account: Option<&AccountToLeave>,
    rules: &PortRules,
) -> Vec<Group> {
    let most = rules.max_numbers_per_order.filter(|most| *most > 0);
    let btn = account.and_then(|account| account.btn.clone());
    let home = btn.and_then(|btn| take_out(&mut groups, btn));
    let is_home = |key: &Key| home.as_ref().is_some_and(|(_, home)| home == key);
    groups.sort_by(|(one, _), (other, _)| {
        let rank = |key: &Key| (key.desired_date, is_home(key));
        rank(one).cmp(&rank(other)).then_with(|| one.cmp(other))
    });
    let mut orders: Vec<Group> = groups.into_iter().flat_map(|group| cut(group, most)).collect();
    if let Some((btn, home)) = home {
        add_last(&mut orders, btn, home, most);
    }
    orders
}

/// The BTN and what it has in common with the others, if it is among them.
fn take_out(groups: &mut [(Key, BTreeSet<E164>)], btn: E164) -> Option<(E164, Key)> {
    let (key, numbers) = groups.iter_mut().find(|(_, numbers)| numbers.contains(&btn))?;
    numbers.remove(&btn);
    Some((btn, key.clone()))
}

fn cut((key, numbers): (Key, BTreeSet<E164>), most: Option<u32>) -> Vec<Group> {
    let numbers: Vec<E164> = numbers.into_iter().collect();
    let size = most.map_or(numbers.len(), |most| most as usize);
    let is_cut = numbers.len() > size;
    let part = |part: &[E164]| Group {
        key: key.clone(),
        numbers: part.iter().cloned().collect(),
        cut_at: most.filter(|_| is_cut),
        has_btn: false,
        btn_from: None,
    };
    numbers.chunks(size.max(1)).map(part).collect()
}

/// The BTN goes with the last order, or after it where that is full or of another place.
fn add_last(orders: &mut Vec<Group>, btn: E164, home: Key, most: Option<u32>) {
    let wanted = home.desired_date.1;
    let has_room = |group: &Group| most.is_none_or(|most| group.numbers.len() < most as usize);
    let is_beside =
        |group: &Group| group.key.place == home.place && group.key.country_code == home.country_code;
    let desired_date = orders.last().map_or(home.desired_date, |last| {
        last.key.desired_date.max(home.desired_date)
    });
    match orders.last_mut() {
        Some(last) if is_beside(last) && has_room(last) => {
            last.numbers.insert(btn);
            last.has_btn = true;
            last.btn_from = wanted.filter(|_| last.key.desired_date.1 != wanted);
        }
        last => {
            let key = Key { desired_date, ..home };
            let group = Group {
                cut_at: most.filter(|_| last.is_some_and(|last| !has_room(last))),
                btn_from: wanted.filter(|_| desired_date.1 != wanted),
                numbers: BTreeSet::from([btn]),
                has_btn: true,
                key,
            };
            orders.push(group);
        }
    }
}
