//! Whether a sentence commits to a date, or only speaks of one.

use super::hedges::{NEAR, is, is_hedged};

/// Words of a committed date.
const COMMITMENT: &[&[&str]] = &[
    &["foc"],
    &["focs"],
    &["firm", "order"],
    &["committed", "date"],
    &["commitment", "date"],
    &["confirmed", "date"],
    &["due", "date"],
    &["port", "date"],
    &["porting", "date"],
    &["activation", "date"],
    &["cutover", "date"],
    &["confirmed", "for"],
    &["scheduled", "for"],
    &["scheduled", "on"],
    &["scheduled", "to", "port"],
    &["foc'd"],
    &["committed", "to"],
];
/// Words with which a date is none that the carrier has committed to.
const UNCOMMITTED: &[&str] = &[
    "requested",
    "request",
    "desired",
    "desire",
    "proposed",
    "propose",
    "tentative",
    "tentatively",
    "if",
    "once",
    "pending",
    "awaiting",
    "await",
    "expect",
    "expected",
    "not",
    "no",
    "unable",
    "cannot",
    "can't",
    "original",
    "originally",
    "previous",
    "previously",
    "earliest",
    "available",
    "would",
    "could",
    "may",
    "might",
    "please",
    "until",
    "payment",
    "invoice",
    "bill",
    "amount",
    "meeting",
    "training",
    "webinar",
    "maintenance",
    "window",
    "whether",
    "should",
    "need",
    "needs",
    "unless",
    "when",
    "asked",
    "old",
    "estimated",
    "target",
    "were",
    "was",
    "before",
    "isn't",
    "hasn't",
];
/// Words after a date that take it back.
const MISSED: &[&str] = &[
    "missed",
    "expired",
    "cannot",
    "longer",
    "cancelled",
    "canceled",
    "withdrawn",
    "rejected",
    "not",
    "unless",
    "if",
    "pending",
];
/// Where in a sentence a committed date is spoken of: whether the words around a date at these places commit to it.
pub(super) fn commits(words: &[String], (at, end): (usize, usize)) -> bool {
    let phrase = |place: usize| {
        COMMITMENT.iter().find(|phrase| {
            phrase
                .iter()
                .enumerate()
                .all(|(step, word)| words.get(place + step).is_some_and(|it| it == word))
        })
    };
    let before = (0..at).rev().find(|place| phrase(*place).is_some());
    let after = (end..words.len().min(end + NEAR)).find(|place| phrase(*place).is_some());
    let (from, to) = match (before, after) {
        (Some(place), _) => (place.saturating_sub(NEAR), at),
        (None, Some(place)) => (at.saturating_sub(NEAR), place),
        (None, None) => return false,
    };
    let is_taken_back = words[from..to]
        .iter()
        .any(|word| UNCOMMITTED.contains(&word.as_str()));
    let tail = &words[end..words.len().min(end + NEAR + 1)];
    !is_taken_back && !tail.iter().any(|word| MISSED.contains(&word.as_str()))
}

/// The commitment without its date: "we have received the FOC".
pub(super) fn says_committed(words: &[String]) -> bool {
    let given = |at: usize| is(words, at, &["received", "issued", "confirmed", "returned"]);
    let foc = |at: usize| is(words, at, &["foc"]);
    (0..words.len()).any(|at| {
        let near = at.saturating_sub(4)..at + 5;
        foc(at)
            && near.clone().any(given)
            && !is_hedged(words, at)
            && !near
                .filter(|place| given(*place))
                .any(|place| is_hedged(words, place))
    })
}
