//! The discovery of a site as a workbook: out to a customer, filled in with another program, and back.

use portflow_domain::workbook::Cell;
use serde_json::{Value, json};

use crate::databases::{Place, on_postgres, on_sqlite};
use crate::filled::{fill, place, saved};
use crate::workbench::Workbench;

const SITE: &str = "Clinic/North clinic";

/// Sheets.
const FACTS: &str = "Site facts";
const TRUNKS: &str = "Trunks and circuits";

#[tokio::test]
async fn a_workbook_comes_back_to_a_file() {
    on_sqlite(out_and_back).await;
}

#[tokio::test]
async fn a_workbook_comes_back_to_postgres() {
    on_postgres("", out_and_back).await;
}

async fn out_and_back(place: Place) {
    let bench = Workbench::new(&place);
    bench.init();
    set_up(&bench);
    let sent = write(&bench, "sent.xlsx");

    // Unfilled, it changes nothing, and nothing is logged.
    let before = bench.json(&["activity", "--limit", "50"]);
    let nothing = import(&bench, "sent.xlsx", &[]);
    assert_eq!(nothing, json!({ "changed": 0, "added": 0, "removed": 0 }));
    assert_eq!(bench.json(&["activity", "--limit", "50"]), before);

    the_edits_and_nothing_else(&bench, &sent);
    a_conflict_is_decided(&bench);
    what_cannot_be_stored(&bench, &sent);
    what_is_no_workbook_of_the_site(&bench);
}

fn set_up(bench: &Workbench) {
    bench.run(&["customer", "add", "--name", "Clinic"]);
    for name in ["North clinic", "South clinic"] {
        let site = ["site", "add", "--customer", "Clinic", "--name", name];
        bench.run(&[&site[..], &["--time-zone", "America/Chicago", "--city", "Dallas"]].concat());
    }
    add(
        bench,
        "circuit",
        &[
            "carrierName=Old Telco",
            "kind=pri",
            "channels=23",
            "monthlyCostCents=41250",
        ],
    );
    add(bench, "special-line", &["kind=fax", "location=Nurse station"]);
    add(bench, "device", &["kind=gateway", "quantity=1", "model=M800"]);
    add(bench, "emergency-location", &["name=Floor 1"]);
    add(bench, "network", &["kind=subnet", "identifier=10.20.7.0/24"]);
}

fn add(bench: &Workbench, kind: &str, fields: &[&str]) {
    bench.run(&[&["site", "discovery", "add", SITE, kind][..], fields].concat());
}

fn learnt(bench: &Workbench) -> Value {
    bench.json(&["site", "discovery", "show", SITE])
}

fn id(bench: &Workbench, list: &str) -> String {
    learnt(bench)[list][0]["id"].as_str().unwrap().to_owned()
}

fn write(bench: &Workbench, name: &str) -> Vec<u8> {
    let path = bench.path(name);
    bench.run(&[
        "site",
        "discovery",
        "workbook",
        SITE,
        "--out",
        path.to_str().unwrap(),
    ]);
    std::fs::read(path).unwrap()
}

fn import(bench: &Workbench, name: &str, more: &[&str]) -> Value {
    let path = bench.path(name);
    let import = ["site", "discovery", "import", SITE, path.to_str().unwrap()];
    bench.json(&[&import[..], more].concat())
}

fn refused(bench: &Workbench, name: &str, exit_code: i32) -> Value {
    let path = bench.path(name);
    bench.refusal(
        &["site", "discovery", "import", SITE, path.to_str().unwrap()],
        exit_code,
    )
}

/// Cells of five sheets, a new row that another one names, and a row that goes: one act in the log.
fn the_edits_and_nothing_else(bench: &Workbench, sent: &[u8]) {
    let (circuit, fax) = (id(bench, "circuits"), id(bench, "specialLines"));
    let (device, segment) = (id(bench, "devices"), id(bench, "networkSegments"));
    let before = learnt(bench);
    let filled = saved(sent, |book| {
        for (sheet, row, heading, value) in [
            (TRUNKS, &*circuit, "Monthly cost", "$399.00"),
            ("Special lines", &fax, "Decision", "E-fax"),
            (FACTS, "site/street", "Answer", "100 EXAMPLE BLVD"),
            (FACTS, "hours/monday", "Answer", "8-12, 1-5"),
            (FACTS, "+", "Holiday", "Christmas"),
            (FACTS, "+", "Day", "2026-12-25"),
            (FACTS, "question/site.freeze", "Answer", "December"),
            ("Contacts", "+", "Name", "Robin Example"),
            ("Contacts", "+", "Role", "authorized signer"),
            ("Contacts", "section", "How much is known", "Answered"),
            ("Emergency locations", "+", "Name", "Basement"),
            ("Network", &segment, "Emergency location", "Basement"),
        ] {
            fill(book, sheet, row, heading, Cell::text(value));
        }
        let (sheet, row, _) = place(book, "Devices", &device, "Kind");
        book.sheets[sheet].rows[row][1..].fill(Cell::Empty);
    });
    std::fs::write(bench.path("filled.xlsx"), filled).unwrap();
    let review = import(bench, "filled.xlsx", &["--dry-run"]);
    assert_eq!(review["problems"], json!([]));
    assert_eq!(learnt(bench), before, "a dry run stores nothing");
    let refusal = refused(bench, "filled.xlsx", 6);
    let message = refusal["message"].as_str().unwrap();
    assert!(message.contains("is gone from the workbook"), "{message}");
    assert_eq!(learnt(bench), before, "nothing goes before somebody said so");
    let applied = import(bench, "filled.xlsx", &["--take", "theirs"]);
    assert_eq!(applied, json!({ "changed": 7, "added": 3, "removed": 1 }));

    the_site_says_what_was_filled_in(bench);
    it_is_one_act(bench);

    // The same workbook again finds its values stored already; what it added is there, so it is not added twice.
    let again = import(bench, "filled.xlsx", &["--dry-run"]);
    let kinds: Vec<&Value> = again["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["kind"])
        .collect();
    assert!(kinds.iter().all(|kind| **kind != json!("added")), "{again}");
}

fn the_site_says_what_was_filled_in(bench: &Workbench) {
    let now = learnt(bench);
    assert_eq!(now["circuits"][0]["monthlyCostCents"], json!(39900));
    assert_eq!(now["circuits"][0]["channels"], json!(23));
    assert_eq!(now["specialLines"][0]["decision"], json!("e_fax"));
    assert_eq!(now["site"]["street"], json!("100 EXAMPLE BLVD"));
    let day = json!([{ "open": "08:00", "close": "12:00" }, { "open": "13:00", "close": "17:00" }]);
    assert_eq!(now["site"]["businessHours"]["monday"], day);
    assert_eq!(
        now["site"]["holidays"],
        json!([{ "name": "Christmas", "date": "2026-12-25" }])
    );
    assert_eq!(now["answers"][0]["answer"], json!("December"));
    assert_eq!(now["answers"][0]["state"], json!("answered"));
    assert_eq!(now["contacts"][0]["kind"], json!("authorized_signer"));
    assert_eq!(now["sections"][0]["state"], json!("answered"));
    assert_eq!(now["devices"], json!([]));
    let places = now["emergencyLocations"].as_array().unwrap();
    let basement = places.iter().find(|it| it["name"] == "Basement").unwrap();
    assert_eq!(now["networkSegments"][0]["emergencyLocationId"], basement["id"]);
}

fn it_is_one_act(bench: &Workbench) {
    let log = bench.json(&["activity", "--limit", "30"]);
    let entries = log["rows"].as_array().or(log.as_array()).unwrap();
    let read = entries
        .iter()
        .find(|it| it["action"] == "discovery_workbook_read")
        .unwrap();
    let same = entries
        .iter()
        .filter(|it| it["changeSetId"] == read["changeSetId"])
        .count();
    assert_eq!(same, 11, "one act: {log}");
}

fn a_conflict_is_decided(bench: &Workbench) {
    let sent = write(bench, "second.xlsx");
    let circuit = id(bench, "circuits");
    let filled = saved(&sent, |book| {
        fill(
            book,
            "Trunks and circuits",
            &circuit,
            "Channels",
            Cell::Number(46.0),
        );
    });
    std::fs::write(bench.path("filled.xlsx"), filled).unwrap();
    let now = learnt(bench)["circuits"][0].clone();
    let values = json!({ "carrierName": "Old Telco", "kind": "pri", "channels": 12 });
    let save =
        json!({ "siteId": now["siteId"], "id": now["id"], "revision": now["revision"], "values": values });
    bench.run(&["call", "circuit_save", &save.to_string()]);
    let refusal = refused(bench, "filled.xlsx", 6);
    let message = refusal["message"].as_str().unwrap();
    assert!(
        message.contains("was 23, is 12 here and 46 in the workbook"),
        "{message}"
    );
    import(bench, "filled.xlsx", &["--take", "ours"]);
    assert_eq!(learnt(bench)["circuits"][0]["channels"], json!(12));
    import(bench, "filled.xlsx", &["--take", "theirs"]);
    assert_eq!(learnt(bench)["circuits"][0]["channels"], json!(46));
}

/// Each names its cell, and nothing of the workbook is stored.
fn what_cannot_be_stored(bench: &Workbench, sent: &[u8]) {
    let (circuit, segment) = (id(bench, "circuits"), id(bench, "networkSegments"));
    let before = learnt(bench);
    let subnet = "Subnet, chassis id or BSSID";
    for (sheet, row, heading, value, expected) in [
        ("Network", &*segment, subnet, "10.20.7", "10.20.7"),
        (
            "Network",
            &segment,
            "Emergency location",
            "Attic",
            "no emergency location 'Attic'",
        ),
        (FACTS, "site/timeZone", "Answer", "Dallas", "not a time zone"),
        (FACTS, "site/country", "Answer", "Texas", "not a country code"),
        (TRUNKS, &circuit, "Carrier", " ", "'Carrier' is empty"),
    ] {
        let mut cell = String::new();
        let filled = saved(sent, |book| {
            fill(book, FACTS, "site/street", "Answer", Cell::text("elsewhere"));
            let at = place(book, sheet, row, heading);
            cell = format!("{sheet}!{}{}", (b'A' + at.2 as u8) as char, at.1 + 1);
            fill(book, sheet, row, heading, Cell::text(value));
        });
        std::fs::write(bench.path("wrong.xlsx"), filled).unwrap();
        let refusal = refused(bench, "wrong.xlsx", 4);
        let message = refusal["message"].as_str().unwrap();
        assert!(
            message.contains(expected) && message.contains(&cell),
            "{message} {cell}"
        );
        assert_eq!(learnt(bench), before);
    }
}

/// A file of another kind, and the workbook of another site.
fn what_is_no_workbook_of_the_site(bench: &Workbench) {
    std::fs::write(bench.path("plain.csv"), "Number\n2145550100\n").unwrap();
    let refusal = refused(bench, "plain.csv", 7);
    assert!(
        refusal["message"]
            .as_str()
            .unwrap()
            .contains("no discovery workbook")
    );
    let path = bench.path("sent.xlsx");
    let elsewhere = [
        "site",
        "discovery",
        "import",
        "Clinic/South clinic",
        path.to_str().unwrap(),
    ];
    let refusal = bench.refusal(&elsewhere, 4);
    assert!(
        refusal["message"]
            .as_str()
            .unwrap()
            .contains("the workbook of 'North clinic'"),
        "{refusal}"
    );
}
