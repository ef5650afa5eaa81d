//! People at the customer: changed, removed, kept where an order names them.

use portflow_app::ErrorCode;
use serde_json::{Value, json};

use crate::place::on_each;
use crate::world::{World, id};

/// A request of a write that makes sense now: about the contact added last, or about the signer.
pub async fn request(world: &World, command: &str) -> Value {
    let contacts = world.ok("contact_list", json!({})).await;
    let contacts = contacts.as_array().unwrap();
    let billing = contacts.iter().find(|it| it["kind"] == "billing");
    let contact = billing.unwrap_or(&contacts[0]);
    let mut request = json!({ "id": contact["id"], "revision": contact["revision"] });
    if command == "contact_update" {
        request["kind"] = contact["kind"].clone();
        request["name"] = contact["name"].clone();
        request["title"] = json!("Accounts payable");
    }
    request
}

async fn add(world: &World, name: &str) -> Value {
    let contact = json!({ "customerId": world.customer, "kind": "technical", "name": name });
    world.ok("contact_add", contact).await
}

#[test]
fn a_contact_is_changed_and_removed_and_both_are_logged() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let contact = add(&world, "Bo Example").await;
        let update = json!({ "id": contact["id"], "revision": 1, "siteId": world.site, "kind": "escalation",
            "name": " Bo Sample ", "phone": "+12145550111" });
        let after = world.ok("contact_update", update.clone()).await;
        assert_eq!(
            (
                &after["name"],
                &after["kind"],
                &after["siteId"],
                &after["revision"]
            ),
            (
                &json!("Bo Sample"),
                &json!("escalation"),
                &json!(world.site),
                &json!(2)
            )
        );
        world.fails("contact_update", update, ErrorCode::Conflict).await;
        let stale = json!({ "id": contact["id"], "revision": 1 });
        world.fails("contact_remove", stale, ErrorCode::Conflict).await;
        world
            .ok("contact_remove", json!({ "id": contact["id"], "revision": 2 }))
            .await;
        let left = world.ok("contact_list", json!({})).await;
        assert!(!left.to_string().contains("Bo Sample"), "{left}");
        let log = world.log().await;
        let own = log.iter().filter(|it| it.entity_id.to_string() == id(&contact));
        let acts: Vec<_> = own.map(|it| it.action.as_str()).collect();
        assert_eq!(acts, ["created", "updated", "deleted"]);
    });
}

#[test]
fn whoever_signs_for_an_order_stays() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550170"]).await;
        let order = world.draft(&numbers).await;
        let remove = json!({ "id": world.signer, "revision": 1 });
        let refused = world
            .fails("contact_remove", remove.clone(), ErrorCode::Refused)
            .await;
        let named = order.pon.as_deref().unwrap();
        assert!(refused.message.contains(named), "{refused:?}");
        assert!(refused.message.contains("Alex Example"), "{refused:?}");
        let other = id(&add(&world, "Cy Example").await);
        let update = json!({ "id": order.id, "revision": order.revision, "scope": "partial", "pon": named,
            "signerContactId": other });
        world.ok("port_order_update", update).await;
        world.ok("contact_remove", remove).await;
    });
}

#[test]
fn a_site_of_another_customer_is_not_a_contacts_site() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let other = id(&world.add_customer("Other Corp").await);
        let theirs = id(&world.add_site(&other, "Plano").await);
        let contact =
            json!({ "customerId": world.customer, "siteId": theirs, "kind": "site", "name": "Di Example" });
        let refused = world.fails("contact_add", contact, ErrorCode::InvalidInput).await;
        assert_eq!(refused.field.as_deref(), Some("siteId"));
        let update = json!({ "id": world.signer, "revision": 1, "siteId": theirs, "kind": "site", "name": "Di Example" });
        let refused = world
            .fails("contact_update", update, ErrorCode::InvalidInput)
            .await;
        assert_eq!(refused.field.as_deref(), Some("siteId"));
    });
}
