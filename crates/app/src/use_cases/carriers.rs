//! Gaining carriers.

use portflow_domain::entities::Carrier;
use portflow_store::queries::carriers;

use crate::context::Context;
use crate::dto::Empty;
use crate::error::Result;

/// Carriers by name, the built-in ones included.
pub async fn list(cx: &Context, _: Empty) -> Result<Vec<Carrier>> {
    Ok(carriers::list_carriers(&mut cx.read().await?).await?)
}
