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
        problem.waiver = self.of(&problem).cloned();
        problem
    }

    /// Counts problems whose waivers are not applied yet, without a copy of any.
    pub fn count<'a>(&self, problems: impl IntoIterator<Item = &'a Problem>) -> Counts {
        let mut counts = Counts::default();
        for problem in problems {
            counts.add(self.of(problem).is_some(), problem.finding.severity);
        }
        counts
    }

    fn of(&self, problem: &Problem) -> Option<&Waived> {
        if !problem.can_be_waived || self.0.is_empty() {
            return None;
        }
        self.0.get(&(
            problem.place.entity_id,
            problem.finding.code.clone(),
            problem.fingerprint.clone(),
        ))
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

impl Counts {
    fn add(&mut self, is_waived: bool, severity: Severity) {
        let kind = match (is_waived, severity) {
            (true, _) => &mut self.waived,
            (false, Severity::Error) => &mut self.errors,
            (false, Severity::Warning) => &mut self.warnings,
        };
        *kind += 1;
    }
}

/// Counts problems whose waivers are applied.
pub fn count<'a>(problems: impl IntoIterator<Item = &'a Problem>) -> Counts {
    let mut counts = Counts::default();
    for problem in problems {
        counts.add(problem.waiver.is_some(), problem.finding.severity);
    }
    counts
}
