//! Printed lists: when two lines are one record, and when they must not be taken for one.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use portflow_domain::coded::Coded;
use portflow_domain::enums::ImportTarget;
use portflow_domain::import::*;
use portflow_domain::mapping::detect_table;
use portflow_domain::number::Country;
use portflow_domain::workbook::{Cell, Sheet};

/// Every row below the first header with what became of it: `row code` for an ignored one, `row !code` for a
/// rejected one, `row entity` for a record.
fn rows(lines: &[&str]) -> (ImportTarget, Vec<String>) {
    let row = |line: &&str| line.split('|').map(Cell::text).collect();
    let sheet = Sheet {
        rows: lines.iter().map(row).collect(),
        ..Sheet::default()
    };
    let table = detect_table(&sheet, Country::US).unwrap();
    let settings = ImportSettings::suggested(&sheet, &table, Country::US);
    let reading = read_rows(0, &sheet, &settings);
    let records = reading.records.iter().map(|record| {
        let said = match record.rejection() {
            Some(issue) => format!("!{}", issue.code),
            None => record.entity.to_string(),
        };
        (record.source_row, said)
    });
    let ignored = reading.ignored.iter();
    let ignored = ignored.map(|row| (row.source_row, row.reason.code().to_owned()));
    let mut all: Vec<(u32, String)> = records.chain(ignored).collect();
    all.retain(|(row, _)| *row as usize > table.header_row);
    all.sort();
    let said = all.into_iter().map(|(row, said)| format!("{row} {said}"));
    (table.target, said.collect())
}

const STATIONS: [&str; 8] = [
    "list phones||Sheet 1",
    "Ext|Name|Room",
    "Hunt|Type|Move",
    "4001|Okafor, Ngozi|12",
    "|SIP|no",
    "4002|Fax Reno|14",
    "|SIP|no",
    "Done",
];

#[test]
fn the_second_line_of_a_record_is_no_record() {
    let (target, said) = rows(&STATIONS);
    assert_eq!(target, ImportTarget::EndUsers);
    let expected = [
        "3 continuation_row",
        "4 end_users",
        "5 continuation_row",
        "6 !extension_only",
        "7 continuation_row",
        "8 footnote_row",
    ];
    assert_eq!(said, expected);
}

#[test]
fn a_further_page_repeats_title_and_header() {
    let page = [
        "",
        "list phones||Sheet 2",
        "Ext|Name|Room",
        "Hunt|Type|Move",
        "4003|Paz, Ines|15",
        "|9608|yes",
    ];
    let (_, said) = rows(&[&STATIONS[..7], &page].concat());
    let expected = [
        "8 blank_row",
        "9 title_row",
        "10 repeated_header_row",
        "11 repeated_header_row",
        "12 end_users",
        "13 continuation_row",
    ];
    assert_eq!(said[5..], expected);
}

/// Lists that look like two lines per record and are not.
const NOT_TWO_LINES: &[&[&str]] = &[
    // An ordinary list with one empty key.
    &[
        "Ext|Name|Room",
        "4001|Okafor, Ngozi|12",
        "|Paz, Ines|14",
        "4003|Bo Lind|15",
    ],
    // Empty keys in every other row, and no second line of the header.
    &[
        "Ext|Name|Room",
        "4001|Okafor, Ngozi|12",
        "|Paz, Ines|14",
        "4003|Bo Lind|15",
        "|Ana Lima|16",
    ],
    // A second line of the header, and a record of one line.
    &[
        "Ext|Name|Room",
        "Hunt|Type|Move",
        "4001|Okafor, Ngozi|12",
        "|SIP|no",
        "4002|Paz, Ines|14",
    ],
    &[
        "Ext|Name|Room",
        "Hunt|Type|Move",
        "4001|Bo Lind|1",
        "4002|Paz, Ines|1",
        "|SIP|no",
        "4003|Al Orr|1",
        "|SIP|no",
    ],
    // Only one record.
    &[
        "Ext|Name|Room",
        "Hunt|Type|Move",
        "4001|Okafor, Ngozi|12",
        "|SIP|no",
    ],
    // A record of three lines.
    &[
        "Ext|Name|Room",
        "Hunt|Type|Move",
        "4001|Bo Lind|1",
        "|SIP|no",
        "|x|y",
        "4002|Paz, Ines|1",
        "|SIP|no",
    ],
    // The first row below the header has no key either.
    &[
        "Ext|Name|Room",
        "|Lima, Ana|Hall",
        "4001|Bo Lind|1",
        "|Al Orr|2",
        "4002|Paz, Ines|1",
        "|Jo Roe|2",
    ],
    // A second line that holds a number or an address.
    &[
        "Number|Name|Room",
        "Hunt|Type|Move",
        "775-555-0101|Bo Lind|1",
        "|775-555-0102|no",
        "775-555-0103|Paz, Ines|1",
        "|SIP|no",
    ],
    &[
        "Number|Name|Room",
        "Hunt|Type|Move",
        "775-555-0101|Bo Lind|1",
        "|bo@example.com|no",
        "775-555-0103|Paz, Ines|1",
        "|SIP|no",
    ],
    // A line between the records that stands nowhere above the header.
    &[
        "Ext|Name|Room",
        "Hunt|Type|Move",
        "4001|Bo Lind|1",
        "|SIP|no",
        "Vacant|Paz, Ines|1",
        "4003|Al Orr|1",
        "|SIP|no",
    ],
    // A further page without the second line of its header.
    &[
        "Ext|Name|Room",
        "Hunt|Type|Move",
        "4001|Bo Lind|1",
        "|SIP|no",
        "4002|Al Orr|1",
        "|SIP|no",
        "Ext|Name|Room",
        "4003|Paz, Ines|1",
        "|SIP|no",
    ],
];

#[test]
fn what_is_not_two_lines_throughout_stays_as_it_is() {
    for list in NOT_TWO_LINES {
        let (_, said) = rows(list);
        let swallowed = said.iter().any(|row| row.ends_with("continuation_row"));
        assert!(!swallowed, "{list:#?}\n{said:#?}");
        assert_eq!(said.len(), list.len() - 1, "{list:#?}\n{said:#?}");
    }
}

#[test]
fn an_extension_list_is_of_people_where_some_are_named() {
    for (names, target) in [
        (
            ["Okafor, Ngozi", "Ines Paz", "FAX - Accounting", "Lobby"],
            ImportTarget::EndUsers,
        ),
        (["Okafor, Ngozi", "Fax", "Lobby", "Gate"], ImportTarget::EndUsers),
        (["Fax", "Lobby", "Gate", "Paging"], ImportTarget::PhoneNumbers),
    ] {
        let lines: Vec<String> = (4001..)
            .zip(names)
            .map(|(ext, name)| format!("{ext}|{name}"))
            .collect();
        let mut all = vec!["Ext|Name"];
        all.extend(lines.iter().map(String::as_str));
        assert_eq!(rows(&all).0, target, "{names:?}");
    }
}
