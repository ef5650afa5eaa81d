//! The plan: facts that have passed the preflight, in the order and the spelling the script uses.

use super::facts::{AssignmentFacts, CutoverFacts, location_id, policy, present, sorted};
use super::preflight::preflight;
use super::problem::{ProvisioningProblem, ProvisioningProblemCode as Code};
use super::script_text::ScriptText;
use crate::enums::RoutingType;
use crate::timestamp::Timestamp;

/// What a script says about itself; every line of its results repeats it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptStamp {
    /// The id of the generated script.
    pub script_id: String,
    /// The hash of [`inputs_canonical`](super::inputs_canonical).
    pub inputs_fingerprint: String,
}

/// A cutover, ready to be written: every text may stand in a script, and no rule is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProvisioningPlan {
    /// The id of the script to be written.
    pub script_id: ScriptText,
    /// The fingerprint of the facts.
    pub inputs_fingerprint: ScriptText,
    /// The customer, for the banner.
    pub customer_name: ScriptText,
    /// The migration's path, for the banner.
    pub migration_path: ScriptText,
    /// How the script makes sure of the tenant.
    pub tenant: TenantGuard,
    /// The type of every number.
    pub routing_type: RoutingType,
    /// The order that has to be confirmed, and when.
    pub order: Option<PlannedOrder>,
    /// One entry per person, by UPN.
    pub assignments: Vec<Assignment>,
    /// What the preflight had to say without blocking.
    pub warnings: Vec<ProvisioningProblem>,
}

/// How a script makes sure that it talks to the right tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TenantGuard {
    /// The tenant id must be this one.
    Id(ScriptText),
    /// This must be a verified domain of the tenant.
    Domain(ScriptText),
    /// The person who runs the script has to name the tenant's id.
    Asked,
}

/// The port order of a cutover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedOrder {
    /// What has to be typed to confirm the order.
    pub reference: ScriptText,
    /// No number is assigned before this instant.
    pub not_before: Option<Timestamp>,
}

/// One person and what they receive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The user principal name.
    pub upn: ScriptText,
    /// The person's name.
    pub display_name: ScriptText,
    /// `+12065550100`, or with Direct Routing `+12065550100;ext=204`.
    pub number: ScriptText,
    /// The voice routing policy to grant; Direct Routing only.
    pub voice_routing_policy: Option<ScriptText>,
    /// The dial plan to grant.
    pub dial_plan: Option<ScriptText>,
    /// The calling policy to grant.
    pub calling_policy: Option<ScriptText>,
    /// The emergency location's id; never with Operator Connect, where the operator owns it.
    pub location_id: Option<ScriptText>,
}

impl ProvisioningPlan {
    /// Makes the plan of a cutover script, or says everything that is wrong with the facts (warnings included,
    /// so that one list shows all).
    pub fn cutover(stamp: &ScriptStamp, facts: &CutoverFacts) -> Result<Self, Vec<ProvisioningProblem>> {
        let mut problems = preflight(facts);
        if problems.iter().any(ProvisioningProblem::is_blocking) {
            return Err(problems);
        }
        let plan = Self::assemble(stamp, facts).map_err(|problem| {
            problems.push(problem);
            std::mem::take(&mut problems)
        })?;
        Ok(Self {
            warnings: problems,
            ..plan
        })
    }

    fn assemble(stamp: &ScriptStamp, facts: &CutoverFacts) -> Result<Self, ProvisioningProblem> {
        let order = facts.order.as_ref().map(|order| {
            text(&order.reference).map(|reference| PlannedOrder {
                reference,
                not_before: order.not_before(),
            })
        });
        Ok(Self {
            script_id: text(&stamp.script_id)?,
            inputs_fingerprint: text(&stamp.inputs_fingerprint)?,
            customer_name: text(&facts.customer_name)?,
            migration_path: text(&facts.migration_path)?,
            tenant: tenant_guard(facts)?,
            routing_type: facts.routing_type,
            order: order.transpose()?,
            assignments: sorted(&facts.rows)
                .into_iter()
                .map(|row| assignment(row, facts.routing_type))
                .collect::<Result<_, _>>()?,
            warnings: Vec::new(),
        })
    }
}

fn tenant_guard(facts: &CutoverFacts) -> Result<TenantGuard, ProvisioningProblem> {
    Ok(match (present(&facts.tenant_id), present(&facts.tenant_domain)) {
        (Some(id), _) => TenantGuard::Id(text(&id.to_ascii_lowercase())?),
        (None, Some(domain)) => TenantGuard::Domain(text(&domain.to_ascii_lowercase())?),
        (None, None) => TenantGuard::Asked,
    })
}

fn assignment(row: &AssignmentFacts, routing: RoutingType) -> Result<Assignment, ProvisioningProblem> {
    let direct = routing == RoutingType::DirectRouting;
    let locates = routing != RoutingType::OperatorConnect;
    Ok(Assignment {
        upn: text(&row.upn)?,
        display_name: text(&row.display_name)?,
        number: text(&row.line())?,
        voice_routing_policy: optional(policy(&row.voice_routing_policy).filter(|_| direct))?,
        dial_plan: optional(policy(&row.dial_plan))?,
        calling_policy: optional(policy(&row.calling_policy))?,
        location_id: optional(location_id(&row.emergency_location).filter(|_| locates))?,
    })
}

fn text(text: &str) -> Result<ScriptText, ProvisioningProblem> {
    ScriptText::single_line(text.trim())
        .map_err(|error| ProvisioningProblem::new(Code::UnsafeText).detail(error.to_string()))
}

fn optional(value: Option<&str>) -> Result<Option<ScriptText>, ProvisioningProblem> {
    value.map(text).transpose()
}
