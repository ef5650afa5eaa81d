//! The inventory of numbers: looking at it, editing it, adding to it, and the port status outside an order.

mod add;
mod cell;
mod chosen;
mod holders;
mod places;
mod remove;
mod set;
mod storing;

use portflow_domain::entities::PhoneNumber;
use portflow_domain::enums::{NumberUsage, PhoneNumberType, PortingStatus};
use portflow_domain::ids::PhoneNumberId;
use portflow_domain::views::{NumberRow, Page};
use portflow_store::Tx;
use portflow_store::queries::phone_numbers;
use std::collections::{BTreeMap, BTreeSet};

pub use add::{add, preview};
pub use cell::edit;
pub use places::{blocks, duplicates};
pub use remove::remove;
pub use set::{assign, set, transition};

use crate::context::Context;
use crate::dto::numbers::PageOfMigration;
use crate::error::{ApiError, Result};

/// A window of the inventory.
pub async fn page(cx: &Context, request: PageOfMigration) -> Result<Page<NumberRow>> {
    let mut tx = cx.read().await?;
    Ok(phone_numbers::page_phone_numbers(&mut tx, request.migration_id, &request.query).await?)
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
