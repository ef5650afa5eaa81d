//! Generated PowerShell.

use portflow_domain::entities::GeneratedScript;
use portflow_domain::enums::ScriptKind;
use portflow_domain::ids::{GeneratedScriptId, MigrationId, PortOrderId};
use portflow_domain::provisioning::ProvisioningProblem;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a cutover script is to cover.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ScriptScope {
    /// Whose people and numbers.
    pub migration_id: MigrationId,
    /// The numbers of this order. Without one, the numbers that need no port or whose port is done: a number is
    /// assigned in Teams only by the cutover of its order.
    #[serde(default)]
    pub port_order_id: Option<PortOrderId>,
}

/// A script before it is stored.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ScriptPreview {
    /// The text with LF line ends; nothing when a problem blocks it.
    pub content: Option<String>,
    /// People and numbers it covers.
    pub assignments: u32,
    /// What blocks it or should be known before it runs.
    pub problems: Vec<ProvisioningProblem>,
}

/// A stored script with what its page shows.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ScriptDetail {
    /// The record.
    pub script: GeneratedScript,
    /// Who made it.
    pub generated_by_name: String,
    /// Whether the data has changed since.
    pub is_stale: bool,
}

/// A stored script as a list shows it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ScriptRow {
    /// The script.
    pub id: GeneratedScriptId,
    /// Its migration.
    pub migration_id: MigrationId,
    /// `Customer/Site/Migration`.
    pub path: String,
    /// What it does.
    pub kind: ScriptKind,
    /// What to call it.
    pub title: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// Who made it.
    pub generated_by_name: String,
    /// When.
    pub at: portflow_domain::timestamp::Timestamp,
    /// The file name it was saved under, if it was.
    pub saved_as: Option<String>,
    /// Whether the data has changed since.
    pub is_stale: bool,
}

/// Write a stored script to a file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveScript {
    /// The script.
    pub id: GeneratedScriptId,
    /// Where to: a handle from the save dialog.
    pub file_id: String,
}
