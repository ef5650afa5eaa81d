//! What a sentence asserts of an order. Questions, conditions, plans and denials assert nothing.

use super::commitment;
use super::hedges::{is, is_hedged};
use crate::enums::PortOrderStatus::{self, *};

/// Signs that a sentence is about orders in general.
const GENERAL: &[&str] = &[
    "orders that",
    "requests that",
    "orders which",
    "any order",
    "any request",
    "all orders",
    "failure to",
];
/// What else can be completed.
const OTHER_WORK: &[&str] = &[
    "form",
    "loa",
    "review",
    "validation",
    "paperwork",
    "questionnaire",
    "training",
    "testing",
    "test",
    "survey",
    "application",
    "submission",
    "csr",
    "credit",
    "snapback",
    "cancellation",
    "rollback",
    "documents",
    "checklist",
];
/// A sentence as its lower-case words without marks.
pub(super) fn folded_words(words: &[&str]) -> Vec<String> {
    let fold = |word: &&str| {
        let text = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        text.replace('\u{2019}', "'")
    };
    words.iter().map(fold).collect()
}

/// Everything that a sentence asserts, without dates: more than one where it speaks of several things.
pub(super) fn asserted(text: &str, words: &[String]) -> Vec<PortOrderStatus> {
    let whole = words.join(" ");
    if text.trim_end().ends_with('?') || GENERAL.iter().any(|sign| whole.contains(sign)) {
        return Vec::new();
    }
    if let Some(value) = status_value(text) {
        return of_value(&value).into_iter().collect();
    }
    let told = without_lead(words);
    let mut found = Vec::new();
    for (status, test) in [
        (Rejected, is_rejection as fn(&[String], usize) -> bool),
        (Jeopardy, is_jeopardy),
        (Cancelled, is_cancellation),
        (PartiallyPorted, is_partial),
        (Ported, is_completion),
    ] {
        let says = |at: usize| test(told, at) && !is_hedged(told, at);
        if (0..told.len()).any(says) {
            found.push(status);
        }
    }
    if found.contains(&PartiallyPorted) {
        found.retain(|status| *status != Ported);
    }
    if found.is_empty() && commitment::says_committed(told) {
        found.push(FocReceived);
    }
    found
}

/// Whether a sentence speaks of undoing a port, which only a person can place.
pub(super) fn speaks_of_snapback(words: &[String]) -> bool {
    let whole = words.join(" ");
    ["snapback", "snap back", "snap-back", "snapped back"]
        .iter()
        .any(|sign| whole.contains(sign))
}

/// The value of "Status: …".
pub(super) fn status_value(text: &str) -> Option<String> {
    let (label, value) = text.split_once([':', '='])?;
    let label = label
        .trim()
        .trim_start_matches(['-', '*', '•', ' '])
        .to_lowercase();
    let is_label = label.ends_with("status") && label.split(' ').count() <= 3
        || label == "response"
        || label == "result";
    (is_label && !value.trim().is_empty()).then(|| value.trim().to_lowercase())
}

/// What the value of a status, or the cell of a table, means.
pub(super) fn of_value(value: &str) -> Option<PortOrderStatus> {
    let value = value.to_lowercase();
    let says = |signs: &[&str]| signs.iter().any(|sign| value.contains(sign));
    if says(&[
        "pending",
        "not ",
        "in progress",
        "in process",
        "awaiting",
        "requested",
        "?",
        "will ",
        "submitted",
        "n/a",
    ]) {
        return None;
    }
    if says(&["reject", "clarification", "denied", "declined"]) {
        Some(Rejected)
    } else if says(&["jeopardy"]) {
        Some(Jeopardy)
    } else if says(&["partial"]) {
        Some(PartiallyPorted)
    } else if says(&["cancel"]) {
        Some(Cancelled)
    } else if says(&["complete", "ported", "activated"]) {
        Some(Ported)
    } else if value
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| word == "foc")
        || says(&["firm order", "confirmed"])
    {
        Some(FocReceived)
    } else {
        None
    }
}

/// The words after what only opens a sentence: "Please note that", "We regret to inform you that".
fn without_lead(words: &[String]) -> &[String] {
    let leads = ["that", "note", "advised", "informed"];
    let head = words.len().min(8);
    let is_lead = words
        .first()
        .is_some_and(|word| matches!(word.as_str(), "please" | "we" | "be" | "this"));
    let last = words[..head]
        .iter()
        .rposition(|word| leads.contains(&word.as_str()));
    match last {
        Some(last) if is_lead => &words[last + 1..],
        _ => words,
    }
}

fn is_rejection(words: &[String], at: usize) -> bool {
    is(
        words,
        at,
        &["rejected", "declined", "denied", "rejection", "reject"],
    )
}

fn is_jeopardy(words: &[String], at: usize) -> bool {
    is(words, at, &["jeopardy", "jeopardized"]) && !(at >= 2 && is(words, at - 2, &["out"]))
}

fn is_cancellation(words: &[String], at: usize) -> bool {
    let been = at > 0
        && is(
            words,
            at - 1,
            &["been", "is", "was", "are", "now", "successfully"],
        );
    is(words, at, &["cancelled", "canceled"]) && been
        || is(words, at, &["cancellation"])
            && (at + 1..at + 5).any(|next| is(words, next, &["confirmed", "completed", "processed"]))
}

fn is_partial(words: &[String], at: usize) -> bool {
    is(words, at, &["partially"]) && is(words, at + 1, &["ported", "completed", "complete", "activated"])
}

fn is_completion(words: &[String], at: usize) -> bool {
    let near = &words[at.saturating_sub(4)..words.len().min(at + 5)];
    if near.iter().any(|word| OTHER_WORK.contains(&word.as_str())) {
        return false;
    }
    let been = at > 0
        && is(
            words,
            at - 1,
            &[
                "been",
                "is",
                "was",
                "were",
                "are",
                "has",
                "have",
                "successfully",
                "now",
                "fully",
                "port",
                "porting",
                "order",
            ],
        );
    is(words, at, &["completed", "ported", "activated"]) && (been || is(words, at + 1, &["successfully"]))
        || is(words, at, &["complete"]) && been
}
