//! Two tables on one sheet: the one is read, the other is named, and no row of it passes for a title.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use portflow_domain::coded::Coded;
use portflow_domain::import::{ImportSettings, IssueCode, Reading, read_rows};
use portflow_domain::mapping::{detect_table, table_at};
use portflow_domain::number::Country;
use portflow_domain::workbook::{Cell, Sheet};

const PEOPLE: [&str; 4] = [
    "Name|Email|Phone|Department",
    "Ana Lima|ana@example.com|214-222-0101|Sales",
    "Bo Lind|bo@example.com|214-222-0102|Sales",
    "Cy Dean|cy@example.com|214-222-0103|Service",
];
const LINES: [&str; 3] = [
    "Phone Number|Carrier",
    "214-222-0190|Verizon",
    "214-222-0191|Verizon",
];

fn sheet(parts: &[&[&str]]) -> Sheet {
    let rows = parts.concat();
    let cells = |line: &&str| line.split('|').map(Cell::text).collect();
    Sheet {
        rows: rows.iter().map(cells).collect(),
        ..Sheet::default()
    }
}

fn read(sheet: &Sheet) -> Reading {
    let table = detect_table(sheet, Country::US).unwrap();
    read_rows(0, sheet, &ImportSettings::suggested(sheet, &table, Country::US))
}

/// The rows with a good record, those of another table, and what is said about it.
fn told(reading: &Reading) -> (Vec<u32>, Vec<u32>, Vec<String>) {
    let good = reading
        .records
        .iter()
        .filter(|record| record.rejection().is_none());
    let other = reading
        .ignored
        .iter()
        .filter(|row| row.reason.code() == "other_table_row");
    let said = reading
        .warnings
        .iter()
        .filter(|warning| warning.code == IssueCode::OtherTable);
    (
        good.map(|record| record.source_row).collect(),
        other.map(|row| row.source_row).collect(),
        said.map(|warning| warning.text.clone()).collect(),
    )
}

#[test]
fn a_table_below_is_left_out_and_named() {
    let (good, other, said) = told(&read(&sheet(&[&PEOPLE, &[""], &LINES])));
    assert_eq!((good, other), (vec![2, 3, 4], vec![6, 7, 8]));
    assert_eq!(said.len(), 1);
    assert!(
        said[0].starts_with("Rows 6 to 8 look like another table"),
        "{}",
        said[0]
    );
}

#[test]
fn a_table_above_is_no_title() {
    let (good, other, said) = told(&read(&sheet(&[&LINES, &["", "Staff"], &PEOPLE])));
    assert_eq!((good, other), (vec![7, 8, 9], vec![1, 2, 3]));
    assert!(
        said[0].starts_with("Rows 1 to 3 look like another table"),
        "{}",
        said[0]
    );
}

#[test]
fn the_other_table_is_read_from_its_own_header() {
    let sheet = sheet(&[&PEOPLE, &[""], &LINES]);
    let table = table_at(&sheet, 6, None, Country::US);
    let reading = read_rows(0, &sheet, &ImportSettings::suggested(&sheet, &table, Country::US));
    let (good, other, said) = told(&reading);
    assert_eq!((good, other), (vec![7, 8], vec![1, 2, 3, 4]));
    assert!(
        said[0].starts_with("Rows 1 to 4 look like another table"),
        "{}",
        said[0]
    );
}

#[test]
fn one_table_stays_one() {
    let again = [PEOPLE[0], "Dee Park|dee@example.com|214-222-0104|Sales"];
    let lists: [&[&[&str]]; 6] = [
        // The header again on the next page, rows after a gap, a section heading.
        &[&PEOPLE, &[""], &again],
        &[&PEOPLE, &["", "Dee Park|dee@example.com|214-222-0104|Sales"]],
        &[
            &PEOPLE,
            &[
                "",
                "Department|Service",
                "Dee Park|dee@example.com|214-222-0104|Sales",
            ],
        ],
        // Contacts and values above, notes below.
        &[&["Contact|Phone", "Eve Moss|214-222-0199", ""], &PEOPLE],
        &[
            &[
                "BTN|214-222-0100",
                "Account name|Example Corp",
                "Phone|214-222-0199",
                "",
            ],
            &PEOPLE,
        ],
        &[
            &PEOPLE,
            &[
                "",
                "Notes|Phone numbers are those of the bill",
                "Questions|Eve Moss, 214-222-0199",
            ],
        ],
    ];
    for list in lists {
        let sheet = sheet(list);
        let (good, other, said) = told(&read(&sheet));
        assert_eq!((other, said), (vec![], vec![]), "{:?}", sheet.rows);
        assert!(good.len() >= 3, "{good:?} of {:?}", sheet.rows);
    }
}
