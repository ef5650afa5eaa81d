//! Files that prove a step of an order, kept with it.

use chrono::NaiveDate;
use portflow_domain::entities::{Attachment, PortOrder};
use portflow_domain::enums::{AttachmentKind, PortOrderStatus};
use portflow_domain::ids::AttachmentId;
use portflow_store::Tx;
use portflow_store::queries::attachments;

use crate::context::Context;
use crate::dto::orders::TransitionPortOrder;
use crate::error::{ApiError, ErrorCode, Result};
use crate::files::sha256;

/// Largest file kept as evidence, in bytes.
const MAX_EVIDENCE_BYTES: usize = 50 * 1024 * 1024;

/// A file in hand.
#[derive(Clone, Copy)]
pub(crate) struct Evidence<'a> {
    pub(crate) kind: AttachmentKind,
    pub(crate) file_name: &'a str,
    pub(crate) content: &'a [u8],
    /// Date of the document itself.
    pub(crate) dated_on: Option<NaiveDate>,
}

impl Evidence<'_> {
    /// Keeps it with an order.
    pub(crate) async fn keep(self, cx: &Context, tx: &mut Tx, order: &PortOrder) -> Result<AttachmentId> {
        if self.content.len() > MAX_EVIDENCE_BYTES {
            return Err(
                ApiError::new(ErrorCode::File, "The file is larger than 50 MB.").hint("Keep a smaller copy.")
            );
        }
        let now = cx.now();
        let attachment = Attachment {
            id: cx.id(),
            customer_id: order.customer_id,
            site_id: None,
            port_order_id: Some(order.id),
            kind: self.kind,
            file_name: self.file_name.to_owned(),
            media_type: "application/octet-stream".to_owned(),
            sha256: sha256(self.content),
            size: i64::try_from(self.content.len()).unwrap_or(i64::MAX),
            dated_on: self.dated_on,
            caption: None,
            section: None,
            revision: 1,
            created_at: now,
            updated_at: now,
        };
        let kept = attachments::insert_attachment(tx, &attachment, self.content).await?;
        Ok(kept.id)
    }
}

/// Keeps the file that the person named with the step, if they did.
pub(super) async fn keep_chosen(
    cx: &Context,
    tx: &mut Tx,
    order: &PortOrder,
    request: &TransitionPortOrder,
) -> Result<Option<AttachmentId>> {
    let Some(file_id) = &request.evidence_file_id else {
        return Ok(None);
    };
    let kind = if request.to == PortOrderStatus::LoaSigned {
        AttachmentKind::Loa
    } else {
        AttachmentKind::Other
    };
    let kept = keep_as(cx, tx, order, file_id, kind, request.signed_on).await?;
    Ok(Some(kept))
}

/// Keeps a file that a person chose, with an order.
pub(super) async fn keep_file(
    cx: &Context,
    tx: &mut Tx,
    order: &PortOrder,
    file_id: &str,
) -> Result<AttachmentId> {
    keep_as(cx, tx, order, file_id, AttachmentKind::Other, None).await
}

async fn keep_as(
    cx: &Context,
    tx: &mut Tx,
    order: &PortOrder,
    file_id: &str,
    kind: AttachmentKind,
    dated_on: Option<NaiveDate>,
) -> Result<AttachmentId> {
    let path = cx.session.files.path(file_id)?;
    let content = crate::files::read(&path)?;
    let evidence = Evidence {
        kind,
        file_name: &crate::files::file_name(&path),
        content: &content,
        dated_on,
    };
    evidence.keep(cx, tx, order).await
}
