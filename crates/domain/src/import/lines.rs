//! The telephone lines of a row: numbers, extensions, masks and names that belong together, in numbered groups or
//! in none.

use super::mask::masked;
use super::name_words::use_of;
use super::number_cells::{Said, dialled};
use super::reader::Reader;
use super::texts::text_of;
use super::{Issue, IssueCode};
use crate::enums::PhoneNumberType;
use crate::mapping::ImportField;
use crate::number::{CellNumbers, NumberIssue, ParsedNumber, parse};
use crate::workbook::Cell;

/// The fields that make a line.
const LINE: [ImportField; 3] = [ImportField::E164, ImportField::Extension, ImportField::NumberMask];

/// One line of a row.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// Its numbers; none for a line inside the company.
    pub(super) numbers: Option<CellNumbers>,
    /// The short dial.
    pub(super) extension: Option<String>,
    /// The number as it is written.
    pub(super) written: String,
    /// What the line is called.
    pub(super) name: Option<String>,
    /// What it is for, where a header or a name says so.
    pub(super) number_type: Option<PhoneNumberType>,
    /// A short dial stood where a whole number belongs, as a `tel:` URI.
    pub(super) is_short_uri: bool,
}

impl Line {
    /// The first number.
    pub(super) fn first(&self) -> Option<&ParsedNumber> {
        self.numbers.as_ref().and_then(|cell| cell.numbers.first())
    }

    fn is_empty(&self) -> bool {
        self.numbers.is_none() && self.extension.is_none()
    }
}

impl<'a> Reader<'a> {
    /// Whether the sheet lists devices with their lines, so that a line or a person can stand in several rows.
    pub(super) fn lists_devices(&self) -> bool {
        let grouped = self.fields.groups(&LINE).iter().any(Option::is_some);
        grouped
            && self.fields.has(ImportField::UserKey)
            && !self.fields.has(ImportField::Upn)
            && !self.fields.has(ImportField::Email)
    }

    /// The first line of a row, which is the person's where the row names one; the columns without a group and
    /// those of the first group make it together.
    pub(super) fn first_line(
        &mut self,
        row: &'a [Cell],
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> Result<Line, Issue> {
        let groups = self.fields.groups(&LINE);
        let Some(&first) = groups.first() else {
            return Ok(Line::default());
        };
        let mut line = self.line(row, first, source_row, issues)?;
        let numbered = groups.iter().find(|group| group.is_some()).copied();
        if first.is_none()
            && let Some(group) = numbered
        {
            let other = self.line(row, group, source_row, issues)?;
            line.extension = line.extension.or(other.extension);
            if line.numbers.is_none() {
                (line.numbers, line.written) = (other.numbers, other.written);
            }
            line.name = line.name.or(other.name);
        }
        Ok(line)
    }

    /// The other lines of a row: further groups, then columns of further numbers.
    pub(super) fn further_lines(
        &mut self,
        row: &'a [Cell],
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> Vec<Result<Line, Issue>> {
        let mut groups = self.fields.groups(&LINE);
        groups.retain(Option::is_some);
        let mut lines = Vec::new();
        for group in groups.into_iter().skip(1) {
            match self.line(row, group, source_row, issues) {
                Ok(line) if line.is_empty() => {}
                line => lines.push(line),
            }
        }
        let ungrouped = self
            .fields
            .cells(row, ImportField::E164)
            .filter(|(group, _)| group.is_none());
        let repeated = ungrouped.count().saturating_sub(1);
        let first = self.fields.cell_in(row, ImportField::E164, None);
        let same = |cell: &Cell| std::ptr::eq(cell, first);
        let mut headed: Vec<(&str, &Cell)> = Vec::new();
        if repeated > 0 {
            let others = self
                .fields
                .headed(row, ImportField::E164)
                .filter(|(_, cell)| !same(cell));
            headed.extend(others.take(repeated));
        }
        headed.extend(self.fields.headed(row, ImportField::FurtherNumber));
        for (header, cell) in headed {
            match self.said(cell, ImportField::FurtherNumber, source_row, issues) {
                Ok(Said::Numbers(numbers)) => lines.push(Ok(Line {
                    numbers: Some(numbers),
                    written: text_of(cell).unwrap_or_default(),
                    name: Some(header.to_owned()).filter(|header| !header.is_empty()),
                    number_type: use_of(header),
                    ..Line::default()
                })),
                Ok(Said::Nothing | Said::Extension(_)) => {}
                Err(issue) => lines.push(Err(issue)),
            }
        }
        lines
    }

    fn line(
        &mut self,
        row: &'a [Cell],
        group: Option<&str>,
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> Result<Line, Issue> {
        let number = self.fields.cell_in(row, ImportField::E164, group);
        let name = [ImportField::DisplayName, ImportField::Description]
            .iter()
            .find_map(|field| text_of(self.fields.cell_in(row, *field, group)));
        let mut line = Line {
            name,
            written: text_of(number).unwrap_or_default(),
            ..Line::default()
        };
        match self.said(number, ImportField::E164, source_row, issues)? {
            Said::Nothing => {}
            Said::Numbers(numbers) => line.numbers = Some(numbers),
            Said::Extension(extension) => {
                let mask = self.fields.cell_in(row, ImportField::NumberMask, group);
                line.is_short_uri = is_tel_uri(&line.written);
                if group.is_none() && mask.is_blank() && !line.is_short_uri {
                    return Err(short_dial(&line.written));
                }
                line.extension = Some(extension);
            }
        }
        let extension = self.fields.cell_in(row, ImportField::Extension, group);
        self.line_extension(extension, &mut line, source_row, issues)?;
        self.line_mask(
            self.fields.cell_in(row, ImportField::NumberMask, group),
            &mut line,
        )?;
        Ok(line)
    }

    /// A column of extensions may hold whole numbers: as such they count, unless the line has one already.
    fn line_extension(
        &mut self,
        cell: &Cell,
        line: &mut Line,
        source_row: u32,
        issues: &mut Vec<Issue>,
    ) -> Result<(), Issue> {
        let Some(text) = text_of(cell) else { return Ok(()) };
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let is_whole = digits >= 10 || text.trim_start_matches('\\').starts_with('+');
        if !is_whole {
            line.extension = dialled(&text).or(line.extension.take());
        } else if line.numbers.is_none()
            && let Said::Numbers(numbers) = self.said(cell, ImportField::Extension, source_row, issues)?
        {
            (line.numbers, line.written) = (Some(numbers), text);
        }
        Ok(())
    }

    /// Makes the number of a line out of its mask and its extension.
    fn line_mask(&mut self, cell: &Cell, line: &mut Line) -> Result<(), Issue> {
        let Some(mask) = text_of(cell).filter(|_| line.numbers.is_none()) else {
            return Ok(());
        };
        let Some(extension) = &line.extension else {
            return Ok(());
        };
        let Some(number) = masked(&mask, extension) else {
            let text = format!("The extension {extension} has fewer digits than the mask {mask} has places.");
            let code = IssueCode::InvalidNumber;
            return Err(Issue::error(code, ImportField::NumberMask, &mask, text));
        };
        let parsed = parse(&number, self.settings.country).map_err(|error| Issue::number(&error, &number))?;
        line.written = extension.clone();
        line.numbers = Some(CellNumbers::from(parsed));
        Ok(())
    }
}

fn is_tel_uri(text: &str) -> bool {
    text.get(..4)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("tel:"))
}

/// An extension where a number is needed.
pub(super) fn short_dial(value: &str) -> Issue {
    Issue::number(&NumberIssue::ExtensionOnly.into(), value)
}
