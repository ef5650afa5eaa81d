//! What the cells of a column hold: read by their meaning, whatever a spreadsheet program made of them, and kept as one
//! spelling, so that values can be compared letter by letter.

use chrono::NaiveDate;

use crate::coded::Labelled;
use crate::discovery::questionnaire::check_answer;
use crate::entities::{ClockTime, Question, fold};
use crate::enums::AnswerKind;
use crate::import::{DateOrder, opening_ranges, read_day};
use crate::number::{Country, parse_cell};
use crate::workbook::Cell;

/// Minutes of a day at noon.
const NOON: u16 = 12 * 60;

/// The codes of an enumeration with the words by which people know them.
pub(super) type Choices = fn() -> Vec<(&'static str, &'static str)>;

/// What a cell holds.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// Text, trimmed.
    Text,
    /// A telephone number, kept as E.164.
    Phone,
    /// A whole number that is not negative.
    Count,
    /// An amount in dollars, kept in cents.
    Money,
    /// A day, kept as 2026-11-30.
    Date,
    /// A time of day, kept as 08:30.
    Time,
    /// Kept as `true` or `false`.
    YesNo,
    /// One of some words, kept as its code.
    Choice(Choices),
    /// Ranges of extensions, kept as `2000-2999, 3500-3599`.
    Ranges,
    /// The name of an emergency location.
    Place,
    /// Times of one day, kept as `08:00-12:00, 13:00-17:00`, or `closed`.
    Hours,
    /// What the question of the line asks for.
    Answer,
}

/// What a spreadsheet program has to know of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "kinds of cells")]
pub enum Shape {
    Text,
    Count,
    Money,
    Date,
}

impl Form {
    /// How a spreadsheet program treats the cell. The answer to a question is text, whatever it asks for.
    pub fn shape(self) -> Shape {
        match self {
            Self::Count => Shape::Count,
            Self::Money => Shape::Money,
            Self::Date => Shape::Date,
            Self::Text
            | Self::Phone
            | Self::Time
            | Self::YesNo
            | Self::Choice(_)
            | Self::Ranges
            | Self::Place
            | Self::Hours
            | Self::Answer => Shape::Text,
        }
    }
}

/// What a reading needs to know of the line a cell stands in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Around<'a> {
    pub(super) country: Country,
    pub(super) question: Option<&'a Question>,
}

impl Around<'_> {
    /// What comes first in `9/1/2027`: the month in the United States. Elsewhere habits differ even within a country, so
    /// that such a text says no day.
    fn date_order(&self) -> Option<DateOrder> {
        (self.country == Country::US).then_some(DateOrder::MonthFirst)
    }
}

/// The codes and words of an enumeration.
pub(super) fn labels<T: Labelled>() -> Vec<(&'static str, &'static str)> {
    T::ALL.iter().map(|it| (it.code(), it.label())).collect()
}

/// The value of a cell in its one spelling; none for an empty cell.
///
/// # Errors
/// A sentence that says what is wrong with the cell, and what it should hold.
pub(super) fn read(form: Form, cell: &Cell, around: Around<'_>) -> Result<Option<String>, String> {
    if cell.is_blank() {
        return Ok(None);
    }
    if let Cell::Error(error) = cell {
        return Err(format!("The cell shows {error}. Enter the value itself."));
    }
    let text = tidy(&cell.display());
    let refuse = |wanted: &str| Err(format!("'{}' is not {wanted}.", short(&text)));
    let read = match form {
        Form::Text | Form::Place => text.clone(),
        Form::Phone => match parse_cell(cell, around.country) {
            Ok(numbers) if numbers.numbers.len() == 1 && numbers.numbers[0].extension.is_empty() => {
                numbers.numbers[0].e164.to_string()
            }
            Ok(_) => return refuse("one telephone number without an extension"),
            Err(problem) => {
                return Err(format!(
                    "'{}' is not a telephone number: {}",
                    short(&text),
                    problem.text()
                ));
            }
        },
        Form::Count => match count(cell, &text) {
            Some(count) => count,
            None => return refuse("a whole number"),
        },
        Form::Money => match cents(cell, &text) {
            Some(cents) => cents,
            None => return refuse("an amount in dollars such as 412.50"),
        },
        Form::Date => match read_day(cell, around.date_order()) {
            Some(day) => day.to_string(),
            None => return refuse("a day; write it as 2026-11-30"),
        },
        Form::Time => match time(cell, &text) {
            Some(time) => time,
            None => return refuse("a time of day; write it as 08:30"),
        },
        Form::YesNo => match yes_no(cell, &text) {
            Some(yes) => yes.to_string(),
            None => return refuse("yes or no"),
        },
        Form::Choice(choices) => return choice(&choices(), &text),
        Form::Ranges => match ranges(&text) {
            Some(ranges) => ranges,
            None => return refuse("a list of extensions such as 2000-2999, 3500-3599"),
        },
        Form::Hours => match hours(&text) {
            Some(hours) => hours,
            None => return refuse("hours such as 8:00-12:00, 13:00-17:00, or closed"),
        },
        Form::Answer => return answer(cell, &text, around),
    };
    Ok(Some(read))
}

/// A value as a person reads it in the workbook.
pub(super) fn show(form: Form, value: &str, question: Option<&Question>) -> Cell {
    let text = || Cell::text(value);
    let day = |value: &str| {
        let day = value.parse::<NaiveDate>().ok();
        day.map_or_else(text, |day| Cell::Date(day.and_time(chrono::NaiveTime::MIN)))
    };
    match form {
        Form::Text | Form::Phone | Form::Time | Form::Ranges | Form::Place | Form::Hours => text(),
        Form::Count => value.parse().map_or_else(|_| text(), Cell::Number),
        Form::Money => {
            let cents: Result<f64, _> = value.parse();
            cents.map_or_else(|_| text(), |cents| Cell::Number(cents / 100.0))
        }
        Form::Date => day(value),
        Form::YesNo => Cell::text(if value == "true" { "Yes" } else { "No" }),
        Form::Choice(choices) => {
            let known = choices().into_iter().find(|(code, _)| *code == value);
            known.map_or_else(text, |(_, label)| Cell::text(label))
        }
        Form::Answer => match question.map(|question| question.kind) {
            Some(AnswerKind::YesNo) => Cell::text(if value == "yes" { "Yes" } else { "No" }),
            Some(AnswerKind::Text | AnswerKind::Number | AnswerKind::Date | AnswerKind::Choice) | None => {
                text()
            }
        },
    }
}

/// A value in the words of a sentence.
pub(super) fn words(form: Form, value: &str, question: Option<&Question>) -> String {
    match (form, show(form, value, question)) {
        (Form::Money, Cell::Number(_)) => value
            .parse()
            .map_or_else(|_| value.to_owned(), crate::discovery::circuits::dollars),
        (_, cell) => cell.display(),
    }
}

/// The words that a drop-down list offers; none where anything may be written.
pub(super) fn offered(form: Form, question: Option<&Question>) -> Vec<String> {
    let yes_no = || vec!["Yes".to_owned(), "No".to_owned()];
    match form {
        Form::YesNo => yes_no(),
        Form::Choice(choices) => choices().into_iter().map(|(_, label)| label.to_owned()).collect(),
        Form::Answer => match question.map(|question| question.kind) {
            Some(AnswerKind::YesNo) => yes_no(),
            Some(AnswerKind::Choice) => question.map(|it| it.choices.clone()).unwrap_or_default(),
            Some(AnswerKind::Text | AnswerKind::Number | AnswerKind::Date) | None => Vec::new(),
        },
        Form::Text
        | Form::Phone
        | Form::Count
        | Form::Money
        | Form::Date
        | Form::Time
        | Form::Ranges
        | Form::Place
        | Form::Hours => Vec::new(),
    }
}

fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\u{a0}', " ");
    text.trim().to_owned()
}

fn short(text: &str) -> String {
    let start: String = text.chars().take(60).collect();
    if start.len() < text.len() {
        start + "\u{2026}"
    } else {
        start
    }
}

fn count(cell: &Cell, text: &str) -> Option<String> {
    let count: i64 = match cell {
        Cell::Number(number) if number.fract() == 0.0 && (0.0..1e12).contains(number) => *number as i64,
        Cell::Text(_) => text.replace([',', ' '], "").parse().ok()?,
        Cell::Number(_) | Cell::Empty | Cell::Date(_) | Cell::Bool(_) | Cell::Error(_) => return None,
    };
    (count >= 0).then(|| count.to_string())
}

/// Cents of `$1,412.50`; half a cent is nobody's price.
fn cents(cell: &Cell, text: &str) -> Option<String> {
    let plain = match cell {
        Cell::Number(number) if (0.0..1e12).contains(number) => format!("{number:.4}"),
        Cell::Text(_) => text.trim_start_matches(['$', ' ']).replace([',', ' '], ""),
        Cell::Number(_) | Cell::Empty | Cell::Date(_) | Cell::Bool(_) | Cell::Error(_) => return None,
    };
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let part = part.trim_end_matches('0');
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || part.len() > 2 || !digits(whole) || !digits(part) {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    Some((whole * 100 + part).to_string())
}

/// `8:30`, `8:30 AM`, or what a spreadsheet program makes of it: a part of a day.
fn time(cell: &Cell, text: &str) -> Option<String> {
    let minutes = match cell {
        Cell::Number(part) if (0.0..=1.0).contains(part) => (part * 1440.0).round() as u32,
        Cell::Date(at) => {
            use chrono::Timelike;
            at.time().hour() * 60 + at.time().minute()
        }
        Cell::Text(_) => {
            let lower = text.to_lowercase();
            let (clock, half) = match lower.strip_suffix("am").map(|clock| (clock, 0)) {
                Some(found) => (found.0, Some(0)),
                None => match lower.strip_suffix("pm") {
                    Some(clock) => (clock, Some(12)),
                    None => (lower.as_str(), None),
                },
            };
            let (hours, minutes) = clock.trim().split_once(':').unwrap_or((clock.trim(), "00"));
            let hours: u32 = hours.parse().ok()?;
            let minutes: u32 = minutes.get(..2).filter(|_| minutes.len() <= 5)?.parse().ok()?;
            let hours = match half {
                Some(add) if (1..=12).contains(&hours) => hours % 12 + add,
                Some(_) => return None,
                None => hours,
            };
            (minutes < 60).then_some(hours * 60 + minutes)?
        }
        Cell::Number(_) | Cell::Empty | Cell::Bool(_) | Cell::Error(_) => return None,
    };
    let time: ClockTime = format!("{:02}:{:02}", minutes / 60, minutes % 60).parse().ok()?;
    Some(time.to_string())
}

fn yes_no(cell: &Cell, text: &str) -> Option<bool> {
    if let Cell::Bool(value) = cell {
        return Some(*value);
    }
    match fold(text).as_str() {
        "yes" | "y" | "true" | "x" | "1" => Some(true),
        "no" | "n" | "false" | "0" => Some(false),
        _ => None,
    }
}

fn choice(choices: &[(&'static str, &'static str)], text: &str) -> Result<Option<String>, String> {
    let wanted = fold(text);
    let known = choices
        .iter()
        .find(|(code, label)| fold(label) == wanted || *code == wanted.replace([' ', '-'], "_"));
    known.map(|(code, _)| Some((*code).to_owned())).ok_or_else(|| {
        let offered: Vec<&str> = choices.iter().map(|(_, label)| *label).collect();
        format!("'{}' is not one of {}.", short(text), offered.join(", "))
    })
}

/// `2000-2999, 3500`; a lone extension is a range of one.
fn ranges(text: &str) -> Option<String> {
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut found = Vec::new();
    for part in text
        .split([',', ';', '\n'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        let (first, last) = part.split_once(['-', '\u{2013}']).unwrap_or((part, part));
        let (first, last) = (first.trim(), last.trim());
        if !plain(first) || !plain(last) {
            return None;
        }
        found.push(format!("{first}-{last}"));
    }
    (!found.is_empty()).then(|| found.join(", "))
}

/// The times of a day. Twenty-four-hour times from the afternoon into the night close on the next day; anything else
/// is read as people mean it, so that `8:00-5:00` ends in the afternoon.
fn hours(text: &str) -> Option<String> {
    if fold(text) == "closed" {
        return Some("closed".to_owned());
    }
    let strict = text.split(',').map(|part| {
        let (open, close) = part.trim().split_once('-')?;
        let range = (
            open.trim().parse::<ClockTime>().ok()?,
            close.trim().parse::<ClockTime>().ok()?,
        );
        (range.0 < range.1 || range.0.minutes() >= NOON).then_some(range)
    });
    let ranges: Vec<(ClockTime, ClockTime)> = match strict.collect() {
        Some(ranges) => ranges,
        None => opening_ranges(text)?
            .iter()
            .map(|it| (it.open, it.close))
            .collect(),
    };
    let ranges: Vec<String> = ranges
        .iter()
        .map(|(open, close)| format!("{open}-{close}"))
        .collect();
    Some(ranges.join(", "))
}

fn answer(cell: &Cell, text: &str, around: Around<'_>) -> Result<Option<String>, String> {
    let Some(question) = around.question else {
        return Ok(Some(text.to_owned()));
    };
    let text = match (question.kind, cell) {
        (AnswerKind::YesNo, Cell::Bool(value)) => if *value { "yes" } else { "no" }.to_owned(),
        (AnswerKind::Date, cell) => {
            let day = read_day(cell, around.date_order());
            day.map_or_else(|| text.to_owned(), |day| day.to_string())
        }
        _ => text.to_owned(),
    };
    check_answer(question, &text)
        .map(Some)
        .map_err(|refused| refused.to_string())
}
