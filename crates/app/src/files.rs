//! Files a person chose, and cells they pasted. The page knows them by an opaque handle; only paths that a drop, a
//! dialog or the command line put on this list are ever opened. Pasted cells never lie on a disk.

use crate::error::{ApiError, ErrorCode, Result};
use crate::file_errors::{not_the_file_itself, unreadable, unwritable};
pub use crate::file_name::file_name;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use ts_rs::TS;

/// The largest file read into memory, in bytes.
pub const MAX_FILE_BYTES: u64 = 256 * 1024 * 1024;

/// What is read of a large file at once, in bytes.
const PART: usize = 1 << 20;

/// The name of pasted cells; those pasted later have a number behind it.
const PASTED: &str = "Pasted cells";
/// The name of a pasted e-mail, alike.
const PASTED_MAIL: &str = "Pasted e-mail";

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

/// What a handle stands for.
#[derive(Clone)]
pub enum Chosen {
    /// A file of this machine.
    File(PathBuf),
    /// Cells copied in a spreadsheet program, as its clipboard writes them: a line per row, tabs between cells.
    Pasted {
        /// How people are told of them.
        name: String,
        /// UTF-8.
        text: Arc<str>,
    },
}

impl Chosen {
    /// The file's name without its folder.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => file_name(path),
            Self::Pasted { name, .. } => name.clone(),
        }
    }

    /// The whole content, with an error that says what a person can do.
    pub fn read(&self) -> Result<Cow<'_, [u8]>> {
        match self {
            Self::File(path) => read(path).map(Cow::Owned),
            Self::Pasted { text, .. } => Ok(Cow::Borrowed(text.as_bytes())),
        }
    }
}

/// The allow-list behind the handles.
#[derive(Default)]
pub struct Files(Mutex<BTreeMap<String, Chosen>>);

impl Files {
    /// Puts a path on the list.
    pub fn register(&self, path: &Path) -> FileHandle {
        let mut chosen = self.lock();
        let known = chosen
            .iter()
            .find(|(_, known)| matches!(known, Chosen::File(known) if known == path))
            .map(|(id, _)| id.clone());
        let id = known.unwrap_or_else(|| format!("file-{}", chosen.len() + 1));
        chosen.insert(id.clone(), Chosen::File(path.to_owned()));
        let size = std::fs::metadata(path).map_or(0, |meta| meta.len());
        FileHandle {
            id,
            name: file_name(path),
            size,
        }
    }

    /// Puts pasted cells on the list.
    pub fn paste(&self, text: String) -> Result<FileHandle> {
        if text.trim().is_empty() {
            return Err(ApiError::invalid("text", "There are no cells to paste.")
                .hint("Select the cells in the spreadsheet, copy them, and paste again."));
        }
        self.keep_pasted(text, PASTED)
    }

    /// Puts a pasted e-mail on the list.
    pub fn paste_mail(&self, text: String) -> Result<FileHandle> {
        if text.trim().is_empty() {
            return Err(ApiError::invalid("text", "There is no text to read.")
                .hint("Copy the carrier's message with its order number, and paste it."));
        }
        self.keep_pasted(text, PASTED_MAIL)
    }

    fn keep_pasted(&self, text: String, kind: &str) -> Result<FileHandle> {
        let size = text.len() as u64;
        if size > MAX_FILE_BYTES {
            return Err(too_large(kind));
        }
        let mut chosen = self.lock();
        let earlier = chosen
            .values()
            .filter(|it| matches!(it, Chosen::Pasted { name, .. } if name.starts_with(kind)))
            .count();
        let name = match earlier {
            0 => kind.to_owned(),
            earlier => format!("{kind} {}", earlier + 1),
        };
        let id = format!("file-{}", chosen.len() + 1);
        let pasted = Chosen::Pasted {
            name: name.clone(),
            text: text.into(),
        };
        chosen.insert(id.clone(), pasted);
        Ok(FileHandle { id, name, size })
    }

    /// What a handle stands for.
    pub fn chosen(&self, id: &str) -> Result<Chosen> {
        self.lock().get(id).cloned().ok_or_else(|| {
            ApiError::new(ErrorCode::File, "This file is no longer known to PortFlow.")
                .hint("Choose the file again.")
        })
    }

    /// The path behind a handle.
    pub fn path(&self, id: &str) -> Result<PathBuf> {
        match self.chosen(id)? {
            Chosen::File(path) => Ok(path),
            Chosen::Pasted { name, .. } => Err(ApiError::new(
                ErrorCode::File,
                format!("'{name}' is not a file of this machine."),
            )
            .hint("Choose a file.")),
        }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Chosen>> {
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
        return Err(too_large(&file_name(path)));
    }
    std::fs::read(path).map_err(|error| unreadable(path, &error))
}

fn too_large(name: &str) -> ApiError {
    let message = format!("'{name}' is larger than {} MB.", MAX_FILE_BYTES >> 20);
    ApiError::new(ErrorCode::File, message).hint("Split the workbook and import its parts.")
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
    hexadecimal(&Sha256::digest(bytes))
}

/// Size and SHA-256 of a file of any size.
pub fn sha256_of(path: &Path) -> Result<(u64, String)> {
    let hash = || -> std::io::Result<(u64, String)> {
        let mut file = File::open(path)?;
        let (mut size, mut digest) = (0, Sha256::new());
        let mut part = vec![0; PART];
        loop {
            let read = file.read(&mut part)?;
            if read == 0 {
                return Ok((size, hexadecimal(&digest.finalize())));
            }
            size += read as u64;
            digest.update(&part[..read]);
        }
    };
    hash().map_err(|error| unreadable(path, &error))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
