//! Excel workbooks of 1993 to 2003 (`.xls`, BIFF5 to BIFF8; [MS-XLS]).
//!
//! The records are read here and not by the spreadsheet library, which builds a dense grid of the area a
//! sheet claims and does not tell hidden rows and columns.

mod records;
mod sheet;

use portflow_domain::workbook::{Sheet, Visibility, Workbook};

use super::compound::CompoundFile;
use super::grid::{Grid, Room};
use super::sniff::OLD_WORKBOOK;
use super::value::DateFormats;
use super::{Limits, ReadError};
use records::{Letters, Record, Records};

/// Begins the workbook's own records and those of each sheet.
const BOF: u16 = 0x0809;
const EOF: u16 = 0x000a;

/// Reads an old Excel workbook; chart and macro sheets are left out.
///
/// # Errors
/// A compound file of another program, an encrypted workbook, a damaged one, and more rows or cells than
/// `limits` allow.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, ReadError> {
    let file = CompoundFile::open(bytes)?;
    let stream = ["Workbook", "Book"]
        .into_iter()
        .find_map(|name| file.stream(name));
    let Some(stream) = stream else {
        return Err(other_document(&file));
    };
    drop(file);
    let book = Globals::read(&stream)?;
    if book.tabs.is_empty() {
        return Err(ReadError::NoSheets);
    }
    let mut sheets = Vec::with_capacity(book.tabs.len());
    let mut room = Room::of(limits);
    for tab in &book.tabs {
        let records = stream.get(tab.start..).unwrap_or_default();
        let mut grid = Grid::new(limits, room);
        let layout = sheet::read(records, &book, &mut grid).map_err(|stop| stop.in_sheet(&tab.name))?;
        room = grid.room();
        sheets.push(Sheet {
            name: tab.name.clone(),
            visibility: tab.visibility,
            ..grid.into_sheet(layout)
        });
    }
    Ok(Workbook {
        format: "xls".to_owned(),
        sheets,
        ..Workbook::default()
    })
}

/// What a compound file without a workbook is.
fn other_document(file: &CompoundFile<'_>) -> ReadError {
    if file.has("EncryptedPackage") {
        return ReadError::PasswordProtected;
    }
    let known = [
        ("WordDocument", "a Word document"),
        ("PowerPoint Document", "a PowerPoint presentation"),
        ("VisioDocument", "a Visio drawing"),
        ("__properties_version1.0", "an Outlook message"),
    ];
    match known.into_iter().find(|(name, _)| file.has(name)) {
        Some((_, what)) => ReadError::NotASpreadsheet { what },
        None => ReadError::damaged("an OLE compound file without a known stream"),
    }
}

/// What the records before the first sheet say about all of them.
struct Globals {
    letters: Letters,
    dates: DateFormats,
    strings: Vec<String>,
    tabs: Vec<Tab>,
}

/// A worksheet and where its records begin.
struct Tab {
    name: String,
    visibility: Visibility,
    start: usize,
}

impl Globals {
    fn read(stream: &[u8]) -> Result<Self, ReadError> {
        let mut records = Records::new(stream);
        let letters = match records.next() {
            Some(begin) if begin.kind == BOF && begin.u16(0) == 0x0600 => Letters::Unicode,
            Some(begin) if begin.kind == BOF && begin.u16(0) == 0x0500 => Letters::of_code_page(1252),
            Some(begin) if matches!(begin.kind, 0x0009 | 0x0209 | 0x0409) => return Err(OLD_WORKBOOK),
            _ => return Err(ReadError::damaged("a workbook stream without a beginning")),
        };
        let mut globals = Self {
            letters,
            dates: DateFormats::default(),
            strings: Vec::new(),
            tabs: Vec::new(),
        };
        for record in records {
            if record.kind == EOF {
                return Ok(globals);
            }
            globals.take_in(&record)?;
        }
        Err(ReadError::damaged("a workbook stream without an end"))
    }

    fn take_in(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        match record.kind {
            // FILEPASS
            0x002f => return Err(ReadError::PasswordProtected),
            // CODEPAGE
            0x0042 => {
                if let Letters::CodePage(_) = self.letters {
                    self.letters = Letters::of_code_page(record.u16(0));
                }
            }
            // DATEMODE
            0x0022 => self.dates.is_1904 = record.u16(0) == 1,
            // FORMAT; the length is shorter before BIFF8
            0x041e => {
                let mut strings = record.strings(2);
                let code = match self.letters {
                    Letters::Unicode => strings.long(self.letters),
                    Letters::CodePage(_) => strings.short(self.letters),
                };
                self.dates.add_format(record.u16(0), &code.unwrap_or_default());
            }
            // XF
            0x00e0 => self.dates.add_style(record.u16(2)),
            // BOUNDSHEET; 0 is a worksheet
            0x0085 if record.u8(5) == 0 => {
                let name = record.strings(6).short(self.letters).unwrap_or_default();
                self.tabs.push(Tab {
                    name: name.replace('\0', ""),
                    visibility: match record.u8(4) & 3 {
                        0 => Visibility::Visible,
                        1 => Visibility::Hidden,
                        _ => Visibility::VeryHidden,
                    },
                    start: record.u32(0) as usize,
                });
            }
            // SST
            0x00fc => {
                let mut strings = record.strings(8);
                while !strings.is_empty() {
                    self.strings.extend(strings.rich());
                }
            }
            _ => {}
        }
        Ok(())
    }
}
