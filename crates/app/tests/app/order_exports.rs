//! The documents of all open orders in one go: whole or not at all, and nothing replaced unasked.

use portflow_app::ErrorCode;
use portflow_app::commands;
use portflow_app::events::Event;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

use crate::place::on_each;
use crate::world::{ACCOUNT_NUMBER, PIN, World};

/// Two open orders and a cancelled one.
async fn orders(world: &World) {
    let numbers = world
        .put_numbers(&["+12145550110", "+12145550111", "+12145550112"])
        .await;
    for (number, pon) in numbers.chunks(1).zip(["A/1", "a:1", "OLD"]) {
        let mut request = world.order_over(number);
        request["pon"] = json!(pon);
        world.ok("port_order_add", request).await;
    }
    let list = world.ok("port_order_list", json!({})).await;
    let old = list
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["pon"] == "OLD")
        .unwrap();
    let cancel =
        json!({ "id": old["id"], "revision": old["revision"], "to": "cancelled", "reason": "Not needed" });
    world.ok("port_order_transition", cancel).await;
}

fn folder(world: &World, name: &str) -> PathBuf {
    let folder = world.place.folder.join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn request(world: &World, folder: &Path) -> Value {
    json!({ "migrationId": world.migration, "folderId": world.session.files.register(folder).id, "taskId": "all" })
}

/// Every file below a folder, sorted.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap();
                found.push(name.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn every_open_order_has_a_folder_of_its_own_and_is_logged_without_secrets() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        orders(&world).await;
        let folder = folder(&world, "out");
        let before = world.log().await.len();
        let written = world.ok("port_orders_export", request(&world, &folder)).await;
        let expected = [
            "A-1/attachment-a-A-1.xlsx",
            "A-1/loa-A-1.pdf",
            "A-1/port-request-A-1.xlsx",
            "a-1 (2)/attachment-a-a-1.xlsx",
            "a-1 (2)/loa-a-1.pdf",
            "a-1 (2)/port-request-a-1.xlsx",
        ];
        assert_eq!(files(&folder), expected);
        assert_eq!(written["orders"], 2);
        let mut told: Vec<String> = serde_json::from_value(written["files"].clone()).unwrap();
        told.sort();
        assert_eq!(told, expected);
        let log = &world.log().await[before..];
        assert_eq!(log.len(), 6, "an entry for each document");
        let said = serde_json::to_string(&log).unwrap();
        assert!(!said.contains(ACCOUNT_NUMBER) && !said.contains(PIN));
        let mut only = request(&world, &folder);
        only["kinds"] = json!(["loa"]);
        only["overwrite"] = json!(true);
        assert_eq!(
            world.ok("port_orders_export", only).await["files"]
                .as_array()
                .unwrap()
                .len(),
            2
        );
    });
}

#[test]
fn what_is_there_already_is_named_and_stays_until_somebody_allows_it() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        orders(&world).await;
        let folder = folder(&world, "out");
        std::fs::create_dir(folder.join("A-1")).unwrap();
        std::fs::write(folder.join("A-1/loa-A-1.pdf"), b"signed by hand").unwrap();
        std::fs::write(folder.join("A-1/notes.txt"), b"mine").unwrap();
        let before = world.log().await.len();
        let error = world
            .fails(
                "port_orders_export",
                request(&world, &folder),
                ErrorCode::Conflict,
            )
            .await;
        assert_eq!(error.field.as_deref(), Some("overwrite"));
        assert!(error.message.contains("loa-A-1.pdf"), "{error:?}");
        assert_eq!(files(&folder), ["A-1/loa-A-1.pdf", "A-1/notes.txt"]);
        assert_eq!(
            std::fs::read(folder.join("A-1/loa-A-1.pdf")).unwrap(),
            b"signed by hand"
        );
        assert_eq!(world.log().await.len(), before);
        let mut allowed = request(&world, &folder);
        allowed["overwrite"] = json!(true);
        world.ok("port_orders_export", allowed).await;
        assert!(
            std::fs::read(folder.join("A-1/loa-A-1.pdf"))
                .unwrap()
                .starts_with(b"%PDF")
        );
        assert_eq!(files(&folder).len(), 7, "and what is nobody's business stays");
        world
            .fails(
                "port_orders_export",
                request(&world, &folder.join("none")),
                ErrorCode::File,
            )
            .await;
    });
}

#[test]
fn somebody_who_stops_it_finds_nothing_of_it() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let names: Vec<String> = (0..40).map(|n| format!("+121455501{n:02}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        for number in world.put_numbers(&names).await.chunks(1) {
            world.ok("port_order_add", world.order_over(number)).await;
        }
        let folder = folder(&world, "out");
        let before = world.log().await.len();
        let mut events = world.session.events.subscribe();
        let session = world.session.clone();
        let request = request(&world, &folder);
        let writing =
            tokio::spawn(async move { commands::call(&session, "port_orders_export", request).await });
        while let Ok(event) = events.recv().await {
            if matches!(event, Event::Progress { done: 2.., .. }) {
                break;
            }
        }
        world.ok("task_cancel", json!({ "taskId": "all" })).await;
        let error = writing.await.unwrap().unwrap_err();
        assert_eq!(error.code, ErrorCode::Cancelled);
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
        assert_eq!(world.log().await.len(), before);
    });
}
