//! Team, customers, contacts, sites, migrations, and losing accounts.

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use portflow_domain::enums::{AccountNumberSource, MigrationStatus, RemainingAction, RoutingType, TeamRole};
use std::path::PathBuf;

/// The team.
#[derive(Debug, Subcommand)]
pub enum MemberAction {
    /// Add somebody.
    Add {
        /// Their name.
        #[arg(long)]
        name: String,
        /// Their e-mail address.
        #[arg(long)]
        email: String,
        /// What they may do.
        #[arg(long, default_value = "member")]
        role: TeamRole,
    },
    /// List everybody.
    List,
}

/// Customers.
#[derive(Debug, Subcommand)]
pub enum CustomerAction {
    /// Add a customer.
    Add {
        /// What you call them.
        #[arg(long)]
        name: String,
        /// The name on the customer service record.
        #[arg(long)]
        legal_name: Option<String>,
        /// The Microsoft 365 tenant's domain.
        #[arg(long)]
        tenant_domain: Option<String>,
        /// The Microsoft 365 tenant's id.
        #[arg(long)]
        tenant_id: Option<String>,
        /// Fictitious numbers are allowed in port orders.
        #[arg(long)]
        demo: bool,
    },
    /// List customers.
    List,
}

/// Sites.
#[derive(Debug, Subcommand)]
pub enum SiteAction {
    /// Add a site.
    Add {
        /// Whose site.
        #[arg(long)]
        customer: String,
        /// Its name.
        #[arg(long)]
        name: String,
        /// IANA time zone, e.g. America/Chicago.
        #[arg(long)]
        time_zone: String,
        /// House number and street.
        #[arg(long)]
        street: Option<String>,
        /// City.
        #[arg(long)]
        city: Option<String>,
        /// State or province.
        #[arg(long)]
        state: Option<String>,
        /// ZIP or postal code.
        #[arg(long)]
        postal_code: Option<String>,
        /// Country code of two letters.
        #[arg(long, default_value = "US")]
        country: String,
    },
    /// List sites.
    List,
    /// Change a site; what is not named stays, and an empty text clears.
    Set {
        /// The site.
        site: String,
        /// What changes.
        #[command(flatten)]
        fields: super::SiteFields,
    },
    /// List where values of a site are used, and whether they still are the site's.
    UsedBy {
        /// The site.
        site: String,
    },
    /// Take the site's value over into a draft that uses it.
    Take {
        /// The site.
        site: String,
        /// What uses it, by its id in `site used-by`.
        id: String,
        /// Which value: time_zone, business_hours, holidays, address, btn or signer.
        field: String,
    },
    /// What is learnt at a site before anything is moved.
    #[command(subcommand)]
    Discovery(super::DiscoveryAction),
    /// Files and photos of a site.
    #[command(subcommand)]
    Files(super::SiteFilesAction),
}

/// Migrations.
#[derive(Debug, Subcommand)]
pub enum MigrationAction {
    /// Add a migration.
    Add {
        /// The site, by name or `Customer/Site`.
        #[arg(long)]
        site: String,
        /// Its name.
        #[arg(long)]
        name: String,
        /// The gaining carrier's code.
        #[arg(long)]
        carrier: Option<String>,
        /// How calls will reach Teams.
        #[arg(long, default_value = "direct_routing")]
        routing: RoutingType,
        /// When it should be done.
        #[arg(long)]
        target_date: Option<NaiveDate>,
        /// Voice routing policy for people without one of their own.
        #[arg(long)]
        voice_routing_policy: Option<String>,
    },
    /// List migrations.
    List,
    /// Take a step of the state machine.
    Transition {
        /// The migration.
        migration: String,
        /// Where to.
        #[arg(long)]
        to: MigrationStatus,
        /// Why.
        #[arg(long)]
        reason: Option<String>,
    },
}

/// Losing accounts.
#[derive(Debug, Subcommand)]
#[allow(clippy::large_enum_variant, reason = "one value per run of the program")]
pub enum AccountAction {
    /// Add a losing account.
    Add {
        /// Whose account.
        #[arg(long)]
        customer: String,
        /// The site whose circuits it bills; what is left out is taken from there.
        #[arg(long)]
        site: Option<String>,
        /// The losing carrier.
        #[arg(long, required_unless_present = "site")]
        carrier: Option<String>,
        /// Exactly as on the customer service record.
        #[arg(long, required_unless_present = "site")]
        name_on_account: Option<String>,
        /// Billing telephone number.
        #[arg(long, required_unless_present = "site")]
        btn: Option<String>,
        /// The account number; PORTFLOW_ACCOUNT_NUMBER keeps it out of the shell's history.
        #[arg(long, env = "PORTFLOW_ACCOUNT_NUMBER", hide_env_values = true)]
        account_number: String,
        /// The PIN; PORTFLOW_PIN keeps it out of the shell's history.
        #[arg(long, env = "PORTFLOW_PIN", hide_env_values = true)]
        pin: Option<String>,
        /// Date of the customer service record.
        #[arg(long)]
        csr_date: Option<NaiveDate>,
        /// Date of the latest bill.
        #[arg(long)]
        bill_date: Option<NaiveDate>,
        /// Service address: house number and street.
        #[arg(long)]
        street: Option<String>,
        /// Service address: city.
        #[arg(long)]
        city: Option<String>,
        /// Service address: state.
        #[arg(long)]
        state: Option<String>,
        /// Service address: ZIP.
        #[arg(long)]
        postal_code: Option<String>,
        /// What else its papers say.
        #[command(flatten)]
        billing: Billing,
    },
    /// Change a losing account, such as what a rejection names; what is not named stays.
    Set {
        /// The account: its BTN, carrier name or id.
        account: String,
        /// What changes.
        #[command(flatten)]
        fields: super::AccountFields,
    },
    /// List losing accounts.
    List,
    /// The numbers that the losing carrier lists.
    #[command(subcommand)]
    Numbers(AccountNumbersAction),
}

/// What a letter of authorization says of an account beside the record of the carrier.
#[derive(Debug, Args)]
pub struct Billing {
    /// Another name that the customer does business under.
    #[arg(long)]
    pub dba: Option<String>,
    /// Billing address, where it is not the service address: house number and street.
    #[arg(long)]
    pub billing_street: Option<String>,
    /// Billing address: city.
    #[arg(long)]
    pub billing_city: Option<String>,
    /// Billing address: state.
    #[arg(long)]
    pub billing_state: Option<String>,
    /// Billing address: ZIP.
    #[arg(long)]
    pub billing_postal_code: Option<String>,
}

/// The numbers on a losing account.
#[derive(Debug, Subcommand)]
pub enum AccountNumbersAction {
    /// Take in a customer service record (CSR), a bill or a portal's list, and show the difference to the inventory.
    Import {
        /// The account: its BTN, carrier name or id.
        account: String,
        /// The spreadsheet.
        file: PathBuf,
        /// What the list is: csr, bill or portal.
        #[arg(long)]
        source: AccountNumberSource,
        /// Date of the list; today when absent.
        #[arg(long)]
        seen_on: Option<NaiveDate>,
        /// The sheet; the one that looks like a list of numbers when absent.
        #[arg(long)]
        sheet: Option<String>,
        /// The column of the numbers, by its header or its letter; the one that looks like it when absent.
        #[arg(long)]
        column: Option<String>,
        /// Country of numbers written without one.
        #[arg(long)]
        country: Option<String>,
        /// Only show what would be stored.
        #[arg(long)]
        dry_run: bool,
    },
    /// Decide what becomes of listed numbers that stay on the account and are not in the inventory.
    Decide {
        /// The account: its BTN, carrier name or id.
        account: String,
        /// The numbers, as often as needed.
        #[arg(required = true)]
        numbers: Vec<String>,
        /// What becomes of them: keep or disconnect; nothing is decided when absent.
        #[arg(long)]
        action: Option<RemainingAction>,
    },
    /// Show the difference between the lists and the inventory.
    Difference {
        /// The account: its BTN, carrier name or id.
        account: String,
    },
}
