//! Carriers' status exports against orders: one step at most, never back, never a guess.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use chrono::NaiveDate;
use portflow_domain::entities::LosingAccountNumber;
use portflow_domain::enums::*;
use portflow_domain::ids::EntityId;
use portflow_domain::porting::account_list::{ListEntry, compare, listed_now};
use portflow_domain::porting::reject_codes::RejectCode;
use portflow_domain::porting::status_sheet::*;
use portflow_domain::transitions::port_order::{NumberChoice, edges};

const ONE: &str = "+12145550101";
const TWO: &str = "+12145550102";
const OTHER: &str = "+12145550177";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn line(row: u32, pon: &str, number: &str, status: &str, foc: &str, reason: &str) -> StatusLine {
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    StatusLine {
        row,
        pon: pon.to_owned(),
        e164: (!number.is_empty()).then(|| number.parse().unwrap()),
        status: text(status),
        foc_date: (!foc.is_empty()).then(|| day(foc)),
        foc_time: None,
        foc_zone: None,
        reject_reason: text(reason),
        notes: None,
    }
}

fn order(status: PortOrderStatus, numbers: PortingStatus) -> StatusOrder {
    let number = |e164: &str| StatusNumber {
        e164: e164.to_owned(),
        status: numbers,
    };
    StatusOrder {
        pon: "PF-0001".to_owned(),
        status,
        version: 1,
        foc_date: None,
        numbers: vec![number(ONE), number(TWO)],
    }
}

fn only(lines: &[StatusLine], order: StatusOrder) -> OrderProposal {
    let plan = propose(lines, &[order]);
    assert!(plan.unknown.is_empty(), "{plan:?}");
    plan.orders.into_iter().next().unwrap()
}

#[test]
fn a_commitment_moves_a_submitted_order_and_an_order_number_is_found_however_it_is_written() {
    let lines = [
        line(2, "pf-0001 ", ONE, "foc_received", "2027-01-12", ""),
        line(3, "PF - 0001", TWO, "foc_received", "2027-01-12", ""),
    ];
    let proposal = only(
        &lines,
        order(PortOrderStatus::Submitted, PortingStatus::LoaSubmitted),
    );
    let step = proposal.step.unwrap();
    assert_eq!(
        (step.to, step.foc_date),
        (PortOrderStatus::FocReceived, Some(day("2027-01-12")))
    );
    assert_eq!(proposal.rows, [2, 3]);
    assert_eq!(proposal.said, ["FOC received, FOC 2027-01-12 (2 rows)"]);
    assert!(proposal.not_in_order.is_empty() && proposal.not_in_sheet.is_empty());
}

#[test]
fn a_commitment_without_a_date_or_with_two_is_not_followed() {
    let submitted = || order(PortOrderStatus::Submitted, PortingStatus::LoaSubmitted);
    let without = only(&[line(2, "PF-0001", "", "foc_received", "", "")], submitted());
    assert_eq!(without.verdict(), Verdict::CannotFollow);
    assert!(without.refusal.unwrap().contains("no FOC date"));
    let lines = [
        line(2, "PF-0001", ONE, "foc_received", "2027-01-12", ""),
        line(3, "PF-0001", TWO, "foc_received", "2027-01-13", ""),
    ];
    let two = only(&lines, submitted()).refusal.unwrap();
    assert!(
        two.contains("Rows 2 and 3") && two.contains("2027-01-13"),
        "{two}"
    );
}

#[test]
fn what_the_order_has_behind_it_is_nothing_new() {
    use PortOrderStatus::*;
    let foc = |status, numbers| StatusOrder {
        foc_date: Some(day("2027-01-12")),
        ..order(status, numbers)
    };
    for (said, standing) in [
        ("submitted", foc(FocReceived, PortingStatus::FocReceived)),
        ("foc_received", foc(FocReceived, PortingStatus::FocReceived)),
        ("foc_received", foc(Scheduled, PortingStatus::PortScheduled)),
        ("scheduled", foc(Scheduled, PortingStatus::PortScheduled)),
        ("foc_received", foc(CancelRequested, PortingStatus::FocReceived)),
        ("foc_received", foc(Ported, PortingStatus::Ported)),
        ("ported", foc(Ported, PortingStatus::Ported)),
        ("closed", foc(Verified, PortingStatus::Verified)),
        ("rejected", order(Rejected, PortingStatus::LoaRejected)),
        ("draft", order(Submitted, PortingStatus::LoaSubmitted)),
        ("cancelled", order(Cancelled, PortingStatus::NotStarted)),
    ] {
        let proposal = only(
            &[line(2, "PF-0001", "", said, "2027-01-12", "")],
            standing.clone(),
        );
        assert_eq!(
            proposal.verdict(),
            Verdict::NothingNew,
            "{said} of {standing:?}: {proposal:?}"
        );
    }
    let mended = StatusOrder {
        version: 2,
        ..order(Draft, PortingStatus::LoaRejected)
    };
    let proposal = only(&[line(2, "PF-0001", "", "rejected", "", "PIN invalid")], mended);
    assert_eq!(proposal.verdict(), Verdict::NothingNew);
}

#[test]
fn every_proposed_step_is_an_edge_of_the_machine() {
    use PortOrderStatus as S;
    let standing = [
        (S::Draft, PortingStatus::NotStarted),
        (S::LoaSigned, PortingStatus::NotStarted),
        (S::Submitted, PortingStatus::LoaSubmitted),
        (S::Rejected, PortingStatus::LoaRejected),
        (S::FocReceived, PortingStatus::FocReceived),
        (S::Scheduled, PortingStatus::PortScheduled),
        (S::Jeopardy, PortingStatus::FocReceived),
        (S::CancelRequested, PortingStatus::FocReceived),
        (S::PartiallyPorted, PortingStatus::PortScheduled),
        (S::Ported, PortingStatus::Ported),
        (S::Cancelled, PortingStatus::NotStarted),
        (S::Failed, PortingStatus::Failed),
    ];
    for (status, numbers) in standing {
        for said in <S as portflow_domain::coded::Coded>::ALL {
            let said = portflow_domain::coded::Coded::code(*said);
            let proposal = only(
                &[line(2, "PF-0001", "", said, "2027-01-12", "")],
                order(status, numbers),
            );
            let Some(step) = proposal.step else { continue };
            assert!(
                edges()
                    .iter()
                    .any(|edge| edge.from == status && edge.to == step.to),
                "{said} of {status:?}: {step:?}"
            );
            assert_ne!(step.to, S::Draft);
            assert!(
                !matches!(step.to, S::Verified | S::Closed),
                "people verify: {said} of {status:?}"
            );
        }
    }
}

#[test]
fn a_refusal_is_the_machines() {
    let ported = line(2, "PF-0001", "", "ported", "", "");
    let proposal = only(
        &[ported],
        order(PortOrderStatus::FocReceived, PortingStatus::FocReceived),
    );
    let refusal = proposal.refusal.unwrap();
    assert!(
        refusal.starts_with("A port order cannot go from FOC received to Ported"),
        "{refusal}"
    );
}

#[test]
fn a_moved_date_takes_a_scheduled_order_back_to_its_new_commitment() {
    let scheduled = StatusOrder {
        foc_date: Some(day("2027-01-12")),
        ..order(PortOrderStatus::Scheduled, PortingStatus::PortScheduled)
    };
    let moved = line(2, "PF-0001", "", "scheduled", "2027-01-19", "");
    let step = only(&[moved], scheduled).step.unwrap();
    assert_eq!(
        (step.to, step.foc_date),
        (PortOrderStatus::FocReceived, Some(day("2027-01-19")))
    );
}

#[test]
fn a_rejection_brings_its_code_where_the_words_are_plain() {
    let submitted = || order(PortOrderStatus::Submitted, PortingStatus::LoaSubmitted);
    let rejected = |reason: &str| line(2, "PF-0001", "", "rejected", "", reason);
    let step = only(&[rejected("Account number is incorrect")], submitted())
        .step
        .unwrap();
    assert_eq!(step.reject_code, Some(RejectCode::AccountNumberMismatch));
    assert_eq!(step.words.as_deref(), Some("Account number is incorrect"));
    let step = only(&[rejected("See letter")], submitted()).step.unwrap();
    assert_eq!((step.to, step.reject_code), (PortOrderStatus::Rejected, None));
}

#[test]
fn reject_words_are_matched_only_where_one_reason_fits() {
    for (words, code) in [
        ("LSR_PENDING", Some(RejectCode::LsrPending)),
        ("lsr pending", Some(RejectCode::LsrPending)),
        ("Invalid PIN/passcode", Some(RejectCode::PasscodePinInvalid)),
        ("ZIP code mismatch", Some(RejectCode::PostalCodeMismatch)),
        ("Number not portable", Some(RejectCode::PhoneNumberNotPortable)),
        ("ZIP mismatch and account number mismatch", None),
        ("please call us", None),
        ("", None),
    ] {
        assert_eq!(reject_code(words), code, "{words}");
    }
}

#[test]
fn numbers_that_moved_one_by_one_port_an_order_in_part() {
    let scheduled = || order(PortOrderStatus::Scheduled, PortingStatus::PortScheduled);
    let lines = [
        line(2, "PF-0001", ONE, "ported", "", ""),
        line(3, "PF-0001", TWO, "failed", "", "line busy"),
    ];
    let step = only(&lines, scheduled()).step.unwrap();
    assert_eq!(step.to, PortOrderStatus::PartiallyPorted);
    assert_eq!(step.outcomes, [NumberChoice::Ported, NumberChoice::Failed]);

    let proposal = only(&lines[..1], scheduled());
    assert_eq!(proposal.not_in_sheet, [TWO], "what the sheet leaves out stays");
    assert_eq!(
        proposal.step.unwrap().outcomes,
        [NumberChoice::Ported, NumberChoice::Stays]
    );

    let all = [lines[0].clone(), line(3, "PF-0001", TWO, "ported", "", "")];
    let step = only(&all, scheduled()).step.unwrap();
    assert_eq!((step.to, step.outcomes.len()), (PortOrderStatus::Ported, 0));

    let mut partly = order(PortOrderStatus::PartiallyPorted, PortingStatus::PortScheduled);
    partly.numbers[0].status = PortingStatus::Ported;
    let again = only(&lines[..1], partly.clone());
    assert_eq!(again.verdict(), Verdict::NothingNew);
    let rest = only(&[line(4, "PF-0001", TWO, "ported", "", "")], partly);
    assert_eq!(rest.step.unwrap().to, PortOrderStatus::Ported);
    let unsaid = only(&[line(2, "PF-0001", "", "partially_ported", "", "")], scheduled());
    assert!(unsaid.refusal.unwrap().contains("not which numbers"));
}

#[test]
fn numbers_of_other_orders_and_unknown_orders_are_listed() {
    let lines = [
        line(2, "PF-0001", ONE, "foc_received", "2027-01-12", ""),
        line(3, "PF-0001", OTHER, "rejected", "", "not portable"),
        line(4, "X-77", TWO, "foc_received", "2027-01-12", ""),
        line(5, "x-77", OTHER, "foc_received", "2027-01-12", ""),
    ];
    let plan = propose(
        &lines,
        &[order(PortOrderStatus::Submitted, PortingStatus::LoaSubmitted)],
    );
    assert_eq!(plan.orders[0].not_in_order, [OTHER]);
    assert_eq!(plan.orders[0].not_in_sheet, [TWO]);
    assert_eq!(
        plan.orders[0].verdict(),
        Verdict::Step,
        "a stranger's line says nothing of the order"
    );
    assert_eq!(plan.unknown.len(), 1);
    assert_eq!(
        (plan.unknown[0].pon.as_str(), &plan.unknown[0].rows[..]),
        ("X-77", &[4, 5][..])
    );
    assert_eq!(plan.unknown[0].numbers, [TWO, OTHER]);
}

#[test]
fn one_number_for_two_orders_means_the_one_whose_numbers_are_listed() {
    let mine = order(PortOrderStatus::Submitted, PortingStatus::LoaSubmitted);
    let mut theirs = mine.clone();
    theirs.numbers.truncate(1);
    theirs.numbers[0].e164 = OTHER.to_owned();
    let listed = line(2, "PF-0001", TWO, "foc_received", "2027-01-12", "");
    let plan = propose(&[listed], &[theirs.clone(), mine.clone()]);
    assert_eq!(plan.orders[0].order, 1);
    let whole = line(2, "PF-0001", "", "foc_received", "2027-01-12", "");
    let plan = propose(&[whole], &[theirs, mine]);
    assert_eq!(plan.unknown[0].orders, 2, "which one is meant is not guessed");
}

#[test]
fn contradictions_and_unknown_words_are_not_followed() {
    let submitted = || order(PortOrderStatus::Submitted, PortingStatus::LoaSubmitted);
    let lines = [
        line(2, "PF-0001", ONE, "foc_received", "2027-01-12", ""),
        line(3, "PF-0001", TWO, "rejected", "", ""),
    ];
    assert!(
        only(&lines, submitted())
            .refusal
            .unwrap()
            .contains("FOC received, others Rejected")
    );
    let lines = [
        line(2, "PF-0001", ONE, "submitted", "", ""),
        line(3, "PF-0001", ONE, "rejected", "", ""),
    ];
    assert!(only(&lines, submitted()).refusal.unwrap().contains("contradict"));
    let odd = only(&[line(2, "PF-0001", "", "frobnicated", "", "")], submitted());
    assert!(odd.refusal.unwrap().contains("'frobnicated'"));
}

#[test]
fn the_lists_of_an_account_are_compared_in_both_directions() {
    let at = "2026-11-30T15:00:00.000Z".parse().unwrap();
    let row = |number: &str, source, seen_on: &str| LosingAccountNumber {
        id: EntityId::from_uuid(Default::default()),
        customer_id: EntityId::from_uuid(Default::default()),
        losing_account_id: EntityId::from_uuid(Default::default()),
        number: number.to_owned(),
        source,
        seen_on: day(seen_on),
        remaining_action: None,
        revision: 1,
        created_at: at,
        updated_at: at,
    };
    let rows = [
        row(ONE, AccountNumberSource::Csr, "2026-11-25"),
        row(TWO, AccountNumberSource::Csr, "2026-11-25"),
        row(OTHER, AccountNumberSource::Csr, "2026-08-01"),
        row(ONE, AccountNumberSource::Bill, "2026-11-01"),
    ];
    let inventory = [ONE, "+12145550150"].map(str::to_owned).into();
    let found = compare(&rows, &inventory);
    assert_eq!((found.listed, found.in_both), (2, 1));
    let numbers = |listed: &[portflow_domain::porting::account_list::Listed]| {
        listed.iter().map(|it| it.number.clone()).collect::<Vec<_>>()
    };
    assert_eq!(numbers(&found.only_listed), [TWO]);
    assert_eq!(found.only_in_inventory, ["+12145550150"]);
    assert_eq!(numbers(&found.no_longer_listed), [OTHER]);
    let entries = rows.map(|row| ListEntry {
        number: row.number,
        source: row.source,
        seen_on: row.seen_on,
        remaining_action: row.remaining_action,
    });
    let now: Vec<_> = listed_now(&entries)
        .into_iter()
        .map(|listed| listed.number)
        .collect();
    assert_eq!(
        now,
        [ONE, TWO],
        "what only an earlier list has is not on the account"
    );
    assert!(
        compare(&[], &inventory).only_in_inventory.is_empty(),
        "no list, no difference"
    );
}
