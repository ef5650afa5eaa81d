//! What stands in the workbook of a site: every table with its rows, each value in its one spelling.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::form::Form;
use super::lines::{ANSWER, hours_of, lines};
use super::sheets::{OF_ROWS, Table};
use crate::coded::Coded;
use crate::discovery::completeness::SiteDiscovery;
use crate::entities::{EmergencyLocation, QuestionnaireAnswer};
use crate::enums::DiscoverySection;

/// A row or a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// What it is known by within its table: the id of a row, the name of a line, the day of a holiday.
    pub id: String,
    /// Values by field; a field without one is not there.
    pub values: BTreeMap<String, String>,
}

/// The tables of a workbook in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents {
    /// The site's id.
    pub site_id: String,
    /// Its name.
    pub site_name: String,
    /// The rows of each table.
    pub tables: BTreeMap<Table, Vec<Entry>>,
}

impl Contents {
    /// The rows of a table.
    pub fn entries(&self, table: Table) -> &[Entry] {
        self.tables.get(&table).map_or(&[], Vec::as_slice)
    }

    /// A row of a table.
    pub fn entry(&self, table: Table, id: &str) -> Option<&Entry> {
        self.entries(table).iter().find(|entry| entry.id == id)
    }
}

/// Everything that was learnt at a site.
pub fn contents(of: &SiteDiscovery<'_>) -> Contents {
    let mut tables = BTreeMap::new();
    for section in DiscoverySection::ALL {
        tables.insert(Table::Lines(*section), line_entries(of, *section));
    }
    for table in OF_ROWS {
        tables.insert(table, row_entries(of, table));
    }
    Contents {
        site_id: of.site.id.to_string(),
        site_name: of.site.name.clone(),
        tables,
    }
}

fn line_entries(of: &SiteDiscovery<'_>, section: DiscoverySection) -> Vec<Entry> {
    let site = fields(of.site);
    let entry = |id: String| {
        let mut entry = Entry {
            values: BTreeMap::new(),
            id,
        };
        match entry.id.split_once('/') {
            Some(("site", field)) => entry.put(ANSWER, site.get(field).and_then(Value::as_str)),
            Some(("hours", day)) => {
                entry.put(ANSWER, hours_of(of.site.business_hours.as_ref(), day).as_deref());
            }
            Some(("question", key)) => {
                if let Some(answer) = latest(of, key) {
                    entry.put(ANSWER, answer.answer.as_deref());
                    entry.put("state", Some(answer.state.code()));
                    entry.put("saidBy", answer.said_by.as_deref());
                    entry.put("notes", answer.notes.as_deref());
                }
            }
            Some(_) | None => {
                if let Some(said) = of.sections.iter().find(|said| said.section == section) {
                    entry.put("state", Some(said.state.code()));
                    entry.put("saidBy", said.said_by.as_deref());
                    entry.put("notes", said.notes.as_deref());
                }
            }
        }
        entry
    };
    lines(of, section)
        .into_iter()
        .map(|line| entry(line.id))
        .collect()
}

/// The answer that counts for a question: the newest one, whatever version it answered.
fn latest<'a>(of: &SiteDiscovery<'a>, key: &str) -> Option<&'a QuestionnaireAnswer> {
    let answers = of.answers.iter().filter(|answer| answer.question == key);
    answers.max_by_key(|answer| answer.updated_at)
}

fn row_entries(of: &SiteDiscovery<'_>, table: Table) -> Vec<Entry> {
    let places = of.emergency_locations;
    let read = |rows: Vec<Value>| rows.iter().map(|row| row_entry(table, row, places)).collect();
    match table {
        Table::Lines(_) => Vec::new(),
        Table::Holidays => of
            .site
            .holidays
            .iter()
            .map(|holiday| Entry {
                id: holiday.date.to_string(),
                ..row_entry(table, &json(holiday), places)
            })
            .collect(),
        Table::Contacts => of
            .contacts
            .iter()
            .map(|contact| {
                let mut entry = row_entry(table, &json(contact), places);
                entry.put(
                    "wholeCompany",
                    Some(if contact.site_id.is_none() {
                        "true"
                    } else {
                        "false"
                    }),
                );
                entry
            })
            .collect(),
        Table::EmergencyLocations => read(of.emergency_locations.iter().map(json).collect()),
        Table::NetworkSegments => read(of.network_segments.iter().map(json).collect()),
        Table::LegacySystems => read(of.legacy_systems.iter().map(json).collect()),
        Table::Circuits => read(of.circuits.iter().map(json).collect()),
        Table::SpecialLines => read(of.special_lines.iter().map(json).collect()),
        Table::Devices => read(of.devices.iter().map(json).collect()),
        Table::Licenses => read(of.licenses.iter().map(json).collect()),
    }
}

/// A stored row as an entry: the fields of the table's columns, spelled as the cells are read.
fn row_entry(table: Table, row: &Value, places: &[EmergencyLocation]) -> Entry {
    let mut entry = Entry {
        id: row["id"].as_str().unwrap_or_default().to_owned(),
        values: BTreeMap::new(),
    };
    for column in table.columns() {
        let value = &row[column.field];
        let text = match (column.form, value) {
            (_, Value::Null) => None,
            (Form::Place, Value::String(id)) => {
                let place = places.iter().find(|place| place.id.to_string() == *id);
                place.map(|place| place.name.clone())
            }
            (Form::Ranges, Value::Array(ranges)) => {
                let range = |it: &Value| {
                    let end = |end: &str| it[end].as_str().unwrap_or_default().to_owned();
                    format!("{}-{}", end("first"), end("last"))
                };
                Some(ranges.iter().map(range).collect::<Vec<_>>().join(", "))
            }
            (_, Value::String(text)) => Some(text.clone()),
            (_, other) => Some(other.to_string()),
        };
        entry.put(column.field, text.as_deref());
    }
    entry
}

impl Entry {
    /// Sets a value; an empty text is none.
    pub(super) fn put(&mut self, field: &str, value: Option<&str>) {
        // Text as a cell gives it back: trimmed, with one kind of line end.
        let value = value.map(|value| value.replace("\r\n", "\n").trim().to_owned());
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.values.insert(field.to_owned(), value);
        }
    }

    /// The value of a field.
    pub fn value(&self, field: &str) -> Option<&str> {
        self.values.get(field).map(String::as_str)
    }
}

fn json(row: &impl Serialize) -> Value {
    // A struct of named fields always has a JSON form.
    serde_json::to_value(row).unwrap_or_default()
}

fn fields(row: &impl Serialize) -> serde_json::Map<String, Value> {
    if let Value::Object(fields) = json(row) {
        fields
    } else {
        serde_json::Map::new()
    }
}
