//! Changed numbers on their way into the workspace: those that differ are stored together and logged as one act.

use portflow_domain::entities::PhoneNumber;
use portflow_domain::ids::{ChangeSetId, EndUserId, PhoneNumberId, ResourceAccountId};
use portflow_store::Tx;
use portflow_store::queries::phone_numbers;
use serde_json::{Value, json};
use std::collections::BTreeMap;

use crate::activity::{Act, fact};
use crate::context::Context;
use crate::dto::numbers::ChangedNumbers;
use crate::error::Result;

/// Stores the numbers that differ and logs each as part of one act.
pub(super) async fn store(
    cx: &Context,
    tx: &mut Tx,
    action: &str,
    mut pairs: Vec<(PhoneNumber, PhoneNumber)>,
    reason: Option<&str>,
) -> Result<ChangedNumbers> {
    pairs.retain(|(before, wanted)| before != wanted);
    for (_, wanted) in &mut pairs {
        wanted.updated_at = cx.now();
    }
    let moved: Vec<_> = pairs
        .iter()
        .filter(|(before, wanted)| holder_of(before) != holder_of(wanted))
        .map(|(before, _)| before.id)
        .collect();
    let old_holders = holder_names(tx, &moved).await?;
    // An account holds one number at any time: whoever gives it up comes before whoever takes it.
    pairs.sort_by_key(|(_, wanted)| wanted.assigned_resource_account_id.is_some());
    let taking = pairs.partition_point(|(_, wanted)| wanted.assigned_resource_account_id.is_none());
    let mut stored = phone_numbers::update_phone_numbers(tx, &pairs[..taking]).await?;
    stored.extend(phone_numbers::update_phone_numbers(tx, &pairs[taking..]).await?);
    let new_holders = holder_names(tx, &moved).await?;
    let mut act = Act::begin(cx);
    for ((before, _), after) in pairs.iter().zip(&stored) {
        let mut more = Vec::new();
        if holder_of(before) != holder_of(after) {
            more.push(fact(
                "holder",
                json!(old_holders.get(&after.id)),
                json!(new_holders.get(&after.id)),
            ));
        }
        more.extend(reason.map(|reason| fact("reason", Value::Null, json!(reason))));
        act.changed(action, before, after, more)?;
    }
    let change_set_id: ChangeSetId = act.change_set_id();
    act.save(tx).await?;
    Ok(ChangedNumbers {
        changed: u32::try_from(stored.len()).unwrap_or(u32::MAX),
        change_set_id,
    })
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
