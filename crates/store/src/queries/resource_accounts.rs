//! Teams resource accounts.

use portflow_domain::entities::fold;
use portflow_domain::entities::voice_app::ResourceAccount;
use portflow_domain::ids::{MigrationId, ResourceAccountId};

use crate::error::Result;
use crate::insert_many::insert_many;
use crate::record::{delete_many, find, insert, record, update};
use crate::tx::{Tx, rows};

record!(ResourceAccount, "resource account" in "resource_accounts" {
    kept { id, customer_id, migration_id, revision, created_at, updated_at }
    set {
        upn, display_name, account_type, auto_attendant_id, call_queue_id, usage_location, license_sku,
        tenant_object_id, is_configured,
    }
    derived { upn_key = |account: &ResourceAccount| fold(&account.upn) }
});

/// The resource account with this id.
pub async fn find_resource_account(tx: &mut Tx, id: ResourceAccountId) -> Result<Option<ResourceAccount>> {
    find(tx, id).await
}

/// The resource accounts of a migration, by name.
pub async fn list_resource_accounts(tx: &mut Tx, migration_id: MigrationId) -> Result<Vec<ResourceAccount>> {
    let sql = "SELECT * FROM resource_accounts WHERE migration_id = $1 ORDER BY display_name, upn_key, id";
    rows!(tx, ResourceAccount, sql, migration_id)
}

/// Adds a resource account and gives it as stored.
///
/// # Errors
/// [`crate::StoreError::Duplicate`] when the migration has a resource account of that UPN.
pub async fn insert_resource_account(tx: &mut Tx, account: &ResourceAccount) -> Result<ResourceAccount> {
    insert(tx, account).await
}

/// Adds any number of resource accounts.
///
/// # Errors
/// [`crate::StoreError::Duplicate`] when a migration has one of these UPNs already.
pub async fn insert_resource_accounts(tx: &mut Tx, accounts: &[ResourceAccount]) -> Result<()> {
    insert_many(tx, accounts).await
}

/// Changes a resource account whose revision is still the one given, and gives it as stored.
///
/// # Errors
/// [`crate::StoreError::Conflict`], [`crate::StoreError::NotFound`] and [`crate::StoreError::Duplicate`].
pub async fn update_resource_account(tx: &mut Tx, account: &ResourceAccount) -> Result<ResourceAccount> {
    update(tx, account).await
}

/// Removes resource accounts that the caller has read in this transaction.
pub async fn delete_resource_accounts(tx: &mut Tx, ids: &[ResourceAccountId]) -> Result<()> {
    delete_many::<ResourceAccount>(tx, ids).await
}
