//! Port orders between the walks: what a signature is bound to, what blocks a submission, who shares an order.

use portflow_app::ErrorCode;
use portflow_domain::entities::Activity;
use portflow_domain::enums::PortOrderStatus;
use serde_json::json;

use crate::place::on_each;
use crate::world::{World, account_values, step};

const TO_SIGNED: &[&str] = &["ready", "loa_requested", "loa_signed"];

#[test]
fn a_signature_is_not_dated_in_the_future_and_names_its_signer() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101"]).await;
        let order = world.draft(&numbers).await;
        let order = world.drive(&order, &["ready", "loa_requested"]).await;
        let mut request = step(&order, "loa_signed");
        request["signedOn"] = json!("2026-12-01");
        let error = world
            .fails("port_order_transition", request, ErrorCode::InvalidInput)
            .await;
        assert_eq!(error.field.as_deref(), Some("signedOn"));
        let mut request = step(&order, "loa_signed");
        request["signedOn"] = json!(null);
        world
            .fails("port_order_transition", request, ErrorCode::Refused)
            .await;
        assert_eq!(
            world.order(order.id).await,
            order,
            "nothing of a refused step is stored"
        );
        let signed = world.drive(&order, &["loa_signed"]).await;
        assert!(signed.loa_content_hash.is_some());
        assert_eq!(signed.loa_signed_on, Some(crate::world::today()));
    });
}

#[test]
fn a_signature_is_void_once_the_account_says_something_else() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101"]).await;
        let order = world.draft(&numbers).await;
        let signed = world.drive(&order, TO_SIGNED).await;
        let mut values = account_values(&world.customer);
        values["id"] = json!(world.account);
        values["revision"] = json!(1);
        values["nameOnAccount"] = json!("Example Holdings");
        world.ok("losing_account_update", values).await;
        let request = step(&signed, "submitted");
        let error = world
            .fails("port_order_transition", request, ErrorCode::Refused)
            .await;
        assert!(
            error
                .message
                .contains("signature belongs to the order as it stands"),
            "{error:?}"
        );
        assert_eq!(world.order(order.id).await.status, PortOrderStatus::LoaSigned);

        let again = world
            .drive(
                &signed,
                &["draft", "ready", "loa_requested", "loa_signed", "submitted"],
            )
            .await;
        assert_ne!(again.loa_content_hash, signed.loa_content_hash);
        assert!(again.submitted_at.is_some());
    });
}

#[test]
fn a_signature_does_not_cover_numbers_added_afterwards() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101", "+12145550102"]).await;
        let order = world.draft(&numbers[..1]).await;
        let signed = world.drive(&order, TO_SIGNED).await;
        let add = |revision: i64| json!({ "id": order.id, "revision": revision, "add": [numbers[1].id] });
        let edited = world
            .fails("port_order_numbers", add(signed.revision), ErrorCode::Refused)
            .await;
        assert!(edited.message.contains("only a draft"), "{edited:?}");
        let draft = world.drive(&signed, &["draft"]).await;
        world.ok("port_order_numbers", add(draft.revision)).await;
        let ready = world.drive(&draft, &["ready"]).await;
        let request = step(&ready, "submitted");
        let error = world
            .fails("port_order_transition", request, ErrorCode::Refused)
            .await;
        assert!(error.message.contains("letter of authorization"), "{error:?}");
        let signed_again = world.drive(&ready, &["loa_requested", "loa_signed"]).await;
        assert_ne!(signed_again.loa_content_hash, signed.loa_content_hash);
    });
}

#[test]
fn an_earlier_open_order_of_the_account_blocks_a_submission() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101", "+12145550102"]).await;
        let first = world.draft(&numbers[..1]).await;
        let second = world.draft(&numbers[1..]).await;
        let signed = world.drive(&second, TO_SIGNED).await;
        let request = step(&signed, "submitted");
        let error = world
            .fails("port_order_transition", request.clone(), ErrorCode::Refused)
            .await;
        assert!(error.message.contains(first.pon.as_deref().unwrap()), "{error:?}");
        assert!(!error.hints.is_empty());
        let detail = world.ok("port_order_get", json!({ "id": second.id })).await;
        let next = detail["next"].as_array().unwrap();
        let submitted = next.iter().find(|it| it["status"] == "submitted").unwrap();
        let guards = submitted["guards"].as_array().unwrap();
        let unmet: Vec<_> = guards
            .iter()
            .filter(|it| it["met"] == false)
            .map(|it| &it["code"])
            .collect();
        assert_eq!(unmet, ["no_earlier_order"], "the checklist says the same");
        world.drive(&first, &["cancelled"]).await;
        world.ok("port_order_transition", request).await;
    });
}

#[test]
fn an_order_takes_numbers_of_one_class_that_no_other_order_has() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world
            .put_numbers(&["+12145550101", "+18005550134", "+12145550102"])
            .await;
        let mixed = world.order_over(&numbers[..2]);
        world.fails("port_order_add", mixed, ErrorCode::Refused).await;
        world
            .fails("port_order_add", world.order_over(&[]), ErrorCode::InvalidInput)
            .await;
        let order = world.draft(&numbers[..1]).await;
        world
            .fails(
                "port_order_add",
                world.order_over(&numbers[..1]),
                ErrorCode::Refused,
            )
            .await;
        let mut same = world.order_over(&numbers[2..]);
        same["pon"] = json!(order.pon);
        let error = world.fails("port_order_add", same, ErrorCode::Conflict).await;
        assert_eq!(error.field.as_deref(), Some("pon"));
        let remove = json!({ "id": order.id, "revision": order.revision, "remove": [numbers[0].id] });
        world.ok("port_order_numbers", remove).await;
        assert_eq!(world.stored(numbers[0].id).await.open_port_order_id, None);
        let free = world.draft(&numbers[..1]).await;
        let empty = step(&world.order(order.id).await, "ready");
        world
            .fails("port_order_transition", empty, ErrorCode::Refused)
            .await;
        assert_eq!(
            world.stored(numbers[0].id).await.open_port_order_id,
            Some(free.id)
        );
    });
}

#[test]
fn the_log_names_the_numbers_that_entered_and_left_an_order() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world
            .put_numbers(&["+12145550101", "+12145550102", "+12145550103"])
            .await;
        let logged = |log: Vec<Activity>| {
            let changes = log.last().unwrap().changes.as_array().unwrap().clone();
            let numbers = changes.into_iter().filter(|it| it["field"] == "numbers");
            numbers
                .map(|it| (it["old_value"].clone(), it["new_value"].clone()))
                .collect::<Vec<_>>()
        };
        let order = world.draft(&numbers[..2]).await;
        assert_eq!(
            logged(world.log().await),
            [
                (json!(null), json!("+12145550101")),
                (json!(null), json!("+12145550102"))
            ]
        );
        let change = json!({ "id": order.id, "revision": order.revision, "add": [numbers[2].id],
            "remove": [numbers[0].id] });
        world.ok("port_order_numbers", change).await;
        assert_eq!(
            logged(world.log().await),
            [
                (json!(null), json!("+12145550103")),
                (json!("+12145550101"), json!(null))
            ]
        );
    });
}

#[test]
fn ported_numbers_are_verified_one_by_one_before_the_order() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101", "+12145550102"]).await;
        let order = world.draft(&numbers).await;
        let to_ported = ["submitted", "foc_received", "scheduled", "ported"];
        let order = world.drive(&order, TO_SIGNED).await;
        let order = world.drive(&order, &to_ported).await;
        let verify = |index: usize| json!({ "ids": [numbers[index].id], "to": "verified" });
        world.ok("number_transition", verify(0)).await;
        let early = step(&order, "verified");
        let error = world
            .fails("port_order_transition", early, ErrorCode::Refused)
            .await;
        assert!(
            error.message.contains("1 ported number without a verified call"),
            "{error:?}"
        );
        world.ok("number_transition", verify(1)).await;
        let order = world.drive(&order, &["verified", "closed"]).await;
        assert_eq!(order.status, PortOrderStatus::Closed);
        let number = world.stored(numbers[0].id).await;
        assert!(number.verified_at.is_some() && number.open_port_order_id.is_none());
        let overview = world.ok("migration_get", json!({ "id": world.migration })).await;
        assert_eq!(overview["migration"]["portedNumbers"], 2);
    });
}
