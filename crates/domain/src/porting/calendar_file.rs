//! Committed ports as an iCalendar file (RFC 5545), for the calendars of people who do not use this program.
//!
//! Every order is one event whose UID never changes, so that importing a later file moves or cancels what an earlier
//! one put there. Same data and same instant, same bytes.

use chrono::TimeDelta;

use crate::timestamp::Timestamp;

/// Octets of a line without its end; longer lines are folded.
const LINE: usize = 75;
/// How long an event is shown for; carriers commit to a beginning [practice].
const HOURS: i64 = 1;

/// A committed port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarPort {
    /// The order's id.
    pub order_id: String,
    /// Counts up with every change of the order.
    pub sequence: i64,
    /// When it takes place.
    pub at: Timestamp,
    /// Whether it no longer takes place then.
    pub is_cancelled: bool,
    /// The headline.
    pub summary: String,
    /// More about it, lines ended by `\n`.
    pub description: String,
    /// Where the numbers are used.
    pub location: String,
}

/// The text of the file.
pub fn calendar_file(name: &str, ports: &[CalendarPort], now: Timestamp) -> String {
    let mut text = String::new();
    let head = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//PortFlow//Port orders//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        format!("X-WR-CALNAME:{}", escaped(name)),
    ];
    for line in head {
        push_folded(&mut text, &line);
    }
    for port in ports {
        for line in event(port, now) {
            push_folded(&mut text, &line);
        }
    }
    push_folded(&mut text, "END:VCALENDAR");
    text
}

fn event(port: &CalendarPort, now: Timestamp) -> [String; 12] {
    let status = if port.is_cancelled {
        "CANCELLED"
    } else {
        "CONFIRMED"
    };
    let end = Timestamp::new(port.at.utc() + TimeDelta::hours(HOURS));
    [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@portflow", port.order_id),
        format!("DTSTAMP:{}", instant(now)),
        format!("SEQUENCE:{}", port.sequence),
        format!("DTSTART:{}", instant(port.at)),
        format!("DTEND:{}", instant(end)),
        format!("SUMMARY:{}", escaped(&port.summary)),
        format!("DESCRIPTION:{}", escaped(&port.description)),
        format!("LOCATION:{}", escaped(&port.location)),
        format!("STATUS:{status}"),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
    ]
}

fn instant(at: Timestamp) -> String {
    at.utc().format("%Y%m%dT%H%M%SZ").to_string()
}

/// A text value: its own marks with a backslash, line ends as `\n`, other control characters left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' | '\r' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Ends the line, after breaking it between characters where it is too long; each next part begins with a space.
fn push_folded(text: &mut String, line: &str) {
    let mut room = LINE;
    for c in line.chars() {
        if c.len_utf8() > room {
            text.push_str("\r\n ");
            room = LINE - 1;
        }
        room -= c.len_utf8();
        text.push(c);
    }
    text.push_str("\r\n");
}
