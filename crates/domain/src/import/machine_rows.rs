//! Rows of lines that end at machines: in a list of their own, or among the telephones of common areas.

use super::found_rows::Told;
use super::number_cells::Said;
use super::place_words::machine;
use super::reader::Reader;
use super::site_row_values::{SiteHints, SiteRow, SiteRowValues, SpecialLineRow};
use super::{Issue, IssueCode, RecordValues};
use crate::enums::{self, ImportTarget};
use crate::mapping::ImportField::*;
use crate::workbook::Cell;

impl<'a> Reader<'a> {
    pub(super) fn special_line_row(&mut self, source_row: u32, row: &'a [Cell]) {
        let mut told = Told::default();
        let place = self.name(row, Place, source_row);
        let described = self.name(row, Description, source_row);
        let written = self.text(row, SpecialLineKind);
        let by_words = [&written, &described, &place]
            .into_iter()
            .flatten()
            .find_map(|text| machine(text));
        let coded = written
            .as_deref()
            .and_then(|text| self.coded_text(SpecialLineKind, text));
        let kind = coded.or(by_words);
        if kind.is_none() && written.is_none() && described.is_none() && place.is_none() {
            let why = "The row does not say what hangs on the line, nor where it ends.";
            let issue = Issue::error(IssueCode::MissingIdentity, SpecialLineKind, "", why);
            return self.reject(source_row, ImportTarget::SpecialLines, issue);
        }
        if let Some(text) = written.filter(|_| coded.is_none()) {
            told.keep("Kind", &text);
        }
        let location = place.clone().or_else(|| described.clone());
        if let Some(text) = described.clone().filter(|text| location.as_ref() != Some(text)) {
            told.lines.push(text);
        }
        let read = self.said(self.fields.cell(row, E164), E164, source_row, &mut told.issues);
        let numbers: Vec<Option<String>> = match read {
            Err(issue) => return self.reject(source_row, ImportTarget::SpecialLines, issue),
            Ok(Said::Nothing) => vec![None],
            Ok(Said::Extension(extension)) => {
                told.keep("Extension", &extension);
                vec![None]
            }
            Ok(Said::Numbers(cell)) => cell
                .numbers
                .into_iter()
                .map(|it| Some(it.e164.to_string()))
                .collect(),
        };
        let values = SpecialLineRow {
            kind: kind.unwrap_or(enums::SpecialLineKind::Other),
            number: None,
            location,
            owner: self.name(row, Owner, source_row),
            decision: self.choice(row, SpecialLineDecision, source_row, &mut told.issues),
            decided_by: self.text(row, DecidedBy),
            notes: self.found_notes(row, &mut told),
        };
        let names: Vec<String> = place.into_iter().chain(described).collect();
        for number in numbers {
            let found = SiteRow::SpecialLine(Box::new(SpecialLineRow {
                number,
                ..values.clone()
            }));
            let issues = std::mem::take(&mut told.issues);
            self.push_found(source_row, row, found, names.clone(), issues);
        }
    }

    /// The line of a machine among the telephones of a common area: it needs a decision, whatever its number is.
    pub(super) fn machine_among_phones(&mut self, source_row: u32, row: &'a [Cell]) {
        let Some(name) = self.text(row, Description) else {
            return;
        };
        let Some(kind) = machine(&name) else { return };
        let Some(site) = self.text(row, Site) else { return };
        let mut told = Told::default();
        let number = match self.said(self.fields.cell(row, E164), E164, source_row, &mut told.issues) {
            Ok(Said::Numbers(cell)) => cell.numbers.into_iter().next().map(|it| it.e164.to_string()),
            Ok(Said::Nothing | Said::Extension(_)) | Err(_) => None,
        };
        let found = SiteRow::SpecialLine(Box::new(SpecialLineRow {
            kind,
            number,
            location: Some(name),
            owner: None,
            decision: None,
            decided_by: None,
            notes: None,
        }));
        let values = SiteRowValues {
            site: Some(site),
            hints: SiteHints::default(),
            row: found,
        };
        let values = RecordValues::SiteRow(Box::new(values));
        self.push(source_row, ImportTarget::SpecialLines, "", values, Vec::new());
    }
}
