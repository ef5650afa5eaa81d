//! Remarks about the sheet as a whole, each code once with all its rows.

use super::IssueCode;

/// One remark and where it applies.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportWarning {
    /// 0-based place of the sheet among those that were read.
    pub sheet: usize,
    /// What it is.
    pub code: IssueCode,
    /// 1-based rows in ascending order.
    pub rows: Vec<u32>,
    /// Letters of the columns, where columns are meant.
    pub columns: Vec<String>,
    /// The number, name or text concerned, where there is one.
    pub value: Option<String>,
    /// A sentence for people.
    pub text: String,
}

impl ImportWarning {
    /// A remark about no row yet.
    pub(super) fn new(code: IssueCode) -> Self {
        Self {
            sheet: 0,
            code,
            rows: Vec::new(),
            columns: Vec::new(),
            value: None,
            text: text(code).to_owned(),
        }
    }
}

/// Collects remarks in the order in which their codes first appear.
#[derive(Debug, Default)]
pub(super) struct Warnings(Vec<ImportWarning>);

impl Warnings {
    /// Notes that `code` applies to `row`.
    pub(super) fn add(&mut self, code: IssueCode, row: u32) {
        let same = |warning: &ImportWarning| warning.code == code && warning.value.is_none();
        let position = self.0.iter().position(same);
        let warning = match position {
            Some(position) => &mut self.0[position],
            None => {
                self.0.push(ImportWarning::new(code));
                let last = self.0.len() - 1;
                &mut self.0[last]
            }
        };
        if warning.rows.last() != Some(&row) {
            warning.rows.push(row);
        }
    }

    /// Notes that `code` applies to `row` of a sheet.
    pub(super) fn on_sheet(&mut self, code: IssueCode, sheet: usize, row: u32) {
        let same = |warning: &&mut ImportWarning| {
            warning.sheet == sheet && warning.code == code && warning.value.is_none()
        };
        if let Some(warning) = self.0.iter_mut().find(same) {
            if warning.rows.last() != Some(&row) {
                warning.rows.push(row);
            }
            return;
        }
        let mut warning = ImportWarning::new(code);
        warning.sheet = sheet;
        warning.rows.push(row);
        self.0.push(warning);
    }

    /// Notes that `code` applies to `value` in a row of a sheet.
    pub(super) fn about(&mut self, code: IssueCode, sheet: usize, row: u32, value: &str) {
        let same = |warning: &&mut ImportWarning| {
            warning.sheet == sheet && warning.code == code && warning.value.as_deref() == Some(value)
        };
        if let Some(warning) = self.0.iter_mut().find(same) {
            if !warning.rows.contains(&row) {
                warning.rows.push(row);
            }
            return;
        }
        let mut warning = ImportWarning::new(code);
        warning.sheet = sheet;
        warning.rows.push(row);
        warning.value = Some(value.to_owned());
        self.0.push(warning);
    }

    /// Adds a finished remark.
    pub(super) fn push(&mut self, warning: ImportWarning) {
        self.0.push(warning);
    }

    /// Everything collected.
    pub(super) fn finish(self) -> Vec<ImportWarning> {
        self.0
    }
}

#[allow(clippy::too_many_lines, reason = "one arm per code")]
fn text(code: IssueCode) -> &'static str {
    match code {
        IssueCode::DoNotPortText => "The file says not to port these numbers; they are imported as retained.",
        IssueCode::CarrierNormalised => "A carrier's name was brought to its usual spelling.",
        IssueCode::SeveralNumbersInCell => "A cell holds several numbers; each became a record.",
        IssueCode::InternationalNumbersPresent => "Some numbers belong to another country.",
        IssueCode::UpnTrimmedOrLowercased => "User principal names were trimmed or written in lower case.",
        IssueCode::UpnCaseNormalised => "User principal names were written in lower case.",
        IssueCode::FormulaValuesUsed => {
            "Some values were calculated by formulas; the last calculated value counts."
        }
        IssueCode::HiddenRowsOrColumnsPresent => "Hidden rows or columns were read like all others.",
        IssueCode::NumberInOtherMigration => "Some numbers are in another migration as well.",
        IssueCode::PortingStatusConflict => {
            "Some porting statuses in the file do not follow from the stored ones."
        }
        IssueCode::UnmappedValue => "Some texts stand for no known value and were left out.",
        IssueCode::InvalidDate => "Some dates could not be read and were left out.",
        IssueCode::QuantityMismatch => "A quantity differs from the count of numbers in its row.",
        IssueCode::TextInNumber => "Text instead of a number was read as \"no number yet\".",
        IssueCode::PersonNotFound => "Some numbers name a person who is not in this migration.",
        IssueCode::NumberInOpenOrder => "Some numbers are in an open port order, which decides about them.",
        IssueCode::NumberSharedByUsers => "People share a number and differ in its extension.",
        IssueCode::AgentByName => "Agents are named by their display name and were looked up by it.",
        IssueCode::LineGroupMissing => "A queue rings a group of agents that no sheet lists.",
        IssueCode::IncompleteSet => {
            "Queues and their agents are on different sheets, and one of them is missing here."
        }
        IssueCode::ValuesDiffer => {
            "Sheets say different things about a person or a number; what the first of them says counts."
        }
        IssueCode::AccountWithoutDomain => {
            "Some resource accounts have no user principal name, and the customer has no tenant domain to make \
             one with."
        }
        IssueCode::ReplacementCharacter => {
            "Some texts hold the sign for a lost character; export the file again as UTF-8."
        }
        IssueCode::InvisibleCharacters => "Some texts held invisible characters, which were left out.",
        IssueCode::SuspiciousCharacters => {
            "Some words mix letters of several scripts that look alike; compare them with the directory."
        }
        IssueCode::OtherTable => "The sheet holds another table, which is not read.",
        IssueCode::ExtraCells => "Some rows have more cells than the header; those were not read.",
        IssueCode::FormulaWithoutValue => {
            "Some formulas were never calculated: open the workbook in Excel, save it and import it again."
        }
        IssueCode::FormulaLikeText => "Some texts look like formulas; they are kept as text.",
        IssueCode::AmbiguousDate => {
            "Some dates mean different days depending on whether the month or the day comes first."
        }
        IssueCode::AccountDisabled => "Some accounts are disabled in their directory.",
        IssueCode::PlusRestored => "Some numbers had lost their plus; no digit was changed.",
        IssueCode::TrunkZeroRestored => "Some numbers had lost the zero before their area code.",
        IssueCode::NumberMarkedRemove => "Some numbers are marked for removal and were left out.",
        IssueCode::SameDnOnSeveralDevices => "A line is on several devices; it is one number.",
        IssueCode::ExtensionOnlyLineUri => "A line is an internal extension; its person has no number.",
        IssueCode::PostalCodeZeroRestored => "Some postal codes had lost their leading zero.",
        IssueCode::HoursNotRead => "Some opening hours could not be read for certain; enter them by hand.",
        IssueCode::HolidaysNotRead => "Some holidays name no year or no day and were kept in the notes.",
        IssueCode::MenuOptionNotRead => "Some menu options could not be read and were left out.",
        IssueCode::UnknownSite => {
            "Some rows name no site of the customer, and nothing else says which one is meant."
        }
        IssueCode::InvalidAmount => "Some amounts could not be read and were kept in the notes.",
        IssueCode::LocationNotFound => {
            "Some parts of the network name an emergency location that their site does not have."
        }
        IssueCode::ExtensionOnly => "Some are reached by an internal extension alone and have no number.",
        IssueCode::MissingIdentity
        | IssueCode::ValueTooLong
        | IssueCode::NulCharacter
        | IssueCode::InvalidUpn
        | IssueCode::DuplicateUpn
        | IssueCode::GuestAccount
        | IssueCode::MissingNumber
        | IssueCode::InvalidNumber
        | IssueCode::MissingAreaCode
        | IssueCode::PatternNotNumber
        | IssueCode::DuplicateNumber
        | IssueCode::RangeReversed
        | IssueCode::RangeTooLarge
        | IssueCode::ScientificNotationLostDigits
        | IssueCode::FormulaError
        | IssueCode::EmergencyNumber
        | IssueCode::NumberAlreadyAssigned
        | IssueCode::AccountHasNumber
        | IssueCode::TollFreeNumber
        | IssueCode::AgentNotFound
        | IssueCode::QueueNotFound
        | IssueCode::OrderNotFound
        | IssueCode::DuplicateName
        | IssueCode::DuplicateAgent
        | IssueCode::UnknownKind
        | IssueCode::InvalidIdentifier
        | IssueCode::FictitiousNumber => "See the records concerned.",
    }
}
