//! Values as a paper spells them, so that nobody in another country reads another day.

use chrono::NaiveDate;

/// `Nov 21, 2026`.
pub fn day(day: NaiveDate) -> String {
    day.format("%b %-d, %Y").to_string()
}

/// `Mon, Nov 23, 2026`.
pub fn weekday(day: NaiveDate) -> String {
    day.format("%a, %b %-d, %Y").to_string()
}
