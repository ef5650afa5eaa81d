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
    the_gate(&bench);
}

fn set_up(bench: &Workbench) {
    bench.run(&["customer", "add", "--name", "Clinic"]);
    let site = ["site", "add", "--customer", "Clinic", "--name", "North clinic"];
    bench.run(&[&site[..], &["--time-zone", "America/Chicago", "--city", "Dallas"]].concat());
    bench.run(&["migration", "add", "--site", SITE, "--name", "Move"]);
    bench.run(&["migration", "transition", MIGRATION, "--to", "discovery"]);
}

/// Open from eight to twelve and from one to five.
fn lunch_break(bench: &Workbench) {
    let site = &bench.json(&discovery(&["show", SITE]))["site"];
    let day = json!([{ "open": "08:00", "close": "12:00" }, { "open": "13:00", "close": "17:00" }]);
    let hours = json!({ "siteId": site["id"], "revision": site["revision"], "businessHours": { "monday": day },
        "holidays": [{ "name": "Christmas", "date": "2026-12-25" }] });
    bench.run(&["call", "site_hours_set", &hours.to_string()]);
    let kept = &bench.json(&discovery(&["show", SITE]))["site"]["businessHours"]["monday"];
    assert_eq!(*kept, day);
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
