//! The lists of a losing account: taken in, seen again, and compared with the inventory in both directions.

use portflow_app::ErrorCode;
use portflow_domain::entities::PortOrder;
use portflow_domain::enums::AccountNumberSource;
use portflow_store::queries::{losing_accounts, phone_numbers};
use serde_json::{Value, json};

use crate::place::on_each;
use crate::world::World;

const LIST: &str = include_str!("../../../../tests/fixtures/carrier/csr-list.csv");

fn request(world: &World, file: &str, source: &str, seen_on: &str) -> Value {
    json!({ "accountId": world.account, "file": file, "source": source, "seenOn": seen_on })
}

fn numbers(list: &Value) -> Vec<&str> {
    let rows = list.as_array().unwrap().iter();
    rows.map(|row| row["number"].as_str().unwrap()).collect()
}

#[test]
fn a_list_is_taken_in_and_shows_the_difference_in_both_directions() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let stored = world
            .put_numbers(&["+12145550101", "+12145550150", "+12145550170"])
            .await;
        // Two of them belong to the account; one of the list is in the inventory without an account.
        let mut tx = world.cx().await.write().await.unwrap();
        for number in [&stored[0], &stored[2]] {
            let mut number = number.clone();
            number.losing_account_id = Some(world.account.parse().unwrap());
            phone_numbers::update_phone_number(&mut tx, &number)
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
        let file = world.file("csr-list.csv", LIST.as_bytes());
        let mut dry = request(&world, &file, "csr", "2026-11-25");
        dry["dryRun"] = json!(true);
        let seen = world.ok("account_numbers_import", dry).await;
        assert_eq!(
            (&seen["inserted"], &seen["difference"]["listed"]),
            (&json!(6), &json!(6)),
            "{seen:#}"
        );
        let none = world
            .ok("account_numbers_difference", json!({ "id": world.account }))
            .await;
        assert_eq!(none["listed"], 0, "a dry run stores nothing");

        let done = world
            .ok(
                "account_numbers_import",
                request(&world, &file, "csr", "2026-11-25"),
            )
            .await;
        assert_eq!(done["inserted"], 6);
        let found = world
            .ok("account_numbers_difference", json!({ "id": world.account }))
            .await;
        assert_eq!(found, done["difference"]);
        assert_eq!((&found["inInventory"], &found["inBoth"]), (&json!(2), &json!(1)));
        let only = [
            "+12145550102",
            "+12145550150",
            "+12145550151",
            "+12145550152",
            "+12145550199",
        ];
        assert_eq!(numbers(&found["onlyListed"]), only);
        assert_eq!(numbers(&found["onlyInInventory"]), ["+12145550170"]);
        let at_home = found["onlyListed"]
            .as_array()
            .unwrap()
            .iter()
            .find(|it| it["elsewhere"].is_string());
        assert_eq!(at_home.unwrap()["number"], "+12145550150");
        let log = world.log().await;
        let entry = log.last().unwrap();
        assert_eq!(
            (entry.entity_type.as_str(), entry.action.as_str()),
            ("losing_account", "numbers_imported")
        );
    });
}

#[test]
fn a_later_list_refreshes_dates_and_names_what_is_gone() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let first = world.file("csr-list.csv", LIST.as_bytes());
        world
            .ok(
                "account_numbers_import",
                request(&world, &first, "csr", "2026-10-01"),
            )
            .await;
        let later = world.file(
            "later.csv",
            b"Working TN,BTN\n214-555-0101,214-555-0199\n214-555-0160,214-555-0199\n",
        );
        let done = world
            .ok(
                "account_numbers_import",
                request(&world, &later, "csr", "2026-11-25"),
            )
            .await;
        assert_eq!((&done["inserted"], &done["refreshed"]), (&json!(1), &json!(1)));
        assert_eq!(done["noLongerListed"].as_array().unwrap().len(), 5);
        assert_eq!(done["difference"]["listed"], 2);
        assert_eq!(done["difference"]["noLongerListed"].as_array().unwrap().len(), 5);
        // A bill is a list of its own; an older one makes nothing look older.
        let bill = world
            .ok(
                "account_numbers_import",
                request(&world, &later, "bill", "2026-11-01"),
            )
            .await;
        assert_eq!(
            (&bill["inserted"], &bill["difference"]["listed"]),
            (&json!(2), &json!(2))
        );
        world
            .ok(
                "account_numbers_import",
                request(&world, &later, "csr", "2026-09-01"),
            )
            .await;
        let mut tx = world.cx().await.read().await.unwrap();
        let rows = losing_accounts::list_losing_account_numbers(&mut tx, world.account.parse().unwrap())
            .await
            .unwrap();
        let csr = |number: &str| {
            let row = rows
                .iter()
                .find(|row| row.number == number && row.source == AccountNumberSource::Csr);
            row.unwrap().seen_on.to_string()
        };
        assert_eq!(csr("+12145550101"), "2026-11-25");
        assert_eq!(csr("+12145550150"), "2026-10-01");
    });
}

#[test]
fn an_order_is_held_against_the_newest_list_alone() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let first = world.file("csr-list.csv", LIST.as_bytes());
        let newest = world.file("newest.csv", b"Working TN\n214-555-0101\n214-555-0199\n");
        for (file, seen_on) in [(&first, "2026-10-01"), (&newest, "2026-11-25")] {
            let request = request(&world, file, "csr", seen_on);
            world.ok("account_numbers_import", request).await;
        }
        let stored = world.put_numbers(&["+12145550101", "+12145550199"]).await;
        let mut whole = world.order_over(&stored);
        whole["scope"] = Value::Null;
        let order = world.ok("port_order_add", whole).await;
        assert_eq!(
            order["scope"], "full",
            "every number of the newest list is chosen"
        );
        let detail = world.ok("port_order_get", json!({ "id": order["id"] })).await;
        let problems = detail["problems"].as_array().unwrap();
        assert!(
            problems.iter().all(|it| it["entityType"] == "phone_number"),
            "nothing speaks against order and account: {problems:#?}"
        );
        let found = world
            .ok("account_numbers_difference", json!({ "id": world.account }))
            .await;
        assert_eq!(found["noLongerListed"].as_array().unwrap().len(), 4);
    });
}

#[test]
fn a_file_without_numbers_stores_nothing() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let file = world.file(
            "bad.csv",
            b"Working TN,BTN\nnobody,214-555-0199\nnothing,214-555-0199\n",
        );
        let before = world.log().await.len();
        let error = world
            .fails(
                "account_numbers_import",
                request(&world, &file, "csr", "2026-11-25"),
                ErrorCode::InvalidInput,
            )
            .await;
        assert!(!error.hints.is_empty(), "{error:?}");
        assert_eq!(world.log().await.len(), before);
    });
}

#[test]
fn a_column_that_nothing_tells_apart_is_named_by_a_person() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let text =
            "Circuit report,,\nRef,Alpha,Beta\n1,214-222-0100,214-222-0200\n2,214-222-0101,214-222-0201\n";
        let file = world.file("report.csv", text.as_bytes());
        let read = async |column: &str| {
            let mut asked = request(&world, &file, "csr", "2026-11-25");
            asked["column"] = json!(column);
            asked["dryRun"] = json!(true);
            let done = world.ok("account_numbers_import", asked).await;
            assert_eq!(done["rejected"], json!([]), "{column}: {done:#}");
            numbers(&done["difference"]["onlyListed"]).join(" ")
        };
        for (column, expected) in [
            ("beta", "+12142220200 +12142220201"),
            ("Alpha", "+12142220100 +12142220101"),
        ] {
            assert_eq!(read(column).await, expected, "{column}");
        }
        let mut asked = request(&world, &file, "csr", "2026-11-25");
        asked["sheet"] = json!({ "file": file, "sheet": "report", "headerRow": 2 });
        asked["column"] = json!("C");
        let done = world.ok("account_numbers_import", asked.clone()).await;
        assert_eq!((&done["inserted"], &done["rejected"]), (&json!(2), &json!([])));
        asked["column"] = json!("Gamma");
        let error = world
            .fails("account_numbers_import", asked, ErrorCode::InvalidInput)
            .await;
        assert!(error.message.contains("Gamma"), "{error:?}");
    });
}

#[test]
fn what_stays_on_an_account_is_decided_at_its_list_or_by_the_disposition() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world
            .put_numbers(&["+12145550199", "+12145550101", "+12145550102"])
            .await;
        let list = b"Telephone Number\n214-555-0199\n214-555-0101\n214-555-0102\n214-555-0150\n";
        let csr = world.file("csr.csv", list);
        world
            .ok(
                "account_numbers_import",
                request(&world, &csr, "csr", "2026-11-25"),
            )
            .await;
        let stays =
            json!({ "ids": [numbers[2].id], "losingAccountId": world.account, "disposition": "retain" });
        world.ok("number_set", stays).await;
        let order = world.draft(&numbers[..2]).await;
        let told = refusal(&world, &order).await;
        assert!(told.contains("undecided for 1: +12145550150"), "{told}");

        let decide = |number: &str, action: Value| json!({ "accountId": world.account, "numbers": [number], "action": action });
        let foreign = decide("+12145550177", json!("keep"));
        let refused = world
            .fails("account_numbers_decide", foreign, ErrorCode::InvalidInput)
            .await;
        assert_eq!(refused.field.as_deref(), Some("numbers"));
        let answer = decide("214-555-0150", json!("disconnect"));
        let answer = world.ok("account_numbers_decide", answer).await;
        assert_eq!(answer["onlyListed"][0]["remainingAction"], "disconnect");
        let told = refusal(&world, &order).await;
        assert!(told.contains("needs a new BTN"), "one number is retained: {told}");
        for (btn, why) in [
            ("+12145550150", "is to be disconnected"),
            ("+12145550101", "not among the kept"),
        ] {
            name_btn(&world, &order, Some(btn)).await;
            let told = refusal(&world, &order).await;
            assert!(told.contains(why), "{btn}: {told}");
        }
        name_btn(&world, &order, Some("+12145550102")).await;
        world.drive(&order, &["ready", "draft"]).await;

        let ends = json!({ "ids": [numbers[2].id], "disposition": "disconnect" });
        world.ok("number_set", ends).await;
        let told = refusal(&world, &order).await;
        assert!(told.contains("+12145550102 is to be disconnected"), "{told}");
        name_btn(&world, &order, None).await;
        world.drive(&order, &["ready"]).await;
    });
}

/// Why the order cannot be ready.
async fn refusal(world: &World, order: &PortOrder) -> String {
    let step = crate::world::step(&world.order(order.id).await, "ready");
    let refused = world
        .fails("port_order_transition", step, ErrorCode::Refused)
        .await;
    refused.message
}

async fn name_btn(world: &World, order: &PortOrder, btn: Option<&str>) {
    let now = world.order(order.id).await;
    let values = json!({ "id": now.id, "revision": now.revision, "scope": "partial", "pon": now.pon,
        "signerContactId": world.signer, "newBtn": btn });
    world.ok("port_order_update", values).await;
}
