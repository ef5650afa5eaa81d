//! Rows of a number list.

use chrono::NaiveDate;

use super::dates::{Dated, read_date};
use super::lines::{Line, short_dial};
use super::name_words::use_of;
use super::reader::Reader;
use super::texts::text_of;
use super::{Issue, IssueCode, NumberValues, RecordValues};
use crate::coded::Coded;
use crate::enums::ImportTarget;
use crate::mapping::{CARRIERS, ImportField};
use crate::number::{CellNumbers, NumberIssue, ParsedNumber};
use crate::workbook::Cell;

impl<'a> Reader<'a> {
    /// Reads a row of a number list into one record per number.
    pub(super) fn number_row(&mut self, source_row: u32, row: &'a [Cell]) {
        let mut issues = Vec::new();
        if self.is_common_area {
            self.machine_among_phones(source_row, row);
        }
        let line = match self.required_line(row, source_row, &mut issues) {
            Ok(line) => line,
            Err(issue) => return self.reject(source_row, ImportTarget::PhoneNumbers, issue),
        };
        self.line_records(line, row, source_row, issues);
        self.further_number_rows(row, source_row);
    }

    /// The other lines of a row that lists numbers.
    fn further_number_rows(&mut self, row: &'a [Cell], source_row: u32) {
        let mut issues = Vec::new();
        for line in self.further_lines(row, source_row, &mut issues) {
            match line {
                Ok(Line { numbers: None, .. }) => {}
                Ok(line) => self.line_records(line, row, source_row, std::mem::take(&mut issues)),
                Err(issue) => self.reject(source_row, ImportTarget::PhoneNumbers, issue),
            }
        }
    }

    /// The first line of a row that must have a number.
    fn required_line(
        &mut self,
        row: &'a [Cell],
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> Result<Line, Issue> {
        let cell = self.fields.cell(row, ImportField::E164);
        let plain = !self.fields.has(ImportField::NumberMask)
            && !self.fields.has(ImportField::Extension)
            && !matches!(cell, Cell::Text(text) if text.contains('|'));
        if plain {
            let numbers = self
                .numbers(cell)
                .map_err(|error| Issue::number(&error, cell.display().trim()))?;
            self.note_spelling(&numbers, cell, source_row, issues);
            let written = text_of(cell).unwrap_or_default();
            return Ok(Line {
                numbers: Some(numbers),
                written,
                ..Line::default()
            });
        }
        let line = self.first_line(row, source_row, issues)?;
        if line.numbers.is_some() {
            return Ok(line);
        }
        if !cell.is_blank() {
            // A promise such as "TBD" is no number of an inventory.
            self.numbers(cell)
                .map_err(|error| Issue::number(&error, cell.display().trim()))?;
        }
        let issue = match line.extension {
            Some(extension) => short_dial(&extension),
            None => Issue::number(&NumberIssue::MissingNumber.into(), ""),
        };
        let listed = [ImportField::E164, ImportField::Extension]
            .into_iter()
            .find(|field| self.fields.has(*field));
        Err(Issue {
            field: listed,
            ..issue
        })
    }

    /// One record per number of a line; what the row says holds for all of them.
    fn line_records(&mut self, line: Line, row: &'a [Cell], source_row: u32, mut issues: Vec<Issue>) {
        let Some(cell) = line.numbers else { return };
        let Some(first) = cell.numbers.first().cloned() else {
            return;
        };
        let mut template = self.number_values(first, row, source_row, &mut issues);
        template.description = template.description.or(line.name).or_else(|| self.full_name(row));
        template.legacy_extension = template.legacy_extension.or(line.extension);
        template.number_type = line.number_type.or(template.number_type);
        if template.number_type.is_none() && !self.fields.has(ImportField::NumberType) {
            template.number_type = template.description.as_deref().and_then(use_of);
        }
        issues.extend(self.quantity(row, &cell, source_row));
        let mut issues = Some(issues);
        let last = cell.numbers.len() - 1;
        for (place, number) in cell.numbers.into_iter().enumerate() {
            let mut said = if place == last {
                issues.take()
            } else {
                issues.clone()
            }
            .unwrap_or_default();
            said.extend(self.fictitious(&number.e164));
            let mut values = template.clone();
            (values.e164, values.extension) = (number.e164, number.extension);
            let values = RecordValues::PhoneNumber(Box::new(values));
            self.push(
                source_row,
                ImportTarget::PhoneNumbers,
                &line.written,
                values,
                said,
            );
        }
    }

    pub(super) fn number_values(
        &mut self,
        number: ParsedNumber,
        row: &'a [Cell],
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> NumberValues {
        let note = number.note.clone();
        let mut values = NumberValues::of(number);
        values.description = self.name(row, ImportField::Description, source_row).or(note);
        values.btn = self.text(row, ImportField::Btn);
        values.rate_center = self.text(row, ImportField::RateCenter);
        values.notes = self.fields.notes(row);
        if let Some(site) = self.text(row, ImportField::Site) {
            let line = format!("Site: {site}");
            values.notes = Some(
                values
                    .notes
                    .map_or_else(|| line.clone(), |notes| format!("{notes}\n{line}")),
            );
        }
        let holder = self.text(row, ImportField::AssignedToUpn);
        values.assigned_to = holder.map(|upn| upn.to_lowercase());
        values.foc_date = self.date(row, ImportField::FocDate, source_row, issues);
        values.order_date = self.date(row, ImportField::OrderDate, source_row, issues);
        self.carrier(row, source_row, &mut values);
        const CODED: [ImportField; 4] = [
            ImportField::NumberType,
            ImportField::Usage,
            ImportField::PortingStatus,
            ImportField::Disposition,
        ];
        for field in CODED {
            self.coded(row, field, source_row, &mut values, issues);
        }
        values
    }

    /// The date in a field's cell; an unreadable one is left out with a warning.
    pub(super) fn date(
        &mut self,
        row: &'a [Cell],
        field: ImportField,
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> Option<NaiveDate> {
        let cell = self.fields.cell(row, field);
        if cell.is_blank() {
            return None;
        }
        let (code, text) = match read_date(cell, self.dates.order(field)) {
            Dated::Day(day) => return Some(day),
            Dated::Ambiguous => {
                self.ambiguous_dates.push(source_row);
                let text = "The month or the day may come first, so the date was left out. Say which does.";
                (IssueCode::AmbiguousDate, text)
            }
            Dated::Unreadable => {
                let text = "This is no date that can be read; it was left out.";
                (IssueCode::InvalidDate, text)
            }
        };
        issues.push(Issue::warning(code, field, cell.display().trim(), text));
        self.warnings.add(code, source_row);
        None
    }

    fn carrier(&mut self, row: &'a [Cell], source_row: u32, values: &mut NumberValues) {
        let cell = self.fields.cell(row, ImportField::Carrier);
        let Some(text) = text_of(cell) else { return };
        let raw = cell.display();
        values.current_carrier = match self.code(ImportField::Carrier, &raw) {
            Some((_, code)) => {
                let name = CARRIERS
                    .iter()
                    .find(|carrier| carrier.code == code)
                    .map_or(code.as_str(), |c| c.name);
                if raw != name {
                    self.warnings.add(IssueCode::CarrierNormalised, source_row);
                }
                Some(code)
            }
            None => Some(text),
        };
    }

    fn coded(
        &mut self,
        row: &'a [Cell],
        field: ImportField,
        source_row: u32,
        values: &mut NumberValues,
        issues: &mut Vec<Issue>,
    ) {
        let Some(text) = text_of(self.fields.cell(row, field)) else {
            return;
        };
        let Some((sets, code)) = self.code(field, &text) else {
            let why = "This text stands for no known value; it was left out.";
            issues.push(Issue::warning(IssueCode::UnmappedValue, field, &text, why));
            return self.warnings.add(IssueCode::UnmappedValue, source_row);
        };
        if sets == ImportField::NumberType {
            values.number_type = Coded::from_code(&code);
        } else if sets == ImportField::Usage {
            values.usage = Coded::from_code(&code);
        } else if sets == ImportField::PortingStatus {
            values.porting_status = Coded::from_code(&code);
        } else if sets == ImportField::Disposition {
            values.disposition = Coded::from_code(&code).or(values.disposition);
        }
        if field == ImportField::PortingStatus && sets == ImportField::Disposition {
            let why = "The status says what becomes of the number, so it was read as the disposition.";
            issues.push(Issue::warning(IssueCode::DoNotPortText, field, &text, why));
            self.warnings.add(IssueCode::DoNotPortText, source_row);
        }
    }

    fn quantity(&mut self, row: &'a [Cell], numbers: &CellNumbers, source_row: u32) -> Option<Issue> {
        let cell = self.fields.cell(row, ImportField::QuantityCheck);
        let said = text_of(cell)?.parse::<usize>().ok()?;
        let found = numbers.numbers.len();
        if said == found {
            return None;
        }
        self.warnings.add(IssueCode::QuantityMismatch, source_row);
        let text = format!("The quantity says {said}, but the row holds {found}.");
        Some(Issue::warning(
            IssueCode::QuantityMismatch,
            ImportField::QuantityCheck,
            &said.to_string(),
            text,
        ))
    }
}
