//! Reading telephone numbers: E.164, extensions, ranges and the rules of the North American plan.
//!
//! `parse` and `parse_cell` accept every spelling people put into a spreadsheet and never guess: what cannot
//! be read becomes a `NumberError` that says why and what to do. Nothing here knows columns or rows.

mod country;
mod e164;
mod issue;
pub mod nanp;
mod read;
mod span;
mod text;

pub use country::{Country, UnknownCountry};
pub use e164::{E164, NotE164};
pub use issue::{NumberError, NumberIssue};
pub use read::{ParsedNumber, parse};
pub use span::{CellNumbers, RANGE_LIMIT, Spelling, parse_cell, parse_list};
