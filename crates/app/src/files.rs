//! Files a person chose. The page knows them by an opaque handle; only paths that a drop, a dialog or the
//! command line put on this list are ever opened.

use crate::error::{ApiError, ErrorCode, Result};
use crate::file_errors::{not_the_file_itself, unreadable, unwritable};
pub use crate::file_name::file_name;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use ts_rs::TS;

/// The largest file read into memory, in bytes.
pub const MAX_FILE_BYTES: u64 = 256 * 1024 * 1024;

/// What the page is told of a chosen file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FileHandle {
    /// Stands for the path.
    pub id: String,
    /// The file's name without its folder.
    pub name: String,
    /// Size in bytes; 0 for a file that is yet to be written.
    pub size: u64,
}

/// The allow-list of paths behind the handles.
#[derive(Default)]
pub struct Files(Mutex<BTreeMap<String, PathBuf>>);

impl Files {
    /// Puts a path on the list.
    pub fn register(&self, path: &Path) -> FileHandle {
        let mut paths = self.lock();
        let known = paths
            .iter()
            .find(|(_, known)| known.as_path() == path)
            .map(|(id, _)| id.clone());
        let id = known.unwrap_or_else(|| format!("file-{}", paths.len() + 1));
        paths.insert(id.clone(), path.to_owned());
        let size = std::fs::metadata(path).map_or(0, |meta| meta.len());
        FileHandle {
            id,
            name: file_name(path),
            size,
        }
    }

    /// The path behind a handle.
    pub fn path(&self, id: &str) -> Result<PathBuf> {
        self.lock().get(id).cloned().ok_or_else(|| {
            ApiError::new(ErrorCode::File, "This file is no longer known to PortFlow.")
                .hint("Choose the file again.")
        })
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, PathBuf>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reads a whole file, with an error that says what a person can do.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    if let Some(mistaken) = not_the_file_itself(path) {
        return Err(mistaken);
    }
    let size = std::fs::metadata(path)
        .map_err(|error| unreadable(path, &error))?
        .len();
    if size > MAX_FILE_BYTES {
        let message = format!(
            "'{}' is larger than {} MB.",
            file_name(path),
            MAX_FILE_BYTES >> 20
        );
        return Err(ApiError::new(ErrorCode::File, message).hint("Split the workbook and import its parts."));
    }
    std::fs::read(path).map_err(|error| unreadable(path, &error))
}

/// Writes beside the target and renames, so that a reader never sees half a file and a failure keeps the old one.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let write = || -> std::io::Result<()> {
        let mut file = tempfile::Builder::new()
            .prefix(".portflow-")
            .tempfile_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    };
    write().map_err(|error| unwritable(path, &error))
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
