//! Where the fields of a row stand: the confirmed columns by field and by numbered group, the values that hold
//! for every row, and the columns that are kept in the notes.

use super::texts::text_of;
use crate::mapping::{ColumnMap, FieldDefault, ImportField};
use crate::workbook::Cell;

pub(super) static EMPTY: Cell = Cell::Empty;

/// How many fields there are; a field is the index of its own entry.
const FIELDS: usize = <ImportField as crate::coded::Coded>::ALL.len();

/// One column of a field.
#[derive(Debug, Clone, Copy)]
struct Column<'a> {
    index: usize,
    group: Option<&'a str>,
}

/// Where each field stands in a row.
pub(super) struct Fields<'a> {
    columns: Vec<Vec<Column<'a>>>,
    field_at: Vec<Option<ImportField>>,
    defaults: Vec<Option<&'a Cell>>,
    kept: Vec<(usize, &'a str)>,
    headers: Vec<(usize, &'a str)>,
}

/// The defaults as cells, so that they are read as a column would be.
pub(super) fn default_cells(defaults: &[FieldDefault]) -> Vec<(ImportField, Cell)> {
    defaults
        .iter()
        .map(|default| (default.field, Cell::text(default.value.as_str())))
        .collect()
}

impl<'a> Fields<'a> {
    /// Secret columns are left out, whatever they are mapped to.
    pub(super) fn new(columns: &'a [ColumnMap], defaults: &'a [(ImportField, Cell)]) -> Self {
        let width = columns.iter().map(|column| column.index + 1).max().unwrap_or(0);
        let mut fields = Self {
            columns: vec![Vec::new(); FIELDS],
            field_at: vec![None; width],
            defaults: vec![None; FIELDS],
            kept: Vec::new(),
            headers: Vec::new(),
        };
        for column in columns.iter().filter(|column| !column.secret) {
            let header = column.header.as_str();
            match column.field {
                Some(field) => {
                    let group = column.group.as_deref();
                    let index = column.index;
                    fields.columns[field as usize].push(Column { index, group });
                    fields.field_at[index] = Some(field);
                }
                None if column.keep_in_notes => fields.kept.push((column.index, header)),
                None => {}
            }
            if !header.is_empty() {
                fields.headers.push((column.index, header));
            }
        }
        for (field, cell) in defaults {
            fields.defaults[*field as usize] = Some(cell);
        }
        fields
    }

    /// The cell of a field in this row: the first column's; of a field that several columns give, the first
    /// that holds anything within the group of the first column. An empty cell takes the default.
    pub(super) fn cell(&self, row: &'a [Cell], field: ImportField) -> &'a Cell {
        let columns = &self.columns[field as usize];
        let default = || self.defaults[field as usize].unwrap_or(&EMPTY);
        let Some(first) = columns.first() else {
            return default();
        };
        let candidates = if field.is_repeatable() {
            &columns[..]
        } else {
            &columns[..1]
        };
        candidates
            .iter()
            .filter(|column| column.group == first.group)
            .filter_map(|column| row.get(column.index))
            .find(|cell| !cell.is_blank())
            .unwrap_or_else(default)
    }

    /// The cell of a field in one numbered group; empty when the group has no such column.
    pub(super) fn cell_in(&self, row: &'a [Cell], field: ImportField, group: Option<&str>) -> &'a Cell {
        self.columns[field as usize]
            .iter()
            .filter(|column| column.group == group)
            .filter_map(|column| row.get(column.index))
            .find(|cell| !cell.is_blank())
            .unwrap_or(&EMPTY)
    }

    /// Every filled cell of a field with its group, in the order of the columns.
    pub(super) fn cells(
        &self,
        row: &'a [Cell],
        field: ImportField,
    ) -> impl Iterator<Item = (Option<&'a str>, &'a Cell)> {
        let filled = |column: &Column<'a>| {
            let cell = row.get(column.index).filter(|cell| !cell.is_blank())?;
            Some((column.group, cell))
        };
        self.columns[field as usize].iter().filter_map(filled)
    }

    /// Every filled cell of a field with its header, in the order of the columns.
    pub(super) fn headed(
        &self,
        row: &'a [Cell],
        field: ImportField,
    ) -> impl Iterator<Item = (&'a str, &'a Cell)> {
        let filled = |column: &Column<'a>| {
            let cell = row.get(column.index).filter(|cell| !cell.is_blank())?;
            Some((self.header(column.index), cell))
        };
        self.columns[field as usize].iter().filter_map(filled)
    }

    /// The groups of some fields, each once, in the order of the columns; no group counts as one.
    pub(super) fn groups(&self, fields: &[ImportField]) -> Vec<Option<&'a str>> {
        let mut columns: Vec<Column<'a>> = fields
            .iter()
            .flat_map(|field| &self.columns[*field as usize])
            .copied()
            .collect();
        columns.sort_by_key(|column| column.index);
        let mut groups = Vec::new();
        for column in columns {
            if !groups.contains(&column.group) {
                groups.push(column.group);
            }
        }
        groups
    }

    /// Whether a column or a default gives the field.
    pub(super) fn has(&self, field: ImportField) -> bool {
        !self.columns[field as usize].is_empty() || self.defaults[field as usize].is_some()
    }

    /// 0-based columns of a field.
    pub(super) fn indexes(&self, field: ImportField) -> impl Iterator<Item = usize> {
        self.columns[field as usize].iter().map(|column| column.index)
    }

    /// The field a column is mapped to.
    pub(super) fn at(&self, index: usize) -> Option<ImportField> {
        self.field_at.get(index).copied().flatten()
    }

    /// How many columns are mapped.
    pub(super) fn mapped(&self) -> usize {
        self.field_at.iter().flatten().count()
    }

    /// How many columns the table has.
    pub(super) fn width(&self) -> usize {
        self.field_at.len()
    }

    /// The header of a column; empty where there is none.
    pub(super) fn header(&self, index: usize) -> &'a str {
        let place = self.headers.binary_search_by_key(&index, |(column, _)| *column);
        place.map_or("", |place| self.headers[place].1)
    }

    /// The columns that have a header, in their order.
    pub(super) fn headers(&self) -> &[(usize, &'a str)] {
        &self.headers
    }

    /// The columns of the record: those that are mapped and those that are kept in the notes.
    pub(super) fn read_columns(&self) -> impl Iterator<Item = usize> {
        let mapped = self.field_at.iter().enumerate();
        let mapped = mapped.filter_map(|(index, field)| field.map(|_| index));
        mapped.chain(self.kept.iter().map(|(index, _)| *index))
    }

    /// The notes of a row: the mapped columns, then `header: text` of the columns that are kept.
    pub(super) fn notes(&self, row: &'a [Cell]) -> Option<String> {
        let mut notes: Option<String> = None;
        let mut add = |line: String| match &mut notes {
            Some(notes) => {
                notes.push('\n');
                notes.push_str(&line);
            }
            None => notes = Some(line),
        };
        let mut said = false;
        for (_, cell) in self.cells(row, ImportField::Notes) {
            if let Some(text) = text_of(cell) {
                said = true;
                add(text);
            }
        }
        if let (false, Some(cell)) = (said, self.defaults[ImportField::Notes as usize])
            && let Some(text) = text_of(cell)
        {
            add(text);
        }
        for (index, header) in &self.kept {
            if let Some(text) = row.get(*index).and_then(text_of) {
                add(if header.is_empty() {
                    text
                } else {
                    format!("{header}: {text}")
                });
            }
        }
        notes
    }
}
