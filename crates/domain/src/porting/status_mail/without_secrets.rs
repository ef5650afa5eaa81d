//! The words of an e-mail without what only the port request may hold.

/// Words after which a PIN, a passcode or an account number stands.
const LABELS: &[&str] = &[
    "pin", "passcode", "password", "account", "acct", "acct#", "account#",
];
/// Words between a label and its value.
const BETWEEN: &[&str] = &[
    "number",
    "no",
    "no.",
    "num",
    "code",
    "is",
    "was",
    "of",
    "to",
    "should",
    "be",
    "the",
    "given",
    "as",
    "provided",
    "value",
    "=",
    "-",
    "#",
    "or",
    "and",
    "on",
    "passcode",
    "pin",
    "incorrect",
    "invalid",
    "correct",
];

/// The text with every value behind such a word replaced by dots.
pub fn without_secrets(text: &str) -> String {
    let mut masked = Vec::new();
    let mut after_label = false;
    for word in text.split(' ') {
        let bare = word
            .trim_matches(|c: char| !c.is_alphanumeric() && c != '#')
            .to_lowercase();
        let has_digit = bare.chars().any(|c| c.is_ascii_digit());
        let hidden = match bare.split_once(['#', ':', '=']) {
            Some((label, value)) if LABELS.contains(&label) && value.chars().any(|c| c.is_ascii_digit()) => {
                after_label = false;
                Some(format!(
                    "{}…",
                    &word[..word.find(['#', ':', '=']).map_or(0, |at| at + 1)]
                ))
            }
            _ if after_label && has_digit => Some("…".to_owned()),
            _ => None,
        };
        if LABELS.contains(&bare.as_str()) {
            after_label = true;
        } else if !has_digit {
            after_label &= BETWEEN.contains(&bare.as_str()) || bare.is_empty();
        }
        masked.push(hidden.unwrap_or_else(|| word.to_owned()));
    }
    masked.join(" ")
}
