//! The command line as clap sees it. Names or ids will do wherever a record is named; a migration may be written
//! as `Customer/Site/Migration`.

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};
use portflow_domain::enums::{
    ContactKind, Disposition, ImportTarget, MigrationStatus, NumberUsage, PhoneNumberType, PortOrderStatus,
    PortScope, PortingStatus, RoutingType, TeamRole,
};
use std::path::PathBuf;

/// From a carrier's spreadsheet to verified numbers in Microsoft Teams Phone.
#[derive(Debug, Parser)]
#[command(name = "portflow", version, propagate_version = true)]
pub struct Cli {
    /// A .portflow file or postgres://user@host/database.
    #[arg(long, global = true, env = "PORTFLOW_WORKSPACE")]
    pub workspace: Option<String>,
    /// Act as the member with this e-mail address.
    #[arg(long, global = true, env = "PORTFLOW_MEMBER", value_name = "EMAIL")]
    pub member: Option<String>,
    /// Print one JSON document.
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do.
    #[command(subcommand)]
    pub action: Action,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// Make a new, empty workspace and be its first member.
    Init(Newcomer),
    /// Make a workspace with a fictitious customer and write its documents.
    Demo(Demo),
    /// Show every migration with its counts.
    Status,
    /// Show the latest acts.
    Activity {
        /// Entries to show.
        #[arg(long, default_value_t = 20)]
        limit: u32,
    },
    /// Look after the workspace.
    #[command(subcommand)]
    Workspace(WorkspaceAction),
    /// The team.
    #[command(subcommand)]
    Member(MemberAction),
    /// Customers.
    #[command(subcommand)]
    Customer(CustomerAction),
    /// People at the customer.
    #[command(subcommand)]
    Contact(ContactAction),
    /// Sites.
    #[command(subcommand)]
    Site(Box<SiteAction>),
    /// Migrations.
    #[command(subcommand)]
    Migration(MigrationAction),
    /// Gaining carriers.
    #[command(subcommand)]
    Carrier(CarrierAction),
    /// Losing accounts.
    #[command(subcommand)]
    Account(Box<AccountAction>),
    /// Import a spreadsheet, or list imports.
    #[command(args_conflicts_with_subcommands = true)]
    Import(Import),
    /// The inventory of numbers.
    #[command(subcommand)]
    Numbers(NumbersAction),
    /// The people who receive numbers.
    #[command(subcommand)]
    People(PeopleAction),
    /// Port orders.
    #[command(subcommand)]
    Order(Box<OrderAction>),
    /// Generate a PowerShell script and write it to a file.
    Script(Script),
    /// Run any command of the table.
    Call {
        /// The command's name.
        name: String,
        /// Its request as JSON.
        request: Option<String>,
    },
}

/// Who makes a workspace.
#[derive(Debug, Args)]
pub struct Newcomer {
    /// Your name.
    #[arg(long)]
    pub name: String,
    /// Your e-mail address.
    #[arg(long)]
    pub email: String,
}

/// The demonstration.
#[derive(Debug, Args)]
pub struct Demo {
    /// Your name.
    #[arg(long, default_value = "Demo Consultant")]
    pub name: String,
    /// Your e-mail address.
    #[arg(long, default_value = "consultant@example.com")]
    pub email: String,
    /// Where to write the port-request workbook and the script.
    #[arg(long, default_value = ".")]
    pub out: PathBuf,
}

/// Looking after the workspace.
#[derive(Debug, Subcommand)]
pub enum WorkspaceAction {
    /// Bring a shared workspace to this version's format.
    Upgrade,
    /// Write a complete copy of the workspace file.
    Backup {
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// Look for damage.
    Check,
}

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

/// People at the customer.
#[derive(Debug, Subcommand)]
pub enum ContactAction {
    /// Add a contact.
    Add {
        /// Whose contact.
        #[arg(long)]
        customer: String,
        /// What they are for.
        #[arg(long, default_value = "authorized_signer")]
        kind: ContactKind,
        /// Their name.
        #[arg(long)]
        name: String,
        /// Job title.
        #[arg(long)]
        title: Option<String>,
        /// E-mail address.
        #[arg(long)]
        email: Option<String>,
        /// Telephone number.
        #[arg(long)]
        phone: Option<String>,
    },
    /// List contacts.
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

/// Gaining carriers.
#[derive(Debug, Subcommand)]
pub enum CarrierAction {
    /// List carriers.
    List,
}

/// Losing accounts.
#[derive(Debug, Subcommand)]
pub enum AccountAction {
    /// Add a losing account.
    Add {
        /// Whose account.
        #[arg(long)]
        customer: String,
        /// The losing carrier.
        #[arg(long)]
        carrier: String,
        /// Exactly as on the customer service record.
        #[arg(long)]
        name_on_account: String,
        /// Billing telephone number.
        #[arg(long)]
        btn: String,
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
    },
    /// List losing accounts.
    List,
}

/// Importing.
#[derive(Debug, Args)]
pub struct Import {
    /// Something other than importing a file.
    #[command(subcommand)]
    pub action: Option<ImportAction>,
    /// The spreadsheet.
    pub file: Option<PathBuf>,
    /// The migration; may be left out when there is only one.
    #[arg(long)]
    pub migration: Option<String>,
    /// What the rows are.
    #[arg(long = "as")]
    pub target: Option<Target>,
    /// The sheet; the first that holds a table when absent.
    #[arg(long)]
    pub sheet: Option<String>,
    /// Country of numbers written without one.
    #[arg(long)]
    pub country: Option<String>,
    /// Show what would happen and store nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// What rows are read as.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub enum Target {
    /// Phone numbers.
    Numbers,
    /// People.
    Users,
}

impl From<Target> for ImportTarget {
    fn from(target: Target) -> Self {
        match target {
            Target::Numbers => Self::PhoneNumbers,
            Target::Users => Self::EndUsers,
        }
    }
}

/// Around importing.
#[derive(Debug, Subcommand)]
pub enum ImportAction {
    /// List committed imports.
    List {
        /// Only this migration's.
        #[arg(long)]
        migration: Option<String>,
    },
}

/// The inventory.
#[derive(Debug, Subcommand)]
pub enum NumbersAction {
    /// List numbers.
    List {
        /// Only this migration's.
        #[arg(long)]
        migration: Option<String>,
        /// Only with this status.
        #[arg(long)]
        status: Option<PortingStatus>,
        /// Only numbers for people that nobody holds.
        #[arg(long)]
        unassigned: bool,
        /// Digits of the number, or text of description, notes or holder.
        #[arg(long)]
        search: Option<String>,
    },
    /// Give a number to a person or resource account; `--to nobody` takes it back.
    Assign {
        /// The number.
        number: String,
        /// UPN, or `nobody`.
        #[arg(long)]
        to: String,
        /// The migration, where several hold the number.
        #[arg(long)]
        migration: Option<String>,
    },
    /// Set one value for numbers.
    Set {
        /// The numbers.
        #[arg(required = true)]
        numbers: Vec<String>,
        /// What is to become of them.
        #[arg(long)]
        disposition: Option<Disposition>,
        /// What they are for.
        #[arg(long = "type")]
        number_type: Option<PhoneNumberType>,
        /// The Teams capability they need.
        #[arg(long)]
        usage: Option<NumberUsage>,
        /// The migration, where several hold a number.
        #[arg(long)]
        migration: Option<String>,
    },
    /// Move a number that is in no open order.
    Transition {
        /// The numbers.
        #[arg(required = true)]
        numbers: Vec<String>,
        /// Where to.
        #[arg(long)]
        to: PortingStatus,
        /// Why.
        #[arg(long)]
        reason: Option<String>,
        /// The migration, where several hold a number.
        #[arg(long)]
        migration: Option<String>,
    },
}

/// People.
#[derive(Debug, Subcommand)]
pub enum PeopleAction {
    /// List people.
    List {
        /// Only this migration's.
        #[arg(long)]
        migration: Option<String>,
        /// Text of name, UPN or notes.
        #[arg(long)]
        search: Option<String>,
    },
}

/// Port orders.
#[derive(Debug, Subcommand)]
pub enum OrderAction {
    /// Make a draft over numbers of one losing account.
    Add {
        /// Whose numbers.
        #[arg(long)]
        migration: String,
        /// The losing account: its BTN, carrier name or id.
        #[arg(long)]
        account: String,
        /// Numbers separated by commas, or a text file with one per line.
        #[arg(long)]
        numbers: String,
        /// Full or partial; worked out when absent.
        #[arg(long)]
        scope: Option<PortScope>,
        /// Purchase order number; the next free one when absent.
        #[arg(long)]
        pon: Option<String>,
        /// The date to ask for.
        #[arg(long)]
        desired_date: Option<NaiveDate>,
        /// The BTN of what stays.
        #[arg(long)]
        new_btn: Option<String>,
        /// Who signs: a contact's name or id.
        #[arg(long)]
        signer: Option<String>,
    },
    /// List orders.
    List {
        /// Only this migration's.
        #[arg(long)]
        migration: Option<String>,
    },
    /// Show an order with its numbers and events.
    Show {
        /// PON or id.
        order: String,
    },
    /// Show what an order still needs.
    Check {
        /// PON or id.
        order: String,
    },
    /// Take a step of the state machine.
    Transition {
        /// PON or id.
        order: String,
        /// Where to.
        #[arg(long)]
        to: PortOrderStatus,
        /// Why, or the carrier's words.
        #[arg(long)]
        reason: Option<String>,
        /// A code of the reject catalogue.
        #[arg(long)]
        reject_code: Option<String>,
        /// The carrier's date and time: "2027-02-09 10:00".
        #[arg(long)]
        foc: Option<String>,
        /// The carrier's IANA time zone; the site's when absent.
        #[arg(long)]
        foc_zone: Option<String>,
        /// The date beside the signature.
        #[arg(long)]
        signed_on: Option<NaiveDate>,
        /// A file that proves it.
        #[arg(long)]
        evidence: Option<PathBuf>,
    },
    /// Write a document of an order.
    Export {
        /// PON or id.
        order: String,
        /// Which document.
        #[arg(long, default_value = "request")]
        kind: DocumentKind,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
    },
}

/// Documents of an order.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub enum DocumentKind {
    /// The port-request workbook.
    Request,
}

/// Kinds of scripts.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub enum ScriptChoice {
    /// Assigns the numbers of an order to their people.
    Cutover,
}

/// Generating a script.
#[derive(Debug, Args)]
pub struct Script {
    /// Whose people and numbers.
    #[arg(long)]
    pub migration: String,
    /// What it does.
    #[arg(long, default_value = "cutover")]
    pub kind: ScriptChoice,
    /// The order whose numbers are assigned: PON or id.
    #[arg(long)]
    pub order: Option<String>,
    /// The file to write.
    #[arg(long)]
    pub out: PathBuf,
}
