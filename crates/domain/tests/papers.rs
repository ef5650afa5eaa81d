//! The papers of an order: what a letter says, what voids its signature, and which papers are asked for.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use portflow_domain::entities::PostalAddress;
use portflow_domain::enums::{NumberClass, OrderDocumentKind, OrderDocumentState};
use portflow_domain::porting::Secret;
use portflow_domain::porting::loa::{
    Letter, LoaContent, Particulars, changes_since_signature, letter, loa_content, spans,
};
use portflow_domain::porting::papers::{Freshness, Paper, freshness, kinds};
use proptest::prelude::*;

fn content() -> LoaContent {
    LoaContent {
        is_partial: true,
        legal_name: "Example Corp".into(),
        name_on_account: "EXAMPLE CORP.".into(),
        signer_name: Some("Alex Example".into()),
        signer_title: Some("CIO".into()),
        gaining_carrier: "Verizon".into(),
        losing_carrier: "Old Telephone Company".into(),
        account_reference: "7".into(),
        btn: Some("214-555-0100".into()),
        service_address: PostalAddress {
            street: Some("100 Main St".into()),
            city: Some("Dallas".into()),
            state: Some("TX".into()),
            postal_code: Some("75201".into()),
            country: Some("US".into()),
        },
        numbers: vec![
            "+12145550112".into(),
            "+12145550110".into(),
            "+12145550111".into(),
        ],
        ..LoaContent::default()
    }
}

/// Every text of a letter, line by line.
fn dump(letter: &Letter) -> String {
    let parts = letter.signed.iter().chain([&letter.processing]);
    let facts = parts.flat_map(|part| part.facts.iter().map(|(name, value)| format!("{name}: {value}")));
    let numbers = letter
        .attachment
        .iter()
        .map(|(text, count)| format!("{text} ({count})"));
    let lines = [letter.title.clone()].into_iter();
    let lines = lines.chain(letter.statements.clone()).chain(facts).chain(numbers);
    lines.collect::<Vec<_>>().join("\n")
}

type Edit = fn(&mut LoaContent);

/// What voids a signature, and how it is named.
const CHANGES: &[(Edit, &str)] = &[
    (
        |it| {
            it.numbers.remove(0);
        },
        "+12145550112 was removed after the letter was signed",
    ),
    (
        |it| it.numbers.push("+12145550199".into()),
        "+12145550199 was added after the letter was signed",
    ),
    (
        |it| it.numbers.clear(),
        "+12145550110, +12145550111, +12145550112 were removed after the letter was signed",
    ),
    (
        |it| it.legal_name = "Example Inc".into(),
        "the legal name was changed from 'Example Corp' to 'Example Inc' after the letter was signed",
    ),
    (
        |it| it.name_on_account = "EXAMPLE".into(),
        "the name on the account was changed from 'EXAMPLE CORP.' to 'EXAMPLE' after the letter was signed",
    ),
    (
        |it| it.dba = Some("Examples".into()),
        "the DBA became 'Examples' after the letter was signed",
    ),
    (
        |it| it.signer_name = Some("Bo Example".into()),
        "the signer was changed from 'Alex Example' to 'Bo Example' after the letter was signed",
    ),
    (
        |it| it.signer_title = None,
        "the signer's title 'CIO' was taken out after the letter was signed",
    ),
    (
        |it| it.gaining_carrier = "GTT".into(),
        "the gaining carrier was changed from 'Verizon' to 'GTT' after the letter was signed",
    ),
    (
        |it| it.losing_carrier = "New".into(),
        "the losing carrier was changed from 'Old Telephone Company' to 'New' after the letter was signed",
    ),
    (
        |it| it.account_reference = "8".into(),
        "the losing account became another one after the letter was signed",
    ),
    (
        |it| it.btn = Some("214-555-0101".into()),
        "the BTN was changed from '214-555-0100' to '214-555-0101' after the letter was signed",
    ),
    (
        |it| it.service_address.postal_code = Some("75202".into()),
        "the service ZIP was changed from '75201' to '75202' after the letter was signed",
    ),
    (
        |it| {
            it.billing_address = Some(PostalAddress {
                city: Some("Plano".into()),
                ..PostalAddress::default()
            })
        },
        "the billing city became 'Plano' after the letter was signed",
    ),
    (
        |it| it.is_partial = false,
        "the kind of port was changed from 'partial port' to 'full port' after the letter was signed",
    ),
    (
        |it| it.resporg_id = Some("ABC01".into()),
        "the RespOrg id became 'ABC01' after the letter was signed",
    ),
];

#[test]
fn whatever_changes_what_is_signed_voids_the_signature_and_is_named() {
    for (edit, expected) in CHANGES {
        let mut now = content();
        edit(&mut now);
        assert_eq!(changes_since_signature(&content(), &now), [*expected]);
        assert_ne!(loa_content(&content()), loa_content(&now), "{expected}");
    }
    let mut spaced = content();
    spaced.legal_name = " Example \u{a0} Corp ".into();
    spaced.numbers.reverse();
    assert!(changes_since_signature(&content(), &spaced).is_empty());
    assert_eq!(loa_content(&content()), loa_content(&spaced));
}

#[test]
fn many_numbers_are_counted_and_a_few_named() {
    let mut now = content();
    now.numbers.extend((0..8).map(|n| format!("+1214555020{n}")));
    assert_eq!(
        changes_since_signature(&content(), &now),
        [
            "+12145550200, +12145550201, +12145550202, +12145550203, +12145550204 and 3 more were added after the \
          letter was signed"
        ]
    );
}

#[test]
fn a_letter_states_what_the_rule_asks_for_and_says_all_that_is_signed() {
    let beside = Particulars {
        account_number: Some(Secret::new("ACC-1")),
        pin: Some(Secret::new("0042")),
        pon: Some("PF-0001".into()),
        desired_date: Some("2027-01-12".parse().unwrap()),
        signer_phone: Some("+1 214 555 0100".into()),
        ..Particulars::default()
    };
    let told = dump(&letter(&content(), &beside));
    for text in [
        "decided to change its telephone carrier from Old Telephone Company to Verizon",
        "appoints Verizon as its agent",
        "only one carrier can be chosen for each service",
        "may involve a charge",
        "no purpose other than to authorize this change",
        "Billing name on the account: EXAMPLE CORP.",
        "Billing address: 100 Main St, Dallas, TX 75201, US",
        "Authorized person: Alex Example",
        "Title: CIO",
        "Billing telephone number (BTN): 214-555-0100",
        "Scope: Partial port",
        "Account number: ACC-1",
        "PIN or passcode: 0042",
        "Desired date: Jan 12, 2027",
        "Order (PON): PF-0001",
        "214-555-0110 to 214-555-0112 (3)",
    ] {
        assert!(told.contains(text), "{text}\n{told}");
    }
}

#[test]
fn a_toll_free_letter_is_of_the_responsible_organization() {
    let content = LoaContent {
        is_toll_free: true,
        resporg_id: Some("ABC01".into()),
        numbers: vec!["+18002345678".into()],
        ..content()
    };
    let beside = Particulars {
        ring_to_number: Some("+12145550110".into()),
        coverage: Some("US and Canada".into()),
        ..Particulars::default()
    };
    let told = dump(&letter(&content, &beside));
    for text in [
        "Verizon (RespOrg ID ABC01) shall become the responsible organization (RespOrg)",
        "Ring-to number: +12145550110",
        "Coverage: US and Canada",
        "800-234-5678 (1)",
    ] {
        assert!(told.contains(text), "{text}\n{told}");
    }
    assert!(
        !told.contains("BTN") && !told.contains("PIN") && !told.contains("Scope"),
        "{told}"
    );
}

#[test]
fn a_date_is_proof_that_a_paper_came_and_a_rejected_one_is_asked_for_again() {
    use OrderDocumentState::{Received, Rejected, Requested, Waived};
    let paper = |state, dated: bool| Paper {
        kind: OrderDocumentKind::Bill,
        state,
        dated_on: dated.then(|| "2027-01-12".parse().unwrap()),
    };
    for (state, dated, standing, asked) in [
        (None, false, None, false),
        (None, true, Some(Received), true),
        (Some(Requested), false, Some(Requested), true),
        (Some(Waived), false, Some(Waived), true),
        (Some(Rejected), true, Some(Rejected), false),
    ] {
        let paper = paper(state, dated);
        assert_eq!(
            (paper.standing(), paper.is_asked_for()),
            (standing, asked),
            "{paper:?}"
        );
    }
    assert_eq!(
        kinds(NumberClass::TollFree),
        [OrderDocumentKind::Loa, OrderDocumentKind::TollFreeBill]
    );
    for (age, expected) in [
        (-1, Freshness::Expired),
        (0, Freshness::Fresh),
        (22, Freshness::Fresh),
        (23, Freshness::Aging),
        (30, Freshness::Aging),
        (31, Freshness::Expired),
    ] {
        assert_eq!(freshness(age, 30), expected, "{age}");
    }
}

proptest! {
    #[test]
    fn spans_hold_every_number_once(offsets in proptest::collection::btree_set(0u64..3000, 1..200)) {
        let numbers: Vec<String> = offsets.iter().map(|it| format!("+1{}", 2_145_550_000 + it)).collect();
        let spans = spans(numbers.iter().map(String::as_str));
        let mut told = Vec::new();
        for span in &spans {
            let first: u64 = span.first[1..].parse().unwrap();
            told.extend((0..span.count).map(|it| format!("+{}", first + it)));
            prop_assert_eq!(told.last(), Some(&span.last));
        }
        prop_assert_eq!(told, numbers);
    }
}
