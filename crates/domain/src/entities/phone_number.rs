//! The inventory of numbers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::enums::{Disposition, NumberUsage, PhoneNumberType, PortingStatus};
use crate::ids::{
    CustomerId, EndUserId, ImportBatchId, LosingAccountId, MigrationId, PhoneNumberId, PortOrderId,
    ResourceAccountId,
};
use crate::timestamp::Timestamp;

/// One number of a migration, with at most one holder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PhoneNumber {
    /// Its id.
    pub id: PhoneNumberId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The migration it belongs to.
    pub migration_id: MigrationId,
    /// E.164, without the extension.
    pub number: String,
    /// Empty when the number has none; (migration, number, extension) is unique.
    pub extension: String,
    /// What it is for.
    pub number_type: PhoneNumberType,
    /// The Teams capability it needs.
    pub usage: NumberUsage,
    /// How far its port has come.
    pub porting_status: PortingStatus,
    /// What is to become of it.
    pub disposition: Disposition,
    /// What the source said about it.
    pub description: Option<String>,
    /// The account it leaves.
    pub losing_account_id: Option<LosingAccountId>,
    /// The carrier named by the source.
    pub current_carrier: Option<String>,
    /// Rate center.
    pub rate_center: Option<String>,
    /// The person who holds it.
    pub assigned_end_user_id: Option<EndUserId>,
    /// The resource account that holds it; each holds one number.
    pub assigned_resource_account_id: Option<ResourceAccountId>,
    /// Points to the open order it is in; the order's own list decides.
    pub open_port_order_id: Option<PortOrderId>,
    /// The carrier's local date of the firm order commitment.
    #[ts(type = "string | null")]
    pub foc_date: Option<NaiveDate>,
    /// When it moved.
    pub ported_at: Option<Timestamp>,
    /// When calls were seen to work.
    pub verified_at: Option<Timestamp>,
    /// Why the port was rejected or failed.
    pub rejection_reason: Option<String>,
    /// Free text.
    pub notes: Option<String>,
    /// The import that brought it.
    pub import_batch_id: Option<ImportBatchId>,
    /// Row in that import's sheet, from 1.
    pub source_row: Option<i64>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}
