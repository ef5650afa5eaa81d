//! The rules of site discovery: what is learnt at a site is checked, compared and counted before it is used.
//!
//! Every rule is told its facts and answers with findings; it keeps nothing and asks nobody.

pub mod addresses;
pub mod circuits;
pub mod completeness;
pub mod dialing;
pub mod holidays;
pub mod hours;
pub mod networks;
pub mod questionnaire;
pub mod special_lines;

use crate::porting::{Finding, Severity};
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

/// A finding with the rows and fields that a person would open to settle it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DiscoveryFinding {
    /// What was found.
    #[serde(flatten)]
    pub finding: Finding,
    /// Ids of the rows concerned, in the order in which the text names them.
    #[ts(type = "Array<string>")]
    pub rows: Vec<Uuid>,
    /// Fields of these rows, as the wire spells them.
    pub fields: Vec<String>,
}

impl DiscoveryFinding {
    fn error(code: &str, text: impl Into<String>, remedy: &str) -> Self {
        Self::of(Finding::error(code, text, remedy))
    }

    fn warning(code: &str, text: impl Into<String>, remedy: &str) -> Self {
        Self::of(Finding::warning(code, text, remedy))
    }

    fn of(finding: Finding) -> Self {
        Self {
            finding,
            rows: Vec::new(),
            fields: Vec::new(),
        }
    }

    fn rows(mut self, rows: impl IntoIterator<Item = Uuid>) -> Self {
        self.rows.extend(rows);
        self
    }

    fn field(mut self, field: &str) -> Self {
        self.fields.push(field.to_owned());
        self
    }

    /// Whether the finding stops what it speaks about.
    pub fn is_error(&self) -> bool {
        self.finding.severity == Severity::Error
    }
}
