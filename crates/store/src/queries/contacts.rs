//! The people to ask at a customer.

use portflow_domain::entities::customer::Contact;
use portflow_domain::ids::{ContactId, CustomerId};

use super::push_optional;
use crate::error::Result;
use crate::record::{delete, find, insert, record, update};
use crate::statement::Statement;
use crate::tx::Tx;

record!(Contact, "contact" in "contacts" {
    kept { id, customer_id, revision, created_at, updated_at }
    set { site_id, kind, name, title, email, phone }
});

/// The contacts of a customer or of all, by name.
pub async fn list_contacts(tx: &mut Tx, customer_id: Option<CustomerId>) -> Result<Vec<Contact>> {
    let mut statement = Statement::new("SELECT * FROM contacts WHERE TRUE");
    push_optional(&mut statement, " AND customer_id = ", customer_id);
    statement.push(" ORDER BY name, id");
    tx.list(statement).await
}

/// The contact with this id.
pub async fn find_contact(tx: &mut Tx, id: ContactId) -> Result<Option<Contact>> {
    find(tx, id).await
}

/// Adds a contact and gives it as stored.
pub async fn insert_contact(tx: &mut Tx, contact: &Contact) -> Result<Contact> {
    insert(tx, contact).await
}

/// Changes a contact whose revision is still the one given, and gives it as stored.
///
/// # Errors
/// [`crate::StoreError::Conflict`] and [`crate::StoreError::NotFound`].
pub async fn update_contact(tx: &mut Tx, contact: &Contact) -> Result<Contact> {
    update(tx, contact).await
}

/// Removes one.
///
/// # Errors
/// [`crate::StoreError::InUse`] while an order names it.
pub async fn delete_contact(tx: &mut Tx, contact: &Contact) -> Result<()> {
    delete(tx, contact).await
}
