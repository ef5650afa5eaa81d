//! What was written for a carrier comes back as what it was: the request of each built-in carrier, the Microsoft list
//! and Attachment A are imported again, find the same numbers and change nothing.

use portflow_domain::entities::PortOrder;
use serde_json::{Value, json};

use crate::imports::{choices, commit, counts};
use crate::place::on_each;
use crate::world::{World, account_values, id};

/// A migration to a carrier, with three numbers in an order: one that a person holds, one with a remark, one alone.
async fn ordered(world: &mut World, carrier: &str, first: u32) -> PortOrder {
    let carriers = world.ok("carrier_list", json!({})).await;
    let carriers = carriers.as_array().unwrap();
    let carrier = carriers.iter().find(|it| it["code"] == carrier).unwrap();
    let migration = json!({ "siteId": world.site, "name": format!("To {carrier}", carrier = carrier["name"]),
        "routingType": "direct_routing", "carrierId": carrier["id"], "voiceRoutingPolicy": "US-National" });
    world.migration = id(&world.ok("migration_add", migration).await);
    let names: Vec<_> = (first..first + 3)
        .map(|line| format!("+1214234{line:04}"))
        .collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let numbers = world.put_numbers(&names).await;
    // The request says whom the numbers leave, and so does the inventory.
    let ids: Vec<_> = numbers.iter().map(|number| number.id).collect();
    let carried = json!({ "ids": ids, "currentCarrier": "Old Telephone Company" });
    world.ok("number_set", carried).await;
    let person = world.put_person(&format!("kim{first}@example.com")).await;
    let assign = json!({ "ids": [numbers[0].id], "holder": { "endUserId": person.id } });
    world.ok("number_assign", assign).await;
    let said = json!({ "ids": [numbers[1].id], "rateCenter": "DALLAS", "notes": "Rings in the lobby" });
    world.ok("number_set", said).await;
    world.draft(&numbers).await
}

async fn inventory(world: &World) -> Vec<Value> {
    let all = json!({ "migrationId": world.migration, "limit": 100 });
    let mut rows = Vec::new();
    for name in ["number_page", "end_user_page"] {
        rows.extend(
            world.ok(name, all.clone()).await["rows"]
                .as_array()
                .unwrap()
                .clone(),
        );
    }
    rows
}

#[test]
fn what_a_carrier_was_sent_is_imported_again_without_a_change() {
    on_each(|place| async move {
        let mut world = World::furnished(place).await;
        let mut values = account_values(&world.customer);
        (values["id"], values["revision"]) = (json!(world.account), json!(1));
        values["accountNumber"] = json!("77810042");
        world.ok("losing_account_update", values).await;
        let carriers = [
            ("verizon", "xlsx"),
            ("fusionconnect", "xlsx"),
            ("gtt", "xlsx"),
            ("microsoft", "csv"),
        ];
        for (place, (carrier, extension)) in (1..).zip(carriers) {
            let order = ordered(&mut world, carrier, place * 100).await;
            for (kind, extension) in [("request", extension), ("attachment", "xlsx")] {
                // Named without a carrier: an import takes one that a file is named after for the carrier of its list.
                let name = format!("{kind}-{place}.{extension}");
                let ask = json!({ "id": order.id, "kind": kind, "fileId": world.save_as(&name) });
                world.ok("port_order_export", ask).await;
                let before = inventory(&world).await;
                let bytes = std::fs::read(world.place.folder.join(&name)).unwrap();
                let batch = commit(&world, &choices(&world, &world.file(&name, &bytes))).await;
                assert_eq!(inventory(&world).await, before, "{carrier}: {name}");
                let [inserted, updated, unchanged, rejected] = counts(&batch);
                assert_eq!(
                    (inserted, updated, rejected),
                    (0, 0, 0),
                    "{carrier}: {name}: {batch:#}"
                );
                assert!(unchanged >= 3, "{name} has its three numbers: {batch:#}");
            }
        }
    });
}
