//! Comparing a sheet with what is stored: numbers, their holders and statuses, and other migrations.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod detected;

use detected::{outcomes, planned, stored_number, stored_person};
use portflow_domain::enums::{ImportOutcome, PortingStatus};
use portflow_domain::import::*;
use portflow_domain::number::{Country, parse};

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
