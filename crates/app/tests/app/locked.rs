//! A workspace that another program has locked: the session says so and keeps the one that is open.

use portflow_app::ErrorCode;
use portflow_app::context::Context;
use serde_json::{Value, json};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, Executor, SqliteConnection};
use std::path::{Path, PathBuf};

use crate::place::{Place, on_each};
use crate::world::{World, empty_workspace};

#[test]
fn a_locked_workspace_leaves_the_open_one_in_place() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        let path = closed_workspace(world.place.folder.join("theirs")).await;
        let open = json!({ "fileId": world.session.files.register(&path).id });
        let before = shown(&world).await;

        let mut holder = lock(&path).await;
        let error = world
            .fails("workspace_open", open.clone(), ErrorCode::Database)
            .await;
        let name = path.display();
        assert_eq!(
            error.message,
            format!("{name} is open in another program that does not share it.")
        );
        assert_eq!(shown(&world).await, before);
        world.add_customer("Fabrikam").await;

        holder.execute("ROLLBACK").await.unwrap();
        holder.close().await.unwrap();
        world.ok("workspace_open", open).await;
        assert_ne!(shown(&world).await, before);
    });
}

/// A workspace file that nobody has open.
async fn closed_workspace(folder: PathBuf) -> PathBuf {
    let place = Place {
        folder,
        database: None,
    };
    std::fs::create_dir(&place.folder).unwrap();
    let session = empty_workspace(&place).await;
    let store = Context::of(&session)
        .await
        .unwrap()
        .workspace()
        .unwrap()
        .store
        .clone();
    store.close().await;
    let path = place.folder.join("theirs.portflow");
    std::fs::rename(place.folder.join("story.portflow"), &path).unwrap();
    path
}

/// Another program, one that keeps no write-ahead log, amid a change.
async fn lock(path: &Path) -> SqliteConnection {
    let mut holder = SqliteConnectOptions::new()
        .filename(path)
        .connect()
        .await
        .unwrap();
    holder
        .execute("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE")
        .await
        .unwrap();
    holder
}

/// The workspace that the window shows.
async fn shown(world: &World) -> Value {
    world.ok("session_info", json!({})).await["workspace"].clone()
}
