//! Cutover scripts: stored with what they were made from, stale once that changes, refused with reasons.

use portflow_app::ErrorCode;
use serde_json::{Value, json};

use crate::place::on_each;
use crate::world::{World, id};

async fn assign(world: &World, number: &Value, person: &Value) {
    world
        .ok(
            "number_assign",
            json!({ "ids": [number], "holder": { "endUserId": person } }),
        )
        .await;
}

async fn is_stale(world: &World, script: &str) -> bool {
    let rows = world
        .ok("script_list", json!({ "migrationId": world.migration }))
        .await;
    let row = rows
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["id"] == script)
        .unwrap()
        .clone();
    let detail = world.ok("script_get", json!({ "id": script })).await;
    assert_eq!(row["isStale"], detail["isStale"]);
    detail["isStale"].as_bool().unwrap()
}

#[test]
fn a_script_is_stale_once_a_holder_has_changed() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101"]).await;
        let kim = json!(world.put_person("kim@example.com").await.id);
        let lee = json!(world.put_person("lee@example.com").await.id);
        let number = json!(numbers[0].id);
        world
            .ok("number_set", json!({ "ids": [number], "disposition": "new" }))
            .await;
        assign(&world, &number, &kim).await;
        let scope = json!({ "migrationId": world.migration });
        let preview = world.ok("script_preview", scope.clone()).await;
        assert!(preview["content"].as_str().unwrap().contains("kim@example.com"));
        let script = id(&world.ok("script_generate", scope.clone()).await);
        assert!(!is_stale(&world, &script).await);
        let other = json!({ "edits": [{ "id": number, "revision": world.stored(numbers[0].id).await.revision,
            "column": "notes", "value": "Nothing that the script says" }] });
        world.ok("number_edit", other).await;
        assert!(!is_stale(&world, &script).await);
        assign(&world, &number, &lee).await;
        assert!(is_stale(&world, &script).await);
        let fresh = id(&world.ok("script_generate", scope).await);
        assert!(!is_stale(&world, &fresh).await);
        assign(&world, &number, &kim).await;
        assert!(
            !is_stale(&world, &script).await,
            "the data is again what the first was made from"
        );
        assert!(is_stale(&world, &fresh).await);
    });
}

#[test]
fn a_saved_script_is_the_stored_one() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101"]).await;
        let kim = json!(world.put_person("kim@example.com").await.id);
        world
            .ok(
                "number_set",
                json!({ "ids": [numbers[0].id], "disposition": "new" }),
            )
            .await;
        assign(&world, &json!(numbers[0].id), &kim).await;
        let script = world
            .ok("script_generate", json!({ "migrationId": world.migration }))
            .await;
        let save = json!({ "id": script["id"], "fileId": world.save_as("cutover.ps1") });
        let saved = world.ok("script_save", save).await;
        assert_eq!(saved["sha256"], script["sha256"]);
        let bytes = std::fs::read(world.place.folder.join("cutover.ps1")).unwrap();
        assert_eq!(saved["size"], bytes.len());
        let text = String::from_utf8(bytes).unwrap();
        assert!(
            text.contains(script["id"].as_str().unwrap()),
            "a script carries its own id"
        );
        let rows = world.ok("script_list", json!({})).await;
        assert_eq!(rows[0]["savedAs"], "cutover.ps1");
        let lost = world
            .session
            .files
            .register(&world.place.folder.join("missing").join("cutover.ps1"))
            .id;
        let before = world.log().await.len();
        let save = json!({ "id": script["id"], "fileId": lost });
        world.fails("script_save", save, ErrorCode::File).await;
        let unknown = json!({ "id": script["id"], "fileId": "file-999" });
        world.fails("script_save", unknown, ErrorCode::File).await;
        assert_eq!(world.log().await.len(), before);
    });
}

#[test]
fn a_script_that_cannot_be_made_says_why() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let numbers = world.put_numbers(&["+12145550101", "+12145550102"]).await;
        let scope = json!({ "migrationId": world.migration });
        let error = world
            .fails("script_generate", scope.clone(), ErrorCode::Refused)
            .await;
        assert!(error.message.contains("Nobody has a number"), "{error:?}");
        assert!(error.hints.is_empty(), "the only problem is told once: {error:?}");
        let kim = json!(world.put_person("kim@example.com").await.id);
        let ids: Vec<_> = numbers.iter().map(|number| number.id).collect();
        world
            .ok("number_set", json!({ "ids": ids, "disposition": "new" }))
            .await;
        world
            .ok(
                "number_assign",
                json!({ "ids": ids, "holder": { "endUserId": kim } }),
            )
            .await;
        let preview = world.ok("script_preview", scope.clone()).await;
        assert!(preview["content"].is_null());
        let problems = preview["problems"].as_array().unwrap();
        assert!(
            problems.iter().any(|it| it["code"] == "person_twice"),
            "{problems:?}"
        );
        let before = world.log().await.len();
        let error = world.fails("script_generate", scope, ErrorCode::Refused).await;
        assert!(error.message.contains("kim@example.com") || error.hints[0].contains("kim@example.com"));
        assert_eq!(world.ok("script_list", json!({})).await, json!([]));
        assert_eq!(world.log().await.len(), before);
        let order = json!({ "migrationId": world.migration,
            "portOrderId": crate::world::nobody::<portflow_domain::ids::PortOrderId>() });
        world.fails("script_preview", order, ErrorCode::NotFound).await;
    });
}
