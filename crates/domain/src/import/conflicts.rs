//! Comparing what a file says with what is stored and with what the last import said.
//!
//! A field is written when nobody changed it since the last import. Where somebody did, the file's old word
//! changes nothing, and a new word of the file is a conflict that a person settles.

use serde_json::{Map, Value};

use super::existing::is_silent;
use super::{FieldConflict, PlanChoices, PlannedRecord, RecordValues};
use crate::changes::FieldChange;
use crate::coded::Coded;
use crate::enums::ImportTarget;

/// The fields of a values struct as JSON.
pub(super) fn fields_of(values: &impl serde::Serialize) -> Map<String, Value> {
    match serde_json::to_value(values) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) | Err(_) => Map::new(),
    }
}

/// What tells the record from others of its kind, for conflicts and fingerprints.
pub(super) fn record_key(values: &RecordValues) -> String {
    match values {
        RecordValues::PhoneNumber(number) => super::existing::number_key(&number.e164, &number.extension),
        RecordValues::EndUser(person) => person.key().to_owned(),
        RecordValues::ResourceAccount(account) if account.upn.is_empty() => {
            let name = account.call_queue.as_ref().or(account.auto_attendant.as_ref());
            name.cloned().unwrap_or_default()
        }
        RecordValues::ResourceAccount(account) => account.upn.clone(),
        RecordValues::CallQueue(queue) => queue.name.clone(),
        RecordValues::CallQueueAgent(agent) => format!("{}/{}", agent.queue, agent.agent),
        RecordValues::AutoAttendant(attendant) => attendant.name.clone(),
        RecordValues::Site(site) => site.name.clone(),
        RecordValues::LosingAccountNumber(number) => number.e164.as_str().to_owned(),
        RecordValues::SiteRow(found) => found.key(),
        RecordValues::PortOrderEvent(event) => format!(
            "{}/{}",
            event.pon,
            event.e164.as_ref().map_or("", |number| number.as_str())
        ),
    }
}

/// How [`PlanChoices::take_file`] names the conflict about a field: `entity/key/field`.
pub fn conflict_key(planned: &PlannedRecord, field: &str) -> Option<String> {
    let values = planned.record.values.as_ref()?;
    Some(key_of(planned.record.entity, &record_key(values), field))
}

fn key_of(entity: ImportTarget, key: &str, field: &str) -> String {
    format!("{}/{key}/{field}", entity.code())
}

/// The three sides of one record, and what comes of them.
pub(super) struct Comparison<'a> {
    entity: ImportTarget,
    key: String,
    file: Map<String, Value>,
    now: Map<String, Value>,
    last: Option<Map<String, Value>>,
    choices: &'a PlanChoices,
    /// What is written.
    pub(super) changes: Vec<FieldChange>,
    /// What a person settles.
    pub(super) conflicts: Vec<FieldConflict>,
}

impl<'a> Comparison<'a> {
    pub(super) fn new(
        entity: ImportTarget,
        key: String,
        choices: &'a PlanChoices,
        file: &impl serde::Serialize,
        now: &impl serde::Serialize,
        last: Option<&Value>,
    ) -> Self {
        Self {
            entity,
            key,
            file: fields_of(file),
            now: fields_of(now),
            last: last.and_then(Value::as_object).cloned(),
            choices,
            changes: Vec::new(),
            conflicts: Vec::new(),
        }
    }

    /// What imports said about a field; null when nothing, none when there was no import.
    pub(super) fn last(&self, field: &str) -> Option<Value> {
        let last = self.last.as_ref()?;
        Some(last.get(field).cloned().unwrap_or_default())
    }

    /// Corrects what the last import said to the form in which it was stored.
    pub(super) fn set_last(&mut self, field: &str, value: Value) {
        if let Some(last) = &mut self.last {
            last.insert(field.to_owned(), value);
        }
    }

    /// Compares fields by their name.
    pub(super) fn fields(&mut self, names: &[&str]) {
        for name in names {
            self.field(name, Value::Null);
        }
    }

    /// Compares a field that an insert fills with `default` where the file is silent.
    pub(super) fn field(&mut self, name: &str, default: Value) {
        let file = self.file.get(name).cloned().unwrap_or_default();
        let now = self.now.get(name).cloned().unwrap_or_default();
        self.values(name, file, now, default);
    }

    /// Compares two values of a field.
    pub(super) fn values(&mut self, name: &str, file: Value, now: Value, default: Value) {
        if is_silent(&file) || file == now {
            return;
        }
        let Some(said) = self.last(name) else {
            return self.write(name, now, file);
        };
        let written = if is_silent(&said) { default } else { said.clone() };
        if written == now || (is_silent(&written) && is_silent(&now)) {
            return self.write(name, now, file);
        }
        if file == said {
            return;
        }
        let takes_file = self.choices.take_file_always
            || self
                .choices
                .take_file
                .contains(&key_of(self.entity, &self.key, name));
        if takes_file {
            self.write(name, now.clone(), file.clone());
        }
        self.conflicts.push(FieldConflict {
            field: name.to_owned(),
            file,
            last_import: said,
            now,
            takes_file,
            can_take: true,
        });
    }

    /// Whether the file repeats what it said at the last import, so that a later change by a person stands.
    pub(super) fn repeats(&self, name: &str, file: &Value) -> bool {
        self.last(name).is_some_and(|said| said == *file)
    }

    /// Notes a field about which the file's word cannot be taken, whatever anybody chooses.
    pub(super) fn refuse(&mut self, name: &str) {
        let side = |side: &Map<String, Value>| side.get(name).cloned().unwrap_or_default();
        self.conflicts.push(FieldConflict {
            field: name.to_owned(),
            file: side(&self.file),
            last_import: self.last(name).unwrap_or_default(),
            now: side(&self.now),
            takes_file: false,
            can_take: false,
        });
    }

    /// Notes a change.
    pub(super) fn write(&mut self, name: &str, old: Value, new: Value) {
        self.changes.push(FieldChange {
            field: name.to_owned(),
            old_value: old,
            new_value: new,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// `written` or `conflict` or nothing, for one field.
    fn outcome(file: Value, last: Option<Value>, now: Value, choices: &PlanChoices) -> String {
        let last = last.map(|last| json!({ "city": last }));
        let side = |value: Value| json!({ "city": value });
        let mut compared = Comparison::new(
            ImportTarget::Sites,
            "Plano".to_owned(),
            choices,
            &side(file),
            &side(now),
            last.as_ref(),
        );
        compared.fields(&["city"]);
        let written = compared.changes.len();
        format!("{written} written, {} conflicts", compared.conflicts.len())
    }

    #[test]
    fn what_somebody_changed_since_the_last_import_stands_until_it_is_chosen() {
        let none = PlanChoices::default();
        let cases = [
            (json!("B"), None, json!("A"), "1 written, 0 conflicts"),
            (json!("B"), Some(json!("A")), json!("A"), "1 written, 0 conflicts"),
            (json!("A"), Some(json!("A")), json!("B"), "0 written, 0 conflicts"),
            (json!("C"), Some(json!("A")), json!("B"), "0 written, 1 conflicts"),
            (json!("B"), Some(json!("A")), json!("B"), "0 written, 0 conflicts"),
            (
                json!(null),
                Some(json!("A")),
                json!("B"),
                "0 written, 0 conflicts",
            ),
            (
                json!("B"),
                Some(json!("A")),
                json!(null),
                "0 written, 1 conflicts",
            ),
            (
                json!("B"),
                Some(json!(null)),
                json!(null),
                "1 written, 0 conflicts",
            ),
            (
                json!("C"),
                Some(json!(null)),
                json!("B"),
                "0 written, 1 conflicts",
            ),
        ];
        for (file, last, now, expected) in cases {
            let told = format!("{file} {last:?} {now}");
            assert_eq!(outcome(file, last, now, &none), expected, "{told}");
        }
        let chosen = PlanChoices {
            take_file: vec!["sites/Plano/city".to_owned()],
            take_file_always: false,
        };
        let taken = outcome(json!("C"), Some(json!("A")), json!("B"), &chosen);
        assert_eq!(taken, "1 written, 1 conflicts");
    }
}
