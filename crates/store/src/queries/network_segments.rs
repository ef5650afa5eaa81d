//! A part of a network by which Teams knows where a device is.

use portflow_domain::entities::customer::Site;
use portflow_domain::entities::emergency::NetworkSegment;
use portflow_domain::enums::NetworkKind;
use portflow_domain::ids::{CustomerId, EmergencyLocationId, NetworkSegmentId, SiteId};

use super::push_optional;
use crate::error::Result;
use crate::record::{delete, find, insert, record, update};
use crate::statement::Statement;
use crate::tx::Tx;

record!(NetworkSegment, "network segment" in "network_segments" {
    kept { id, customer_id, site_id, revision, created_at, updated_at }
    set { emergency_location_id, kind, identifier, port, description }
});

/// A segment beside the place it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappedSegment {
    /// Its id.
    pub id: NetworkSegmentId,
    /// Whose it is.
    pub customer_id: CustomerId,
    /// Where it was found.
    pub site_id: SiteId,
    /// What it is.
    pub kind: NetworkKind,
    /// As it is kept.
    pub identifier: String,
    /// Port of a switch; empty for everything else.
    pub port: String,
    /// The place; none = not known yet.
    pub emergency_location_id: Option<EmergencyLocationId>,
    /// How a person knows the place: `Dallas HQ, Floor 4`.
    pub place: Option<String>,
}
record!(MappedSegment {
    id,
    customer_id,
    site_id,
    kind,
    identifier,
    port,
    emergency_location_id,
    place,
});

const MAPPED: &str = "SELECT n.id, n.customer_id, n.site_id, n.kind, n.identifier, n.port, \
    n.emergency_location_id, s.name || ', ' || l.name AS place FROM network_segments n \
    LEFT JOIN emergency_locations l ON l.id = n.emergency_location_id LEFT JOIN sites s ON s.id = l.site_id \
    WHERE TRUE";

const MAPPED_ORDER: &str = " ORDER BY n.identifier, n.port, n.id";

/// Those of a site or of all.
pub async fn list_network_segments(tx: &mut Tx, site_id: Option<SiteId>) -> Result<Vec<NetworkSegment>> {
    let mut statement = Statement::new("SELECT * FROM network_segments WHERE TRUE");
    push_optional(&mut statement, " AND site_id = ", site_id);
    statement.push(" ORDER BY identifier, port, id");
    tx.list(statement).await
}

/// Those of a customer or of all, each with the place it stands for: a tenant keeps one list of them.
pub async fn list_mapped_segments(
    tx: &mut Tx,
    customer_id: Option<CustomerId>,
) -> Result<Vec<MappedSegment>> {
    let mut statement = Statement::new(MAPPED);
    push_optional(&mut statement, " AND n.customer_id = ", customer_id);
    statement.push(MAPPED_ORDER);
    tx.list(statement).await
}

/// Those of its customer that are of a kind which the site has, its own among them: others cannot speak against it.
pub async fn list_mapped_segments_beside(tx: &mut Tx, site: &Site) -> Result<Vec<MappedSegment>> {
    let mut statement = Statement::new(MAPPED);
    statement
        .push(" AND n.site_id IN (SELECT id FROM sites WHERE customer_id = ")
        .bind(&site.customer_id);
    statement
        .push(") AND n.kind IN (SELECT kind FROM network_segments WHERE site_id = ")
        .bind(&site.id);
    statement.push(")").push(MAPPED_ORDER);
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
