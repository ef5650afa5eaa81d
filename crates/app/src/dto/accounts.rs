//! Accounts at losing carriers.

use chrono::NaiveDate;
use portflow_domain::entities::PostalAddress;
use portflow_domain::ids::{CustomerId, LosingAccountId, SiteId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A new losing account.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddLosingAccount {
    /// Whose account.
    pub customer_id: CustomerId,
    /// The site whose circuits it bills; what is left out of the values is taken from there.
    #[serde(default)]
    pub site_id: Option<SiteId>,
    /// All values.
    #[serde(flatten)]
    pub values: LosingAccountValues,
}

/// What a person enters about a losing account. The secrets are stored sealed and never sent back.
#[derive(Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct LosingAccountValues {
    /// The losing carrier.
    pub carrier_name: String,
    /// The name on the account, exactly as on the customer service record.
    pub name_on_account: String,
    /// The service address on the customer service record.
    pub csr_address: Option<PostalAddress>,
    /// Another name that the customer does business under, as on the account.
    pub dba: Option<String>,
    /// Where the bills go, where that is not the service address.
    pub billing_address: Option<PostalAddress>,
    /// The account number; when absent in an update the stored one stays.
    pub account_number: Option<String>,
    /// The PIN or passcode; when absent in an update the stored one stays.
    pub pin: Option<String>,
    /// Billing telephone number, which may hold letters.
    pub btn: String,
    /// Date of the customer service record.
    #[ts(type = "string | null")]
    pub csr_date: Option<NaiveDate>,
    /// Date of the latest bill.
    #[ts(type = "string | null")]
    pub bill_date: Option<NaiveDate>,
}

/// New values for a losing account.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UpdateLosingAccount {
    /// The account.
    pub id: LosingAccountId,
    /// The revision you saw.
    pub revision: i64,
    /// All values.
    #[serde(flatten)]
    pub values: LosingAccountValues,
}

/// Which secret to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SecretField {
    /// The account number.
    AccountNumber,
    /// The PIN or passcode.
    Pin,
}

/// Ask to see a secret; the request is logged, the secret is not.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RevealSecret {
    /// The account.
    pub id: LosingAccountId,
    /// Which one.
    pub secret: SecretField,
}

/// A secret in the clear, for the screen only.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RevealedSecret {
    /// The value; nothing when none is stored.
    pub value: Option<String>,
}
