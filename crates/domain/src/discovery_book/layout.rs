//! How the workbook looks: its sheets, headings, drop-down lists, what is locked and what is missing.
//!
//! The first column of every sheet is hidden and names the table and the row, so that a sheet that was sorted, renamed
//! or rearranged is still understood.

use std::collections::{BTreeMap, BTreeSet};

use super::contents::{Contents, Entry};
use super::form::{Form, offered, show};
use super::lines::{ANSWER, Line, lines};
use super::sheets::{Column, OF_ROWS, Table};
use crate::coded::{Coded, Labelled};
use crate::discovery::completeness::{SiteCompleteness, SiteDiscovery};
use crate::enums::DiscoverySection;
use crate::workbook::Cell;

/// Empty rows below each table, for what a customer adds.
const SPARE_ROWS: usize = 20;
/// What the hidden column says of a row that a customer may fill in.
pub(super) const SPARE: &str = "+";
/// What it says of the row of headings, before the table's name.
pub(super) const HEADINGS: &str = "#";
/// The sheet that holds the base.
pub(super) const BASE_SHEET: &str = "PortFlow base";
/// The first cell of that sheet, and the version of its layout.
pub(super) const BASE_MARK: &str = "portflow discovery workbook 1";

/// A workbook to be written.
#[derive(Debug, Clone)]
pub struct DiscoveryBook {
    /// Sheets for people, in their order.
    pub sheets: Vec<BookSheet>,
    /// Name of the sheet that nobody sees.
    pub base_name: &'static str,
    /// Its rows: what the workbook was made from.
    pub base: Vec<Vec<Cell>>,
}

/// A sheet for people.
#[derive(Debug, Clone)]
pub struct BookSheet {
    /// The name on the tab.
    pub name: String,
    /// Stands above the tables, the first in bold.
    pub title: Vec<String>,
    /// Its tables from top to bottom.
    pub tables: Vec<BookTable>,
}

/// A table of a sheet.
#[derive(Debug, Clone)]
pub struct BookTable {
    /// What the hidden column says beside the headings.
    pub mark: String,
    /// The visible columns.
    pub columns: Vec<BookColumn>,
    /// The rows, spare ones at the end.
    pub rows: Vec<BookRow>,
}

/// A visible column.
#[derive(Debug, Clone)]
pub struct BookColumn {
    /// The heading; ends with `*` where a row cannot do without.
    pub heading: String,
    /// In characters of the default font.
    pub width: u16,
}

/// A row.
#[derive(Debug, Clone)]
pub struct BookRow {
    /// What the hidden column says.
    pub id: String,
    /// One cell per column.
    pub cells: Vec<BookCell>,
}

/// A cell.
#[derive(Debug, Clone)]
pub struct BookCell {
    /// What stands in it.
    pub value: Cell,
    /// What may be written; none = the cell is locked.
    pub form: Option<Form>,
    /// The words of its drop-down list; none of them = anything may be written.
    pub offered: Vec<String>,
    /// Why it matters, where something is missing here.
    pub missing: Option<String>,
}

/// The workbook of a site. `exported_on` is the day in the site's zone.
pub fn layout(
    of: &SiteDiscovery<'_>,
    contents: &Contents,
    known: &SiteCompleteness,
    exported_on: chrono::NaiveDate,
) -> DiscoveryBook {
    let missing = missing(known, contents);
    let mut sheets = vec![instructions(contents, known, exported_on)];
    for section in DiscoverySection::ALL {
        sheets.push(sheet(of, contents, *section, &missing));
    }
    DiscoveryBook {
        sheets,
        base_name: BASE_SHEET,
        base: base(contents),
    }
}

fn sheet(
    of: &SiteDiscovery<'_>,
    contents: &Contents,
    section: DiscoverySection,
    missing: &Reasons,
) -> BookSheet {
    let table = Table::Lines(section);
    let mut tables = vec![BookTable {
        mark: mark(table),
        columns: line_columns(),
        rows: lines(of, section)
            .iter()
            .map(|line| line_row(table, line, contents.entry(table, &line.id), missing))
            .collect(),
    }];
    let own = OF_ROWS.into_iter().filter(|table| table.section() == section);
    tables.extend(own.map(|table| rows_table(contents, table, missing)));
    BookSheet {
        name: section.label().to_owned(),
        title: vec![
            format!("{}: {}", contents.site_name, section.label()),
            "Fill in the white cells. What is missing is marked with a thick frame and a note.".to_owned(),
        ],
        tables,
    }
}

fn mark(table: Table) -> String {
    format!("{HEADINGS}{}", table.code())
}

fn line_columns() -> Vec<BookColumn> {
    let plain = |heading: &str, width| BookColumn {
        heading: heading.to_owned(),
        width,
    };
    let own = Table::Lines(DiscoverySection::Notes).columns();
    let mut columns = vec![plain("Question", 48)];
    columns.extend(own.iter().map(|column| plain(column.heading, column.width)));
    columns.push(plain("Why it matters", 48));
    columns
}

fn line_row(table: Table, line: &Line<'_>, entry: Option<&Entry>, missing: &Reasons) -> BookRow {
    let locked = |text: &str| BookCell {
        value: Cell::text(text),
        form: None,
        offered: Vec::new(),
        missing: None,
    };
    // A fact of the site is known or not; nothing else is said about it.
    let has_state = line.question.is_some() || line.form.is_none();
    let mut cells = vec![locked(&line.text)];
    for column in table.columns() {
        let form = match column.field {
            ANSWER => line.form,
            _ if has_state => Some(column.form),
            _ => None,
        };
        let value = entry.and_then(|entry| entry.value(column.field));
        cells.push(match form {
            None => locked(""),
            Some(form) => BookCell {
                value: value.map_or(Cell::Empty, |value| show(form, value, line.question)),
                offered: offered(form, line.question),
                form: Some(form),
                missing: reason(missing, table, &line.id, column.field),
            },
        });
    }
    cells.push(locked(&line.why));
    BookRow {
        id: line.id.clone(),
        cells,
    }
}

fn rows_table(contents: &Contents, table: Table, missing: &Reasons) -> BookTable {
    let places: Vec<String> = contents
        .entries(Table::EmergencyLocations)
        .iter()
        .filter_map(|entry| entry.value("name").map(str::to_owned))
        .collect();
    let cell = |column: &Column, value: Option<&str>, why: Option<String>| BookCell {
        value: value.map_or(Cell::Empty, |value| show(column.form, value, None)),
        form: Some(column.form),
        offered: if matches!(column.form, Form::Place) {
            places.clone()
        } else {
            offered(column.form, None)
        },
        missing: why,
    };
    let row = |entry: &Entry| BookRow {
        id: entry.id.clone(),
        cells: table
            .columns()
            .iter()
            .map(|column| {
                let why = reason(missing, table, &entry.id, column.field);
                cell(column, entry.value(column.field), why)
            })
            .collect(),
    };
    let spare = |place: usize| BookRow {
        id: SPARE.to_owned(),
        cells: table
            .columns()
            .iter()
            .enumerate()
            .map(|(index, column)| {
                let first = place == 0 && index == 0;
                cell(column, None, reason(missing, table, SPARE, "").filter(|_| first))
            })
            .collect(),
    };
    BookTable {
        mark: mark(table),
        columns: table
            .columns()
            .iter()
            .map(|column| BookColumn {
                heading: format!("{}{}", column.heading, if column.required { " *" } else { "" }),
                width: column.width,
            })
            .collect(),
        rows: contents
            .entries(table)
            .iter()
            .map(row)
            .chain((0..SPARE_ROWS).map(spare))
            .collect(),
    }
}

/// Why a cell that is empty matters, by table, row and field.
type Reasons = BTreeMap<(Table, String, String), String>;

fn reason(missing: &Reasons, table: Table, id: &str, field: &str) -> Option<String> {
    let key = (table, id.to_owned(), field.to_owned());
    missing.get(&key).cloned()
}

/// Where what is missing is to be entered.
fn missing(known: &SiteCompleteness, contents: &Contents) -> Reasons {
    let mut reasons = Reasons::new();
    for missing in known.sections.iter().flat_map(|section| &section.missing) {
        let why = format!("{} {}", missing.text, missing.why);
        let row = missing.row.map(|row| row.to_string());
        for (table, id, field) in places(missing.section, &missing.key, row.as_deref()) {
            let filled = contents.entry(table, &id).and_then(|entry| entry.value(&field));
            let undecided = field == "decision" || field == ANSWER;
            if filled.is_none() || undecided {
                reasons.insert((table, id, field), why.clone());
            }
        }
    }
    reasons
}

fn places(section: DiscoverySection, key: &str, row: Option<&str>) -> Vec<(Table, String, String)> {
    let facts = Table::Lines(DiscoverySection::SiteFacts);
    let answers = |ids: &[&str]| {
        ids.iter()
            .map(|id| (facts, (*id).to_owned(), ANSWER.to_owned()))
            .collect()
    };
    let cells = |table: Table, fields: &[&str]| {
        let id = row.unwrap_or(SPARE);
        fields
            .iter()
            .map(|field| (table, id.to_owned(), (*field).to_owned()))
            .collect()
    };
    match key {
        "site.address" => answers(&["site/street", "site/city", "site/postalCode"]),
        "site.main_number" => answers(&["site/mainNumber"]),
        "site.business_hours" => answers(&[
            "hours/monday",
            "hours/tuesday",
            "hours/wednesday",
            "hours/thursday",
            "hours/friday",
            "hours/saturday",
            "hours/sunday",
        ]),
        "site.holidays" => cells(Table::Holidays, &[""]),
        "emergency.address" => cells(
            Table::EmergencyLocations,
            &["houseNumber", "streetName", "city", "postalCode"],
        ),
        "network.location" => cells(Table::NetworkSegments, &["emergencyLocationId"]),
        "legacy.extension_length" => cells(Table::LegacySystems, &["extensionLength"]),
        "circuits.contract_end" => cells(Table::Circuits, &["contractEnd"]),
        "circuits.monthly_cost" => cells(Table::Circuits, &["monthlyCostCents"]),
        "circuits.disconnect_on" => cells(Table::Circuits, &["disconnectOn"]),
        "special_lines.decision" => cells(Table::SpecialLines, &["decision"]),
        "special_lines.number" => cells(Table::SpecialLines, &["number"]),
        "special_lines.owner" => cells(Table::SpecialLines, &["owner"]),
        _ => match OF_ROWS
            .into_iter()
            .find(|table| table.section() == section && *table != Table::Holidays)
        {
            // Something of the kind is missing altogether.
            Some(table)
                if key.ends_with(".any") || section == DiscoverySection::Contacts && !is_question(key) =>
            {
                vec![(table, SPARE.to_owned(), String::new())]
            }
            Some(_) | None => vec![(
                Table::Lines(section),
                format!("question/{key}"),
                ANSWER.to_owned(),
            )],
        },
    }
}

/// Of contacts, the roles that nobody has are items of their own beside the questions.
fn is_question(key: &str) -> bool {
    let roles = [
        "contacts.authorized_signer",
        "contacts.technical",
        "contacts.billing",
        "contacts.escalation",
    ];
    !roles.contains(&key)
}

fn instructions(contents: &Contents, known: &SiteCompleteness, exported_on: chrono::NaiveDate) -> BookSheet {
    let required: BTreeSet<&str> = known
        .sections
        .iter()
        .flat_map(|section| &section.missing)
        .filter(|missing| missing.required)
        .map(|missing| missing.text.as_str())
        .collect();
    let mut title = vec![
        format!("Site discovery: {}", contents.site_name),
        format!("As of {exported_on}. {} % is known.", known.score.percent),
        String::new(),
        "One sheet per section. White cells are yours to fill in; headings and questions are locked."
            .to_owned(),
        "Where a cell offers a list, choose from it. Write days as 2026-11-30 and amounts in dollars."
            .to_owned(),
        "Add rows in the empty lines below a table. To take a row away, clear all its cells.".to_owned(),
        "Write what nobody knows as Unknown, and what there is none of as Not applicable.".to_owned(),
        "Send the same file back: it remembers what it was made from.".to_owned(),
    ];
    if !required.is_empty() {
        title.push(String::new());
        title.push("Needed before the migration goes on:".to_owned());
        title.extend(required.into_iter().map(|text| format!("\u{2022} {text}")));
    }
    BookSheet {
        name: "Read me".to_owned(),
        title,
        tables: Vec::new(),
    }
}

fn base(contents: &Contents) -> Vec<Vec<Cell>> {
    let row = |texts: [&str; 4]| texts.into_iter().map(Cell::text).collect();
    let mut rows: Vec<Vec<Cell>> = vec![row([BASE_MARK, &contents.site_id, &contents.site_name, ""])];
    for (table, entries) in &contents.tables {
        let code = table.code();
        // A table without rows is one that must come back all the same.
        rows.push(row([&code, "", "", ""]));
        for entry in entries {
            // A row without values is a row all the same.
            rows.push(row([&code, &entry.id, "", ""]));
            rows.extend(
                entry
                    .values
                    .iter()
                    .map(|(field, value)| row([&code, &entry.id, field, value])),
            );
        }
    }
    rows
}
