//! What keeps an order from being ready, from leaving and from being taken over, and what does not.

use portflow_app::ErrorCode;
use portflow_domain::entities::{PhoneNumber, PortOrder};
use portflow_domain::enums::PortOrderStatus;
use portflow_store::queries::{phone_numbers, port_order_documents, port_orders};
use serde_json::{Value, json};

use crate::place::on_each;
use crate::world::{ACCOUNT_NUMBER, World, account_values, step};

const TO_SIGNED: &[&str] = &["ready", "loa_requested", "loa_signed"];

/// The refusal of a step.
async fn refused(world: &World, order: &PortOrder, to: &str) -> String {
    let request = step(&world.order(order.id).await, to);
    let error = world
        .fails("port_order_transition", request, ErrorCode::Refused)
        .await;
    assert!(!error.hints.is_empty(), "{error:?}");
    error.message
}

#[test]
fn what_is_learnt_after_an_order_was_ready_stops_its_submission() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101", "+12145550102"]).await;
        let order = world.draft(&numbers).await;
        let signed = world.drive(&order, TO_SIGNED).await;
        let line = json!({ "siteId": world.site, "values":
            { "kind": "elevator", "number": "+12145550102", "location": "Shaft 2" } });
        let line = world.ok("special_line_save", line).await;
        let told = refused(&world, &signed, "submitted").await;
        assert!(told.contains("+12145550102"), "{told}");
        let decided = json!({ "siteId": world.site, "id": line["id"], "revision": line["revision"], "values":
            { "kind": "elevator", "number": "+12145550102", "location": "Shaft 2", "decision": "analog_adapter",
              "decidedBy": "Alex Example" } });
        world.ok("special_line_save", decided).await;
        world.drive(&signed, &["submitted"]).await;
    });
}

#[test]
fn a_responsible_organization_and_an_account_wait_for_none_of_each_other() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+18005550134", "+12145550101"]).await;
        let mut free = world.order_over(&numbers[..1]);
        free["resporgId"] = json!("ABC01");
        let free: PortOrder = serde_json::from_value(world.ok("port_order_add", free).await).unwrap();
        let local = world.draft(&numbers[1..]).await;
        assert_eq!(free.losing_account_id, local.losing_account_id);
        let local = world.drive(&local, TO_SIGNED).await;
        let free = world.drive(&free, TO_SIGNED).await;
        world.drive(&free, &["submitted"]).await;
        world.drive(&local, &["submitted"]).await;
    });
}

#[test]
fn a_billing_id_of_letters_bills_an_account_and_is_never_ordered() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let mut values = account_values(&world.customer);
        values["btn"] = json!("214 SBC A0042");
        let account = world.ok("losing_account_add", values).await;
        assert_eq!(
            (&account["btn"], &account["btnDialable"]),
            (&json!("214 SBC A0042"), &json!(false))
        );
        let numbers = world.put_numbers(&["+12145550101", "+12145550102"]).await;
        bill(&world, &numbers, account["id"].as_str().unwrap()).await;
        let asked = json!({ "migrationId": world.migration });
        let found = world.ok("port_orders_propose", asked).await;
        assert_eq!(found["orders"].as_array().unwrap().len(), 1, "{found}");
        assert_eq!(found["orders"][0]["numbers"].as_array().unwrap().len(), 2);
        assert_eq!(
            found["orders"][0]["scope"], "full",
            "nothing that can be ordered stays"
        );
        let order = world.draft_of(account["id"].as_str().unwrap(), &numbers).await;
        world.drive(&order, &["ready"]).await;
        let text = json!({ "migrationId": world.migration, "numbers": "214 SBC A0042" });
        let preview = world.ok("number_add_preview", text).await;
        assert_eq!(preview["new"], 0, "{preview}");
        assert_eq!(preview["refused"].as_array().unwrap().len(), 1, "{preview}");
    });
}

async fn bill(world: &World, numbers: &[PhoneNumber], account: &str) {
    let mut tx = world.cx().await.write().await.unwrap();
    for number in numbers {
        let billed = PhoneNumber {
            losing_account_id: Some(account.parse().unwrap()),
            ..number.clone()
        };
        phone_numbers::update_phone_number(&mut tx, &billed)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
}

/// An adopted order over these numbers.
fn adopted(world: &World, numbers: &[PhoneNumber], status: &str) -> Value {
    let mut request = json!({ "order": world.order_over(numbers), "status": status, "reason": "Begun elsewhere",
        "foc": { "date": "2026-11-24", "time": "10:00", "zone": "America/New_York" } });
    request["order"]["pon"] = json!("VZ-77");
    request
}

#[test]
fn an_order_is_taken_over_partly_ported_only_with_some_of_each() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101", "+12145550102"]).await;
        let ids: Vec<_> = numbers.iter().map(|number| number.id).collect();
        for to in ["loa_submitted", "foc_received", "port_scheduled"] {
            world
                .ok("number_transition", json!({ "ids": ids, "to": to }))
                .await;
        }
        let ask = adopted(&world, &numbers, "partially_ported");
        let none = world
            .fails("port_order_adopt", ask.clone(), ErrorCode::Refused)
            .await;
        assert!(
            none.message.contains("none of its numbers has ported"),
            "{none:?}"
        );
        let one = json!({ "ids": [ids[0]], "to": "ported", "reason": "The carrier's portal says so" });
        world.ok("number_transition", one).await;
        let order: PortOrder = serde_json::from_value(world.ok("port_order_adopt", ask).await).unwrap();
        let detail = world.ok("port_order_get", json!({ "id": order.id })).await;
        assert_eq!(detail["progress"]["missing"], json!(["+12145550102"]));
        assert_eq!(order.status, PortOrderStatus::PartiallyPorted);
    });
}

#[test]
fn what_the_carrier_does_not_have_yet_is_made_as_a_draft() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101"]).await;
        for status in ["draft", "ready", "loa_requested", "loa_signed"] {
            let ask = adopted(&world, &numbers, status);
            let error = world.fails("port_order_adopt", ask, ErrorCode::Refused).await;
            assert!(error.message.contains("make it as a draft"), "{error:?}");
        }
        assert_eq!(world.stored(numbers[0].id).await.open_port_order_id, None);
    });
}

/// Puts limits into the form of the migration's carrier.
async fn limit(world: &World, limits: Value) {
    let carriers = world.ok("carrier_list", json!({})).await;
    let carriers = carriers.as_array().unwrap();
    let verizon = carriers.iter().find(|it| it["code"] == "verizon").unwrap();
    let detail = world.ok("carrier_get", json!({ "id": verizon["id"] })).await;
    let mut profile = detail["profile"].clone();
    profile["sheetTemplate"]["limits"] = limits;
    profile["id"] = detail["carrier"]["id"].clone();
    profile["revision"] = detail["carrier"]["revision"].clone();
    world.ok("carrier_update", profile).await;
}

#[test]
fn what_the_carriers_form_has_no_room_for_stops_the_order_before_it_is_ready() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101"]).await;
        let order = world.draft(&numbers).await;
        limit(
            &world,
            json!([{ "field": "account_number", "noSpacesOrDashes": true },
            { "field": "authorized_person", "maxLength": 4 }]),
        )
        .await;
        let told = refused(&world, &order, "ready").await;
        assert!(told.contains("Account number has spaces or dashes"), "{told}");
        let asked = json!({ "migrationId": world.migration, "portOrderId": order.id });
        let list = world.ok("problem_list", asked.clone()).await;
        assert!(!list.to_string().contains(ACCOUNT_NUMBER), "no secret is shown");
        assert!(
            list.to_string().contains("Authorized person has 12 characters"),
            "{list:#}"
        );
        let own = list["problems"].as_array().unwrap().iter();
        let mut fields: Vec<_> = own
            .filter(|it| it["code"].as_str().unwrap().starts_with("sheet_"))
            .map(|it| (it["fields"].clone(), it["canBeWaived"].clone()))
            .collect();
        fields.sort_by_key(|it| it.0.to_string());
        assert_eq!(
            fields,
            [
                (json!(["accountNumber"]), json!(false)),
                (json!(["signerContactId"]), json!(false))
            ]
        );

        let mut values = account_values(&world.customer);
        (values["id"], values["revision"]) = (json!(world.account), json!(1));
        values["accountNumber"] = json!("ACC77810042");
        world.ok("losing_account_update", values).await;
        limit(
            &world,
            json!([{ "field": "account_number", "noSpacesOrDashes": true },
            { "field": "authorized_person", "maxLength": 12 }]),
        )
        .await;
        let list = world.ok("problem_list", asked).await;
        assert!(!list.to_string().contains("sheet_value"), "{list:#}");
        world.drive(&order, &["ready"]).await;
    });
}

#[test]
fn a_signature_from_before_letters_were_kept_is_asked_for_again_and_says_why() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101"]).await;
        let order = world.draft(&numbers).await;
        let signed = world.drive(&order, TO_SIGNED).await;
        let cx = world.cx().await;
        let mut tx = cx.write().await.unwrap();
        let papers = port_order_documents::list_port_order_documents(&mut tx, order.id)
            .await
            .unwrap();
        for mut paper in papers {
            paper.signed_content = None;
            port_order_documents::update_port_order_document(&mut tx, &paper)
                .await
                .unwrap();
        }
        let old = PortOrder {
            loa_content_hash: Some("a1b2".to_owned()),
            ..signed.clone()
        };
        port_orders::update_port_order(&mut tx, &old).await.unwrap();
        tx.commit().await.unwrap();
        let told = refused(&world, &signed, "submitted").await;
        assert!(told.contains("was not kept and cannot be compared"), "{told}");
        world
            .drive(
                &signed,
                &["draft", "ready", "loa_requested", "loa_signed", "submitted"],
            )
            .await;
    });
}
