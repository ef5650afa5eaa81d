//! Excel workbooks (`.xlsx`, `.xlsm`).
//!
//! The cells are streamed, so that memory follows the cells a sheet has and not the area it claims. The
//! library can panic on damaged references; that is caught and reported as damage.

use std::io::{Cursor, Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use chrono::{NaiveDate, NaiveDateTime};
use portflow_domain::workbook::{Cell, Sheet, Visibility, Workbook};

use super::package::Package;
use super::{Limits, ReadError};

/// Columns of an Excel sheet.
const MAX_COLUMNS: usize = 16_384;

/// The first Excel serial number after 9999-12-31, where Excel's dates end.
const AFTER_LAST_DATE: f64 = 2_958_466.0;

/// Reads an Excel workbook; chart and dialog sheets are left out.
///
/// # Errors
/// Everything [`Package`] refuses, damaged sheets by name, and more rows or cells than `limits` allow.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, ReadError> {
    let mut package = Package::open(bytes, limits)?;
    let mut layouts = package.weigh()?;
    let parts = package.sheet_parts()?;
    let mut xlsx = open(bytes)?;
    let tabs: Vec<_> = xlsx
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), visibility(sheet.visible)))
        .collect();
    if tabs.is_empty() {
        return Err(ReadError::NoSheets);
    }
    let mut sheets = Vec::with_capacity(tabs.len());
    let mut cells_left = limits.max_cells;
    for (name, visibility) in tabs {
        let mut grid = Grid::new(limits, cells_left);
        let read = catch_unwind(AssertUnwindSafe(|| read_cells(&mut xlsx, &name, &mut grid)));
        read.unwrap_or_else(|_| Err(Interrupted::Damage("the reader panicked".to_owned())))
            .map_err(|why| why.in_sheet(&name))?;
        cells_left = grid.cells_left;
        let layout = parts
            .get(&name)
            .and_then(|part| layouts.remove(part))
            .unwrap_or_default();
        sheets.push(Sheet {
            name,
            visibility,
            rows: grid.rows,
            hidden_rows: layout.hidden_rows,
            hidden_columns: layout.hidden_columns,
            merged: layout.merged,
            formula_cells: grid.formula_cells,
        });
    }
    Ok(Workbook {
        format: "xlsx".to_owned(),
        sheets,
    })
}

fn open(bytes: &[u8]) -> Result<Xlsx<Cursor<&[u8]>>, ReadError> {
    match catch_unwind(|| Xlsx::new(Cursor::new(bytes))) {
        Ok(Ok(xlsx)) => Ok(xlsx),
        Ok(Err(XlsxError::Password)) => Err(ReadError::PasswordProtected),
        Ok(Err(error)) => Err(ReadError::damaged(error)),
        Err(_) => Err(ReadError::damaged("the reader panicked")),
    }
}

fn visibility(visible: SheetVisible) -> Visibility {
    match visible {
        SheetVisible::Visible => Visibility::Visible,
        SheetVisible::Hidden => Visibility::Hidden,
        SheetVisible::VeryHidden => Visibility::VeryHidden,
    }
}

/// Why the reading of one sheet stopped.
enum Interrupted {
    /// The library's words.
    Damage(String),
    /// A limit was reached.
    Refused(ReadError),
}

impl Interrupted {
    fn in_sheet(self, sheet: &str) -> ReadError {
        match self {
            Self::Damage(detail) => ReadError::DamagedSheet {
                sheet: sheet.to_owned(),
                detail,
            },
            Self::Refused(error) => error,
        }
    }
}

impl From<XlsxError> for Interrupted {
    fn from(error: XlsxError) -> Self {
        Self::Damage(error.to_string())
    }
}

fn read_cells<R: Read + Seek>(xlsx: &mut Xlsx<R>, sheet: &str, grid: &mut Grid) -> Result<(), Interrupted> {
    let mut cells = xlsx.worksheet_cells_reader(sheet)?;
    while let Some(record) = cells.next_cell_with_formula_metadata()? {
        let cell = cell(record.value);
        let is_formula = record.formula.is_some();
        if cell == Cell::Empty && !is_formula {
            continue;
        }
        let (row, column) = (record.pos.0 as usize, record.pos.1 as usize);
        *grid.slot(row, column).map_err(Interrupted::Refused)? = cell;
        if is_formula {
            grid.formula_cells.push((row, column));
        }
    }
    Ok(())
}

fn cell(value: DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) if text.is_empty() => Cell::Empty,
        DataRef::SharedString("") => Cell::Empty,
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::Text(text),
        DataRef::SharedString(text) => Cell::Text(text.to_owned()),
        DataRef::Int(number) => Cell::Number(number as f64),
        DataRef::Float(number) => finite(number),
        DataRef::Bool(value) => Cell::Bool(value),
        DataRef::DateTime(date) => date_cell(date),
        DataRef::DateTimeIso(text) => iso_date(&text).map_or(Cell::Text(text), Cell::Date),
        DataRef::Error(error) => Cell::Error(error.to_string()),
    }
}

/// NaN and infinity, which no spreadsheet shows, stay the text the file has.
fn finite(number: f64) -> Cell {
    if number.is_finite() {
        Cell::Number(number)
    } else {
        Cell::Text(number.to_string())
    }
}

/// A date; a duration or a number beyond Excel's last date (a telephone number in a column formatted as a
/// date) stays the number it is.
fn date_cell(date: ExcelDateTime) -> Cell {
    let serial = date.as_f64();
    if !date.is_datetime() || !(0.0..AFTER_LAST_DATE).contains(&serial) {
        return finite(serial);
    }
    let (year, month, day, hour, minute, second, milli) = date.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
        .and_then(|day| day.and_hms_milli_opt(hour.into(), minute.into(), second.into(), milli.into()))
        .map_or_else(|| finite(serial), Cell::Date)
}

fn iso_date(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim_end_matches('Z');
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f")
        .ok()
        .or_else(|| {
            NaiveDate::parse_from_str(text, "%Y-%m-%d")
                .ok()?
                .and_hms_opt(0, 0, 0)
        })
}

/// The growing rows of one sheet, within the limits.
struct Grid {
    rows: Vec<Vec<Cell>>,
    formula_cells: Vec<(usize, usize)>,
    max_rows: usize,
    max_cells: usize,
    cells_left: usize,
}

impl Grid {
    fn new(limits: &Limits, cells_left: usize) -> Self {
        Self {
            rows: Vec::new(),
            formula_cells: Vec::new(),
            max_rows: limits.max_rows,
            max_cells: limits.max_cells,
            cells_left,
        }
    }

    /// The place of a cell, made if it is not there yet.
    fn slot(&mut self, row: usize, column: usize) -> Result<&mut Cell, ReadError> {
        if row >= self.max_rows {
            return Err(ReadError::too_large("rows in one sheet", self.max_rows));
        }
        if column >= MAX_COLUMNS {
            return Err(ReadError::too_large("columns in one sheet", MAX_COLUMNS));
        }
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut self.rows[row];
        if let Some(missing) = (column + 1).checked_sub(cells.len()) {
            self.cells_left = self
                .cells_left
                .checked_sub(missing)
                .ok_or_else(|| ReadError::too_large("cells", self.max_cells))?;
            cells.resize(column + 1, Cell::Empty);
        }
        Ok(&mut cells[column])
    }
}
