//! Comparing a number of a file with the stored one, field by field.

use serde_json::Value;

use super::conflicts::Comparison;
use super::existing::{ExistingNumber, number_key};
use super::plan_number::Holder;
use super::planner::Planner;
use super::{Issue, IssueCode, NumberValues, PlannedRecord};
use crate::coded::Labelled;
use crate::enums::{Disposition, ImportTarget, NumberUsage, PhoneNumberType, PortingStatus};
use crate::mapping::ImportField;
use crate::number::E164;
use crate::transitions::porting_status::{is_edge, needs_reason};

impl<'a> Planner<'a> {
    /// What the file changes about a stored number, and what it may not change.
    pub(super) fn compare_number(
        &mut self,
        values: &NumberValues,
        stored: &ExistingNumber,
        holder: &Holder,
        planned: &mut PlannedRecord,
    ) -> Comparison<'a> {
        let (now, last) = (&stored.values, stored.last_import.as_ref());
        let key = number_key(&values.e164, &values.extension);
        let entity = ImportTarget::PhoneNumbers;
        let mut compared = Comparison::new(entity, key, self.choices, values, now, last);
        let defaults = last.map(|last| defaults_of(last, &now.e164));
        let default = |field: &str| defaults.as_ref().map_or(Value::Null, |said| said[field].clone());
        compared.field("numberType", default("numberType"));
        compared.field("usage", default("usage"));
        self.disposition(values, stored, default("disposition"), &mut compared, planned);
        compared.fields(&["description", "currentCarrier", "rateCenter", "focDate"]);
        compare_notes(values, now, last, &mut compared);
        let keeps = self.holds(holder, stored) || self.repeats_holder(stored, holder);
        if let Holder::Person(who) = holder
            && !keeps
        {
            let old = now.assigned_to.clone().map_or(Value::Null, Value::from);
            let new = self.key_of(*who).map_or(Value::Null, Value::from);
            compared.write("assignedTo", old, new);
        }
        self.status(values, stored, &mut compared, planned);
        compared
    }

    /// What an open order rests on is not changed under it.
    fn disposition(
        &mut self,
        values: &NumberValues,
        stored: &ExistingNumber,
        default: Value,
        compared: &mut Comparison<'_>,
        planned: &mut PlannedRecord,
    ) {
        let Some(said) = values.disposition else { return };
        let now = stored.values.disposition;
        if !stored.in_open_order || Some(said) == now {
            return compared.field("disposition", default);
        }
        if compared.repeats("disposition", &json_of(said)) {
            return;
        }
        compared.refuse("disposition");
        let text = format!(
            "The file says {said}, but the number is in an open port order; take it out there first. It stays {}.",
            now.map_or_else(String::new, |now| now.to_string())
        );
        let (code, field) = (IssueCode::NumberInOpenOrder, ImportField::Disposition);
        let issue = Issue::warning(code, field, &said.to_string(), text);
        planned.record.issues.push(issue);
        self.warnings.add(code, planned.record.source_row);
    }

    /// A status is written only where a person could take that step; otherwise it is a conflict that nobody can
    /// settle in favour of the file.
    fn status(
        &mut self,
        values: &NumberValues,
        stored: &ExistingNumber,
        compared: &mut Comparison<'_>,
        planned: &mut PlannedRecord,
    ) {
        let (Some(from), Some(to)) = (stored.values.porting_status, values.porting_status) else {
            return;
        };
        if from == to || compared.repeats("portingStatus", &json_of(to)) {
            return;
        }
        let legal = is_edge(from, to) && !needs_reason(from, to);
        if legal && !stored.in_open_order {
            return compared.field("portingStatus", json_of(PortingStatus::NotStarted));
        }
        compared.refuse("portingStatus");
        let (code, why) = if stored.in_open_order {
            (IssueCode::NumberInOpenOrder, "its open port order moves it")
        } else {
            (IssueCode::PortingStatusConflict, "that step is not allowed")
        };
        let (was, says) = (from.label(), to.label());
        let text =
            format!("The number is \"{was}\" and the file says \"{says}\", but {why}; the status stays.");
        let issue = Issue::warning(code, ImportField::PortingStatus, &to.to_string(), text);
        planned.record.issues.push(issue);
        self.warnings.add(code, planned.record.source_row);
    }
}

fn json_of(value: impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// The notes with the lines for what has no column of its own; lines alone are added to whatever the notes say.
fn compare_notes(
    values: &NumberValues,
    now: &NumberValues,
    last: Option<&Value>,
    compared: &mut Comparison<'_>,
) {
    let new = json_of(values.notes_over(now.notes.as_deref()));
    let old = json_of(&now.notes);
    if values.notes.is_none() {
        let told = compared.repeats("orderDate", &json_of(values.order_date))
            && compared.repeats("legacyExtension", &json_of(&values.legacy_extension));
        if new != old && !told {
            compared.write("notes", old, new);
        }
        return;
    }
    if let Some(said) = last.and_then(|last| last["notes"].as_str()) {
        let mut before = NumberValues::clone(now);
        before.notes = Some(said.to_owned());
        let date = last.and_then(|last| last["orderDate"].as_str());
        before.order_date = date.and_then(|date| date.parse().ok());
        let extension = last.and_then(|last| last["legacyExtension"].as_str());
        before.legacy_extension = extension.map(str::to_owned);
        compared.set_last("notes", json_of(before.notes_to_store()));
    }
    compared.values("notes", new, old, Value::Null);
}

/// What an insert stored where the import said nothing.
fn defaults_of(said: &Value, number: &E164) -> Value {
    let of = |field: &str| said[field].clone();
    let mut values = NumberValues::of(number.clone().into());
    values.number_type =
        serde_json::from_value::<Option<PhoneNumberType>>(of("numberType")).unwrap_or_default();
    values.usage = serde_json::from_value::<Option<NumberUsage>>(of("usage")).unwrap_or_default();
    values.disposition = serde_json::from_value::<Option<Disposition>>(of("disposition")).unwrap_or_default();
    serde_json::json!({
        "numberType": values.number_type_or_default(),
        "usage": values.usage_or_default(),
        "disposition": values.disposition_or_default(),
    })
}
