//! Proposing and making the orders of a large migration against those of one with a tenth of its numbers, and the
//! life of one order within each.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use portflow_app::Session;
use serde_json::{Value, json};

use crate::databases::Place;
use crate::large::{Extent, IN_ORDER, Large};
use crate::life;
use crate::timing::{line, median, timed};
use crate::workspace::{call, new, session};

/// Rounds of which the median counts.
const ROUNDS: usize = 5;
/// How many times fewer numbers the small migration has.
const SMALLER: usize = 10;

/// Measures and prints.
pub async fn measure(place: Place, name: &'static str, numbers: usize) {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    new(&session, &place).await;
    let few = measured(&session, folder.path(), numbers, numbers / SMALLER).await;
    let many = measured(&session, folder.path(), 0, numbers).await;
    println!("orders of {numbers} numbers on {name} (ratio to a migration with a tenth of them)");
    line("proposed", many.proposing, few.proposing);
    let made = format!("{} made as one act", many.orders);
    line(&made, many.making, few.making);
    line("one of 100 numbers opened", many.opening, few.opening);
    line("its eight steps from draft to verified", many.living, few.living);
    session.set_workspace(None).await;
}

struct Measured {
    orders: usize,
    proposing: Duration,
    making: Duration,
    opening: Duration,
    living: Duration,
}

async fn measured(session: &Arc<Session>, folder: &Path, first: usize, numbers: usize) -> Measured {
    let extent = Extent {
        first,
        numbers,
        orders: 0,
    };
    let customer = json!({ "name": format!("Customer of {numbers}"), "isDemo": true });
    let customer = call(session, "customer_add", customer).await["id"].clone();
    let signer = json!({ "customerId": customer, "kind": "authorized_signer", "name": "Alex Example" });
    call(session, "contact_add", signer).await;
    let large = Large::furnished(session, folder, &customer, &extent).await;
    let ask = json!({ "migrationId": large.migration });
    let (mut proposed, mut times) = (Value::Null, Vec::with_capacity(ROUNDS));
    for _ in 0..ROUNDS {
        let (found, time) = timed(call(session, "port_orders_propose", ask.clone())).await;
        proposed = found;
        times.push(time);
    }
    let orders = drafts(&large.migration, &proposed);
    let count = orders.len();
    let (made, making) = timed(call(session, "port_orders_add", json!({ "orders": orders }))).await;
    let order = &made[0];
    Measured {
        orders: count,
        proposing: median(times),
        making,
        opening: life::opening(session, &order["id"], ROUNDS).await,
        living: life::led(session, order).await,
    }
}

/// The proposed orders, cut as a person would cut them.
fn drafts(migration: &Value, proposed: &Value) -> Vec<Value> {
    let mut drafts = Vec::new();
    for order in proposed["orders"].as_array().unwrap() {
        let numbers = order["numbers"].as_array().unwrap();
        let scope = if numbers.len() > IN_ORDER {
            json!("partial")
        } else {
            order["scope"].clone()
        };
        for part in numbers.chunks(IN_ORDER) {
            let ids: Vec<&Value> = part.iter().map(|it| &it["phoneNumberIds"][0]).collect();
            drafts.push(
                json!({ "migrationId": migration, "losingAccountId": order["losingAccountId"],
                "scope": scope, "phoneNumberIds": ids }),
            );
        }
    }
    drafts
}
