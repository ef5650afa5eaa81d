//! Hearing of other people's changes: another program on the same file, or another member on the same database.

use std::sync::Arc;
use std::time::Duration;

use crate::commands;
use crate::session::Session;

/// How long to wait before looking again for a workspace to watch.
const PAUSE: Duration = Duration::from_secs(1);

/// Sends `Changed` with every tag whenever the open workspace was changed from elsewhere. Runs for as long as its
/// front end does; a program that ends after one command need not start it.
pub async fn watch(session: Arc<Session>) {
    loop {
        let watch = match session.workspace().await {
            Some(open) => open.store.changes().await.ok(),
            None => None,
        };
        let Some(mut watch) = watch else {
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        // It fails once the store is closed, which is what opening another workspace does.
        while watch.changed().await.is_ok() {
            session.events.send(commands::everything_changed());
        }
        tokio::time::sleep(PAUSE).await;
    }
}
