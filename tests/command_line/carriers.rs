//! Carriers from the terminal: listed, changed, confirmed, out and in as files, asked for days, their own workbook.

use serde_json::{Value, json};

use crate::databases::{Place, on_postgres, on_sqlite};
use crate::workbench::Workbench;

const MIGRATION: &str = "Clinic/North clinic/Phase 1";

#[tokio::test]
async fn carriers_in_a_file() {
    on_sqlite(carriers).await;
}

#[tokio::test]
async fn carriers_on_postgres() {
    on_postgres("", carriers).await;
}

async fn carriers(place: Place) {
    let bench = Workbench::new(&place);
    bench.init();
    listed_and_changed(&bench);
    out_and_in(&bench);
    days(&bench);
    a_list_and_an_own_workbook(&bench);
}

fn listed_and_changed(bench: &Workbench) {
    let list = bench.run(&["carrier", "list"]);
    for code in ["verizon", "fusionconnect", "gtt", "microsoft"] {
        assert!(list.contains(code), "{list}");
    }
    assert_eq!(list.matches("to confirm with the carrier").count(), 3, "{list}");
    let rules = [
        "leadTimeBusinessDays=12",
        "cutOffZone=America/Chicago",
        "noPortWeekdays=friday,monday",
    ];
    bench.run(
        &[
            &["carrier", "set", "gtt"][..],
            &rules,
            &["maxNumbersPerOrder=200"],
        ]
        .concat(),
    );
    let shown = bench.json(&["carrier", "show", "gtt"]);
    assert_eq!(shown["portRules"]["noPortWeekdays"], json!(["friday", "monday"]));
    assert_eq!(shown["portRules"]["maxNumbersPerOrder"], json!(200));
    bench.run(&["carrier", "set", "gtt", "maxNumbersPerOrder="]);
    assert_eq!(
        bench.json(&["carrier", "show", "gtt"])["portRules"]["maxNumbersPerOrder"],
        json!(null)
    );
    let refusal = bench.refusal(&["carrier", "set", "gtt", "cutOffHour=25"], 4);
    assert_eq!(refusal["field"], json!("portRules.cutOffHour"), "{refusal}");
    bench.refusal(&["carrier", "set", "gtt", "leadTime=3"], 4);
    bench.run(&["carrier", "confirm", "gtt"]);
    bench.refusal(&["carrier", "confirm", "gtt"], 5);
    let log = bench.run(&["activity"]);
    assert!(log.contains("confirmed"), "{log}");
}

fn out_and_in(bench: &Workbench) {
    let file = path(bench, "gtt.json");
    bench.run(&["carrier", "export", "gtt", "--out", &file]);
    bench.refusal(&["carrier", "import", &file], 6);
    bench.run(&["carrier", "import", &file, "--replace"]);
    let mut profile: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    profile["code"] = json!("gtt-emea");
    profile["name"] = json!("GTT EMEA");
    std::fs::write(&file, profile.to_string()).unwrap();
    assert_eq!(bench.json(&["carrier", "import", &file])["isNew"], json!(true));
    profile["portRules"]["cutOffHour"] = json!("noon");
    std::fs::write(&file, profile.to_string()).unwrap();
    let refusal = bench.refusal(&["carrier", "import", &file, "--replace"], 7);
    assert!(
        refusal["message"]
            .as_str()
            .unwrap()
            .contains("portRules.cutOffHour"),
        "{refusal}"
    );
    bench.run(&[
        "carrier",
        "add",
        "--code",
        "own",
        "--name",
        "Own Carrier",
        "--like",
        "microsoft",
    ]);
    assert_eq!(
        bench.json(&["carrier", "show", "own"])["sheetTemplate"]["fileFormat"],
        json!("csv")
    );
}

fn days(bench: &Workbench) {
    bench.run(&["customer", "add", "--name", "Clinic", "--demo"]);
    let site = ["site", "add", "--customer", "Clinic", "--name", "North clinic"];
    bench.run(&[&site[..], &["--time-zone", "America/Phoenix"]].concat());
    let ask = [
        "carrier",
        "dates",
        "verizon",
        "--site",
        "Clinic/North clinic",
        "--from",
        "2099-12-21",
    ];
    let text = bench.run(&[&ask[..], &["--to", "2099-12-31"]].concat());
    for line in [
        "Mon 2099-12-21  possible",
        "Fri 2099-12-25  holiday",
        "America/Phoenix",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    let found = bench.json(&[&ask[..], &["--numbers", "60"]].concat());
    assert_eq!(found["leadTimeBusinessDays"], json!(15));
    assert_eq!(found["days"].as_array().unwrap().len(), 43);
}

/// An order of the migration with one number, as the carrier named takes it.
fn order(bench: &Workbench, carrier: &str) -> String {
    let add = [
        "migration",
        "add",
        "--site",
        "Clinic/North clinic",
        "--name",
        "Phase 1",
    ];
    bench.run(&[&add[..], &["--carrier", carrier]].concat());
    let numbers = path(bench, "numbers.csv");
    std::fs::write(
        &numbers,
        "Telephone Number,BTN\n214-234-0101,214-234-0100\n214-234-0102,214-234-0100\n",
    )
    .unwrap();
    bench.run(&["import", &numbers, "--migration", MIGRATION]);
    let account = [
        "account",
        "add",
        "--customer",
        "Clinic",
        "--carrier",
        "Old Telephone Company",
    ];
    let known = [
        "--name-on-account",
        "=CLINIC()",
        "--btn",
        "2142340100",
        "--account-number",
        "00-77 1234",
    ];
    bench.run(&[&account[..], &known].concat());
    let add = [
        "order",
        "add",
        "--migration",
        MIGRATION,
        "--account",
        "2142340100",
    ];
    let order = bench.json(&[&add[..], &["--numbers", "+12142340101,+12142340102"]].concat());
    order["id"].as_str().unwrap().to_owned()
}

fn a_list_and_an_own_workbook(bench: &Workbench) {
    let id = order(bench, "microsoft");
    let (csv, xlsx) = (path(bench, "request.csv"), path(bench, "request.xlsx"));
    let refusal = bench.refusal(&["order", "export", &id, "--out", &csv], 5);
    let message = refusal["message"].as_str().unwrap();
    assert!(
        message.contains("Account number has spaces or dashes"),
        "{refusal}"
    );
    assert!(!refusal.to_string().contains("1234"), "{refusal}");

    let file = path(bench, "microsoft.json");
    bench.run(&["carrier", "export", "microsoft", "--out", &file]);
    let mut profile: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    profile["sheetTemplate"]["limits"] = json!([]);
    std::fs::write(&file, profile.to_string()).unwrap();
    bench.run(&["carrier", "import", &file, "--replace"]);
    bench.refusal(&["order", "export", &id, "--out", &xlsx], 4);
    bench.run(&["order", "export", &id, "--out", &csv]);
    assert_eq!(
        std::fs::read_to_string(&csv).unwrap(),
        "+12142340101\r\n+12142340102\r\n"
    );

    let form = path(bench, "form.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("Form").unwrap();
    sheet.write(0, 0, "Name on account").unwrap();
    sheet.write(2, 0, "Telephone number").unwrap();
    book.save(&form).unwrap();
    bench.run(&["carrier", "set", "microsoft", "--workbook", &form]);
    bench.run(&["order", "export", &id, "--out", &xlsx]);
    let bytes = std::fs::read(&xlsx).unwrap();
    let read = portflow_sheet::read(&bytes, "request.xlsx", &portflow_sheet::Limits::default()).unwrap();
    let rows = &read.sheets[0].rows;
    assert_eq!(
        (rows[0][1].display(), rows[3][0].display()),
        ("=CLINIC()".into(), "2142340101".into())
    );
    assert!(read.sheets[0].formula_cells.is_empty());
}

fn path(bench: &Workbench, name: &str) -> String {
    bench.path(name).to_string_lossy().into_owned()
}
