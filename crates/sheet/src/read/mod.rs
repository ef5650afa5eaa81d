//! From the bytes of a file to a [`Workbook`].
//!
//! [`read`] looks at the bytes, picks the one reader that fits and answers everything else with a
//! [`ReadError`] that names the file's kind and the way out of it.

mod compound;
mod delimited;
mod error;
mod fixed_width;
mod grid;
mod layout;
mod limits;
mod ods;
mod package;
mod sniff;
mod stumble;
mod text;
mod value;
mod xls;
mod xlsb;
mod xlsx;
mod xml;

pub(crate) use xml::attribute;

pub use error::ReadError;
pub use limits::Limits;

use std::path::Path;

use package::{Package, PackageKind};
use portflow_domain::workbook::{Cell, Sheet, Workbook};
use sniff::Content;
use stumble::unless_it_panics;

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
    // A library, or this crate, may stumble over damage that nobody has thought of.
    let workbook = unless_it_panics(|| workbook(bytes, file_name, limits))
        .unwrap_or_else(|| Err(ReadError::damaged("the reader panicked")))?;
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

fn workbook(bytes: &[u8], file_name: &str, limits: &Limits) -> Result<Workbook, ReadError> {
    match sniff::content(bytes)? {
        Content::Zip => {
            let package = Package::open(bytes, limits)?;
            match package.kind {
                PackageKind::Xlsx => xlsx::read(package, bytes, limits),
                PackageKind::Xlsb => xlsb::read(package, limits),
                PackageKind::Ods => ods::read(package, limits),
            }
        }
        Content::Compound => xls::read(bytes, limits),
        Content::Text => text_table(bytes, file_name, limits),
    }
}

/// Reads a text into a workbook of one sheet, named after the file.
fn text_table(bytes: &[u8], file_name: &str, limits: &Limits) -> Result<Workbook, ReadError> {
    let text::Decoded { text, encoding } = text::decode(bytes)?;
    let (format, delimiter, rows) = match fixed_width::column_starts(&text) {
        Some(starts) => (
            "fixed width text",
            None,
            fixed_width::rows(&text, &starts, limits)?,
        ),
        None => {
            let (delimiter, rows) = delimited::rows(&text, limits)?;
            ("csv", Some(char::from(delimiter)), rows)
        }
    };
    let stem = Path::new(file_name).file_stem().unwrap_or_default();
    Ok(Workbook {
        format: format.to_owned(),
        encoding: Some(encoding.to_owned()),
        delimiter,
        sheets: vec![Sheet {
            name: stem.to_string_lossy().into_owned(),
            rows,
            ..Sheet::default()
        }],
    })
}
