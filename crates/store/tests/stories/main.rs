//! What the store promises, told as stories that run on SQLite and on PostgreSQL.

#[path = "../common/mod.rs"]
mod common;
mod errors;
mod inventory;
mod keys;
mod listing;
mod office;
mod opening;
mod orders;
mod raw;
mod secrets;
mod trouble;
mod world;
