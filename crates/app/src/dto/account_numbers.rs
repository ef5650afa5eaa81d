//! The numbers that losing carriers list on an account, against the inventory.

use chrono::NaiveDate;
use portflow_domain::enums::{AccountNumberSource, RemainingAction};
use portflow_domain::ids::LosingAccountId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::imports::SheetChoices;
use super::status_sheets::RejectedLine;

/// Take in a list of an account's numbers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportAccountNumbers {
    /// The account.
    pub account_id: LosingAccountId,
    /// The handle of a drop or a dialog.
    pub file: String,
    /// The sheet with its columns; the one that looks like a list of numbers when absent.
    #[serde(default)]
    pub sheet: Option<SheetChoices>,
    /// The column of the numbers by its header or its letter; the one that looks like it when absent.
    #[serde(default)]
    pub column: Option<String>,
    /// Country of numbers written without one.
    #[serde(default)]
    pub country: Option<String>,
    /// What the list is.
    pub source: AccountNumberSource,
    /// Date of the list.
    #[ts(type = "string")]
    pub seen_on: NaiveDate,
    /// Only says what would be stored.
    #[serde(default)]
    pub dry_run: bool,
}

/// Decide what becomes of listed numbers that stay on the account and are not in the inventory under it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecideAccountNumbers {
    /// The account.
    pub account_id: LosingAccountId,
    /// Numbers of its list.
    pub numbers: Vec<String>,
    /// What becomes of them; nothing is decided when absent.
    #[serde(default)]
    pub action: Option<RemainingAction>,
}

/// What taking a list in came to.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountNumbersImport {
    /// Numbers that this source had not listed before.
    pub inserted: usize,
    /// Numbers that it lists again.
    pub refreshed: usize,
    /// Numbers that it listed before and does not list now; they stay, with the date they were last seen on.
    pub no_longer_listed: Vec<String>,
    /// Rows that could not be read.
    pub rejected: Vec<RejectedLine>,
    /// The lists against the inventory, as they are now; in a dry run, as they would be.
    pub difference: AccountNumbersDifference,
}

/// An account's lists against the inventory.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountNumbersDifference {
    /// Numbers on the current lists.
    pub listed: usize,
    /// Numbers that the inventory has under the account.
    pub in_inventory: usize,
    /// Numbers that are both.
    pub in_both: usize,
    /// On a list, and not in the inventory under the account.
    pub only_listed: Vec<ListedNumber>,
    /// In the inventory under the account, and on no list.
    pub only_in_inventory: Vec<InventoryNumber>,
    /// On an earlier list and on no current one.
    pub no_longer_listed: Vec<ListedNumber>,
}

/// A number on a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ListedAccountNumber")]
pub struct ListedNumber {
    /// E.164.
    pub number: String,
    /// The lists it stands on.
    pub sources: Vec<AccountNumberSource>,
    /// Date of the latest of them.
    #[ts(type = "string")]
    pub seen_on: NaiveDate,
    /// What somebody decided about it, should it stay on the account.
    pub remaining_action: Option<RemainingAction>,
    /// Where the customer's inventory has it otherwise, `Customer/Site/Migration`: under another account or none.
    pub elsewhere: Option<String>,
}

/// A number of the inventory.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "InventoryAccountNumber")]
pub struct InventoryNumber {
    /// E.164.
    pub number: String,
    /// Its migration, `Customer/Site/Migration`.
    pub path: String,
}
