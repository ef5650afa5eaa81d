//! Figures of migrations and what the carriers have dated.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::enums::{MigrationStatus, PortOrderStatus, PortingStatus};
use crate::ids::{MigrationId, PortOrderId};

/// One migration's figures. Every one of them is a filter of the number grid.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MigrationOverview {
    /// The migration.
    pub migration_id: MigrationId,
    /// `Customer/Site/Migration`.
    pub path: String,
    /// The migration's name.
    pub name: String,
    /// The customer's name.
    pub customer_name: String,
    /// The site's name.
    pub site_name: String,
    /// Whether the customer is a demonstration.
    pub is_demo: bool,
    /// Where it stands.
    pub status: MigrationStatus,
    /// When it should be done.
    #[ts(type = "string | null")]
    pub target_date: Option<NaiveDate>,
    /// Numbers in the inventory.
    #[ts(type = "number")]
    pub total_numbers: i64,
    /// Numbers that are to be ported.
    #[ts(type = "number")]
    pub numbers_to_port: i64,
    /// Of those, ported or verified.
    #[ts(type = "number")]
    pub ported_numbers: i64,
    /// Numbers for people that nobody holds.
    #[ts(type = "number")]
    pub unassigned_numbers: i64,
    /// People.
    #[ts(type = "number")]
    pub total_users: i64,
    /// People set up in Teams, by evidence.
    #[ts(type = "number")]
    pub configured_users: i64,
    /// Count per porting status, in the order of the state machine, zeros included.
    pub by_status: Vec<StatusCount>,
    /// The next FOC date, carrier's local.
    #[ts(type = "string | null")]
    pub next_foc_date: Option<NaiveDate>,
}

/// How many numbers have a status.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatusCount {
    /// The status.
    pub porting_status: PortingStatus,
    /// Numbers.
    #[ts(type = "number")]
    pub count: i64,
}

/// A port that the carrier has dated.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FocDate {
    /// The order.
    pub port_order_id: PortOrderId,
    /// Its migration.
    pub migration_id: MigrationId,
    /// `Customer/Site/Migration`.
    pub path: String,
    /// The order's PON.
    pub pon: Option<String>,
    /// The carrier's local date.
    #[ts(type = "string")]
    pub foc_local_date: NaiveDate,
    /// The carrier's local time, `HH:MM`.
    pub foc_local_time: Option<String>,
    /// The carrier's IANA time zone.
    pub foc_zone: Option<String>,
    /// Where the order stands.
    pub status: PortOrderStatus,
    /// Numbers in it.
    #[ts(type = "number")]
    pub numbers: i64,
}
