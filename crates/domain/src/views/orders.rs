//! Port orders with the names around them, as a list shows them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::enums::{NumberClass, PortOrderStatus, PortScope};
use crate::ids::{MigrationId, PortOrderId};

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
}
