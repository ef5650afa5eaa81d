//! Port orders with the names around them, as a list shows them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::enums::{NumberClass, PortOrderStatus, PortScope};
use crate::ids::{CarrierId, CustomerId, MigrationId, PortOrderId};
use crate::timestamp::Timestamp;

/// An order as a list shows it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PortOrderRow {
    /// The order.
    pub id: PortOrderId,
    /// For the revision check.
    #[ts(type = "number")]
    pub revision: i64,
    /// Its migration.
    pub migration_id: MigrationId,
    /// Whose numbers.
    pub customer_id: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// `Customer/Site/Migration`.
    pub path: String,
    /// The purchase order number.
    pub pon: Option<String>,
    /// Raised by every supplement.
    #[ts(type = "number")]
    pub version: i64,
    /// Its place among the orders over the same losing account, from 1.
    #[ts(type = "number")]
    pub sequence_in_account: i64,
    /// Where it stands.
    pub status: PortOrderStatus,
    /// Full or partial.
    pub scope: PortScope,
    /// Local or toll-free.
    pub number_class: NumberClass,
    /// The gaining carrier.
    pub carrier_id: CarrierId,
    /// Its name.
    pub carrier_name: String,
    /// The losing carrier and BTN.
    pub losing_account: Option<String>,
    /// Numbers in it now.
    #[ts(type = "number")]
    pub numbers: i64,
    /// The date asked for.
    #[ts(type = "string | null")]
    pub desired_date: Option<NaiveDate>,
    /// The date confirmed, carrier's local.
    #[ts(type = "string | null")]
    pub foc_local_date: Option<NaiveDate>,
    /// The hour confirmed, `HH:MM`.
    pub foc_local_time: Option<String>,
    /// The carrier's IANA time zone.
    pub foc_zone: Option<String>,
    /// The instant that they mean.
    pub foc_at: Option<Timestamp>,
    /// The site's IANA time zone.
    pub site_time_zone: String,
    /// Until when the port can be undone.
    pub snapback_until: Option<Timestamp>,
}

/// An open order with what its age and its risks depend on.
#[derive(Debug, Clone)]
pub struct WatchedOrder {
    /// The order.
    pub id: PortOrderId,
    /// Its gaining carrier.
    pub carrier_id: CarrierId,
    /// Where it stands.
    pub status: PortOrderStatus,
    /// Local or toll-free.
    pub number_class: NumberClass,
    /// When it came to stand there.
    pub since: Timestamp,
    /// The instant of the commitment.
    pub foc_at: Option<Timestamp>,
    /// Its day, carrier's local.
    pub foc_local_date: Option<NaiveDate>,
    /// Until when the port can be undone.
    pub snapback_until: Option<Timestamp>,
    /// Date of the signature.
    pub loa_signed_on: Option<NaiveDate>,
    /// Date of the losing account's bill.
    pub bill_date: Option<NaiveDate>,
    /// Date of the losing account's customer service record.
    pub csr_date: Option<NaiveDate>,
    /// Numbers for people that nobody holds; counted only where the port is near.
    pub without_holder: i64,
    /// Numbers that are held; counted only where the port is near.
    pub held: i64,
    /// Whether a cutover script was generated for the order or for its whole migration.
    pub has_script: bool,
}
