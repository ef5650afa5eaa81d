//! The workbook of a site's discovery: written, filled in, read back.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod clinic;
#[path = "../filled/mod.rs"]
mod filled;
mod refused;

use portflow_domain::discovery_book::{ChangeKind, Table, compare};
use portflow_domain::workbook::{Cell, Visibility};
use proptest::prelude::*;

use clinic::{Clinic, id};
use filled::{fill, place};

const SITE: &str = "Site facts";
const TRUNKS: &str = "Trunks and circuits";
const LINES: &str = "Special lines";

#[test]
fn an_unfilled_workbook_changes_nothing_and_equal_sites_give_equal_bytes() {
    let clinic = Clinic::new();
    assert_eq!(clinic.bytes(), clinic.bytes());
    let workbook = clinic.workbook();
    assert_eq!(clinic.changes(&workbook), []);
    let returned = clinic.back(&workbook);
    assert_eq!(returned.base, clinic.ours());
    let hidden = workbook
        .sheets
        .iter()
        .find(|it| it.name == "PortFlow base")
        .unwrap();
    assert_eq!(hidden.visibility, Visibility::VeryHidden);
    let names: Vec<&str> = workbook.sheets.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names[..3], ["Read me", "Site facts", "Contacts"]);
    assert_eq!(names.len(), 13);
}

#[test]
fn text_stays_text() {
    let workbook = Clinic::new().workbook();
    let at = |sheet: &str, id: &str, heading: &str| {
        let (sheet, row, column) = place(&workbook, sheet, id, heading);
        workbook.sheets[sheet].rows[row][column].clone()
    };
    assert_eq!(at("Site facts", "site/postalCode", "Answer"), Cell::text("07520"));
    assert_eq!(
        at("Site facts", "site/mainNumber", "Answer"),
        Cell::text("+12145550100")
    );
    assert!(
        matches!(at("Notes", "site/discoveryNotes", "Answer"), Cell::Text(text) if text.starts_with("=1+1"))
    );
    assert_eq!(
        at("Trunks and circuits", &id(8), "Monthly cost"),
        Cell::Number(412.5)
    );
    assert!(matches!(
        at("Trunks and circuits", &id(8), "Contract ends"),
        Cell::Date(_)
    ));
    assert!(workbook.sheets.iter().all(|sheet| sheet.formula_cells.is_empty()));
}

#[test]
fn what_a_customer_fills_in_is_exactly_what_changes() {
    let clinic = Clinic::new();
    let mut workbook = clinic.workbook();
    let (cable, old, fax) = (id(9), id(8), id(11));
    for (sheet, row, heading, value) in [
        (TRUNKS, &*cable, "Monthly cost", Cell::text("$1,299.00")),
        (TRUNKS, &cable, "Channels", Cell::Number(10.0)),
        (TRUNKS, &old, "Disconnect on", Cell::Number(46_143.0)),
        (LINES, &fax, "Decision", Cell::text("e-fax")),
        (LINES, &fax, "Number", Cell::Number(2_145_550_142.0)),
        (SITE, "hours/tuesday", "Answer", Cell::text("8-12, 1-5")),
        (
            SITE,
            "question/site.access",
            "Answer",
            Cell::text("Ask the porter"),
        ),
    ] {
        fill(&mut workbook, sheet, row, heading, value);
    }
    let changes = clinic.changes(&workbook);
    let told: Vec<String> = changes
        .iter()
        .flat_map(|change| change.fields.iter().map(move |it| (&change.label, it)))
        .map(|(label, it)| {
            format!(
                "{label}: {} = {}",
                it.field,
                it.value.as_deref().unwrap_or_default()
            )
        })
        .collect();
    let expected = [
        "Hours on Tuesday: answer = 08:00-12:00, 13:00-17:00",
        "How does a technician get in on the day of the cutover, and who opens the telephone room?: answer = Ask the porter",
        "How does a technician get in on the day of the cutover, and who opens the telephone room?: state = answered",
        "Old Telco, PRI: disconnectOn = 2026-05-01",
        "Cable Co, SIP: channels = 10",
        "Cable Co, SIP: monthlyCostCents = 129900",
        "Fax, Nurse station: number = +12145550142",
        "Fax, Nurse station: decision = e_fax",
    ];
    assert_eq!(told, expected);
    assert!(
        changes
            .iter()
            .all(|it| it.kind == ChangeKind::Changed && !it.is_conflict())
    );
}

#[test]
fn rows_are_added_and_taken_away_and_sheets_may_be_sorted() {
    let clinic = Clinic::new();
    let mut workbook = clinic.workbook();
    fill(&mut workbook, "Devices", "+", "Kind", Cell::text("desk phone"));
    fill(&mut workbook, "Devices", "+", "Quantity", Cell::text("12"));
    fill(&mut workbook, "Devices", "+", "Stays in use", Cell::Bool(true));
    let (sheet, row, _) = place(&workbook, "Special lines", &id(11), "Kind");
    let rows = &mut workbook.sheets[sheet].rows;
    // The fax line goes, and the elevator line comes below an empty row.
    rows[row][1..].fill(Cell::Empty);
    rows.swap(row, row - 1);
    let changes = clinic.changes(&workbook);
    let told: Vec<(ChangeKind, &str)> = changes.iter().map(|it| (it.kind, it.label.as_str())).collect();
    assert_eq!(
        told,
        [
            (ChangeKind::Removed, "Fax, Nurse station"),
            (ChangeKind::Added, "Desk phone, 12")
        ]
    );
    let values: Vec<&str> = changes[1]
        .fields
        .iter()
        .filter_map(|it| it.value.as_deref())
        .collect();
    assert_eq!(values, ["desk_phone", "12", "true"]);
}

#[test]
fn both_sides_changed_gives_three_values() {
    let mut clinic = Clinic::new();
    let mut workbook = clinic.workbook();
    let circuits = "Trunks and circuits";
    fill(
        &mut workbook,
        circuits,
        &id(8),
        "Monthly cost",
        Cell::Number(399.0),
    );
    fill(&mut workbook, circuits, &id(8), "Channels", Cell::Number(46.0));
    fill(
        &mut workbook,
        circuits,
        &id(9),
        "Notes",
        Cell::text("the same on both sides"),
    );
    clinic.circuits[0].monthly_cost_cents = Some(45_000);
    clinic.circuits[1].notes = Some("the same on both sides".to_owned());
    let changes = clinic.changes(&workbook);
    assert_eq!(changes.len(), 1);
    let [channels, cost] = &changes[0].fields[..] else {
        panic!("{:?}", changes[0].fields)
    };
    assert!(!channels.is_conflict && cost.is_conflict);
    let three = [&cost.base, &cost.ours, &cost.theirs].map(|it| it.as_deref().unwrap());
    assert_eq!(three, ["$412.50", "$450.00", "$399.00"]);
    assert_eq!(cost.heading, "Monthly cost");
    let (_, row, column) = place(&workbook, circuits, &id(8), "Monthly cost");
    assert_eq!(cost.cell, format!("{}{}", (b'A' + column as u8) as char, row + 1));
}

#[test]
fn a_row_that_is_gone_here_is_told_and_one_that_changed_here_is_not_removed_in_silence() {
    let mut clinic = Clinic::new();
    let mut workbook = clinic.workbook();
    fill(
        &mut workbook,
        "Special lines",
        &id(11),
        "Owner",
        Cell::text("Robin Example"),
    );
    let (sheet, row, _) = place(&workbook, "Special lines", &id(10), "Kind");
    workbook.sheets[sheet].rows[row][1..].fill(Cell::Empty);
    clinic.lines[0].owner = Some("Landlord".to_owned());
    clinic.lines.remove(1);
    let returned = clinic.back(&workbook);
    let (changes, problems) = compare(&returned, &clinic.ours(), &clinic.learnt());
    assert!(problems[0].text.contains("was removed here"), "{problems:?}");
    assert_eq!(changes.len(), 1);
    assert!(changes[0].kind == ChangeKind::Removed && changes[0].is_conflict());
}

#[test]
fn a_copied_row_is_a_new_row() {
    let clinic = Clinic::new();
    let mut workbook = clinic.workbook();
    let (sheet, row, column) = place(&workbook, "Special lines", &id(11), "Location");
    let rows = &mut workbook.sheets[sheet].rows;
    rows[row + 1] = rows[row].clone();
    rows[row][column] = Cell::text("Front desk");
    let returned = clinic.back(&workbook);
    let (changes, problems) = compare(&returned, &clinic.ours(), &clinic.learnt());
    assert_eq!(problems.len(), 1, "{problems:?}");
    let told: Vec<(ChangeKind, &str)> = changes.iter().map(|it| (it.kind, it.label.as_str())).collect();
    assert_eq!(told, [(ChangeKind::Added, "Fax, Front desk")]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Any cells of text filled with anything come back as exactly these changes.
    #[test]
    fn random_edits_come_back(edits in proptest::collection::btree_map((0..7_usize, 0..3_usize), "[a-zA-Z0-9=+@éß ]{1,12}x", 1..8)) {
        let clinic = Clinic::new();
        let mut workbook = clinic.workbook();
        let rows = [
            ("Site facts", "site/street".to_owned(), ["Answer"; 3]),
            ("Contacts", id(3), ["Name", "Title", "Phone"]),
            ("Emergency locations", id(5), ["Building", "Room", "Notes"]),
            ("Legacy system", id(7), ["Model", "Version", "Notes"]),
            ("Trunks and circuits", id(8), ["Circuit id", "Carrier", "Notes"]),
            ("Special lines", id(10), ["Location", "Owner", "Decided by"]),
            ("Special lines", id(11), ["Location", "Owner", "Notes"]),
        ];
        let mut expected = std::collections::BTreeSet::new();
        for ((row, field), text) in &edits {
            let (sheet, id, headings) = &rows[*row];
            fill(&mut workbook, sheet, id, headings[*field], Cell::text(text.as_str()));
        }
        for ((row, field), text) in &edits {
            let (sheet, id, headings) = &rows[*row];
            // Of several edits of one cell the last one stands.
            let last = edits.range((*row, 0)..=(*row, 2)).rfind(|((_, other), _)| headings[*other] == headings[*field]);
            expected.insert(((*sheet).to_owned(), id.clone(), headings[*field].to_owned(),
                last.map_or(text, |(_, text)| text).trim().to_owned()));
        }
        let found: std::collections::BTreeSet<_> = clinic.changes(&workbook).into_iter().flat_map(|change| {
            let (sheet, id) = (change.sheet.clone(), change.id.clone().unwrap_or_default());
            change.fields.into_iter().map(move |it| (sheet.clone(), id.clone(), it.heading, it.value.unwrap_or_default()))
        }).collect();
        prop_assert_eq!(found, expected);
    }
}

#[test]
fn tables_are_spelled_back() {
    for table in [Table::Circuits, Table::Holidays, Table::Contacts] {
        assert_eq!(Table::from_code(&table.code()), Some(table));
    }
    assert_eq!(Table::from_code("rooms"), None);
}
