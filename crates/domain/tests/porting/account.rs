//! What is on an account and what may leave it.

use portflow_domain::enums::*;
use portflow_domain::number::E164;
use portflow_domain::porting::Severity;
use portflow_domain::porting::account::{AccountCase, ListedNumber, check_account, check_list, e164};
use portflow_domain::porting::carrier::FullMeans;
use portflow_domain::porting::order_numbers::{Candidate, check_number};

const BTN: &str = "+12149110100";
const TWO: &str = "+12149110101";
const THREE: &str = "+12149110102";

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
        &["new_btn_disconnected"],
    );
    check(
        &case(Partial, &[BTN, TWO], drop, Some(TWO)),
        &["new_btn_not_needed"],
    );
    check(
        &case(Partial, &[BTN, TWO, THREE], None, None),
        &["partial_takes_all"],
    );
    let mut kept_and_ended = case(Partial, &[BTN], keep, Some(THREE));
    kept_and_ended.listed[2].remaining_action = drop;
    check(&kept_and_ended, &["new_btn_disconnected"]);
    check(
        &AccountCase {
            new_btn: Some(TWO.into()),
            ..kept_and_ended
        },
        &[],
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
fn a_billing_id_of_letters_is_a_btn_and_no_number() {
    let lettered = AccountCase {
        btn: Some("ACCT-77 B".into()),
        btn_dialable: false,
        ..case(PortScope::Full, &[BTN, TWO, THREE], None, None)
    };
    check(&lettered, &[]);
    assert_eq!(
        e164(" 214SBCA0042 "),
        "214SBCA0042",
        "its digits are not taken for a number"
    );
    assert!("214SBCA0042".parse::<E164>().is_err());
}
