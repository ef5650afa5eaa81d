//! Kept files: what they are here, their contents once per SHA-256.

use portflow_domain::entities::attachment::Attachment;
use portflow_domain::ids::{AttachmentId, PortOrderId};

use crate::error::Result;
use crate::record::{find, insert, record};
use crate::tx::{Tx, exec, rows};

record!(Attachment, "attachment" in "attachments" {
    kept {
        id, customer_id, site_id, port_order_id, kind, file_name, media_type, sha256, size, dated_on, revision,
        created_at, updated_at,
    }
});

/// The bytes of a kept file.
struct Content {
    content: Vec<u8>,
}
record!(Content { content });

/// Keeps a file; its content is stored only where no other attachment has the same.
pub async fn insert_attachment(tx: &mut Tx, attachment: &Attachment, content: &[u8]) -> Result<Attachment> {
    let sql =
        "INSERT INTO attachment_contents (sha256, content) VALUES ($1, $2) ON CONFLICT (sha256) DO NOTHING";
    exec!(tx, sql, attachment.sha256, content.to_vec())?;
    insert(tx, attachment).await
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

/// The content with this SHA-256, in hexadecimal.
pub async fn read_attachment_content(tx: &mut Tx, sha256: &str) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT content FROM attachment_contents WHERE sha256 = $1";
    let found = rows!(tx, Content, sql, sha256.to_owned())?;
    Ok(found.into_iter().next().map(|row| row.content))
}
