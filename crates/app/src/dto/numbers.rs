//! Acts on the inventory of numbers and on the people who receive them.

use portflow_domain::enums::{Disposition, NumberUsage, PhoneNumberType, PortingStatus};
use portflow_domain::ids::{
    ChangeSetId, EndUserId, LosingAccountId, MigrationId, PhoneNumberId, ResourceAccountId,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use portflow_domain::views::GridQuery;

/// A window of numbers or people.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct PageOfMigration {
    /// Only this migration's; all migrations when absent.
    pub migration_id: Option<MigrationId>,
    /// Which rows of them.
    #[serde(flatten)]
    pub query: GridQuery,
}

/// Numbers that are chosen without naming each of them; what somebody else adds meanwhile is no part of them.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChosenNumbers {
    /// Whose numbers.
    pub migration_id: MigrationId,
    /// Every number from a first to a last one, with all its extensions.
    #[serde(default)]
    pub spans: Vec<FromTo>,
    /// Rows of the grid.
    #[serde(default)]
    pub rows: Option<ChosenRows>,
}

/// From a first number to a last one, both included; E.164 with as many digits.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FromTo {
    /// E.164.
    pub first: String,
    /// E.164.
    pub last: String,
}

/// Rows that were selected in a grid.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChosenRows {
    /// What the grid shows; its window does not matter.
    pub query: GridQuery,
    /// The selected rows, from 0.
    pub spans: Vec<RowSpan>,
    /// How many rows the grid had: with another count the rows are no longer those that were seen.
    pub total: u32,
}

/// Rows that lie together.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RowSpan {
    /// The first row, from 0.
    pub first: u32,
    /// The last row.
    pub last: u32,
}

/// What became of many numbers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangedNumbers {
    /// Numbers that are different now; others had the values already.
    pub changed: u32,
    /// The change in the log.
    pub change_set_id: ChangeSetId,
}

/// Who is to hold a number; exactly one, or neither to take it back.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Holder {
    /// A person.
    pub end_user_id: Option<EndUserId>,
    /// A resource account.
    pub resource_account_id: Option<ResourceAccountId>,
    /// A person or resource account of the number's migration, by UPN.
    #[ts(optional)]
    pub upn: Option<String>,
}

/// Give numbers to a holder.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct AssignNumbers {
    /// The numbers.
    pub ids: Vec<PhoneNumberId>,
    /// Further ones.
    #[ts(optional)]
    pub chosen: Option<ChosenNumbers>,
    /// Who receives them.
    pub holder: Holder,
}

/// One value for many numbers; what is absent stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct SetNumbers {
    /// The numbers.
    pub ids: Vec<PhoneNumberId>,
    /// Further ones.
    #[ts(optional)]
    pub chosen: Option<ChosenNumbers>,
    /// What is to become of them.
    pub disposition: Option<Disposition>,
    /// What they are for.
    pub number_type: Option<PhoneNumberType>,
    /// The Teams capability.
    pub usage: Option<NumberUsage>,
    /// The losing account they are on.
    pub losing_account_id: Option<LosingAccountId>,
    /// Rate center; an empty text clears it.
    #[ts(optional)]
    pub rate_center: Option<String>,
    /// The carrier they are with; an empty text clears it.
    #[ts(optional)]
    pub current_carrier: Option<String>,
    /// Free text; an empty text clears it.
    #[ts(optional)]
    pub notes: Option<String>,
}

/// Move numbers outside an order along their state machine.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TransitionNumbers {
    /// The numbers.
    #[serde(default)]
    pub ids: Vec<PhoneNumberId>,
    /// Further ones.
    #[serde(default)]
    #[ts(optional)]
    pub chosen: Option<ChosenNumbers>,
    /// Where to.
    pub to: PortingStatus,
    /// Why; a restart asks for it.
    #[serde(default)]
    pub reason: Option<String>,
}

/// Write what the customer still has to say about a migration.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportCorrections {
    /// The migration.
    pub migration_id: MigrationId,
    /// Where to: a handle from the save dialog.
    pub file_id: String,
}
