//! The rules of orders and accounts, one line each.

use portflow_domain::entities::{LosingAccount, PortOrder};
use portflow_domain::enums::*;
use portflow_domain::ids::LosingAccountId;
use portflow_domain::porting::Severity;
use portflow_domain::porting::account::ListedNumber;
use portflow_domain::porting::carrier::{PortRules, Weekday};
use portflow_domain::problems::{Fix, ProblemEntity};

use crate::check;
use crate::clean_site::{BRANCH, CleanSite, FIRST, MAIN, REST, TOLL_FREE, WHOLE, day, document, id};

const ACCOUNT: &str = "the account of Old Telephone Company, BTN +12142340100";

fn order(place: u128, change: impl Fn(&mut PortOrder)) -> impl FnOnce(&mut CleanSite) {
    move |site| change(&mut site.around.orders.get_mut(&id(place)).unwrap().order)
}

fn rules(place: u128, change: impl Fn(&mut PortRules)) -> impl FnOnce(&mut CleanSite) {
    move |site| change(&mut site.around.orders.get_mut(&id(place)).unwrap().rules)
}

fn account(change: impl Fn(&mut LosingAccount)) -> impl FnOnce(&mut CleanSite) {
    move |site| {
        let main: LosingAccountId = id(MAIN);
        change(&mut site.around.accounts.get_mut(&main).unwrap().account);
    }
}

fn listed(place: u128, change: impl Fn(&mut Vec<ListedNumber>)) -> impl FnOnce(&mut CleanSite) {
    move |site| {
        let account: LosingAccountId = id(place);
        let account = site.around.accounts.get_mut(&account).unwrap();
        let mut list = account.listed.to_vec();
        change(&mut list);
        account.listed = list.into();
    }
}

#[test]
fn how_many_numbers_an_order_holds() {
    let found = check(
        "too many",
        rules(FIRST, |it| it.max_numbers_per_order = Some(100)),
        &[("order_too_large", "PF-0011")],
    );
    assert_eq!(found[0].fix, Some(Fix::SplitOrder { most: 100 }));
    assert!(found[0].finding.text.contains("120 numbers"));
    check(
        "as many as allowed",
        rules(FIRST, |it| it.max_numbers_per_order = Some(120)),
        &[],
    );
    check(
        "no limit",
        rules(FIRST, |it| it.max_numbers_per_order = Some(0)),
        &[],
    );
}

#[test]
fn the_requested_date() {
    let on = |date: &'static str| {
        move |site: &mut CleanSite| {
            let around = site.around.orders.get_mut(&id(FIRST)).unwrap();
            around.order.desired_date = Some(day(date));
            around.rules.no_port_weekdays = vec![Weekday::Friday];
            around.rules.holidays = vec![day("2027-02-25")];
        }
    };
    for (date, code, mended) in [
        ("2027-01-29", "date_past", "2027-02-16"),
        ("2027-02-20", "date_not_business_day", "2027-02-22"),
        ("2027-02-25", "date_not_business_day", "2027-03-01"),
        ("2027-02-26", "date_not_port_day", "2027-03-01"),
        ("2027-02-24", "date_not_port_day", "2027-03-01"),
        ("2027-02-09", "date_too_soon", "2027-02-16"),
    ] {
        let found = check(date, on(date), &[(code, "PF-0011")]);
        let date = day(mended);
        assert_eq!(found[0].fix, Some(Fix::SetDesiredDate { date }), "{code}");
        assert_eq!(found[0].fields, ["desiredDate"]);
    }
    check("a good day", on("2027-02-23"), &[]);
    check("no day", order(FIRST, |it| it.desired_date = None), &[]);
}

#[test]
fn papers_age() {
    for (signed, expected) in [
        ("2027-01-11", None),
        ("2027-01-09", Some(("loa_ages", "PF-0011"))),
        ("2027-01-02", Some(("loa_ages", "PF-0011"))),
        ("2027-01-01", Some(("loa_too_old", "PF-0011"))),
    ] {
        let signed_then = order(FIRST, move |it| {
            it.status = PortOrderStatus::LoaSigned;
            it.loa_signed_on = Some(day(signed));
        });
        let found = check(signed, signed_then, expected.as_slice());
        assert!(found.iter().all(|it| it.fix.is_none()));
    }
    let dated = |date: &'static str| account(move |it| it.bill_date = Some(day(date)));
    check(
        "a bill of 23 days",
        dated("2027-01-09"),
        &[("bill_ages", "PF-0011"), ("bill_ages", "PF-0012")],
    );
    check(
        "a bill of 31 days",
        dated("2027-01-01"),
        &[("bill_too_old", "PF-0011"), ("bill_too_old", "PF-0012")],
    );
    check(
        "a record of 23 days",
        account(|it| it.csr_date = Some(day("2027-01-09"))),
        &[("csr_ages", "PF-0011"), ("csr_ages", "PF-0012")],
    );
    check(
        "a record of 31 days",
        account(|it| it.csr_date = Some(day("2027-01-01"))),
        &[("csr_too_old", "PF-0011"), ("csr_too_old", "PF-0012")],
    );
    let without = |needed: bool| {
        move |site: &mut CleanSite| {
            account(|it| {
                it.bill_date = None;
                it.csr_date = None;
            })(site);
            for place in [FIRST, REST] {
                rules(place, move |it| {
                    it.bill_needed = needed;
                    it.csr_needed = needed;
                })(site);
            }
        }
    };
    check("no papers, none asked for", without(false), &[]);
    check(
        "no papers, asked for",
        without(true),
        &[
            ("bill_missing", "PF-0011"),
            ("bill_missing", "PF-0012"),
            ("csr_missing", "PF-0011"),
            ("csr_missing", "PF-0012"),
        ],
    );
}

#[test]
fn a_paper_that_somebody_waived_or_asked_for_is_not_missed() {
    let said = |kind, state| {
        move |site: &mut CleanSite| {
            account(|it| it.bill_date = None)(site);
            for place in [FIRST, REST] {
                rules(place, |it| it.bill_needed = true)(site);
                let order = site.around.orders.get_mut(&id(place)).unwrap();
                order.documents = vec![document(place, kind, state)];
            }
        }
    };
    use OrderDocumentState::{Rejected, Requested, Waived};
    check("waived", said(OrderDocumentKind::Bill, Waived), &[]);
    check("asked for", said(OrderDocumentKind::Bill, Requested), &[]);
    let missing = [("bill_missing", "PF-0011"), ("bill_missing", "PF-0012")];
    check("rejected", said(OrderDocumentKind::Bill, Rejected), &missing);
    check(
        "another one waived",
        said(OrderDocumentKind::Csr, Waived),
        &missing,
    );
}

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

/// A carrier's list says nothing of what becomes of a number; its disposition does.
#[test]
fn the_disposition_decides_what_stays_behind() {
    let plain = |disposition: Disposition| {
        move |site: &mut CleanSite| {
            listed(MAIN, |list| {
                list.iter_mut().for_each(|it| it.remaining_action = None)
            })(site);
            let stays = site
                .numbers
                .iter_mut()
                .filter(|it| it.disposition == Disposition::Retain);
            stays.for_each(|it| it.disposition = disposition);
        }
    };
    check("kept", plain(Disposition::Retain), &[]);
    check("kept and forwarded", plain(Disposition::Forward), &[]);
    let found = check(
        "disconnected",
        plain(Disposition::Disconnect),
        &[("new_btn_not_needed", "PF-0012")],
    );
    assert_eq!(found[0].finding.severity, Severity::Warning);
    check(
        "new",
        plain(Disposition::New),
        &[("remaining_undecided", "PF-0012")],
    );
}

#[test]
fn toll_free_orders_know_no_account() {
    let found = check(
        "no RespOrg",
        order(TOLL_FREE, |it| it.resporg_id = Some(" ".into())),
        &[("resporg_missing", "PF-0014")],
    );
    assert_eq!(found[0].finding.severity, Severity::Error);
    check(
        "an account that lacks everything",
        |site| {
            order(TOLL_FREE, |it| it.losing_account_id = Some(id(BRANCH)))(site);
            site.around.orders.remove(&id(WHOLE));
            site.numbers.retain(|it| !it.number.starts_with("+1972"));
            let branch: LosingAccountId = id(BRANCH);
            let branch = site.around.accounts.get_mut(&branch).unwrap();
            branch.account.csr_address = None;
            branch.account.has_account_number = false;
        },
        &[],
    );
}

#[test]
fn an_order_that_the_carrier_has_is_left_alone() {
    let gone = |it: &mut PortOrder| {
        it.status = PortOrderStatus::Submitted;
        it.desired_date = Some(day("2027-01-01"));
        it.new_btn = None;
    };
    check("submitted", order(REST, gone), &[]);
    let back = |it: &mut PortOrder| {
        gone(it);
        it.status = PortOrderStatus::Rejected;
    };
    let found = check(
        "rejected",
        order(REST, back),
        &[("date_past", "PF-0012"), ("new_btn_missing", "PF-0012")],
    );
    assert!(found.iter().all(|it| it.fix.is_none()));
}
