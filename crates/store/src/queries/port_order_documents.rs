//! The papers of port orders.

use portflow_domain::entities::port_order::PortOrderDocument;
use portflow_domain::ids::{MigrationId, PortOrderId};

use crate::error::Result;
use crate::record::{insert, record, update};
use crate::tx::{Tx, rows};

record!(PortOrderDocument, "document of the port order" in "port_order_documents" {
    kept { id, customer_id, port_order_id, kind, revision, created_at, updated_at }
    set {
        state, requested_on, received_on, settled_on, dated_on, reason, attachment_id, signed_content,
    }
});

/// The papers of an order that somebody has spoken of, by kind.
pub async fn list_port_order_documents(tx: &mut Tx, id: PortOrderId) -> Result<Vec<PortOrderDocument>> {
    let sql = "SELECT * FROM port_order_documents WHERE port_order_id = $1 ORDER BY created_at, id";
    let mut found = rows!(tx, PortOrderDocument, sql, id)?;
    found.sort_by_key(|document| document.kind);
    Ok(found)
}

/// The papers of all orders of a migration that somebody has spoken of, by order and kind.
pub async fn list_documents_of_migration(
    tx: &mut Tx,
    migration_id: MigrationId,
) -> Result<Vec<PortOrderDocument>> {
    let sql = "SELECT d.* FROM port_order_documents d JOIN port_orders o ON o.id = d.port_order_id \
        WHERE o.migration_id = $1";
    let mut found = rows!(tx, PortOrderDocument, sql, migration_id)?;
    found.sort_by_key(|document| (document.port_order_id, document.kind));
    Ok(found)
}

/// Adds a paper and gives it as stored.
pub async fn insert_port_order_document(
    tx: &mut Tx,
    document: &PortOrderDocument,
) -> Result<PortOrderDocument> {
    insert(tx, document).await
}

/// Changes a paper whose revision is still the one given, and gives it as stored.
///
/// # Errors
/// [`crate::StoreError::Conflict`] and [`crate::StoreError::NotFound`].
pub async fn update_port_order_document(
    tx: &mut Tx,
    document: &PortOrderDocument,
) -> Result<PortOrderDocument> {
    update(tx, document).await
}
