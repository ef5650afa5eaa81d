//! What speaks against an order, from the terminal: listed, refused, accepted, mended.

use crate::databases::{Place, on_postgres, on_sqlite};
use crate::project;
use crate::workbench::Workbench;

#[tokio::test]
async fn problems_in_a_file() {
    on_sqlite(problems).await;
}

#[tokio::test]
async fn problems_on_postgres() {
    on_postgres("", problems).await;
}

async fn problems(place: Place) {
    let bench = Workbench::new(&place);
    bench.init();
    project::set_up(&bench, "Example Corp");
    project::import_both(&bench);
    project::add_account(&bench, "Example Corp");
    let order = project::add_order(&bench);
    let of_order = |more: &[&str]| bench.json(&[&["problems", "--order", &order], more].concat());
    assert_eq!(of_order(&[])["counts"]["errors"], 0);

    let number = project::numbers_held(&bench).remove(0);
    let accounts = bench.json(&["account", "list"]);
    let mut account = accounts[0].clone();
    account["csrAddress"]["postalCode"] = serde_json::Value::Null;
    account["btn"] = serde_json::json!("+12145550199");
    bench.run(&["call", "losing_account_update", &account.to_string()]);
    let found = of_order(&["--severity", "error"]);
    assert_eq!(found["problems"][0]["code"], "account_zip_missing", "{found:#}");
    assert_eq!(found["total"], 1);
    let refused = bench.refusal(&["order", "transition", &order, "--to", "ready"], 5);
    assert!(refused.to_string().contains("ZIP code"), "{refused:#}");

    let entity = found["problems"][0]["label"].as_str().unwrap();
    let waive = ["problems", "--waive", "account_zip_missing", entity];
    let unreasoned = bench.command(&waive).output().unwrap();
    assert_eq!(unreasoned.status.code(), Some(2), "a waiver needs its reason");
    let said = bench.run(&[&waive[..], &["--reason", "The carrier does not ask for it"]].concat());
    assert!(said.starts_with("Accepted:"), "{said}");
    let printed = bench.run(&["problems", "--order", &order]);
    assert!(printed.contains("The carrier does not ask for it"), "{printed}");
    bench.run(&["problems", "--unwaive", "account_zip_missing", entity]);
    bench.refusal(&["order", "transition", &order, "--to", "ready"], 5);
    bench.run(&[&waive[..], &["--reason", "It really does not"]].concat());
    bench.run(&["order", "transition", &order, "--to", "ready"]);

    let spare = bench.json(&["numbers", "list", "--status", "not_started"]);
    let is_spare = |row: &&serde_json::Value| {
        row["number"] != number.as_str() && row["openPortOrderId"].is_null() && row["disposition"] == "port"
    };
    let spare = spare.as_array().unwrap().iter().find(is_spare).unwrap();
    let spare = spare["number"].as_str().unwrap();
    bench.run(&["numbers", "set", spare, "--disposition", "unknown"]);
    let undecided = ["problems", "--fix", "disposition_unknown", spare];
    let said = bench.run(&undecided);
    assert!(said.starts_with("Mended:"), "{said}");
    bench.refusal(&undecided, 3);
}
