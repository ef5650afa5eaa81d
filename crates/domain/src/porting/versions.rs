//! The versions in which an order went to the carrier, each told by what it changed of the one before.
//!
//! Carriers call a changed request a supplement (SUP) and number its kinds: 1 cancels, 2 asks for a new date, 3 changes
//! anything else.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;
use ts_rs::TS;

use crate::changes::{FieldChange, diff};
use crate::coded::coded_enum;
use crate::entities::PortOrderVersion;
use crate::timestamp::Timestamp;

coded_enum! {
    /// What a changed request asks of the carrier.
    Supplement: "supplement" {
        /// SUP 1.
        Cancel => "cancel" ("SUP 1: cancel"),
        /// SUP 2.
        NewDate => "new_date" ("SUP 2: new date"),
        /// SUP 3.
        Other => "other" ("SUP 3: other change"),
    }
}

/// The fields of an order that its request shows.
const ASKED: [&str; 6] = [
    "scope",
    "desiredDate",
    "newBtn",
    "signerContactId",
    "resporgId",
    "notes",
];
/// What every row has, and what the request does not show.
const OF_ROW: [&str; 8] = [
    "id",
    "customerId",
    "revision",
    "createdAt",
    "updatedAt",
    "csrDate",
    "billDate",
    "btnDialable",
];

/// A request as it was sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OrderVersion {
    /// From 1.
    #[ts(type = "number")]
    pub version: i64,
    /// When it was sent.
    pub at: Timestamp,
    /// What it asked for; none of the first one and of a request that was made again after a rejection.
    pub supplement: Option<Supplement>,
    /// Base numbers in it.
    pub number_count: u32,
    /// What it says otherwise than the version before; of numbers one entry each, with nothing before or after.
    pub changes: Vec<FieldChange>,
}

/// The stored versions of one order, oldest first.
pub fn versions(stored: &[PortOrderVersion]) -> Vec<OrderVersion> {
    let before = std::iter::once(None).chain(stored.iter().map(Some));
    let told = |(before, version): (Option<&PortOrderVersion>, &PortOrderVersion)| OrderVersion {
        version: version.version,
        at: version.at,
        supplement: version.snapshot["supplement"]
            .as_str()
            .and_then(|code| code.parse().ok()),
        number_count: u32::try_from(numbers(&version.snapshot).len()).unwrap_or(u32::MAX),
        changes: before.map_or_else(Vec::new, |before| changes(&before.snapshot, &version.snapshot)),
    };
    before.zip(stored).map(told).collect()
}

/// Whether a changed request asks for another date and nothing else.
pub fn supplement_of(before: &Value, after: &Value) -> Supplement {
    let changed = changes(before, after);
    if !changed.is_empty() && changed.iter().all(|change| change.field == "desiredDate") {
        Supplement::NewDate
    } else {
        Supplement::Other
    }
}

/// What two snapshots of an order say differently.
pub fn changes(before: &Value, after: &Value) -> Vec<FieldChange> {
    let order = diff(&before["order"], &after["order"], &[]);
    let asked = order
        .into_iter()
        .filter(|change| ASKED.contains(&change.field.as_str()));
    let account = diff(&before["losingAccount"], &after["losingAccount"], &OF_ROW);
    let (old, new) = (numbers(before), numbers(after));
    let left = old
        .difference(&new)
        .map(|number| number_change(Some(number), None));
    let came = new
        .difference(&old)
        .map(|number| number_change(None, Some(number)));
    asked.chain(account).chain(left).chain(came).collect()
}

fn numbers(snapshot: &Value) -> BTreeSet<&str> {
    let numbers = snapshot["numbers"].as_array();
    numbers.into_iter().flatten().filter_map(Value::as_str).collect()
}

fn number_change(before: Option<&&str>, after: Option<&&str>) -> FieldChange {
    let value = |number: Option<&&str>| number.map_or(Value::Null, |number| Value::from(*number));
    FieldChange {
        field: "numbers".to_owned(),
        old_value: value(before),
        new_value: value(after),
    }
}
