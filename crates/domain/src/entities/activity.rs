//! What people did, and which problems they accepted.
//!
//! The log has no foreign keys: it outlives what it tells about.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;
use uuid::Uuid;

use crate::ids::{ActivityId, ChangeSetId, CustomerId, MigrationId, ProblemWaiverId, TeamMemberId};
use crate::timestamp::Timestamp;

/// One entry of the log; append-only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Activity {
    /// Its id.
    pub id: ActivityId,
    /// When it happened.
    pub at: Timestamp,
    /// Who; none only before the first member exists.
    pub actor_id: Option<TeamMemberId>,
    /// Their name at that time.
    pub actor_name: String,
    /// The customer it concerns.
    pub customer_id: Option<CustomerId>,
    /// The migration it concerns.
    pub migration_id: Option<MigrationId>,
    /// Table of the row that changed.
    pub entity_type: String,
    /// Id of the row that changed.
    pub entity_id: Uuid,
    /// What was done, as the command calls it.
    pub action: String,
    /// The list of `{field, old_value, new_value}`; a secret says only that it changed.
    #[ts(type = "unknown")]
    pub changes: Value,
    /// Joins the entries of one act.
    pub change_set_id: ChangeSetId,
    /// Revision of the row before.
    pub revision_before: Option<i64>,
    /// Revision of the row after; undo refuses where it has moved on.
    pub revision_after: Option<i64>,
}

/// A problem that somebody accepted, for as long as the value stays what it was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProblemWaiver {
    /// Its id.
    pub id: ProblemWaiverId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The migration it belongs to.
    pub migration_id: MigrationId,
    /// Code of the problem.
    pub code: String,
    /// Table of the row that has it.
    pub entity_type: String,
    /// Id of the row that has it.
    pub entity_id: Uuid,
    /// Of the value that was accepted.
    pub fingerprint: String,
    /// Why.
    pub reason: String,
    /// Who.
    pub waived_by: TeamMemberId,
    /// When.
    pub at: Timestamp,
}
