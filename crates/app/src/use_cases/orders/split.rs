//! A draft that holds more numbers than the carrier takes becomes a sequence of drafts, the BTN in the last.

use std::collections::BTreeMap;

use portflow_domain::entities::PortOrder;
use portflow_domain::enums::PortScope;
use portflow_domain::ids::{PhoneNumberId, PortOrderId};
use portflow_domain::porting::account::e164;
use portflow_store::Tx;
use portflow_store::queries::port_orders;
use serde_json::{Value, json};

use super::change::{add_within, draft};
use super::lines::take_out;
use super::pons::Pons;
use super::{find, lines_of};
use crate::activity::{Act, fact};
use crate::context::Context;
use crate::dto::orders::AddPortOrder;
use crate::error::{ApiError, Result};
use crate::use_cases::accounts;

/// Leaves the first numbers in the order and makes further drafts of the others, as one act.
pub(in crate::use_cases) async fn split(cx: &Context, id: PortOrderId, most: u32) -> Result<()> {
    let mut tx = cx.write().await?;
    let before = find(&mut tx, id).await?;
    draft(&before)?;
    let parts = parts(&mut tx, &before, most).await?;
    let Some((_, further)) = parts.split_first().filter(|(_, further)| !further.is_empty()) else {
        return Err(ApiError::refused("The order is not too large any more."));
    };
    let wanted = PortOrder {
        scope: PortScope::Partial,
        new_btn: None,
        updated_at: cx.now(),
        ..before.clone()
    };
    let after = port_orders::update_port_order(&mut tx, &wanted).await?;
    let mut told = Vec::new();
    for number in take_out(cx, &mut tx, &after, &further.concat()).await? {
        told.push(fact("numbers", json!(number), Value::Null));
    }
    let mut act = Act::begin(cx);
    let mut pons = Pons::load(&mut tx).await?;
    act.changed("numbers_changed", &before, &after, told)?;
    for (place, part) in further.iter().enumerate() {
        let is_last = place + 1 == further.len();
        add_within(cx, &mut tx, &mut act, &mut pons, next(&before, part, is_last)).await?;
    }
    act.commit(tx).await
}

/// The numbers in parts of the size that the carrier takes, by number; the BTN comes last.
async fn parts(tx: &mut Tx, order: &PortOrder, most: u32) -> Result<Vec<Vec<PhoneNumberId>>> {
    let btn = match order.losing_account_id {
        Some(id) => accounts::find(tx, id).await?.btn.map(|btn| e164(&btn)),
        None => None,
    };
    let mut by_base: BTreeMap<(bool, String), Vec<PhoneNumberId>> = BTreeMap::new();
    for line in lines_of(tx, order.id).await? {
        let is_btn = btn.as_ref() == Some(&line.e164);
        by_base
            .entry((is_btn, line.e164))
            .or_default()
            .push(line.phone_number_id);
    }
    let bases: Vec<_> = by_base.into_values().collect();
    Ok(bases.chunks(most.max(1) as usize).map(<[_]>::concat).collect())
}

/// A further draft; only the last may end the account.
fn next(order: &PortOrder, numbers: &[PhoneNumberId], is_last: bool) -> AddPortOrder {
    AddPortOrder {
        migration_id: order.migration_id,
        losing_account_id: order.losing_account_id,
        phone_number_ids: numbers.to_vec(),
        scope: Some(if is_last { order.scope } else { PortScope::Partial }),
        pon: None,
        desired_date: order.desired_date,
        new_btn: order.new_btn.clone().filter(|_| is_last),
        signer_contact_id: order.signer_contact_id,
        resporg_id: order.resporg_id.clone(),
        notes: order.notes.clone(),
    }
}
