//! SQL text that is put together at run time: fixed pieces and bound values, never text that came from outside.

use std::borrow::Cow;

use crate::column::{Column, Value};

/// SQL that holds no foreign text: a literal, or what a [`Statement`] put together.
pub(crate) struct Sql(pub(crate) Cow<'static, str>);

impl From<&'static str> for Sql {
    fn from(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

/// A statement in the making. Values are bound in the order in which they are appended.
#[derive(Debug, Clone, Default)]
pub(crate) struct Statement {
    pieces: Vec<Piece>,
    values: Vec<Value>,
}

#[derive(Debug, Clone, Copy)]
enum Piece {
    Text(&'static str),
    Bind,
}

impl Statement {
    pub(crate) fn new(text: &'static str) -> Self {
        Self {
            pieces: vec![Piece::Text(text)],
            values: Vec::new(),
        }
    }

    /// Appends a fixed piece of SQL.
    pub(crate) fn push(&mut self, text: &'static str) -> &mut Self {
        self.pieces.push(Piece::Text(text));
        self
    }

    /// Appends `(first, second, …)`, fixed pieces of SQL.
    pub(crate) fn list(&mut self, texts: &[&'static str]) -> &mut Self {
        self.push("(");
        for (index, text) in texts.iter().enumerate() {
            self.push(if index == 0 { "" } else { ", " }).push(text);
        }
        self.push(")")
    }

    /// Appends a placeholder for `value`.
    pub(crate) fn bind(&mut self, value: &impl Column) -> &mut Self {
        self.bind_value(value.value())
    }

    pub(crate) fn bind_value(&mut self, value: Value) -> &mut Self {
        self.pieces.push(Piece::Bind);
        self.values.push(value);
        self
    }

    /// Appends `(first, second, …)`.
    pub(crate) fn bind_list(&mut self, values: impl IntoIterator<Item = Value>) -> &mut Self {
        self.push("(");
        for (index, value) in values.into_iter().enumerate() {
            self.push(if index == 0 { "" } else { ", " }).bind_value(value);
        }
        self.push(")")
    }

    /// The text for one database, and the values. PostgreSQL wants numbered placeholders. SQLite takes numbers for
    /// names and looks each up among all others, which thousands of values make slow, so there they have none.
    pub(crate) fn into_parts(self, is_sqlite: bool) -> (Sql, Vec<Value>) {
        let mut text = String::new();
        let mut number = 0;
        for piece in self.pieces {
            match piece {
                Piece::Text(piece) => text.push_str(piece),
                Piece::Bind if is_sqlite => text.push('?'),
                Piece::Bind => {
                    number += 1;
                    text.push('$');
                    text.push_str(&number.to_string());
                }
            }
        }
        (Sql(Cow::Owned(text)), self.values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_in_the_order_of_their_placeholders() {
        let mut statement = Statement::new("SELECT * FROM sites WHERE name = ");
        statement.bind(&"Dallas".to_owned()).push(" AND source_row IN ");
        statement.bind_list([Value::Integer(1), Value::Integer(2)]);
        let (numbered, values) = statement.clone().into_parts(false);
        assert_eq!(
            numbered.0,
            "SELECT * FROM sites WHERE name = $1 AND source_row IN ($2, $3)"
        );
        assert_eq!(
            values,
            [
                Value::Text("Dallas".to_owned()),
                Value::Integer(1),
                Value::Integer(2)
            ]
        );
        let (anonymous, _) = statement.into_parts(true);
        assert_eq!(
            anonymous.0,
            "SELECT * FROM sites WHERE name = ? AND source_row IN (?, ?)"
        );
    }
}
