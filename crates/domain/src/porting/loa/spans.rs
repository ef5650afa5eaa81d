//! Numbers that follow one another as one line of a list.

/// Numbers from the first to the last without a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberSpan {
    /// E.164.
    pub first: String,
    /// E.164; the first again where it stands alone.
    pub last: String,
    /// How many they are.
    pub count: u64,
}

/// The numbers in their order, those that follow one another together. A range never leaves its block of a thousand, as
/// carriers write them.
pub fn spans<'a>(numbers: impl IntoIterator<Item = &'a str>) -> Vec<NumberSpan> {
    let sorted: std::collections::BTreeSet<&str> = numbers.into_iter().collect();
    let mut spans: Vec<NumberSpan> = Vec::new();
    for number in sorted {
        match spans.last_mut() {
            Some(span) if follows(&span.last, number) => {
                span.last = number.to_owned();
                span.count += 1;
            }
            _ => spans.push(NumberSpan {
                first: number.to_owned(),
                last: number.to_owned(),
                count: 1,
            }),
        }
    }
    spans
}

fn follows(last: &str, next: &str) -> bool {
    let value = |number: &str| number.trim_start_matches('+').parse::<u64>().ok();
    let (Some(last_value), Some(next_value)) = (value(last), value(next)) else {
        return false;
    };
    last.len() == next.len() && last_value + 1 == next_value && next_value % 1000 != 0
}
