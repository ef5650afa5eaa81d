//! The system's file dialogs. The page says why it wants a file and gets a handle; the path stays here.

use portflow_app::Result;
use portflow_app::files::FileHandle;
use serde::Deserialize;
use std::path::PathBuf;
use tauri::{State, WebviewWindow};

use crate::Desktop;

/// Why the page asks for a file; it decides the dialog's title and file types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A spreadsheet to import.
    Import,
    /// A workspace to open or to make.
    Workspace,
    /// A folder to write several documents into.
    Folder,
    /// A proof for a port order.
    Document,
    /// A workbook to write.
    Workbook,
    /// A script to write.
    Script,
    /// A document to write for people.
    Report,
    /// A copy of the workspace.
    Backup,
    /// A questionnaire to import or to write.
    Questionnaire,
    /// The profile of a carrier to import or to write.
    Carrier,
    /// A port request: a workbook, or a list for carriers that take one.
    Request,
    /// A copy of a file that is kept in the workspace.
    File,
    /// A site as a workspace of its own.
    Site,
    /// The committed ports.
    Calendar,
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
                &["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt", "eml"],
            ),
            Self::Workspace => ("PortFlow workspace", "PortFlow workspaces", &["portflow"]),
            Self::Folder => ("Choose a folder", "Folders", &[]),
            Self::Document => ("Choose a document", "Documents", &[]),
            Self::Workbook => ("Save the workbook", "Excel workbooks", &["xlsx"]),
            Self::Script => ("Save the script", "PowerShell scripts", &["ps1"]),
            Self::Report => ("Save the report", "PDF documents", &["pdf"]),
            Self::Backup => (
                "Save a copy of the workspace",
                "PortFlow workspaces",
                &["portflow"],
            ),
            Self::Questionnaire => ("Questionnaire", "Questionnaires", &["json"]),
            Self::Carrier => ("Carrier profile", "Carrier profiles", &["json"]),
            Self::Request => ("Save the port request", "Port requests", &["xlsx", "xlsm", "csv"]),
            Self::File => ("Save a copy of the file", "Files", &[]),
            Self::Site => ("Save the site as a file", "PortFlow workspaces", &["portflow"]),
            Self::Calendar => ("Save the calendar", "iCalendar files", &["ics"]),
        };
        Wording {
            title,
            types,
            endings,
        }
    }
}

/// Lets the person choose one file to read, or several; none when they close the dialog.
#[tauri::command]
pub async fn pick_open(
    window: WebviewWindow,
    desktop: State<'_, Desktop>,
    purpose: Purpose,
    several: bool,
) -> Result<Vec<FileHandle>> {
    let paths = ask(&window, purpose, Pick::Open { several }).await?;
    let files = &desktop.session.files;
    Ok(paths.iter().map(|path| files.register(path)).collect())
}

/// Lets the person choose where to write a file; `None` when they close the dialog.
#[tauri::command]
pub async fn pick_save(
    window: WebviewWindow,
    desktop: State<'_, Desktop>,
    purpose: Purpose,
    suggested_name: String,
) -> Result<Option<FileHandle>> {
    let paths = ask(&window, purpose, Pick::Save { suggested_name }).await?;
    Ok(paths.first().map(|path| desktop.session.files.register(path)))
}

/// What is asked of the person.
enum Pick {
    Open { several: bool },
    Save { suggested_name: String },
}

/// Shows the dialog; no path when it was closed.
#[cfg(not(feature = "e2e"))]
async fn ask(window: &WebviewWindow, purpose: Purpose, pick: Pick) -> Result<Vec<PathBuf>> {
    use tauri_plugin_dialog::{DialogExt, FilePath};
    let wording = purpose.wording();
    let mut dialog = window.dialog().file().set_title(wording.title).set_parent(window);
    if !wording.endings.is_empty() {
        dialog = dialog.add_filter(wording.types, wording.endings);
    }
    let (answer, answered) = tokio::sync::oneshot::channel();
    // Whoever asked may have closed the window meanwhile; then nobody reads the answer.
    let tell = move |paths: Option<Vec<FilePath>>| drop(answer.send(paths.unwrap_or_default()));
    let tell_one = |path: Option<FilePath>| path.map(|path| vec![path]);
    match pick {
        Pick::Save { suggested_name } => dialog
            .set_file_name(suggested_name)
            .save_file(move |path| tell(tell_one(path))),
        Pick::Open { .. } if purpose == Purpose::Folder => {
            dialog.pick_folder(move |path| tell(tell_one(path)))
        }
        Pick::Open { several: true } => dialog.pick_files(tell),
        Pick::Open { several: false } => dialog.pick_file(move |path| tell(tell_one(path))),
    }
    let chosen = answered.await.unwrap_or_default();
    let path_of = |path: FilePath| {
        path.into_path()
            .map_err(|error| portflow_app::ApiError::internal(&error))
    };
    chosen.into_iter().map(path_of).collect()
}

/// A test cannot see the system's dialogs, so the folder PORTFLOW_E2E_DIALOGS answers for the person: files are
/// saved into it under the suggested name, and the file `open` in it holds the paths to open, one in a line.
#[cfg(feature = "e2e")]
async fn ask(_: &WebviewWindow, purpose: Purpose, pick: Pick) -> Result<Vec<PathBuf>> {
    let Wording {
        title,
        types,
        endings,
    } = purpose.wording();
    tracing::info!("a test answers the dialog '{title}' for {types} {endings:?}");
    let folder = PathBuf::from(std::env::var_os("PORTFLOW_E2E_DIALOGS").unwrap_or_default());
    let several = match pick {
        Pick::Save { suggested_name } => return Ok(vec![folder.join(suggested_name)]),
        Pick::Open { several } => several,
    };
    let answer = std::fs::read_to_string(folder.join("open")).unwrap_or_default();
    let most = if several { usize::MAX } else { 1 };
    Ok(answer.lines().take(most).map(PathBuf::from).collect())
}
