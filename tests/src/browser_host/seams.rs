//! What a test does in a person's place: dropping files on the window and answering its file dialogs.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use portflow_app::files::FileHandle;
use portflow_app::{Session, commands};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

use crate::{Host, answer};

/// Messages kept for a page that is slow to read.
const BACKLOG: usize = 1024;

/// The answers waiting for dialogs, and everything the page listens to.
pub struct Seams {
    picks: Mutex<VecDeque<Vec<PathBuf>>>,
    messages: broadcast::Sender<String>,
}

impl Seams {
    /// Begins to pass the events of the session on.
    pub fn new(session: &Session) -> Self {
        let messages = broadcast::channel(BACKLOG).0;
        let (sender, mut events) = (messages.clone(), session.events.subscribe());
        tokio::spawn(async move {
            loop {
                match events.recv().await {
                    Ok(event) => send(&sender, &event),
                    Err(RecvError::Lagged(_)) => send(&sender, &commands::everything_changed()),
                    Err(RecvError::Closed) => return,
                }
            }
        });
        Self {
            picks: Mutex::default(),
            messages,
        }
    }

    /// Events of the session and drops of the test, as JSON.
    pub fn messages(&self) -> broadcast::Receiver<String> {
        self.messages.subscribe()
    }

    fn picks(&self) -> std::sync::MutexGuard<'_, VecDeque<Vec<PathBuf>>> {
        self.picks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// No page listening is not an error.
fn send(messages: &broadcast::Sender<String>, message: &impl Serialize) {
    if let Ok(text) = serde_json::to_string(message) {
        let _ = messages.send(text);
    }
}

#[derive(Deserialize)]
pub struct Pick {
    /// Absolute; none closes the dialog without a choice.
    paths: Vec<PathBuf>,
}

/// Keeps the answer of the next dialog.
pub async fn answer_next_pick(State(host): State<Arc<Host>>, Json(pick): Json<Pick>) -> Response {
    host.seams.picks().push_back(pick.paths);
    answer(Ok(()))
}

/// A dialog to open: the next answer that was kept, or closed without a choice.
pub async fn pick_open(State(host): State<Arc<Host>>) -> Response {
    answer(Ok(next_pick(&host)))
}

/// A dialog to save, answered in the same way.
pub async fn pick_save(State(host): State<Arc<Host>>) -> Response {
    answer(Ok(next_pick(&host).into_iter().next()))
}

fn next_pick(host: &Host) -> Vec<FileHandle> {
    let paths = host.seams.picks().pop_front().unwrap_or_default();
    paths
        .iter()
        .map(|path| host.session.files.register(path))
        .collect()
}

#[derive(Deserialize)]
pub struct Drop {
    /// Absolute.
    paths: Vec<PathBuf>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename = "files_dropped")]
struct FilesDropped {
    files: Vec<FileHandle>,
}

/// Drops files on the page.
pub async fn drop_files(State(host): State<Arc<Host>>, Json(drop): Json<Drop>) -> Response {
    let files = drop
        .paths
        .iter()
        .map(|path| host.session.files.register(path))
        .collect();
    send(&host.seams.messages, &FilesDropped { files });
    answer(Ok(()))
}
