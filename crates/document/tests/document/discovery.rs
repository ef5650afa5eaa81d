//! The discovery report: everything it is told can be read in it.

use portflow_document::blocks::{Column, Row, Table};
use portflow_document::discovery::{
    AskedQuestion, FoundItem, MissingItem, ReportCost, ReportCosts, ReportSection,
};
use portflow_document::{DiscoveryReport, Sheet, render_discovery};

use super::pdf::{pages, squeezed};

fn words(text: &str) -> String {
    text.to_owned()
}

fn report() -> DiscoveryReport {
    DiscoveryReport {
        customer: words("Northwind Clinics"),
        site: words("Seattle"),
        address: words("100 Pine St, Seattle, WA 98101, US"),
        sheet: Sheet::Letter,
        as_of: "2026-11-21".parse().unwrap(),
        time_zone: words("America/Los_Angeles"),
        percent: 62,
        missing: missing(),
        findings: vec![FoundItem {
            is_error: false,
            text: words("The PRI has no date on which it is disconnected."),
            remedy: words("Enter a day."),
        }],
        sections: vec![special_lines()],
        costs: costs(),
        photos: Vec::new(),
        files: vec![["lease.pdf", "The lease", "Site facts"].map(words)],
    }
}

fn missing() -> Vec<MissingItem> {
    vec![
        MissingItem {
            section: words("Special lines"),
            text: words("Nobody has decided what becomes of the fax."),
            why: words("An undecided line stops the order."),
            is_required: true,
            was_asked: false,
        },
        MissingItem {
            section: words("Needs"),
            text: words("Is there overhead paging?"),
            why: words("It needs an adapter."),
            is_required: false,
            was_asked: true,
        },
    ]
}

fn special_lines() -> ReportSection {
    let columns = ["Kind", "Number", "Decision"].map(Column::text).into();
    let fax = Row::of(["Fax", "+12065550100", "Undecided"].map(words));
    let rows = vec![fax.noted(words("behind the counter"))];
    ReportSection {
        title: words("Special lines"),
        state: words("Open"),
        percent: 40,
        said: words("The office manager, Nov 20, 2026"),
        notes: words("Basement not seen."),
        facts: vec![(words("Main number"), words("+1 206-555-0100"))],
        tables: vec![(words("Lines"), Table { columns, rows })],
        questions: vec![AskedQuestion {
            text: words("Who services the elevator?"),
            answer: words("The landlord"),
            said: words("the janitor on Nov 19, 2026"),
            note: words("Answered in version 1; the newest is version 2."),
        }],
    }
}

fn costs() -> ReportCosts {
    let cost = |label: &str| ReportCost {
        label: words(label),
        today: words("$412.50"),
        after: words("$0.00"),
        difference: words("-$412.50"),
    };
    ReportCosts {
        lines: vec![cost("PRI of Lumen")],
        sum: Some(cost("All")),
        left_out: words("1 line is not counted."),
        remaining: vec![["PRI of Lumen", "Apr 30, 2027", "Dec 1, 2026", "$1,650.00"].map(words)],
        rule: words("Counted by whole months."),
    }
}

#[test]
fn everything_the_report_is_told_is_in_it() {
    let text = pages(&render_discovery(report()).unwrap()).concat();
    for told in [
        "Northwind Clinics",
        "100 Pine St, Seattle, WA 98101, US",
        "As of Nov 21, 2026 (America/Los_Angeles)",
        "62 % known, 2 open, 1 of them required before the migration goes on",
        "Nobody has decided what becomes of the fax.",
        "An undecided line stops the order.",
        "Is there overhead paging? (asked, not known)",
        "Warning The PRI has no date on which it is disconnected. Enter a day.",
        "Open – 40 % known – The office manager, Nov 20, 2026",
        "Basement not seen.",
        "Main number +1 206-555-0100",
        "Fax +12065550100 Undecided behind the counter",
        "Who services the elevator? The landlord the janitor on Nov 19, 2026",
        "Answered in version 1; the newest is version 2.",
        "PRI of Lumen $412.50 $0.00 -$412.50",
        "1 line is not counted.",
        "PRI of Lumen Apr 30, 2027 Dec 1, 2026 $1,650.00",
        "Counted by whole months.",
        "lease.pdf The lease Site facts",
    ] {
        assert!(text.contains(&squeezed(told)), "{told}: {text}");
    }
}

#[test]
fn what_is_open_comes_before_what_is_known() {
    let text = pages(&render_discovery(report()).unwrap()).concat();
    let at = |told: &str| text.find(&squeezed(told)).unwrap();
    assert!(at("Nobody has decided what becomes of the fax.") < at("Basement not seen."));
    assert!(at("Required before the migration goes on Section") < at("Is there overhead paging?"));
}

#[test]
fn a_site_of_which_nothing_is_known_has_a_report() {
    let report = DiscoveryReport {
        address: String::new(),
        percent: 0,
        missing: Vec::new(),
        findings: Vec::new(),
        sections: Vec::new(),
        costs: ReportCosts::default(),
        ..report()
    };
    let pages = pages(&render_discovery(report).unwrap());
    assert_eq!(pages.len(), 1);
    assert!(pages[0].contains("Everythingthatwasaskedforisknown.") && !pages[0].contains("Monthlycosts"));
}
