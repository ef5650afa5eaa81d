//! The rules of orders, one line each.

use portflow_domain::entities::{LosingAccount, PortOrder};
use portflow_domain::enums::*;
use portflow_domain::ids::LosingAccountId;
use portflow_domain::porting::account::ListedNumber;
use portflow_domain::porting::carrier::{LargeOrders, PortRules, Weekday, built_in};
use portflow_domain::porting::request_sheet::{order_problems, sample_request};
use portflow_domain::porting::{Secret, Severity};
use portflow_domain::problems::Fix;

use crate::check;
use crate::clean_site::{BRANCH, CleanSite, FIRST, MAIN, REST, TOLL_FREE, WHOLE, day, document, id};

pub fn order(place: u128, change: impl Fn(&mut PortOrder)) -> impl FnOnce(&mut CleanSite) {
    move |site| change(&mut site.around.orders.get_mut(&id(place)).unwrap().order)
}

pub fn rules(place: u128, change: impl Fn(&mut PortRules)) -> impl FnOnce(&mut CleanSite) {
    move |site| change(&mut site.around.orders.get_mut(&id(place)).unwrap().rules)
}

pub fn account(change: impl Fn(&mut LosingAccount)) -> impl FnOnce(&mut CleanSite) {
    move |site| {
        let main: LosingAccountId = id(MAIN);
        change(&mut site.around.accounts.get_mut(&main).unwrap().account);
    }
}

pub fn listed(place: u128, change: impl Fn(&mut Vec<ListedNumber>)) -> impl FnOnce(&mut CleanSite) {
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
fn what_a_form_has_no_room_for() {
    let mut request = sample_request("Microsoft Calling Plan", None);
    request.legal_name = "A name that is longer than the form".into();
    let mut template = built_in().remove(3).sheet_template;
    request.account_number = Some(Secret::new("12-34"));
    let found = order_problems(&request, &template);
    let on_form = move |site: &mut CleanSite| {
        site.around.orders.get_mut(&id(FIRST)).unwrap().form = found;
    };
    let found = check(
        "too long and misspelt",
        on_form,
        &[
            ("sheet_value_spelling", "PF-0011"),
            ("sheet_value_too_long", "PF-0011"),
        ],
    );
    let mut fields: Vec<_> = found.iter().flat_map(|it| &it.fields).collect();
    fields.sort();
    assert_eq!(fields, ["accountNumber", "legalName"]);
    assert!(found.iter().all(|it| it.stops() && !it.can_be_waived));
    template.limits.clear();
    assert!(template.limited_facts().is_empty());
    assert_eq!(order_problems(&request, &template), []);
}

#[test]
fn a_toll_free_bill_is_asked_for_and_ages() {
    let dated = |dated: Option<&'static str>| {
        move |site: &mut CleanSite| {
            let order = site.around.orders.get_mut(&id(TOLL_FREE)).unwrap();
            order.rules.bill_needed = true;
            let kind = OrderDocumentKind::TollFreeBill;
            let mut paper = document(TOLL_FREE, kind, OrderDocumentState::Received);
            paper.dated_on = dated.map(day);
            order.documents = dated.map(|_| paper).into_iter().collect();
        }
    };
    check(
        "nobody asked",
        dated(None),
        &[("toll_free_bill_missing", "PF-0014")],
    );
    check("fresh", dated(Some("2027-01-20")), &[]);
    check(
        "23 days",
        dated(Some("2027-01-09")),
        &[("toll_free_bill_ages", "PF-0014")],
    );
    check(
        "31 days",
        dated(Some("2027-01-01")),
        &[("toll_free_bill_too_old", "PF-0014")],
    );
}

#[test]
fn a_large_order_is_asked_for_earlier() {
    let large = |from_numbers| {
        rules(FIRST, move |it| {
            it.large_orders = Some(LargeOrders {
                from_numbers,
                lead_time_business_days: 40,
            });
        })
    };
    let found = check("of its size", large(120), &[("date_too_soon", "PF-0011")]);
    assert!(
        found[0].finding.text.contains("2027-03-30"),
        "{:?}",
        found[0].finding
    );
    check("smaller", large(121), &[]);
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
