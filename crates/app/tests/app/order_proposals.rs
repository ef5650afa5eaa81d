//! Orders proposed for the numbers of a migration, and made as one act.

use portflow_app::ErrorCode;
use serde_json::{Value, json};

use crate::place::on_each;
use crate::world::World;

/// Gives numbers the disposition and the account that decide about their order.
async fn bill(world: &World, numbers: &[portflow_domain::entities::PhoneNumber], account: Option<&str>) {
    use portflow_domain::enums::Disposition;
    use portflow_store::queries::phone_numbers;
    let mut tx = world.cx().await.write().await.unwrap();
    for number in numbers {
        let number = portflow_domain::entities::PhoneNumber {
            disposition: Disposition::Port,
            losing_account_id: account.map(|id| id.parse().unwrap()),
            ..number.clone()
        };
        phone_numbers::update_phone_number(&mut tx, &number)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
}

/// What a proposal becomes when nobody edits it.
fn unedited(world: &World, proposal: &Value) -> Value {
    let numbers = proposal["numbers"].as_array().unwrap().iter();
    let ids: Vec<_> = numbers
        .flat_map(|it| it["phoneNumberIds"].as_array().unwrap())
        .collect();
    json!({ "migrationId": world.migration, "losingAccountId": proposal["losingAccountId"],
        "phoneNumberIds": ids, "scope": proposal["scope"], "desiredDate": proposal["desiredDate"] })
}

#[test]
fn proposals_keep_accounts_and_classes_apart_and_are_made_together() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let other = world.add_account(&world.customer).await;
        let other = other["id"].as_str().unwrap();
        let own = world
            .put_numbers(&["+12145550101", "+12145550102", "+18005550134"])
            .await;
        let others = world.put_numbers(&["+12145550103"]).await;
        let nobodys = world.put_numbers(&["+12145550104"]).await;
        bill(&world, &own, Some(&world.account)).await;
        bill(&world, &others, Some(other)).await;
        bill(&world, &nobodys, None).await;

        let asked = json!({ "migrationId": world.migration });
        let found = world.ok("port_orders_propose", asked.clone()).await;
        let proposed = found["orders"].as_array().unwrap();
        let count = |order: &Value| order["numbers"].as_array().unwrap().len();
        assert_eq!(proposed.iter().map(count).sum::<usize>(), 5, "{found}");
        assert_eq!(proposed.len(), 4, "{found}");
        assert!(
            proposed
                .iter()
                .all(|order| !order["reasons"].as_array().unwrap().is_empty())
        );
        let unbilled = proposed
            .iter()
            .find(|it| it["findings"][0]["code"] == "account_missing")
            .unwrap();
        assert_eq!(unbilled["numbers"][0]["number"], "+12145550104");

        // One of them cannot be made, so none is.
        let all: Vec<Value> = proposed.iter().map(|it| unedited(&world, it)).collect();
        let before = world.ok("port_order_list", json!({})).await;
        world
            .fails(
                "port_orders_add",
                json!({ "orders": all }),
                ErrorCode::InvalidInput,
            )
            .await;
        assert_eq!(world.ok("port_order_list", json!({})).await, before);

        let billed: Vec<Value> = proposed
            .iter()
            .filter(|it| it["losingAccountId"] != Value::Null)
            .map(|it| unedited(&world, it))
            .collect();
        let made = world.ok("port_orders_add", json!({ "orders": billed })).await;
        assert_eq!(made.as_array().unwrap().len(), 3);
        let log = world.log().await;
        let made: Vec<_> = log.iter().filter(|it| it.entity_type == "port_order").collect();
        assert_eq!(made.len(), 3);
        let sets: std::collections::BTreeSet<_> = made.iter().map(|it| it.change_set_id).collect();
        assert_eq!(sets.len(), 1, "one act");

        let left = world.ok("port_orders_propose", asked).await;
        assert_eq!(
            left["orders"].as_array().unwrap().len(),
            1,
            "what is in an order is not proposed again"
        );
    });
}

#[test]
fn what_no_order_can_take_is_left_out_with_the_reason() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101", "+12145550102"]).await;
        bill(&world, &numbers, Some(&world.account)).await;
        let line = json!({ "siteId": world.site, "values":
            { "kind": "fax", "number": "+12145550101", "location": "Nurse station" } });
        world.ok("special_line_save", line).await;
        let ids: Vec<_> = numbers.iter().map(|number| number.id).collect();
        let asked = json!({ "migrationId": world.migration, "phoneNumberIds": ids });
        let found = world.ok("port_orders_propose", asked).await;
        assert_eq!(found["orders"][0]["numbers"][0]["number"], "+12145550102");
        assert_eq!(found["leftOut"][0]["number"], "+12145550101");
        assert_eq!(
            found["leftOut"][0]["findings"][0]["code"],
            "special_line_undecided"
        );
    });
}

#[test]
fn what_stays_in_the_inventory_of_an_account_makes_its_port_partial() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world
            .put_numbers(&["+12145550101", "+12145550199", "+18005550134"])
            .await;
        bill(&world, &numbers, Some(&world.account)).await;
        let scope = async |chosen: &[portflow_domain::entities::PhoneNumber]| {
            let ids: Vec<_> = chosen.iter().map(|number| number.id).collect();
            let asked = json!({ "migrationId": world.migration, "phoneNumberIds": ids });
            world.ok("port_orders_propose", asked).await["orders"][0]["scope"].clone()
        };
        assert_eq!(scope(&numbers[..1]).await, "partial");
        assert_eq!(
            scope(&numbers[..2]).await,
            "full",
            "a RespOrg change is none of it"
        );
        let made = async |chosen: &[portflow_domain::entities::PhoneNumber]| {
            let ids: Vec<_> = chosen.iter().map(|number| number.id).collect();
            let order = json!({ "migrationId": world.migration, "losingAccountId": world.account,
                "phoneNumberIds": ids });
            world.ok("port_order_add", order).await["scope"].clone()
        };
        let strangers = world.put_numbers(&["+12145550103", "+12145550104"]).await;
        assert_eq!(made(&numbers[..1]).await, "partial", "one order says the same");
        assert_eq!(made(&numbers[1..2]).await, "full");
        assert_eq!(
            made(&strangers[..1]).await,
            "partial",
            "nothing is known to be on the account any more"
        );
        bill(&world, &strangers[1..], Some(&world.account)).await;
        assert_eq!(made(&strangers[1..]).await, "partial", "the BTN stays");
    });
}

#[test]
fn toll_free_numbers_may_be_ordered_without_an_account() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+18005550134", "+12145550102"]).await;
        bill(&world, &numbers, None).await;
        let order = |at: usize| json!({ "migrationId": world.migration, "phoneNumberIds": [numbers[at].id] });
        let made = world.ok("port_order_add", order(0)).await;
        assert_eq!(made["losingAccountId"], Value::Null);
        let refused = world
            .fails("port_order_add", order(1), ErrorCode::InvalidInput)
            .await;
        assert_eq!(refused.field.as_deref(), Some("losingAccountId"));
    });
}

#[test]
fn what_a_person_put_together_is_checked_before_it_is_made() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let other = world.add_account(&world.customer).await;
        let other = other["id"].as_str().unwrap();
        let own = world.put_numbers(&["+12145550101", "+18005550134"]).await;
        let others = world.put_numbers(&["+12145550103"]).await;
        bill(&world, &own, Some(&world.account)).await;
        bill(&world, &others, Some(other)).await;
        let all = json!([own[0].id, own[1].id, others[0].id]);
        let asked = json!({ "migrationId": world.migration,
            "orders": [{ "phoneNumberIds": all, "desiredDate": "2027-02-09" }, { "phoneNumberIds": [] }] });
        let checked = world.ok("port_orders_propose", asked).await;
        let order = &checked["orders"][0];
        assert_eq!(checked["orders"].as_array().unwrap().len(), 1, "{checked}");
        assert_eq!(order["desiredDate"], "2027-02-09");
        let codes: Vec<_> = order["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| &it["code"])
            .collect();
        assert_eq!(codes, ["mixed_classes", "mixed_accounts"], "{checked}");

        let foreign = json!({ "migrationId": world.migration, "losingAccountId": world.account,
            "phoneNumberIds": [others[0].id] });
        let refused = world.fails("port_order_add", foreign, ErrorCode::Refused).await;
        assert!(refused.message.contains("another losing account"), "{refused:?}");
    });
}
