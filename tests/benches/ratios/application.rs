//! The import as a person does it: through the commands that the window calls.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use portflow_app::clock::{SystemClock, SystemIds};
use portflow_app::config::Folders;
use portflow_app::{Session, commands};
use serde_json::{Value, json};

use crate::timed;

/// The three steps of an import.
pub struct Parts {
    pub open: Duration,
    pub preview: Duration,
    pub commit: Duration,
}

/// An import that was made.
pub struct Imported {
    pub workspace: PathBuf,
    pub parts: Parts,
}

/// Makes a workspace in `folder` and imports the workbook.
pub async fn import(folder: &Path, workbook: &Path, rows: u32) -> Imported {
    let workspace = folder.join("measured.portflow");
    let session = session(folder);
    let migration = migration(&session, &workspace).await;
    let file = session.files.register(workbook);
    let (_, open) = timed(call(&session, "import_open", json!({ "fileId": file.id }))).await;
    let choices = json!({ "fileId": file.id, "migrationId": migration });
    let (review, preview) = timed(call(&session, "import_preview", choices.clone())).await;
    assert_eq!(
        review["counts"]["inserted"],
        json!(rows),
        "the workbook is not read as it was meant"
    );
    let request = json!({ "choices": choices, "fingerprint": review["fingerprint"] });
    let (_, commit) = timed(call(&session, "import_commit", request)).await;
    session.set_workspace(None).await;
    Imported {
        workspace,
        parts: Parts {
            open,
            preview,
            commit,
        },
    }
}

fn session(folder: &Path) -> Arc<Session> {
    let folders = Folders {
        config: folder.join("config"),
        data: folder.join("data"),
    };
    Arc::new(Session::new(folders, Arc::new(SystemClock), Arc::new(SystemIds)))
}

async fn migration(session: &Arc<Session>, workspace: &Path) -> Value {
    let file = session.files.register(workspace);
    let you = json!({
        "fileId": file.id, "displayName": "Bench", "email": "bench@example.com", "startWith": "empty"
    });
    call(session, "workspace_create", you).await;
    let customer = call(
        session,
        "customer_add",
        json!({ "name": "Large", "isDemo": false }),
    )
    .await;
    let site = json!({ "customerId": customer["id"], "name": "Head office", "timeZone": "America/Chicago" });
    let site = call(session, "site_add", site).await;
    let migration = json!({ "siteId": site["id"], "name": "All", "routingType": "direct_routing" });
    call(session, "migration_add", migration).await["id"].clone()
}

async fn call(session: &Arc<Session>, name: &str, request: Value) -> Value {
    commands::call(session, name, request)
        .await
        .unwrap_or_else(|error| panic!("{name}: {error:?}"))
}
