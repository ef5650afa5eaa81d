//! Orders that may not become what was promised, each with its reasons.
//!
//! A reason is only given where somebody can still do something about it: an order that goes its usual way has none.

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ageing::{Ageing, WaitsFor, business_days_after, local_day};
use super::carrier::PortRules;
use crate::coded::{Labelled, coded_enum};
use crate::enums::{NumberClass, PortOrderStatus};
use crate::timestamp::Timestamp;
use crate::transitions::port_order::is_before_submission;

coded_enum! {
    /// Why an order is at risk.
    RiskKind: "order_risk" {
        /// The carrier has rejected it.
        Rejected => "rejected" ("Rejected"),
        /// The carrier may not keep its date.
        Jeopardy => "jeopardy" ("Jeopardy"),
        /// The committed hour has passed and nobody has said what became of the numbers.
        FocPassed => "foc_passed" ("FOC passed"),
        /// The cancel deadline is near, and the order is not ready to port.
        CancelDeadline => "cancel_deadline" ("Cancel deadline"),
        /// The port is near, and numbers have no holder or no script.
        NotPrepared => "not_prepared" ("Not prepared"),
        /// The port can still be undone, and is not verified.
        Snapback => "snapback" ("Snapback window"),
        /// It has waited longer than the limit.
        Overdue => "overdue" ("Overdue"),
        /// A document is about to be too old to be submitted.
        Paper => "paper" ("Document ages"),
    }
}

/// Business days before a port on which its numbers must have holders and a script.
const PREPARED_DAYS: u32 = 3;
/// Hours a port may take before its silence is a risk [practice].
const PORT_HOURS: i64 = 4;
/// Hours before the cancel deadline in which it is worth saying so.
const DEADLINE_NEAR_HOURS: i64 = 24;

/// An order with what its risks depend on.
#[derive(Debug, Clone)]
pub struct OrderAtWork<'a> {
    /// Where it stands.
    pub status: PortOrderStatus,
    /// Toll-free orders need no bill and no CSR.
    pub number_class: NumberClass,
    /// What its carrier insists on.
    pub rules: &'a PortRules,
    /// How long it has been waiting.
    pub ageing: Option<Ageing>,
    /// The instant of the commitment.
    pub foc_at: Option<Timestamp>,
    /// The day of the commitment, in the carrier's zone.
    pub foc_local_date: Option<NaiveDate>,
    /// Until when the port can be undone.
    pub snapback_until: Option<Timestamp>,
    /// Date of the signature.
    pub loa_signed_on: Option<NaiveDate>,
    /// Date of the account's bill.
    pub bill_date: Option<NaiveDate>,
    /// Date of the account's customer service record.
    pub csr_date: Option<NaiveDate>,
    /// Numbers for people that nobody holds.
    pub without_holder: u32,
    /// Numbers that somebody or something holds.
    pub held: u32,
    /// Whether a cutover script was generated for it.
    pub has_script: bool,
}

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "OrderRisk")]
pub struct Risk {
    /// Which.
    pub kind: RiskKind,
    /// The facts.
    pub text: String,
    /// What to do.
    pub remedy: String,
    /// When it ends or becomes too late, where an hour counts.
    pub until: Option<Timestamp>,
}

/// Why the order is at risk now, the most pressing reason first; empty where it is not.
pub fn risks(order: &OrderAtWork<'_>, now: Timestamp) -> Vec<Risk> {
    let found = [
        refused(order),
        in_jeopardy(order),
        foc_passed(order, now),
        cancel_deadline(order, now),
        not_prepared(order, now),
        snapback(order, now),
        overdue(order),
    ];
    let mut found: Vec<Risk> = found.into_iter().flatten().collect();
    found.extend(papers(order, now));
    found
}

/// Whether a port is committed and has not taken place.
fn is_dated(status: PortOrderStatus) -> bool {
    use PortOrderStatus::{CancelRequested, FocReceived, Jeopardy, Scheduled};
    matches!(status, FocReceived | Scheduled | Jeopardy | CancelRequested)
}

fn risk(kind: RiskKind, text: String, remedy: &str) -> Risk {
    Risk {
        kind,
        text,
        remedy: remedy.to_owned(),
        until: None,
    }
}

fn waited(order: &OrderAtWork<'_>) -> String {
    match order.ageing.map(|ageing| ageing.business_days) {
        None | Some(0) => "today".to_owned(),
        Some(1) => "1 business day ago".to_owned(),
        Some(days) => format!("{days} business days ago"),
    }
}

fn refused(order: &OrderAtWork<'_>) -> Option<Risk> {
    (order.status == PortOrderStatus::Rejected).then(|| {
        let text = format!("The carrier rejected it {}.", waited(order));
        risk(RiskKind::Rejected, text, WaitsFor::Resubmission.remedy())
    })
}

fn in_jeopardy(order: &OrderAtWork<'_>) -> Option<Risk> {
    (order.status == PortOrderStatus::Jeopardy).then(|| {
        let text = format!("The carrier put its date in jeopardy {}.", waited(order));
        risk(RiskKind::Jeopardy, text, WaitsFor::NewDate.remedy())
    })
}

fn foc_passed(order: &OrderAtWork<'_>, now: Timestamp) -> Option<Risk> {
    let hours = order.foc_at.map(|at| (now.utc() - at.utc()).num_hours())?;
    (is_dated(order.status) && hours >= PORT_HOURS).then(|| {
        let text = match hours {
            ..48 => format!("The committed time passed {hours} hours ago without an outcome."),
            _ => format!(
                "The committed time passed {} days ago without an outcome.",
                hours / 24
            ),
        };
        let remedy = "Ask the carrier for the completion, and record what became of each number.";
        risk(RiskKind::FocPassed, text, remedy)
    })
}

/// The last hours in which the port can be called off, for an order that somebody may want to call off.
fn cancel_deadline(order: &OrderAtWork<'_>, now: Timestamp) -> Option<Risk> {
    use PortOrderStatus::{FocReceived, Jeopardy, Scheduled};
    let at_work = matches!(order.status, FocReceived | Scheduled | Jeopardy);
    let unready = order.status == Jeopardy || unprepared(order).is_some();
    let hours = i64::from(order.rules.cancel_deadline_hours);
    let deadline = Timestamp::new(order.foc_at?.utc() - TimeDelta::hours(hours));
    let left = deadline.utc() - now.utc();
    let near = left > TimeDelta::zero() && left <= TimeDelta::hours(DEADLINE_NEAR_HOURS);
    (at_work && unready && near).then(|| Risk {
        until: Some(deadline),
        ..risk(
            RiskKind::CancelDeadline,
            format!("{} hours are left to cancel or move the port.", left.num_hours()),
            "Make the order ready, or ask the carrier for another date before the deadline.",
        )
    })
}

/// What its numbers lack for the cutover.
fn unprepared(order: &OrderAtWork<'_>) -> Option<String> {
    let people = match order.without_holder {
        0 => None,
        1 => Some("1 number for a person has no holder".to_owned()),
        count => Some(format!("{count} numbers for people have no holder")),
    };
    let script = (order.held > 0 && !order.has_script).then(|| "no cutover script was generated".to_owned());
    match (people, script) {
        (None, None) => None,
        (Some(one), None) | (None, Some(one)) => Some(one),
        (Some(one), Some(other)) => Some(format!("{one}, and {other}")),
    }
}

fn not_prepared(order: &OrderAtWork<'_>, now: Timestamp) -> Option<Risk> {
    use PortOrderStatus::{FocReceived, Jeopardy, Scheduled};
    let date = order.foc_local_date?;
    let ahead = order.foc_at.is_some_and(|at| at.utc() > now.utc());
    let left = business_days_after(order.rules, local_day(order.rules, now), date);
    let near = ahead && left <= PREPARED_DAYS;
    let lacking =
        unprepared(order).filter(|_| near && matches!(order.status, FocReceived | Scheduled | Jeopardy))?;
    let when = match left {
        0 => "today".to_owned(),
        1 => "in 1 business day".to_owned(),
        days => format!("in {days} business days"),
    };
    Some(Risk {
        until: order.foc_at,
        ..risk(
            RiskKind::NotPrepared,
            format!("It ports {when}: {lacking}."),
            "Give each number a holder and generate the cutover script.",
        )
    })
}

fn snapback(order: &OrderAtWork<'_>, now: Timestamp) -> Option<Risk> {
    use PortOrderStatus::{PartiallyPorted, Ported};
    let until = order.snapback_until.filter(|until| until.utc() > now.utc())?;
    matches!(order.status, Ported | PartiallyPorted).then(|| {
        let hours = (until.utc() - now.utc()).num_hours();
        let left = match hours {
            0 => "Less than an hour is".to_owned(),
            1 => "1 hour is".to_owned(),
            hours => format!("{hours} hours are"),
        };
        Risk {
            until: Some(until),
            ..risk(
                RiskKind::Snapback,
                format!("{left} left in which the port can be undone."),
                "Make the test calls now; a snapback is only asked for inside the window.",
            )
        }
    })
}

/// What a rejection or a jeopardy says already is not said again.
fn overdue(order: &OrderAtWork<'_>) -> Option<Risk> {
    use WaitsFor::{NewDate, Resubmission};
    let ageing = order.ageing.filter(|ageing| ageing.is_due)?;
    (!matches!(ageing.waits_for, Resubmission | NewDate)).then(|| {
        let days = match ageing.business_days {
            1 => "1 business day".to_owned(),
            days => format!("{days} business days"),
        };
        let what = ageing.waits_for.label().to_lowercase();
        let text = format!("Waiting for {days}: {what}.");
        risk(RiskKind::Overdue, text, ageing.waits_for.remedy())
    })
}

/// From three quarters of its limit on, a document that is not submitted yet.
fn papers(order: &OrderAtWork<'_>, now: Timestamp) -> Vec<Risk> {
    if !is_before_submission(order.status) || order.status == PortOrderStatus::Draft {
        return Vec::new();
    }
    let rules = order.rules;
    let is_local = order.number_class == NumberClass::Local;
    let signed = order
        .loa_signed_on
        .filter(|_| order.status == PortOrderStatus::LoaSigned);
    let bill = order.bill_date.filter(|_| is_local);
    let record = order.csr_date.filter(|_| is_local);
    let today = local_day(rules, now);
    [
        ("letter of authorization", signed, rules.loa_max_age_days),
        ("bill", bill, rules.bill_max_age_days),
        ("customer service record", record, rules.csr_max_age_days),
    ]
    .into_iter()
    .filter_map(|(name, dated, limit)| paper(name, (today - dated?).num_days(), i64::from(limit)))
    .collect()
}

fn paper(name: &str, age: i64, limit: i64) -> Option<Risk> {
    let text = if age > limit {
        format!("The {name} is {age} days old; the carrier takes {limit}.")
    } else if age * 4 >= limit * 3 {
        format!("The {name} is {age} of {limit} days old.")
    } else {
        return None;
    };
    let remedy = "Submit the order before, or ask the customer for a new one.";
    Some(risk(RiskKind::Paper, text, remedy))
}
