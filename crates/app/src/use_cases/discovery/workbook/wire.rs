//! From the one spelling of a value in the workbook to what a command takes.

use portflow_domain::discovery_book::{Change, Form, Table};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::error::{ApiError, Result};

/// The values of a row: what is stored of it, with what the workbook changes. A field without a value is left out, so
/// that the command's own default holds. Places go by name and are left to the caller.
pub(super) fn values<T: Serialize>(
    table: Table,
    before: Option<&T>,
    change: &Change,
) -> Result<Map<String, Value>> {
    let mut values = Map::new();
    if let Some(before) = before {
        let stored = serde_json::to_value(before).map_err(|error| ApiError::internal(&error))?;
        // Accounts are not the customer's business and stay as they are.
        let own = table.columns().iter().map(|column| column.field);
        for field in own.chain(["losingAccountId"]) {
            if let Some(value) = stored.get(field).filter(|value| !value.is_null()) {
                values.insert(field.to_owned(), value.clone());
            }
        }
    }
    for field in &change.fields {
        let form = table
            .column(&field.field)
            .map_or(Form::Text, |column| column.form);
        match field.value.as_deref() {
            Some(value) if !matches!(form, Form::Place) => {
                values.insert(field.field.clone(), wire(form, value));
            }
            Some(_) | None => {
                values.remove(&field.field);
            }
        }
    }
    Ok(values)
}

fn wire(form: Form, value: &str) -> Value {
    match form {
        Form::Count | Form::Money => value.parse::<i64>().map_or(Value::Null, Value::from),
        Form::YesNo => Value::from(value == "true"),
        Form::Ranges => value
            .split(", ")
            .filter_map(|range| range.split_once('-'))
            .map(|(first, last)| json!({ "first": first, "last": last }))
            .collect(),
        Form::Text
        | Form::Phone
        | Form::Date
        | Form::Time
        | Form::Choice(_)
        | Form::Place
        | Form::Hours
        | Form::Answer => Value::from(value),
    }
}
