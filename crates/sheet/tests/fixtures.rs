//! The sample workbooks come out exactly as the expectations written beside them say.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::PathBuf;

use portflow_domain::import::{Existing, ImportSettings, PlanChoices, plan, read_rows, report};
use portflow_domain::mapping::detect_workbook;
use portflow_domain::number::Country;
use portflow_sheet::Limits;
use serde_json::Value;

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures")
        .join(name)
}

/// Imports the one sheet that detection does not set aside, with everything as suggested.
fn dry_run(name: &str) -> Value {
    let bytes = std::fs::read(fixture(name)).unwrap();
    let workbook = portflow_sheet::read(&bytes, name, &Limits::default()).unwrap();
    let detections = detect_workbook(&workbook, Country::US);
    let chosen = detections
        .iter()
        .position(|detection| detection.ignored_why.is_none())
        .unwrap();
    let sheet = &workbook.sheets[chosen];
    let settings = ImportSettings::suggested(sheet, detections[chosen].table.as_ref().unwrap(), Country::US);
    let reading = read_rows(0, sheet, &settings);
    let plan = plan(vec![reading], &Existing::default(), &PlanChoices::default());
    let report = report(name, &workbook.format, &sheet.name, &detections, &settings, &plan);
    serde_json::to_value(report).unwrap()
}

/// Every field that `expected` names must be there with the same value; lists have the same length.
fn differences(path: &str, expected: &Value, found: &Value, into: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for (key, value) in expected {
                let found = found.get(key).unwrap_or(&Value::Null);
                differences(&format!("{path}/{key}"), value, found, into);
            }
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            for (index, (expected, found)) in expected.iter().zip(found).enumerate() {
                differences(&format!("{path}/{index}"), expected, found, into);
            }
        }
        _ if expected == found => {}
        _ => into.push(format!("{path}: expected {expected}, found {found}")),
    }
}

/// Warnings are a set; the words beside them (`notes`, `detail`) are for people.
fn check(name: &str) {
    let text = std::fs::read_to_string(fixture(&format!("{name}.expected.json"))).unwrap();
    let mut expected: Value = serde_json::from_str(&text).unwrap();
    expected.as_object_mut().unwrap().remove("notes");
    for rejected in expected["rejected"].as_array_mut().unwrap() {
        rejected.as_object_mut().unwrap().remove("detail");
    }
    let mut found = dry_run(name);
    for side in [&mut expected, &mut found] {
        let warnings = side["warnings"].as_array_mut().unwrap();
        warnings.sort_by_key(|warning| warning["code"].to_string());
    }
    let mut wrong = Vec::new();
    differences("", &expected, &found, &mut wrong);
    assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
    let columns = |side: &Value| side["detected"]["column_map"].as_object().unwrap().len();
    assert_eq!(columns(&expected), columns(&found), "{name}: as many columns");
}

#[test]
fn a_carriers_number_inventory() {
    check("messy-did-inventory.xlsx");
}

#[test]
fn a_customers_list_of_people() {
    check("messy-user-list.xlsx");
}
