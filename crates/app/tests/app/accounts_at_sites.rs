//! What losing accounts say against the sites they serve, wherever their orders are, told alike by a site and the list.

use serde_json::{Value, json};

use crate::place::on_each;
use crate::world::{World, account_values, id};

const LIST: &str = include_str!("../../../../tests/fixtures/carrier/csr-list.csv");

async fn learnt_at(world: &World, site: &str) -> Value {
    world.ok("site_discovery", json!({ "id": site })).await
}

async fn save(world: &World, kind: &str, site: &str, values: Value) -> Value {
    let request = json!({ "siteId": site, "values": values });
    world.ok(&format!("{kind}_save"), request).await
}

/// Codes of what speaks against a site, which the list of sites counts alike.
async fn against(world: &World, site: &str) -> Vec<String> {
    let learnt = learnt_at(world, site).await;
    let findings = learnt["findings"].as_array().unwrap();
    let list = world.ok("site_discovery_list", json!({})).await;
    let row = list
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["siteId"] == site)
        .unwrap()
        .clone();
    let counted = row["errors"].as_u64().unwrap() + row["warnings"].as_u64().unwrap();
    assert_eq!(counted, findings.len() as u64, "{row:#} {findings:#?}");
    findings
        .iter()
        .map(|it| it["code"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_line_is_told_of_the_order_that_closes_its_account_from_another_site() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let branch = id(&world.add_site(&world.customer, "Branch").await);
        let other = id(&world.add_customer("Other Corp").await);
        let theirs = id(&world.add_site(&other, "Plano").await);
        let listed = json!({ "kind": "elevator", "decision": "keep", "number": "+12145550150" });
        for site in [&branch, &theirs] {
            save(&world, "special_line", site, listed.clone()).await;
        }
        let named = json!({ "kind": "alarm", "losingAccountId": world.account });
        save(&world, "special_line", &branch, named).await;
        let elsewhere = json!({ "kind": "door", "decision": "keep", "number": "+12145550160" });
        save(&world, "special_line", &branch, elsewhere).await;
        let file = world.file("csr-list.csv", LIST.as_bytes());
        let list =
            json!({ "accountId": world.account, "file": file, "source": "csr", "seenOn": "2026-11-25" });
        world.ok("account_numbers_import", list).await;
        assert_eq!(against(&world, &branch).await, [] as [&str; 0]);

        let mut order = world.order_over(&world.put_numbers(&["+12145550101"]).await);
        order["scope"] = json!("full");
        world.ok("port_order_add", order).await;
        assert_eq!(
            against(&world, &branch).await,
            [
                "special_line_undecided_on_account",
                "special_line_kept_on_account"
            ]
        );
        for site in [&world.site, &theirs] {
            assert_eq!(against(&world, site).await, [] as [&str; 0], "{site}");
        }
    });
}

#[test]
fn a_record_names_the_place_of_a_site_only_while_its_account_serves_no_other() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let branch = id(&world.add_site(&world.customer, "Branch").await);
        let lobby = json!({ "name": "Lobby", "houseNumber": "2200", "streetName": "Ross", "streetSuffix": "Ave",
            "city": "Dallas", "state": "TX", "postalCode": "75201" });
        save(&world, "emergency_location", &world.site, lobby).await;
        let mut account = account_values(&world.customer);
        account["csrAddress"] = json!({ "street": "14 Elm St", "city": "Dallas", "state": "TX",
            "postalCode": "75202", "country": "US" });
        let account = id(&world.ok("losing_account_add", account).await);
        assert_eq!(against(&world, &world.site).await, [] as [&str; 0]);
        world
            .draft_of(&account, &world.put_numbers(&["+12145550101"]).await)
            .await;
        assert_eq!(against(&world, &world.site).await, ["addresses_differ"]);

        let circuit = json!({ "kind": "pri", "carrierName": "Lumen", "losingAccountId": account });
        save(&world, "circuit", &branch, circuit).await;
        assert_eq!(against(&world, &world.site).await, [] as [&str; 0]);
    });
}
