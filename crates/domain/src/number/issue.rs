//! Why a cell is not a number, in words for the person who must mend it.

use crate::coded::coded_enum;

coded_enum! {
    /// The closed list of reasons for which a number is refused.
    NumberIssue: "number_issue" {
        MissingNumber => "missing_number", InvalidNumber => "invalid_number",
        MissingAreaCode => "missing_area_code", ExtensionOnly => "extension_only",
        PatternNotNumber => "pattern_not_number", RangeReversed => "range_reversed",
        RangeTooLarge => "range_too_large",
        ScientificNotationLostDigits => "scientific_notation_lost_digits",
        FormulaError => "formula_error", TextInNumber => "text_in_number",
        EmergencyNumber => "emergency_number",
    }
}

impl NumberIssue {
    /// What is wrong, as a sentence.
    pub fn text(self) -> &'static str {
        match self {
            Self::MissingNumber => "There is no number here.",
            Self::InvalidNumber => "This is not a valid telephone number.",
            Self::MissingAreaCode => "The area code is missing.",
            Self::ExtensionOnly => "This is an extension, not a telephone number.",
            Self::PatternNotNumber => "This is a pattern with wildcards, not a number.",
            Self::RangeReversed => "The range ends before it begins.",
            Self::RangeTooLarge => "The range is too large.",
            Self::ScientificNotationLostDigits => {
                "The spreadsheet wrote the number in scientific notation and lost its last digits."
            }
            Self::FormulaError => "The formula in this cell gives an error instead of a number.",
            Self::TextInNumber => "There is text where a number belongs.",
            Self::EmergencyNumber => "This is an emergency number, which nobody can own or port.",
        }
    }

    /// What to do about it, as a sentence.
    pub fn remedy(self) -> &'static str {
        match self {
            Self::MissingNumber => "Fill in the number, or leave the row out.",
            Self::InvalidNumber => {
                "Compare it with the carrier's bill; look for a missing digit or a letter O."
            }
            Self::MissingAreaCode => "Write all ten digits.",
            Self::ExtensionOnly => "Map the column as the extension, or write the whole number.",
            Self::PatternNotNumber => "Write the first and the last number of the block.",
            Self::RangeReversed => "Swap the two ends if the range is meant.",
            Self::RangeTooLarge => "Split it into ranges of at most 1,000 numbers, or correct the end.",
            Self::ScientificNotationLostDigits => {
                "Format the column as text in the original workbook and export it again."
            }
            Self::FormulaError => "Mend the formula, or paste the number as a value.",
            Self::TextInNumber => "Replace the text by the number, or leave the row out.",
            Self::EmergencyNumber => "Leave the row out.",
        }
    }
}

/// A refused number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text())]
pub struct NumberError {
    /// The reason.
    pub issue: NumberIssue,
    /// What is special about this one, as a sentence; empty when the reason says it all.
    pub detail: String,
}

impl NumberError {
    pub(super) fn new(issue: NumberIssue, detail: impl Into<String>) -> Self {
        Self {
            issue,
            detail: detail.into(),
        }
    }

    /// The reason and its detail, as sentences.
    pub fn text(&self) -> String {
        if self.detail.is_empty() {
            self.issue.text().to_owned()
        } else {
            format!("{} {}", self.issue.text(), self.detail)
        }
    }
}

impl From<NumberIssue> for NumberError {
    fn from(issue: NumberIssue) -> Self {
        Self {
            issue,
            detail: String::new(),
        }
    }
}
