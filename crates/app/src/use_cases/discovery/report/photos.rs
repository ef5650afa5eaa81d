//! The photos of a site, upright and no larger than print shows: phones take ten times as much.

use portflow_document::blocks::Picture;
use portflow_domain::coded::Labelled;
use portflow_domain::entities::Attachment;
use portflow_domain::enums::AttachmentKind;
use portflow_store::queries::attachments;
use tokio::task::spawn_blocking;

use super::spelt::joined;
use crate::context::Context;
use crate::error::{ApiError, Result};
use crate::use_cases::site_files::scaled;

/// The longest side, in pixels: about 300 to the inch of half a page.
const SIDE: u32 = 1000;

/// Photos unpacked at once; each may take a hundred times its file.
const AT_ONCE: usize = 2;

/// Those among the files, oldest first; one that cannot be read has no content, which the report says.
pub(super) async fn read(cx: &Context, files: &[Attachment]) -> Result<Vec<Picture>> {
    let photos: Vec<&Attachment> = files
        .iter()
        .filter(|file| file.kind == AttachmentKind::Photo)
        .collect();
    let mut pictures = Vec::with_capacity(photos.len());
    for some in photos.chunks(AT_ONCE) {
        let mut works = Vec::with_capacity(AT_ONCE);
        for photo in some {
            let content = attachments::read_attachment_content(&mut cx.read().await?, &photo.sha256).await?;
            let media_type = photo.media_type.clone();
            works.push(spawn_blocking(move || scaled(&media_type, &content?, SIDE)));
        }
        for (photo, work) in some.iter().zip(works) {
            let scaled = work.await.map_err(|error| ApiError::internal(&error))?;
            pictures.push(picture(photo, scaled.unwrap_or_default()));
        }
    }
    Ok(pictures)
}

fn picture(photo: &Attachment, bytes: Vec<u8>) -> Picture {
    let section = photo.section.map(Labelled::label);
    let caption = joined([section, photo.caption.as_deref()], ": ");
    Picture {
        name: photo.file_name.clone(),
        caption: Some(caption).filter(|caption| !caption.is_empty()),
        media_type: "image/jpeg".to_owned(),
        bytes,
    }
}
