//! How far the numbers of an order have come, counted by base number.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

use crate::enums::{OrderNumberOutcome, PortingStatus};

/// One line of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineProgress<'a> {
    /// The base number, E.164.
    pub e164: &'a str,
    /// How far its port has come.
    pub status: PortingStatus,
    /// What became of it in this order.
    pub outcome: Option<OrderNumberOutcome>,
}

/// The counter of an order, and who is missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OrderProgress {
    /// Base numbers in it.
    pub numbers: u32,
    /// Those that have moved, verified ones included.
    pub ported: u32,
    /// Those whose calls somebody has tried.
    pub verified: u32,
    /// Those that have not moved although others have, E.164.
    pub missing: Vec<String>,
    /// Those that left the order for a new one, E.164.
    pub released: Vec<String>,
}

/// Counts the lines of one order; a base number with several lines has moved when all of them have.
pub fn progress<'a>(lines: impl IntoIterator<Item = LineProgress<'a>>) -> OrderProgress {
    let mut by_number: BTreeMap<&str, Vec<LineProgress>> = BTreeMap::new();
    for line in lines {
        by_number.entry(line.e164).or_default().push(line);
    }
    let mut counted = OrderProgress::default();
    let mut waiting = Vec::new();
    for (number, lines) in by_number {
        counted.numbers += 1;
        let all = |test: fn(&LineProgress) -> bool| lines.iter().all(test);
        counted.verified += u32::from(all(|line| line.status == PortingStatus::Verified));
        if all(|line| matches!(line.status, PortingStatus::Ported | PortingStatus::Verified)) {
            counted.ported += 1;
        } else if all(|line| line.outcome == Some(OrderNumberOutcome::Released)) {
            counted.released.push(number.to_owned());
        } else if !all(|line| line.outcome == Some(OrderNumberOutcome::Kept)) {
            waiting.push(number.to_owned());
        }
    }
    if counted.ported > 0 {
        counted.missing = waiting;
    }
    counted
}
