//! Generated PowerShell scripts, kept as they were handed out.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::enums::ScriptKind;
use crate::ids::{CustomerId, GeneratedScriptId, MigrationId, PortOrderId, TeamMemberId};
use crate::timestamp::Timestamp;

/// A script and the fingerprint of the data it was made from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GeneratedScript {
    /// Its id.
    pub id: GeneratedScriptId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The migration it belongs to.
    pub migration_id: MigrationId,
    /// The order whose numbers it treats; none when it covers numbers that need no port.
    pub port_order_id: Option<PortOrderId>,
    /// What it does in the tenant.
    pub kind: ScriptKind,
    /// Title as shown.
    pub title: String,
    /// The whole script.
    pub content: String,
    /// Of the content, in hexadecimal.
    pub sha256: String,
    /// Of the data; the script is stale once it differs.
    pub inputs_fingerprint: String,
    /// Who asked for it.
    pub generated_by: TeamMemberId,
    /// When.
    pub at: Timestamp,
    /// Where it was saved last.
    pub saved_path: Option<String>,
}
