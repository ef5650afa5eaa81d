//! `cargo xtask bench`: the problems of a large migration after one edit against all of them anew, on both databases.
//! Nothing is asserted.
//!
//! Argument: how many numbers (100,000). PostgreSQL is the server that `PORTFLOW_TEST_POSTGRES` names; without it its
//! half is left out.

#![allow(
    clippy::print_stdout,
    reason = "the result of a measurement is what it prints"
)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a measurement that cannot be made ends"
)]
#![allow(clippy::disallowed_methods, reason = "nothing here belongs to a person")]

#[path = "../../../crates/store/tests/common/mod.rs"]
#[allow(dead_code, reason = "each program uses its own part of the harness")]
mod databases;
mod large;
#[path = "../common/timing.rs"]
mod timing;
#[path = "../discovery/workspace.rs"]
mod workspace;

use std::sync::Arc;

use portflow_app::Session;
use serde_json::{Value, json};

use databases::{Place, on_postgres, on_sqlite};
use large::{Extent, Large};
use timing::{line, median, timed};
use workspace::{call, new};

/// Rounds of which the median counts.
const ROUNDS: usize = 9;

#[tokio::main]
async fn main() {
    // Cargo adds --bench.
    let numbers = std::env::args().find_map(|argument| argument.parse::<usize>().ok());
    let numbers = numbers.unwrap_or(100_000);
    on_sqlite(move |place| measure(place, "SQLite", numbers)).await;
    on_postgres("", move |place| measure(place, "PostgreSQL", numbers)).await;
}

async fn measure(place: Place, name: &'static str, numbers: usize) {
    let folder = tempfile::tempdir().unwrap();
    let session = workspace::session(folder.path());
    let customer = new(&session, &place).await;
    let extent = Extent {
        first: 0,
        numbers,
        orders: 4,
    };
    let large = Large::furnished(&session, folder.path(), &customer, &extent).await;
    let mut whole = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        session.books.clear();
        whole.push(timed(problems(&session, &large.migration)).await.1);
    }
    let whole = median(whole);
    println!("problems of {numbers} numbers on {name} (ratio to all of them anew)");
    line("all of them anew", whole, whole);
    let mut nothing = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        nothing.push(timed(problems(&session, &large.migration)).await.1);
    }
    line("again, nothing has changed", median(nothing), whole);
    for (what, values) in [
        (
            "after one edit of a usage",
            [json!({ "usage": "conference" }), json!({ "usage": "user" })],
        ),
        (
            "after one edit of a disposition",
            [
                json!({ "disposition": "unknown" }),
                json!({ "disposition": "port" }),
            ],
        ),
    ] {
        let mut times = Vec::with_capacity(ROUNDS);
        for round in 0..ROUNDS {
            let mut edit = values[round % 2].clone();
            edit["ids"] = json!([large.free]);
            call(&session, "number_set", edit).await;
            times.push(timed(problems(&session, &large.migration)).await.1);
        }
        line(what, median(times), whole);
    }
    session.set_workspace(None).await;
}

async fn problems(session: &Arc<Session>, migration: &Value) {
    call(session, "problem_list", json!({ "migrationId": migration })).await;
}
