//! Dates as spreadsheets and people write them. A date whose day and month could change places is read only
//! where something says which comes first.

use chrono::{Datelike, NaiveDate};

use super::fields::Fields;
use super::settings::DateOrder;
use crate::coded::Coded;
use crate::mapping::ImportField;
use crate::workbook::Cell;

/// Spellings with a four-digit year first or the month as a word, which read alike everywhere.
const NEUTRAL: [&str; 11] = [
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%d %b %Y",
    "%d-%b-%Y",
    "%d-%b-%y",
    "%d %b %y",
    "%d %B %Y",
    "%b %d, %Y",
    "%B %d, %Y",
    "%b %d %Y",
    "%B %d %Y",
];

/// Days between 1899-12-30, where Excel's serial dates begin, and the common era.
const SERIAL_EPOCH: i32 = 693_594;

/// What a cell says about a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dated {
    /// This day.
    Day(NaiveDate),
    /// One of two days.
    Ambiguous,
    /// No day.
    Unreadable,
}

/// Which comes first in the dates of each field, as far as it is known.
#[derive(Debug, Default)]
pub(super) struct DateOrders {
    chosen: Option<DateOrder>,
    settled: Vec<Option<DateOrder>>,
}

impl DateOrders {
    /// Looks through the columns of dates: one that can only be read one way settles its column, unless another
    /// contradicts it. What a person chose goes before.
    pub(super) fn of(chosen: Option<DateOrder>, fields: &Fields<'_>, rows: &[Vec<Cell>]) -> Self {
        let settle = |field: &ImportField| {
            let is_date = matches!(
                field,
                ImportField::FocDate | ImportField::OrderDate | ImportField::CutoverDate
            );
            if is_date && chosen.is_none() {
                settled(fields, *field, rows)
            } else {
                None
            }
        };
        let settled = ImportField::ALL.iter().map(settle).collect();
        Self { chosen, settled }
    }

    /// The order in the dates of a field.
    pub(super) fn order(&self, field: ImportField) -> Option<DateOrder> {
        self.chosen
            .or_else(|| self.settled.get(field as usize).copied().flatten())
    }
}

fn settled(fields: &Fields<'_>, field: ImportField, rows: &[Vec<Cell>]) -> Option<DateOrder> {
    let (mut day_first, mut month_first) = (false, false);
    for index in fields.indexes(field) {
        for cell in rows.iter().filter_map(|row| row.get(index)) {
            let Cell::Text(text) = cell else { continue };
            if let Some(Parts {
                first,
                second,
                dotted: false,
                ..
            }) = parts(day_part(text))
            {
                day_first |= first > 12 && second <= 12;
                month_first |= second > 12 && first <= 12;
            }
        }
    }
    match (day_first, month_first) {
        (true, false) => Some(DateOrder::DayFirst),
        (false, true) => Some(DateOrder::MonthFirst),
        (true, true) | (false, false) => None,
    }
}

/// Reads a date; `order` says what comes first where the text alone does not.
pub(super) fn read_date(cell: &Cell, order: Option<DateOrder>) -> Dated {
    let day = match cell {
        Cell::Date(date) => Some(date.date()),
        Cell::Number(serial) if (20_000.0..80_000.0).contains(serial) => {
            NaiveDate::from_num_days_from_ce_opt(SERIAL_EPOCH + *serial as i32)
        }
        Cell::Text(text) => return from_text(day_part(text), order),
        Cell::Number(_) | Cell::Empty | Cell::Bool(_) | Cell::Error(_) => None,
    };
    day.map_or(Dated::Unreadable, Dated::Day)
}

/// The day of a cell; without `order` none where it could be read as two days.
pub fn read_day(cell: &Cell, order: Option<DateOrder>) -> Option<NaiveDate> {
    match read_date(cell, order) {
        Dated::Day(day) => Some(day),
        Dated::Ambiguous | Dated::Unreadable => None,
    }
}

/// The text without a time of day: `2026-11-30T08:00:00Z`, `11/30/2026 8:00 AM`.
fn day_part(text: &str) -> &str {
    let text = text.trim();
    let text = match text.split_once('T') {
        Some((day, _)) if day.ends_with(|c: char| c.is_ascii_digit()) => day,
        _ => text,
    };
    match text.split_once(' ') {
        Some((day, time)) if time.contains(':') && day.contains(['/', '-', '.']) => day,
        _ => text,
    }
}

fn from_text(text: &str, order: Option<DateOrder>) -> Dated {
    if let Some(parts) = parts(text) {
        return parts.read(order);
    }
    let day = NEUTRAL.iter().find_map(|format| {
        let day = NaiveDate::parse_from_str(text, format).ok();
        day.filter(|day| plausible(*day))
    });
    day.map_or(Dated::Unreadable, Dated::Day)
}

/// The three numbers of `11/30/2026`, `11/30/26` or `30.11.2026`.
#[derive(Debug, Clone, Copy)]
struct Parts {
    first: u32,
    second: u32,
    year: i32,
    dotted: bool,
}

fn parts(text: &str) -> Option<Parts> {
    let mut parts = text.split(['/', '-', '.']).map(str::trim);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || first.len() > 2 || second.len() > 2 {
        return None;
    }
    let (first, second) = (first.parse().ok()?, second.parse().ok()?);
    let year = match year.len() {
        2 => 2000 + year.parse::<i32>().ok()?,
        4 => year.parse().ok()?,
        _ => return None,
    };
    Some(Parts {
        first,
        second,
        year,
        dotted: text.contains('.'),
    })
}

impl Parts {
    /// A day with dots comes first everywhere; of other dates one reading must be impossible, or the order known.
    fn read(self, order: Option<DateOrder>) -> Dated {
        let day = |month, day| NaiveDate::from_ymd_opt(self.year, month, day).filter(|day| plausible(*day));
        let (month_first, day_first) = (day(self.first, self.second), day(self.second, self.first));
        let found = if self.dotted {
            day_first
        } else {
            match (month_first, day_first, order) {
                (Some(one), Some(other), None) if one != other => return Dated::Ambiguous,
                (Some(one), Some(_), Some(DateOrder::MonthFirst)) => Some(one),
                (one, other, _) => other.or(one),
            }
        };
        found.map_or(Dated::Unreadable, Dated::Day)
    }
}

fn plausible(date: NaiveDate) -> bool {
    (1990..2100).contains(&date.year())
}
