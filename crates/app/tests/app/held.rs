//! What discovery holds up: an order with an undecided line, the end of an account, leaving discovery, a removal.

use portflow_app::ErrorCode;
use portflow_domain::entities::PortOrder;
use portflow_domain::enums::NumberClass;
use portflow_store::queries::port_orders;
use serde_json::{Value, json};

use crate::place::on_each;
use crate::world::{World, account_values, id, step};

async fn save(world: &World, kind: &str, values: Value) -> Value {
    let request = json!({ "siteId": world.site, "values": values });
    world.ok(&format!("{kind}_save"), request).await
}

async fn findings_of(world: &World, order: &PortOrder) -> String {
    let detail = world.ok("port_order_get", json!({ "id": order.id })).await;
    detail["problems"].to_string()
}

#[test]
fn an_elevator_that_stays_blocks_the_end_of_its_account_and_not_the_port() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550199"]).await;
        let lift = json!({ "kind": "elevator", "number": "+12145550188", "decision": "keep",
            "losingAccountId": world.account });
        let lift = save(&world, "special_line", lift).await;
        let mut request = world.order_over(&numbers);
        request["scope"] = json!("full");
        let order: PortOrder = serde_json::from_value(world.ok("port_order_add", request).await).unwrap();
        let told = "The elevator line +12145550188 is to stay and is billed to the account of Old Telephone \
            Company, BTN +12145550199, which is to be closed.";
        let learnt = world.ok("site_discovery", json!({ "id": world.site })).await;
        assert!(learnt["findings"].to_string().contains(told), "{learnt:#}");
        let to_ported = [
            "ready",
            "loa_requested",
            "loa_signed",
            "submitted",
            "foc_received",
            "scheduled",
            "ported",
        ];
        let order = world.drive(&order, &to_ported).await;
        world
            .ok(
                "number_transition",
                json!({ "ids": [numbers[0].id], "to": "verified" }),
            )
            .await;
        let order = world.drive(&order, &["verified"]).await;
        let refused = world
            .fails(
                "port_order_transition",
                step(&order, "closed"),
                ErrorCode::Refused,
            )
            .await;
        assert!(
            refused.message.contains(told.trim_end_matches('.')),
            "{refused:?}"
        );
        assert!(refused.hints[0].contains("another account"), "{refused:?}");
        let mut other = account_values(&world.customer);
        other["carrierName"] = json!("Lift Telephone Company");
        let other = id(&world.ok("losing_account_add", other).await);
        let moved = json!({ "siteId": world.site, "id": lift["id"], "revision": 1, "values":
            { "kind": "elevator", "number": "+12145550188", "decision": "keep", "losingAccountId": other } });
        world.ok("special_line_save", moved).await;
        world.drive(&order, &["closed"]).await;
    });
}

#[test]
fn a_partial_port_leaves_the_account_to_what_stays() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101"]).await;
        let lift = json!({ "kind": "elevator", "decision": "keep", "losingAccountId": world.account });
        save(&world, "special_line", lift).await;
        let order = world.draft(&numbers).await;
        let learnt = world.ok("site_discovery", json!({ "id": world.site })).await;
        assert_eq!(learnt["findings"], json!([]));
        let to_ported = [
            "ready",
            "loa_requested",
            "loa_signed",
            "submitted",
            "foc_received",
            "scheduled",
            "ported",
        ];
        let order = world.drive(&order, &to_ported).await;
        world
            .ok(
                "number_transition",
                json!({ "ids": [numbers[0].id], "to": "verified" }),
            )
            .await;
        world.drive(&order, &["verified", "closed"]).await;
    });
}

#[test]
fn an_undecided_line_holds_an_order_without_an_account_and_a_toll_free_one() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+18005550170"]).await;
        let order = world.draft(&numbers).await;
        assert_eq!(order.number_class, NumberClass::TollFree);
        let line = save(
            &world,
            "special_line",
            json!({ "kind": "alarm", "number": "800-555-0170" }),
        )
        .await;
        for has_account in [true, false] {
            let mut order = world.order(order.id).await;
            if !has_account {
                order.losing_account_id = None;
                order.resporg_id = Some("ABC01".to_owned());
                let mut tx = world.cx().await.write().await.unwrap();
                order = port_orders::update_port_order(&mut tx, &order).await.unwrap();
                tx.commit().await.unwrap();
            }
            let refused = world
                .fails("port_order_transition", step(&order, "ready"), ErrorCode::Refused)
                .await;
            assert!(refused.message.contains("Nobody has decided"), "{refused:?}");
            assert!(findings_of(&world, &order).await.contains("the alarm line"));
        }
        let decided = json!({ "siteId": world.site, "id": line["id"], "revision": 1,
            "values": { "kind": "alarm", "number": "800-555-0170", "decision": "teams" } });
        world.ok("special_line_save", decided).await;
        let mut order = world.order(order.id).await;
        order.resporg_id = Some("XYZ01".to_owned());
        let mut tx = world.cx().await.write().await.unwrap();
        let order = port_orders::update_port_order(&mut tx, &order).await.unwrap();
        tx.commit().await.unwrap();
        world.drive(&order, &["ready"]).await;
    });
}

#[test]
fn a_line_of_another_customer_holds_nothing() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let other = id(&world.add_customer("Other Corp").await);
        let theirs = id(&world.add_site(&other, "Plano").await);
        let line = json!({ "siteId": theirs, "values": { "kind": "fax", "number": "+12145550170" } });
        world.ok("special_line_save", line).await;
        let order = world.draft(&world.put_numbers(&["+12145550170"]).await).await;
        assert!(!findings_of(&world, &order).await.contains("Nobody"));
        world.drive(&order, &["ready"]).await;
    });
}

#[test]
fn a_reason_that_goes_over_the_gate_is_logged_with_what_was_missing() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let step = |revision: i64, to: &str, reason: Option<&str>| json!({ "id": world.migration, "revision": revision, "to": to, "reason": reason });
        world
            .ok(
                "migration_transition",
                step(1, "discovery", Some("Visit on Monday")),
            )
            .await;
        let owed = world
            .ok("site_discovery_completeness", json!({ "id": world.site }))
            .await;
        world
            .ok(
                "migration_transition",
                step(2, "data_collection", Some("The date is fixed")),
            )
            .await;
        let log = world.log().await;
        let told = |entry: usize, field: &str| -> Vec<String> {
            let changes = log[entry].changes.as_array().unwrap();
            let of = changes.iter().filter(|change| change["field"] == field);
            of.map(|change| change["new_value"].as_str().unwrap().to_owned())
                .collect()
        };
        let last = log.len() - 1;
        assert_eq!(told(last, "reason"), ["The date is fixed"]);
        let sections = owed["sections"].as_array().unwrap().iter();
        let missing = sections.flat_map(|it| it["missing"].as_array().unwrap());
        let required = missing.filter(|it| it["required"] == true);
        let required: Vec<_> = required
            .map(|it| {
                format!(
                    "{} ({})",
                    it["text"].as_str().unwrap(),
                    it["key"].as_str().unwrap()
                )
            })
            .collect();
        assert!(
            required.iter().any(|it| it.contains("(site.address)")),
            "{required:?}"
        );
        assert_eq!(told(last, "discoveryGateOverridden"), required);
        assert_eq!(told(last - 1, "discoveryGateOverridden"), [] as [&str; 0]);
    });
}

#[test]
fn the_letter_and_the_workbook_use_the_spelling_of_the_csr() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let site = json!({ "id": world.site, "revision": 1, "name": "Dallas HQ", "timeZone": "America/Chicago",
            "street": "2200 Example Boulevard", "city": "Dallas", "state": "TX", "postalCode": "75201" });
        world.ok("site_update", site).await;
        let mut account = account_values(&world.customer);
        account["id"] = json!(world.account);
        account["revision"] = json!(1);
        account["csrAddress"] = json!({ "street": "2200 EXAMPEL BLVD", "city": "DALLAS", "state": "TX",
            "postalCode": "75201", "country": "US" });
        world.ok("losing_account_update", account).await;
        let order = world.draft(&world.put_numbers(&["+12145550170"]).await).await;
        let file = world.save_as("request.xlsx");
        let export = json!({ "id": order.id, "kind": "request", "fileId": file });
        world.ok("port_order_export", export).await;
        let texts = crate::secrets::exported(&world);
        assert!(
            texts.iter().any(|it| it.contains("2200 EXAMPEL BLVD")),
            "{texts:?}"
        );
        assert!(!texts.iter().any(|it| it.contains("Boulevard")), "{texts:?}");
    });
}

#[test]
fn a_location_that_stands_for_networks_is_not_removed() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let location = save(&world, "emergency_location", json!({ "name": "Floor 4" })).await;
        let segment =
            json!({ "kind": "subnet", "identifier": "10.20.7.0/24", "emergencyLocationId": location["id"] });
        let segment = save(&world, "network_segment", segment).await;
        let remove = json!({ "siteId": world.site, "id": location["id"], "revision": 1 });
        let refused = world
            .fails("emergency_location_remove", remove.clone(), ErrorCode::Refused)
            .await;
        assert_eq!(
            refused.message,
            "Floor 4 stands for 10.20.7.0/24 and cannot be removed."
        );
        assert!(
            refused.hints[0].contains("another emergency location"),
            "{refused:?}"
        );
        let of_segment = json!({ "siteId": world.site, "id": segment["id"], "revision": 1 });
        world.ok("network_segment_remove", of_segment).await;
        world.ok("emergency_location_remove", remove).await;
    });
}

#[test]
fn an_account_or_row_of_another_customer_is_refused_with_its_field() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let other = id(&world.add_customer("Other Corp").await);
        let theirs = id(&world.add_site(&other, "Plano").await);
        let account = id(&world.add_account(&other).await);
        for (kind, values) in [
            ("circuit", json!({ "kind": "pri", "carrierName": "Lumen" })),
            ("special_line", json!({ "kind": "fax" })),
        ] {
            let command = format!("{kind}_save");
            let mut foreign = values.clone();
            foreign["losingAccountId"] = json!(account);
            let request = json!({ "siteId": world.site, "values": foreign });
            let refused = world.fails(&command, request, ErrorCode::InvalidInput).await;
            assert_eq!(
                refused.field.as_deref(),
                Some("losingAccountId"),
                "{kind}: {refused:?}"
            );
            assert_eq!(
                refused.message,
                "That losing account is not one of this customer."
            );

            let row = world
                .ok(&command, json!({ "siteId": theirs, "values": foreign }))
                .await;
            let own = json!({ "siteId": world.site, "id": row["id"], "revision": 1, "values": values });
            world.fails(&command, own, ErrorCode::NotFound).await;
            let remove = json!({ "siteId": world.site, "id": row["id"], "revision": 1 });
            world
                .fails(&format!("{kind}_remove"), remove, ErrorCode::NotFound)
                .await;
        }
    });
}

#[test]
fn numbers_are_kept_in_one_spelling() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        for (entered, kept) in [
            ("(214) 555-0199", "+12145550199"),
            ("214 A32 0199", "214 A32 0199"),
            ("+44 1632 960961", "+441632960961"),
        ] {
            let circuit = json!({ "kind": "pri", "carrierName": "Lumen", "btn": entered });
            assert_eq!(save(&world, "circuit", circuit).await["btn"], kept);
        }
        let site = |number: &str| {
            json!({ "id": world.site, "revision": 1, "name": "Dallas HQ", "timeZone": "America/Chicago",
                "mainNumber": number })
        };
        let refused = world
            .fails("site_update", site("ask reception"), ErrorCode::InvalidInput)
            .await;
        assert_eq!(refused.field.as_deref(), Some("mainNumber"));
        let kept = world.ok("site_update", site("214-555-0100")).await;
        assert_eq!(kept["mainNumber"], "+12145550100");
    });
}
