//! Passes the events of the session on to the page.

use portflow_app::commands::COMMANDS;
use portflow_app::events::Event;
use std::collections::BTreeSet;
use tauri::{AppHandle, Emitter};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

/// What the page listens to.
const CHANGED: &str = "portflow://changed";

/// Forwards until the session ends.
pub fn forward(app: AppHandle, mut events: Receiver<Event>) {
    tauri::async_runtime::spawn(async move {
        loop {
            let event = match events.recv().await {
                Ok(event) => event,
                Err(RecvError::Lagged(_)) => everything_changed(),
                Err(RecvError::Closed) => return,
            };
            if let Err(error) = app.emit(CHANGED, event) {
                tracing::warn!("the page does not hear of a change: {error}");
            }
        }
    });
}

/// What a listener that missed events has to assume.
fn everything_changed() -> Event {
    let tags: BTreeSet<&str> = COMMANDS.iter().flat_map(|command| command.tags.iter().copied()).collect();
    Event::Changed { tags: tags.into_iter().map(str::to_owned).collect() }
}
