//! Numbers that are added by hand, taken out again, and seen as runs and hundreds.

use portflow_domain::enums::{Disposition, NumberUsage, PhoneNumberType};
use portflow_domain::ids::{ChangeSetId, LosingAccountId, MigrationId, PhoneNumberId};
use portflow_domain::number_blocks::{NumberSpan, RefusedRange};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::numbers::ChosenNumbers;

/// Numbers to add, and what they have in common.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NumbersToAdd {
    /// Where to.
    pub migration_id: MigrationId,
    /// A number or range on each line: `214-555-0100 thru 0149`.
    pub numbers: String,
    /// What to leave out of them, written in the same way.
    #[serde(default)]
    pub exclude: String,
    /// Leaves out what another migration has already.
    #[serde(default)]
    pub only_new_everywhere: bool,
    /// Their facts.
    #[serde(flatten)]
    pub values: AddedNumberValues,
}

/// What numbers that are added have in common; what is absent is left to the defaults of the inventory.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct AddedNumberValues {
    /// What is to become of them; port when absent.
    pub disposition: Option<Disposition>,
    /// What they are for; a person when absent, other for a toll-free number.
    pub number_type: Option<PhoneNumberType>,
    /// The Teams capability; that of the type when absent.
    pub usage: Option<NumberUsage>,
    /// The losing account they are on.
    pub losing_account_id: Option<LosingAccountId>,
    /// The carrier they are with.
    pub current_carrier: Option<String>,
    /// Rate center.
    pub rate_center: Option<String>,
    /// What they are.
    pub description: Option<String>,
    /// Free text.
    pub notes: Option<String>,
    /// UPN of a person or resource account; for a single number only.
    pub holder_upn: Option<String>,
}

/// What adding would do; nothing is stored of it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NumbersToAddPreview {
    /// Numbers that would be added.
    pub new: u32,
    /// The same as ranges.
    pub new_ranges: Vec<NumberSpan>,
    /// Numbers that the migration has already; they stay as they are.
    pub already_here: Vec<NumberSpan>,
    /// Numbers that other migrations have, by migration; they are added all the same unless they are left out.
    pub elsewhere: Vec<RangesElsewhere>,
    /// Numbers that the exclusions leave out.
    pub excluded: u32,
    /// Lines that cannot be used.
    pub refused: Vec<RefusedRange>,
}

/// Numbers that another migration has.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RangesElsewhere {
    /// `Customer/Site/Migration`.
    pub path: String,
    /// The numbers.
    pub ranges: Vec<NumberSpan>,
}

/// Add the numbers of a preview as one act.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddNumbers {
    /// As they were previewed.
    #[serde(flatten)]
    pub wanted: NumbersToAdd,
    /// How many the preview called new; another count is a conflict and nothing is added.
    #[serde(default)]
    pub expected: Option<u32>,
}

/// What was added.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddedNumbers {
    /// How many.
    pub added: u32,
    /// The same as ranges.
    pub ranges: Vec<NumberSpan>,
    /// The change in the log.
    pub change_set_id: ChangeSetId,
}

/// Take numbers out of the inventory that were never in an order.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct RemoveNumbers {
    /// The numbers.
    pub ids: Vec<PhoneNumberId>,
    /// Further ones.
    #[ts(optional)]
    pub chosen: Option<ChosenNumbers>,
}

/// Ask which numbers stand in several migrations.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct FindDuplicates {
    /// Only numbers of this migration.
    pub migration_id: Option<MigrationId>,
    /// Only this number, E.164.
    pub number: Option<String>,
    /// Numbers to skip.
    pub offset: u32,
    /// Numbers to give; at most 1,000, and 1,000 for zero.
    pub limit: u32,
}
