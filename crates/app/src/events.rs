//! What the rest of the program hears: one event per commit, and the progress of long work.

use serde::Serialize;
use tokio::sync::broadcast;
use ts_rs::TS;

/// Something that a screen may want to react to.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Event {
    /// Data with these tags has changed; whoever shows it reads it again.
    Changed {
        /// The tags of the command table.
        tags: Vec<String>,
    },
    /// A long piece of work has come further.
    Progress {
        /// The task's id, as given by whoever started it.
        task_id: String,
        /// Units finished.
        done: u64,
        /// Units in all.
        total: u64,
    },
    /// Another workspace is open now; everything on screen is stale.
    WorkspaceOpened,
}

/// The channel all listeners share. A listener that lags loses old events and should read everything again.
#[derive(Clone)]
pub struct Events(broadcast::Sender<Event>);

impl Default for Events {
    fn default() -> Self {
        Self(broadcast::channel(256).0)
    }
}

impl Events {
    /// Tells every listener; nobody listening is not an error.
    pub fn send(&self, event: Event) {
        let _ = self.0.send(event);
    }

    /// A new listener, from now on.
    pub fn subscribe(&self) -> broadcast::Receiver<Event> {
        self.0.subscribe()
    }
}
