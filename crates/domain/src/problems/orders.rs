//! What speaks against an order as a whole while it is being prepared.

use std::collections::BTreeSet;

use super::around::at;
use super::{Fix, OrderAround, Problem, Surroundings, dates, documents};
use crate::coded::Coded;
use crate::entities::PhoneNumber;
use crate::enums::{Disposition, NumberClass, PortScope, PortingStatus};
use crate::porting::Finding;
use crate::porting::account::{AccountCase, check_account};
use crate::porting::account_list::decided;

/// An order beside the numbers that its rules look at.
pub(super) struct OrderCase<'a> {
    pub(super) around: &'a Surroundings,
    pub(super) order: &'a OrderAround,
    /// The numbers in it.
    pub(super) numbers: &'a [&'a PhoneNumber],
    /// Every number of the migration under its account.
    pub(super) of_account: &'a [&'a PhoneNumber],
}

/// Every problem of an order; none once the carrier has it.
pub(super) fn check(case: &OrderCase<'_>) -> Vec<Problem> {
    if !case.order.is_prepared() {
        return Vec::new();
    }
    let base = base_numbers(case.numbers.iter().copied());
    let mut found: Vec<Problem> = Vec::new();
    found.extend(too_large(case.order, base.len()));
    let today = case.around.today;
    found.extend(dates::check(case.order, base.len(), today));
    let account = case.order.order.losing_account_id;
    let account = account.and_then(|id| case.around.accounts.get(&id));
    found.extend(documents::check(case.order, account.map(|it| &it.account), today));
    found.extend(on_the_form(case.order));
    match case.order.order.number_class {
        NumberClass::TollFree => found.extend(without_resporg(case.order)),
        NumberClass::Local => {
            found.extend(of_account(case, &base));
            found.extend(main_number(case, &base));
        }
    }
    found
}

fn base_numbers<'a>(numbers: impl Iterator<Item = &'a PhoneNumber>) -> BTreeSet<String> {
    numbers.map(|it| it.number.clone()).collect()
}

fn too_large(order: &OrderAround, count: usize) -> Option<Problem> {
    let most = order.rules.max_numbers_per_order.filter(|most| *most > 0)?;
    if count <= most as usize {
        return None;
    }
    let text = format!("The order holds {count} numbers, and the carrier takes {most} in one order.");
    let finding = Finding::error("order_too_large", text, "Split the order.");
    let fix = order.is_draft().then_some(Fix::SplitOrder { most });
    Some(at(order, finding).mended_by(fix))
}

/// What the carrier's form has no room for, at the field a person would change.
fn on_the_form(order: &OrderAround) -> impl Iterator<Item = Problem> + '_ {
    order.form.iter().map(|(field, finding)| {
        let fields = field.changed_in().map(str::to_owned);
        Problem {
            fields: fields.into_iter().collect(),
            ..at(order, finding.clone().about(field.code()))
        }
    })
}

/// A RespOrg change is asked for by the organization that is to be responsible.
fn without_resporg(order: &OrderAround) -> Option<Problem> {
    let given = order.order.resporg_id.as_deref();
    if given.is_some_and(|id| !id.trim().is_empty()) {
        return None;
    }
    let text = "The toll-free numbers have no RespOrg to move to.";
    Some(at(
        order,
        Finding::error("resporg_missing", text, "Enter the RespOrg id."),
    ))
}

/// The account rules: full and partial ports, and the BTN.
fn of_account(case: &OrderCase<'_>, base: &BTreeSet<String>) -> Vec<Problem> {
    let order = &case.order.order;
    let Some(account) = order
        .losing_account_id
        .and_then(|id| case.around.accounts.get(&id))
    else {
        return Vec::new();
    };
    let others = case.around.orders_of(account.account.id);
    let to_port = case.of_account.iter().copied().filter(|it| is_to_port(it));
    let dispositions = case
        .of_account
        .iter()
        .map(|it| (it.number.as_str(), it.disposition));
    let found = check_account(&AccountCase {
        scope: order.scope,
        number_class: order.number_class,
        routing_type: case.around.routing_type,
        full_means: case.order.rules.full_means,
        partial_allowed: case.order.rules.partial_allowed,
        btn: account.account.btn.clone(),
        btn_dialable: account.account.btn_dialable,
        new_btn: order.new_btn.clone(),
        order_numbers: base.iter().cloned().collect(),
        listed: decided(&account.listed, dispositions),
        inventory: base_numbers(to_port).into_iter().collect(),
        leaving: leaving(case),
        // A RespOrg change is none of the account's sequence.
        later_order_follows: others
            .filter(|other| other.order.id != order.id && other.order.number_class == NumberClass::Local)
            .any(|other| other.order.sequence_in_account > order.sequence_in_account),
    });
    let mend = |finding: Finding| {
        let fix = fix_of(&finding.code).filter(|_| case.order.is_draft());
        at(case.order, finding).mended_by(fix)
    };
    found.into_iter().map(mend).collect()
}

fn fix_of(code: &str) -> Option<Fix> {
    let scope = |scope| Some(Fix::SetScope { scope });
    match code {
        "full_before_last" | "full_without_btn" | "full_incomplete" => scope(PortScope::Partial),
        "partial_takes_all" => scope(PortScope::Full),
        "new_btn_not_needed" => Some(Fix::ClearNewBtn),
        _ => None,
    }
}

fn is_to_port(number: &PhoneNumber) -> bool {
    number.disposition == Disposition::Port && !has_left(number)
}

fn has_left(number: &PhoneNumber) -> bool {
    matches!(
        number.porting_status,
        PortingStatus::Ported | PortingStatus::Verified
    )
}

/// The account's numbers that have gone, or go with another order.
fn leaving(case: &OrderCase<'_>) -> BTreeSet<String> {
    let own = Some(case.order.order.id);
    let leaves = |it: &&&PhoneNumber| has_left(it) || it.open_port_order_id.is_some_and(|id| Some(id) != own);
    let leaving = case.of_account.iter().filter(leaves);
    leaving.map(|it| it.number.clone()).collect()
}

/// The site's main number is often the pilot of a hunt group: once it has moved, calls to it no longer reach the
/// members that are still with the losing carrier.
fn main_number(case: &OrderCase<'_>, base: &BTreeSet<String>) -> Option<Problem> {
    let main = case.around.main_number.as_ref().filter(|it| base.contains(*it))?;
    let behind: BTreeSet<&str> = case
        .of_account
        .iter()
        .filter(|it| is_to_port(it) && !base.contains(&it.number) && !moves_before(case, it))
        .map(|it| it.number.as_str())
        .collect();
    if behind.is_empty() {
        return None;
    }
    let text = format!(
        "{main} is the site's main number, and {} numbers of its account stay behind for now: calls to it no longer \
        reach a hunt group there.",
        behind.len()
    );
    let remedy = "Move the main number with the last order, or make sure that no hunt group hangs on it.";
    let finding = Finding::warning("main_number_strands_group", text, remedy).about(main);
    Some(at(case.order, finding))
}

/// Whether an earlier order of the account takes the number.
fn moves_before(case: &OrderCase<'_>, number: &PhoneNumber) -> bool {
    let other = number
        .open_port_order_id
        .and_then(|id| case.around.orders.get(&id));
    let (own, other) = (&case.order.order, other.map(|it| &it.order));
    other.is_some_and(|other| {
        other.losing_account_id == own.losing_account_id
            && other.sequence_in_account < own.sequence_in_account
    })
}
