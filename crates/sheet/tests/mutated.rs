//! Files of every format with bytes changed, cut out and spliced in: whatever comes, the reader answers, and
//! what it answers lies within the limits.
//!
//! A run of many more cases: `PROPTEST_CASES=2000000 cargo test -p portflow-sheet --test mutated`.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::{Cursor, Read, Write};
use std::path::PathBuf;
use std::sync::LazyLock;

use portflow_domain::workbook::Cell;
use portflow_sheet::{Limits, ReadError, read};
use proptest::prelude::*;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, ZipArchive};

const FILES: [&str; 13] = [
    "formats/users.xls",
    "formats/users.xlsb",
    "bad/repeated-empty-rows.ods",
    "bad/repeated-cells-bomb.ods",
    "bad/date-system-1904.xlsx",
    "bad/formula-without-cached-value.xlsx",
    "bad/odd-numbers-and-dates.xlsx",
    "bad/sharedstring-out-of-range.xlsx",
    "bad/password-protected.xlsx",
    "bad/unbalanced-quotes.csv",
    "bad/utf16-no-bom.csv",
    "bad/bidi-and-control.csv",
    "bad/html-as-xls.xls",
];

const LIMITS: Limits = Limits {
    max_file_bytes: 1 << 20,
    max_unpacked_bytes: 4 << 20,
    max_string_bytes: 4 << 20,
    max_text_bytes: 1 << 20,
    max_expansion: 200,
    max_rows: 2_000,
    max_cells: 20_000,
};

/// A file, and the parts of one that is a zip.
struct Original {
    bytes: Vec<u8>,
    parts: Vec<(String, Vec<u8>)>,
}

static ORIGINALS: LazyLock<Vec<Original>> = LazyLock::new(|| {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let original = |name: &&str| {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let parts = ZipArchive::new(Cursor::new(&bytes)).map_or_else(|_| Vec::new(), unpacked);
        Original { bytes, parts }
    };
    FILES.iter().map(original).collect()
});

fn unpacked(mut zip: ZipArchive<Cursor<&Vec<u8>>>) -> Vec<(String, Vec<u8>)> {
    let count = zip.len();
    let part = |index| {
        let mut part = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        (part.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(part).collect()
}

fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), stored).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// One change to a file, at a place given in millionths of its length.
#[derive(Debug, Clone)]
enum Change {
    Overwrite(u32, Vec<u8>),
    Insert(u32, Vec<u8>),
    Remove(u32, usize),
    Truncate(u32),
    /// Copies a piece from one place to another.
    Splice(u32, u32, usize),
}

fn place(millionths: u32, length: usize) -> usize {
    (u64::from(millionths) * length as u64 / 1_000_000) as usize
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let length = bytes.len();
        match self {
            Self::Overwrite(at, new) => {
                let at = place(*at, length);
                for (old, new) in bytes[at..].iter_mut().zip(new) {
                    *old = *new;
                }
            }
            Self::Insert(at, new) => {
                let at = place(*at, length);
                drop(bytes.splice(at..at, new.iter().copied()));
            }
            Self::Remove(at, count) => {
                let at = place(*at, length);
                drop(bytes.drain(at..length.min(at + count)));
            }
            Self::Truncate(at) => bytes.truncate(place(*at, length)),
            Self::Splice(from, to, count) => {
                let from = place(*from, length);
                let piece = bytes[from..length.min(from + count)].to_vec();
                let to = place(*to, length);
                drop(bytes.splice(to..to, piece));
            }
        }
    }
}

/// Bytes at random, and the ones that mean something in numbers, XML and text.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 1..6),
        prop::sample::select(vec![
            &b"\xff\xff\xff\xff"[..],
            b"\0\0\0\0",
            b"\xff\x7f",
            b"\x3c\0\0\0",
            b"1048577",
            b"99999999999999999999",
            b"-1",
            b"\"",
            b"<",
            b"</",
            b"/>",
            b"&#0;",
            b"\r",
            b"XFD1048576",
        ])
        .prop_map(<[u8]>::to_vec),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    let at = || 0..1_000_000_u32;
    prop_oneof![
        6 => (at(), piece()).prop_map(|(at, new)| Change::Overwrite(at, new)),
        2 => (at(), piece()).prop_map(|(at, new)| Change::Insert(at, new)),
        2 => (at(), 1..200_usize).prop_map(|(at, count)| Change::Remove(at, count)),
        1 => at().prop_map(Change::Truncate),
        2 => (at(), at(), 1..2_000_usize).prop_map(|(from, to, count)| Change::Splice(from, to, count)),
    ]
}

fn mutated() -> impl Strategy<Value = (usize, Vec<u8>)> {
    let changes = || prop::collection::vec(change(), 1..5);
    (
        0..FILES.len(),
        any::<prop::sample::Index>(),
        any::<bool>(),
        changes(),
    )
        .prop_map(|(file, part, is_inside, changes)| {
            let original = &ORIGINALS[file];
            if original.parts.is_empty() || !is_inside {
                let mut bytes = original.bytes.clone();
                changes.iter().for_each(|change| change.apply(&mut bytes));
                return (file, bytes);
            }
            let mut parts = original.parts.clone();
            let part = part.index(parts.len());
            changes.iter().for_each(|change| change.apply(&mut parts[part].1));
            (file, packed(&parts))
        })
}

/// What one read may not answer.
fn fault(name: &str, bytes: &[u8]) -> Option<String> {
    let workbook = match read(bytes, name, &LIMITS) {
        Ok(workbook) => workbook,
        Err(ReadError::Damaged { detail } | ReadError::DamagedSheet { detail, .. }) => {
            // Only the library that reads .xlsx is known to panic.
            return (detail.contains("panicked") && !name.ends_with(".xlsx")).then_some(detail);
        }
        Err(error) => return error.hints().is_empty().then(|| "no way out".to_owned()),
    };
    let rows = workbook.sheets.iter().map(|sheet| sheet.rows.len()).max();
    let cells: usize = workbook
        .sheets
        .iter()
        .flat_map(|sheet| &sheet.rows)
        .map(Vec::len)
        .sum();
    let long = |cell: &Cell| matches!(cell, Cell::Text(text) if text.encode_utf16().count() > Cell::MAX_TEXT);
    let has_long = workbook
        .sheets
        .iter()
        .flat_map(|sheet| &sheet.rows)
        .flatten()
        .any(long);
    let is_within = rows <= Some(LIMITS.max_rows) && cells <= LIMITS.max_cells && !has_long;
    (!is_within).then(|| format!("{rows:?} rows, {cells} cells, too long: {has_long}"))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").map_or(4_000, |cases| cases.parse().unwrap()),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_mutated_file_is_answered_within_the_limits((file, bytes) in mutated()) {
        prop_assert_eq!(fault(FILES[file], &bytes), None, "{}", FILES[file]);
    }
}

#[test]
fn the_files_themselves_are_answered_within_the_limits() {
    for (name, original) in FILES.iter().zip(ORIGINALS.iter()) {
        assert_eq!(fault(name, &original.bytes), None, "{name}");
        if !original.parts.is_empty() {
            assert_eq!(fault(name, &packed(&original.parts)), None, "{name}");
        }
    }
}
