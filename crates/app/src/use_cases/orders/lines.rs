//! Numbers coming into an order and leaving it. Records that differ in their extension only are one number for the
//! carrier: they come and go together, and one line stands for all of them.

use portflow_domain::changes::FieldChange;
use portflow_domain::coded::Labelled;
use portflow_domain::entities::{PhoneNumber, PortOrder, PortOrderNumber};
use portflow_domain::enums::{OrderNumberOutcome, PortingStatus};
use portflow_domain::ids::{MigrationId, PhoneNumberId};
use portflow_store::Tx;
use portflow_store::queries::{phone_numbers, port_orders};
use serde_json::{Value, json};
use std::collections::BTreeSet;

use crate::activity::fact;
use crate::context::Context;
use crate::error::{ApiError, Result};
use crate::use_cases::numbers;

/// The numbers with these ids and their extensions, by number.
pub(super) async fn with_extensions(
    tx: &mut Tx,
    ids: &[PhoneNumberId],
    migration_id: MigrationId,
) -> Result<Vec<PhoneNumber>> {
    let chosen = numbers::find_all(tx, ids).await?;
    check_migration(&chosen, &migration_id)?;
    let bases: BTreeSet<String> = chosen.into_iter().map(|number| number.number).collect();
    let bases: Vec<String> = bases.into_iter().collect();
    Ok(phone_numbers::list_phone_numbers_of(tx, migration_id, &bases).await?)
}

/// The numbers with these ids and their extensions, by number, where all of them may enter a draft.
pub(super) async fn found(
    tx: &mut Tx,
    ids: &[PhoneNumberId],
    migration_id: MigrationId,
) -> Result<Vec<PhoneNumber>> {
    let all = with_extensions(tx, ids, migration_id).await?;
    let fits = |status| matches!(status, PortingStatus::NotStarted | PortingStatus::LoaRejected);
    match all.iter().find(|number| !fits(number.porting_status)) {
        None => Ok(all),
        Some(number) => Err(ApiError::refused(format!(
            "{} is {} already and cannot enter a draft.",
            number.number,
            number.porting_status.label()
        ))
        .hint("A new order takes numbers that are Not started or LOA rejected.")),
    }
}

/// An order holds numbers of its migration only.
pub(super) fn check_migration(chosen: &[PhoneNumber], migration: &MigrationId) -> Result<()> {
    if let Some(foreign) = chosen.iter().find(|number| number.migration_id != *migration) {
        return Err(ApiError::invalid(
            "phoneNumberIds",
            format!("{} belongs to another migration.", foreign.number),
        ));
    }
    Ok(())
}

/// For the log of an order: a number that came in.
pub(super) fn added(number: &PhoneNumber) -> FieldChange {
    fact("numbers", Value::Null, json!(number.number))
}

/// Puts numbers into an order; of records with the same base number the first stands for it.
pub(super) async fn put_in(
    cx: &Context,
    tx: &mut Tx,
    order: &PortOrder,
    chosen: Vec<PhoneNumber>,
) -> Result<()> {
    let now = cx.now();
    let mut lines: Vec<PortOrderNumber> = Vec::with_capacity(chosen.len());
    let mut entered = Vec::with_capacity(chosen.len());
    let mut bases = BTreeSet::new();
    for number in chosen {
        if number.open_port_order_id.is_some() {
            return Err(
                ApiError::refused(format!("{} is in another open port order.", number.number))
                    .hint("Take it out of that order first, or leave it there."),
            );
        }
        check_account(order, &number)?;
        // An order that is taken over half-way may hold numbers that have moved.
        let moved = has_moved(&number);
        lines.push(PortOrderNumber {
            id: cx.id(),
            customer_id: order.customer_id,
            port_order_id: order.id,
            phone_number_id: number.id,
            e164: number.number.clone(),
            shares_base: !bases.insert(number.number.clone()),
            added_in_version: order.version,
            removed_in_version: None,
            outcome: moved.then_some(OrderNumberOutcome::Ported),
            outcome_at: moved.then_some(now),
            reject_code: None,
            is_open: true,
            revision: 1,
            created_at: now,
            updated_at: now,
        });
        let inside = PhoneNumber {
            open_port_order_id: Some(order.id),
            foc_date: order.foc_local_date.or(number.foc_date),
            losing_account_id: order.losing_account_id.or(number.losing_account_id),
            updated_at: now,
            ..number.clone()
        };
        entered.push((number, inside));
    }
    phone_numbers::update_phone_numbers(tx, &entered).await?;
    // A line that shares a base number has to find the one that stands for it.
    lines.sort_by_key(|line| line.shares_base);
    port_orders::insert_port_order_numbers(tx, &lines).await?;
    Ok(())
}

/// A number without an account takes the order's; one of another account is somebody else's to bill.
fn check_account(order: &PortOrder, number: &PhoneNumber) -> Result<()> {
    match (order.losing_account_id, number.losing_account_id) {
        (Some(ours), Some(theirs)) if ours != theirs => Err(ApiError::refused(format!(
            "{} is billed to another losing account than the order.",
            number.number
        ))
        .hint("Change the number's losing account first, or order it with its own account.")),
        _ => Ok(()),
    }
}

fn has_moved(number: &PhoneNumber) -> bool {
    matches!(
        number.porting_status,
        PortingStatus::Ported | PortingStatus::Verified
    )
}

/// Where a number stands once it has left an order that is under way.
fn status_outside(inside: PortingStatus) -> PortingStatus {
    match inside {
        PortingStatus::LoaSubmitted | PortingStatus::FocReceived | PortingStatus::PortScheduled => {
            PortingStatus::NotStarted
        }
        PortingStatus::NotStarted
        | PortingStatus::LoaRejected
        | PortingStatus::Ported
        | PortingStatus::Verified
        | PortingStatus::Failed => inside,
    }
}

/// Takes numbers with their extensions out of an order, and says which.
pub(super) async fn take_out(
    cx: &Context,
    tx: &mut Tx,
    order: &PortOrder,
    ids: &[PhoneNumberId],
) -> Result<Vec<String>> {
    let mut lines = port_orders::list_port_order_numbers(tx, order.id).await?;
    lines.retain(|line| line.removed_in_version.is_none());
    let mut bases = BTreeSet::new();
    let held: BTreeSet<PhoneNumberId> = lines.iter().map(|line| line.phone_number_id).collect();
    for number in numbers::find_all(tx, ids).await? {
        if !held.contains(&number.id) {
            return Err(ApiError::not_found("number in this order", &number.number));
        }
        bases.insert(number.number);
    }
    lines.retain(|line| bases.contains(&line.e164));
    let now = cx.now();
    let gone = |line: &PortOrderNumber| PortOrderNumber {
        removed_in_version: Some(order.version),
        is_open: false,
        updated_at: now,
        ..line.clone()
    };
    let pairs: Vec<_> = lines.iter().map(|line| (line.clone(), gone(line))).collect();
    port_orders::update_port_order_numbers(tx, &pairs).await?;
    let ids: Vec<_> = lines.iter().map(|line| line.phone_number_id).collect();
    let inside = numbers::find_all(tx, &ids).await?;
    let left: Vec<_> = inside
        .into_iter()
        .map(|number| {
            let outside = PhoneNumber {
                open_port_order_id: None,
                foc_date: None,
                porting_status: status_outside(number.porting_status),
                updated_at: now,
                ..number.clone()
            };
            (number, outside)
        })
        .collect();
    phone_numbers::update_phone_numbers(tx, &left).await?;
    Ok(lines.into_iter().map(|line| line.e164).collect())
}
