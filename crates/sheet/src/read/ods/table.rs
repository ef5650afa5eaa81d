//! One sheet of an OpenDocument spreadsheet: its columns and rows, with their repetitions.

use std::io::BufRead;

use portflow_domain::workbook::{Cell, Sheet};
use quick_xml::events::{BytesStart, Event};

use super::{Xml, cell, skip};
use crate::read::error::Stop;
use crate::read::grid::{Formula, Grid, Room, text_bytes};
use crate::read::layout::Layout;
use crate::read::limits::MAX_COLUMNS;
use crate::read::xml::attribute;
use crate::read::{Limits, ReadError};

/// Reads to the end of the sheet whose element was just opened; also returns what is left of `room`.
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "everything but the elements named is skipped"
)]
pub(super) fn read<R: BufRead>(xml: &mut Xml<R>, limits: &Limits, room: Room) -> Result<(Sheet, Room), Stop> {
    let mut table = Table {
        grid: Grid::new(limits, room),
        layout: Layout::default(),
        row: 0,
        column: 0,
    };
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(Stop::damage)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "table-column" => table.column(&element),
                "table-row" => table.row(xml, &element)?,
                // Drawings and controls, which have text of their own.
                "shapes" | "forms" => skip(xml, &element)?,
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "table" => {
                let left = table.grid.room();
                return Ok((table.grid.into_sheet(table.layout), left));
            }
            Event::Eof => return Err(Stop::damage("a sheet without an end")),
            _ => {}
        }
    }
}

struct Table<'l> {
    grid: Grid<'l>,
    layout: Layout,
    /// 0-based row that comes next.
    row: usize,
    /// 0-based column that is described next.
    column: usize,
}

/// The cells of a row that hold something, with their columns.
type Filled = Vec<(usize, Cell, Formula)>;

impl Table<'_> {
    fn column(&mut self, element: &BytesStart<'_>) {
        let end = self
            .column
            .saturating_add(count(element, "number-columns-repeated"));
        if is_hidden(element) && end > self.column {
            self.layout.hide_columns(self.column, end - 1);
        }
        self.column = end;
    }

    fn row<R: BufRead>(&mut self, xml: &mut Xml<R>, element: &BytesStart<'_>) -> Result<(), Stop> {
        let end = self.row.saturating_add(count(element, "number-rows-repeated"));
        if is_hidden(element) && end > self.row {
            self.layout.hide_rows(self.row, end - 1);
        }
        let filled = self.cells(xml)?;
        if let Some((last, _, _)) = filled.last() {
            let text = filled.iter().map(|(_, cell, _)| text_bytes(cell)).sum();
            self.grid.expect_room(end - self.row, last + 1, text)?;
            for row in self.row..end.saturating_sub(1) {
                for (column, cell, formula) in &filled {
                    self.grid.put((row, *column), cell.clone(), *formula)?;
                }
            }
        }
        if end > self.row {
            for (column, cell, formula) in filled {
                self.grid.put((end - 1, column), cell, formula)?;
            }
        }
        self.row = end;
        Ok(())
    }

    /// The cells up to the end of the row.
    #[allow(
        clippy::wildcard_enum_match_arm,
        reason = "everything but the elements named is skipped"
    )]
    fn cells<R: BufRead>(&mut self, xml: &mut Xml<R>) -> Result<Filled, Stop> {
        let mut filled = Filled::new();
        let mut buffer = Vec::new();
        let mut column = 0_usize;
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer).map_err(Stop::damage)? {
                Event::Start(element)
                    if matches!(element.local_name().as_ref(), "table-cell" | "covered-table-cell") =>
                {
                    let end = column.saturating_add(count(&element, "number-columns-repeated"));
                    self.merge(column, &element);
                    let (cell, formula) = cell::read(xml, &element)?;
                    if cell != Cell::Empty || formula != Formula::None {
                        if end > MAX_COLUMNS {
                            return Err(ReadError::too_large("columns in one sheet", MAX_COLUMNS).into());
                        }
                        self.grid.expect_room(end - column, 1, text_bytes(&cell))?;
                        filled.extend((column..end).map(|column| (column, cell.clone(), formula)));
                    }
                    column = end;
                }
                Event::End(element) if element.local_name().as_ref() == "table-row" => return Ok(filled),
                Event::Eof => return Err(Stop::damage("a row without an end")),
                _ => {}
            }
        }
    }

    fn merge(&mut self, column: usize, element: &BytesStart<'_>) {
        let last = |first: usize, name| first.saturating_add(count(element, name)).saturating_sub(1);
        let bottom = last(self.row, "number-rows-spanned");
        let right = last(column, "number-columns-spanned");
        self.layout.merge((self.row, column, bottom, right));
    }
}

/// How often something is repeated, or how far it reaches: once when nothing is said.
fn count(element: &BytesStart<'_>, name: &str) -> usize {
    attribute(element, name)
        .and_then(|count| count.parse().ok())
        .unwrap_or(1)
}

/// Whether a row or column is hidden or filtered away.
fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "visibility").is_some_and(|shown| shown != "visible")
}
