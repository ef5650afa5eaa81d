//! Words that take back what the words around them assert.

/// Words that take an assertion back when they stand shortly before it.
const HEDGES: &[&str] = &[
    "if",
    "once",
    "when",
    "unless",
    "until",
    "should",
    "would",
    "could",
    "may",
    "might",
    "can",
    "cannot",
    "not",
    "never",
    "no",
    "before",
    "after",
    "since",
    "avoid",
    "please",
    "will",
    "upon",
    "pending",
    "awaiting",
    "await",
    "expect",
    "expected",
    "whether",
    "prevent",
    "without",
    "must",
    "need",
    "needs",
    "want",
    "previously",
    "previous",
    "earlier",
    "cleared",
    "clear",
    "resolved",
    "withdrawn",
    "isn't",
    "wasn't",
    "hasn't",
    "haven't",
    "weren't",
    "can't",
    "won't",
    "shall",
    "aren't",
    "to",
];
/// The same when they stand shortly after it.
const UNDONE: &[&str] = &[
    "resolved",
    "cleared",
    "withdrawn",
    "removed",
    "fixed",
    "expired",
    "missed",
    "longer",
    "sooner",
    "if",
    "unless",
];
/// Words looked at before and after.
pub(super) const NEAR: usize = 5;

/// Whether the words around one take back what it asserts.
pub(super) fn is_hedged(words: &[String], at: usize) -> bool {
    let before = &words[at.saturating_sub(NEAR)..at];
    let after = &words[(at + 1).min(words.len())..words.len().min(at + 1 + NEAR)];
    // "due to", "with respect to" and "according to" plan nothing.
    let plans = |place: usize, word: &str| {
        word != "to"
            || !matches!(
                before.get(place.wrapping_sub(1)).map(String::as_str),
                Some("due" | "respect" | "according" | "prior")
            )
    };
    let hedges = before
        .iter()
        .enumerate()
        .any(|(place, word)| HEDGES.contains(&word.as_str()) && plans(place, word));
    hedges || after.iter().any(|word| UNDONE.contains(&word.as_str()))
}

/// Whether the word at a place is one of these.
pub(super) fn is(words: &[String], at: usize, any: &[&str]) -> bool {
    words.get(at).is_some_and(|word| any.contains(&word.as_str()))
}
