//! When a site is open, as tables of days.

use portflow_document::blocks::{Column, Row, Table};
use portflow_document::words::weekday;
use portflow_domain::entities::{BusinessHours, ClockTime, Holiday, TimeRange};

/// The week, Monday first.
pub(super) fn week(hours: &BusinessHours) -> Table {
    let days = [
        ("Monday", &hours.monday),
        ("Tuesday", &hours.tuesday),
        ("Wednesday", &hours.wednesday),
        ("Thursday", &hours.thursday),
        ("Friday", &hours.friday),
        ("Saturday", &hours.saturday),
        ("Sunday", &hours.sunday),
    ];
    let rows = days.map(|(day, ranges)| Row::of([day.to_owned(), open(ranges)]));
    Table {
        columns: ["Day", "Open"].map(Column::text).into(),
        rows: rows.into(),
    }
}

/// The days that differ from it, as they come.
pub(super) fn holidays(holidays: &[Holiday]) -> Table {
    let mut holidays: Vec<&Holiday> = holidays.iter().collect();
    holidays.sort_by_key(|holiday| holiday.date);
    let row = |it: &Holiday| Row::of([weekday(it.date), it.name.clone(), short_day(it.open, it.close)]);
    Table {
        columns: ["Date", "Holiday", "Open"].map(Column::text).into(),
        rows: holidays.into_iter().map(row).collect(),
    }
}

fn open(ranges: &[TimeRange]) -> String {
    if ranges.is_empty() {
        return "Closed".to_owned();
    }
    let range = |range: &TimeRange| {
        let next_day = if range.close <= range.open {
            " the next day"
        } else {
            ""
        };
        format!("{} to {}{next_day}", range.open, range.close)
    };
    ranges.iter().map(range).collect::<Vec<_>>().join(", ")
}

fn short_day(open: Option<ClockTime>, close: Option<ClockTime>) -> String {
    match (open, close) {
        (None, None) => "Closed".to_owned(),
        (Some(open), Some(close)) => format!("{open} to {close}"),
        (Some(open), None) => format!("from {open}"),
        (None, Some(close)) => format!("to {close}"),
    }
}
