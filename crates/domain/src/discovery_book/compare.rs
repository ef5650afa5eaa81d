//! What a workbook that came back changes: only what differs from the base, with three values where ours has changed
//! as well.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use ts_rs::TS;

use super::back::{BookProblem, Returned, ReturnedEntry};
use super::contents::{Contents, Entry};
use super::form::{Form, words};
use super::lines::{ANSWER, Line, lines};
use super::sheets::Table;
use crate::coded::Coded;
use crate::discovery::completeness::SiteDiscovery;
use crate::enums::DiscoverySection;
use crate::porting::Severity;

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "BookChangeKind")]
#[allow(missing_docs, reason = "the words say it")]
pub enum ChangeKind {
    Changed,
    Added,
    Removed,
}

/// A field that differs, in the words of the workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "BookFieldValues")]
pub struct FieldValues {
    /// The field, as the wire spells it.
    pub field: String,
    /// The heading of its column, or the question.
    pub heading: String,
    /// `F7`.
    pub cell: String,
    /// What the workbook was made from.
    pub base: Option<String>,
    /// What is stored now.
    pub ours: Option<String>,
    /// What the workbook says.
    pub theirs: Option<String>,
    /// Whether both sides changed it, to different values.
    pub is_conflict: bool,
    /// What the workbook says, in its one spelling.
    #[serde(skip)]
    pub value: Option<String>,
}

/// A row that the workbook changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "BookChange")]
pub struct Change {
    /// Stable name within one reading: the table and the row.
    pub key: String,
    /// The section.
    pub section: DiscoverySection,
    /// The table.
    #[serde(skip)]
    pub table: Table,
    /// The row of the base; none for a new one.
    #[serde(skip)]
    pub id: Option<String>,
    /// How a person knows it.
    pub label: String,
    /// The sheet it stands on; empty for a row that is gone.
    pub sheet: String,
    /// What becomes of it.
    pub kind: ChangeKind,
    /// The fields that differ, in the order of the columns.
    pub fields: Vec<FieldValues>,
}

impl Change {
    /// Whether somebody has to decide about it.
    pub fn is_conflict(&self) -> bool {
        self.fields.iter().any(|field| field.is_conflict)
    }
}

/// What the workbook changes, and what has to be known about that.
pub fn compare(
    returned: &Returned,
    ours: &Contents,
    of: &SiteDiscovery<'_>,
) -> (Vec<Change>, Vec<BookProblem>) {
    let mut comparing = Comparing {
        ours,
        base: &returned.base,
        lines: HashMap::new(),
        changes: Vec::new(),
        problems: Vec::new(),
    };
    for section in DiscoverySection::ALL {
        let own = lines(of, *section)
            .into_iter()
            .map(|line| (line.id.clone(), line));
        comparing
            .lines
            .extend(own.map(|(id, line)| ((*section, id), line)));
    }
    for (table, entries) in &returned.tables {
        comparing.table(*table, entries);
    }
    (comparing.changes, comparing.problems)
}

struct Comparing<'a> {
    ours: &'a Contents,
    base: &'a Contents,
    lines: HashMap<(DiscoverySection, String), Line<'a>>,
    changes: Vec<Change>,
    problems: Vec<BookProblem>,
}

impl Comparing<'_> {
    fn table(&mut self, table: Table, entries: &[ReturnedEntry]) {
        let owners = self.owners(table, entries);
        for (place, entry) in entries.iter().enumerate() {
            let id = entry.id.as_ref().filter(|id| owners.get(*id) == Some(&place));
            match id {
                Some(id) if entry.values.is_empty() && entry.unread.is_empty() && table.has_rows() => {
                    self.removed(table, id, &entry.sheet);
                }
                Some(id) => self.changed(table, id, entry),
                None => self.added(table, entry),
            }
        }
        for base in self.base.entries(table) {
            if table.has_rows() && !owners.contains_key(&base.id) {
                self.removed(table, &base.id, "");
            }
        }
    }

    /// The row that stands for each id. Of several rows with one id, which copying makes, the one that differs least
    /// from the base keeps it, and the others are new.
    fn owners(&mut self, table: Table, entries: &[ReturnedEntry]) -> BTreeMap<String, usize> {
        let mut owners: BTreeMap<String, usize> = BTreeMap::new();
        for (place, entry) in entries.iter().enumerate() {
            let Some(id) = &entry.id else { continue };
            let Some(first) = owners.get(id).copied() else {
                owners.insert(id.clone(), place);
                continue;
            };
            let distance = |entry: &ReturnedEntry| {
                let base = self.base.entry(table, id);
                let differs = |field: &&str| base.and_then(|base| base.value(field)) != value(entry, field);
                table
                    .columns()
                    .iter()
                    .map(|column| column.field)
                    .filter(differs)
                    .count()
            };
            let earlier = &entries[first];
            let (kept, copy) = if distance(entry) < distance(earlier) {
                owners.insert(id.clone(), place);
                (entry, earlier)
            } else {
                (earlier, entry)
            };
            let text = format!(
                "Row {} is a copy of row {}; it counts as a new row.",
                copy.row, kept.row
            );
            let remedy = "Clear the row if that is not meant.";
            self.problems
                .push(BookProblem::of(Severity::Warning, &copy.sheet, text, remedy));
        }
        owners
    }

    fn changed(&mut self, table: Table, id: &str, entry: &ReturnedEntry) {
        let base = self.base.entry(table, id);
        let before = |field: &str| base.and_then(|base| base.value(field));
        let differs = |field: &str| !entry.unread.contains(field) && before(field) != value(entry, field);
        let fields: Vec<&str> = table
            .columns()
            .iter()
            .map(|it| it.field)
            .filter(|field| differs(field))
            .collect();
        self.emptied(table, entry, &fields);
        if fields.is_empty() {
            return;
        }
        let Some(ours) = self.ours.entry(table, id) else {
            let what = if table.has_rows() {
                "was removed here"
            } else {
                "is not asked any more"
            };
            let label = self.label(table, base, entry);
            let text = format!("{label} {what}; what the workbook says of it is left out.");
            let remedy = "Enter it again if it is needed after all.";
            let problem = BookProblem::of(Severity::Warning, &entry.sheet, text, remedy);
            return self.problems.push(problem.at(format!("A{}", entry.row)));
        };
        let told = fields
            .into_iter()
            .filter(|field| ours.value(field) != value(entry, field));
        let fields: Vec<FieldValues> = told
            .map(|field| {
                let now = ours.value(field);
                let is_conflict = now != before(field);
                self.values(
                    table,
                    id,
                    field,
                    (before(field), now, value(entry, field)),
                    is_conflict,
                    entry,
                )
            })
            .collect();
        if !fields.is_empty() {
            let label = self.label(table, base, entry);
            self.push(table, Some(id), label, &entry.sheet, ChangeKind::Changed, fields);
        }
    }

    /// A field that a row cannot do without was cleared, and the row was not.
    fn emptied(&mut self, table: Table, entry: &ReturnedEntry, changed: &[&str]) {
        let needed = table
            .columns()
            .iter()
            .filter(|column| column.required && changed.contains(&column.field));
        for column in needed.filter(|column| value(entry, column.field).is_none()) {
            let text = format!("'{}' is empty, and the row cannot do without it.", column.heading);
            let remedy = "Fill it in, or clear the whole row to take it away.";
            let cell = entry.cells.get(column.field).cloned().unwrap_or_default();
            self.problems
                .push(BookProblem::of(Severity::Error, &entry.sheet, text, remedy).at(cell));
        }
    }

    fn added(&mut self, table: Table, entry: &ReturnedEntry) {
        // A workbook that is read twice does not add its rows twice.
        let is_new_here = |ours: &&Entry| self.base.entry(table, &ours.id).is_none();
        let is_there = |ours: &Entry| {
            entry
                .values
                .iter()
                .all(|(field, value)| ours.value(field) == Some(value))
        };
        if self.ours.entries(table).iter().filter(is_new_here).any(is_there) {
            return;
        }
        let fields: Vec<FieldValues> = table
            .columns()
            .iter()
            .filter(|column| value(entry, column.field).is_some())
            .map(|column| {
                let three = (None, None, value(entry, column.field));
                self.values(table, "", column.field, three, false, entry)
            })
            .collect();
        for column in table.columns().iter().filter(|column| column.required) {
            if value(entry, column.field).is_none() && !entry.unread.contains(column.field) {
                let text = format!("The new row has no '{}'.", column.heading);
                let remedy = "Fill it in, or clear the row.";
                let cell = entry.cells.get(column.field).cloned().unwrap_or_default();
                self.problems
                    .push(BookProblem::of(Severity::Error, &entry.sheet, text, remedy).at(cell));
            }
        }
        if !fields.is_empty() {
            let label = self.label(table, None, entry);
            let id = format!("+{}", entry.row);
            self.push(table, None, label, &entry.sheet, ChangeKind::Added, fields);
            if let Some(last) = self.changes.last_mut() {
                last.key = format!("{}/{id}", table.code());
            }
        }
    }

    /// A row that is gone, or whose cells are all empty. What somebody changed here since is a conflict.
    fn removed(&mut self, table: Table, id: &str, sheet: &str) {
        let (Some(base), Some(ours)) = (self.base.entry(table, id), self.ours.entry(table, id)) else {
            return;
        };
        if base.values.is_empty() {
            return;
        }
        let blank = ReturnedEntry::default();
        let fields = table
            .columns()
            .iter()
            .map(|column| column.field)
            .filter(|field| ours.value(field) != base.value(field))
            .map(|field| {
                let three = (base.value(field), ours.value(field), None);
                self.values(table, id, field, three, true, &blank)
            })
            .collect();
        let label = self.label(table, Some(base), &blank);
        self.push(table, Some(id), label, sheet, ChangeKind::Removed, fields);
    }

    fn values(
        &self,
        table: Table,
        id: &str,
        field: &str,
        (base, ours, theirs): (Option<&str>, Option<&str>, Option<&str>),
        is_conflict: bool,
        entry: &ReturnedEntry,
    ) -> FieldValues {
        let line = self.lines.get(&(table.section(), id.to_owned()));
        let column = table.column(field);
        let form = match (field, line) {
            (ANSWER, Some(line)) => line.form.unwrap_or(Form::Text),
            _ => column.map_or(Form::Text, |column| column.form),
        };
        let question = line.and_then(|line| line.question);
        let shown = |value: Option<&str>| value.map(|value| words(form, value, question));
        FieldValues {
            heading: column.map_or(field, |column| column.heading).to_owned(),
            cell: entry.cells.get(field).cloned().unwrap_or_default(),
            base: shown(base),
            ours: shown(ours),
            theirs: shown(theirs),
            value: theirs.map(str::to_owned),
            field: field.to_owned(),
            is_conflict,
        }
    }

    /// The question of a line; of a row what its first two filled columns say.
    fn label(&self, table: Table, base: Option<&Entry>, entry: &ReturnedEntry) -> String {
        let id = base
            .map(|base| base.id.as_str())
            .or(entry.id.as_deref())
            .unwrap_or_default();
        if let Some(line) = self
            .lines
            .get(&(table.section(), id.to_owned()))
            .filter(|_| !table.has_rows())
        {
            return line.text.clone();
        }
        let told = table.columns().iter().filter_map(|column| {
            let value = match base {
                Some(base) => base.value(column.field),
                None => value(entry, column.field),
            }?;
            Some(words(column.form, value, None))
        });
        let told: Vec<String> = told.take(2).collect();
        if told.is_empty() {
            "A row".to_owned()
        } else {
            told.join(", ")
        }
    }

    fn push(
        &mut self,
        table: Table,
        id: Option<&str>,
        label: String,
        sheet: &str,
        kind: ChangeKind,
        fields: Vec<FieldValues>,
    ) {
        self.changes.push(Change {
            key: format!("{}/{}", table.code(), id.unwrap_or_default()),
            section: table.section(),
            table,
            id: id.map(str::to_owned),
            label,
            sheet: sheet.to_owned(),
            kind,
            fields,
        });
    }
}

fn value<'a>(entry: &'a ReturnedEntry, field: &str) -> Option<&'a str> {
    entry.values.get(field).map(String::as_str)
}
