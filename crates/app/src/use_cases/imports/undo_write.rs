//! Carries out the steps of an undo: rows that go back one by one, each against the revision that was read, and rows
//! that go away together. Counters and search follow by the databases' own triggers.

use portflow_domain::entities::{
    AutoAttendant, CallQueue, CallQueueAgent, EndUser, PhoneNumber, ResourceAccount, Site,
};
use portflow_domain::enums::ImportTarget;
use portflow_domain::ids::EntityId;
use portflow_domain::import::{UndoAct, UndoStep};
use portflow_store::Tx;
use portflow_store::queries::{
    auto_attendants, call_queues, end_users, phone_numbers, resource_accounts, sites,
};
use serde_json::Value;
use uuid::Uuid;

use super::found::Found;
use super::row_before::restored;
use super::undo_plan::UndoPlan;
use crate::context::Context;
use crate::error::Result;
use crate::events::Event;

/// Rows undone between two looks at whether somebody wants to stop.
const STEP: usize = 5_000;

/// Carries out a plan.
pub(super) async fn carry_out(cx: &Context, tx: &mut Tx, plan: &UndoPlan, task: &str) -> Result<()> {
    // Rows go back first: whatever they name now may go after that.
    let mut done = 0;
    for step in &plan.steps {
        if let UndoAct::Restore { revision, before } = &step.act {
            restore(cx, tx, plan, step.entity, *revision, before).await?;
            done += 1;
            if done % STEP == 0 {
                progress(cx, task, done, plan.steps.len())?;
            }
        }
    }
    let mut first = 0;
    while first < plan.steps.len() {
        let entity = plan.steps[first].entity;
        let rest = &plan.steps[first..];
        let of_kind = rest.iter().take_while(|step| step.entity == entity).count();
        for chunk in rest[..of_kind].chunks(STEP) {
            let gone = chunk
                .iter()
                .filter(|step| matches!(step.act, UndoAct::Delete { .. }));
            let gone: Vec<&UndoStep> = gone.collect();
            delete(tx, entity, &gone).await?;
            done += gone.len();
            progress(cx, task, done, plan.steps.len())?;
        }
        first += of_kind;
    }
    Ok(())
}

async fn restore(
    cx: &Context,
    tx: &mut Tx,
    plan: &UndoPlan,
    entity: ImportTarget,
    revision: i64,
    before: &Value,
) -> Result<()> {
    macro_rules! put_back {
        ($type:ty, $update:path) => {{
            let mut row: $type = restored(before)?;
            row.revision = revision;
            row.updated_at = cx.now();
            $update(tx, &row).await?;
        }};
    }
    match entity {
        ImportTarget::PhoneNumbers => {
            let mut row: PhoneNumber = restored(before)?;
            row.revision = revision;
            row.updated_at = cx.now();
            if let Some(now) = plan.known.numbers.get(&row.id) {
                row.porting_status = now.porting_status;
            }
            phone_numbers::update_phone_number(tx, &row).await?;
        }
        ImportTarget::EndUsers => put_back!(EndUser, end_users::update_end_user),
        ImportTarget::ResourceAccounts => {
            put_back!(ResourceAccount, resource_accounts::update_resource_account);
        }
        ImportTarget::CallQueues => put_back!(CallQueue, call_queues::update_call_queue),
        ImportTarget::CallQueueAgents => put_back!(CallQueueAgent, call_queues::update_call_queue_agent),
        ImportTarget::AutoAttendants => put_back!(AutoAttendant, auto_attendants::update_auto_attendant),
        ImportTarget::Sites => put_back!(Site, sites::update_site),
        ImportTarget::EmergencyLocations
        | ImportTarget::NetworkSegments
        | ImportTarget::Circuits
        | ImportTarget::SpecialLines
        | ImportTarget::Devices
        | ImportTarget::Licenses
        | ImportTarget::Contacts => {
            if let Some(row) = Found::restored(entity, before, revision)? {
                row.update(tx, cx.now()).await?;
            }
        }
        ImportTarget::CallQueueGroups
        | ImportTarget::LosingAccountNumbers
        | ImportTarget::PortOrderEvents => {}
    }
    Ok(())
}

async fn delete(tx: &mut Tx, entity: ImportTarget, gone: &[&UndoStep]) -> Result<()> {
    match entity {
        ImportTarget::PhoneNumbers => phone_numbers::delete_phone_numbers(tx, &ids(gone)).await?,
        ImportTarget::EndUsers => end_users::delete_end_users(tx, &ids(gone)).await?,
        ImportTarget::ResourceAccounts => resource_accounts::delete_resource_accounts(tx, &ids(gone)).await?,
        ImportTarget::CallQueues => call_queues::delete_call_queues(tx, &ids(gone)).await?,
        ImportTarget::CallQueueAgents => call_queues::delete_call_queue_agents(tx, &ids(gone)).await?,
        ImportTarget::AutoAttendants => auto_attendants::delete_auto_attendants(tx, &ids(gone)).await?,
        ImportTarget::Sites => sites::delete_sites(tx, &ids(gone)).await?,
        ImportTarget::EmergencyLocations
        | ImportTarget::NetworkSegments
        | ImportTarget::Circuits
        | ImportTarget::SpecialLines
        | ImportTarget::Devices
        | ImportTarget::Licenses
        | ImportTarget::Contacts => {
            let gone: Vec<Uuid> = gone.iter().map(|step| step.id).collect();
            Found::delete(tx, entity, &gone).await?;
        }
        ImportTarget::CallQueueGroups
        | ImportTarget::LosingAccountNumbers
        | ImportTarget::PortOrderEvents => {}
    }
    Ok(())
}

fn ids<I: EntityId>(gone: &[&UndoStep]) -> Vec<I> {
    gone.iter().map(|step| I::from_uuid(step.id)).collect()
}

fn progress(cx: &Context, task: &str, done: usize, total: usize) -> Result<()> {
    cx.session.tasks.check(task)?;
    if !task.is_empty() {
        cx.session.events.send(Event::Progress {
            task_id: task.to_owned(),
            done: done as u64,
            total: total as u64,
        });
    }
    Ok(())
}
