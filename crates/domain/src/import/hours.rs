//! Opening hours and holidays as surveys write them: `Mon-Fri 8-5`, `8:00-12:00, 13:00-17:00`, `24x7`. What can be
//! meant in two ways is not read.

use super::dates::{Dated, read_date};
use super::settings::DateOrder;
use crate::entities::{BusinessHours, ClockTime, Holiday, TimeRange};
use crate::workbook::Cell;

/// The days of the week in their order, by the letters that tell them apart.
const DAYS: [&[&str]; 7] = [
    &["monday", "mon", "mo", "m"],
    &["tuesday", "tues", "tue", "tu"],
    &["wednesday", "wed", "we", "w"],
    &["thursday", "thurs", "thur", "thu", "th"],
    &["friday", "fri", "fr", "f"],
    &["saturday", "sat", "sa"],
    &["sunday", "sun", "su"],
];

/// Minutes of a day before which no office opens.
const DAWN: u16 = 7 * 60;

/// The opening hours of a week; none when the text can be meant otherwise.
pub(super) fn opening_hours(text: &str) -> Option<BusinessHours> {
    let text = plain_dashes(text);
    let text = text.trim();
    if matches!(text, "24x7" | "24/7" | "24 x 7" | "24 / 7" | "always open") {
        let all_day = vec![range("0:00", "24:00")?];
        return Some(week(&[(0..7).collect()], &[all_day]));
    }
    let (mut days, mut ranges): (Vec<Vec<usize>>, Vec<Vec<TimeRange>>) = (Vec::new(), Vec::new());
    for clause in clauses(text) {
        let start = clause.find(|c: char| c.is_ascii_digit()).unwrap_or(clause.len());
        let (named, times) = clause.split_at(start);
        let named = named.trim().trim_end_matches([':', ',']);
        let open = match times {
            "" if named.ends_with("closed") => Vec::new(),
            "" => return None,
            times => times_of_day(times)?,
        };
        let named = named
            .trim_end_matches("closed")
            .trim()
            .trim_end_matches([':', ',']);
        days.push(if named.is_empty() {
            (0..5).collect()
        } else {
            day_list(named)?
        });
        ranges.push(open);
    }
    let mut seen = [false; 7];
    for day in days.iter().flatten() {
        if std::mem::replace(&mut seen[*day], true) {
            return None;
        }
    }
    (!days.is_empty()).then(|| week(&days, &ranges))
}

/// The times of one day, as people write them: `8-12, 1-5`, `8:00 AM to 5:00 PM`; none when the text can be meant
/// otherwise.
pub fn opening_ranges(text: &str) -> Option<Vec<TimeRange>> {
    times_of_day(plain_dashes(text).trim()).filter(|ranges| !ranges.is_empty())
}

fn times_of_day(text: &str) -> Option<Vec<TimeRange>> {
    let mut ranges: Vec<TimeRange> = Vec::new();
    for part in text
        .split([',', '&'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        let (from, to) = from_to(part)?;
        let read = range(from.trim(), to.trim())?;
        let later = ranges.last().is_some_and(|before| read.open < before.close);
        ranges.push(if later && !part.contains(['a', 'p']) {
            afternoon(read)?
        } else {
            read
        });
    }
    Some(ranges)
}

/// The `1-5` of `8-12, 1-5`: nobody opens again before dawn.
fn afternoon(read: TimeRange) -> Option<TimeRange> {
    if read.open.minutes() >= DAWN {
        return Some(read);
    }
    let later = |time: ClockTime| {
        let minutes = time.minutes() + 720;
        format!("{:02}:{:02}", minutes / 60, minutes % 60).parse().ok()
    };
    Some(TimeRange {
        open: later(read.open)?,
        close: later(read.close)?,
    })
}

fn plain_dashes(text: &str) -> String {
    text.to_lowercase()
        .replace(['\u{2013}', '\u{2014}', '\u{2212}'], "-")
}

/// The parts of a text that each name their days; after a comma, days that follow times begin another one.
fn clauses(text: &str) -> Vec<String> {
    let mut clauses = Vec::new();
    for clause in text.split([';', '\n', '/']) {
        let mut current = String::new();
        for part in clause.split(',') {
            let word: String = part.trim().chars().take_while(|c| c.is_alphabetic()).collect();
            let timed = current.contains(|c: char| c.is_ascii_digit()) || current.trim().ends_with("closed");
            if timed && day(&word).is_some() {
                clauses.push(std::mem::take(&mut current));
            } else if !current.is_empty() {
                current.push(',');
            }
            current.push_str(part);
        }
        clauses.push(current);
    }
    let trimmed = clauses.iter().map(|clause| clause.trim().to_owned());
    trimmed.filter(|clause| !clause.is_empty()).collect()
}

/// The two sides of `8-5`, `8 to 5`, `mon thru fri`.
fn from_to(text: &str) -> Option<(&str, &str)> {
    let words = ["-", " to ", " thru ", " through ", " until "];
    words.iter().find_map(|word| text.split_once(word))
}

fn week(days: &[Vec<usize>], ranges: &[Vec<TimeRange>]) -> BusinessHours {
    let of = |day: usize| -> Vec<TimeRange> {
        let place = days.iter().position(|days| days.contains(&day));
        place.map(|place| ranges[place].clone()).unwrap_or_default()
    };
    BusinessHours {
        monday: of(0),
        tuesday: of(1),
        wednesday: of(2),
        thursday: of(3),
        friday: of(4),
        saturday: of(5),
        sunday: of(6),
    }
}

/// `mon-fri`, `sat, sun`, `daily`.
fn day_list(text: &str) -> Option<Vec<usize>> {
    match text {
        "daily" | "every day" | "7 days" => return Some((0..7).collect()),
        "weekdays" => return Some((0..5).collect()),
        "weekends" => return Some(vec![5, 6]),
        _ => {}
    }
    let mut days = Vec::new();
    for part in text
        .split([',', '&'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        match from_to(part) {
            Some((from, to)) => {
                let (from, to) = (day(from)?, day(to)?);
                if from > to {
                    return None;
                }
                days.extend(from..=to);
            }
            None => days.push(day(part)?),
        }
    }
    Some(days)
}

fn day(text: &str) -> Option<usize> {
    let text = text.trim().trim_end_matches('.');
    DAYS.iter().position(|names| names.contains(&text))
}

/// `8-5` is from eight to seventeen o'clock: nobody closes before opening. `10 PM - 6 AM` closes on the next day, since
/// both sides say which half of the day they mean.
fn range(from: &str, to: &str) -> Option<TimeRange> {
    let (mut open, open_half) = minutes(from)?;
    let (mut close, close_half) = minutes(to)?;
    // `1-5p` begins in the afternoon: nobody opens before dawn.
    if !open_half && close_half && open < DAWN && open + 720 < close {
        open += 720;
    }
    if close <= open && !open_half && !close_half && close < 720 && open < 720 {
        close += 720;
    }
    let is_overnight = open_half && close_half && (720..1440).contains(&open) && close < 720;
    if (close <= open && !is_overnight) || close > 1440 {
        return None;
    }
    let clock = |minutes: u16| {
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
            .parse::<ClockTime>()
            .ok()
    };
    Some(TimeRange {
        open: clock(open)?,
        close: clock(close)?,
    })
}

/// Minutes after midnight, and whether am or pm or a 24-hour spelling says which half of the day is meant.
fn minutes(text: &str) -> Option<(u16, bool)> {
    let text = text.trim().trim_end_matches("uhr").trim();
    match text {
        "noon" => return Some((720, true)),
        "midnight" => return Some((1440, true)),
        _ => {}
    }
    let without = |ends: [&str; 4]| ends.iter().find_map(|end| text.strip_suffix(end)).map(str::trim);
    let (digits, half) = if let Some(rest) = without(["a.m.", "a.m", "am", "a"]) {
        (rest, Some(0))
    } else if let Some(rest) = without(["p.m.", "p.m", "pm", "p"]) {
        (rest, Some(720))
    } else {
        (text, None)
    };
    let (hour, minute) = digits.split_once([':', '.']).unwrap_or((digits, "0"));
    let padded = hour.len() == 2 && hour.starts_with('0');
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    if minute > 59 || hour > 24 || (half.is_some() && !(1..=12).contains(&hour)) {
        return None;
    }
    let hours = match half {
        Some(add) => (hour % 12) * 60 + add,
        None => hour * 60,
    };
    Some((hours + minute, half.is_some() || padded || hour > 12))
}

/// The holidays of one cell, `Christmas 12/25/2026; 2027-01-01`; none when one of them has no certain date.
pub(super) fn holidays(text: &str, order: Option<DateOrder>) -> Option<Vec<Holiday>> {
    let parts = text
        .split([';', '\n', '|'])
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let found: Option<Vec<Holiday>> = parts.map(|part| holiday(part, order)).collect();
    found.filter(|found| !found.is_empty())
}

fn holiday(text: &str, order: Option<DateOrder>) -> Option<Holiday> {
    let starts = text
        .char_indices()
        .filter(|(at, c)| *at == 0 || (c.is_alphanumeric() && text[..*at].ends_with([' ', ':', '(', '-'])))
        .map(|(at, _)| at);
    for at in starts {
        let (name, day) = text.split_at(at);
        let day = day.trim_end_matches(')');
        if let Dated::Day(date) = read_date(&Cell::text(day), order) {
            let name = name.trim_end_matches([' ', ':', '(', '-', ',']).trim();
            let name = if name.is_empty() { day } else { name };
            return Some(Holiday {
                name: name.to_owned(),
                date,
                open: None,
                close: None,
            });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(hours: &BusinessHours) -> String {
        let days = [
            &hours.monday,
            &hours.tuesday,
            &hours.wednesday,
            &hours.thursday,
            &hours.friday,
            &hours.saturday,
            &hours.sunday,
        ];
        let day = |ranges: &&Vec<TimeRange>| {
            let ranges: Vec<String> = ranges.iter().map(|r| format!("{}-{}", r.open, r.close)).collect();
            ranges.join("+")
        };
        days.iter().map(day).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_second_range_of_a_day_is_in_the_afternoon() {
        let shown = |text: &str| {
            let ranges = opening_ranges(text)?;
            let ranges: Vec<String> = ranges.iter().map(|r| format!("{}-{}", r.open, r.close)).collect();
            Some(ranges.join("+"))
        };
        let lunch = Some("08:00-12:00+13:00-17:00".to_owned());
        for text in [
            "8-12, 1-5",
            "8:00-12:00 & 1:00-5:00",
            "8-12, 1-5p",
            "8 to 12, 13:00 \u{2013} 17:00",
        ] {
            assert_eq!(shown(text), lunch, "{text}");
        }
        assert_eq!(
            shown("13:00-17:00, 8:00-12:00").as_deref(),
            Some("13:00-17:00+08:00-12:00")
        );
        assert_eq!(shown("6am-2pm").as_deref(), Some("06:00-14:00"));
        assert_eq!(shown("6-2").as_deref(), Some("06:00-14:00"));
        assert_eq!(shown("mornings"), None);
        assert_eq!(shown("10 PM - 6 AM").as_deref(), Some("22:00-06:00"));
        assert_eq!(shown("22:00-06:00").as_deref(), Some("22:00-06:00"));
        assert_eq!(shown("8 PM - 5 PM"), None);
    }

    #[test]
    fn hours_in_the_spellings_of_surveys() {
        let work = "08:00-17:00";
        let week = format!("{work} {work} {work} {work} {work}  ");
        for text in [
            "Mon-Fri 8-5",
            "M-F 8:00-17:00",
            "8am - 5pm",
            "M-F 8a-5p",
            "Mon thru Fri 8:00 a.m. to 5:00 p.m.",
            "Monday through Friday: 8 - 17",
            "Mon, Tue, Wed, Thu, Fri 8-5, Sat closed",
            "weekdays 08:00\u{2013}17:00",
            "Mo-Fr 8.00-17.00 Uhr",
        ] {
            assert_eq!(
                opening_hours(text).map(|hours| shown(&hours)),
                Some(week.clone()),
                "{text}"
            );
        }
        let split = opening_hours("8:00-12:00, 13:00-17:00").map(|hours| shown(&hours));
        let day = "08:00-12:00+13:00-17:00";
        assert_eq!(split, Some(format!("{day} {day} {day} {day} {day}  ")));
        let listed = opening_hours("Mon-Fri 8:30a-noon, 1p-5:30p, Sat, Sun 10-2").map(|hours| shown(&hours));
        let day = "08:30-12:00+13:00-17:30";
        let end = "10:00-14:00";
        assert_eq!(listed, Some(format!("{day} {day} {day} {day} {day} {end} {end}")));
        let always = opening_hours("24x7").map(|hours| hours.sunday[0].close.minutes());
        assert_eq!(always, Some(1440));
        let saturday = opening_hours("Mon-Fri 9-5; Sat 10-2").map(|hours| shown(&hours));
        assert!(saturday.is_some_and(|text| text.ends_with("10:00-14:00 ")));
        for text in [
            "M-F 9-5 / Fri 9-3",
            "by appointment",
            "Mon-Fri",
            "25-26",
            "Fri-Mon 8-5",
            "Mon-Fri 8-5, Fri 8-3",
            "Mon-Fri 8-5, by appointment",
            "8-5, p-a",
            "midnight-8",
        ] {
            assert_eq!(opening_hours(text), None, "{text}");
        }
    }

    #[test]
    fn holidays_need_a_year() {
        let read = |text: &str| {
            let days = holidays(text, None)?;
            Some(
                days.iter()
                    .map(|day| format!("{} {}", day.name, day.date))
                    .collect::<Vec<_>>()
                    .join(", "),
            )
        };
        assert_eq!(
            read("Christmas 12/25/2026; New Year: 2027-01-01").as_deref(),
            Some("Christmas 2026-12-25, New Year 2027-01-01")
        );
        assert_eq!(read("Nov 26 2026").as_deref(), Some("Nov 26 2026 2026-11-26"));
        assert_eq!(read("Jan 1; Jul 4; Nov 26 2026; 12/25"), None);
    }
}
