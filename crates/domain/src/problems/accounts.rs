//! What speaks against a losing account: what a port request needs and lacks, and how its carrier's list
//! differs from the inventory.

use std::collections::BTreeSet;

use super::{AccountAround, Place, Problem, ProblemEntity, Surroundings};
use crate::entities::{LosingAccount, PhoneNumber};
use crate::enums::{Disposition, NumberClass};
use crate::ids::EntityId;
use crate::porting::Finding;
use crate::porting::account::check_list;

/// Every problem of an account that numbers of the migration are to leave. `numbers` are those under it.
pub(super) fn check(
    account: &AccountAround,
    numbers: &[&PhoneNumber],
    around: &Surroundings,
) -> Vec<Problem> {
    let local = |it: &&super::OrderAround| it.order.number_class == NumberClass::Local && it.is_prepared();
    let is_asked_for = around.orders_of(account.account.id).any(|it| local(&it));
    let ports = numbers.iter().any(|it| it.disposition == Disposition::Port);
    if !ports && !is_asked_for {
        return Vec::new();
    }
    let mut found: Vec<Finding> = missing(&account.account);
    let toll_free = |number: &str| {
        number
            .parse::<crate::number::E164>()
            .is_ok_and(|it| it.is_toll_free())
    };
    let inventory: BTreeSet<&str> = numbers
        .iter()
        .map(|it| it.number.as_str())
        .filter(|it| !toll_free(it))
        .collect();
    found.extend(check_list(&account.listed, &inventory));
    found.into_iter().map(|it| at(account, it)).collect()
}

fn at(account: &AccountAround, finding: Finding) -> Problem {
    let place = Place {
        entity_type: ProblemEntity::LosingAccount,
        entity_id: account.account.id.uuid(),
        label: account.name.clone(),
        port_order_id: None,
    };
    Problem::new(place, finding)
}

/// What every losing carrier compares with its own record before it lets numbers go.
fn missing(account: &LosingAccount) -> Vec<Finding> {
    let mut found = Vec::new();
    if !account.has_account_number {
        found.push(Finding::error(
            "account_number_missing",
            "The account number at the losing carrier is missing.",
            "Enter it as the bill shows it.",
        ));
    }
    if account.name_on_account.trim().is_empty() {
        found.push(Finding::error(
            "account_name_missing",
            "The name on the account is missing.",
            "Enter it exactly as the customer service record spells it.",
        ));
    }
    let zip = account
        .csr_address
        .as_ref()
        .and_then(|it| it.postal_code.as_deref());
    if zip.is_none_or(|zip| zip.trim().is_empty()) {
        found.push(Finding::error(
            "account_zip_missing",
            "The service address of the account has no ZIP code.",
            "Enter the address as the customer service record has it.",
        ));
    }
    found
}
