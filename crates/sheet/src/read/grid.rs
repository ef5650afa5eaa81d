//! The growing rows of one sheet, within the limits, whatever the format they come from.

use portflow_domain::workbook::{Cell, Sheet};

use super::layout::Layout;
use super::limits::MAX_COLUMNS;
use super::{Limits, ReadError};

/// Blank rows between two used ones. A person who types into the last row of a sheet by mistake leaves a
/// million of them, which would all be listed as read.
const MAX_GAP: usize = 100_000;

/// What a formula left in its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Formula {
    /// There is no formula.
    None,
    /// It was calculated; the cell holds its value, which may be empty text.
    Calculated,
    /// It was never calculated.
    WithoutValue,
}

/// What the sheets still to come may take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    cells: usize,
    text_bytes: usize,
}

impl Room {
    /// The room for a whole workbook.
    pub(super) fn of(limits: &Limits) -> Self {
        Self {
            cells: limits.max_cells,
            text_bytes: limits.max_text_bytes,
        }
    }
}

/// The rows of one sheet, each stored up to its last used cell.
pub(super) struct Grid<'l> {
    rows: Vec<Vec<Cell>>,
    formula_cells: Vec<(usize, usize)>,
    formulas_without_value: Vec<(usize, usize)>,
    limits: &'l Limits,
    room: Room,
    /// Cells of the row begun before the current one, so that a row is made as large as it will be.
    width: usize,
}

impl<'l> Grid<'l> {
    /// An empty grid that may take no more than `room`.
    pub(super) fn new(limits: &'l Limits, room: Room) -> Self {
        Self {
            rows: Vec::new(),
            formula_cells: Vec::new(),
            formulas_without_value: Vec::new(),
            limits,
            room,
            width: 0,
        }
    }

    /// What later sheets may still take.
    pub(super) fn room(&self) -> Room {
        self.room
    }

    /// Puts a cell in its place; an empty one without a formula leaves no trace.
    ///
    /// # Errors
    /// [`ReadError::TooLarge`] for a place beyond the limits, before any memory is taken for it.
    pub(super) fn put(
        &mut self,
        (row, column): (usize, usize),
        cell: Cell,
        formula: Formula,
    ) -> Result<(), ReadError> {
        if cell == Cell::Empty && formula == Formula::None {
            return Ok(());
        }
        let text = self.room.text_bytes.checked_sub(text_bytes(&cell));
        self.room.text_bytes = text.ok_or_else(|| self.too_much_text())?;
        *self.slot(row, column)? = cell;
        if formula != Formula::None {
            // A hostile file could repeat one cell for ever.
            if self.formula_cells.len() == self.limits.max_cells {
                return Err(ReadError::too_large("formulas", self.limits.max_cells));
            }
            self.formula_cells.push((row, column));
        }
        if formula == Formula::WithoutValue {
            self.formulas_without_value.push((row, column));
        }
        Ok(())
    }

    /// Refuses a repetition before any of it is made: `times` times `cells` cells with `text_bytes` bytes of
    /// text together.
    ///
    /// # Errors
    /// [`ReadError::TooLarge`].
    pub(super) fn expect_room(&self, times: usize, cells: usize, text_bytes: usize) -> Result<(), ReadError> {
        if times.saturating_mul(cells) > self.room.cells {
            return Err(self.too_many_cells());
        }
        if times.saturating_mul(text_bytes) > self.room.text_bytes {
            return Err(self.too_much_text());
        }
        Ok(())
    }

    fn too_many_cells(&self) -> ReadError {
        ReadError::too_large("cells", self.limits.max_cells)
    }

    fn too_much_text(&self) -> ReadError {
        ReadError::too_large("bytes of text", self.limits.max_text_bytes)
    }

    /// The finished sheet; name and visibility are the caller's.
    pub(super) fn into_sheet(self, layout: Layout) -> Sheet {
        let mut hidden_rows = layout.hidden_rows;
        // Programs hide all rows below a table at once.
        hidden_rows.truncate(hidden_rows.partition_point(|row| *row <= self.rows.len()));
        Sheet {
            rows: self.rows,
            hidden_rows,
            hidden_columns: layout.hidden_columns,
            merged: layout.merged,
            formula_cells: self.formula_cells,
            formulas_without_value: self.formulas_without_value,
            ..Sheet::default()
        }
    }

    /// The place of a cell, made if it is not there yet.
    fn slot(&mut self, row: usize, column: usize) -> Result<&mut Cell, ReadError> {
        if row >= self.limits.max_rows {
            return Err(ReadError::too_large("rows in one sheet", self.limits.max_rows));
        }
        if column >= MAX_COLUMNS {
            return Err(ReadError::too_large("columns in one sheet", MAX_COLUMNS));
        }
        if self.rows.len() + MAX_GAP < row {
            return Err(ReadError::too_large(
                "blank rows above its last used row",
                MAX_GAP,
            ));
        }
        if self.rows.len() <= row {
            self.width = self.rows.last().map_or(0, Vec::len);
            self.rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut self.rows[row];
        if let Some(missing) = (column + 1).checked_sub(cells.len()) {
            let left = self.room.cells.checked_sub(missing);
            self.room.cells = left.ok_or_else(|| ReadError::too_large("cells", self.limits.max_cells))?;
            if cells.capacity() == 0 {
                cells.reserve_exact(self.width.max(column + 1));
            }
            cells.resize(column + 1, Cell::Empty);
        }
        Ok(&mut cells[column])
    }
}

/// Bytes of text that a cell holds.
pub(super) fn text_bytes(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) => text.len(),
        Cell::Error(error) => error.len(),
        Cell::Empty | Cell::Number(_) | Cell::Date(_) | Cell::Bool(_) => 0,
    }
}
