//! The e-mail that asks about an order which has waited too long: plain text, ready to be copied, without secrets.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ageing::{Ageing, WaitsFor};
use crate::entities::CarrierContact;
use crate::enums::NumberClass;

/// What the e-mail says of the order.
#[derive(Debug, Clone)]
pub struct EscalationFacts<'a> {
    /// The order number.
    pub pon: &'a str,
    /// From 1; named where the order was changed.
    pub version: i64,
    /// Whose numbers they are.
    pub customer: &'a str,
    /// Whom the order went to.
    pub carrier: &'a str,
    /// A RespOrg change has other words.
    pub number_class: NumberClass,
    /// How many.
    pub numbers: usize,
    /// The day the wait began, for the carrier.
    pub since: NaiveDate,
    /// How long it has lasted.
    pub ageing: Ageing,
    /// The date asked for.
    pub desired_date: Option<NaiveDate>,
    /// The committed date, time and zone as they stand on the order.
    pub foc: Option<String>,
    /// Numbers that have moved.
    pub ported: usize,
    /// Whom it goes to.
    pub to: Option<CarrierContact>,
    /// Who writes.
    pub from: &'a str,
}

/// An e-mail to copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EscalationMail {
    /// Whom it goes to; absent where the profile or the order names nobody.
    pub to: Option<CarrierContact>,
    /// Its subject.
    pub subject: String,
    /// Its text, lines ended by `\n`.
    pub body: String,
}

/// The contact of a carrier who hears escalations: the one whose role says so, else the first that can be written to.
pub fn escalation_contact(contacts: &[CarrierContact]) -> Option<&CarrierContact> {
    let escalates = |contact: &&CarrierContact| {
        let role = contact.role.as_deref().unwrap_or_default().to_lowercase();
        role.contains("escalat") || contact.name.to_lowercase().contains("escalat")
    };
    let can_be_written_to = |contact: &&CarrierContact| contact.email.is_some();
    contacts
        .iter()
        .find(escalates)
        .or_else(|| contacts.iter().find(can_be_written_to))
}

/// Whether somebody outside the team can be asked.
fn is_written(waits_for: WaitsFor) -> bool {
    !matches!(waits_for, WaitsFor::Resubmission | WaitsFor::Verification)
}

/// The e-mail, or none where the team itself has to act.
pub fn escalation_mail(facts: &EscalationFacts<'_>) -> Option<EscalationMail> {
    if !is_written(facts.ageing.waits_for) {
        return None;
    }
    let greeting = match &facts.to {
        Some(contact) => format!("Hello {},", contact.name),
        None => "Hello,".to_owned(),
    };
    let lines: Vec<String> = order_lines(facts).into_iter().flatten().collect();
    Some(EscalationMail {
        to: facts.to.clone(),
        subject: format!("{}: {}", named(facts), subject(facts.ageing.waits_for)),
        body: format!(
            "{greeting}\n\n{}\n\n{}\n\n{}\n\nThank you,\n{}\n",
            said(facts),
            lines.join("\n"),
            asked(facts.ageing.waits_for),
            facts.from
        ),
    })
}

fn named(facts: &EscalationFacts<'_>) -> String {
    match facts.version {
        ..=1 => format!("Order {}", facts.pon),
        version => format!("Order {} version {version}", facts.pon),
    }
}

fn subject(waits_for: WaitsFor) -> &'static str {
    match waits_for {
        WaitsFor::Signature => "letter of authorization to be signed",
        WaitsFor::Answer => "no answer yet, please escalate",
        WaitsFor::NewDate => "in jeopardy, date needed",
        WaitsFor::Cancellation => "cancellation to be confirmed",
        WaitsFor::Remainder => "numbers not ported yet",
        WaitsFor::Resubmission | WaitsFor::Verification => "reminder",
    }
}

fn said(facts: &EscalationFacts<'_>) -> String {
    let request = match facts.number_class {
        NumberClass::Local => "port request",
        NumberClass::TollFree => "RespOrg change request",
    };
    let days = match facts.ageing.business_days {
        1 => "1 business day".to_owned(),
        days => format!("{days} business days"),
    };
    let since = facts.since;
    match facts.ageing.waits_for {
        WaitsFor::Signature => {
            format!(
                "The letter of authorization for the {request} below was sent to you on {since}, {days} ago."
            )
        }
        WaitsFor::Answer => {
            format!("The {request} below has been with you since {since}, {days}, without an answer.")
        }
        WaitsFor::NewDate => {
            format!(
                "The {request} below has been in jeopardy since {since}, {days}, without a new or confirmed date."
            )
        }
        WaitsFor::Cancellation => {
            format!(
                "The cancellation of the {request} below was asked for on {since}, {days} ago, and is not confirmed."
            )
        }
        WaitsFor::Remainder | WaitsFor::Resubmission | WaitsFor::Verification => format!(
            "Of the {request} below, {} of {} numbers have moved; the others have been waiting since {since}, {days}.",
            facts.ported, facts.numbers
        ),
    }
}

fn order_lines(facts: &EscalationFacts<'_>) -> [Option<String>; 6] {
    [
        Some(format!("{} at {}", named(facts), facts.carrier)),
        Some(format!("Customer: {}", facts.customer)),
        Some(format!("Numbers: {}", facts.numbers)),
        facts.desired_date.map(|date| format!("Requested date: {date}")),
        facts.foc.as_ref().map(|foc| format!("Committed date: {foc}")),
        Some(format!("Waiting since: {}", facts.since)),
    ]
}

fn asked(waits_for: WaitsFor) -> &'static str {
    match waits_for {
        WaitsFor::Signature => {
            "Please sign and date it and send it back, or tell us what keeps you from signing."
        }
        WaitsFor::Answer => {
            "Please send the firm order commitment, or the reject reason and what to correct."
        }
        WaitsFor::NewDate => {
            "Please tell us the cause, and whether the date stands or which date replaces it."
        }
        WaitsFor::Cancellation => {
            "Please confirm that none of the numbers will move, before the committed date."
        }
        WaitsFor::Remainder | WaitsFor::Resubmission | WaitsFor::Verification => {
            "Please tell us for each number that has not moved when it will, or why it cannot."
        }
    }
}
