//! Orders that are proposed for numbers, and several orders made at once.

use chrono::NaiveDate;
use portflow_domain::enums::{NumberClass, PortScope};
use portflow_domain::ids::{LosingAccountId, MigrationId, PhoneNumberId};
use portflow_domain::porting::Finding;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::orders::AddPortOrder;

/// Ask which orders numbers fall into.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposePortOrders {
    /// Whose numbers.
    pub migration_id: MigrationId,
    /// The numbers; every number with the disposition port that is in no order when absent.
    #[serde(default)]
    pub phone_number_ids: Option<Vec<PhoneNumberId>>,
    /// The date to ask for; the migration's target date when absent.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub desired_date: Option<NaiveDate>,
    /// Orders that a person put together, to be checked instead of proposed; `phone_number_ids` does not count then.
    #[serde(default)]
    pub orders: Option<Vec<ChosenPortOrder>>,
}

/// The numbers that somebody wants in one order.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChosenPortOrder {
    /// What it would hold.
    pub phone_number_ids: Vec<PhoneNumberId>,
    /// The date to ask for.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub desired_date: Option<NaiveDate>,
}

/// The orders, in the order in which they are made.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PortOrderProposals {
    /// Each of one account and class, the later orders of an account after the earlier ones.
    pub orders: Vec<ProposedPortOrder>,
    /// Numbers that no order can take as they are.
    pub left_out: Vec<LeftOutNumber>,
}

/// An order as it is proposed; nothing is stored of it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposedPortOrder {
    /// The account; none where numbers name none.
    pub losing_account_id: Option<LosingAccountId>,
    /// `Old Telco (BTN 214-555-0100)`.
    pub account_name: Option<String>,
    /// Local or toll-free.
    pub number_class: NumberClass,
    /// Full or partial.
    pub scope: PortScope,
    /// The date to ask for.
    #[ts(type = "string | null")]
    pub desired_date: Option<NaiveDate>,
    /// Its place among the proposed orders of the account, from 1.
    pub sequence_in_account: u32,
    /// What it would hold: base numbers, each once, in order.
    pub numbers: Vec<ProposedNumber>,
    /// Why these numbers stand together.
    pub reasons: Vec<String>,
    /// What has to be settled before it can be ready.
    pub findings: Vec<Finding>,
}

/// A base number with every record of the inventory that ports with it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposedNumber {
    /// E.164.
    pub number: String,
    /// Itself and its extensions.
    pub phone_number_ids: Vec<PhoneNumberId>,
}

/// A number that no order can take, and why.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeftOutNumber {
    /// The number.
    pub phone_number_id: PhoneNumberId,
    /// E.164, with its extension where it has one.
    pub number: String,
    /// What speaks against it.
    pub findings: Vec<Finding>,
}

/// Make several drafts as one act: all or none.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddPortOrders {
    /// The drafts; of one account the earlier ones first.
    pub orders: Vec<AddPortOrder>,
}
