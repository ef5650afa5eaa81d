//! Values put into cells of a workbook that somebody else made, its layout kept.
//!
//! Only the text of the one sheet and a mark in the workbook's list of parts are written anew: every other part, with
//! styles, pictures, drawings, lists of choices and macros, is copied as the bytes it was. What cannot be filled in
//! without damage is refused.

mod date_styles;
mod patch;
mod survey;

use std::io::{Cursor, Read, Write};

use portflow_domain::porting::request_sheet::FilledWorkbook;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::read::attribute;
use date_styles::DateStyles;

/// The largest part of a workbook that is read, in bytes once it is unpacked.
const LARGEST_PART: u64 = 64 << 20;
/// A workbook with more parts than this is not filled in.
const MOST_PARTS: usize = 10_000;

/// A workbook that cannot be filled in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FillError {
    /// Another kind of file.
    #[error("Only .xlsx and .xlsm workbooks without a password can be filled in; save it as one in Excel.")]
    NoWorkbook,
    /// It has a digital signature.
    #[error("The workbook is digitally signed, and filling it in would break the signature.")]
    Signed,
    /// The zip or its XML is not what it should be.
    #[error("The workbook is damaged: {0}.")]
    Damaged(String),
    /// It unpacks to more than a form may.
    #[error("The workbook is too large to be filled in.")]
    TooLarge,
    /// No such sheet.
    #[error("The workbook has no sheet '{0}' with cells.")]
    NoSheet(String),
    /// A formula stands where a value should go.
    #[error("Cell {0} holds a formula; name another cell.")]
    Formula(String),
    /// A cell that is covered by another one.
    #[error("Cell {0} is hidden behind the merged cell {1}; name that one.")]
    Merged(String, String),
    /// The table is too short for the numbers.
    #[error("The table has room for {room} rows and the order has {rows}: cell {cell} is in the way.")]
    NoRoom {
        /// Rows that are free.
        room: usize,
        /// Rows of the order.
        rows: usize,
        /// What is in the way.
        cell: String,
    },
    /// A text that Excel would cut off.
    #[error("The text for cell {0} is longer than a cell can hold.")]
    TextTooLong(String),
}

impl FillError {
    fn damaged(error: impl std::fmt::Display) -> Self {
        Self::Damaged(error.to_string().trim_end_matches('.').to_owned())
    }
}

/// The workbook with these values in their cells. Cells keep their styles; text is always text, never a formula;
/// formulas elsewhere are calculated anew when the workbook is opened.
///
/// # Errors
/// See [`FillError`]; the account number and the PIN are in none of them.
pub fn fill_workbook(content: &[u8], filled: &FilledWorkbook) -> Result<Vec<u8>, FillError> {
    let mut zip = ZipArchive::new(Cursor::new(content)).map_err(|_| FillError::NoWorkbook)?;
    let names = part_names(&mut zip)?;
    if names.iter().any(|name| name.starts_with("_xmlsignatures/")) {
        return Err(FillError::Signed);
    }
    let book_path = names
        .iter()
        .find(|name| name.as_str() == "xl/workbook.xml")
        .ok_or(FillError::NoWorkbook)?
        .clone();
    let book = text_of(&mut zip, &book_path)?;
    let sheet_path = sheet_path(&mut zip, &book, &filled.sheet)?;
    let sheet = text_of(&mut zip, &sheet_path)?;
    let styles = if names.iter().any(|name| name == "xl/styles.xml") {
        DateStyles::read(&text_of(&mut zip, "xl/styles.xml")?, &book)?
    } else {
        DateStyles::default()
    };
    let survey = survey::survey(&sheet)?;
    let sheet = patch::patched(&sheet, &survey, filled, &styles)?;
    let book = recalculated(&book)?;
    repacked(zip, &[(&book_path, book), (&sheet_path, sheet)])
}

fn part_names(zip: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Vec<String>, FillError> {
    if zip.len() > MOST_PARTS {
        return Err(FillError::TooLarge);
    }
    let mut names = Vec::with_capacity(zip.len());
    for index in 0..zip.len() {
        let part = zip.by_index_raw(index).map_err(FillError::damaged)?;
        if part.encrypted() {
            return Err(FillError::NoWorkbook);
        }
        names.push(part.name().map_err(FillError::damaged)?.into_owned());
    }
    Ok(names)
}

fn text_of(zip: &mut ZipArchive<Cursor<&[u8]>>, path: &str) -> Result<String, FillError> {
    let part = zip
        .by_name(path)
        .map_err(|_| FillError::damaged(format!("it has no part {path}")))?;
    let mut bytes = Vec::new();
    part.take(LARGEST_PART + 1)
        .read_to_end(&mut bytes)
        .map_err(FillError::damaged)?;
    if bytes.len() as u64 > LARGEST_PART {
        return Err(FillError::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    String::from_utf8(bytes.to_vec()).map_err(FillError::damaged)
}

/// Calls `each` with every element that opens.
fn elements(xml: &str, mut each: impl FnMut(&BytesStart<'_>)) -> Result<(), FillError> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().map_err(FillError::damaged)? {
            Event::Start(element) | Event::Empty(element) => each(&element),
            Event::Eof => return Ok(()),
            Event::End(_)
            | Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::GeneralRef(_) => {}
        }
    }
}

/// The part that holds the sheet of this name.
fn sheet_path(zip: &mut ZipArchive<Cursor<&[u8]>>, book: &str, name: &str) -> Result<String, FillError> {
    let mut relation = None;
    elements(book, |element| {
        if element.name().local_name().as_ref() == "sheet"
            && attribute(element, "name").as_deref() == Some(name)
        {
            relation = relation_id(element);
        }
    })?;
    let relation = relation.ok_or_else(|| FillError::NoSheet(name.to_owned()))?;
    let relations = text_of(zip, "xl/_rels/workbook.xml.rels")?;
    let mut target = None;
    elements(&relations, |element| {
        if attribute(element, "Id").as_deref() == Some(relation.as_str()) {
            let of_sheet = attribute(element, "Type").is_some_and(|kind| kind.ends_with("/worksheet"));
            target = attribute(element, "Target").filter(|_| of_sheet);
        }
    })?;
    let target = target.ok_or_else(|| FillError::NoSheet(name.to_owned()))?;
    Ok(match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("xl/{target}"),
    })
}

/// The relation of a sheet: its `id` with a prefix, for `sheetId` has none.
fn relation_id(element: &BytesStart<'_>) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|it| it.key.local_name().as_ref() == "id" && it.key.prefix().is_some())?;
    Some(found.value.into_owned())
}

/// The list of parts with the mark that every formula is calculated when the workbook is opened.
fn recalculated(book: &str) -> Result<String, FillError> {
    const BEFORE: [&str; 4] = ["sheets", "functionGroups", "externalReferences", "definedNames"];
    let mut reader = Reader::from_str(book);
    let (mut after, mut prefix) = (None, String::new());
    loop {
        let start = position(&reader);
        match reader.read_event().map_err(FillError::damaged)? {
            Event::Start(element) | Event::Empty(element)
                if element.name().local_name().as_ref() == "calcPr" =>
            {
                let tag = &book[start..position(&reader)];
                let marked = match attribute(&element, "fullCalcOnLoad") {
                    Some(_) => without_attribute(tag, "fullCalcOnLoad"),
                    None => tag.to_owned(),
                };
                let name = element.name().as_ref().len() + 1;
                let marked = format!("{} fullCalcOnLoad=\"1\"{}", &marked[..name], &marked[name..]);
                return Ok(format!(
                    "{}{marked}{}",
                    &book[..start],
                    &book[position(&reader)..]
                ));
            }
            Event::End(element) if BEFORE.contains(&element.name().local_name().as_ref()) => {
                after = Some(position(&reader));
                prefix = prefix_of(element.name().as_ref());
            }
            Event::Empty(element) if BEFORE.contains(&element.name().local_name().as_ref()) => {
                after = Some(position(&reader));
            }
            Event::Eof => break,
            Event::Start(_)
            | Event::End(_)
            | Event::Empty(_)
            | Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::GeneralRef(_) => {}
        }
    }
    let after = after.ok_or_else(|| FillError::damaged("it lists no sheets"))?;
    let mark = format!("<{prefix}calcPr fullCalcOnLoad=\"1\"/>");
    Ok(format!("{}{mark}{}", &book[..after], &book[after..]))
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// `x:` of `x:row`.
fn prefix_of(name: &str) -> String {
    name.find(':')
        .map_or(String::new(), |colon| name[..=colon].to_owned())
}

/// A tag without one of its attributes.
fn without_attribute(tag: &str, name: &str) -> String {
    let Some(start) = tag.find(&format!(" {name}=")) else {
        return tag.to_owned();
    };
    let value = start + name.len() + 2;
    let quote = tag[value..].chars().next().unwrap_or('"');
    let Some(end) = tag[value + 1..].find(quote) else {
        return tag.to_owned();
    };
    format!("{}{}", &tag[..start], &tag[value + end + 2..])
}

/// The zip with some parts replaced and all others as they were.
fn repacked(
    mut zip: ZipArchive<Cursor<&[u8]>>,
    replaced: &[(&String, String)],
) -> Result<Vec<u8>, FillError> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..zip.len() {
        let part = zip.by_index_raw(index).map_err(FillError::damaged)?;
        let name = part.name().map_err(FillError::damaged)?.into_owned();
        let Some((_, text)) = replaced.iter().find(|(path, _)| **path == name) else {
            writer.raw_copy_file(part).map_err(FillError::damaged)?;
            continue;
        };
        let mut options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        if let Some(at) = part.last_modified() {
            options = options.last_modified_time(at);
        }
        writer.start_file(name, options).map_err(FillError::damaged)?;
        writer.write_all(text.as_bytes()).map_err(FillError::damaged)?;
    }
    let packed = writer.finish().map_err(FillError::damaged)?;
    Ok(packed.into_inner())
}
