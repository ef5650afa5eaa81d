//! Files and photos of a site: kept, listed, shown, named, saved elsewhere and removed. A list never holds contents;
//! they are read one at a time when somebody asks for one.

mod add;
mod media_type;
mod prepare;
mod thumbnail;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use portflow_domain::entities::Attachment;
use portflow_domain::ids::{AttachmentId, SiteId};
use portflow_store::Tx;
use portflow_store::queries::{attachments, sites};
use std::collections::BTreeSet;

pub use add::add;
pub(super) use thumbnail::scaled;

use super::{optional, required};
use crate::activity::Act;
use crate::context::Context;
use crate::dto::site_files::{
    RemoveSiteFile, SaveSiteFile, SiteFile, SitePicture, ThumbnailsOf, UpdateSiteFile,
};
use crate::dto::workspace::SavedFile;
use crate::dto::{ById, Empty};
use crate::error::{ApiError, ErrorCode, Result};
use crate::files::write_atomically;

/// The pictures that a page can show.
const SHOWN: &[&str] = &["image/jpeg", "image/png", "image/webp", "image/gif"];

/// The files of a site, oldest first, without their contents.
pub async fn list(cx: &Context, request: ById<SiteId>) -> Result<Vec<SiteFile>> {
    let mut tx = cx.read().await?;
    let site = sites::find_site(&mut tx, request.id).await?;
    let site = site.ok_or_else(|| ApiError::not_found("site", request.id))?;
    let pictured: BTreeSet<_> = attachments::list_pictured(&mut tx, site.id)
        .await?
        .into_iter()
        .collect();
    let files = attachments::list_site_files(&mut tx, site.id).await?;
    let of = |file: Attachment| SiteFile {
        has_thumbnail: pictured.contains(&file.id),
        file,
    };
    Ok(files.into_iter().map(of).collect())
}

/// The small pictures of files; those that have none are left out.
pub async fn thumbnails(cx: &Context, request: ThumbnailsOf) -> Result<Vec<SitePicture>> {
    let found = attachments::list_thumbnails(&mut cx.read().await?, &request.ids).await?;
    let picture = |(id, thumbnail): (AttachmentId, attachments::Thumbnail)| SitePicture {
        id,
        data_url: data_url(&thumbnail.media_type, &thumbnail.content),
    };
    Ok(found.into_iter().map(picture).collect())
}

/// A photo in full.
pub async fn picture(cx: &Context, request: ById<AttachmentId>) -> Result<SitePicture> {
    let mut tx = cx.read().await?;
    let file = find(&mut tx, request.id).await?;
    if !SHOWN.contains(&file.media_type.as_str()) {
        let message = format!("PortFlow cannot show '{}'.", file.file_name);
        return Err(ApiError::refused(message).hint("Save a copy and open it with a program that can."));
    }
    let content = content(&mut tx, &file).await?;
    Ok(SitePicture {
        id: file.id,
        data_url: data_url(&file.media_type, &content),
    })
}

/// Writes a copy of a file, byte for byte as it was added.
pub async fn save(cx: &Context, request: SaveSiteFile) -> Result<SavedFile> {
    let path = cx.session.files.path(&request.file_id)?;
    let mut tx = cx.read().await?;
    let file = find(&mut tx, request.id).await?;
    let content = content(&mut tx, &file).await?;
    write_atomically(&path, &content)?;
    Ok(SavedFile::of(&path, &content))
}

/// Stores a file's name, caption and section.
pub async fn update(cx: &Context, request: UpdateSiteFile) -> Result<SiteFile> {
    let file_name = required("fileName", "The name", &request.file_name)?;
    if file_name.contains(['/', '\\']) {
        return Err(ApiError::invalid("fileName", "Give the name without a folder."));
    }
    let mut tx = cx.write().await?;
    let before = find(&mut tx, request.id).await?;
    let wanted = Attachment {
        file_name,
        caption: optional(request.caption.as_ref()),
        section: request.section,
        revision: request.revision,
        updated_at: cx.now(),
        ..before.clone()
    };
    let file = attachments::update_attachment(&mut tx, &wanted).await?;
    let mut act = Act::begin(cx);
    act.updated(&before, &file)?;
    act.save(&mut tx).await?;
    let pictures = attachments::list_thumbnails(&mut tx, &[file.id]).await?;
    tx.commit().await?;
    let has_thumbnail = !pictures.is_empty();
    Ok(SiteFile { file, has_thumbnail })
}

/// Removes a file that is still as the caller saw it; its content goes when no other file has the same.
pub async fn remove(cx: &Context, request: RemoveSiteFile) -> Result<Empty> {
    let mut tx = cx.write().await?;
    let file = find(&mut tx, request.id).await?;
    let seen = Attachment {
        revision: request.revision,
        ..file.clone()
    };
    attachments::delete_attachment(&mut tx, &seen).await?;
    let mut act = Act::begin(cx);
    act.deleted(&file)?;
    act.save(&mut tx).await?;
    tx.commit().await?;
    Ok(Empty {})
}

/// The file, if it is one of a site.
async fn find(tx: &mut Tx, id: AttachmentId) -> Result<Attachment> {
    let found = attachments::find_attachment(tx, id).await?;
    let found = found.filter(|file| file.site_id.is_some());
    found.ok_or_else(|| ApiError::not_found("file", id))
}

async fn content(tx: &mut Tx, file: &Attachment) -> Result<Vec<u8>> {
    let found = attachments::read_attachment_content(tx, &file.sha256).await?;
    found.ok_or_else(|| {
        let message = format!("The content of '{}' is gone.", file.file_name);
        ApiError::new(ErrorCode::Database, message)
            .hint("Look for damage with `portflow workspace check`, and open the latest backup.")
    })
}

fn data_url(media_type: &str, content: &[u8]) -> String {
    format!("data:{media_type};base64,{}", STANDARD.encode(content))
}
