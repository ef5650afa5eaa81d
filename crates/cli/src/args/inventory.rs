//! Importing, numbers and people.

use clap::{Args, Subcommand};
use portflow_domain::enums::{Disposition, ImportTarget, NumberUsage, PhoneNumberType, PortingStatus};
use std::path::PathBuf;

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
