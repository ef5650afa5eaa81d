use chrono::NaiveDate;

use super::*;
use crate::coded::Coded;
use crate::enums::{PortOrderStatus, RoutingType};
use ProvisioningProblemCode as Code;

fn stamp() -> ScriptStamp {
    ScriptStamp {
        script_id: "script-1".into(),
        inputs_fingerprint: "abc".into(),
    }
}

fn person(upn: &str, e164: &str) -> AssignmentFacts {
    AssignmentFacts {
        upn: upn.into(),
        display_name: "Sam".into(),
        e164: e164.into(),
        voice_routing_policy: Some("US-National".into()),
        usage_location: Some("US".into()),
        ..AssignmentFacts::default()
    }
}

fn order(status: PortOrderStatus) -> CutoverOrder {
    CutoverOrder {
        reference: "PON-1".into(),
        foc_local_date: NaiveDate::from_ymd_opt(2027, 2, 9),
        foc_time: None,
        foc_time_zone: Some("America/Chicago".into()),
        foc_at: None,
        status,
    }
}

/// Facts that give no problem at all.
fn facts() -> CutoverFacts {
    CutoverFacts {
        customer_name: "Contoso".into(),
        tenant_id: Some("8521b0e3-51bd-4a4b-a8d6-b219a77a0a6a".into()),
        tenant_domain: Some("contoso.com".into()),
        migration_path: "Contoso / Seattle / Phase 1".into(),
        routing_type: RoutingType::DirectRouting,
        order: Some(order(PortOrderStatus::FocReceived)),
        rows: vec![
            person("sam@contoso.com", "+12065550100"),
            person("kim@contoso.com", "+12065550101"),
        ],
    }
}

/// Changes the good facts and expects exactly these problems.
#[track_caller]
fn check(change: impl FnOnce(&mut CutoverFacts), expected: &[Code]) {
    let mut facts = facts();
    change(&mut facts);
    let problems = preflight(&facts);
    let codes: Vec<Code> = problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, expected);
    let blocked = expected
        .iter()
        .any(|code| code.severity() == ProblemSeverity::Blocking);
    match ProvisioningPlan::cutover(&stamp(), &facts) {
        Ok(plan) => assert!(!blocked && plan.warnings == problems),
        Err(found) => assert!(blocked && found == problems),
    }
}

#[test]
fn good_facts_give_no_problem() {
    check(|_| {}, &[]);
}

#[test]
fn numbers() {
    check(|f| f.rows.clear(), &[Code::NoAssignments]);
    for number in [
        "2065550100",
        "+1206555010x",
        "+0206555010",
        "",
        "+1 206 555 0100",
        "tel:+12065550100",
    ] {
        check(|f| f.rows[0].e164 = number.into(), &[Code::NumberNotE164]);
    }
    for number in ["+18005550100", "+18335550100", "+18885550100"] {
        check(|f| f.rows[0].e164 = number.into(), &[Code::TollFreeOnPerson]);
    }
    // 800 in Germany is no American toll-free number.
    check(|f| f.rows[0].e164 = "+498005550100".into(), &[]);
    check(
        |f| f.rows[1].e164 = "+12065550100".into(),
        &[Code::NumberHeldTwice],
    );
}

#[test]
fn extensions() {
    let both = |f: &mut CutoverFacts| {
        f.rows[0].extension = "204".into();
        f.rows[1].e164 = f.rows[0].e164.clone();
    };
    check(both, &[]);
    check(|f| f.rows[0].extension = "204".into(), &[Code::BaseNumberUnheld]);
    check(
        |f| (both(f), f.rows[0].extension = "2x4".into()).1,
        &[Code::ExtensionInvalid],
    );
    check(
        |f| (both(f), f.rows[1].extension = "204".into()).1,
        &[Code::NumberHeldTwice, Code::BaseNumberUnheld],
    );
    check(
        |f| {
            both(f);
            f.routing_type = RoutingType::OperatorConnect;
            f.rows.iter_mut().for_each(|row| row.voice_routing_policy = None);
        },
        &[Code::ExtensionNotSupported],
    );
}

#[test]
fn people() {
    for upn in [
        "",
        "sam",
        "sam@contoso",
        "@contoso.com",
        "sam o@contoso.com",
        "o\u{2019}brien@contoso.com",
        "a@b@c.d",
    ] {
        check(|f| f.rows[0].upn = upn.into(), &[Code::UpnInvalid]);
    }
    check(|f| f.rows[0].upn = "pat.o'brien@contoso.com".into(), &[]);
    check(|f| f.rows[0].upn = "KIM@contoso.com".into(), &[Code::PersonTwice]);
    check(
        |f| f.rows[0].usage_location = Some(" ".into()),
        &[Code::UsageLocationMissing],
    );
    check(
        |f| f.rows[0].display_name = "Sam\u{0}".into(),
        &[Code::UnsafeText],
    );
    check(
        |f| f.rows[0].display_name = "Sam\nLee".into(),
        &[Code::UnsafeText],
    );
    check(
        |f| f.rows[0].dial_plan = Some("US\u{202e}".into()),
        &[Code::UnsafeText],
    );
}

#[test]
fn policies_and_places() {
    check(
        |f| f.rows[0].voice_routing_policy = None,
        &[Code::VoiceRoutingPolicyMissing],
    );
    check(
        |f| f.rows[0].voice_routing_policy = Some("Global".into()),
        &[Code::VoiceRoutingPolicyMissing],
    );
    check(
        |f| f.routing_type = RoutingType::CallingPlan,
        &[Code::VoiceRoutingPolicyUnused, Code::VoiceRoutingPolicyUnused],
    );
    check(
        |f| f.rows[0].emergency_location = Some("3rd floor".into()),
        &[Code::EmergencyLocationNotAssigned],
    );
    check(
        |f| f.rows[0].emergency_location = Some("7fda0c0b-6a3d-48b8-854b-3fbe9dcf6513".into()),
        &[],
    );
}

#[test]
fn tenant() {
    check(|f| f.tenant_id = Some("contoso".into()), &[Code::TenantIdInvalid]);
    check(|f| f.tenant_id = None, &[Code::TenantIdMissing]);
    check(
        |f| (f.tenant_id = None, f.tenant_domain = Some(" ".into())).1,
        &[Code::TenantUnknown],
    );
    check(
        |f| f.tenant_domain = Some("contoso".into()),
        &[Code::TenantDomainInvalid],
    );
    check(|f| f.customer_name = "Con\u{7}toso".into(), &[Code::UnsafeText]);
}

#[test]
fn every_order_status_is_judged() {
    use PortOrderStatus as S;
    for &status in S::ALL {
        let expected: &[Code] = match status {
            S::Cancelled | S::Failed | S::SnappedBack => &[Code::OrderOver],
            S::Rejected | S::Jeopardy | S::CancelRequested => &[Code::OrderInDoubt],
            S::Draft
            | S::Ready
            | S::LoaRequested
            | S::LoaSigned
            | S::Submitted
            | S::FocReceived
            | S::Scheduled => &[],
            S::PartiallyPorted | S::Ported | S::Verified | S::Closed => &[],
        };
        check(|f| f.order = Some(order(status)), expected);
    }
    check(|f| f.order = None, &[Code::OrderMissing]);
    check(
        |f| f.order.as_mut().unwrap().reference = " ".into(),
        &[Code::OrderReferenceMissing],
    );
    check(
        |f| {
            f.order = Some(CutoverOrder {
                foc_local_date: None,
                ..order(S::Submitted)
            })
        },
        &[Code::FocMissing],
    );
}

#[test]
fn not_before() {
    let instant = |change: fn(&mut CutoverOrder)| {
        let mut order = order(PortOrderStatus::FocReceived);
        change(&mut order);
        order.not_before().map(|instant| instant.to_string())
    };
    assert_eq!(instant(|_| {}).as_deref(), Some("2027-02-09T06:00:00.000Z"));
    assert_eq!(
        instant(|o| o.foc_time_zone = None).as_deref(),
        Some("2027-02-09T12:00:00.000Z")
    );
    assert_eq!(
        instant(|o| o.foc_time_zone = Some("Mars".into())).as_deref(),
        Some("2027-02-09T12:00:00.000Z")
    );
    assert_eq!(
        instant(|o| o.foc_at = "2027-02-09T16:00:00Z".parse().ok()).as_deref(),
        Some("2027-02-09T16:00:00.000Z")
    );
    assert_eq!(instant(|o| o.foc_local_date = None), None);
    // On this day São Paulo went from 23:59 to 01:00.
    let jump = |o: &mut CutoverOrder| {
        o.foc_local_date = NaiveDate::from_ymd_opt(2018, 11, 4);
        o.foc_time_zone = Some("America/Sao_Paulo".into());
    };
    assert_eq!(instant(jump).as_deref(), Some("2018-11-04T03:00:00.000Z"));
}

#[test]
fn the_plan_is_sorted_and_holds_what_applies() {
    let mut facts = facts();
    facts.rows[0].extension = "204".into();
    facts.rows[0].calling_policy = Some(" AllowCalling ".into());
    facts.rows[0].dial_plan = Some("global".into());
    let plan = ProvisioningPlan::cutover(&stamp(), &facts).unwrap();
    let lines: Vec<(&str, &str)> = plan
        .assignments
        .iter()
        .map(|row| (row.upn.as_str(), row.number.as_str()))
        .collect();
    assert_eq!(
        lines,
        [
            ("kim@contoso.com", "+12065550101"),
            ("sam@contoso.com", "+12065550100;ext=204")
        ]
    );
    assert_eq!(
        plan.assignments[1]
            .calling_policy
            .as_ref()
            .map(ScriptText::as_str),
        Some("AllowCalling")
    );
    assert_eq!(plan.assignments[1].dial_plan, None);
    assert_eq!(plan.order.unwrap().reference.as_str(), "PON-1");
}

#[test]
fn only_direct_routing_has_voice_routing_policies_and_operators_own_their_locations() {
    for &routing in RoutingType::ALL {
        let mut facts = facts();
        facts.routing_type = routing;
        facts.rows[0].emergency_location = Some("7fda0c0b-6a3d-48b8-854b-3fbe9dcf6513".into());
        let plan = ProvisioningPlan::cutover(&stamp(), &facts).unwrap();
        let sam = &plan.assignments[1];
        assert_eq!(
            sam.voice_routing_policy.is_some(),
            routing == RoutingType::DirectRouting
        );
        assert_eq!(sam.location_id.is_some(), routing != RoutingType::OperatorConnect);
    }
}

#[test]
fn the_fingerprint_follows_what_the_script_says() {
    let base = inputs_canonical(&facts());
    let changed = |change: fn(&mut CutoverFacts)| {
        let mut facts = facts();
        change(&mut facts);
        inputs_canonical(&facts) != base
    };
    assert!(!changed(|f| f.rows.reverse()));
    assert!(!changed(|f| f.order = Some(order(PortOrderStatus::Scheduled))));
    assert!(!changed(|f| f.rows[0].usage_location = None));
    assert!(changed(|f| f.rows[0].e164 = "+12065550102".into()));
    assert!(changed(|f| f.rows[0].extension = "1".into()));
    assert!(changed(|f| f.rows[0].display_name = "Samuel".into()));
    assert!(changed(|f| f.rows[0].calling_policy = Some("x".into())));
    assert!(changed(|f| f.tenant_id = None));
    assert!(changed(|f| f.routing_type = RoutingType::CallingPlan));
    assert!(changed(|f| f.order = None));
    assert!(changed(|f| f.order.as_mut().unwrap().foc_local_date = None));
    assert!(changed(|f| f.rows.truncate(1)));
}

#[test]
fn a_problem_says_who_and_what() {
    let mut facts = facts();
    facts.rows[0].e164 = "+18005550100".into();
    let problem = preflight(&facts).remove(0);
    assert_eq!(
        problem.message,
        "A toll-free number cannot be assigned to a person: sam@contoso.com, +18005550100."
    );
    assert_eq!(
        serde_json::to_value(&problem).unwrap(),
        serde_json::json!({
            "code": "toll_free_on_person",
            "severity": "blocking",
            "person": "sam@contoso.com",
            "number": "+18005550100",
            "detail": null,
            "message": problem.message,
        })
    );
}
