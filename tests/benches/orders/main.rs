//! `cargo xtask bench`: proposing, making and opening orders among many numbers, and the screens over many orders, on
//! both databases. Nothing is asserted.
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

mod batching;
#[path = "../../../crates/store/tests/common/mod.rs"]
#[allow(dead_code, reason = "each program uses its own part of the harness")]
mod databases;
#[path = "../problems/large.rs"]
#[allow(dead_code, reason = "what only the problems look at")]
mod large;
mod life;
mod screens;
#[path = "../common/timing.rs"]
mod timing;
#[path = "../discovery/workspace.rs"]
mod workspace;

use databases::{on_postgres, on_sqlite};

/// Numbers in an order: as many as a busy customer has, and few, so that there are ten times as many orders.
const IN_ORDER: [usize; 2] = [100, 10];

#[tokio::main]
async fn main() {
    // Cargo adds --bench.
    let numbers = std::env::args().find_map(|argument| argument.parse::<usize>().ok());
    let numbers = numbers.unwrap_or(100_000);
    on_sqlite(move |place| batching::measure(place, "SQLite", numbers)).await;
    on_postgres("", move |place| batching::measure(place, "PostgreSQL", numbers)).await;
    for in_order in IN_ORDER {
        on_sqlite(move |place| screens::measure(place, "SQLite", numbers, in_order)).await;
        on_postgres("", move |place| {
            screens::measure(place, "PostgreSQL", numbers, in_order)
        })
        .await;
    }
}
