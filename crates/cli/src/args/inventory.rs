//! Importing and people.

use clap::{Args, Subcommand};
use portflow_domain::enums::ImportTarget;
use portflow_domain::ids::ImportBatchId;
use std::path::PathBuf;

/// Importing.
#[derive(Debug, Args)]
pub struct Import {
    /// Something other than importing files.
    #[command(subcommand)]
    pub action: Option<ImportAction>,
    /// The spreadsheets, imported together.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The migration; may be left out when there is only one. A dry run without it looks at the files alone and
    /// needs no workspace.
    #[arg(long)]
    pub migration: Option<String>,
    /// What the rows are.
    #[arg(long = "as")]
    pub target: Option<Target>,
    /// The only sheet to read, hidden or not; every visible one that holds a table when absent.
    #[arg(long)]
    pub sheet: Option<String>,
    /// Country of numbers written without one.
    #[arg(long, value_name = "CC")]
    pub country: Option<String>,
    /// The site of rows that name none, such as emergency locations and special lines of a list without sites.
    #[arg(long, value_name = "SITE")]
    pub site: Option<String>,
    /// The mapping profile for the columns; when absent the one made for the header.
    #[arg(long)]
    pub profile: Option<String>,
    /// Show what would happen and store nothing.
    #[arg(long)]
    pub dry_run: bool,
}

impl Import {
    /// Whether it looks at files and at nothing else.
    pub fn is_of_files_alone(&self) -> bool {
        self.action.is_none() && self.dry_run && self.migration.is_none() && self.profile.is_none()
    }
}

/// What rows are read as.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub enum Target {
    /// Phone numbers.
    Numbers,
    /// People.
    Users,
    /// Resource accounts.
    Accounts,
    /// Call queues.
    Queues,
    /// Agents of call queues.
    Agents,
    /// The groups of agents that queues ring.
    Groups,
    /// Auto attendants.
    Attendants,
    /// Sites.
    Sites,
    /// A losing carrier's list of its numbers.
    AccountNumbers,
    /// A carrier's list of the states of orders.
    OrderEvents,
    /// Emergency locations.
    #[value(alias = "emergency_locations")]
    EmergencyLocations,
    /// Subnets, switches, switch ports and access points.
    #[value(alias = "network_segments")]
    NetworkSegments,
    /// Trunks and circuits.
    Circuits,
    /// Lines of machines.
    #[value(alias = "special_lines")]
    SpecialLines,
    /// Equipment.
    Devices,
    /// Licenses.
    Licenses,
    /// People to ask.
    Contacts,
}

impl From<Target> for ImportTarget {
    fn from(target: Target) -> Self {
        match target {
            Target::Numbers => Self::PhoneNumbers,
            Target::Users => Self::EndUsers,
            Target::Accounts => Self::ResourceAccounts,
            Target::Queues => Self::CallQueues,
            Target::Agents => Self::CallQueueAgents,
            Target::Groups => Self::CallQueueGroups,
            Target::Attendants => Self::AutoAttendants,
            Target::Sites => Self::Sites,
            Target::AccountNumbers => Self::LosingAccountNumbers,
            Target::OrderEvents => Self::PortOrderEvents,
            Target::EmergencyLocations => Self::EmergencyLocations,
            Target::NetworkSegments => Self::NetworkSegments,
            Target::Circuits => Self::Circuits,
            Target::SpecialLines => Self::SpecialLines,
            Target::Devices => Self::Devices,
            Target::Licenses => Self::Licenses,
            Target::Contacts => Self::Contacts,
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
    /// Undo an import as far as it goes, and say what stays and why.
    Undo {
        /// Its id, as `import list` shows it.
        batch: ImportBatchId,
        /// Show what would go, go back and stay, and change nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Write the rejected rows of an import as a workbook.
    Rejected {
        /// Its id, as `import list` shows it.
        batch: ImportBatchId,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
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
