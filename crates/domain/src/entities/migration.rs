//! Migration projects and who works on them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::enums::{MigrationStatus, RoutingType};
use crate::ids::{CarrierId, CustomerId, MigrationAssignmentId, MigrationId, SiteId, TeamMemberId};
use crate::timestamp::Timestamp;

/// The move of one site to Teams Phone. Its counters are kept by the database and change neither revision nor `updated_at`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Migration {
    /// Its id.
    pub id: MigrationId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The site that moves.
    pub site_id: SiteId,
    /// Unique within the site without regard to case.
    pub name: String,
    /// Where it stands.
    pub status: MigrationStatus,
    /// Where `on_hold` returns to; set exactly while on hold.
    pub status_before_hold: Option<MigrationStatus>,
    /// How calls will reach Teams.
    pub routing_type: RoutingType,
    /// The gaining carrier.
    pub carrier_id: Option<CarrierId>,
    /// The day the customer hopes for.
    #[ts(type = "string | null")]
    pub target_date: Option<NaiveDate>,
    /// Teams policy for people who have none of their own.
    pub voice_routing_policy: Option<String>,
    /// Teams dial plan for people who have none of their own.
    pub dial_plan: Option<String>,
    /// Free text.
    pub notes: Option<String>,
    /// When it was put away; archived rows stay but are left out of lists.
    pub archived_at: Option<Timestamp>,
    /// Numbers in the inventory.
    pub total_numbers: i64,
    /// Numbers that are ported or verified.
    pub ported_numbers: i64,
    /// People.
    pub total_users: i64,
    /// People who are configured.
    pub configured_users: i64,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// A member's part in a migration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MigrationAssignment {
    /// Its id.
    pub id: MigrationAssignmentId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The migration it belongs to.
    pub migration_id: MigrationId,
    /// Who; at most once per migration.
    pub team_member_id: TeamMemberId,
    /// What for.
    pub responsibility: Option<String>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}
