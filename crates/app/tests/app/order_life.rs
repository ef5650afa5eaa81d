//! Orders that the carrier has: partly ported, changed by supplements, taken over half-way, with extensions and with
//! toll-free numbers.

use portflow_app::ErrorCode;
use portflow_domain::entities::{PhoneNumber, PortOrder};
use portflow_domain::enums::{PortOrderStatus, PortingStatus};
use portflow_store::queries::phone_numbers;
use serde_json::{Value, json};

use crate::place::on_each;
use crate::world::{World, step, today};

const TO_SUBMITTED: &[&str] = &["ready", "loa_requested", "loa_signed", "submitted"];

/// Numbers of one hundred, from `first` on.
async fn numbers(world: &World, first: u32, count: u32) -> Vec<PhoneNumber> {
    let texts: Vec<String> = (first..first + count)
        .map(|line| format!("+1214600{line:04}"))
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    world.put_numbers(&texts).await
}

async fn confirmed(world: &World, numbers: &[PhoneNumber]) -> PortOrder {
    let order = world.draft(numbers).await;
    let order = world.drive(&order, TO_SUBMITTED).await;
    world.drive(&order, &["foc_received"]).await
}

async fn detail(world: &World, order: &PortOrder) -> Value {
    world.ok("port_order_get", json!({ "id": order.id })).await
}

/// A request to change this order.
pub fn supplement(order: &PortOrder, what: Value) -> Value {
    let mut request =
        json!({ "id": order.id, "revision": order.revision, "reason": "The customer asked for it" });
    for (field, value) in what.as_object().unwrap() {
        request[field] = value.clone();
    }
    request
}

#[test]
fn twenty_of_twenty_one_ported_names_the_one_that_is_missing() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = numbers(&world, 100, 21).await;
        let order = confirmed(&world, &numbers).await;
        let order = world.drive(&order, &["scheduled"]).await;
        let mut partly = step(&order, "partially_ported");
        let moved = numbers[..20].iter();
        partly["outcomes"] = moved
            .map(|number| json!({ "phoneNumberId": number.id, "choice": "ported" }))
            .collect();
        world.ok("port_order_transition", partly).await;
        let progress = detail(&world, &order).await["progress"].clone();
        assert_eq!(
            (&progress["ported"], &progress["numbers"]),
            (&json!(20), &json!(21))
        );
        assert_eq!(progress["missing"], json!(["+12146000120"]));

        let ids: Vec<_> = numbers[..20].iter().map(|number| number.id).collect();
        world
            .ok("number_transition", json!({ "ids": ids, "to": "verified" }))
            .await;
        let order = world.order(order.id).await;
        let refused = world
            .fails(
                "port_order_transition",
                step(&order, "closed"),
                ErrorCode::Refused,
            )
            .await;
        assert!(
            refused
                .message
                .contains("+12146000120 has not ported and has no answer yet"),
            "{refused:?}"
        );
        let mut close = step(&order, "closed");
        close["outcomes"] = json!([{ "phoneNumberId": numbers[20].id, "choice": "released" }]);
        world.ok("port_order_transition", close).await;
        let released = detail(&world, &order).await["progress"]["released"].clone();
        assert_eq!(released, json!(["+12146000120"]));
        let asked = json!({ "migrationId": world.migration, "phoneNumberIds": [numbers[20].id] });
        let proposed = world.ok("port_orders_propose", asked).await;
        assert_eq!(proposed["orders"][0]["numbers"][0]["number"], "+12146000120");
    });
}

#[test]
fn extensions_of_a_number_enter_and_leave_an_order_with_it() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let base = numbers(&world, 100, 2).await;
        let mut tx = world.cx().await.write().await.unwrap();
        let extension = PhoneNumber {
            id: world.cx().await.id(),
            extension: "101".to_owned(),
            ..base[0].clone()
        };
        let one = std::slice::from_ref(&extension);
        phone_numbers::insert_phone_numbers(&mut tx, one).await.unwrap();
        tx.commit().await.unwrap();

        let order = world.draft(&base).await;
        let order = world.order(order.id).await;
        assert_eq!(
            world.stored(extension.id).await.open_port_order_id,
            Some(order.id)
        );
        let list = world.ok("port_order_list", json!({})).await;
        assert_eq!(list[0]["numbers"], 2, "a base number counts once");
        let order = world.drive(&order, TO_SUBMITTED).await;
        let statuses = [
            world.stored(base[0].id).await.porting_status,
            world.stored(extension.id).await.porting_status,
        ];
        assert_eq!(statuses, [PortingStatus::LoaSubmitted; 2]);
        let order = world.drive(&order, &["foc_received", "scheduled"]).await;
        let mut partly = step(&order, "partially_ported");
        partly["outcomes"] = json!([{ "phoneNumberId": base[0].id, "choice": "ported" }]);
        world.ok("port_order_transition", partly).await;
        assert_eq!(
            world.stored(extension.id).await.porting_status,
            PortingStatus::Ported
        );
        let progress = detail(&world, &order).await["progress"].clone();
        assert_eq!(
            (&progress["ported"], &progress["numbers"]),
            (&json!(1), &json!(2))
        );
    });
}

#[test]
fn a_supplement_for_another_date_is_the_next_version() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = numbers(&world, 100, 2).await;
        let order = confirmed(&world, &numbers).await;
        let nothing = supplement(&order, json!({}));
        let refused = world
            .fails("port_order_supplement", nothing, ErrorCode::Refused)
            .await;
        assert!(refused.message.contains("changes nothing"), "{refused:?}");
        let later = supplement(&order, json!({ "desiredDate": "2027-02-09" }));
        let after = world.ok("port_order_supplement", later).await;
        assert_eq!(
            (&after["status"], &after["version"]),
            (&json!("submitted"), &json!(2))
        );
        assert_eq!(
            after["focLocalDate"],
            Value::Null,
            "the carrier has to confirm it again"
        );
        assert_eq!(
            world.stored(numbers[0].id).await.porting_status,
            PortingStatus::LoaSubmitted
        );
        let versions = detail(&world, &order).await["versions"].clone();
        assert_eq!(versions[0]["supplement"], Value::Null);
        assert_eq!(versions[1]["supplement"], "new_date");
        let change = json!([{ "field": "desiredDate", "old_value": null, "new_value": "2027-02-09" }]);
        assert_eq!(versions[1]["changes"], change);
        let early = supplement(
            &world.order(order.id).await,
            json!({ "desiredDate": "2027-02-10" }),
        );
        let refused = world
            .fails("port_order_supplement", early, ErrorCode::Refused)
            .await;
        assert!(refused.message.contains("confirmed"), "{refused:?}");
    });
}

#[test]
fn a_supplement_that_changes_the_numbers_needs_a_new_letter() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = numbers(&world, 100, 4).await;
        let order = confirmed(&world, &numbers[..3]).await;
        let change = json!({ "add": [numbers[3].id], "remove": [numbers[0].id] });
        let unsigned = supplement(&order, change.clone());
        let refused = world
            .fails("port_order_supplement", unsigned, ErrorCode::Refused)
            .await;
        assert!(refused.message.contains("signature"), "{refused:?}");
        let untouched = world.stored(numbers[0].id).await;
        assert_eq!(
            untouched.open_port_order_id,
            Some(order.id),
            "nothing is half stored"
        );

        let mut signed = supplement(&order, change);
        signed["signedOn"] = json!(today());
        world.ok("port_order_supplement", signed).await;
        let (left, came) = (
            world.stored(numbers[0].id).await,
            world.stored(numbers[3].id).await,
        );
        assert_eq!(left.porting_status, PortingStatus::NotStarted);
        assert_eq!((left.open_port_order_id, left.foc_date), (None, None));
        assert_eq!(came.porting_status, PortingStatus::LoaSubmitted);
        let version = detail(&world, &order).await["versions"][1].clone();
        assert_eq!(version["supplement"], "other");
        let told = version["changes"].as_array().unwrap();
        let numbers_told: Vec<_> = told.iter().filter(|it| it["field"] == "numbers").collect();
        assert_eq!(numbers_told.len(), 2, "{version}");

        let all = supplement(
            &world.order(order.id).await,
            json!({ "remove": [numbers[1].id, numbers[2].id, numbers[3].id] }),
        );
        world
            .fails("port_order_supplement", all, ErrorCode::Refused)
            .await;
    });
}

#[test]
fn a_request_to_cancel_is_a_supplement_too() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = numbers(&world, 100, 1).await;
        let order = confirmed(&world, &numbers).await;
        let order = world
            .drive(&order, &["cancel_requested", "foc_received", "submitted"])
            .await;
        let versions = detail(&world, &order).await["versions"].clone();
        let kinds: Vec<_> = versions
            .as_array()
            .unwrap()
            .iter()
            .map(|it| &it["supplement"])
            .collect();
        assert_eq!(kinds, [&Value::Null, &json!("cancel"), &json!("other")]);
    });
}

#[test]
fn a_running_order_is_taken_over_where_its_numbers_stand() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = numbers(&world, 100, 2).await;
        let mut request = json!({ "order": world.order_over(&numbers), "status": "foc_received",
            "reason": "Begun by the customer's former partner",
            "foc": { "date": "2027-01-12", "time": "10:00", "zone": "America/New_York" } });
        request["order"]["pon"] = json!("VZ-77");
        let refused = world
            .fails("port_order_adopt", request.clone(), ErrorCode::Refused)
            .await;
        assert!(refused.message.contains("+12146000100"), "{refused:?}");
        let ids: Vec<_> = numbers.iter().map(|number| number.id).collect();
        for to in ["loa_submitted", "foc_received"] {
            world
                .ok("number_transition", json!({ "ids": ids, "to": to }))
                .await;
        }
        let mut dateless = request.clone();
        dateless["foc"] = Value::Null;
        let refused = world
            .fails("port_order_adopt", dateless, ErrorCode::InvalidInput)
            .await;
        assert_eq!(refused.field.as_deref(), Some("foc"));
        let mut nameless = request.clone();
        nameless["order"]["pon"] = Value::Null;
        let refused = world
            .fails("port_order_adopt", nameless, ErrorCode::InvalidInput)
            .await;
        assert_eq!(refused.field.as_deref(), Some("pon"));

        let adopted = world.ok("port_order_adopt", request).await;
        let order: PortOrder = serde_json::from_value(adopted).unwrap();
        let number = world.stored(numbers[0].id).await;
        assert_eq!(number.open_port_order_id, Some(order.id));
        assert_eq!(number.foc_date, order.foc_local_date);
        let shown = detail(&world, &order).await;
        assert_eq!(shown["events"][0]["fromStatus"], Value::Null);
        let later = supplement(&order, json!({ "desiredDate": "2027-02-09" }));
        world.ok("port_order_supplement", later).await;
        let order = world
            .drive(&order, &["foc_received", "scheduled", "ported"])
            .await;
        assert_eq!(order.status, PortOrderStatus::Ported);
    });
}

#[test]
fn toll_free_numbers_are_ready_with_a_resporg_and_without_an_account() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let free = world.put_numbers(&["+18336000134"]).await;
        let mut request = world.order_over(&free);
        request["losingAccountId"] = Value::Null;
        let order: PortOrder =
            serde_json::from_value(world.ok("port_order_add", request.clone()).await).unwrap();
        let shown = detail(&world, &order).await;
        let of_account = |it: &&Value| it["entityType"] == "losing_account";
        let problems = shown["problems"].as_array().unwrap();
        assert_eq!(problems.iter().find(of_account), None, "no rule of an account");
        let refused = world
            .fails("port_order_transition", step(&order, "ready"), ErrorCode::Refused)
            .await;
        assert!(refused.message.contains("RespOrg"), "{refused:?}");
        let named = json!({ "id": order.id, "revision": order.revision, "scope": "full", "pon": order.pon,
            "signerContactId": world.signer, "resporgId": "abc01" });
        let named = world.ok("port_order_update", named).await;
        assert_eq!(named["resporgId"], "ABC01");
        let order = world.drive(&order, TO_SUBMITTED).await;
        assert_eq!(order.status, PortOrderStatus::Submitted);

        let local = world.put_numbers(&["+12146000100"]).await;
        let mut request = world.order_over(&local);
        request["resporgId"] = json!("ABC01");
        let refused = world
            .fails("port_order_add", request, ErrorCode::InvalidInput)
            .await;
        assert_eq!(refused.field.as_deref(), Some("resporgId"));
    });
}

/// A commitment as people at the carrier and at the site say it.
fn told(times: &Value) -> Vec<String> {
    let told = |it: &Value| {
        let text = |field: &str| it[field].as_str().unwrap().to_owned();
        format!("{} {} {}", text("date"), text("time"), text("name"))
    };
    times.as_array().unwrap().iter().map(told).collect()
}

#[test]
fn a_commitment_is_told_in_both_clocks_across_a_change_of_one_of_them() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = numbers(&world, 100, 2).await;
        let order = world.draft(&numbers).await;
        let mut order = world.drive(&order, TO_SUBMITTED).await;
        // The clocks of Chicago, where the site is, change on the 14th of March 2027; those of Phoenix never do.
        for (date, at_site) in [("2027-03-12", "11:00 CST"), ("2027-03-15", "12:00 CDT")] {
            let foc = json!({ "date": date, "time": "10:00", "zone": "America/Phoenix" });
            let wanted = vec![format!("{date} 10:00 MST"), format!("{date} {at_site}")];
            let asked = json!({ "migrationId": world.migration, "foc": foc });
            assert_eq!(told(&world.ok("port_foc_times", asked).await), wanted);
            let mut request = step(&order, "foc_received");
            request["foc"] = foc;
            let moved = world.ok("port_order_transition", request).await;
            order = serde_json::from_value(moved).unwrap();
            assert_eq!(told(&detail(&world, &order).await["focTimes"]), wanted);
            order = world.drive(&order, &["scheduled"]).await;
        }
        let skipped = json!({ "date": "2027-03-14", "time": "02:30", "zone": null });
        let asked = json!({ "migrationId": world.migration, "foc": skipped });
        let refused = world
            .fails("port_foc_times", asked, ErrorCode::InvalidInput)
            .await;
        assert!(refused.message.contains("the clocks change"), "{refused:?}");
    });
}
