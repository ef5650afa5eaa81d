//! The rules of accounts: what they lack, what their lists say, and full and partial ports, one line each.

use portflow_domain::entities::LosingAccount;
use portflow_domain::enums::*;
use portflow_domain::porting::Severity;
use portflow_domain::porting::account::ListedNumber;
use portflow_domain::problems::{Fix, ProblemEntity};

use crate::check;
use crate::clean_site::{BRANCH, CleanSite, FIRST, MAIN, REST, TOLL_FREE, WHOLE, id};
use crate::order_rules::{account, listed, order, rules};

const ACCOUNT: &str = "the account of Old Telephone Company, BTN +12142340100";

#[test]
fn what_an_account_lacks() {
    let blank = |it: &mut LosingAccount| {
        it.has_account_number = false;
        it.name_on_account = "  ".into();
        it.csr_address.as_mut().unwrap().postal_code = None;
    };
    let found = check(
        "nothing is there",
        account(blank),
        &[
            ("account_name_missing", ACCOUNT),
            ("account_number_missing", ACCOUNT),
            ("account_zip_missing", ACCOUNT),
        ],
    );
    for problem in found {
        assert_eq!(problem.finding.severity, Severity::Error);
        assert_eq!(problem.place.entity_type, ProblemEntity::LosingAccount);
    }
    check(
        "no address",
        account(|it| it.csr_address = None),
        &[("account_zip_missing", ACCOUNT)],
    );
    check("no PIN", account(|it| it.has_pin = false), &[]);
    check(
        "an account that nothing leaves",
        |site| {
            account(blank)(site);
            site.numbers.retain(|it| it.losing_account_id != Some(id(MAIN)));
            site.around
                .orders
                .retain(|_, it| it.order.losing_account_id != Some(id(MAIN)));
        },
        &[],
    );
}

#[test]
fn lists_in_both_directions() {
    let other = ListedNumber {
        number: "+12142347777".into(),
        remaining_action: None,
    };
    check("no list", listed(MAIN, Vec::clear), &[("list_missing", ACCOUNT)]);
    check(
        "a number more on the list",
        listed(MAIN, move |list| list.push(other.clone())),
        &[("listed_not_ours", ACCOUNT), ("remaining_undecided", "PF-0012")],
    );
    check(
        "a number fewer on the list",
        listed(MAIN, |list| list.retain(|it| it.number != "+12142340105")),
        &[("ours_not_listed", ACCOUNT)],
    );
}

#[test]
fn full_and_partial_ports() {
    let found = check(
        "full, and a number stays in the inventory",
        |site| {
            let line = site.numbers.iter_mut().find(|it| it.number == "+19722340105");
            line.unwrap().open_port_order_id = None;
        },
        &[("full_incomplete", "PF-0013")],
    );
    let scope = PortScope::Partial;
    assert_eq!(found[0].fix, Some(Fix::SetScope { scope }));
    let found = check(
        "partial, and nothing stays",
        order(WHOLE, |it| it.scope = PortScope::Partial),
        &[("partial_takes_all", "PF-0013")],
    );
    let scope = PortScope::Full;
    assert_eq!(found[0].fix, Some(Fix::SetScope { scope }));
    check(
        "no new BTN",
        order(REST, |it| it.new_btn = None),
        &[("new_btn_missing", "PF-0012")],
    );
    check(
        "a new BTN that moves",
        order(REST, |it| it.new_btn = Some("+12142340106".into())),
        &[("new_btn_not_kept", "PF-0012")],
    );
    check(
        "a BTN of letters",
        account(|it| {
            it.btn = Some("ACCT-77 B".into());
            it.btn_dialable = false;
        }),
        &[("new_btn_not_needed", "PF-0012")],
    );
    check(
        "no partial ports",
        rules(FIRST, |it| it.partial_allowed = false),
        &[("partial_not_allowed", "PF-0011")],
    );
    check(
        "the BTN before the last order",
        |site| {
            site.numbers[0].open_port_order_id = Some(id(FIRST));
            order(REST, |it| it.new_btn = None)(site);
            order(FIRST, |it| it.new_btn = Some("+12142340395".into()))(site);
        },
        &[
            ("btn_before_last", "PF-0011"),
            ("main_number_strands_group", "PF-0011"),
        ],
    );
}

#[test]
fn what_stays_is_decided_by_its_disposition_or_at_the_list() {
    let stays = |disposition, new_btn: Option<&'static str>| {
        move |site: &mut CleanSite| {
            listed(MAIN, |list| {
                list.iter_mut().for_each(|it| it.remaining_action = None)
            })(site);
            for number in &mut site.numbers[295..300] {
                number.disposition = disposition;
            }
            order(REST, |it| it.new_btn = new_btn.map(Into::into))(site);
        }
    };
    let kept = Some("+12142340395");
    check("kept, with a new BTN", stays(Disposition::Retain, kept), &[]);
    check("forwarded is kept", stays(Disposition::Forward, kept), &[]);
    check(
        "kept, without",
        stays(Disposition::Retain, None),
        &[("new_btn_missing", "PF-0012")],
    );
    check(
        "disconnected, and no new BTN is asked for",
        stays(Disposition::Disconnect, None),
        &[],
    );
    check(
        "disconnected, and still named",
        stays(Disposition::Disconnect, kept),
        &[("new_btn_disconnected", "PF-0012")],
    );
    check(
        "Calling Plan",
        |site| site.around.routing_type = RoutingType::CallingPlan,
        &[("btn_calling_plan", "PF-0012")],
    );
    let other = |remaining_action| ListedNumber {
        number: "+12142347777".into(),
        remaining_action,
    };
    for action in [RemainingAction::Keep, RemainingAction::Disconnect] {
        check(
            "decided at the list",
            listed(MAIN, move |list| list.push(other(Some(action)))),
            &[],
        );
    }
}

#[test]
fn a_full_port_comes_last_with_the_btn() {
    check(
        "a later order follows",
        |site| {
            order(FIRST, |it| it.scope = PortScope::Full)(site);
            site.numbers
                .retain(|it| it.open_port_order_id != Some(id(REST)) || it.number == "+12142340100");
            listed(MAIN, |list| list.truncate(121))(site);
            site.numbers.retain(|it| it.disposition != Disposition::Retain);
            order(REST, |it| (it.scope, it.new_btn) = (PortScope::Full, None))(site);
        },
        &[("full_before_last", "PF-0011"), ("full_without_btn", "PF-0011")],
    );
    check(
        "a RespOrg change follows",
        |site| {
            let free = site.around.orders.get_mut(&id(TOLL_FREE)).unwrap();
            (free.order.losing_account_id, free.order.sequence_in_account) = (Some(id(BRANCH)), 2);
        },
        &[],
    );
}
