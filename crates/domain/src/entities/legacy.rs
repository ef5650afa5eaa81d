//! The telephone system that is replaced: how people dial in it, its trunks and its special lines.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::enums::{CircuitKind, SpecialLineDecision, SpecialLineKind};
use crate::ids::{CircuitId, CustomerId, LegacySystemId, LosingAccountId, SiteId, SpecialLineId};
use crate::timestamp::Timestamp;

/// Extensions from `first` to `last`, both included, of the same length.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExtensionRange {
    /// The first extension.
    pub first: String,
    /// The last one.
    pub last: String,
}

/// The telephone system that is replaced, and how people dial in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LegacySystem {
    /// Its id.
    pub id: LegacySystemId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The site.
    pub site_id: SiteId,
    /// Who made it.
    pub vendor: String,
    /// Model.
    pub model: Option<String>,
    /// Version of its software.
    pub version: Option<String>,
    /// The digit that gets an outside line; none = there is none.
    pub outside_line_digit: Option<String>,
    /// Digits of an extension, 2 to 7.
    pub extension_length: Option<i64>,
    /// Extensions in use.
    pub internal_ranges: Vec<ExtensionRange>,
    /// Who looks after it.
    pub maintained_by: Option<String>,
    /// Free text.
    pub notes: Option<String>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// A trunk or line bundle that the customer pays for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Circuit {
    /// Its id.
    pub id: CircuitId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The site.
    pub site_id: SiteId,
    /// The account it is billed to.
    pub losing_account_id: Option<LosingAccountId>,
    /// Who provides it.
    pub carrier_name: String,
    /// How it reaches the system.
    pub kind: CircuitKind,
    /// The carrier's name for it.
    pub circuit_id: Option<String>,
    /// Calls it carries at once.
    pub channels: Option<i64>,
    /// Billing telephone number, as the bill spells it.
    pub btn: Option<String>,
    /// Last day of the contract.
    #[ts(type = "string | null")]
    pub contract_end: Option<NaiveDate>,
    /// What it costs a month, in cents of the dollar.
    pub monthly_cost_cents: Option<i64>,
    /// When it is to be disconnected.
    #[ts(type = "string | null")]
    pub disconnect_on: Option<NaiveDate>,
    /// Free text.
    pub notes: Option<String>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// A line on which something other than a person's telephone hangs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SpecialLine {
    /// Its id.
    pub id: SpecialLineId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The site.
    pub site_id: SiteId,
    /// The account it is billed to.
    pub losing_account_id: Option<LosingAccountId>,
    /// What hangs on it.
    pub kind: SpecialLineKind,
    /// E.164; none = not known yet.
    pub number: Option<String>,
    /// Where it ends.
    pub location: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// What becomes of it.
    pub decision: SpecialLineDecision,
    /// Who decided.
    pub decided_by: Option<String>,
    /// Free text.
    pub notes: Option<String>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}
