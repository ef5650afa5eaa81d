//! Planning several sheets together: references between them, three-way comparison, matching of numbers.
#![allow(clippy::unwrap_used, reason = "a test may panic")]
#![allow(
    clippy::wildcard_enum_match_arm,
    reason = "a test looks at the variants it makes"
)]

mod listing;

use listing::{Listing, chosen, lines, planned};
use portflow_domain::enums::{CqRoutingMethod, Disposition, ImportTarget, PhoneNumberType, PortingStatus};
use portflow_domain::ids::*;
use portflow_domain::import::*;
use portflow_domain::number::{Country, parse};
use serde_json::{Value, json};
use uuid::Uuid;

const PEOPLE: ImportTarget = ImportTarget::EndUsers;
const NUMBERS: ImportTarget = ImportTarget::PhoneNumbers;
const QUEUES: ImportTarget = ImportTarget::CallQueues;

fn person(number: u128, upn: Option<&str>, change: impl FnOnce(&mut ExistingPerson)) -> ExistingPerson {
    let mut person = ExistingPerson {
        id: EndUserId::from_uuid(Uuid::from_u128(number)),
        revision: 3,
        values: PersonValues {
            upn: upn.map(str::to_owned),
            display_name: Some("Ana".to_owned()),
            ..PersonValues::default()
        },
        last_import: None,
    };
    change(&mut person);
    person
}

fn number(text: &str, change: impl FnOnce(&mut ExistingNumber)) -> ExistingNumber {
    let mut values = NumberValues::of(parse(text, Country::US).unwrap());
    values.number_type = Some(PhoneNumberType::User);
    values.porting_status = Some(PortingStatus::NotStarted);
    values.disposition = Some(Disposition::Port);
    let mut number = ExistingNumber {
        id: PhoneNumberId::from_uuid(Uuid::from_u128(9)),
        revision: 7,
        values,
        resource_account: None,
        in_open_order: false,
        last_import: None,
    };
    change(&mut number);
    number
}

/// `sheet.row entity outcome code step` per record.
fn told(plan: &ImportPlan) -> Vec<String> {
    let tell = |planned: &PlannedRecord| {
        let record = &planned.record;
        let code = record.issues.first().map(|issue| format!(" {}", issue.code));
        let step = planned
            .number_step
            .map(|step| format!(" {}", json!(step)["step"].as_str().unwrap()));
        format!(
            "{}.{} {} {}{}{}",
            record.sheet,
            record.source_row,
            record.entity,
            planned.outcome,
            code.unwrap_or_default(),
            step.unwrap_or_default()
        )
    };
    plan.records.iter().map(tell).collect()
}

/// `queue position person` per accepted agent.
fn agents(plan: &ImportPlan) -> Vec<String> {
    let tell = |planned: &PlannedRecord| match &planned.record.values {
        Some(RecordValues::CallQueueAgent(agent)) if planned.record.rejection().is_none() => {
            let person = agent.person.as_deref().unwrap_or("?");
            Some(format!("{} {} {person}", agent.queue, agent.position))
        }
        _ => None,
    };
    plan.records.iter().filter_map(tell).collect()
}

#[test]
fn a_sheet_of_people_and_a_sheet_of_their_numbers_complement_each_other() {
    let numbers = lines(
        NUMBERS,
        "e164|description|assigned_to_upn",
        &[
            "2142220100|Front desk|",
            "2142220101|Second|ana@example.com",
            "2142220102||nobody@example.com",
        ],
    );
    let people = lines(PEOPLE, "upn|e164", &["ana@example.com|2142220100"]);
    let plan = planned(&[numbers, people], &Existing::default());
    assert_eq!(
        told(&plan),
        [
            "0.2 phone_numbers inserted",
            "0.3 phone_numbers inserted",
            "0.4 phone_numbers inserted person_not_found",
            "1.2 end_users inserted of_record",
        ]
    );
    assert_eq!(
        plan.records[3].number_step,
        Some(NumberStep::OfRecord { index: 0 })
    );
    assert_eq!(plan.counts.rows_read, 4);
}

#[test]
fn one_number_of_two_people_is_a_duplicate_across_sheets_as_within_one() {
    let first = lines(PEOPLE, "upn|e164", &["bob@example.com|2142220100"]);
    let second = lines(PEOPLE, "upn|e164", &["cy@example.com|2142220100"]);
    let plan = planned(&[first, second], &Existing::default());
    assert_eq!(told(&plan)[1], "1.2 end_users rejected duplicate_number");
    let issue = &plan.records[1].record.issues[0];
    assert_eq!(issue.of_row, Some(2));
    assert!(issue.text.contains("another sheet"), "{}", issue.text);
}

#[test]
fn agents_are_found_by_whatever_the_file_calls_them() {
    let people = lines(
        PEOPLE,
        "upn|display_name|extension|e164",
        &[
            "ana@example.com|Ana Ruiz|101|2142220100",
            "bob@example.com|Bob Roe|102|",
            "cy@example.com|Bob Roe|103|",
        ],
    );
    let queues = lines(
        QUEUES,
        "name|agent",
        &[
            "Sales|102; +12142220100",
            "Help|ana  ruiz; Bob Roe; zoe@example.com",
        ],
    );
    let plan = planned(&[queues, people], &Existing::default());
    assert_eq!(
        agents(&plan),
        [
            "Sales 1 bob@example.com",
            "Sales 2 ana@example.com",
            "Help 1 ana@example.com"
        ]
    );
    let rejected: Vec<String> = told(&plan)
        .into_iter()
        .filter(|line| line.contains("agent_not_found"))
        .collect();
    assert_eq!(
        rejected.len(),
        2,
        "two people are Bob Roe, and nobody is zoe: {rejected:?}"
    );
}

/// People, the members of groups, the groups of lists, and the queues that ring them.
fn hunt_sheets() -> [Listing; 4] {
    let people = lines(
        PEOPLE,
        "upn|extension",
        &["a@example.com|1", "b@example.com|2", "c@example.com|3"],
    );
    let groups = lines(
        ImportTarget::CallQueueAgents,
        "agent_group|agent|routing_method",
        &["LG_One|2; 1|serial", "LG_Two|1; 3|serial", "LG_Spare|3|serial"],
    );
    let lists = lines(
        ImportTarget::CallQueueGroups,
        "name|agent_group",
        &[
            "HL_Sales|LG_Two",
            "HL_Sales|LG_One",
            "HL_Sales|LG_Gone",
            "HL_Loop|HL_Loop",
        ],
    );
    let queues = lines(
        QUEUES,
        "name|agent_group",
        &["Sales|HL_Sales", "Help|LG_One", "Round|HL_Loop"],
    );
    [people, groups, lists, queues]
}

#[test]
fn groups_over_two_levels_become_the_agents_of_every_queue_that_rings_them() {
    let plan = planned(&hunt_sheets(), &Existing::default());
    let mut found = agents(&plan);
    found.sort();
    assert_eq!(
        found,
        [
            "Help 1 b@example.com",
            "Help 2 a@example.com",
            "LG_Spare 1 c@example.com",
            "Sales 1 a@example.com",
            "Sales 2 c@example.com",
            "Sales 3 b@example.com",
        ],
        "an agent of two groups rings once"
    );
    let routed = plan
        .records
        .iter()
        .find_map(|planned| match &planned.record.values {
            Some(RecordValues::CallQueue(queue)) if queue.name == "Sales" => queue.routing_method,
            _ => None,
        });
    assert_eq!(
        routed,
        Some(CqRoutingMethod::Serial),
        "the queue rings as its group does"
    );
    let missing = plan
        .warnings
        .iter()
        .find(|warning| warning.code == IssueCode::LineGroupMissing);
    assert_eq!(missing.unwrap().value.as_deref(), Some("LG_Gone"));
    let mut places: Vec<_> = plan
        .records
        .iter()
        .map(|planned| {
            (
                planned.record.sheet,
                planned.record.source_row,
                planned.record.ordinal,
            )
        })
        .collect();
    let all = places.len();
    places.dedup();
    assert_eq!(places.len(), all, "each record has a place of its own");
}

#[test]
fn a_queue_with_a_row_for_each_agent_is_one_queue() {
    let people = lines(PEOPLE, "upn", &["a@example.com", "b@example.com"]);
    let queues = lines(
        QUEUES,
        "name|timeout_seconds|agent",
        &[
            "Sales||a@example.com",
            "Sales|30|b@example.com",
            "Help|20|b@example.com",
            "HELP|40|",
        ],
    );
    let plan = planned(&[people, queues], &Existing::default());
    assert_eq!(
        agents(&plan),
        [
            "Sales 1 a@example.com",
            "Sales 2 b@example.com",
            "Help 1 b@example.com"
        ]
    );
    let rejected: Vec<String> = told(&plan)
        .into_iter()
        .filter(|line| line.contains("rejected"))
        .collect();
    assert_eq!(rejected, ["1.5 call_queues rejected duplicate_name"]);
}

#[test]
fn a_persons_edit_stands_and_a_new_word_of_the_file_is_a_conflict() {
    let file = |department: &str| {
        lines(
            PEOPLE,
            "upn|department",
            &[&format!("ana@example.com|{department}")],
        )
    };
    let mut existing = Existing::default();
    existing.add_person(person(1, Some("ana@example.com"), |ana| {
        ana.values.department = Some("Support".to_owned());
        ana.last_import = Some(json!({ "upn": "ana@example.com", "department": "Sales" }));
    }));
    let same = planned(&[file("Sales")], &existing);
    assert_eq!(told(&same), ["0.2 end_users unchanged"]);
    assert!(same.records[0].conflicts.is_empty());
    let other = planned(&[file("Legal")], &existing);
    assert_eq!(told(&other), ["0.2 end_users unchanged"]);
    let conflict = &other.records[0].conflicts[0];
    assert_eq!(
        (&conflict.file, &conflict.last_import, &conflict.now),
        (&json!("Legal"), &json!("Sales"), &json!("Support"))
    );
    let choices = PlanChoices {
        take_file: vec![conflict_key(&other.records[0], "department").unwrap()],
        take_file_always: false,
    };
    let taken = chosen(&[file("Legal")], &existing, &choices);
    assert_eq!(told(&taken), ["0.2 end_users updated"]);
    assert!(taken.records[0].conflicts[0].takes_file);
}

#[test]
fn what_an_order_or_a_rule_forbids_can_never_be_taken_from_the_file() {
    let file = lines(
        NUMBERS,
        "e164|porting_status|disposition",
        &["2142220100|ported|retain"],
    );
    for (in_order, expected) in [
        (false, ["portingStatus"].as_slice()),
        (true, ["disposition", "portingStatus"].as_slice()),
    ] {
        let mut existing = Existing::default();
        existing.add_number(number("2142220100", |number| number.in_open_order = in_order));
        let choices = PlanChoices {
            take_file: Vec::new(),
            take_file_always: true,
        };
        let plan = chosen(std::slice::from_ref(&file), &existing, &choices);
        let refused: Vec<&str> = plan.records[0]
            .conflicts
            .iter()
            .filter(|conflict| !conflict.can_take && !conflict.takes_file)
            .map(|conflict| conflict.field.as_str())
            .collect();
        assert_eq!(refused, expected);
        let written: Vec<&str> = plan.records[0]
            .changes
            .iter()
            .map(|change| change.field.as_str())
            .collect();
        assert!(!written.contains(&"portingStatus"));
        assert_eq!(written.contains(&"disposition"), !in_order);
    }
}

#[test]
fn a_person_who_came_with_a_user_key_is_matched_when_the_upn_comes() {
    let mut existing = Existing::default();
    existing.add_person(person(1, None, |ana| {
        ana.values.user_key = Some("aruiz".to_owned());
        ana.values.email = Some("ana@example.com".to_owned());
    }));
    let by_mail = planned(&[lines(PEOPLE, "upn", &["ana@example.com"])], &existing);
    assert_eq!(told(&by_mail), ["0.2 end_users updated"]);
    assert_eq!(by_mail.records[0].changes[0].field, "upn");
    let by_key = lines(PEOPLE, "upn|user_key", &["a.ruiz@example.com|aruiz"]);
    assert_eq!(told(&planned(&[by_key], &existing)), ["0.2 end_users updated"]);
    let other = planned(&[lines(PEOPLE, "upn", &["bob@example.com"])], &existing);
    assert_eq!(told(&other), ["0.2 end_users inserted"]);
}

#[test]
fn a_number_with_another_extension_or_as_a_second_number_is_matched() {
    let mut existing = Existing::default();
    existing.add_number(number("2142220100 x101", |_| {}));
    let file = |cell: &str| lines(NUMBERS, "e164", &[cell]);
    assert_eq!(
        told(&planned(&[file("2142220100")], &existing)),
        ["0.2 phone_numbers unchanged"]
    );
    assert_eq!(
        told(&planned(&[file("2142220100 x7")], &existing)),
        ["0.2 phone_numbers unchanged"]
    );
    let both = lines(NUMBERS, "e164", &["2142220100 x7", "2142220100 x101"]);
    assert_eq!(
        told(&planned(&[both], &existing)),
        ["0.2 phone_numbers inserted", "0.3 phone_numbers unchanged"],
        "a number that the file names exactly is not taken for its neighbour"
    );
    existing.add_person(person(1, Some("ana@example.com"), |_| {}));
    existing.add_number(number("2142220105", |number| {
        number.values.assigned_to = Some("ana@example.com".to_owned());
    }));
    let second = lines(PEOPLE, "upn|e164", &["ana@example.com|2142220105"]);
    assert_eq!(
        told(&planned(&[second], &existing)),
        ["0.2 end_users unchanged keep"]
    );
}

#[test]
fn somebody_who_took_a_number_away_is_not_overruled_by_the_same_file() {
    let said =
        |number: Option<&str>| -> Option<Value> { Some(json!({ "upn": "ana@example.com", "e164": number })) };
    let file = lines(PEOPLE, "upn|e164", &["ana@example.com|2142220100"]);
    for (last, expected) in [
        (said(Some("+12142220100")), "0.2 end_users unchanged keep"),
        (said(None), "0.2 end_users updated assign"),
    ] {
        let mut existing = Existing::default();
        existing.add_number(number("2142220100", |_| {}));
        existing.add_person(person(1, Some("ana@example.com"), |ana| ana.last_import = last));
        assert_eq!(told(&planned(std::slice::from_ref(&file), &existing)), [expected]);
    }
}

#[test]
fn a_toll_free_number_is_never_a_persons() {
    let people = lines(PEOPLE, "upn|e164", &["ana@example.com|8002220100"]);
    assert_eq!(
        told(&planned(&[people], &Existing::default())),
        ["0.2 end_users rejected toll_free_number"]
    );
    let people = lines(PEOPLE, "upn", &["ana@example.com"]);
    let numbers = lines(
        NUMBERS,
        "e164|assigned_to_upn",
        &["8002220100|ana@example.com", "8002220101|"],
    );
    assert_eq!(
        told(&planned(&[people, numbers], &Existing::default()))[1..],
        [
            "1.2 phone_numbers rejected toll_free_number",
            "1.3 phone_numbers inserted"
        ]
    );
    let accounts = lines(
        ImportTarget::ResourceAccounts,
        "upn|account_type|e164",
        &["ra@example.com|call queue|8002220100"],
    );
    assert_eq!(
        told(&planned(&[accounts], &Existing::default())),
        ["0.2 resource_accounts inserted insert"]
    );
}

#[test]
fn older_imports_fill_what_the_newest_left_out() {
    let mut newest = json!({ "department": null, "city": "Plano" });
    fill_from_older(&mut newest, &json!({ "department": "Sales", "city": "Dallas" }));
    assert_eq!(newest, json!({ "department": "Sales", "city": "Plano" }));
}
