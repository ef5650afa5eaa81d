//! How long orders wait, in business days of their carrier, and what puts an order at risk.
#![allow(
    clippy::unwrap_used,
    clippy::too_many_lines,
    reason = "a test fails by panicking, and a table is one piece"
)]

use chrono::NaiveDate;
use portflow_domain::entities::CarrierContact;
use portflow_domain::enums::{NumberClass, PortOrderStatus};
use portflow_domain::porting::ageing::{Ageing, WaitingOrder, WaitsFor, ageing};
use portflow_domain::porting::carrier::PortRules;
use portflow_domain::porting::escalation::{EscalationFacts, escalation_contact, escalation_mail};
use portflow_domain::porting::no_port_days::{NoPortReason, no_port_days};
use portflow_domain::porting::risk::{OrderAtWork, RiskKind, risks};
use portflow_domain::timestamp::Timestamp;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Eastern time, cut-off at 13:00, no port on Fridays, one holiday.
fn rules() -> PortRules {
    PortRules {
        holidays: vec![day("2027-01-18")],
        ..PortRules::default()
    }
}

fn age(status: PortOrderStatus, class: NumberClass, since: &str, now: &str) -> Option<Ageing> {
    let rules = rules();
    let order = WaitingOrder {
        status,
        number_class: class,
        since: at(since),
        rules: &rules,
    };
    ageing(&order, at(now))
}

#[test]
fn business_days_pass_over_weekends_holidays_cut_offs_and_clock_changes() {
    use NumberClass::{Local, TollFree};
    use PortOrderStatus::{CancelRequested, LoaRequested, Ported, Submitted};
    for (status, class, since, now, days, due_on, is_due) in [
        // Monday morning: Wednesday is the second business day.
        (
            Submitted,
            TollFree,
            "2027-01-04T14:00:00Z",
            "2027-01-06T04:59:00Z",
            1,
            "2027-01-06",
            false,
        ),
        (
            Submitted,
            TollFree,
            "2027-01-04T14:00:00Z",
            "2027-01-06T05:00:00Z",
            2,
            "2027-01-06",
            true,
        ),
        // After the cut-off hour in New York it counts as Tuesday.
        (
            Submitted,
            TollFree,
            "2027-01-04T18:00:00Z",
            "2027-01-06T20:00:00Z",
            1,
            "2027-01-07",
            false,
        ),
        // Friday afternoon is Monday; a weekend in between.
        (
            Submitted,
            TollFree,
            "2027-01-08T19:00:00Z",
            "2027-01-12T15:00:00Z",
            1,
            "2027-01-13",
            false,
        ),
        // The holiday on Monday the 18th does not count.
        (
            Submitted,
            TollFree,
            "2027-01-15T14:00:00Z",
            "2027-01-19T15:00:00Z",
            1,
            "2027-01-20",
            false,
        ),
        // Late in the evening it is still the day before for the carrier.
        (
            Submitted,
            TollFree,
            "2027-01-04T14:00:00Z",
            "2027-01-07T04:00:00Z",
            2,
            "2027-01-06",
            true,
        ),
        // The clocks change on Sunday the 14th of March.
        (
            Submitted,
            TollFree,
            "2027-03-12T14:00:00Z",
            "2027-03-16T03:59:00Z",
            1,
            "2027-03-16",
            false,
        ),
        (
            Submitted,
            TollFree,
            "2027-03-12T14:00:00Z",
            "2027-03-16T04:00:00Z",
            2,
            "2027-03-16",
            true,
        ),
        (
            Submitted,
            Local,
            "2027-01-04T14:00:00Z",
            "2027-01-08T15:00:00Z",
            4,
            "2027-01-11",
            false,
        ),
        (
            Submitted,
            Local,
            "2027-01-04T14:00:00Z",
            "2027-01-11T15:00:00Z",
            5,
            "2027-01-11",
            true,
        ),
        // The customer has no cut-off hour.
        (
            LoaRequested,
            Local,
            "2027-01-04T22:00:00Z",
            "2027-01-07T15:00:00Z",
            3,
            "2027-01-07",
            true,
        ),
        (
            CancelRequested,
            Local,
            "2027-01-04T14:00:00Z",
            "2027-01-04T15:00:00Z",
            0,
            "2027-01-06",
            false,
        ),
        (
            Ported,
            Local,
            "2027-01-09T15:00:00Z",
            "2027-01-10T15:00:00Z",
            0,
            "2027-01-12",
            false,
        ),
    ] {
        let aged = age(status, class, since, now).unwrap();
        let found = (aged.business_days, aged.due_on, aged.is_due);
        assert_eq!(found, (days, day(due_on), is_due), "{status} {since} {now}");
    }
}

#[test]
fn a_carriers_profile_says_how_long_its_answer_may_take() {
    let rules = PortRules {
        answer_business_days: 3,
        toll_free_answer_business_days: 1,
        ..rules()
    };
    for (number_class, due_on) in [
        (NumberClass::Local, "2027-01-07"),
        (NumberClass::TollFree, "2027-01-05"),
    ] {
        let since = at("2027-01-04T14:00:00Z");
        let order = WaitingOrder {
            status: PortOrderStatus::Submitted,
            number_class,
            since,
            rules: &rules,
        };
        assert_eq!(
            ageing(&order, since).unwrap().due_on,
            day(due_on),
            "{number_class}"
        );
    }
}

#[test]
fn an_order_that_waits_for_nobody_has_no_age() {
    use PortOrderStatus::*;
    for status in [
        Draft,
        Ready,
        LoaSigned,
        FocReceived,
        Scheduled,
        Verified,
        Closed,
        Cancelled,
        Failed,
        SnappedBack,
    ] {
        assert_eq!(
            age(
                status,
                NumberClass::Local,
                "2027-01-04T14:00:00Z",
                "2027-03-04T14:00:00Z"
            ),
            None,
            "{status}"
        );
    }
}

fn contact(name: &str, role: &str, email: Option<&str>) -> CarrierContact {
    CarrierContact {
        name: name.to_owned(),
        role: Some(role.to_owned()),
        email: email.map(str::to_owned),
        phone: None,
    }
}

#[test]
fn the_escalation_is_an_email_ready_to_be_copied() {
    let contacts = [
        contact("Order desk", "Orders", Some("desk@example.com")),
        contact(
            "Escalation desk",
            "Porting escalations",
            Some("escalation@example.com"),
        ),
    ];
    assert_eq!(escalation_contact(&contacts).unwrap().name, "Escalation desk");
    assert_eq!(escalation_contact(&contacts[..1]).unwrap().name, "Order desk");
    assert_eq!(escalation_contact(&[contact("Nobody", "Sales", None)]), None);
    let aged = age(
        PortOrderStatus::Submitted,
        NumberClass::TollFree,
        "2027-01-04T14:00:00Z",
        "2027-01-06T15:00:00Z",
    )
    .unwrap();
    let facts = EscalationFacts {
        pon: "PF-0007",
        version: 2,
        customer: "Example Corp",
        carrier: "Verizon",
        number_class: NumberClass::TollFree,
        numbers: 3,
        since: day("2027-01-04"),
        ageing: aged,
        desired_date: Some(day("2027-01-20")),
        foc: None,
        ported: 0,
        to: Some(contacts[1].clone()),
        from: "Kim Example",
    };
    let mail = escalation_mail(&facts).unwrap();
    assert_eq!(
        mail.subject,
        "Order PF-0007 version 2: no answer yet, please escalate"
    );
    assert_eq!(
        mail.body,
        "Hello Escalation desk,\n\nThe RespOrg change request below has been with you since 2027-01-04, 2 business days, \
         without an answer.\n\nOrder PF-0007 version 2 at Verizon\nCustomer: Example Corp\nNumbers: 3\n\
         Requested date: 2027-01-20\nWaiting since: 2027-01-04\n\nPlease send the firm order commitment, or the reject \
         reason and what to correct.\n\nThank you,\nKim Example\n"
    );
    let rejected = Ageing {
        waits_for: WaitsFor::Resubmission,
        ..aged
    };
    assert_eq!(
        escalation_mail(&EscalationFacts {
            ageing: rejected,
            ..facts
        }),
        None
    );
}

/// An order whose port is far away and which lacks nothing.
fn at_work<'a>(status: PortOrderStatus, rules: &'a PortRules) -> OrderAtWork<'a> {
    OrderAtWork {
        status,
        number_class: NumberClass::Local,
        rules,
        ageing: None,
        foc_at: Some(at("2027-02-09T15:00:00Z")),
        foc_local_date: Some(day("2027-02-09")),
        snapback_until: None,
        loa_signed_on: Some(day("2027-01-20")),
        bill_date: Some(day("2027-01-20")),
        csr_date: None,
        without_holder: 0,
        held: 20,
        has_script: true,
    }
}

fn kinds(order: &OrderAtWork<'_>, now: &str) -> Vec<RiskKind> {
    risks(order, at(now)).into_iter().map(|risk| risk.kind).collect()
}

#[test]
fn each_risk_has_its_moment() {
    use PortOrderStatus::*;
    let rules = rules();
    let order = |status| at_work(status, &rules);
    let unprepared = |status| OrderAtWork {
        without_holder: 2,
        has_script: false,
        ..at_work(status, &rules)
    };
    let ported = OrderAtWork {
        snapback_until: Some(at("2027-02-10T15:00:00Z")),
        ..order(Ported)
    };
    let prepared = |signed: &str, bill: &str| OrderAtWork {
        foc_at: None,
        foc_local_date: None,
        loa_signed_on: Some(day(signed)),
        bill_date: Some(day(bill)),
        ..order(LoaSigned)
    };
    let waiting = OrderAtWork {
        ageing: age(
            Submitted,
            NumberClass::TollFree,
            "2027-01-04T14:00:00Z",
            "2027-01-06T15:00:00Z",
        ),
        foc_at: None,
        foc_local_date: None,
        ..order(Submitted)
    };
    for (order, now, expected) in [
        (
            &order(Rejected),
            "2027-01-20T15:00:00Z",
            &[RiskKind::Rejected][..],
        ),
        (&order(Jeopardy), "2027-01-20T15:00:00Z", &[RiskKind::Jeopardy]),
        (&order(Scheduled), "2027-02-09T18:59:00Z", &[]),
        (&order(Scheduled), "2027-02-09T19:00:00Z", &[RiskKind::FocPassed]),
        // Three business days before the port on Tuesday is Thursday.
        (&unprepared(FocReceived), "2027-02-03T15:00:00Z", &[]),
        (
            &unprepared(FocReceived),
            "2027-02-04T15:00:00Z",
            &[RiskKind::NotPrepared],
        ),
        // The deadline is 48 hours before the port, on Sunday at 15:00.
        (
            &unprepared(FocReceived),
            "2027-02-06T15:00:00Z",
            &[RiskKind::CancelDeadline, RiskKind::NotPrepared],
        ),
        (&order(Scheduled), "2027-02-06T15:00:00Z", &[]),
        (&ported, "2027-02-10T14:00:00Z", &[RiskKind::Snapback]),
        (&ported, "2027-02-10T15:00:00Z", &[]),
        (&waiting, "2027-01-06T15:00:00Z", &[RiskKind::Overdue]),
        (&prepared("2027-01-01", "2027-01-01"), "2027-01-23T15:00:00Z", &[]),
        (
            &prepared("2027-01-01", "2027-01-20"),
            "2027-01-24T15:00:00Z",
            &[RiskKind::Paper],
        ),
        (
            &prepared("2027-01-01", "2027-01-01"),
            "2027-02-05T15:00:00Z",
            &[RiskKind::Paper, RiskKind::Paper],
        ),
    ] {
        assert_eq!(kinds(order, now), expected, "{} at {now}", order.status);
    }
    let left = &risks(&ported, at("2027-02-10T12:30:00Z"))[0];
    assert_eq!(
        (left.text.as_str(), left.until),
        (
            "2 hours are left in which the port can be undone.",
            ported.snapback_until
        )
    );
}

/// Two hundred orders on their usual way, seen every six hours over their lives, and not one warning.
#[test]
fn orders_on_their_way_are_not_at_risk() {
    use PortOrderStatus::*;
    let rules = rules();
    let mut looks = 0;
    for order in 0..200 {
        for step in 0..40_i64 {
            let now = Timestamp::new(
                at("2027-02-01T02:00:00Z").utc() + chrono::TimeDelta::hours(step * 6 + order % 6),
            );
            let is_over = now >= at("2027-02-09T15:00:00Z");
            let status = match (order % 4, is_over) {
                (_, true) => Verified,
                (0, false) => Scheduled,
                (1, false) => FocReceived,
                (2, false) => Submitted,
                _ => LoaSigned,
            };
            let since = Timestamp::new(now.utc() - chrono::TimeDelta::hours(30));
            let waiting = WaitingOrder {
                status,
                number_class: NumberClass::Local,
                since,
                rules: &rules,
            };
            let dated = matches!(status, Scheduled | FocReceived | Verified);
            let at_work = OrderAtWork {
                ageing: ageing(&waiting, now),
                foc_at: dated.then(|| at("2027-02-09T15:00:00Z")),
                foc_local_date: dated.then(|| day("2027-02-09")),
                ..at_work(status, &rules)
            };
            assert_eq!(risks(&at_work, now), [], "{status} at {now}");
            looks += 1;
        }
    }
    assert_eq!(looks, 8000);
}

#[test]
fn rules_with_their_holidays_spelt_out_know_the_same_days() {
    let (rules, spelt) = (rules(), rules().spelt_out(2026..=2028));
    let days = day("2026-01-01")
        .iter_days()
        .take_while(|it| *it < day("2029-01-01"));
    for it in days {
        assert_eq!(rules.is_business_day(it), spelt.is_business_day(it), "{it}");
    }
}

#[test]
fn days_without_ports_have_their_reason() {
    let found = no_port_days(&rules(), day("2027-01-14")..=day("2027-01-19"));
    let found: Vec<_> = found
        .into_iter()
        .map(|it| (it.date.to_string(), it.reason))
        .collect();
    let expected = [
        ("2027-01-15", NoPortReason::Weekday),
        ("2027-01-16", NoPortReason::Weekend),
        ("2027-01-17", NoPortReason::Weekend),
        ("2027-01-18", NoPortReason::Holiday),
    ];
    assert_eq!(found, expected.map(|(date, reason)| (date.to_owned(), reason)));
    let everywhere = PortRules {
        no_port_weekdays: Vec::new(),
        holidays: vec![day("2027-01-20")],
        ..rules()
    };
    let eve = no_port_days(&everywhere, day("2027-01-19")..=day("2027-01-19"));
    assert_eq!(eve[0].reason, NoPortReason::Eve);
}
