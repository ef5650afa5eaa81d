//! Keys as files that only their owner may read: the fallback where the operating system keeps no keychain.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use portflow_domain::ids::WorkspaceId;

use super::{Key, Keyring, SecretError};

/// A folder with one key file per workspace.
#[derive(Debug, Clone)]
pub struct KeyFile {
    folder: PathBuf,
}

impl KeyFile {
    /// Keys in this folder; it is made when the first key is kept.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The file that holds the key of this workspace.
    pub fn path(&self, workspace: WorkspaceId) -> PathBuf {
        self.folder.join(format!("{workspace}.key"))
    }

    fn failed(&self, why: impl std::fmt::Display) -> SecretError {
        SecretError::Keyring {
            place: self.place(),
            why: why.to_string(),
        }
    }

    fn write(&self, workspace: WorkspaceId, key: &Key) -> std::io::Result<()> {
        make_private_folder(&self.folder)?;
        let path = self.path(workspace);
        let mut file = create_private_file(&path)?;
        let written = writeln!(file, "{}", key.to_hex()).and_then(|()| file.sync_all());
        if written.is_err() {
            // Half a key is worth nothing, and would stand in the way of the next attempt.
            let _ = std::fs::remove_file(&path);
        }
        written
    }
}

impl Keyring for KeyFile {
    fn key(&self, workspace: WorkspaceId) -> Result<Option<Key>, SecretError> {
        match std::fs::read_to_string(self.path(workspace)) {
            Ok(text) => Key::from_hex(&text)
                .map(Some)
                .ok_or_else(|| self.failed("the key file is damaged")),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(self.failed(error)),
        }
    }

    fn keep(&self, workspace: WorkspaceId, key: &Key) -> Result<(), SecretError> {
        match self.key(workspace)? {
            Some(kept) if kept == *key => Ok(()),
            Some(_) => Err(self.failed("there is another key for this workspace")),
            None => self.write(workspace, key).map_err(|error| self.failed(error)),
        }
    }

    fn place(&self) -> String {
        format!(
            "key files in {} (readable by your user only)",
            self.folder.display()
        )
    }
}

#[cfg(unix)]
fn make_private_folder(folder: &std::path::Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

#[cfg(not(unix))]
fn make_private_folder(folder: &std::path::Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)
}

#[cfg(unix)]
fn create_private_file(path: &std::path::Path) -> std::io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
}

#[cfg(not(unix))]
fn create_private_file(path: &std::path::Path) -> std::io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}
