//! Gaining carriers as profiles that people edit, exchange and hold against the carrier's own form.

mod dates;
mod edit;
mod exchange;
mod logged;
mod profile_file;
mod sheet;

use portflow_domain::entities::Carrier;
use portflow_domain::ids::CarrierId;
use portflow_domain::porting::carrier::CarrierProfile;
use portflow_store::Tx;
use portflow_store::queries::carriers;
use serde_json::Value;

pub use dates::port_date_choices;
pub use edit::{add, confirm, update};
pub use exchange::{export, import};
pub use sheet::{preview, read_workbook};

use crate::context::Context;
use crate::dto::carriers::CarrierDetail;
use crate::dto::{ById, Empty};
use crate::error::{ApiError, Result};

/// Carriers by name, the built-in ones included.
pub async fn list(cx: &Context, _: Empty) -> Result<Vec<Carrier>> {
    Ok(carriers::list_carriers(&mut cx.read().await?).await?)
}

/// A carrier with its profile spelt out.
pub async fn get(cx: &Context, request: ById<CarrierId>) -> Result<CarrierDetail> {
    let carrier = find(&mut cx.read().await?, request.id).await?;
    let profile = profile_of(&carrier)?;
    Ok(CarrierDetail { carrier, profile })
}

/// The carrier with this id.
pub(super) async fn find(tx: &mut Tx, id: CarrierId) -> Result<Carrier> {
    let found = carriers::find_carrier(tx, id).await?;
    found.ok_or_else(|| ApiError::not_found("carrier", id))
}

/// What a stored carrier says, with defaults for what an older version did not know.
pub(super) fn profile_of(carrier: &Carrier) -> Result<CarrierProfile> {
    Ok(CarrierProfile {
        code: carrier.code.clone(),
        name: carrier.name.clone(),
        ocn: carrier.ocn.clone(),
        to_confirm: carrier.to_confirm,
        contacts: carrier.contacts.clone(),
        port_rules: typed(&carrier.port_rules)?,
        sheet_template: typed(&carrier.sheet_template)?,
    })
}

/// A new carrier with what a profile says.
pub(crate) fn carrier_of(
    id: CarrierId,
    profile: &CarrierProfile,
    now: portflow_domain::timestamp::Timestamp,
) -> Result<Carrier> {
    Ok(Carrier {
        id,
        code: profile.code.clone(),
        name: profile.name.clone(),
        ocn: profile.ocn.clone(),
        contacts: profile.contacts.clone(),
        port_rules: untyped(&profile.port_rules)?,
        sheet_template: untyped(&profile.sheet_template)?,
        to_confirm: profile.to_confirm,
        workbook_name: None,
        workbook_sha256: None,
        revision: 1,
        created_at: now,
        updated_at: now,
    })
}

/// What a profile keeps as JSON.
pub(super) fn typed<T: serde::de::DeserializeOwned>(value: &Value) -> Result<T> {
    serde_json::from_value(value.clone()).map_err(|error| ApiError::internal(&error))
}

fn untyped(value: &impl serde::Serialize) -> Result<Value> {
    serde_json::to_value(value).map_err(|error| ApiError::internal(&error))
}
