//! Dates as spreadsheets and people write them.

use chrono::NaiveDate;

use crate::number::Country;
use crate::workbook::Cell;

/// Spellings with a four-digit year first or the month as a word, which read alike everywhere.
const NEUTRAL: [&str; 7] = [
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%d %b %Y",
    "%d-%b-%Y",
    "%d %B %Y",
    "%b %d, %Y",
    "%B %d, %Y",
];

/// Days between 1899-12-30, where Excel's serial dates begin, and the common era.
const SERIAL_EPOCH: i32 = 693_594;

/// Reads a date; with slashes the United States put the month first.
pub(super) fn read_date(cell: &Cell, country: Country) -> Option<NaiveDate> {
    match cell {
        Cell::Date(date) => Some(date.date()),
        Cell::Number(serial) if (20_000.0..80_000.0).contains(serial) => {
            NaiveDate::from_num_days_from_ce_opt(SERIAL_EPOCH + *serial as i32)
        }
        Cell::Text(text) => from_text(text.trim(), country),
        Cell::Number(_) | Cell::Empty | Cell::Bool(_) | Cell::Error(_) => None,
    }
}

fn from_text(text: &str, country: Country) -> Option<NaiveDate> {
    let day = text.split_once('T').map_or(text, |(day, _)| day).trim();
    let date = numeric(day, country).or_else(|| {
        NEUTRAL
            .iter()
            .find_map(|format| NaiveDate::parse_from_str(day, format).ok())
    })?;
    plausible(date)
}

/// `11/30/2026` and `11/30/26`; a day with dots comes first everywhere.
fn numeric(text: &str, country: Country) -> Option<NaiveDate> {
    let mut parts = text.split(['/', '-', '.']).map(str::trim);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let (first, second): (u32, u32) = (first.parse().ok()?, second.parse().ok()?);
    let year: i32 = match year.len() {
        2 => 2000 + year.parse::<i32>().ok()?,
        4 => year.parse().ok()?,
        _ => return None,
    };
    let month_first = country == Country::US && !text.contains('.');
    let (month, day) = if month_first {
        (first, second)
    } else {
        (second, first)
    };
    NaiveDate::from_ymd_opt(year, month, day).filter(|_| parts.next().is_none())
}

fn plausible(date: NaiveDate) -> Option<NaiveDate> {
    use chrono::Datelike;
    (1990..2100).contains(&date.year()).then_some(date)
}
