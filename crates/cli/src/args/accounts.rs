//! Arguments about changing losing accounts.

use chrono::NaiveDate;
use clap::Args;

/// What changes of an account; what is not named stays, and an empty text clears.
#[derive(Debug, Args)]
pub struct AccountFields {
    /// The losing carrier.
    #[arg(long)]
    pub carrier: Option<String>,
    /// Exactly as on the customer service record.
    #[arg(long)]
    pub name_on_account: Option<String>,
    /// Another name that the customer does business under.
    #[arg(long)]
    pub dba: Option<String>,
    /// Billing telephone number.
    #[arg(long)]
    pub btn: Option<String>,
    /// Take the account number and the PIN anew: those of PORTFLOW_ACCOUNT_NUMBER and PORTFLOW_PIN.
    #[arg(long)]
    pub new_secrets: bool,
    /// Date of the customer service record.
    #[arg(long)]
    pub csr_date: Option<NaiveDate>,
    /// Date of the latest bill.
    #[arg(long)]
    pub bill_date: Option<NaiveDate>,
    /// Service address: house number and street.
    #[arg(long)]
    pub street: Option<String>,
    /// Service address: city.
    #[arg(long)]
    pub city: Option<String>,
    /// Service address: state.
    #[arg(long)]
    pub state: Option<String>,
    /// Service address: ZIP.
    #[arg(long)]
    pub postal_code: Option<String>,
}
