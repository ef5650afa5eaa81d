//! What is wrong with hours and holidays as a person typed them, in whole sentences.

use super::{DAY, holiday_on, span};
use crate::coded::Coded;
use crate::discovery::DiscoveryFinding;
use crate::entities::{BusinessHours, Holiday, TimeRange};
use crate::porting::carrier::Weekday;

/// Minutes of a week.
const WEEK: u32 = 7 * DAY as u32;

/// One range of the week as it was typed, with its place among the minutes of the week.
struct Placed {
    day: Weekday,
    range: TimeRange,
    from: u32,
    to: u32,
}

/// Everything that speaks against the hours and holidays; an empty list means they can be kept.
///
/// Ranges of one day may touch but not overlap, neither each other nor what runs over from the day before.
pub fn check_hours(hours: &BusinessHours, holidays: &[Holiday]) -> Vec<DiscoveryFinding> {
    let mut found = Vec::new();
    let mut placed = Vec::new();
    for (at, day) in (0u32..).zip(Weekday::ALL) {
        for range in hours.of(*day) {
            match length_problem(&named(*day), *range) {
                Some(problem) => found.push(problem.field(day.code())),
                None => placed.push(place(*day, at * u32::from(DAY), *range)),
            }
        }
    }
    for (at, first) in placed.iter().enumerate() {
        let rest = placed[at + 1..].iter();
        found.extend(rest.filter(|second| overlap(first, second)).map(|second| {
            let text = format!("{} and {} overlap.", shown(first), shown(second));
            DiscoveryFinding::error("hours_overlap", text, "Change or remove one of the two ranges.")
                .field(first.day.code())
                .field(second.day.code())
        }));
    }
    found.extend(
        holidays
            .iter()
            .flat_map(|holiday| check_holiday(holidays, holiday)),
    );
    found
}

fn place(day: Weekday, midnight: u32, range: TimeRange) -> Placed {
    let (from, to) = span(range);
    Placed {
        day,
        range,
        from: midnight + u32::from(from),
        to: midnight + u32::from(to),
    }
}

/// Compares on the circle of the week: Sunday night is also the week's first hours.
fn overlap(one: &Placed, other: &Placed) -> bool {
    let meet = |shift_one: u32, shift_other: u32| {
        one.from + shift_one < other.to + shift_other && other.from + shift_other < one.to + shift_one
    };
    meet(0, 0) || meet(WEEK, 0) || meet(0, WEEK)
}

fn length_problem(name: &str, range: TimeRange) -> Option<DiscoveryFinding> {
    let (open, close) = (range.open, range.close);
    if open.minutes() == DAY {
        let text = format!("{name} opens at 24:00, which is already the next day.");
        let remedy = "Write 00:00 on the next day.";
        return Some(DiscoveryFinding::error("hours_open_at_end", text, remedy));
    }
    (open == close).then(|| {
        let text = format!("{name} opens and closes at {open}, so it is unclear whether it is open at all.");
        let remedy = "Write 00:00 to 24:00 for the whole day, or remove the range.";
        DiscoveryFinding::error("hours_without_length", text, remedy)
    })
}

fn check_holiday(holidays: &[Holiday], holiday: &Holiday) -> Option<DiscoveryFinding> {
    let name = format!("{} on {}", holiday.name.trim(), holiday.date);
    let problem = match (holiday.open, holiday.close) {
        _ if holiday.name.trim().is_empty() => Some(DiscoveryFinding::error(
            "holiday_without_name",
            format!("The holiday on {} has no name.", holiday.date),
            "Give it a name.",
        )),
        (Some(open), Some(close)) => length_problem(&name, TimeRange { open, close }),
        (None, None) => None,
        (Some(_), None) | (None, Some(_)) => Some(DiscoveryFinding::error(
            "holiday_half_given",
            format!("{name} has only one of the two times of a short day."),
            "Give both times, or none where it is closed.",
        )),
    };
    let twice = || {
        let first = holiday_on(holidays, holiday.date)?;
        (!std::ptr::eq(first, holiday)).then(|| {
            let text = format!("{name} falls on the same day as {}.", first.name.trim());
            DiscoveryFinding::error("holiday_twice", text, "Keep one of the two.")
        })
    };
    problem.or_else(twice).map(|problem| problem.field("holidays"))
}

fn shown(placed: &Placed) -> String {
    let TimeRange { open, close } = placed.range;
    let next = if close <= open { " of the next day" } else { "" };
    format!("{} {open} to {close}{next}", named(placed.day))
}

fn named(day: Weekday) -> String {
    let code = day.code();
    let (first, rest) = code.split_at(1);
    format!("{}{rest}", first.to_uppercase())
}
