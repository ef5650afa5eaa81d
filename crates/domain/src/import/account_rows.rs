//! Rows of resource accounts, and the accounts that queues and attendants with a number of their own need.

use super::number_cells::Said;
use super::reader::Reader;
use super::texts::text_of;
use super::{Issue, IssueCode, RecordValues, ResourceAccountValues};
use crate::coded::Coded;
use crate::enums::{ImportTarget, ResourceAccountType};
use crate::mapping::ImportField;
use crate::number::{CellNumbers, NumberIssue, ParsedNumber};
use crate::workbook::Cell;

/// The number of a queue, an attendant or an account, or the extension that stands for one.
#[derive(Debug, Default)]
pub(super) struct Reached {
    /// Its number.
    pub(super) number: Option<ParsedNumber>,
    /// The extension that people inside dial.
    pub(super) extension: Option<String>,
    /// The number as it is written.
    pub(super) written: String,
}

impl<'a> Reader<'a> {
    /// Reads a row that lists a resource account.
    pub(super) fn account_row(&mut self, source_row: u32, row: &'a [Cell]) {
        let entity = ImportTarget::ResourceAccounts;
        let mut issues = Vec::new();
        let cell = self.fields.cell(row, ImportField::Upn);
        if cell.is_blank() {
            let why = "The row names no user principal name for the resource account.";
            return self.reject(
                source_row,
                entity,
                Issue::error(IssueCode::MissingIdentity, ImportField::Upn, "", why),
            );
        }
        let read = self.upn(cell, source_row).and_then(|upn| {
            let reached = self.reached(row, source_row, &mut issues)?;
            Ok((upn, reached))
        });
        let (upn, reached) = match read {
            Ok(read) => read,
            Err(issue) => return self.reject(source_row, entity, issue),
        };
        let account_type = self.choice(row, ImportField::AccountType, source_row, &mut issues);
        let display_name = self.name(row, ImportField::DisplayName, source_row);
        let mut values = ResourceAccountValues {
            upn,
            display_name,
            account_type,
            call_queue: self.text(row, ImportField::CallQueue),
            auto_attendant: self.text(row, ImportField::AutoAttendant),
            usage_location: self.text(row, ImportField::UsageLocation),
            license_sku: self.text(row, ImportField::LicenseSku),
            ..ResourceAccountValues::default()
        };
        values.account_type = values
            .account_type
            .or(match (&values.call_queue, &values.auto_attendant) {
                (Some(_), None) => Some(ResourceAccountType::CallQueue),
                (None, Some(_)) => Some(ResourceAccountType::AutoAttendant),
                (Some(_), Some(_)) | (None, None) => None,
            });
        if let Some(number) = reached.number {
            (values.e164, values.number_extension) = (Some(number.e164), number.extension);
        }
        let values = RecordValues::ResourceAccount(Box::new(values));
        self.push(source_row, entity, &reached.written, values, issues);
    }

    /// The resource account of a queue or an attendant that has a number or names its account. The UPN stays
    /// empty where the file names none.
    pub(super) fn account_of(
        &mut self,
        name: &str,
        account_type: ResourceAccountType,
        row: &'a [Cell],
        reached: &Reached,
        source_row: u32,
    ) {
        let cell = self.fields.cell(row, ImportField::Upn);
        if reached.number.is_none() && cell.is_blank() {
            return;
        }
        let upn = if cell.is_blank() {
            Ok(String::new())
        } else {
            self.upn(cell, source_row)
        };
        let upn = match upn {
            Ok(upn) => upn,
            Err(issue) => return self.reject(source_row, ImportTarget::ResourceAccounts, issue),
        };
        let mut values = ResourceAccountValues {
            upn,
            display_name: Some(name.to_owned()),
            account_type: Some(account_type),
            ..ResourceAccountValues::default()
        };
        match account_type {
            ResourceAccountType::CallQueue => values.call_queue = Some(name.to_owned()),
            ResourceAccountType::AutoAttendant => values.auto_attendant = Some(name.to_owned()),
        }
        let mut issues = Vec::new();
        if let Some(number) = &reached.number {
            issues.extend(self.fictitious(&number.e164));
            values.e164 = Some(number.e164.clone());
            values.number_extension = number.extension.clone();
        }
        let values = RecordValues::ResourceAccount(Box::new(values));
        self.push(
            source_row,
            ImportTarget::ResourceAccounts,
            &reached.written,
            values,
            issues,
        );
    }

    /// The number of a queue, an attendant or an account; an extension alone is kept and said.
    pub(super) fn reached(
        &mut self,
        row: &'a [Cell],
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> Result<Reached, Issue> {
        let cell = self.fields.cell(row, ImportField::E164);
        let mut reached = Reached {
            written: text_of(cell).unwrap_or_default(),
            ..Reached::default()
        };
        match self.said(cell, ImportField::E164, source_row, issues)? {
            Said::Nothing => {}
            Said::Numbers(CellNumbers { numbers, .. }) => {
                if numbers.len() > 1 {
                    let text = "Several numbers stand where one belongs.";
                    let error = crate::number::NumberError {
                        issue: NumberIssue::InvalidNumber,
                        detail: text.to_owned(),
                    };
                    return Err(Issue::number(&error, &reached.written));
                }
                reached.number = numbers.into_iter().next();
            }
            Said::Extension(extension) => reached.extension = Some(extension),
        }
        if let Some(extension) = self.text(row, ImportField::Extension) {
            match self.said(
                &Cell::Text(extension.as_str().into()),
                ImportField::Extension,
                source_row,
                issues,
            ) {
                Ok(Said::Numbers(CellNumbers { numbers, .. })) if reached.number.is_none() => {
                    reached.written = extension;
                    reached.number = numbers.into_iter().next();
                }
                Ok(Said::Extension(extension)) => reached.extension = Some(extension),
                Ok(Said::Numbers(_) | Said::Nothing) => {}
                Err(_) => reached.extension = Some(extension),
            }
        }
        if let (None, Some(extension)) = (&reached.number, &reached.extension) {
            let why = "This is an internal extension, so there is no number and no resource account.";
            let code = IssueCode::ExtensionOnly;
            issues.push(Issue::warning(code, ImportField::E164, extension, why));
            self.warnings.about(code, self.sheet, source_row, extension);
        }
        Ok(reached)
    }

    /// The value of a coded field; a text without a meaning is left out with a warning.
    pub(super) fn choice<T: Coded>(
        &mut self,
        row: &'a [Cell],
        field: ImportField,
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> Option<T> {
        let text = self.text(row, field)?;
        let found = self.code(field, &text).and_then(|(_, code)| T::from_code(&code));
        if found.is_none() {
            let why = "This text stands for no known value; it was left out.";
            issues.push(Issue::warning(IssueCode::UnmappedValue, field, &text, why));
            self.warnings.add(IssueCode::UnmappedValue, source_row);
        }
        found
    }
}
