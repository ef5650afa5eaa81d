//! The numbers that a person names as ranges: one number or range on each line, and what is left out of them.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

use crate::number::{Country, NumberError, NumberIssue, ParsedNumber, parse_list};

/// The largest range on one line: a whole exchange.
const RANGE_LIMIT: u64 = 10_000;

/// How many numbers may be named at once.
pub const ADDED_AT_ONCE: usize = 100_000;

/// A line that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RefusedRange {
    /// What was written.
    pub text: String,
    /// What is wrong with it.
    pub reason: String,
    /// What would do.
    pub remedy: String,
}

/// What a text of ranges says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RangesRead {
    /// The numbers, each once, in the order in which they were named.
    pub numbers: Vec<ParsedNumber>,
    /// Numbers of the ranges that were left out.
    pub excluded: usize,
    /// Lines that cannot be used, of the ranges and of the exclusions.
    pub refused: Vec<RefusedRange>,
}

/// Reads `214-555-0100 thru 0149` and whatever else the number parser understands, a line or a cell at a time.
/// Exclusions may leave out the digits that they share with the first number: `0105, 0110-0112`.
pub fn read_ranges(text: &str, exclude: &str, country: Country) -> RangesRead {
    let mut read = RangesRead::default();
    let mut met = BTreeSet::new();
    for line in lines(text) {
        match parse_list(line, country, RANGE_LIMIT) {
            Ok(found) => {
                let new = |number: &ParsedNumber| met.insert((number.e164.clone(), number.extension.clone()));
                read.numbers.extend(found.numbers.into_iter().filter(new));
            }
            Err(error) => read.refused.push(refused(line, &error)),
        }
    }
    let base = read.numbers.first().map(|number| number.e164.dashed());
    let mut left_out = BTreeSet::new();
    for line in lines(exclude) {
        match excluded(line, base.as_deref(), country) {
            Ok(numbers) => left_out.extend(numbers.into_iter().map(|number| number.e164)),
            Err(error) => read.refused.push(refused(line, &error)),
        }
    }
    let named = read.numbers.len();
    read.numbers.retain(|number| !left_out.contains(&number.e164));
    read.excluded = named - read.numbers.len();
    read
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r', '\t'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
}

fn excluded(line: &str, base: Option<&str>, country: Country) -> Result<Vec<ParsedNumber>, NumberError> {
    let whole = parse_list(line, country, RANGE_LIMIT);
    let (Err(_), Some(base)) = (&whole, base) else {
        return whole.map(|found| found.numbers);
    };
    let completed = parse_list(&format!("{base}, {line}"), country, RANGE_LIMIT);
    match completed {
        Ok(found) if found.numbers.len() > 1 => Ok(found.numbers.into_iter().skip(1).collect()),
        Ok(_) | Err(_) => whole.map(|found| found.numbers),
    }
}

fn refused(line: &str, error: &NumberError) -> RefusedRange {
    let remedy = if error.issue == NumberIssue::RangeTooLarge {
        "Write ranges of at most 10,000 numbers, each on a line, or correct the end."
    } else if matches!(
        error.issue,
        NumberIssue::ExtensionOnly | NumberIssue::MissingAreaCode
    ) {
        "Write the whole number."
    } else {
        error.issue.remedy()
    };
    RefusedRange {
        text: line.to_owned(),
        reason: error.text(),
        remedy: remedy.to_owned(),
    }
}
