//! What the number cells of a row say: numbers, an extension, nothing yet, or an error.

use super::reader::Reader;
use super::texts::text_of;
use super::{ExpandedRange, Issue, IssueCode};
use crate::mapping::ImportField;
use crate::number::nanp::findings;
use crate::number::{CellNumbers, E164, NumberError, NumberIssue, Spelling, parse_cell};
use crate::workbook::Cell;

/// How many numbers the ranges of one sheet may expand to; the rest of the ranges is refused.
const EXPANSION_LIMIT: usize = 200_000;

/// Texts that say that there is no number.
const NONE: [&str; 10] = [
    "n/a", "na", "none", "no", "-", "--", "no did", "nil", "null", "-1",
];
/// Texts that say that the number is still to come.
const PENDING: [&str; 6] = ["tbd", "tba", "pending", "?", "unknown", "to be determined"];

/// What a cell says where a number is welcome and not required.
pub(super) enum Said {
    /// No number, or none yet.
    Nothing,
    /// Numbers, at least one.
    Numbers(CellNumbers),
    /// A short dial inside the company.
    Extension(String),
}

impl Reader<'_> {
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

    /// Reads a cell that may as well be empty, a promise or an extension. Numbers that are marked for removal
    /// are left out.
    pub(super) fn said(
        &mut self,
        cell: &Cell,
        field: ImportField,
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> Result<Said, Issue> {
        let text = match cell {
            Cell::Text(_) => text_of(cell).unwrap_or_default(),
            Cell::Empty => return Ok(Said::Nothing),
            Cell::Number(_) | Cell::Date(_) | Cell::Bool(_) | Cell::Error(_) => String::new(),
        };
        let lower = text.to_lowercase();
        if cell.is_blank() || NONE.contains(&lower.as_str()) {
            return Ok(Said::Nothing);
        }
        if PENDING.contains(&lower.as_str()) {
            let why = "There is no number yet; the record is imported without one.";
            issues.push(Issue::warning(IssueCode::TextInNumber, field, &text, why));
            self.warnings.add(IssueCode::TextInNumber, source_row);
            return Ok(Said::Nothing);
        }
        let kept = without_removed(&text);
        if let Some(kept) = &kept {
            let why = "The number is marked for removal, so it was left out.";
            issues.push(Issue::warning(IssueCode::NumberMarkedRemove, field, &text, why));
            self.warnings.add(IssueCode::NumberMarkedRemove, source_row);
            if kept.is_empty() {
                return Ok(Said::Nothing);
            }
        }
        let kept = kept.map(|text| Cell::Text(text.into()));
        match self.numbers(kept.as_ref().unwrap_or(cell)) {
            Ok(numbers) => {
                self.note_spelling(&numbers, cell, source_row, issues);
                Ok(Said::Numbers(numbers))
            }
            Err(error) if error.issue == NumberIssue::ExtensionOnly => {
                let shown = if text.is_empty() { cell.display() } else { text };
                Ok(Said::Extension(dialled(&shown).unwrap_or(shown)))
            }
            Err(error) => Err(Issue::number(&error, cell.display().trim())),
        }
    }

    /// Notes ranges, lists, foreign numbers and restored signs.
    pub(super) fn note_spelling(
        &mut self,
        cell: &CellNumbers,
        written: &Cell,
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) {
        let numbers = &cell.numbers;
        match cell.spelling {
            Spelling::One => self.note_restored(&numbers[0].e164, written, source_row, issues),
            Spelling::Several => self.warnings.add(IssueCode::SeveralNumbersInCell, source_row),
            Spelling::Range | Spelling::ShortList => {
                let listed = cell.spelling == Spelling::ShortList;
                let list = numbers.iter().filter(|_| listed);
                self.ranges.push(ExpandedRange {
                    sheet: self.sheet,
                    source_row,
                    from: numbers[0].e164.clone(),
                    to: numbers[numbers.len() - 1].e164.clone(),
                    count: numbers.len(),
                    list: list.map(|number| number.e164.clone()).collect(),
                });
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

    /// Says when a number was read without the plus or the trunk zero that belongs before it.
    fn note_restored(&mut self, number: &E164, written: &Cell, source_row: u32, issues: &mut Vec<Issue>) {
        if number.is_nanp() {
            return;
        }
        let text = written.display();
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let (code, why) = if text.contains('+') || digits.starts_with('0') || digits.len() < 8 {
            return;
        } else if digits == number.digits() {
            let why = "The number is complete but for its plus, which was put back.";
            (IssueCode::PlusRestored, why)
        } else if matches!(written, Cell::Number(_)) && number.digits().ends_with(&digits) {
            let why = "A numeric cell cannot hold the zero before the area code; it was put back.";
            (IssueCode::TrunkZeroRestored, why)
        } else {
            return;
        };
        issues.push(Issue::warning(code, ImportField::E164, text.trim(), why));
        self.warnings.add(code, source_row);
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
}

/// The rest of a list such as `PRIMARY|214-555-0101,REMOVE|214-555-0103` without what is to be removed; none when
/// nothing is.
fn without_removed(text: &str) -> Option<String> {
    if !text.contains('|') {
        return None;
    }
    let is_removed = |part: &str| {
        let word = part.split('|').next().unwrap_or_default().trim();
        part.contains('|')
            && ["remove", "delete"]
                .iter()
                .any(|mark| word.eq_ignore_ascii_case(mark))
    };
    let parts: Vec<&str> = text.split([',', ';', '\n']).collect();
    if !parts.iter().any(|part| is_removed(part)) {
        return None;
    }
    let kept: Vec<&str> = parts.into_iter().filter(|part| !is_removed(part)).collect();
    Some(kept.join(","))
}

/// The extension in a text: `x102`, `Ext. 102`, `0102 in PT_Internal`; a leading zero stays. None for a text that
/// says that there is none.
pub(super) fn dialled(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let lower = lower.split(" in ").next().unwrap_or_default();
    let lower = lower.split(" (").next().unwrap_or_default();
    let rest = ["tel:", "extension", "ext.", "ext", "x"]
        .iter()
        .find_map(|mark| lower.strip_prefix(mark))
        .unwrap_or(lower);
    let rest = rest.trim_start_matches('\\').trim_matches([' ', '.', ':', '#']);
    if !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()) {
        Some(rest.to_owned())
    } else {
        Some(text.to_owned()).filter(|text| !NONE.contains(&text.to_lowercase().as_str()))
    }
}
