//! Where the rows and cells of a sheet stand in its XML, in bytes.

use std::ops::Range;

use portflow_domain::workbook::cell_position;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{FillError, position, prefix_of};
use crate::read::attribute;

/// A rectangle: first row, first column, last row, last column, all 0-based and inclusive.
pub(super) type Area = (usize, usize, usize, usize);

/// A cell as it stands in the XML.
#[derive(Debug, Clone)]
pub(super) struct CellSpan {
    pub(super) column: usize,
    pub(super) bytes: Range<usize>,
    /// The number of its style.
    pub(super) style: Option<String>,
    pub(super) has_formula: bool,
    pub(super) has_value: bool,
}

/// A row as it stands in the XML.
#[derive(Debug, Clone)]
pub(super) struct RowSpan {
    pub(super) row: usize,
    /// The tag that opens it.
    pub(super) tag: Range<usize>,
    /// Where `</row>` begins; none for a row without cells, `<row/>`.
    pub(super) close: Option<usize>,
    pub(super) cells: Vec<CellSpan>,
}

/// The places of one sheet.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Such as `x:`, mostly nothing.
    pub(super) prefix: String,
    pub(super) rows: Vec<RowSpan>,
    /// The tag that opens the cells, and where `</sheetData>` begins; none where it is `<sheetData/>`.
    pub(super) data: Range<usize>,
    pub(super) data_close: Option<usize>,
    pub(super) merged: Vec<Area>,
    /// What formulas over several cells fill.
    pub(super) arrays: Vec<Area>,
    /// The tag that tells the used area, and that area.
    pub(super) dimension: Option<(Range<usize>, Area)>,
}

impl Survey {
    pub(super) fn row(&self, row: usize) -> Option<&RowSpan> {
        let found = self.rows.binary_search_by_key(&row, |span| span.row).ok()?;
        self.rows.get(found)
    }

    pub(super) fn cell(&self, row: usize, column: usize) -> Option<&CellSpan> {
        self.row(row)?.cells.iter().find(|cell| cell.column == column)
    }
}

/// Reads the places of a sheet.
///
/// # Errors
/// XML that is damaged, or no sheet with cells.
pub(super) fn survey(xml: &str) -> Result<Survey, FillError> {
    let mut reader = Reader::from_str(xml);
    let mut found = Survey::default();
    let mut open: Option<CellSpan> = None;
    loop {
        let start = position(&reader);
        let event = reader.read_event().map_err(FillError::damaged)?;
        let bytes = start..position(&reader);
        match event {
            Event::Start(element) => begin(&mut found, &mut open, &element, bytes, false)?,
            Event::Empty(element) => begin(&mut found, &mut open, &element, bytes, true)?,
            Event::End(element) => match element.name().local_name().as_ref() {
                "c" => {
                    if let (Some(mut cell), Some(row)) = (open.take(), found.rows.last_mut()) {
                        cell.bytes.end = bytes.end;
                        row.cells.push(cell);
                    }
                }
                "row" => {
                    if let Some(row) = found.rows.last_mut() {
                        row.close = Some(bytes.start);
                    }
                }
                "sheetData" => found.data_close = Some(bytes.start),
                _ => {}
            },
            Event::DocType(_) => return Err(FillError::damaged("a sheet has no document type")),
            Event::Eof => break,
            Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::GeneralRef(_) => {}
        }
    }
    if found.data.is_empty() {
        return Err(FillError::damaged("a sheet without cells"));
    }
    let ascending = found.rows.windows(2).all(|pair| pair[0].row < pair[1].row);
    if !ascending {
        return Err(FillError::damaged("its rows are out of order"));
    }
    Ok(found)
}

fn begin(
    found: &mut Survey,
    open: &mut Option<CellSpan>,
    element: &BytesStart<'_>,
    bytes: Range<usize>,
    is_empty: bool,
) -> Result<(), FillError> {
    match element.name().local_name().as_ref() {
        "dimension" => {
            let area = attribute(element, "ref").and_then(|area| area_of(&area));
            found.dimension = area.map(|area| (bytes, area));
        }
        "sheetData" => {
            found.prefix = prefix_of(element.name().as_ref());
            found.data = bytes;
        }
        "row" => found.rows.push(row_span(found, element, bytes)?),
        "c" => {
            let cell = cell_span(found.rows.last(), element, bytes)?;
            if is_empty {
                found
                    .rows
                    .last_mut()
                    .into_iter()
                    .for_each(|row| row.cells.push(cell.clone()));
            } else {
                *open = Some(cell);
            }
        }
        "f" => {
            if let Some(cell) = open {
                cell.has_formula = true;
            }
            if matches!(attribute(element, "t").as_deref(), Some("array" | "dataTable")) {
                found
                    .arrays
                    .extend(attribute(element, "ref").and_then(|area| area_of(&area)));
            }
        }
        "v" | "is" => {
            if let Some(cell) = open {
                cell.has_value = true;
            }
        }
        "mergeCell" => found
            .merged
            .extend(attribute(element, "ref").and_then(|area| area_of(&area))),
        _ => {}
    }
    Ok(())
}

fn row_span(found: &Survey, element: &BytesStart<'_>, bytes: Range<usize>) -> Result<RowSpan, FillError> {
    let next = found.rows.last().map_or(0, |row| row.row + 1);
    let row = match attribute(element, "r") {
        None => next,
        Some(number) => number
            .parse::<usize>()
            .ok()
            .and_then(|number| number.checked_sub(1))
            .ok_or_else(|| FillError::damaged(format!("'{number}' is no row")))?,
    };
    Ok(RowSpan {
        row,
        tag: bytes,
        close: None,
        cells: Vec::new(),
    })
}

fn cell_span(
    row: Option<&RowSpan>,
    element: &BytesStart<'_>,
    bytes: Range<usize>,
) -> Result<CellSpan, FillError> {
    let row = row.ok_or_else(|| FillError::damaged("a cell stands outside a row"))?;
    let column = match attribute(element, "r") {
        None => row.cells.last().map_or(0, |cell| cell.column + 1),
        Some(address) => cell_position(&address)
            .filter(|(at, _)| *at == row.row)
            .map(|(_, column)| column)
            .ok_or_else(|| FillError::damaged(format!("'{address}' is no cell of its row")))?,
    };
    Ok(CellSpan {
        column,
        bytes,
        style: attribute(element, "s"),
        has_formula: false,
        has_value: false,
    })
}

/// The rectangle of `B4:C7`, or of `B4` alone.
fn area_of(text: &str) -> Option<Area> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let (top, left) = cell_position(first)?;
    let (bottom, right) = cell_position(last)?;
    Some((top, left, bottom, right))
}
