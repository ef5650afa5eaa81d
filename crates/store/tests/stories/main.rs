//! What the store promises, told as stories that run on SQLite and on PostgreSQL.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::too_many_lines,
    reason = "a test says what went wrong by failing, and a story is told in one piece"
)]

#[path = "../common/mod.rs"]
mod common;
mod errors;
mod inventory;
mod keys;
mod listing;
mod numbers_around_orders;
mod office;
mod opening;
mod order_documents;
mod orders;
mod raw;
mod secrets;
mod site_files;
mod surroundings;
mod trouble;
mod watched_orders;
mod world;
