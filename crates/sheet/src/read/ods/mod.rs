//! OpenDocument spreadsheets (`.ods`; OASIS OpenDocument 1.3, part 3, chapter 9).
//!
//! The one part that holds all sheets is streamed here and not by the spreadsheet library, which unfolds
//! every repetition into a dense grid and does not tell hidden rows and columns and merged regions.

mod cell;
mod table;

use std::collections::HashSet;
use std::io::BufRead;

use portflow_domain::workbook::{Sheet, Visibility, Workbook};
use quick_xml::events::{BytesStart, Event};

use super::grid::Room;
use super::package::Package;
use super::xml::attribute;
use super::{Limits, ReadError};

/// A streaming reader of the part that holds the sheets.
type Xml<R> = quick_xml::Reader<R>;

/// Reads an OpenDocument spreadsheet.
///
/// # Errors
/// Everything [`Package`] refuses, an encrypted document, damaged sheets by name, and more rows or cells than
/// `limits` allow.
pub(super) fn read(mut package: Package<'_>, limits: &Limits) -> Result<Workbook, ReadError> {
    package.weigh()?;
    let mut is_encrypted = false;
    package.each_element("META-INF/manifest.xml", "encryption-data", |_| {
        is_encrypted = true
    })?;
    if is_encrypted {
        return Err(ReadError::PasswordProtected);
    }
    let part = package
        .part("content.xml")?
        .ok_or_else(|| ReadError::damaged("the part with the sheets is missing"))?;
    let sheets = sheets(part, limits)?;
    if sheets.is_empty() {
        return Err(ReadError::NoSheets);
    }
    Ok(Workbook {
        format: "ods".to_owned(),
        sheets,
        ..Workbook::default()
    })
}

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "everything but the elements named is skipped"
)]
fn sheets(part: impl BufRead, limits: &Limits) -> Result<Vec<Sheet>, ReadError> {
    let mut xml = Xml::from_reader(part);
    xml.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    let (mut style, mut hidden_styles) = (String::new(), HashSet::new());
    let mut sheets = Vec::new();
    let mut room = Room::of(limits);
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(ReadError::damaged)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "style" => style = attribute(&element, "name").unwrap_or_default(),
                "table-properties" if attribute(&element, "display").as_deref() == Some("false") => {
                    hidden_styles.insert(style.clone());
                }
                // Old values of cells whose changes are recorded.
                "tracked-changes" => skip(&mut xml, &element)?,
                "table" => {
                    let name = attribute(&element, "name").unwrap_or_default();
                    let is_hidden =
                        attribute(&element, "style-name").is_some_and(|style| hidden_styles.contains(&style));
                    let (sheet, left) =
                        table::read(&mut xml, limits, room).map_err(|stop| stop.in_sheet(&name))?;
                    room = left;
                    sheets.push(Sheet {
                        name,
                        visibility: if is_hidden {
                            Visibility::Hidden
                        } else {
                            Visibility::Visible
                        },
                        ..sheet
                    });
                }
                _ => {}
            },
            Event::Eof => return Ok(sheets),
            _ => {}
        }
    }
}

/// Reads past an element and everything in it.
fn skip<R: BufRead>(xml: &mut Xml<R>, element: &BytesStart<'_>) -> Result<(), ReadError> {
    xml.read_to_end_into(element.name(), &mut Vec::new())
        .map_err(ReadError::damaged)?;
    Ok(())
}
