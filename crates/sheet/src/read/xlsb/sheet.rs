//! The records of one sheet of an `.xlsb` workbook.

use std::io::BufRead;

use portflow_domain::workbook::Cell;

use super::Globals;
use super::records::Records;
use crate::read::error::Stop;
use crate::read::grid::{Formula, Grid};
use crate::read::layout::Layout;
use crate::read::value::{error, rk_number};

/// Fills `grid` with the cells of a worksheet part; returns what stands around them.
pub(super) fn read(part: impl BufRead, book: &Globals, grid: &mut Grid<'_>) -> Result<Layout, Stop> {
    let mut layout = Layout::default();
    let mut records = Records::new(part);
    let (mut row, mut column) = (0, 0);
    while records.advance().map_err(Stop::damage)? {
        let at = |at| records.u32(at) as usize;
        match records.kind {
            // BrtRowHdr
            0x0000 => {
                row = at(0);
                if records.u8(11) & 0x10 != 0 {
                    layout.hide_rows(row, row);
                }
            }
            // BrtCellBlank to BrtFmlaError, and BrtCellRString
            1..=11 | 62 => {
                column = at(0);
                let (cell, formula) = cell(&records, 8, book)?;
                grid.put((row, column), cell, formula)?;
            }
            // BrtShortBlank to BrtShortIsst: in the column after the cell before
            12..=18 => {
                column += 1;
                let (cell, formula) = cell(&records, 4, book)?;
                grid.put((row, column), cell, formula)?;
            }
            // BrtColInfo
            0x003c if records.u16(16) & 1 != 0 => layout.hide_columns(at(0), at(4)),
            // BrtMergeCell
            0x00b0 => layout.merge((at(0), at(8), at(4), at(12))),
            // BrtEndSheet
            0x0082 => return Ok(layout),
            _ => {}
        }
    }
    Err(Stop::damage("a sheet without an end"))
}

/// The cell of a record whose value begins at `at`; the style stands in the three bytes four before it.
fn cell<R: BufRead>(record: &Records<R>, at: usize, book: &Globals) -> Result<(Cell, Formula), Stop> {
    let style = record.u32(at - 4) as usize & 0x00ff_ffff;
    let text = |at| {
        let text = record
            .text(at)
            .ok_or_else(|| Stop::damage("a text that is cut off"))?;
        Ok::<_, Stop>(Cell::text(text.0))
    };
    let is_formula = matches!(record.kind, 8..=11);
    let cell = match record.kind {
        2 | 13 => book.dates.number(rk_number(record.u32(at)), style),
        3 | 11 | 14 => error(record.u8(at)),
        4 | 10 | 15 => Cell::Bool(record.u8(at) != 0),
        5 | 9 | 16 => book.dates.number(record.f64(at), style),
        6 | 8 | 17 => text(at)?,
        7 | 18 => {
            let text = book.strings.get(record.u32(at) as usize);
            let text = text.ok_or_else(|| Stop::damage("a shared string that is not there"))?;
            Cell::text(text.as_str())
        }
        // Runs of formatting follow the text.
        62 => text(at + 1)?,
        _ => Cell::Empty,
    };
    Ok((
        cell,
        if is_formula {
            Formula::Calculated
        } else {
            Formula::None
        },
    ))
}
