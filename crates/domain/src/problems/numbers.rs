//! What speaks against one number: on its own, and in the order that is being prepared with it.

use super::{Fix, OrderAround, Place, Problem, ProblemEntity, Surroundings};
use crate::coded::Coded;
use crate::discovery::special_lines::check_order;
use crate::entities::{PhoneNumber, SpecialLine};
use crate::enums::{Disposition, NumberClass, NumberUsage, PortingStatus};
use crate::ids::EntityId;
use crate::number::E164;
use crate::porting::order_numbers::{Candidate, check_number, check_plan};
use crate::porting::{Finding, Severity};

/// Every problem of one number. `lines` are the special lines that have it.
pub(super) fn check(number: &PhoneNumber, lines: &[&SpecialLine], around: &Surroundings) -> Vec<Problem> {
    let mut found = Vec::new();
    let Ok(e164) = number.number.parse::<E164>() else {
        return found;
    };
    found.extend(holder(number, &e164));
    let order = around.preparing(number.open_port_order_id);
    match order {
        Some(order) => {
            found.extend(in_order(number, &e164, order, around));
            found.extend(at_lines(number, lines, Some(order)));
        }
        None if is_waiting(number) => {
            found.extend(alone(number, &e164, around));
            if number.disposition == Disposition::Port {
                found.extend(at_lines(number, lines, None));
            }
        }
        None => {}
    }
    found
}

/// Whether the number is in nobody's hands yet.
fn is_waiting(number: &PhoneNumber) -> bool {
    number.open_port_order_id.is_none()
        && matches!(
            number.porting_status,
            PortingStatus::NotStarted | PortingStatus::LoaRejected | PortingStatus::Failed
        )
}

/// How a person knows a number: `+12145550100;ext=101`.
pub(super) fn shown(number: &PhoneNumber) -> String {
    match number.extension.as_str() {
        "" => number.number.clone(),
        extension => format!("{};ext={extension}", number.number),
    }
}

pub(super) fn at(number: &PhoneNumber, order: Option<&OrderAround>, finding: Finding) -> Problem {
    let place = Place {
        entity_type: ProblemEntity::PhoneNumber,
        entity_id: number.id.uuid(),
        label: shown(number),
        port_order_id: order.map(|it| it.order.id),
    };
    Problem::new(place, finding)
}

fn holder(number: &PhoneNumber, e164: &E164) -> Option<Problem> {
    if !e164.is_toll_free() {
        return None;
    }
    if number.assigned_end_user_id.is_some() {
        let text = format!("{e164} is toll-free and held by a person.");
        let remedy = "Give it to a resource account of an auto attendant or call queue.";
        let finding = Finding::error("toll_free_held_by_person", text, remedy);
        return Some(at(number, None, finding).mended_by(Some(Fix::TakeBack)));
    }
    (number.usage == NumberUsage::User).then(|| {
        let text = format!("{e164} is toll-free, and its usage is a person's.");
        let remedy = "Set its usage to voice application or conference.";
        let fix = Fix::SetUsage {
            usage: NumberUsage::VoiceApp,
        };
        at(
            number,
            None,
            Finding::warning("toll_free_for_person", text, remedy),
        )
        .mended_by(Some(fix))
    })
}

/// A number that is in no order.
fn alone(number: &PhoneNumber, e164: &E164, around: &Surroundings) -> Vec<Problem> {
    let mut found = Vec::new();
    if matches!(number.disposition, Disposition::Port | Disposition::Unknown) {
        let plan = check_plan(e164, around.is_demo);
        found.extend(plan.into_iter().map(|it| at(number, None, it)));
    }
    if number.disposition == Disposition::Unknown {
        let text = format!("The disposition of {e164} is unknown.");
        let remedy = "Decide whether it ports, stays, is forwarded or ends.";
        let finding = Finding::warning("disposition_unknown", text, remedy);
        let fix = Fix::SetDisposition {
            disposition: Disposition::Port,
        };
        found.push(at(number, None, finding).mended_by(Some(fix)));
    }
    if number.disposition == Disposition::Port {
        found.extend(ordered_elsewhere(number, around));
        if number.losing_account_id.is_none() && !e164.is_toll_free() {
            found.push(without_account(number, e164, around));
        }
    }
    found
}

fn without_account(number: &PhoneNumber, e164: &E164, around: &Surroundings) -> Problem {
    let mut accounts = around.accounts.keys();
    let only = accounts.next().filter(|_| accounts.next().is_none());
    let fix = only.map(|id| Fix::SetLosingAccount {
        losing_account_id: *id,
    });
    let text = format!("{e164} is to port and names no losing account.");
    let remedy = "Say which account it leaves.";
    at(number, None, Finding::warning("account_missing", text, remedy)).mended_by(fix)
}

/// The same number in an open order of another migration: the second order would be refused.
fn ordered_elsewhere(number: &PhoneNumber, around: &Surroundings) -> Option<Problem> {
    let order = around.ordered_elsewhere.get(&number.number)?;
    let text = format!("{} is already in the open order {order}.", number.number);
    let remedy = "Leave it to that order, or take it out there first.";
    Some(at(number, None, Finding::error("in_open_order", text, remedy)))
}

fn in_order(number: &PhoneNumber, e164: &E164, order: &OrderAround, around: &Surroundings) -> Vec<Problem> {
    let candidate = Candidate {
        e164: e164.clone(),
        disposition: number.disposition,
        porting_status: number.porting_status,
        open_order: around.ordered_elsewhere.get(&number.number).cloned(),
    };
    let mut findings = check_number(order.order.number_class, around.is_demo, &candidate);
    findings.extend(account_of(number, order, around));
    let out = |finding| at(number, Some(order), finding).mended_by(take_out(order));
    findings.into_iter().map(out).collect()
}

fn take_out(order: &OrderAround) -> Option<Fix> {
    order.is_draft().then_some(Fix::TakeOut {
        port_order_id: order.order.id,
    })
}

/// Numbers of two accounts in one order: the losing carrier refuses those that it does not find.
fn account_of(number: &PhoneNumber, order: &OrderAround, around: &Surroundings) -> Option<Finding> {
    let own = number.losing_account_id?;
    if order.order.number_class == NumberClass::TollFree || order.order.losing_account_id == Some(own) {
        return None;
    }
    let name = around.accounts.get(&own).map(|it| it.name.as_str());
    let text = format!(
        "{} is on another account: {}.",
        number.number,
        name.unwrap_or("one of another customer")
    );
    let remedy = "Take it out, and order it with its own account.";
    Some(Finding::error("account_mixed", text, remedy).about(format!("{} {own}", number.number)))
}

/// What hangs on the line. Nobody need decide about it before the number enters an order.
fn at_lines(number: &PhoneNumber, lines: &[&SpecialLine], order: Option<&OrderAround>) -> Vec<Problem> {
    let own = std::slice::from_ref(&number.number);
    let mut found = Vec::new();
    for line in lines {
        for mut it in check_order(std::slice::from_ref(*line), own) {
            if order.is_none() {
                it.finding.severity = Severity::Warning;
            }
            let place = Place {
                entity_type: ProblemEntity::SpecialLine,
                entity_id: line.id.uuid(),
                label: format!("{} {}", line.kind.code().replace('_', " "), number.number),
                port_order_id: order.map(|it| it.order.id),
            };
            found.push(Problem::new(place, it.finding).mended_by(order.and_then(take_out)));
        }
    }
    found
}
