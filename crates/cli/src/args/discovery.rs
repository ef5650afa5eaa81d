//! Arguments about what is learnt at a site.

use clap::{Args, Subcommand, ValueEnum};
use portflow_domain::enums::{DiscoverySection, DiscoveryState};
use std::path::PathBuf;

/// A kind of row that a site's discovery holds.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum RowKind {
    /// A trunk or circuit.
    Circuit,
    /// A line of a machine.
    SpecialLine,
    /// A place to which help can be sent.
    EmergencyLocation,
    /// A subnet, switch, switch port or access point.
    Network,
    /// The system that is replaced.
    LegacySystem,
    /// Equipment.
    Device,
    /// Licenses of one kind.
    License,
}

/// A side of a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Side {
    /// The workbook's.
    Theirs,
    /// What is stored.
    Ours,
}

/// Discovery of a site, named by name, `Customer/Site` or id.
#[derive(Debug, Subcommand)]
pub enum DiscoveryAction {
    /// List how far the discovery of every site is.
    List {
        /// Only this customer's.
        #[arg(long)]
        customer: Option<String>,
    },
    /// Show how much of the site is known; with --json, everything that was learnt.
    Show {
        /// The site.
        site: String,
    },
    /// Say how far a section is.
    Set(SectionSaid),
    /// Add a row.
    Add {
        /// The site.
        site: String,
        /// What it is.
        kind: RowKind,
        /// Its fields, such as carrierName=Lumen channels=23 monthlyCostCents=41250.
        #[arg(value_name = "FIELD=VALUE")]
        values: Vec<String>,
    },
    /// Change a row; fields that are not named stay, and FIELD= clears.
    Change {
        /// The site.
        site: String,
        /// What it is.
        kind: RowKind,
        /// Its id.
        id: String,
        /// The fields that change.
        #[arg(value_name = "FIELD=VALUE", required = true)]
        values: Vec<String>,
    },
    /// Say when the site is open.
    Hours {
        /// The site.
        site: String,
        /// The days that change.
        #[command(flatten)]
        fields: super::HoursFields,
    },
    /// Remove a row.
    Remove {
        /// The site.
        site: String,
        /// What it is.
        kind: RowKind,
        /// Its id.
        id: String,
    },
    /// Answer a question of the questionnaire.
    Answer {
        /// The site.
        site: String,
        /// Key of the question, such as site.freeze.
        question: String,
        /// The answer; `unknown` and `not_applicable` say that there is none.
        value: String,
        /// Who said so at the site.
        #[arg(long)]
        said_by: Option<String>,
    },
    /// Ask a questionnaire of the team at the site, or stop asking it.
    Ask(super::Ask),
    /// Compute the holidays of coming years.
    Holidays(super::Holidays),
    /// Write the workbook that a customer fills in.
    Workbook {
        /// The site.
        site: String,
        /// Where to write it.
        #[arg(long)]
        out: PathBuf,
    },
    /// Read a workbook back that a customer filled in.
    Import {
        /// The site.
        site: String,
        /// The workbook.
        file: PathBuf,
        /// Only say what it would change.
        #[arg(long)]
        dry_run: bool,
        /// Whose value is taken where both sides changed the same or a row is gone from the workbook.
        #[arg(long)]
        take: Option<Side>,
    },
    /// Write the discovery report for the customer, as PDF.
    Report {
        /// The site.
        site: String,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// List what is not known, and why it matters.
    Missing {
        /// The site.
        site: String,
    },
}

/// How far a section is, and who said so.
#[derive(Debug, Args)]
pub struct SectionSaid {
    /// The site.
    pub site: String,
    /// Such as special_lines.
    pub section: DiscoverySection,
    /// open, answered, unknown or not_applicable.
    #[arg(long)]
    pub state: DiscoveryState,
    /// Who said so at the site.
    #[arg(long)]
    pub said_by: Option<String>,
    /// Free text.
    #[arg(long)]
    pub notes: Option<String>,
}
