//! Open orders with what their age and their risks depend on, all in one question.

use chrono::NaiveDate;
use portflow_domain::entities::Activity;
use portflow_domain::ids::{MigrationId, PortOrderId};
use portflow_domain::views::WatchedOrder;

use super::push_optional;
use crate::error::Result;
use crate::record::record;
use crate::statement::Statement;
use crate::tx::{Tx, rows};

record!(WatchedOrder {
    id,
    carrier_id,
    status,
    number_class,
    since,
    foc_at,
    foc_local_date,
    snapback_until,
    loa_signed_on,
    bill_date,
    csr_date,
    without_holder,
    held,
    has_script,
});

/// Numbers of a near port that meet a condition; the others are not worth counting.
const NEAR: &str = "CASE WHEN o.status IN ('foc_received', 'scheduled', 'jeopardy') AND o.foc_local_date <= ";
const COUNTED: &str = " THEN (SELECT COUNT(*) FROM port_order_numbers x \
    JOIN phone_numbers n ON n.id = x.phone_number_id \
    WHERE x.port_order_id = o.id AND x.removed_in_version IS NULL AND ";

/// The open orders of a migration or of all, or only one of them, by id. Numbers are counted for ports up to `near`.
pub async fn list_watched_orders(
    tx: &mut Tx,
    migration_id: Option<MigrationId>,
    id: Option<PortOrderId>,
    near: NaiveDate,
) -> Result<Vec<WatchedOrder>> {
    let mut statement = Statement::new(
        "SELECT o.id, o.carrier_id, o.status, o.number_class, \
        coalesce((SELECT MAX(e.at) FROM port_order_events e WHERE e.port_order_id = o.id \
            AND e.to_status = o.status AND (e.from_status IS NULL OR e.from_status <> e.to_status)), \
            o.created_at) AS since, \
        o.foc_at, o.foc_local_date, o.snapback_until, o.loa_signed_on, a.bill_date, a.csr_date, ",
    );
    statement.push(NEAR).bind(&near).push(COUNTED).push(
        "n.number_type = 'user' AND n.assigned_end_user_id IS NULL AND n.assigned_resource_account_id IS NULL) \
        ELSE 0 END AS without_holder, ",
    );
    statement.push(NEAR).bind(&near).push(COUNTED).push(
        "(n.assigned_end_user_id IS NOT NULL OR n.assigned_resource_account_id IS NOT NULL)) \
        ELSE 0 END AS held, \
        EXISTS (SELECT 1 FROM generated_scripts g WHERE g.migration_id = o.migration_id AND g.kind = 'cutover' \
            AND (g.port_order_id = o.id OR g.port_order_id IS NULL)) AS has_script \
        FROM port_orders o LEFT JOIN losing_accounts a ON a.id = o.losing_account_id \
        WHERE o.status NOT IN ('closed', 'cancelled', 'failed', 'snapped_back', 'verified')",
    );
    push_optional(&mut statement, " AND o.migration_id = ", migration_id);
    push_optional(&mut statement, " AND o.id = ", id);
    statement.push(" ORDER BY o.id");
    tx.list(statement).await
}

/// The log's entries about steps of orders that have no commitment now, oldest first: what they had stands there.
pub async fn list_steps_without_commitment(tx: &mut Tx) -> Result<Vec<Activity>> {
    rows!(
        tx,
        Activity,
        "SELECT l.* FROM port_orders o JOIN activity_log l ON l.entity_id = o.id \
        WHERE o.foc_at IS NULL AND l.entity_type = 'port_order' AND l.action = 'status_changed' \
        ORDER BY l.at, l.id"
    )
}
