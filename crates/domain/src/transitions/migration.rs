//! The life of a migration: forward one stage at a time, one stage back with a reason, on hold and back to
//! where it was, cancelled while it is open.

use super::{Refusal, has_text, only_these};
use crate::enums::MigrationStatus;
use serde::Serialize;
use ts_rs::TS;

const MACHINE: &str = "migration";

/// The stages in their order; `on_hold` and `cancelled` stand beside them.
const STAGES: [MigrationStatus; 7] = [
    MigrationStatus::Planning,
    MigrationStatus::Discovery,
    MigrationStatus::DataCollection,
    MigrationStatus::InProgress,
    MigrationStatus::Porting,
    MigrationStatus::Testing,
    MigrationStatus::Completed,
];

/// A status that may follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "MigrationNext")]
pub struct Next {
    /// The status that may follow.
    pub status: MigrationStatus,
    /// Whether the step asks for a reason.
    pub needs_reason: bool,
}

/// What a step leaves in the migration's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MigrationStep {
    /// The new status.
    pub status: MigrationStatus,
    /// Where the migration stood before its hold; set only while it is on hold.
    pub status_before_hold: Option<MigrationStatus>,
}

/// The statuses that may follow `from`. A migration on hold goes back to `before_hold` only.
pub fn next(from: MigrationStatus, before_hold: Option<MigrationStatus>) -> Vec<Next> {
    let to = |status, needs_reason| Next { status, needs_reason };
    if from == MigrationStatus::OnHold {
        return before_hold
            .filter(|status| is_open(*status))
            .map(|status| to(status, false))
            .into_iter()
            .collect();
    }
    let Some(stage) = STAGES.iter().position(|status| *status == from) else {
        return Vec::new();
    };
    let mut follow = Vec::new();
    follow.extend(STAGES.get(stage + 1).map(|status| to(*status, false)));
    follow.extend(stage.checked_sub(1).map(|back| to(STAGES[back], true)));
    if is_open(from) {
        follow.extend([
            to(MigrationStatus::OnHold, false),
            to(MigrationStatus::Cancelled, false),
        ]);
    }
    follow
}

/// Takes one step, or says why it may not be taken.
///
/// `before_hold` is the row's `status_before_hold`; a blank `reason` counts as none.
///
/// # Errors
/// A step that [`next`] does not list, or one that needs a reason and has none.
pub fn step(
    from: MigrationStatus,
    to: MigrationStatus,
    before_hold: Option<MigrationStatus>,
    reason: Option<&str>,
) -> Result<MigrationStep, Refusal> {
    let follow = next(from, before_hold);
    let allowed: Vec<_> = follow.iter().map(|next| next.status).collect();
    let refuse = |why: String| Refusal::new(MACHINE, from, to, why, &allowed);
    let Some(chosen) = follow.iter().find(|next| next.status == to) else {
        return Err(refuse(if from == MigrationStatus::OnHold && allowed.is_empty() {
            "where it stood before the hold is not recorded".to_owned()
        } else {
            only_these(from, &allowed)
        }));
    };
    if chosen.needs_reason && !has_text(reason) {
        return Err(refuse("going back a stage needs a reason; give one".to_owned()));
    }
    Ok(MigrationStep {
        status: to,
        status_before_hold: (to == MigrationStatus::OnHold).then_some(from),
    })
}

/// A stage from which work goes on: not completed, not on hold, not cancelled.
pub fn is_open(status: MigrationStatus) -> bool {
    STAGES.contains(&status) && status != MigrationStatus::Completed
}
