//! Gaining carriers.

use portflow_domain::entities::carrier::Carrier;
use portflow_domain::ids::CarrierId;

use crate::error::Result;
use crate::record::{find, insert, record};
use crate::tx::{Tx, rows};

record!(Carrier, "carrier" in "carriers" {
    kept { id, code, revision, created_at, updated_at }
    set { name, ocn, contacts, port_rules, sheet_template }
});

/// Every carrier, by name.
pub async fn list_carriers(tx: &mut Tx) -> Result<Vec<Carrier>> {
    rows!(tx, Carrier, "SELECT * FROM carriers ORDER BY name, code")
}

/// The carrier with this id.
pub async fn find_carrier(tx: &mut Tx, id: CarrierId) -> Result<Option<Carrier>> {
    find(tx, id).await
}

/// Adds a carrier and gives it as stored.
///
/// # Errors
/// [`crate::StoreError::Duplicate`] when the code is taken.
pub async fn insert_carrier(tx: &mut Tx, carrier: &Carrier) -> Result<Carrier> {
    insert(tx, carrier).await
}
