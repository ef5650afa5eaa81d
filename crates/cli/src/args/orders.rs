//! Port orders and scripts.

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use portflow_app::dto::order_documents::OrderDocument;
use portflow_domain::enums::{OrderDocumentKind, OrderDocumentState};
use portflow_domain::import::DateOrder;
use std::path::PathBuf;

use super::order_changes::{Adopt, NewOrder, OrderNumbers, SetOrder, Step, Supplement};

/// Port orders.
#[derive(Debug, Subcommand)]
pub enum OrderAction {
    /// Make a draft over numbers of one losing account.
    Add(NewOrder),
    /// Take over an order in the middle of its life; its numbers already stand where such an order has them.
    Adopt(Adopt),
    /// Change a draft; what is not named stays as it is.
    Set(SetOrder),
    /// Put numbers into a draft, or take them out.
    Numbers(OrderNumbers),
    /// Change an order that the carrier has confirmed; it goes out again as its next version.
    Supplement(Supplement),
    /// Say which orders the numbers of a migration fall into, and make them with --make.
    Propose(Propose),
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
    Transition(Step),
    /// Show what a carrier's status export means for the orders, and take the steps it is evidence of.
    Status(StatusSheet),
    /// Show what a carrier's e-mail means for the orders, and take the steps it is evidence of.
    ReadEmail(ReadEmail),
    /// Say how long orders have been waiting for somebody, the longest overdue first.
    Waiting {
        /// Only this migration's.
        #[arg(long)]
        migration: Option<String>,
    },
    /// List the orders at risk with their reasons.
    Risks,
    /// Print the e-mail that asks about an order which waits for the carrier or the customer.
    Escalate {
        /// PON or id.
        order: String,
    },
    /// Write the committed ports as an iCalendar file.
    Calendar {
        /// Only this migration's.
        #[arg(long, conflicts_with = "customer")]
        migration: Option<String>,
        /// Only this customer's.
        #[arg(long)]
        customer: Option<String>,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
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
    /// Write the documents of every open order into a folder, a subfolder per order.
    ExportAll(ExportAll),
    /// Say where a paper of an order stands: bill, csr or toll_free_bill.
    Document(OrderPaper),
}

/// The documents of all open orders.
#[derive(Debug, Args)]
pub struct ExportAll {
    /// The migration whose orders they are.
    #[arg(long, conflicts_with = "customer", required_unless_present = "customer")]
    pub migration: Option<String>,
    /// The customer whose orders they are.
    #[arg(long)]
    pub customer: Option<String>,
    /// The folder to write into; made where there is none.
    #[arg(long)]
    pub out: PathBuf,
    /// Only these documents; all when absent.
    #[arg(long)]
    pub kind: Vec<DocumentKind>,
    /// Replace files that are there already.
    #[arg(long)]
    pub overwrite: bool,
}

/// Where a paper stands.
#[derive(Debug, Args)]
pub struct OrderPaper {
    /// PON or id.
    pub order: String,
    /// Which paper.
    #[arg(long)]
    pub kind: OrderDocumentKind,
    /// Where it stands.
    #[arg(long)]
    pub state: OrderDocumentState,
    /// The day of it; today when absent.
    #[arg(long)]
    pub on: Option<NaiveDate>,
    /// The paper's own date.
    #[arg(long)]
    pub dated_on: Option<NaiveDate>,
    /// Why it was rejected or waived.
    #[arg(long)]
    pub reason: Option<String>,
    /// The file, to be kept with the order.
    #[arg(long)]
    pub file: Option<PathBuf>,
}

/// A carrier's status export.
#[derive(Debug, Args)]
pub struct StatusSheet {
    /// The spreadsheet: order number, number, status, FOC date.
    pub file: PathBuf,
    /// The sheet; the one that looks like a status export when absent.
    #[arg(long)]
    pub sheet: Option<String>,
    /// How to read it.
    #[command(flatten)]
    pub news: StatusNews,
}

/// A carrier's e-mail.
#[derive(Debug, Args)]
pub struct ReadEmail {
    /// A mail file (.eml) or a text file; - reads the standard input.
    pub file: PathBuf,
    /// How to read it.
    #[command(flatten)]
    pub news: StatusNews,
}

/// How to read what a carrier says of orders, and whether to follow it.
#[derive(Debug, Args)]
pub struct StatusNews {
    /// Only orders of this migration.
    #[arg(long)]
    pub migration: Option<String>,
    /// Country of numbers written without one.
    #[arg(long)]
    pub country: Option<String>,
    /// The carrier's hour of new commitments, such as 10:00, where none is given.
    #[arg(long)]
    pub foc_time: Option<String>,
    /// The carrier's IANA time zone, where none is given; the site's when absent.
    #[arg(long)]
    pub foc_zone: Option<String>,
    /// How dates such as 03/04/2027 are meant: month_first or day_first.
    #[arg(long)]
    pub date_order: Option<DateOrder>,
    /// Only show the proposals, as without --yes.
    #[arg(long, conflicts_with = "yes")]
    pub dry_run: bool,
    /// Take every proposed step that lacks nothing; of an e-mail, those whose numbers are those of their order.
    #[arg(long)]
    pub yes: bool,
}

/// Documents of an order.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub enum DocumentKind {
    /// The port-request workbook.
    Request,
    /// The letter of authorization as PDF.
    Loa,
    /// Attachment A of the letter as a workbook.
    Attachment,
}

impl From<DocumentKind> for OrderDocument {
    fn from(kind: DocumentKind) -> Self {
        match kind {
            DocumentKind::Request => Self::Request,
            DocumentKind::Loa => Self::Loa,
            DocumentKind::Attachment => Self::Attachment,
        }
    }
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

/// Orders proposed for numbers.
#[derive(Debug, Args)]
pub struct Propose {
    /// Whose numbers.
    #[arg(long)]
    pub migration: String,
    /// Numbers and ranges separated by commas, or a text file with one per line; all that are to port when absent.
    #[arg(long)]
    pub numbers: Option<String>,
    /// The date to ask for; the migration's target date when absent.
    #[arg(long)]
    pub desired_date: Option<NaiveDate>,
    /// Make the drafts, all or none.
    #[arg(long)]
    pub make: bool,
}
