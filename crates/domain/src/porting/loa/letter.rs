//! The letter in words: what the rule of the FCC has it state, the facts, and what the carrier needs beside them.
//!
//! Only here and in the request sheet do the account number and the PIN leave their `Secret`; the letter has no debug
//! output.

use super::{LoaContent, NumberSpan, spans};
use crate::entities::losing_account::PostalAddress;
use crate::number::E164;
use crate::porting::Secret;
use chrono::NaiveDate;

/// In the place of what has to be known before anybody signs.
const UNKNOWN: &str = "(not recorded)";

/// What the letter says beside the content that is signed.
#[derive(Clone, Default)]
pub struct Particulars {
    /// The account number at the losing carrier.
    pub account_number: Option<Secret>,
    /// The PIN or passcode of a port.
    pub pin: Option<Secret>,
    /// The purchase order number.
    pub pon: Option<String>,
    /// The day asked for.
    pub desired_date: Option<NaiveDate>,
    /// How the signer is called.
    pub signer_phone: Option<String>,
    /// Where the signer gets mail.
    pub signer_email: Option<String>,
    /// The number at which toll-free numbers ring.
    pub ring_to_number: Option<String>,
    /// From where toll-free numbers can be called.
    pub coverage: Option<String>,
}

/// Facts below a heading.
pub struct LetterPart {
    /// The heading.
    pub title: String,
    /// Names with their values.
    pub facts: Vec<(String, String)>,
}

/// A letter, part by part.
pub struct Letter {
    /// Its title.
    pub title: String,
    /// What the subscriber states, sentence by sentence.
    pub statements: Vec<String>,
    /// What is signed.
    pub signed: Vec<LetterPart>,
    /// What may be corrected without a new signature.
    pub processing: LetterPart,
    /// What is said of the processing part.
    pub processing_note: String,
    /// What is written by hand, one line each.
    pub by_hand: Vec<String>,
    /// Attachment A: the numbers as the carrier writes them, and how many each line holds.
    pub attachment: Vec<(String, u64)>,
}

/// The letter for this content.
pub fn letter(content: &LoaContent, beside: &Particulars) -> Letter {
    let title = if content.is_toll_free {
        "Letter of authorization: change of RespOrg"
    } else {
        "Letter of authorization: change of carrier"
    };
    Letter {
        title: title.to_owned(),
        statements: statements(content),
        signed: vec![subscriber(content), carriers(content)],
        processing: processing(content, beside),
        processing_note:
            "These serve the carrier's work. They may be corrected, and another date may be agreed on, \
            without a new letter; anything else that changes needs one."
                .to_owned(),
        by_hand: ["Signature", "Printed name", "Title", "Date"]
            .map(str::to_owned)
            .into(),
        attachment: spans(content.base_numbers()).iter().map(line).collect(),
    }
}

/// A line of Attachment A: `214-555-0100 to 214-555-0149`.
fn line(span: &NumberSpan) -> (String, u64) {
    let written = |number: &str| {
        number
            .parse::<E164>()
            .map_or_else(|_| number.to_owned(), |number| number.dashed())
    };
    let text = if span.count == 1 {
        written(&span.first)
    } else {
        format!("{} to {}", written(&span.first), written(&span.last))
    };
    (text, span.count)
}

/// What 47 CFR 64.1130 (e) has a subscriber state, and that the paper serves nothing else (b).
fn statements(content: &LoaContent) -> Vec<String> {
    let LoaContent {
        legal_name: customer,
        gaining_carrier: gaining,
        losing_carrier: losing,
        ..
    } = content;
    let from = match losing.as_str() {
        "" => "its present carrier",
        losing => losing,
    };
    let decision = if content.is_toll_free {
        let id = content.resporg_id.as_deref();
        let id = id.map_or(String::new(), |id| format!(" (RespOrg ID {id})"));
        format!(
            "{customer} has decided that {gaining}{id} shall become the responsible organization (RespOrg) for each \
             toll-free number in Attachment A, in place of {from}."
        )
    } else {
        format!(
            "{customer} has decided to change its telephone carrier from {from} to {gaining} for each telephone \
             number in Attachment A, and to keep these numbers."
        )
    };
    vec![
        decision,
        format!(
            "{customer} appoints {gaining} as its agent for this change. {gaining} may obtain the record of the \
             account and place, change and cancel the orders that the change takes."
        ),
        "The customer understands that for one telephone number only one carrier can be chosen for each service: \
         local, in-state and interstate long distance."
            .to_owned(),
        "The customer understands that a change of carrier may involve a charge for each number.".to_owned(),
        "The billing name and address in this letter are those of the account, and the letter covers no number \
         beyond Attachment A. It serves no purpose other than to authorize this change."
            .to_owned(),
        "Whoever signs below is authorized to act for the account.".to_owned(),
    ]
}

fn subscriber(content: &LoaContent) -> LetterPart {
    let service = on_one_line(&content.service_address);
    let service = if service.is_empty() {
        UNKNOWN.to_owned()
    } else {
        service
    };
    let billing = match &content.billing_address {
        Some(address) => on_one_line(address),
        None => service.clone(),
    };
    let facts = vec![
        fact("Legal name", Some(&content.legal_name)),
        fact("Doing business as", content.dba.as_deref()),
        fact("Billing name on the account", Some(&content.name_on_account)),
        fact("Billing address", Some(&billing)),
        fact("Service address", Some(&service)),
        fact(
            "Authorized person",
            Some(content.signer_name.as_deref().unwrap_or(UNKNOWN)),
        ),
        fact("Title", content.signer_title.as_deref()),
    ];
    part("Subscriber", facts)
}

fn carriers(content: &LoaContent) -> LetterPart {
    let numbers = format!("{}, listed in Attachment A", content.base_numbers().len());
    let mut facts = vec![
        fact("Gaining carrier", Some(&content.gaining_carrier)),
        fact("Losing carrier", Some(&content.losing_carrier)),
    ];
    if content.is_toll_free {
        facts.insert(1, fact("RespOrg ID", content.resporg_id.as_deref()));
    } else {
        let scope = if content.is_partial {
            "Partial port: the numbers in Attachment A leave the account, others stay"
        } else {
            "Full port: every number of the account"
        };
        facts.push(fact("Billing telephone number (BTN)", content.btn.as_deref()));
        facts.push(fact("Scope", Some(scope)));
    }
    facts.push(fact("Numbers", Some(&numbers)));
    part("Carriers and scope", facts)
}

fn processing(content: &LoaContent, beside: &Particulars) -> LetterPart {
    let desired = beside
        .desired_date
        .map(|day| day.format("%b %-d, %Y").to_string());
    let mut facts = vec![fact(
        "Account number",
        beside.account_number.as_ref().map(Secret::expose),
    )];
    if content.is_toll_free {
        facts.push(fact("Ring-to number", beside.ring_to_number.as_deref()));
        facts.push(fact("Coverage", beside.coverage.as_deref()));
    } else {
        facts.push(fact("PIN or passcode", beside.pin.as_ref().map(Secret::expose)));
    }
    facts.extend([
        fact("Desired date", desired.as_deref()),
        fact("Authorized person's phone", beside.signer_phone.as_deref()),
        fact("Authorized person's e-mail", beside.signer_email.as_deref()),
        fact("Order (PON)", beside.pon.as_deref()),
    ]);
    part("For the carrier's work", facts)
}

/// A part without the facts that there are none of.
fn part(title: &str, mut facts: Vec<(String, String)>) -> LetterPart {
    facts.retain(|(_, value)| !value.is_empty());
    LetterPart {
        title: title.to_owned(),
        facts,
    }
}

fn fact(name: &str, value: Option<&str>) -> (String, String) {
    let words: Vec<&str> = value.unwrap_or_default().split_whitespace().collect();
    (name.to_owned(), words.join(" "))
}

fn on_one_line(address: &PostalAddress) -> String {
    let region = [&address.state, &address.postal_code].map(|part| part.as_deref().unwrap_or_default());
    let region = region.join(" ");
    [
        address.street.as_deref().unwrap_or_default(),
        address.city.as_deref().unwrap_or_default(),
        region.trim(),
        address.country.as_deref().unwrap_or_default(),
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect::<Vec<_>>()
    .join(", ")
}
