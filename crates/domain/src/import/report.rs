//! The dry-run report of the command line, in snake_case and with a stable order.
//!
//! Rows name their `sheet` where several sheets were read, and their `file` where several files were.

use serde_json::{Map, Value, json};

use super::report_records::{accepted_record, rejected_record};
use super::{ImportPlan, ImportSettings, PlannedRecord};
use crate::enums::{ImportOutcome, ImportTarget};
use crate::mapping::{ColumnMap, ImportField, SheetDetection};
use crate::workbook::{Workbook, column_letters};

/// A file that was read.
#[derive(Debug, Clone, Copy)]
pub struct ReportFile<'a> {
    /// Its name without folders.
    pub name: &'a str,
    /// What it holds.
    pub workbook: &'a Workbook,
    /// What detection said about each of its sheets.
    pub detections: &'a [SheetDetection],
}

/// A sheet that was read; its place among the others is that of its records.
#[derive(Debug, Clone, Copy)]
pub struct ReportSheet<'a> {
    /// Place of its file among the files.
    pub file: usize,
    /// Place in the file's workbook.
    pub sheet: usize,
    /// How it was read.
    pub settings: &'a ImportSettings,
}

/// What an import would do with the files, for people and programs that read JSON.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct ImportReport {
    /// Name of the file without folders; of several the names with a plus between them.
    pub file: String,
    /// What the readings rest on: `country`.
    pub defaults: Value,
    /// Format, sheets, header rows and the meaning of the columns.
    pub detected: Value,
    /// Accepted, rejected and ignored, and the accepted ones by entity.
    pub counts: Value,
    /// One object per accepted record.
    pub accepted: Vec<Value>,
    /// One object per rejected record, with the reason.
    pub rejected: Vec<Value>,
    /// Rows without a record.
    pub ignored_rows: Vec<Value>,
    /// Remarks about the sheets.
    pub warnings: Vec<Value>,
    /// Cells that stood for more numbers than they spelt out.
    pub ranges_expanded: Vec<Value>,
}

/// Writes the report of a plan that was made from `sheets` of `files`.
pub fn report(files: &[ReportFile<'_>], sheets: &[ReportSheet<'_>], plan: &ImportPlan) -> ImportReport {
    let names = Names { files, sheets };
    let accepted = |planned: &&PlannedRecord| planned.outcome != ImportOutcome::Rejected;
    let country = sheets.first().map(|sheet| sheet.settings.country);
    let all: Vec<&str> = files.iter().map(|file| file.name).collect();
    ImportReport {
        file: all.join(" + "),
        defaults: json!({ "country": country }),
        detected: detected(&names, plan),
        counts: counts(plan),
        accepted: plan
            .records
            .iter()
            .filter(accepted)
            .map(|planned| accepted_record(planned, names.row(planned.record.sheet)))
            .collect(),
        rejected: plan
            .records
            .iter()
            .filter_map(|planned| {
                let columns = sheets
                    .get(planned.record.sheet)
                    .map(|sheet| &*sheet.settings.columns);
                rejected_record(
                    planned,
                    columns.unwrap_or_default(),
                    names.row(planned.record.sheet),
                )
            })
            .collect(),
        ignored_rows: plan
            .ignored
            .iter()
            .map(|row| {
                let mut fields = names.row(row.sheet);
                fields.insert("source_row".to_owned(), json!(row.source_row));
                fields.insert("reason".to_owned(), json!(row.reason));
                if let Some(of_row) = row.of_row {
                    fields.insert("of_row".to_owned(), json!(of_row));
                    let detail = format!("Row {of_row} stands for this row too.");
                    fields.insert("detail".to_owned(), json!(detail));
                }
                Value::Object(fields)
            })
            .collect(),
        warnings: warnings(&names, plan),
        ranges_expanded: ranges(&names, plan),
    }
}

/// The names of files and sheets, as far as rows need them.
struct Names<'a> {
    files: &'a [ReportFile<'a>],
    sheets: &'a [ReportSheet<'a>],
}

impl Names<'_> {
    /// The beginning of everything that is said about a row of a sheet.
    fn row(&self, sheet: usize) -> Map<String, Value> {
        let mut fields = Map::new();
        let Some(read) = self.sheets.get(sheet) else {
            return fields;
        };
        if self.files.len() > 1 {
            let file = self.files.get(read.file).map(|file| file.name);
            fields.insert("file".to_owned(), json!(file));
        }
        let of_file = self.sheets.iter().filter(|other| other.file == read.file);
        if of_file.count() > 1 {
            fields.insert("sheet".to_owned(), json!(self.name(read)));
        }
        fields
    }

    fn name(&self, read: &ReportSheet<'_>) -> Option<&str> {
        let file = self.files.get(read.file)?;
        file.workbook
            .sheets
            .get(read.sheet)
            .map(|sheet| sheet.name.as_str())
    }
}

/// What was found out about the files: of one sheet beside what its file is, of several each by itself.
fn detected(names: &Names<'_>, plan: &ImportPlan) -> Value {
    let of_file = |file: usize| -> Map<String, Value> {
        let Some(read) = names.files.get(file) else {
            return Map::new();
        };
        let mut fields = Map::new();
        fields.insert("format".to_owned(), json!(read.workbook.format));
        if let Some(encoding) = &read.workbook.encoding {
            fields.insert("encoding".to_owned(), json!(encoding));
        }
        if let Some(delimiter) = read.workbook.delimiter {
            fields.insert("delimiter".to_owned(), json!(delimiter));
        }
        fields.insert("ignored_sheets".to_owned(), ignored_sheets(names, file));
        fields
    };
    if let [sheet] = names.sheets {
        let mut fields = of_file(sheet.file);
        fields.extend(detected_sheet(names, 0, plan));
        return Value::Object(fields);
    }
    let each = |place: usize| {
        let mut fields = names.row(place);
        if names.files.len() > 1 {
            fields.extend(of_file(names.sheets[place].file));
        }
        fields.extend(detected_sheet(names, place, plan));
        Value::Object(fields)
    };
    let sheets: Vec<Value> = (0..names.sheets.len()).map(each).collect();
    let mut fields = if names.files.len() == 1 {
        of_file(0)
    } else {
        Map::new()
    };
    fields.insert("sheets".to_owned(), Value::Array(sheets));
    Value::Object(fields)
}

fn ignored_sheets(names: &Names<'_>, file: usize) -> Value {
    let Some(read) = names.files.get(file) else {
        return Value::Null;
    };
    let chosen = |index: usize| {
        let mut sheets = names.sheets.iter();
        sheets.any(|sheet| sheet.file == file && sheet.sheet == index)
    };
    let ignored = read.detections.iter().enumerate();
    ignored
        .filter(|(index, _)| !chosen(*index))
        .map(|(_, detection)| {
            let why = detection.ignored_why.as_deref().unwrap_or("not chosen");
            json!({ "name": detection.name, "why": why })
        })
        .collect()
}

fn detected_sheet(names: &Names<'_>, place: usize, plan: &ImportPlan) -> Map<String, Value> {
    let read = &names.sheets[place];
    let settings = read.settings;
    let ranges = plan.ranges.iter().any(|range| range.sheet == place);
    let mut column_map = Map::new();
    let shown = |column: &&ColumnMap| !column.header.is_empty() || column.field.is_some();
    for column in settings.columns.iter().filter(shown) {
        let may_be_range = column.field == Some(ImportField::E164)
            && settings.target == ImportTarget::PhoneNumbers
            && ranges;
        let field = if may_be_range {
            json!("e164_or_range")
        } else {
            json!(column.field)
        };
        // A column without a header is named by its 0-based position.
        let name = if column.header.is_empty() {
            column.index.to_string()
        } else {
            column.header.clone()
        };
        column_map.insert(name, field);
    }
    let first = settings
        .columns
        .first()
        .map(|column| column_letters(column.index));
    let fields = [
        ("sheet", json!(names.name(read))),
        ("target", json!(settings.target)),
        ("header_row", json!(settings.header_row)),
        ("format_id", json!(settings.format_id)),
        ("columns", json!(settings.columns.len())),
        ("first_data_column", json!(first)),
        ("column_map", Value::Object(column_map)),
        ("defaults", json!(settings.defaults)),
    ];
    fields
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn counts(plan: &ImportPlan) -> Value {
    let counts = &plan.counts;
    let by_entity: Map<String, Value> = counts
        .by_entity
        .iter()
        .map(|count| (count.entity.to_string(), json!(count.accepted)))
        .collect();
    json!({
        "rows_read": counts.rows_read,
        "accepted": counts.accepted(),
        "rejected": counts.rejected,
        "ignored": counts.ignored,
        "inserted": counts.inserted,
        "updated": counts.updated,
        "unchanged": counts.unchanged,
        "by_entity": by_entity,
    })
}

/// `source_row` repeats the first of `rows`, for readers that want one.
fn warnings(names: &Names<'_>, plan: &ImportPlan) -> Vec<Value> {
    let write = |warning: &super::ImportWarning| {
        let mut fields = names.row(warning.sheet);
        fields.insert("code".to_owned(), json!(warning.code));
        fields.insert("source_row".to_owned(), json!(warning.rows.first()));
        fields.insert("rows".to_owned(), json!(warning.rows));
        fields.insert("columns".to_owned(), json!(warning.columns));
        if let Some(value) = &warning.value {
            let name = if value.starts_with('+') { "e164" } else { "value" };
            fields.insert(name.to_owned(), json!(value));
        }
        fields.insert("text".to_owned(), json!(warning.text));
        Value::Object(fields)
    };
    plan.warnings.iter().map(write).collect()
}

fn ranges(names: &Names<'_>, plan: &ImportPlan) -> Vec<Value> {
    let write = |range: &super::ExpandedRange| {
        let mut fields = names.row(range.sheet);
        fields.insert("source_row".to_owned(), json!(range.source_row));
        if range.list.is_empty() {
            fields.insert("from".to_owned(), json!(range.from));
            fields.insert("to".to_owned(), json!(range.to));
        } else {
            fields.insert("list".to_owned(), json!(range.list));
        }
        fields.insert("count".to_owned(), json!(range.count));
        Value::Object(fields)
    };
    plan.ranges.iter().map(write).collect()
}
