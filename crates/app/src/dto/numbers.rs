//! Acts on the inventory of numbers and on the people who receive them.

use portflow_domain::enums::{Disposition, NumberUsage, PhoneNumberType, PortingStatus};
use portflow_domain::ids::{EndUserId, LosingAccountId, MigrationId, PhoneNumberId, ResourceAccountId};
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

/// Who is to hold a number; exactly one, or neither to take it back.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Holder {
    /// A person.
    pub end_user_id: Option<EndUserId>,
    /// A resource account.
    pub resource_account_id: Option<ResourceAccountId>,
}

/// Give numbers to a holder.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AssignNumbers {
    /// The numbers.
    pub ids: Vec<PhoneNumberId>,
    /// Who receives them.
    pub holder: Holder,
}

/// One value for many numbers; what is absent stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct SetNumbers {
    /// The numbers.
    pub ids: Vec<PhoneNumberId>,
    /// What is to become of them.
    pub disposition: Option<Disposition>,
    /// What they are for.
    pub number_type: Option<PhoneNumberType>,
    /// The Teams capability.
    pub usage: Option<NumberUsage>,
    /// The losing account they are on.
    pub losing_account_id: Option<LosingAccountId>,
}

/// Move numbers outside an order along their state machine.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TransitionNumbers {
    /// The numbers.
    pub ids: Vec<PhoneNumberId>,
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
