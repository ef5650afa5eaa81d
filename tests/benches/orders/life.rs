//! One order: opened, and led from draft to verified.

use std::sync::Arc;
use std::time::Duration;

use chrono::{Days, Utc};
use portflow_app::Session;
use serde_json::{Value, json};

use crate::timing::{median, timed};
use crate::workspace::call;

const STEPS: [&str; 8] = [
    "ready",
    "loa_requested",
    "loa_signed",
    "submitted",
    "foc_received",
    "scheduled",
    "ported",
    "verified",
];

/// What the page of an order asks for.
pub async fn opening(session: &Arc<Session>, id: &Value, rounds: usize) -> Duration {
    let mut times = Vec::with_capacity(rounds);
    for _ in 0..rounds {
        times.push(
            timed(call(session, "port_order_get", json!({ "id": id })))
                .await
                .1,
        );
    }
    median(times)
}

/// All steps of the order's life together; its numbers are verified between the last two, which does not count.
pub async fn led(session: &Arc<Session>, order: &Value) -> Duration {
    let mut order = order.clone();
    let mut whole = Duration::ZERO;
    for to in STEPS {
        if to == "verified" {
            verify_numbers(session, &order).await;
        }
        let (after, time) = timed(call(session, "port_order_transition", step(&order, to))).await;
        order = after;
        whole += time;
    }
    whole
}

async fn verify_numbers(session: &Arc<Session>, order: &Value) {
    let opened = call(session, "port_order_get", json!({ "id": order["id"] })).await;
    let lines = opened["numbers"].as_array().unwrap();
    let ids: Vec<&Value> = lines.iter().map(|line| &line["phoneNumberId"]).collect();
    call(
        session,
        "number_transition",
        json!({ "ids": ids, "to": "verified" }),
    )
    .await;
}

/// A step with everything a step may ask for.
fn step(order: &Value, to: &str) -> Value {
    // At the site it may still be the day before.
    let today = Utc::now().date_naive() - Days::new(1);
    let foc = json!({ "date": today + Days::new(30), "time": "10:00", "zone": "America/New_York" });
    json!({ "id": order["id"], "revision": order["revision"], "to": to, "reason": "As the carrier says",
        "foc": matches!(to, "foc_received" | "scheduled").then_some(foc),
        "signedOn": (to == "loa_signed").then_some(today) })
}
