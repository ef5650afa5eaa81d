//! Account numbers and PINs lie encrypted in their columns; this module seals and opens them.
//!
//! One random key per workspace, kept outside the workspace ([`Keyring`]): whoever holds the file or a dump of the
//! database alone reads no secret. Nothing here ever puts a secret or a key into an error or a debug text.

mod codec;
mod key_file;
#[cfg(any(windows, target_os = "macos"))]
mod keychain;
mod keyring;

pub use codec::{Sealed, SecretCodec};
pub use key_file::KeyFile;
pub use keyring::{Key, Keyring, MemoryKeyring, system_keyring};

/// Why a secret cannot be sealed or opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SecretError {
    /// This machine does not have the key of the workspace.
    #[error("this machine does not have the key of the workspace's secrets (looked in {place})")]
    KeyMissing {
        /// Where the key was looked for, in words.
        place: String,
    },
    /// The secret was sealed with a key other than the one at hand.
    #[error("the secret was sealed with another key")]
    OtherKey,
    /// The stored bytes were altered, or belong to another row or column.
    #[error("the stored secret was altered and cannot be read")]
    Altered,
    /// The value is too long to be sealed.
    #[error("the secret is too long")]
    TooLong,
    /// The place where keys are kept fails.
    #[error("the key of the workspace's secrets cannot be kept or read in {place}: {why}")]
    Keyring {
        /// The place, in words.
        place: String,
        /// What it said.
        why: String,
    },
    /// The operating system gave no random bytes.
    #[error("the operating system gave no random bytes")]
    NoRandomness,
}
