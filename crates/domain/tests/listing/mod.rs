//! Sheets for the tests of planning.
#![allow(dead_code, reason = "each test file uses a part")]

use portflow_domain::enums::ImportTarget;
use portflow_domain::import::*;
use portflow_domain::mapping::{ColumnMap, ImportField};
use portflow_domain::number::Country;
use portflow_domain::workbook::{Cell, Sheet};

/// A sheet whose columns are mapped one by one, so that reading and planning are tested and guessing is not.
pub struct Listing {
    /// What the rows list.
    pub target: ImportTarget,
    /// The field of each column.
    pub fields: Vec<ImportField>,
    /// The cells of each row.
    pub rows: Vec<Vec<String>>,
}

impl Listing {
    /// Reads the sheet as the one at `place`.
    pub fn read(&self, place: usize) -> Reading {
        let header = self
            .fields
            .iter()
            .map(|field| Cell::Text(field.to_string().into()))
            .collect();
        let row = |row: &Vec<String>| row.iter().map(|text| Cell::text(text.as_str())).collect();
        let sheet = Sheet {
            name: self.target.to_string(),
            rows: std::iter::once(header).chain(self.rows.iter().map(row)).collect(),
            ..Sheet::default()
        };
        let column = |(index, field): (usize, &ImportField)| ColumnMap {
            index,
            header: field.to_string(),
            field: Some(*field),
            group: None,
            keep_in_notes: false,
            confidence: 100,
            why: String::new(),
            samples: Vec::new(),
            secret: false,
        };
        let settings = ImportSettings {
            target: self.target,
            header_row: 1,
            format_id: None,
            columns: self.fields.iter().enumerate().map(column).collect(),
            value_map: Vec::new(),
            defaults: Vec::new(),
            date_order: None,
            country: Country::US,
            is_demo: true,
        };
        read_rows(place, &sheet, &settings)
    }
}

/// Plans the sheets together.
pub fn planned(listings: &[Listing], existing: &Existing) -> ImportPlan {
    chosen(listings, existing, &PlanChoices::default())
}

/// Plans the sheets together with what a person chose.
pub fn chosen(listings: &[Listing], existing: &Existing, choices: &PlanChoices) -> ImportPlan {
    let readings = listings
        .iter()
        .enumerate()
        .map(|(place, listing)| listing.read(place));
    plan(readings.collect(), existing, choices)
}

/// A sheet from fields and lines of cells, both separated by `|`.
pub fn lines(target: ImportTarget, fields: &str, rows: &[&str]) -> Listing {
    use portflow_domain::coded::Coded;
    let field = |code: &str| ImportField::from_code(code).unwrap_or_else(|| panic!("no field {code}"));
    let cells = |row: &&str| row.split('|').map(str::to_owned).collect();
    Listing {
        target,
        fields: fields.split('|').map(field).collect(),
        rows: rows.iter().map(cells).collect(),
    }
}
