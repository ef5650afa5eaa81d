//! A trunk or line bundle that the customer pays for.

use portflow_domain::entities::legacy::Circuit;
use portflow_domain::ids::{CircuitId, CustomerId, SiteId};

use super::push_optional;
use crate::error::Result;
use crate::record::{delete, find, insert, record, update};
use crate::statement::Statement;
use crate::tx::Tx;

record!(Circuit, "circuit" in "circuits" {
    kept { id, customer_id, site_id, revision, created_at, updated_at }
    set { losing_account_id, carrier_name, kind, circuit_id, channels, btn, contract_end, monthly_cost_cents, disconnect_on, notes }
});

/// Those of a site or of all.
pub async fn list_circuits(tx: &mut Tx, site_id: Option<SiteId>) -> Result<Vec<Circuit>> {
    let mut statement = Statement::new("SELECT * FROM circuits WHERE TRUE");
    push_optional(&mut statement, " AND site_id = ", site_id);
    statement.push(" ORDER BY carrier_name, coalesce(circuit_id, ''), id");
    tx.list(statement).await
}

/// Those at all sites of a customer.
pub async fn list_circuits_of_customer(tx: &mut Tx, customer_id: CustomerId) -> Result<Vec<Circuit>> {
    let mut statement = Statement::new("SELECT * FROM circuits WHERE customer_id = ");
    statement.bind(&customer_id);
    statement.push(" ORDER BY carrier_name, coalesce(circuit_id, ''), id");
    tx.list(statement).await
}

/// The one with this id.
pub async fn find_circuit(tx: &mut Tx, id: CircuitId) -> Result<Option<Circuit>> {
    find(tx, id).await
}

/// Adds one and gives it as stored.
pub async fn insert_circuit(tx: &mut Tx, circuit: &Circuit) -> Result<Circuit> {
    insert(tx, circuit).await
}

/// Writes its fields and gives it as stored.
pub async fn update_circuit(tx: &mut Tx, circuit: &Circuit) -> Result<Circuit> {
    update(tx, circuit).await
}

/// Removes one.
pub async fn delete_circuit(tx: &mut Tx, circuit: &Circuit) -> Result<()> {
    delete(tx, circuit).await
}
