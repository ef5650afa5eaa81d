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
mod workspace;

use std::time::{Duration, Instant};

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

fn line(what: &str, time: Duration, floor: Duration) {
    let (time, floor) = (time.as_secs_f64(), floor.as_secs_f64());
    println!("  {what:<56} {:>9.1} ms {:>6.2}", time * 1_000.0, time / floor);
}

/// How long `work` takes.
async fn timed<T>(work: impl Future<Output = T>) -> (T, Duration) {
    let begun = Instant::now();
    let done = work.await;
    (done, begun.elapsed())
}
