//! The workbook of a site's discovery: written, filled in, read back.

mod filled;

use std::io::Cursor;

use portflow_domain::discovery::completeness::{SiteDiscovery, completeness};
use portflow_domain::discovery::questionnaire::built_in;
use portflow_domain::discovery_book::{
    BookProblem, Change, ChangeKind, Contents, Returned, Table, compare, contents, layout, read_back,
};
use portflow_domain::entities::{
    Circuit, Contact, EmergencyLocation, LegacySystem, NetworkSegment, QuestionnaireAnswer, SectionState,
    Site, SpecialLine,
};
use portflow_domain::timestamp::Timestamp;
use portflow_domain::workbook::{Cell, Visibility, Workbook};
use portflow_sheet::{Limits, read, write_discovery_book};
use proptest::prelude::*;
use serde_json::{Value, json};

use filled::{fill, place, set};

const AT: &str = "2026-11-21T09:00:00.000Z";

/// A clinic with a lunch break, two trunks, an elevator line and an unknown fax.
struct Clinic {
    site: Site,
    contacts: Vec<Contact>,
    sections: Vec<SectionState>,
    places: Vec<EmergencyLocation>,
    segments: Vec<NetworkSegment>,
    systems: Vec<LegacySystem>,
    circuits: Vec<Circuit>,
    lines: Vec<SpecialLine>,
    answers: Vec<QuestionnaireAnswer>,
    questions: portflow_domain::entities::QuestionnaireDocument,
}

fn id(number: u32) -> String {
    format!("00000000-0000-7000-8000-{number:012}")
}

/// A stored row: what every row has, and its own fields.
fn row<T: serde::de::DeserializeOwned>(number: u32, own: Value) -> T {
    let mut row = json!({ "id": id(number), "customerId": id(1), "siteId": id(2), "revision": 1,
        "createdAt": AT, "updatedAt": AT, "notes": null });
    for (field, value) in own.as_object().unwrap() {
        row[field] = value.clone();
    }
    serde_json::from_value(row).unwrap()
}

impl Clinic {
    fn new() -> Self {
        let day = json!([{ "open": "08:00", "close": "12:00" }, { "open": "13:00", "close": "17:00" }]);
        let night = json!([{ "open": "22:00", "close": "06:00" }]);
        Self {
            site: row(
                2,
                json!({ "name": "North clinic", "code": null, "street": "100 EXAMPLE BLVD",
                "city": "Dallas", "state": "TX", "postalCode": "07520", "country": "US",
                "timeZone": "America/Chicago", "mainNumber": "+12145550100", "legacyPbx": null,
                "businessHours": { "monday": day, "friday": night },
                "holidays": [{ "name": "Christmas", "date": "2026-12-25" }],
                "discoveryNotes": "=1+1 is no formula\nsecond line", "archivedAt": null }),
            ),
            contacts: vec![row(
                3,
                json!({ "kind": "technical", "name": "Robin Example", "title": null,
                "email": "robin@example.com", "phone": "214-555-0111", "siteId": null }),
            )],
            sections: vec![row(
                4,
                json!({ "section": "circuits", "state": "answered", "saidBy": "Front desk",
                "saidOn": "2026-11-20" }),
            )],
            places: vec![row(
                5,
                json!({ "name": "Floor 1", "companyName": null, "building": null,
                "floor": "1", "room": null, "houseNumber": "100", "houseNumberSuffix": null,
                "streetName": "Example", "streetSuffix": "Blvd", "city": "Dallas", "state": "TX",
                "postalCode": "07520", "country": "US", "elin": null }),
            )],
            segments: vec![row(
                6,
                json!({ "emergencyLocationId": id(5), "kind": "subnet",
                "identifier": "10.20.7.0/24", "port": "", "description": null }),
            )],
            systems: vec![row(
                7,
                json!({ "vendor": "Avaya", "model": "IP Office", "version": "11",
                "outsideLineDigit": "8", "extensionLength": 4, "maintainedBy": null,
                "internalRanges": [{ "first": "2000", "last": "2999" }] }),
            )],
            circuits: vec![
                row(
                    8,
                    json!({ "losingAccountId": null, "carrierName": "Old Telco", "kind": "pri",
                    "circuitId": "12/HCGS/1", "channels": 23, "btn": "214-555-0100",
                    "contractEnd": "2027-05-31", "monthlyCostCents": 41250, "disconnectOn": null }),
                ),
                row(
                    9,
                    json!({ "losingAccountId": null, "carrierName": "Cable Co", "kind": "sip",
                    "circuitId": null, "channels": null, "btn": null, "contractEnd": null,
                    "monthlyCostCents": null, "disconnectOn": null }),
                ),
            ],
            lines: vec![
                row(
                    10,
                    json!({ "losingAccountId": null, "kind": "elevator", "number": "+12145550190",
                    "location": "Shaft 2", "owner": null, "decision": "keep", "decidedBy": null }),
                ),
                row(
                    11,
                    json!({ "losingAccountId": null, "kind": "fax", "number": null,
                    "location": "Nurse station", "owner": null, "decision": "unknown", "decidedBy": null }),
                ),
            ],
            answers: vec![row(
                12,
                json!({ "questionnaireId": id(13), "question": "site.freeze",
                "state": "answered", "answer": "December 20 to January 5", "saidBy": "Robin Example",
                "saidOn": "2026-11-20" }),
            )],
            questions: built_in().unwrap().document,
        }
    }

    fn learnt(&self) -> SiteDiscovery<'_> {
        SiteDiscovery {
            site: &self.site,
            contacts: &self.contacts,
            sections: &self.sections,
            emergency_locations: &self.places,
            network_segments: &self.segments,
            legacy_systems: &self.systems,
            circuits: &self.circuits,
            special_lines: &self.lines,
            devices: &[],
            licenses: &[],
            questionnaire: Some(&self.questions),
            answers: &self.answers,
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let of = self.learnt();
        let day = "2026-11-21".parse().unwrap();
        let book = layout(&of, &contents(&of), &completeness(&of), day);
        let mut bytes = Cursor::new(Vec::new());
        let at: Timestamp = serde_json::from_value(json!(AT)).unwrap();
        write_discovery_book(&mut bytes, &book, at).unwrap();
        bytes.into_inner()
    }

    fn workbook(&self) -> Workbook {
        read(&self.bytes(), "clinic.xlsx", &Limits::default()).unwrap()
    }

    fn back(&self, workbook: &Workbook) -> Returned {
        read_back(workbook, &self.learnt()).unwrap()
    }

    fn ours(&self) -> Contents {
        contents(&self.learnt())
    }

    /// The changes of a workbook without a problem.
    fn changes(&self, workbook: &Workbook) -> Vec<Change> {
        let returned = self.back(workbook);
        assert_eq!(returned.problems, []);
        let (changes, problems) = compare(&returned, &self.ours(), &self.learnt());
        assert_eq!(problems, []);
        changes
    }

    /// Everything that is said against a workbook.
    fn problems(&self, workbook: &Workbook) -> Vec<BookProblem> {
        let returned = self.back(workbook);
        let (_, more) = compare(&returned, &self.ours(), &self.learnt());
        returned.problems.into_iter().chain(more).collect()
    }
}

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
    let circuits = "Trunks and circuits";
    fill(
        &mut workbook,
        circuits,
        &id(9),
        "Monthly cost",
        Cell::text("$1,299.00"),
    );
    fill(&mut workbook, circuits, &id(9), "Channels", Cell::Number(10.0));
    fill(
        &mut workbook,
        circuits,
        &id(8),
        "Disconnect on",
        Cell::Number(46_143.0),
    );
    fill(
        &mut workbook,
        "Special lines",
        &id(11),
        "Decision",
        Cell::text("e-fax"),
    );
    fill(
        &mut workbook,
        "Special lines",
        &id(11),
        "Number",
        Cell::Number(2_145_550_142.0),
    );
    fill(
        &mut workbook,
        "Site facts",
        "hours/tuesday",
        "Answer",
        Cell::text("8-12, 1-5"),
    );
    fill(
        &mut workbook,
        "Site facts",
        "question/site.access",
        "Answer",
        Cell::text("Ask the porter"),
    );
    let changes = clinic.changes(&workbook);
    let told: Vec<String> = changes
        .iter()
        .flat_map(|change| {
            let label = &change.label;
            let told = change.fields.iter().map(move |it| {
                format!(
                    "{label}: {} = {}",
                    it.field,
                    it.value.as_deref().unwrap_or_default()
                )
            });
            told.collect::<Vec<_>>()
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

#[test]
fn cells_that_cannot_be_read_are_named() {
    let clinic = Clinic::new();
    let wrong = [
        (
            "Trunks and circuits",
            id(8),
            "Monthly cost",
            Cell::text("a lot"),
            "amount in dollars",
        ),
        (
            "Trunks and circuits",
            id(8),
            "Contract ends",
            Cell::text("month to month"),
            "2026-11-30",
        ),
        (
            "Trunks and circuits",
            id(8),
            "Contract ends",
            Cell::text("03/04/2027"),
            "2026-11-30",
        ),
        (
            "Trunks and circuits",
            id(8),
            "Channels",
            Cell::Number(2.5),
            "whole number",
        ),
        (
            "Trunks and circuits",
            id(8),
            "Kind",
            Cell::text("T1"),
            "PRI, SIP, Analog",
        ),
        (
            "Special lines",
            id(11),
            "Number",
            Cell::text("555-0142"),
            "telephone number",
        ),
        (
            "Site facts",
            "hours/monday".to_owned(),
            "Answer",
            Cell::text("mornings"),
            "hours such as",
        ),
        (
            "Legacy system",
            id(7),
            "Extensions in use",
            Cell::text("2000 and up"),
            "2000-2999",
        ),
        (
            "Contacts",
            id(3),
            "For the whole company",
            Cell::text("maybe"),
            "yes or no",
        ),
        ("Contacts", id(3), "Name", Cell::Error("#REF!".into()), "#REF!"),
        (
            "Site facts",
            "question/site.freeze".to_owned(),
            "How much is known",
            Cell::text("Unknown"),
            "answer",
        ),
    ];
    for (sheet, id, heading, value, expected) in wrong {
        let mut workbook = clinic.workbook();
        let at = place(&workbook, sheet, &id, heading);
        set(&mut workbook, at, value);
        let problems = clinic.problems(&workbook);
        assert_eq!(problems.len(), 1, "{heading}: {problems:?}");
        assert!(problems[0].text.contains(expected), "{heading}: {problems:?}");
        assert_eq!(problems[0].sheet.as_deref(), Some(sheet));
        let cell = format!("{}{}", (b'A' + at.2 as u8) as char, at.1 + 1);
        assert_eq!(problems[0].cell.as_deref(), Some(cell.as_str()));
    }
}

#[test]
fn a_workbook_that_was_tampered_with_is_refused_and_says_where() {
    let clinic = Clinic::new();
    let errors = |workbook: &Workbook| -> Vec<String> {
        let problems = clinic.problems(workbook);
        problems
            .into_iter()
            .filter(|it| format!("{:?}", it.severity) == "Error")
            .map(|it| it.text)
            .collect()
    };
    let circuits = |workbook: &Workbook| {
        workbook
            .sheets
            .iter()
            .position(|it| it.name == "Trunks and circuits")
            .unwrap()
    };

    let mut without_column = clinic.workbook();
    let (sheet, _, column) = place(&without_column, "Trunks and circuits", &id(8), "Contract ends");
    for row in &mut without_column.sheets[sheet].rows {
        if row.len() > column {
            row.remove(column);
        }
    }
    assert_eq!(
        errors(&without_column),
        ["The column 'Contract ends' is not there any more."]
    );

    let mut without_sheet = clinic.workbook();
    let at = circuits(&without_sheet);
    without_sheet.sheets.remove(at);
    assert!(errors(&without_sheet)[0].contains("The sheet 'Trunks and circuits'"));

    let mut without_names = clinic.workbook();
    let at = circuits(&without_names);
    for row in &mut without_names.sheets[at].rows {
        if !row.is_empty() {
            row.remove(0);
        }
    }
    assert!(errors(&without_names)[0].contains("hidden first column"));

    let mut renamed = clinic.workbook();
    let at = circuits(&renamed);
    renamed.sheets[at].name = "Trunks".to_owned();
    assert_eq!(errors(&renamed), Vec::<String>::new());
    assert!(
        clinic.problems(&renamed)[0]
            .text
            .contains("is called 'Trunks' now")
    );

    let mut half_a_row = clinic.workbook();
    fill(&mut half_a_row, "Devices", "+", "Model", Cell::text("VVX 411"));
    let told = errors(&half_a_row);
    assert_eq!(
        told,
        ["The new row has no 'Kind'.", "The new row has no 'Quantity'."]
    );

    let mut calculated = clinic.workbook();
    let at = place(&calculated, "Trunks and circuits", &id(8), "Monthly cost");
    set(&mut calculated, at, Cell::text("="));
    calculated.sheets[at.0].formulas_without_value.push((at.1, at.2));
    assert!(errors(&calculated)[0].contains("never calculated"));

    let mut without_base = clinic.workbook();
    without_base.sheets.retain(|it| it.name != "PortFlow base");
    assert_eq!(read_back(&without_base, &clinic.learnt()), None);
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
