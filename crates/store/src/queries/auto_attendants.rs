//! Auto attendants.

use portflow_domain::entities::fold;
use portflow_domain::entities::voice_app::AutoAttendant;
use portflow_domain::ids::{AutoAttendantId, MigrationId};

use crate::error::Result;
use crate::insert_many::insert_many;
use crate::record::{delete_many, record, update};
use crate::tx::{Tx, rows};

record!(AutoAttendant, "auto attendant" in "auto_attendants" {
    kept { id, customer_id, migration_id, revision, created_at, updated_at }
    set {
        name, language, time_zone, voice, greeting, business_hours, holidays, business_hours_menu_options,
        after_hours_greeting, after_hours_menu_options, holiday_calls, operator, dial_by_name, is_configured,
    }
    derived { name_key = |attendant: &AutoAttendant| fold(&attendant.name) }
});

/// The auto attendants of a migration, by name.
pub async fn list_auto_attendants(tx: &mut Tx, migration_id: MigrationId) -> Result<Vec<AutoAttendant>> {
    let sql = "SELECT * FROM auto_attendants WHERE migration_id = $1 ORDER BY name_key, id";
    rows!(tx, AutoAttendant, sql, migration_id)
}

/// Adds any number of auto attendants.
///
/// # Errors
/// [`crate::StoreError::Duplicate`] when a migration has one of these names already.
pub async fn insert_auto_attendants(tx: &mut Tx, attendants: &[AutoAttendant]) -> Result<()> {
    insert_many(tx, attendants).await
}

/// Changes an auto attendant whose revision is still the one given, and gives it as stored.
///
/// # Errors
/// [`crate::StoreError::Conflict`], [`crate::StoreError::NotFound`] and [`crate::StoreError::Duplicate`].
pub async fn update_auto_attendant(tx: &mut Tx, attendant: &AutoAttendant) -> Result<AutoAttendant> {
    update(tx, attendant).await
}

/// Removes auto attendants that the caller has read in this transaction.
pub async fn delete_auto_attendants(tx: &mut Tx, ids: &[AutoAttendantId]) -> Result<()> {
    delete_many::<AutoAttendant>(tx, ids).await
}
