//! Telephone numbers in a sentence.

use crate::number::{Country, E164, parse};

/// Words of sentences that say whom to call.
const CONTACT: &[&str] = &[
    "call",
    "phone",
    "tel",
    "telephone:",
    "fax",
    "contact",
    "reach",
    "cell",
    "mobile",
    "direct",
    "hotline",
    "dial",
];

/// The numbers that a sentence speaks of, in its order; those to be called are left out.
pub(super) fn phones(text: &str, words: &[String], country: Country) -> Vec<E164> {
    if words.iter().any(|word| CONTACT.contains(&word.as_str())) {
        return Vec::new();
    }
    let mut found: Vec<E164> = Vec::new();
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '+' | '(' | ')' | '-' | '.' | ' ' | '\u{a0}');
    let bytes_before = |at: usize| text[..at].chars().next_back();
    for run in runs(text, is_part) {
        let (at, piece) = run;
        if bytes_before(at).is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | ':' | '#' | '_')) {
            continue;
        }
        for number in grouped(piece, country) {
            if !found.contains(&number) {
                found.push(number);
            }
        }
    }
    found
}

/// The numbers of a run of figures: groups are added until they are as long as a number.
fn grouped(run: &str, country: Country) -> Vec<E164> {
    let groups: Vec<&str> = run
        .split([' ', '\u{a0}'])
        .filter(|group| !group.is_empty())
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < groups.len() {
        let mut read = None;
        for end in (at + 1..=groups.len().min(at + 4)).rev() {
            let text = groups[at..end].join(" ");
            let digits = text.chars().filter(char::is_ascii_digit).count();
            let fits = digits == 10
                || text.starts_with('+')
                || (digits == 11 && text.trim_start_matches('(').starts_with('1'));
            if fits && let Ok(number) = parse(text.trim_end_matches(['.', '-', ')']), country) {
                read = Some((end, number.e164));
                break;
            }
        }
        match read {
            Some((end, number)) => {
                found.push(number);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// The parts of a text whose characters pass, each with where it begins.
fn runs(text: &str, passes: impl Fn(char) -> bool) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), 'x')]) {
        match (start, passes(c) && at < text.len()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                // Letters right behind make it a name, not a number.
                let is_name = at < text.len() && (c.is_alphabetic() || matches!(c, '/' | ':' | '_'));
                if !is_name || text[from..at].ends_with(' ') {
                    found.push((from, &text[from..at]));
                }
                start = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    found
}
