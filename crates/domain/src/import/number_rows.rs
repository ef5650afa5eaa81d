//! Rows of a number list.

use chrono::NaiveDate;

use super::dates::read_date;
use super::read::{EXPANSION_LIMIT, Reader, text_of};
use super::{ExpandedRange, Issue, IssueCode, NumberValues, Record, RecordValues};
use crate::coded::Coded;
use crate::enums::ImportTarget;
use crate::mapping::{CARRIERS, ImportField};
use crate::number::nanp::findings;
use crate::number::{CellNumbers, E164, NumberError, NumberIssue, ParsedNumber, Spelling, parse_cell};
use crate::workbook::Cell;

impl Reader<'_> {
    /// Reads a row of a number list into one record per number.
    pub(super) fn number_row(&mut self, index: usize, row: &[Cell]) {
        let source_row = index as u32 + 1;
        let cell = self.fields.cell(row, ImportField::E164);
        let numbers = match self.numbers(cell) {
            Ok(numbers) => numbers,
            Err(error) => {
                let issue = Issue::number(&error, cell.display().trim());
                return self.records.push(rejected(
                    self.sheet,
                    source_row,
                    ImportTarget::PhoneNumbers,
                    issue,
                ));
            }
        };
        let written = text_of(cell).unwrap_or_default();
        self.note_spelling(&numbers, source_row);
        let mut issues = Vec::new();
        let first = numbers.numbers[0].clone();
        let template = self.number_values(first, row, source_row, &mut issues);
        issues.extend(self.quantity(row, &numbers, source_row));
        for (ordinal, number) in numbers.numbers.into_iter().enumerate() {
            let mut issues = issues.clone();
            issues.extend(self.fictitious(&number.e164));
            let values = NumberValues {
                e164: number.e164,
                extension: number.extension,
                ..template.clone()
            };
            self.records.push(Record {
                sheet: self.sheet,
                source_row,
                ordinal: ordinal as u32,
                entity: ImportTarget::PhoneNumbers,
                written: written.clone(),
                values: Some(RecordValues::PhoneNumber(Box::new(values))),
                issues,
            });
        }
    }

    /// The numbers of a cell, as long as the sheet's ranges stay within bounds.
    pub(super) fn numbers(&mut self, cell: &Cell) -> Result<CellNumbers, NumberError> {
        let numbers = parse_cell(cell, self.settings.country)?;
        if numbers.numbers.len() > 1 {
            self.expanded += numbers.numbers.len();
            if self.expanded > EXPANSION_LIMIT {
                return Err(NumberIssue::RangeTooLarge.into());
            }
        }
        Ok(numbers)
    }

    /// Notes ranges, lists and foreign numbers for the whole sheet.
    pub(super) fn note_spelling(&mut self, cell: &CellNumbers, source_row: u32) {
        let numbers = &cell.numbers;
        let (from, to) = (&numbers[0].e164, &numbers[numbers.len() - 1].e164);
        match cell.spelling {
            Spelling::One => {}
            Spelling::Several => self.warnings.add(IssueCode::SeveralNumbersInCell, source_row),
            Spelling::Range | Spelling::ShortList => {
                let listed = cell.spelling == Spelling::ShortList;
                let list = if listed {
                    numbers.iter().map(|n| n.e164.clone()).collect()
                } else {
                    Vec::new()
                };
                let range = ExpandedRange {
                    sheet: self.sheet,
                    source_row,
                    from: from.clone(),
                    to: to.clone(),
                    count: numbers.len(),
                    list,
                };
                self.ranges.push(range);
            }
        }
        let home = self.settings.country;
        let foreign = |number: &E164| match home.is_nanp() {
            true => !number.is_nanp(),
            false => home
                .calling_code()
                .is_some_and(|code| !number.digits().starts_with(&code.to_string())),
        };
        if numbers.iter().any(|number| foreign(&number.e164)) {
            self.warnings
                .add(IssueCode::InternationalNumbersPresent, source_row);
        }
    }

    /// A warning for a number of sample data, unless the customer is a demonstration.
    pub(super) fn fictitious(&self, number: &E164) -> Option<Issue> {
        if self.settings.is_demo || !number.is_nanp() || &number.national()[3..6] != "555" {
            return None;
        }
        let finding = findings(number).into_iter().next()?;
        Some(Issue::warning(
            IssueCode::FictitiousNumber,
            ImportField::E164,
            number.as_str(),
            finding.text,
        ))
    }

    fn number_values(
        &mut self,
        number: ParsedNumber,
        row: &[Cell],
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> NumberValues {
        let note = number.note.clone();
        let mut values = NumberValues::of(number);
        let text = |field: ImportField| text_of(self.fields.cell(row, field));
        values.description = text(ImportField::Description).or(note);
        values.btn = text(ImportField::Btn);
        values.rate_center = text(ImportField::RateCenter);
        values.notes = text(ImportField::Notes);
        if let Some(extension) = text(ImportField::Extension) {
            let line = format!("Extension: {extension}");
            values.notes = Some(
                values
                    .notes
                    .map_or_else(|| line.clone(), |notes| format!("{notes}\n{line}")),
            );
        }
        values.assigned_to = text(ImportField::AssignedToUpn).map(|upn| upn.to_lowercase());
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
        row: &[Cell],
        field: ImportField,
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> Option<NaiveDate> {
        let cell = self.fields.cell(row, field);
        if cell.is_blank() {
            return None;
        }
        let date = read_date(cell, self.settings.country);
        if date.is_none() {
            let text = "This is no date that can be read; it was left out.";
            issues.push(Issue::warning(
                IssueCode::InvalidDate,
                field,
                cell.display().trim(),
                text,
            ));
            self.warnings.add(IssueCode::InvalidDate, source_row);
        }
        date
    }

    fn carrier(&mut self, row: &[Cell], source_row: u32, values: &mut NumberValues) {
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
        row: &[Cell],
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

    fn quantity(&mut self, row: &[Cell], numbers: &CellNumbers, source_row: u32) -> Option<Issue> {
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

/// A record that could not be read.
pub(super) fn rejected(sheet: usize, source_row: u32, entity: ImportTarget, issue: Issue) -> Record {
    Record {
        sheet,
        written: issue.value.clone(),
        source_row,
        ordinal: 0,
        entity,
        values: None,
        issues: vec![issue],
    }
}
