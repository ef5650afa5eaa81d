//! Every damaged, hostile or misnamed file in `fixtures/bad` and what reading it must answer.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::PathBuf;

use portflow_sheet::{Limits, read};

/// Each file and its error code, or `ok:` and the number of rows that are not blank.
const EXPECTED: &[(&str, &str)] = &[
    ("all-sheets-hidden.xlsx", "ok:2"),
    ("bad-cell-refs.xlsx", "damaged_sheet"),
    ("bidi-and-control.csv", "ok:4"),
    ("billion-laughs.xlsx", "damaged"),
    ("binary-as.csv", "binary"),
    ("cell-1mb.xlsx", "ok:2"),
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
    ("repeated-cells-bomb.ods", "unsupported_spreadsheet"),
    ("repeated-empty-rows.ods", "unsupported_spreadsheet"),
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

#[test]
fn every_bad_file_gets_its_answer() {
    let found: Vec<(&str, String)> = EXPECTED.iter().map(|(name, _)| (*name, outcome(name))).collect();
    let expected: Vec<(&str, String)> = EXPECTED
        .iter()
        .map(|(name, code)| (*name, (*code).to_owned()))
        .collect();
    assert_eq!(found, expected);
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
