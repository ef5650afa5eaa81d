//! Damaged, hostile and odd files: each gets the answer that was written beside it beforehand.

use serde_json::Value;
use std::path::{Path, PathBuf};

use crate::databases::Place;
use crate::workbench::{Workbench, fixture};

/// The larger files lie beside the expectations, the others with the tests of the reader.
fn file(name: &str) -> PathBuf {
    let here = PathBuf::from(fixture("bad")).join(name);
    if here.exists() {
        return here;
    }
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../crates/sheet/tests/fixtures/bad")
        .join(name)
}

#[test]
fn every_bad_file_gets_the_answer_written_beforehand() {
    // A dry run opens no workspace.
    let bench = Workbench::new(&Place::Sqlite(PathBuf::from("none.portflow")));
    let text = std::fs::read_to_string(fixture("bad/expectations.json")).unwrap();
    let all: Vec<Value> = serde_json::from_str(&text).unwrap();
    let wrong: Vec<String> = all
        .iter()
        .filter_map(|expected| {
            let name = expected["file"].as_str().unwrap();
            let answer = dry_run(&bench, &file(name));
            let others = expected["or"].as_array().into_iter().flatten();
            let fits = std::iter::once(expected)
                .chain(others)
                .any(|one| is_met(one, &answer));
            (!fits).then(|| format!("{name}: {expected} and not {answer}"))
        })
        .collect();
    assert!(all.len() > 40, "the expectations are there");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The report, or the error with its code.
fn dry_run(bench: &Workbench, file: &Path) -> Value {
    let arguments = ["--json", "import", file.to_str().unwrap(), "--dry-run"];
    let output = bench.command(&arguments).output().unwrap();
    let told = if output.status.success() {
        output.stdout
    } else {
        output.stderr
    };
    let told = String::from_utf8(told).unwrap();
    serde_json::from_str(&told).unwrap_or_else(|error| panic!("{}: {error} in {told}", file.display()))
}

fn is_met(expected: &Value, answer: &Value) -> bool {
    if expected["outcome"] != "imported" {
        return answer["code"] == expected["code"];
    }
    let count = |name: &str| match expected["counts"].get(name) {
        Some(wanted) => answer["counts"][name] == *wanted,
        None => answer["counts"].is_object(),
    };
    count("accepted") && count("rejected")
}
