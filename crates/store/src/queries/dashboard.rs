//! The figures of the first screen, from the database's views.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use portflow_domain::coded::Coded;
use portflow_domain::enums::{MigrationStatus, PortingStatus};
use portflow_domain::ids::MigrationId;
use portflow_domain::views::{FocDate, MigrationOverview, StatusCount};

use crate::error::Result;
use crate::record::record;
use crate::tx::{Tx, rows};

record!(FocDate {
    port_order_id,
    migration_id,
    path,
    pon,
    foc_local_date,
    foc_local_time,
    foc_zone,
    status,
    numbers,
});

/// One line of the view `migration_dashboard`, with what the overview needs besides.
struct Line {
    migration_id: MigrationId,
    path: String,
    name: String,
    customer_name: String,
    site_name: String,
    is_demo: bool,
    status: MigrationStatus,
    target_date: Option<NaiveDate>,
    total_numbers: i64,
    numbers_to_port: i64,
    ported_numbers: i64,
    unassigned_numbers: i64,
    total_users: i64,
    configured_users: i64,
    next_foc_date: Option<NaiveDate>,
}
record!(Line {
    migration_id,
    path,
    name,
    customer_name,
    site_name,
    is_demo,
    status,
    target_date,
    total_numbers,
    numbers_to_port,
    ported_numbers,
    unassigned_numbers,
    total_users,
    configured_users,
    next_foc_date,
});

/// One line of the view `porting_status_summary`.
struct Counted {
    migration_id: MigrationId,
    porting_status: PortingStatus,
    number_count: i64,
}
record!(Counted {
    migration_id,
    porting_status,
    number_count
});

/// The figures of every migration that is not archived, nor its customer or site; by path.
pub async fn list_migration_overviews(tx: &mut Tx) -> Result<Vec<MigrationOverview>> {
    let lines = "SELECT d.migration_id, d.customer_name || '/' || d.site_name || '/' || d.migration_name AS path, \
        d.migration_name AS name, d.customer_name, d.site_name, c.is_demo, d.status, d.target_date, \
        d.total_numbers, d.numbers_to_port, d.numbers_done AS ported_numbers, \
        coalesce(w.unassigned, 0) AS unassigned_numbers, d.total_users, d.configured_users, d.next_foc_date \
        FROM migration_dashboard d JOIN customers c ON c.id = d.customer_id JOIN sites s ON s.id = d.site_id \
        LEFT JOIN (SELECT migration_id, COUNT(*) AS unassigned FROM unassigned_numbers GROUP BY migration_id) w \
            ON w.migration_id = d.migration_id \
        WHERE d.archived_at IS NULL AND c.archived_at IS NULL AND s.archived_at IS NULL \
        ORDER BY path, d.migration_id";
    let lines = rows!(tx, Line, lines)?;
    let counts = "SELECT migration_id, porting_status, number_count FROM porting_status_summary";
    let counts: BTreeMap<(MigrationId, PortingStatus), i64> = rows!(tx, Counted, counts)?
        .into_iter()
        .map(|row| ((row.migration_id, row.porting_status), row.number_count))
        .collect();
    let count =
        |id: MigrationId, status: PortingStatus| counts.get(&(id, status)).copied().unwrap_or_default();
    let overview = |line: Line| MigrationOverview {
        by_status: PortingStatus::ALL
            .iter()
            .map(|status| StatusCount {
                porting_status: *status,
                count: count(line.migration_id, *status),
            })
            .collect(),
        migration_id: line.migration_id,
        path: line.path,
        name: line.name,
        customer_name: line.customer_name,
        site_name: line.site_name,
        is_demo: line.is_demo,
        status: line.status,
        target_date: line.target_date,
        total_numbers: line.total_numbers,
        numbers_to_port: line.numbers_to_port,
        ported_numbers: line.ported_numbers,
        unassigned_numbers: line.unassigned_numbers,
        total_users: line.total_users,
        configured_users: line.configured_users,
        next_foc_date: line.next_foc_date,
    };
    Ok(lines.into_iter().map(overview).collect())
}

/// The ports that a carrier has dated and that have not taken place, soonest first.
pub async fn list_foc_dates(tx: &mut Tx) -> Result<Vec<FocDate>> {
    let sql = "SELECT o.id AS port_order_id, o.migration_id, c.name || '/' || s.name || '/' || m.name AS path, \
        o.pon, o.foc_local_date, o.foc_local_time, o.foc_zone, o.status, \
        (SELECT COUNT(*) FROM port_order_numbers x \
            WHERE x.port_order_id = o.id AND x.removed_in_version IS NULL AND NOT x.shares_base) AS numbers \
        FROM port_orders o JOIN migrations m ON m.id = o.migration_id JOIN sites s ON s.id = m.site_id \
        JOIN customers c ON c.id = o.customer_id \
        WHERE o.foc_local_date IS NOT NULL \
            AND o.status IN ('foc_received', 'scheduled', 'jeopardy', 'cancel_requested') \
        ORDER BY o.foc_local_date, o.foc_local_time NULLS LAST, path, o.id";
    rows!(tx, FocDate, sql)
}
