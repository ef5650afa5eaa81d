//! A chosen file in memory: its bytes, what they are, and the small picture made of them.

use portflow_store::queries::attachments::Thumbnail;

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
    pub(super) thumbnail: Option<Thumbnail>,
}

/// Reads a file and makes its small picture. Takes as long as a photo takes to unpack; not for an async thread.
pub(super) fn prepare(chosen: &Chosen) -> Result<Prepared> {
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
    let media_type = media_type(&content);
    Ok(Prepared {
        media_type,
        sha256: sha256(&content),
        thumbnail: thumbnail(media_type, &content),
        content,
        name,
    })
}

fn too_large(name: &str) -> ApiError {
    let message = format!("'{name}' is larger than {} MB.", MAX_BYTES >> 20);
    ApiError::new(ErrorCode::File, message).hint("Keep a smaller copy, or note where the file lies.")
}
