//! Accounts at losing carriers and the numbers their records list.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::enums::{AccountNumberSource, RemainingAction};
use crate::ids::{CustomerId, LosingAccountId, LosingAccountNumberId};
use crate::timestamp::Timestamp;

/// An address part by part, as forms ask for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase")]
pub struct PostalAddress {
    /// House number and street.
    pub street: Option<String>,
    /// City.
    pub city: Option<String>,
    /// State or province.
    pub state: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// ISO 3166 alpha-2.
    pub country: Option<String>,
}

/// An account at the carrier that loses the numbers. The account number and the PIN are kept encrypted and never leave the store with the row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LosingAccount {
    /// Its id.
    pub id: LosingAccountId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The losing carrier.
    pub carrier_name: String,
    /// Exactly as the customer service record (CSR) spells it, misspellings included.
    pub name_on_account: String,
    /// The service address as on the CSR.
    pub csr_address: Option<PostalAddress>,
    /// Another name that the customer does business under, as on the account.
    pub dba: Option<String>,
    /// Where its bills go, where that is not the service address.
    pub billing_address: Option<PostalAddress>,
    /// Whether an account number is kept.
    pub has_account_number: bool,
    /// Whether a PIN is kept.
    pub has_pin: bool,
    /// Billing telephone number; may hold letters.
    pub btn: Option<String>,
    /// Whether the BTN is a number one can call.
    pub btn_dialable: bool,
    /// Date of the CSR.
    #[ts(type = "string | null")]
    pub csr_date: Option<NaiveDate>,
    /// Date of the bill.
    #[ts(type = "string | null")]
    pub bill_date: Option<NaiveDate>,
    /// Free text.
    pub notes: Option<String>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// A number that the losing carrier lists on an account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LosingAccountNumber {
    /// Its id.
    pub id: LosingAccountNumberId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The account.
    pub losing_account_id: LosingAccountId,
    /// E.164.
    pub number: String,
    /// Where it was listed.
    pub source: AccountNumberSource,
    /// Date of that list.
    #[ts(type = "string")]
    pub seen_on: NaiveDate,
    /// What happens to it if a partial port leaves it behind.
    pub remaining_action: Option<RemainingAction>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}
