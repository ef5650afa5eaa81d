//! How the dry-run report writes a record.

use serde_json::{Map, Value, json};

use super::conflicts::fields_of;
use super::existing::is_silent;
use super::{AgentValues, NumberValues, PersonValues, PlannedRecord, RecordValues};
use crate::enums::Disposition;
use crate::mapping::{ColumnMap, ImportField};

/// An accepted record with everything that the files say about it.
pub(super) fn accepted_record(planned: &PlannedRecord, mut fields: Map<String, Value>) -> Value {
    fields.insert("source_row".to_owned(), json!(planned.record.source_row));
    fields.insert("entity".to_owned(), json!(planned.record.entity));
    fields.insert("outcome".to_owned(), json!(planned.outcome));
    match &planned.record.values {
        Some(RecordValues::PhoneNumber(number)) => number_fields(number, &mut fields),
        Some(RecordValues::EndUser(person)) => person_fields(person, &mut fields),
        Some(RecordValues::ResourceAccount(account)) => said(account, &mut fields),
        Some(RecordValues::CallQueue(queue)) => said(queue, &mut fields),
        Some(RecordValues::CallQueueAgent(agent)) => agent_fields(agent, &mut fields),
        Some(RecordValues::AutoAttendant(attendant)) => said(attendant, &mut fields),
        Some(RecordValues::Site(site)) => said(site, &mut fields),
        Some(RecordValues::LosingAccountNumber(number)) => said(number, &mut fields),
        Some(RecordValues::PortOrderEvent(event)) => said(event, &mut fields),
        Some(RecordValues::SiteRow(found)) => said(found, &mut fields),
        None => {}
    }
    Value::Object(fields)
}

/// Every field about which the file says something, in snake_case.
fn said(values: &impl serde::Serialize, fields: &mut Map<String, Value>) {
    let known = fields_of(values).into_iter();
    let known = known.filter(|(_, value)| !is_silent(value));
    fields.extend(known.map(|(name, value)| (snake_case(&name), value)));
}

fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    snake
}

/// An agent is named by the key of the person once that is known, else as the file names them.
fn agent_fields(agent: &AgentValues, fields: &mut Map<String, Value>) {
    fields.insert("queue".to_owned(), json!(agent.queue));
    let named = agent.person.as_ref().unwrap_or(&agent.agent);
    fields.insert("agent".to_owned(), json!(named));
    fields.insert("position".to_owned(), json!(agent.position));
    if agent.person.as_ref().is_some_and(|person| *person != agent.agent) {
        fields.insert("written".to_owned(), json!(agent.agent));
    }
}

/// Everything the file says about the number; silence is left out.
fn number_fields(number: &NumberValues, fields: &mut Map<String, Value>) {
    let carried = Some(&number.extension).filter(|extension| !extension.is_empty());
    let extension = number.legacy_extension.as_ref().or(carried);
    let said = [
        ("e164", json!(number.e164)),
        ("extension", json!(extension)),
        ("number_type", json!(number.number_type)),
        ("usage", json!(number.usage)),
        (
            "toll_free",
            json!(Some(true).filter(|_| number.e164.is_toll_free())),
        ),
        ("carrier", json!(number.current_carrier)),
        ("btn", json!(number.btn)),
        ("rate_center", json!(number.rate_center)),
        ("description", json!(number.description)),
        ("order_date", json!(number.order_date)),
        ("foc_date", json!(number.foc_date)),
        ("porting_status", json!(number.porting_status)),
        ("disposition", json!(number.disposition)),
        (
            "do_not_port",
            json!(Some(true).filter(|_| number.disposition == Some(Disposition::Retain))),
        ),
        ("assigned_to", json!(number.assigned_to)),
        ("notes", json!(number.notes)),
    ];
    let known = said.into_iter().filter(|(_, value)| !value.is_null());
    fields.extend(known.map(|(name, value)| (name.to_owned(), value)));
}

fn person_fields(person: &PersonValues, fields: &mut Map<String, Value>) {
    let carried = Some(&person.number_extension).filter(|extension| !extension.is_empty());
    let all = [
        ("upn", json!(person.upn)),
        ("user_key", json!(person.user_key)),
        ("display_name", json!(person.display_name)),
        ("first_name", json!(person.first_name)),
        ("last_name", json!(person.last_name)),
        ("e164", json!(person.e164)),
        ("extension", json!(person.legacy_extension.as_ref().or(carried))),
        ("site", json!(person.site)),
        ("department", json!(person.department)),
        ("job_title", json!(person.job_title)),
        ("email", json!(person.email)),
        ("cutover_date", json!(person.cutover_date)),
        ("usage_location", json!(person.usage_location)),
        ("license_sku", json!(person.license_sku)),
        ("voice_routing_policy", json!(person.voice_routing_policy)),
        ("dial_plan", json!(person.dial_plan)),
        ("notes", json!(person.notes)),
    ];
    fields.extend(all.into_iter().map(|(name, value)| (name.to_owned(), value)));
}

/// A rejected record with its reason, the field concerned and the columns that give this field.
pub(super) fn rejected_record(
    planned: &PlannedRecord,
    columns: &[ColumnMap],
    mut fields: Map<String, Value>,
) -> Option<Value> {
    let issue = planned.record.rejection()?;
    fields.insert("source_row".to_owned(), json!(planned.record.source_row));
    fields.insert("entity".to_owned(), json!(planned.record.entity));
    fields.insert("field".to_owned(), json!(issue.field));
    let headers = |field: Option<ImportField>| -> Vec<&str> {
        let of_field = columns
            .iter()
            .filter(|column| column.field.is_some() && column.field == field);
        of_field.map(|column| column.header.as_str()).collect()
    };
    let mut headers_of_field = headers(issue.field);
    if headers_of_field.is_empty() && issue.field == Some(ImportField::E164) {
        // Where a mask makes numbers of extensions, the extension is the number's cell.
        headers_of_field = headers(Some(ImportField::Extension));
    }
    fields.insert("columns".to_owned(), json!(headers_of_field));
    fields.insert("reason".to_owned(), json!(issue.code));
    if let Some(of_row) = issue.of_row {
        fields.insert("of_row".to_owned(), json!(of_row));
    }
    fields.insert("value".to_owned(), json!(issue.value));
    fields.insert("text".to_owned(), json!(issue.text));
    Some(Value::Object(fields))
}
