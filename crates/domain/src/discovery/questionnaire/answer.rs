//! Whether a text answers a question, in the spelling in which answers are kept.

use crate::entities::{Question, fold};
use crate::enums::AnswerKind;
use chrono::NaiveDate;

/// The longest answer, in characters.
const LONGEST: usize = 4000;

/// Why a text does not answer a question, as a sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotAnAnswer(String);

/// The answer as it is kept: `yes` or `no`, a plain number, a date as 2026-11-30, a choice as the question spells it.
///
/// # Errors
/// A text that the question's kind does not allow.
pub fn check_answer(question: &Question, text: &str) -> Result<String, NotAnAnswer> {
    let text = text.trim();
    let refuse = |wanted: &str| Err(NotAnAnswer(format!("'{}' is not {wanted}.", shortened(text))));
    if text.is_empty() {
        return Err(NotAnAnswer("The answer is empty.".to_owned()));
    }
    match question.kind {
        AnswerKind::Text if text.chars().count() > LONGEST => Err(NotAnAnswer(format!(
            "The answer is longer than {LONGEST} characters."
        ))),
        AnswerKind::Text => Ok(text.to_owned()),
        AnswerKind::YesNo => match fold(text).as_str() {
            "yes" | "y" | "true" => Ok("yes".to_owned()),
            "no" | "n" | "false" => Ok("no".to_owned()),
            _ => refuse("yes or no"),
        },
        AnswerKind::Number => number(text).map_or_else(|| refuse("a number such as 24 or 1.5"), Ok),
        AnswerKind::Date => match text.parse::<NaiveDate>() {
            Ok(date) => Ok(date.to_string()),
            Err(_) => refuse("a date; write it as 2026-11-30"),
        },
        AnswerKind::Choice => {
            let wanted = fold(text);
            let chosen = question.choices.iter().find(|choice| fold(choice) == wanted);
            let offered = || format!("one of the choices {}", question.choices.join(", "));
            chosen.map_or_else(|| refuse(&offered()), |choice| Ok(choice.clone()))
        }
    }
}

/// Digits with at most one decimal point, without zeros that say nothing.
fn number(text: &str) -> Option<String> {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |part: &str| !part.is_empty() && part.len() <= 15 && part.bytes().all(|b| b.is_ascii_digit());
    if !plain(whole) || !plain(part) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let part = part.trim_end_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(match part {
        "" if whole == "0" => "0".to_owned(),
        "" => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{part}"),
    })
}

fn shortened(text: &str) -> String {
    let start: String = text.chars().take(60).collect();
    if start.len() < text.len() {
        start + "\u{2026}"
    } else {
        start
    }
}
