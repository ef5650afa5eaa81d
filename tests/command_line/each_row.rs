//! The rows of the command line that the main job does not need, for people and for programs.

use serde_json::{Value, json};

use crate::databases::{Place, on_postgres, on_sqlite};
use crate::project;
use crate::workbench::{Workbench, fixture, refused};

#[tokio::test]
async fn team_and_lists_in_a_file() {
    on_sqlite(team_and_lists).await;
}

#[tokio::test]
async fn team_and_lists_on_postgres() {
    on_postgres("", team_and_lists).await;
}

#[tokio::test]
async fn inventory_in_a_file() {
    on_sqlite(inventory).await;
}

#[tokio::test]
async fn inventory_on_postgres() {
    on_postgres("", inventory).await;
}

#[tokio::test]
async fn dry_runs_in_a_file() {
    on_sqlite(dry_runs).await;
}

#[tokio::test]
async fn dry_runs_on_postgres() {
    on_postgres("", dry_runs).await;
}

#[tokio::test]
async fn imports_in_a_file() {
    on_sqlite(imports).await;
}

#[tokio::test]
async fn imports_on_postgres() {
    on_postgres("", imports).await;
}

#[tokio::test]
async fn orders_in_a_file() {
    on_sqlite(orders).await;
}

#[tokio::test]
async fn orders_on_postgres() {
    on_postgres("", orders).await;
}

#[tokio::test]
async fn demonstration_in_a_file() {
    on_sqlite(demonstration).await;
}

#[tokio::test]
async fn demonstration_on_postgres() {
    on_postgres("", demonstration).await;
}

/// What was added is listed, as a table for people and as JSON for programs.
async fn team_and_lists(place: Place) {
    let bench = Workbench::new(&place);
    bench.init();
    project::set_up(&bench, "Example Corp");
    project::add_account(&bench, "Example Corp");
    let add = [
        "member",
        "add",
        "--name",
        "Second Person",
        "--email",
        "second@example.com",
        "--role",
        "viewer",
    ];
    assert_eq!(bench.json(&add)["role"], "viewer");
    for (list, text) in [
        (&["member", "list"][..], "second@example.com"),
        (&["customer", "list"], "Example Corp"),
        (&["contact", "list"], "Alex Example"),
        (&["site", "list"], "Plano"),
        (&["site", "discovery", "list"], "Plano"),
        (&["migration", "list"], "Example Corp/Dallas HQ/Teams Phone"),
        (&["carrier", "list"], "verizon"),
        (&["account", "list"], "Old Telephone Company"),
        (&["status"], "Example Corp/Dallas HQ/Teams Phone"),
        (&["activity"], "Test Person"),
    ] {
        let printed = bench.run(list);
        assert!(printed.contains(text), "{list:?} printed {printed}");
        assert!(bench.json(list).to_string().contains(text), "{list:?}");
    }
    let called = bench.json(&["call", "customer_list", "{}"]);
    assert_eq!(called, bench.json(&["customer", "list"]));
    assert!(bench.run(&["workspace", "check"]).contains("sound"));
    // Already of this format: upgrading changes nothing.
    bench.run(&["workspace", "upgrade"]);
    backup(&bench, &place);
    a_contact_changes(&bench);
    viewers_only_look(&bench);
}

/// What is named changes, an empty text clears, the rest stays.
fn a_contact_changes(bench: &Workbench) {
    let add = [
        "contact",
        "add",
        "--customer",
        "Example Corp",
        "--name",
        "Bo Example",
        "--kind",
        "technical",
    ];
    bench.run(
        &[
            &add[..],
            &[
                "--title",
                "Porter",
                "--email",
                "bo@example.com",
                "--site",
                "Plano",
            ],
        ]
        .concat(),
    );
    let set = [
        "contact",
        "set",
        "Bo Example",
        "--kind",
        "escalation",
        "--title",
        "",
        "--phone",
        "214-555-0111",
    ];
    let after = bench.json(&set);
    assert_eq!(after["kind"], "escalation");
    assert_eq!(after["title"], Value::Null);
    assert_eq!(
        (&after["email"], &after["phone"]),
        (&json!("bo@example.com"), &json!("214-555-0111"))
    );
    assert!(after["siteId"].is_string(), "{after}");
    bench.run(&["contact", "remove", "Bo Example"]);
    assert!(!bench.run(&["contact", "list"]).contains("Bo Example"));
    bench.refusal(&["contact", "remove", "Bo Example"], 3);
}

/// A copy of a file opens as the same workspace; a database is copied by its server's own means.
fn backup(bench: &Workbench, place: &Place) {
    let copy = bench.path("copy.portflow");
    let out = copy.to_str().unwrap();
    match place {
        Place::Sqlite(_) => {
            bench.run(&["workspace", "backup", "--out", out]);
            let customers = bench.json(&["customer", "list"]);
            assert_eq!(bench.json(&["--workspace", out, "customer", "list"]), customers);
        }
        Place::Postgres(_) => {
            bench.refusal(&["workspace", "backup", "--out", out], 5);
            assert!(!copy.exists());
        }
    }
}

fn viewers_only_look(bench: &Workbench) {
    let viewer = [
        "--json",
        "--member",
        "second@example.com",
        "customer",
        "add",
        "--name",
        "Another",
    ];
    let error = refused(bench.command(&viewer), 5);
    assert_eq!(error["code"], "refused");
    let nobody = ["--json", "--member", "nobody@example.com", "customer", "list"];
    refused(bench.command(&nobody), 3);
    assert!(!bench.run(&["customer", "list"]).contains("Another"));
}

async fn inventory(place: Place) {
    let bench = Workbench::new(&place);
    bench.init();
    project::set_up(&bench, "Example Corp");
    project::import_both(&bench);
    let batches = bench.json(&["import", "list", "--migration", "Teams Phone"]);
    assert_eq!(batches.as_array().unwrap().len(), 2);

    let number = project::numbers_held(&bench).remove(0);
    let set = bench.json(&["numbers", "set", &number, "--disposition", "disconnect"]);
    assert_eq!(set[0]["disposition"], "disconnect");
    let set = bench.json(&[
        "numbers",
        "set",
        &number,
        "--disposition",
        "port",
        "--usage",
        "voice_app",
    ]);
    assert_eq!(
        (&set[0]["disposition"], &set[0]["usage"]),
        (&json!("port"), &json!("voice_app"))
    );
    let freed = bench.json(&["numbers", "assign", &number, "--to", "nobody"]);
    assert_eq!(freed[0]["number"], number.as_str());
    let unassigned = bench.json(&["numbers", "list", "--unassigned", "--search", &number[2..]]);
    assert_eq!(unassigned.as_array().unwrap().len(), 1, "{unassigned}");

    let refusal = bench.refusal(&["numbers", "transition", &number, "--to", "verified"], 5);
    assert_eq!(refusal["code"], "refused");
    bench.refusal(&["numbers", "set", "+12145559876", "--type", "fax"], 3);
    bench.refusal(&["numbers", "set", "not a number", "--type", "fax"], 4);
    let people = bench.json(&["people", "list", "--search", "siobhan"]);
    assert_eq!(people[0]["upn"], "siobhan.obrien@example.com");
}

async fn orders(place: Place) {
    let bench = Workbench::new(&place);
    bench.init();
    project::set_up(&bench, "Example Corp");
    project::import_both(&bench);
    project::add_account(&bench, "Example Corp");
    let order = project::add_order(&bench);
    let list = bench.json(&["order", "list", "--migration", "Teams Phone"]);
    assert_eq!(
        (&list[0]["pon"], &list[0]["status"]),
        (&json!(order), &json!("draft"))
    );

    let check = bench.run(&["order", "check", &order]);
    assert!(
        check.contains("ready") && check.contains("a losing account"),
        "{check}"
    );
    let steps = bench.json(&["order", "check", &order]);
    assert_eq!(steps[0]["status"], "ready");
    // A step that the state machine has not, and a step whose conditions are not met.
    bench.refusal(&["order", "transition", &order, "--to", "ported"], 5);
    for status in ["ready", "loa_requested"] {
        bench.run(&["order", "transition", &order, "--to", status]);
    }
    let unsigned = bench.refusal(&["order", "transition", &order, "--to", "loa_signed"], 5);
    assert!(unsigned["hints"].to_string().contains("signature"), "{unsigned}");
    for (status, option) in [("loa_signed", "--signed-on"), ("submitted", "")] {
        let (step, today) = (["order", "transition", &order, "--to", status], project::today());
        let more: &[&str] = if option.is_empty() { &[] } else { &[option, &today] };
        bench.run(&[&step[..], more].concat());
    }
    carrier_answers(&bench, &order);
    bench.refusal(&["order", "show", "PON-UNKNOWN"], 3);
}

/// Rejected, corrected and submitted again, then committed to a date.
fn carrier_answers(bench: &Workbench, order: &str) {
    let step =
        |to: &str, more: &[&str]| bench.run(&[&["order", "transition", order, "--to", to], more].concat());
    bench.refusal(&["order", "transition", order, "--to", "rejected"], 5);
    let codes = bench.json(&["call", "reject_code_list"]);
    let code = codes[0]["code"].as_str().unwrap();
    step(
        "rejected",
        &["--reject-code", code, "--reason", "The carrier said so."],
    );
    let shown = bench.json(&["order", "show", order]);
    assert_eq!(shown["order"]["status"], "rejected");
    for to in ["draft", "ready", "loa_requested"] {
        step(to, &[]);
    }
    step("loa_signed", &["--signed-on", &project::today()]);
    step("submitted", &[]);
    bench.refusal(
        &[
            "order",
            "transition",
            order,
            "--to",
            "foc_received",
            "--foc",
            "soon",
        ],
        4,
    );
    step("foc_received", &["--foc", "2027-02-09 10:00"]);
    let shown = bench.run(&["order", "show", order]);
    assert!(shown.contains("foc_received"), "{shown}");
    let listed = bench.json(&["order", "list"]);
    assert_eq!(listed[0]["focLocalDate"], "2027-02-09");
}

/// One command makes a workspace with every document of the main job.
async fn demonstration(place: Place) {
    let bench = Workbench::new(&place);
    let out = bench.path("documents");
    bench.run(&["demo", "--out", out.to_str().unwrap()]);
    for document in ["port-request.xlsx", "cutover.ps1"] {
        assert!(out.join(document).metadata().unwrap().len() > 0, "{document}");
    }
    assert_eq!(bench.json(&["order", "list"])[0]["status"], "submitted");
    // A workspace is never made over another.
    bench
        .command(&["demo"])
        .output()
        .map(|output| assert!(!output.status.success()))
        .unwrap();
    assert_eq!(bench.json(&["customer", "list"]).as_array().unwrap().len(), 1);
    assert!(bench.json(&["import", &fixture("messy-did-inventory.xlsx"), "--dry-run"])["counts"].is_object());
}

/// A file with a good row, a bad one and a person, as a customer would send it.
const LIST: &str = "Telephone Number,Description\n2145550101,Lobby\n5550102,Door\n";

/// A dry run needs no workspace, and a refused file says why.
async fn dry_runs(place: Place) {
    let bench = Workbench::new(&place);
    std::fs::write(bench.path("list.csv"), LIST).unwrap();
    std::fs::write(bench.path("head.csv"), "UPN,Display Name,Phone\n").unwrap();
    std::fs::write(bench.path("words.csv"), "Name\nKim\nLee\n").unwrap();
    std::fs::write(bench.path("names.csv"), "Name\nZoe Muller\nAna Nunez\n").unwrap();
    std::fs::write(bench.path("empty.xlsx"), "").unwrap();
    let report = bench.json(&["import", "list.csv", "--dry-run", "--country", "US"]);
    let counts = ["accepted", "rejected"].map(|name| report["counts"][name].clone());
    assert_eq!(counts, [json!(1), json!(1)]);
    assert_eq!(report["rejected"][0]["reason"], "missing_area_code");
    assert_eq!(report["detected"]["target"], "phone_numbers", "{report}");
    let sheet = bench.json(&[
        "import",
        "list.csv",
        "--dry-run",
        "--sheet",
        "list",
        "--as",
        "numbers",
    ]);
    assert_eq!(sheet["counts"], report["counts"]);
    for (file, code, exit_code) in [
        ("head.csv", "header_only", 7),
        ("words.csv", "no_identity_column", 4),
        ("names.csv", "no_identity_column", 4),
        ("empty.xlsx", "empty_file", 7),
    ] {
        let refusal = bench.refusal(&["import", file, "--dry-run"], exit_code);
        assert_eq!(refusal["code"], code, "{refusal}");
        assert!(!refusal["message"].as_str().unwrap().is_empty());
        assert!(!refusal["hints"].as_array().unwrap().is_empty(), "{refusal}");
    }
    bench.refusal(&["import", "list.csv", "--dry-run", "--sheet", "Other"], 4);
    let without = bench.command(&["import", "list.csv"]).output().unwrap();
    assert!(!without.status.success(), "storing needs a workspace");
}

/// An import is listed, its rejected rows are written, and it is undone.
async fn imports(place: Place) {
    let bench = Workbench::new(&place);
    bench.init();
    project::set_up(&bench, "Example Corp");
    std::fs::write(bench.path("list.csv"), LIST).unwrap();
    let batch = bench.json(&["import", "list.csv"]);
    let id = batch["id"].as_str().unwrap();
    let listed = bench.run(&["import", "list"]);
    assert!(listed.contains(id) && listed.contains("committed"), "{listed}");
    bench.run(&["import", "rejected", id, "--out", "rejected.xlsx"]);
    let again = bench.json(&["import", "rejected.xlsx", "--dry-run"]);
    assert_eq!(again["rejected"][0]["value"], "5550102", "{again}");
    let preview = bench.json(&["import", "undo", id, "--dry-run"]);
    assert_eq!(preview["byEntity"][0]["removed"], 1);
    assert_eq!(bench.json(&["numbers", "list"]).as_array().unwrap().len(), 1);
    let told = bench.run(&["import", "undo", id]);
    assert!(told.contains("1 removed"), "{told}");
    assert_eq!(bench.json(&["numbers", "list"]), json!([]));
    let refusal = bench.refusal(&["import", "undo", id], 5);
    assert_eq!(refusal["code"], "refused");
    let two = bench.json(&["import", "list.csv", "rejected.xlsx"]);
    assert_eq!(two["inserted"], 1, "{two}");
    bench.refusal(&["import", "list.csv", "--profile", "Nobody's"], 3);
}
