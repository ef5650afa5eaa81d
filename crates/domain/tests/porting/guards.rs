//! The conditions of every step, met and not met.

use std::collections::BTreeSet;

use portflow_domain::enums::*;
use portflow_domain::porting::carrier::PortRules;
use portflow_domain::porting::guards::{FocFacts, OrderFacts, guards};
use portflow_domain::porting::papers::{Paper, kinds};
use portflow_domain::porting::{Finding, Severity};

use crate::day;

fn papers(dated_on: Option<chrono::NaiveDate>) -> Vec<Paper> {
    let paper = |kind: &OrderDocumentKind| Paper {
        kind: *kind,
        state: None,
        dated_on,
    };
    kinds(NumberClass::Local).iter().map(paper).collect()
}

fn facts(status: PortOrderStatus) -> OrderFacts {
    OrderFacts {
        status,
        today: day("2027-02-01"),
        number_class: NumberClass::Local,
        rules: PortRules::default(),
        number_count: 3,
        number_findings: vec![],
        account_findings: vec![],
        order_findings: vec![],
        closing_findings: None,
        has_account: true,
        has_resporg: true,
        has_signer: true,
        loa_signed_on: Some(day("2027-01-25")),
        signed_hash: Some("a1".into()),
        current_hash: "a1".into(),
        changes_since_signature: vec![],
        papers: papers(Some(day("2027-01-20"))),
        earlier_open_orders: vec![],
        pon: Some("PF-1".into()),
        foc: Some(FocFacts {
            date: day("2027-02-09"),
            time: Some("10:00".into()),
            zone: Some("America/New_York".into()),
        }),
        undecided_numbers: 0,
        reject_code: Some("OTHER".into()),
        reason: Some("as agreed".into()),
        has_evidence: true,
        unverified_numbers: 0,
        hours_to_port: Some(72),
        hours_since_port: Some(2),
        snapback_agreed: false,
    }
}

#[track_caller]
fn unmet(to: PortOrderStatus, facts: &OrderFacts, expected: &[&str]) {
    let codes: Vec<_> = guards(to, facts)
        .into_iter()
        .filter(|guard| !guard.met)
        .map(|guard| guard.code)
        .collect();
    assert_eq!(codes, expected, "to {to}");
}

fn objection() -> Vec<Finding> {
    let found = Finding {
        code: "any".into(),
        severity: Severity::Error,
        text: "It cannot port.".into(),
        remedy: "Take it out.".into(),
        about: None,
    };
    vec![found]
}

#[test]
fn an_order_in_which_nothing_is_missing_may_take_every_step_but_one() {
    use PortOrderStatus::{Ready, Submitted};
    for edge in portflow_domain::transitions::port_order::edges() {
        if (edge.from, edge.to) != (Ready, Submitted) {
            unmet(edge.to, &facts(edge.from), &[]);
        }
    }
    let mut without_letter = facts(Ready);
    without_letter.rules.loa_needed = false;
    unmet(Submitted, &without_letter, &[]);
}

/// A step, what is changed about an order in which nothing is missing, and the one condition that then stops it.
type Stop = (
    PortOrderStatus,
    PortOrderStatus,
    fn(&mut OrderFacts),
    &'static str,
);

#[rustfmt::skip]
const STOPS: &[Stop] = {
    use PortOrderStatus::*;
    &[
        (Draft, Ready, |it| it.number_count = 0, "has_numbers"),
        (Draft, Ready, |it| it.rules.max_numbers_per_order = Some(2), "maximum"),
        (Draft, Ready, |it| it.number_findings = objection(), "numbers_in_order"),
        (Draft, Ready, |it| it.has_account = false, "account"),
        (Draft, Ready, |it| it.account_findings = objection(), "account_in_order"),
        (Draft, Ready, |it| it.order_findings = objection(), "order_itself"),
        (Draft, Ready, |it| (it.number_class, it.has_resporg) = (NumberClass::TollFree, false), "resporg"),
        (Draft, Ready, |it| (it.rules.csr_needed, it.papers) = (true, papers(None)), "documents_asked_for"),
        (Ready, Submitted, |it| it.status = Ready, "loa_not_needed"),
        (LoaRequested, LoaSigned, |it| it.has_signer = false, "signer"),
        (LoaRequested, LoaSigned, |it| it.loa_signed_on = None, "signed_on"),
        (LoaRequested, LoaSigned, |it| it.loa_signed_on = Some(crate::day("2027-02-02")), "signed_on"),
        (LoaRequested, LoaSigned, |it| it.signed_hash = None, "signed_content"),
        (LoaSigned, Submitted, |it| it.current_hash = "b2".into(), "signed_content"),
        (FocReceived, Submitted, |it| it.current_hash = "b2".into(), "signed_content"),
        (LoaSigned, Submitted, |it| it.loa_signed_on = Some(crate::day("2027-01-01")), "loa_fresh"),
        (LoaSigned, Submitted, |it| it.papers[1].dated_on = Some(crate::day("2027-01-01")), "bill_fresh"),
        (LoaSigned, Submitted, |it| it.papers[2].dated_on = Some(crate::day("2027-01-01")), "csr_fresh"),
        (LoaSigned, Submitted, |it| it.earlier_open_orders = vec!["PF-0".into()], "no_earlier_order"),
        (Scheduled, Submitted, |it| it.earlier_open_orders = vec!["PF-0".into()], "no_earlier_order"),
        (LoaSigned, Submitted, |it| it.number_findings = objection(), "numbers_in_order"),
        (LoaSigned, Submitted, |it| it.account_findings = objection(), "account_in_order"),
        (LoaSigned, Submitted, |it| it.order_findings = objection(), "order_itself"),
        (Submitted, FocReceived, |it| it.pon = Some(" ".into()), "pon"),
        (Submitted, FocReceived, |it| it.foc = None, "foc"),
        (FocReceived, Scheduled, |it| it.foc.as_mut().unwrap().time = None, "foc"),
        (FocReceived, Scheduled, |it| it.foc.as_mut().unwrap().zone = Some("Dallas".into()), "foc"),
        (FocReceived, Scheduled, |it| it.undecided_numbers = 2, "holders"),
        (Submitted, Rejected, |it| it.reject_code = None, "reject_code"),
        (Submitted, Rejected, |it| it.reason = Some(" ".into()), "reason"),
        (Scheduled, Ported, |it| it.has_evidence = false, "evidence"),
        (Jeopardy, PartiallyPorted, |it| it.has_evidence = false, "evidence"),
        (PartiallyPorted, PartiallyPorted, |it| it.has_evidence = false, "evidence"),
        (Scheduled, CancelRequested, |it| it.hours_to_port = Some(47), "cancel_deadline"),
        (Ported, Verified, |it| it.unverified_numbers = 1, "calls_verified"),
        (PartiallyPorted, Closed, |it| it.unverified_numbers = 1, "calls_verified"),
        (Verified, Closed, |it| it.closing_findings = Some(objection()), "account_end"),
        (Ported, SnappedBack, |it| it.hours_since_port = Some(25), "snapback_window"),
        (Verified, SnappedBack, |it| it.hours_since_port = None, "snapback_window"),
    ]
};

#[test]
fn each_condition_alone_stops_its_step_and_says_what_to_do() {
    for (from, to, change, code) in STOPS {
        let mut facts = facts(*from);
        change(&mut facts);
        unmet(*to, &facts, &[code]);
        let list = guards(*to, &facts);
        let unmet = list.iter().find(|guard| !guard.met).unwrap();
        assert!(!unmet.remedy.is_empty() && !unmet.text.is_empty(), "{code}");
    }
    let tried: BTreeSet<&str> = STOPS.iter().map(|(.., code)| *code).collect();
    for edge in portflow_domain::transitions::port_order::edges() {
        for guard in guards(edge.to, &facts(edge.from)) {
            assert!(
                tried.contains(guard.code.as_str()),
                "{} was never tried",
                guard.code
            );
        }
    }
}

#[test]
fn every_step_that_needs_a_reason_is_refused_without_one() {
    for edge in portflow_domain::transitions::port_order::edges() {
        let mut facts = facts(edge.from);
        facts.rules.loa_needed = false;
        facts.reason = None;
        let expected: &[&str] = if edge.needs_reason { &["reason"] } else { &[] };
        unmet(edge.to, &facts, expected);
    }
}

#[test]
fn what_was_found_is_told_and_a_warning_stops_nothing() {
    let mut warned = facts(PortOrderStatus::Draft);
    warned.order_findings = objection();
    let told = |facts: &OrderFacts| {
        let list = guards(PortOrderStatus::Ready, facts);
        list.into_iter()
            .find(|guard| guard.code == "order_itself")
            .unwrap()
    };
    assert!(told(&warned).text.contains("It cannot port."));
    warned.order_findings[0].severity = Severity::Warning;
    assert!(told(&warned).met && told(&warned).warning);
    assert!(
        told(&warned).text.ends_with("but a warning: It cannot port."),
        "{}",
        told(&warned).text
    );
}

#[test]
fn a_paper_is_named_once_when_the_order_leaves() {
    let mut old = facts(PortOrderStatus::LoaSigned);
    old.papers[1].dated_on = Some(day("2027-01-01"));
    old.order_findings = objection();
    old.order_findings[0].code = "bill_too_old".into();
    unmet(PortOrderStatus::Submitted, &old, &["bill_fresh"]);
}

#[test]
fn a_snapback_window_is_open_to_its_last_hour_or_when_the_carriers_agree() {
    let mut late = facts(PortOrderStatus::Ported);
    late.hours_since_port = Some(24);
    unmet(PortOrderStatus::SnappedBack, &late, &[]);
    (late.hours_since_port, late.snapback_agreed) = (Some(700), true);
    unmet(PortOrderStatus::SnappedBack, &late, &[]);
}

#[test]
fn papers_that_the_carrier_does_not_insist_on_only_warn() {
    let asked = |needed: bool| {
        let mut facts = facts(PortOrderStatus::Draft);
        facts.papers = papers(None);
        facts.rules.bill_needed = needed;
        let list = guards(PortOrderStatus::Ready, &facts);
        let asked = list.into_iter().find(|guard| guard.code == "documents_asked_for");
        asked.map(|guard| (guard.met, guard.warning)).unwrap()
    };
    assert_eq!(asked(true), (false, false));
    assert_eq!(asked(false), (true, true));
}

#[test]
fn a_signature_whose_letter_was_not_kept_says_so() {
    let mut old = facts(PortOrderStatus::LoaSigned);
    old.current_hash = "b2".into();
    let told = |facts: &OrderFacts| {
        let list = guards(PortOrderStatus::Submitted, facts);
        list.into_iter()
            .find(|guard| guard.code == "signed_content")
            .unwrap()
    };
    assert!(told(&old).text.contains("was not kept"), "{:?}", told(&old));
    old.changes_since_signature = vec!["+12149110100 was removed after the letter was signed".into()];
    assert!(
        told(&old).text.contains("+12149110100 was removed"),
        "{:?}",
        told(&old)
    );
}

#[test]
fn documents_age_towards_a_warning_and_a_stop() {
    for (signed, met, warning) in [
        ("2027-01-11", true, false),
        ("2027-01-09", true, true),
        ("2027-01-02", true, true),
        ("2027-01-01", false, false),
        ("2027-02-02", false, false),
    ] {
        let facts = OrderFacts {
            loa_signed_on: Some(day(signed)),
            ..facts(PortOrderStatus::LoaSigned)
        };
        let list = guards(PortOrderStatus::Submitted, &facts);
        let fresh = list.iter().find(|guard| guard.code == "loa_fresh").unwrap();
        assert_eq!(
            (fresh.met, fresh.warning),
            (met, warning),
            "{signed}: {}",
            fresh.text
        );
    }
}
