//! A place to which help can be sent: a dispatchable address and the place within it.

use portflow_domain::entities::emergency::EmergencyLocation;
use portflow_domain::entities::fold;
use portflow_domain::ids::{EmergencyLocationId, SiteId};

use super::push_optional;
use crate::error::Result;
use crate::record::{delete, find, insert, record, update};
use crate::statement::Statement;
use crate::tx::Tx;

record!(EmergencyLocation, "emergency location" in "emergency_locations" {
    kept { id, customer_id, site_id, revision, created_at, updated_at }
    set { name, company_name, building, floor, room, house_number, house_number_suffix, street_name, street_suffix, city, state, postal_code, country, elin, notes }
    derived { name_key = |location| fold(&location.name) }
});

/// Those of a site or of all.
pub async fn list_emergency_locations(
    tx: &mut Tx,
    site_id: Option<SiteId>,
) -> Result<Vec<EmergencyLocation>> {
    let mut statement = Statement::new("SELECT * FROM emergency_locations WHERE TRUE");
    push_optional(&mut statement, " AND site_id = ", site_id);
    statement.push(" ORDER BY name_key, id");
    tx.list(statement).await
}

/// The one with this id.
pub async fn find_emergency_location(
    tx: &mut Tx,
    id: EmergencyLocationId,
) -> Result<Option<EmergencyLocation>> {
    find(tx, id).await
}

/// Adds one and gives it as stored.
pub async fn insert_emergency_location(
    tx: &mut Tx,
    location: &EmergencyLocation,
) -> Result<EmergencyLocation> {
    insert(tx, location).await
}

/// Writes its fields and gives it as stored.
pub async fn update_emergency_location(
    tx: &mut Tx,
    location: &EmergencyLocation,
) -> Result<EmergencyLocation> {
    update(tx, location).await
}

/// Removes one.
pub async fn delete_emergency_location(tx: &mut Tx, location: &EmergencyLocation) -> Result<()> {
    delete(tx, location).await
}
