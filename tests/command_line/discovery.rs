//! What is learnt at a site, from the terminal: a clinic, what is missing there, and what that holds up.

use serde_json::{Value, json};

use crate::databases::{Place, on_postgres, on_sqlite};
use crate::workbench::Workbench;

const SITE: &str = "Clinic/North clinic";
const MIGRATION: &str = "Clinic/North clinic/Move";

#[tokio::test]
async fn a_clinic_in_a_file() {
    on_sqlite(clinic).await;
}

#[tokio::test]
async fn a_clinic_on_postgres() {
    on_postgres("", clinic).await;
}

async fn clinic(place: Place) {
    let bench = Workbench::new(&place);
    bench.init();
    set_up(&bench);
    let known = percent(&bench);
    lunch_break(&bench);
    add(
        &bench,
        "circuit",
        &["carrierName=Old Telco", "kind=pri", "channels=23"],
    );
    add(
        &bench,
        "circuit",
        &["carrierName=Cable Co", "kind=sip", "channels=10"],
    );
    let elevator = add(
        &bench,
        "special-line",
        &["kind=elevator", "number=214-555-0190", "decision=keep"],
    );
    assert_eq!(elevator["number"], json!("+12145550190"));
    let fax = add(&bench, "special-line", &["kind=fax", "location=Nurse station"]);
    assert_eq!(fax["decision"], json!("unknown"));
    let wrong = discovery(&["add", SITE, "network", "kind=subnet", "identifier=10.20.7"]);
    assert_eq!(bench.refusal(&wrong, 4)["field"], json!("identifier"));
    bench.run(&discovery(&[
        "set",
        SITE,
        "circuits",
        "--state",
        "answered",
        "--said-by",
        "Front desk",
    ]));
    assert!(percent(&bench) > known);
    let missing = bench.json(&discovery(&["missing", SITE])).to_string();
    assert!(missing.contains("contacts.authorized_signer"), "{missing}");
    assert!(!missing.contains("site.business_hours"), "{missing}");
    the_report(&bench);
    the_gate(&bench);
    edits(&bench, &fax);
    everything_is_known(&bench);
    nothing_is_typed_again(&bench);
}

/// What is open and what was entered can be read in the report.
fn the_report(bench: &Workbench) {
    let path = bench.path("report.pdf");
    bench.run(&discovery(&["report", SITE, "--out", path.to_str().unwrap()]));
    let report = lopdf::Document::load(&path).unwrap();
    let pages: Vec<u32> = report.get_pages().into_keys().collect();
    let text: String = report.extract_text(&pages).unwrap().split_whitespace().collect();
    for told in [
        "North clinic",
        "Monday 08:00 to 12:00, 13:00 to 17:00",
        "Old Telco",
        "Cable Co",
        "Elevator +12145550190",
        "Fax",
        "Nurse station",
        "Undecided",
        "Front desk",
        "Nobody has decided what becomes of the fax line",
    ] {
        let squeezed: String = told.split_whitespace().collect();
        assert!(text.contains(&squeezed), "{told}");
    }
    let nowhere = bench.path("nowhere/report.pdf");
    bench.refusal(
        &discovery(&["report", SITE, "--out", nowhere.to_str().unwrap()]),
        7,
    );
}

#[tokio::test]
async fn a_survey_in_a_file() {
    on_sqlite(survey).await;
}

#[tokio::test]
async fn a_survey_on_postgres() {
    on_postgres("", survey).await;
}

/// A list without sites is refused until somebody names the site; then a second import changes nothing.
async fn survey(place: Place) {
    let bench = Workbench::new(&place);
    bench.init();
    set_up(&bench);
    let list = bench.path("erl.csv");
    let rows = "ERL Name,Street,City,ZIP,ELIN\nEAST,500 Sample Creek Pkwy,Plano,75024,\n";
    std::fs::write(&list, rows).unwrap();
    let import = [
        "import",
        list.to_str().unwrap(),
        "--migration",
        MIGRATION,
        "--as",
        "emergency_locations",
    ];
    let refused = bench.json(&[&import[..], &["--dry-run"]].concat());
    assert_eq!(refused["rejected"][0]["reason"], json!("unknown_site"));
    let with_site = [&import[..], &["--site", "North clinic"]].concat();
    let batch = bench.json(&with_site);
    assert_eq!(batch["inserted"], json!(1));
    let found = &bench.json(&discovery(&["show", SITE]))["emergencyLocations"][0];
    assert_eq!(
        (&found["name"], &found["houseNumber"]),
        (&json!("EAST"), &json!("500"))
    );
    assert_eq!(bench.json(&with_site)["unchanged"], json!(1));
    bench.run(&["import", "undo", batch["id"].as_str().unwrap()]);
    assert_eq!(
        bench.json(&discovery(&["show", SITE]))["emergencyLocations"],
        json!([])
    );
}

fn set_up(bench: &Workbench) {
    bench.run(&["customer", "add", "--name", "Clinic"]);
    let site = ["site", "add", "--customer", "Clinic", "--name", "North clinic"];
    bench.run(&[&site[..], &["--time-zone", "America/Chicago", "--city", "Dallas"]].concat());
    bench.run(&["migration", "add", "--site", SITE, "--name", "Move"]);
    bench.run(&["migration", "transition", MIGRATION, "--to", "discovery"]);
}

/// Open from eight to twelve and from one to five, on Thursday until two at night.
fn lunch_break(bench: &Workbench) {
    let week = [
        "hours",
        SITE,
        "--mon",
        "08:00-12:00,13:00-17:00",
        "--thu",
        "18:00-02:00",
    ];
    let more = [
        "--copy",
        "mon",
        "tue,Wednesday",
        "--holiday",
        "2026-12-25=Christmas",
    ];
    let site = bench.json(&discovery(&[&week[..], &more].concat()));
    let day = json!([{ "open": "08:00", "close": "12:00" }, { "open": "13:00", "close": "17:00" }]);
    for kept in ["monday", "tuesday", "wednesday"] {
        assert_eq!(site["businessHours"][kept], day, "{kept}");
    }
    assert_eq!(
        site["businessHours"]["thursday"],
        json!([{ "open": "18:00", "close": "02:00" }])
    );
    let site = bench.json(&discovery(&[
        "hours",
        SITE,
        "--tue",
        "closed",
        "--holiday",
        "2027-01-01=New Year",
    ]));
    assert_eq!(site["businessHours"]["monday"], day);
    assert_eq!(site["businessHours"]["tuesday"], json!([]));
    let names: Vec<_> = site["holidays"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["name"].clone())
        .collect();
    assert_eq!(names, ["Christmas", "New Year"]);
    for wrong in [
        ["--mon", "8 to 12"],
        ["--mon", "08:00-12:00,11:00-17:00"],
        ["--holiday", "Christmas"],
    ] {
        let refusal = bench.refusal(&discovery(&[&["hours", SITE], &wrong[..]].concat()), 4);
        assert!(refusal["field"].is_string(), "{refusal}");
    }
}

/// A row changes in the fields that are named; the facts of a site as well.
fn edits(bench: &Workbench, fax: &Value) {
    let id = fax["id"].as_str().unwrap();
    let change = [
        "change",
        SITE,
        "special-line",
        id,
        "decision=e_fax",
        "number=214-555-0191",
    ];
    let after = bench.json(&discovery(&change));
    assert_eq!(
        (&after["decision"], &after["number"]),
        (&json!("e_fax"), &json!("+12145550191"))
    );
    assert_eq!(after["location"], "Nurse station");
    let after = bench.json(&discovery(&["change", SITE, "special-line", id, "number="]));
    assert_eq!(
        (&after["decision"], &after["number"]),
        (&json!("e_fax"), &Value::Null)
    );
    bench.refusal(&discovery(&["change", SITE, "circuit", id, "channels=4"]), 3);
    let wrong = discovery(&["change", SITE, "special-line", id, "colour=red"]);
    bench.refusal(&wrong, 4);
    let set = [
        "site",
        "set",
        SITE,
        "--street",
        "12 Clinic Way",
        "--postal-code",
        "75201",
    ];
    let site = bench.json(&[&set[..], &["--main-number", "214-555-0100"]].concat());
    assert_eq!(
        (&site["city"], &site["mainNumber"]),
        (&json!("Dallas"), &json!("+12145550100"))
    );
    assert!(site["businessHours"]["monday"].is_array(), "{site}");
}

/// Once everything required is known the gate is open, and nobody is asked for a reason.
fn everything_is_known(bench: &Workbench) {
    let step = |to: &'static str| ["migration", "transition", MIGRATION, "--to", to];
    bench.run(&[&step("discovery")[..], &["--reason", "Asked again at the site"]].concat());
    bench.run(&[
        "contact",
        "add",
        "--customer",
        "Clinic",
        "--site",
        SITE,
        "--name",
        "Dr. Example",
    ]);
    let address = [
        "name=Reception",
        "houseNumber=12",
        "streetName=Clinic",
        "streetSuffix=Way",
        "city=Dallas",
    ];
    add(
        bench,
        "emergency-location",
        &[&address[..], &["state=TX", "postalCode=75201"]].concat(),
    );
    add(
        bench,
        "legacy-system",
        &["vendor=Avaya", "extensionLength=4", "outsideLineDigit=9"],
    );
    let learnt = bench.json(&discovery(&["show", SITE]));
    let questions = learnt["questions"]["questions"].as_array().unwrap().iter();
    for question in questions.filter(|it| it["required"] == true) {
        bench.refusal(&step("data_collection"), 5);
        let answer = match question["kind"].as_str().unwrap() {
            "yes_no" => "yes",
            "number" => "100",
            "choice" => question["choices"][0].as_str().unwrap(),
            _ => "As the office says",
        };
        bench.run(&discovery(&[
            "answer",
            SITE,
            question["key"].as_str().unwrap(),
            answer,
        ]));
    }
    let required = bench.json(&discovery(&["missing", SITE]));
    let required = required
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["required"] == true);
    assert_eq!(required.count(), 0);
    bench.run(&step("data_collection"));
    let log = bench.json(&["activity", "--limit", "1"]).to_string();
    assert!(
        log.contains("data_collection") && !log.contains("discoveryGateOverridden"),
        "{log}"
    );
}

/// Leaving discovery is refused with what is missing; a reason opens the way and is logged.
fn the_gate(bench: &Workbench) {
    let on = ["migration", "transition", MIGRATION, "--to", "data_collection"];
    let refusal = bench.refusal(&on, 5);
    let message = refusal["message"].as_str().unwrap();
    assert!(message.contains("Nobody is named who may sign"), "{message}");
    bench.run(&[&on[..], &["--reason", "The customer insists on the date"]].concat());
    let log = bench.json(&["activity", "--limit", "3"]).to_string();
    assert!(log.contains("The customer insists on the date"), "{log}");
    assert!(
        log.contains("Nobody is named who may sign for the account. (contacts.authorized_signer)"),
        "{log}"
    );
}

/// An account takes from the site what was learnt there, and a later change of the site shows where it stands.
fn nothing_is_typed_again(bench: &Workbench) {
    let circuits = bench.json(&discovery(&["show", SITE]))["circuits"].clone();
    let old = circuits
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["carrierName"] == "Old Telco")
        .unwrap();
    let id = old["id"].as_str().unwrap();
    bench.run(&discovery(&["change", SITE, "circuit", id, "btn=(214) 555-0140"]));
    let add = [
        "account",
        "add",
        "--customer",
        "Clinic",
        "--account-number",
        "A-1",
    ];
    // Two carriers are left, and none is guessed.
    let of_site = [&add[..], &["--site", SITE]].concat();
    assert_eq!(bench.refusal(&of_site, 4)["field"], "btn");
    let account = bench.json(&[&add[..], &["--site", SITE, "--carrier", "Old Telco"]].concat());
    assert_eq!(
        (&account["btn"], &account["nameOnAccount"]),
        (&json!("+12145550140"), &json!("Clinic"))
    );
    assert_eq!(account["csrAddress"]["street"], "12 Clinic Way");
    let address = |bench: &Workbench| {
        let uses = bench.json(&["site", "used-by", SITE]);
        let is_meant = |it: &&Value| it["what"] == "losing_account" && it["field"] == "address";
        uses.as_array().unwrap().iter().find(is_meant).unwrap()["isCurrent"].clone()
    };
    assert_eq!(address(bench), true);
    bench.run(&["site", "set", SITE, "--street", "90 Sample Road"]);
    assert_eq!(address(bench), false);
    let table = bench.run(&["site", "used-by", SITE]);
    assert!(table.contains("Old Telco +12145550140"), "{table}");
    bench.run(&["site", "take", SITE, account["id"].as_str().unwrap(), "address"]);
    assert_eq!(address(bench), true);
    bench.refusal(
        &["site", "take", SITE, account["id"].as_str().unwrap(), "address"],
        5,
    );
    bench.refusal(
        &["site", "take", SITE, account["id"].as_str().unwrap(), "signer"],
        3,
    );
}

fn discovery<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [&["site", "discovery"], arguments].concat()
}

fn add(bench: &Workbench, kind: &str, fields: &[&str]) -> Value {
    bench.json(&[&discovery(&["add", SITE, kind])[..], fields].concat())
}

fn percent(bench: &Workbench) -> u64 {
    let site = &bench.json(&discovery(&["show", SITE]))["site"]["id"];
    let known = bench.json(&[
        "call",
        "site_discovery_completeness",
        &json!({ "id": site }).to_string(),
    ]);
    known["score"]["percent"].as_u64().unwrap()
}
