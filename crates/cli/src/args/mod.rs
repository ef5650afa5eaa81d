//! The command line as clap sees it. Names or ids will do wherever a record is named; a migration may be written
//! as `Customer/Site/Migration`.

mod accounts;
mod carriers;
mod contacts;
mod discovery;
mod inventory;
mod numbers;
mod order_changes;
mod orders;
mod problems;
mod projects;
mod questionnaires;
mod site_files;
mod sites;

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

pub use accounts::AccountFields;
pub use carriers::{CarrierAction, CarrierDates};
pub use contacts::{ContactAction, ContactFields};
pub use discovery::{DiscoveryAction, RowKind, SectionSaid, Side};
pub use inventory::{Import, ImportAction, PeopleAction};
pub use numbers::{AddedNumbers, ListedNumbers, NumbersAction, SetValues};
pub use order_changes::{Adopt, NewOrder, OrderNumbers, Proof, SetOrder, Step, Supplement};
pub use orders::{
    ExportAll, OrderAction, OrderPaper, Propose, ReadEmail, Script, ScriptChoice, StatusNews, StatusSheet,
};
pub use problems::Problems;
pub use projects::{
    AccountAction, AccountNumbersAction, CustomerAction, MemberAction, MigrationAction, SiteAction,
};
pub use questionnaires::{Ask, Holidays, QuestionnaireAction};
pub use site_files::SiteFilesAction;
pub use sites::{HoursFields, SiteFields};

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
    /// Questionnaires: the survey that comes with the program, and those of the team.
    #[command(subcommand)]
    Questionnaire(QuestionnaireAction),
    /// Migrations.
    #[command(subcommand)]
    Migration(MigrationAction),
    /// Gaining carriers.
    #[command(subcommand)]
    Carrier(Box<CarrierAction>),
    /// Losing accounts.
    #[command(subcommand)]
    Account(Box<AccountAction>),
    /// Import a spreadsheet, or list imports.
    #[command(args_conflicts_with_subcommands = true)]
    Import(Import),
    /// The inventory of numbers.
    #[command(subcommand)]
    Numbers(Box<NumbersAction>),
    /// The people who receive numbers.
    #[command(subcommand)]
    People(PeopleAction),
    /// Port orders.
    #[command(subcommand)]
    Order(Box<OrderAction>),
    /// What speaks against numbers, accounts and orders; accept it with a reason, or mend it.
    Problems(Problems),
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
    /// Write a site with everything that belongs to it as a workspace file of its own.
    SaveSite {
        /// The site.
        site: String,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// Look for damage.
    Check,
}
