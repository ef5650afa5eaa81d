//! Numbers added, changed and removed by hand, as ranges and in bulk; where else they stand; saved views.

use portflow_app::ErrorCode;
use portflow_domain::entities::{AutoAttendant, PhoneNumber, ResourceAccount};
use portflow_domain::enums::{Disposition, NumberUsage, PhoneNumberType, ResourceAccountType};
use portflow_domain::ids::{AutoAttendantId, MigrationId, ResourceAccountId};
use portflow_store::queries::{auto_attendants, resource_accounts};
use serde_json::{Value, json};

use crate::place::on_each;
use crate::world::{World, id};

async fn all(world: &World) -> Vec<PhoneNumber> {
    let mut tx = world.cx().await.read().await.unwrap();
    portflow_store::queries::phone_numbers::list_phone_numbers(&mut tx, world.migration_id())
        .await
        .unwrap()
}

fn span(first: &str, last: &str, count: u32) -> Value {
    json!({ "first": first, "last": last, "count": count })
}

#[test]
fn a_range_is_looked_at_first_and_added_as_one_act() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        world.put_numbers(&["+12145550100", "+12145550101"]).await;
        let second: MigrationId = id(&world.add_migration(&world.site, "Second").await)
            .parse()
            .unwrap();
        world.put_numbers_in(second, &["+12145550104"]).await;
        let wanted = json!({ "migrationId": world.migration, "numbers": "214-555-0100 thru 0109\nnot a number",
            "exclude": "0107-0108", "disposition": "retain", "losingAccountId": world.account,
            "rateCenter": "DALLAS" });
        let preview = world.ok("number_add_preview", wanted.clone()).await;
        assert_eq!(preview["new"], 6);
        assert_eq!(
            preview["newRanges"],
            json!([
                span("+12145550102", "+12145550106", 5),
                span("+12145550109", "+12145550109", 1)
            ])
        );
        assert_eq!(
            preview["alreadyHere"],
            json!([span("+12145550100", "+12145550101", 2)])
        );
        assert_eq!(preview["excluded"], 2);
        assert_eq!(preview["refused"][0]["text"], "not a number");
        let elsewhere = &preview["elsewhere"][0];
        assert_eq!(elsewhere["path"], "Example Corp/Dallas HQ/Second");
        assert_eq!(
            elsewhere["ranges"],
            json!([span("+12145550104", "+12145550104", 1)])
        );
        assert_eq!(all(&world).await.len(), 2, "a preview stores nothing");

        let mut stale = wanted.clone();
        stale["expected"] = json!(7);
        world.fails("number_add", stale, ErrorCode::Conflict).await;
        let before = world.log().await.len();
        let mut careful = wanted;
        careful["onlyNewEverywhere"] = json!(true);
        careful["expected"] = json!(5);
        let added = world.ok("number_add", careful).await;
        assert_eq!(added["added"], 5);
        let log = world.log().await;
        assert_eq!(log.len() - before, 5, "each number has its entry");
        let acts: std::collections::BTreeSet<_> = log[before..].iter().map(|it| it.change_set_id).collect();
        assert_eq!(acts.len(), 1);
        let stored = all(&world).await;
        assert_eq!(stored.len(), 7);
        let new = stored.iter().find(|it| it.number == "+12145550109").unwrap();
        assert_eq!(new.disposition, Disposition::Retain);
        assert_eq!(new.losing_account_id.unwrap().to_string(), world.account);
        assert_eq!(new.rate_center.as_deref(), Some("DALLAS"));
        let migration = world.ok("migration_get", json!({ "id": world.migration })).await;
        assert_eq!(migration["migration"]["totalNumbers"], 7);
    });
}

#[test]
fn one_number_is_added_with_any_of_its_fields() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let kim = world.put_person("kim@example.com").await;
        let add = |numbers: &str, more: Value| {
            let mut request = json!({ "migrationId": world.migration, "numbers": numbers });
            request
                .as_object_mut()
                .unwrap()
                .extend(more.as_object().unwrap().clone());
            request
        };
        let full = add(
            "(214) 555-0111 x12",
            json!({ "numberType": "user", "usage": "conference", "disposition": "new",
            "currentCarrier": "Old Telco", "description": "Front desk", "notes": "Rings at night",
            "holderUpn": "KIM@example.com" }),
        );
        world.ok("number_add", full).await;
        let number = all(&world).await.remove(0);
        assert_eq!(
            (number.number.as_str(), number.extension.as_str()),
            ("+12145550111", "12")
        );
        assert_eq!(number.usage, NumberUsage::Conference);
        assert_eq!(number.assigned_end_user_id, Some(kim.id));
        assert_eq!(number.notes.as_deref(), Some("Rings at night"));

        let again = add("2145550111 x12", json!({}));
        let refused = world.fails("number_add", again, ErrorCode::Conflict).await;
        assert!(refused.message.contains("+12145550111"), "{refused:?}");
        let many = add(
            "2145550112\n2145550113",
            json!({ "holderUpn": "kim@example.com" }),
        );
        world.fails("number_add", many, ErrorCode::InvalidInput).await;
        let toll_free = add("800-555-0134", json!({ "holderUpn": "kim@example.com" }));
        world.fails("number_add", toll_free, ErrorCode::Refused).await;
        world.ok("number_add", add("800-555-0134", json!({}))).await;
        let toll_free = all(&world).await.pop().unwrap();
        assert_eq!(toll_free.number_type, PhoneNumberType::Other);
        assert_eq!(toll_free.usage, NumberUsage::VoiceApp);
    });
}

#[test]
fn runs_and_rows_are_changed_together_and_logged_one_by_one() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let names: Vec<_> = (0..1_200).map(|n| format!("+1214555{n:04}")).collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        world.put_numbers(&names).await;
        let before = world.log().await.len();
        let part = json!({ "migrationId": world.migration,
            "spans": [{ "first": "+12145550010", "last": "+12145550019" }] });
        let done = world
            .ok(
                "number_set",
                json!({ "chosen": part, "disposition": "retain", "notes": "Stays" }),
            )
            .await;
        assert_eq!(done["changed"], 10);
        assert_eq!(world.log().await.len() - before, 10);

        let rows = |total: u32| {
            json!({ "migrationId": world.migration, "rows": { "total": total,
                "query": { "filters": [{ "column": "disposition", "values": ["port"] }] },
                "spans": [{ "first": 0, "last": 4 }, { "first": 10, "last": 1_000_000 }] } })
        };
        let stale = json!({ "chosen": rows(1_200), "rateCenter": "PLANO" });
        world.fails("number_set", stale, ErrorCode::Conflict).await;
        let done = world
            .ok(
                "number_set",
                json!({ "chosen": rows(1_190), "rateCenter": "PLANO", "numberType": "fax" }),
            )
            .await;
        assert_eq!(done["changed"], 1_185);
        let stored = all(&world).await;
        assert_eq!(
            stored
                .iter()
                .filter(|it| it.rate_center.as_deref() == Some("PLANO"))
                .count(),
            1_185
        );
        assert!(
            stored[10..20]
                .iter()
                .all(|it| it.revision == 2 && it.notes.as_deref() == Some("Stays"))
        );
        assert!(stored[5..10].iter().all(|it| it.revision == 1));
        let done = world
            .ok(
                "number_set",
                json!({ "chosen": rows(1_190), "rateCenter": "PLANO" }),
            )
            .await;
        assert_eq!(done["changed"], 0, "what is so already stays untouched");

        let map = world.ok("number_blocks", json!({ "id": world.migration })).await;
        assert_eq!(map["runs"].as_array().unwrap().len(), 3);
        assert_eq!(map["blocks"].as_array().unwrap().len(), 12);
        assert_eq!(map["blocks"][0]["prefix"], "+121455500");
        assert_eq!(map["runs"][1]["disposition"], "retain");
    });
}

#[test]
fn a_number_is_removed_unless_an_order_knows_it() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world
            .put_numbers(&["+12145550101", "+12145550102", "+12145550103"])
            .await;
        let order = world.draft(&numbers[..1]).await;
        let out = json!({ "id": order.id, "revision": order.revision, "remove": [numbers[0].id] });
        let ids: Vec<_> = numbers.iter().map(|it| it.id).collect();
        let refused = world
            .fails("number_remove", json!({ "ids": ids }), ErrorCode::Refused)
            .await;
        assert!(refused.message.contains("+12145550101"), "{refused:?}");
        assert_eq!(all(&world).await.len(), 3, "all or none");
        // The order that once had a number still names it.
        world.put_numbers(&["+12145550104"]).await;
        let added = all(&world).await.pop().unwrap();
        let order = world.order(order.id).await;
        let more = json!({ "id": order.id, "revision": order.revision, "add": [added.id] });
        world.ok("port_order_numbers", more).await;
        let order = world.order(order.id).await;
        let mut out = out;
        out["revision"] = json!(order.revision);
        world.ok("port_order_numbers", out).await;
        let once = json!({ "ids": [numbers[0].id] });
        world.fails("number_remove", once, ErrorCode::Refused).await;

        let done = world.ok("number_remove", json!({ "ids": ids[1..] })).await;
        assert_eq!(done["changed"], 2);
        let log = world.log().await;
        let last = log.last().unwrap();
        assert_eq!(
            (last.action.as_str(), last.entity_type.as_str()),
            ("deleted", "phone_number")
        );
        let problems = world.ok("workspace_check", json!({})).await;
        assert_eq!(problems["problems"], json!([]));
        world
            .fails("number_remove", json!({}), ErrorCode::InvalidInput)
            .await;
    });
}

#[test]
fn a_number_says_where_else_it_stands() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        world.put_numbers(&["+12145550101", "+12145550102"]).await;
        let second: MigrationId = id(&world.add_migration(&world.site, "Second").await)
            .parse()
            .unwrap();
        world
            .put_numbers_in(second, &["+12145550102", "+12145550103"])
            .await;
        let found = world
            .ok("number_duplicates", json!({ "migrationId": world.migration }))
            .await;
        assert_eq!(found["total"], 1);
        assert_eq!(found["rows"][0]["number"], "+12145550102");
        let paths: Vec<_> = found["rows"][0]["places"]
            .as_array()
            .unwrap()
            .iter()
            .map(|place| place["path"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(
            paths,
            [
                "Example Corp/Dallas HQ/Second",
                "Example Corp/Dallas HQ/Teams Phone"
            ]
        );
        let one = world
            .ok("number_duplicates", json!({ "number": "+12145550101" }))
            .await;
        assert_eq!(one["total"], 0);
        let one = world
            .ok("number_duplicates", json!({ "number": "+12145550102" }))
            .await;
        assert_eq!(one["rows"][0]["places"].as_array().unwrap().len(), 2);
        let filtered = json!({ "migrationId": world.migration, "limit": 10,
            "filters": [{ "column": "elsewhere", "values": ["true"] }] });
        let page = world.ok("number_page", filtered).await;
        assert_eq!(
            (page["total"].as_i64(), page["rows"][0]["number"].as_str()),
            (Some(1), Some("+12145550102"))
        );
    });
}

#[test]
fn a_losing_account_is_typed_by_its_btn() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let number = world.put_numbers(&["+12145550101"]).await.remove(0);
        let cell = |revision: i64, value: &str| {
            json!({ "edits": [{ "id": number.id, "revision": revision, "column": "losingAccountBtn",
                "value": value }] })
        };
        for text in ["214-555-0199", "old telephone company"] {
            let stored = world.stored(number.id).await;
            let done = world.ok("number_edit", cell(stored.revision, text)).await;
            assert_eq!(done["rows"][0]["losingAccountBtn"], "+12145550199", "{text}");
            let stored = world.stored(number.id).await;
            world.ok("number_edit", cell(stored.revision, "")).await;
            assert_eq!(world.stored(number.id).await.losing_account_id, None);
        }
        let stored = world.stored(number.id).await;
        let done = world
            .ok("number_edit", cell(stored.revision, "469-555-0100"))
            .await;
        assert_eq!(done["problems"].as_array().unwrap().len(), 1);
        let other = world.add_customer("Second Corp").await;
        let foreign = world.add_account(&id(&other)).await;
        let set = json!({ "ids": [number.id], "losingAccountId": foreign["id"] });
        let refused = world.fails("number_set", set, ErrorCode::Refused).await;
        assert!(refused.message.contains("another customer"), "{refused:?}");
    });
}

#[test]
fn a_view_is_kept_for_oneself_or_for_everybody() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let view = |name: &str, shared: bool| {
            json!({ "screen": "numbers", "name": name, "isShared": shared, "layout": {
                "search": "214", "filters": [{ "column": "disposition", "values": ["port"] }],
                "sort": [{ "column": "number", "descending": true }],
                "columns": { "rateCenter": true }, "widths": { "notes": 300 } } })
        };
        let own = world.ok("saved_view_save", view("Mine", false)).await;
        let shared = world.ok("saved_view_save", view("Ours", true)).await;
        assert_eq!(own["layout"], view("Mine", false)["layout"]);
        for (name, is_shared) in [(" mine ", false), ("OURS", true), ("ours", false)] {
            let taken = world
                .fails("saved_view_save", view(name, is_shared), ErrorCode::Conflict)
                .await;
            assert_eq!(taken.field.as_deref(), Some("name"), "{name}");
        }
        let mut other = view("Mine", false);
        other["screen"] = json!("people");
        world.ok("saved_view_save", other).await;

        let member = json!({ "displayName": "Lee Example", "email": "lee@example.com", "role": "member" });
        world.ok("member_add", member).await;
        world.session.act_as("lee@example.com");
        let seen = world.ok("saved_view_list", json!({ "screen": "numbers" })).await;
        assert_eq!(seen.as_array().unwrap().len(), 1);
        let foreign = json!({ "id": own["id"], "revision": own["revision"] });
        world
            .fails("saved_view_remove", foreign, ErrorCode::NotFound)
            .await;
        world.ok("saved_view_save", view("Mine", false)).await;

        world.session.act_as("ada@example.com");
        let mut renamed = view("Ours, all", true);
        renamed["replaces"] = json!({ "id": shared["id"], "revision": shared["revision"] });
        world.ok("saved_view_save", renamed.clone()).await;
        world.fails("saved_view_save", renamed, ErrorCode::Conflict).await;
        let gone = json!({ "id": shared["id"], "revision": 2 });
        world.ok("saved_view_remove", gone).await;
        let seen = world.ok("saved_view_list", json!({ "screen": "numbers" })).await;
        assert_eq!(seen.as_array().unwrap().len(), 1);
    });
}

#[test]
fn two_numbers_reach_one_attendant_through_two_resource_accounts() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world
            .put_numbers(&["+12145550101", "+18005550134", "+12145550103"])
            .await;
        put_attendant(&world, &["main@example.com", "tollfree@example.com"]).await;
        let give =
            |number: usize, upn: &str| json!({ "ids": [numbers[number].id], "holder": { "upn": upn } });
        world.ok("number_assign", give(0, "main@example.com")).await;
        let refused = world
            .fails("number_assign", give(1, "Main@example.com"), ErrorCode::Refused)
            .await;
        assert!(refused.message.contains("+12145550101"), "{refused:?}");
        assert!(
            refused.hints[0].contains("second resource account"),
            "{refused:?}"
        );
        world.ok("number_assign", give(1, "tollfree@example.com")).await;
        let accounts = accounts_of_attendant(&world).await;
        let held: Vec<_> = all(&world)
            .await
            .into_iter()
            .filter_map(|number| Some((number.assigned_resource_account_id?, number.number)))
            .collect();
        assert_eq!(held.len(), 2);
        assert!(held.iter().all(|(account, _)| accounts.contains(account)));

        // In one act the second number may take the place of the first.
        let swap = json!({ "edits": [
            { "id": numbers[0].id, "revision": 2, "column": "holderUpn", "value": "" },
            { "id": numbers[2].id, "revision": 1, "column": "holderUpn", "value": "main@example.com" },
        ] });
        let done = world.ok("number_edit", swap).await;
        assert_eq!(done["problems"], json!([]));
        let both = json!({ "ids": [numbers[0].id, numbers[1].id], "holder": { "upn": "main@example.com" } });
        world.fails("number_assign", both, ErrorCode::Refused).await;
    });
}

/// An attendant that answers through these resource accounts.
async fn put_attendant(world: &World, upns: &[&str]) {
    let cx = world.cx().await;
    let attendant: AutoAttendant = serde_json::from_value(json!({ "id": cx.id::<AutoAttendantId>(),
        "customerId": world.customer, "migrationId": world.migration, "name": "Main menu", "language": "en-US",
        "timeZone": "America/Chicago", "voice": null, "greeting": null, "businessHours": null, "holidays": null,
        "businessHoursMenuOptions": [], "afterHoursGreeting": null, "afterHoursMenuOptions": [],
        "holidayCalls": [], "operator": null, "dialByName": false, "isConfigured": false, "revision": 1,
        "createdAt": cx.now(), "updatedAt": cx.now() }))
    .unwrap();
    let account = |upn: &&str| ResourceAccount {
        id: cx.id(),
        customer_id: world.customer_id(),
        migration_id: world.migration_id(),
        upn: (*upn).to_owned(),
        display_name: "Main menu".to_owned(),
        account_type: ResourceAccountType::AutoAttendant,
        auto_attendant_id: Some(attendant.id),
        call_queue_id: None,
        usage_location: None,
        license_sku: None,
        tenant_object_id: None,
        is_configured: false,
        revision: 1,
        created_at: cx.now(),
        updated_at: cx.now(),
    };
    let accounts: Vec<_> = upns.iter().map(account).collect();
    let mut tx = cx.write().await.unwrap();
    auto_attendants::insert_auto_attendants(&mut tx, std::slice::from_ref(&attendant))
        .await
        .unwrap();
    resource_accounts::insert_resource_accounts(&mut tx, &accounts)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// The resource accounts of the only attendant.
async fn accounts_of_attendant(world: &World) -> Vec<ResourceAccountId> {
    let mut tx = world.cx().await.read().await.unwrap();
    let accounts = resource_accounts::list_resource_accounts(&mut tx, world.migration_id())
        .await
        .unwrap();
    assert!(
        accounts
            .iter()
            .all(|it| it.auto_attendant_id == accounts[0].auto_attendant_id)
    );
    accounts.into_iter().map(|it| it.id).collect()
}
