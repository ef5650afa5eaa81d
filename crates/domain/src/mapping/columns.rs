//! A suggestion for every column of a table, from its header and its cells.

use super::synonyms::Meaning;
use super::{ImportField, header, synonyms};
use crate::enums::ImportTarget;
use crate::number::{Country, NumberIssue, parse_cell};
use crate::workbook::{Cell, Sheet};

/// How many rows below the header serve as evidence.
const EVIDENCE_ROWS: usize = 200;
/// How many sample values a column shows, and how long each may be.
const SAMPLES: usize = 3;
const SAMPLE_LENGTH: usize = 60;
/// The percentage of cells of one kind that makes up for an unknown header.
const CLEAR_SHARE: u8 = 60;

/// What one column is taken for. The person may change `field`; everything else explains.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ColumnMap {
    /// 0-based position in the sheet.
    pub index: usize,
    /// The header on one line; empty where there is none.
    #[serde(default)]
    pub header: String,
    /// The meaning; none = not imported.
    pub field: Option<ImportField>,
    /// Which of a numbered group of columns it is (`Directory Number 2`, `agentUserId[1]`), from 1; a menu key.
    #[serde(default)]
    pub group: Option<String>,
    /// Whether the cells of a column without a field are kept as `header: text` lines of the notes.
    #[serde(default)]
    pub keep_in_notes: bool,
    /// How sure the suggestion is, 0 to 100.
    #[serde(default)]
    pub confidence: u8,
    /// Why, as a sentence.
    #[serde(default)]
    pub why: String,
    /// The first few different values; none for a secret column.
    #[serde(default)]
    pub samples: Vec<String>,
    /// Whether the column holds secrets: never mapped, sampled or kept.
    #[serde(default)]
    pub secret: bool,
}

/// Suggests a meaning for each column of the table whose header is in `header_row` (1-based; 0 = none).
pub fn columns_at(
    sheet: &Sheet,
    header_row: usize,
    target: ImportTarget,
    country: Country,
) -> Vec<ColumnMap> {
    let rows = sheet.rows.get(header_row..).unwrap_or_default();
    let evidence = &rows[..rows.len().min(EVIDENCE_ROWS)];
    let headers = if header_row == 0 {
        None
    } else {
        sheet.rows.get(header_row - 1)
    };
    let width = evidence
        .iter()
        .map(Vec::len)
        .chain(headers.map(Vec::len))
        .max()
        .unwrap_or(0);
    let mut columns: Vec<ColumnMap> = (0..width)
        .map(|index| {
            let text = headers
                .and_then(|cells| cells.get(index))
                .map(Cell::display)
                .unwrap_or_default();
            column(index, &text, evidence, target, country)
        })
        .filter(|column| !column.header.is_empty() || !column.samples.is_empty())
        .collect();
    keep_best(&mut columns);
    columns
}

fn column(
    index: usize,
    text: &str,
    evidence: &[Vec<Cell>],
    target: ImportTarget,
    country: Country,
) -> ColumnMap {
    let shown = header::display_header(text);
    let normalised = header::normalise_header(text);
    let known = synonyms::meaning(&normalised, target);
    let secret = known.is_none() && header::is_secret_header(&normalised);
    let base = ColumnMap {
        index,
        header: shown,
        field: None,
        group: None,
        keep_in_notes: false,
        confidence: 0,
        why: String::new(),
        samples: Vec::new(),
        secret,
    };
    if secret {
        let why = "Passwords, PINs and account numbers are not imported.".to_owned();
        return ColumnMap {
            confidence: 100,
            why,
            ..base
        };
    }
    let cells = || {
        evidence
            .iter()
            .filter_map(|row| row.get(index))
            .filter(|cell| !cell.is_blank())
    };
    let samples = samples(cells());
    let numbers = share(cells(), |cell| is_number_like(cell, country));
    let addresses = share(
        cells(),
        |cell| matches!(cell, Cell::Text(text) if text.contains('@')),
    );
    let (field, confidence, why) = match known {
        Some(meaning) => from_header(meaning, &base.header, target, numbers, addresses),
        None => from_cells(target, numbers, addresses),
    };
    ColumnMap {
        field,
        confidence,
        why,
        samples,
        ..base
    }
}

/// Field, confidence and reason of a suggestion.
type Suggestion = (Option<ImportField>, u8, String);

fn from_header(
    meaning: Meaning,
    header: &str,
    target: ImportTarget,
    numbers: u8,
    addresses: u8,
) -> Suggestion {
    match meaning {
        Meaning::LeftOut(why) => (None, 90, why.to_owned()),
        Meaning::Field(field) if field.belongs_to(target) => {
            let why = format!("The header \"{header}\" is known for this.");
            (Some(field), agreement(field, numbers, addresses), why)
        }
        Meaning::Field(_) => (None, 60, "Known, but not for this kind of list.".to_owned()),
    }
}

/// An unknown header may still stand over cells that speak for themselves.
fn from_cells(target: ImportTarget, numbers: u8, addresses: u8) -> Suggestion {
    if numbers >= CLEAR_SHARE {
        (
            Some(ImportField::E164),
            55,
            format!("{numbers} % of the cells are telephone numbers."),
        )
    } else if addresses >= CLEAR_SHARE && target == ImportTarget::EndUsers {
        (
            Some(ImportField::Upn),
            55,
            format!("{addresses} % of the cells are addresses with an @."),
        )
    } else {
        (None, 0, "Nothing is known about this header.".to_owned())
    }
}

/// How well the cells bear out what the header says.
fn agreement(field: ImportField, numbers: u8, addresses: u8) -> u8 {
    let scaled = |share: u8| 60 + (u32::from(share) * 38 / 100) as u8;
    if field == ImportField::E164 {
        scaled(numbers)
    } else if field == ImportField::Upn {
        scaled(addresses)
    } else {
        90
    }
}

/// Percentage of the cells for which `holds`.
fn share<'a>(cells: impl Iterator<Item = &'a Cell>, holds: impl Fn(&Cell) -> bool) -> u8 {
    let (mut all, mut held) = (0_usize, 0_usize);
    for cell in cells {
        all += 1;
        held += usize::from(holds(cell));
    }
    (held * 100).checked_div(all).unwrap_or(0) as u8
}

/// Usable numbers, and those that plainly want to be one.
fn is_number_like(cell: &Cell, country: Country) -> bool {
    match parse_cell(cell, country) {
        Ok(_) => true,
        Err(error) => matches!(
            error.issue,
            NumberIssue::MissingAreaCode
                | NumberIssue::RangeReversed
                | NumberIssue::RangeTooLarge
                | NumberIssue::ScientificNotationLostDigits
        ),
    }
}

fn samples<'a>(cells: impl Iterator<Item = &'a Cell>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for cell in cells {
        let text: String = header::display_header(&cell.display())
            .chars()
            .take(SAMPLE_LENGTH)
            .collect();
        if !text.is_empty() && !found.contains(&text) {
            found.push(text);
        }
        if found.len() == SAMPLES {
            break;
        }
    }
    found
}

/// Leaves every field to the one column that fits it best; the first wins a tie.
fn keep_best(columns: &mut [ColumnMap]) {
    for position in 0..columns.len() {
        let Some(field) = columns[position].field else {
            continue;
        };
        let rival = columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.field == Some(field))
            .max_by_key(|(other, column)| (column.confidence, std::cmp::Reverse(*other)));
        if let Some((best, _)) = rival.filter(|(best, _)| *best != position) {
            let why = format!("The column \"{}\" fits better.", columns[best].header);
            let column = &mut columns[position];
            (column.field, column.confidence, column.why) = (None, 50, why);
        }
    }
}
