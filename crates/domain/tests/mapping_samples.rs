//! Every sample export is mapped as the expectation beside it says.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::path::PathBuf;

use portflow_domain::mapping::{ColumnMap, ImportField, Table, detect_table, is_secret_header};
use portflow_domain::number::Country;
use portflow_domain::workbook::{Cell, Sheet};
use serde_json::Value;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/imports")
}

fn decoded(bytes: &[u8]) -> String {
    let wide = |pair: &[u8]| u16::from_le_bytes([pair[0], pair[1]]);
    if bytes.starts_with(&[0xff, 0xfe]) {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(wide).collect();
        return String::from_utf16(&units).unwrap();
    }
    let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(plain) {
        Ok(text) => text.to_owned(),
        Err(_) => plain.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// The cells of a text table; quoted cells may hold delimiters and line ends.
fn cells(text: &str, delimiter: char) -> Vec<Vec<Cell>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(Cell::text(std::mem::take(&mut cell)));
                rows.push(std::mem::take(&mut row));
            }
            c if c == delimiter && !quoted => row.push(Cell::text(std::mem::take(&mut cell))),
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(Cell::text(cell));
        rows.push(row);
    }
    rows
}

fn sample(name: &str) -> (Sheet, Value) {
    let text = std::fs::read_to_string(folder().join(format!("{name}.expected.json"))).unwrap();
    let expected: Value = serde_json::from_str(&text).unwrap();
    let delimiter = expected["detected"]["delimiter"]
        .as_str()
        .unwrap_or(",")
        .chars()
        .next()
        .unwrap();
    let rows = cells(&decoded(&std::fs::read(folder().join(name)).unwrap()), delimiter);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
    (
        Sheet {
            name: stem,
            rows,
            ..Sheet::default()
        },
        expected,
    )
}

fn detected(name: &str) -> (Option<Table>, Value) {
    let (sheet, expected) = sample(name);
    let country = if name.starts_with("german") {
        "DE".parse().unwrap()
    } else {
        Country::US
    };
    (detect_table(&sheet, country), expected)
}

/// The fields that a word of an expectation allows; what rows make of them is the reader's business.
fn allowed(word: &str) -> Vec<&str> {
    match word {
        "extension or e164" | "e164 or extension" => vec!["extension", "e164"],
        "numbers" | "e164+extension" | "phone_numbers.e164" | "e164_or_range" => vec!["e164"],
        "second number" => vec!["further_number"],
        "mask" => vec!["number_mask"],
        "user key" => vec!["user_key"],
        "agents" => vec!["agent"],
        "position" => vec!["agent_position"],
        "line_group" => vec!["agent_group"],
        "e164" => vec!["e164", "further_number"],
        // A SIP address only serves where there is no UPN.
        "sip_address" => vec![""],
        field => vec![field],
    }
}

fn code(column: &ColumnMap) -> String {
    let value = serde_json::to_value(column.field).unwrap();
    value.as_str().unwrap_or_default().to_owned()
}

/// The columns that a name means: `DN OR PATTERN n` and `agentUserId[n]` are a whole group.
fn named<'a>(table: &'a Table, name: &str) -> Vec<&'a ColumnMap> {
    if let Ok(index) = name.parse::<usize>() {
        return table
            .columns
            .iter()
            .filter(|column| column.index == index)
            .collect();
    }
    let group = name.strip_suffix(" n").or(name.strip_suffix("[n]"));
    let fits = |column: &&ColumnMap| match group {
        Some(base) => column.header.strip_prefix(base).is_some_and(|rest| {
            !rest.is_empty()
                && rest
                    .trim_matches(['[', ']', ' '])
                    .chars()
                    .all(|c| c.is_ascii_digit())
        }),
        None => column.header == name,
    };
    table.columns.iter().filter(fits).collect()
}

fn differences(name: &str) -> Vec<String> {
    let (table, expected) = detected(name);
    let Some(table) = table else {
        return vec![format!("{name}: no table")];
    };
    let mut wrong = Vec::new();
    let mut check = |what: &str, expected: &Value, found: Value| {
        if !expected.is_null() && *expected != found {
            wrong.push(format!("{name}: {what}: expected {expected}, found {found}"));
        }
    };
    let detected = if expected["without_settings"].is_object() {
        &expected["without_settings"]["detected"]
    } else {
        &expected["detected"]
    };
    check("header row", &detected["header_row"], table.header_row.into());
    check("format", &detected["format_id"], table.format_id.clone().into());
    check("columns", &detected["columns"], table.columns.len().into());
    check(
        "refusal",
        &expected["refused"]["code"],
        match (&table.refusal, &expected["refused"]["code"]) {
            (Some(refusal), _) => refusal.code.clone().into(),
            // Whether a set is complete shows when its files are read together.
            (None, code) if code == "incomplete_set" => code.clone(),
            (None, _) => Value::Null,
        },
    );
    if let Some(map) = detected["column_map"].as_object() {
        for (header, field) in map {
            let columns = named(&table, header);
            if columns.is_empty() {
                wrong.push(format!("{name}: there is no column {header}"));
            }
            for column in columns {
                let fields = field.as_str().map_or(vec![""], allowed);
                if !fields.contains(&code(column).as_str()) {
                    wrong.push(format!(
                        "{name}: {}: expected {field}, found {:?}: {}",
                        column.header, column.field, column.why
                    ));
                }
            }
        }
    }
    wrong
}

#[test]
fn every_sample_is_mapped_as_expected() {
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        // Captures at fixed positions are cut into cells by the reader of files.
        .filter(|name| {
            (name.ends_with(".csv") || name.ends_with(".conf.txt")) && !name.starts_with("avaya-cm-list")
        })
        .collect();
    names.sort();
    assert!(names.len() > 35, "the samples are there");
    if std::env::var("SHOW").is_ok() {
        for name in &names {
            let Some(table) = detected(name).0 else { continue };
            println!(
                "== {name} {:?} {:?} row {} {:?}",
                table.target,
                table.format_id,
                table.header_row,
                table.refusal.map(|r| r.code)
            );
            for c in table.columns.iter().filter(|c| c.field.is_some()) {
                println!(
                    "   {:<40} {:<18} {:?} {} {}",
                    c.header,
                    code(c),
                    c.group,
                    c.confidence,
                    c.why
                );
            }
            let none: Vec<_> = table
                .columns
                .iter()
                .filter(|c| c.field.is_none())
                .map(|c| {
                    if c.secret {
                        format!("!{}", c.header)
                    } else {
                        c.header.clone()
                    }
                })
                .take(40)
                .collect();
            println!("   none: {none:?}");
        }
    }
    let wrong: Vec<String> = names.iter().flat_map(|name| differences(name)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_must_never_be_stored_is_never_sampled() {
    for entry in std::fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if !name.ends_with(".csv") {
            continue;
        }
        let (table, expected) = detected(&name);
        let Some(table) = table else { continue };
        for column in &table.columns {
            assert!(
                !column.secret || (column.field.is_none() && column.samples.is_empty()),
                "{name}: {}",
                column.header
            );
            assert!(
                column.field.is_none()
                    || !is_secret_header(&column.header)
                    || column.field == Some(ImportField::Btn),
                "{name}: {}",
                column.header
            );
        }
        for secret in expected["never_stored"].as_array().into_iter().flatten() {
            let secret = secret.as_str().unwrap();
            let shown = table
                .columns
                .iter()
                .flat_map(|column| &column.samples)
                .any(|sample| sample == secret);
            let kept = table
                .defaults
                .iter()
                .any(|default| default.value.contains(secret));
            assert!(!shown && !kept, "{name}: {secret} shows");
        }
    }
}
