//! What the machine of orders refuses, for people to read.

/// A refusal of the machine as a sentence.
pub(super) fn sentence(refusal: &dyn std::fmt::Display) -> String {
    let text = refusal.to_string();
    let mut letters = text.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().collect::<String>());
    format!(
        "{}{}.",
        first.unwrap_or_default(),
        letters.as_str().trim_end_matches('.')
    )
}
