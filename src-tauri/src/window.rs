//! The one window, and the files dropped on it.

use portflow_app::files::FileHandle;
use serde::Serialize;
use std::path::PathBuf;
use tauri::{App, AppHandle, DragDropEvent, Emitter, Manager, WebviewUrl, WebviewWindowBuilder, WindowEvent};

use crate::Desktop;

const LABEL: &str = "main";
/// What the page listens to.
const FILES_DROPPED: &str = "portflow://files-dropped";

#[derive(Clone, Serialize)]
struct FilesDropped {
    files: Vec<FileHandle>,
}

/// Opens the window.
pub fn open(app: &App) -> tauri::Result<()> {
    let mut builder = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title("PortFlow")
        .inner_size(1280.0, 860.0)
        .min_inner_size(900.0, 600.0);
    if cfg!(not(debug_assertions)) {
        builder = builder.initialization_script(include_str!("accelerators.js"));
    }
    let window = builder.build()?;
    let app = app.handle().clone();
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
            tell_dropped(&app, paths);
        }
    });
    Ok(())
}

/// Brings the window to the front: somebody started the program a second time.
#[cfg(not(feature = "e2e"))]
pub fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        let shown = window.unminimize().and_then(|()| window.set_focus());
        if let Err(error) = shown {
            tracing::warn!("the window does not come to the front: {error}");
        }
    }
}

/// Puts dropped files on the session's list and hands the page their handles.
fn tell_dropped(app: &AppHandle, paths: &[PathBuf]) {
    let session = &app.state::<Desktop>().session;
    let files = paths.iter().map(|path| session.files.register(path)).collect();
    if let Err(error) = app.emit(FILES_DROPPED, FilesDropped { files }) {
        tracing::warn!("the page does not hear of dropped files: {error}");
    }
}
