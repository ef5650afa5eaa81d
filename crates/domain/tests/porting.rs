//! The account table, the guards of an order, the request sheet and the signed content, each through one check.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use chrono::NaiveDate;
use portflow_domain::coded::Coded;
use portflow_domain::enums::*;
use portflow_domain::porting::account::{AccountCase, ListedNumber, check_account, check_list};
use portflow_domain::porting::carrier::{FullMeans, PortRules, built_in};
use portflow_domain::porting::guards::{FocFacts, OrderFacts, guards};
use portflow_domain::porting::loa::{LoaContent, loa_content};
use portflow_domain::porting::order_numbers::{Candidate, check_number};
use portflow_domain::porting::papers::{Paper, kinds};
use portflow_domain::porting::reject_codes::{CATALOGUE, RejectCode, reason};
use portflow_domain::porting::request_sheet::{PortRequest, RequestNumber, SheetValue, port_request};
use portflow_domain::porting::{Secret, Severity};

const BTN: &str = "+12149110100";
const TWO: &str = "+12149110101";
const THREE: &str = "+12149110102";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn case(
    scope: PortScope,
    order: &[&str],
    remaining: Option<RemainingAction>,
    new_btn: Option<&str>,
) -> AccountCase {
    let all = [BTN, TWO, THREE];
    let left = |number: &str| if order.contains(&number) { None } else { remaining };
    AccountCase {
        scope,
        number_class: NumberClass::Local,
        routing_type: RoutingType::DirectRouting,
        full_means: FullMeans::EveryListedNumber,
        partial_allowed: true,
        btn: Some("(214) 911-0100".into()),
        btn_dialable: true,
        new_btn: new_btn.map(Into::into),
        order_numbers: order.iter().map(|number| (*number).into()).collect(),
        listed: all
            .map(|number| ListedNumber {
                number: number.into(),
                remaining_action: left(number),
            })
            .into(),
        inventory: all.map(String::from).into(),
        leaving: Default::default(),
        later_order_follows: false,
    }
}

#[track_caller]
fn check(case: &AccountCase, expected: &[&str]) {
    let found = check_account(case);
    let codes: Vec<_> = found.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, expected);
    assert!(found.iter().all(|finding| !finding.remedy.is_empty()));
}

#[test]
fn the_account_table_holds() {
    use PortScope::*;
    let (keep, drop) = (Some(RemainingAction::Keep), Some(RemainingAction::Disconnect));
    check(&case(Full, &[BTN, TWO, THREE], None, None), &[]);
    check(
        &case(Full, &[TWO, THREE], None, None),
        &["full_without_btn", "full_incomplete"],
    );
    check(&case(Partial, &[TWO], None, None), &[]);
    check(&case(Partial, &[TWO], None, Some(THREE)), &["new_btn_not_needed"]);
    check(&case(Partial, &[BTN, TWO], None, None), &["remaining_undecided"]);
    check(&case(Partial, &[BTN, TWO], keep, None), &["new_btn_missing"]);
    check(
        &case(Partial, &[BTN, TWO], keep, Some(TWO)),
        &["new_btn_not_kept"],
    );
    check(&case(Partial, &[BTN, TWO], keep, Some("214-911-0102")), &[]);
    check(&case(Partial, &[BTN, TWO], drop, None), &[]);
    check(
        &case(Partial, &[BTN, TWO], drop, Some(THREE)),
        &["new_btn_not_needed"],
    );
    check(
        &case(Partial, &[BTN, TWO, THREE], None, None),
        &["partial_takes_all"],
    );
    let calling_plan = AccountCase {
        routing_type: RoutingType::CallingPlan,
        ..case(Partial, &[BTN], keep, Some(TWO))
    };
    check(&calling_plan, &["btn_calling_plan"]);
    let early = AccountCase {
        later_order_follows: true,
        ..case(Partial, &[BTN], drop, None)
    };
    check(&early, &["btn_before_last"]);
    let last = AccountCase {
        leaving: [TWO.to_owned(), THREE.to_owned()].into(),
        ..case(Full, &[BTN], None, None)
    };
    check(&last, &[]);
}

#[test]
fn a_carriers_list_is_compared_in_both_directions() {
    let listed = |number: &str, remaining_action| ListedNumber {
        number: number.into(),
        remaining_action,
    };
    let list = [
        listed(BTN, None),
        listed(TWO, None),
        listed(THREE, Some(RemainingAction::Keep)),
    ];
    let check = |list: &[ListedNumber], ours: &[&str], expected: &[&str]| {
        let found = check_list(list, &ours.iter().copied().collect());
        let codes: Vec<_> = found.iter().map(|finding| finding.code.as_str()).collect();
        assert_eq!(codes, expected, "{ours:?}");
    };
    check(&[], &[BTN], &["list_missing"]);
    check(&list, &[BTN, TWO], &[]);
    check(&list, &[BTN, TWO, THREE], &[]);
    check(&list, &[BTN], &["listed_not_ours"]);
    check(
        &list,
        &[BTN, "+12149110199"],
        &["listed_not_ours", "ours_not_listed"],
    );
}

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

#[test]
fn guards_stop_what_is_not_ready() {
    use PortOrderStatus::*;
    for edge in portflow_domain::transitions::port_order::edges() {
        if (edge.from, edge.to) != (Ready, Submitted) {
            unmet(edge.to, &facts(edge.from), &[]);
        }
    }
    unmet(Submitted, &facts(Ready), &["loa_not_needed"]);
    unmet(
        Ready,
        &OrderFacts {
            number_count: 0,
            has_account: false,
            ..facts(Draft)
        },
        &["has_numbers", "account"],
    );
    let changed = OrderFacts {
        current_hash: "b2".into(),
        ..facts(LoaSigned)
    };
    unmet(Submitted, &changed, &["signed_content"]);
    unmet(
        FocReceived,
        &OrderFacts {
            pon: None,
            foc: None,
            ..facts(Submitted)
        },
        &["pon", "foc"],
    );
    unmet(
        Scheduled,
        &OrderFacts {
            undecided_numbers: 2,
            ..facts(FocReceived)
        },
        &["holders"],
    );
}

#[test]
fn guards_stop_what_is_not_proven() {
    use PortOrderStatus::*;
    let silent = OrderFacts {
        reject_code: None,
        reason: Some(" ".into()),
        ..facts(Submitted)
    };
    unmet(Rejected, &silent, &["reject_code", "reason"]);
    unmet(
        Ported,
        &OrderFacts {
            has_evidence: false,
            ..facts(Scheduled)
        },
        &["evidence"],
    );
    unmet(
        CancelRequested,
        &OrderFacts {
            hours_to_port: Some(47),
            ..facts(Scheduled)
        },
        &["cancel_deadline"],
    );
    unmet(
        Verified,
        &OrderFacts {
            unverified_numbers: 1,
            ..facts(Ported)
        },
        &["calls_verified"],
    );
    unmet(
        SnappedBack,
        &OrderFacts {
            hours_since_port: Some(25),
            ..facts(Ported)
        },
        &["snapback_window"],
    );
}

#[test]
fn an_account_blocked_order_waits_for_the_earlier_one() {
    let waiting = OrderFacts {
        earlier_open_orders: vec!["PF-0".into()],
        ..facts(PortOrderStatus::LoaSigned)
    };
    unmet(PortOrderStatus::Submitted, &waiting, &["no_earlier_order"]);
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

#[test]
fn what_keeps_a_number_out_of_an_order() {
    let check = |e164: &str, disposition, status, order: Option<&str>, is_demo, expected: &[&str]| {
        let candidate = Candidate {
            e164: e164.parse().unwrap(),
            disposition,
            porting_status: status,
            open_order: order.map(Into::into),
        };
        let found = check_number(NumberClass::Local, is_demo, &candidate);
        let errors: Vec<_> = found
            .iter()
            .filter(|found| found.severity == Severity::Error)
            .collect();
        assert_eq!(
            errors.iter().map(|found| found.code.as_str()).collect::<Vec<_>>(),
            expected
        );
    };
    use Disposition::*;
    use PortingStatus::*;
    check("+12142340100", Port, NotStarted, None, false, &[]);
    check("+12142340100", Port, LoaRejected, None, false, &[]);
    check(
        "+12142340100",
        Unknown,
        NotStarted,
        None,
        false,
        &["disposition_unknown"],
    );
    check(
        "+12142340100",
        Retain,
        NotStarted,
        None,
        false,
        &["disposition_not_port"],
    );
    check(
        "+12142340100",
        Port,
        NotStarted,
        Some("PF-1"),
        false,
        &["in_open_order"],
    );
    check(
        "+12142340100",
        Port,
        PortScheduled,
        None,
        false,
        &["port_under_way"],
    );
    check("+12142340100", Port, Failed, None, false, &["port_failed"]);
    check("+18002340100", Port, NotStarted, None, false, &["class_mixed"]);
    check("+12145550100", Port, NotStarted, None, false, &["fictitious"]);
    check("+12145550100", Port, NotStarted, None, true, &[]);
}

#[test]
fn every_reject_code_is_explained() {
    for code in RejectCode::ALL {
        assert_eq!(reason(*code).code, *code);
    }
    let texts: std::collections::BTreeSet<_> = CATALOGUE.iter().map(|line| line.text).collect();
    assert_eq!(
        texts.len(),
        RejectCode::ALL.len(),
        "each code has a text of its own"
    );
}

fn number(e164: &str, extension: &str, name: &str) -> RequestNumber {
    RequestNumber {
        e164: e164.parse().unwrap(),
        extension: extension.into(),
        number_type: PhoneNumberType::User,
        usage: NumberUsage::User,
        rate_center: None,
        end_user_name: Some(name.into()),
        remarks: None,
    }
}

#[test]
fn the_request_lists_a_base_number_once_and_shows_no_secret_in_debug_output() {
    let request = PortRequest {
        pon: Some("PF-1".into()),
        version: 1,
        legal_name: "Contoso LLC".into(),
        name_on_account: "CONTOSO L.L.C".into(),
        losing_carrier: "Example Telecom".into(),
        gaining_carrier: "Verizon".into(),
        ocn: None,
        account_number: Some(Secret::new("0012345")),
        pin: Some(Secret::new("9876")),
        btn: Some("2142340100".into()),
        new_btn: None,
        service_address: Default::default(),
        authorized_person: None,
        desired_date: Some(day("2027-02-09")),
        foc_date: None,
        scope: PortScope::Partial,
        number_class: NumberClass::Local,
        resporg_id: None,
        customer_reference: None,
        remarks: None,
        numbers: vec![
            number("+12142340105", "", "C"),
            number("+12142340100", "102", "B"),
            number("+12142340100", "101", "A"),
        ],
    };
    let text = |value: &str| SheetValue::Text(value.into());
    for (profile, written) in built_in()
        .iter()
        .zip(["2142340100", "214-234-0100", "+12142340100"])
    {
        let table = port_request(&request, &profile.sheet_template);
        assert_eq!(table.rows.len(), 2);
        assert_eq!(table.rows[0][..2], [text(written), text("101; 102")]);
        assert_eq!(table.rows[0][4], text("A; B"));
        assert!(table.rows.iter().all(|row| row.len() == table.headers.len()));
        assert!(
            table
                .title_rows
                .contains(&("Account number".into(), text("0012345")))
        );
        assert!(
            table
                .title_rows
                .contains(&("Desired date".into(), SheetValue::Date(day("2027-02-09"))))
        );
        let printed = format!(
            "{table:?} {:?} {request:?} {}",
            table.title_rows,
            Secret::new("9876")
        );
        assert!(
            !printed.contains("0012345") && !printed.contains("9876"),
            "{printed}"
        );
    }
}

#[test]
fn the_signed_content_ignores_order_and_blanks_only() {
    let content = |name: &str, numbers: &[&str]| {
        let numbers = numbers.iter().map(|number| (*number).into()).collect();
        loa_content(&LoaContent {
            legal_name: name.into(),
            numbers,
            ..Default::default()
        })
    };
    let signed = content("Contoso LLC", &[BTN, TWO]);
    assert_eq!(signed, content(" Contoso \n LLC", &[TWO, BTN, TWO]));
    assert_ne!(signed, content("Contoso Ltd", &[BTN, TWO]));
    assert_ne!(signed, content("Contoso LLC", &[BTN]));
}

#[test]
fn port_days_keep_clear_of_weekends_fridays_and_holiday_eves() {
    let rules = PortRules {
        lead_time_business_days: 2,
        holidays: vec![day("2027-02-15"), day("2027-02-17")],
        ..PortRules::default()
    };
    assert_eq!(
        rules.earliest_port_day(day("2027-02-08"), false),
        Some(day("2027-02-10"))
    );
    assert_eq!(
        rules.earliest_port_day(day("2027-02-10"), false),
        Some(day("2027-02-18"))
    );
    assert_eq!(
        rules.earliest_port_day(day("2027-02-08"), true),
        Some(day("2027-02-11"))
    );
    let none = PortRules {
        no_port_weekdays: Coded::ALL.to_vec(),
        ..PortRules::default()
    };
    assert_eq!(none.earliest_port_day(day("2027-02-08"), false), None);
}

#[test]
fn an_old_profile_reads_with_the_defaults_of_what_it_lacks() {
    let rules: PortRules = serde_json::from_str(r#"{"snapbackHours": 48}"#).unwrap();
    assert_eq!(
        rules,
        PortRules {
            snapback_hours: 48,
            ..PortRules::default()
        }
    );
}
