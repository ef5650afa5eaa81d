//! The rule engine: every rule finds what it should and nothing else, a site as it should be has no error, and a book
//! that was kept up to date says the same as one that is begun anew.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod account_rules;
mod clean_site;
mod incremental;
mod number_rules;
mod order_rules;
mod waivers;

use clean_site::{CleanSite, clean_site};
use portflow_domain::porting::Severity;
use portflow_domain::problems::{Book, Problem, RULES};

/// Every problem of a site.
fn problems(site: CleanSite) -> Vec<Problem> {
    let book = Book::full(site.around, site.numbers);
    book.problems().cloned().collect()
}

/// A rule and where it finds something.
fn found(problems: &[Problem]) -> Vec<(&str, &str)> {
    let mut found: Vec<_> = problems
        .iter()
        .map(|it| (it.finding.code.as_str(), it.place.label.as_str()))
        .collect();
    found.sort_unstable();
    found
}

/// The clean site with one thing changed has these problems, and each of them says what to do.
#[track_caller]
fn check(what: &str, change: impl FnOnce(&mut CleanSite), expected: &[(&str, &str)]) -> Vec<Problem> {
    let mut site = clean_site();
    change(&mut site);
    let problems = problems(site);
    assert_eq!(found(&problems), expected, "{what}");
    for problem in &problems {
        assert!(!problem.finding.remedy.is_empty(), "{what}");
        assert!(
            RULES.iter().any(|rule| rule.code == problem.finding.code),
            "{what}"
        );
    }
    problems
}

#[test]
fn a_site_as_it_should_be_has_no_error_and_few_warnings() {
    let problems = problems(clean_site());
    let of = |severity| {
        let own = problems.iter().filter(|it| it.finding.severity == severity);
        own.map(|it| &it.finding.text).collect::<Vec<_>>()
    };
    assert_eq!(of(Severity::Error), Vec::<&String>::new());
    assert!(of(Severity::Warning).len() <= 5, "{:?}", of(Severity::Warning));
    assert_eq!(clean_site().numbers.len(), 400);
}

#[test]
fn every_rule_is_listed_once() {
    let codes: std::collections::BTreeSet<_> = RULES.iter().map(|rule| rule.code).collect();
    assert_eq!(codes.len(), RULES.len());
    // Each is found by one line of these tables and, in a line beside it, not found.
    let tables = [
        include_str!("account_rules.rs"),
        include_str!("number_rules.rs"),
        include_str!("order_rules.rs"),
    ];
    let tables = tables.concat();
    let untried = codes
        .iter()
        .filter(|code| !tables.contains(&format!("\"{code}\"")));
    assert_eq!(untried.collect::<Vec<_>>(), Vec::<&&str>::new());
}
