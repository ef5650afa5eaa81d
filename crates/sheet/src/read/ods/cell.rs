//! One cell of an OpenDocument spreadsheet.

use std::io::BufRead;

use portflow_domain::workbook::Cell;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::{Xml, skip};
use crate::read::error::Stop;
use crate::read::grid::Formula;
use crate::read::value::{finite, iso_date};
use crate::read::xml::attribute;

/// Text longer than this many bytes is longer than a cell holds, whatever letters it is made of.
const ENOUGH: usize = 4 * Cell::MAX_TEXT;

/// The longest error value, in bytes: `#GETTING_DATA` in any language.
const MAX_ERROR: usize = 64;

/// Reads to the end of the cell whose element was just opened.
pub(super) fn read<R: BufRead>(xml: &mut Xml<R>, element: &BytesStart<'_>) -> Result<(Cell, Formula), Stop> {
    let stored = Stored::of(element);
    let text = paragraphs(xml, element)?;
    let formula = match (stored.has_formula, &stored.kind) {
        (false, _) => Formula::None,
        (true, None) if text.is_empty() => Formula::WithoutValue,
        (true, _) => Formula::Calculated,
    };
    Ok((stored.cell(text), formula))
}

/// What the attributes of a cell say.
#[derive(Default)]
struct Stored {
    kind: Option<String>,
    value: Option<String>,
    has_formula: bool,
    is_error: bool,
}

impl Stored {
    fn of(element: &BytesStart<'_>) -> Self {
        let mut stored = Self::default();
        for attribute in element.attributes().with_checks(false).flatten() {
            let value = || {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
                Some(value.into_owned())
            };
            match attribute.key.as_ref() {
                "office:value-type" => stored.kind = value(),
                "office:value" | "office:date-value" | "office:boolean-value" | "office:string-value" => {
                    stored.value = value();
                }
                "table:formula" => stored.has_formula = true,
                "calcext:value-type" => stored.is_error = value().as_deref() == Some("error"),
                _ => {}
            }
        }
        stored
    }

    /// The cell, whose paragraphs are `text`: what a person sees.
    fn cell(self, text: String) -> Cell {
        if self.is_error && text.len() <= MAX_ERROR {
            return Cell::Error(text.into());
        }
        let value = self.value.unwrap_or_default();
        match self.kind.as_deref() {
            Some("float" | "percentage" | "currency") => {
                value.parse().map_or_else(|_| Cell::text(text), finite)
            }
            Some("date") => iso_date(&value).map_or_else(|| Cell::text(text), Cell::Date),
            Some("boolean") => Cell::Bool(value.eq_ignore_ascii_case("true")),
            Some("string") if !value.is_empty() => Cell::text(value),
            _ => Cell::text(text),
        }
    }
}

/// The text of a cell's paragraphs, one per line; comments and drawings are left out.
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "everything but text and the elements named is skipped"
)]
fn paragraphs<R: BufRead>(xml: &mut Xml<R>, cell: &BytesStart<'_>) -> Result<String, Stop> {
    let (mut text, mut buffer) = (String::new(), Vec::new());
    let (mut is_first, mut in_paragraph) = (true, false);
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(Stop::damage)? {
            Event::Start(element) => match element.name().as_ref() {
                "text:p" | "text:h" => {
                    if !is_first {
                        text.push('\n');
                    }
                    (is_first, in_paragraph) = (false, true);
                }
                "text:s" => text.push_str(&" ".repeat(spaces(&element))),
                "text:tab" => text.push('\t'),
                "text:line-break" => text.push('\n'),
                name if name.starts_with("text:") => {}
                _ => skip(xml, &element)?,
            },
            Event::End(element) if element.name() == cell.name() => return Ok(text),
            Event::End(element) if matches!(element.name().as_ref(), "text:p" | "text:h") => {
                in_paragraph = false;
            }
            Event::Text(piece) if in_paragraph && text.len() < ENOUGH => {
                text.push_str(&piece.xml10_content());
            }
            Event::CData(piece) if in_paragraph && text.len() < ENOUGH => {
                text.push_str(&piece.xml10_content());
            }
            Event::GeneralRef(entity) if in_paragraph => text.push_str(&resolved(&entity)?),
            Event::Eof => return Err(Stop::damage("a cell without an end")),
            _ => {}
        }
    }
}

/// How many spaces a `text:s` stands for; a single one when nothing is said.
fn spaces(element: &BytesStart<'_>) -> usize {
    attribute(element, "c")
        .and_then(|count| count.parse().ok())
        .unwrap_or(1)
        .min(Cell::MAX_TEXT)
}

/// The letter behind `&amp;` or `&#228;`; entities that the file defines itself are refused.
fn resolved(entity: &BytesRef<'_>) -> Result<String, Stop> {
    if let Some(letter) = entity.resolve_char_ref().map_err(Stop::damage)? {
        return Ok(letter.to_string());
    }
    resolve_xml_entity(entity)
        .map(str::to_owned)
        .ok_or_else(|| Stop::damage("an unknown entity"))
}
