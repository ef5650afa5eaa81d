//! Migration projects.

use portflow_domain::changes::FieldChange;
use portflow_domain::discovery::completeness::Missing;
use portflow_domain::entities::Migration;
use portflow_domain::enums::MigrationStatus;
use portflow_domain::ids::MigrationId;
use portflow_domain::transitions::migration as machine;
use portflow_store::Tx;
use portflow_store::queries::{carriers, customers, migrations, sites};
use serde_json::{Value, json};

use super::{discovery, optional, required};
use crate::activity::{Act, fact};
use crate::context::Context;
use crate::dto::customers::{
    AddMigration, MigrationDetail, MigrationValues, NextMigrationStatus, TransitionMigration, UpdateMigration,
};
use crate::dto::{ById, Empty};
use crate::error::{ApiError, Result};

/// Missing items that a refusal spells out.
const SHOWN_MISSING: usize = 5;

/// Migrations that are not archived, by path.
pub async fn list(cx: &Context, _: Empty) -> Result<Vec<MigrationDetail>> {
    let mut tx = cx.read().await?;
    let mut details = Vec::new();
    for migration in migrations::list_migrations(&mut tx, None).await? {
        details.push(detail(&mut tx, migration).await?);
    }
    details.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(details)
}

/// One migration with the names around it.
pub async fn get(cx: &Context, request: ById<MigrationId>) -> Result<MigrationDetail> {
    let mut tx = cx.read().await?;
    let migration = find(&mut tx, request.id).await?;
    detail(&mut tx, migration).await
}

/// Adds a migration in status `planning`.
pub async fn add(cx: &Context, request: AddMigration) -> Result<Migration> {
    let mut tx = cx.write().await?;
    let found = sites::find_site(&mut tx, request.site_id).await?;
    let site = found.ok_or_else(|| ApiError::not_found("site", request.site_id))?;
    let now = cx.now();
    let blank = Migration {
        id: cx.id(),
        customer_id: site.customer_id,
        site_id: site.id,
        name: String::new(),
        status: MigrationStatus::Planning,
        status_before_hold: None,
        routing_type: request.values.routing_type,
        carrier_id: None,
        target_date: None,
        voice_routing_policy: None,
        dial_plan: None,
        notes: None,
        archived_at: None,
        total_numbers: 0,
        ported_numbers: 0,
        total_users: 0,
        configured_users: 0,
        revision: 1,
        created_at: now,
        updated_at: now,
    };
    let migration = with_values(blank, &request.values)?;
    let migration = migrations::insert_migration(&mut tx, &migration).await?;
    let mut act = Act::begin(cx);
    act.created(&migration)?;
    act.save(&mut tx).await?;
    tx.commit().await?;
    Ok(migration)
}

/// Stores new values for a migration.
pub async fn update(cx: &Context, request: UpdateMigration) -> Result<Migration> {
    let mut tx = cx.write().await?;
    let before = find(&mut tx, request.id).await?;
    let mut wanted = with_values(before.clone(), &request.values)?;
    wanted.revision = request.revision;
    store(cx, tx, before, wanted, "updated", Vec::new()).await
}

/// Moves a migration along its state machine.
pub async fn transition(cx: &Context, request: TransitionMigration) -> Result<Migration> {
    let mut tx = cx.write().await?;
    let before = find(&mut tx, request.id).await?;
    let reason = request.reason.as_deref();
    let step = machine::step(before.status, request.to, before.status_before_hold, reason)?;
    let mut told = Vec::new();
    if (before.status, step.status) == (MigrationStatus::Discovery, MigrationStatus::DataCollection) {
        told = leave_discovery(&mut tx, &before, reason).await?;
    }
    told.extend(optional(request.reason.as_ref()).map(|reason| fact("reason", Value::Null, json!(reason))));
    let mut wanted = before.clone();
    wanted.status = step.status;
    wanted.status_before_hold = step.status_before_hold;
    wanted.revision = request.revision;
    store(cx, tx, before, wanted, "status_changed", told).await
}

/// Refuses while something required is not known of the site and nobody gives a reason. Gives for the log what was
/// not known where a reason went over it.
async fn leave_discovery(
    tx: &mut Tx,
    migration: &Migration,
    reason: Option<&str>,
) -> Result<Vec<FieldChange>> {
    let gate = discovery::gate_of(tx, migration, reason).await?;
    let missing = gate.sites.iter().flat_map(|site| &site.missing);
    if gate.is_open {
        let overridden = |item: &Missing| {
            let text = format!("{} ({})", item.text, item.key);
            fact("discoveryGateOverridden", Value::Null, json!(text))
        };
        return Ok(missing.map(overridden).collect());
    }
    let texts: Vec<&str> = missing.map(|item| item.text.as_str()).collect();
    let shown = texts
        .iter()
        .take(SHOWN_MISSING)
        .copied()
        .collect::<Vec<_>>()
        .join(" ");
    let more = match texts.len().saturating_sub(SHOWN_MISSING) {
        0 => String::new(),
        more => format!(" And {more} more."),
    };
    Err(ApiError::refused(format!(
        "The discovery of the site is not complete. {shown}{more}"
    ))
    .hint("Find out what is missing, or give a reason for going on without it."))
}

async fn store(
    cx: &Context,
    mut tx: Tx,
    before: Migration,
    mut wanted: Migration,
    action: &str,
    more: Vec<FieldChange>,
) -> Result<Migration> {
    wanted.updated_at = cx.now();
    let after = migrations::update_migration(&mut tx, &wanted).await?;
    let mut act = Act::begin(cx);
    act.changed(action, &before, &after, more)?;
    act.save(&mut tx).await?;
    tx.commit().await?;
    Ok(after)
}

/// The migration or a refusal.
pub(super) async fn find(tx: &mut Tx, id: MigrationId) -> Result<Migration> {
    migrations::find_migration(tx, id)
        .await?
        .ok_or_else(|| ApiError::not_found("migration", id))
}

/// The migration with the names around it.
pub(super) async fn detail(tx: &mut Tx, migration: Migration) -> Result<MigrationDetail> {
    let customer = customers::find_customer(tx, migration.customer_id).await?;
    let customer = customer.ok_or_else(|| ApiError::not_found("customer", migration.customer_id))?;
    let site = sites::find_site(tx, migration.site_id).await?;
    let site = site.ok_or_else(|| ApiError::not_found("site", migration.site_id))?;
    let carrier_name = match migration.carrier_id {
        Some(id) => carriers::find_carrier(tx, id).await?.map(|carrier| carrier.name),
        None => None,
    };
    let next = machine::next(migration.status, migration.status_before_hold);
    let next = next.iter().map(|n| NextMigrationStatus {
        status: n.status,
        needs_reason: n.needs_reason,
    });
    Ok(MigrationDetail {
        path: format!("{}/{}/{}", customer.name, site.name, migration.name),
        next: next.collect(),
        customer_name: customer.name,
        is_demo: customer.is_demo,
        site_name: site.name,
        site_time_zone: site.time_zone,
        carrier_name,
        migration,
    })
}

fn with_values(migration: Migration, values: &MigrationValues) -> Result<Migration> {
    Ok(Migration {
        name: required("name", "The migration's name", &values.name)?,
        routing_type: values.routing_type,
        carrier_id: values.carrier_id,
        target_date: values.target_date,
        voice_routing_policy: optional(values.voice_routing_policy.as_ref()),
        dial_plan: optional(values.dial_plan.as_ref()),
        notes: optional(values.notes.as_ref()),
        ..migration
    })
}
