//! Layouts that nobody has seen: shuffled columns, renamed headers, headers somewhere down and to the right.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

mod columns;
mod dice;

use portflow_domain::enums::ImportTarget;
use portflow_domain::mapping::{ImportField, Table, detect_table};
use portflow_domain::number::Country;
use portflow_domain::workbook::{Cell, Sheet};

use columns::{CARRIER, Column, INVENTORY, PEOPLE};
use dice::Dice;

/// How people change the spelling of a header without changing its words.
fn respelt(header: &str, dice: &mut Dice) -> String {
    match dice.roll(7) {
        0 => header.to_uppercase(),
        1 => header.to_lowercase(),
        2 => format!(" {header} "),
        3 => format!("{header}*"),
        4 => header.replace(' ', "\n"),
        5 => header.replace(' ', "_"),
        _ => header.to_owned(),
    }
}

struct Layout {
    sheet: Sheet,
    header_row: usize,
    /// Position, header and field of every column.
    columns: Vec<(usize, String, Option<ImportField>)>,
}

fn layout(columns: &[Column], seed: u64) -> Layout {
    let mut dice = Dice(seed);
    let mut order: Vec<usize> = (0..columns.len()).collect();
    dice.shuffle(&mut order);
    let left = dice.roll(3);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for _ in 0..[0, 0, 1, 3, 9, 45][dice.roll(6)] {
        let title = dice.pick(&[
            "Example Corp telephone records",
            "",
            "Prepared for the kick-off",
            "Version 7 FINAL (2)",
            "Do not sort!",
        ]);
        let mut row = vec![Cell::Empty; left];
        row.push(Cell::text(title));
        rows.push(row);
    }
    let header_row = rows.len() + 1;
    let mut named = Vec::new();
    let mut header = vec![Cell::Empty; left];
    for (place, column) in order.iter().enumerate() {
        let column = &columns[*column];
        let text = dice.pick(column.headers);
        let text = respelt(text, &mut dice);
        named.push((left + place, text.clone(), column.field));
        header.push(Cell::text(text));
    }
    rows.push(header);
    for row in 0..6 + dice.roll(40) {
        let mut cells = vec![Cell::Empty; left];
        cells.extend(
            order
                .iter()
                .map(|column| Cell::text((columns[*column].cell)(row, &mut dice))),
        );
        rows.push(cells);
        if dice.roll(12) == 0 {
            rows.push(Vec::new());
        }
    }
    let sheet = Sheet {
        name: "Sheet1".to_owned(),
        rows,
        ..Sheet::default()
    };
    Layout {
        sheet,
        header_row,
        columns: named,
    }
}

/// The percentage of columns found, and what was not.
fn found(columns: &[Column], target: ImportTarget, seeds: u64) -> (f64, Vec<String>) {
    let (mut all, mut right, mut wrong) = (0_u32, 0_u32, Vec::new());
    for seed in 0..seeds {
        let layout = layout(columns, seed * 7919 + 1);
        let table: Option<Table> = detect_table(&layout.sheet, Country::US);
        all += layout.columns.len() as u32;
        let Some(table) =
            table.filter(|table| table.header_row == layout.header_row && table.target == target)
        else {
            let table =
                detect_table(&layout.sheet, Country::US).map(|table| (table.header_row, table.target));
            wrong.push(format!(
                "seed {seed}: header {} found as {table:?}",
                layout.header_row
            ));
            continue;
        };
        for (index, header, field) in &layout.columns {
            let column = table
                .columns
                .iter()
                .find(|column| column.index == *index)
                .unwrap();
            if column.field == *field {
                right += 1;
            } else {
                wrong.push(format!(
                    "seed {seed}: {header:?}: expected {field:?}, found {:?} ({})",
                    column.field, column.why
                ));
            }
        }
    }
    (f64::from(right) * 100.0 / f64::from(all), wrong)
}

#[test]
fn shuffled_and_renamed_columns_are_found() {
    for (name, columns, target) in [
        ("people", PEOPLE, ImportTarget::EndUsers),
        ("inventory", INVENTORY, ImportTarget::PhoneNumbers),
        ("carrier", CARRIER, ImportTarget::PortOrderEvents),
    ] {
        let (share, wrong) = found(columns, target, 60);
        println!("{name}: {share:.1} %");
        assert!(share >= 98.0, "{name}: {share:.1} %\n{}", wrong.join("\n"));
    }
}

/// With headers that mean nothing, the cells alone must find the columns that cells can tell.
#[test]
fn cells_speak_where_headers_do_not() {
    for seed in 0..20 {
        let mut people = layout(&PEOPLE[2..5], seed);
        let mut header = people.sheet.rows.remove(people.header_row - 1);
        for (place, cell) in header.iter_mut().filter(|cell| !cell.is_blank()).enumerate() {
            *cell = Cell::text(["Zeppelin", "Quokka", "Marmalade"][place]);
        }
        people.sheet.rows.insert(people.header_row - 1, header);
        let table = detect_table(&people.sheet, Country::US).unwrap();
        let found: Vec<_> = table.columns.iter().map(|column| column.field).collect();
        let expected: Vec<_> = people.columns.iter().map(|(_, _, field)| *field).collect();
        assert_eq!(
            (table.header_row, found),
            (people.header_row, expected),
            "seed {seed}"
        );
        assert!(
            table.columns.iter().all(|column| column.confidence < 60),
            "less sure than by a header"
        );
    }
}
