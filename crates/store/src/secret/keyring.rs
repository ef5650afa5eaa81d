//! Where the keys of workspaces are kept.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use chacha20poly1305::XChaCha20Poly1305;
use chacha20poly1305::aead::{self, Generate};
use portflow_domain::ids::WorkspaceId;

use super::{KeyFile, SecretError};

/// The key of one workspace's secrets.
#[derive(Clone, PartialEq, Eq)]
pub struct Key([u8; 32]);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(hidden)")
    }
}

impl Key {
    /// A fresh key from the operating system's randomness.
    ///
    /// # Errors
    /// [`SecretError::NoRandomness`].
    pub fn random() -> Result<Self, SecretError> {
        let key = aead::Key::<XChaCha20Poly1305>::try_generate().map_err(|_| SecretError::NoRandomness)?;
        Ok(Self(key.into()))
    }

    /// A key that was kept as its 32 bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes, for whoever keeps the key.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// 64 hexadecimal digits, as a key file holds them.
    pub fn to_hex(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Reads [`Key::to_hex`]; white space around it does no harm.
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.trim();
        if digits.len() != 64 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, index) in bytes.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(digits.get(index..index + 2)?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

/// A place that keeps one key per workspace.
pub trait Keyring: Send + Sync {
    /// The key of this workspace, if this place has it.
    ///
    /// # Errors
    /// [`SecretError::Keyring`] when the place cannot be read.
    fn key(&self, workspace: WorkspaceId) -> Result<Option<Key>, SecretError>;

    /// Keeps the key of a workspace; never replaces a different one.
    ///
    /// # Errors
    /// [`SecretError::Keyring`] when the place cannot be written.
    fn keep(&self, workspace: WorkspaceId, key: &Key) -> Result<(), SecretError>;

    /// The place in words, for the screen.
    fn place(&self) -> String;
}

/// Keeps keys for as long as the program runs; for tests.
#[derive(Debug, Default)]
pub struct MemoryKeyring(Mutex<BTreeMap<WorkspaceId, Key>>);

impl Keyring for MemoryKeyring {
    fn key(&self, workspace: WorkspaceId) -> Result<Option<Key>, SecretError> {
        Ok(self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&workspace)
            .cloned())
    }

    fn keep(&self, workspace: WorkspaceId, key: &Key) -> Result<(), SecretError> {
        let mut keys = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if keys.entry(workspace).or_insert_with(|| key.clone()) == key {
            return Ok(());
        }
        Err(SecretError::Keyring {
            place: self.place(),
            why: "it has another key for this workspace".to_owned(),
        })
    }

    fn place(&self) -> String {
        "the memory of this program".to_owned()
    }
}

/// The operating system's keychain where there is one (Windows, macOS), else key files in `config_folder`.
pub fn system_keyring(config_folder: &Path) -> Arc<dyn Keyring> {
    let files = KeyFile::new(config_folder.join("keys"));
    #[cfg(any(windows, target_os = "macos"))]
    if super::keychain::is_available() {
        return Arc::new(super::keychain::Keychain::new(files));
    }
    Arc::new(files)
}
