//! Remarks about the sheet as a whole, each code once with all its rows.

use super::IssueCode;

/// One remark and where it applies.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportWarning {
    /// What it is.
    pub code: IssueCode,
    /// 1-based rows in ascending order.
    pub rows: Vec<u32>,
    /// Letters of the columns, where columns are meant.
    pub columns: Vec<String>,
    /// A sentence for people.
    pub text: String,
}

impl ImportWarning {
    /// A remark about no row yet.
    pub(super) fn new(code: IssueCode) -> Self {
        Self {
            code,
            rows: Vec::new(),
            columns: Vec::new(),
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
        let position = self.0.iter().position(|warning| warning.code == code);
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

    /// Adds a finished remark.
    pub(super) fn push(&mut self, warning: ImportWarning) {
        self.0.push(warning);
    }

    /// Everything collected.
    pub(super) fn finish(self) -> Vec<ImportWarning> {
        self.0
    }
}

fn text(code: IssueCode) -> &'static str {
    match code {
        IssueCode::DoNotPortText => "The file says not to port these numbers; they are imported as retained.",
        IssueCode::CarrierNormalised => "A carrier's name was brought to its usual spelling.",
        IssueCode::SeveralNumbersInCell => "A cell holds several numbers; each became a record.",
        IssueCode::InternationalNumbersPresent => "Some numbers belong to another country.",
        IssueCode::UpnTrimmedOrLowercased => "User principal names were trimmed or written in lower case.",
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
        IssueCode::MissingIdentity
        | IssueCode::InvalidUpn
        | IssueCode::DuplicateUpn
        | IssueCode::GuestAccount
        | IssueCode::MissingNumber
        | IssueCode::InvalidNumber
        | IssueCode::MissingAreaCode
        | IssueCode::ExtensionOnly
        | IssueCode::PatternNotNumber
        | IssueCode::DuplicateNumber
        | IssueCode::RangeReversed
        | IssueCode::RangeTooLarge
        | IssueCode::ScientificNotationLostDigits
        | IssueCode::FormulaError
        | IssueCode::EmergencyNumber
        | IssueCode::NumberAlreadyAssigned
        | IssueCode::TollFreeNumber
        | IssueCode::FictitiousNumber => "See the records concerned.",
    }
}
