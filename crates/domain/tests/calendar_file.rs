//! The iCalendar file: read by a person once, and parsed back whatever its texts hold.
#![allow(
    clippy::unwrap_used,
    clippy::too_many_lines,
    reason = "a test fails by panicking, and a table is one piece"
)]

use portflow_domain::porting::calendar_file::{CalendarPort, calendar_file};
use portflow_domain::timestamp::Timestamp;
use proptest::prelude::*;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn port() -> CalendarPort {
    CalendarPort {
        order_id: "0190a1b2-0000-7000-8000-000000000001".to_owned(),
        sequence: 7,
        at: at("2027-02-09T15:00:00Z"),
        is_cancelled: false,
        summary: "Port PF-0001: 20 numbers, Example; Sons, Inc".to_owned(),
        description: "Order PF-0001, version 2\nCarrier's time: 2027-02-09 10:00 America/New_York, which is a long line".to_owned(),
        location: "Example/Zürich Büro/Teams\\Phone".to_owned(),
    }
}

#[test]
fn the_file_is_as_the_standard_has_it() {
    let cancelled = CalendarPort {
        order_id: "0190a1b2-0000-7000-8000-000000000002".to_owned(),
        is_cancelled: true,
        ..port()
    };
    let text = calendar_file("Ports, all", &[port(), cancelled], at("2027-01-04T09:00:00Z"));
    let first = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//PortFlow//Port orders//EN\r\nCALSCALE:GREGORIAN\r\n\
        METHOD:PUBLISH\r\nX-WR-CALNAME:Ports\\, all\r\nBEGIN:VEVENT\r\n\
        UID:0190a1b2-0000-7000-8000-000000000001@portflow\r\nDTSTAMP:20270104T090000Z\r\nSEQUENCE:7\r\n\
        DTSTART:20270209T150000Z\r\nDTEND:20270209T160000Z\r\n\
        SUMMARY:Port PF-0001: 20 numbers\\, Example\\; Sons\\, Inc\r\n\
        DESCRIPTION:Order PF-0001\\, version 2\\nCarrier's time: 2027-02-09 10:00 Ame\r\n rica/New_York\\, which is a long line\r\n\
        LOCATION:Example/Zürich Büro/Teams\\\\Phone\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
    assert!(text.starts_with(first), "{text}");
    assert!(
        text.contains("00000002@portflow") && text.contains("STATUS:CANCELLED"),
        "{text}"
    );
    assert!(text.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
}

/// The lines of a file, unfolded.
fn unfolded(text: &str) -> Vec<String> {
    text.replace("\r\n ", "")
        .split_terminator("\r\n")
        .map(str::to_owned)
        .collect()
}

fn value(lines: &[String], name: &str) -> String {
    let line = lines
        .iter()
        .find_map(|line| line.strip_prefix(&format!("{name}:")));
    let mut out = String::new();
    let mut letters = line.unwrap().chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next().unwrap() {
                'n' => out.push('\n'),
                other => out.push(other),
            },
            other => out.push(other),
        }
    }
    out
}

proptest! {
    #[test]
    fn whatever_the_texts_hold_it_parses_back(
        summary in "\\PC{0,120}", description in "(\\PC|\n|\\\\|;|,){0,300}", location in "\\PC{0,90}",
        sequence in 1_i64..1_000_000, is_cancelled: bool,
    ) {
        let port = CalendarPort { summary, description, location, sequence, is_cancelled, ..port() };
        let text = calendar_file("Ports", std::slice::from_ref(&port), at("2027-01-04T09:00:00Z"));
        prop_assert!(text.split_terminator("\r\n").all(|line| line.len() <= 75 && !line.contains(['\n', '\r'])));
        let lines = unfolded(&text);
        prop_assert_eq!(value(&lines, "SUMMARY"), port.summary);
        prop_assert_eq!(value(&lines, "DESCRIPTION"), port.description);
        prop_assert_eq!(value(&lines, "LOCATION"), port.location);
        prop_assert_eq!(value(&lines, "SEQUENCE"), sequence.to_string());
        prop_assert_eq!(value(&lines, "STATUS") == "CANCELLED", is_cancelled);
        prop_assert_eq!(lines.iter().filter(|line| line.as_str() == "BEGIN:VEVENT").count(), 1);
    }
}
