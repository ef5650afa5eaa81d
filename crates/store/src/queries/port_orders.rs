//! Port orders, their versions and their history.

use portflow_domain::entities::port_order::{PortOrder, PortOrderEvent, PortOrderVersion};
use portflow_domain::ids::{CustomerId, LosingAccountId, MigrationId, PortOrderId};
use portflow_domain::views::PortOrderRow;

use super::push_optional;
use crate::column::Column;
use crate::error::Result;
use crate::record::{find, insert, record, update};
use crate::statement::Statement;
use crate::tx::{Tx, rows};

pub use super::port_order_numbers::{
    insert_port_order_numbers, list_open_phone_numbers, list_port_order_numbers, update_port_order_numbers,
};

record!(PortOrder, "port order" in "port_orders" {
    kept { id, customer_id, migration_id, revision, created_at, updated_at }
    set {
        carrier_id, losing_account_id, pon, version, sequence_in_account, scope, number_class, status,
        desired_date, foc_local_date, foc_local_time, foc_zone, foc_at, new_btn, signer_contact_id,
        loa_content_hash, loa_signed_on, submitted_at, ported_at, snapback_until, resporg_id, ring_to_number,
        coverage, notes,
    }
});

record!(PortOrderEvent, "event of a port order" in "port_order_events" {
    kept {
        id, customer_id, port_order_id, from_status, to_status, reason, reject_code, evidence_attachment_id,
        actor_id, at,
    }
});

record!(PortOrderVersion, "version of a port order" in "port_order_versions" {
    kept { id, customer_id, port_order_id, version, snapshot, at }
});

record!(PortOrderRow {
    id,
    revision,
    migration_id,
    customer_id,
    customer_name,
    path,
    pon,
    version,
    sequence_in_account,
    status,
    scope,
    number_class,
    carrier_id,
    carrier_name,
    losing_account,
    numbers,
    desired_date,
    foc_local_date,
    foc_local_time,
    foc_zone,
    foc_at,
    site_time_zone,
    snapback_until,
});

/// A purchase order number in use.
struct Pon {
    pon: String,
}
record!(Pon { pon });

const ROWS: &str = "SELECT o.id, o.revision, o.migration_id, o.customer_id, c.name AS customer_name, \
    c.name || '/' || s.name || '/' || m.name AS path, o.pon, o.version, o.sequence_in_account, \
    o.status, o.scope, o.number_class, o.carrier_id, \
    k.name AS carrier_name, \
    a.carrier_name || coalesce(' ' || a.btn, '') AS losing_account, \
    (SELECT COUNT(*) FROM port_order_numbers x \
        WHERE x.port_order_id = o.id AND x.removed_in_version IS NULL AND NOT x.shares_base) AS numbers, \
    o.desired_date, o.foc_local_date, o.foc_local_time, o.foc_zone, o.foc_at, \
    s.time_zone AS site_time_zone, o.snapback_until \
    FROM port_orders o JOIN migrations m ON m.id = o.migration_id JOIN sites s ON s.id = m.site_id \
    JOIN customers c ON c.id = o.customer_id JOIN carriers k ON k.id = o.carrier_id \
    LEFT JOIN losing_accounts a ON a.id = o.losing_account_id WHERE TRUE";

/// The orders of a migration or of all, by path and PON; orders without a PON last.
pub async fn list_port_orders(tx: &mut Tx, migration_id: Option<MigrationId>) -> Result<Vec<PortOrderRow>> {
    let mut statement = Statement::new(ROWS);
    push_optional(&mut statement, " AND o.migration_id = ", migration_id);
    statement.push(" ORDER BY path, o.pon NULLS LAST, o.id");
    tx.list(statement).await
}

/// These orders, in the same order.
pub async fn list_port_orders_among(tx: &mut Tx, ids: &[PortOrderId]) -> Result<Vec<PortOrderRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = Statement::new(ROWS);
    statement
        .push(" AND o.id IN ")
        .bind_list(ids.iter().map(|id| id.value()));
    statement.push(" ORDER BY path, o.pon NULLS LAST, o.id");
    tx.list(statement).await
}

/// The place of the last order over an account, or nothing where it has none: an account has one pending order at a time.
pub async fn last_in_account(tx: &mut Tx, id: LosingAccountId) -> Result<i64> {
    let mut statement =
        Statement::new("SELECT coalesce(MAX(sequence_in_account), 0) AS value FROM port_orders");
    statement.push(" WHERE losing_account_id = ").bind(&id);
    tx.value(statement).await
}

/// The whole orders of a customer or of all, by account and sequence.
pub async fn list_orders_of_customer(tx: &mut Tx, customer_id: Option<CustomerId>) -> Result<Vec<PortOrder>> {
    let mut statement = Statement::new("SELECT * FROM port_orders WHERE TRUE");
    push_optional(&mut statement, " AND customer_id = ", customer_id);
    statement.push(" ORDER BY losing_account_id, sequence_in_account, id");
    tx.list(statement).await
}

/// The whole orders of these migrations and those over these accounts, in the same order.
pub async fn list_orders_around(
    tx: &mut Tx,
    migrations: &[MigrationId],
    accounts: &[LosingAccountId],
) -> Result<Vec<PortOrder>> {
    if migrations.is_empty() && accounts.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = Statement::new("SELECT * FROM port_orders");
    let mut joint = " WHERE ";
    if !migrations.is_empty() {
        let ids = migrations.iter().map(|id| id.value());
        statement.push(joint).push("migration_id IN ").bind_list(ids);
        joint = " OR ";
    }
    if !accounts.is_empty() {
        let ids = accounts.iter().map(|id| id.value());
        statement.push(joint).push("losing_account_id IN ").bind_list(ids);
    }
    statement.push(" ORDER BY losing_account_id, sequence_in_account, id");
    tx.list(statement).await
}

/// The order with this id.
pub async fn find_port_order(tx: &mut Tx, id: PortOrderId) -> Result<Option<PortOrder>> {
    find(tx, id).await
}

/// Adds an order and gives it as stored.
pub async fn insert_port_order(tx: &mut Tx, order: &PortOrder) -> Result<PortOrder> {
    insert(tx, order).await
}

/// Changes an order whose revision is still the one given, and gives it as stored.
///
/// # Errors
/// [`crate::StoreError::Conflict`], [`crate::StoreError::NotFound`] and
/// [`crate::StoreError::IllegalTransition`].
pub async fn update_port_order(tx: &mut Tx, order: &PortOrder) -> Result<PortOrder> {
    update(tx, order).await
}

/// What happened to an order, oldest first.
pub async fn list_port_order_events(tx: &mut Tx, id: PortOrderId) -> Result<Vec<PortOrderEvent>> {
    rows!(
        tx,
        PortOrderEvent,
        "SELECT * FROM port_order_events WHERE port_order_id = $1 ORDER BY at, id",
        id
    )
}

/// Appends to an order's history.
pub async fn insert_port_order_event(tx: &mut Tx, event: &PortOrderEvent) -> Result<()> {
    insert(tx, event).await?;
    Ok(())
}

/// The versions in which an order was sent, oldest first.
pub async fn list_port_order_versions(tx: &mut Tx, id: PortOrderId) -> Result<Vec<PortOrderVersion>> {
    rows!(
        tx,
        PortOrderVersion,
        "SELECT * FROM port_order_versions WHERE port_order_id = $1 ORDER BY version",
        id
    )
}

/// Keeps an order as it was sent.
///
/// # Errors
/// [`crate::StoreError::Duplicate`] when that version was kept before.
pub async fn insert_port_order_version(tx: &mut Tx, version: &PortOrderVersion) -> Result<()> {
    insert(tx, version).await?;
    Ok(())
}

/// Every purchase order number in use.
pub async fn list_pons(tx: &mut Tx) -> Result<Vec<String>> {
    let found = rows!(
        tx,
        Pon,
        "SELECT DISTINCT pon FROM port_orders WHERE pon IS NOT NULL ORDER BY pon"
    )?;
    Ok(found.into_iter().map(|row| row.pon).collect())
}
