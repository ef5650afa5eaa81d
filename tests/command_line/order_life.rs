//! Orders from the proposal to the last number, from the terminal: split by the carrier's size, supplemented, partly
//! ported, and taken over half-way.

use serde_json::{Value, json};

use crate::databases::{Place, on_postgres, on_sqlite};
use crate::project;
use crate::workbench::Workbench;

#[tokio::test]
async fn orders_live_in_a_file() {
    on_sqlite(lives).await;
}

#[tokio::test]
async fn orders_live_on_postgres() {
    on_postgres("", lives).await;
}

async fn lives(place: Place) {
    let bench = Workbench::new(&place);
    bench.init();
    project::set_up(&bench, "Example Corp");
    project::add_account(&bench, "Example Corp");
    bench.run(&["carrier", "set", "verizon", "maxNumbersPerOrder=10"]);
    let add = ["numbers", "range", "--account", "Old Telephone Company"];
    bench.run(&[&add[..], &["214-555-0199", "214-600-0100 thru 0121"]].concat());
    let orders = proposed(&bench);
    waits_for_the_earlier_one(&bench, &orders);
    supplemented(&bench, &orders[0]);
    partly_ported(&bench, &orders[0]);
    taken_over(&bench);
}

/// 23 numbers at ten an order are three in sequence, the BTN in the third.
fn proposed(bench: &Workbench) -> Vec<String> {
    let propose = ["order", "propose", "--migration", "Teams Phone"];
    let found = bench.json(&propose);
    let proposed = found["orders"].as_array().unwrap();
    let sizes: Vec<_> = proposed
        .iter()
        .map(|order| order["numbers"].as_array().unwrap().len())
        .collect();
    assert_eq!(sizes, [10, 10, 3], "{found:#}");
    let scopes: Vec<_> = proposed.iter().map(|order| &order["scope"]).collect();
    assert_eq!(scopes, ["partial", "partial", "full"]);
    let has_btn = |order: &Value| {
        let numbers = order["numbers"].as_array().unwrap();
        numbers.iter().any(|it| it["number"] == "+12145550199")
    };
    assert_eq!(
        proposed.iter().map(has_btn).collect::<Vec<_>>(),
        [false, false, true]
    );
    assert!(
        bench
            .run(&propose)
            .contains("The carrier takes 10 numbers in an order.")
    );
    let made = bench.json(&[&propose[..], &["--make"]].concat());
    made.as_array()
        .unwrap()
        .iter()
        .map(|order| order["pon"].as_str().unwrap().to_owned())
        .collect()
}

fn step(bench: &Workbench, order: &str, to: &str, more: &[&str]) {
    bench.run(&[&["order", "transition", order, "--to", to][..], more].concat());
}

fn signed(bench: &Workbench, order: &str) {
    let today = project::today();
    step(bench, order, "ready", &[]);
    step(bench, order, "loa_requested", &[]);
    step(bench, order, "loa_signed", &["--signed-on", &today]);
}

fn waits_for_the_earlier_one(bench: &Workbench, orders: &[String]) {
    for order in orders {
        bench.run(&["order", "set", order, "--signer", "Alex Example"]);
    }
    signed(bench, &orders[0]);
    step(bench, &orders[0], "submitted", &[]);
    signed(bench, &orders[1]);
    let refusal = bench.refusal(&["order", "transition", &orders[1], "--to", "submitted"], 5);
    let message = refusal["message"].as_str().unwrap();
    assert!(message.contains(&orders[0]), "{refusal}");
}

fn supplemented(bench: &Workbench, order: &str) {
    let foc = ["--foc", "2027-02-09 10:00"];
    step(bench, order, "foc_received", &foc);
    let reason = ["--reason", "The customer asked for it"];
    let supplement = ["order", "supplement", order];
    bench.refusal(&[&supplement[..], &reason].concat(), 5);
    let later = ["--desired-date", "2027-02-16"];
    bench.run(&[&supplement[..], &reason, &later].concat());
    step(bench, order, "foc_received", &["--foc", "2027-02-16 10:00"]);
    let without = ["--remove", "2146000100"];
    bench.refusal(&[&supplement[..], &reason, &without].concat(), 5);
    let today = project::today();
    let signed = ["--signed-on", &today];
    bench.run(&[&supplement[..], &reason, &without, &signed].concat());
    let detail = bench.json(&["order", "show", order]);
    let kinds: Vec<_> = detail["versions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["supplement"])
        .collect();
    assert_eq!(kinds, [&json!(null), &json!("new_date"), &json!("other")]);
    let shown = bench.run(&["order", "show", order]);
    for text in ["desiredDate 2027-03-01 > 2027-02-16", "numbers -12146000100"] {
        assert!(shown.contains(text), "{text}: {shown}");
    }
}

fn partly_ported(bench: &Workbench, order: &str) {
    // The day after the clocks of the site have changed, which those of the carrier never do.
    let foc = ["--foc", "2027-03-15 10:00", "--foc-zone", "America/Phoenix"];
    step(bench, order, "foc_received", &foc);
    step(bench, order, "scheduled", &[]);
    let evidence = ["--reason", "The carrier's portal says so"];
    let moved = ["--outcome", "ported=2146000101,2146000102"];
    step(
        bench,
        order,
        "partially_ported",
        &[&evidence[..], &moved].concat(),
    );
    let shown = bench.run(&["order", "show", order]);
    let clocks = "FOC: 2027-03-15 10:00 MST = 2027-03-15 12:00 CDT";
    for text in [clocks, "2 of 9 ported", "missing: +12146000103"] {
        assert!(shown.contains(text), "{text}: {shown}");
    }
    bench.run(&[
        "numbers",
        "transition",
        "2146000101",
        "2146000102",
        "--to",
        "verified",
    ]);
    let close = ["order", "transition", order, "--to", "closed"];
    let refusal = bench.refusal(&[&close[..], &evidence].concat(), 5);
    assert!(
        refusal["message"].as_str().unwrap().contains("+12146000103"),
        "{refusal}"
    );
    let rest: Vec<String> = (103..110).map(|line| format!("2146000{line}")).collect();
    let released = format!("released={}", rest.join(","));
    let settled = ["--outcome", &released];
    step(bench, order, "closed", &[&evidence[..], &settled].concat());
    let again = bench.json(&["order", "propose", "--migration", "Teams Phone"]);
    let count = again["orders"][0]["numbers"].as_array().unwrap().len();
    assert_eq!(count, 8, "the released ones and the one that left: {again:#}");
}

fn taken_over(bench: &Workbench) {
    bench.run(&[
        "numbers",
        "add",
        "2146000200",
        "--account",
        "Old Telephone Company",
    ]);
    for to in ["loa_submitted", "foc_received"] {
        bench.run(&["numbers", "transition", "2146000200", "--to", to]);
    }
    let adopt = [
        "order",
        "adopt",
        "--migration",
        "Teams Phone",
        "--account",
        "Old Telephone Company",
        "--numbers",
        "2146000200",
        "--pon",
        "VZ-77",
        "--reason",
        "Begun by a former partner",
    ];
    let dated = ["--foc", "2027-02-09 10:00"];
    bench.refusal(&[&adopt[..], &dated, &["--status", "scheduled"]].concat(), 5);
    bench.refusal(&[&adopt[..], &["--status", "foc_received"]].concat(), 4);
    bench.run(&[&adopt[..], &dated, &["--status", "foc_received"]].concat());
    let detail = bench.json(&["order", "show", "VZ-77"]);
    assert_eq!(detail["order"]["status"], "foc_received");
    assert_eq!(detail["events"][0]["reason"], "Begun by a former partner");
}
