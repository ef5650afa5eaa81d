//! The system's file dialogs. The page says why it wants a file and gets a handle; the path stays here.

use portflow_app::Result;
use portflow_app::files::FileHandle;
use serde::Deserialize;
use std::path::PathBuf;
use tauri::{State, WebviewWindow};

use crate::Desktop;

/// Why the page asks for a file; it decides the dialog's title and file types.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A spreadsheet to import.
    Import,
    /// A workspace to open or to make.
    Workspace,
    /// A proof for a port order.
    Document,
    /// A workbook to write.
    Workbook,
    /// A script to write.
    Script,
    /// A copy of the workspace.
    Backup,
}

/// A title and the file types offered; no types means any file.
struct Wording {
    title: &'static str,
    types: &'static str,
    endings: &'static [&'static str],
}

impl Purpose {
    fn wording(self) -> Wording {
        let (title, types, endings): (_, _, &[&str]) = match self {
            Self::Import => (
                "Import a spreadsheet",
                "Spreadsheets",
                &["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt"],
            ),
            Self::Workspace => ("PortFlow workspace", "PortFlow workspaces", &["portflow"]),
            Self::Document => ("Choose a document", "Documents", &[]),
            Self::Workbook => ("Save the workbook", "Excel workbooks", &["xlsx"]),
            Self::Script => ("Save the script", "PowerShell scripts", &["ps1"]),
            Self::Backup => (
                "Save a copy of the workspace",
                "PortFlow workspaces",
                &["portflow"],
            ),
        };
        Wording {
            title,
            types,
            endings,
        }
    }
}

/// Lets the person choose a file to read; `None` when they close the dialog.
#[tauri::command]
pub async fn pick_open(
    window: WebviewWindow,
    desktop: State<'_, Desktop>,
    purpose: Purpose,
) -> Result<Option<FileHandle>> {
    let path = ask(&window, purpose, None).await?;
    Ok(path.map(|path| desktop.session.files.register(&path)))
}

/// Lets the person choose where to write a file; `None` when they close the dialog.
#[tauri::command]
pub async fn pick_save(
    window: WebviewWindow,
    desktop: State<'_, Desktop>,
    purpose: Purpose,
    suggested_name: String,
) -> Result<Option<FileHandle>> {
    let path = ask(&window, purpose, Some(suggested_name)).await?;
    Ok(path.map(|path| desktop.session.files.register(&path)))
}

/// Shows the dialog to save under a suggested name, or to open where there is none.
#[cfg(not(feature = "e2e"))]
async fn ask(window: &WebviewWindow, purpose: Purpose, suggested: Option<String>) -> Result<Option<PathBuf>> {
    use tauri_plugin_dialog::DialogExt;
    let wording = purpose.wording();
    let mut dialog = window.dialog().file().set_title(wording.title).set_parent(window);
    if !wording.endings.is_empty() {
        dialog = dialog.add_filter(wording.types, wording.endings);
    }
    let (answer, answered) = tokio::sync::oneshot::channel();
    // Whoever asked may have closed the window meanwhile; then nobody reads the answer.
    let tell = move |path| drop(answer.send(path));
    match suggested {
        Some(name) => dialog.set_file_name(name).save_file(tell),
        None => dialog.pick_file(tell),
    }
    let chosen = answered.await.unwrap_or(None);
    chosen
        .map(|path| {
            path.into_path()
                .map_err(|error| portflow_app::ApiError::internal(&error))
        })
        .transpose()
}

/// A test cannot see the system's dialogs, so the folder PORTFLOW_E2E_DIALOGS answers for the person: files are
/// saved into it under the suggested name, and the file `open` in it holds the path to open.
#[cfg(feature = "e2e")]
async fn ask(_: &WebviewWindow, purpose: Purpose, suggested: Option<String>) -> Result<Option<PathBuf>> {
    let Wording {
        title,
        types,
        endings,
    } = purpose.wording();
    tracing::info!("a test answers the dialog '{title}' for {types} {endings:?}");
    let folder = PathBuf::from(std::env::var_os("PORTFLOW_E2E_DIALOGS").unwrap_or_default());
    Ok(match suggested {
        Some(name) => Some(folder.join(name)),
        None => std::fs::read_to_string(folder.join("open"))
            .ok()
            .map(|path| PathBuf::from(path.trim())),
    })
}
