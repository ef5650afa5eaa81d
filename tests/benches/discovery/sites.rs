//! A workspace of many sites against one of a single site: opening a site, and the list of all.

use std::sync::Arc;
use std::time::Duration;

use portflow_app::Session;
use serde_json::{Value, json};

use crate::databases::Place;
use crate::timing::{line, median, timed};
use crate::workspace::{call, new, session, site};

/// Calls of which the median counts.
const CALLS: usize = 15;

/// Measures and prints.
pub async fn measure(place: Place, name: &'static str, count: usize) {
    let folder = tempfile::tempdir().unwrap();
    let session = session(folder.path());
    let customer = new(&session, &place).await;
    let first = furnished(&session, &customer, 0).await;
    let (alone, list_of_one) = (opening(&session, &first).await, listing(&session, 1).await);
    for number in 1..count {
        furnished(&session, &customer, number).await;
    }
    println!("{count} sites on {name} (ratio to a workspace of one site)");
    line("opening a site, one in the workspace", alone, alone);
    line("opening a site among all", opening(&session, &first).await, alone);
    line("the list of one site", list_of_one, list_of_one);
    let list = listing(&session, count).await;
    line("the list of all sites", list, list_of_one);
    println!(
        "  the list takes {:.2} ms for each site",
        list.as_secs_f64() * 1_000.0 / count as f64
    );
    session.set_workspace(None).await;
}

/// A site of which something of every kind is known.
async fn furnished(session: &Arc<Session>, customer: &Value, number: usize) -> Value {
    let at = site(session, customer, &format!("Site {number:04}")).await;
    let block = number / 250;
    let rows = [
        (
            "emergency_location",
            json!({ "name": "Floor 1", "houseNumber": "100", "streetName": "Main Street", "city": "Dallas" }),
        ),
        (
            "emergency_location",
            json!({ "name": "Floor 2", "houseNumber": "100", "streetName": "Main Street", "city": "Dallas" }),
        ),
        (
            "network_segment",
            json!({ "kind": "subnet", "identifier": format!("10.{block}.{}.0/24", number % 250) }),
        ),
        (
            "legacy_system",
            json!({ "vendor": "Avaya", "outsideLineDigit": "9", "extensionLength": 4 }),
        ),
        (
            "circuit",
            json!({ "kind": "pri", "carrierName": "Lumen", "channels": 23, "monthlyCostCents": 41_250 }),
        ),
        (
            "circuit",
            json!({ "kind": "sip", "carrierName": "Cable Co", "channels": 10 }),
        ),
        (
            "special_line",
            json!({ "kind": "elevator", "decision": "keep", "location": "Lobby" }),
        ),
        ("special_line", json!({ "kind": "fax" })),
        ("device", json!({ "kind": "desk_phone", "quantity": 40 })),
        (
            "license",
            json!({ "sku": "MCOEV", "quantity": 40, "assigned": 12 }),
        ),
    ];
    for (kind, values) in rows {
        let save = json!({ "siteId": at, "values": values });
        call(session, &format!("{kind}_save"), save).await;
    }
    let freeze =
        json!({ "siteId": at, "question": "site.freeze", "state": "answered", "answer": "December" });
    call(session, "questionnaire_answer_set", freeze).await;
    at
}

/// What the page of a site asks for.
async fn opening(session: &Arc<Session>, site: &Value) -> Duration {
    let mut times = Vec::with_capacity(CALLS);
    for _ in 0..CALLS {
        let asked = async {
            for name in ["site_discovery", "site_discovery_completeness", "site_file_list"] {
                call(session, name, json!({ "id": site })).await;
            }
        };
        times.push(timed(asked).await.1);
    }
    median(times)
}

async fn listing(session: &Arc<Session>, expected: usize) -> Duration {
    let mut times = Vec::with_capacity(CALLS);
    for _ in 0..CALLS {
        let (list, time) = timed(call(session, "site_discovery_list", json!({}))).await;
        assert_eq!(list.as_array().unwrap().len(), expected);
        times.push(time);
    }
    median(times)
}
