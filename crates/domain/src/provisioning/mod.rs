//! What a provisioning script is to do, decided before a line of it is written: facts in, a checked plan or a
//! list of problems out.
//!
//! Nothing here knows PowerShell. The renderer receives a plan whose texts have already been judged, so it can
//! neither refuse nor repair anything.

mod canonical;
mod facts;
mod plan;
mod preflight;
mod problem;
mod script_text;

pub use canonical::inputs_canonical;
pub use facts::{AssignmentFacts, CutoverFacts, CutoverOrder};
pub use plan::{Assignment, PlannedOrder, ProvisioningPlan, ScriptStamp, TenantGuard};
pub use preflight::preflight;
pub use problem::{ProblemSeverity, ProvisioningProblem, ProvisioningProblemCode};
pub use script_text::{ScriptText, UnsafeText};

#[cfg(test)]
mod tests;
