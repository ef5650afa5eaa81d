//! What a site costs a month, today and afterwards, and what contracts still cost after the cutover.

use chrono::NaiveDate;
use portflow_document::discovery::{ReportCost, ReportCosts};
use portflow_document::words::day;
use portflow_domain::discovery::circuits::{CostLine, MonthlyCosts, dollars, monthly_costs, remaining_cost};
use portflow_domain::entities::Circuit;

use super::Facts;

/// What the two sums count.
const COUNTED: &str = "Today counts circuits and the licenses on hand. After counts circuits without a disconnect \
    date, and all licenses.";

/// The comparison in words.
pub(super) fn costs(of: &Facts) -> ReportCosts {
    let costs = monthly_costs(&of.learnt.circuits, &of.learnt.licenses);
    let lines = costs
        .lines
        .iter()
        .map(|it| line(it.label.clone(), it.today_cents, it.after_cents));
    let remaining = of
        .learnt
        .cutover
        .map(|cutover| remaining(&of.learnt.circuits, &costs.lines, cutover));
    ReportCosts {
        lines: lines.collect(),
        sum: Some(line(
            "All".to_owned(),
            Some(costs.today_cents),
            Some(costs.after_cents),
        )),
        left_out: left_out(&costs),
        remaining: remaining.unwrap_or_default(),
        rule: rule(of),
    }
}

fn rule(of: &Facts) -> String {
    let undated = match of.learnt.cutover {
        Some(_) => "",
        None => "The cutover has no date yet, so nothing is counted of contracts.\n",
    };
    format!(
        "{COUNTED}\n{undated}What remains of a contract: {}",
        of.learnt.remaining_cost_rule
    )
}

fn line(label: String, today: Option<i64>, after: Option<i64>) -> ReportCost {
    let spelt = |cents: Option<i64>| cents.map_or_else(|| "not known".to_owned(), dollars);
    ReportCost {
        label,
        today: spelt(today),
        after: spelt(after),
        difference: match (today, after) {
            (Some(today), Some(after)) => dollars(after.saturating_sub(today)),
            _ => String::new(),
        },
    }
}

fn left_out(costs: &MonthlyCosts) -> String {
    match costs.unknown {
        0 => String::new(),
        1 => "One line is not in the sums, because its cost is not known.".to_owned(),
        unknown => format!("{unknown} lines are not in the sums, because their cost is not known."),
    }
}

/// Circuits come first among the lines, in the same order.
fn remaining(circuits: &[Circuit], lines: &[CostLine], cutover: NaiveDate) -> Vec<[String; 4]> {
    let outlasting = circuits.iter().zip(lines).filter_map(|(circuit, line)| {
        let end = circuit.contract_end.filter(|end| *end > cutover)?;
        let cost = match circuit.monthly_cost_cents {
            Some(monthly) => dollars(remaining_cost(monthly, end, cutover).cents),
            None => "not known".to_owned(),
        };
        Some([line.label.clone(), day(end), day(cutover), cost])
    });
    outlasting.collect()
}
