//! A chosen file in memory: its bytes, what they are, and the small picture made of them.

use portflow_store::Store;
use portflow_store::queries::attachments::{self, Thumbnail};
use tokio::task::spawn_blocking;

use super::media_type::media_type;
use super::thumbnail::thumbnail;
use crate::error::{ApiError, ErrorCode, Result};
use crate::files::{Chosen, sha256};

/// The largest file kept with a site, in bytes; the databases hold it, too.
const MAX_BYTES: u64 = 50 * 1024 * 1024;

/// A file that can be stored.
pub(super) struct Prepared {
    pub(super) name: String,
    pub(super) media_type: &'static str,
    pub(super) sha256: String,
    pub(super) content: Vec<u8>,
    /// None where none can be made, and where it is kept with the same content already.
    pub(super) thumbnail: Option<Thumbnail>,
}

/// Reads a file and, when nothing with the same content is kept yet, makes its small picture. Both take their time on
/// threads of their own.
pub(super) async fn prepare(store: Store, chosen: Chosen) -> Result<Prepared> {
    let read = spawn_blocking(move || read(&chosen));
    let mut prepared = read.await.map_err(|error| ApiError::internal(&error))??;
    if attachments::is_content_known(&mut store.read().await?, &prepared.sha256).await? {
        return Ok(prepared);
    }
    let made = spawn_blocking(move || {
        prepared.thumbnail = thumbnail(prepared.media_type, &prepared.content);
        prepared
    });
    made.await.map_err(|error| ApiError::internal(&error))
}

fn read(chosen: &Chosen) -> Result<Prepared> {
    let name = chosen.name();
    if let Chosen::File(path) = chosen
        && std::fs::metadata(path).is_ok_and(|file| file.len() > MAX_BYTES)
    {
        return Err(too_large(&name));
    }
    let content = chosen.read()?.into_owned();
    if content.len() as u64 > MAX_BYTES {
        return Err(too_large(&name));
    }
    if content.is_empty() {
        let empty = ApiError::new(ErrorCode::File, format!("'{name}' is empty."));
        return Err(empty.hint("Copy it from where it comes from once more."));
    }
    Ok(Prepared {
        media_type: media_type(&content),
        sha256: sha256(&content),
        thumbnail: None,
        content,
        name,
    })
}

fn too_large(name: &str) -> ApiError {
    let message = format!("'{name}' is larger than {} MB.", MAX_BYTES >> 20);
    ApiError::new(ErrorCode::File, message).hint("Keep a smaller copy, or note where the file lies.")
}
