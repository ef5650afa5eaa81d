//! Taking numbers out of the inventory. Whatever was in an order stays: the order's history names it.

use portflow_store::queries::phone_numbers;

use super::chosen::find_chosen;
use crate::activity::Act;
use crate::context::Context;
use crate::dto::number_ranges::RemoveNumbers;
use crate::dto::numbers::ChangedNumbers;
use crate::error::{ApiError, Result};

/// Removes numbers that were never in an order: all of them or none.
pub async fn remove(cx: &Context, request: RemoveNumbers) -> Result<ChangedNumbers> {
    let mut tx = cx.write().await?;
    let numbers = find_chosen(&mut tx, &request.ids, request.chosen.as_ref()).await?;
    let ids: Vec<_> = numbers.iter().map(|number| number.id).collect();
    let ordered = phone_numbers::list_ordered_among(&mut tx, &ids).await?;
    if let Some((id, pon)) = ordered.first() {
        let named = numbers.iter().find(|number| number.id == *id);
        let named = named.map_or("A number", |number| number.number.as_str());
        let order = if pon.is_empty() {
            "a port order".to_owned()
        } else {
            format!("the port order {pon}")
        };
        let more = match ordered.len() {
            1 => String::new(),
            all => format!(" ({all} of the chosen numbers are or were in orders)"),
        };
        return Err(ApiError::refused(format!(
            "{named} is or was in {order} and stays in the inventory{more}."
        ))
        .hint("Set its disposition to retain or disconnect instead."));
    }
    let mut act = Act::begin(cx);
    for number in &numbers {
        act.deleted(number)?;
    }
    let change_set_id = act.change_set_id();
    phone_numbers::delete_phone_numbers(&mut tx, &ids).await?;
    act.commit(tx).await?;
    Ok(ChangedNumbers {
        changed: u32::try_from(ids.len()).unwrap_or(u32::MAX),
        change_set_id,
    })
}
