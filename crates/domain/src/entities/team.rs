//! The people who do the migration work.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::enums::TeamRole;
use crate::ids::TeamMemberId;
use crate::timestamp::Timestamp;

/// A member of the migration team; deactivated, never deleted, because history names them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TeamMember {
    /// Its id.
    pub id: TeamMemberId,
    /// Name as shown.
    pub display_name: String,
    /// Unique without regard to case.
    pub email: String,
    /// What the member may do.
    pub role: TeamRole,
    /// Whether the member may still act.
    pub is_active: bool,
    /// The PostgreSQL role that is this member.
    pub database_role: Option<String>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}
