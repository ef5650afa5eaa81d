//! Companies whose telephony moves.

use portflow_domain::entities::customer::Customer;
use portflow_domain::entities::fold;
use portflow_domain::ids::CustomerId;

use crate::error::Result;
use crate::record::{find, insert, record, update};
use crate::tx::{Tx, rows};

record!(Customer, "customer" in "customers" {
    kept { id, revision, created_at, updated_at }
    set { name, legal_name, tenant_domain, tenant_id, time_zone, is_demo, notes, archived_at }
    derived { name_key = |customer: &Customer| fold(&customer.name) }
});

/// Every customer that is not archived, by name.
pub async fn list_customers(tx: &mut Tx) -> Result<Vec<Customer>> {
    rows!(
        tx,
        Customer,
        "SELECT * FROM customers WHERE archived_at IS NULL ORDER BY name_key, id"
    )
}

/// The customer with this id.
pub async fn find_customer(tx: &mut Tx, id: CustomerId) -> Result<Option<Customer>> {
    find(tx, id).await
}

/// Adds a customer and gives it as stored.
///
/// # Errors
/// [`crate::StoreError::Duplicate`] when the name is taken.
pub async fn insert_customer(tx: &mut Tx, customer: &Customer) -> Result<Customer> {
    insert(tx, customer).await
}

/// Changes a customer whose revision is still the one given, and gives it as stored.
///
/// # Errors
/// [`crate::StoreError::Conflict`] and [`crate::StoreError::NotFound`].
pub async fn update_customer(tx: &mut Tx, customer: &Customer) -> Result<Customer> {
    update(tx, customer).await
}
