//! What reading a sheet gathers, row by row: records, ignored rows, remarks.

use std::collections::HashMap;

use super::dates::DateOrders;
use super::fields::Fields;
use super::marks::Marks;
use super::settings::{ImportSettings, Reading};
use super::texts::{Oddities, inspect, mixes_scripts, text_of};
use super::warnings::Warnings;
use super::{
    ExpandedRange, GroupLink, IgnoredRow, ImportWarning, Issue, IssueCode, Record, RecordValues, RowReason,
};
use crate::enums::ImportTarget;
use crate::mapping::{ImportField, display_header, suggest_code};
use crate::number::E164;
use crate::workbook::Cell;

/// The field that a text sets and the code it stands for.
pub(super) type Code = Option<(ImportField, String)>;

/// A person or a group that an earlier row described.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    /// The row that described it, 1-based.
    pub(super) source_row: u32,
    /// The numbers of the person, the primary one first.
    pub(super) numbers: Vec<E164>,
}

/// What reading has gathered so far.
pub(super) struct Reader<'a> {
    pub(super) sheet: usize,
    pub(super) settings: &'a ImportSettings,
    pub(super) fields: Fields<'a>,
    pub(super) marks: Marks,
    pub(super) dates: DateOrders,
    pub(super) warnings: Warnings,
    pub(super) ranges: Vec<ExpandedRange>,
    pub(super) records: Vec<Record>,
    pub(super) links: Vec<GroupLink>,
    pub(super) ignored: Vec<IgnoredRow>,
    pub(super) ambiguous_dates: Vec<u32>,
    /// How many numbers the ranges of the sheet have given.
    pub(super) expanded: usize,
    /// Whether the sheet lists telephones of common areas, among which are lines of machines.
    pub(super) is_common_area: bool,
    /// Who was read already, where several rows may describe one: people by their key, groups by their name.
    pub(super) known: HashMap<String, Known>,
    /// How many agents each queue has so far.
    pub(super) ringing: HashMap<String, u32>,
    codes: HashMap<ImportField, HashMap<String, Code>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        sheet: usize,
        settings: &'a ImportSettings,
        fields: Fields<'a>,
        dates: DateOrders,
    ) -> Self {
        let mut codes: HashMap<ImportField, HashMap<String, Code>> = HashMap::new();
        for map in &settings.value_map {
            let known = map.values.iter().map(|choice| {
                let code = choice.code.clone().map(|code| (choice.field, code));
                (choice.text.clone(), code)
            });
            codes.entry(map.field).or_default().extend(known);
        }
        Self {
            sheet,
            settings,
            marks: Marks::of(&settings.columns, settings.target),
            fields,
            dates,
            warnings: Warnings::default(),
            ranges: Vec::new(),
            records: Vec::new(),
            links: Vec::new(),
            ignored: Vec::new(),
            ambiguous_dates: Vec::new(),
            expanded: 0,
            is_common_area: false,
            known: HashMap::new(),
            ringing: HashMap::new(),
            codes,
        }
    }

    /// Reads a row that lists something. `row` is 0-based.
    pub(super) fn data_row(&mut self, row: usize, cells: &'a [Cell]) {
        let source_row = row as u32 + 1;
        if let Err(issue) = self.characters(cells, source_row) {
            return self.reject(source_row, self.entity(), issue);
        }
        match self.settings.target {
            ImportTarget::PhoneNumbers => self.number_row(source_row, cells),
            ImportTarget::EndUsers => self.person_row(source_row, cells),
            ImportTarget::ResourceAccounts => self.account_row(source_row, cells),
            ImportTarget::CallQueues => self.queue_row(source_row, cells),
            ImportTarget::CallQueueAgents => self.agent_row(source_row, cells),
            ImportTarget::CallQueueGroups => self.group_row(source_row, cells),
            ImportTarget::AutoAttendants => self.attendant_row(source_row, cells),
            ImportTarget::Sites => self.site_row(source_row, cells),
            ImportTarget::LosingAccountNumbers => self.account_number_row(source_row, cells),
            ImportTarget::PortOrderEvents => self.order_event_row(source_row, cells),
            ImportTarget::EmergencyLocations
            | ImportTarget::NetworkSegments
            | ImportTarget::Circuits
            | ImportTarget::SpecialLines
            | ImportTarget::Devices
            | ImportTarget::Licenses
            | ImportTarget::Contacts => self.found_row(source_row, cells),
        }
    }

    /// What a row is taken for before anything of it is known.
    fn entity(&self) -> ImportTarget {
        if self.settings.target == ImportTarget::CallQueueGroups {
            ImportTarget::CallQueues
        } else {
            self.settings.target
        }
    }

    /// Looks at the characters of every cell that is read.
    fn characters(&mut self, cells: &[Cell], source_row: u32) -> Result<(), Issue> {
        let mut seen = Oddities::default();
        for index in self.fields.read_columns() {
            if let Some(cell) = cells.get(index) {
                inspect(cell, self.fields.at(index), &mut seen)?;
            }
        }
        if seen.invisible {
            self.warnings.add(IssueCode::InvisibleCharacters, source_row);
        }
        if seen.replaced {
            self.warnings.add(IssueCode::ReplacementCharacter, source_row);
        }
        let extra = cells.get(self.fields.width()..).unwrap_or_default();
        let headed = self.settings.header_row > 0;
        if headed && extra.iter().any(|cell| !cell.is_blank()) {
            self.warnings.add(IssueCode::ExtraCells, source_row);
        }
        Ok(())
    }

    /// The text of a field; none when the cell is empty.
    pub(super) fn text(&self, row: &'a [Cell], field: ImportField) -> Option<String> {
        text_of(self.fields.cell(row, field))
    }

    /// The text of a field that names somebody or something; look-alike letters and formulas are remarked upon.
    pub(super) fn name(&mut self, row: &'a [Cell], field: ImportField, source_row: u32) -> Option<String> {
        let text = self.text(row, field)?;
        self.remark_on_name(&text, source_row);
        Some(text)
    }

    /// Says when a name looks like a formula or mixes letters that look alike.
    pub(super) fn remark_on_name(&mut self, text: &str, source_row: u32) {
        if text.starts_with('=') {
            self.warnings.add(IssueCode::FormulaLikeText, source_row);
        }
        if mixes_scripts(text) {
            self.warnings.add(IssueCode::SuspiciousCharacters, source_row);
        }
    }

    /// Adds a record of a row.
    pub(super) fn push(
        &mut self,
        source_row: u32,
        entity: ImportTarget,
        written: &str,
        values: RecordValues,
        issues: Vec<Issue>,
    ) {
        let ordinal = self.ordinal(source_row);
        self.records.push(Record {
            sheet: self.sheet,
            source_row,
            ordinal,
            entity,
            written: written.to_owned(),
            values: Some(values),
            issues,
        });
    }

    /// Adds a record that could not be read.
    pub(super) fn reject(&mut self, source_row: u32, entity: ImportTarget, issue: Issue) {
        let ordinal = self.ordinal(source_row);
        self.records.push(Record {
            sheet: self.sheet,
            written: issue.value.clone(),
            source_row,
            ordinal,
            entity,
            values: None,
            issues: vec![issue],
        });
    }

    /// The place of the next record among those of its row.
    fn ordinal(&self, source_row: u32) -> u32 {
        match self.records.last() {
            Some(last) if last.source_row == source_row => last.ordinal + 1,
            _ => 0,
        }
    }

    /// Lists a row without a record. `source_row` is 1-based.
    pub(super) fn ignore(&mut self, source_row: u32, reason: RowReason, of_row: Option<u32>) {
        self.ignored.push(IgnoredRow {
            sheet: self.sheet,
            source_row,
            reason,
            of_row,
        });
    }

    /// The code that the text of a coded cell stands for.
    pub(super) fn code(&mut self, field: ImportField, text: &str) -> Code {
        let known = self.codes.entry(field).or_default();
        if let Some(code) = known.get(text) {
            return code.clone();
        }
        let shown = display_header(text);
        let code = known
            .get(&shown)
            .cloned()
            .unwrap_or_else(|| suggest_code(field, &shown).map(|(field, code)| (field, code.to_owned())));
        known.insert(text.to_owned(), code.clone());
        code
    }

    /// Everything that was gathered; remarks carry the sheet they are about.
    pub(super) fn finish(mut self) -> Reading {
        self.ignored.sort_unstable_by_key(|row| row.source_row);
        self.ambiguous_dates.dedup();
        let mut warnings: Vec<ImportWarning> = self.warnings.finish();
        for warning in &mut warnings {
            warning.sheet = self.sheet;
        }
        Reading {
            target: self.settings.target,
            records: self.records,
            ignored: self.ignored,
            warnings,
            ranges: self.ranges,
            links: self.links,
            ambiguous_dates: self.ambiguous_dates,
        }
    }
}
