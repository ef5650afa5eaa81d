//! The inventory of numbers: looking at it, editing cells, holders, and the port status outside an order.

use portflow_domain::entities::{EndUser, PhoneNumber};
use portflow_domain::enums::{NumberUsage, PhoneNumberType, PortingStatus};
use portflow_domain::ids::{EndUserId, MigrationId, PhoneNumberId, ResourceAccountId};
use portflow_domain::number::E164;
use portflow_domain::transitions::porting_status::{self, StepContext};
use portflow_domain::transitions::{Refusal, port_order};
use portflow_domain::views::{NumberRow, Page};
use portflow_store::Tx;
use portflow_store::queries::{end_users, phone_numbers, resource_accounts};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

use super::cells::{self, Edited};
use super::{optional, orders};
use crate::activity::{Act, fact};
use crate::context::Context;
use crate::dto::grid::{EditCells, EditResult};
use crate::dto::numbers::{AssignNumbers, Holder, PageOfMigration, SetNumbers, TransitionNumbers};
use crate::error::{ApiError, Result};

/// A window of the inventory.
pub async fn page(cx: &Context, request: PageOfMigration) -> Result<Page<NumberRow>> {
    let mut tx = cx.read().await?;
    Ok(phone_numbers::page_phone_numbers(&mut tx, request.migration_id, &request.query).await?)
}

/// Stores typed cells as one change, or tells which of them cannot be.
pub async fn edit(cx: &Context, request: EditCells<PhoneNumberId>) -> Result<EditResult<NumberRow>> {
    let mut tx = cx.write().await?;
    let ids = cells::ids(&request.edits);
    let numbers = find_all(&mut tx, &ids).await?;
    let holders = typed_holders(&mut tx, &request, &numbers).await?;
    let mut edited = Edited::begin(numbers, |number| (number.id, number.revision));
    for (index, edit) in request.edits.iter().enumerate() {
        edited.apply(index, edit, |number| {
            set_cell(number, &edit.column, edit.value.as_deref(), &holders)
        });
    }
    let changed = match edited.finish()? {
        Ok(changed) => changed,
        Err(problems) => return Ok(cells::refused(cx, problems)),
    };
    let change_set_id = store(cx, &mut tx, "updated", changed, None).await?.1;
    let rows = phone_numbers::list_number_rows(&mut tx, &ids).await?;
    tx.commit().await?;
    Ok(EditResult {
        rows,
        problems: Vec::new(),
        change_set_id: Some(change_set_id),
    })
}

/// Gives numbers to a holder, or takes them back.
pub async fn assign(cx: &Context, request: AssignNumbers) -> Result<Vec<PhoneNumber>> {
    let mut tx = cx.write().await?;
    let numbers = find_all(&mut tx, &request.ids).await?;
    let holder = check_holder(&mut tx, &request.holder).await?;
    let mut changed = Vec::new();
    for before in numbers {
        let mut after = before.clone();
        set_holder(&mut after, holder)?;
        changed.push((before, after));
    }
    let stored = store(cx, &mut tx, "assigned", changed, None).await?.0;
    tx.commit().await?;
    Ok(stored)
}

/// Sets one value for many numbers.
pub async fn set(cx: &Context, request: SetNumbers) -> Result<Vec<PhoneNumber>> {
    let mut tx = cx.write().await?;
    let numbers = find_all(&mut tx, &request.ids).await?;
    let mut changed = Vec::new();
    for before in numbers {
        let mut after = before.clone();
        after.disposition = request.disposition.unwrap_or(before.disposition);
        after.number_type = request.number_type.unwrap_or(before.number_type);
        after.usage = request
            .usage
            .or(request.number_type.map(usage_of))
            .unwrap_or(before.usage);
        after.losing_account_id = request.losing_account_id.or(before.losing_account_id);
        let outcome_changes =
            after.disposition != before.disposition || after.losing_account_id != before.losing_account_id;
        if outcome_changes && before.open_port_order_id.is_some() {
            return Err(in_order(
                &before,
                "its disposition and losing account cannot change",
            ));
        }
        changed.push((before, after));
    }
    let stored = store(cx, &mut tx, "updated", changed, None).await?.0;
    tx.commit().await?;
    Ok(stored)
}

/// Moves numbers along their state machine: all of them or none. Inside an open order the order moves them, except
/// that a person verifies each ported number by a call.
pub async fn transition(cx: &Context, request: TransitionNumbers) -> Result<Vec<PhoneNumber>> {
    let mut tx = cx.write().await?;
    let reason = optional(request.reason.as_ref());
    let numbers = find_all(&mut tx, &request.ids).await?;
    let mut changed = Vec::new();
    for before in numbers {
        check_step(&mut tx, &before, request.to, reason.as_deref()).await?;
        let mut after = before.clone();
        after.porting_status = request.to;
        stamp(&mut after, cx, reason.as_deref());
        changed.push((before, after));
    }
    let stored = store(cx, &mut tx, "status_changed", changed, reason).await?.0;
    tx.commit().await?;
    Ok(stored)
}

async fn check_step(
    tx: &mut Tx,
    number: &PhoneNumber,
    to: PortingStatus,
    reason: Option<&str>,
) -> Result<()> {
    let named = |refusal: Refusal| ApiError::refused(format!("{}: {refusal}", number.number));
    if let (Some(order), PortingStatus::Verified) = (number.open_port_order_id, to) {
        let order = orders::find(tx, order).await?;
        port_order::verify_numbers(order.status, &[number.porting_status], &[0]).map_err(named)?;
        return Ok(());
    }
    let context = StepContext {
        in_open_order: number.open_port_order_id.is_some(),
        reason,
    };
    porting_status::step(number.porting_status, to, context).map_err(named)?;
    Ok(())
}

/// Keeps when a number was ported and verified, and the carrier's words when it was rejected.
pub(super) fn stamp(number: &mut PhoneNumber, cx: &Context, reason: Option<&str>) {
    match number.porting_status {
        PortingStatus::Ported => number.ported_at = Some(cx.now()),
        PortingStatus::Verified => number.verified_at = Some(cx.now()),
        PortingStatus::LoaRejected | PortingStatus::Failed => {
            number.rejection_reason = reason.map(str::to_owned).or(number.rejection_reason.take());
        }
        PortingStatus::NotStarted => {
            number.ported_at = None;
            number.verified_at = None;
            number.foc_date = None;
        }
        PortingStatus::LoaSubmitted | PortingStatus::FocReceived | PortingStatus::PortScheduled => {}
    }
}

/// Stores changed numbers and logs each as part of one act; unchanged ones are left alone.
pub(super) async fn store(
    cx: &Context,
    tx: &mut Tx,
    action: &str,
    changed: Vec<(PhoneNumber, PhoneNumber)>,
    reason: Option<String>,
) -> Result<(Vec<PhoneNumber>, portflow_domain::ids::ChangeSetId)> {
    let moved = |(before, after): &&(PhoneNumber, PhoneNumber)| holder_of(before) != holder_of(after);
    let moved: Vec<_> = changed
        .iter()
        .filter(moved)
        .map(|(before, _)| before.id)
        .collect();
    let old_holders = holder_names(tx, &moved).await?;
    let mut pairs = Vec::with_capacity(changed.len());
    for (before, mut wanted) in changed {
        let after = if wanted == before {
            before.clone()
        } else {
            wanted.updated_at = cx.now();
            phone_numbers::update_phone_number(tx, &wanted).await?
        };
        pairs.push((before, after));
    }
    let new_holders = holder_names(tx, &moved).await?;
    let mut act = Act::begin(cx);
    for (before, after) in pairs.iter().filter(|(before, after)| before != after) {
        let mut more = Vec::new();
        if moved.contains(&after.id) {
            more.push(fact(
                "holder",
                json!(old_holders.get(&after.id)),
                json!(new_holders.get(&after.id)),
            ));
        }
        more.extend(
            reason
                .iter()
                .map(|reason| fact("reason", Value::Null, json!(reason))),
        );
        act.changed(action, before, after, more)?;
    }
    let change_set_id = act.change_set_id();
    act.save(tx).await?;
    Ok((pairs.into_iter().map(|(_, after)| after).collect(), change_set_id))
}

fn holder_of(number: &PhoneNumber) -> (Option<EndUserId>, Option<ResourceAccountId>) {
    (number.assigned_end_user_id, number.assigned_resource_account_id)
}

/// Who holds each of the numbers, for the log: ids tell its readers nothing.
async fn holder_names(tx: &mut Tx, ids: &[PhoneNumberId]) -> Result<BTreeMap<PhoneNumberId, String>> {
    let rows = phone_numbers::list_number_rows(tx, ids).await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| Some((row.id, row.holder_upn.or(row.holder_name)?)))
        .collect())
}

/// All the numbers, or a refusal that names the first that is missing.
pub(super) async fn find_all(tx: &mut Tx, ids: &[PhoneNumberId]) -> Result<Vec<PhoneNumber>> {
    let mut found: BTreeMap<PhoneNumberId, PhoneNumber> = phone_numbers::find_phone_numbers(tx, ids)
        .await?
        .into_iter()
        .map(|number| (number.id, number))
        .collect();
    let mut numbers = Vec::with_capacity(ids.len());
    let mut met = BTreeSet::new();
    for id in ids {
        if met.insert(*id) {
            let number = found.remove(id);
            numbers.push(number.ok_or_else(|| ApiError::not_found("number", id))?);
        }
    }
    Ok(numbers)
}

/// The Teams capability that usually goes with a type.
pub(super) fn usage_of(number_type: PhoneNumberType) -> NumberUsage {
    match number_type {
        PhoneNumberType::AutoAttendant | PhoneNumberType::CallQueue => NumberUsage::VoiceApp,
        PhoneNumberType::ConferenceRoom
        | PhoneNumberType::User
        | PhoneNumberType::Fax
        | PhoneNumberType::Shared
        | PhoneNumberType::Other => NumberUsage::User,
    }
}

/// A holder that exists, with the migration it belongs to.
#[derive(Debug, Clone, Copy)]
enum FoundHolder {
    Nobody,
    Person(EndUserId, MigrationId),
    Account(ResourceAccountId, MigrationId),
}

async fn check_holder(tx: &mut Tx, holder: &Holder) -> Result<FoundHolder> {
    match (holder.end_user_id, holder.resource_account_id) {
        (Some(id), None) => {
            let person = end_users::find_end_user(tx, id).await?;
            let person = person.ok_or_else(|| ApiError::not_found("person", id))?;
            Ok(FoundHolder::Person(id, person.migration_id))
        }
        (None, Some(id)) => {
            let account = resource_accounts::find_resource_account(tx, id).await?;
            let account = account.ok_or_else(|| ApiError::not_found("resource account", id))?;
            Ok(FoundHolder::Account(id, account.migration_id))
        }
        (None, None) => Ok(FoundHolder::Nobody),
        (Some(_), Some(_)) => Err(ApiError::invalid("holder", "A number has one holder, not two.")),
    }
}

fn set_holder(number: &mut PhoneNumber, holder: FoundHolder) -> Result<()> {
    let (person, account, migration) = match holder {
        FoundHolder::Nobody => (None, None, number.migration_id),
        FoundHolder::Person(id, migration) => (Some(id), None, migration),
        FoundHolder::Account(id, migration) => (None, Some(id), migration),
    };
    if migration != number.migration_id {
        return Err(ApiError::refused(format!(
            "{} belongs to another migration than its holder.",
            number.number
        ))
        .hint("Choose a holder of the same migration."));
    }
    let toll_free = number
        .number
        .parse::<E164>()
        .is_ok_and(|number| number.is_toll_free());
    if person.is_some() && toll_free {
        return Err(ApiError::refused(format!(
            "{} is toll-free and cannot be held by a person.",
            number.number
        ))
        .hint("Give it to a resource account of an auto attendant or call queue."));
    }
    number.assigned_end_user_id = person;
    number.assigned_resource_account_id = account;
    Ok(())
}

/// People by their migration and folded UPN: one UPN may stand for somebody in each of several migrations.
type TypedHolders = BTreeMap<(MigrationId, String), EndUser>;

/// The people whose UPN was typed into a holder cell, looked up in the migration of the cell's number.
async fn typed_holders(
    tx: &mut Tx,
    request: &EditCells<PhoneNumberId>,
    numbers: &[PhoneNumber],
) -> Result<TypedHolders> {
    let migrations: BTreeMap<_, _> = numbers.iter().map(|it| (it.id, it.migration_id)).collect();
    let mut typed: BTreeMap<MigrationId, BTreeSet<String>> = BTreeMap::new();
    for edit in request.edits.iter().filter(|edit| edit.column == "holderUpn") {
        if let (Some(migration), Some(upn)) = (migrations.get(&edit.id), cells::text(edit.value.as_deref())) {
            typed.entry(*migration).or_default().insert(upn.to_lowercase());
        }
    }
    let mut holders = TypedHolders::new();
    for (migration, upns) in typed {
        let upns: Vec<_> = upns.into_iter().collect();
        let people = end_users::find_end_users_by_upn(tx, migration, &upns).await?;
        let keyed = people
            .into_iter()
            .filter_map(|it| Some(((migration, it.upn.as_ref()?.to_lowercase()), it)));
        holders.extend(keyed);
    }
    Ok(holders)
}

fn set_cell(
    number: &mut PhoneNumber,
    column: &str,
    value: Option<&str>,
    holders: &TypedHolders,
) -> std::result::Result<(), String> {
    let text = cells::text(value);
    let locked = number.open_port_order_id.is_some() && matches!(column, "disposition" | "currentCarrier");
    if locked {
        return Err("the number is in an open port order; take it out of the order first".to_owned());
    }
    match column {
        "numberType" => {
            number.number_type = cells::code(value)?;
            number.usage = usage_of(number.number_type);
        }
        "usage" => number.usage = cells::code(value)?,
        "disposition" => number.disposition = cells::code(value)?,
        "description" => number.description = text,
        "currentCarrier" => number.current_carrier = text,
        "rateCenter" => number.rate_center = text,
        "notes" => number.notes = text,
        "holderUpn" => {
            let holder = match &text {
                None => FoundHolder::Nobody,
                Some(upn) => holders
                    .get(&(number.migration_id, upn.to_lowercase()))
                    .map(|person| FoundHolder::Person(person.id, person.migration_id))
                    .ok_or_else(|| format!("nobody in this migration has the UPN {upn}"))?,
            };
            set_holder(number, holder).map_err(|error| error.message)?;
        }
        "portingStatus" => {
            return Err("a status changes by a step of its state machine, not by typing".to_owned());
        }
        _ => return Err(format!("the column {column} cannot be edited")),
    }
    Ok(())
}

fn in_order(number: &PhoneNumber, what: &str) -> ApiError {
    ApiError::refused(format!("{} is in an open port order: {what}.", number.number))
        .hint("Take the number out of the order first, while the order is a draft.")
}
