//! The numbers of a migration, found by what they share.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::entities::PhoneNumber;
use crate::ids::{EndUserId, LosingAccountId, PhoneNumberId, PortOrderId};

type Together<K> = BTreeMap<K, BTreeSet<PhoneNumberId>>;

/// Numbers by id, with the groups that rules look at.
#[derive(Debug, Default)]
pub(super) struct Index {
    numbers: HashMap<PhoneNumberId, PhoneNumber>,
    by_base: Together<String>,
    by_person: Together<EndUserId>,
    by_order: Together<PortOrderId>,
    by_account: Together<LosingAccountId>,
}

impl Index {
    /// Takes a number in place of the one with its id, which it gives back.
    pub(super) fn put(&mut self, number: PhoneNumber) -> Option<PhoneNumber> {
        let before = self.take(number.id);
        let id = number.id;
        self.by_base.entry(number.number.clone()).or_default().insert(id);
        join(&mut self.by_person, number.assigned_end_user_id, id);
        join(&mut self.by_order, number.open_port_order_id, id);
        join(&mut self.by_account, number.losing_account_id, id);
        self.numbers.insert(id, number);
        before
    }

    /// Forgets a number and gives it back.
    pub(super) fn take(&mut self, id: PhoneNumberId) -> Option<PhoneNumber> {
        let number = self.numbers.remove(&id)?;
        leave(&mut self.by_base, Some(number.number.clone()), id);
        leave(&mut self.by_person, number.assigned_end_user_id, id);
        leave(&mut self.by_order, number.open_port_order_id, id);
        leave(&mut self.by_account, number.losing_account_id, id);
        Some(number)
    }

    pub(super) fn find(&self, id: PhoneNumberId) -> Option<&PhoneNumber> {
        self.numbers.get(&id)
    }

    /// In no order that means anything.
    pub(super) fn all(&self) -> impl Iterator<Item = &PhoneNumber> {
        self.numbers.values()
    }

    pub(super) fn of_base(&self, number: &str) -> Vec<&PhoneNumber> {
        self.sorted(self.by_base.get(number))
    }

    pub(super) fn of_person(&self, id: EndUserId) -> Vec<&PhoneNumber> {
        self.sorted(self.by_person.get(&id))
    }

    pub(super) fn of_order(&self, id: PortOrderId) -> Vec<&PhoneNumber> {
        self.sorted(self.by_order.get(&id))
    }

    /// By id: there may be many, and its rules put them in order themselves.
    pub(super) fn of_account(&self, id: LosingAccountId) -> Vec<&PhoneNumber> {
        let ids = self.by_account.get(&id).into_iter().flatten();
        ids.filter_map(|id| self.numbers.get(id)).collect()
    }

    /// By number and extension, so that the same numbers give the same texts whatever came first.
    fn sorted(&self, ids: Option<&BTreeSet<PhoneNumberId>>) -> Vec<&PhoneNumber> {
        let ids = ids.into_iter().flatten();
        let mut found: Vec<&PhoneNumber> = ids.filter_map(|id| self.numbers.get(id)).collect();
        found.sort_by(|a, b| (&a.number, &a.extension, a.id).cmp(&(&b.number, &b.extension, b.id)));
        found
    }
}

fn join<K: Ord>(groups: &mut Together<K>, key: Option<K>, id: PhoneNumberId) {
    if let Some(key) = key {
        groups.entry(key).or_default().insert(id);
    }
}

fn leave<K: Ord>(groups: &mut Together<K>, key: Option<K>, id: PhoneNumberId) {
    let Some(key) = key else { return };
    if let Some(group) = groups.get_mut(&key) {
        group.remove(&id);
        if group.is_empty() {
            groups.remove(&key);
        }
    }
}
