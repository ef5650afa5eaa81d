//! The one text from which a script's fingerprint is made: equal facts give equal text, in whatever order the
//! rows came.

use serde_json::{Value, json};

use super::facts::{CutoverFacts, location_id, policy, present, sorted};
use crate::coded::Coded;

/// What a cutover script says, as one line of JSON. Only what reaches the script takes part: an order that
/// moves on, or a usage location filled in later, does not make a script stale.
pub fn inputs_canonical(facts: &CutoverFacts) -> String {
    let order = facts.order.as_ref().map(|order| {
        json!({
            "reference": order.reference.trim(),
            "not_before": order.not_before().map(|instant| instant.to_string()),
        })
    });
    let rows: Vec<Value> = sorted(&facts.rows)
        .into_iter()
        .map(|row| {
            json!([
                row.upn.trim(),
                row.display_name.trim(),
                row.line(),
                policy(&row.voice_routing_policy),
                policy(&row.dial_plan),
                policy(&row.calling_policy),
                location_id(&row.emergency_location),
            ])
        })
        .collect();
    json!({
        "kind": "cutover",
        "customer": facts.customer_name.trim(),
        "tenant_id": present(&facts.tenant_id),
        "tenant_domain": present(&facts.tenant_domain),
        "migration": facts.migration_path.trim(),
        "routing_type": facts.routing_type.code(),
        "order": order,
        "rows": rows,
    })
    .to_string()
}
