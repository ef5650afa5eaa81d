//! Comparing a dry run with an expectation, with a line for each difference.

use portflow_domain::coded::Coded;
use portflow_domain::mapping::ImportField;
use serde_json::{Map, Value};

/// What came of the files.
pub enum Found {
    /// The error code.
    Refused(String),
    /// The report, and as text everything that would be stored.
    Report { report: Value, stored: String },
}

/// Fields that are for people, or that say where in a row something stands.
const NOT_COMPARED: [&str; 5] = ["detail", "line", "entity", "source_row", "field"];

/// All differences.
pub fn compare(expected: &Value, found: &Found) -> Vec<String> {
    let mut wrong = Vec::new();
    match (expected.get("refused"), found) {
        (Some(refused), Found::Refused(code)) => {
            if refused["code"] != code.as_str() {
                wrong.push(format!("refused with {code}, expected {}", refused["code"]));
            }
        }
        (Some(refused), Found::Report { report, .. }) => {
            let counts = &report["counts"];
            wrong.push(format!(
                "expected the refusal {}, found {counts}",
                refused["code"]
            ));
        }
        (None, Found::Refused(code)) => wrong.push(format!("refused with {code}")),
        (None, Found::Report { report, stored }) => {
            detected(expected, report, &mut wrong);
            counts(&expected["counts"], &report["counts"], &mut wrong);
            for list in ["accepted", "rejected"] {
                found_in(list, &expected[list], &report[list], true, &mut wrong);
            }
            found_in(
                "ignored_rows",
                &expected["ignored_rows"],
                &report["ignored_rows"],
                false,
                &mut wrong,
            );
            warnings(&expected["warnings"], &report["warnings"], &mut wrong);
            if let Some(ranges) = expected.get("ranges_expanded") {
                found_in(
                    "ranges_expanded",
                    ranges,
                    &report["ranges_expanded"],
                    true,
                    &mut wrong,
                );
            }
            nowhere(expected, report, stored, &mut wrong);
        }
    }
    wrong
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn detected(expected: &Value, report: &Value, wrong: &mut Vec<String>) {
    let Some(expected) = expected["detected"].as_object() else {
        return;
    };
    let found = &report["detected"];
    for (name, value) in expected {
        match name.as_str() {
            "column_map" => column_map(value, found, wrong),
            "sheets" | "ignored_sheets" => {
                found_in(name, value, &found[name], true, wrong);
            }
            _ if *value == found[name] => {}
            _ => wrong.push(format!(
                "detected {name}: expected {value}, found {}",
                found[name]
            )),
        }
    }
}

/// Columns whose expectation is a field, or that they are left out; other words are for people.
fn column_map(expected: &Value, found: &Value, wrong: &mut Vec<String>) {
    let map = &found["column_map"];
    for (header, field) in expected.as_object().unwrap() {
        let known = field
            .as_str()
            .is_none_or(|code| ImportField::from_code(code).is_some() || code == "e164_or_range");
        // A header that ends with n stands for all of a numbered group.
        let numbered = header.strip_suffix(" n").map(|group| format!("{group} 1"));
        let found = map
            .get(numbered.as_ref().unwrap_or(header))
            .unwrap_or(&Value::Null);
        let range = (*found == "e164_or_range" || *found == "further_number") && field == "e164";
        if known && field != found && !range {
            wrong.push(format!("column {header:?}: expected {field}, found {found}"));
        }
    }
}

fn counts(expected: &Value, found: &Value, wrong: &mut Vec<String>) {
    for (name, value) in expected.as_object().into_iter().flatten() {
        if *value != found[name] {
            wrong.push(format!("counts {name}: expected {value}, found {}", found[name]));
        }
    }
}

/// Whether both speak of the same row, as far as the expectation says.
fn same_row(expected: &Value, found: &Value) -> bool {
    let named = ["file", "sheet", "name", "source_row", "entity"];
    named.iter().all(|name| match expected.get(name) {
        Some(value) if *name != "name" || expected.get("entity").is_none() => *value == found[name],
        _ => true,
    })
}

/// The fields of a record in which it differs.
fn differing(expected: &Value, found: &Value) -> Vec<String> {
    let empty = Map::new();
    let fields = expected.as_object().unwrap_or(&empty).iter();
    let mut wrong: Vec<String> = fields
        .filter(|(name, value)| !NOT_COMPARED.contains(&name.as_str()) && !says(found, name, value))
        .map(|(name, value)| format!("{name}: expected {value}, found {}", found[name.as_str()]))
        .collect();
    if let Some(field) = expected.get("field") {
        let column = list(&found["columns"]).contains(field);
        if !column && *field != found["field"] {
            let (field_found, columns) = (&found["field"], &found["columns"]);
            wrong.push(format!(
                "field: expected {field}, found {field_found} of {columns}"
            ));
        }
    }
    wrong
}

/// Null is as good as absent; a note may stand among the notes.
fn says(found: &Value, name: &str, value: &Value) -> bool {
    if name == "note" {
        let text = format!("{} {}", found["notes"], found["description"]);
        return value.as_str().is_some_and(|note| text.contains(note));
    }
    found.get(name).unwrap_or(&Value::Null) == value
}

/// Each expected record stands for one that was found; with `all` there is no other one.
pub fn found_in(what: &str, expected: &Value, found: &Value, all: bool, wrong: &mut Vec<String>) {
    let mut left: Vec<&Value> = list(found).iter().collect();
    for record in list(expected) {
        let best = (0..left.len())
            .filter(|index| same_row(record, left[*index]))
            .min_by_key(|index| differing(record, left[*index]).len());
        let Some(best) = best else {
            wrong.push(format!("{what}: missing {record}"));
            continue;
        };
        let found = left.remove(best);
        let fields = differing(record, found);
        if !fields.is_empty() {
            let place = format!("{} {}", record["source_row"], record["entity"]);
            wrong.push(format!("{what} {place}: {}", fields.join("; ")));
        }
    }
    if all {
        wrong.extend(left.iter().map(|record| format!("{what}: too much {record}")));
    }
}

/// Each expected warning is there, with its rows and its value where both sides have one.
pub fn warnings(expected: &Value, found: &Value, wrong: &mut Vec<String>) {
    for warning in list(expected) {
        let is_it = |found: &&Value| {
            let same = |name: &str| warning.get(name).is_none_or(|value| *value == found[name]);
            let rows = list(&found["rows"]);
            let row = warning.get("source_row").is_none_or(|row| rows.contains(row));
            let all_rows = list(&warning["rows"]).iter().all(|row| rows.contains(row));
            let columns = list(&warning["columns"])
                .iter()
                .all(|column| list(&found["columns"]).contains(column));
            let value = ["value", "e164"].iter().all(|name| {
                let other = found.get("value").or_else(|| found.get("e164"));
                let named = warning.get(name).zip(other);
                named.is_none_or(|(value, other)| value == other)
            });
            same("code") && same("file") && same("sheet") && row && all_rows && columns && value
        };
        if !list(found).iter().any(|found| is_it(&found)) {
            let same_code: Vec<String> = list(found)
                .iter()
                .filter(|found| found["code"] == warning["code"])
                .map(Value::to_string)
                .collect();
            wrong.push(format!(
                "warnings: missing {warning}, of this code there are {same_code:?}"
            ));
        }
    }
}

/// Secrets are in no output, and private numbers in no record.
fn nowhere(expected: &Value, report: &Value, stored: &str, wrong: &mut Vec<String>) {
    let text = report.to_string();
    for secret in list(&expected["never_stored"]) {
        let secret = secret.as_str().unwrap();
        if text.contains(secret) || stored.contains(secret) {
            wrong.push(format!("{secret:?} must not be stored"));
        }
    }
    for number in list(&expected["never_ported"]) {
        let carries = |record: &&Value| record["e164"] == *number;
        if list(&report["accepted"]).iter().any(|record| carries(&record)) {
            wrong.push(format!("{number} must not be ported"));
        }
    }
}
