//! Reading the rows of a sheet: every target, every row accounted for, nothing guessed.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use portflow_domain::coded::Coded;
use portflow_domain::enums::ImportTarget;
use portflow_domain::import::*;
use portflow_domain::mapping::{ColumnMap, FieldDefault, ImportField, fields_of};
use portflow_domain::number::Country;
use portflow_domain::workbook::{Cell, Sheet};
use proptest::prelude::*;

/// A sheet from lines of cells separated by `|`.
fn sheet(lines: &[&str]) -> Sheet {
    let row = |line: &&str| line.split('|').map(Cell::text).collect();
    Sheet {
        rows: lines.iter().map(row).collect(),
        ..Sheet::default()
    }
}

fn column(index: usize, header: &str, field: Option<ImportField>, group: Option<&str>) -> ColumnMap {
    ColumnMap {
        index,
        header: header.to_owned(),
        field,
        group: group.map(str::to_owned),
        keep_in_notes: false,
        confidence: 100,
        why: String::new(),
        samples: Vec::new(),
        secret: false,
    }
}

/// Columns in order, under the headers of the sheet's first row.
fn settings(sheet: &Sheet, target: ImportTarget, fields: &[Option<ImportField>]) -> ImportSettings {
    let header = |index: usize| sheet.rows[0].get(index).map(Cell::display).unwrap_or_default();
    let columns = fields.iter().enumerate();
    ImportSettings {
        target,
        header_row: 1,
        format_id: None,
        columns: columns
            .map(|(index, field)| column(index, &header(index), *field, None))
            .collect(),
        value_map: Vec::new(),
        defaults: Vec::new(),
        date_order: None,
        country: Country::US,
        is_demo: true,
    }
}

/// `row entity key` per record, rejected ones with their code instead of the key.
fn shown(reading: &Reading) -> Vec<String> {
    let line = |record: &Record| {
        let key = match (&record.values, record.rejection()) {
            (_, Some(issue)) => format!("!{}", issue.code),
            (Some(RecordValues::EndUser(person)), None) => {
                let number = person.e164.as_ref().map(ToString::to_string).unwrap_or_default();
                format!("{} {number}", person.key())
            }
            (Some(RecordValues::PhoneNumber(number)), None) => {
                format!(
                    "{} {}",
                    number.e164,
                    number.assigned_to.clone().unwrap_or_default()
                )
            }
            (Some(values), None) => serde_json::to_value(values).unwrap()["name"].to_string(),
            (None, None) => String::new(),
        };
        format!("{} {} {key}", record.source_row, record.entity)
            .trim_end()
            .to_owned()
    };
    reading.records.iter().map(line).collect()
}

#[test]
fn a_line_on_several_devices_is_one_number_and_its_owners_first() {
    use ImportField::{E164, UserKey};
    let sheet = sheet(&[
        "Owner|Line 1|Line 2",
        "ana|214-222-0101|214-222-0102",
        "bob|214-222-0102|",
        "ana|214-222-0101|",
        "ana|214-222-0103|",
        "cy|214-222-0104|214-222-0109",
        "dee|214-222-0105|214-222-0109",
    ]);
    let mut settings = settings(
        &sheet,
        ImportTarget::EndUsers,
        &[Some(UserKey), Some(E164), Some(E164)],
    );
    settings.columns[1].group = Some("1".to_owned());
    settings.columns[2].group = Some("2".to_owned());
    let reading = read_rows(0, &sheet, &settings);
    assert_eq!(
        shown(&reading),
        [
            "2 end_users ana +12142220101",
            "3 end_users bob +12142220102",
            "5 phone_numbers +12142220103 ana",
            "6 end_users cy +12142220104",
            "6 phone_numbers +12142220109",
            "7 end_users dee +12142220105",
        ]
    );
    let ignored: Vec<_> = reading
        .ignored
        .iter()
        .map(|row| (row.source_row, row.of_row))
        .collect();
    assert_eq!(ignored, [(4, Some(2))]);
    let shared = reading
        .warnings
        .iter()
        .filter(|w| w.code == IssueCode::SameDnOnSeveralDevices);
    let shared: Vec<_> = shared
        .map(|w| (w.value.clone().unwrap_or_default(), w.rows.clone()))
        .collect();
    assert_eq!(
        shared,
        [
            ("+12142220101".to_owned(), vec![2, 4]),
            ("+12142220102".to_owned(), vec![2, 3]),
            ("+12142220109".to_owned(), vec![6, 7]),
        ]
    );
}

#[test]
fn a_date_that_can_be_two_days_is_read_only_when_something_settles_it() {
    use ImportField::{E164, FocDate};
    let dates = |lines: &[&str], order| {
        let sheet = sheet(lines);
        let mut settings = settings(&sheet, ImportTarget::PhoneNumbers, &[Some(E164), Some(FocDate)]);
        settings.date_order = order;
        let reading = read_rows(0, &sheet, &settings);
        let days = reading.records.iter().map(|record| match &record.values {
            Some(RecordValues::PhoneNumber(number)) => {
                number.foc_date.map_or("-".to_owned(), |day| day.to_string())
            }
            _ => "!".to_owned(),
        });
        (days.collect::<Vec<_>>().join(" "), reading.ambiguous_dates)
    };
    let lines = ["DID|FOC", "214-222-0100|03/04/2026", "214-222-0101|05/05/2026"];
    assert_eq!(dates(&lines, None), ("- 2026-05-05".to_owned(), vec![2]));
    assert_eq!(
        dates(&lines, Some(DateOrder::MonthFirst)),
        ("2026-03-04 2026-05-05".to_owned(), vec![])
    );
    assert_eq!(
        dates(&lines, Some(DateOrder::DayFirst)).0,
        "2026-04-03 2026-05-05"
    );
    let settled = ["DID|FOC", "214-222-0100|03/04/2026", "214-222-0101|13/04/2026"];
    assert_eq!(dates(&settled, None).0, "2026-04-03 2026-04-13");
    let contradicting = [
        "DID|FOC",
        "2142220100|3/4/2026",
        "2142220101|13/4/2026",
        "2142220102|4/13/2026",
    ];
    assert_eq!(
        dates(&contradicting, None),
        ("- 2026-04-13 2026-04-13".to_owned(), vec![2])
    );
}

#[test]
fn defaults_fill_empty_cells_and_kept_columns_end_in_the_notes() {
    use ImportField::{Btn, E164, Notes};
    let sheet = sheet(&[
        "DID|BTN|Colour|Notes",
        "2142220100||red|spare",
        "2142220101|2142220199||",
    ]);
    let mut settings = settings(
        &sheet,
        ImportTarget::PhoneNumbers,
        &[Some(E164), Some(Btn), None, Some(Notes)],
    );
    settings.columns[2].keep_in_notes = true;
    settings.defaults.push(FieldDefault {
        field: Btn,
        value: "2142220100".to_owned(),
        source_row: None,
    });
    let said: Vec<_> = read_rows(0, &sheet, &settings)
        .records
        .into_iter()
        .map(|record| match record.values {
            Some(RecordValues::PhoneNumber(number)) => (number.btn.unwrap(), number.notes),
            _ => panic!("a number"),
        })
        .collect();
    let notes = Some("spare\nColour: red".to_owned());
    assert_eq!(
        said,
        [("2142220100".to_owned(), notes), ("2142220199".to_owned(), None)]
    );
}

#[test]
fn rows_that_list_nothing_say_why() {
    use ImportField::{DisplayName, E164, Upn};
    let sheet = sheet(&[
        "UPN|Name|DID",
        "VARCHAR(50)|VARCHAR(80)|none | string",
        "ana@example.com|Ana|214-222-0100",
        "UPN|Name|DID",
        "",
        "-- Plano --",
        "bob@example.com|Bob|",
        "Total||2",
        "* checked in May",
    ]);
    let settings = settings(
        &sheet,
        ImportTarget::EndUsers,
        &[Some(Upn), Some(DisplayName), Some(E164)],
    );
    let reading = read_rows(0, &sheet, &settings);
    let ignored: Vec<_> = reading
        .ignored
        .iter()
        .map(|row| (row.source_row, row.reason.code()))
        .collect();
    assert_eq!(
        ignored,
        [
            (2, "column_types_row"),
            (4, "repeated_header_row"),
            (5, "blank_row"),
            (6, "section_row"),
            (8, "totals_row"),
            (9, "footnote_row")
        ]
    );
    assert_eq!(
        shown(&reading),
        [
            "3 end_users ana@example.com +12142220100",
            "7 end_users bob@example.com"
        ]
    );
}

/// A cell of a hostile sheet.
fn any_cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        Just(Cell::Empty),
        (0_u32..30).prop_map(|line| Cell::Text(format!("214-222-01{line:02}").into())),
        (0_u32..9).prop_map(|who| Cell::Text(format!("person{who}@example.com").into())),
        "[A-Za-z0-9 *:/#x|+;,().<>-]{0,18}".prop_map(|text| Cell::Text(text.into())),
        "\\PC{0,12}".prop_map(|text| Cell::Text(text.into())),
        any::<String>().prop_map(|text| Cell::Text(text.into())),
        Just(Cell::Text("Mon-Fri 8-5; Sat 10-2".into())),
        Just(Cell::Text("block of 10 from 214-222-0110".into())),
        Just(Cell::Text("03/04/2026".into())),
        Just(Cell::Text("Total".into())),
        Just(Cell::Text("214555XXXX".into())),
        Just(Cell::Text("Queue: Sales".into())),
        Just(Cell::Error(Cell::TOO_LONG.into())),
        Just(Cell::Bool(true)),
        any::<f64>().prop_map(Cell::Number),
    ]
}

proptest! {
    #[test]
    fn every_row_has_a_record_or_is_listed_once(
        rows in prop::collection::vec(prop::collection::vec(any_cell(), 0..9), 0..20),
        target in prop::sample::select(ImportTarget::ALL),
        picks in prop::collection::vec((any::<prop::sample::Index>(), 0..4_u8), 8),
    ) {
        let mut sheet = sheet(&["a|b|c|d|e|f|g|h"]);
        sheet.rows.extend(rows);
        let fields = fields_of(target);
        let mapped: Vec<_> = picks.iter().map(|(pick, _)| Some(fields[pick.index(fields.len())])).collect();
        let mut settings = settings(&sheet, target, &mapped);
        for (column, (_, group)) in settings.columns.iter_mut().zip(&picks) {
            column.group = (*group > 0).then(|| group.to_string());
        }
        let reading = read_rows(3, &sheet, &settings);
        let last = sheet.rows.iter().rposition(|row| !row.iter().all(Cell::is_blank)).map_or(0, |row| row as u32 + 1);
        for row in 2..=last {
            let listed = reading.records.iter().any(|record| record.source_row == row);
            let linked = !listed && reading.links.iter().any(|link| link.source_row == row);
            let ignored = reading.ignored.iter().filter(|ignored| ignored.source_row == row).count();
            prop_assert_eq!(usize::from(listed) + usize::from(linked) + ignored, 1, "row {}", row);
        }
        for record in &reading.records {
            prop_assert_eq!(record.sheet, 3);
            prop_assert_eq!(record.values.is_none(), record.rejection().is_some(), "{:?}", record);
        }
        let mut places: Vec<_> = reading.records.iter().map(|record| (record.source_row, record.ordinal)).collect();
        let all = places.len();
        places.dedup();
        prop_assert_eq!(places.len(), all, "no place twice");
        prop_assert_eq!(read_rows(3, &sheet, &settings), reading, "byte-stable");
    }
}
