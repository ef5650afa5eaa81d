//! What people did. The log only grows.

use portflow_domain::entities::activity::Activity;
use portflow_domain::ids::{CustomerId, MigrationId};
use portflow_domain::views::Page;
use uuid::Uuid;

use super::push_optional;
use crate::error::Result;
use crate::insert_many::insert_many;
use crate::record::record;
use crate::statement::Statement;
use crate::tx::Tx;

record!(Activity, "activity" in "activity_log" {
    kept {
        id, at, actor_id, actor_name, customer_id, migration_id, entity_type, entity_id, action, changes,
        change_set_id, revision_before, revision_after,
    }
});

/// Appends entries.
pub async fn insert_activities(tx: &mut Tx, activities: &[Activity]) -> Result<()> {
    insert_many(tx, activities).await
}

/// A window of the log, newest first, of a customer, a migration or one record; at most 1,000 entries.
pub async fn page_activities(
    tx: &mut Tx,
    customer_id: Option<CustomerId>,
    migration_id: Option<MigrationId>,
    entity_id: Option<Uuid>,
    offset: u32,
    limit: u32,
) -> Result<Page<Activity>> {
    let condition = |start| {
        let mut statement = Statement::new(start);
        statement.push(" FROM activity_log WHERE TRUE");
        push_optional(&mut statement, " AND customer_id = ", customer_id);
        push_optional(&mut statement, " AND migration_id = ", migration_id);
        if let Some(id) = entity_id {
            statement.push(" AND entity_id = ").bind(&id);
        }
        statement
    };
    let total = tx.value(condition("SELECT COUNT(*) AS value")).await?;
    let mut statement = condition("SELECT *");
    statement
        .push(" ORDER BY at DESC, id DESC LIMIT ")
        .bind(&i64::from(limit.clamp(1, 1000)));
    statement.push(" OFFSET ").bind(&i64::from(offset));
    Ok(Page {
        total,
        rows: tx.list(statement).await?,
    })
}
