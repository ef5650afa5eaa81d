//! Passes the events of the session on to the page.

use portflow_app::commands;
use portflow_app::events::Event;
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
                Err(RecvError::Lagged(_)) => commands::everything_changed(),
                Err(RecvError::Closed) => return,
            };
            if let Err(error) = app.emit(CHANGED, event) {
                tracing::warn!("the page does not hear of a change: {error}");
            }
        }
    });
}
