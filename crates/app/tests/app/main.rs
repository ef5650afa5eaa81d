//! Stories through the use cases and the table of commands, each on SQLite and on PostgreSQL: what a person does,
//! what is stored, what is logged and what is refused.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::too_many_lines,
    reason = "a test fails by panicking, and writes its own scratch files"
)]

mod account_numbers;
mod accounts_at_sites;
mod carriers;
mod cells;
mod contacts;
mod corrections;
mod discovery;
mod documents;
#[path = "../../../sheet/tests/filled/mod.rs"]
mod filled;
mod findings;
mod held;
mod import_found;
mod import_joined;
mod import_review;
mod import_undo;
mod imports;
mod inventory;
mod locked;
mod log;
mod order_exports;
mod order_exports_again;
mod order_guards;
mod order_life;
mod order_proposals;
mod order_watch;
mod orders;
mod permissions;
mod pictures;
mod place;
mod problems;
mod questionnaires;
mod report;
mod saved_sites;
mod scripts;
mod secrets;
mod site_files;
mod site_uses;
mod status_sheets;
mod walks;
mod watching;
mod world;
