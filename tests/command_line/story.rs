//! The main job from an empty place to a submitted order, its workbook and its script.

use portflow_domain::workbook::{Cell, Sheet};
use serde_json::Value;

use crate::databases::{Place, on_postgres, on_sqlite};
use crate::leaks::assert_secrets_stay_inside;
use crate::project;
use crate::workbench::{Workbench, fixture};

#[tokio::test]
async fn main_job_in_a_file() {
    on_sqlite(main_job).await;
}

#[tokio::test]
async fn main_job_on_postgres() {
    on_postgres("", main_job).await;
}

async fn main_job(place: Place) {
    let bench = Workbench::new(&place);
    bench.init();
    project::set_up(&bench, "Example Corp");
    imports_as_expected(&bench);
    assigns_numbers(&bench);
    project::add_account(&bench, "Example Corp");
    let order = project::submit_order(&bench);
    order_moved_its_numbers(&bench, &order);
    workbook_is_complete_and_inert(&bench, &order);
    script_is_sound(&bench, &order);
    everything_is_told(&bench);
    assert_secrets_stay_inside(&bench, &place).await;
}

/// A dry run reports and stores nothing; the commit stores what it reported; a second import changes nothing.
fn imports_as_expected(bench: &Workbench) {
    let file = fixture("messy-did-inventory.xlsx");
    let expected: Value =
        serde_json::from_slice(&std::fs::read(format!("{file}.expected.json")).unwrap()).unwrap();
    let report = bench.json(&["import", &file, "--dry-run"]);
    for count in ["accepted", "rejected", "ignored", "by_entity"] {
        assert_eq!(report["counts"][count], expected["counts"][count], "{count}");
    }
    assert_eq!(bench.json(&["numbers", "list"]), serde_json::json!([]));
    let (numbers, people) = project::import_both(bench);
    assert_eq!(counts(&numbers), [28, 0, 0, 10]);
    assert_eq!(counts(&people), [13, 1, 0, 7]);
    let again = bench.json(&["import", &file]);
    assert_eq!(counts(&again), [0, 0, 28, 10]);
    assert_eq!(bench.json(&["people", "list"]).as_array().unwrap().len(), 13);
}

fn counts(batch: &Value) -> [i64; 4] {
    ["inserted", "updated", "unchanged", "rejected"].map(|name| batch[name].as_i64().unwrap())
}

fn assigns_numbers(bench: &Workbench) {
    let before = bench
        .json(&["numbers", "list", "--unassigned"])
        .as_array()
        .unwrap()
        .len();
    let free = bench.json(&["numbers", "list", "--unassigned", "--status", "not_started"]);
    let number = free[0]["number"].as_str().unwrap();
    let people = bench.json(&["people", "list"]);
    let without = people
        .as_array()
        .unwrap()
        .iter()
        .find(|person| person["numbers"].is_null());
    let upn = without.and_then(|person| person["upn"].as_str()).unwrap();
    bench.run(&["numbers", "assign", number, "--to", upn]);
    let after = bench
        .json(&["numbers", "list", "--unassigned"])
        .as_array()
        .unwrap()
        .len();
    assert_eq!(after + 1, before);
    let found = bench.json(&["numbers", "list", "--search", number]);
    assert_eq!(found[0]["holderUpn"], upn);
}

fn order_moved_its_numbers(bench: &Workbench, order: &str) {
    let shown = bench.json(&["order", "show", order]);
    assert_eq!(shown["order"]["status"], "submitted");
    for number in shown["numbers"].as_array().unwrap() {
        assert_eq!(number["portingStatus"], "loa_submitted", "{number}");
    }
    // For people, what is absent is a dash: a number without a holder, a step without a reason.
    let lines = bench.run(&["order", "show", order]);
    let ends_in_a_dash = |line: &str| line.split_whitespace().last() == Some("-");
    assert!(lines.lines().any(ends_in_a_dash), "{lines}");
    let log = bench.run(&["activity", "--limit", "200"]);
    for told in [&lines, &log] {
        assert!(!told.contains("null"), "{told}");
    }
    assert!(!log.contains("numbers, numbers"), "{log}");
}

/// The account number and the PIN stand in the workbook; text that looks like a formula is text.
fn workbook_is_complete_and_inert(bench: &Workbench, order: &str) {
    let path = bench.path("request.xlsx");
    bench.run(&[
        "order",
        "export",
        order,
        "--kind",
        "request",
        "--out",
        path.to_str().unwrap(),
    ]);
    let bytes = std::fs::read(&path).unwrap();
    let workbook = portflow_sheet::read(&bytes, "request.xlsx", &portflow_sheet::Limits::default()).unwrap();
    let sheet = &workbook.sheets[0];
    for text in [project::ACCOUNT_NUMBER, project::PIN, project::FORMULA_LIKE] {
        assert!(has_text(sheet, text), "{text} is not in {:?}", sheet.rows);
    }
    assert_eq!(sheet.formula_cells, []);
    let numbers = project_numbers(bench, order);
    assert!(!numbers.is_empty());
    for number in numbers {
        let digits = number.trim_start_matches("+1");
        let forms = [number.clone(), digits.to_owned(), dashed(digits)];
        assert!(
            forms.iter().any(|form| has_text(sheet, form)),
            "{number} is not in {:?}",
            sheet.rows
        );
    }
}

fn has_text(sheet: &Sheet, text: &str) -> bool {
    sheet
        .rows
        .iter()
        .flatten()
        .any(|cell| *cell == Cell::Text(text.into()))
}

fn dashed(digits: &str) -> String {
    format!("{}-{}-{}", &digits[..3], &digits[3..6], &digits[6..])
}

fn project_numbers(bench: &Workbench, order: &str) -> Vec<String> {
    let shown = bench.json(&["order", "show", order]);
    let numbers = shown["numbers"].as_array().unwrap();
    numbers
        .iter()
        .map(|number| number["e164"].as_str().unwrap().to_owned())
        .collect()
}

/// The script keeps the contract of its commands and names the numbers of the order that somebody holds.
fn script_is_sound(bench: &Workbench, order: &str) {
    let path = bench.path("cutover.ps1");
    let script = [
        "script",
        "--migration",
        "Teams Phone",
        "--kind",
        "cutover",
        "--order",
        order,
    ];
    let script = [&script[..], &["--out", path.to_str().unwrap()]].concat();
    // The list of people gives one of them two numbers, and Teams lets a person hold one.
    let refusal = bench.refusal(&script, 5);
    assert!(
        refusal["message"]
            .as_str()
            .unwrap()
            .contains("two.numbers@example.com"),
        "{refusal}"
    );
    assert!(!path.exists());
    bench.run(&["numbers", "assign", "+12145550116", "--to", "nobody"]);
    bench.run(&script);
    let bytes = std::fs::read(&path).unwrap();
    let findings = portflow_powershell::check::check_file(&bytes);
    assert!(findings.is_empty(), "{findings:?}");
    let text = String::from_utf8(bytes).unwrap();
    for number in project_numbers(bench, order) {
        assert_eq!(
            text.contains(&number),
            number != "+12145550116",
            "{number} in the script"
        );
    }
}

fn everything_is_told(bench: &Workbench) {
    let status = bench.json(&["status"]);
    let migration = &status["migrations"][0];
    assert_eq!(migration["path"], "Example Corp/Dallas HQ/Teams Phone");
    assert_eq!(migration["totalUsers"], 13);
    let log = bench.json(&["activity", "--limit", "500"]);
    let entries = log.as_array().unwrap();
    for entity in [
        "customer",
        "site",
        "migration",
        "import_batch",
        "losing_account",
        "port_order",
        "generated_script",
    ] {
        assert!(
            entries.iter().any(|entry| entry["entityType"] == entity),
            "no {entity} in {log}"
        );
    }
    assert!(
        entries.iter().all(|entry| entry["actorName"] == "Test Person"),
        "{log}"
    );
}
