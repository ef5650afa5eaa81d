//! OLE compound files put together here: workbooks of Excel 95 and what else comes in such a container.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::{Cursor, Write};

use portflow_domain::workbook::{Cell, Visibility};
use portflow_sheet::{Limits, ReadError, read};

/// A compound file with these streams; folders on the way are made.
fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (path, bytes) in streams {
        if let Some((folder, _)) = path.rsplit_once('/').filter(|(folder, _)| !folder.is_empty()) {
            file.create_storage(folder).unwrap();
        }
        file.create_stream(path).unwrap().write_all(bytes).unwrap();
    }
    file.flush().unwrap();
    file.into_inner().into_inner()
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let size = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes(), &size.to_le_bytes(), data].concat()
}

fn numbers(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn bof(version: u16, kind: u16) -> Vec<u8> {
    record(0x0809, &numbers(&[version, kind, 0, 0]))
}

/// A place and a style, then the value.
fn cell(kind: u16, place: [u16; 3], value: &[u8]) -> Vec<u8> {
    record(kind, &[&numbers(&place), value].concat())
}

/// A workbook of Excel 95 with one hidden sheet, its text in the Cyrillic code page, and `more` before the
/// sheets are named.
fn excel_95(more: &[u8], cells: &[u8]) -> Vec<u8> {
    let name = b"\xcb\xfe\xe4\xe8";
    let globals = |start: u32| {
        let tab = [&start.to_le_bytes(), &[1, 0, 4][..], name].concat();
        [
            bof(0x0500, 5),
            more.to_vec(),
            record(0x0042, &numbers(&[1251])),
            record(0x041e, b"\xa4\0\x0ayyyy-mm-dd"),
            record(0x00e0, &numbers(&[0, 0])),
            record(0x00e0, &numbers(&[0, 0xa4])),
            record(0x0085, &tab),
            record(0x000a, b""),
        ]
        .concat()
    };
    let start = u32::try_from(globals(0).len()).unwrap();
    let stream = [
        globals(start),
        bof(0x0500, 0x10),
        cells.to_vec(),
        record(0x000a, b""),
    ]
    .concat();
    compound(&[("/Book", &stream)])
}

const TEXT_COMES_NEXT: &[u8] = b"\0\0\0\0\0\0\xff\xff\0\0\0\0\0\0\0\0";

fn code(bytes: &[u8]) -> &'static str {
    read(bytes, "a.xls", &Limits::default()).map_or_else(|error| error.code(), |_| "ok")
}

#[test]
fn a_workbook_of_excel_95() {
    let rk = |number: i32| ((number << 2) | 2).to_le_bytes();
    let several = [
        &numbers(&[1])[..],
        &rk(46_356),
        &numbers(&[0]),
        &rk(101),
        &numbers(&[2]),
    ]
    .concat();
    let cells = [
        cell(0x0204, [0, 0, 0], b"\x04\0\xc7\xee\xff!"),
        cell(0x0006, [0, 1, 0], TEXT_COMES_NEXT),
        record(0x0207, b"\x02\0ok"),
        cell(0x0006, [0, 2, 0], TEXT_COMES_NEXT),
        record(0x00bd, &[&numbers(&[1, 1])[..], &several].concat()),
        // A chart inside the sheet has cells of its own.
        bof(0x0500, 0x20),
        cell(0x0203, [7, 7, 0], &1.0_f64.to_le_bytes()),
        record(0x000a, b""),
        record(0x0208, &numbers(&[1, 0, 3, 0, 0, 0, 0x20, 0])),
    ];
    let workbook = read(&excel_95(b"", &cells.concat()), "a.xls", &Limits::default()).unwrap();
    let sheet = &workbook.sheets[0];
    assert_eq!(
        (sheet.name.as_str(), sheet.visibility),
        ("Люди", Visibility::Hidden)
    );
    let text = |text: &str| Cell::Text(text.into());
    let foc = chrono::NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
    let foc = Cell::Date(foc.and_hms_opt(0, 0, 0).unwrap());
    let expected = [
        vec![text("Зоя!"), text("ok"), Cell::Empty],
        vec![Cell::Empty, foc, Cell::Number(101.0)],
    ];
    assert_eq!(sheet.rows, expected);
    assert_eq!(sheet.formula_cells, [(0, 1), (0, 2)]);
    assert_eq!(sheet.formulas_without_value, [(0, 2)]);
    assert_eq!(sheet.hidden_rows, [2]);
}

#[test]
fn an_old_workbook_with_a_password_is_named() {
    let encrypted = excel_95(&record(0x002f, &[0; 6]), b"");
    assert_eq!(code(&encrypted), "password_protected");
    let package = compound(&[("/EncryptionInfo", b"x"), ("/EncryptedPackage", b"y")]);
    assert_eq!(code(&package), "password_protected");
}

#[test]
fn a_workbook_that_is_cut_off_is_damaged() {
    let without_end = [bof(0x0600, 5), record(0x0022, &numbers(&[1]))].concat();
    assert_eq!(code(&compound(&[("/Workbook", &without_end)])), "damaged");
    let whole = excel_95(b"", &cell(0x0203, [0, 0, 0], &1.0_f64.to_le_bytes()));
    assert_eq!(code(&whole), "ok");
    assert_eq!(code(&whole[..whole.len() / 2]), "damaged");
}

#[test]
fn sectors_that_follow_each_other_in_circles_end() {
    // Long enough for sectors of its own.
    let cells = cell(0x0203, [0, 0, 0], &1.0_f64.to_le_bytes()).repeat(1_000);
    let mut bytes = excel_95(b"", &cells);
    assert_eq!(code(&bytes), "ok");
    let sector_size = 1_usize << bytes[30];
    let table = sector_size * (1 + u32::from_le_bytes(bytes[76..80].try_into().unwrap()) as usize);
    for (sector, link) in bytes[table..table + sector_size].chunks_exact_mut(4).enumerate() {
        link.copy_from_slice(&(sector as u32).to_le_bytes());
    }
    assert_eq!(code(&bytes), "damaged_sheet");
}

#[test]
fn other_compound_files_are_named() {
    let what = |streams: &[(&str, &[u8])]| match read(&compound(streams), "a.xls", &Limits::default()) {
        Err(ReadError::NotASpreadsheet { what }) => what,
        other => panic!("{other:?}"),
    };
    assert_eq!(what(&[("/WordDocument", b"x")]), "a Word document");
    let embedded: [(&str, &[u8]); 2] = [("/WordDocument", b"x"), ("/ObjectPool/Workbook", b"y")];
    assert_eq!(what(&embedded), "a Word document");
    assert_eq!(
        what(&[("/PowerPoint Document", b"x")]),
        "a PowerPoint presentation"
    );
    assert_eq!(code(&compound(&[("/Contents", b"x")])), "damaged");
}

#[test]
fn workbooks_older_than_excel_5_are_named() {
    let excel_4 = record(0x0409, &numbers(&[0, 0x10, 0]));
    assert_eq!(code(&excel_4), "unsupported_spreadsheet");
    assert_eq!(code(&compound(&[("/Book", &excel_4)])), "unsupported_spreadsheet");
}
