//! What speaks against numbers, accounts and orders.

use clap::Args;
use portflow_domain::porting::Severity;

/// The problems of a migration or an order; or accept one, take that back, or mend one.
#[derive(Debug, Args)]
pub struct Problems {
    /// The migration; the only one there is when absent.
    #[arg(long)]
    pub migration: Option<String>,
    /// Only what this order has to answer for: PON or id.
    #[arg(long)]
    pub order: Option<String>,
    /// Only errors or only warnings.
    #[arg(long)]
    pub severity: Option<Severity>,
    /// Only of this rule.
    #[arg(long)]
    pub code: Option<String>,
    /// Accept a problem: its code and its number, order, account or id. Needs --reason.
    #[arg(long, num_args = 2, value_names = ["CODE", "ENTITY"], requires = "reason")]
    pub waive: Option<Vec<String>>,
    /// Why it is accepted.
    #[arg(long, requires = "waive")]
    pub reason: Option<String>,
    /// Let an accepted problem count again.
    #[arg(long, num_args = 2, value_names = ["CODE", "ENTITY"], conflicts_with = "waive")]
    pub unwaive: Option<Vec<String>>,
    /// Mend a problem that one change mends.
    #[arg(long, num_args = 2, value_names = ["CODE", "ENTITY"], conflicts_with_all = ["waive", "unwaive"])]
    pub fix: Option<Vec<String>>,
}
