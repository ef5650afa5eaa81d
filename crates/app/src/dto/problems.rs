//! What speaks against the numbers, accounts and orders of a migration.

use portflow_domain::ids::{MigrationId, PortOrderId};
use portflow_domain::porting::Severity;
use portflow_domain::problems::{Counts, Problem};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Which problems of a migration.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ListProblems {
    /// Whose.
    pub migration_id: MigrationId,
    /// Only those that this order has to answer for.
    #[serde(default)]
    pub port_order_id: Option<PortOrderId>,
    /// Only of this weight.
    #[serde(default)]
    pub severity: Option<Severity>,
    /// Only of this rule.
    #[serde(default)]
    pub code: Option<String>,
    /// Only those that somebody has accepted, or only the others.
    #[serde(default)]
    pub waived: Option<bool>,
    /// Problems to skip.
    #[serde(default)]
    pub offset: usize,
    /// Problems to give; 200 when absent, at most 10,000.
    #[serde(default)]
    pub limit: Option<usize>,
}

/// How often a rule finds something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProblemCode {
    /// The rule.
    pub code: String,
    /// How many problems it finds.
    pub count: usize,
}

/// Problems, errors first, then by rule and place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProblemList {
    /// Of the migration or order, whatever the filter.
    pub counts: Counts,
    /// The rules that find something there, whatever the filter.
    pub codes: Vec<ProblemCode>,
    /// How many pass the filter.
    pub total: usize,
    /// Some of them.
    pub problems: Vec<Problem>,
}

/// How many problems each migration has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MigrationProblems {
    /// The migration.
    pub migration_id: MigrationId,
    /// `Customer/Site/Migration`.
    pub path: String,
    /// Its problems.
    pub counts: Counts,
}

/// One problem: a rule at a record.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NamedProblem {
    /// Of which migration.
    pub migration_id: MigrationId,
    /// The rule.
    pub code: String,
    /// The record.
    #[ts(type = "string")]
    pub entity_id: Uuid,
    /// The fingerprint you saw; another one is a conflict.
    #[serde(default)]
    pub fingerprint: Option<String>,
}

/// Accept a problem for as long as its value stays.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WaiveProblem {
    /// Which.
    #[serde(flatten)]
    pub problem: NamedProblem,
    /// Why.
    pub reason: String,
}
