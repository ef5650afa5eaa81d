//! The program `portflow` as a person or a script uses it, on a workspace file and on a PostgreSQL workspace.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a test says what went wrong by failing, and its files are nobody's"
)]

#[path = "../../crates/store/tests/common/mod.rs"]
#[allow(dead_code, reason = "each test program uses its own part of the harness")]
mod databases;

mod bad_files;
mod bad_input;
mod carriers;
mod discovery;
mod discovery_workbook;
mod each_row;
#[path = "../../crates/sheet/tests/filled/mod.rs"]
mod filled;
mod inventory;
mod kill;
mod leaks;
mod order_documents;
mod order_life;
mod order_watch;
mod problems;
mod project;
mod questionnaires;
mod site_files;
mod status_sheets;
mod story;
mod two_customers;
mod workbench;
mod worked_example;
