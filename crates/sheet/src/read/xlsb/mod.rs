//! Binary Excel workbooks (`.xlsb`; [MS-XLSB]).
//!
//! The records are read here and not by the spreadsheet library, which does not tell formulas, hidden rows and
//! columns and merged regions, and panics on a damaged record.

mod records;
mod sheet;

use std::io::BufRead;

use portflow_domain::workbook::{Sheet, Visibility, Workbook};

use super::grid::{Grid, Room};
use super::package::Package;
use super::value::DateFormats;
use super::{Limits, ReadError};
use records::Records;

/// Reads a binary workbook; chart, macro and dialog sheets are left out.
///
/// # Errors
/// Everything [`Package`] refuses, damaged sheets by name, and more rows or cells than `limits` allow.
pub(super) fn read(mut package: Package<'_>, limits: &Limits) -> Result<Workbook, ReadError> {
    package.weigh()?;
    let path = package.find("workbook.bin").unwrap_or_default();
    let folder = path.rfind('/').map_or("", |slash| &path[..=slash]);
    let mut book = Globals::default();
    book.read_tabs(&mut package, &path)?;
    if book.tabs.is_empty() {
        return Err(ReadError::NoSheets);
    }
    book.read_styles(&mut package, &format!("{folder}styles.bin"))?;
    book.read_strings(&mut package, &format!("{folder}sharedStrings.bin"))?;
    let mut sheets = Vec::with_capacity(book.tabs.len());
    let mut room = Room::of(limits);
    for tab in &book.tabs {
        let part = package.part(&tab.part)?.ok_or_else(|| ReadError::DamagedSheet {
            sheet: tab.name.clone(),
            detail: "its part is missing".to_owned(),
        })?;
        let mut grid = Grid::new(limits, room);
        let layout = sheet::read(part, &book, &mut grid).map_err(|stop| stop.in_sheet(&tab.name))?;
        room = grid.room();
        sheets.push(Sheet {
            name: tab.name.clone(),
            visibility: tab.visibility,
            ..grid.into_sheet(layout)
        });
    }
    Ok(Workbook {
        format: "xlsb".to_owned(),
        sheets,
        ..Workbook::default()
    })
}

/// What the parts beside the sheets say about all of them.
#[derive(Default)]
struct Globals {
    dates: DateFormats,
    strings: Vec<String>,
    tabs: Vec<Tab>,
}

/// A worksheet and the path of its part.
struct Tab {
    name: String,
    visibility: Visibility,
    part: String,
}

impl Globals {
    fn read_tabs(&mut self, package: &mut Package<'_>, path: &str) -> Result<(), ReadError> {
        let targets = package.relations(path)?;
        each_record(package, path, |record| {
            match record.kind {
                // BrtWbProp
                0x0099 => self.dates.is_1904 = record.u8(0) & 1 == 1,
                // BrtBundleSh
                0x009c => {
                    let (id, after) = record.text(8)?;
                    let (name, _) = record.text(after)?;
                    let visibility = match record.u32(0) {
                        0 => Visibility::Visible,
                        1 => Visibility::Hidden,
                        _ => Visibility::VeryHidden,
                    };
                    // Chart, macro and dialog sheets lie in folders of their own.
                    let part = targets.get(&id).filter(|part| part.contains("worksheets/"));
                    self.tabs.extend(part.map(|part| Tab {
                        name,
                        visibility,
                        part: part.clone(),
                    }));
                }
                _ => {}
            }
            Some(())
        })
    }

    fn read_styles(&mut self, package: &mut Package<'_>, path: &str) -> Result<(), ReadError> {
        let mut in_cell_styles = false;
        each_record(package, path, |record| {
            match record.kind {
                // BrtFmt
                0x002c => self.dates.add_format(record.u16(0), &record.text(2)?.0),
                // BrtBeginCellXFs and BrtEndCellXFs
                0x0269 => in_cell_styles = true,
                0x026a => in_cell_styles = false,
                // BrtXF
                0x002f if in_cell_styles => self.dates.add_style(record.u16(2)),
                _ => {}
            }
            Some(())
        })
    }

    fn read_strings(&mut self, package: &mut Package<'_>, path: &str) -> Result<(), ReadError> {
        each_record(package, path, |record| {
            // BrtSSTItem
            if record.kind == 0x0013 {
                self.strings.push(record.text(1)?.0);
            }
            Some(())
        })
    }
}

/// Visits every record of the part at `path`, if there is one; `None` from `visit` means a damaged record.
fn each_record(
    package: &mut Package<'_>,
    path: &str,
    mut visit: impl FnMut(&Records<&mut dyn BufRead>) -> Option<()>,
) -> Result<(), ReadError> {
    let Some(mut part) = package.part(path)? else {
        return Ok(());
    };
    let mut records = Records::new(&mut part as &mut dyn BufRead);
    while records.advance().map_err(ReadError::damaged)? {
        visit(&records).ok_or_else(|| ReadError::damaged("a record that is cut off"))?;
    }
    Ok(())
}
