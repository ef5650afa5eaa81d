//! What several sheets say about one person or one number is joined, and contradictions are told.
#![allow(clippy::unwrap_used, reason = "a test may panic")]
#![allow(
    clippy::wildcard_enum_match_arm,
    reason = "a test looks at the variants it makes"
)]

mod listing;

use listing::{lines, planned};
use portflow_domain::enums::{ImportOutcome, ImportTarget};
use portflow_domain::ids::{EndUserId, EntityId};
use portflow_domain::import::*;
use proptest::prelude::*;
use uuid::Uuid;

const PEOPLE: ImportTarget = ImportTarget::EndUsers;
const NUMBERS: ImportTarget = ImportTarget::PhoneNumbers;

/// `sheet.row entity outcome codes` per record, then `sheet.row reason of row` per ignored row.
fn told(plan: &ImportPlan) -> Vec<String> {
    let record = |planned: &PlannedRecord| {
        let PlannedRecord { record, outcome, .. } = planned;
        let head = format!(
            "{}.{} {} {outcome}",
            record.sheet, record.source_row, record.entity
        );
        let codes = record.issues.iter().map(|issue| format!(" {}", issue.code));
        std::iter::once(head).chain(codes).collect::<String>()
    };
    let ignored = |row: &IgnoredRow| {
        format!(
            "{}.{} {} {}",
            row.sheet,
            row.source_row,
            row.reason,
            row.of_row.unwrap_or_default()
        )
    };
    let records = plan.records.iter().map(record);
    records.chain(plan.ignored.iter().map(ignored)).collect()
}

fn people(plan: &ImportPlan) -> Vec<&PersonValues> {
    let values = plan
        .records
        .iter()
        .filter_map(|planned| planned.record.values.as_ref());
    values
        .filter_map(|values| match values {
            RecordValues::EndUser(person) => Some(&**person),
            _ => None,
        })
        .collect()
}

fn numbers(plan: &ImportPlan) -> Vec<&NumberValues> {
    let values = plan
        .records
        .iter()
        .filter_map(|planned| planned.record.values.as_ref());
    values
        .filter_map(|values| match values {
            RecordValues::PhoneNumber(number) => Some(&**number),
            _ => None,
        })
        .collect()
}

#[test]
fn an_export_of_users_and_one_of_their_phones_make_one_person() {
    let users = lines(
        PEOPLE,
        "user_key|upn|display_name|department",
        &[
            "ana|ana@example.com|Ana Roe|Sales",
            "bob|bob@example.com|Bob Roe|",
        ],
    );
    let phones = lines(
        PEOPLE,
        "user_key|display_name|e164|site",
        &["ANA|Roe, Ana|2142220100|Plano", "cy|Cy Roe|2142220101|"],
    );
    let plan = planned(&[users, phones], &Existing::default());
    assert_eq!(
        told(&plan),
        [
            "0.2 end_users inserted",
            "0.3 end_users inserted",
            "1.3 end_users inserted",
            "1.2 merged_row 2",
        ]
    );
    let ana = people(&plan)[0];
    assert_eq!(
        (ana.upn.as_deref(), ana.department.as_deref(), ana.site.as_deref()),
        (Some("ana@example.com"), Some("Sales"), Some("Plano"))
    );
    assert_eq!(ana.e164.as_ref().unwrap().as_str(), "+12142220100");
    assert_eq!(plan.records[0].number_step, Some(NumberStep::Insert));
    assert_eq!(plan.counts.rows_read, 4);
}

#[test]
fn within_one_sheet_a_second_row_of_a_person_stays_a_duplicate() {
    let first = lines(
        PEOPLE,
        "upn|department",
        &["ana@example.com|", "ana@example.com|Sales"],
    );
    let second = lines(
        PEOPLE,
        "upn|department",
        &["ana@example.com|Law", "ana@example.com|Board"],
    );
    let plan = planned(&[first, second], &Existing::default());
    assert_eq!(
        told(&plan),
        [
            "0.2 end_users inserted",
            "0.3 end_users rejected duplicate_upn",
            "1.3 end_users rejected duplicate_upn",
            "1.2 merged_row 2",
        ]
    );
    assert_eq!(people(&plan)[0].department.as_deref(), Some("Law"));
}

#[test]
fn a_contradiction_names_both_values_and_rows_and_the_first_counts() {
    let first = lines(PEOPLE, "upn|department|notes", &["ana@example.com|Sales|VIP"]);
    let second = lines(
        PEOPLE,
        "upn|department|notes",
        &["bob@example.com||", "ANA@example.com|Law|Late shift"],
    );
    let plan = planned(&[first, second], &Existing::default());
    assert_eq!(
        told(&plan),
        [
            "0.2 end_users inserted values_differ",
            "1.2 end_users inserted",
            "1.3 merged_row 2"
        ]
    );
    let issue = &plan.records[0].record.issues[0];
    assert_eq!(
        issue.text,
        "Row 2 says \"Sales\" and row 3 of another sheet says \"Law\"; the first counts."
    );
    assert_eq!(issue.of_row, Some(3));
    let ana = people(&plan)[0];
    assert_eq!(
        (ana.department.as_deref(), ana.notes.as_deref()),
        (Some("Sales"), Some("VIP\nLate shift"))
    );
    assert!(plan.warnings.iter().any(|warning| {
        (warning.code, warning.sheet, &*warning.rows) == (IssueCode::ValuesDiffer, 0, &[2])
    }));
}

#[test]
fn another_number_of_a_person_is_a_further_one_and_never_lost() {
    let first = lines(PEOPLE, "upn|e164", &["ana@example.com|2142220100"]);
    let second = lines(PEOPLE, "upn|e164", &["ana@example.com|2142220101"]);
    let plan = planned(&[first, second], &Existing::default());
    assert_eq!(
        told(&plan),
        [
            "0.2 end_users inserted",
            "1.2 phone_numbers inserted values_differ"
        ]
    );
    let further = numbers(&plan)[0];
    assert_eq!(further.assigned_to.as_deref(), Some("ana@example.com"));
    // Where a sheet knows it as a further number already, nothing contradicts.
    let first = lines(PEOPLE, "upn|e164", &["ana@example.com|2142220100; 2142220101"]);
    let second = lines(PEOPLE, "upn|e164", &["ana@example.com|2142220101"]);
    let plan = planned(&[first, second], &Existing::default());
    assert_eq!(
        told(&plan),
        [
            "0.2 end_users inserted",
            "0.2 phone_numbers inserted",
            "1.2 merged_row 2"
        ]
    );
}

#[test]
fn a_further_number_and_the_line_of_a_number_list_are_one_number() {
    let users = || lines(PEOPLE, "upn|e164", &["ana@example.com|2142220100; 2142220101"]);
    let list = || {
        lines(
            NUMBERS,
            "e164|carrier|description",
            &[
                "2142220100|Verizon|",
                "2142220101|Verizon|Lab",
                "2142220101||Door",
            ],
        )
    };
    for (sheets, row) in [([users(), list()], 1), ([list(), users()], 0)] {
        let plan = planned(&sheets, &Existing::default());
        let of_list = plan
            .records
            .iter()
            .find(|planned| (planned.record.sheet, planned.record.source_row) == (row, 3))
            .unwrap();
        assert_eq!(of_list.outcome, ImportOutcome::Inserted, "{:?}", told(&plan));
        let Some(RecordValues::PhoneNumber(number)) = &of_list.record.values else {
            panic!("a number")
        };
        assert_eq!(
            (number.assigned_to.as_deref(), number.description.as_deref()),
            (Some("ana@example.com"), Some("Lab"))
        );
        assert_eq!(number.current_carrier.as_deref(), Some("verizon"));
        let rejected: Vec<_> = told(&plan)
            .into_iter()
            .filter(|line| line.contains("rejected"))
            .collect();
        assert_eq!(
            rejected,
            [format!("{row}.4 phone_numbers rejected duplicate_number")]
        );
    }
}

#[test]
fn two_number_lists_complement_each_other_and_differ_in_the_open() {
    let first = lines(
        NUMBERS,
        "e164|carrier|assigned_to_upn",
        &["2142220100||ana@example.com"],
    );
    let second = lines(
        NUMBERS,
        "e164|carrier|assigned_to_upn",
        &["+1 214 222 0100|Verizon|bob@example.com"],
    );
    let people = lines(PEOPLE, "upn", &["ana@example.com", "bob@example.com"]);
    let plan = planned(&[first, second, people], &Existing::default());
    assert_eq!(
        told(&plan),
        [
            "0.2 phone_numbers inserted values_differ",
            "2.2 end_users inserted",
            "2.3 end_users inserted",
            "1.2 merged_row 2",
        ]
    );
    let number = numbers(&plan)[0];
    assert_eq!(
        (number.current_carrier.as_deref(), number.assigned_to.as_deref()),
        (Some("verizon"), Some("ana@example.com"))
    );
}

#[test]
fn sheets_that_name_a_stored_person_differently_are_joined() {
    let mut existing = Existing::default();
    existing.add_person(ExistingPerson {
        id: EndUserId::from_uuid(Uuid::from_u128(1)),
        revision: 3,
        values: PersonValues {
            upn: Some("ana@example.com".to_owned()),
            user_key: Some("ana".to_owned()),
            display_name: Some("Ana".to_owned()),
            ..PersonValues::default()
        },
        last_import: None,
    });
    let by_upn = lines(PEOPLE, "upn|department", &["ana@example.com|Sales"]);
    let by_key = lines(PEOPLE, "user_key|e164", &["ana|2142220100"]);
    let plan = planned(&[by_upn, by_key], &existing);
    assert_eq!(told(&plan), ["0.2 end_users updated", "1.2 merged_row 2"]);
    assert_eq!(plan.records[0].number_step, Some(NumberStep::Insert));
}

/// A row of a list of people: who, and which numbers.
fn row() -> impl Strategy<Value = String> {
    let number = || prop::option::of(0_u32..6);
    (0_u32..5, number(), number(), 0_u32..3).prop_map(|(who, first, second, department)| {
        let text = |number: Option<u32>| number.map(|line| format!("214222010{line}"));
        let numbers: Vec<String> = [first, second].into_iter().filter_map(text).collect();
        format!("p{who}@example.com|{}|{department}", numbers.join("; "))
    })
}

proptest! {
    #[test]
    fn every_row_of_every_sheet_is_accounted_for_and_no_number_is_lost(
        sheets in prop::collection::vec((any::<bool>(), prop::collection::vec(row(), 0..6)), 1..4),
    ) {
        let listings: Vec<_> = sheets.iter().map(|(people, rows)| {
            let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
            let fields = if *people { "upn|e164|department" } else { "assigned_to_upn|e164|description" };
            lines(if *people { PEOPLE } else { NUMBERS }, fields, &rows)
        }).collect();
        let plan = planned(&listings, &Existing::default());
        for (sheet, (_, rows)) in sheets.iter().enumerate() {
            for row in 2..rows.len() as u32 + 2 {
                let place = (sheet, row);
                let listed = plan.records.iter().any(|it| (it.record.sheet, it.record.source_row) == place);
                let ignored = plan.ignored.iter().filter(|it| (it.sheet, it.source_row) == place).count();
                prop_assert_eq!(usize::from(listed) + ignored, 1, "{:?} {:?}", place, told(&plan));
            }
        }
        let accepted = || plan.records.iter().filter(|it| it.outcome != ImportOutcome::Rejected);
        let mut upns: Vec<_> = accepted().filter_map(|it| match &it.record.values {
            Some(RecordValues::EndUser(person)) => person.upn.clone(),
            _ => None,
        }).collect();
        let all = upns.len();
        upns.sort();
        upns.dedup();
        prop_assert_eq!(upns.len(), all, "nobody twice");
    }
}
