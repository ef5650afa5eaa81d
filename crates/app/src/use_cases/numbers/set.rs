//! One value, one holder or one step for many numbers: all of them or none.

use portflow_domain::entities::{LosingAccount, PhoneNumber};
use portflow_domain::enums::{PortOrderStatus, PortingStatus};
use portflow_domain::ids::{MigrationId, PortOrderId};
use portflow_domain::transitions::porting_status::{self, StepContext};
use portflow_domain::transitions::{Refusal, port_order};
use portflow_store::Tx;
use std::collections::{BTreeMap, BTreeSet};

use super::chosen::find_chosen;
use super::holders::{FoundHolder, check_accounts, check_holder, set_holder};
use super::storing::store;
use super::{stamp, usage_of};
use crate::context::Context;
use crate::dto::numbers::{AssignNumbers, ChangedNumbers, SetNumbers, TransitionNumbers};
use crate::error::{ApiError, Result};
use crate::use_cases::{accounts, optional, orders};

/// Gives numbers to a holder, or takes them back.
pub async fn assign(cx: &Context, request: AssignNumbers) -> Result<ChangedNumbers> {
    let mut tx = cx.write().await?;
    let numbers = find_chosen(&mut tx, &request.ids, request.chosen.as_ref()).await?;
    let migrations: BTreeSet<MigrationId> = numbers.iter().map(|number| number.migration_id).collect();
    let mut holders: BTreeMap<MigrationId, FoundHolder> = BTreeMap::new();
    for migration in migrations {
        holders.insert(
            migration,
            check_holder(&mut tx, migration, &request.holder).await?,
        );
    }
    let mut pairs = Vec::with_capacity(numbers.len());
    for before in numbers {
        let mut after = before.clone();
        let holder = holders.get(&before.migration_id).copied();
        set_holder(&mut after, holder.unwrap_or(FoundHolder::Nobody))?;
        pairs.push((before, after));
    }
    check_accounts(&mut tx, &pairs).await?;
    let changed = store(cx, &mut tx, "assigned", pairs, None).await?;
    tx.commit().await?;
    Ok(changed)
}

/// Sets the same values for many numbers.
pub async fn set(cx: &Context, request: SetNumbers) -> Result<ChangedNumbers> {
    let mut tx = cx.write().await?;
    let numbers = find_chosen(&mut tx, &request.ids, request.chosen.as_ref()).await?;
    let account = match request.losing_account_id {
        Some(id) => Some(accounts::find(&mut tx, id).await?),
        None => None,
    };
    let mut pairs = Vec::with_capacity(numbers.len());
    for before in numbers {
        let after = with_values(&before, &request, account.as_ref())?;
        pairs.push((before, after));
    }
    let changed = store(cx, &mut tx, "updated", pairs, None).await?;
    tx.commit().await?;
    Ok(changed)
}

fn with_values(
    before: &PhoneNumber,
    request: &SetNumbers,
    account: Option<&LosingAccount>,
) -> Result<PhoneNumber> {
    let text = |asked: &Option<String>, was: &Option<String>| match asked {
        Some(_) => optional(asked.as_ref()),
        None => was.clone(),
    };
    if let Some(account) = account {
        check_account(before, account)?;
    }
    let after = PhoneNumber {
        disposition: request.disposition.unwrap_or(before.disposition),
        number_type: request.number_type.unwrap_or(before.number_type),
        usage: request
            .usage
            .or(request.number_type.map(usage_of))
            .unwrap_or(before.usage),
        losing_account_id: request.losing_account_id.or(before.losing_account_id),
        rate_center: text(&request.rate_center, &before.rate_center),
        current_carrier: text(&request.current_carrier, &before.current_carrier),
        notes: text(&request.notes, &before.notes),
        ..before.clone()
    };
    let is_locked = before.open_port_order_id.is_some()
        && (after.disposition != before.disposition
            || after.losing_account_id != before.losing_account_id
            || after.current_carrier != before.current_carrier);
    if is_locked {
        return Err(ApiError::refused(format!(
            "{} is in an open port order: its disposition, carrier and losing account cannot change.",
            before.number
        ))
        .hint("Take the number out of the order first, while the order is a draft."));
    }
    Ok(after)
}

/// Refuses an account of another customer.
pub(super) fn check_account(number: &PhoneNumber, account: &LosingAccount) -> Result<()> {
    if account.customer_id == number.customer_id {
        return Ok(());
    }
    Err(ApiError::refused(format!(
        "{} belongs to another customer than the losing account.",
        number.number
    ))
    .hint("Choose an account of the same customer."))
}

/// Moves numbers along their state machine: all of them or none. Inside an open order the order moves them, except
/// that a person verifies each ported number by a call.
pub async fn transition(cx: &Context, request: TransitionNumbers) -> Result<ChangedNumbers> {
    let mut tx = cx.write().await?;
    let reason = optional(request.reason.as_ref());
    let numbers = find_chosen(&mut tx, &request.ids, request.chosen.as_ref()).await?;
    let open = open_orders(&mut tx, &numbers).await?;
    let mut pairs = Vec::with_capacity(numbers.len());
    for before in numbers {
        check_step(&open, &before, request.to, reason.as_deref())?;
        let mut after = before.clone();
        after.porting_status = request.to;
        stamp(&mut after, cx, reason.as_deref());
        pairs.push((before, after));
    }
    let changed = store(cx, &mut tx, "status_changed", pairs, reason.as_deref()).await?;
    tx.commit().await?;
    Ok(changed)
}

/// Where the open orders of the numbers stand.
async fn open_orders(tx: &mut Tx, numbers: &[PhoneNumber]) -> Result<BTreeMap<PortOrderId, PortOrderStatus>> {
    let ids: BTreeSet<_> = numbers.iter().filter_map(|it| it.open_port_order_id).collect();
    let mut open = BTreeMap::new();
    for id in ids {
        open.insert(id, orders::find(tx, id).await?.status);
    }
    Ok(open)
}

fn check_step(
    open: &BTreeMap<PortOrderId, PortOrderStatus>,
    number: &PhoneNumber,
    to: PortingStatus,
    reason: Option<&str>,
) -> Result<()> {
    let named = |refusal: Refusal| ApiError::refused(format!("{}: {refusal}", number.number));
    let order = number.open_port_order_id.and_then(|id| open.get(&id));
    if let (Some(status), PortingStatus::Verified) = (order, to) {
        port_order::verify_numbers(*status, &[number.porting_status], &[0]).map_err(named)?;
        return Ok(());
    }
    let context = StepContext {
        in_open_order: number.open_port_order_id.is_some(),
        reason,
    };
    porting_status::step(number.porting_status, to, context).map_err(named)?;
    Ok(())
}
