//! Values that stand above a table and hold for all its rows: `BTN: (214) 555-0199`, `Carrier | Verizon`.
//!
//! Account numbers and PINs stand there too; they are recognised as secrets, which end a value, and never kept.

use super::header::{display_header, is_secret_header};
use super::header_row::Header;
use super::synonyms::{self, Meaning};
use super::{FieldDefault, ImportField};
use crate::enums::ImportTarget;
use crate::workbook::{Cell, Sheet};

/// Fields that one value may hold for a whole list.
const SHARED: [ImportField; 12] = [
    ImportField::Carrier,
    ImportField::Btn,
    ImportField::FocDate,
    ImportField::OrderDate,
    ImportField::RateCenter,
    ImportField::Site,
    ImportField::Pon,
    ImportField::CutoverDate,
    ImportField::UsageLocation,
    ImportField::LicenseSku,
    ImportField::VoiceRoutingPolicy,
    ImportField::DialPlan,
];
/// A longer text is a sentence, not a value.
const VALUE_LENGTH: usize = 60;
/// The longest label, in words.
const LABEL_WORDS: usize = 5;

/// A label must be known as it stands, or words of the value before it would belong to it.
const LABEL_STRENGTH: u8 = 85;

/// Words that make a carrier the one that numbers go to, which says nothing of whom they leave.
const GAINING: [&str; 5] = ["gaining", "new", "winning", "receiving", "target"];

/// What a label says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Field(ImportField),
    Secret,
    /// Any other label that ends with a colon.
    Other,
}

/// The values in the rows above the header; the first of a field counts.
pub(super) fn above(sheet: &Sheet, header: Header, target: ImportTarget) -> Vec<FieldDefault> {
    let end = header.row.saturating_sub(header.rows.max(1));
    let mut found: Vec<FieldDefault> = Vec::new();
    for (row, cells) in sheet.rows.iter().enumerate().take(end) {
        for (field, value) in row_pairs(cells) {
            let known = found.iter().any(|default| default.field == field);
            let short = !value.is_empty() && value.chars().count() <= VALUE_LENGTH;
            if short && !known && field.belongs_to(target) {
                found.push(FieldDefault {
                    field,
                    value,
                    source_row: Some(row as u32 + 1),
                });
            }
        }
    }
    found
}

fn row_pairs(cells: &[Cell]) -> Vec<(ImportField, String)> {
    let filled: Vec<String> = cells
        .iter()
        .filter(|cell| !cell.is_blank())
        .take(40)
        .map(|cell| match cell {
            // Two spaces separate pairs in one cell and must survive.
            Cell::Text(text) => text.trim().to_owned(),
            Cell::Empty | Cell::Number(_) | Cell::Date(_) | Cell::Bool(_) | Cell::Error(_) => cell.display(),
        })
        .collect();
    let mut pairs = Vec::new();
    let mut index = 0;
    while index < filled.len() {
        let text = &filled[index];
        let value = filled.get(index + 1);
        match (label(text.trim_end_matches([':', '=', ' '])), value) {
            (Some(Label::Field(field)), Some(value)) if label(value).is_none() => {
                pairs.push((field, display_header(value)));
                index += 1;
            }
            (Some(Label::Secret), Some(_)) => index += 1,
            _ => pairs.extend(text_pairs(text)),
        }
        index += 1;
    }
    pairs
}

/// `Carrier: Verizon   BTN: (214) 555-0199   Acct# A-0042-77`
fn text_pairs(text: &str) -> Vec<(ImportField, String)> {
    let mut marks: Vec<(usize, usize, Label)> = Vec::new();
    for (at, sign) in text.char_indices().filter(|(_, c)| matches!(c, ':' | '=' | '#')) {
        let from = marks.last().map_or(0, |mark| mark.1);
        if at < from {
            continue;
        }
        let end = at + sign.len_utf8();
        let found = longest_label(text, from, at).or_else(|| {
            let other = sign != '#' && !text[..at].ends_with(|c: char| c.is_ascii_digit());
            other.then_some((last_word(text, from, at), Label::Other))
        });
        if let Some((start, label)) = found {
            marks.push((start, end, label));
        }
    }
    let mut pairs = Vec::new();
    for (place, (_, end, label)) in marks.iter().enumerate() {
        let until = marks.get(place + 1).map_or(text.len(), |next| next.0);
        let value = text.get(*end..until).unwrap_or_default();
        let value = value
            .split(['\n', ';', '|', '\t'])
            .find(|part| !part.trim().is_empty())
            .unwrap_or_default();
        let value = value
            .trim()
            .split("   ")
            .next()
            .unwrap_or_default()
            .trim_matches([' ', ',', '-', ':', '=', '#']);
        if let Label::Field(field) = label {
            pairs.push((*field, display_header(value)));
        }
    }
    pairs
}

/// Where the longest known label that ends at `at` begins.
fn longest_label(text: &str, from: usize, at: usize) -> Option<(usize, Label)> {
    let starts = word_starts(text, from, at);
    let starts = &starts[starts.len().saturating_sub(LABEL_WORDS)..];
    let (start, label) = starts
        .iter()
        .find_map(|start| label(&text[*start..at]).map(|label| (*start, label)))?;
    let before = last_word(text, from, start);
    let word = text[before..start].trim().to_lowercase();
    if label == Label::Field(ImportField::Carrier) && GAINING.contains(&word.as_str()) {
        return Some((before, Label::Other));
    }
    Some((start, label))
}

fn last_word(text: &str, from: usize, at: usize) -> usize {
    word_starts(text, from, at).last().copied().unwrap_or(at)
}

fn word_starts(text: &str, from: usize, at: usize) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut before = ' ';
    for (index, c) in text[from..at].char_indices() {
        if !c.is_whitespace() && (before.is_whitespace() || matches!(before, ',' | ';' | '|')) {
            starts.push(from + index);
        }
        before = c;
    }
    starts
}

fn label(text: &str) -> Option<Label> {
    if text.len() > 60 || text.trim().is_empty() || text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let known = synonyms::known(text).filter(|known| known.strength >= LABEL_STRENGTH);
    let fields = match known.map(|known| known.meaning) {
        Some(Meaning::Fields(fields)) => fields,
        Some(Meaning::LeftOut(_)) | None => return is_secret_header(text).then_some(Label::Secret),
    };
    fields
        .iter()
        .find(|field| SHARED.contains(field))
        .map(|field| Label::Field(*field))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ImportField::{Btn, Carrier, FocDate};

    #[test]
    fn pairs_in_one_cell_and_in_two() {
        let one = "Carrier: Verizon   BTN: (214) 555-0199   Acct# A-0042-77";
        assert_eq!(
            text_pairs(one),
            [
                (Carrier, "Verizon".to_owned()),
                (Btn, "(214) 555-0199".to_owned())
            ]
        );
        let both = "Gaining carrier: Verizon   Losing carrier: Old Telco";
        assert_eq!(text_pairs(both), [(Carrier, "Old Telco".to_owned())]);
        assert_eq!(text_pairs("New carrier: Verizon"), []);
        let tight = "Carrier: Verizon Business BTN: 214-555-0199 Account Number: A-1 FOC Date: 11/30/2026";
        let found = text_pairs(tight);
        assert_eq!(found[0], (Carrier, "Verizon Business".to_owned()));
        assert_eq!(found[1], (Btn, "214-555-0199".to_owned()));
        assert_eq!(found[2], (FocDate, "11/30/2026".to_owned()));
        let cells = [
            Cell::text("FOC date"),
            Cell::Empty,
            Cell::text("2026-11-30"),
            Cell::text("Account"),
            Cell::text("A-7"),
        ];
        assert_eq!(row_pairs(&cells), [(FocDate, "2026-11-30".to_owned())]);
    }
}
