//! Text tables: encodings, delimiters, line ends and row numbers.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use portflow_domain::workbook::Cell;
use portflow_sheet::{Limits, read};

/// The cells of `bytes` read as a file, joined by `|` within a row; an empty cell is nothing.
fn rows(bytes: &[u8]) -> Vec<String> {
    let workbook = read(bytes, "folder/list.csv", &Limits::default()).unwrap();
    assert_eq!(workbook.sheets[0].name, "list");
    let row = |cells: &Vec<Cell>| cells.iter().map(Cell::display).collect::<Vec<_>>().join("|");
    workbook.sheets[0].rows.iter().map(row).collect()
}

fn check(bytes: &[u8], expected: &[&str]) {
    assert_eq!(rows(bytes), expected, "{}", String::from_utf8_lossy(bytes));
}

#[test]
fn delimiters_are_detected() {
    check(b"a,b\n1,2\n", &["a|b", "1|2"]);
    check(b"a;b\n1,5;2\n", &["a|b", "1,5|2"]);
    check(b"a\tb\n1,x\t2\n", &["a|b", "1,x|2"]);
    check(b"a|b\n1|2\n", &["a|b", "1|2"]);
    check(
        b"Users of Dallas, Texas\n\na;b;c\n1;2;3\n4;5;6\n",
        &["Users of Dallas, Texas", "", "a|b|c", "1|2|3", "4|5|6"],
    );
    check(b"name\nzoe\n", &["name", "zoe"]);
}

#[test]
fn a_sep_line_decides_and_counts_as_a_row() {
    check(b"sep=\t\r\na,b\tc\r\n", &["sep=\t", "a,b|c"]);
    check(b"\"sep=;\"\na;b\n", &["\"sep=;\"", "a|b"]);
}

#[test]
fn blank_lines_and_every_line_end_keep_the_row_numbers() {
    check(b"a,b\r\n\r\n1,2", &["a|b", "", "1|2"]);
    check(b"a,b\r\r1,2\r", &["a|b", "", "1|2"]);
    check(b"a,b\n\n\n1,2\n", &["a|b", "", "", "1|2"]);
}

#[test]
fn quoted_cells_may_hold_anything() {
    check(b"a,b\n\"x,\"\"y\"\"\",\"1\n2\"\n", &["a|b", "x,\"y\"|1\n2"]);
    check(b"\"a\" ,\"b\"  \n1,2\n", &["a|b", "1|2"]);
    check(b"a,b\n5\" pipe,\"\"\n", &["a|b", "5\" pipe|"]);
}

#[test]
fn a_quotation_mark_without_partner_names_its_line() {
    for (bytes, line) in [(&b"a,b\n\"x,1\ny,2\n"[..], 2), (b"a\n\"1\n2\"\n\"x\"y\"\n", 4)] {
        let error = read(bytes, "a.csv", &Limits::default()).unwrap_err();
        assert!(error.to_string().starts_with(&format!("Line {line} ")), "{error}");
    }
}

#[test]
fn encodings_are_detected() {
    let little: Vec<u8> = "\u{feff}Zoë;Ü\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let big: Vec<u8> = "\u{feff}Zoë;Ü\n"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    let unmarked: Vec<u8> = "Zoë;Ü\nabc;d\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    check(&little, &["Zoë|Ü"]);
    check(&big, &["Zoë|Ü"]);
    check(&unmarked, &["Zoë|Ü", "abc|d"]);
    check("\u{feff}Zoë;Ü\n".as_bytes(), &["Zoë|Ü"]);
    check("Zoë;Ü\n".as_bytes(), &["Zoë|Ü"]);
    check(b"Zo\xeb;\xdc\x80\n", &["Zoë|Ü€"]);
}
