//! Every damaged, hostile or misnamed file in `fixtures/bad` and what reading it must answer.
//!
//! Each file is read in a process of its own, so that its time and memory are its own and a process that
//! aborts is one failed file.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use portflow_domain::workbook::{Cell, Visibility, Workbook};
use portflow_sheet::{Limits, ReadError, read};

/// A file that takes longer hangs.
const HANGS: Duration = Duration::from_secs(60);

/// No file of a few kilobytes may take more.
const MAX_KILOBYTES: u64 = 300_000;

/// Each file and its error code, or `ok:` and the number of rows that are not blank.
const EXPECTED: &[(&str, &str)] = &[
    ("all-sheets-hidden.xlsx", "ok:2"),
    ("bad-cell-refs.xlsx", "damaged_sheet"),
    ("bidi-and-control.csv", "ok:4"),
    ("billion-laughs.xlsx", "damaged"),
    ("binary-as.csv", "binary"),
    ("bomb-rows-34mb.xlsx", "expands_too_much"),
    ("bomb-sharedstrings-50mb.xlsx", "expands_too_much"),
    ("bomb-sheet-50mb-nul.xlsx", "expands_too_much"),
    ("cell-1mb.csv", "ok:2"),
    ("cell-1mb.xlsx", "ok:2"),
    ("cols-16384.csv", "ok:1"),
    ("cols-16384.xlsx", "ok:2"),
    ("cr-only-line-ends.csv", "ok:3"),
    ("csv-renamed.xlsx", "ok:7"),
    ("date-system-1904.xlsx", "ok:2"),
    ("declared-1048576-rows.xlsx", "ok:3"),
    ("docx-renamed.xlsx", "not_a_spreadsheet"),
    ("duplicate-headers.csv", "ok:2"),
    ("empty.csv", "empty_file"),
    ("empty.xlsx", "empty_file"),
    ("formula-injection.csv", "ok:11"),
    ("formula-injection.xlsx", "ok:11"),
    ("formula-without-cached-value.xlsx", "ok:3"),
    ("header-only.csv", "ok:1"),
    ("header-only.xlsx", "ok:1"),
    ("html-as-xls.xls", "web_page"),
    ("html-as-xlsx.xlsx", "web_page"),
    ("invalid-utf8.csv", "mixed_encoding"),
    ("missing-sheet-part.xlsx", "damaged_sheet"),
    ("no-header.csv", "ok:2"),
    ("nul-bytes.csv", "ok:4"),
    ("odd-numbers-and-dates.xlsx", "ok:5"),
    ("ole-header-garbage.xls", "damaged"),
    ("one-column.csv", "ok:3"),
    ("only-bom-and-newlines.csv", "no_rows"),
    ("password-protected.xlsx", "password_protected"),
    ("powershell-injection.csv", "ok:8"),
    ("ragged-rows.csv", "ok:4"),
    ("repeated-cells-bomb.ods", "too_large"),
    ("repeated-empty-rows.ods", "ok:2"),
    ("sharedstring-out-of-range.xlsx", "damaged_sheet"),
    ("sparse-corner-cell.xlsx", "too_large"),
    ("truncated.xlsx", "damaged"),
    ("ucmdata_export.tar", "archive"),
    ("unbalanced-quotes.csv", "unbalanced_quote"),
    ("utf16-no-bom.csv", "ok:2"),
    ("xlsx-renamed.csv", "ok:6"),
    ("xml-spreadsheet-2003.xls", "unsupported_spreadsheet"),
    ("xxe-external-entity.xlsx", "damaged"),
    ("zip-not-office.xlsx", "archive"),
    ("zip-path-traversal.xlsx", "ok:2"),
];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bad")
}

fn outcome(name: &str) -> String {
    let bytes = std::fs::read(folder().join(name)).unwrap();
    match read(&bytes, name, &Limits::default()) {
        Ok(workbook) => {
            let rows = workbook.sheets.iter().flat_map(|sheet| &sheet.rows);
            format!(
                "ok:{}",
                rows.filter(|row| row.iter().any(|cell| !cell.is_blank())).count()
            )
        }
        Err(error) => {
            assert!(!error.hints().is_empty(), "{name}: an error without a way out");
            error.code().to_owned()
        }
    }
}

/// The variable that names the file to the process that reads it, and the word before the answer.
const FILE: &str = "PORTFLOW_TEST_BAD_FILE";
const ANSWER: &str = "answer: ";

/// The most memory this process has had, in kB, where the system tells it.
fn peak_kilobytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

/// The process that [`read_apart`] starts; by itself there is nothing to read.
#[test]
fn one_bad_file_is_read() {
    let Ok(name) = std::env::var(FILE) else {
        return;
    };
    let outcome = outcome(&name);
    println!("\n{ANSWER}{outcome} {}", peak_kilobytes().unwrap_or(0));
}

/// Reads a file in a process of its own: its outcome and peak memory in kB.
fn read_apart(name: &str) -> (String, u64) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "one_bad_file_is_read", "--nocapture"])
        .env(FILE, name)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let started = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if started.elapsed() > HANGS {
            child.kill().unwrap();
            return ("hangs".to_owned(), 0);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let printed = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    let answer = printed.lines().find_map(|line| line.strip_prefix(ANSWER));
    answer.and_then(|answer| answer.split_once(' ')).map_or_else(
        || ("dies".to_owned(), 0),
        |(outcome, peak)| (outcome.to_owned(), peak.parse().unwrap()),
    )
}

#[test]
fn every_bad_file_gets_its_answer() {
    let mut wrong = Vec::new();
    for (name, expected) in EXPECTED {
        let (found, peak) = read_apart(name);
        if found != *expected {
            wrong.push(format!("{name}: expected {expected}, found {found}"));
        }
        if peak > MAX_KILOBYTES {
            wrong.push(format!("{name}: took {peak} kB"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn read_well(name: &str) -> Workbook {
    let bytes = std::fs::read(folder().join(name)).unwrap();
    read(&bytes, name, &Limits::default()).unwrap()
}

#[test]
fn a_text_longer_than_a_cell_holds_is_marked_and_left_out() {
    for name in ["cell-1mb.csv", "cell-1mb.xlsx"] {
        let workbook = read_well(name);
        let cells: Vec<&Cell> = workbook.sheets[0].rows.iter().flatten().collect();
        assert_eq!(
            cells.iter().filter(|cell| cell.is_too_long()).count(),
            1,
            "{name}"
        );
        assert!(cells.iter().all(|cell| cell.display().len() < 1_000), "{name}");
    }
}

#[test]
fn nuls_and_formula_like_text_are_passed_on_for_the_rows_to_be_judged() {
    let nul = |cell: &Cell| matches!(cell, Cell::Text(text) if text.contains('\0'));
    assert!(
        read_well("nul-bytes.csv").sheets[0]
            .rows
            .iter()
            .flatten()
            .any(nul)
    );
    for name in ["formula-injection.csv", "formula-injection.xlsx"] {
        let sheet = &read_well(name).sheets[0];
        let like_formula = |cell: &Cell| matches!(cell, Cell::Text(text) if text.starts_with('='));
        assert!(sheet.rows.iter().flatten().any(like_formula), "{name}");
        assert_eq!(sheet.formula_cells, [], "{name}");
    }
}

#[test]
fn formulas_without_a_stored_value_are_named() {
    let sheet = &read_well("formula-without-cached-value.xlsx").sheets[0];
    let row_2: Vec<usize> = sheet.formulas_without_value.iter().map(|(row, _)| *row).collect();
    assert!(
        !row_2.is_empty() && row_2.iter().all(|row| *row == 1),
        "{row_2:?}"
    );
    assert!(sheet.formula_cells.iter().any(|(row, _)| *row == 2));
}

#[test]
fn the_facts_of_a_text_table_are_told() {
    for (name, encoding) in [
        ("utf16-no-bom.csv", "utf-16le"),
        ("csv-renamed.xlsx", "utf-8-bom"),
        ("one-column.csv", "utf-8"),
    ] {
        let workbook = read_well(name);
        assert_eq!(workbook.format, "csv", "{name}");
        assert_eq!(workbook.encoding.as_deref(), Some(encoding), "{name}");
        assert_eq!(workbook.delimiter, Some(','), "{name}");
    }
}

#[test]
fn only_hidden_sheets_are_still_sheets() {
    let workbook = read_well("all-sheets-hidden.xlsx");
    let visibilities: Vec<Visibility> = workbook.sheets.iter().map(|sheet| sheet.visibility).collect();
    assert_eq!(visibilities, [Visibility::Hidden]);
}

#[test]
fn a_stray_quotation_mark_is_refused_by_line() {
    let bytes = std::fs::read(folder().join("unbalanced-quotes.csv")).unwrap();
    let error = read(&bytes, "a.csv", &Limits::default()).unwrap_err();
    assert_eq!(error, ReadError::UnbalancedQuote { line: 2 });
}

#[test]
fn every_bad_file_is_listed() {
    let files: BTreeSet<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let listed: BTreeSet<String> = EXPECTED.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(files, listed);
}
