//! Sheets that are tables and yet nothing to import: records of calls, and configuration text.

use super::Refusal;
use super::candidate::Facts;
use super::words::words;
use crate::workbook::{Cell, Sheet};

/// How many rows are looked at.
const ROWS: usize = 200;

/// Who called, who was called, and when or for how long: these make a record of a call.
const CALLER: &[&str] = &[
    "callingpartynumber",
    "callingnumber",
    "src",
    "source",
    "sourcenumber",
    "caller",
    "callernumber",
    "from",
    "fromnumber",
    "calling",
    "ani",
    "originator",
    "originatingnumber",
    "callingparty",
    "callfrom",
    "callerid",
    "clid",
    "anumber",
];
const CALLED: &[&str] = &[
    "finalcalledpartynumber",
    "originalcalledpartynumber",
    "callednumber",
    "dst",
    "destination",
    "destinationnumber",
    "to",
    "tonumber",
    "called",
    "dialednumber",
    "calledparty",
    "dnis",
    "terminatingnumber",
    "numberdialed",
    "digitsdialed",
    "callee",
    "callto",
    "bnumber",
];
const TIME: &[&str] = &[
    "duration",
    "billsec",
    "talktime",
    "datetimeorigination",
    "datetimeconnect",
    "starttime",
    "calldate",
    "callduration",
    "answertime",
    "calltime",
    "callstart",
    "callend",
    "durationsecond",
    "durationseconds",
    "minute",
    "endtime",
    "calldurationseconds",
    "connecttime",
    "disconnecttime",
    "callstarttime",
    "calllength",
    "ringduration",
];
/// How a telephone system says that a call ended.
const ENDS: [&str; 7] = [
    "ANSWERED",
    "NO ANSWER",
    "BUSY",
    "FAILED",
    "CONGESTION",
    "MISSED",
    "ABANDONED",
];

/// Records of calls, by their headers.
pub(super) fn of_headers(facts: &[Facts]) -> Option<Refusal> {
    let has = |known: &[&str]| {
        facts.iter().any(|facts| {
            let key = words(&facts.header).concat();
            known.contains(&key.as_str())
        })
    };
    let times = facts
        .iter()
        .filter(|facts| TIME.contains(&words(&facts.header).concat().as_str()))
        .count();
    (has(CALLER) && has(CALLED) && times >= 1).then(call_records)
}

/// Records of calls without a header, and configuration text.
pub(super) fn of_text(sheet: &Sheet) -> Option<Refusal> {
    let rows: Vec<&Vec<Cell>> = sheet
        .rows
        .iter()
        .filter(|row| !row.iter().all(Cell::is_blank))
        .take(ROWS)
        .collect();
    if rows.len() < 2 {
        return None;
    }
    let most = |count: usize, percent: usize| count * 100 >= rows.len() * percent;
    let calls = rows.iter().filter(|row| is_call(row)).count();
    if most(calls, 80) {
        return Some(call_records());
    }
    let lines = rows.iter().filter(|row| is_configuration(row)).count();
    let sections = rows.iter().filter(|row| is_certain_configuration(row)).count();
    (most(lines, 70) && sections > 0).then(configuration)
}

/// A row with an end of a call, a date with a time, and whole numbers beside them.
fn is_call(row: &[Cell]) -> bool {
    let ended = row
        .iter()
        .any(|cell| matches!(cell, Cell::Text(text) if ENDS.contains(&text.trim().to_uppercase().as_str())));
    let timed = row.iter().any(|cell| match cell {
        Cell::Date(_) => true,
        Cell::Text(text) => is_moment(text),
        Cell::Empty | Cell::Number(_) | Cell::Bool(_) | Cell::Error(_) => false,
    });
    ended && timed && row.len() >= 6
}

/// `2026-10-05 09:00:01`
fn is_moment(text: &str) -> bool {
    let (date, time) = text.trim().split_once([' ', 'T']).unwrap_or_default();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    digits(date) >= 6 && date.contains(['-', '/']) && time.matches(':').count() >= 1 && digits(time) >= 3
}

fn first_text(row: &[Cell]) -> Option<&str> {
    match row.iter().find(|cell| !cell.is_blank())? {
        Cell::Text(text) => Some(text.trim()),
        Cell::Empty | Cell::Number(_) | Cell::Date(_) | Cell::Bool(_) | Cell::Error(_) => None,
    }
}

/// A line that a configuration file may have: a section, a setting, a comment, a command.
fn is_configuration(row: &[Cell]) -> bool {
    let Some(text) = first_text(row) else { return false };
    is_certain_configuration(row)
        || text.starts_with([';', '!', '#'])
        || text.split_once('=').is_some_and(|(key, _)| is_key(key))
}

/// A line that only a configuration file has.
fn is_certain_configuration(row: &[Cell]) -> bool {
    const COMMANDS: [&str; 9] = [
        "exten ",
        "exten=",
        "same ",
        "interface ",
        "dial-peer ",
        "voice ",
        "ephone",
        "hostname ",
        "number-translation",
    ];
    let Some(text) = first_text(row) else { return false };
    let section = text.starts_with('[') && text.contains(']') && text.len() > 2;
    let arrow = text.split_once("=>").is_some_and(|(key, _)| is_key(key));
    section
        || arrow
        || COMMANDS
            .iter()
            .any(|command| text.to_lowercase().starts_with(command))
}

fn is_key(text: &str) -> bool {
    let key = text.trim();
    !key.is_empty()
        && key.len() <= 40
        && key
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/'))
}

fn call_records() -> Refusal {
    Refusal {
        code: "call_detail_records".to_owned(),
        message: "These are records of calls, not an inventory.".to_owned(),
        hint: "Export the extensions, the users or the inbound routes of the telephone system instead."
            .to_owned(),
    }
}

fn configuration() -> Refusal {
    Refusal {
        code: "configuration_text".to_owned(),
        message: "This is configuration text, not a table.".to_owned(),
        hint: "Export the extensions from the telephone system as CSV.".to_owned(),
    }
}
