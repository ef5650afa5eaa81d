//! Spreadsheet bytes to PortFlow's neutral workbook, and tables to spreadsheet bytes.
//!
//! The only crate that names a spreadsheet library. It decides what a file is from its bytes, never from its
//! name, keeps the memory a hostile file can take within [`Limits`], and gives no meaning to what the cells
//! say: headers, numbers and people are the domain's business.

pub mod delimited;
pub mod discovery_book;
pub mod in_place;
pub mod port_request;
pub mod read;
pub mod write;

pub use delimited::csv_port_request;
pub use discovery_book::write_discovery_book;
pub use in_place::{FillError, fill_workbook};
pub use port_request::write_port_request;
pub use read::{Limits, ReadError, read};
pub use write::{Column, TableHead, WriteError, write_table, write_tables};
