//! Kept files. Their contents are stored once per SHA-256 and read apart.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::enums::{AttachmentKind, DiscoverySection};
use crate::ids::{AttachmentId, CustomerId, PortOrderId, SiteId};
use crate::timestamp::Timestamp;

/// A file kept as evidence or material.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Attachment {
    /// Its id.
    pub id: AttachmentId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The site it is about.
    pub site_id: Option<SiteId>,
    /// The order it is about.
    pub port_order_id: Option<PortOrderId>,
    /// What it proves or holds.
    pub kind: AttachmentKind,
    /// Name without folders.
    pub file_name: String,
    /// For example `application/pdf`.
    pub media_type: String,
    /// Of the content, in hexadecimal.
    pub sha256: String,
    /// Bytes; at most 50 MB.
    pub size: i64,
    /// Date of the document itself.
    #[ts(type = "string | null")]
    pub dated_on: Option<NaiveDate>,
    /// What it shows, in a person's words.
    pub caption: Option<String>,
    /// The section of the site's discovery that it belongs to.
    pub section: Option<DiscoverySection>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}
