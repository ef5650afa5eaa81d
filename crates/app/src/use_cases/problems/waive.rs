//! Accepting a problem with a reason, and taking that back.

use std::collections::BTreeMap;

use portflow_domain::changes::FieldChange;
use portflow_domain::coded::Coded;
use portflow_domain::entities::ProblemWaiver;
use portflow_domain::ids::{MigrationId, ProblemWaiverId};
use portflow_domain::problems::{Problem, ProblemEntity, Waived, Waivers};
use portflow_store::Tx;
use portflow_store::queries::{problem_waivers, team_members};
use serde_json::{Value, json};

use super::find;
use crate::activity::{Act, Subject, fact};
use crate::context::Context;
use crate::dto::problems::WaiveProblem;
use crate::dto::{ById, Empty};
use crate::error::{ApiError, Result};
use crate::use_cases::{migrations, required};

/// The waivers of a migration with the names of those who gave them.
pub(crate) async fn waivers_of(tx: &mut Tx, id: MigrationId) -> Result<Waivers> {
    let stored = problem_waivers::list_problem_waivers(tx, id).await?;
    let mut waivers = Waivers::default();
    if stored.is_empty() {
        return Ok(waivers);
    }
    let members = team_members::list_team_members(tx).await?;
    let names: BTreeMap<_, _> = members.into_iter().map(|it| (it.id, it.display_name)).collect();
    for waiver in stored {
        let waived = Waived {
            id: waiver.id,
            reason: waiver.reason,
            waived_by: names.get(&waiver.waived_by).cloned().unwrap_or_default(),
            at: waiver.at,
        };
        waivers.add(waiver.entity_id, waiver.code, waiver.fingerprint, waived);
    }
    Ok(waivers)
}

/// Accepts a problem for as long as its value stays.
pub async fn waive(cx: &Context, request: WaiveProblem) -> Result<Problem> {
    let reason = required("reason", "The reason", &request.reason)?;
    let problem = find(cx, &request.problem).await?;
    check(&problem)?;
    let mut tx = cx.write().await?;
    let migration = migrations::find(&mut tx, request.problem.migration_id).await?;
    let waiver = ProblemWaiver {
        id: cx.id(),
        customer_id: migration.customer_id,
        migration_id: migration.id,
        code: problem.finding.code.clone(),
        entity_type: problem.place.entity_type.code().to_owned(),
        entity_id: problem.place.entity_id,
        fingerprint: problem.fingerprint.clone(),
        reason,
        waived_by: cx.actor()?.id,
        at: cx.now(),
    };
    let waiver = problem_waivers::insert_problem_waiver(&mut tx, &waiver).await?;
    let mut act = Act::begin(cx);
    let told = vec![
        fact("code", Value::Null, json!(waiver.code)),
        fact("problem", Value::Null, json!(problem.finding.text)),
        fact("reason", Value::Null, json!(waiver.reason)),
    ];
    note(&mut act, &waiver, "problem_waived", told)?;
    act.commit(tx).await?;
    let waived = Waived {
        id: waiver.id,
        reason: waiver.reason,
        waived_by: cx.actor()?.display_name.clone(),
        at: waiver.at,
    };
    Ok(Problem {
        waiver: Some(waived),
        ..problem
    })
}

/// Takes an acceptance back: the problem counts again.
pub async fn remove(cx: &Context, request: ById<ProblemWaiverId>) -> Result<Empty> {
    let mut tx = cx.write().await?;
    let waiver = problem_waivers::find_problem_waiver(&mut tx, request.id).await?;
    let waiver = waiver.ok_or_else(|| ApiError::not_found("waiver", request.id))?;
    problem_waivers::delete_problem_waivers(&mut tx, &[waiver.id]).await?;
    let mut act = Act::begin(cx);
    let told = vec![
        fact("code", json!(waiver.code), Value::Null),
        fact("reason", json!(waiver.reason), Value::Null),
    ];
    note(&mut act, &waiver, "problem_waiver_removed", told)?;
    act.commit(tx).await?;
    Ok(Empty {})
}

fn check(problem: &Problem) -> Result<()> {
    let label = &problem.place.label;
    if let Some(waiver) = &problem.waiver {
        let text = format!(
            "{} has accepted this problem of {label} already.",
            waiver.waived_by
        );
        return Err(ApiError::refused(text));
    }
    if !problem.can_be_waived {
        let text = format!(
            "Nobody can accept this problem of {label}: {}",
            problem.finding.text
        );
        return Err(ApiError::refused(text).hint(problem.finding.remedy.clone()));
    }
    Ok(())
}

/// The log names the record that the problem is about.
fn note(act: &mut Act<'_>, waiver: &ProblemWaiver, action: &str, told: Vec<FieldChange>) -> Result<()> {
    let known = ProblemEntity::from_code(&waiver.entity_type);
    let subject = Subject {
        entity_type: known.map_or("problem", Coded::code),
        entity_id: waiver.entity_id,
        customer_id: Some(waiver.customer_id),
        migration_id: Some(waiver.migration_id),
    };
    act.noted(subject, action, told)
}
