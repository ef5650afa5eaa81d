//! The filters, the sort and the window of a grid, as SQL. Only columns that are declared by name reach a
//! statement; values are always bound.

use chrono::NaiveDate;
use portflow_domain::coded::Coded;
use portflow_domain::ids::{EntityId, MigrationId};
use portflow_domain::views::{GridFilter, GridQuery, GridSort, Page};
use std::collections::BTreeMap;
use uuid::Uuid;

use super::IDS_PER_STATEMENT;
use crate::column::{Scalar, Value};
use crate::error::{Result, StoreError};
use crate::row::{Only, Record};
use crate::statement::Statement;
use crate::tx::Tx;

/// A grid's list: where its rows come from, what they may be filtered and sorted by, and how they are searched.
pub(super) struct GridList {
    /// `SELECT` with the columns of the row.
    pub(super) select: &'static str,
    /// `FROM … WHERE TRUE`.
    pub(super) from: &'static str,
    /// The row's id.
    pub(super) id: &'static str,
    /// The migration that the row belongs to.
    pub(super) migration_id: &'static str,
    pub(super) columns: &'static [GridColumn],
    /// What decides among rows that the sort leaves equal; it makes the order total.
    pub(super) ties: &'static str,
    /// Appends the conditions of which one must hold for a row to contain the term; whether the database is SQLite
    /// comes first.
    pub(super) push_search: fn(&mut Statement, bool, &str),
}

impl GridList {
    /// A window of a migration's rows or of all.
    ///
    /// # Errors
    /// [`StoreError::BadQuery`].
    pub(super) async fn page<T: Record>(
        &self,
        tx: &mut Tx,
        migration_id: Option<MigrationId>,
        query: &GridQuery,
    ) -> Result<Page<T>> {
        let mut count = Statement::new("SELECT COUNT(*) AS value");
        self.push_condition(&mut count, tx.is_sqlite(), migration_id, query)?;
        let total = tx.value(count).await?;
        let mut window = Statement::new(self.select);
        self.push_condition(&mut window, tx.is_sqlite(), migration_id, query)?;
        push_order(&mut window, self.columns, &query.sort, self.ties)?;
        push_window(&mut window, query.offset, query.limit);
        Ok(Page {
            total,
            rows: tx.list(window).await?,
        })
    }

    /// The ids of a migration's rows, without a window.
    ///
    /// # Errors
    /// [`StoreError::BadQuery`].
    pub(super) async fn ids<I: Scalar>(
        &self,
        tx: &mut Tx,
        migration_id: MigrationId,
        query: &GridQuery,
    ) -> Result<Vec<I>> {
        let mut statement = Statement::new("SELECT ");
        statement.push(self.id).push(" AS value");
        self.push_condition(&mut statement, tx.is_sqlite(), Some(migration_id), query)?;
        push_order(&mut statement, self.columns, &query.sort, self.ties)?;
        let ids = tx.list::<Only<I>>(statement).await?;
        Ok(ids.into_iter().map(|Only(id)| id).collect())
    }

    fn push_condition(
        &self,
        statement: &mut Statement,
        on_sqlite: bool,
        migration_id: Option<MigrationId>,
        query: &GridQuery,
    ) -> Result<()> {
        statement.push(self.from);
        if let Some(id) = migration_id {
            statement.push(" AND ").push(self.migration_id).push(" = ");
            statement.bind_value(Value::Uuid(id.uuid()));
        }
        push_filters(statement, self.columns, &query.filters)?;
        let term = query.search.as_deref().map(str::trim).unwrap_or_default();
        if !term.is_empty() {
            statement.push(" AND (");
            (self.push_search)(statement, on_sqlite, term);
            statement.push(")");
        }
        Ok(())
    }

    /// The rows with these ids, in the order of the ids; ids of nothing are left out.
    pub(super) async fn rows<I: EntityId + Ord, T: Record>(
        &self,
        tx: &mut Tx,
        ids: &[I],
        id_of: impl Fn(&T) -> I,
    ) -> Result<Vec<T>> {
        let mut found = BTreeMap::new();
        for chunk in ids.chunks(IDS_PER_STATEMENT) {
            let mut statement = Statement::new(self.select);
            statement.push(self.from).push(" AND ").push(self.id).push(" IN ");
            statement.bind_list(chunk.iter().map(|id| Value::Uuid(id.uuid())));
            let rows = tx.list::<T>(statement).await?;
            found.extend(rows.into_iter().map(|row| (id_of(&row), row)));
        }
        Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
    }
}

/// What a grid's column holds, as far as its filter and sort must know.
#[derive(Clone, Copy)]
pub(super) enum Cell {
    Text,
    Integer,
    Bool,
    Uuid,
    Date,
    /// An enumeration: how a code is read, and all of its codes in the order in which people read them.
    Coded(fn(&str) -> Option<Value>, fn() -> Vec<&'static str>),
}

/// A column that a grid may filter and sort by.
pub(super) struct GridColumn {
    /// The row's field.
    name: &'static str,
    sql: &'static str,
    /// What is sorted by, where it is not the value itself.
    order: &'static str,
    cell: Cell,
    nullable: bool,
}

impl GridColumn {
    pub(super) const fn new(name: &'static str, sql: &'static str, cell: Cell) -> Self {
        Self {
            name,
            sql,
            order: sql,
            cell,
            nullable: true,
        }
    }

    /// A column that always holds something. Saying so lets the database sort by an index.
    pub(super) const fn required(name: &'static str, sql: &'static str, cell: Cell) -> Self {
        Self {
            name,
            sql,
            order: sql,
            cell,
            nullable: false,
        }
    }

    pub(super) const fn sorted_by(self, order: &'static str) -> Self {
        Self { order, ..self }
    }
}

/// An enumeration's column.
pub(super) const fn coded<T: Coded>() -> Cell {
    Cell::Coded(
        |text| T::from_code(text).map(|value| Value::Coded(value.code(), T::TYPE_NAME)),
        || T::ALL.iter().map(|value| value.code()).collect(),
    )
}

impl Cell {
    /// The value that a filter's text stands for, if the column can hold it.
    fn parse(self, text: &str) -> Option<Value> {
        match self {
            Self::Text => Some(Value::Text(text.to_owned())),
            Self::Integer => text.parse().ok().map(Value::Integer),
            Self::Bool => text.parse().ok().map(Value::Bool),
            Self::Uuid => Uuid::parse_str(text).ok().map(Value::Uuid),
            Self::Date => text.parse::<NaiveDate>().ok().map(Value::Date),
            Self::Coded(read, _) => read(text),
        }
    }
}

fn column<'a>(columns: &'a [GridColumn], name: &str) -> Result<&'a GridColumn> {
    let found = columns.iter().find(|column| column.name == name);
    found.ok_or_else(|| refuse(name, ""))
}

fn refuse(column: &str, value: &str) -> StoreError {
    StoreError::BadQuery {
        column: column.to_owned(),
        value: value.to_owned(),
    }
}

/// Appends ` AND (…)` for every filter that names a value; an empty text asks for "nothing there".
///
/// # Errors
/// [`StoreError::BadQuery`] for a column that is not declared, and for a value that it cannot hold.
fn push_filters(statement: &mut Statement, columns: &[GridColumn], filters: &[GridFilter]) -> Result<()> {
    for filter in filters {
        let column = column(columns, &filter.column)?;
        if filter.values.is_empty() {
            continue;
        }
        statement.push(" AND (FALSE");
        if filter.values.iter().any(String::is_empty) {
            statement.push(" OR ").push(column.sql).push(" IS NULL");
            if matches!(column.cell, Cell::Text) {
                statement.push(" OR ").push(column.sql).push(" = ''");
            }
        }
        let given = filter.values.iter().filter(|text| !text.is_empty());
        let parse = |text: &String| column.cell.parse(text).ok_or_else(|| refuse(column.name, text));
        let values: Vec<Value> = given.map(parse).collect::<Result<_>>()?;
        if !values.is_empty() {
            statement
                .push(" OR ")
                .push(column.sql)
                .push(" IN ")
                .bind_list(values);
        }
        statement.push(")");
    }
    Ok(())
}

/// Appends ` ORDER BY` with the keys asked for and then `ties`, which must make the order total. Rows without a
/// value come last in either direction.
///
/// # Errors
/// [`StoreError::BadQuery`].
fn push_order(
    statement: &mut Statement,
    columns: &[GridColumn],
    sorts: &[GridSort],
    ties: &'static str,
) -> Result<()> {
    statement.push(" ORDER BY ");
    for sort in sorts {
        let column = column(columns, &sort.column)?;
        match column.cell {
            Cell::Coded(_, codes) => push_rank(statement, column.order, &codes()),
            Cell::Text | Cell::Integer | Cell::Bool | Cell::Uuid | Cell::Date => {
                statement.push(column.order);
            }
        }
        statement.push(if sort.descending { " DESC" } else { " ASC" });
        statement.push(if column.nullable { " NULLS LAST, " } else { ", " });
    }
    statement.push(ties);
    Ok(())
}

/// The place of a code among its enumeration's codes: their alphabetical order means nothing to people.
fn push_rank(statement: &mut Statement, sql: &'static str, codes: &[&'static str]) {
    statement.push("CASE ").push(sql);
    for (rank, code) in (0_i64..).zip(codes) {
        statement.push(" WHEN '").push(code).push("' THEN ").bind(&rank);
    }
    statement.push(" END");
}

/// Appends the window: at least one row, at most 1,000.
fn push_window(statement: &mut Statement, offset: u32, limit: u32) {
    statement.push(" LIMIT ").bind(&i64::from(limit.clamp(1, 1000)));
    statement.push(" OFFSET ").bind(&i64::from(offset));
}
