//! Rows of a losing carrier's list of numbers, and of a carrier's status export.

use super::reader::Reader;
use super::texts::text_of;
use super::{AccountNumberValues, Issue, IssueCode, OrderEventValues, RecordValues};
use crate::enums::ImportTarget;
use crate::mapping::ImportField;
use crate::workbook::Cell;

impl<'a> Reader<'a> {
    /// Reads a row of the numbers on a losing account.
    pub(super) fn account_number_row(&mut self, source_row: u32, row: &'a [Cell]) {
        let entity = ImportTarget::LosingAccountNumbers;
        let cell = self.fields.cell(row, ImportField::E164);
        let numbers = match self.numbers(cell) {
            Ok(numbers) => numbers,
            Err(error) => {
                return self.reject(source_row, entity, Issue::number(&error, cell.display().trim()));
            }
        };
        let mut issues = Vec::new();
        self.note_spelling(&numbers, cell, source_row, &mut issues);
        let written = text_of(cell).unwrap_or_default();
        let btn = self.text(row, ImportField::Btn);
        for number in numbers.numbers {
            let mut issues = std::mem::take(&mut issues);
            issues.extend(self.fictitious(&number.e164));
            let values = AccountNumberValues {
                e164: number.e164,
                btn: btn.clone(),
            };
            self.push(
                source_row,
                entity,
                &written,
                RecordValues::LosingAccountNumber(Box::new(values)),
                issues,
            );
        }
    }

    /// Reads a line of a carrier's status export: one record per number, or one for the whole order.
    pub(super) fn order_event_row(&mut self, source_row: u32, row: &'a [Cell]) {
        let entity = ImportTarget::PortOrderEvents;
        let Some(pon) = self.text(row, ImportField::Pon) else {
            let why = "The row names no order.";
            let issue = Issue::error(IssueCode::MissingIdentity, ImportField::Pon, "", why);
            return self.reject(source_row, entity, issue);
        };
        let mut issues = Vec::new();
        let cell = self.fields.cell(row, ImportField::E164);
        let mut numbers = Vec::new();
        if !cell.is_blank() {
            match self.numbers(cell) {
                Ok(cell_numbers) => {
                    self.note_spelling(&cell_numbers, cell, source_row, &mut issues);
                    numbers.extend(cell_numbers.numbers.into_iter().map(|number| Some(number.e164)));
                }
                Err(error) => {
                    let issue = Issue::number(&error, cell.display().trim());
                    return self.reject(source_row, entity, issue);
                }
            }
        }
        if numbers.is_empty() {
            numbers.push(None);
        }
        let template = OrderEventValues {
            pon,
            e164: None,
            status: self.order_status(row),
            foc_date: self.date(row, ImportField::FocDate, source_row, &mut issues),
            reject_reason: self.text(row, ImportField::RejectReason),
            notes: self.fields.notes(row),
        };
        let written = text_of(cell).unwrap_or_default();
        for e164 in numbers {
            let values = OrderEventValues {
                e164,
                ..template.clone()
            };
            let values = RecordValues::PortOrderEvent(Box::new(values));
            self.push(source_row, entity, &written, values, issues.clone());
        }
    }

    /// The status as a code where its meaning is known, else in the carrier's words.
    fn order_status(&mut self, row: &'a [Cell]) -> Option<String> {
        let text = self.text(row, ImportField::OrderStatus)?;
        let known = self.code(ImportField::OrderStatus, &text);
        Some(known.map_or(text, |(_, code)| code))
    }
}
