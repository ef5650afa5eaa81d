//! A site saved as a workspace file: everything that belongs to it and nothing of anybody else, from both databases.

use portflow_app::clock::{CountingIds, FixedClock};
use portflow_app::config::{Folders, Location};
use portflow_app::events::Event;
use portflow_app::{ErrorCode, Session, commands, opening};
use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, Connection, SqliteConnection};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::log::Prepared;
use crate::pictures::halves;
use crate::place::on_each;
use crate::world::{ACCOUNT_NUMBER, PIN, World, id, now};

/// What the customer's migration must not tell of.
const RIVAL: &str = "Zebrafinch Rival";
const OTHER_SITE: &str = "Quokka annex";

/// A workspace with a furnished site, another site of its customer, and another customer who has one of its numbers.
async fn two_customers(world: World) -> Prepared {
    let rival = id(&world.add_customer(RIVAL).await);
    let site = id(&world.add_site(&rival, "Rival HQ").await);
    let migration = id(&world.add_migration(&site, "Rival move").await);
    let list = world.file(
        "rival.csv",
        b"Telephone Number,Description\n2145550177,Zebrafinch desk\n2145550188,Zebrafinch door\n",
    );
    crate::imports::commit(&world, &json!({ "files": [list], "migrationId": migration })).await;
    let circuit = json!({ "siteId": site, "values": { "kind": "sip", "carrierName": "Zebrafinch Telecom" } });
    world.ok("circuit_save", circuit).await;
    let photo = world.file("zebrafinch.txt", b"Zebrafinch rack");
    world
        .ok("site_file_add", json!({ "siteId": site, "files": [photo] }))
        .await;
    let annex = id(&world.add_site(&world.customer, OTHER_SITE).await);
    let device =
        json!({ "siteId": annex, "values": { "kind": "gateway", "quantity": 1, "notes": "Quokka" } });
    world.ok("device_save", device).await;
    Prepared::new(world).await
}

/// Does whatever can be done once, so that as many tables as possible have rows.
async fn work(prepared: &Prepared) {
    let world = &prepared.world;
    let left_out = ["import_undo", "workspace_save_site", "site_file_remove"];
    for name in crate::permissions::writes() {
        if left_out.contains(&name) || name.ends_with("_remove") {
            continue;
        }
        let request = prepared.request(name).await;
        world.ok(name, request).await;
    }
    let photos = [halves(900, 600, image::ImageFormat::Jpeg), b"Suite 400".to_vec()];
    let name = |(place, bytes): (usize, &Vec<u8>)| world.file(&format!("photo-{place}"), bytes);
    let files: Vec<_> = photos.iter().enumerate().map(name).collect();
    world
        .ok("site_file_add", json!({ "siteId": world.site, "files": files }))
        .await;
}

async fn save(world: &World, name: &str) -> (PathBuf, Value) {
    let request = json!({ "siteId": world.site, "fileId": world.save_as(name), "taskId": "site" });
    let saved = world.ok("workspace_save_site", request).await;
    (world.place.folder.join(name), saved)
}

/// Somebody else's machine, on which the file is opened.
async fn opened(folder: &Path, file: &Path) -> Arc<Session> {
    let folders = Folders {
        config: folder.join("other/config"),
        data: folder.join("other/data"),
    };
    let session = Arc::new(Session::new(
        folders,
        Arc::new(FixedClock(now())),
        Arc::new(CountingIds::default()),
    ));
    let location = Location::LocalFile {
        path: file.to_owned(),
    };
    opening::open(&session, &location, None).await.unwrap();
    session.act_as("ada@example.com");
    session
}

async fn ask(session: &Arc<Session>, name: &str, request: Value) -> Value {
    commands::call(session, name, request)
        .await
        .unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

#[test]
fn a_colleague_finds_everything_of_the_site() {
    on_each(|place| async move {
        let prepared = two_customers(World::furnished(place).await).await;
        work(&prepared).await;
        let world = &prepared.world;
        let (file, saved) = save(world, "site.portflow").await;
        assert_eq!(
            saved["secretsLeftOut"],
            json!(6),
            "three accounts are used, two secrets each"
        );
        assert_eq!(saved["file"]["size"], std::fs::metadata(&file).unwrap().len());
        let colleague = opened(&world.place.folder, &file).await;
        let sound = ask(&colleague, "workspace_check", json!({})).await;
        assert_eq!(sound["problems"], json!([]));
        let (site, migration) = (json!({ "id": world.site }), json!({ "id": world.migration }));
        let of = json!({ "migrationId": world.migration });
        let numbers = json!({ "migrationId": world.migration, "query": { "limit": 100 } });
        let found = json!({ "migrationId": world.migration, "query": { "limit": 100, "search": "5550150" } });
        for (name, request) in [
            ("site_discovery", &site),
            ("site_discovery_completeness", &site),
            ("discovery_costs", &site),
            ("site_file_list", &site),
            ("migration_get", &migration),
            ("number_page", &numbers),
            ("number_page", &found),
            ("end_user_page", &numbers),
            ("port_order_list", &of),
            ("import_list", &of),
            ("carrier_list", &json!({})),
        ] {
            let (here, there) = (
                world.ok(name, request.clone()).await,
                ask(&colleague, name, request.clone()).await,
            );
            assert_eq!(there, here, "{name}");
            assert!(!here.to_string().is_empty());
        }
        let mut scripts = world.ok("script_list", of.clone()).await;
        for script in scripts.as_array_mut().unwrap() {
            // Where it was saved is a place of the other machine.
            script["savedAs"] = Value::Null;
        }
        assert_eq!(ask(&colleague, "script_list", of.clone()).await, scripts);
        let photo = world.ok("site_file_list", site.clone()).await;
        let photo = photo
            .as_array()
            .unwrap()
            .iter()
            .find(|it| it["hasThumbnail"] == true)
            .unwrap();
        for name in ["site_file_thumbnails", "site_file_picture"] {
            let request = json!({ "id": photo["id"], "ids": [photo["id"]] });
            assert_eq!(
                ask(&colleague, name, request.clone()).await,
                world.ok(name, request).await
            );
        }
        let accounts = ask(&colleague, "losing_account_list", json!({})).await;
        assert!(
            accounts
                .as_array()
                .unwrap()
                .iter()
                .all(|it| it["hasPin"] == false)
        );
        colleague.set_workspace(None).await;
        every_row_is_told(&file, &saved).await;
    });
}

/// The answer names every table that has rows, with their number.
async fn every_row_is_told(file: &Path, saved: &Value) {
    let mut database = SqliteConnection::connect(&format!("sqlite://{}", file.display()))
        .await
        .unwrap();
    let tables = saved["tables"].as_array().unwrap();
    let rows = |table: &str| {
        let line = tables.iter().find(|it| it["table"] == table);
        line.map_or(0, |it| it["rows"].as_i64().unwrap())
    };
    for (table, _) in tables.iter().map(|it| (it["table"].as_str().unwrap(), ())) {
        let sql = AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
        let count: i64 = sqlx::query_scalar(sql).fetch_one(&mut database).await.unwrap();
        assert_eq!(count, rows(table), "{table}");
    }
    for table in [
        "activity_log",
        "attachment_contents",
        "attachment_thumbnails",
        "circuits",
        "contacts",
        "import_rows",
        "losing_account_numbers",
        "phone_numbers",
        "port_order_events",
        "port_order_numbers",
        "questionnaire_answers",
        "generated_scripts",
    ] {
        assert!(rows(table) > 0, "nothing of {table} was tried");
    }
    assert_eq!((rows("customers"), rows("sites")), (1, 1));
    database.close().await.unwrap();
}

#[test]
fn nothing_of_anybody_else_is_in_the_file() {
    on_each(|place| async move {
        let prepared = two_customers(World::furnished(place).await).await;
        work(&prepared).await;
        let world = &prepared.world;
        let (file, saved) = save(world, "site.portflow").await;
        let bytes = std::fs::read(&file).unwrap();
        let holds = |text: &str| {
            let lower = text.to_lowercase();
            let parts = [text.as_bytes(), lower.as_bytes()];
            parts
                .iter()
                .any(|part| bytes.windows(part.len()).any(|it| it == *part))
        };
        for own in [
            "Example Corp",
            "Dallas HQ",
            "Suite 400",
            "number_in_other_migration",
        ] {
            assert!(holds(own), "{own} should be there");
        }
        for alien in [
            "Zebrafinch",
            RIVAL,
            "Rival HQ",
            "Rival move",
            "2145550188",
            OTHER_SITE,
            "Quokka",
            ACCOUNT_NUMBER,
            PIN,
            "Two columns",
        ] {
            assert!(!holds(alien), "{alien} is in the file");
        }
        assert_eq!(saved["documentsLeftOut"], json!(1), "the carrier's status list");
        let beside = std::fs::read_dir(&world.place.folder).unwrap();
        let names: Vec<_> = beside
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect();
        let of_site: Vec<_> = names.iter().filter(|name| name.starts_with("site.")).collect();
        assert_eq!(of_site, ["site.portflow"]);
    });
}

#[test]
fn who_stops_it_or_names_a_wrong_place_finds_everything_as_it_was() {
    on_each(|place| async move {
        let prepared = two_customers(World::furnished(place).await).await;
        let world = &prepared.world;
        let earlier = world.place.folder.join("stopped.portflow");
        std::fs::write(&earlier, b"an older file").unwrap();
        let mut events = world.session.events.subscribe();
        let session = world.session.clone();
        let request = json!({ "siteId": world.site, "fileId": world.save_as("stopped.portflow"),
            "taskId": "site" });
        let saving =
            tokio::spawn(async move { commands::call(&session, "workspace_save_site", request).await });
        loop {
            if let Event::Progress { task_id, .. } = events.recv().await.unwrap() {
                assert_eq!(task_id, "site");
                world.session.tasks.cancel("site");
                break;
            }
        }
        let stopped = saving.await.unwrap().unwrap_err();
        assert_eq!(stopped.code, ErrorCode::Cancelled, "{stopped:?}");
        assert_eq!(std::fs::read(&earlier).unwrap(), b"an older file");
        let nowhere = json!({ "siteId": world.customer, "fileId": world.save_as("nowhere.portflow") });
        world
            .fails("workspace_save_site", nowhere, ErrorCode::NotFound)
            .await;
        let no_folder = json!({ "siteId": world.site, "fileId": world.save_as("missing/site.portflow") });
        world
            .fails("workspace_save_site", no_folder, ErrorCode::File)
            .await;
        if world.place.database.is_none() {
            let own = json!({ "siteId": world.site, "fileId": world.save_as("story.portflow") });
            world.fails("workspace_save_site", own, ErrorCode::File).await;
        }
        let names = std::fs::read_dir(&world.place.folder).unwrap();
        for name in names.map(|it| it.unwrap().file_name().into_string().unwrap()) {
            assert!(
                !name.contains("partial") && !name.contains("nowhere"),
                "{name} was left"
            );
        }
        let problems = world.ok("workspace_check", json!({})).await;
        assert_eq!(problems["problems"], json!([]));
    });
}
