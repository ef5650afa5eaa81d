//! A part of a network by which Teams knows where a device is.

use portflow_domain::entities::emergency::NetworkSegment;
use portflow_domain::ids::{CustomerId, NetworkSegmentId, SiteId};

use super::push_optional;
use crate::error::Result;
use crate::record::{delete, find, insert, record, update};
use crate::statement::Statement;
use crate::tx::Tx;

record!(NetworkSegment, "network segment" in "network_segments" {
    kept { id, customer_id, site_id, revision, created_at, updated_at }
    set { emergency_location_id, kind, identifier, port, description }
});

/// Those of a site or of all.
pub async fn list_network_segments(tx: &mut Tx, site_id: Option<SiteId>) -> Result<Vec<NetworkSegment>> {
    let mut statement = Statement::new("SELECT * FROM network_segments WHERE TRUE");
    push_optional(&mut statement, " AND site_id = ", site_id);
    statement.push(" ORDER BY identifier, port, id");
    tx.list(statement).await
}

/// Those at all sites of a customer: its tenant keeps one list of them.
pub async fn list_network_segments_of_customer(
    tx: &mut Tx,
    customer_id: CustomerId,
) -> Result<Vec<NetworkSegment>> {
    let mut statement = Statement::new("SELECT * FROM network_segments WHERE customer_id = ");
    statement.bind(&customer_id);
    statement.push(" ORDER BY identifier, port, id");
    tx.list(statement).await
}

/// The one with this id.
pub async fn find_network_segment(tx: &mut Tx, id: NetworkSegmentId) -> Result<Option<NetworkSegment>> {
    find(tx, id).await
}

/// Adds one and gives it as stored.
pub async fn insert_network_segment(tx: &mut Tx, segment: &NetworkSegment) -> Result<NetworkSegment> {
    insert(tx, segment).await
}

/// Writes its fields and gives it as stored.
pub async fn update_network_segment(tx: &mut Tx, segment: &NetworkSegment) -> Result<NetworkSegment> {
    update(tx, segment).await
}

/// Removes one.
pub async fn delete_network_segment(tx: &mut Tx, segment: &NetworkSegment) -> Result<()> {
    delete(tx, segment).await
}
