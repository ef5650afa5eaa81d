//! What the catalogue says of a carrier's rejection: what it means, what to open, who mends it, what the clock does.

use portflow_domain::coded::Coded;
use portflow_domain::porting::reject_codes::{RejectCode, reason};
use serde_json::Value;

/// The recipe of an order's latest rejection, as long as no new submission has answered it.
pub(super) fn of_order(detail: &Value) -> Option<String> {
    let events = detail["events"].as_array()?;
    let is_turn = |event: &&Value| {
        ["rejected", "submitted"]
            .iter()
            .any(|it| event["toStatus"] == *it)
    };
    let latest = events.iter().rfind(is_turn)?;
    latest["rejectCode"].as_str().map(recipe)
}

/// The recipe of a code, a line each; nothing for a code that the catalogue does not know.
pub(super) fn recipe(code: &str) -> String {
    let Ok(code) = code.parse::<RejectCode>() else {
        return String::new();
    };
    let reason = reason(code);
    let clock = if reason.restarts_clock {
        "starts again with the corrected request"
    } else {
        "goes on"
    };
    format!(
        "{}: {}\nlook at: {}\nmended by: {}\nthe carrier's clock {clock}",
        code.code(),
        reason.text,
        reason.fields.join(", "),
        reason.mended_by.code().replace('_', " "),
    )
}
