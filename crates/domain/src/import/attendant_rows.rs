//! Rows of auto attendants: what callers hear and where their keys lead.

use super::destinations::{Choice, choice, menu_key, menu_option};
use super::hours::{holidays, opening_hours};
use super::reader::Reader;
use super::texts::text_of;
use super::{AutoAttendantValues, Issue, IssueCode, RecordValues};
use crate::entities::{BusinessHours, Greeting, Holiday, MenuAction, MenuOption};
use crate::enums::{ImportTarget, ResourceAccountType};
use crate::mapping::ImportField;
use crate::workbook::Cell;

impl<'a> Reader<'a> {
    /// Reads a row that lists an auto attendant: the attendant and its resource account.
    pub(super) fn attendant_row(&mut self, source_row: u32, row: &'a [Cell]) {
        let entity = ImportTarget::AutoAttendants;
        let mut issues = Vec::new();
        let reached = match self.reached(row, source_row, &mut issues) {
            Ok(reached) => reached,
            Err(issue) => return self.reject(source_row, entity, issue),
        };
        let Some(name) = self.row_name(row, source_row) else {
            let why = "The row has no name, so the attendant cannot be told from others.";
            let issue = Issue::error(IssueCode::MissingIdentity, ImportField::Name, "", why);
            return self.reject(source_row, entity, issue);
        };
        let operator = self.text(row, ImportField::Operator);
        let attendant = AutoAttendantValues {
            name: name.clone(),
            extension: reached.extension.clone(),
            resource_account: self.text(row, ImportField::Upn).map(|upn| upn.to_lowercase()),
            language: self.text(row, ImportField::Language),
            time_zone: self.text(row, ImportField::TimeZone),
            greeting: self
                .text(row, ImportField::Greeting)
                .map(|text| Greeting::Text { text }),
            business_hours: self.hours(row, source_row, &mut issues),
            holidays: self.holidays(row, source_row, &mut issues),
            menu_options: self.menu(row, source_row, &mut issues),
            after_hours: self.text(row, ImportField::AfterHours),
            operator,
            e164: None,
        };
        let values = RecordValues::AutoAttendant(Box::new(attendant));
        self.push(source_row, entity, &reached.written, values, issues);
        self.account_of(
            &name,
            ResourceAccountType::AutoAttendant,
            row,
            &reached,
            source_row,
        );
    }

    /// One option per column that holds something; the group or the header of the column is the key.
    fn menu(&mut self, row: &'a [Cell], source_row: u32, issues: &mut Vec<Issue>) -> Vec<MenuOption> {
        let grouped = self.fields.cells(row, ImportField::MenuOption);
        let headed = self.fields.headed(row, ImportField::MenuOption);
        let cells: Vec<_> = grouped
            .zip(headed)
            .map(|((group, cell), (header, _))| (group, header, cell))
            .collect();
        let mut options: Vec<MenuOption> = Vec::new();
        for (group, header, cell) in cells {
            let Some(text) = text_of(cell) else { continue };
            let Some(key) = group.and_then(menu_key).or_else(|| menu_key(header)) else {
                self.unread_option(&text, source_row, issues);
                continue;
            };
            match choice(&text, self.settings.country) {
                Choice::Nothing => {}
                Choice::Leads(action, target) => options.push(menu_option(key, action, target)),
                Choice::Unknown => self.unread_option(&text, source_row, issues),
            }
        }
        options.retain(|option| option.action != MenuAction::TransferUser || option.target.is_some());
        options
    }

    fn unread_option(&mut self, text: &str, source_row: u32, issues: &mut Vec<Issue>) {
        let why = "It is not clear where this key leads; enter the option by hand.";
        issues.push(Issue::warning(
            IssueCode::MenuOptionNotRead,
            ImportField::MenuOption,
            text,
            why,
        ));
        self.warnings.add(IssueCode::MenuOptionNotRead, source_row);
    }

    /// Opening hours; what cannot be read is said.
    pub(super) fn hours(
        &mut self,
        row: &'a [Cell],
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> Option<BusinessHours> {
        let text = self.text(row, ImportField::BusinessHours)?;
        let hours = opening_hours(&text);
        if hours.is_none() {
            let why = "These opening hours cannot be read for certain; enter them by hand.";
            issues.push(Issue::warning(
                IssueCode::HoursNotRead,
                ImportField::BusinessHours,
                &text,
                why,
            ));
            self.warnings.add(IssueCode::HoursNotRead, source_row);
        }
        hours
    }

    /// Holidays with their dates; a day without a year is asked about, not guessed.
    pub(super) fn holidays(
        &mut self,
        row: &'a [Cell],
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> Option<Vec<Holiday>> {
        let text = self.text(row, ImportField::Holidays)?;
        let holidays = holidays(&text, self.dates.order(ImportField::Holidays));
        if holidays.is_none() {
            let why = "Some of these days name no year or no day; enter the holidays by hand.";
            issues.push(Issue::warning(
                IssueCode::HolidaysNotRead,
                ImportField::Holidays,
                &text,
                why,
            ));
            self.warnings.add(IssueCode::HolidaysNotRead, source_row);
        }
        holidays
    }
}
