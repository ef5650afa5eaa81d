//! PortFlow's use cases and the one table of commands that every front end calls.
//!
//! Use cases check, ask the domain, change rows and log the act in one transaction. No window, terminal or
//! network is known here.

pub mod activity;
pub mod clock;
pub mod commands;
pub mod config;
pub mod context;
pub mod dto;
pub mod error;
pub mod events;
mod file_errors;
mod file_name;
pub mod files;
mod imported_files;
pub mod opening;
pub mod problem_books;
pub mod session;
mod store_errors;
pub mod tasks;
pub mod use_cases;
pub mod watching;

pub use error::{ApiError, ErrorCode, Result};
pub use session::Session;
