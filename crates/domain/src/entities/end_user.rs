//! Employees who receive numbers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{CustomerId, EndUserId, MigrationId, SiteId};
use crate::timestamp::Timestamp;

/// An employee. At least one of `upn` and `user_key` is present, each unique within the migration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EndUser {
    /// Its id.
    pub id: EndUserId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The migration it belongs to.
    pub migration_id: MigrationId,
    /// Where the person works.
    pub site_id: Option<SiteId>,
    /// User principal name; unique without regard to case.
    pub upn: Option<String>,
    /// What a source without UPNs calls the person.
    pub user_key: Option<String>,
    /// Name as shown in Teams.
    pub display_name: String,
    /// Given name.
    pub first_name: Option<String>,
    /// Family name.
    pub last_name: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// Job title.
    pub job_title: Option<String>,
    /// Extension on the old system.
    pub legacy_extension: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// ISO 3166 alpha-2; a licence needs it.
    pub usage_location: Option<String>,
    /// Licence that carries Teams Phone.
    pub license_sku: Option<String>,
    /// Overrides the migration's.
    pub voice_routing_policy: Option<String>,
    /// Overrides the migration's.
    pub dial_plan: Option<String>,
    /// Teams calling policy.
    pub calling_policy: Option<String>,
    /// Whether voicemail is wanted.
    pub voicemail_enabled: bool,
    /// Name of the emergency location.
    pub emergency_location: Option<String>,
    /// Day of the person's own cutover.
    #[ts(type = "string | null")]
    pub cutover_date: Option<NaiveDate>,
    /// Whether Teams was read back with these settings, or a person vouched for it.
    pub is_configured: bool,
    /// When that was seen.
    pub configured_at: Option<Timestamp>,
    /// Free text.
    pub notes: Option<String>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}
