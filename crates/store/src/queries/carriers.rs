//! Gaining carriers.

use portflow_domain::entities::carrier::Carrier;
use portflow_domain::ids::CarrierId;

use crate::error::Result;
use crate::record::{find, insert, record, update};
use crate::tx::{Tx, exec, rows};

record!(Carrier, "carrier" in "carriers" {
    kept { id, code, revision, created_at, updated_at }
    set { name, ocn, contacts, port_rules, sheet_template, to_confirm, workbook_name, workbook_sha256 }
});

/// The bytes of a carrier's own workbook.
struct Workbook {
    content: Vec<u8>,
}
record!(Workbook { content });

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

/// Stores new values for a carrier and gives it as stored.
///
/// # Errors
/// [`crate::StoreError::Conflict`] when somebody changed it meanwhile.
pub async fn update_carrier(tx: &mut Tx, carrier: &Carrier) -> Result<Carrier> {
    update(tx, carrier).await
}

/// The carrier's own workbook, if one is kept.
pub async fn read_carrier_workbook(tx: &mut Tx, id: CarrierId) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT content FROM carrier_workbooks WHERE carrier_id = $1";
    let found = rows!(tx, Workbook, sql, id)?;
    Ok(found.into_iter().next().map(|row| row.content))
}

/// Keeps the carrier's own workbook in place of the one before, or none.
pub async fn set_carrier_workbook(tx: &mut Tx, id: CarrierId, content: Option<Vec<u8>>) -> Result<()> {
    exec!(tx, "DELETE FROM carrier_workbooks WHERE carrier_id = $1", id)?;
    if let Some(content) = content {
        let sql = "INSERT INTO carrier_workbooks (carrier_id, content) VALUES ($1, $2)";
        exec!(tx, sql, id, content)?;
    }
    Ok(())
}
