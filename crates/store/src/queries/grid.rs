//! The filters, the sort and the window of a grid, as SQL. Only columns that are declared here by name reach a
//! statement; values are always bound.

use chrono::NaiveDate;
use portflow_domain::coded::Coded;
use portflow_domain::views::{GridFilter, GridSort};
use uuid::Uuid;

use crate::column::Value;
use crate::error::{Result, StoreError};
use crate::statement::Statement;

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
pub(super) fn push_filters(
    statement: &mut Statement,
    columns: &[GridColumn],
    filters: &[GridFilter],
) -> Result<()> {
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
pub(super) fn push_order(
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
pub(super) fn push_window(statement: &mut Statement, offset: u32, limit: u32) {
    statement.push(" LIMIT ").bind(&i64::from(limit.clamp(1, 1000)));
    statement.push(" OFFSET ").bind(&i64::from(offset));
}
