//! What an act changed, field by field, in the form the activity log keeps: `field`, `old_value`, `new_value`.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

/// Fields whose values are never written down; the log says that they changed and nothing more.
const SECRET_FIELDS: [&str; 5] = ["accountNumber", "account_number", "pin", "password", "passcode"];

/// The change of one field. The snake_case spelling is the wire form as well as the stored one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FieldChange {
    /// The field as the entity spells it.
    pub field: String,
    /// Its value before; null where there was none.
    #[ts(type = "unknown")]
    pub old_value: Value,
    /// Its value after; null where there is none.
    #[ts(type = "unknown")]
    pub new_value: Value,
}

/// The fields in which two serialised entities differ, those of `after` first and in its order, then those that
/// only `before` has. A missing field equals null. Fields named in `ignore` are left out; of a secret both
/// values say `changed`.
pub fn diff(before: &Value, after: &Value, ignore: &[&str]) -> Vec<FieldChange> {
    let empty = serde_json::Map::new();
    let (old, new) = (
        before.as_object().unwrap_or(&empty),
        after.as_object().unwrap_or(&empty),
    );
    let fields = new
        .keys()
        .chain(old.keys().filter(|field| !new.contains_key(*field)));
    fields
        .filter(|field| !ignore.contains(&field.as_str()))
        .filter_map(|field| {
            let old_value = old.get(field).cloned().unwrap_or_default();
            let new_value = new.get(field).cloned().unwrap_or_default();
            (old_value != new_value).then(|| change(field, old_value, new_value))
        })
        .collect()
}

fn change(field: &str, old_value: Value, new_value: Value) -> FieldChange {
    let hide = |value: Value| {
        if SECRET_FIELDS.contains(&field) {
            Value::from("changed")
        } else {
            value
        }
    };
    FieldChange {
        field: field.to_owned(),
        old_value: hide(old_value),
        new_value: hide(new_value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn differences_come_in_the_order_of_the_entity_and_hide_secrets() {
        let before =
            json!({"zip": "75201", "name": "Main", "pin": "1234", "revision": 1, "gone": true, "note": null});
        let after = json!({"name": "Head office", "zip": "75201", "pin": "9876", "revision": 2});
        let found = serde_json::to_value(diff(&before, &after, &["revision"])).unwrap();
        let expected = json!([
            {"field": "name", "old_value": "Main", "new_value": "Head office"},
            {"field": "pin", "old_value": "changed", "new_value": "changed"},
            {"field": "gone", "old_value": true, "new_value": null},
        ]);
        assert_eq!(found.to_string(), expected.to_string());
    }
}
