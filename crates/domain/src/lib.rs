//! The rules of number porting and voice migration: values in, values out.
//!
//! Nothing here reads a file, a clock or a random number, and nothing is async, so every rule can be tried
//! with a table of inputs.

pub mod changes;
pub mod coded;
pub mod corrections;
pub mod discovery;
pub mod discovery_book;
pub mod entities;
pub mod enums;
pub mod ids;
pub mod import;
pub mod mapping;
pub mod number;
pub mod number_blocks;
pub mod porting;
pub mod problems;
pub mod provisioning;
pub mod timestamp;
pub mod transitions;
pub mod views;
pub mod workbook;
