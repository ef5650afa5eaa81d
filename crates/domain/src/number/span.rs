//! All numbers of one cell: one, several, a shorthand list or a range.

use super::read::{ParsedNumber, nanp_number, numeric, one};
use super::{Country, E164, NumberError, NumberIssue, text};
use crate::workbook::Cell;

/// The largest range that a cell may stand for.
pub const RANGE_LIMIT: u64 = 1_000;

/// How numbers are read.
#[derive(Debug, Clone, Copy)]
struct Reading {
    country: Country,
    /// The largest range that is expanded.
    limit: u64,
}

/// Words and signs that mean "up to", the longer ones first.
const RANGE_WORDS: [&str; 7] = ["through", "thru", "until", "to", "...", "..", "\u{2025}"];

/// How a cell names its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// One number.
    One,
    /// Several numbers, each written out.
    Several,
    /// One number and the differing ends of others: `214-555-0115/16/17`.
    ShortList,
    /// A first and a last number.
    Range,
}

/// What a cell holds; `numbers` is never empty and in the order of the cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellNumbers {
    /// How they are written.
    pub spelling: Spelling,
    /// The numbers, ranges expanded with both ends.
    pub numbers: Vec<ParsedNumber>,
}

impl From<ParsedNumber> for CellNumbers {
    fn from(number: ParsedNumber) -> Self {
        Self::single(number)
    }
}

impl CellNumbers {
    fn single(number: ParsedNumber) -> Self {
        Self {
            spelling: Spelling::One,
            numbers: vec![number],
        }
    }
}

/// Reads everything a cell says about numbers.
///
/// # Errors
/// The reason for which the cell cannot be used; a cell with one bad number is refused as a whole.
pub fn parse_cell(cell: &Cell, country: Country) -> Result<CellNumbers, NumberError> {
    match cell {
        Cell::Empty => Err(NumberIssue::MissingNumber.into()),
        Cell::Text(text) => parse_list(text, country, RANGE_LIMIT),
        Cell::Number(number) => from_float(*number, country).map(|e164| CellNumbers::single(e164.into())),
        Cell::Date(_) => Err(NumberError::new(
            NumberIssue::InvalidNumber,
            "The cell holds a date.",
        )),
        Cell::Bool(_) => Err(NumberIssue::TextInNumber.into()),
        Cell::Error(_) => Err(NumberIssue::FormulaError.into()),
    }
}

/// Reads everything that a text says about numbers, whose ranges hold at most `limit`.
///
/// # Errors
/// As [`parse_cell`].
pub fn parse_list(text: &str, country: Country, limit: u64) -> Result<CellNumbers, NumberError> {
    parse_text(&text::clean(text), Reading { country, limit })
}

fn from_float(number: f64, country: Country) -> Result<E164, NumberError> {
    if number.fract() != 0.0 {
        return Err(NumberError::new(NumberIssue::InvalidNumber, "It has a fraction."));
    }
    if !(0.0..1e15).contains(&number) {
        return Err(NumberIssue::InvalidNumber.into());
    }
    numeric(&format!("{number:.0}"), country)
}

fn parse_text(clean: &str, reading: Reading) -> Result<CellNumbers, NumberError> {
    let clean = &*text::without_marks(clean);
    if let Some((base, count)) = text::block(clean) {
        return block(base, count, reading);
    }
    let has_digits = clean.bytes().any(|byte| byte.is_ascii_digit());
    let parts = if has_digits && !text::is_formula_error(clean) {
        list_parts(clean)
    } else {
        Vec::new()
    };
    if parts.len() < 2 {
        return item(clean, None, reading);
    }
    match list(&parts, reading) {
        Ok(numbers) => Ok(numbers),
        Err(error) => one(clean, reading.country)
            .map(CellNumbers::single)
            .map_err(|_| error),
    }
}

/// `count` numbers from a first one, as long as they stay within its last four digits.
fn block(base: &str, count: u64, reading: Reading) -> Result<CellNumbers, NumberError> {
    let from = one(base, reading.country)?;
    let last = value(&from.e164) + count.saturating_sub(1);
    if count > reading.limit {
        return Err(too_large(count));
    }
    if count == 0 || value(&from.e164) / 10_000 != last / 10_000 {
        let detail = format!("A block of {count} does not fit behind {}.", from.e164);
        return Err(NumberError::new(NumberIssue::InvalidNumber, detail));
    }
    expanded(&from, last, None)
}

/// The parts of a list; empty when there is no separator.
fn list_parts(clean: &str) -> Vec<&str> {
    if !clean.contains(['\n', ',', ';', '|', '/', '&', ':', '+']) && !clean.contains(" and ") {
        return Vec::new();
    }
    let mut parts = Vec::new();
    let mut start = 0;
    for (index, character) in clean.char_indices() {
        let rest = &clean[index..];
        let extension = rest
            .get(..5)
            .is_some_and(|mark| mark.eq_ignore_ascii_case(";ext="));
        let width = match character {
            '\n' | ',' | '|' | '/' | '&' => 1,
            ';' if !extension => 1,
            ' ' if rest.starts_with(" and ") => 5,
            ':' if between_numbers(&clean[start.min(index)..index], &rest[1..]) => 1,
            // A plus with a space behind it joins; any other belongs to the number that it begins.
            '+' if between_numbers(&clean[start.min(index)..index], rest) => {
                usize::from(rest[1..].starts_with(' '))
            }
            _ => continue,
        };
        if index >= start {
            parts.push(clean[start..index].trim());
            start = index + width;
        }
    }
    parts.push(clean[start..].trim());
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whether a whole number ends before this place and another begins behind it.
fn between_numbers(before: &str, behind: &str) -> bool {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let ends = before.trim_end().ends_with(|c: char| c.is_ascii_digit()) && digits(before) >= 7;
    let behind = behind.trim_start().trim_start_matches('+').trim_start();
    ends && behind.starts_with(|c: char| c.is_ascii_digit() || c == '(') && digits(behind) >= 7
}

fn list(parts: &[&str], reading: Reading) -> Result<CellNumbers, NumberError> {
    let mut numbers: Vec<ParsedNumber> = Vec::new();
    let (mut shorthand, mut ranged) = (false, false);
    for part in parts {
        if !numbers.is_empty() && !part.bytes().any(|byte| byte.is_ascii_digit()) {
            numbers[0].note.get_or_insert_with(|| (*part).to_owned());
            continue;
        }
        let previous = numbers.last().map(|number| &number.e164);
        shorthand |= previous.is_some_and(|base| completed(part, base).is_some());
        let found = item(part, previous, reading)?;
        ranged |= found.spelling == Spelling::Range;
        numbers.extend(found.numbers);
    }
    if numbers.len() as u64 > reading.limit {
        return Err(too_large(numbers.len() as u64));
    }
    let spelling = match numbers.len() {
        1 => Spelling::One,
        _ if shorthand || ranged => Spelling::ShortList,
        _ => Spelling::Several,
    };
    Ok(CellNumbers { spelling, numbers })
}

/// One part of a list: a number, a short end that takes the prefix of `previous`, or a range.
fn item(part: &str, previous: Option<&E164>, reading: Reading) -> Result<CellNumbers, NumberError> {
    if let Some(short) = previous.and_then(|base| completed(part, base)) {
        return short.map(|number| CellNumbers::single(number.into()));
    }
    let (body, note) = text::split_note(part);
    if let Some((left, right)) = range_ends(body) {
        let from = match previous.and_then(|base| completed(left, base)) {
            Some(short) => short?.into(),
            None => one(left, reading.country)?,
        };
        return range(&from, right, note, reading);
    }
    let error = match one(part, reading.country) {
        Ok(number) => return Ok(CellNumbers::single(number)),
        Err(error) => error,
    };
    let short = body
        .split_once('-')
        .and_then(|(left, right)| Some((completed(left, previous?)?.ok()?.into(), right)));
    match short.or_else(|| dashed_range(body, reading)) {
        Some((from, right)) => range(&from, right, note, reading),
        None => Err(error),
    }
}

/// `from thru to`; both sides must hold a digit.
fn range_ends(text: &str) -> Option<(&str, &str)> {
    if !text.contains(|c: char| c.is_ascii_alphabetic() || c == '.' || c == '\u{2025}') {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    RANGE_WORDS.iter().find_map(|word| {
        let at = lower.find(word)?;
        let (left, right) = (&text[..at], &text[at + word.len()..]);
        let alone =
            !left.ends_with(|c: char| c.is_alphabetic()) && !right.starts_with(|c: char| c.is_alphabetic());
        let digits = |side: &str| side.bytes().any(|byte| byte.is_ascii_digit());
        (alone && digits(left) && digits(right)).then(|| (left.trim(), right.trim()))
    })
}

/// `2145550110-0114` and `(214) 555-0120 - (214) 555-0122`: a dash is a range only after a whole number.
fn dashed_range(text: &str, reading: Reading) -> Option<(ParsedNumber, &str)> {
    text.match_indices('-').find_map(|(at, _)| {
        let (left, right) = (text[..at].trim(), text[at + 1..].trim());
        let plain = !right.is_empty() && right.chars().all(|c| c.is_ascii_digit() || "+()-. ".contains(c));
        let from = if plain {
            one(left, reading.country).ok()?
        } else {
            return None;
        };
        Some((from, right))
    })
}

/// The number that a short end such as `0109` or `-0114` means after `base`; `None` when it is not short.
fn completed(text: &str, base: &E164) -> Option<Result<E164, NumberError>> {
    let text = text.trim();
    let text = text.strip_prefix('-').unwrap_or(text);
    let with_exchange = base.is_nanp()
        && text.len() == 8
        && matches!(text.as_bytes()[3], b'-' | b'.' | b' ')
        && text.is_ascii();
    let short = if with_exchange {
        format!("{}{}", &text[..3], &text[4..])
    } else {
        text.to_owned()
    };
    if !short.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let whole = base.digits();
    let limit = if base.is_nanp() {
        10
    } else {
        whole.len().saturating_sub(3).min(6)
    };
    if short.is_empty() || short.len() >= limit {
        return None;
    }
    if base.is_nanp() && matches!(short.len(), 8 | 9) {
        return None;
    }
    Some(from_same_plan(
        &format!("{}{short}", &whole[..whole.len() - short.len()]),
        base,
    ))
}

/// Digits with a country code that are of the same kind as `base`.
fn from_same_plan(digits: &str, base: &E164) -> Result<E164, NumberError> {
    if base.is_nanp() {
        nanp_number(&digits[1..])
    } else {
        Ok(E164::from_digits(digits))
    }
}

fn range(
    from: &ParsedNumber,
    right: &str,
    note: Option<&str>,
    reading: Reading,
) -> Result<CellNumbers, NumberError> {
    let to = match completed(right, &from.e164) {
        Some(short) => short?,
        None => one(right, reading.country)?.e164,
    };
    if !from.extension.is_empty() || from.e164.digits().len() != to.digits().len() {
        return Err(NumberError::new(
            NumberIssue::InvalidNumber,
            "The two ends of the range do not fit.",
        ));
    }
    let (first, last) = (value(&from.e164), value(&to));
    if last < first {
        let detail = format!("{} comes after {to}.", from.e164);
        return Err(NumberError::new(NumberIssue::RangeReversed, detail));
    }
    if last - first >= reading.limit {
        return Err(too_large(last - first + 1));
    }
    expanded(from, last, note)
}

/// Every number from a first one to the last, which has as many digits.
fn expanded(from: &ParsedNumber, last: u64, note: Option<&str>) -> Result<CellNumbers, NumberError> {
    let first = value(&from.e164);
    let mut numbers = Vec::with_capacity((last - first + 1) as usize);
    for digits in first..=last {
        numbers.push(ParsedNumber::from(from_same_plan(
            &digits.to_string(),
            &from.e164,
        )?));
    }
    numbers[0].note = note.map(str::to_owned).or_else(|| from.note.clone());
    let spelling = if numbers.len() == 1 {
        Spelling::One
    } else {
        Spelling::Range
    };
    Ok(CellNumbers { spelling, numbers })
}

/// The digits as a number; at most 15 of them, so they always fit.
fn value(number: &E164) -> u64 {
    number
        .digits()
        .bytes()
        .fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'))
}

fn too_large(count: u64) -> NumberError {
    let thousands = count / 1_000;
    let shown = if thousands > 0 {
        format!("{thousands},{:03}", count % 1_000)
    } else {
        count.to_string()
    };
    NumberError::new(
        NumberIssue::RangeTooLarge,
        format!("It would be {shown} numbers."),
    )
}
