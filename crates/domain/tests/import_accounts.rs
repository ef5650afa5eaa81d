//! Resource accounts and the one number that each of them holds.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod listing;

use listing::{Listing, lines, planned};
use portflow_domain::enums::{ImportTarget, ResourceAccountType};
use portflow_domain::ids::{EntityId, PhoneNumberId, ResourceAccountId};
use portflow_domain::import::*;
use portflow_domain::number::{Country, parse};
use uuid::Uuid;

const ACCOUNTS: ImportTarget = ImportTarget::ResourceAccounts;
const QUEUES: ImportTarget = ImportTarget::CallQueues;

/// An account of the queue Sales, which holds a number or none.
fn stored(held: Option<&str>) -> Existing {
    let upn = "cq-sales@example.com";
    let mut existing = Existing::default();
    existing.add_resource_account(ExistingResourceAccount {
        id: ResourceAccountId::from_uuid(Uuid::from_u128(1)),
        revision: 1,
        values: ResourceAccountValues {
            upn: upn.to_owned(),
            account_type: Some(ResourceAccountType::CallQueue),
            call_queue: Some("Sales".to_owned()),
            display_name: Some("Sales".to_owned()),
            ..ResourceAccountValues::default()
        },
        last_import: None,
    });
    for (place, number) in ["2142220100", "2142220101"].into_iter().enumerate() {
        existing.add_number(ExistingNumber {
            id: PhoneNumberId::from_uuid(Uuid::from_u128(10 + place as u128)),
            revision: 1,
            values: NumberValues::of(parse(number, Country::US).unwrap()),
            resource_account: (held == Some(number)).then(|| upn.to_owned()),
            in_open_order: false,
            last_import: None,
        });
    }
    existing
}

/// `outcome code` of each account, then the text of the first objection.
fn accounts(listings: &[Listing], existing: &Existing) -> (Vec<String>, String) {
    let plan = planned(listings, existing);
    let of_accounts = plan.records.iter().filter(|it| it.record.entity == ACCOUNTS);
    let tell = |planned: &PlannedRecord| {
        let code = planned.record.rejection().map(|issue| format!(" {}", issue.code));
        format!("{}{}", planned.outcome, code.unwrap_or_default())
    };
    let mut issues = plan.records.iter().filter_map(|it| it.record.rejection());
    let text = issues.next().map(|issue| issue.text.to_string());
    (of_accounts.map(tell).collect(), text.unwrap_or_default())
}

#[test]
fn an_account_that_holds_a_number_is_given_no_second_one() {
    let refused = "rejected account_has_number";
    let row = |number: &str| {
        let row = format!("CQ-Sales@example.com|{number}");
        lines(ACCOUNTS, "upn|e164", &[&row])
    };
    let cases = [
        (Some("2142220100"), "2142220100", "unchanged"),
        (Some("2142220100"), "", "unchanged"),
        (Some("2142220100"), "2142220101", refused),
        (Some("2142220100"), "2142220102", refused),
        (None, "2142220101", "updated"),
        (None, "2142220102", "updated"),
    ];
    for (held, given, outcome) in cases {
        let (outcomes, text) = accounts(&[row(given)], &stored(held));
        assert_eq!(outcomes, [outcome], "{held:?} {given}");
        let named = text.contains("cq-sales@example.com holds +12142220100");
        assert_eq!(named, outcome == refused, "{text}");
    }
}

#[test]
fn two_numbers_for_one_account_in_the_files_are_told_with_the_first_number() {
    let twice = lines(
        ACCOUNTS,
        "upn|e164",
        &[
            "cq@example.com|2142220110",
            "cq@example.com|2142220111",
            "cq@example.com|",
        ],
    );
    let (outcomes, text) = accounts(&[twice], &Existing::default());
    assert_eq!(
        outcomes,
        [
            "inserted",
            "rejected account_has_number",
            "rejected duplicate_name"
        ]
    );
    assert!(text.contains("Row 2 gives the account +12142220110"), "{text}");

    let account = lines(ACCOUNTS, "upn|e164", &["cq@example.com|2142220110"]);
    let queue = lines(QUEUES, "name|upn|e164", &["Sales|cq@example.com|2142220111"]);
    let (outcomes, text) = accounts(&[account, queue], &Existing::default());
    assert_eq!(outcomes, ["inserted", "rejected account_has_number"]);
    assert!(text.contains("Row 2 of another sheet"), "{text}");
}

#[test]
fn a_queue_without_an_account_in_the_file_means_the_only_one_it_has() {
    let queue = |number: &str| lines(QUEUES, "name|e164", &[&format!("Sales|{number}")]);
    let (outcomes, _) = accounts(&[queue("2142220101")], &stored(Some("2142220100")));
    assert_eq!(outcomes, ["rejected account_has_number"]);
    let (outcomes, _) = accounts(&[queue("2142220100")], &stored(Some("2142220100")));
    assert_eq!(outcomes, ["unchanged"]);
    let (outcomes, _) = accounts(&[queue("2142220101")], &stored(None));
    assert_eq!(outcomes, ["updated"]);
}

#[test]
fn a_row_that_is_refused_does_not_stand_in_the_way_of_the_next() {
    let rows = lines(
        ACCOUNTS,
        "upn|e164",
        &[
            "cq-sales@example.com|2142220101",
            "cq-sales@example.com|2142220100",
        ],
    );
    let (outcomes, _) = accounts(&[rows], &stored(Some("2142220100")));
    assert_eq!(outcomes, ["rejected account_has_number", "unchanged"]);
}

#[test]
fn a_new_account_without_a_name_needs_the_customers_tenant_domain() {
    let warned = |domain: Option<&str>, row: &str| {
        let mut existing = stored(None);
        existing.set_tenant_domain(domain);
        let queue = lines(QUEUES, "name|e164|upn", &[row]);
        let plan = planned(&[queue], &existing);
        let of_accounts = plan
            .records
            .iter()
            .find(|it| it.record.entity == ACCOUNTS)
            .unwrap();
        let codes = of_accounts.record.issues.iter().map(|issue| issue.code);
        assert_eq!(of_accounts.record.rejection(), None);
        codes
            .filter(|code| *code == IssueCode::AccountWithoutDomain)
            .count()
            == 1
    };
    assert!(warned(None, "Door|2142220110|"));
    assert!(warned(Some("not a domain"), "Door|2142220110|"));
    assert!(!warned(Some("Contoso.onmicrosoft.com"), "Door|2142220110|"));
    assert!(!warned(None, "Door|2142220110|cq-door@example.com"));
    assert!(
        !warned(None, "Sales|2142220110|"),
        "the stored account has a name"
    );
}

#[test]
fn a_name_without_domain_is_completed_by_the_file_that_has_it() {
    let mut existing = Existing::default();
    existing.add_resource_account(ExistingResourceAccount {
        id: ResourceAccountId::from_uuid(Uuid::from_u128(1)),
        revision: 4,
        values: ResourceAccountValues {
            upn: "cq-sales".to_owned(),
            display_name: Some("Sales".to_owned()),
            account_type: Some(ResourceAccountType::CallQueue),
            call_queue: Some("Sales".to_owned()),
            ..ResourceAccountValues::default()
        },
        last_import: Some(serde_json::json!({ "upn": "", "displayName": "Sales" })),
    });
    let rows = lines(ACCOUNTS, "upn|call_queue", &["sales.queue@example.com|Sales"]);
    let plan = planned(&[rows], &existing);
    let changes: Vec<_> = plan.records[0]
        .changes
        .iter()
        .map(|change| (change.field.as_str(), change.new_value.as_str()))
        .collect();
    assert_eq!(changes, [("upn", Some("sales.queue@example.com"))]);
    assert_eq!(plan.records[0].conflicts, []);
}
