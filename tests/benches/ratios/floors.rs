//! What an import cannot be faster than: reading the workbook with calamine and inserting its rows with
//! plain multi-row statements in one transaction.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::time::{Duration, Instant};

use calamine::{DataRef, Reader, Xlsx, open_workbook};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteRow, SqliteSynchronous};
use sqlx::{AssertSqlSafe, Connection, QueryBuilder, Row, Sqlite, TypeInfo, ValueRef};

use crate::inventory::{HEADERS, WIDTH};

/// Values in one statement: SQLite takes ten times as many, more slowly.
const VALUES: usize = 3_000;

/// The tables that the import fills with its rows, those first to which others refer.
const TABLES: [&str; 3] = ["end_users", "phone_numbers", "import_rows"];

/// Reads the workbook and inserts its cells into a table without keys or checks.
pub async fn bare(folder: &Path, workbook: &Path) -> Duration {
    let mut database = open(&folder.join("bare.sqlite")).await;
    let columns: [String; WIDTH] = std::array::from_fn(|place| format!("c{place}"));
    let sql = format!("CREATE TABLE bare ({} TEXT)", columns.join(" TEXT, "));
    sqlx::query(AssertSqlSafe(sql))
        .execute(&mut database)
        .await
        .unwrap();
    let begun = Instant::now();
    let rows = read(workbook);
    let mut transaction = database.begin().await.unwrap();
    insert(&mut transaction, &[("bare", &columns, &rows)]).await;
    transaction.commit().await.unwrap();
    let time = begun.elapsed();
    database.close().await.unwrap();
    time
}

/// Reads the workbook and inserts the rows of a finished import into the real tables of a copy of its
/// workspace, with every index, check and trigger as the migrations made them.
pub async fn schema(folder: &Path, workbook: &Path, imported: &Path) -> Duration {
    let copy = folder.join("schema.portflow");
    let mut original = open(imported).await;
    sqlx::query("VACUUM INTO $1")
        .bind(copy.to_str())
        .execute(&mut original)
        .await
        .unwrap();
    original.close().await.unwrap();
    let mut database = open(&copy).await;
    let mut tables = Vec::new();
    for table in TABLES {
        let columns = columns(&mut database, table).await;
        let rows = rows(&mut database, table, &columns).await;
        tables.push((table, columns, rows));
    }
    for table in TABLES.iter().rev() {
        let sql = format!("DELETE FROM {table}");
        sqlx::query(AssertSqlSafe(sql))
            .execute(&mut database)
            .await
            .unwrap();
    }
    sqlx::query("VACUUM").execute(&mut database).await.unwrap();
    let begun = Instant::now();
    let cells = read(workbook);
    let parts: Vec<_> = tables
        .iter()
        .map(|(table, columns, rows)| (*table, columns.as_slice(), rows.as_slice()))
        .collect();
    let mut transaction = database.begin().await.unwrap();
    // The schema's own way to spare a bulk import the triggers of each row.
    sqlx::query("INSERT INTO bulk_import (running) VALUES (1)")
        .execute(&mut *transaction)
        .await
        .unwrap();
    insert(&mut transaction, &parts).await;
    sqlx::query("DELETE FROM bulk_import")
        .execute(&mut *transaction)
        .await
        .unwrap();
    transaction.commit().await.unwrap();
    let time = begun.elapsed();
    assert!(!cells.is_empty() && cells.len() <= tables[2].2.len());
    database.close().await.unwrap();
    time
}

/// A value as SQLite stores it.
#[derive(Clone)]
enum Stored {
    Null,
    Integer(i64),
    Text(String),
}

async fn open(path: &Path) -> SqliteConnection {
    // As the store opens a workspace.
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal);
    SqliteConnection::connect_with(&options).await.unwrap()
}

/// The cells below the header, read as a stream.
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the generated workbook holds nothing else"
)]
fn read(workbook: &Path) -> Vec<Vec<Stored>> {
    let mut workbook: Xlsx<BufReader<File>> = open_workbook(workbook).unwrap();
    let name = workbook.sheet_names()[0].clone();
    let mut cells = workbook.worksheet_cells_reader(&name).unwrap();
    let mut rows: Vec<Vec<Stored>> = Vec::new();
    while let Some(cell) = cells.next_cell().unwrap() {
        let (row, column) = cell.get_position();
        let Some(row) = (row as usize).checked_sub(1) else {
            continue;
        };
        rows.resize_with(rows.len().max(row + 1), || vec![Stored::Null; HEADERS.len()]);
        rows[row][column as usize] = match cell.get_value() {
            DataRef::SharedString(text) => Stored::Text((*text).to_owned()),
            DataRef::String(text) => Stored::Text(text.clone()),
            other => panic!("the workbook holds texts only, not {other:?}"),
        };
    }
    rows
}

async fn columns(database: &mut SqliteConnection, table: &str) -> Vec<String> {
    // Without generated columns, which cannot be inserted.
    let sql = format!("SELECT '\"' || name || '\"' FROM pragma_table_info('{table}')");
    sqlx::query_scalar(AssertSqlSafe(sql))
        .fetch_all(database)
        .await
        .unwrap()
}

async fn rows(database: &mut SqliteConnection, table: &str, columns: &[String]) -> Vec<Vec<Stored>> {
    let sql = format!("SELECT {} FROM {table} ORDER BY rowid", columns.join(", "));
    let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(database).await.unwrap();
    let row = |row: &SqliteRow| (0..columns.len()).map(|column| stored(row, column)).collect();
    rows.iter().map(row).collect()
}

fn stored(row: &SqliteRow, column: usize) -> Stored {
    let value = row.try_get_raw(column).unwrap();
    match value.type_info().name() {
        _ if value.is_null() => Stored::Null,
        "INTEGER" => Stored::Integer(row.try_get_unchecked(column).unwrap()),
        "TEXT" => Stored::Text(row.try_get_unchecked(column).unwrap()),
        other => panic!("no column of these tables holds a {other}"),
    }
}

/// A table's name, its columns and the rows to insert.
type Filled<'a> = (&'a str, &'a [String], &'a [Vec<Stored>]);

/// Inserts all rows of all tables.
async fn insert(transaction: &mut SqliteConnection, tables: &[Filled<'_>]) {
    for (table, columns, rows) in tables {
        for chunk in rows.chunks(VALUES / columns.len()) {
            let mut statement: QueryBuilder<Sqlite> =
                QueryBuilder::new(format!("INSERT INTO {table} ({}) ", columns.join(", ")));
            statement.push_values(chunk, |mut values, row| {
                for value in row {
                    match value {
                        Stored::Null => values.push_bind(None::<&str>),
                        Stored::Integer(number) => values.push_bind(*number),
                        Stored::Text(text) => values.push_bind(text.as_str()),
                    };
                }
            });
            statement.build().execute(&mut *transaction).await.unwrap();
        }
    }
}
