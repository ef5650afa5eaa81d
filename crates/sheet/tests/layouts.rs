//! Lists of an author who did not know the tables of synonyms, each with the answers of a person: how many columns
//! are read as that person reads them, also shuffled and below titles. What the lists are for, and how they were
//! read at first, stands in `tests/fixtures/layouts/README.md`.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::{Path, PathBuf};

use portflow_domain::mapping::{ImportField, Table, detect_table};
use portflow_domain::number::Country;
use portflow_domain::workbook::{Cell, Sheet};
use portflow_sheet::Limits;
use serde_json::{Value, json};

/// The fields that say which number or person a row is: one that is wrong moves somebody else's calls.
const IDENTITY: [ImportField; 8] = [
    ImportField::E164,
    ImportField::Extension,
    ImportField::NumberMask,
    ImportField::FurtherNumber,
    ImportField::MainNumber,
    ImportField::Btn,
    ImportField::Upn,
    ImportField::AssignedToUpn,
];

/// A list with the answers of a person.
struct Layout {
    name: String,
    sheet: Sheet,
    country: Country,
    answers: Value,
}

impl Layout {
    fn read(path: &Path) -> Self {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let answers = std::fs::read_to_string(path.with_extension("columns.json")).unwrap();
        let answers: Value = serde_json::from_str(&answers).unwrap();
        let bytes = std::fs::read(path).unwrap();
        let mut workbook = portflow_sheet::read(&bytes, &name, &Limits::default()).unwrap();
        Self {
            name,
            sheet: workbook.sheets.remove(0),
            country: answers["country"].as_str().unwrap().parse().unwrap(),
            answers,
        }
    }

    fn header_row(&self) -> usize {
        self.answers["header_row"].as_u64().unwrap() as usize
    }

    /// The header and each field that a person accepts for a column.
    fn columns(&self) -> impl Iterator<Item = (&str, Vec<Option<ImportField>>)> {
        let columns = self.answers["columns"].as_array().unwrap().iter();
        columns.map(|column| (column["header"].as_str().unwrap(), accepted(column)))
    }

    /// The table in `sheet`, which is this list or one made of it.
    fn table(&self, sheet: &Sheet) -> Table {
        detect_table(sheet, self.country).unwrap()
    }
}

fn accepted(column: &Value) -> Vec<Option<ImportField>> {
    let field = |value: &Value| serde_json::from_value::<Option<ImportField>>(value.clone()).unwrap();
    match column["either"].as_array() {
        Some(either) => either.iter().map(field).collect(),
        None => vec![field(&column["field"])],
    }
}

fn layouts() -> Vec<Layout> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/layouts");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let mut lists: Vec<PathBuf> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "csv"))
        .collect();
    lists.sort();
    lists.iter().map(|path| Layout::read(path)).collect()
}

/// How a list was read: the columns that are as answered, all of them, and what to say of the others.
#[derive(Default)]
struct Score {
    right: usize,
    all: usize,
    lines: Vec<String>,
    /// Lists of another kind, and columns that were taken for the number or the person of the row and are not.
    dangerous: Vec<String>,
}

impl Score {
    /// Compares with the answers; `place` says where a column of the list stands in the table.
    fn add(&mut self, layout: &Layout, table: &Table, place: impl Fn(usize) -> usize) {
        if layout.answers["target"] != json!(table.target) {
            self.dangerous
                .push(format!("{}: taken for {:?}", layout.name, table.target));
        }
        for (index, (header, accepted)) in layout.columns().enumerate() {
            let found = table.columns.iter().find(|column| column.index == place(index));
            let field = found.and_then(|column| column.field);
            // What means nothing to the program may be kept in the notes.
            let notes = field == Some(ImportField::Notes) && accepted.contains(&None);
            self.all += 1;
            if accepted.contains(&field) || notes {
                self.right += 1;
                continue;
            }
            let line = format!("{}: {header:?} is {accepted:?}, taken for {field:?}", layout.name);
            if field.is_some_and(|field| IDENTITY.contains(&field)) {
                self.dangerous.push(line.clone());
            }
            self.lines.push(line);
        }
    }
}

/// The list with its columns in another order: `step` has no common factor with their number.
fn shuffled(layout: &Layout, step: usize) -> (Sheet, Vec<usize>) {
    let width = layout.columns().count();
    let step = (step..).find(|step| common_factor(*step, width) == 1).unwrap();
    let order: Vec<usize> = (0..width).map(|place| (place * step + 1) % width).collect();
    let mut sheet = layout.sheet.clone();
    sheet.rows.drain(..layout.header_row() - 1);
    for row in &mut sheet.rows {
        *row = order
            .iter()
            .map(|index| row.get(*index).cloned().unwrap_or(Cell::Empty))
            .collect();
    }
    let places = (0..width).map(|index| order.iter().position(|found| *found == index).unwrap());
    (sheet, places.collect())
}

fn common_factor(a: usize, b: usize) -> usize {
    if b == 0 { a } else { common_factor(b, a % b) }
}

/// Titles, notes and blank rows of a list that somebody was given to fill in.
fn titles(rows: usize) -> Vec<Vec<Cell>> {
    let texts = [
        "Voice migration",
        "",
        "Return by Friday, one row each",
        "Prepared for the project team",
        "",
        "DRAFT",
        "",
    ];
    texts[..rows].iter().map(|text| vec![Cell::text(*text)]).collect()
}

#[test]
fn lists_of_a_second_author_are_read_as_a_person_reads_them() {
    let mut score = Score::default();
    for layout in layouts() {
        let table = layout.table(&layout.sheet);
        assert_eq!(table.header_row, layout.header_row(), "{}", layout.name);
        score.add(&layout, &table, |index| index);
    }
    assert!(score.dangerous.is_empty(), "{:#?}", score.dangerous);
    let enough = score.right * 100 >= score.all * 95;
    assert!(enough, "{} of {}: {:#?}", score.right, score.all, score.lines);
}

#[test]
fn order_and_titles_change_nothing() {
    for titles_above in [0, 3, 7] {
        let mut score = Score::default();
        for layout in layouts() {
            for step in [2, 5, 7] {
                let (mut sheet, places) = shuffled(&layout, step);
                sheet.rows.splice(..0, titles(titles_above));
                let table = layout.table(&sheet);
                let place = format!("{} step {step}", layout.name);
                assert_eq!(table.header_row, titles_above + 1, "{place}");
                score.add(&layout, &table, |index| places[index]);
            }
        }
        assert!(
            score.dangerous.is_empty(),
            "{titles_above}: {:#?}",
            score.dangerous
        );
        let enough = score.right * 100 >= score.all * 95;
        assert!(enough, "{} of {}: {:#?}", score.right, score.all, score.lines);
    }
}
