//! Arguments about gaining carriers.

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// Gaining carriers, named by code, name or id.
#[derive(Debug, Subcommand)]
pub enum CarrierAction {
    /// List carriers.
    List,
    /// Show what a carrier insists on and what its sheet holds, as JSON.
    Show {
        /// The carrier.
        carrier: String,
    },
    /// Add a carrier with the rules and the sheet of another one.
    Add {
        /// A short name of small letters, digits and dashes.
        #[arg(long)]
        code: String,
        /// Name as shown.
        #[arg(long)]
        name: String,
        /// Whose rules and sheet it begins with.
        #[arg(long, default_value = "verizon")]
        like: String,
    },
    /// Change rules of a carrier: leadTimeBusinessDays=12 cutOffZone=America/Chicago noPortWeekdays=friday,monday.
    Set {
        /// The carrier.
        carrier: String,
        /// The fields; an empty value clears one that may be empty.
        #[arg(required_unless_present = "workbook")]
        fields: Vec<String>,
        /// The carrier's own workbook, which is filled in from now on where its labels say.
        #[arg(long)]
        workbook: Option<PathBuf>,
    },
    /// Say that a profile was held against the carrier's own rules and form.
    Confirm {
        /// The carrier.
        carrier: String,
    },
    /// Write a profile to a JSON file.
    Export {
        /// The carrier.
        carrier: String,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// Take over a profile from a JSON file.
    Import {
        /// The file.
        file: PathBuf,
        /// Give a carrier that is there already the values of the file.
        #[arg(long)]
        replace: bool,
    },
    /// Show on which days numbers may move, and on which not and why.
    Dates(CarrierDates),
}

/// The days on which numbers may move.
#[derive(Debug, Args)]
pub struct CarrierDates {
    /// The carrier.
    pub carrier: String,
    /// Where the numbers are.
    #[arg(long)]
    pub site: String,
    /// The first day; today when absent.
    #[arg(long)]
    pub from: Option<NaiveDate>,
    /// The last day; six weeks later when absent.
    #[arg(long)]
    pub to: Option<NaiveDate>,
    /// How many numbers the order will have.
    #[arg(long, default_value_t = 1)]
    pub numbers: usize,
}
