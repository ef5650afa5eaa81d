//! Trunks and circuits around a cutover: what their contracts still cost, and when they may be disconnected.

mod costs;

pub use costs::{CostLine, MonthlyCosts, monthly_costs};

use crate::discovery::DiscoveryFinding;
use crate::entities::Circuit;
use crate::ids::EntityId;
use chrono::{Datelike, Months, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

/// The rule of [`remaining_cost`], as a screen states it.
pub const REMAINING_COST_RULE: &str = "Counted from the month after the cutover to the end of the contract: whole months \
    at the monthly cost, and of the last month its days up to the end of the contract, rounded to the cent.";

/// What a circuit costs after the cutover until its contract ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RemainingCost {
    /// Whole months.
    pub months: i64,
    /// Days of a last month that is not whole; 0 where the contract ends with a month.
    pub days: i64,
    /// Days that the last month has; 0 where `days` is.
    pub days_in_month: i64,
    /// The cost of all of them, in cents of the dollar.
    pub cents: i64,
}

/// What is still to be paid by [`REMAINING_COST_RULE`]. The month of the cutover is paid for either way, so a
/// contract that ends in it leaves nothing.
pub fn remaining_cost(monthly_cents: i64, contract_end: NaiveDate, cutover: NaiveDate) -> RemainingCost {
    let month = |date: NaiveDate| i64::from(date.year()) * 12 + i64::from(date.month0());
    let between = month(contract_end) - month(cutover);
    let last = i64::from(days_in_month(contract_end));
    let day = i64::from(contract_end.day());
    let (months, days, days_in_month) = match between {
        ..=0 => (0, 0, 0),
        _ if day == last => (between, 0, 0),
        _ => (between - 1, day, last),
    };
    let whole = i128::from(monthly_cents) * i128::from(months);
    let part = match days_in_month {
        0 => 0,
        // Half a cent is rounded up.
        of => {
            (i128::from(monthly_cents) * i128::from(days) * 2 + i128::from(of)).div_euclid(2 * i128::from(of))
        }
    };
    RemainingCost {
        months,
        days,
        days_in_month,
        cents: i64::try_from(whole + part).unwrap_or(i64::MAX),
    }
}

/// What speaks against the circuits as they are written down; contracts are looked at once the cutover has a date.
pub fn check_circuits(circuits: &[Circuit], cutover: Option<NaiveDate>) -> Vec<DiscoveryFinding> {
    let mut found = Vec::new();
    for circuit in circuits {
        found.extend(disconnect(circuit, cutover));
        found.extend(cutover.and_then(|cutover| contract(circuit, cutover)));
    }
    found
}

fn disconnect(circuit: &Circuit, cutover: Option<NaiveDate>) -> Option<DiscoveryFinding> {
    let name = shown(circuit);
    let finding = match (circuit.disconnect_on, cutover) {
        (None, _) => DiscoveryFinding::warning(
            "disconnect_missing",
            format!("{name} has no date on which it is disconnected, so it will be paid for without end."),
            "Enter a day after the last port, when its numbers have been tested.",
        ),
        (Some(day), Some(cutover)) if day <= cutover => DiscoveryFinding::error(
            "disconnect_before_cutover",
            format!("{name} is disconnected on {day}, and the cutover is on {cutover}."),
            "Keep it until the last number has moved and been tested.",
        ),
        (Some(_), _) => return None,
    };
    Some(finding.rows([circuit.id.uuid()]).field("disconnectOn"))
}

fn contract(circuit: &Circuit, cutover: NaiveDate) -> Option<DiscoveryFinding> {
    let end = circuit.contract_end.filter(|end| *end > cutover)?;
    let cost = match circuit.monthly_cost_cents {
        None => "its monthly cost is not known".to_owned(),
        Some(monthly) => {
            let cost = remaining_cost(monthly, end, cutover);
            format!("{} remain to be paid ({})", dollars(cost.cents), counted(cost))
        }
    };
    let text = format!(
        "The contract of {} ends on {end}, after the cutover on {cutover}; {cost}.",
        shown(circuit)
    );
    let remedy = "Ask the carrier what ending it early costs, or let it run out.";
    let finding = DiscoveryFinding::warning("contract_after_cutover", text, remedy).rows([circuit.id.uuid()]);
    Some(finding.field("contractEnd").field("monthlyCostCents"))
}

fn counted(cost: RemainingCost) -> String {
    let months = match cost.months {
        1 => "1 month".to_owned(),
        months => format!("{months} months"),
    };
    match cost.days {
        0 => months,
        days => format!("{months} and {days} of {} days", cost.days_in_month),
    }
}

/// `$1,234.05`; cents of the dollar.
pub fn dollars(cents: i64) -> String {
    let digits = (cents.unsigned_abs() / 100).to_string();
    let grouped: Vec<&str> = (0..digits.len())
        .rev()
        .step_by(3)
        .map(|end| &digits[(end + 1).saturating_sub(3)..=end])
        .collect();
    let grouped: Vec<&str> = grouped.into_iter().rev().collect();
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}${}.{:02}", grouped.join(","), cents.unsigned_abs() % 100)
}

/// `the SIP trunk of Lumen, 12/HCGS/123`.
pub(super) fn shown(circuit: &Circuit) -> String {
    use crate::enums::CircuitKind as K;
    let kind = match circuit.kind {
        K::Pri => "PRI",
        K::Sip => "SIP trunk",
        K::Analog => "analog lines",
    };
    let id = circuit
        .circuit_id
        .as_deref()
        .map(str::trim)
        .filter(|id| !id.is_empty());
    match id {
        Some(id) => format!("{kind} {id} of {}", circuit.carrier_name),
        None => format!("{kind} of {}", circuit.carrier_name),
    }
}

fn days_in_month(date: NaiveDate) -> u32 {
    let next = date
        .with_day(1)
        .and_then(|first| first.checked_add_months(Months::new(1)));
    next.and_then(|next| next.pred_opt())
        .map_or(31, |last| last.day())
}
