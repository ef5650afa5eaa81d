//! Noticing what has changed among many numbers without reading them: who keeps a copy compares a stamp, and asks
//! for the rows written since.

use portflow_domain::entities::{PhoneNumber, PortOrder};
use portflow_domain::ids::{CustomerId, LosingAccountId, MigrationId, PortOrderId};
use portflow_domain::timestamp::Timestamp;

use crate::error::Result;
use crate::record::{only, record};
use crate::statement::Statement;
use crate::tx::{Tx, rows};

/// A count and a sum over the numbers of a migration. Every write changes one of them: a change raises a revision, and a
/// number that comes or goes brings or takes its row and its digits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NumberStamp {
    /// How many rows.
    pub rows: i64,
    /// Their revisions, each weighed with the number's digits.
    pub weight: i64,
}
record!(NumberStamp { rows, weight });

/// The digits of a number count by their remainder of this, so that a sum over a million rows stays below 2^63.
const DIGITS: i64 = 1_000_003;

impl NumberStamp {
    /// The stamp of rows that were read.
    pub fn of<'a>(numbers: impl Iterator<Item = &'a PhoneNumber>) -> Self {
        let mut stamp = Self::default();
        numbers.for_each(|number| stamp.add(number));
        stamp
    }

    /// Takes in a row.
    pub fn add(&mut self, number: &PhoneNumber) {
        self.rows += 1;
        self.weight += weight(number);
    }

    /// Takes out a row as it was when it was taken in.
    pub fn remove(&mut self, number: &PhoneNumber) {
        self.rows -= 1;
        self.weight -= weight(number);
    }
}

fn weight(number: &PhoneNumber) -> i64 {
    let digits: i64 = number.number.parse().unwrap_or_default();
    (digits % DIGITS + 1) * number.revision
}

/// The stamp of a migration's numbers as they are now.
pub async fn number_stamp(tx: &mut Tx, migration_id: MigrationId) -> Result<NumberStamp> {
    let sql = "SELECT COUNT(*) AS \"rows\", \
        CAST(coalesce(sum((CAST(number AS BIGINT) % 1000003 + 1) * revision), 0) AS BIGINT) AS weight \
        FROM phone_numbers WHERE migration_id = $1";
    only(rows!(tx, NumberStamp, sql, migration_id)?)
}

/// The numbers of a migration that were written after an instant, by the clock of whoever wrote them.
pub async fn list_phone_numbers_written_after(
    tx: &mut Tx,
    migration_id: MigrationId,
    instant: Timestamp,
) -> Result<Vec<PhoneNumber>> {
    let sql = "SELECT * FROM phone_numbers WHERE migration_id = $1 AND updated_at > $2";
    rows!(tx, PhoneNumber, sql, migration_id, instant)
}

/// The same over what carriers list on an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListStamp {
    /// The account.
    pub losing_account_id: LosingAccountId,
    /// How many rows.
    pub rows: i64,
    /// Their revisions, each weighed with the number's digits.
    pub weight: i64,
}
record!(ListStamp {
    losing_account_id,
    rows,
    weight,
});

/// The stamps of the lists of a customer's accounts that have any.
pub async fn list_stamps(tx: &mut Tx, customer_id: CustomerId) -> Result<Vec<ListStamp>> {
    let sql = "SELECT losing_account_id, COUNT(*) AS \"rows\", \
        CAST(sum((CAST(number AS BIGINT) % 1000003 + 1) * revision) AS BIGINT) AS weight \
        FROM losing_account_numbers WHERE customer_id = $1 GROUP BY losing_account_id \
        ORDER BY losing_account_id";
    rows!(tx, ListStamp, sql, customer_id)
}

/// A number that an order of another migration holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderedElsewhere {
    /// E.164.
    pub number: String,
    /// The order.
    pub port_order_id: PortOrderId,
    /// Its purchase order number.
    pub pon: Option<String>,
    /// `Customer/Site/Migration` of the order.
    pub path: String,
    /// Its place among the orders of its account, from 1.
    pub sequence_in_account: i64,
}
record!(OrderedElsewhere {
    number,
    port_order_id,
    pon,
    path,
    sequence_in_account,
});

const ELSEWHERE: &str = "SELECT x.e164 AS number, o.id AS port_order_id, o.pon, o.sequence_in_account, \
    c.name || '/' || s.name || '/' || m.name AS path FROM ";
const PLACES: &str = " JOIN migrations m ON m.id = o.migration_id JOIN sites s ON s.id = m.site_id \
    JOIN customers c ON c.id = o.customer_id WHERE x.is_open AND NOT x.shares_base AND o.migration_id <> ";
const BY_NUMBER: &str = " ORDER BY x.e164, o.id";

/// Numbers of a migration that open orders of other migrations hold, by number.
pub async fn list_ordered_elsewhere(tx: &mut Tx, migration_id: MigrationId) -> Result<Vec<OrderedElsewhere>> {
    let mut statement = Statement::new(ELSEWHERE);
    // SQLite reads what is left of CROSS JOIN first: whichever side has fewer numbers.
    if has_fewer_numbers(tx, migration_id).await? {
        statement.push(
            "phone_numbers n CROSS JOIN port_order_numbers x JOIN port_orders o ON o.id = x.port_order_id",
        );
        statement.push(PLACES).bind(&migration_id);
        statement
            .push(" AND x.e164 = n.number AND n.migration_id = ")
            .bind(&migration_id);
    } else {
        statement.push("port_orders o CROSS JOIN port_order_numbers x");
        statement.push(PLACES).bind(&migration_id);
        statement.push(
            " AND x.port_order_id = o.id AND EXISTS (SELECT 1 FROM phone_numbers n \
            WHERE n.number = x.e164 AND n.migration_id = ",
        );
        statement.bind(&migration_id).push(")");
    }
    statement.push(BY_NUMBER);
    tx.list(statement).await
}

/// Whether a migration has fewer numbers than all others together.
async fn has_fewer_numbers(tx: &mut Tx, migration_id: MigrationId) -> Result<bool> {
    let mut statement = Statement::new("SELECT coalesce(sum(CASE WHEN id = ");
    statement.bind(&migration_id);
    statement.push(" THEN -total_numbers ELSE total_numbers END), 0) > 0 AS value FROM migrations");
    tx.value(statement).await
}

/// Numbers of an open order that open orders of other migrations hold, too; by number.
pub async fn list_ordered_beside(tx: &mut Tx, order: &PortOrder) -> Result<Vec<OrderedElsewhere>> {
    let mut statement = Statement::new(ELSEWHERE);
    statement
        .push("phone_numbers n CROSS JOIN port_order_numbers x JOIN port_orders o ON o.id = x.port_order_id");
    statement.push(PLACES).bind(&order.migration_id);
    statement
        .push(" AND x.e164 = n.number AND n.open_port_order_id = ")
        .bind(&order.id);
    statement.push(BY_NUMBER);
    tx.list(statement).await
}
