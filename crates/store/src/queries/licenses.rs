//! Licenses of one kind that the customer has for a site.

use portflow_domain::entities::discovery::License;
use portflow_domain::entities::fold;
use portflow_domain::ids::{LicenseId, SiteId};

use super::push_optional;
use crate::error::Result;
use crate::record::{delete, find, insert, record, update};
use crate::statement::Statement;
use crate::tx::Tx;

record!(License, "license" in "licenses" {
    kept { id, customer_id, site_id, revision, created_at, updated_at }
    set { sku, quantity, assigned, monthly_cost_cents, is_new, notes }
    derived { sku_key = |license| fold(&license.sku) }
});

/// Those of a site or of all.
pub async fn list_licenses(tx: &mut Tx, site_id: Option<SiteId>) -> Result<Vec<License>> {
    let mut statement = Statement::new("SELECT * FROM licenses WHERE TRUE");
    push_optional(&mut statement, " AND site_id = ", site_id);
    statement.push(" ORDER BY sku_key, id");
    tx.list(statement).await
}

/// The one with this id.
pub async fn find_license(tx: &mut Tx, id: LicenseId) -> Result<Option<License>> {
    find(tx, id).await
}

/// Adds one and gives it as stored.
pub async fn insert_license(tx: &mut Tx, license: &License) -> Result<License> {
    insert(tx, license).await
}

/// Writes its fields and gives it as stored.
pub async fn update_license(tx: &mut Tx, license: &License) -> Result<License> {
    update(tx, license).await
}

/// Removes one.
pub async fn delete_license(tx: &mut Tx, license: &License) -> Result<()> {
    delete(tx, license).await
}
