//! How old the papers of an order are: from three quarters of the carrier's limit on they warn, past it they stop. A
//! paper that somebody waived at the order is not looked at.

use chrono::NaiveDate;

use super::around::at;
use super::{OrderAround, Problem};
use crate::coded::{Coded, Labelled};
use crate::entities::LosingAccount;
use crate::enums::{OrderDocumentKind, OrderDocumentState};
use crate::porting::papers::{self, Freshness, Paper};
use crate::porting::{Finding, Severity};

/// Every problem of the papers that go with an order.
pub(super) fn check(order: &OrderAround, account: Option<&LosingAccount>, today: NaiveDate) -> Vec<Problem> {
    let papers = papers::of_order(&order.order, account, &order.documents);
    let found = papers.iter().filter_map(|paper| of_paper(order, paper, today));
    found.map(|it| at(order, it)).collect()
}

fn of_paper(order: &OrderAround, paper: &Paper, today: NaiveDate) -> Option<Finding> {
    if paper.state == Some(OrderDocumentState::Waived) {
        return None;
    }
    let (code, name) = (paper.kind.code(), paper.kind.label());
    let Some(dated) = paper.dated_on else {
        // The letter has a step of its own.
        let needed = paper.kind != OrderDocumentKind::Loa && papers::is_needed(paper.kind, &order.rules);
        let text = format!("The carrier asks for the {name}, and nobody has asked the customer for it.");
        let remedy = "Ask for it and say so at the order's documents, or waive it there.";
        let missing = needed && !paper.is_asked_for();
        return missing.then(|| Finding::error(&format!("{code}_missing"), text, remedy));
    };
    let (age, limit) = (
        (today - dated).num_days(),
        papers::limit(paper.kind, &order.rules),
    );
    let (what, severity) = match papers::freshness(age, limit) {
        Freshness::Fresh => return None,
        Freshness::Aging => ("ages", Severity::Warning),
        Freshness::Expired => ("too_old", Severity::Error),
    };
    let text = if age < 0 {
        format!("The {name} is dated in the future.")
    } else {
        format!("The {name} is {age} days old; the carrier takes it up to {limit} days.")
    };
    let finding = Finding::of(
        &format!("{code}_{what}"),
        severity,
        text,
        "Ask the customer for a new one.",
    );
    Some(finding.about(dated.to_string()))
}
