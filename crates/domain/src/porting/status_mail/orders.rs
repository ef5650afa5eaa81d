//! Order numbers in a sentence: those of the workspace, and those that are only called so.

use std::collections::BTreeMap;

use super::dates::{bare, dates};
use crate::porting::status_sheet::folded;

/// An order number with the words it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// The first word of it, its label included.
    pub(super) at: usize,
    /// The word after it.
    pub(super) end: usize,
    /// As the workspace writes it, else as the text does.
    pub(super) pon: String,
    /// Whether the workspace has it.
    pub(super) is_known: bool,
    /// Whether it is called the order number of the customer's own side (PON), and not just an order.
    pub(super) is_pon: bool,
}

/// The order numbers of the workspace by their folded form.
pub(super) struct KnownOrders(BTreeMap<String, String>);

impl KnownOrders {
    pub(super) fn new(pons: &[String]) -> Self {
        Self(pons.iter().map(|pon| (folded(pon), pon.clone())).collect())
    }

    /// The order numbers of a sentence, in its order.
    pub(super) fn mentions(&self, words: &[&str]) -> Vec<Mention> {
        let mut found: Vec<Mention> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match self.known_at(words, at).or_else(|| unknown_at(words, at)) {
                Some(mention) => {
                    at = mention.end;
                    found.push(mention);
                }
                None => at += 1,
            }
        }
        found
    }

    /// An order number of one word or of two, whose label may be written to it: `PON#PF-0001`.
    fn known_at(&self, words: &[&str], at: usize) -> Option<Mention> {
        let label = label_before(words, at);
        let mention = |end: usize, pon: &str| Mention {
            at,
            end,
            pon: pon.to_owned(),
            is_known: true,
            is_pon: true,
        };
        for length in [2, 1] {
            let Some(slice) = words.get(at..at + length) else {
                continue;
            };
            let text = slice.concat();
            let whole = bare(&text);
            let tail = whole.rsplit(['#', ':', '=']).next().unwrap_or(whole);
            for candidate in [whole, tail] {
                let has_label = candidate.len() < whole.len() || label.is_some();
                if let Some(pon) = self.0.get(&folded(candidate))
                    && (has_label || is_telling(pon))
                {
                    return Some(mention(at + length, pon));
                }
            }
        }
        None
    }
}

/// Whether an order number cannot be mistaken for a figure or a word.
fn is_telling(pon: &str) -> bool {
    let digits = pon.chars().filter(char::is_ascii_digit).count();
    let letters = pon.chars().filter(|c| c.is_alphabetic()).count();
    (digits >= 2 && letters >= 1 && pon.len() >= 4) || digits >= 6 && digits != 10
}

/// What kind of label stands right before a word: true for a PON, false for any other order number.
fn label_before(words: &[&str], at: usize) -> Option<bool> {
    let word = |back: usize| {
        at.checked_sub(back)
            .map(|place| bare(words[place]).to_lowercase())
    };
    let (last, before) = (word(1)?, word(2).unwrap_or_default());
    match (before.as_str(), last.as_str()) {
        (_, "pon" | "pons") => Some(true),
        ("pon", "number" | "no" | "is" | "") => Some(true),
        (_, "order" | "orders" | "lsr") => Some(false),
        ("order" | "po" | "request", "number" | "no" | "id" | "") => Some(false),
        _ => None,
    }
}

fn unknown_at(words: &[&str], at: usize) -> Option<Mention> {
    let is_pon = label_before(words, at)?;
    let text = bare(words[at]);
    let has = |test: fn(char) -> bool| text.chars().any(test);
    let looks_like_one = text.len() >= 4 && has(|c| c.is_ascii_digit()) && dates(&[text], None).is_empty();
    let is_phone = text.chars().filter(char::is_ascii_digit).count() >= 10 && !has(char::is_alphabetic);
    (looks_like_one && !is_phone).then(|| Mention {
        at,
        end: at + 1,
        pon: text.to_owned(),
        is_known: false,
        is_pon,
    })
}
