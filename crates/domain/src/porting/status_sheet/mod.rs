//! A carrier's status export against the orders as they stand: which one step of each order it is evidence of.
//!
//! Nothing here guesses: a date, a meaning or a number that the sheet does not give is missing in the proposal, and
//! an order never goes back because a carrier's list is behind.

mod claim;
mod outcomes;
mod reject_words;
mod sentence;
mod step;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::reject_codes::RejectCode;
use crate::coded::coded_enum;
use crate::enums::{PortOrderStatus, PortingStatus};
use crate::number::E164;
use crate::transitions::port_order::{self, NumberChoice};

pub use reject_words::reject_code;

/// One line of the export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusLine {
    /// 1-based row of the sheet.
    pub row: u32,
    /// The order number as it is written.
    pub pon: String,
    /// The number concerned; none = the whole order.
    pub e164: Option<E164>,
    /// The status as a code, or in the carrier's words where nobody has said what they mean.
    pub status: Option<String>,
    /// The committed date.
    pub foc_date: Option<NaiveDate>,
    /// Its hour, `HH:MM`, where it is given with the date.
    pub foc_time: Option<String>,
    /// The hour's IANA zone, where it is given with the hour.
    pub foc_zone: Option<String>,
    /// The carrier's reason for a reject.
    pub reject_reason: Option<String>,
    /// Anything else it says.
    pub notes: Option<String>,
}

/// An order as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusOrder {
    /// The order number under which the carrier knows it.
    pub pon: String,
    /// Where it stands.
    pub status: PortOrderStatus,
    /// From 1; a changed order counts up.
    pub version: i64,
    /// The committed date it has.
    pub foc_date: Option<NaiveDate>,
    /// Its numbers, one entry per record of the inventory.
    pub numbers: Vec<StatusNumber>,
}

/// A number within an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusNumber {
    /// E.164 without extension.
    pub e164: String,
    /// How far its port has come.
    pub status: PortingStatus,
}

coded_enum! {
    /// What the sheet means for an order.
    Verdict: "status_sheet_verdict" {
        /// It is evidence of a step.
        Step => "step",
        /// The order stands there already, or further.
        NothingNew => "nothing_new",
        /// It says something that the order cannot follow.
        CannotFollow => "cannot_follow",
    }
}

/// The step that the sheet is evidence of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposedStep {
    /// Where to.
    pub to: PortOrderStatus,
    /// The carrier's words.
    pub words: Option<String>,
    /// Of the catalogue, where the carrier's words are plain; a rejection without one needs a person.
    pub reject_code: Option<RejectCode>,
    /// The committed date as the sheet gives it.
    pub foc_date: Option<NaiveDate>,
    /// Its hour, where that is given with the date.
    pub foc_time: Option<String>,
    /// The hour's IANA zone.
    pub foc_zone: Option<String>,
    /// What is said of each number, in the order of the order's numbers; empty where it moves as a whole.
    pub outcomes: Vec<NumberChoice>,
}

/// What the sheet means for one order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderProposal {
    /// The order's position among those given.
    pub order: usize,
    /// The rows that name it.
    pub rows: Vec<u32>,
    /// What they say in short, one entry per status.
    pub said: Vec<String>,
    /// The step, if there is one that the machine allows.
    pub step: Option<ProposedStep>,
    /// Why the order cannot follow.
    pub refusal: Option<String>,
    /// Numbers that the sheet lists under the order and that are not in it.
    pub not_in_order: Vec<String>,
    /// Numbers of the order that the sheet does not list, where it lists any.
    pub not_in_sheet: Vec<String>,
}

impl OrderProposal {
    /// What it comes to.
    pub fn verdict(&self) -> Verdict {
        match (&self.step, &self.refusal) {
            (Some(_), _) => Verdict::Step,
            (None, Some(_)) => Verdict::CannotFollow,
            (None, None) => Verdict::NothingNew,
        }
    }
}

/// Lines of an order number that leads to no order, or to several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnknownOrder {
    /// As the sheet writes it.
    pub pon: String,
    /// Its rows.
    pub rows: Vec<u32>,
    /// The numbers listed under it.
    pub numbers: Vec<String>,
    /// How many orders have this number; 0 for an unknown one.
    pub orders: usize,
}

/// What a sheet means for all orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusSheetPlan {
    /// One entry per order that the sheet names, in the order of the sheet.
    pub orders: Vec<OrderProposal>,
    /// Order numbers that lead nowhere, in the order of the sheet.
    pub unknown: Vec<UnknownOrder>,
}

/// Compares a status export with the orders.
pub fn propose(lines: &[StatusLine], orders: &[StatusOrder]) -> StatusSheetPlan {
    let mut plan = StatusSheetPlan {
        orders: Vec::new(),
        unknown: Vec::new(),
    };
    let mut by_pon: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, order) in orders.iter().enumerate() {
        by_pon.entry(folded(&order.pon)).or_default().push(place);
    }
    for group in grouped(lines) {
        let numbers = numbers_of(&group);
        let known = by_pon.get(&folded(&group[0].pon));
        let candidates = known.map_or(&[][..], Vec::as_slice);
        match meant(candidates, orders, &numbers) {
            Some(place) => plan.orders.push(proposal(place, &orders[place], &group, numbers)),
            None => plan.unknown.push(UnknownOrder {
                pon: group[0].pon.clone(),
                rows: rows_of(&group),
                numbers,
                orders: candidates.len(),
            }),
        }
    }
    plan
}

/// An order number without regard to case and white space.
pub fn folded(pon: &str) -> String {
    pon.split_whitespace().collect::<String>().to_lowercase()
}

/// The lines of each order number together, in the order in which the numbers first occur.
fn grouped(lines: &[StatusLine]) -> Vec<Vec<&StatusLine>> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<&StatusLine>> = Vec::new();
    for line in lines {
        let place = *places.entry(folded(&line.pon)).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(line),
            None => groups.push(vec![line]),
        }
    }
    groups
}

/// The one order that a carrier's number means: of several, the only open one, else the only one whose numbers the
/// sheet lists.
fn meant(candidates: &[usize], orders: &[StatusOrder], numbers: &[String]) -> Option<usize> {
    let only = |places: Vec<usize>| match places.as_slice() {
        [place] => Some(*place),
        _ => None,
    };
    let which = |test: &dyn Fn(&StatusOrder) -> bool| {
        let places = candidates.iter().copied();
        only(places.filter(|place| test(&orders[*place])).collect())
    };
    let shares = |order: &StatusOrder| order.numbers.iter().any(|number| numbers.contains(&number.e164));
    which(&|_| true)
        .or_else(|| which(&shares))
        .or_else(|| which(&|order| port_order::is_open(order.status)))
}

fn numbers_of(group: &[&StatusLine]) -> Vec<String> {
    let numbers = group.iter().filter_map(|line| line.e164.as_ref());
    let numbers: BTreeSet<String> = numbers.map(ToString::to_string).collect();
    numbers.into_iter().collect()
}

fn rows_of(group: &[&StatusLine]) -> Vec<u32> {
    let rows: BTreeSet<u32> = group.iter().map(|line| line.row).collect();
    rows.into_iter().collect()
}

fn proposal(place: usize, order: &StatusOrder, group: &[&StatusLine], listed: Vec<String>) -> OrderProposal {
    let own: BTreeSet<&str> = order.numbers.iter().map(|number| number.e164.as_str()).collect();
    let is_own = |number: &String| own.contains(number.as_str());
    let missing = own
        .iter()
        .filter(|number| !listed.is_empty() && !listed.iter().any(|it| it == *number));
    let (step, refusal) = match step::decide(order, group) {
        Ok(step) => (step, None),
        Err(refusal) => (None, Some(refusal)),
    };
    OrderProposal {
        order: place,
        rows: rows_of(group),
        said: claim::summary(group),
        step,
        refusal,
        not_in_sheet: missing.map(|number| (*number).to_owned()).collect(),
        not_in_order: listed.iter().filter(|number| !is_own(number)).cloned().collect(),
    }
}
