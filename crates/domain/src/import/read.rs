//! Reading the rows of one sheet with a column map that a person has confirmed.

use super::dates::DateOrders;
use super::fields::{Fields, default_cells};
use super::place_words::lists_common_area;
use super::reader::Reader;
use super::row_kind::{RowKind, Table as Rows, above_header, of_printed};
use super::settings::{ImportSettings, Reading};
use super::{ImportWarning, IssueCode, Record, RowReason};
use crate::mapping::{FieldDefault, other_tables, printed_lines};
use crate::workbook::{Cell, Sheet, column_letters};
use std::ops::Range;

/// Reads every row; a bad cell becomes an issue of its record, never an error of the whole.
/// `place` is the sheet's place among those that are read together.
pub fn read_rows(place: usize, sheet: &Sheet, settings: &ImportSettings) -> Reading {
    let defaults = default_cells(&settings.defaults);
    let fields = Fields::new(&settings.columns, &defaults);
    let end = sheet
        .rows
        .iter()
        .rposition(|row| !row.iter().all(Cell::is_blank))
        .map_or(0, |last| last + 1);
    let calculated = |row: usize| sheet.formula_cells.iter().any(|cell| cell.0 == row);
    let last_formula = sheet.formula_cells.iter().map(|cell| cell.0 + 1).max();
    let end = end.max(last_formula.unwrap_or(0).min(sheet.rows.len()));
    let below = settings.header_row.min(end);
    let others = other_tables(sheet, below);
    let end = others
        .last()
        .filter(|rows| rows.start >= below)
        .map_or(end, |rows| rows.start);
    let dates = DateOrders::of(settings.date_order, &fields, &sheet.rows[below..end]);
    let mut reader = Reader::new(place, settings, fields, dates);
    reader.is_common_area = lists_common_area(&sheet.name);
    for row in 0..below.saturating_sub(1) {
        let said = |default: &FieldDefault| default.source_row == Some(row as u32 + 1);
        let gives_default = settings.defaults.iter().any(said);
        let reason = match others.first().is_some_and(|rows| rows.contains(&row)) {
            true => RowReason::OtherTableRow,
            false => above_header(sheet, row, below - 1, gives_default),
        };
        reader.ignore(row as u32 + 1, reason, None);
    }
    let headers = below.checked_sub(1).map_or(&[][..], |header| &sheet.rows[header]);
    let mut asides = Vec::new();
    let mut printed = printed_lines(sheet, below).into_iter().peekable();
    for (index, row) in sheet.rows[..end].iter().enumerate().skip(below) {
        if let Some((_, line)) = printed.next_if(|(row, _)| *row == index) {
            reader.ignore(index as u32 + 1, of_printed(line), None);
            continue;
        }
        let first = index == below;
        match (Rows {
            headers,
            fields: &reader.fields,
        })
        .kind(row, first)
        {
            // Nothing but formulas that show nothing: the sums below a table.
            RowKind::Ignored(RowReason::BlankRow) if calculated(index) => {
                reader.ignore(index as u32 + 1, RowReason::TotalsRow, None);
            }
            RowKind::Ignored(reason) => reader.ignore(index as u32 + 1, reason, None),
            RowKind::Aside => asides.push(index),
            RowKind::Data => reader.data_row(index, row),
        }
    }
    for rows in others {
        leave_out(&mut reader, rows, below);
    }
    reader.settle_shared_lines();
    settle_asides(&mut reader, &asides, sheet);
    formula_values(&mut reader, sheet);
    hidden(&mut reader, sheet);
    reader.finish()
}

/// Lists the rows of another table and says how to read it; `below` is the first row below the header.
fn leave_out(reader: &mut Reader<'_>, rows: Range<usize>, below: usize) {
    if rows.start >= below {
        for row in rows.clone() {
            reader.ignore(row as u32 + 1, RowReason::OtherTableRow, None);
        }
    }
    let (first, last) = (rows.start + 1, rows.end);
    let mut warning = ImportWarning::new(IssueCode::OtherTable);
    warning.rows.push(first as u32);
    warning.text = format!(
        "Rows {first} to {last} look like another table with columns of its own. They are not read: choose row {first} \
         as the header row to read them, or move them to a sheet of their own."
    );
    reader.warnings.push(warning);
}

/// A lone text after the last record is a footnote, before it a section heading.
fn settle_asides(reader: &mut Reader<'_>, asides: &[usize], sheet: &Sheet) {
    let last = reader
        .records
        .last()
        .map_or(0, |record| record.source_row as usize);
    for &row in asides {
        let starred = sheet.rows[row]
            .iter()
            .any(|cell| matches!(cell, Cell::Text(text) if text.starts_with('*')));
        let footnote = row + 1 > last || starred;
        let reason = if footnote {
            RowReason::FootnoteRow
        } else {
            RowReason::SectionRow
        };
        reader.ignore(row as u32 + 1, reason, None);
    }
}

/// Says which rows rest on formulas, and which formulas have no value to rest on.
fn formula_values(reader: &mut Reader<'_>, sheet: &Sheet) {
    let rows = |reader: &Reader<'_>, cells: &[(usize, usize)]| {
        let mut rows: Vec<u32> = cells
            .iter()
            .filter(|(_, column)| reader.fields.at(*column).is_some())
            .map(|(row, _)| *row as u32 + 1)
            .filter(|row| has_good_record(&reader.records, *row))
            .collect();
        rows.sort_unstable();
        rows
    };
    let mut valued = sheet.formula_cells.clone();
    if !sheet.formulas_without_value.is_empty() {
        valued.retain(|cell| !sheet.formulas_without_value.contains(cell));
    }
    for row in rows(reader, &valued) {
        reader.warnings.add(IssueCode::FormulaValuesUsed, row);
    }
    for row in rows(reader, &sheet.formulas_without_value) {
        reader.warnings.add(IssueCode::FormulaWithoutValue, row);
    }
}

fn has_good_record(records: &[Record], row: u32) -> bool {
    let first = records.partition_point(|record| record.source_row < row);
    records[first..]
        .iter()
        .take_while(|record| record.source_row == row)
        .any(|record| record.rejection().is_none())
}

/// Hidden rows and columns are data; people are told.
fn hidden(reader: &mut Reader<'_>, sheet: &Sheet) {
    let mut warning = ImportWarning::new(IssueCode::HiddenRowsOrColumnsPresent);
    let records = &reader.records;
    let listed = |row: &u32| {
        records
            .binary_search_by_key(row, |record| record.source_row)
            .is_ok()
    };
    warning.rows = sheet
        .hidden_rows
        .iter()
        .map(|row| *row as u32)
        .filter(listed)
        .collect();
    warning.rows.sort_unstable();
    let mut columns = sheet.hidden_columns.clone();
    columns.retain(|index| {
        reader
            .settings
            .columns
            .iter()
            .any(|column| column.index == *index)
    });
    columns.sort_unstable();
    warning.columns = columns.into_iter().map(column_letters).collect();
    if !warning.rows.is_empty() || !warning.columns.is_empty() {
        reader.warnings.push(warning);
    }
}
