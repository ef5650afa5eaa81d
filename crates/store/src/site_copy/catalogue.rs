//! The tables of a workspace as the schema itself tells them: columns, keys and references. Read from the file that is
//! being made; both databases have the same schema.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::Result;
use crate::record::record;
use crate::tx::{Tx, rows};

/// A table.
#[derive(Debug, Clone)]
pub(super) struct Table {
    pub(super) name: String,
    /// The column by which its rows are told apart.
    pub(super) key: String,
    /// Those that can be inserted.
    pub(super) columns: Vec<Column>,
    pub(super) references: Vec<Reference>,
}

/// A column.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) name: String,
    /// `TEXT`, `INTEGER` or `BLOB`.
    pub(super) kind: String,
}

/// A column that names a row of another table.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    pub(super) column: String,
    pub(super) table: String,
}

/// Every table by name.
#[derive(Debug, Clone)]
pub(super) struct Catalogue(BTreeMap<String, Table>);

struct ColumnLine {
    table_name: String,
    name: String,
    kind: String,
    is_key: bool,
}
record!(ColumnLine {
    table_name,
    name,
    kind,
    is_key
});

struct ReferenceLine {
    table_name: String,
    name: String,
    parent: String,
    parent_column: String,
}
record!(ReferenceLine {
    table_name,
    name,
    parent,
    parent_column
});

impl Catalogue {
    /// Reads it from a workspace file.
    pub(super) async fn read(tx: &mut Tx) -> Result<Self> {
        // Generated columns, search indexes and SQLite's own tables are derived.
        let columns = "SELECT m.name AS table_name, c.name AS name, c.type AS kind, c.pk = 1 AS is_key
            FROM sqlite_schema m, pragma_table_info(m.name) c
            WHERE m.type = 'table' AND m.name NOT LIKE '%\\_search%' ESCAPE '\\'
            AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND m.name NOT LIKE '\\_sqlx%' ESCAPE '\\'
            ORDER BY m.name, c.cid";
        let mut tables: BTreeMap<String, Table> = BTreeMap::new();
        for line in rows!(tx, ColumnLine, columns)? {
            let table = tables.entry(line.table_name.clone()).or_insert_with(|| Table {
                name: line.table_name,
                key: String::new(),
                columns: Vec::new(),
                references: Vec::new(),
            });
            if line.is_key {
                table.key.clone_from(&line.name);
            }
            table.columns.push(Column {
                name: line.name,
                kind: line.kind,
            });
        }
        let references = "SELECT m.name AS table_name, f.\"from\" AS name, f.\"table\" AS parent,
                f.\"to\" AS parent_column
            FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY 1, f.id, f.seq";
        for line in rows!(tx, ReferenceLine, references)? {
            // The other column of a composite key is the customer, which is the same in both rows.
            let names_a_row = tables
                .get(&line.parent)
                .is_some_and(|it| it.key == line.parent_column);
            if let (true, Some(table)) = (names_a_row, tables.get_mut(&line.table_name)) {
                table.references.push(Reference {
                    column: line.name,
                    table: line.parent,
                });
            }
        }
        Ok(Self(tables))
    }

    /// Every table, each after those that it refers to.
    pub(super) fn parents_first(&self) -> Vec<&Table> {
        let mut ordered = Vec::with_capacity(self.0.len());
        let mut placed = BTreeSet::new();
        while ordered.len() < self.0.len() {
            let before = ordered.len();
            for table in self.0.values() {
                let is_ready = |it: &Reference| placed.contains(it.table.as_str()) || it.table == table.name;
                if !placed.contains(table.name.as_str()) && table.references.iter().all(is_ready) {
                    placed.insert(table.name.as_str());
                    ordered.push(table);
                }
            }
            if ordered.len() == before {
                // Tables that refer to each other would be refused by the foreign keys; the schema has none.
                break;
            }
        }
        ordered
    }
}

impl Table {
    /// Whether it has a column.
    pub(super) fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|it| it.name == column)
    }
}
