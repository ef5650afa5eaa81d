//! Numbers as points on a line, so that what follows what can be seen.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// From a first number to a last one, both included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NumberSpan {
    /// E.164.
    pub first: String,
    /// E.164, with as many digits.
    pub last: String,
    /// How many.
    pub count: u32,
}

/// The digits of an E.164 number: how many, and their value. Numbers of one length stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Point {
    digits: usize,
    value: u64,
}

impl Point {
    /// None for a text that is not in E.164 form.
    pub(super) fn of(e164: &str) -> Option<Self> {
        let digits = e164.strip_prefix('+')?;
        let value = digits.parse().ok().filter(|_| digits.len() <= 15)?;
        let digits = digits.len();
        Some(Self { digits, value })
    }

    /// Whether this number comes right behind the other.
    pub(super) fn follows(self, other: Self) -> bool {
        self.digits == other.digits && self.value == other.value + 1
    }

    /// How many numbers there are from this one to the last, both included.
    pub(super) fn count_to(self, last: Self) -> u32 {
        u32::try_from(last.value - self.value + 1).unwrap_or(u32::MAX)
    }

    /// The number behind this one.
    pub(super) fn next(self) -> Self {
        Self {
            value: self.value + 1,
            ..self
        }
    }

    /// The last number of its hundred.
    pub(super) fn end_of_hundred(self) -> Self {
        Self {
            value: self.value - self.value % 100 + 99,
            ..self
        }
    }

    /// Its place within its hundred.
    pub(super) fn place(self) -> u8 {
        u8::try_from(self.value % 100).unwrap_or_default()
    }

    /// The digits before the place within a hundred: `+121455501`.
    pub(super) fn prefix(self) -> String {
        format!("+{}", self.value / 100)
    }
}

impl std::fmt::Display for Point {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "+{}", self.value)
    }
}

/// The numbers as spans without a gap, each number once; what is no number is left out.
pub fn spans<'a>(numbers: impl IntoIterator<Item = &'a str>) -> Vec<NumberSpan> {
    let mut points: Vec<_> = numbers.into_iter().filter_map(Point::of).collect();
    points.sort_unstable();
    points.dedup();
    let mut found: Vec<(Point, Point)> = Vec::new();
    for point in points {
        match found.last_mut() {
            Some((_, last)) if point.follows(*last) => *last = point,
            _ => found.push((point, point)),
        }
    }
    let told = |(first, last): (Point, Point)| NumberSpan {
        first: first.to_string(),
        last: last.to_string(),
        count: first.count_to(last),
    };
    found.into_iter().map(told).collect()
}
