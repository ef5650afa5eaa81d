//! Hearing of other people's changes: another program on the same file, or another member on the same database.

use std::sync::Arc;
use std::time::Duration;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use crate::commands;
use crate::events::Event;
use crate::session::Session;

/// How long to wait before looking again for a workspace to watch.
const PAUSE: Duration = Duration::from_secs(1);

/// Sends `Changed` with every tag whenever the open workspace was changed from elsewhere; not before it is announced,
/// or a page would show the half of a demonstration. Runs for as long as its
/// front end does; a program that ends after one command need not start it.
pub async fn watch(session: Arc<Session>) {
    let mut events = session.events.subscribe();
    loop {
        let watch = match session.announced_workspace().await {
            Some(open) => open.store.changes().await.ok(),
            None => None,
        };
        if let Some(mut watch) = watch {
            // Somebody may have committed between a screen's first question and the beginning of this watch.
            session.events.send(commands::everything_changed());
            // It fails once the store is closed, which is what opening another workspace does.
            while watch.changed().await.is_ok() {
                session.events.send(commands::everything_changed());
            }
        }
        // Running out of time only means to look again.
        let _ = tokio::time::timeout(PAUSE, opened(&mut events)).await;
    }
}

/// Returns when a workspace was opened, or may have been.
async fn opened(events: &mut Receiver<Event>) {
    loop {
        match events.recv().await {
            Ok(Event::WorkspaceOpened) | Err(RecvError::Lagged(_) | RecvError::Closed) => return,
            Ok(Event::Changed { .. } | Event::Progress { .. }) => {}
        }
    }
}
