//! Reading the rows of one sheet with a column map that a person has confirmed.

use std::collections::HashMap;

use super::row_kind::{RowKind, above_header, below_header};
use super::warnings::Warnings;
use super::{ExpandedRange, GroupLink, IgnoredRow, ImportWarning, IssueCode, Record, RowReason};
use crate::coded::coded_enum;
use crate::enums::ImportTarget;
use crate::mapping::{
    ColumnMap, FieldDefault, ImportField, Table, ValueMap, column_letters, display_header, suggest_code,
    suggest_values,
};
use crate::number::Country;
use crate::workbook::{Cell, Sheet};

/// How many numbers the ranges of one sheet may expand to; the rest of the ranges is refused.
pub(super) const EXPANSION_LIMIT: usize = 200_000;

/// How a sheet is to be read.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportSettings {
    /// What the rows list.
    pub target: ImportTarget,
    /// 1-based row of the header, the lower one of two; 0 = none.
    pub header_row: usize,
    /// The known export that the sheet is, if any.
    #[serde(default)]
    pub format_id: Option<String>,
    /// The columns with their confirmed fields.
    pub columns: Vec<ColumnMap>,
    /// The confirmed meanings of text values; a value that is not listed is read as suggested.
    pub value_map: Vec<ValueMap>,
    /// Values for fields without a column, or whose cell is empty.
    #[serde(default)]
    pub defaults: Vec<FieldDefault>,
    /// How dates such as 03/04/2026 are meant; none = not known, and such dates are not read.
    #[serde(default)]
    pub date_order: Option<DateOrder>,
    /// Where numbers without a country code belong.
    pub country: Country,
    /// Whether the customer is a demonstration, whose fictitious numbers are no matter.
    #[serde(default)]
    pub is_demo: bool,
}

impl ImportSettings {
    /// The settings that detection suggests, before a person touches them.
    pub fn suggested(sheet: &Sheet, table: &Table, country: Country) -> Self {
        let value_map = suggest_values(sheet, table.header_row, &table.columns);
        Self {
            target: table.target,
            header_row: table.header_row,
            columns: table.columns.clone(),
            value_map,
            country,
            format_id: table.format_id.clone(),
            defaults: table.defaults.clone(),
            date_order: None,
            is_demo: false,
        }
    }
}

coded_enum! {
    /// Whether the month or the day comes first in a date written with numbers.
    DateOrder: "date_order" { MonthFirst => "month_first", DayFirst => "day_first" }
}

/// What the rows of a sheet said.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// What the rows list.
    pub target: ImportTarget,
    /// The records in the order of the sheet.
    pub records: Vec<Record>,
    /// Rows without a record, the header apart.
    pub ignored: Vec<IgnoredRow>,
    /// Remarks about the sheet.
    pub warnings: Vec<ImportWarning>,
    /// Cells that stood for more numbers than they spelt out.
    pub ranges: Vec<ExpandedRange>,
    /// Which groups of agents ring for which queue or group.
    pub links: Vec<GroupLink>,
    /// Dates that mean one day or another depending on [`DateOrder`]: rows, 1-based.
    pub ambiguous_dates: Vec<u32>,
}

/// Reads every row; a bad cell becomes an issue of its record, never an error of the whole.
/// `place` is the sheet's place among those that are read together.
pub fn read_rows(place: usize, sheet: &Sheet, settings: &ImportSettings) -> Reading {
    let mut reader = Reader::new(place, settings);
    let end = sheet
        .rows
        .iter()
        .rposition(|row| !row.iter().all(Cell::is_blank))
        .map_or(0, |last| last + 1);
    let below = settings.header_row.min(end);
    for row in 0..below.saturating_sub(1) {
        reader.ignore(row, above_header(sheet, row, below - 1));
    }
    let headers = below.checked_sub(1).map_or(&[][..], |header| &sheet.rows[header]);
    let mut asides = Vec::new();
    for (index, row) in sheet.rows[..end].iter().enumerate().skip(below) {
        match below_header(row, headers, &reader.fields) {
            RowKind::Ignored(reason) => reader.ignore(index, reason),
            RowKind::Aside => asides.push(index),
            RowKind::Data => match settings.target {
                ImportTarget::PhoneNumbers => reader.number_row(index, row),
                ImportTarget::EndUsers => reader.person_row(index, row),
                ImportTarget::ResourceAccounts
                | ImportTarget::CallQueues
                | ImportTarget::CallQueueAgents
                | ImportTarget::CallQueueGroups
                | ImportTarget::AutoAttendants
                | ImportTarget::Sites
                | ImportTarget::LosingAccountNumbers
                | ImportTarget::PortOrderEvents => {}
            },
        }
    }
    reader.settle_asides(&asides, sheet);
    reader.formula_values(sheet);
    reader.hidden(sheet);
    reader.finish()
}

/// Where each field stands in a row.
pub(super) struct Fields {
    column_of: HashMap<ImportField, usize>,
    field_at: Vec<Option<ImportField>>,
}

static EMPTY: Cell = Cell::Empty;

impl Fields {
    fn new(columns: &[ColumnMap]) -> Self {
        let width = columns.iter().map(|column| column.index + 1).max().unwrap_or(0);
        let mut fields = Self {
            column_of: HashMap::new(),
            field_at: vec![None; width],
        };
        for column in columns.iter().filter(|column| !column.secret) {
            if let Some(field) = column.field
                && !fields.column_of.contains_key(&field)
            {
                fields.column_of.insert(field, column.index);
                fields.field_at[column.index] = Some(field);
            }
        }
        fields
    }

    /// The cell of a field in this row; empty when the field is not mapped.
    pub(super) fn cell<'a>(&self, row: &'a [Cell], field: ImportField) -> &'a Cell {
        self.column_of
            .get(&field)
            .and_then(|index| row.get(*index))
            .unwrap_or(&EMPTY)
    }

    /// The field a column is mapped to.
    pub(super) fn at(&self, index: usize) -> Option<ImportField> {
        self.field_at.get(index).copied().flatten()
    }

    /// How many columns are mapped.
    pub(super) fn mapped(&self) -> usize {
        self.column_of.len()
    }
}

/// The field that a text sets and the code it stands for.
pub(super) type Code = Option<(ImportField, String)>;

/// What reading has gathered so far.
pub(super) struct Reader<'a> {
    pub(super) sheet: usize,
    pub(super) settings: &'a ImportSettings,
    pub(super) fields: Fields,
    pub(super) warnings: Warnings,
    pub(super) ranges: Vec<ExpandedRange>,
    pub(super) records: Vec<Record>,
    pub(super) expanded: usize,
    ignored: Vec<IgnoredRow>,
    codes: HashMap<ImportField, HashMap<String, Code>>,
}

impl<'a> Reader<'a> {
    fn new(sheet: usize, settings: &'a ImportSettings) -> Self {
        let mut codes: HashMap<ImportField, HashMap<String, Code>> = HashMap::new();
        for map in &settings.value_map {
            let known = map.values.iter().map(|choice| {
                (
                    choice.text.clone(),
                    choice.code.clone().map(|code| (choice.field, code)),
                )
            });
            codes.entry(map.field).or_default().extend(known);
        }
        Self {
            sheet,
            settings,
            fields: Fields::new(&settings.columns),
            warnings: Warnings::default(),
            ranges: Vec::new(),
            records: Vec::new(),
            expanded: 0,
            ignored: Vec::new(),
            codes,
        }
    }

    fn ignore(&mut self, row: usize, reason: RowReason) {
        self.ignored.push(IgnoredRow {
            sheet: self.sheet,
            source_row: row as u32 + 1,
            reason,
            of_row: None,
        });
    }

    /// The code that the text of a coded cell stands for.
    pub(super) fn code(&mut self, field: ImportField, text: &str) -> Code {
        let known = self.codes.entry(field).or_default();
        if let Some(code) = known.get(text) {
            return code.clone();
        }
        let shown = display_header(text);
        let code = known
            .get(&shown)
            .cloned()
            .unwrap_or_else(|| suggest_code(field, &shown).map(|(field, code)| (field, code.to_owned())));
        known.insert(text.to_owned(), code.clone());
        code
    }

    /// A lone text after the last record is a footnote, before it a section heading.
    fn settle_asides(&mut self, asides: &[usize], sheet: &Sheet) {
        let last = self.records.last().map_or(0, |record| record.source_row as usize);
        for &row in asides {
            let starred = sheet.rows[row]
                .iter()
                .any(|cell| matches!(cell, Cell::Text(text) if text.starts_with('*')));
            let footnote = row + 1 > last || starred;
            self.ignore(
                row,
                if footnote {
                    RowReason::FootnoteRow
                } else {
                    RowReason::SectionRow
                },
            );
        }
        self.ignored.sort_unstable_by_key(|row| row.source_row);
    }

    fn formula_values(&mut self, sheet: &Sheet) {
        let mut rows: Vec<u32> = sheet
            .formula_cells
            .iter()
            .filter(|(_, column)| self.fields.at(*column).is_some())
            .map(|(row, _)| *row as u32 + 1)
            .filter(|row| self.has_good_record(*row))
            .collect();
        rows.sort_unstable();
        for row in rows {
            self.warnings.add(IssueCode::FormulaValuesUsed, row);
        }
    }

    fn has_good_record(&self, row: u32) -> bool {
        let first = self.records.partition_point(|record| record.source_row < row);
        self.records[first..]
            .iter()
            .take_while(|record| record.source_row == row)
            .any(|record| record.rejection().is_none())
    }

    fn hidden(&mut self, sheet: &Sheet) {
        let mut warning = ImportWarning::new(IssueCode::HiddenRowsOrColumnsPresent);
        let hidden = sheet.hidden_rows.iter().map(|row| *row as u32);
        warning.rows = hidden
            .filter(|row| {
                self.records
                    .binary_search_by_key(row, |record| record.source_row)
                    .is_ok()
            })
            .collect();
        warning.rows.sort_unstable();
        let mut columns = sheet.hidden_columns.clone();
        columns.retain(|index| self.settings.columns.iter().any(|column| column.index == *index));
        columns.sort_unstable();
        warning.columns = columns.into_iter().map(column_letters).collect();
        if !warning.rows.is_empty() || !warning.columns.is_empty() {
            self.warnings.push(warning);
        }
    }

    fn finish(self) -> Reading {
        Reading {
            target: self.settings.target,
            records: self.records,
            ignored: self.ignored,
            warnings: self.warnings.finish(),
            ranges: self.ranges,
            links: Vec::new(),
            ambiguous_dates: Vec::new(),
        }
    }
}

/// The text of a cell without outer spaces and invisible characters; none when nothing is left.
pub(super) fn text_of(cell: &Cell) -> Option<String> {
    let invisible =
        |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}');
    let text = match cell {
        Cell::Empty | Cell::Error(_) => return None,
        Cell::Text(text) => text.trim_matches(invisible).to_owned(),
        Cell::Number(_) | Cell::Date(_) | Cell::Bool(_) => cell.display(),
    };
    (!text.is_empty()).then_some(text)
}
