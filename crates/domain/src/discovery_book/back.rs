//! What a workbook says that came back: the base it was made from, every row with its values, and every cell that
//! cannot be read. Tables are known by the hidden column, columns by their heading, so the order of either is free.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;
use ts_rs::TS;

use super::contents::{Contents, Entry};
use super::form::{Around, Form, read, show};
use super::layout::{BASE_MARK, HEADINGS, SPARE};
use super::lines::{ANSWER, Line, lines};
use super::sheets::Table;
use crate::coded::{Coded, Labelled};
use crate::discovery::completeness::SiteDiscovery;
use crate::entities::fold;
use crate::enums::DiscoverySection;
use crate::number::Country;
use crate::porting::Severity;
use crate::workbook::{Cell, Sheet, Workbook, column_letters};

/// Rows among which the first headings of a sheet stand; large lists are not searched to their end.
const MARKED_WITHIN: usize = 20;

/// Something about the workbook that a person has to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BookProblem {
    /// An error keeps the whole workbook out.
    pub severity: Severity,
    /// Name of the sheet, where it is about one.
    pub sheet: Option<String>,
    /// `F7`, where it is about a cell.
    pub cell: Option<String>,
    /// What is wrong.
    pub text: String,
    /// What to do about it.
    pub remedy: String,
}

impl BookProblem {
    pub(super) fn of(severity: Severity, sheet: &str, text: impl Into<String>, remedy: &str) -> Self {
        Self {
            severity,
            sheet: Some(sheet.to_owned()).filter(|sheet| !sheet.is_empty()),
            cell: None,
            text: text.into(),
            remedy: remedy.to_owned(),
        }
    }

    pub(super) fn at(mut self, cell: String) -> Self {
        self.cell = Some(cell);
        self
    }
}

/// A row that came back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReturnedEntry {
    /// The row of the base; none = a row that the customer added.
    pub id: Option<String>,
    /// The sheet it stands on.
    pub sheet: String,
    /// Its 1-based row.
    pub row: usize,
    /// Values by field.
    pub values: BTreeMap<String, String>,
    /// The cell of each field, such as `F7`.
    pub cells: BTreeMap<String, String>,
    /// Fields whose cells cannot be read.
    pub unread: BTreeSet<String>,
}

/// A workbook that came back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Returned {
    /// What it was made from.
    pub base: Contents,
    /// The rows of each table that is there.
    pub tables: BTreeMap<Table, Vec<ReturnedEntry>>,
    /// What is wrong with it, in the order of its sheets.
    pub problems: Vec<BookProblem>,
}

/// Reads a workbook; none where it was not made by [`super::layout`]. `of` is the site as it is today.
pub fn read_back(workbook: &Workbook, of: &SiteDiscovery<'_>) -> Option<Returned> {
    let base = workbook.sheets.iter().find_map(base)?;
    let mut reading = Reading {
        country: of.site.country.parse().unwrap_or_default(),
        lines: HashMap::new(),
        returned: Returned {
            base,
            ..Returned::default()
        },
    };
    for section in DiscoverySection::ALL {
        let own = lines(of, *section)
            .into_iter()
            .map(|line| (line.id.clone(), line));
        reading.lines.insert(Table::Lines(*section), own.collect());
    }
    let people = workbook.sheets.iter().filter(|sheet| self::base(sheet).is_none());
    people.for_each(|sheet| reading.sheet(sheet));
    reading.missing_tables();
    Some(reading.returned)
}

/// The site a workbook was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookSite {
    /// Its id as text.
    pub id: String,
    /// What it was called then.
    pub name: String,
}

/// Whether a workbook was made by [`super::layout`], the sheet that nobody sees or not.
pub fn is_book(workbook: &Workbook) -> bool {
    let of_lines = |row: &Vec<Cell>| matches!(mark(row), Some((Table::Lines(_), _)));
    let has_lines = |sheet: &Sheet| sheet.rows.iter().take(MARKED_WITHIN).any(of_lines);
    site_of(workbook).is_some() || workbook.sheets.iter().any(has_lines)
}

/// The site a workbook was made from; none where it is no discovery workbook, or no longer says so.
pub fn site_of(workbook: &Workbook) -> Option<BookSite> {
    workbook.sheets.iter().find_map(base_site)
}

fn base_site(sheet: &Sheet) -> Option<BookSite> {
    let head = sheet.rows.first()?;
    (text(head, 0) == BASE_MARK).then(|| BookSite {
        id: text(head, 1),
        name: text(head, 2),
    })
}

fn text(row: &[Cell], index: usize) -> String {
    row.get(index).map(Cell::display).unwrap_or_default()
}

/// The base, where the sheet holds one.
fn base(sheet: &Sheet) -> Option<Contents> {
    let site = base_site(sheet)?;
    let mut contents = Contents {
        site_id: site.id,
        site_name: site.name,
        tables: BTreeMap::new(),
    };
    for row in sheet.rows.iter().skip(1) {
        let Some(table) = Table::from_code(&text(row, 0)) else {
            continue;
        };
        let id = text(row, 1);
        let entries = contents.tables.entry(table).or_default();
        if !id.is_empty() && entries.last().is_none_or(|last| last.id != id) {
            entries.push(Entry {
                id,
                values: BTreeMap::new(),
            });
        }
        if let Some(last) = entries.last_mut() {
            let field = text(row, 2);
            if !field.is_empty() {
                last.put(&field, Some(&text(row, 3)));
            }
        }
    }
    Some(contents)
}

struct Reading<'a> {
    country: Country,
    lines: HashMap<Table, HashMap<String, Line<'a>>>,
    returned: Returned,
}

/// A table on a sheet: where its names and its columns are.
struct Found {
    table: Table,
    names: usize,
    columns: Vec<(&'static str, Form, usize)>,
}

impl Reading<'_> {
    fn sheet(&mut self, sheet: &Sheet) {
        let mut found: Option<Found> = None;
        for (index, row) in sheet.rows.iter().enumerate() {
            if let Some((table, names)) = mark(row) {
                found = Some(self.headings(sheet, row, table, names));
            } else if let Some(found) = &found {
                self.row(sheet, index, row, found);
            }
        }
    }

    fn headings(&mut self, sheet: &Sheet, row: &[Cell], table: Table, names: usize) -> Found {
        self.returned.tables.entry(table).or_default();
        let own = table.section().label();
        if sheet.name != own {
            let text = format!(
                "The sheet '{own}' is called '{}' now; it was recognized.",
                sheet.name
            );
            let known = self.returned.problems.iter().any(|problem| problem.text == text);
            if !known {
                let remedy = "Nothing needs to be done.";
                self.note(BookProblem::of(Severity::Warning, &sheet.name, text, remedy));
            }
        }
        let mut columns = Vec::new();
        for column in table.columns() {
            let place = row.iter().position(|cell| {
                let heading = cell.display();
                fold(heading.trim_end_matches(['*', ' '])) == fold(column.heading)
            });
            match place {
                Some(place) => columns.push((column.field, column.form, place)),
                None => {
                    let text = format!("The column '{}' is not there any more.", column.heading);
                    let remedy = "Put the column back with its heading, or export the workbook anew.";
                    self.note(BookProblem::of(Severity::Error, &sheet.name, text, remedy));
                }
            }
        }
        Found {
            table,
            names,
            columns,
        }
    }

    fn row(&mut self, sheet: &Sheet, index: usize, row: &[Cell], found: &Found) {
        let named = row.get(found.names).map(Cell::display).unwrap_or_default();
        let named = Some(named.trim().to_owned()).filter(|name| !name.is_empty() && name != SPARE);
        let filled = found
            .columns
            .iter()
            .any(|(_, _, at)| row.get(*at).is_some_and(|cell| !cell.is_blank()));
        let base = named
            .as_ref()
            .and_then(|id| self.returned.base.entry(found.table, id))
            .cloned();
        if (base.is_none() && !filled) || (named.is_none() && !found.table.has_rows()) {
            return;
        }
        let mut entry = ReturnedEntry {
            id: base.as_ref().map(|base| base.id.clone()),
            sheet: sheet.name.clone(),
            row: index + 1,
            ..ReturnedEntry::default()
        };
        let line = named
            .as_ref()
            .and_then(|id| self.lines.get(&found.table)?.get(id));
        for (field, form, at) in &found.columns {
            let place = (index, *at);
            let before = base.as_ref().and_then(|base| base.value(field));
            match self.cell(sheet, place, (*field, *form), line, before) {
                Ok(Some(value)) => drop(entry.values.insert((*field).to_owned(), value)),
                Ok(None) => {}
                Err(text) => {
                    entry.unread.insert((*field).to_owned());
                    let remedy = "Correct the cell and read the workbook again.";
                    let problem = BookProblem::of(Severity::Error, &sheet.name, text, remedy);
                    self.returned.problems.push(problem.at(address(place)));
                }
            }
            entry.cells.insert((*field).to_owned(), address(place));
        }
        if !found.table.has_rows() {
            self.settle_state(&mut entry, base.as_ref());
        }
        self.returned.tables.entry(found.table).or_default().push(entry);
    }

    /// The value of the cell at `place` (row, column). A cell that still shows what was written keeps the value as it was
    /// spelt `before`.
    fn cell(
        &self,
        sheet: &Sheet,
        place: (usize, usize),
        (field, form): (&str, Form),
        line: Option<&Line<'_>>,
        before: Option<&str>,
    ) -> Result<Option<String>, String> {
        let form = match (field, line) {
            (ANSWER, Some(line)) => line.form.unwrap_or(Form::Text),
            _ => form,
        };
        let around = Around {
            country: self.country,
            question: line.and_then(|line| line.question),
        };
        let blank = Cell::Empty;
        let cell = sheet.rows[place.0].get(place.1).unwrap_or(&blank);
        match before {
            Some(before) if shows(cell, &show(form, before, around.question)) => Ok(Some(before.to_owned())),
            _ if sheet.formulas_without_value.contains(&place) => {
                Err("The formula was never calculated. Enter the value itself.".to_owned())
            }
            _ => read(form, cell, around),
        }
    }

    /// An answer that was filled in is answered, whatever the list beside it still says.
    fn settle_state(&mut self, entry: &mut ReturnedEntry, base: Option<&Entry>) {
        let asks = entry.id.as_ref().is_some_and(|id| id.starts_with("question/"));
        let before = |field: &str| base.and_then(|base| base.value(field));
        let now = |field: &str| entry.values.get(field).map(String::as_str);
        if !asks {
            return;
        }
        let said_state = now("state") != before("state");
        let answered = now("state") == Some("answered");
        match (now(ANSWER), said_state) {
            (Some(_), false) if !answered => {
                drop(entry.values.insert("state".to_owned(), "answered".to_owned()))
            }
            (None, false) if answered && before(ANSWER).is_some() => {
                entry.values.insert("state".to_owned(), "open".to_owned());
            }
            (Some(_), true) if !answered => {
                let address = entry.cells.get("state").cloned().unwrap_or_default();
                entry.unread.insert("state".to_owned());
                let text = "The line has an answer, and its state says that there is none.";
                let remedy = "Clear the answer, or choose Answered.";
                let sheet = entry.sheet.clone();
                self.note(BookProblem::of(Severity::Error, &sheet, text, remedy).at(address));
            }
            _ => {}
        }
    }

    /// A table of the base that is not in the workbook must not look as if all its rows had been taken away.
    fn missing_tables(&mut self) {
        let base: Vec<Table> = self.returned.base.tables.keys().copied().collect();
        let mut told = BTreeSet::new();
        for table in base {
            let sheet = table.section().label();
            if !self.returned.tables.contains_key(&table) && told.insert(sheet) {
                let text = format!("The sheet '{sheet}', or the hidden first column of it, is missing.");
                let remedy = "Put the sheet back from the file that was sent, or export the workbook anew.";
                self.note(BookProblem::of(Severity::Error, sheet, text, remedy));
            }
        }
    }

    fn note(&mut self, problem: BookProblem) {
        self.returned.problems.push(problem);
    }
}

/// `F7` for row 6, column 5.
fn address((row, column): (usize, usize)) -> String {
    format!("{}{}", column_letters(column), row + 1)
}

/// The table whose headings the row holds, and the column of the names.
fn mark(row: &[Cell]) -> Option<(Table, usize)> {
    row.iter().enumerate().find_map(|(index, cell)| {
        let Cell::Text(text) = cell else { return None };
        Some((Table::from_code(text.strip_prefix(HEADINGS)?)?, index))
    })
}

/// Whether a cell is as it was written.
fn shows(cell: &Cell, written: &Cell) -> bool {
    let lines = |cell: &Cell| cell.display().replace("\r\n", "\n").trim().to_owned();
    lines(cell) == lines(written)
}
