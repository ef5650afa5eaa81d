//! XChaCha20-Poly1305 over one value: random nonce in front, the place of the value as associated data.

use chacha20poly1305::aead::{Aead, Generate, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use sha2::{Digest, Sha256};

use super::{Key, SecretError};

/// Bytes of the nonce in front of the ciphertext.
const NONCE_LENGTH: usize = 24;

/// Longest secret in bytes; account numbers and PINs are far shorter.
const MAX_LENGTH: usize = 4096;

/// A secret as it lies in its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Tells which key opens it, without telling the key.
    pub key_id: String,
    /// Nonce and ciphertext.
    pub ciphertext: Vec<u8>,
}

/// Seals and opens the secrets of one workspace.
#[derive(Clone)]
pub struct SecretCodec {
    cipher: XChaCha20Poly1305,
    key_id: String,
}

impl std::fmt::Debug for SecretCodec {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SecretCodec({})", self.key_id)
    }
}

impl SecretCodec {
    /// A codec with this key.
    pub fn new(key: &Key) -> Self {
        Self {
            cipher: XChaCha20Poly1305::new(key.bytes().into()),
            key_id: key_id(key),
        }
    }

    /// Seals a secret for one place: `context` names row and column, so that ciphertext cannot be moved.
    ///
    /// # Errors
    /// [`SecretError::TooLong`], and [`SecretError::NoRandomness`].
    pub fn seal(&self, context: &str, plaintext: &str) -> Result<Sealed, SecretError> {
        if plaintext.len() > MAX_LENGTH {
            return Err(SecretError::TooLong);
        }
        let nonce = XNonce::try_generate().map_err(|_| SecretError::NoRandomness)?;
        let payload = Payload {
            msg: plaintext.as_bytes(),
            aad: context.as_bytes(),
        };
        let sealed = self
            .cipher
            .encrypt(&nonce, payload)
            .map_err(|_| SecretError::TooLong)?;
        Ok(Sealed {
            key_id: self.key_id.clone(),
            ciphertext: [nonce.as_slice(), &sealed].concat(),
        })
    }

    /// Opens what [`SecretCodec::seal`] made for the same place.
    ///
    /// # Errors
    /// [`SecretError::OtherKey`], and [`SecretError::Altered`] when bytes or place differ.
    pub fn open(&self, context: &str, sealed: &Sealed) -> Result<String, SecretError> {
        if sealed.key_id != self.key_id {
            return Err(SecretError::OtherKey);
        }
        let (nonce, ciphertext) = sealed
            .ciphertext
            .split_first_chunk::<NONCE_LENGTH>()
            .ok_or(SecretError::Altered)?;
        let payload = Payload {
            msg: ciphertext,
            aad: context.as_bytes(),
        };
        let plaintext = self
            .cipher
            .decrypt(nonce.into(), payload)
            .map_err(|_| SecretError::Altered)?;
        String::from_utf8(plaintext).map_err(|_| SecretError::Altered)
    }
}

/// The first eight bytes of the key's SHA-256: enough to tell keys apart, useless for guessing one.
fn key_id(key: &Key) -> String {
    Sha256::digest(key.bytes())
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codec() -> SecretCodec {
        SecretCodec::new(&Key::random().unwrap())
    }

    #[test]
    fn a_secret_comes_back_only_in_its_place_and_with_its_key() {
        let codec = codec();
        let sealed = codec.seal("losing_accounts/1/pin", "4711").unwrap();
        assert_eq!(codec.open("losing_accounts/1/pin", &sealed).unwrap(), "4711");
        assert_eq!(
            codec.open("losing_accounts/2/pin", &sealed),
            Err(SecretError::Altered)
        );
        assert_eq!(
            super::tests::codec().open("losing_accounts/1/pin", &sealed),
            Err(SecretError::OtherKey)
        );
    }

    #[test]
    fn the_same_secret_never_looks_the_same() {
        let codec = codec();
        assert_ne!(codec.seal("a", "4711").unwrap(), codec.seal("a", "4711").unwrap());
    }

    #[test]
    fn every_altered_byte_and_every_cut_is_noticed() {
        let codec = codec();
        let sealed = codec.seal("a", "4711").unwrap();
        for index in 0..sealed.ciphertext.len() {
            let mut altered = sealed.clone();
            altered.ciphertext[index] ^= 1;
            assert_eq!(
                codec.open("a", &altered),
                Err(SecretError::Altered),
                "byte {index}"
            );
            altered.ciphertext.truncate(index);
            assert_eq!(
                codec.open("a", &altered),
                Err(SecretError::Altered),
                "cut at {index}"
            );
        }
    }

    #[test]
    fn debug_texts_show_no_key_and_long_values_are_refused() {
        let key = Key::random().unwrap();
        let codec = SecretCodec::new(&key);
        assert!(!format!("{key:?} {codec:?}").contains(&key.to_hex()));
        assert_eq!(
            codec.seal("a", &"x".repeat(MAX_LENGTH + 1)),
            Err(SecretError::TooLong)
        );
    }
}
