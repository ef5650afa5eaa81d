//! Problems that somebody accepted.

use portflow_domain::entities::ProblemWaiver;
use portflow_domain::ids::{MigrationId, ProblemWaiverId};

use crate::error::Result;
use crate::record::{delete_many, find, insert, record};
use crate::tx::{Tx, rows};

record!(ProblemWaiver, "waiver of a problem" in "problem_waivers" {
    kept { id, customer_id, migration_id, code, entity_type, entity_id, fingerprint, reason, waived_by, at }
});

/// Those of a migration, oldest first.
pub async fn list_problem_waivers(tx: &mut Tx, migration_id: MigrationId) -> Result<Vec<ProblemWaiver>> {
    let sql = "SELECT * FROM problem_waivers WHERE migration_id = $1 ORDER BY at, id";
    rows!(tx, ProblemWaiver, sql, migration_id)
}

/// The one with this id.
pub async fn find_problem_waiver(tx: &mut Tx, id: ProblemWaiverId) -> Result<Option<ProblemWaiver>> {
    find(tx, id).await
}

/// Adds one and gives it as stored.
///
/// # Errors
/// [`crate::StoreError::Duplicate`] when the same value of the same record has one already.
pub async fn insert_problem_waiver(tx: &mut Tx, waiver: &ProblemWaiver) -> Result<ProblemWaiver> {
    insert(tx, waiver).await
}

/// Removes those with these ids; the caller has read them in the same transaction.
pub async fn delete_problem_waivers(tx: &mut Tx, ids: &[ProblemWaiverId]) -> Result<()> {
    delete_many::<ProblemWaiver>(tx, ids).await
}
