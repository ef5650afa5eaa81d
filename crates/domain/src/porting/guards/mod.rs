//! The checklist a port order must pass before a step: facts in, one line per condition out.
//!
//! Which steps exist at all stands in `transitions::port_order`.

mod papers;

use super::carrier::PortRules;
use super::papers::Paper;
use super::{Finding, Severity};
use crate::enums::{NumberClass, PortOrderStatus};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// A firm order commitment in the carrier's own calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FocFacts {
    /// The local date.
    pub date: NaiveDate,
    /// The local time, `HH:MM`.
    pub time: Option<String>,
    /// The IANA zone.
    pub zone: Option<String>,
}

/// Everything the guards look at, as it stands with the step's own inputs applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderFacts {
    /// Where the order stands.
    pub status: PortOrderStatus,
    /// The day on which the step is taken.
    pub today: NaiveDate,
    /// Local or toll-free.
    pub number_class: NumberClass,
    /// What the gaining carrier insists on.
    pub rules: PortRules,
    /// How many base numbers the order holds.
    pub number_count: u32,
    /// Objections to its numbers that nobody waived.
    pub number_findings: Vec<Finding>,
    /// Objections to its account that nobody waived.
    pub account_findings: Vec<Finding>,
    /// Objections to the order as a whole that nobody waived.
    pub order_findings: Vec<Finding>,
    /// Objections to closing the account; none where the order does not end it.
    pub closing_findings: Option<Vec<Finding>>,
    /// Whether a losing account is named.
    pub has_account: bool,
    /// Whether the responsible organization is named, which toll-free numbers move to.
    pub has_resporg: bool,
    /// Whether the authorized signer is named.
    pub has_signer: bool,
    /// When the letter of authorization was signed.
    pub loa_signed_on: Option<NaiveDate>,
    /// The content hash the signature is bound to.
    pub signed_hash: Option<String>,
    /// The content hash of the order as it stands.
    pub current_hash: String,
    /// What changed since the letter was signed, clause by clause; empty where nobody kept what it said.
    pub changes_since_signature: Vec<String>,
    /// The papers that an order of its class has.
    pub papers: Vec<Paper>,
    /// Names of earlier orders of the account that are still open.
    pub earlier_open_orders: Vec<String>,
    /// The carrier's purchase order number.
    pub pon: Option<String>,
    /// The firm order commitment.
    pub foc: Option<FocFacts>,
    /// Numbers without a holder and without an explicit decision to leave them so.
    pub undecided_numbers: u32,
    /// The carrier's reject code.
    pub reject_code: Option<String>,
    /// The reason given; blanks are none.
    pub reason: Option<String>,
    /// Whether evidence is given.
    pub has_evidence: bool,
    /// Ported numbers whose calls nobody has verified.
    pub unverified_numbers: u32,
    /// Whole hours until the committed port.
    pub hours_to_port: Option<i64>,
    /// Whole hours since the port.
    pub hours_since_port: Option<i64>,
    /// Whether both carriers agreed to a snapback outside the window.
    pub snapback_agreed: bool,
}

/// One condition of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Guard {
    /// Stable name of the condition.
    pub code: String,
    /// Whether it holds; one that does not stops the step.
    pub met: bool,
    /// It holds, and a person should still look at it.
    pub warning: bool,
    /// The condition with the facts that matter.
    pub text: String,
    /// What to do where it does not hold or warns.
    pub remedy: String,
}

/// The conditions of the step to `to`, met or not. A step without conditions has an empty list.
pub fn guards(to: PortOrderStatus, facts: &OrderFacts) -> Vec<Guard> {
    use PortOrderStatus as O;
    let mut list = Vec::new();
    match to {
        O::Ready => list.extend(readiness(facts)),
        O::LoaSigned => list.extend(papers::signature(facts)),
        O::Submitted => list.extend(submission(facts)),
        O::FocReceived => list.extend(commitment(facts)),
        O::Scheduled => list.extend([
            foc_complete(facts),
            guard(
                "holders",
                facts.undecided_numbers == 0,
                match facts.undecided_numbers {
                    0 => "every number has a holder or a decision".to_owned(),
                    1 => "1 number has neither holder nor decision".to_owned(),
                    count => format!("{count} numbers have neither holder nor decision"),
                },
                "Assign them, or decide that they stay unassigned.",
            ),
        ]),
        O::Rejected => list.push(given(
            "reject_code",
            facts.reject_code.as_deref(),
            "Choose the carrier's reject code.",
        )),
        O::PartiallyPorted | O::Ported => list.push(guard(
            "evidence",
            facts.has_evidence,
            "evidence that the numbers moved".to_owned(),
            "Attach the carrier's message or a portal export, or name who confirmed it.",
        )),
        O::CancelRequested => list.push(cancel_deadline(facts)),
        O::Verified => list.push(verified(facts)),
        O::SnappedBack => list.push(snapback_window(facts)),
        O::Closed if facts.status == O::PartiallyPorted => list.push(verified(facts)),
        O::Closed if facts.status == O::Verified => list.extend(account_end(facts)),
        O::Draft | O::LoaRequested | O::Jeopardy | O::Closed | O::Cancelled | O::Failed => {}
    }
    let edge = crate::transitions::port_order::edge(facts.status, to);
    if edge.is_ok_and(|edge| edge.needs_reason) {
        list.push(given("reason", facts.reason.as_deref(), "Give a reason."));
    }
    list
}

fn readiness(facts: &OrderFacts) -> Vec<Guard> {
    let mut list = contents(facts, &facts.order_findings);
    list.push(papers::documents_asked_for(facts));
    list
}

/// What the order says: its numbers, whom they leave, and itself.
fn contents(facts: &OrderFacts, of_order: &[Finding]) -> Vec<Guard> {
    let limit = facts.rules.max_numbers_per_order;
    let mut list = vec![
        guard(
            "has_numbers",
            facts.number_count > 0,
            format!("{} numbers", facts.number_count),
            "Add numbers.",
        ),
        guard(
            "maximum",
            limit.is_none_or(|limit| facts.number_count <= limit),
            "no more numbers than the carrier takes in one order".to_owned(),
            "Split the order.",
        ),
        findings("numbers_in_order", "numbers", &facts.number_findings),
    ];
    if facts.number_class == NumberClass::Local {
        list.push(guard(
            "account",
            facts.has_account,
            "a losing account".to_owned(),
            "Name the losing account.",
        ));
        list.push(findings("account_in_order", "account", &facts.account_findings));
    } else {
        list.push(guard(
            "resporg",
            facts.has_resporg,
            "the RespOrg that takes the toll-free numbers".to_owned(),
            "Enter the gaining carrier's RespOrg id.",
        ));
    }
    list.push(findings("order_itself", "contents", of_order));
    list
}

fn submission(facts: &OrderFacts) -> Vec<Guard> {
    use PortOrderStatus as O;
    let rules = &facts.rules;
    let earlier = &facts.earlier_open_orders;
    let mut list = Vec::new();
    if matches!(facts.status, O::FocReceived | O::Scheduled | O::Jeopardy) {
        // The carrier has seen the documents; a supplement needs a new letter only where it says something else.
        list.extend(rules.loa_needed.then(|| papers::signed_content(facts)));
        list.push(no_earlier_order(earlier));
        return list;
    }
    // Days pass between a draft that was ready and its submission, and the account or a line may say something else.
    list.extend(contents(facts, &papers::without_papers(&facts.order_findings)));
    if facts.status == O::Ready {
        list.push(guard(
            "loa_not_needed",
            !rules.loa_needed,
            "the carrier needs no letter of authorization".to_owned(),
            "Send the letter of authorization first.",
        ));
        if rules.loa_needed && facts.signed_hash.is_some() {
            list.push(papers::signed_content(facts));
        }
    }
    if facts.status == O::LoaSigned {
        list.extend(papers::signature(facts));
    }
    list.extend(papers::freshness(facts));
    list.push(no_earlier_order(earlier));
    list
}

fn no_earlier_order(earlier: &[String]) -> Guard {
    guard(
        "no_earlier_order",
        earlier.is_empty(),
        if earlier.is_empty() {
            "no earlier order of the account is open".to_owned()
        } else {
            format!("earlier orders of the account are open: {}", earlier.join(", "))
        },
        "Wait for them, or cancel them.",
    )
}

fn commitment(facts: &OrderFacts) -> Vec<Guard> {
    vec![
        given("pon", facts.pon.as_deref(), "Enter the carrier's PON."),
        foc_complete(facts),
    ]
}

fn foc_complete(facts: &OrderFacts) -> Guard {
    let complete = facts.foc.as_ref().is_some_and(|foc| {
        let zone = foc
            .zone
            .as_deref()
            .is_some_and(|zone| zone.parse::<chrono_tz::Tz>().is_ok());
        let time = |time: &str| chrono::NaiveTime::parse_from_str(time, "%H:%M").is_ok();
        zone && foc.time.as_deref().is_some_and(time)
    });
    guard(
        "foc",
        complete,
        "the committed date, time and IANA zone".to_owned(),
        "Enter the carrier's local date, time (HH:MM) and zone.",
    )
}

fn verified(facts: &OrderFacts) -> Guard {
    guard(
        "calls_verified",
        facts.unverified_numbers == 0,
        match facts.unverified_numbers {
            0 => "every ported number is verified by a call".to_owned(),
            1 => "1 ported number without a verified call".to_owned(),
            count => format!("{count} ported numbers without a verified call"),
        },
        "Record an inbound and an outbound test call for each.",
    )
}

/// A full port leaves an empty account behind, which the losing carrier closes with whatever is still billed to it.
fn account_end(facts: &OrderFacts) -> Option<Guard> {
    let found = facts.closing_findings.as_ref()?;
    let texts: Vec<&str> = found.iter().map(|finding| finding.text.as_str()).collect();
    let text = match texts.as_slice() {
        [] => "no line stays on the account that ends with the order".to_owned(),
        texts => texts.join(" "),
    };
    let remedy = found.first().map_or("", |finding| finding.remedy.as_str());
    Some(guard("account_end", found.is_empty(), text, remedy))
}

fn cancel_deadline(facts: &OrderFacts) -> Guard {
    let limit = i64::from(facts.rules.cancel_deadline_hours);
    guard(
        "cancel_deadline",
        facts.hours_to_port.is_none_or(|hours| hours >= limit),
        format!("at least {limit} hours before the port"),
        "The carrier's deadline has passed: call its escalation contact, or let the port happen.",
    )
}

fn snapback_window(facts: &OrderFacts) -> Guard {
    let window = i64::from(facts.rules.snapback_hours);
    guard(
        "snapback_window",
        facts.snapback_agreed || facts.hours_since_port.is_some_and(|hours| hours <= window),
        format!("within {window} hours of the port, or agreed by the carriers"),
        "Ask both carriers, and record their agreement.",
    )
}

fn findings(code: &str, name: &str, findings: &[Finding]) -> Guard {
    let errors: Vec<&str> = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.text.as_str())
        .collect();
    let text = match (errors.first(), findings) {
        (None, []) => format!("no objection to the {name} of the order"),
        (None, [only]) => format!(
            "no objection to the {name} of the order, but a warning: {}",
            only.text
        ),
        (None, [first, ..]) => format!(
            "no objection to the {name} of the order, but {} warnings, the first: {}",
            findings.len(),
            first.text
        ),
        (Some(only), _) if errors.len() == 1 => format!("one objection to the {name} of the order: {only}"),
        (Some(first), _) => format!(
            "{} objections to the {name} of the order, the first: {first}",
            errors.len()
        ),
    };
    let checked = guard(
        code,
        errors.is_empty(),
        text,
        "Settle each objection shown on the order, or take the number out.",
    );
    Guard {
        warning: checked.met && !findings.is_empty(),
        ..checked
    }
}

fn given(code: &str, value: Option<&str>, remedy: &str) -> Guard {
    let met = value.is_some_and(|value| !value.trim().is_empty());
    guard(
        code,
        met,
        format!("the {} is given", code.replace('_', " ").replace("pon", "PON")),
        remedy,
    )
}

fn guard(code: &str, met: bool, text: String, remedy: &str) -> Guard {
    Guard {
        code: code.to_owned(),
        met,
        warning: false,
        text,
        remedy: remedy.to_owned(),
    }
}
