//! Keys in the operating system's own keychain: Windows Credential Manager, macOS Keychain.

use keyring::v1::{Entry, Error};
use portflow_domain::ids::WorkspaceId;

use super::{Key, KeyFile, Keyring, SecretError};

/// The name under which the keychain lists our keys.
const SERVICE: &str = "PortFlow";

/// Whether the keychain answers at all.
pub(super) fn is_available() -> bool {
    Entry::store_status().is_ok()
}

/// The keychain; a key file that somebody copied here is read as well.
pub(super) struct Keychain {
    files: KeyFile,
}

impl Keychain {
    pub(super) fn new(files: KeyFile) -> Self {
        Self { files }
    }

    fn entry(&self, workspace: WorkspaceId) -> Result<Entry, SecretError> {
        Entry::new(SERVICE, &workspace.to_string()).map_err(|error| self.failed(&error))
    }

    fn failed(&self, error: &Error) -> SecretError {
        SecretError::Keyring {
            place: self.place(),
            why: error.to_string(),
        }
    }

    fn stored(&self, workspace: WorkspaceId) -> Result<Option<Key>, SecretError> {
        match self.entry(workspace)?.get_secret() {
            Ok(bytes) => {
                let bytes: [u8; 32] = bytes.try_into().map_err(|_| SecretError::Keyring {
                    place: self.place(),
                    why: "the entry does not hold a key".to_owned(),
                })?;
                Ok(Some(Key::from_bytes(bytes)))
            }
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(self.failed(&error)),
        }
    }
}

impl Keyring for Keychain {
    fn key(&self, workspace: WorkspaceId) -> Result<Option<Key>, SecretError> {
        match self.stored(workspace)? {
            Some(key) => Ok(Some(key)),
            None => self.files.key(workspace),
        }
    }

    fn keep(&self, workspace: WorkspaceId, key: &Key) -> Result<(), SecretError> {
        match self.stored(workspace)? {
            Some(kept) if kept == *key => Ok(()),
            Some(_) => Err(SecretError::Keyring {
                place: self.place(),
                why: "it has another key for this workspace".to_owned(),
            }),
            None => self
                .entry(workspace)?
                .set_secret(key.bytes())
                .map_err(|error| self.failed(&error)),
        }
    }

    fn place(&self) -> String {
        if cfg!(windows) {
            "Windows Credential Manager".to_owned()
        } else {
            "the macOS Keychain".to_owned()
        }
    }
}
