//! How one value is written: numbers, dates, capitals.

use super::SheetValue;
use crate::number::E164;
use crate::porting::carrier::{DateFormat, NumberFormat, Writing};

/// A telephone number; in a range it is written as if it stood alone.
pub(super) fn number(number: &E164, format: NumberFormat) -> String {
    match format {
        NumberFormat::E164 | NumberFormat::Text => number.as_str().to_owned(),
        NumberFormat::TenDigits | NumberFormat::Range => number.national().to_owned(),
        NumberFormat::Dashed => number.dashed(),
    }
}

/// Consecutive numbers from the first to the last: `2145550100-0149`, or both in full.
pub(super) fn range(first: &E164, last: &E164, format: NumberFormat) -> String {
    if first == last || format != NumberFormat::Range {
        return number(first, format);
    }
    let last = last.national();
    format!(
        "{}-{}",
        first.national(),
        &last[last.len() - super::ranges::VARYING..]
    )
}

/// A value as this writing shows it.
pub(super) fn written(value: SheetValue, writing: &Writing) -> SheetValue {
    let value = match value {
        SheetValue::Date(date) => match pattern(writing.date_format) {
            Some(pattern) => SheetValue::Text(date.format(pattern).to_string()),
            None => SheetValue::Date(date),
        },
        SheetValue::Text(_) | SheetValue::Number(_) | SheetValue::Empty => value,
    };
    if let SheetValue::Text(text) = &value
        && writing.upper_case
    {
        return SheetValue::Text(text.to_uppercase());
    }
    value
}

fn pattern(format: DateFormat) -> Option<&'static str> {
    match format {
        DateFormat::DateCell => None,
        DateFormat::Iso => Some("%Y-%m-%d"),
        DateFormat::MonthFirst => Some("%m/%d/%Y"),
        DateFormat::DayFirst => Some("%d.%m.%Y"),
        DateFormat::DayMonthName => Some("%d-%b-%Y"),
    }
}
