//! Kept files: what they are here, their contents once per SHA-256, and the small pictures of photos.

use portflow_domain::entities::attachment::Attachment;
use portflow_domain::ids::{AttachmentId, EntityId, PortOrderId, SiteId};

use super::IDS_PER_STATEMENT;
use crate::column::Value;
use crate::error::Result;
use crate::record::{delete, find, insert, record, update};
use crate::statement::Statement;
use crate::tx::{Tx, exec, rows};

record!(Attachment, "attachment" in "attachments" {
    kept {
        id, customer_id, site_id, port_order_id, kind, media_type, sha256, size, dated_on, revision, created_at,
        updated_at,
    }
    set { file_name, caption, section }
});

/// The bytes of a kept file.
struct Content {
    content: Vec<u8>,
}
record!(Content { content });

/// An id among others.
struct Found {
    id: AttachmentId,
}
record!(Found { id });

/// A small picture of a photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thumbnail {
    /// Such as `image/jpeg`.
    pub media_type: String,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// A small picture and the attachment that shows it.
struct ThumbnailOf {
    id: AttachmentId,
    media_type: String,
    content: Vec<u8>,
}
record!(ThumbnailOf {
    id,
    media_type,
    content
});

/// Keeps a file; its content is stored only where no other attachment has the same.
pub async fn insert_attachment(tx: &mut Tx, attachment: &Attachment, content: &[u8]) -> Result<Attachment> {
    insert_file(tx, attachment, content.to_vec(), None).await
}

/// Keeps a file with the small picture that was made of it; both only where no other attachment has the same content.
pub async fn insert_file(
    tx: &mut Tx,
    attachment: &Attachment,
    content: Vec<u8>,
    thumbnail: Option<Thumbnail>,
) -> Result<Attachment> {
    // Asked for first, because the content may have to cross a network.
    if !is_content_known(tx, &attachment.sha256).await? {
        let sql = "INSERT INTO attachment_contents (sha256, content) VALUES ($1, $2)";
        exec!(tx, sql, attachment.sha256, content)?;
    }
    if let Some(thumbnail) = thumbnail {
        let sql = "INSERT INTO attachment_thumbnails (sha256, media_type, content) VALUES ($1, $2, $3)
            ON CONFLICT (sha256) DO NOTHING";
        exec!(
            tx,
            sql,
            attachment.sha256,
            thumbnail.media_type,
            thumbnail.content
        )?;
    }
    insert(tx, attachment).await
}

/// Writes the fields of a file that a person may change, and gives it as stored.
pub async fn update_attachment(tx: &mut Tx, attachment: &Attachment) -> Result<Attachment> {
    update(tx, attachment).await
}

/// Removes a file; its content and small picture go when nothing else has the same.
///
/// # Errors
/// [`crate::StoreError::InUse`] when a step of an order or a queue refers to it.
pub async fn delete_attachment(tx: &mut Tx, attachment: &Attachment) -> Result<()> {
    delete(tx, attachment).await?;
    let sql = "DELETE FROM attachment_contents WHERE sha256 = $1
        AND NOT EXISTS (SELECT 1 FROM attachments WHERE sha256 = $1)";
    exec!(tx, sql, attachment.sha256)?;
    Ok(())
}

/// The attachment with this id.
pub async fn find_attachment(tx: &mut Tx, id: AttachmentId) -> Result<Option<Attachment>> {
    find(tx, id).await
}

/// The attachments of an order, oldest first.
pub async fn list_attachments(tx: &mut Tx, port_order_id: PortOrderId) -> Result<Vec<Attachment>> {
    let sql = "SELECT * FROM attachments WHERE port_order_id = $1 ORDER BY created_at, id";
    rows!(tx, Attachment, sql, port_order_id)
}

/// The files of a site, oldest first.
pub async fn list_site_files(tx: &mut Tx, site_id: SiteId) -> Result<Vec<Attachment>> {
    let sql = "SELECT * FROM attachments WHERE site_id = $1 ORDER BY created_at, id";
    rows!(tx, Attachment, sql, site_id)
}

/// Which files of a site have a small picture.
pub async fn list_pictured(tx: &mut Tx, site_id: SiteId) -> Result<Vec<AttachmentId>> {
    let sql = "SELECT a.id FROM attachments a JOIN attachment_thumbnails t ON t.sha256 = a.sha256
        WHERE a.site_id = $1 ORDER BY a.id";
    let found = rows!(tx, Found, sql, site_id)?;
    Ok(found.into_iter().map(|found| found.id).collect())
}

/// The small pictures of these attachments; those that have none are left out.
pub async fn list_thumbnails(tx: &mut Tx, ids: &[AttachmentId]) -> Result<Vec<(AttachmentId, Thumbnail)>> {
    let mut found = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(IDS_PER_STATEMENT) {
        let mut statement = Statement::new(
            "SELECT a.id, t.media_type, t.content FROM attachments a
             JOIN attachment_thumbnails t ON t.sha256 = a.sha256 WHERE a.id IN ",
        );
        statement
            .bind_list(chunk.iter().map(|id| Value::Uuid(id.uuid())))
            .push(" ORDER BY a.created_at, a.id");
        found.extend(tx.list::<ThumbnailOf>(statement).await?);
    }
    let pair = |of: ThumbnailOf| {
        let ThumbnailOf {
            id,
            media_type,
            content,
        } = of;
        (id, Thumbnail { media_type, content })
    };
    Ok(found.into_iter().map(pair).collect())
}

/// Whether a file with this SHA-256, in hexadecimal, is kept already.
pub async fn is_content_known(tx: &mut Tx, sha256: &str) -> Result<bool> {
    let sql = "SELECT count(*) AS value FROM attachment_contents WHERE sha256 = $1";
    let known: i64 = tx
        .fetch_value(sql.into(), vec![Value::Text(sha256.to_owned())])
        .await?;
    Ok(known > 0)
}

/// The content with this SHA-256, in hexadecimal.
pub async fn read_attachment_content(tx: &mut Tx, sha256: &str) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT content FROM attachment_contents WHERE sha256 = $1";
    let found = rows!(tx, Content, sql, sha256.to_owned())?;
    Ok(found.into_iter().next().map(|row| row.content))
}
