//! Port orders: what is asked of a carrier, in every version, and what happened.
//!
//! Versions and events are append-only.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::enums::{
    NumberClass, OrderDocumentKind, OrderDocumentState, OrderNumberOutcome, PortOrderStatus, PortScope,
};
use crate::ids::{
    AttachmentId, CarrierId, ContactId, CustomerId, LosingAccountId, MigrationId, PhoneNumberId,
    PortOrderDocumentId, PortOrderEventId, PortOrderId, PortOrderNumberId, PortOrderVersionId, TeamMemberId,
};
use crate::timestamp::Timestamp;

/// One request to one gaining carrier about one losing account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PortOrder {
    /// Its id.
    pub id: PortOrderId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The migration it belongs to.
    pub migration_id: MigrationId,
    /// The gaining carrier.
    pub carrier_id: CarrierId,
    /// The account the numbers leave.
    pub losing_account_id: Option<LosingAccountId>,
    /// The carrier's purchase order number.
    pub pon: Option<String>,
    /// From 1; a changed order counts up.
    pub version: i64,
    /// Its place among the orders of a split account, from 1.
    pub sequence_in_account: i64,
    /// All numbers of the account, or some.
    pub scope: PortScope,
    /// Local and toll-free numbers never share an order.
    pub number_class: NumberClass,
    /// Where it stands.
    pub status: PortOrderStatus,
    /// The day asked for.
    #[ts(type = "string | null")]
    pub desired_date: Option<NaiveDate>,
    /// The day the carrier committed to, in its own zone.
    #[ts(type = "string | null")]
    pub foc_local_date: Option<NaiveDate>,
    /// `HH:MM` in the same zone.
    pub foc_local_time: Option<String>,
    /// The carrier's IANA zone.
    pub foc_zone: Option<String>,
    /// The instant that the local date, time and zone mean.
    pub foc_at: Option<Timestamp>,
    /// The number that bills the rest of the account once the BTN has moved.
    pub new_btn: Option<String>,
    /// Who signs the letter of authorization (LOA).
    pub signer_contact_id: Option<ContactId>,
    /// SHA-256 of the signed content; other content voids the signature.
    pub loa_content_hash: Option<String>,
    /// Date of the signature.
    #[ts(type = "string | null")]
    pub loa_signed_on: Option<NaiveDate>,
    /// When it was sent to the carrier.
    pub submitted_at: Option<Timestamp>,
    /// When its last number moved.
    pub ported_at: Option<Timestamp>,
    /// Until when the port can be undone.
    pub snapback_until: Option<Timestamp>,
    /// Responsible organisation of toll-free numbers.
    pub resporg_id: Option<String>,
    /// The number at which toll-free numbers ring.
    pub ring_to_number: Option<String>,
    /// From where toll-free numbers can be called.
    pub coverage: Option<String>,
    /// Free text.
    pub notes: Option<String>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// A number within an order. While open, the same number can be in no other order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PortOrderNumber {
    /// Its id.
    pub id: PortOrderNumberId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The order.
    pub port_order_id: PortOrderId,
    /// The number in the inventory.
    pub phone_number_id: PhoneNumberId,
    /// The base number.
    pub e164: String,
    /// Whether another line of the order stands for the base number, which is listed once whatever its extensions.
    pub shares_base: bool,
    /// Version of the order that brought it in.
    pub added_in_version: i64,
    /// Version of the order that took it out.
    pub removed_in_version: Option<i64>,
    /// What became of it.
    pub outcome: Option<OrderNumberOutcome>,
    /// When that was.
    pub outcome_at: Option<Timestamp>,
    /// The carrier's reason, from the catalogue.
    pub reject_code: Option<String>,
    /// Whether this order still decides about the number.
    pub is_open: bool,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// An order as it was sent to the carrier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PortOrderVersion {
    /// Its id.
    pub id: PortOrderVersionId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The order.
    pub port_order_id: PortOrderId,
    /// Unique within the order.
    pub version: i64,
    /// The order and its numbers at that moment, without secrets.
    #[ts(type = "unknown")]
    pub snapshot: Value,
    /// When it was sent.
    pub at: Timestamp,
}

/// A paper of an order: asked for, received, rejected or waived. The date of a bill or a CSR stands on the losing
/// account and that of a signature on the order, so that each is told once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PortOrderDocument {
    /// Its id.
    pub id: PortOrderDocumentId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The order.
    pub port_order_id: PortOrderId,
    /// Which paper; once per order.
    pub kind: OrderDocumentKind,
    /// Where it stands.
    pub state: OrderDocumentState,
    /// The day it was last asked for.
    #[ts(type = "string | null")]
    pub requested_on: Option<NaiveDate>,
    /// The day it last came.
    #[ts(type = "string | null")]
    pub received_on: Option<NaiveDate>,
    /// The day it was rejected or waived.
    #[ts(type = "string | null")]
    pub settled_on: Option<NaiveDate>,
    /// The paper's own date, where neither the account nor the order keeps it.
    #[ts(type = "string | null")]
    pub dated_on: Option<NaiveDate>,
    /// Why it was rejected or waived.
    pub reason: Option<String>,
    /// The file.
    pub attachment_id: Option<AttachmentId>,
    /// What a letter of authorization said when it was signed, without secrets.
    #[ts(type = "unknown")]
    pub signed_content: Option<Value>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// One step in the life of an order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PortOrderEvent {
    /// Its id.
    pub id: PortOrderEventId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The order.
    pub port_order_id: PortOrderId,
    /// None for the first event.
    pub from_status: Option<PortOrderStatus>,
    /// Where it went; the same as before where only a date or a number changed.
    pub to_status: PortOrderStatus,
    /// Why.
    pub reason: Option<String>,
    /// The carrier's reason, from the catalogue.
    pub reject_code: Option<String>,
    /// The proof.
    pub evidence_attachment_id: Option<AttachmentId>,
    /// Who recorded it.
    pub actor_id: TeamMemberId,
    /// When it was recorded.
    pub at: Timestamp,
}
