//! The import as a person does it: through the commands that the window calls.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use portflow_app::clock::{SystemClock, SystemIds};
use portflow_app::config::Folders;
use portflow_app::{Session, commands};
use serde_json::{Value, json};

use crate::timed;

/// The steps of an import.
#[derive(Debug, Clone, Copy)]
pub struct Parts {
    pub open: Duration,
    pub preview: Duration,
    /// The first rows of the review.
    pub page: Duration,
    pub commit: Duration,
}

impl Parts {
    pub fn whole(&self) -> Duration {
        self.until_first_page() + self.commit
    }

    pub fn until_first_page(&self) -> Duration {
        self.open + self.preview + self.page
    }
}

/// An import that was made.
pub struct Imported {
    pub workspace: PathBuf,
    pub parts: Parts,
}

/// Makes a workspace in `folder` and imports the workbook.
pub async fn import(folder: &Path, workbook: &Path) -> Imported {
    let workspace = folder.join("measured.portflow");
    let session = session(folder);
    let migration = migration(&session, &workspace).await;
    let file = session.files.register(workbook);
    let opening = json!({ "files": [file.id], "migrationId": migration });
    let (_, open) = timed(call(&session, "import_open", opening)).await;
    let choices = json!({ "files": [file.id], "migrationId": migration });
    let (review, preview) = timed(call(&session, "import_preview", choices.clone())).await;
    assert_eq!(
        review["counts"]["rejected"],
        json!(0),
        "the workbook is not read as it was meant"
    );
    let first = json!({ "choices": choices, "offset": 0, "limit": 100 });
    let (_, page) = timed(call(&session, "import_rows", first)).await;
    let request = json!({ "choices": choices, "fingerprint": review["fingerprint"] });
    let (_, commit) = timed(call(&session, "import_commit", request)).await;
    session.set_workspace(None).await;
    Imported {
        workspace,
        parts: Parts {
            open,
            preview,
            page,
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
