//! What is wrong or remarkable about a record, on the cell where it shows.

use std::borrow::Cow;

use crate::coded::{Coded, coded_enum};
use crate::mapping::ImportField;
use crate::number::nanp::Severity;
use crate::number::{NumberError, NumberIssue};

coded_enum! {
    /// The closed list of what an import can say about a record or a sheet.
    IssueCode: "import_issue" {
        MissingIdentity => "missing_identity", InvalidUpn => "invalid_upn", DuplicateUpn => "duplicate_upn",
        GuestAccount => "guest_account", MissingNumber => "missing_number", InvalidNumber => "invalid_number",
        MissingAreaCode => "missing_area_code", ExtensionOnly => "extension_only",
        PatternNotNumber => "pattern_not_number", DuplicateNumber => "duplicate_number",
        RangeReversed => "range_reversed", RangeTooLarge => "range_too_large",
        ScientificNotationLostDigits => "scientific_notation_lost_digits", FormulaError => "formula_error",
        TextInNumber => "text_in_number", EmergencyNumber => "emergency_number",
        NumberAlreadyAssigned => "number_already_assigned", AccountHasNumber => "account_has_number",
        AccountWithoutDomain => "account_without_domain",
        TollFreeNumber => "toll_free_number",
        NumberInOpenOrder => "number_in_open_order", NumberSharedByUsers => "number_shared_by_users",
        PersonNotFound => "person_not_found", AgentNotFound => "agent_not_found",
        AgentByName => "agent_by_name", QueueNotFound => "queue_not_found", OrderNotFound => "order_not_found",
        DuplicateName => "duplicate_name",
        DuplicateAgent => "duplicate_agent", LineGroupMissing => "line_group_missing",
        IncompleteSet => "incomplete_set", ValuesDiffer => "values_differ",
        NumberInOtherMigration => "number_in_other_migration", PortingStatusConflict => "porting_status_conflict",
        UnmappedValue => "unmapped_value", InvalidDate => "invalid_date", QuantityMismatch => "quantity_mismatch",
        FictitiousNumber => "fictitious_number", DoNotPortText => "do_not_port_text",
        CarrierNormalised => "carrier_normalised", SeveralNumbersInCell => "several_numbers_in_cell",
        InternationalNumbersPresent => "international_numbers_present",
        UpnTrimmedOrLowercased => "upn_trimmed_or_lowercased",
        UpnCaseNormalised => "upn_case_normalised", FormulaValuesUsed => "formula_values_used",
        HiddenRowsOrColumnsPresent => "hidden_rows_or_columns_present",
        ValueTooLong => "value_too_long", NulCharacter => "nul_character",
        ReplacementCharacter => "replacement_character", InvisibleCharacters => "invisible_characters",
        SuspiciousCharacters => "suspicious_characters", ExtraCells => "extra_cells",
        FormulaWithoutValue => "formula_without_value", FormulaLikeText => "formula_like_text",
        AmbiguousDate => "ambiguous_date", AccountDisabled => "account_disabled",
        PlusRestored => "plus_restored", TrunkZeroRestored => "trunk_zero_restored",
        NumberMarkedRemove => "number_marked_remove",
        SameDnOnSeveralDevices => "same_dn_on_several_devices",
        ExtensionOnlyLineUri => "extension_only_line_uri",
        PostalCodeZeroRestored => "postal_code_zero_restored", HoursNotRead => "hours_not_read",
        HolidaysNotRead => "holidays_not_read", MenuOptionNotRead => "menu_option_not_read", OtherTable => "other_table",
        UnknownSite => "unknown_site", UnknownKind => "unknown_kind", InvalidAmount => "invalid_amount",
        InvalidIdentifier => "invalid_identifier", LocationNotFound => "location_not_found",
    }
}

impl From<NumberIssue> for IssueCode {
    fn from(issue: NumberIssue) -> Self {
        Self::from_code(issue.code()).unwrap_or(Self::InvalidNumber)
    }
}

/// One objection. An error rejects the record; a warning lets it pass.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Issue {
    /// What it is.
    pub code: IssueCode,
    /// The field whose cell shows it; none = the row as a whole.
    pub field: Option<ImportField>,
    /// The cell's text.
    pub value: String,
    /// The 1-based row that got there first, for a duplicate.
    pub of_row: Option<u32>,
    /// Whether the record is rejected.
    pub severity: Severity,
    /// What is wrong and what to do, in sentences.
    #[ts(type = "string")]
    pub text: Cow<'static, str>,
}

impl Issue {
    /// An objection that rejects the record.
    pub fn error(
        code: IssueCode,
        field: ImportField,
        value: &str,
        text: impl Into<Cow<'static, str>>,
    ) -> Self {
        let text = text.into();
        Self {
            code,
            field: Some(field),
            value: value.to_owned(),
            of_row: None,
            severity: Severity::Error,
            text,
        }
    }

    /// A remark that lets the record pass.
    pub fn warning(
        code: IssueCode,
        field: ImportField,
        value: &str,
        text: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, field, value, text)
        }
    }

    /// A refused number cell.
    pub(super) fn number(error: &NumberError, value: &str) -> Self {
        let text = format!("{} {}", error.text(), error.issue.remedy());
        Self::error(error.issue.into(), ImportField::E164, value, text)
    }

    /// The same value as in an earlier row.
    pub(super) fn duplicate(code: IssueCode, field: ImportField, value: &str, of_row: u32) -> Self {
        let text = format!("Row {of_row} has it already; the first occurrence counts.");
        Self {
            of_row: Some(of_row),
            ..Self::error(code, field, value, text)
        }
    }

    /// Whether the record is rejected because of this.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
