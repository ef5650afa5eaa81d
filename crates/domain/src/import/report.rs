//! The dry-run report of the command line, in snake_case and with a stable order.

use serde_json::{Map, Value, json};

use super::{ImportPlan, ImportSettings, NumberValues, PersonValues, PlannedRecord, RecordValues};
use crate::enums::{Disposition, ImportOutcome, ImportTarget};
use crate::mapping::{ImportField, SheetDetection, column_letters};

/// What an import would do with a file, for people and programs that read JSON.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct ImportReport {
    /// Name of the file without folders.
    pub file: String,
    /// What the readings rests on: `country`.
    pub defaults: Value,
    /// Format, sheet, header row and the meaning of the columns.
    pub detected: Value,
    /// Accepted, rejected and ignored, and the accepted ones by entity.
    pub counts: Value,
    /// One object per accepted record.
    pub accepted: Vec<Value>,
    /// One object per rejected record, with the reason.
    pub rejected: Vec<Value>,
    /// Rows without a record.
    pub ignored_rows: Vec<Value>,
    /// Remarks about the sheet.
    pub warnings: Vec<Value>,
    /// Cells that stood for more numbers than they spelt out.
    pub ranges_expanded: Vec<Value>,
}

/// Writes the report of a plan. `sheet` is the name of the sheet that was read, `detections` are those of the
/// whole workbook, `format` is the workbook's.
pub fn report(
    file: &str,
    format: &str,
    sheet: &str,
    detections: &[SheetDetection],
    settings: &ImportSettings,
    plan: &ImportPlan,
) -> ImportReport {
    let accepted = |planned: &&PlannedRecord| planned.outcome != ImportOutcome::Rejected;
    ImportReport {
        file: file.to_owned(),
        defaults: json!({ "country": settings.country }),
        detected: detected(format, sheet, detections, settings, plan),
        counts: counts(plan),
        accepted: plan
            .records
            .iter()
            .filter(accepted)
            .map(accepted_record)
            .collect(),
        rejected: plan.records.iter().filter_map(rejected_record).collect(),
        ignored_rows: plan
            .ignored
            .iter()
            .map(|row| json!({ "source_row": row.source_row, "reason": row.reason }))
            .collect(),
        warnings: warnings(plan),
        ranges_expanded: ranges(plan),
    }
}

fn detected(
    format: &str,
    sheet: &str,
    detections: &[SheetDetection],
    settings: &ImportSettings,
    plan: &ImportPlan,
) -> Value {
    let ignored: Vec<Value> = detections
        .iter()
        .filter(|detection| detection.name != sheet)
        .map(|detection| json!({ "name": detection.name, "why": detection.ignored_why.as_deref().unwrap_or("not chosen") }))
        .collect();
    let mut column_map = Map::new();
    for column in settings.columns.iter().filter(|column| !column.header.is_empty()) {
        let ranges = column.field == Some(ImportField::E164)
            && settings.target == ImportTarget::PhoneNumbers
            && !plan.ranges.is_empty();
        let field = if ranges {
            json!("e164_or_range")
        } else {
            json!(column.field)
        };
        column_map.insert(column.header.clone(), field);
    }
    json!({
        "format": format,
        "sheet": sheet,
        "target": settings.target,
        "header_row": settings.header_row,
        "first_data_column": settings.columns.first().map(|column| column_letters(column.index)),
        "ignored_sheets": ignored,
        "column_map": column_map,
    })
}

fn counts(plan: &ImportPlan) -> Value {
    let counts = &plan.counts;
    let by_entity: Map<String, Value> = counts
        .by_entity
        .iter()
        .map(|count| (count.entity.to_string(), json!(count.accepted)))
        .collect();
    json!({
        "accepted": counts.accepted(),
        "rejected": counts.rejected,
        "ignored": counts.ignored,
        "inserted": counts.inserted,
        "updated": counts.updated,
        "unchanged": counts.unchanged,
        "by_entity": by_entity,
    })
}

fn accepted_record(planned: &PlannedRecord) -> Value {
    let mut fields = Map::new();
    fields.insert("source_row".to_owned(), json!(planned.record.source_row));
    fields.insert("entity".to_owned(), json!(planned.record.entity));
    fields.insert("outcome".to_owned(), json!(planned.outcome));
    match &planned.record.values {
        Some(RecordValues::PhoneNumber(number)) => number_fields(number, &mut fields),
        Some(RecordValues::EndUser(person)) => person_fields(person, &mut fields),
        Some(RecordValues::ResourceAccount(account)) => said(account, &mut fields),
        Some(RecordValues::CallQueue(queue)) => said(queue, &mut fields),
        Some(RecordValues::CallQueueAgent(agent)) => said(agent, &mut fields),
        Some(RecordValues::AutoAttendant(attendant)) => said(attendant, &mut fields),
        Some(RecordValues::Site(site)) => said(site, &mut fields),
        Some(RecordValues::LosingAccountNumber(number)) => said(number, &mut fields),
        Some(RecordValues::PortOrderEvent(event)) => said(event, &mut fields),
        None => {}
    }
    Value::Object(fields)
}

/// Every field about which the file says something, in snake_case.
fn said(values: &impl serde::Serialize, fields: &mut Map<String, Value>) {
    let Ok(Value::Object(values)) = serde_json::to_value(values) else {
        return;
    };
    let known = values
        .into_iter()
        .filter(|(_, value)| !value.is_null() && value.as_str() != Some(""));
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

/// Everything the file says about the number; silence is left out.
fn number_fields(number: &NumberValues, fields: &mut Map<String, Value>) {
    let extension = Some(&number.extension).filter(|extension| !extension.is_empty());
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
    let all = [
        ("upn", json!(person.upn)),
        ("display_name", json!(person.display_name)),
        ("first_name", json!(person.first_name)),
        ("last_name", json!(person.last_name)),
        ("e164", json!(person.e164)),
        ("extension", json!(person.legacy_extension)),
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

fn rejected_record(planned: &PlannedRecord) -> Option<Value> {
    let issue = planned.record.rejection()?;
    let mut fields = Map::new();
    fields.insert("source_row".to_owned(), json!(planned.record.source_row));
    fields.insert("entity".to_owned(), json!(planned.record.entity));
    fields.insert("field".to_owned(), json!(issue.field));
    fields.insert("reason".to_owned(), json!(issue.code));
    if let Some(of_row) = issue.of_row {
        fields.insert("of_row".to_owned(), json!(of_row));
    }
    fields.insert("value".to_owned(), json!(issue.value));
    fields.insert("text".to_owned(), json!(issue.text));
    Some(Value::Object(fields))
}

/// `source_row` repeats the first of `rows`, for readers that want one.
fn warnings(plan: &ImportPlan) -> Vec<Value> {
    let write = |warning: &super::ImportWarning| {
        json!({
            "code": warning.code,
            "source_row": warning.rows.first(),
            "rows": warning.rows,
            "columns": warning.columns,
            "text": warning.text,
        })
    };
    plan.warnings.iter().map(write).collect()
}

fn ranges(plan: &ImportPlan) -> Vec<Value> {
    let write = |range: &super::ExpandedRange| {
        let (row, count) = (range.source_row, range.count);
        if range.list.is_empty() {
            json!({ "source_row": row, "from": range.from, "to": range.to, "count": count })
        } else {
            json!({ "source_row": row, "list": range.list, "count": count })
        }
    };
    plan.ranges.iter().map(write).collect()
}
