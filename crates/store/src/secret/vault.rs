//! The codec of an open workspace, fetched from the keyring when it is first needed.

use std::sync::{Arc, OnceLock};

use portflow_domain::ids::WorkspaceId;

use super::{Keyring, SecretCodec, SecretError, WorkspaceKey};

/// Hands out the codec of one workspace.
pub(crate) struct Vault {
    workspace: WorkspaceId,
    keyring: Arc<dyn Keyring>,
    codec: OnceLock<SecretCodec>,
}

impl Vault {
    pub(crate) fn new(workspace: WorkspaceId, keyring: Arc<dyn Keyring>) -> Self {
        Self { workspace, keyring, codec: OnceLock::new() }
    }

    /// The codec, if the key is on this computer.
    pub(crate) fn codec(&self) -> Result<&SecretCodec, SecretError> {
        if let Some(codec) = self.codec.get() {
            return Ok(codec);
        }
        let key = self.keyring.load(self.workspace)?.ok_or(SecretError::KeyMissing)?;
        Ok(self.codec.get_or_init(|| SecretCodec::new(&key)))
    }

    /// The codec, with a new key where the workspace never had one.
    pub(crate) fn codec_or_new(&self, has_secrets: bool) -> Result<&SecretCodec, SecretError> {
        match self.codec() {
            Err(SecretError::KeyMissing) if !has_secrets => {
                self.keyring.save(self.workspace, &WorkspaceKey::generate())?;
                self.codec()
            }
            found => found,
        }
    }
}
