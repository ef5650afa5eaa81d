//! The inventory of numbers.

use clap::{Args, Subcommand};
use portflow_domain::enums::{Disposition, NumberUsage, PhoneNumberType, PortingStatus};
use std::path::PathBuf;

/// The inventory.
#[derive(Debug, Subcommand)]
pub enum NumbersAction {
    /// List numbers.
    List(ListedNumbers),
    /// Add numbers, each with any of its fields.
    Add(AddedNumbers),
    /// Add ranges such as "214-555-0100 thru 0149", each with the same fields.
    Range(AddedNumbers),
    /// Give a part of a range another disposition, account or type; the rest stays as it is.
    Split {
        /// The part, such as "214-555-0110 thru 0119".
        #[arg(required = true, value_name = "RANGE")]
        numbers: Vec<String>,
        /// What is set.
        #[command(flatten)]
        values: SetValues,
        /// The migration; may be left out when there is only one.
        #[arg(long)]
        migration: Option<String>,
    },
    /// Set the same values for numbers.
    Set {
        /// The numbers.
        #[arg(required = true)]
        numbers: Vec<String>,
        /// What is set.
        #[command(flatten)]
        values: SetValues,
        /// The migration, where several hold a number.
        #[arg(long)]
        migration: Option<String>,
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
    /// Write what the customer still has to say about a migration, as a workbook that can be imported again.
    Corrections {
        /// The migration; may be left out when there is only one.
        #[arg(long)]
        migration: Option<String>,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// Move numbers that are in no open order, or that were ported.
    Transition {
        /// The numbers and ranges.
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
    /// Take numbers or ranges out of the inventory that were never in an order.
    Remove {
        /// The numbers and ranges.
        #[arg(required = true)]
        numbers: Vec<String>,
        /// The migration; may be left out when there is only one.
        #[arg(long)]
        migration: Option<String>,
    },
    /// Show each hundred with its runs and gaps.
    Blocks {
        /// The migration; may be left out when there is only one.
        #[arg(long)]
        migration: Option<String>,
    },
    /// List numbers that stand in several migrations, of whichever customers.
    Duplicates {
        /// Only numbers of this migration.
        #[arg(long)]
        migration: Option<String>,
    },
}

/// Which numbers are listed.
#[derive(Debug, Args)]
pub struct ListedNumbers {
    /// Only this migration's.
    #[arg(long)]
    pub migration: Option<String>,
    /// Only with this status.
    #[arg(long)]
    pub status: Option<PortingStatus>,
    /// Only numbers for people that nobody holds.
    #[arg(long)]
    pub unassigned: bool,
    /// Only numbers that another migration has, too.
    #[arg(long)]
    pub elsewhere: bool,
    /// What a saved view of the grid shows, in its order; other choices come on top.
    #[arg(long)]
    pub view: Option<String>,
    /// Digits of the number, or text of description, notes or holder.
    #[arg(long)]
    pub search: Option<String>,
}

/// Numbers to add, and their fields.
#[derive(Debug, Args)]
pub struct AddedNumbers {
    /// The numbers and ranges.
    #[arg(required = true)]
    pub numbers: Vec<String>,
    /// Numbers and ranges to leave out; may be repeated.
    #[arg(long)]
    pub exclude: Vec<String>,
    /// Where to; may be left out when there is only one migration.
    #[arg(long)]
    pub migration: Option<String>,
    /// What is to become of them; port when absent.
    #[arg(long)]
    pub disposition: Option<Disposition>,
    /// What they are for; user when absent.
    #[arg(long = "type")]
    pub number_type: Option<PhoneNumberType>,
    /// The Teams capability they need; that of the type when absent.
    #[arg(long)]
    pub usage: Option<NumberUsage>,
    /// The losing account: its BTN, carrier or id.
    #[arg(long)]
    pub account: Option<String>,
    /// The carrier they are with.
    #[arg(long)]
    pub carrier: Option<String>,
    /// Rate center.
    #[arg(long)]
    pub rate_center: Option<String>,
    /// What they are.
    #[arg(long)]
    pub description: Option<String>,
    /// Free text.
    #[arg(long)]
    pub notes: Option<String>,
    /// UPN of the person or resource account that holds it; for a single number.
    #[arg(long, value_name = "UPN")]
    pub holder: Option<String>,
    /// Leave out what another migration has already.
    #[arg(long)]
    pub only_new_everywhere: bool,
    /// Show what would happen and store nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// Values that are set for many numbers.
#[derive(Debug, Args)]
pub struct SetValues {
    /// What is to become of them.
    #[arg(long)]
    pub disposition: Option<Disposition>,
    /// What they are for.
    #[arg(long = "type")]
    pub number_type: Option<PhoneNumberType>,
    /// The Teams capability they need.
    #[arg(long)]
    pub usage: Option<NumberUsage>,
    /// The losing account: its BTN, carrier or id.
    #[arg(long)]
    pub account: Option<String>,
    /// Rate center; an empty text clears it.
    #[arg(long)]
    pub rate_center: Option<String>,
    /// Free text; an empty text clears it.
    #[arg(long)]
    pub notes: Option<String>,
}
