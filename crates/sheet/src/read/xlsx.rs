//! Excel workbooks (`.xlsx`, `.xlsm`).
//!
//! The cells are streamed, so that memory follows the cells a sheet has and not the area it claims. The
//! library can panic on damaged references; that is caught and reported as damage.

use std::io::{Cursor, Read, Seek};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use portflow_domain::workbook::{Cell, Sheet, Visibility, Workbook};

use super::error::Stop;
use super::grid::{Formula, Grid, Room};
use super::package::Package;
use super::stumble::unless_it_panics;
use super::{Limits, ReadError, value};

/// Reads an Excel workbook; chart and dialog sheets are left out.
///
/// # Errors
/// Everything [`Package`] refuses, damaged sheets by name, and more rows or cells than `limits` allow.
pub(super) fn read(mut package: Package<'_>, bytes: &[u8], limits: &Limits) -> Result<Workbook, ReadError> {
    let mut layouts = package.weigh()?;
    let parts = package.sheet_parts()?;
    let has_macros = package.has_part("vbaproject.bin");
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
    let mut room = Room::of(limits);
    for (name, visibility) in tabs {
        let mut grid = Grid::new(limits, room);
        let read = unless_it_panics(|| read_cells(&mut xlsx, &name, &mut grid));
        read.unwrap_or_else(|| Err(Stop::damage("the reader panicked")))
            .map_err(|why| why.in_sheet(&name))?;
        room = grid.room();
        let layout = parts
            .get(&name)
            .and_then(|part| layouts.remove(part))
            .unwrap_or_default();
        sheets.push(Sheet {
            name,
            visibility,
            ..grid.into_sheet(layout)
        });
    }
    Ok(Workbook {
        format: if has_macros { "xlsm" } else { "xlsx" }.to_owned(),
        sheets,
        ..Workbook::default()
    })
}

fn open(bytes: &[u8]) -> Result<Xlsx<Cursor<&[u8]>>, ReadError> {
    match unless_it_panics(|| Xlsx::new(Cursor::new(bytes))) {
        Some(Ok(xlsx)) => Ok(xlsx),
        Some(Err(XlsxError::Password)) => Err(ReadError::PasswordProtected),
        Some(Err(error)) => Err(ReadError::damaged(error)),
        None => Err(ReadError::damaged("the reader panicked")),
    }
}

fn visibility(visible: SheetVisible) -> Visibility {
    match visible {
        SheetVisible::Visible => Visibility::Visible,
        SheetVisible::Hidden => Visibility::Hidden,
        SheetVisible::VeryHidden => Visibility::VeryHidden,
    }
}

fn read_cells<R: Read + Seek>(xlsx: &mut Xlsx<R>, sheet: &str, grid: &mut Grid<'_>) -> Result<(), Stop> {
    let mut cells = xlsx.worksheet_cells_reader(sheet).map_err(Stop::damage)?;
    while let Some(record) = cells.next_cell_with_formula_metadata().map_err(Stop::damage)? {
        let formula = match (&record.formula, &record.value) {
            (None, _) => Formula::None,
            (Some(_), DataRef::Empty) => Formula::WithoutValue,
            (Some(_), _) => Formula::Calculated,
        };
        let (row, column) = (record.pos.0 as usize, record.pos.1 as usize);
        grid.put((row, column), cell(record.value), formula)?;
    }
    Ok(())
}

fn cell(value: DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Int(number) => Cell::Number(number as f64),
        DataRef::Float(number) => value::finite(number),
        DataRef::Bool(value) => Cell::Bool(value),
        DataRef::DateTime(date) => value::date(date),
        DataRef::DateTimeIso(text) => value::iso_date(&text).map_or_else(|| Cell::text(text), Cell::Date),
        DataRef::Error(error) => Cell::Error(error.to_string().into()),
    }
}
