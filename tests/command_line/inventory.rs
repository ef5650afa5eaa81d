//! The inventory by hand: ranges looked at and added, parts of them changed, numbers removed, blocks and duplicates.

use crate::databases::{Place, on_postgres, on_sqlite};
use crate::project;
use crate::workbench::Workbench;

#[tokio::test]
async fn the_inventory_by_hand() {
    on_sqlite(inventory_by_hand).await;
}

#[tokio::test]
async fn the_inventory_by_hand_on_postgres() {
    on_postgres("", inventory_by_hand).await;
}

async fn inventory_by_hand(place: Place) {
    let bench = Workbench::new(&place);
    bench.init();
    project::set_up(&bench, "Example Corp");
    ranges(&bench);
    parts(&bench);
    views(&bench);
    single_numbers(&bench);
    project::set_up(&bench, "Second Corp");
    elsewhere(&bench);
}

fn ranges(bench: &Workbench) {
    let range = [
        "numbers",
        "range",
        "972-555-0100 thru 0149",
        "--exclude",
        "0110-0119",
    ];
    let preview = bench.json(&[&range[..], &["--dry-run"]].concat());
    assert_eq!(preview["new"], 40, "{preview}");
    assert_eq!(preview["excluded"], 10);
    assert_eq!(bench.json(&["numbers", "list"]).as_array().unwrap().len(), 0);
    let added = bench.json(&[&range[..], &["--disposition", "port", "--rate-center", "DALLAS"]].concat());
    assert_eq!(added["added"], 40);
    let told = bench.run(&["numbers", "range", "972-555-0140 thru 0159", "--dry-run"]);
    assert!(told.contains("10 new: +19725550150 to +19725550159"), "{told}");
    assert!(
        told.contains("already here: +19725550140 to +19725550149"),
        "{told}"
    );
    let refused = bench.refusal(&["numbers", "range", "972-555-0149 thru 0100"], 4);
    assert!(
        refused["message"]
            .as_str()
            .unwrap()
            .contains("ends before it begins"),
        "{refused}"
    );
}

fn parts(bench: &Workbench) {
    let split = [
        "numbers",
        "split",
        "972-555-0120 thru 0124",
        "--disposition",
        "retain",
    ];
    assert_eq!(bench.json(&split)["changed"], 5);
    let map = bench.json(&["numbers", "blocks"]);
    let runs: Vec<_> = map["runs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|run| {
            (
                run["count"].as_u64().unwrap(),
                run["disposition"].as_str().unwrap().to_owned(),
            )
        })
        .collect();
    let wanted = [(10, "port"), (5, "retain"), (25, "port")];
    assert_eq!(runs, wanted.map(|(count, what)| (count, what.to_owned())));
    let table = bench.run(&["numbers", "blocks"]);
    assert!(table.contains("+197255501xx  40     60"), "{table}");
    let gone = bench.json(&["numbers", "remove", "972-555-0140 thru 0149"]);
    assert_eq!(gone["changed"], 10);
}

fn views(bench: &Workbench) {
    let view = r#"{ "screen": "numbers", "name": "Stays", "isShared": true, "layout": { "filters":
        [{ "column": "disposition", "values": ["retain"] }],
        "sort": [{ "column": "number", "descending": true }] } }"#;
    bench.json(&["call", "saved_view_save", view]);
    let listed = bench.json(&["numbers", "list", "--view", "stays"]);
    let numbers: Vec<_> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["number"].as_str().unwrap())
        .collect();
    assert_eq!(numbers.len(), 5);
    assert_eq!((numbers[0], numbers[4]), ("+19725550124", "+19725550120"));
    bench.refusal(&["numbers", "list", "--view", "Gone"], 3);
}

fn single_numbers(bench: &Workbench) {
    let add = [
        "numbers",
        "add",
        "+12145550177",
        "--type",
        "fax",
        "--disposition",
        "new",
        "--notes",
        "Door",
    ];
    assert_eq!(bench.json(&add)["added"], 1);
    assert_eq!(bench.refusal(&add, 6)["field"], "numbers");
    let set = bench.json(&["numbers", "set", "+12145550177", "--usage", "user", "--notes", ""]);
    assert_eq!(set[0]["numberType"], "fax");
    assert_eq!(set[0]["notes"], serde_json::Value::Null);
    bench.refusal(
        &["numbers", "assign", "+12145550177", "--to", "nobody@example.com"],
        3,
    );
    bench.refusal(&["numbers", "remove", "214-555-0199"], 4);
    let log = bench.json(&["activity"]).to_string();
    assert!(log.contains("+12145550177") && log.contains("deleted"), "{log}");
}

fn elsewhere(bench: &Workbench) {
    let second = "Second Corp/Dallas HQ/Teams Phone";
    let range = [
        "numbers",
        "range",
        "972-555-0100 thru 0102",
        "--migration",
        second,
    ];
    let preview = bench.json(&[&range[..], &["--dry-run"]].concat());
    assert_eq!(
        preview["elsewhere"][0]["path"],
        "Example Corp/Dallas HQ/Teams Phone"
    );
    let careful = bench.refusal(&[&range[..], &["--only-new-everywhere"]].concat(), 4);
    assert_eq!(careful["code"], "invalid_input", "{careful}");
    assert_eq!(bench.json(&range)["added"], 3);
    let twice = bench.json(&["numbers", "duplicates"]);
    assert_eq!(twice.as_array().unwrap().len(), 3);
    assert_eq!(twice[0]["places"].as_array().unwrap().len(), 2);
    let listed = bench.json(&["numbers", "list", "--elsewhere", "--migration", second]);
    assert_eq!(listed.as_array().unwrap().len(), 3);
}
