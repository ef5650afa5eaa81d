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

/// A statement in the making; binds number themselves.
#[derive(Debug, Clone, Default)]
pub(crate) struct Statement {
    text: String,
    values: Vec<Value>,
}

impl Statement {
    pub(crate) fn new(text: &'static str) -> Self {
        Self {
            text: text.to_owned(),
            values: Vec::new(),
        }
    }

    /// Appends a fixed piece of SQL.
    pub(crate) fn push(&mut self, text: &'static str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    /// Appends a placeholder for `value`.
    pub(crate) fn bind(&mut self, value: &impl Column) -> &mut Self {
        self.bind_value(value.value())
    }

    pub(crate) fn bind_value(&mut self, value: Value) -> &mut Self {
        self.values.push(value);
        self.text.push('$');
        self.text.push_str(&self.values.len().to_string());
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

    pub(crate) fn into_parts(self) -> (Sql, Vec<Value>) {
        (Sql(Cow::Owned(self.text)), self.values)
    }
}
