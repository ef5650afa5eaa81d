//! Rows of sites and the numbers that belong to their addresses.

use super::number_cells::Said;
use super::reader::Reader;
use super::texts::text_of;
use super::{Issue, IssueCode, NumberValues, RecordValues, SiteValues};
use crate::enums::{ImportTarget, PhoneNumberType};
use crate::mapping::ImportField;
use crate::number::{Country, E164};
use crate::workbook::Cell;

/// States and territories whose postal codes begin with 0 (ZIP prefixes 005 to 099), by code and name.
const LEADING_ZERO: [&str; 18] = [
    "ct",
    "connecticut",
    "ma",
    "massachusetts",
    "me",
    "maine",
    "nh",
    "new hampshire",
    "nj",
    "new jersey",
    "pr",
    "puerto rico",
    "ri",
    "rhode island",
    "vt",
    "vermont",
    "vi",
    "virgin islands",
];

impl<'a> Reader<'a> {
    /// Reads a row that lists a site.
    pub(super) fn site_row(&mut self, source_row: u32, row: &'a [Cell]) {
        let entity = ImportTarget::Sites;
        let mut issues = Vec::new();
        let fields = [ImportField::Name, ImportField::SiteCode, ImportField::City];
        let name = fields
            .into_iter()
            .find_map(|field| self.name(row, field, source_row));
        let Some(name) = name else {
            let why = "The row names no site.";
            let issue = Issue::error(IssueCode::MissingIdentity, ImportField::Name, "", why);
            return self.reject(source_row, entity, issue);
        };
        let main_number = match self.main_number(row, source_row, &mut issues) {
            Ok(number) => number,
            Err(issue) => return self.reject(source_row, entity, issue),
        };
        let business_hours = self.hours(row, source_row, &mut issues);
        let holidays = self.holidays(row, source_row, &mut issues);
        let site = SiteValues {
            name: name.clone(),
            code: self.text(row, ImportField::SiteCode),
            street: self.street(row),
            city: self.text(row, ImportField::City),
            state: self.text(row, ImportField::State),
            postal_code: self.postal_code(row, source_row, &mut issues),
            country: self.text(row, ImportField::Country).map(country_code),
            time_zone: self.text(row, ImportField::TimeZone),
            main_number,
            legacy_pbx: self.text(row, ImportField::LegacyPbx),
            notes: self.site_notes(row, business_hours.is_none(), holidays.is_none()),
            business_hours,
            holidays,
        };
        let values = RecordValues::Site(Box::new(site));
        self.push(source_row, entity, "", values, issues);
        self.found_at_site(&name, source_row, row);
        self.reserved_numbers(&name, row, source_row);
    }

    fn main_number(
        &mut self,
        row: &'a [Cell],
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> Result<Option<E164>, Issue> {
        let cell = self.fields.cell(row, ImportField::MainNumber);
        match self.said(cell, ImportField::MainNumber, source_row, issues)? {
            Said::Numbers(numbers) => Ok(numbers.numbers.into_iter().next().map(|number| number.e164)),
            Said::Nothing | Said::Extension(_) => Ok(None),
        }
    }

    /// House number, its suffix, street and its suffix in one line: `2200B Sample Creek Pkwy`.
    fn street(&self, row: &'a [Cell]) -> Option<String> {
        let texts = |field| {
            self.fields
                .cells(row, field)
                .filter_map(|(_, cell)| text_of(cell))
        };
        let house: String = texts(ImportField::HouseNumber).collect();
        let parts: Vec<String> = std::iter::once(house).chain(texts(ImportField::Street)).collect();
        let line = parts.join(" ").trim().to_owned();
        (!line.is_empty()).then_some(line)
    }

    /// The postal code as text. A numeric cell cannot hold the zero of a code such as 02108; it is put back where
    /// the state says that there must be one.
    pub(super) fn postal_code(
        &mut self,
        row: &'a [Cell],
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> Option<String> {
        let cell = self.fields.cell(row, ImportField::PostalCode);
        let text = text_of(cell)?;
        let numeric = matches!(cell, Cell::Number(_)) && matches!(text.len(), 3 | 4);
        let country = self.text(row, ImportField::Country).map(country_code);
        let american = country.map_or(self.settings.country == Country::US, |code| code == "US");
        let state = self
            .text(row, ImportField::State)
            .unwrap_or_default()
            .to_lowercase();
        if !numeric || !american || !LEADING_ZERO.contains(&state.as_str()) {
            return Some(text);
        }
        let whole = format!("{text:0>5}");
        let why = "A numeric cell cannot hold the zero before this postal code; it was put back.";
        let code = IssueCode::PostalCodeZeroRestored;
        issues.push(Issue::warning(code, ImportField::PostalCode, &text, why));
        self.warnings.about(code, self.sheet, source_row, &text);
        Some(whole)
    }

    /// The notes, with the hours and holidays that could not be read.
    fn site_notes(&self, row: &'a [Cell], hours_unread: bool, holidays_unread: bool) -> Option<String> {
        let mut lines: Vec<String> = self.fields.notes(row).into_iter().collect();
        if let Some(text) = self
            .text(row, ImportField::BusinessHours)
            .filter(|_| hours_unread)
        {
            lines.push(format!("Hours: {text}"));
        }
        if let Some(text) = self.text(row, ImportField::Carrier) {
            lines.push(format!("Carrier: {text}"));
        }
        if let Some(text) = self.text(row, ImportField::Holidays).filter(|_| holidays_unread) {
            lines.push(format!("Holidays: {text}"));
        }
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// Numbers that belong to an address and to nobody, such as those that emergency services call back.
    fn reserved_numbers(&mut self, site: &str, row: &'a [Cell], source_row: u32) {
        let cells: Vec<&Cell> = self
            .fields
            .cells(row, ImportField::E164)
            .map(|(_, cell)| cell)
            .collect();
        for cell in cells {
            let mut issues = Vec::new();
            let numbers = match self.said(cell, ImportField::E164, source_row, &mut issues) {
                Ok(Said::Numbers(numbers)) => numbers,
                Ok(Said::Nothing | Said::Extension(_)) => continue,
                Err(issue) => {
                    self.reject(source_row, ImportTarget::PhoneNumbers, issue);
                    continue;
                }
            };
            let written = text_of(cell).unwrap_or_default();
            for number in numbers.numbers {
                let mut issues = std::mem::take(&mut issues);
                issues.extend(self.fictitious(&number.e164));
                let mut values = NumberValues::of(number);
                let stated = self.text(row, ImportField::NumberType);
                let stated = stated.and_then(|text| self.code(ImportField::NumberType, &text));
                let stated = stated.and_then(|(_, code)| crate::coded::Coded::from_code(&code));
                values.number_type = Some(stated.unwrap_or(PhoneNumberType::Other));
                values.description = values.description.or_else(|| Some(site.to_owned()));
                let values = RecordValues::PhoneNumber(Box::new(values));
                self.push(source_row, ImportTarget::PhoneNumbers, &written, values, issues);
            }
        }
    }
}

/// A country as ISO 3166 alpha-2 where it is one or a usual name, else as written.
pub(super) fn country_code(text: String) -> String {
    if let Ok(country) = text.parse::<Country>() {
        return country.code().to_owned();
    }
    let known = match text.trim().to_lowercase().replace('.', "").as_str() {
        "usa" | "united states" | "united states of america" => "US",
        "canada" => "CA",
        "united kingdom" | "uk" | "great britain" => "GB",
        "germany" | "deutschland" => "DE",
        "mexico" | "méxico" => "MX",
        _ => return text,
    };
    known.to_owned()
}
