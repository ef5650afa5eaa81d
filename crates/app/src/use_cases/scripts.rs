//! Cutover scripts: gathered from people, numbers and an order, judged, rendered, stored with a fingerprint of the
//! data, and saved where a person wants them.

use portflow_domain::entities::{GeneratedScript, Migration, PhoneNumber, PortOrder};
use portflow_domain::enums::{Disposition, PortingStatus, ScriptKind};
use portflow_domain::ids::{GeneratedScriptId, PortOrderId};
use portflow_domain::provisioning::{
    AssignmentFacts, CutoverFacts, CutoverOrder, ProvisioningPlan, ProvisioningProblem, ScriptStamp,
    inputs_canonical,
};
use portflow_store::Tx;
use portflow_store::queries::{
    customers, end_users, generated_scripts, phone_numbers, port_orders, team_members,
};
use std::collections::BTreeMap;

use super::migrations;
use super::saved_document::save_document;
use crate::activity::{Act, Subject, fact};
use crate::context::Context;
use crate::dto::ById;
use crate::dto::orders::OfMigration;
use crate::dto::scripts::{SaveScript, ScriptDetail, ScriptPreview, ScriptRow, ScriptScope};
use crate::dto::workspace::SavedFile;
use crate::error::{ApiError, Result};
use crate::files::sha256;
use portflow_domain::ids::EntityId;
use serde_json::{Value, json};

/// What a script stands for before it has an id of its own.
const PREVIEW_ID: &str = "preview";

/// Shows the script and everything that blocks it or should be known.
pub async fn preview(cx: &Context, request: ScriptScope) -> Result<ScriptPreview> {
    let mut tx = cx.read().await?;
    let facts = gather(&mut tx, &request).await?;
    let assignments = u32::try_from(facts.rows.len()).unwrap_or(u32::MAX);
    Ok(match render(PREVIEW_ID, &facts) {
        Ok((script, plan)) => ScriptPreview {
            content: Some(script.to_text()),
            assignments,
            problems: plan.warnings,
        },
        Err(problems) => ScriptPreview {
            content: None,
            assignments,
            problems,
        },
    })
}

/// Makes the script and stores it.
pub async fn generate(cx: &Context, request: ScriptScope) -> Result<GeneratedScript> {
    let mut tx = cx.write().await?;
    let facts = gather(&mut tx, &request).await?;
    let migration = migrations::find(&mut tx, request.migration_id).await?;
    let id: GeneratedScriptId = cx.id();
    let (script, _) = render(&id.to_string(), &facts).map_err(|problems| blocked(&problems))?;
    check(&script)?;
    let content = script.to_text();
    let what = facts
        .order
        .as_ref()
        .map_or_else(|| "numbers without a port".to_owned(), |o| o.reference.clone());
    let script = GeneratedScript {
        id,
        customer_id: migration.customer_id,
        migration_id: migration.id,
        port_order_id: request.port_order_id,
        kind: ScriptKind::Cutover,
        title: format!("Cutover {what}"),
        sha256: sha256(&script.to_bytes()),
        inputs_fingerprint: fingerprint(&facts),
        content,
        generated_by: cx.actor()?.id,
        at: cx.now(),
        saved_path: None,
    };
    let script = generated_scripts::insert_generated_script(&mut tx, &script).await?;
    let mut act = Act::begin(cx);
    let told = vec![
        fact("title", Value::Null, json!(script.title)),
        fact("sha256", Value::Null, json!(script.sha256)),
        fact("assignments", Value::Null, json!(facts.rows.len())),
    ];
    act.noted(subject(&script), "generated", told)?;
    act.save(&mut tx).await?;
    tx.commit().await?;
    Ok(script)
}

/// Stored scripts, newest first.
pub async fn list(cx: &Context, request: OfMigration) -> Result<Vec<ScriptRow>> {
    let mut tx = cx.read().await?;
    let mut rows = Vec::new();
    for script in generated_scripts::list_generated_scripts(&mut tx, request.migration_id).await? {
        let migration = migrations::find(&mut tx, script.migration_id).await?;
        let detail = detail(&mut tx, script).await?;
        let script = detail.script;
        rows.push(ScriptRow {
            id: script.id,
            migration_id: script.migration_id,
            path: migrations::detail(&mut tx, migration).await?.path,
            kind: script.kind,
            title: script.title,
            sha256: script.sha256,
            generated_by_name: detail.generated_by_name,
            at: script.at,
            saved_as: script.saved_path,
            is_stale: detail.is_stale,
        });
    }
    Ok(rows)
}

/// One stored script.
pub async fn get(cx: &Context, request: ById<GeneratedScriptId>) -> Result<ScriptDetail> {
    let mut tx = cx.read().await?;
    let script = find(&mut tx, request.id).await?;
    detail(&mut tx, script).await
}

/// Writes a stored script where a person chose, as Windows PowerShell reads it best.
pub async fn save(cx: &Context, request: SaveScript) -> Result<SavedFile> {
    let path = cx.session.files.path(&request.file_id)?;
    let mut tx = cx.write().await?;
    let script = find(&mut tx, request.id).await?;
    let bytes = portflow_powershell::file_bytes(&script.content);
    let name = crate::files::file_name(&path);
    generated_scripts::set_saved_path(&mut tx, script.id, &name).await?;
    save_document(cx, tx, (&path, &bytes), (subject(&script), "saved")).await
}

async fn find(tx: &mut Tx, id: GeneratedScriptId) -> Result<GeneratedScript> {
    let found = generated_scripts::find_generated_script(tx, id).await?;
    found.ok_or_else(|| ApiError::not_found("script", id))
}

async fn detail(tx: &mut Tx, script: GeneratedScript) -> Result<ScriptDetail> {
    let scope = ScriptScope {
        migration_id: script.migration_id,
        port_order_id: script.port_order_id,
    };
    let facts = gather(tx, &scope).await?;
    let member = team_members::find_team_member(tx, script.generated_by).await?;
    Ok(ScriptDetail {
        is_stale: fingerprint(&facts) != script.inputs_fingerprint,
        generated_by_name: member.map(|member| member.display_name).unwrap_or_default(),
        script,
    })
}

fn render(
    id: &str,
    facts: &CutoverFacts,
) -> std::result::Result<(portflow_powershell::Script, ProvisioningPlan), Vec<ProvisioningProblem>> {
    let stamp = ScriptStamp {
        script_id: id.to_owned(),
        inputs_fingerprint: fingerprint(facts),
    };
    let plan = ProvisioningPlan::cutover(&stamp, facts)?;
    Ok((portflow_powershell::render_cutover(&plan), plan))
}

/// The last look before a script is stored: whatever the renderer did, it must hold to the contract of the cmdlets.
fn check(script: &portflow_powershell::Script) -> Result<()> {
    let findings = portflow_powershell::check::check_file(&script.to_bytes());
    match findings.first() {
        None => Ok(()),
        Some(first) => {
            let fault = std::io::Error::other(format!("line {}: {}", first.line, first.message));
            Err(ApiError::internal(&fault))
        }
    }
}

fn fingerprint(facts: &CutoverFacts) -> String {
    sha256(inputs_canonical(facts).as_bytes())
}

/// Everything the script depends on, as stored now.
async fn gather(tx: &mut Tx, scope: &ScriptScope) -> Result<CutoverFacts> {
    let migration = migrations::find(tx, scope.migration_id).await?;
    let order = match scope.port_order_id {
        Some(id) => Some(order_of(tx, id, &migration).await?),
        None => None,
    };
    let numbers = match &order {
        Some(order) => port_orders::list_open_phone_numbers(tx, order.id).await?,
        None => {
            let all = phone_numbers::list_phone_numbers(tx, migration.id).await?;
            all.into_iter().filter(needs_no_port).collect()
        }
    };
    let customer = customers::find_customer(tx, migration.customer_id).await?;
    let customer = customer.ok_or_else(|| ApiError::not_found("customer", migration.customer_id))?;
    let path = migrations::detail(tx, migration.clone()).await?.path;
    Ok(CutoverFacts {
        customer_name: customer.name,
        tenant_id: customer.tenant_id,
        tenant_domain: customer.tenant_domain,
        migration_path: path,
        routing_type: migration.routing_type,
        order: order.as_ref().map(order_facts),
        rows: rows(tx, &migration, numbers).await?,
    })
}

async fn order_of(tx: &mut Tx, id: PortOrderId, migration: &Migration) -> Result<PortOrder> {
    let order = port_orders::find_port_order(tx, id)
        .await?
        .ok_or_else(|| ApiError::not_found("port order", id))?;
    if order.migration_id != migration.id {
        return Err(ApiError::invalid(
            "portOrderId",
            "The order belongs to another migration.",
        ));
    }
    Ok(order)
}

fn order_facts(order: &PortOrder) -> CutoverOrder {
    let time = order.foc_local_time.as_deref();
    CutoverOrder {
        reference: order.pon.clone().unwrap_or_else(|| order.id.to_string()),
        foc_local_date: order.foc_local_date,
        foc_time: time.and_then(|time| chrono::NaiveTime::parse_from_str(time, "%H:%M").ok()),
        foc_time_zone: order.foc_zone.clone(),
        foc_at: order.foc_at,
        status: order.status,
    }
}

/// A number that Teams may hold without waiting for a port order.
fn needs_no_port(number: &PhoneNumber) -> bool {
    let arrived = matches!(
        number.porting_status,
        PortingStatus::Ported | PortingStatus::Verified
    );
    number.open_port_order_id.is_none() && (number.disposition == Disposition::New || arrived)
}

async fn rows(tx: &mut Tx, migration: &Migration, numbers: Vec<PhoneNumber>) -> Result<Vec<AssignmentFacts>> {
    let people = end_users::list_end_users(tx, migration.id).await?;
    let people: BTreeMap<_, _> = people.into_iter().map(|person| (person.id, person)).collect();
    let assigned = numbers.into_iter().filter_map(|number| {
        let person = people.get(&number.assigned_end_user_id?)?;
        Some(AssignmentFacts {
            upn: person.upn.clone().unwrap_or_default(),
            display_name: person.display_name.clone(),
            e164: number.number,
            extension: number.extension,
            voice_routing_policy: person
                .voice_routing_policy
                .clone()
                .or_else(|| migration.voice_routing_policy.clone()),
            dial_plan: person.dial_plan.clone().or_else(|| migration.dial_plan.clone()),
            calling_policy: person.calling_policy.clone(),
            usage_location: person.usage_location.clone(),
            emergency_location: person.emergency_location.clone(),
        })
    });
    Ok(assigned.collect())
}

fn blocked(problems: &[ProvisioningProblem]) -> ApiError {
    let blocking: Vec<_> = problems.iter().filter(|problem| problem.is_blocking()).collect();
    if let [only] = blocking.as_slice() {
        return ApiError::refused(format!("The script cannot be made: {}", only.message));
    }
    let mut error = ApiError::refused(format!(
        "The script cannot be made; {} problems stand in the way.",
        blocking.len()
    ));
    for problem in blocking.iter().take(10) {
        error = error.hint(problem.message.clone());
    }
    error
}

fn subject(script: &GeneratedScript) -> Subject {
    Subject {
        entity_type: "generated_script",
        entity_id: script.id.uuid(),
        customer_id: Some(script.customer_id),
        migration_id: Some(script.migration_id),
    }
}
