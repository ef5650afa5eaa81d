//! The telephone system that is replaced, and how people dial in it.

use portflow_domain::entities::legacy::LegacySystem;
use portflow_domain::ids::{LegacySystemId, SiteId};

use super::push_optional;
use crate::error::Result;
use crate::record::{delete, find, insert, record, update};
use crate::statement::Statement;
use crate::tx::Tx;

record!(LegacySystem, "legacy system" in "legacy_systems" {
    kept { id, customer_id, site_id, revision, created_at, updated_at }
    set { vendor, model, version, outside_line_digit, extension_length, internal_ranges, maintained_by, notes }
});

/// Those of a site or of all.
pub async fn list_legacy_systems(tx: &mut Tx, site_id: Option<SiteId>) -> Result<Vec<LegacySystem>> {
    let mut statement = Statement::new("SELECT * FROM legacy_systems WHERE TRUE");
    push_optional(&mut statement, " AND site_id = ", site_id);
    statement.push(" ORDER BY vendor, id");
    tx.list(statement).await
}

/// The one with this id.
pub async fn find_legacy_system(tx: &mut Tx, id: LegacySystemId) -> Result<Option<LegacySystem>> {
    find(tx, id).await
}

/// Adds one and gives it as stored.
pub async fn insert_legacy_system(tx: &mut Tx, system: &LegacySystem) -> Result<LegacySystem> {
    insert(tx, system).await
}

/// Writes its fields and gives it as stored.
pub async fn update_legacy_system(tx: &mut Tx, system: &LegacySystem) -> Result<LegacySystem> {
    update(tx, system).await
}

/// Removes one.
pub async fn delete_legacy_system(tx: &mut Tx, system: &LegacySystem) -> Result<()> {
    delete(tx, system).await
}
