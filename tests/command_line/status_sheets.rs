//! Carriers' status exports and lists of losing accounts, from the terminal.

use serde_json::json;

use crate::databases::{Place, on_postgres, on_sqlite};
use crate::project;
use crate::workbench::{Workbench, fixture};

#[tokio::test]
async fn status_sheets_in_a_file() {
    on_sqlite(status_sheets).await;
}

#[tokio::test]
async fn status_sheets_on_postgres() {
    on_postgres("", status_sheets).await;
}

#[tokio::test]
async fn account_numbers_in_a_file() {
    on_sqlite(account_numbers).await;
}

#[tokio::test]
async fn account_numbers_on_postgres() {
    on_postgres("", account_numbers).await;
}

async fn status_sheets(place: Place) {
    let bench = Workbench::new(&place);
    bench.init();
    project::set_up(&bench, "Example Corp");
    project::import_both(&bench);
    project::add_account(&bench, "Example Corp");
    let numbers = project::numbers_held(&bench);
    let order = project::submit_order(&bench);
    let mut sheet = String::from("Order Number,Telephone Number,Order Status,FOC Date\n");
    for number in &numbers {
        sheet.push_str(&format!(
            "{},{number},FOC Received,2027-01-12\n",
            order.to_lowercase()
        ));
    }
    sheet.push_str("VZ-99120,2145550188,FOC Received,2027-01-14\n");
    std::fs::write(bench.path("status.csv"), sheet).unwrap();

    let status = |more: &[&str]| bench.json(&[&["order", "status", "status.csv"], more].concat());
    let dry = status(&["--dry-run"]);
    assert_eq!(
        dry["preview"]["orders"][0]["step"]["to"], "foc_received",
        "{dry:#}"
    );
    assert_eq!(dry["preview"]["unknown"][0]["pon"], "VZ-99120");
    assert_eq!(dry["stored"], json!([]));
    let printed = bench.run(&["order", "status", "status.csv"]);
    for text in ["lacks the hour", "VZ-99120 is unknown", "Nothing was stored"] {
        assert!(printed.contains(text), "{text}: {printed}");
    }
    // Without the hour nothing lacks nothing.
    assert_eq!(status(&["--yes"])["stored"], json!([]));
    let both = bench
        .command(&["order", "status", "status.csv", "--yes", "--dry-run"])
        .output();
    assert_eq!(
        both.unwrap().status.code(),
        Some(2),
        "to look and to store is a contradiction"
    );
    let done = status(&["--yes", "--foc-time", "10:00", "--migration", "Teams Phone"]);
    assert_eq!(done["stored"][0]["status"], "foc_received");
    let shown = bench.json(&["order", "show", &order]);
    assert_eq!(shown["order"]["focLocalDate"], "2027-01-12");
    let event = shown["events"].as_array().unwrap().last().unwrap();
    assert!(
        event["reason"].as_str().unwrap().contains("status.csv"),
        "{event}"
    );
    assert!(event["evidenceAttachmentId"].is_string());
    assert!(
        bench
            .run(&["order", "status", "status.csv", "--yes"])
            .contains("nothing new")
    );
    bench.refusal(&["order", "status", "missing.csv"], 7);
}

async fn account_numbers(place: Place) {
    let bench = Workbench::new(&place);
    bench.init();
    project::set_up(&bench, "Example Corp");
    project::add_account(&bench, "Example Corp");
    let list = fixture("carrier/csr-list.csv");
    let import = [
        "account",
        "numbers",
        "import",
        "Old Telephone Company",
        &list,
        "--source",
        "csr",
    ];
    let dry = bench.json(&[&import[..], &["--dry-run"]].concat());
    assert_eq!(
        (&dry["inserted"], &dry["difference"]["listed"]),
        (&json!(6), &json!(6)),
        "{dry:#}"
    );
    let difference = ["account", "numbers", "difference", "Old Telephone Company"];
    assert_eq!(bench.json(&difference)["listed"], 0, "a dry run stores nothing");
    let printed = bench.run(&[&import[..], &["--seen-on", "2026-11-25"]].concat());
    assert!(
        printed.contains("Added 6 numbers") && printed.contains("on the list only"),
        "{printed}"
    );
    let found = bench.json(&difference);
    assert_eq!(found["onlyListed"].as_array().unwrap().len(), 6);
    assert_eq!(found["onlyListed"][0]["seenOn"], "2026-11-25");
    let again = bench.json(&[&import[..], &["--seen-on", "2026-11-26"]].concat());
    assert_eq!((&again["inserted"], &again["refreshed"]), (&json!(0), &json!(6)));
    assert!(
        bench
            .run(&difference)
            .contains("6 listed, 0 in the inventory, 0 in both")
    );
    decided(&bench, found["onlyListed"][0]["number"].as_str().unwrap());
    let named = bench.json(&[&import[..], &["--column", "Working TN", "--dry-run"]].concat());
    assert_eq!(named["refreshed"], 6);
    bench.refusal(&[&import[..], &["--column", "Gamma"]].concat(), 4);
    bench.refusal(&["account", "numbers", "difference", "Nobody"], 3);
    bench.refusal(
        &["account", "numbers", "import", "Nobody", &list, "--source", "csr"],
        3,
    );
}

/// What becomes of a number that stays on the account, and what else the account says.
fn decided(bench: &Workbench, stays: &str) {
    let decide = ["account", "numbers", "decide", "Old Telephone Company"];
    let kept = bench.json(&[&decide[..], &[stays, "--action", "keep"]].concat());
    assert_eq!(kept["onlyListed"][0]["remainingAction"], "keep");
    assert!(
        bench
            .run(&[&decide[..], &[stays, "--action", "disconnect"]].concat())
            .contains("disconnect")
    );
    bench.refusal(&[&decide[..], &["469-234-0177", "--action", "keep"]].concat(), 4);
    let set = ["account", "set", "Old Telephone Company"];
    let zip = bench.json(&[&set[..], &["--postal-code", "75202", "--bill-date", "2026-11-20"]].concat());
    assert_eq!(zip["csrAddress"]["postalCode"], "75202");
    assert_eq!(
        (&zip["billDate"], &zip["hasAccountNumber"]),
        (&json!("2026-11-20"), &json!(true))
    );
}
