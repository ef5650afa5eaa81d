//! The discovery of a site as a workbook that a customer fills in, and what came back in it.
//!
//! `contents` says what stands in the workbook, `layout` how it looks, `back` what a filled one says, and `compare`
//! what changed. The workbook carries what it was made from (the base), so that three values can be compared: the
//! base, ours of today, and theirs. Nothing here knows a file format.

mod back;
mod compare;
mod contents;
mod form;
mod layout;
mod lines;
mod sheets;

pub use back::{BookProblem, BookSite, Returned, ReturnedEntry, is_book, read_back, site_of};
pub use compare::{Change, ChangeKind, FieldValues, compare};
pub use contents::{Contents, Entry, contents};
pub use form::{Form, Shape};
pub use layout::{BookCell, BookColumn, BookRow, BookSheet, BookTable, DiscoveryBook, layout};
pub use sheets::{Column, Table};
