//! The numbers on a losing account: seen again by a later list, and beside what the inventory and special lines have.

use portflow_domain::entities::LosingAccountNumber;
use portflow_domain::ids::{CustomerId, LosingAccountId};
use portflow_domain::porting::account_list::ListEntry;

use super::IDS_PER_STATEMENT;
use crate::column::Column;
use crate::error::Result;
use crate::record::{record, update};
use crate::statement::Statement;
use crate::tx::{Tx, rows};

/// A number of a customer's inventory that has to do with an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountInventoryRow {
    /// E.164 without extension.
    pub number: String,
    /// Its migration, `Customer/Site/Migration`.
    pub path: String,
    /// Whether the inventory has it under this account; otherwise the account lists it.
    pub is_of_account: bool,
}
record!(AccountInventoryRow {
    number,
    path,
    is_of_account,
});

/// A number on an account's list that a special line has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedLine {
    /// The account.
    pub losing_account_id: LosingAccountId,
    /// E.164.
    pub number: String,
}
record!(ListedLine {
    losing_account_id,
    number,
});

/// Notes that a number was seen again or what happens to it, where its revision is still the one given.
///
/// # Errors
/// [`crate::StoreError::Conflict`] and [`crate::StoreError::NotFound`].
pub async fn update_losing_account_number(
    tx: &mut Tx,
    number: &LosingAccountNumber,
) -> Result<LosingAccountNumber> {
    update(tx, number).await
}

record!(ListEntry {
    number,
    source,
    seen_on,
    remaining_action,
});

/// What the losing carrier lists on an account, as far as the rules look at it; by number.
pub async fn list_entries(tx: &mut Tx, account: LosingAccountId) -> Result<Vec<ListEntry>> {
    let sql = "SELECT number, source, seen_on, remaining_action FROM losing_account_numbers \
        WHERE losing_account_id = $1 ORDER BY number, seen_on, id";
    rows!(tx, ListEntry, sql, account)
}

/// What the customer's inventory has under the account, and what it has elsewhere of the numbers that the account
/// lists; by number.
pub async fn list_account_inventory(
    tx: &mut Tx,
    account: LosingAccountId,
    customer: CustomerId,
) -> Result<Vec<AccountInventoryRow>> {
    let sql = "SELECT n.number, c.name || '/' || s.name || '/' || m.name AS path, \
        (n.losing_account_id IS NOT NULL AND n.losing_account_id = $1) AS is_of_account \
        FROM phone_numbers n JOIN migrations m ON m.id = n.migration_id JOIN sites s ON s.id = m.site_id \
        JOIN customers c ON c.id = n.customer_id \
        WHERE n.customer_id = $2 AND (n.losing_account_id = $1 \
            OR n.number IN (SELECT x.number FROM losing_account_numbers x WHERE x.losing_account_id = $1)) \
        ORDER BY n.number, path";
    rows!(tx, AccountInventoryRow, sql, account, customer)
}

/// What losing carriers list on any of these accounts and a special line of the customer has, by account and number.
pub async fn list_listed_lines(tx: &mut Tx, ids: &[LosingAccountId]) -> Result<Vec<ListedLine>> {
    let mut found = Vec::new();
    for part in ids.chunks(IDS_PER_STATEMENT) {
        let mut statement = Statement::new(
            "SELECT DISTINCT n.losing_account_id, n.number FROM losing_account_numbers n \
            JOIN special_lines l ON l.number = n.number AND l.customer_id = n.customer_id \
            WHERE n.losing_account_id IN ",
        );
        statement.bind_list(part.iter().map(|id| id.value()));
        statement.push(" ORDER BY n.losing_account_id, n.number");
        found.append(&mut tx.list(statement).await?);
    }
    Ok(found)
}
