//! Lists of an author who did not know the tables of synonyms, each with the answers of a person: how many columns
//! are read as that person reads them. What the lists are for stands in `tests/fixtures/layouts/README.md`.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::PathBuf;

use portflow_domain::mapping::{ImportField, detect_workbook};
use portflow_domain::number::Country;
use portflow_sheet::Limits;
use serde_json::Value;

/// The fields that a person accepts for a column; none = not imported.
fn accepted(answer: &Value) -> Vec<Option<ImportField>> {
    let field = |value: &Value| serde_json::from_value::<Option<ImportField>>(value.clone()).unwrap();
    match answer["either"].as_array() {
        Some(either) => either.iter().map(field).collect(),
        None => vec![field(&answer["field"])],
    }
}

fn layouts() -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/layouts");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut lists: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|e| e == "csv")).collect();
    lists.sort();
    lists
}

#[test]
fn score() {
    let (mut right, mut all) = (0, 0);
    for path in layouts() {
        let answers: Value =
            serde_json::from_str(&std::fs::read_to_string(path.with_extension("columns.json")).unwrap()).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let workbook = portflow_sheet::read(&std::fs::read(&path).unwrap(), &name, &Limits::default()).unwrap();
        let country = answers["country"].as_str().unwrap().parse::<Country>().unwrap();
        let table = detect_workbook(&workbook, country).remove(0).table.unwrap();
        let mut lines = Vec::new();
        let (mut r, mut w, mut m, mut f) = (0, 0, 0, 0);
        for (i, a) in answers["columns"].as_array().unwrap().iter().enumerate() {
            let c = table.columns.iter().find(|c| c.index == i);
            let got = c.and_then(|c| c.field);
            let want = accepted(a); let got2 = got.filter(|g| *g != ImportField::Notes);
            let kind = if want.contains(&got) || want.contains(&got2) { r += 1; continue } else if got.is_none() || got == Some(ImportField::Notes) { m += 1; "missed" }
              else if want.contains(&None) { f += 1; "FALSE" } else { w += 1; "WRONG" };
            lines.push(format!("    {kind} {:?}: want {want:?} got {got:?} ({} {})", a["header"], c.map_or(0, |c| c.confidence), c.map_or("", |c| &c.why)));
        }
        right += r; all += answers["columns"].as_array().unwrap().len();
        println!("{name}: target {:?}{} header {}{} right {r}/{} wrong {w} missed {m} false {f}", table.target, if serde_json::to_value(table.target).unwrap() == answers["target"] { "" } else { " WRONG" }, table.header_row, if answers["header_row"] == table.header_row { "" } else { " WRONG" }, answers["columns"].as_array().unwrap().len());
        for l in lines { println!("{l}"); }
    }
    println!("{right}/{all}");
}
