//! The records of one sheet of an `.xls` workbook.

use portflow_domain::workbook::Cell;

use super::records::{Record, Records};
use super::{BOF, EOF, Globals};
use crate::read::error::Stop;
use crate::read::grid::{Formula, Grid};
use crate::read::layout::Layout;
use crate::read::value::{error, rk_number};

/// Fills `grid` with the cells of the sheet whose records begin `stream`; returns what stands around them.
pub(super) fn read<'b>(stream: &[u8], book: &'b Globals, grid: &mut Grid<'b>) -> Result<Layout, Stop> {
    let mut reading = Reading {
        book,
        grid,
        layout: Layout::default(),
        awaited: None,
    };
    let mut depth = 0_usize;
    for record in Records::new(stream) {
        match record.kind {
            BOF => depth += 1,
            EOF if depth <= 1 => return reading.finish(),
            EOF => depth -= 1,
            // A chart inside the sheet has records of its own.
            _ if depth == 1 => reading.take_in(&record)?,
            _ if depth == 0 => break,
            _ => {}
        }
    }
    Err(Stop::damage("a sheet without an end"))
}

struct Reading<'b, 'g> {
    book: &'b Globals,
    grid: &'g mut Grid<'b>,
    layout: Layout,
    /// The place of a formula whose text comes in a record of its own.
    awaited: Option<(usize, usize)>,
}

impl Reading<'_, '_> {
    fn finish(mut self) -> Result<Layout, Stop> {
        self.give_up_awaited()?;
        Ok(self.layout)
    }

    fn take_in(&mut self, record: &Record<'_>) -> Result<(), Stop> {
        match record.kind {
            // NUMBER
            0x0203 => self.cell(record, self.number(record.f64(6), record.u16(4))),
            // RK
            0x027e => self.cell(record, self.number(rk_number(record.u32(6)), record.u16(4))),
            // MULRK
            0x00bd => self.numbers(record),
            // LABELSST
            0x00fd => {
                let text = self.book.strings.get(record.u32(6) as usize);
                let text = text.ok_or_else(|| Stop::damage("a shared string that is not there"))?;
                self.cell(record, Cell::text(text.as_str()))
            }
            // LABEL and RSTRING
            0x0204 | 0x00d6 => {
                let text = record.strings(6).long(self.book.letters).unwrap_or_default();
                self.cell(record, Cell::text(text))
            }
            // BOOLERR
            0x0205 => self.cell(record, truth_or_error(record.u8(6), record.u8(7) == 1)),
            // FORMULA
            0x0006 => self.formula(record),
            // STRING
            0x0207 => {
                let text = record.strings(0).long(self.book.letters).unwrap_or_default();
                match self.awaited.take() {
                    Some(place) => Ok(self.grid.put(place, Cell::text(text), Formula::Calculated)?),
                    None => Ok(()),
                }
            }
            _ => {
                self.lay_out(record);
                Ok(())
            }
        }
    }

    fn lay_out(&mut self, record: &Record<'_>) {
        let at = |at| usize::from(record.u16(at));
        match record.kind {
            // ROW
            0x0208 if record.u16(12) & 0x20 != 0 => self.layout.hide_rows(at(0), at(0)),
            // COLINFO
            0x007d if record.u16(8) & 1 != 0 => self.layout.hide_columns(at(0), at(2).min(255)),
            // MERGEDCELLS
            0x00e5 => {
                let regions = record.data.len().saturating_sub(2) / 8;
                for region in 0..regions.min(at(0)) {
                    let from = 2 + region * 8;
                    self.layout
                        .merge((at(from), at(from + 4), at(from + 2), at(from + 6)));
                }
            }
            _ => {}
        }
    }

    fn number(&self, value: f64, style: u16) -> Cell {
        self.book.dates.number(value, style.into())
    }

    fn cell(&mut self, record: &Record<'_>, cell: Cell) -> Result<(), Stop> {
        self.give_up_awaited()?;
        Ok(self.grid.put(place(record), cell, Formula::None)?)
    }

    /// Several numbers in one row: a style and a number each, and the last column at the end.
    fn numbers(&mut self, record: &Record<'_>) -> Result<(), Stop> {
        let (row, column) = place(record);
        for index in 0..record.data.len().saturating_sub(6) / 6 {
            let at = 4 + index * 6;
            let cell = self.number(rk_number(record.u32(at + 2)), record.u16(at));
            self.grid.put((row, column + index), cell, Formula::None)?;
        }
        Ok(())
    }

    fn formula(&mut self, record: &Record<'_>) -> Result<(), Stop> {
        self.give_up_awaited()?;
        let cell = match (record.u16(12), record.u8(6)) {
            (0xffff, 0) => {
                self.awaited = Some(place(record));
                return Ok(());
            }
            (0xffff, 1) => truth_or_error(record.u8(8), false),
            (0xffff, 2) => truth_or_error(record.u8(8), true),
            (0xffff, _) => Cell::Empty,
            _ => self.number(record.f64(6), record.u16(4)),
        };
        Ok(self.grid.put(place(record), cell, Formula::Calculated)?)
    }

    /// A formula whose text never came.
    fn give_up_awaited(&mut self) -> Result<(), Stop> {
        match self.awaited.take() {
            Some(place) => Ok(self.grid.put(place, Cell::Empty, Formula::WithoutValue)?),
            None => Ok(()),
        }
    }
}

fn place(record: &Record<'_>) -> (usize, usize) {
    (record.u16(0).into(), record.u16(2).into())
}

fn truth_or_error(code: u8, is_error: bool) -> Cell {
    if is_error {
        error(code)
    } else {
        Cell::Bool(code != 0)
    }
}
