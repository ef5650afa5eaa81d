//! From a sheet to a plan: detection, duplicates, comparison with what is stored, and the sums.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use portflow_domain::enums::{
    Disposition, ImportOutcome, ImportTarget, NumberUsage, PhoneNumberType, PortingStatus,
};
use portflow_domain::ids::{EndUserId, EntityId, PhoneNumberId};
use portflow_domain::import::*;
use portflow_domain::mapping::{ImportField, detect_table, detect_workbook, suggest_code, table_at};
use portflow_domain::number::{Country, parse};
use portflow_domain::workbook::{Cell, Sheet, Workbook};
use proptest::prelude::*;
use uuid::Uuid;

/// A sheet from lines of cells separated by `|`.
fn sheet(lines: &[&str]) -> Sheet {
    let cell = |text: &str| {
        if text.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(text.into())
        }
    };
    let rows = lines
        .iter()
        .map(|line| line.split('|').map(cell).collect())
        .collect();
    Sheet {
        name: "Sheet1".to_owned(),
        rows,
        ..Sheet::default()
    }
}

fn settings(sheet: &Sheet) -> ImportSettings {
    ImportSettings::suggested(sheet, &detect_table(sheet, Country::US).unwrap(), Country::US)
}

fn planned(lines: &[&str], existing: &Existing) -> ImportPlan {
    let sheet = sheet(lines);
    plan(
        vec![read_rows(0, &sheet, &settings(&sheet))],
        existing,
        &PlanChoices::default(),
    )
}

/// `row entity outcome code` per record, the code of the first issue.
fn outcomes(plan: &ImportPlan) -> Vec<String> {
    let line = |planned: &PlannedRecord| {
        let PlannedRecord { record, outcome, .. } = planned;
        let code = record
            .issues
            .first()
            .map_or(String::new(), |issue| format!(" {}", issue.code));
        format!("{} {} {outcome}{code}", record.source_row, record.entity)
    };
    plan.records.iter().map(line).collect()
}

fn stored_number(text: &str, change: impl FnOnce(&mut ExistingNumber)) -> ExistingNumber {
    let mut values = NumberValues::of(parse(text, Country::US).unwrap());
    values.number_type = Some(PhoneNumberType::User);
    values.usage = Some(NumberUsage::User);
    values.porting_status = Some(PortingStatus::NotStarted);
    values.disposition = Some(Disposition::Port);
    let id = PhoneNumberId::from_uuid(Uuid::from_u128(1));
    let mut number = ExistingNumber {
        id,
        revision: 7,
        values,
        resource_account: None,
        in_open_order: false,
        last_import: None,
    };
    change(&mut number);
    number
}

fn stored_person(upn: &str) -> ExistingPerson {
    let values = PersonValues {
        upn: Some(upn.to_owned()),
        first_name: Some("Ana".to_owned()),
        ..PersonValues::default()
    };
    ExistingPerson {
        id: EndUserId::from_uuid(Uuid::from_u128(2)),
        revision: 3,
        values,
        last_import: None,
    }
}

#[test]
fn a_table_is_found_below_titles_and_named_by_what_it_lists() {
    let numbers = sheet(&[
        "Numbers of|2026",
        "",
        "|DID|Carrier|Status|PIN",
        "|214-222-0100|VZ|Submitted|1234",
    ]);
    let table = detect_table(&numbers, Country::US).unwrap();
    assert_eq!(
        (table.header_row, table.first_column, table.target),
        (3, 1, ImportTarget::PhoneNumbers)
    );
    let fields: Vec<_> = table.columns.iter().map(|column| column.field).collect();
    use ImportField::{Carrier, E164, PortingStatus};
    assert_eq!(fields, [Some(E164), Some(Carrier), Some(PortingStatus), None]);

    let people = sheet(&[
        "Name|E-mail|Phone|Mobile",
        "Ana|ana@example.com|214-222-0100|469-222-0100",
    ]);
    let table = detect_table(&people, Country::US).unwrap();
    assert_eq!(table.target, ImportTarget::EndUsers);
    let fields: Vec<_> = table.columns.iter().map(|column| column.field).collect();
    assert_eq!(
        fields,
        [
            Some(ImportField::DisplayName),
            Some(ImportField::Upn),
            Some(E164),
            None
        ]
    );

    let unknown = sheet(&["Zeile A|Zeile B", "2142220100|x", "2142220101|y"]);
    let placed = table_at(&unknown, 1, None, Country::US);
    assert_eq!(
        placed.columns[0].field,
        Some(E164),
        "the cells speak for themselves"
    );
    let nameless = sheet(&["Zeile A|Zeile B", "so|x", "anders|y"]);
    assert_eq!(detect_table(&nameless, Country::US), None);
    let workbook = Workbook {
        format: "xlsx".to_owned(),
        sheets: vec![nameless, Sheet::default()],
        ..Workbook::default()
    };
    let why: Vec<_> = detect_workbook(&workbook, Country::US)
        .into_iter()
        .map(|found| found.ignored_why)
        .collect();
    assert_eq!(why, [Some("no header".to_owned()), Some("empty".to_owned())]);
}

#[test]
fn secret_columns_are_neither_mapped_nor_sampled_nor_kept() {
    for header in [
        "PIN",
        "Port-out PIN",
        "Password",
        "SIP secret",
        "Account Number",
        "Acct#",
        "voicemail_vmpwd",
    ] {
        let sheet = sheet(&[&format!("DID|Carrier|{header}"), "214-222-0100|VZ|hush-4711"]);
        let mut settings = settings(&sheet);
        assert!(
            !serde_json::to_string(&settings).unwrap().contains("hush"),
            "{header}"
        );
        assert!(
            settings.columns[2].secret && settings.columns[2].field.is_none(),
            "{header}"
        );
        settings.columns[2].field = Some(ImportField::Notes);
        let plan = plan(
            vec![read_rows(0, &sheet, &settings)],
            &Existing::default(),
            &PlanChoices::default(),
        );
        assert!(
            !format!("{plan:?}").contains("hush"),
            "{header}, though somebody mapped it"
        );
        let cells = original_cells(&sheet, &settings.columns, 2);
        assert_eq!(
            cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>(),
            ["214-222-0100", "VZ"]
        );
    }
    let billing = sheet(&["DID|BTN|Shipping", "214-222-0100|214-222-0199|spin"]);
    assert!(settings(&billing).columns.iter().all(|column| !column.secret));
}

#[test]
fn texts_that_stand_for_codes() {
    use ImportField::{Carrier, Disposition, NumberType, PortingStatus};
    for (field, text, sets, code) in [
        (NumberType, "AA", NumberType, "auto_attendant"),
        (NumberType, "Auto Attendant", NumberType, "auto_attendant"),
        (NumberType, "DID block", NumberType, "user"),
        (NumberType, "TF", NumberType, "other"),
        (NumberType, "Elevator", NumberType, "other"),
        (NumberType, "Emergency", NumberType, "other"),
        (PortingStatus, "loa sent", PortingStatus, "loa_submitted"),
        (PortingStatus, " Submitted ", PortingStatus, "loa_submitted"),
        (PortingStatus, "FOC rcvd", PortingStatus, "foc_received"),
        (PortingStatus, "port_scheduled", PortingStatus, "port_scheduled"),
        (PortingStatus, "DO NOT PORT", Disposition, "retain"),
        (Carrier, "VZ", Carrier, "verizon"),
        (Carrier, "verizon ", Carrier, "verizon"),
        (Carrier, "Fusion Connect", Carrier, "fusionconnect"),
        (Disposition, "Yes", Disposition, "port"),
    ] {
        assert_eq!(suggest_code(field, text), Some((sets, code)), "{text}");
    }
    assert_eq!(suggest_code(Carrier, "Some Other Telco"), None);
    let plan = planned(
        &["DID|Carrier|Use", "214-222-0100|Some Other Telco|zeppelin"],
        &Existing::default(),
    );
    let Some(RecordValues::PhoneNumber(number)) = &plan.records[0].record.values else {
        panic!("a number")
    };
    assert_eq!(
        (number.current_carrier.as_deref(), number.number_type),
        (Some("Some Other Telco"), None)
    );
    assert_eq!(outcomes(&plan), ["2 phone_numbers inserted unmapped_value"]);
}

#[test]
fn a_person_decides_what_a_text_means() {
    let sheet = sheet(&["DID|Use", "214-222-0100|zeppelin", "214-222-0101|AA"]);
    let mut settings = settings(&sheet);
    let choice = |text: &str| {
        settings.value_map[0]
            .values
            .iter()
            .position(|value| value.text == text)
            .unwrap()
    };
    let (zeppelin, aa) = (choice("zeppelin"), choice("AA"));
    settings.value_map[0].values[zeppelin].code = Some("fax".to_owned());
    settings.value_map[0].values[aa].code = Some("call_queue".to_owned());
    let types: Vec<_> = read_rows(0, &sheet, &settings)
        .records
        .into_iter()
        .map(|record| match record.values {
            Some(RecordValues::PhoneNumber(number)) => number.number_type,
            _ => None,
        })
        .collect();
    assert_eq!(
        types,
        [Some(PhoneNumberType::Fax), Some(PhoneNumberType::CallQueue)]
    );
}

#[test]
fn the_first_occurrence_in_the_file_counts() {
    let lines = [
        "First Name|UPN|DID",
        "Ana|ana@example.com|214-222-0100",
        "Ana|ANA@example.com|214-222-0101",
        "Bob|bob@example.com|2142220100",
        "Cy||214-222-0102",
        "Dee|dee@example.com|214-222-0102 / 214-222-0100 / 214-222-0103",
        "Eve|eve@example.com|555-0103 / 214-222-0104",
        "||214-222-0105",
        "Gus|gus@example.com|tbd",
        "Hal|hal_fabrikam.com#EXT#@example.com|",
    ];
    let plan = planned(&lines, &Existing::default());
    assert_eq!(
        outcomes(&plan),
        [
            "2 end_users inserted",
            "3 end_users rejected duplicate_upn",
            "4 end_users rejected duplicate_number",
            "5 end_users rejected missing_identity",
            "6 end_users inserted",
            "6 phone_numbers rejected duplicate_number",
            "6 phone_numbers inserted",
            "7 end_users rejected missing_area_code",
            "8 phone_numbers inserted",
            "9 end_users inserted text_in_number",
            "10 end_users rejected guest_account",
        ]
    );
    assert_eq!(plan.records[5].record.issues[0].of_row, Some(2));
    assert_eq!(
        (plan.counts.records, plan.counts.accepted(), plan.counts.rejected),
        (11, 5, 6)
    );
}

#[test]
fn stored_numbers_are_updated_only_where_the_file_speaks() {
    let mut existing = Existing::default();
    existing.add_number(stored_number("214-222-0100", |number| {
        number.values.description = Some("Lobby".to_owned());
        number.values.notes = Some("Checked\nOrder date: 2026-10-05".to_owned());
    }));
    let lines = ["DID|Use|Order Date|Description", "214-222-0100|DID|2026-10-05|"];
    let plan_a = planned(&lines, &existing);
    assert_eq!(outcomes(&plan_a), ["2 phone_numbers unchanged"]);
    let plan_b = planned(
        &[
            "DID|Use|Order Date|Description",
            "214-222-0100|fax|2026-10-06|Fax 2",
        ],
        &existing,
    );
    let changes: Vec<_> = plan_b.records[0]
        .changes
        .iter()
        .map(|change| (change.field.as_str(), change.new_value.clone()))
        .collect();
    assert_eq!(
        changes,
        [
            ("numberType", "fax".into()),
            ("description", "Fax 2".into()),
            (
                "notes",
                "Checked\nOrder date: 2026-10-05\nOrder date: 2026-10-06".into()
            ),
        ]
    );
    assert_eq!(plan_b.records[0].outcome, ImportOutcome::Updated);
    assert!(matches!(
        plan_b.records[0].stored,
        Some(Stored::PhoneNumbers { revision: 7, .. })
    ));
    assert_ne!(fingerprint(&plan_a), fingerprint(&plan_b));
    assert_eq!(fingerprint(&plan_a), fingerprint(&planned(&lines, &existing)));
}

#[test]
fn a_status_moves_only_by_a_legal_step_and_never_inside_an_order() {
    let status = |stored: PortingStatus, said: &str, in_open_order: bool| {
        let mut existing = Existing::default();
        existing.add_number(stored_number("214-222-0100", |number| {
            number.values.porting_status = Some(stored);
            number.in_open_order = in_open_order;
        }));
        outcomes(&planned(
            &["DID|Status", &format!("214-222-0100|{said}")],
            &existing,
        ))
        .remove(0)
    };
    assert_eq!(
        status(PortingStatus::NotStarted, "submitted", false),
        "2 phone_numbers updated"
    );
    assert_eq!(
        status(PortingStatus::LoaSubmitted, "submitted", true),
        "2 phone_numbers unchanged"
    );
    assert_eq!(
        status(PortingStatus::NotStarted, "submitted", true),
        "2 phone_numbers unchanged number_in_open_order"
    );
    for (stored, said) in [
        (PortingStatus::NotStarted, "ported"),
        (PortingStatus::Failed, "not started"),
    ] {
        assert_eq!(
            status(stored, said, false),
            "2 phone_numbers unchanged porting_status_conflict"
        );
    }
}

#[test]
fn a_persons_number_is_inserted_assigned_or_kept_and_never_taken_from_somebody() {
    let step = |change: fn(&mut ExistingNumber), number: &str| {
        let mut existing = Existing::default();
        existing.add_number(stored_number("214-222-0100", change));
        existing.add_person(stored_person("ana@example.com"));
        let plan = planned(
            &["First Name|UPN|DID", &format!("Ana|ana@example.com|{number}")],
            &existing,
        );
        let step = plan.records[0]
            .number_step
            .map(|step| serde_json::to_value(step).unwrap()["step"].to_string());
        format!("{} {}", outcomes(&plan)[0], step.unwrap_or_default())
    };
    let held = |number: &mut ExistingNumber| number.values.assigned_to = Some("ana@example.com".to_owned());
    assert_eq!(step(|_| {}, "214-222-0100"), "2 end_users updated \"assign\"");
    assert_eq!(
        step(|_| {}, "214-222-0100 x100"),
        "2 end_users updated \"assign\"",
        "the bare number is theirs"
    );
    assert_eq!(step(|_| {}, "214-222-0101"), "2 end_users updated \"insert\"");
    assert_eq!(step(held, "214-222-0100"), "2 end_users unchanged \"keep\"");
    assert_eq!(step(|_| {}, ""), "2 end_users unchanged ");
    let other = |number: &mut ExistingNumber| number.values.assigned_to = Some("bob@example.com".to_owned());
    assert_eq!(
        step(other, "214-222-0100"),
        "2 end_users rejected number_already_assigned "
    );
    let account =
        |number: &mut ExistingNumber| number.resource_account = Some("aa-main@example.com".to_owned());
    assert_eq!(
        step(account, "214-222-0100"),
        "2 end_users rejected number_already_assigned "
    );
}

#[test]
fn a_toll_free_number_comes_without_a_person() {
    let mut existing = Existing::default();
    existing.add_number(stored_number("800-222-0100", |_| {}));
    existing.add_person(stored_person("ana@example.com"));
    let people = planned(
        &[
            "First Name|UPN|DID",
            "Ana|ana@example.com|800-222-0100",
            "Bob|bob@example.com|888-222-0101",
            "Cyd|cyd@example.com|214-222-0102",
        ],
        &existing,
    );
    assert_eq!(
        outcomes(&people),
        [
            "2 end_users rejected toll_free_number",
            "3 end_users rejected toll_free_number",
            "4 end_users inserted",
        ]
    );
    let inventory = planned(
        &[
            "Telephone Number|Assigned To UPN",
            "800-222-0100|ana@example.com",
            "888-222-0101|",
        ],
        &existing,
    );
    assert_eq!(
        outcomes(&inventory),
        [
            "2 phone_numbers rejected toll_free_number",
            "3 phone_numbers inserted"
        ]
    );
}

#[test]
fn people_on_one_base_number_are_told_apart_by_the_extension_in_the_cell() {
    let lines = [
        "First Name|UPN|DID",
        "Ana|ana@example.com|214-222-0100 x1",
        "Bob|bob@example.com|214-222-0100 x2",
    ];
    let mut existing = Existing::default();
    assert_eq!(
        outcomes(&planned(&lines, &existing)),
        ["2 end_users inserted", "3 end_users inserted"]
    );
    existing.add_number(stored_number("214-222-0100", |_| {}));
    let plan = planned(&lines, &existing);
    assert!(matches!(
        plan.records[0].number_step,
        Some(NumberStep::Assign { .. })
    ));
    assert_eq!(
        plan.records[1].number_step,
        Some(NumberStep::Insert),
        "the bare number is taken by then"
    );
}

#[test]
fn another_migration_is_named_by_its_path_alone() {
    let mut existing = Existing::default();
    let number = parse("214-222-0100", Country::US).unwrap().e164;
    existing.add_elsewhere(number, "Fabrikam/Plano/Wave 2".to_owned());
    let plan = planned(&["DID|Description", "214-222-0100|ours"], &existing);
    assert_eq!(
        outcomes(&plan),
        ["2 phone_numbers inserted number_in_other_migration"]
    );
    assert_eq!(
        plan.records[0].record.issues[0].text,
        "The number is in Fabrikam/Plano/Wave 2 as well."
    );
    assert_eq!(plan.warnings[0].rows, [2]);
}

#[test]
fn dates_and_quantities() {
    let lines = [
        "DID|FOC|Qty",
        "214-222-0100|11/30/2026|1",
        "214-222-0101|30-Nov-2026|2",
        "214-222-0102|someday|1",
        "214-222-0103|2026-11-30|",
        "214-222-0104|30.11.2026|",
        "214-222-0105|11/30/26|",
        "214-222-0106|Nov 30, 2026|",
        "214-222-0107|13/30/2026|",
    ];
    let plan = planned(&lines, &Existing::default());
    let dates: Vec<_> = plan
        .records
        .iter()
        .map(|planned| match &planned.record.values {
            Some(RecordValues::PhoneNumber(number)) => number.foc_date.map(|date| date.to_string()),
            _ => None,
        })
        .collect();
    let date = Some("2026-11-30".to_owned());
    assert_eq!(
        dates,
        [
            date.clone(),
            date.clone(),
            None,
            date.clone(),
            date.clone(),
            date.clone(),
            date,
            None
        ]
    );
    let codes: Vec<_> = outcomes(&plan)
        .iter()
        .map(|line| line.split(' ').nth(3).unwrap_or("").to_owned())
        .collect();
    assert_eq!(
        codes,
        [
            "",
            "quantity_mismatch",
            "invalid_date",
            "",
            "",
            "",
            "",
            "invalid_date"
        ]
    );
}

#[test]
fn sample_data_is_remarked_upon_except_for_a_demonstration() {
    let sheet = sheet(&["DID|Qty", "214-555-0100|1"]);
    let mut settings = settings(&sheet);
    assert_eq!(
        read_rows(0, &sheet, &settings).records[0].issues[0].code,
        IssueCode::FictitiousNumber
    );
    settings.is_demo = true;
    assert!(read_rows(0, &sheet, &settings).records[0].issues.is_empty());
}

#[test]
fn settings_survive_the_wire() {
    let settings = settings(&sheet(&["DID|Use", "214-222-0100|AA"]));
    let json = serde_json::to_string(&settings).unwrap();
    assert_eq!(serde_json::from_str::<ImportSettings>(&json).unwrap(), settings);
}

/// A cell of a hostile sheet.
fn any_cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        Just(Cell::Empty),
        (0_u32..30).prop_map(|line| Cell::Text(format!("214-222-01{line:02}").into())),
        (0_u32..30).prop_map(|line| Cell::Number(f64::from(2_142_220_100_u32 + line))),
        (0_u32..9).prop_map(|who| Cell::Text(format!("person{who}@example.com").into())),
        "[A-Za-z0-9 *:/#x-]{0,14}".prop_map(|text| Cell::Text(text.into())),
        Just(Cell::Text("214-222-0110 thru 0119".into())),
        Just(Cell::Text("Total".into())),
        Just(Cell::Error("#REF!".into())),
        Just(Cell::Bool(true)),
        any::<f64>().prop_map(Cell::Number),
    ]
}

proptest! {
    #[test]
    fn every_row_is_accounted_for(
        rows in prop::collection::vec(prop::collection::vec(any_cell(), 0..4), 0..30),
        people in any::<bool>(),
    ) {
        let header = if people { "First Name|UPN|DID" } else { "Description|Status|DID" };
        let mut sheet = sheet(&[header]);
        sheet.rows.extend(rows);
        let mut existing = Existing::default();
        existing.add_number(stored_number("214-222-0101", |_| {}));
        existing.add_person(stored_person("person1@example.com"));
        let mut settings = settings(&sheet);
        settings.header_row = 1;
        let plan = plan(vec![read_rows(0, &sheet, &settings)], &existing, &PlanChoices::default());
        let counts = &plan.counts;
        prop_assert_eq!(counts.inserted + counts.updated + counts.unchanged + counts.rejected, plan.records.len());
        let accepted: usize = counts.by_entity.iter().map(|count| count.accepted).sum();
        prop_assert_eq!(accepted, counts.accepted());
        let last = sheet.rows.iter().rposition(|row| !row.iter().all(Cell::is_blank)).unwrap_or(0) as u32 + 1;
        for row in 2..=last {
            let listed = plan.records.iter().any(|planned| planned.record.source_row == row);
            let ignored = plan.ignored.iter().filter(|ignored| ignored.source_row == row).count();
            prop_assert_eq!(usize::from(listed) + ignored, 1, "row {}", row);
        }
        for planned in &plan.records {
            prop_assert_eq!(planned.record.rejection().is_some(), planned.outcome == ImportOutcome::Rejected);
            prop_assert_eq!(planned.outcome == ImportOutcome::Inserted, planned.stored.is_none() && planned.record.rejection().is_none());
        }
        let mut keys: Vec<String> = plan.records.iter()
            .filter(|planned| planned.outcome != ImportOutcome::Rejected)
            .filter_map(|planned| match &planned.record.values {
                Some(RecordValues::PhoneNumber(number)) => Some(format!("{};{}", number.e164, number.extension)),
                Some(RecordValues::EndUser(person)) => person.e164.as_ref().map(|number| format!("{number};{}", person.number_extension)),
                _ => None,
            })
            .collect();
        let all = keys.len();
        keys.sort();
        keys.dedup();
        prop_assert_eq!(keys.len(), all, "no number twice");
    }
}
