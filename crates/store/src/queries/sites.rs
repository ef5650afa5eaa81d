//! Physical locations.

use portflow_domain::entities::customer::Site;
use portflow_domain::entities::fold;
use portflow_domain::ids::{CustomerId, MigrationId, SiteId};

use super::push_optional;
use crate::error::Result;
use crate::record::{delete_many, find, insert, record, update};
use crate::row::Only;
use crate::statement::Statement;
use crate::tx::{Tx, rows};

record!(Site, "site" in "sites" {
    kept { id, customer_id, revision, created_at, updated_at }
    set {
        name, code, street, city, state, postal_code, country, time_zone, main_number, legacy_pbx,
        business_hours, holidays, discovery_notes, archived_at,
    }
    derived { name_key = |site: &Site| fold(&site.name) }
});

/// The sites of a customer or of all that are not archived, by name.
pub async fn list_sites(tx: &mut Tx, customer_id: Option<CustomerId>) -> Result<Vec<Site>> {
    let mut statement = Statement::new("SELECT * FROM sites WHERE archived_at IS NULL");
    push_optional(&mut statement, " AND customer_id = ", customer_id);
    statement.push(" ORDER BY name_key, id");
    tx.list(statement).await
}

/// The site with this id.
pub async fn find_site(tx: &mut Tx, id: SiteId) -> Result<Option<Site>> {
    find(tx, id).await
}

/// Adds a site and gives it as stored.
///
/// # Errors
/// [`crate::StoreError::Duplicate`] when the customer has a site of that name.
pub async fn insert_site(tx: &mut Tx, site: &Site) -> Result<Site> {
    insert(tx, site).await
}

/// Changes a site whose revision is still the one given, and gives it as stored.
///
/// # Errors
/// [`crate::StoreError::Conflict`] and [`crate::StoreError::NotFound`].
pub async fn update_site(tx: &mut Tx, site: &Site) -> Result<Site> {
    update(tx, site).await
}

/// Removes sites that the caller has read in this transaction.
pub async fn delete_sites(tx: &mut Tx, ids: &[SiteId]) -> Result<()> {
    delete_many::<Site>(tx, ids).await
}

/// The sites of a customer that a migration or somebody of another migration refers to.
pub async fn list_sites_in_use(
    tx: &mut Tx,
    customer_id: CustomerId,
    except: MigrationId,
) -> Result<Vec<SiteId>> {
    let sql = "SELECT site_id AS value FROM migrations WHERE customer_id = $1 \
        UNION SELECT site_id FROM end_users WHERE customer_id = $1 AND migration_id <> $2 AND site_id IS NOT NULL";
    let found = rows!(tx, Only<SiteId>, sql, customer_id, except)?;
    Ok(found.into_iter().map(|Only(id)| id).collect())
}
