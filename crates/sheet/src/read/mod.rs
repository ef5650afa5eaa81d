//! From the bytes of a file to a [`Workbook`].
//!
//! [`read`] looks at the bytes, picks the one reader that fits and answers everything else with a
//! [`ReadError`] that names the file's kind and the way out of it.

mod delimited;
mod error;
mod layout;
mod limits;
mod package;
mod sniff;
mod text;
mod xlsx;

pub use error::ReadError;
pub use limits::Limits;

use portflow_domain::workbook::{Cell, Workbook};
use sniff::Content;

/// Reads a file into the neutral workbook.
///
/// `file_name` only names the sheet of a text file; what the bytes are is read from the bytes, so a workbook
/// called `.csv` is read as the workbook it is.
///
/// # Errors
/// Every reason for which the file cannot be read, with what the person can do about it. No content panics,
/// and none takes more memory than `limits` allow.
pub fn read(bytes: &[u8], file_name: &str, limits: &Limits) -> Result<Workbook, ReadError> {
    if bytes.len() > limits.max_file_bytes {
        return Err(ReadError::too_large("bytes in the file", limits.max_file_bytes));
    }
    let workbook = match sniff::content(bytes)? {
        Content::Zip => xlsx::read(bytes, limits)?,
        Content::Text => delimited::read(bytes, file_name, limits)?,
    };
    if workbook
        .sheets
        .iter()
        .flat_map(|sheet| &sheet.rows)
        .flatten()
        .all(Cell::is_blank)
    {
        return Err(ReadError::NoRows);
    }
    Ok(workbook)
}
