//! What somebody accepted stays accepted for as long as the value stays, and not a day longer.

use portflow_domain::ids::ProblemWaiverId;
use portflow_domain::problems::{Problem, Waived, Waivers, count};

use crate::clean_site::{CleanSite, MAIN, clean_site, day, id};

fn waiving(problem: &Problem) -> Waivers {
    let mut waivers = Waivers::default();
    let waived = Waived {
        id: id::<ProblemWaiverId>(1),
        reason: "The carrier said so.".into(),
        waived_by: "Ada Example".into(),
        at: "2027-02-01T15:00:00.000Z".parse().unwrap(),
    };
    let (code, fingerprint) = (problem.finding.code.clone(), problem.fingerprint.clone());
    waivers.add(problem.place.entity_id, code, fingerprint, waived);
    waivers
}

/// The only problem of the clean site with this change.
fn only(change: impl FnOnce(&mut CleanSite)) -> Problem {
    let mut site = clean_site();
    change(&mut site);
    let mut problems = crate::problems(site);
    assert_eq!(problems.len(), 1, "{problems:?}");
    problems.remove(0)
}

/// What is said of the first order's bill.
fn bill(dated: &str, today: &str) -> Problem {
    let mut site = clean_site();
    site.around.today = day(today);
    let account = site.around.accounts.get_mut(&id(MAIN)).unwrap();
    account.account.bill_date = Some(day(dated));
    account.account.csr_date = Some(day(today));
    let problems = crate::problems(site);
    let own = problems.into_iter().find(|it| it.place.label == "PF-0011");
    own.unwrap()
}

#[test]
fn a_waiver_ends_with_the_value_it_was_given_for() {
    let accepted = bill("2027-01-09", "2027-02-01");
    let waivers = waiving(&accepted);
    assert!(waivers.applied(accepted.clone()).waiver.is_some());
    let older = bill("2027-01-09", "2027-02-02");
    assert_ne!(
        older.finding.text, accepted.finding.text,
        "the text names the age"
    );
    assert!(waivers.applied(older).waiver.is_some(), "the bill is the same");
    let other = bill("2027-01-08", "2027-02-01");
    assert!(waivers.applied(other).waiver.is_none(), "another bill");
}

#[test]
fn nobody_waives_what_the_law_refuses() {
    let firm = only(|site| site.around.orders.get_mut(&id(12)).unwrap().order.new_btn = None);
    assert!(!firm.can_be_waived && firm.stops());
    let still = waiving(&firm).applied(firm);
    assert!(still.waiver.is_none() && still.stops());
}

#[test]
fn each_problem_is_counted_once() {
    let soft = only(|site| {
        let account = site.around.accounts.get_mut(&id(MAIN)).unwrap();
        account.account.has_account_number = false;
    });
    assert!(soft.can_be_waived && soft.stops());
    let waived = waiving(&soft).applied(soft.clone());
    assert!(!waived.stops());
    let ages = bill("2027-01-09", "2027-02-01");
    let counts = count([&soft, &waived, &ages]);
    assert_eq!((counts.errors, counts.warnings, counts.waived), (1, 1, 1));
}
