//! Captured screens and printed reports: columns at fixed positions, and what must not be taken for them.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

use portflow_domain::workbook::{Cell, Workbook};
use portflow_sheet::{Limits, read};

/// The sample that is a captured screen.
const CAPTURE: &str = "avaya-cm-list-station.txt";

fn workbook(bytes: &[u8]) -> Workbook {
    read(bytes, "capture.txt", &Limits::default()).unwrap()
}

/// The cells of each line, joined by `|`.
fn rows(workbook: &Workbook) -> Vec<String> {
    let row = |cells: &Vec<Cell>| cells.iter().map(Cell::display).collect::<Vec<_>>().join("|");
    workbook.sheets[0].rows.iter().map(row).collect()
}

fn check(lines: &[&str], expected: &[&str]) {
    for line_end in ["\n", "\r\n", "\r"] {
        let workbook = workbook(lines.join(line_end).as_bytes());
        assert_eq!(workbook.format, "fixed width text", "{lines:#?}");
        assert_eq!(workbook.delimiter, None);
        assert_eq!(rows(&workbook), expected);
    }
}

#[test]
fn columns_without_a_rule_keep_names_and_row_numbers() {
    check(
        &[
            "Lines of the Reno office   printed Monday",
            "",
            "Extension  Full Name             Direct Line   Site",
            "4001       Okafor, Ngozi         7755550101    Reno",
            "4002       Lindqvist, Bo",
            "4003       Paz, Ines Maria       7755550103    Reno North",
            "Totals of all of the lines of Reno",
        ],
        &[
            "Lines of the Reno office|printed Monday",
            "",
            "Extension|Full Name|Direct Line|Site",
            "4001|Okafor, Ngozi|7755550101|Reno",
            "4002|Lindqvist, Bo",
            "4003|Paz, Ines Maria|7755550103|Reno North",
            "Totals of all of the lines of Reno",
        ],
    );
}

#[test]
fn a_rule_of_dashes_draws_the_columns() {
    check(
        &[
            "Ext  User Name    Port",
            "---- ------------ ------",
            "4001 Zoë Okafor   A1-01",
            "4002 Maximilian L A1-02",
            "",
            "2 rows",
        ],
        &[
            "Ext|User Name|Port",
            "----|------------|------",
            "4001|Zoë Okafor|A1-01",
            "4002|Maximilian L|A1-02",
            "",
            "2 rows",
        ],
    );
}

#[test]
fn numbers_set_to_the_right_stay_whole() {
    check(
        &[
            "Station            No  Calls   Minutes",
            "======================================",
            "Lobby             101      7        12",
            "Dispatch        10200  12345       999",
            "\u{c}Station            No  Calls   Minutes",
            "Warehouse East    103     88   1234567",
        ],
        &[
            "Station|No|Calls|Minutes",
            "======================================",
            "Lobby|101|7|12",
            "Dispatch|10200|12345|999",
            "Station|No|Calls|Minutes",
            "Warehouse East|103|88|1234567",
        ],
    );
}

#[test]
fn a_report_of_two_lines_per_record_is_cut_alike_on_all_pages() {
    let file = imports().join(CAPTURE);
    let workbook = workbook(&std::fs::read(file).unwrap());
    assert_eq!(workbook.format, "fixed width text");
    let rows = rows(&workbook);
    assert_eq!(rows.len(), 28);
    assert_eq!(rows[4], "Ext/|Port/|Name/|Room/|Cv1/|COR/|Cable/");
    assert_eq!(rows[18], rows[4]);
    assert_eq!(rows[7], "0101|S00001|Muller, Zoe|1-110|1|1");
    assert_eq!(rows[11], "0104|01A0104|FAX - Accounting|||5");
    assert_eq!(rows[21], "0103|S00003|Bluebonnet Room|2-201|1|1");
    assert_eq!(rows[26], "Command successfully completed");
}

#[test]
fn what_only_looks_aligned_is_left_alone() {
    let texts: &[&[&str]] = &[
        &[
            "The cutover of the first site is done.  The second site",
            "follows on Monday.  All 40 users were told by mail, and the",
            "12 phones in the lobby stay where they are.  Nobody needs",
            "to restart anything before 8 o'clock.",
        ],
        &["port       5060", "timeout    30", "transport  2", "retries    4"],
        &["host   = 10.0.0.1", "port   = 5060", "expire = 3600"],
        &[
            "[4001]",
            "type      = friend",
            "secret    = 1234",
            "[4002]",
            "type      = friend",
        ],
        &["Name:       Okafor", "Extension:  4001", "Room:       12"],
        &["name   , ext ", "okafor , 4001", "paz    , 4002"],
        &["name    | ext ", "okafor  | 4001", "paz     | 4002"],
        &["name    \text", "okafor  \t4001", "paz     \t4002"],
        &["Number", "7755550101", "7755550102"],
        &["Numbers  of Reno", "7755550101", "7755550102", "7755550103"],
    ];
    for lines in texts {
        assert_eq!(workbook(lines.join("\n").as_bytes()).format, "csv", "{lines:#?}");
    }
}

#[test]
fn delimited_samples_stay_delimited() {
    let bad = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bad");
    let mut seen = 0;
    for folder in [imports(), bad] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let is_text = path
                .extension()
                .is_some_and(|extension| extension == "csv" || extension == "txt");
            if !is_text || path.ends_with(CAPTURE) {
                continue;
            }
            // Some are refused, and some are workbooks under the name of a text.
            if let Ok(workbook) = read(&std::fs::read(&path).unwrap(), "list.csv", &Limits::default()) {
                assert_ne!(workbook.format, "fixed width text", "{}", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen > 50, "only {seen} files");
}

#[test]
fn the_limits_hold() {
    let text = "Ext   Name\n4001  Okafor\n4002  Paz\n4003  Lindqvist\n";
    for limits in [
        Limits {
            max_rows: 3,
            ..Limits::default()
        },
        Limits {
            max_cells: 7,
            ..Limits::default()
        },
    ] {
        let error = read(text.as_bytes(), "a.txt", &limits).unwrap_err();
        assert_eq!(error.code(), "too_large");
    }
}

/// Long lines of short words propose hundreds of columns; that must not take longer than reading them.
#[test]
fn a_text_full_of_gaps_is_judged_quickly() {
    let line = |number: usize| format!("{}  a  b{number}", "ab a ".repeat(190));
    let text: Vec<String> = (0..400).map(line).collect();
    let text = text.join("\n");
    let begun = std::time::Instant::now();
    workbook(text.as_bytes());
    assert!(begun.elapsed() < std::time::Duration::from_secs(20));
}

fn imports() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/imports")
}
