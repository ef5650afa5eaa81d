//! Any number of rows in statements of some hundreds. While the database works on one statement, the next one is
//! put together and its values are encoded.

use sqlx::postgres::PgArguments;
use sqlx::sqlite::SqliteArguments;
use sqlx::{Arguments, AssertSqlSafe, Encode, Type};

use crate::column::Value;
use crate::error::Result;
use crate::record::Table;
use crate::tx::{Tx, TxConnection};

/// Values that one statement binds. The databases allow ten times as many, but then read the statement longer than
/// they save.
const BINDS_PER_STATEMENT: usize = 3_000;

/// Inserts rows.
pub(crate) async fn insert_many<T: Table>(tx: &mut Tx, records: &[T]) -> Result<()> {
    let is_sqlite = tx.is_sqlite();
    let mut chunks = records.chunks(BINDS_PER_STATEMENT / T::COLUMNS.len());
    let mut next = || chunks.next().map(|chunk| Ready::of(chunk, is_sqlite)).transpose();
    let mut waiting = next()?;
    while let Some(statement) = waiting {
        let (done, following) = tokio::join!(statement.run(tx), async { next() });
        done?;
        waiting = following?;
    }
    Ok(())
}

/// A statement with its values as the driver sends them.
enum Ready {
    Sqlite(String, SqliteArguments),
    Postgres(String, PgArguments),
}

impl Ready {
    fn of<T: Table>(records: &[T], is_sqlite: bool) -> Result<Self> {
        let mut rows: Vec<_> = records.iter().map(Table::inserted).collect();
        let columns = leave_out_empty(T::COLUMNS, &mut rows);
        let text = |placeholder: &dyn Fn(usize) -> String| text(T::TABLE, &columns, rows.len(), placeholder);
        Ok(if is_sqlite {
            // SQLite takes numbers for names and looks each up among all others.
            let text = text(&|_| "?".to_owned());
            Self::Sqlite(text, encoded(rows)?)
        } else {
            let text = text(&|number| format!("${number}"));
            Self::Postgres(text, encoded(rows)?)
        })
    }

    async fn run(self, tx: &mut Tx) -> Result<()> {
        match (&mut tx.connection, self) {
            (TxConnection::Sqlite(transaction), Self::Sqlite(text, values)) => {
                let statement = sqlx::query_with(AssertSqlSafe(text), values);
                statement.execute(&mut **transaction).await?;
            }
            (TxConnection::Postgres(transaction), Self::Postgres(text, values)) => {
                let statement = sqlx::query_with(AssertSqlSafe(text), values);
                statement.execute(&mut **transaction).await?;
            }
            (TxConnection::Sqlite(_), Self::Postgres(..)) | (TxConnection::Postgres(_), Self::Sqlite(..)) => {
                return Err(sqlx::Error::Protocol("a statement for the other database".to_owned()).into());
            }
        }
        Ok(())
    }
}

/// Drops the columns that are NULL in every row, which no column is that has another default; gives those that stay.
fn leave_out_empty(columns: &[&'static str], rows: &mut [Vec<Value>]) -> Vec<&'static str> {
    let is_filled = |place: usize| rows.iter().any(|row| !matches!(row[place], Value::Null(_)));
    let stays: Vec<bool> = (0..columns.len()).map(is_filled).collect();
    for row in rows {
        let mut place = 0;
        row.retain(|_| {
            place += 1;
            stays[place - 1]
        });
    }
    let named = columns.iter().zip(&stays);
    named
        .filter_map(|(column, stays)| stays.then_some(*column))
        .collect()
}

/// `INSERT INTO table (columns) VALUES (…), (…)`.
fn text(table: &str, columns: &[&str], rows: usize, placeholder: &dyn Fn(usize) -> String) -> String {
    let mut text = format!("INSERT INTO {table} ({}) VALUES ", columns.join(", "));
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns.len() {
            text.push_str(if column == 0 { "" } else { ", " });
            text.push_str(&placeholder(row * columns.len() + column + 1));
        }
        text.push(')');
    }
    text
}

fn encoded<A: Arguments>(rows: Vec<Vec<Value>>) -> Result<A>
where
    Value: for<'t> Encode<'t, A::Database> + Type<A::Database>,
{
    let mut arguments = A::default();
    for value in rows.into_iter().flatten() {
        arguments.add(value).map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::column::Kind;

    #[test]
    fn a_column_that_no_row_fills_is_left_to_the_database() {
        let null = || Value::Null(Kind::Text);
        let mut rows = vec![
            vec![Value::Integer(1), null(), null()],
            vec![Value::Integer(2), null(), Value::Integer(3)],
        ];
        let columns = leave_out_empty(&["a", "b", "c"], &mut rows);
        assert_eq!(columns, ["a", "c"]);
        assert_eq!(rows[0], [Value::Integer(1), null()]);
        assert_eq!(
            text("t", &columns, 2, &|number| format!("${number}")),
            "INSERT INTO t (a, c) VALUES ($1, $2), ($3, $4)"
        );
    }
}
