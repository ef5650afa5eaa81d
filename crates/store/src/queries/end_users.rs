//! Employees who receive numbers.

use portflow_domain::entities::end_user::EndUser;
use portflow_domain::entities::fold;
use portflow_domain::ids::{EndUserId, MigrationId};

use super::IDS_PER_STATEMENT;
use crate::column::Value;
use crate::error::Result;
use crate::insert_many::insert_many;
use crate::record::{delete_many, find, find_many, record, update};
use crate::statement::Statement;
use crate::tx::{Tx, rows};

pub use super::end_user_rows::{list_end_user_rows, page_end_users};

record!(EndUser, "person" in "end_users" {
    kept { id, customer_id, migration_id, revision, created_at, updated_at }
    set {
        site_id, upn, user_key, display_name, first_name, last_name, department, job_title, legacy_extension,
        email, usage_location, license_sku, voice_routing_policy, dial_plan, calling_policy, voicemail_enabled,
        emergency_location, cutover_date, is_configured, configured_at, notes,
    }
    derived {
        upn_key = |person: &EndUser| person.upn.as_deref().map(fold),
        name_key = |person: &EndUser| fold(&person.display_name),
    }
});

/// The person with this id.
pub async fn find_end_user(tx: &mut Tx, id: EndUserId) -> Result<Option<EndUser>> {
    find(tx, id).await
}

/// The people with these ids that exist, in the order of the ids.
pub async fn find_end_users(tx: &mut Tx, ids: &[EndUserId]) -> Result<Vec<EndUser>> {
    find_many(tx, ids).await
}

/// The people of a migration with these UPNs, without regard to case; by name.
pub async fn find_end_users_by_upn(
    tx: &mut Tx,
    migration_id: MigrationId,
    upns: &[String],
) -> Result<Vec<EndUser>> {
    let mut found: Vec<EndUser> = Vec::new();
    for chunk in upns.chunks(IDS_PER_STATEMENT) {
        let mut statement = Statement::new("SELECT * FROM end_users WHERE migration_id = ");
        statement.bind(&migration_id).push(" AND upn_key IN ");
        statement.bind_list(chunk.iter().map(|upn| Value::Text(fold(upn))));
        found.extend(tx.list::<EndUser>(statement).await?);
    }
    found.sort_by_cached_key(|person| (fold(&person.display_name), person.id));
    found.dedup_by_key(|person| person.id);
    Ok(found)
}

/// Everybody of a migration, by name.
pub async fn list_end_users(tx: &mut Tx, migration_id: MigrationId) -> Result<Vec<EndUser>> {
    let sql = "SELECT * FROM end_users WHERE migration_id = $1 ORDER BY name_key, upn_key NULLS LAST, id";
    rows!(tx, EndUser, sql, migration_id)
}

/// Adds any number of people and counts them into their migrations.
///
/// # Errors
/// [`crate::StoreError::Duplicate`] when a migration has somebody with the UPN or key of one of them.
pub async fn insert_end_users(tx: &mut Tx, people: &[EndUser]) -> Result<()> {
    insert_many(tx, people).await
}

/// Changes a person whose revision is still the one given, and gives them as stored.
///
/// # Errors
/// [`crate::StoreError::Conflict`], [`crate::StoreError::NotFound`] and [`crate::StoreError::Duplicate`].
pub async fn update_end_user(tx: &mut Tx, person: &EndUser) -> Result<EndUser> {
    update(tx, person).await
}

/// Removes people that the caller has read in this transaction.
pub async fn delete_end_users(tx: &mut Tx, ids: &[EndUserId]) -> Result<()> {
    delete_many::<EndUser>(tx, ids).await
}
