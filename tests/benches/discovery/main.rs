//! `cargo xtask bench`: photos of a site against writing the same bytes into a table, and a workspace of many sites
//! against one of a single site, on both databases. Nothing is asserted.
//!
//! Arguments: the number of photos of 5 MB (200) and of sites (500). PostgreSQL is the server that
//! `PORTFLOW_TEST_POSTGRES` names; without it its half is left out.

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

mod photos;
mod sites;
#[path = "../common/timing.rs"]
mod timing;
mod workspace;

use databases::{on_postgres, on_sqlite};

#[tokio::main]
async fn main() {
    // Cargo adds --bench.
    let mut numbers = std::env::args().filter_map(|argument| argument.parse::<usize>().ok());
    let photos = numbers.next().unwrap_or(200);
    let count = numbers.next().unwrap_or(500);
    photos::measure(photos).await;
    on_sqlite(move |place| sites::measure(place, "SQLite", count)).await;
    on_postgres("", move |place| sites::measure(place, "PostgreSQL", count)).await;
}
