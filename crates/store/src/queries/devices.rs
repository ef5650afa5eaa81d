//! Equipment of one kind at a site.

use portflow_domain::entities::discovery::Device;
use portflow_domain::ids::{DeviceId, SiteId};

use super::push_optional;
use crate::error::Result;
use crate::record::{delete, find, insert, record, update};
use crate::statement::Statement;
use crate::tx::Tx;

record!(Device, "device" in "devices" {
    kept { id, customer_id, site_id, revision, created_at, updated_at }
    set { kind, vendor, model, quantity, is_kept, location, notes }
});

/// Those of a site or of all.
pub async fn list_devices(tx: &mut Tx, site_id: Option<SiteId>) -> Result<Vec<Device>> {
    let mut statement = Statement::new("SELECT * FROM devices WHERE TRUE");
    push_optional(&mut statement, " AND site_id = ", site_id);
    statement.push(" ORDER BY coalesce(vendor, ''), coalesce(model, ''), id");
    tx.list(statement).await
}

/// The one with this id.
pub async fn find_device(tx: &mut Tx, id: DeviceId) -> Result<Option<Device>> {
    find(tx, id).await
}

/// Adds one and gives it as stored.
pub async fn insert_device(tx: &mut Tx, device: &Device) -> Result<Device> {
    insert(tx, device).await
}

/// Writes its fields and gives it as stored.
pub async fn update_device(tx: &mut Tx, device: &Device) -> Result<Device> {
    update(tx, device).await
}

/// Removes one.
pub async fn delete_device(tx: &mut Tx, device: &Device) -> Result<()> {
    delete(tx, device).await
}
