//! What is learnt at a site: stored, checked, logged, out of reach for others, and what it stops.

use portflow_app::ErrorCode;
use portflow_domain::workbook::Cell;
use serde_json::{Value, json};

use crate::filled::{fill, saved};
use crate::place::on_each;
use crate::world::{World, id};

/// Each kind of row with values that can be kept.
fn kinds() -> [(&'static str, Value); 7] {
    [
        (
            "emergency_location",
            json!({ "name": "Floor 4", "houseNumber": "100", "streetName": "Main" }),
        ),
        (
            "network_segment",
            json!({ "kind": "subnet", "identifier": "10.20.7.0/24" }),
        ),
        (
            "legacy_system",
            json!({ "vendor": "Avaya", "outsideLineDigit": "8", "extensionLength": 4,
            "internalRanges": [{ "first": "2000", "last": "2999" }] }),
        ),
        (
            "circuit",
            json!({ "kind": "pri", "carrierName": "Lumen", "channels": 23, "monthlyCostCents": 41250 }),
        ),
        (
            "special_line",
            json!({ "kind": "elevator", "number": "(214) 555-0170", "decision": "unknown" }),
        ),
        ("device", json!({ "kind": "gateway", "quantity": 2 })),
        (
            "license",
            json!({ "sku": "MCOEV", "quantity": 40, "assigned": 12 }),
        ),
    ]
}

/// Whether a write belongs to discovery.
pub fn is_of(command: &str) -> bool {
    let own = [
        "site_hours_set",
        "discovery_section_set",
        "questionnaire_answer_set",
        "discovery_report_export",
        "discovery_workbook_export",
        "discovery_workbook_apply",
    ];
    own.contains(&command)
        || kinds().iter().any(|(kind, _)| {
            command
                .strip_prefix(kind)
                .is_some_and(|verb| verb == "_save" || verb == "_remove")
        })
}

/// The workbook that was exported before, with an answer filled in; where none could be exported, one that is not there.
async fn filled_in(world: &World) -> Value {
    let Ok(bytes) = std::fs::read(world.place.folder.join("book.xlsx")) else {
        return json!({ "siteId": world.site, "fileId": world.save_as("book.xlsx"), "fingerprint": "" });
    };
    let bytes = saved(&bytes, |book| {
        fill(
            book,
            "Site facts",
            "site/legacyPbx",
            "Answer",
            Cell::text("Avaya IP Office"),
        );
    });
    let file = world.file("filled.xlsx", &bytes);
    let read = json!({ "siteId": world.site, "fileId": file });
    let review = world.ok("discovery_workbook_read", read).await;
    json!({ "siteId": world.site, "fileId": file, "fingerprint": review["fingerprint"] })
}

/// A request of a write that makes sense now; what is to be removed was saved by the row before it in the table.
pub async fn request(world: &World, command: &str) -> Value {
    match command {
        "site_hours_set" => hours(world, "13:00").await,
        "discovery_section_set" => {
            json!({ "siteId": world.site, "section": "devices", "state": "answered", "saidBy": "Alex Example" })
        }
        "questionnaire_answer_set" => {
            json!({ "siteId": world.site, "question": "site.freeze", "state": "answered", "answer": "December" })
        }
        "discovery_report_export" => {
            json!({ "siteId": world.site, "fileId": world.save_as("report.pdf") })
        }
        "discovery_workbook_export" => {
            json!({ "siteId": world.site, "fileId": world.save_as("book.xlsx") })
        }
        "discovery_workbook_apply" => filled_in(world).await,
        save_or_remove => {
            let kinds = kinds();
            let of = |(kind, _): &&(&str, Value)| save_or_remove.starts_with(kind);
            let (kind, values) = kinds.iter().find(of).unwrap();
            if save_or_remove.ends_with("_save") {
                return json!({ "siteId": world.site, "values": values });
            }
            match rows(world, kind).await.first() {
                Some(row) => json!({ "siteId": world.site, "id": row["id"], "revision": row["revision"] }),
                // Whoever may not save may not remove either, whatever it is.
                None => json!({ "siteId": world.site, "id": world.site, "revision": 1 }),
            }
        }
    }
}

async fn learnt(world: &World) -> Value {
    world.ok("site_discovery", json!({ "id": world.site })).await
}

async fn rows(world: &World, kind: &str) -> Vec<Value> {
    let field = match kind {
        "emergency_location" => "emergencyLocations",
        "network_segment" => "networkSegments",
        "legacy_system" => "legacySystems",
        "special_line" => "specialLines",
        "circuit" => "circuits",
        "device" => "devices",
        _ => "licenses",
    };
    learnt(world).await[field].as_array().unwrap().clone()
}

#[test]
fn rows_of_every_kind_are_saved_changed_and_removed() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        for (kind, values) in kinds() {
            let save = format!("{kind}_save");
            let new = world
                .ok(&save, json!({ "siteId": world.site, "values": values }))
                .await;
            assert_eq!(rows(&world, kind).await, std::slice::from_ref(&new), "{kind}");
            let mut change =
                json!({ "siteId": world.site, "id": new["id"], "revision": 1, "values": values });
            let text = if kind == "network_segment" {
                "description"
            } else {
                "notes"
            };
            change["values"][text] = json!(" Seen in the closet ");
            let changed = world.ok(&save, change.clone()).await;
            assert_eq!(
                (&changed[text], &changed["revision"]),
                (&json!("Seen in the closet"), &json!(2)),
                "{kind}"
            );
            world.fails(&save, change, ErrorCode::Conflict).await;
            let remove =
                |revision: i64| json!({ "siteId": world.site, "id": new["id"], "revision": revision });
            let command = format!("{kind}_remove");
            world.fails(&command, remove(1), ErrorCode::Conflict).await;
            world.ok(&command, remove(2)).await;
            assert_eq!(rows(&world, kind).await, [] as [Value; 0], "{kind}");
            let log = world.log().await;
            let own = log.iter().filter(|entry| entry.entity_type == kind);
            let acts: Vec<_> = own.map(|entry| entry.action.as_str()).collect();
            assert_eq!(acts, ["created", "updated", "deleted"], "{kind}");
        }
    });
}

#[test]
fn another_site_and_another_customer_are_out_of_reach() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let other = id(&world.add_customer("Other Corp").await);
        let theirs = id(&world.add_site(&other, "Plano").await);
        for (kind, values) in kinds() {
            let save = format!("{kind}_save");
            let row = world
                .ok(&save, json!({ "siteId": world.site, "values": values }))
                .await;
            let change = json!({ "siteId": theirs, "id": row["id"], "revision": 1, "values": values });
            world.fails(&save, change, ErrorCode::NotFound).await;
            let remove = json!({ "siteId": theirs, "id": row["id"], "revision": 1 });
            world
                .fails(&format!("{kind}_remove"), remove, ErrorCode::NotFound)
                .await;
        }
        let place = &rows(&world, "emergency_location").await[0]["id"];
        let segment = json!({ "kind": "subnet", "identifier": "10.9.0.0/16", "emergencyLocationId": place });
        let refused = json!({ "siteId": theirs, "values": segment });
        world
            .fails("network_segment_save", refused, ErrorCode::InvalidInput)
            .await;
    });
}

#[test]
fn what_cannot_be_is_refused_with_its_field() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let before = world.log().await;
        for (kind, field, wrong) in [
            ("emergency_location", "country", json!("Texas")),
            ("emergency_location", "elin", json!("12")),
            ("network_segment", "identifier", json!("10.20.7.0/40")),
            ("legacy_system", "outsideLineDigit", json!("88")),
            ("legacy_system", "extensionLength", json!(9)),
            (
                "legacy_system",
                "internalRanges",
                json!([{ "first": "300", "last": "2999" }]),
            ),
            ("circuit", "channels", json!(0)),
            ("special_line", "number", json!("call Bob")),
            ("device", "quantity", json!(-1)),
            ("license", "sku", json!("  ")),
        ] {
            let (_, mut values) = kinds().into_iter().find(|(of, _)| *of == kind).unwrap();
            values[field] = wrong;
            let save = json!({ "siteId": world.site, "values": values });
            let refused = world
                .fails(&format!("{kind}_save"), save, ErrorCode::InvalidInput)
                .await;
            assert_eq!(refused.field.as_deref(), Some(field), "{kind}: {refused:?}");
        }
        let wrong = json!({ "siteId": world.site, "question": "contacts.signer_confirmed", "state": "answered", "answer": "maybe" });
        world
            .fails("questionnaire_answer_set", wrong, ErrorCode::InvalidInput)
            .await;
        assert_eq!(world.log().await, before);
    });
}

#[test]
fn a_migration_leaves_discovery_complete_or_with_a_reason() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let step = |revision: i64, to: &str| json!({ "id": world.migration, "revision": revision, "to": to });
        world.ok("migration_transition", step(1, "discovery")).await;
        let refused = world
            .fails(
                "migration_transition",
                step(2, "data_collection"),
                ErrorCode::Refused,
            )
            .await;
        assert!(refused.message.contains("service address"), "{refused:?}");
        let mut with_reason = step(2, "data_collection");
        with_reason["reason"] = json!("The site is closing anyway");
        world.ok("migration_transition", with_reason).await;
        let log = world.log().await;
        let told = serde_json::to_string(&log.last().unwrap().changes).unwrap();
        assert!(told.contains("The site is closing anyway"), "{told}");
    });
}

#[test]
fn an_undecided_special_line_blocks_the_order_with_its_number() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550170"]).await;
        let order = world.draft(&numbers).await;
        let (_, line) = kinds()
            .into_iter()
            .find(|(kind, _)| *kind == "special_line")
            .unwrap();
        let line = world
            .ok(
                "special_line_save",
                json!({ "siteId": world.site, "values": line }),
            )
            .await;
        let found = |detail: &Value| detail["problems"].to_string().contains("Nobody has decided");
        let detail = world.ok("port_order_get", json!({ "id": order.id })).await;
        assert!(found(&detail), "{detail:#}");
        let ready = json!({ "id": order.id, "revision": order.revision, "to": "ready" });
        world
            .fails("port_order_transition", ready, ErrorCode::Refused)
            .await;
        let decided = json!({ "kind": "elevator", "number": "+12145550170", "decision": "teams" });
        let save = json!({ "siteId": world.site, "id": line["id"], "revision": 1, "values": decided });
        world.ok("special_line_save", save).await;
        let detail = world.ok("port_order_get", json!({ "id": order.id })).await;
        assert!(!found(&detail), "{detail:#}");
    });
}

/// A clinic with a lunch break that ends at this time.
async fn hours(world: &World, lunch_until: &str) -> Value {
    let day = json!([{ "open": "08:00", "close": "12:00" }, { "open": lunch_until, "close": "17:00" }]);
    let site = &learnt(world).await["site"];
    json!({ "siteId": world.site, "revision": site["revision"], "businessHours": { "monday": day }, "holidays": [] })
}

#[test]
fn hours_with_a_lunch_break_are_kept_and_overlapping_ones_refused() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let site = world.ok("site_hours_set", hours(&world, "13:00").await).await;
        assert_eq!(
            site["businessHours"]["monday"].as_array().unwrap().len(),
            2,
            "{site:#}"
        );
        let overlapping = hours(&world, "11:00").await;
        world
            .fails("site_hours_set", overlapping, ErrorCode::InvalidInput)
            .await;
    });
}
