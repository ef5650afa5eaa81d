//! What was learnt at a site in later steps: proposed, filled in, shown where it is used, taken over by drafts.

use portflow_app::ErrorCode;
use portflow_domain::entities::{AutoAttendant, PortOrder};
use portflow_store::queries::auto_attendants;
use serde_json::{Value, json};

use crate::place::on_each;
use crate::world::{World, id, step};

async fn save(world: &World, kind: &str, values: Value) -> Value {
    let request = json!({ "siteId": world.site, "values": values });
    world.ok(&format!("{kind}_save"), request).await
}

async fn site(world: &World) -> Value {
    world.ok("site_discovery", json!({ "id": world.site })).await["site"].clone()
}

async fn at_address(world: &World, street: &str, zone: &str) {
    let revision = site(world).await["revision"].clone();
    let update = json!({ "id": world.site, "revision": revision, "name": "Dallas HQ", "timeZone": zone,
        "street": street, "city": "Dallas", "state": "TX", "postalCode": "75201" });
    world.ok("site_update", update).await;
}

async fn open_from(world: &World, opens: &str) {
    let revision = site(world).await["revision"].clone();
    let hours = json!({ "siteId": world.site, "revision": revision, "businessHours":
        { "monday": [{ "open": opens, "close": "17:00" }] }, "holidays": [] });
    world.ok("site_hours_set", hours).await;
}

async fn uses(world: &World) -> Vec<Value> {
    let uses = world.ok("site_used_by", json!({ "id": world.site })).await;
    uses.as_array().unwrap().clone()
}

/// The use of a value by a kind of thing, if there is one.
async fn found(world: &World, what: &str, field: &str) -> Option<Value> {
    let uses = uses(world).await;
    uses.into_iter()
        .find(|it| it["what"] == what && it["field"] == field)
}

fn taking(world: &World, used: &Value) -> Value {
    json!({ "siteId": world.site, "what": used["what"], "id": used["id"], "field": used["field"],
        "revision": used["revision"] })
}

/// A circuit whose BTN is not the one of its account.
pub async fn prepare(world: &World) {
    let circuit = json!({ "kind": "pri", "carrierName": "Lumen", "btn": "+12145550198",
        "losingAccountId": world.account });
    save(world, "circuit", circuit).await;
}

/// A request to take over what `prepare` left.
pub async fn request(world: &World) -> Value {
    let used = found(world, "losing_account", "btn").await.unwrap();
    taking(world, &used)
}

#[test]
fn a_new_account_takes_from_its_site_what_nobody_typed() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        at_address(&world, "2200 EXAMPLE BLVD", "America/Chicago").await;
        let trunk = json!({ "kind": "pri", "carrierName": "Lumen", "btn": "(214) 555-0140" });
        let trunk = save(&world, "circuit", trunk).await;
        let cable = json!({ "kind": "sip", "carrierName": "Cable Co", "btn": "214-555-0150" });
        save(&world, "circuit", cable).await;
        let proposals = world
            .ok(
                "losing_account_proposals",
                json!({ "customerId": world.customer }),
            )
            .await;
        let proposed: Vec<_> = proposals
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["btn"].clone())
            .collect();
        assert_eq!(proposed, ["+12145550150", "+12145550140"]);

        let new = json!({ "customerId": world.customer, "siteId": world.site, "accountNumber": "A-1" });
        let refused = world
            .fails("losing_account_add", new.clone(), ErrorCode::InvalidInput)
            .await;
        assert_eq!(refused.field.as_deref(), Some("btn"), "two carriers: {refused:?}");
        let mut of_lumen = new.clone();
        of_lumen["carrierName"] = json!("LUMEN");
        let account = world.ok("losing_account_add", of_lumen).await;
        assert_eq!(account["btn"], "+12145550140");
        assert_eq!(account["nameOnAccount"], "Example Corp");
        assert_eq!(account["csrAddress"]["street"], "2200 EXAMPLE BLVD");
        let learnt = world.ok("site_discovery", json!({ "id": world.site })).await;
        let circuits = learnt["circuits"].as_array().unwrap();
        let billed = circuits.iter().find(|it| it["id"] == trunk["id"]).unwrap();
        assert_eq!(billed["losingAccountId"], account["id"]);
        // One circuit is left that nobody bills, so now nothing has to be guessed.
        let account = world.ok("losing_account_add", new).await;
        assert_eq!(
            (&account["carrierName"], &account["btn"]),
            (&json!("Cable Co"), &json!("+12145550150"))
        );

        let other = id(&world.add_customer("Other Corp").await);
        let foreign = json!({ "customerId": other, "siteId": world.site, "accountNumber": "A-1" });
        let refused = world
            .fails("losing_account_add", foreign, ErrorCode::InvalidInput)
            .await;
        assert_eq!(refused.field.as_deref(), Some("siteId"));
    });
}

#[test]
fn an_order_is_signed_by_whoever_signs_at_the_site() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world
            .put_numbers(&["+12145550101", "+12145550102", "+12145550103"])
            .await;
        let signer_of = async |at: usize| -> Value {
            let mut request = world.order_over(&numbers[at..=at]);
            request["signerContactId"] = Value::Null;
            world.ok("port_order_add", request).await["signerContactId"].clone()
        };
        assert_eq!(signer_of(0).await, json!(world.signer), "the company's");
        let own = json!({ "customerId": world.customer, "kind": "authorized_signer", "name": "Flo Example",
            "siteId": world.site });
        let own = world.ok("contact_add", own).await;
        let proposed = world
            .ok("port_order_proposal", json!({ "id": world.migration }))
            .await;
        assert_eq!(proposed["signerContactId"], own["id"]);
        assert_eq!(signer_of(1).await, own["id"], "the site's before the company's");
        let second = json!({ "customerId": world.customer, "kind": "authorized_signer", "name": "Gus Example",
            "siteId": world.site });
        world.ok("contact_add", second).await;
        assert_eq!(signer_of(2).await, Value::Null, "of two nobody is guessed");
    });
}

#[test]
fn a_change_of_the_site_shows_where_the_old_value_stands_and_drafts_take_it_over() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        at_address(&world, "2200 EXAMPLE BLVD", "America/Chicago").await;
        let trunk = json!({ "kind": "pri", "carrierName": "Lumen", "btn": "(214) 555-0140" });
        let trunk = save(&world, "circuit", trunk).await;
        let new = json!({ "customerId": world.customer, "siteId": world.site, "accountNumber": "A-1" });
        let account = id(&world.ok("losing_account_add", new).await);
        let numbers = world.put_numbers(&["+12145550140"]).await;
        let order = world.draft_of(&account, &numbers).await;
        assert!(
            uses(&world).await.iter().all(|it| it["isCurrent"] == true),
            "{:#?}",
            uses(&world).await
        );

        at_address(&world, "2200 Example Boulevard", "America/Chicago").await;
        let address = found(&world, "losing_account", "address").await.unwrap();
        assert_eq!(address["isCurrent"], true, "another spelling is no other place");
        at_address(&world, "9 Sample Road", "America/Chicago").await;
        let btn = json!({ "siteId": world.site, "id": trunk["id"], "revision": 2, "values":
            { "kind": "pri", "carrierName": "Lumen", "btn": "+12145550149", "losingAccountId": account } });
        world.ok("circuit_save", btn).await;
        let address = found(&world, "losing_account", "address").await.unwrap();
        assert_eq!(
            (&address["isCurrent"], &address["blocked"]),
            (&json!(false), &Value::Null)
        );
        let mut stale = taking(&world, &address);
        stale["revision"] = json!(77);
        world.fails("site_value_take", stale, ErrorCode::Conflict).await;
        world.ok("site_value_take", taking(&world, &address)).await;
        let btn = found(&world, "losing_account", "btn").await.unwrap();
        let after = world.ok("site_value_take", taking(&world, &btn)).await;
        assert!(
            after.as_array().unwrap().iter().all(|it| it["isCurrent"] == true),
            "{after:#}"
        );
        let accounts = world.ok("losing_account_list", json!({})).await;
        let taken = accounts
            .as_array()
            .unwrap()
            .iter()
            .find(|it| it["id"] == account.as_str())
            .unwrap();
        assert_eq!(taken["csrAddress"]["street"], "9 Sample Road");
        assert_eq!(taken["btn"], "+12145550149");
        assert_eq!(taken["hasAccountNumber"], true);
        let again = taking(&world, &found(&world, "losing_account", "btn").await.unwrap());
        world.fails("site_value_take", again, ErrorCode::Refused).await;

        world.drive(&order, &["ready"]).await;
        at_address(&world, "11 Other Road", "America/Chicago").await;
        let address = found(&world, "losing_account", "address").await.unwrap();
        assert!(
            address["blocked"].as_str().unwrap().contains("no draft"),
            "{address}"
        );
        world
            .fails("site_value_take", taking(&world, &address), ErrorCode::Refused)
            .await;
        let log = world.log().await;
        let taken: Vec<_> = log.iter().filter(|it| it.action == "site_value_taken").collect();
        assert_eq!(taken.len(), 2);
    });
}

#[test]
fn a_signer_who_left_is_replaced_in_drafts_only() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101"]).await;
        let order = world.draft(&numbers).await;
        let own = json!({ "customerId": world.customer, "kind": "authorized_signer", "name": "Flo Example",
            "siteId": world.site });
        world.ok("contact_add", own).await;
        let left = json!({ "id": world.signer, "revision": 1, "kind": "billing", "name": "Alex Example" });
        world.ok("contact_update", left).await;
        let used = found(&world, "port_order", "signer").await.unwrap();
        assert_eq!(used["isCurrent"], false);
        world.ok("site_value_take", taking(&world, &used)).await;
        let order: PortOrder = world.order(order.id).await;
        assert_ne!(order.signer_contact_id.unwrap().to_string(), world.signer);
        let back = json!({ "id": order.id, "revision": order.revision, "scope": "partial",
            "pon": order.pon, "signerContactId": world.signer });
        world.ok("port_order_update", back).await;
        let order = world.order(order.id).await;
        world.ok("port_order_transition", step(&order, "ready")).await;
        let used = found(&world, "port_order", "signer").await.unwrap();
        assert!(used["blocked"].is_string(), "{used}");
        world
            .fails("site_value_take", taking(&world, &used), ErrorCode::Refused)
            .await;
    });
}

#[test]
fn an_attendant_follows_the_site_until_it_has_hours_of_its_own() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let cx = world.cx().await;
        let attendant: AutoAttendant = serde_json::from_value(json!({ "id": cx.id::<portflow_domain::ids::AutoAttendantId>(),
            "customerId": world.customer, "migrationId": world.migration, "name": "Main menu", "language": "en-US",
            "timeZone": "America/Chicago", "voice": null, "greeting": null, "businessHours": null, "holidays": null,
            "businessHoursMenuOptions": [], "afterHoursGreeting": null, "afterHoursMenuOptions": [],
            "holidayCalls": [], "operator": null, "dialByName": false, "isConfigured": false, "revision": 1,
            "createdAt": cx.now(), "updatedAt": cx.now() }))
        .unwrap();
        let own = AutoAttendant {
            id: cx.id(),
            name: "Pharmacy".to_owned(),
            business_hours: serde_json::from_value(
                json!({ "monday": [{ "open": "10:00", "close": "12:00" }] }),
            )
            .unwrap(),
            is_configured: true,
            ..attendant.clone()
        };
        let mut tx = cx.write().await.unwrap();
        auto_attendants::insert_auto_attendants(&mut tx, &[attendant, own])
            .await
            .unwrap();
        tx.commit().await.unwrap();
        open_from(&world, "08:00").await;
        let hours = async |name: &str| -> Value {
            let uses = uses(&world).await;
            let is_meant = |it: &Value| it["label"] == name && it["field"] == "business_hours";
            uses.into_iter().find(is_meant).unwrap()
        };
        assert_eq!(hours("Main menu").await["isCurrent"], true);
        let pharmacy = hours("Pharmacy").await;
        assert!(
            pharmacy["blocked"].as_str().unwrap().contains("set up in Teams"),
            "{pharmacy}"
        );
        at_address(&world, "9 Sample Road", "America/Denver").await;
        let zone = found(&world, "auto_attendant", "time_zone").await.unwrap();
        assert_eq!(
            (&zone["label"], &zone["isCurrent"]),
            (&json!("Main menu"), &json!(false))
        );
        world.ok("site_value_take", taking(&world, &zone)).await;
        let mut tx = world.cx().await.read().await.unwrap();
        let stored = auto_attendants::list_auto_attendants(&mut tx, world.migration_id())
            .await
            .unwrap();
        assert_eq!(stored[0].time_zone, "America/Denver");
        assert_eq!(stored[1].time_zone, "America/Chicago");
    });
}
