//! What a site costs a month, today and after the migration, from its circuits and licenses.

use super::shown;
use crate::entities::{Circuit, License};
use crate::ids::EntityId;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

/// One circuit or license in the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CostLine {
    /// The circuit or license.
    #[ts(type = "string")]
    pub row: Uuid,
    /// How a person knows it.
    pub label: String,
    /// What it costs a month today, in cents of the dollar; none = not known.
    pub today_cents: Option<i64>,
    /// What it costs a month afterwards; none = not known.
    pub after_cents: Option<i64>,
}

/// The comparison. Sums count only what is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MonthlyCosts {
    /// Circuits, then licenses, in the order of the caller.
    pub lines: Vec<CostLine>,
    /// Sum of today, in cents of the dollar.
    pub today_cents: i64,
    /// Sum of afterwards.
    pub after_cents: i64,
    /// Lines whose cost is not known today or afterwards.
    pub unknown: usize,
}

/// Compares what is paid each month. A circuit ends with its disconnect date and stays a cost without one; a license
/// on hand is paid before and after, a new one only after. Every license is paid, given out or not.
pub fn monthly_costs(circuits: &[Circuit], licenses: &[License]) -> MonthlyCosts {
    let of_circuits = circuits.iter().map(|circuit| CostLine {
        row: circuit.id.uuid(),
        label: shown(circuit),
        today_cents: circuit.monthly_cost_cents,
        after_cents: match circuit.disconnect_on {
            Some(_) => Some(0),
            None => circuit.monthly_cost_cents,
        },
    });
    let of_licenses = licenses.iter().map(|license| {
        let all = license
            .monthly_cost_cents
            .map(|each| each.saturating_mul(license.quantity));
        CostLine {
            row: license.id.uuid(),
            label: format!("{} {}", license.quantity, license.sku),
            today_cents: if license.is_new { Some(0) } else { all },
            after_cents: all,
        }
    });
    let lines: Vec<CostLine> = of_circuits.chain(of_licenses).collect();
    let sum =
        |cents: fn(&CostLine) -> Option<i64>| lines.iter().filter_map(cents).fold(0, i64::saturating_add);
    MonthlyCosts {
        today_cents: sum(|line| line.today_cents),
        after_cents: sum(|line| line.after_cents),
        unknown: lines
            .iter()
            .filter(|line| line.today_cents.is_none() || line.after_cents.is_none())
            .count(),
        lines,
    }
}
