//! The inventory of numbers.

use portflow_domain::entities::phone_number::PhoneNumber;
use portflow_domain::ids::{
    EntityId, LosingAccountId, MigrationId, PhoneNumberId, PortOrderId, ResourceAccountId,
};

use super::IDS_PER_STATEMENT;
use crate::column::Value;
use crate::error::Result;
use crate::insert_many::insert_many;
use crate::record::{delete_many, find, find_many, record, update};
use crate::statement::Statement;
use crate::tx::{Tx, opt, rows};
use crate::update_many::update_many;

pub use super::number_places::{
    list_ids_between, list_named_numbers, list_owned_numbers, list_places, numbers_in_other_migrations,
    page_duplicates,
};
pub use super::number_rows::{list_number_ids, list_number_rows, page_phone_numbers};

record!(PhoneNumber, "number" in "phone_numbers" {
    kept { id, customer_id, migration_id, import_batch_id, source_row, revision, created_at, updated_at }
    set {
        number, extension, number_type, usage, porting_status, disposition, description, losing_account_id,
        current_carrier, rate_center, assigned_end_user_id, assigned_resource_account_id, open_port_order_id,
        foc_date, ported_at, verified_at, rejection_reason, notes,
    }
});

/// A number that is or was in an order.
struct Ordered {
    phone_number_id: PhoneNumberId,
    pon: String,
}
record!(Ordered { phone_number_id, pon });

/// The number with this id.
pub async fn find_phone_number(tx: &mut Tx, id: PhoneNumberId) -> Result<Option<PhoneNumber>> {
    find(tx, id).await
}

/// The numbers with these ids that exist, in the order of the ids.
pub async fn find_phone_numbers(tx: &mut Tx, ids: &[PhoneNumberId]) -> Result<Vec<PhoneNumber>> {
    find_many(tx, ids).await
}

/// The number that a resource account holds.
pub async fn find_number_of_account(tx: &mut Tx, account: ResourceAccountId) -> Result<Option<PhoneNumber>> {
    let sql = "SELECT * FROM phone_numbers WHERE assigned_resource_account_id = $1";
    opt!(tx, PhoneNumber, sql, account)
}

/// Every number of a migration, by number and extension.
pub async fn list_phone_numbers(tx: &mut Tx, migration_id: MigrationId) -> Result<Vec<PhoneNumber>> {
    let sql = "SELECT * FROM phone_numbers WHERE migration_id = $1 ORDER BY number, extension, id";
    rows!(tx, PhoneNumber, sql, migration_id)
}

/// The records of a migration with these E.164 numbers, extensions beside their base number; by number and extension.
pub async fn list_phone_numbers_of(
    tx: &mut Tx,
    migration_id: MigrationId,
    numbers: &[String],
) -> Result<Vec<PhoneNumber>> {
    let mut found = Vec::with_capacity(numbers.len());
    for chunk in numbers.chunks(IDS_PER_STATEMENT) {
        let mut statement = Statement::new("SELECT * FROM phone_numbers WHERE migration_id = ");
        statement.bind(&migration_id).push(" AND number IN ");
        statement.bind_list(chunk.iter().cloned().map(Value::Text));
        found.extend(tx.list::<PhoneNumber>(statement).await?);
    }
    found.sort_by(|a, b| (&a.number, &a.extension, a.id).cmp(&(&b.number, &b.extension, b.id)));
    Ok(found)
}

/// The numbers that an open order holds and those that an account bills, of whatever migration; in no order.
pub async fn list_phone_numbers_beside(
    tx: &mut Tx,
    order: PortOrderId,
    account: Option<LosingAccountId>,
) -> Result<Vec<PhoneNumber>> {
    let sql = "SELECT * FROM phone_numbers WHERE open_port_order_id = $1 UNION ALL \
        SELECT * FROM phone_numbers WHERE losing_account_id = $2 AND open_port_order_id IS DISTINCT FROM $1";
    rows!(tx, PhoneNumber, sql, order, account)
}

/// Changes a number whose revision is still the one given, and gives it as stored.
///
/// # Errors
/// [`crate::StoreError::Conflict`], [`crate::StoreError::NotFound`], [`crate::StoreError::Duplicate`] and
/// [`crate::StoreError::IllegalTransition`].
pub async fn update_phone_number(tx: &mut Tx, number: &PhoneNumber) -> Result<PhoneNumber> {
    update(tx, number).await
}

/// Changes any number of numbers, each from the first of its pair to the second, and gives them as stored.
///
/// # Errors
/// As [`update_phone_number`].
pub async fn update_phone_numbers(
    tx: &mut Tx,
    pairs: &[(PhoneNumber, PhoneNumber)],
) -> Result<Vec<PhoneNumber>> {
    update_many(tx, pairs).await?;
    let stored = pairs.iter().map(|(before, after)| PhoneNumber {
        revision: before.revision + 1,
        ..after.clone()
    });
    Ok(stored.collect())
}

/// Adds any number of numbers and counts them into their migrations.
///
/// # Errors
/// [`crate::StoreError::Duplicate`] when a migration has one of them already.
pub async fn insert_phone_numbers(tx: &mut Tx, numbers: &[PhoneNumber]) -> Result<()> {
    insert_many(tx, numbers).await
}

/// Removes numbers that the caller has read in this transaction.
pub async fn delete_phone_numbers(tx: &mut Tx, ids: &[PhoneNumberId]) -> Result<()> {
    delete_many::<PhoneNumber>(tx, ids).await
}

/// Which of these numbers are or were in a port order, each with the order's PON; by number.
pub async fn list_ordered_among(tx: &mut Tx, ids: &[PhoneNumberId]) -> Result<Vec<(PhoneNumberId, String)>> {
    let mut found = Vec::new();
    for chunk in ids.chunks(IDS_PER_STATEMENT) {
        let mut statement = Statement::new(
            "SELECT DISTINCT n.phone_number_id, coalesce(o.pon, '') AS pon FROM port_order_numbers n \
            JOIN port_orders o ON o.id = n.port_order_id WHERE n.phone_number_id IN ",
        );
        statement
            .bind_list(chunk.iter().map(|id| Value::Uuid(id.uuid())))
            .push(" ORDER BY n.phone_number_id, pon");
        found.extend(tx.list::<Ordered>(statement).await?);
    }
    Ok(found.into_iter().map(|it| (it.phone_number_id, it.pon)).collect())
}

/// The numbers of a migration that are or were in a port order, each with the order's PON.
pub async fn numbers_in_orders(
    tx: &mut Tx,
    migration_id: MigrationId,
) -> Result<Vec<(PhoneNumberId, String)>> {
    let sql = "SELECT DISTINCT n.phone_number_id, coalesce(o.pon, '') AS pon FROM port_order_numbers n \
        JOIN port_orders o ON o.id = n.port_order_id WHERE o.migration_id = $1 ORDER BY n.phone_number_id, pon";
    let found = rows!(tx, Ordered, sql, migration_id)?;
    Ok(found.into_iter().map(|it| (it.phone_number_id, it.pon)).collect())
}
