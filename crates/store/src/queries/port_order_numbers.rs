//! The numbers within port orders. A number that leaves an order keeps its row, with the version it left in.

use portflow_domain::entities::phone_number::PhoneNumber;
use portflow_domain::entities::port_order::PortOrderNumber;
use portflow_domain::ids::PortOrderId;

use crate::error::Result;
use crate::insert_many::insert_many;
use crate::record::record;
use crate::tx::{Tx, rows};
use crate::update_many::update_many;

record!(PortOrderNumber, "number of a port order" in "port_order_numbers" {
    kept { id, customer_id, port_order_id, phone_number_id, e164, shares_base, added_in_version, revision, created_at, updated_at }
    set { removed_in_version, outcome, outcome_at, reject_code, is_open }
});

/// Every number that is or was in the order, by number.
pub async fn list_port_order_numbers(tx: &mut Tx, id: PortOrderId) -> Result<Vec<PortOrderNumber>> {
    let sql = "SELECT * FROM port_order_numbers WHERE port_order_id = $1 ORDER BY e164, id";
    rows!(tx, PortOrderNumber, sql, id)
}

/// Puts numbers into an order.
///
/// # Errors
/// [`crate::StoreError::Duplicate`] when one of them is in another open order.
pub async fn insert_port_order_numbers(tx: &mut Tx, numbers: &[PortOrderNumber]) -> Result<()> {
    insert_many(tx, numbers).await
}

/// Notes outcomes of numbers or that they left their order, each from the first of its pair to the second, where the
/// revision is still that of the first.
///
/// # Errors
/// [`crate::StoreError::Conflict`] and [`crate::StoreError::NotFound`].
pub async fn update_port_order_numbers(
    tx: &mut Tx,
    pairs: &[(PortOrderNumber, PortOrderNumber)],
) -> Result<()> {
    update_many(tx, pairs).await
}

/// The inventory's records of the numbers that are in the order now, by number and extension.
pub async fn list_open_phone_numbers(tx: &mut Tx, id: PortOrderId) -> Result<Vec<PhoneNumber>> {
    let sql = "SELECT n.* FROM phone_numbers n JOIN port_order_numbers x ON x.phone_number_id = n.id \
        WHERE x.port_order_id = $1 AND x.removed_in_version IS NULL ORDER BY n.number, n.extension, n.id";
    rows!(tx, PhoneNumber, sql, id)
}
