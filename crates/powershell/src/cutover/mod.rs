//! The cutover script: gives people their numbers when their port order completes. Without `-Apply` it only
//! reads and reports; run again, it acts on what is still different.
//!
//! It never takes a number away from anybody else, and it writes down what it is about to change before it
//! changes it.

mod functions;
mod guards;
mod people;

use portflow_domain::provisioning::{Assignment, PlannedOrder, ProvisioningPlan, ScriptText, TenantGuard};

use crate::cmdlets::{self, UserPolicy};
use crate::render::Script;
use crate::syntax::{
    Block, Expression, Operator, Parameter, Statement, data, data_or_empty, text, var, when,
};

/// Writes the cutover script of a plan.
pub fn render_cutover(plan: &ProvisioningPlan) -> Script {
    let shape = Shape::of(plan);
    let mut body = settings(plan);
    body.extend(files());
    body.push(
        var("rows").assign(Expression::Table(
            plan.assignments
                .iter()
                .map(|assignment| shape.row(assignment))
                .collect(),
        )),
    );
    for function in functions::all(&shape) {
        body.push(Statement::Blank);
        body.push(function);
    }
    body.push(Statement::Blank);
    body.extend(guards::order(plan.order.as_ref()));
    body.push(cmdlets::import_teams_module().run());
    body.push(Statement::Run(
        cmdlets::start_transcript(var("TranscriptPath")).pipe(cmdlets::discard()),
    ));
    let mut work = guards::tenant(&plan.tenant);
    work.push(people::each());
    work.extend(people::summary());
    body.push(Statement::TryFinally(
        work,
        vec![Statement::Run(
            cmdlets::stop_transcript().pipe(cmdlets::discard()),
        )],
    ));
    body.push(when(
        var("counts")
            .index(text("Failed"))
            .op(Operator::Gt, Expression::Number(0)),
        vec![Statement::Exit(1)],
    ));
    body.push(Statement::Exit(0));
    Script {
        header: header(plan),
        parameters: parameters(plan),
        body,
    }
}

/// What the rows of this plan have, so that the script carries no code for what nobody has.
struct Shape {
    routing: portflow_domain::enums::RoutingType,
    policies: Vec<UserPolicy>,
    locations: bool,
}

impl Shape {
    fn of(plan: &ProvisioningPlan) -> Self {
        let granted = |policy: &UserPolicy| {
            plan.assignments
                .iter()
                .any(|row| policy_of(row, *policy).is_some())
        };
        Self {
            routing: plan.routing_type,
            policies: UserPolicy::ALL.into_iter().filter(granted).collect(),
            locations: plan.assignments.iter().any(|row| row.location_id.is_some()),
        }
    }

    /// The row's line in the table: every row has every key, because strict mode refuses an absent one.
    fn row(&self, assignment: &Assignment) -> Expression {
        let mut entries = vec![
            ("Upn", data(&assignment.upn)),
            ("Name", data(&assignment.display_name)),
            ("Number", data(&assignment.number)),
        ];
        for policy in &self.policies {
            entries.push((policy.name(), data_or_empty(policy_of(assignment, *policy))));
        }
        if self.locations {
            entries.push(("LocationId", data_or_empty(assignment.location_id.as_ref())));
        }
        Expression::Hashtable(entries)
    }
}

fn policy_of(assignment: &Assignment, policy: UserPolicy) -> Option<&ScriptText> {
    match policy {
        UserPolicy::VoiceRouting => assignment.voice_routing_policy.as_ref(),
        UserPolicy::DialPlan => assignment.dial_plan.as_ref(),
        UserPolicy::Calling => assignment.calling_policy.as_ref(),
    }
}

fn header(plan: &ProvisioningPlan) -> Vec<String> {
    let mut lines = vec![
        "PortFlow cutover script: assigns phone numbers to people in Microsoft Teams.".to_owned(),
        format!("Script {}", plan.script_id.as_str()),
        format!("Inputs {}", plan.inputs_fingerprint.as_str()),
        String::new(),
        "Without -Apply nothing is changed: the script reads the tenant and reports what it would do."
            .to_owned(),
    ];
    if plan.order.is_some() {
        lines.push("With -Apply, -ConfirmOrder must name the port order.".to_owned());
    }
    if plan.tenant == TenantGuard::Asked {
        lines.push("With -Apply, -ConfirmTenant must name the id of the tenant.".to_owned());
    }
    lines.extend([
        "A person who holds another number keeps it unless -ReplaceExisting is given.".to_owned(),
        "Run again after a failure: what is already right is skipped.".to_owned(),
        "Exit code 0: nobody failed. Exit code 1: somebody failed, or the script refused to run.".to_owned(),
    ]);
    lines
}

fn parameters(plan: &ProvisioningPlan) -> Vec<Parameter> {
    let parameter = |type_name, name| Parameter { type_name, name };
    let mut parameters = vec![parameter("switch", "Apply")];
    if plan.order.is_some() {
        parameters.push(parameter("string", "ConfirmOrder"));
    }
    if plan.tenant == TenantGuard::Asked {
        parameters.push(parameter("string", "ConfirmTenant"));
    }
    parameters.extend([
        parameter("switch", "ReplaceExisting"),
        parameter("string", "ResultPath"),
        parameter("string", "PriorStatePath"),
        parameter("string", "TranscriptPath"),
    ]);
    parameters
}

fn settings(plan: &ProvisioningPlan) -> Block {
    let mut block = vec![
        cmdlets::set_strict_mode().run(),
        var("ErrorActionPreference").assign(text("Stop")),
        Statement::Blank,
        var("scriptId").assign(data(&plan.script_id)),
        var("fingerprint").assign(data(&plan.inputs_fingerprint)),
        var("customer").assign(data(&plan.customer_name)),
        var("migration").assign(data(&plan.migration_path)),
        var("numberType").assign(text(cmdlets::number_type(plan.routing_type))),
    ];
    match &plan.tenant {
        TenantGuard::Id(id) => block.push(var("tenantId").assign(data(id))),
        TenantGuard::Domain(domain) => block.push(var("tenantDomain").assign(data(domain))),
        TenantGuard::Asked => {}
    }
    if let Some(order) = &plan.order {
        block.extend(order_settings(order));
    }
    let zero = Expression::Number(0);
    let outcomes = ["Planned", "Created", "Changed", "Skipped", "Failed"];
    block.push(var("counts").assign(Expression::Hashtable(
        outcomes.map(|outcome| (outcome, zero.clone())).to_vec(),
    )));
    block
}

fn order_settings(order: &PlannedOrder) -> Block {
    let mut block = vec![var("orderReference").assign(data(&order.reference))];
    if let Some(instant) = order.not_before {
        let utc = instant.utc();
        let part =
            |format: &str| Expression::Number(utc.format(format).to_string().parse().unwrap_or_default());
        let parts = ["%Y", "%m", "%d", "%H", "%M", "%S"].map(part);
        let zero = Expression::StaticMember("timespan", "Zero");
        block.push(Statement::Comment(format!(
            "No number is assigned before {}.",
            utc.format("%Y-%m-%d %H:%M:%S UTC")
        )));
        block.push(var("notBefore").assign(Expression::StaticCall(
            "datetimeoffset",
            "new",
            parts.into_iter().chain([zero]).collect(),
        )));
    }
    block
}

/// The names of the three files, where the caller gave none: beside each other in the current folder.
fn files() -> Block {
    let stamp = Expression::StaticMember("datetime", "UtcNow").call(
        "ToString",
        vec![
            text("yyyyMMdd-HHmmss"),
            Expression::StaticMember("cultureinfo", "InvariantCulture"),
        ],
    );
    let file = |variable: &'static str, pattern: &'static str| {
        let name = crate::syntax::format(pattern, vec![var("startedAt")]);
        when(
            var(variable).equals(text("")),
            vec![var(variable).assign(cmdlets::join_path(var("PWD").member("Path"), name).result())],
        )
    };
    vec![
        var("startedAt").assign(stamp),
        file("ResultPath", "portflow-cutover-{0}-result.csv"),
        file("PriorStatePath", "portflow-cutover-{0}-prior-state.csv"),
        file("TranscriptPath", "portflow-cutover-{0}-transcript.txt"),
        Statement::Blank,
    ]
}
