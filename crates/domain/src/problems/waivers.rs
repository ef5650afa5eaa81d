//! Problems that somebody accepted: a waiver counts for as long as the problem is about the value it was given for.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::Problem;
use crate::ids::ProblemWaiverId;
use crate::porting::Severity;
use crate::timestamp::Timestamp;

/// Who accepted a problem, when and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "WaivedProblem")]
pub struct Waived {
    /// The waiver.
    pub id: ProblemWaiverId,
    /// Why.
    pub reason: String,
    /// Who.
    pub waived_by: String,
    /// When.
    pub at: Timestamp,
}

/// The waivers of a migration, by what they are given for.
#[derive(Debug, Clone, Default)]
pub struct Waivers(BTreeMap<(Uuid, String, String), Waived>);

impl Waivers {
    /// Adds one.
    pub fn add(&mut self, entity_id: Uuid, code: String, fingerprint: String, waived: Waived) {
        self.0.insert((entity_id, code, fingerprint), waived);
    }

    /// The problem with its waiver, if it has one.
    #[must_use]
    pub fn applied(&self, mut problem: Problem) -> Problem {
        if problem.can_be_waived && !self.0.is_empty() {
            let key = (
                problem.place.entity_id,
                problem.finding.code.clone(),
                problem.fingerprint.clone(),
            );
            problem.waiver = self.0.get(&key).cloned();
        }
        problem
    }
}

/// How many problems there are, each counted once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ProblemCounts")]
pub struct Counts {
    /// Errors that nobody has accepted.
    pub errors: u32,
    /// Warnings that nobody has accepted.
    pub warnings: u32,
    /// What somebody has accepted.
    pub waived: u32,
}

/// Counts problems whose waivers are applied.
pub fn count<'a>(problems: impl IntoIterator<Item = &'a Problem>) -> Counts {
    let mut counts = Counts::default();
    for problem in problems {
        let kind = match (&problem.waiver, problem.finding.severity) {
            (Some(_), _) => &mut counts.waived,
            (None, Severity::Error) => &mut counts.errors,
            (None, Severity::Warning) => &mut counts.warnings,
        };
        *kind += 1;
    }
    counts
}
