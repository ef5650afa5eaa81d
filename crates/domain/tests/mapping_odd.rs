//! Lists of odd shapes: what a consultant would expect of each.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use portflow_domain::coded::Coded;
use portflow_domain::enums::ImportTarget::{self, *};
use portflow_domain::import::{ImportSettings, RowReason, read_rows};
use portflow_domain::mapping::{Table, detect_table, detect_workbook_unaided};
use portflow_domain::number::Country;
use portflow_domain::workbook::{Cell, Sheet, Workbook};

const NAMES: [&str; 4] = ["Ana Lima", "Bo Lind", "Cy Dean", "Dee Park"];

/// A header and four rows. In a row `%` stands for its number and `@` for the name of a person.
fn sheet(header: &str, row: &str) -> Sheet {
    let cells = |line: &str| line.split('|').map(Cell::text).collect::<Vec<_>>();
    let filled =
        |(number, name): (usize, &&str)| cells(&row.replace('%', &number.to_string()).replace('@', name));
    let mut rows = vec![cells(header)];
    rows.extend((1..).zip(&NAMES).map(filled));
    Sheet {
        rows,
        ..Sheet::default()
    }
}

/// The fields of the columns, `-` for none.
fn fields(table: &Table) -> String {
    let codes = table
        .columns
        .iter()
        .map(|column| column.field.map_or("-", |field| field.code()));
    codes.collect::<Vec<_>>().join("|")
}

/// Each list with its kind and its columns.
const LISTS: &[(&str, &str, ImportTarget, &str)] = &[
    // What stands in brackets or behind a dash counts: a mobile number is not ported.
    (
        "Name|Phone (office)|Phone (mobile)",
        "@|214-222-010%|469-222-010%",
        EndUsers,
        "display_name|e164|-",
    ),
    (
        "Vorname - First name|Nachname \u{2013} Last name|Telefon - Phone|Handy - Mobile",
        "Ana|Lima%|214-222-010%|469-222-010%",
        EndUsers,
        "first_name|last_name|e164|-",
    ),
    (
        "Rufnummer / Phone|Name / Nom",
        "214-222-010%|@",
        EndUsers,
        "e164|display_name",
    ),
    (
        "Direct\nDial\nNumber|Full\nName",
        "214-222-010%|@",
        EndUsers,
        "e164|display_name",
    ),
    // A yes or no is no number, whatever the header speaks of.
    (
        "Name|Desk phone|Phone number",
        "@|yes|214-222-010%",
        EndUsers,
        "display_name|-|e164",
    ),
    (
        "First name|Last name|AllowSoftPhone|Ext",
        "Ana|Lima%|true|400%",
        EndUsers,
        "first_name|last_name|-|extension",
    ),
    (
        "Name|Phone|Common Phone Profile",
        "@|214-222-010%|Standard",
        EndUsers,
        "display_name|e164|-",
    ),
    (
        "Name|Phone|MailOptions",
        "@|214-222-010%|0",
        EndUsers,
        "display_name|e164|-",
    ),
    // The caller ID of a line is its number where every row has another and nothing else is one.
    (
        "Ext|Name|Outbound CID",
        "400%|@|214-222-010%",
        EndUsers,
        "extension|display_name|e164",
    ),
    (
        "Ext|Name|Outbound CID",
        "400%|@|214-222-0100",
        EndUsers,
        "extension|display_name|-",
    ),
    (
        "Ext|Name|Outbound CID|DID",
        "400%|@|214-222-010%|214-222-020%",
        EndUsers,
        "extension|display_name|-|e164",
    ),
    // What is the same in every row tells nobody apart and is no state of a port.
    (
        "Name|Phone|Extension|Status",
        "@|214-222-010%|100|Active",
        EndUsers,
        "display_name|e164|-|-",
    ),
    (
        "Name|Phone|Capture mode",
        "@|214-222-010%|None",
        EndUsers,
        "display_name|e164|-",
    ),
    (
        "DID|Status|Notes",
        "214-222-010%|FOC received|x",
        PhoneNumbers,
        "e164|porting_status|notes",
    ),
    (
        "DID|Status|Notes",
        "214-222-010%|Phase %|x",
        PhoneNumbers,
        "e164|porting_status|notes",
    ),
    // People with the address of their office are no sites.
    (
        "Name|Phone|Site|Address|City|State|Zip",
        "@|214-222-010%|HQ|1 Main Street|Dallas|TX|75201",
        EndUsers,
        "display_name|e164|site|-|-|-|-",
    ),
    (
        "Site|Address|City|State|Zip|Main number",
        "HQ %|1 Main Street|Dallas|TX|75201|214-222-010%",
        Sites,
        "name|street|city|state|postal_code|main_number",
    ),
    // Numbered headers that say nothing are no series of lines.
    (
        "C1|C2|C3",
        "10%|20%|214-222-010%",
        PhoneNumbers,
        "extension|-|e164",
    ),
];

#[test]
fn odd_lists_are_what_a_person_takes_them_for() {
    for (header, row, target, expected) in LISTS {
        let sheet = sheet(header, row);
        let table = detect_table(&sheet, Country::US).unwrap();
        assert_eq!(
            (table.target, fields(&table).as_str()),
            (*target, *expected),
            "{header}\n{row}"
        );
        let reading = read_rows(0, &sheet, &ImportSettings::suggested(&sheet, &table, Country::US));
        let rejected = reading.records.iter().find_map(|record| record.rejection());
        assert_eq!(rejected, None, "{header}\n{row}");
        assert_eq!(reading.records.len(), NAMES.len(), "{header}\n{row}");
    }
}

#[test]
fn what_spans_all_columns_is_a_title_and_no_group() {
    for (right, reason) in [(2, RowReason::TitleRow), (1, RowReason::GroupHeaderRow)] {
        let mut sheet = sheet("Name|Ext|Phone", "@|400%|214-222-010%");
        sheet.rows.insert(0, vec![Cell::text("Staff of Dallas")]);
        sheet.merged = vec![(0, 0, 0, right)];
        let table = detect_table(&sheet, Country::US).unwrap();
        let reading = read_rows(0, &sheet, &ImportSettings::suggested(&sheet, &table, Country::US));
        assert_eq!(table.header_row, 2);
        assert_eq!(reading.ignored[0].reason, reason);
    }
}

/// A header that a format settles is read by its words alone when no format is known.
#[test]
fn formats_can_be_left_out() {
    let sheet = sheet("cidnum|extension|destination", "|214-222-010%|from-did,%,1");
    let table = detect_table(&sheet, Country::US).unwrap();
    assert!(table.format_id.is_some());
    let workbook = Workbook {
        sheets: vec![sheet],
        ..Workbook::default()
    };
    let detections = detect_workbook_unaided(&workbook, Country::US);
    let unaided = detections[0].table.as_ref().unwrap();
    assert_eq!(
        (unaided.format_id.as_deref(), fields(unaided).as_str()),
        (None, "-|e164|-")
    );
}
