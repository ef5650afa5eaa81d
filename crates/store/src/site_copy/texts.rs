//! Columns of any table as texts, from either database.

use portflow_domain::ids::CustomerId;
use sqlx::{AssertSqlSafe, query};

use super::rules::stays_behind;
use crate::error::Result;
use crate::tx::{Tx, TxConnection};

/// The texts of a statement's rows; their types differ between the databases, what is done with them does not.
macro_rules! texts {
    ($transaction:expr, $sql:expr, $values:expr, $width:expr) => {{
        let asked = $values
            .into_iter()
            .fold(query(AssertSqlSafe($sql)), |asked, value| asked.bind(value));
        let found = asked.fetch_all(&mut **$transaction).await?;
        let row = |row| (0..$width).map(|place| sqlx::Row::try_get(row, place)).collect();
        found.iter().map(row).collect::<sqlx::Result<_>>()?
    }};
}

/// The texts of some columns of a table's rows, of one customer or of all.
pub(super) async fn read_texts(
    source: &mut Tx,
    table: &str,
    columns: &[&str],
    of_customer: Option<CustomerId>,
) -> Result<Vec<Vec<Option<String>>>> {
    let list: Vec<String> = columns
        .iter()
        .map(|column| format!("CAST(\"{column}\" AS TEXT)"))
        .collect();
    let mut sql = format!("SELECT {} FROM {table}", list.join(", "));
    let mut conditions = Vec::new();
    if let Some((column, value)) = stays_behind(table) {
        conditions.push(format!("CAST({column} AS TEXT) <> '{value}'"));
    }
    if of_customer.is_some() {
        conditions.push("customer_id = $1".to_owned());
    }
    if !conditions.is_empty() {
        sql.push_str(&format!(" WHERE {}", conditions.join(" AND ")));
    }
    let values = of_customer.map(|id| crate::column::Column::value(&id));
    let width = columns.len();
    Ok(match &mut source.connection {
        TxConnection::Sqlite(transaction) => texts!(transaction, sql, values, width),
        TxConnection::Postgres(transaction) => texts!(transaction, sql, values, width),
    })
}
