//! A workspace to measure in, driven through the commands that the window calls.

use std::path::Path;
use std::sync::Arc;

use portflow_app::clock::{SystemClock, SystemIds};
use portflow_app::config::{Folders, Location};
use portflow_app::{Session, commands, opening};
use serde_json::{Value, json};

use crate::databases::Place;

/// A session without a workspace.
pub fn session(folder: &Path) -> Arc<Session> {
    let folders = Folders {
        config: folder.join("config"),
        data: folder.join("data"),
    };
    Arc::new(Session::new(folders, Arc::new(SystemClock), Arc::new(SystemIds)))
}

/// A new workspace with a member and a customer; gives the customer's id.
pub async fn new(session: &Arc<Session>, place: &Place) -> Value {
    match place {
        Place::Sqlite(path) => {
            let location = Location::LocalFile { path: path.clone() };
            opening::create_file(session, &location).await.unwrap();
        }
        Place::Postgres(url) => {
            let named = opening::parse(url).unwrap();
            opening::create_database(session, &named.location, named.password.as_deref())
                .await
                .unwrap();
        }
    }
    let you = json!({ "displayName": "Bench", "email": "bench@example.com", "role": "admin" });
    call(session, "member_add", you).await;
    call(
        session,
        "customer_add",
        json!({ "name": "Large", "isDemo": true }),
    )
    .await["id"]
        .clone()
}

/// A site; gives its id.
pub async fn site(session: &Arc<Session>, customer: &Value, name: &str) -> Value {
    let site = json!({ "customerId": customer, "name": name, "timeZone": "America/Chicago" });
    call(session, "site_add", site).await["id"].clone()
}

/// Runs a command that must succeed.
pub async fn call(session: &Arc<Session>, name: &str, request: Value) -> Value {
    commands::call(session, name, request)
        .await
        .unwrap_or_else(|error| panic!("{name}: {error:?}"))
}
