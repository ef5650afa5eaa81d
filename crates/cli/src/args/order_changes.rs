//! Making port orders and changing them.

use chrono::NaiveDate;
use clap::Args;
use portflow_domain::enums::{PortOrderStatus, PortScope};
use std::path::PathBuf;

/// What an order says; a new one works out what is absent.
#[derive(Debug, Args)]
pub struct OrderValues {
    /// Full or partial.
    #[arg(long)]
    pub scope: Option<PortScope>,
    /// Purchase order number; the next free one for a new order.
    #[arg(long)]
    pub pon: Option<String>,
    /// The date to ask for.
    #[arg(long)]
    pub desired_date: Option<NaiveDate>,
    /// The BTN of what stays.
    #[arg(long)]
    pub new_btn: Option<String>,
    /// Who signs: a contact's name or id.
    #[arg(long)]
    pub signer: Option<String>,
    /// The RespOrg id that toll-free numbers move to.
    #[arg(long)]
    pub resporg: Option<String>,
    /// Free text.
    #[arg(long)]
    pub notes: Option<String>,
}

/// What the carrier or the signer gave for a step.
#[derive(Debug, Args)]
pub struct Proof {
    /// The carrier's date and time: "2027-02-09 10:00".
    #[arg(long)]
    pub foc: Option<String>,
    /// The carrier's IANA time zone; the site's when absent.
    #[arg(long)]
    pub foc_zone: Option<String>,
    /// The date beside the signature of the letter of authorization.
    #[arg(long)]
    pub signed_on: Option<NaiveDate>,
    /// A file that proves it.
    #[arg(long)]
    pub evidence: Option<PathBuf>,
}

/// A new order.
#[derive(Debug, Args)]
pub struct NewOrder {
    /// Whose numbers.
    #[arg(long)]
    pub migration: String,
    /// The losing account: its BTN, carrier name or id; only toll-free numbers may go without.
    #[arg(long)]
    pub account: Option<String>,
    /// Numbers and ranges separated by commas, or a text file with one per line.
    #[arg(long)]
    pub numbers: String,
    /// What it says.
    #[command(flatten)]
    pub values: OrderValues,
}

/// An order that somebody began elsewhere.
#[derive(Debug, Args)]
pub struct Adopt {
    /// What it says.
    #[command(flatten)]
    pub order: NewOrder,
    /// Where it stands.
    #[arg(long)]
    pub status: PortOrderStatus,
    /// From whom it is taken over, or why.
    #[arg(long)]
    pub reason: String,
    /// What proves it.
    #[command(flatten)]
    pub proof: Proof,
}

/// New values of a draft.
#[derive(Debug, Args)]
pub struct SetOrder {
    /// PON or id.
    pub order: String,
    /// What it says now; what is absent stays as it is.
    #[command(flatten)]
    pub values: OrderValues,
    /// The number at which toll-free numbers ring.
    #[arg(long)]
    pub ring_to: Option<String>,
    /// From where toll-free numbers can be called.
    #[arg(long)]
    pub coverage: Option<String>,
}

/// Numbers that enter or leave a draft.
#[derive(Debug, Args)]
pub struct OrderNumbers {
    /// PON or id.
    pub order: String,
    /// Numbers and ranges separated by commas, or a text file with one per line.
    #[arg(long, required_unless_present = "remove")]
    pub add: Option<String>,
    /// Numbers and ranges separated by commas, or a text file with one per line.
    #[arg(long)]
    pub remove: Option<String>,
}

/// A change of a confirmed order.
#[derive(Debug, Args)]
pub struct Supplement {
    /// PON or id.
    pub order: String,
    /// Why.
    #[arg(long)]
    pub reason: String,
    /// Another date to ask for.
    #[arg(long)]
    pub desired_date: Option<NaiveDate>,
    /// The BTN of what stays.
    #[arg(long)]
    pub new_btn: Option<String>,
    /// Numbers and ranges that come in, separated by commas, or a text file with one per line.
    #[arg(long)]
    pub add: Option<String>,
    /// Numbers and ranges that leave, separated by commas, or a text file with one per line.
    #[arg(long)]
    pub remove: Option<String>,
    /// The date beside the signature of a new letter, where what it says changes.
    #[arg(long)]
    pub signed_on: Option<NaiveDate>,
    /// A file that proves it, such as the new letter.
    #[arg(long)]
    pub evidence: Option<PathBuf>,
}

/// A step of the state machine.
#[derive(Debug, Args)]
pub struct Step {
    /// PON or id.
    pub order: String,
    /// Where to.
    #[arg(long)]
    pub to: PortOrderStatus,
    /// Why, or the carrier's words.
    #[arg(long)]
    pub reason: Option<String>,
    /// A code of the reject catalogue.
    #[arg(long)]
    pub reject_code: Option<String>,
    /// What proves it.
    #[command(flatten)]
    pub proof: Proof,
    /// What became of some numbers, such as ported=2145550100,2145550101 or failed=FILE; once for each outcome.
    #[arg(long = "outcome", value_name = "OUTCOME=NUMBERS")]
    pub outcomes: Vec<String>,
    /// Both carriers agreed to a snapback outside its window.
    #[arg(long)]
    pub snapback_agreed: bool,
}
