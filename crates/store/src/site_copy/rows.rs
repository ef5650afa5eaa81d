//! Rows of any table, read from either database as the file stores them and written into the file. The texts of the
//! statements are made of names that the schema tells, never of data.

use std::collections::HashMap;

use sqlx::{AssertSqlSafe, query};

use super::SiteCopy;
use super::catalogue::{Catalogue, Column, Table};
use super::reach::Reached;
use super::rules::{Change, change_of};
use crate::column::{Kind, Value};
use crate::error::Result;
use crate::queries::bulk;
use crate::record::record;
use crate::tx::{Tx, TxConnection, rows};

/// Values that one statement binds.
const BINDS_PER_STATEMENT: usize = 3_000;

/// Rows read at once; contents of files, which take up to 50 MB each, one by one.
const ROWS_AT_ONCE: usize = 500;

/// The code of the remark whose text names another migration.
const NAMES_ANOTHER: &str = "number_in_other_migration";
const NAMES_NOBODY: &str = "The number is in another migration as well.";

/// The values of rows of either database; their types differ, what is done with them does not.
macro_rules! values {
    ($rows:expr, $table:expr) => {{
        let row = |row| {
            let columns = $table.columns.iter().enumerate();
            let values = columns.map(|(place, column)| {
                Ok(match column.kind.as_str() {
                    "INTEGER" => value(sqlx::Row::try_get(row, place)?, Value::Integer),
                    "BLOB" => value(sqlx::Row::try_get(row, place)?, Value::Bytes),
                    _ => value(sqlx::Row::try_get(row, place)?, Value::Text),
                })
            });
            values.collect()
        };
        $rows.iter().map(row).collect::<sqlx::Result<Vec<Vec<Value>>>>()?
    }};
}

/// What a column holds on PostgreSQL.
struct Stored {
    table_name: String,
    name: String,
    kind: String,
}
record!(Stored {
    table_name,
    name,
    kind
});

/// A site on its way from one database into the file.
pub(super) struct Copying<'a, F> {
    source: &'a mut Tx,
    target: &'a mut Tx,
    catalogue: &'a Catalogue,
    /// What PostgreSQL keeps in a column, by table and column; nothing of a file.
    stored: HashMap<(String, String), String>,
    reached: &'a Reached,
    go_on: F,
    outcome: SiteCopy,
}

impl<'a, F: FnMut(u64, u64) -> bool + Send> Copying<'a, F> {
    pub(super) async fn begin(
        source: &'a mut Tx,
        target: &'a mut Tx,
        catalogue: &'a Catalogue,
        reached: &'a Reached,
        go_on: F,
    ) -> Result<Self> {
        let mut stored = HashMap::new();
        if !source.is_sqlite() {
            let sql = "SELECT CAST(table_name AS TEXT) AS table_name, CAST(column_name AS TEXT) AS name,
                    CAST(data_type AS TEXT) AS kind
                FROM information_schema.columns WHERE table_schema = 'public'";
            for Stored {
                table_name,
                name,
                kind,
            } in rows!(source, Stored, sql)?
            {
                stored.insert((table_name, name), kind);
            }
        }
        Ok(Self {
            source,
            target,
            catalogue,
            stored,
            reached,
            go_on,
            outcome: SiteCopy::default(),
        })
    }

    /// Writes every row, parents first; `None` when somebody does not want to go on.
    pub(super) async fn copy(mut self) -> Result<Option<SiteCopy>> {
        let reached = self.reached;
        let (mut done, total) = (0, reached.len() as u64);
        bulk::begin_bulk_import(self.target).await?;
        for table in self.catalogue.parents_first() {
            let keys: Vec<&String> = reached.keys(&table.name).collect();
            let at_once = if table
                .columns
                .iter()
                .any(|it| it.kind == "BLOB" && it.name == "content")
            {
                1
            } else {
                ROWS_AT_ONCE
            };
            for chunk in keys.chunks(at_once) {
                if !(self.go_on)(done, total) {
                    return Ok(None);
                }
                let rows = self.read(table, chunk).await?;
                self.write(table, rows).await?;
                done += chunk.len() as u64;
            }
            if !keys.is_empty() {
                self.outcome.rows.push((table.name.clone(), keys.len() as u64));
            }
        }
        bulk::end_bulk_import(self.target).await?;
        Ok((self.go_on)(done, total).then_some(self.outcome))
    }

    /// Rows as the file stores them, with what must not leave the workspace taken out.
    async fn read(&mut self, table: &Table, keys: &[&String]) -> Result<Vec<Vec<Value>>> {
        let list: Vec<String> = table
            .columns
            .iter()
            .map(|column| self.expression(table, column))
            .collect();
        let keys = serde_json::to_string(keys).unwrap_or_default();
        let text = format!("SELECT {} FROM {} WHERE ", list.join(", "), table.name);
        let key = &table.key;
        let mut found = match &mut self.source.connection {
            TxConnection::Sqlite(transaction) => {
                let sql = format!("{text}\"{key}\" IN (SELECT value FROM json_each($1)) ORDER BY \"{key}\"");
                let rows = query(AssertSqlSafe(sql))
                    .bind(keys)
                    .fetch_all(&mut **transaction)
                    .await?;
                values!(rows, table)
            }
            TxConnection::Postgres(transaction) => {
                let of = (table.name.clone(), key.clone());
                let kind = self.stored.get(&of).map_or("text", String::as_str);
                let sql = format!(
                    "{text}\"{key}\" IN (SELECT CAST(value AS {kind}) FROM json_array_elements_text(CAST($1 AS json)))
                     ORDER BY \"{key}\""
                );
                let rows = query(AssertSqlSafe(sql))
                    .bind(keys)
                    .fetch_all(&mut **transaction)
                    .await?;
                values!(rows, table)
            }
        };
        for (place, column) in table.columns.iter().enumerate() {
            let Some(change) = change_of(&table.name, &column.name) else {
                continue;
            };
            for row in &mut found {
                self.change(change, &mut row[place]);
            }
        }
        Ok(found)
    }

    /// A column as a file stores it: PostgreSQL has types of its own for what are texts and numbers there.
    fn expression(&self, table: &Table, column: &Column) -> String {
        let name = format!("\"{}\"", column.name);
        let of = (table.name.clone(), column.name.clone());
        match self.stored.get(&of).map(String::as_str) {
            None | Some("bigint" | "bytea") => name,
            Some("boolean") => format!("CAST(CAST({name} AS integer) AS bigint)"),
            Some("date") => format!("to_char({name}, 'YYYY-MM-DD')"),
            Some("timestamp with time zone") => {
                format!("to_char({name} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')")
            }
            Some(_) => format!("CAST({name} AS text)"),
        }
    }

    fn change(&mut self, change: Change, stored: &mut Value) {
        match change {
            Change::Secret { is_counted } => {
                let is_there = !matches!(stored, Value::Null(_));
                self.outcome.secrets_left_out += u64::from(is_counted && is_there);
                *stored = Value::Null(Kind::Text);
            }
            Change::Emptied => *stored = Value::Null(Kind::Text),
            Change::Counted => *stored = Value::Integer(0),
            Change::Evidence => {
                if let Value::Text(key) = stored
                    && !self.reached.holds("attachments", key)
                {
                    self.outcome.documents_left_out += 1;
                    *stored = Value::Null(Kind::Text);
                }
            }
            Change::Remarks => {
                if let Value::Text(remarks) = stored {
                    *remarks = without_names(remarks);
                }
            }
        }
    }

    async fn write(&mut self, table: &Table, mut found: Vec<Vec<Value>>) -> Result<()> {
        let names: Vec<String> = table
            .columns
            .iter()
            .map(|column| format!("\"{}\"", column.name))
            .collect();
        let one = format!("({})", vec!["?"; names.len()].join(", "));
        while !found.is_empty() {
            let some = found.len().min((BINDS_PER_STATEMENT / names.len()).max(1));
            let rest = found.split_off(some);
            let sql = format!(
                "INSERT INTO {} ({}) VALUES {}",
                table.name,
                names.join(", "),
                vec![one.as_str(); some].join(", ")
            );
            let values = found.into_iter().flatten().collect();
            self.target
                .execute(crate::statement::Sql(sql.into()), values)
                .await?;
            found = rest;
        }
        Ok(())
    }
}

fn value<T>(stored: Option<T>, of: impl Fn(T) -> Value) -> Value {
    stored.map_or(Value::Null(Kind::Text), of)
}

/// The remarks of a row of an import, none of which names another migration: it may be another customer's.
fn without_names(remarks: &str) -> String {
    let Ok(mut list) = serde_json::from_str::<serde_json::Value>(remarks) else {
        return "[]".to_owned();
    };
    for remark in list.as_array_mut().into_iter().flatten() {
        if remark["code"] == NAMES_ANOTHER {
            remark["text"] = NAMES_NOBODY.into();
        }
    }
    list.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_keeps_its_code_and_loses_the_path_of_the_other_migration() {
        let remarks = r#"[{"code":"number_in_other_migration","text":"The number is in Rival/HQ/Move as well."},
            {"code":"no_extension","text":"Kept"}]"#;
        let cleaned = without_names(remarks);
        assert!(
            cleaned.contains(NAMES_NOBODY) && cleaned.contains("Kept"),
            "{cleaned}"
        );
        assert!(!cleaned.contains("Rival"), "{cleaned}");
        assert_eq!(without_names("not JSON"), "[]");
    }
}
