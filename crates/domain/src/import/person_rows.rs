//! Rows of a list of people: the person with the first number, then a record per further number. A row that
//! names nobody lists a number.

use super::identity::{Identity, sip_address};
use super::lines::Line;
use super::name_words::use_of;
use super::number_cells::dialled;
use super::reader::{Known, Reader};
use super::texts::text_of;
use super::{Issue, IssueCode, NumberValues, PersonValues, RecordValues, RowReason};
use crate::enums::{ImportTarget, PhoneNumberType};
use crate::mapping::ImportField;
use crate::number::parse_cell;
use crate::workbook::Cell;

/// What a row of a list of people is about.
enum Subject {
    Person(Identity),
    Number,
    Nobody,
}

impl<'a> Reader<'a> {
    /// Reads a row of a list of people.
    pub(super) fn person_row(&mut self, source_row: u32, row: &'a [Cell]) {
        if self.marks.is_application(row) {
            return self.account_row(source_row, row);
        }
        let identity = match self.identity(row, source_row) {
            Ok(identity) => identity,
            Err(issue) => return self.reject(source_row, ImportTarget::EndUsers, issue),
        };
        match self.subject(identity, row) {
            Subject::Person(identity) => self.person(identity, source_row, row),
            Subject::Number => self.number_row(source_row, row),
            Subject::Nobody => self.nobody(source_row, row),
        }
    }

    fn subject(&self, mut identity: Identity, row: &'a [Cell]) -> Subject {
        if identity.is_known() {
            return Subject::Person(identity);
        }
        let name = self.full_name(row);
        if self.has_upn_column() {
            let has_number = self.fields.cells(row, ImportField::E164).next().is_some();
            return if name.is_none() && has_number {
                Subject::Number
            } else {
                Subject::Nobody
            };
        }
        let Some(name) = name.filter(|name| use_of(name).is_none()) else {
            return Subject::Number;
        };
        let extension = self.fields.cells(row, ImportField::Extension).next();
        let extension = extension
            .and_then(|(_, cell)| text_of(cell))
            .and_then(|text| dialled(&text));
        identity.user_key = Some(extension.unwrap_or(name).to_lowercase());
        Subject::Person(identity)
    }

    /// The name that a row gives a person, or a device.
    pub(super) fn full_name(&self, row: &'a [Cell]) -> Option<String> {
        self.text(row, ImportField::DisplayName).or_else(|| {
            let parts = [ImportField::FirstName, ImportField::LastName];
            let parts: Vec<String> = parts.iter().filter_map(|field| self.text(row, *field)).collect();
            (!parts.is_empty()).then(|| parts.join(" "))
        })
    }

    /// A row without the user principal name that others have. A number that a telephone system has configured
    /// is one, whoever holds it.
    fn nobody(&mut self, source_row: u32, row: &'a [Cell]) {
        let cell = self.fields.cell(row, ImportField::E164);
        let configured = matches!(cell, Cell::Text(text)
            if text.trim().get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("tel:")));
        if configured && parse_cell(cell, self.settings.country).is_ok() {
            self.number_row(source_row, row);
        }
        let mut text =
            "The row names no user principal name, so the person cannot be told from others.".to_owned();
        if let Some(address) = sip_address(row) {
            text.push_str(&format!(" Its SIP address {address} may be the one."));
        }
        let issue = Issue::error(IssueCode::MissingIdentity, ImportField::Upn, "", text);
        self.reject(source_row, ImportTarget::EndUsers, issue);
    }

    fn person(&mut self, identity: Identity, source_row: u32, row: &'a [Cell]) {
        let mut issues = Vec::new();
        let line = match self.first_line(row, source_row, &mut issues) {
            Ok(line) => line,
            Err(issue) => return self.reject(source_row, ImportTarget::EndUsers, issue),
        };
        let further = self.further_lines(row, source_row, &mut issues);
        let mut person = self.person_values(identity, row, source_row, &mut issues);
        let key = person.key().to_owned();
        let devices = self.lists_devices();
        if devices && let Some(known) = self.known.remove(&key) {
            let lines = std::iter::once(Ok(line)).chain(further).collect();
            return self.further_device(key, known, lines, source_row);
        }
        self.disabled(row, source_row, &mut issues);
        let spare = self.take_line(&line, &mut person, source_row, &mut issues);
        let mut known = Known {
            source_row,
            numbers: person.e164.iter().cloned().collect(),
        };
        let values = RecordValues::EndUser(Box::new(person));
        self.push(source_row, ImportTarget::EndUsers, &line.written, values, issues);
        for line in spare.into_iter().map(Ok).chain(further) {
            self.further_line(line, &key, &mut known, source_row);
        }
        if devices {
            self.known.insert(key, known);
        }
    }

    /// A further line of a person; numbers that they have already are not repeated.
    fn further_line(&mut self, line: Result<Line, Issue>, key: &str, known: &mut Known, source_row: u32) {
        match line {
            Ok(mut line) => {
                if let Some(cell) = &mut line.numbers {
                    cell.numbers
                        .retain(|number| !known.numbers.contains(&number.e164));
                    known
                        .numbers
                        .extend(cell.numbers.iter().map(|number| number.e164.clone()));
                }
                self.held_numbers(line, key, source_row);
            }
            Err(issue) => self.reject(source_row, ImportTarget::PhoneNumbers, issue),
        }
    }

    /// Gives the person their line; what is left of a list of numbers comes back.
    fn take_line(
        &mut self,
        line: &Line,
        person: &mut PersonValues,
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> Option<Line> {
        if line.is_short_uri {
            let why = "The line is an internal extension; the person is imported without a number.";
            let code = IssueCode::ExtensionOnlyLineUri;
            issues.push(Issue::warning(code, ImportField::E164, &line.written, why));
            self.warnings.add(code, source_row);
        }
        person.legacy_extension = line.extension.clone();
        let primary = line.first()?;
        issues.extend(self.fictitious(&primary.e164));
        if person.legacy_extension.is_none() && !primary.extension.is_empty() {
            person.legacy_extension = Some(primary.extension.clone());
        }
        person.e164 = Some(primary.e164.clone());
        person.number_extension = primary.extension.clone();
        let mut rest = line.numbers.clone()?;
        rest.numbers.remove(0);
        Some(Line {
            numbers: Some(rest),
            written: line.written.clone(),
            ..Line::default()
        })
    }

    /// Further numbers of a person; a fax or a room is nobody's.
    pub(super) fn held_numbers(&mut self, line: Line, holder: &str, source_row: u32) {
        for number in line.numbers.into_iter().flat_map(|cell| cell.numbers) {
            let issues = self.fictitious(&number.e164).into_iter().collect();
            let mut values = NumberValues::of(number);
            values.number_type = Some(line.number_type.unwrap_or(PhoneNumberType::User));
            if values.number_type == Some(PhoneNumberType::User) {
                values.assigned_to = Some(holder.to_owned());
            }
            values.description = values.description.or_else(|| line.name.clone());
            values.legacy_extension = line.extension.clone();
            let values = RecordValues::PhoneNumber(Box::new(values));
            self.push(
                source_row,
                ImportTarget::PhoneNumbers,
                &line.written,
                values,
                issues,
            );
        }
    }

    /// Another device of somebody whose first one was read already: only lines that are new count.
    fn further_device(
        &mut self,
        key: String,
        mut known: Known,
        lines: Vec<Result<Line, Issue>>,
        source_row: u32,
    ) {
        let of_row = known.source_row;
        let before = self.records.len();
        for line in lines {
            for number in line
                .iter()
                .flat_map(|line| &line.numbers)
                .flat_map(|cell| &cell.numbers)
            {
                if known.numbers.contains(&number.e164) {
                    self.shared_line(&number.e164, of_row, source_row);
                }
            }
            self.further_line(line, &key, &mut known, source_row);
        }
        if self.records.len() == before {
            self.ignore(source_row, RowReason::DuplicateNumber, Some(of_row));
        }
        self.known.insert(key, known);
    }

    /// Says that an account is disabled; whether it moves is for a person to decide.
    fn disabled(&mut self, row: &[Cell], source_row: u32, issues: &mut Vec<Issue>) {
        if self.marks.is_disabled(row) {
            let why = "The account is disabled in its directory.";
            issues.push(Issue::warning(
                IssueCode::AccountDisabled,
                ImportField::Upn,
                "",
                why,
            ));
            self.warnings.add(IssueCode::AccountDisabled, source_row);
        }
    }

    fn person_values(
        &mut self,
        identity: Identity,
        row: &'a [Cell],
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> PersonValues {
        let display_name = self.name(row, ImportField::DisplayName, source_row);
        let first_name = self.name(row, ImportField::FirstName, source_row);
        let last_name = self.name(row, ImportField::LastName, source_row);
        let cutover_date = self.date(row, ImportField::CutoverDate, source_row, issues);
        let number = self.fields.cell(row, ImportField::E164);
        if matches!(number, Cell::Text(text) if text.trim_start().starts_with('=')) {
            self.warnings.add(IssueCode::FormulaLikeText, source_row);
        }
        let text = |field: ImportField| self.text(row, field);
        PersonValues {
            upn: identity.upn,
            user_key: identity.user_key,
            display_name,
            first_name,
            last_name,
            department: text(ImportField::Department),
            job_title: text(ImportField::JobTitle),
            email: text(ImportField::Email),
            site: text(ImportField::Site),
            usage_location: text(ImportField::UsageLocation),
            license_sku: text(ImportField::LicenseSku),
            voice_routing_policy: text(ImportField::VoiceRoutingPolicy),
            dial_plan: text(ImportField::DialPlan),
            notes: self.fields.notes(row),
            cutover_date,
            ..PersonValues::default()
        }
    }
}
