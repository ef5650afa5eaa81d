//! Gaining carriers: whom to ask, what they insist on, and the sheet they want filled in.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::ids::CarrierId;
use crate::timestamp::Timestamp;

/// Whom to reach at a carrier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CarrierContact {
    /// Name of the person or desk.
    pub name: String,
    /// What they are asked for.
    pub role: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number as given.
    pub phone: Option<String>,
}

/// The profile of a gaining carrier; shared by all customers of the workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Carrier {
    /// Its id.
    pub id: CarrierId,
    /// Stable short name, for example `verizon`; unique.
    pub code: String,
    /// Name as shown.
    pub name: String,
    /// Operating company number.
    pub ocn: Option<String>,
    /// Whom to reach there.
    pub contacts: Vec<CarrierContact>,
    /// What the carrier insists on.
    #[ts(type = "unknown")]
    pub port_rules: Value,
    /// The sheet it wants filled in.
    #[ts(type = "unknown")]
    pub sheet_template: Value,
    /// Whether a person still has to hold it against the carrier's own rules and form.
    pub to_confirm: bool,
    /// Name of the carrier's own workbook, where that is filled in.
    pub workbook_name: Option<String>,
    /// SHA-256 of that workbook, in hexadecimal.
    pub workbook_sha256: Option<String>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}
