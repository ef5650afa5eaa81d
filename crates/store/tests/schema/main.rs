//! What the databases themselves hold, without any code of the store: the same schema on both, and its rules.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test says what went wrong by failing"
)]

#[path = "../common/mod.rs"]
#[allow(dead_code, reason = "each test program uses its own part of the harness")]
mod common;

mod counters;
mod database;
mod indexes;
mod parity;
mod rules;
mod search;
mod status_steps;
mod upgrade;
