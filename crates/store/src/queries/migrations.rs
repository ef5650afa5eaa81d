//! Migration projects. Their counters belong to the database.

use portflow_domain::entities::fold;
use portflow_domain::entities::migration::Migration;
use portflow_domain::ids::{MigrationId, SiteId};

use super::push_optional;
use crate::error::Result;
use crate::record::{find, insert, record, update};
use crate::statement::Statement;
use crate::tx::Tx;

record!(Migration, "migration" in "migrations" {
    kept {
        id, customer_id, site_id, total_numbers, ported_numbers, total_users, configured_users, revision,
        created_at, updated_at,
    }
    set {
        name, status, status_before_hold, routing_type, carrier_id, target_date, voice_routing_policy,
        dial_plan, notes, archived_at,
    }
    derived { name_key = |migration: &Migration| fold(&migration.name) }
});

/// The migrations of a site or of all that are not archived, by name.
pub async fn list_migrations(tx: &mut Tx, site_id: Option<SiteId>) -> Result<Vec<Migration>> {
    let mut statement = Statement::new("SELECT * FROM migrations WHERE archived_at IS NULL");
    push_optional(&mut statement, " AND site_id = ", site_id);
    statement.push(" ORDER BY name_key, id");
    tx.list(statement).await
}

/// The migration with this id.
pub async fn find_migration(tx: &mut Tx, id: MigrationId) -> Result<Option<Migration>> {
    find(tx, id).await
}

/// Adds a migration and gives it as stored. Its counters should be zero: it has no numbers yet.
///
/// # Errors
/// [`crate::StoreError::Duplicate`] when the site has a migration of that name.
pub async fn insert_migration(tx: &mut Tx, migration: &Migration) -> Result<Migration> {
    insert(tx, migration).await
}

/// Changes a migration whose revision is still the one given, and gives it as stored; counters stay.
///
/// # Errors
/// [`crate::StoreError::Conflict`], [`crate::StoreError::NotFound`] and
/// [`crate::StoreError::IllegalTransition`].
pub async fn update_migration(tx: &mut Tx, migration: &Migration) -> Result<Migration> {
    update(tx, migration).await
}
