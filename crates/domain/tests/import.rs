//! From a sheet to a plan: duplicates and the sums; every row is accounted for.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod detected;

use detected::{outcomes, planned, settings, sheet, stored_number, stored_person};
use portflow_domain::enums::ImportOutcome;
use portflow_domain::import::*;
use portflow_domain::workbook::Cell;
use proptest::prelude::*;

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
