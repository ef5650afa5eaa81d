//! Rows of a list of people.

use super::number_rows::rejected;
use super::read::{Reader, text_of};
use super::{Issue, IssueCode, NumberValues, PersonValues, Record, RecordValues};
use crate::enums::{ImportTarget, PhoneNumberType};
use crate::mapping::ImportField;
use crate::number::{CellNumbers, ParsedNumber};
use crate::workbook::Cell;

/// Texts that say that there is no number.
const NONE: [&str; 9] = ["n/a", "na", "none", "no", "-", "--", "no did", "nil", "null"];
/// Texts that say that the number is still to come.
const PENDING: [&str; 6] = ["tbd", "tba", "pending", "?", "unknown", "to be determined"];

impl Reader<'_> {
    /// Reads a row of a list of people: the person with the first number, then a record per further number.
    pub(super) fn person_row(&mut self, index: usize, row: &[Cell]) {
        let source_row = index as u32 + 1;
        let mut issues = Vec::new();
        let upn = match self.upn(row, source_row) {
            Ok(Some(upn)) => upn,
            Ok(None) if self.is_spare_number(row) => return self.number_row(index, row),
            Ok(None) => {
                let text = "The row names no user principal name, so the person cannot be told from others.";
                let issue = Issue::error(IssueCode::MissingIdentity, ImportField::Upn, "", text);
                return self
                    .records
                    .push(rejected(self.sheet, source_row, ImportTarget::EndUsers, issue));
            }
            Err(issue) => {
                return self
                    .records
                    .push(rejected(self.sheet, source_row, ImportTarget::EndUsers, issue));
            }
        };
        let numbers = self.person_numbers(row, source_row, &mut issues);
        let mut person = self.person_values(upn, row, source_row, &mut issues);
        let mut further = Vec::new();
        if let Some(cell) = numbers {
            self.note_spelling(&cell, source_row);
            let mut numbers = cell.numbers.into_iter();
            if let Some(primary) = numbers.next() {
                issues.extend(self.fictitious(&primary.e164));
                if person.legacy_extension.is_none() && !primary.extension.is_empty() {
                    person.legacy_extension = Some(primary.extension.clone());
                }
                (person.e164, person.number_extension) = (Some(primary.e164), primary.extension);
            }
            further.extend(numbers);
        }
        let key = person.key().to_owned();
        let values = Some(RecordValues::EndUser(Box::new(person)));
        let written = text_of(self.fields.cell(row, ImportField::E164)).unwrap_or_default();
        self.records.push(Record {
            sheet: self.sheet,
            written: written.clone(),
            source_row,
            ordinal: 0,
            entity: ImportTarget::EndUsers,
            values,
            issues,
        });
        self.further_numbers(source_row, &key, &written, further);
    }

    fn further_numbers(&mut self, source_row: u32, upn: &str, written: &str, numbers: Vec<ParsedNumber>) {
        for (position, number) in numbers.into_iter().enumerate() {
            let issues = self.fictitious(&number.e164).into_iter().collect();
            let mut values = NumberValues::of(number);
            values.assigned_to = Some(upn.to_owned());
            values.number_type = Some(PhoneNumberType::User);
            self.records.push(Record {
                sheet: self.sheet,
                source_row,
                ordinal: position as u32 + 1,
                entity: ImportTarget::PhoneNumbers,
                written: written.to_owned(),
                values: Some(RecordValues::PhoneNumber(Box::new(values))),
                issues,
            });
        }
    }

    /// A row with a number and nobody's name lists a spare number.
    fn is_spare_number(&self, row: &[Cell]) -> bool {
        let blank = |field| self.fields.cell(row, field).is_blank();
        !blank(ImportField::E164)
            && blank(ImportField::DisplayName)
            && blank(ImportField::FirstName)
            && blank(ImportField::LastName)
    }

    fn upn(&mut self, row: &[Cell], source_row: u32) -> Result<Option<String>, Issue> {
        let mut cell = self.fields.cell(row, ImportField::Upn);
        if cell.is_blank() {
            cell = self.fields.cell(row, ImportField::Email);
        }
        let Some(text) = text_of(cell) else {
            return Ok(None);
        };
        let plain: String = text
            .chars()
            .filter(|c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}'))
            .collect();
        let upn = plain.to_lowercase();
        let upn = upn
            .strip_prefix("sip:")
            .or(upn.strip_prefix("smtp:"))
            .unwrap_or(&upn)
            .trim()
            .to_owned();
        if upn.contains("#ext#") {
            let why = "This is a guest account, which cannot hold a number.";
            return Err(Issue::error(
                IssueCode::GuestAccount,
                ImportField::Upn,
                &text,
                why,
            ));
        }
        if !is_upn(&upn) {
            let why = "A user principal name looks like name@example.com.";
            return Err(Issue::error(IssueCode::InvalidUpn, ImportField::Upn, &text, why));
        }
        if !matches!(cell, Cell::Text(raw) if *raw == upn) {
            self.warnings.add(IssueCode::UpnTrimmedOrLowercased, source_row);
        }
        Ok(Some(upn))
    }

    /// The numbers of a person's row; a text that means "none yet" is none.
    fn person_numbers(
        &mut self,
        row: &[Cell],
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> Option<CellNumbers> {
        let cell = self.fields.cell(row, ImportField::E164);
        let text = if matches!(cell, Cell::Text(_)) {
            text_of(cell).unwrap_or_default().to_lowercase()
        } else {
            String::new()
        };
        if cell.is_blank() || NONE.contains(&text.as_str()) {
            return None;
        }
        if PENDING.contains(&text.as_str()) {
            let why = "There is no number yet; the person is imported without one.";
            issues.push(Issue::warning(
                IssueCode::TextInNumber,
                ImportField::E164,
                cell.display().trim(),
                why,
            ));
            self.warnings.add(IssueCode::TextInNumber, source_row);
            return None;
        }
        self.numbers(cell)
            .map_err(|error| issues.push(Issue::number(&error, cell.display().trim())))
            .ok()
    }

    fn person_values(
        &mut self,
        upn: String,
        row: &[Cell],
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> PersonValues {
        let text = |field: ImportField| text_of(self.fields.cell(row, field));
        let mut person = PersonValues {
            upn: Some(upn),
            display_name: text(ImportField::DisplayName),
            first_name: text(ImportField::FirstName),
            last_name: text(ImportField::LastName),
            department: text(ImportField::Department),
            job_title: text(ImportField::JobTitle),
            legacy_extension: text(ImportField::Extension).and_then(|extension| dialled(&extension)),
            email: text(ImportField::Email),
            site: text(ImportField::Site),
            usage_location: text(ImportField::UsageLocation),
            license_sku: text(ImportField::LicenseSku),
            voice_routing_policy: text(ImportField::VoiceRoutingPolicy),
            dial_plan: text(ImportField::DialPlan),
            notes: text(ImportField::Notes),
            ..PersonValues::default()
        };
        person.cutover_date = self.date(row, ImportField::CutoverDate, source_row, issues);
        person
    }
}

/// `x102` and `Ext. 102` are the extension 102; a leading zero stays.
fn dialled(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let rest = ["extension", "ext.", "ext", "x"]
        .iter()
        .find_map(|mark| lower.strip_prefix(mark))
        .unwrap_or(&lower);
    let rest = rest.trim_matches([' ', '.', ':', '#']);
    let digits = !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit());
    if digits {
        Some(rest.to_owned())
    } else {
        Some(text.to_owned()).filter(|text| !NONE.contains(&text.to_lowercase().as_str()))
    }
}

/// Entra ID's rule in short: one @, a dotted domain, ASCII letters, digits and a few signs.
fn is_upn(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else {
        return false;
    };
    let allowed = |c: char| c.is_ascii_alphanumeric() || "'.-_!#^~".contains(c);
    let host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    !name.is_empty()
        && name.chars().all(allowed)
        && !name.ends_with('.')
        && domain.chars().all(host)
        && domain.split('.').count() >= 2
        && domain.split('.').all(|label| !label.is_empty())
}
