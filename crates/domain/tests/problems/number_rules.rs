//! The rules of numbers, one line each.

use portflow_domain::entities::PhoneNumber;
use portflow_domain::enums::*;
use portflow_domain::ids::EntityId;
use portflow_domain::porting::Severity;
use portflow_domain::problems::{Fix, ProblemEntity};

use crate::check;
use crate::clean_site::{BRANCH, CleanSite, FIRST, MAIN, TOLL_FREE, id, of_account, special_line};

/// The number at a place of the site.
const LINE: usize = 5;
const NUMBER: &str = "+12142340105";

fn line(change: impl Fn(&mut PhoneNumber)) -> impl FnOnce(&mut CleanSite) {
    move |site| change(&mut site.numbers[LINE])
}

/// A new number in no order; the list of its account has it.
fn alone(number: &'static str, change: impl Fn(&mut PhoneNumber)) -> impl FnOnce(&mut CleanSite) {
    move |site| {
        let mut new = of_account(MAIN, number, None);
        new.losing_account_id = None;
        new.disposition = Disposition::New;
        change(&mut new);
        site.numbers.push(new);
    }
}

#[test]
fn the_numbering_plan() {
    let port = |it: &mut PhoneNumber| {
        it.disposition = Disposition::Port;
        it.losing_account_id = Some(id(MAIN));
        it.porting_status = PortingStatus::NotStarted;
    };
    for (number, code, severity) in [
        ("+19112345678", "area_code_impossible", Severity::Error),
        ("+12141345678", "exchange_impossible", Severity::Error),
        ("+15002345678", "area_code_not_geographic", Severity::Error),
        ("+18222345678", "area_code_reserved", Severity::Error),
        ("+19002345678", "premium_rate", Severity::Error),
        ("+12149582222", "test_exchange", Severity::Error),
        ("+12145550100", "fictitious", Severity::Warning),
        ("+12145552222", "directory_exchange", Severity::Warning),
    ] {
        let found = crate::problems({
            let mut site = crate::clean_site::clean_site();
            alone(number, port)(&mut site);
            site
        });
        let own: Vec<_> = found.iter().filter(|it| it.place.label == number).collect();
        assert_eq!(own.len(), 1, "{number}: {own:?}");
        assert_eq!(
            (own[0].finding.code.as_str(), own[0].finding.severity),
            (code, severity),
            "{number}"
        );
    }
    check("a number that is new", alone("+12145550100", |_| ()), &[]);
}

#[test]
fn a_fictitious_number_is_an_error_in_an_order_and_nothing_for_a_demonstration() {
    let is_wrong: &[(&str, Severity)] = &[("fictitious", Severity::Error)];
    for (is_demo, expected) in [(false, is_wrong), (true, &[])] {
        let mut site = crate::clean_site::clean_site();
        site.around.is_demo = is_demo;
        site.numbers.push(PhoneNumber {
            losing_account_id: None,
            ..of_account(MAIN, "+12145550100", Some(FIRST))
        });
        let found = crate::problems(site);
        assert_eq!(
            found
                .iter()
                .map(|it| (it.finding.code.as_str(), it.finding.severity))
                .collect::<Vec<_>>(),
            expected
        );
    }
}

#[test]
fn what_becomes_of_a_number() {
    let unknown = alone("+12142349999", |it| it.disposition = Disposition::Unknown);
    let found = check("unknown", unknown, &[("disposition_unknown", "+12142349999")]);
    assert_eq!(found[0].finding.severity, Severity::Warning);
    assert_eq!(found[0].fields, ["disposition"]);
    let port = Disposition::Port;
    assert_eq!(found[0].fix, Some(Fix::SetDisposition { disposition: port }));
    let found = check(
        "unknown in an order",
        line(|it| it.disposition = Disposition::Unknown),
        &[("disposition_unknown", NUMBER)],
    );
    assert_eq!(found[0].finding.severity, Severity::Error);
    let port_order_id = id(FIRST);
    assert_eq!(found[0].fix, Some(Fix::TakeOut { port_order_id }));
    assert!(!found[0].can_be_waived);
    check(
        "another disposition in an order",
        line(|it| it.disposition = Disposition::Forward),
        &[("disposition_not_port", NUMBER)],
    );
    for (disposition, status) in [
        (Disposition::Retain, PortingStatus::NotStarted),
        (Disposition::Disconnect, PortingStatus::NotStarted),
        (Disposition::Unknown, PortingStatus::Verified),
    ] {
        let settled = alone("+12142349999", move |it| {
            it.disposition = disposition;
            it.porting_status = status;
        });
        check("decided or done", settled, &[]);
    }
}

#[test]
fn how_far_a_number_has_come() {
    check(
        "failed",
        line(|it| it.porting_status = PortingStatus::Failed),
        &[("port_failed", NUMBER)],
    );
    check(
        "under way",
        line(|it| it.porting_status = PortingStatus::FocReceived),
        &[("port_under_way", NUMBER)],
    );
    check(
        "rejected",
        line(|it| it.porting_status = PortingStatus::LoaRejected),
        &[],
    );
}

#[test]
fn classes_and_accounts_in_one_order() {
    let found = check(
        "a toll-free number in a local order",
        |site| {
            let line = site.numbers.iter_mut().find(|it| it.number.starts_with("+1800"));
            line.unwrap().open_port_order_id = Some(id(FIRST));
        },
        &[("class_mixed", "+18002340100")],
    );
    assert_eq!(found[0].finding.severity, Severity::Error);
    check(
        "a number of another account",
        |site| {
            let line = site.numbers.iter_mut().find(|it| it.number == "+19722340105");
            line.unwrap().open_port_order_id = Some(id(FIRST));
        },
        &[("account_mixed", "+19722340105")],
    );
    check(
        "a number without an account takes that of the order",
        |site| {
            site.numbers.push(PhoneNumber {
                losing_account_id: None,
                ..of_account(MAIN, "+12142349999", Some(FIRST))
            })
        },
        &[],
    );
}

#[test]
fn numbers_that_name_no_account() {
    let port = |it: &mut PhoneNumber| it.disposition = Disposition::Port;
    let found = check(
        "two accounts to choose from",
        alone("+12142349999", port),
        &[("account_missing", "+12142349999")],
    );
    assert_eq!(found[0].fix, None);
    let found = check(
        "one account",
        |site| {
            site.numbers.retain(|it| it.losing_account_id != Some(id(BRANCH)));
            site.around.orders.remove(&id(crate::clean_site::WHOLE));
            site.around.accounts.remove(&id(BRANCH));
            alone("+12142349999", port)(site);
        },
        &[("account_missing", "+12142349999")],
    );
    let losing_account_id = id(MAIN);
    assert_eq!(found[0].fix, Some(Fix::SetLosingAccount { losing_account_id }));
    check(
        "toll-free",
        alone("+18002349999", |it| {
            it.disposition = Disposition::Port;
            it.usage = NumberUsage::VoiceApp;
        }),
        &[],
    );
}

#[test]
fn a_number_in_an_order_elsewhere() {
    let elsewhere = |site: &mut CleanSite| {
        let name = "Other/Site/Migration, order 2 of its account".to_owned();
        site.around.ordered_elsewhere.insert("+12142349999".into(), name);
    };
    let found = check(
        "to port",
        |site| {
            elsewhere(site);
            site.numbers.push(PhoneNumber {
                losing_account_id: None,
                ..of_account(MAIN, "+12142349999", Some(FIRST))
            });
        },
        &[("in_open_order", "+12142349999")],
    );
    assert!(found[0].finding.text.contains("Other/Site/Migration, order 2"));
    check(
        "kept here",
        |site| {
            elsewhere(site);
            alone("+12142349999", |_| ())(site);
        },
        &[],
    );
}

#[test]
fn toll_free_numbers_and_people() {
    let toll_free = |change: fn(&mut PhoneNumber)| {
        move |site: &mut CleanSite| {
            let line = site.numbers.iter_mut().find(|it| it.number.starts_with("+1800"));
            let line = line.unwrap();
            assert_eq!(line.open_port_order_id, Some(id(TOLL_FREE)));
            change(line);
        }
    };
    let found = check(
        "held by a person",
        toll_free(|it| it.assigned_end_user_id = Some(id(1))),
        &[("toll_free_held_by_person", "+18002340100")],
    );
    assert_eq!(found[0].fix, Some(Fix::TakeBack));
    let found = check(
        "meant for a person",
        toll_free(|it| it.usage = NumberUsage::User),
        &[("toll_free_for_person", "+18002340100")],
    );
    let usage = NumberUsage::VoiceApp;
    assert_eq!(found[0].fix, Some(Fix::SetUsage { usage }));
    check(
        "held by an attendant",
        toll_free(|it| it.assigned_resource_account_id = Some(id(1))),
        &[],
    );
}

#[test]
fn extensions_and_people_with_several_numbers() {
    let extension = |extension: &'static str, person: Option<u128>| {
        move |site: &mut CleanSite| {
            let mut new = of_account(MAIN, "+12142348888", None);
            new.id = id(new.id.uuid().as_u128() * 1000 + extension.parse::<u128>().unwrap_or(0));
            new.disposition = Disposition::New;
            new.losing_account_id = None;
            new.extension = extension.into();
            new.assigned_end_user_id = person.map(id);
            site.numbers.push(new);
        }
    };
    check(
        "only extensions",
        |site| {
            extension("101", Some(90_001))(site);
            extension("102", Some(90_002))(site);
        },
        &[("base_only_extensions", "+12142348888;ext=101")],
    );
    check(
        "an empty base number",
        |site| {
            extension("101", Some(90_001))(site);
            extension("", None)(site);
        },
        &[("base_only_extensions", "+12142348888;ext=101")],
    );
    check(
        "a held base number",
        |site| {
            extension("101", Some(90_001))(site);
            extension("", Some(90_002))(site);
        },
        &[],
    );
    let found = check(
        "two numbers of one person",
        |site| {
            let person = site.numbers[LINE].assigned_end_user_id;
            site.numbers[LINE + 1].assigned_end_user_id = person;
        },
        &[("person_with_two_numbers", "+12142340106")],
    );
    assert_eq!(found[0].fix, Some(Fix::TakeBack));
}

#[test]
fn special_lines() {
    let decide = |decision: SpecialLineDecision| {
        move |site: &mut CleanSite| {
            let mut line = special_line(999, NUMBER);
            line.decision = decision;
            site.around.special_lines.push(line);
        }
    };
    use SpecialLineDecision::*;
    let found = check(
        "nobody decided",
        decide(Unknown),
        &[("special_line_undecided", "fax +12142340105")],
    );
    assert_eq!(found[0].place.entity_type, ProblemEntity::SpecialLine);
    assert_eq!(found[0].finding.severity, Severity::Error);
    assert!(!found[0].can_be_waived);
    check(
        "kept",
        decide(Keep),
        &[("special_line_kept_ports", "fax +12142340105")],
    );
    check(
        "ends",
        decide(Retire),
        &[("special_line_retired_ports", "fax +12142340105")],
    );
    check("moves", decide(Teams), &[]);
    check(
        "another number",
        |site| {
            let mut line = special_line(999, "+12142349999");
            line.decision = Unknown;
            site.around.special_lines.push(line);
        },
        &[],
    );
}
