//! The problems of a migration, kept up to date: after a change only the rules that could see it are asked again.
//!
//! A book that was kept up to date says the same as one that is begun anew; a property test holds it to that.

use std::collections::{BTreeMap, BTreeSet};

use super::index::Index;
use super::orders::OrderCase;
use super::{Problem, Surroundings, accounts, numbers, orders, sharing};
use crate::entities::{PhoneNumber, SpecialLine};
use crate::enums::{Disposition, NumberClass, PortingStatus};
use crate::ids::{EndUserId, LosingAccountId, PhoneNumberId, PortOrderId};

/// What is asked as one: the rules of one entity, or of numbers that share something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Subject {
    Account(LosingAccountId),
    Order(PortOrderId),
    Number(PhoneNumberId),
    Base(String),
    Person(EndUserId),
}

/// Problems with what they follow from.
#[derive(Debug)]
pub struct Book {
    around: Surroundings,
    index: Index,
    lines: BTreeMap<String, Vec<SpecialLine>>,
    found: BTreeMap<Subject, Vec<Problem>>,
}

impl Book {
    /// Numbers and what is around them, with nothing asked yet.
    pub fn unread(around: Surroundings, numbers: impl IntoIterator<Item = PhoneNumber>) -> Self {
        let mut index = Index::default();
        for number in numbers {
            index.put(number);
        }
        Self {
            lines: by_number(&around.special_lines),
            around,
            index,
            found: BTreeMap::new(),
        }
    }

    /// Every problem of these numbers.
    pub fn full(around: Surroundings, numbers: impl IntoIterator<Item = PhoneNumber>) -> Self {
        let mut book = Self::unread(around, numbers);
        let everything = book.everything();
        book.ask(everything);
        book
    }

    /// Takes in what has changed: the surroundings as they are now, numbers that are new or changed, and those that
    /// are gone.
    pub fn update(&mut self, around: Surroundings, changed: Vec<PhoneNumber>, gone: &[PhoneNumberId]) {
        let mut stale = BTreeSet::new();
        for number in changed {
            let id = number.id;
            let before = self.index.put(number);
            let after = self.index.find(id);
            let both = before.iter().chain(after);
            both.for_each(|it| touch(it, &mut stale));
            if before.as_ref().map(share) != after.map(share) {
                self.touch_shared(before.iter().chain(after), &mut stale);
            }
        }
        for id in gone {
            let before = self.index.take(*id);
            before.iter().for_each(|it| touch(it, &mut stale));
            self.touch_shared(before.iter(), &mut stale);
        }
        if around != self.around {
            self.surround(around, &mut stale);
        }
        self.ask(stale);
    }

    /// Every problem, accounts and orders first.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.found.values().flatten()
    }

    /// The numbers it knows, in no order.
    pub fn numbers(&self) -> impl Iterator<Item = &PhoneNumber> {
        self.index.all()
    }

    /// A number as it knows it.
    pub fn number(&self, id: PhoneNumberId) -> Option<&PhoneNumber> {
        self.index.find(id)
    }

    /// What it knows beside the numbers.
    pub fn surroundings(&self) -> &Surroundings {
        &self.around
    }

    /// The problems that an order has to answer for: its own, its account's and those of the numbers in it; asked
    /// anew.
    pub fn of_order(&self, id: PortOrderId) -> Vec<Problem> {
        let Some(order) = self.around.preparing(Some(id)) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        let local = order.order.number_class == NumberClass::Local;
        if let Some(account) = order.order.losing_account_id.filter(|_| local) {
            found.extend(self.evaluate(&Subject::Account(account)));
        }
        found.extend(self.evaluate(&Subject::Order(id)));
        for number in self.index.of_order(id) {
            found.extend(self.evaluate(&Subject::Number(number.id)));
        }
        found
    }

    fn everything(&self) -> BTreeSet<Subject> {
        let mut all = BTreeSet::new();
        for number in self.index.all() {
            all.insert(Subject::Number(number.id));
            all.insert(Subject::Base(number.number.clone()));
            all.extend(number.assigned_end_user_id.map(Subject::Person));
        }
        all.extend(self.around.orders.keys().map(|id| Subject::Order(*id)));
        all.extend(self.around.accounts.keys().map(|id| Subject::Account(*id)));
        all.extend(self.found.keys().cloned());
        all
    }

    /// The orders and accounts that could see numbers.
    fn touch_shared<'a>(
        &self,
        numbers: impl Iterator<Item = &'a PhoneNumber>,
        stale: &mut BTreeSet<Subject>,
    ) {
        for number in numbers {
            stale.extend(number.open_port_order_id.map(Subject::Order));
            if let Some(account) = number.losing_account_id {
                stale.insert(Subject::Account(account));
                let orders = self.around.orders_of(account);
                stale.extend(orders.map(|it| Subject::Order(it.order.id)));
            }
        }
    }

    fn surround(&mut self, around: Surroundings, stale: &mut BTreeSet<Subject>) {
        let before = std::mem::replace(&mut self.around, around);
        let now = &self.around;
        let same = (before.is_demo, before.today, before.routing_type)
            == (now.is_demo, now.today, now.routing_type)
            && before.main_number == now.main_number
            && before.accounts.keys().eq(now.accounts.keys());
        if !same {
            self.lines = by_number(&self.around.special_lines);
            stale.extend(self.everything());
            return;
        }
        let now = &self.around;
        for id in differing(&before.orders, &now.orders) {
            stale.insert(Subject::Order(*id));
            stale.extend(self.index.of_order(*id).iter().map(|it| Subject::Number(it.id)));
            for around in [&before, now] {
                let account = around.orders.get(id).and_then(|it| it.order.losing_account_id);
                stale.extend(account.map(Subject::Account));
                let siblings = account.into_iter().flat_map(|id| now.orders_of(id));
                stale.extend(siblings.map(|it| Subject::Order(it.order.id)));
            }
        }
        for id in differing(&before.accounts, &now.accounts) {
            stale.insert(Subject::Account(*id));
            stale.extend(now.orders_of(*id).map(|it| Subject::Order(it.order.id)));
            // An order names the account of a number that is in the wrong one.
            let named = |it: &&PhoneNumber| it.open_port_order_id.is_some();
            let numbers = self.index.of_account(*id).into_iter().filter(named);
            stale.extend(numbers.map(|it| Subject::Number(it.id)));
        }
        let mut seen: BTreeSet<String> = BTreeSet::new();
        seen.extend(differing(&before.ordered_elsewhere, &now.ordered_elsewhere).cloned());
        if before.special_lines != now.special_lines {
            let lines = by_number(&now.special_lines);
            seen.extend(differing(&self.lines, &lines).cloned());
            self.lines = lines;
        }
        for number in seen {
            stale.extend(
                self.index
                    .of_base(&number)
                    .iter()
                    .map(|it| Subject::Number(it.id)),
            );
        }
    }

    fn ask(&mut self, subjects: BTreeSet<Subject>) {
        for subject in subjects {
            let found = self.evaluate(&subject);
            if found.is_empty() {
                self.found.remove(&subject);
            } else {
                self.found.insert(subject, found);
            }
        }
    }

    fn evaluate(&self, subject: &Subject) -> Vec<Problem> {
        match subject {
            Subject::Account(id) => match self.around.accounts.get(id) {
                Some(account) => accounts::check(account, &self.index.of_account(*id), &self.around),
                None => Vec::new(),
            },
            Subject::Order(id) => self.order(*id),
            Subject::Number(id) => match self.index.find(*id) {
                Some(number) => {
                    let lines = self.lines.get(&number.number).into_iter().flatten();
                    numbers::check(number, &lines.collect::<Vec<_>>(), &self.around)
                }
                None => Vec::new(),
            },
            Subject::Base(number) => sharing::base(&self.index.of_base(number)).into_iter().collect(),
            Subject::Person(id) => sharing::person(&self.index.of_person(*id)).into_iter().collect(),
        }
    }

    fn order(&self, id: PortOrderId) -> Vec<Problem> {
        let Some(order) = self.around.preparing(Some(id)) else {
            return Vec::new();
        };
        let account = order.order.losing_account_id;
        let of_account = account.map(|id| self.index.of_account(id)).unwrap_or_default();
        orders::check(&OrderCase {
            around: &self.around,
            order,
            numbers: &self.index.of_order(id),
            of_account: &of_account,
        })
    }
}

/// What orders and accounts look at in a number.
fn share(
    number: &PhoneNumber,
) -> (
    &str,
    Disposition,
    PortingStatus,
    Option<PortOrderId>,
    Option<LosingAccountId>,
) {
    (
        &number.number,
        number.disposition,
        number.porting_status,
        number.open_port_order_id,
        number.losing_account_id,
    )
}

/// What looks at a number alone, or at numbers that share a base number or a holder.
fn touch(number: &PhoneNumber, stale: &mut BTreeSet<Subject>) {
    stale.insert(Subject::Number(number.id));
    stale.insert(Subject::Base(number.number.clone()));
    stale.extend(number.assigned_end_user_id.map(Subject::Person));
}

fn by_number(lines: &[SpecialLine]) -> BTreeMap<String, Vec<SpecialLine>> {
    let mut found: BTreeMap<String, Vec<SpecialLine>> = BTreeMap::new();
    for line in lines {
        if let Some(number) = &line.number {
            found.entry(number.clone()).or_default().push(line.clone());
        }
    }
    found
}

/// The keys under which two maps do not hold the same.
fn differing<'a, K: Ord, V: PartialEq>(
    one: &'a BTreeMap<K, V>,
    other: &'a BTreeMap<K, V>,
) -> impl Iterator<Item = &'a K> {
    let changed = one.iter().filter(|(key, value)| other.get(key) != Some(value));
    let new = other.keys().filter(|key| !one.contains_key(key));
    changed.map(|(key, _)| key).chain(new)
}
