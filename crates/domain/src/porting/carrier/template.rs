//! The sheet that a carrier wants filled in: which facts stand where, and how each is written.
//!
//! A profile may keep the carrier's own workbook in place of a sheet of ours; then only its cells are named here.

use crate::coded::coded_enum;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

coded_enum! {
    /// A fact that a column or a title row of the request sheet shows.
    SheetField: "sheet_field" {
        Number => "number" ("Telephone number"), RangeEnd => "range_end" ("Last number of the range"),
        RangeCount => "range_count" ("Numbers in the range"), Extension => "extension" ("Extension"),
        NumberType => "number_type" ("Number type"), Usage => "usage" ("Usage"), Btn => "btn" ("BTN"),
        NewBtn => "new_btn" ("New BTN"), AccountNumber => "account_number" ("Account number"), Pin => "pin" ("PIN"),
        LegalName => "legal_name" ("Organization"), NameOnAccount => "name_on_account" ("Name on account"),
        ServiceStreet => "service_street" ("Service street"), ServiceCity => "service_city" ("Service city"),
        ServiceState => "service_state" ("Service state"), ServicePostalCode => "service_postal_code" ("Service ZIP"),
        LosingCarrier => "losing_carrier" ("Losing carrier"), GainingCarrier => "gaining_carrier" ("Gaining carrier"),
        Ocn => "ocn" ("OCN"), RateCenter => "rate_center" ("Rate center"), PortType => "port_type" ("Port type"),
        DesiredDate => "desired_date" ("Desired date"), FocDate => "foc_date" ("FOC date"), Pon => "pon" ("PON"),
        Version => "version" ("Version"), EndUserName => "end_user_name" ("End user"),
        AuthorizedPerson => "authorized_person" ("Authorized person"), ResporgId => "resporg_id" ("RespOrg id"),
        Remarks => "remarks" ("Remarks"), CustomerReference => "customer_reference" ("Customer reference"),
        NumberCount => "number_count" ("Numbers in the order"), FixedText => "fixed_text" ("Fixed text"),
    }
}
coded_enum! {
    /// How telephone numbers are written; `text` leaves any value as it is, `range` writes `2145550100-0149`.
    NumberFormat: "number_format" {
        E164 => "e164", TenDigits => "ten_digits", Dashed => "dashed", Range => "range", Text => "text",
    }
}
coded_enum! {
    /// How dates are written: as a date of the spreadsheet, or as text.
    DateFormat: "date_format" {
        DateCell => "date_cell", Iso => "iso", MonthFirst => "month_first", DayFirst => "day_first",
        DayMonthName => "day_month_name",
    }
}
coded_enum! {
    /// What one row of the table stands for.
    RowPer: "row_per" { Number => "number", Range => "range" }
}
coded_enum! {
    /// What kind of file the request is.
    SheetFormat: "sheet_format" { Xlsx => "xlsx", Csv => "csv" }
}

impl SheetField {
    /// The field in which a person changes the fact, as the wire spells it.
    pub fn changed_in(self) -> Option<&'static str> {
        use SheetField::*;
        match self {
            Btn => Some("btn"),
            NewBtn => Some("newBtn"),
            AccountNumber => Some("accountNumber"),
            Pin => Some("pin"),
            LegalName => Some("legalName"),
            NameOnAccount => Some("nameOnAccount"),
            ServiceStreet | ServiceCity | ServiceState | ServicePostalCode => Some("csrAddress"),
            LosingCarrier => Some("carrierName"),
            PortType => Some("scope"),
            DesiredDate => Some("desiredDate"),
            Pon => Some("pon"),
            AuthorizedPerson => Some("signerContactId"),
            ResporgId => Some("resporgId"),
            Remarks => Some("notes"),
            Number | RangeEnd | RangeCount | Extension | NumberType | Usage | GainingCarrier | Ocn
            | RateCenter | FocDate | Version | EndUserName | CustomerReference | NumberCount | FixedText => {
                None
            }
        }
    }

    /// Whether it differs from number to number, so that only a column can show it.
    pub fn is_of_one_number(self) -> bool {
        use SheetField::*;
        matches!(
            self,
            Number | RangeEnd | RangeCount | Extension | NumberType | Usage | RateCenter | EndUserName
        )
    }
}

/// How a value is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Writing {
    /// How it writes telephone numbers.
    pub format: NumberFormat,
    /// How it writes dates.
    pub date_format: DateFormat,
    /// Whether letters become capitals.
    pub upper_case: bool,
    /// The most characters it may have; a longer value stops the export and is never cut.
    pub max_length: Option<u16>,
    /// What `fixed_text` shows.
    pub text: Option<String>,
}

impl Default for Writing {
    fn default() -> Self {
        Self {
            format: NumberFormat::Text,
            date_format: DateFormat::DateCell,
            upper_case: false,
            max_length: None,
            text: None,
        }
    }
}

/// One column of the request sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetColumn {
    /// What it shows.
    pub field: SheetField,
    /// Its heading.
    pub title: String,
    /// Its width in characters.
    #[serde(default = "usual_width")]
    pub width: u16,
    /// How it writes its values.
    #[serde(flatten)]
    pub writing: Writing,
}

fn usual_width() -> u16 {
    16
}

/// A labelled fact above the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetTitleRow {
    /// The label in the first column.
    pub title: String,
    /// The fact beside it.
    pub field: SheetField,
    /// How it is written.
    #[serde(flatten)]
    pub writing: Writing,
}

/// What a carrier's form takes of one fact, whether or not the sheet shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldLimit {
    /// The fact.
    pub field: SheetField,
    /// The most characters.
    #[serde(default)]
    pub max_length: Option<u16>,
    /// Whether spaces and dashes are refused.
    #[serde(default)]
    pub no_spaces_or_dashes: bool,
}

/// A cell of the carrier's workbook that takes a fact of the order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkbookCell {
    /// Its address, such as `B4`.
    pub cell: String,
    /// The fact.
    pub field: SheetField,
    /// How it is written.
    #[serde(flatten)]
    pub writing: Writing,
}

/// A column of the table in the carrier's workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkbookColumn {
    /// Its letters, such as `C`.
    pub column: String,
    /// What it shows.
    pub field: SheetField,
    /// How it writes its values.
    #[serde(flatten)]
    pub writing: Writing,
}

/// Where the facts go in the carrier's own workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkbookTemplate {
    /// The sheet that is filled in.
    pub sheet: String,
    /// Facts of the order.
    #[serde(default)]
    pub cells: Vec<WorkbookCell>,
    /// The first row of the table that takes a number, from 1.
    pub first_row: u32,
    /// The columns of the table.
    pub columns: Vec<WorkbookColumn>,
}

/// The port-request sheet of a carrier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetTemplate {
    /// What kind of file it is.
    #[serde(default = "xlsx")]
    pub file_format: SheetFormat,
    /// Name of the sheet.
    pub sheet_name: String,
    /// The order's facts above the table, in their order.
    #[serde(default)]
    pub title_rows: Vec<SheetTitleRow>,
    /// Whether the columns have headings.
    #[serde(default = "yes")]
    pub has_header: bool,
    /// What one row stands for.
    #[serde(default = "per_number")]
    pub row_per: RowPer,
    /// The columns of the table, in their order.
    pub columns: Vec<SheetColumn>,
    /// What the carrier's form takes of single facts.
    #[serde(default)]
    pub limits: Vec<FieldLimit>,
    /// Where the facts go in the carrier's own workbook, which then takes the place of the columns above.
    #[serde(default)]
    pub workbook: Option<WorkbookTemplate>,
}

impl SheetTemplate {
    /// The facts of the whole order that the sheet shows, each with how it is written.
    pub(crate) fn facts(&self) -> Vec<(SheetField, &Writing)> {
        let (above, columns): (Vec<_>, Vec<_>) = match &self.workbook {
            Some(own) => (
                own.cells.iter().map(|it| (it.field, &it.writing)).collect(),
                own.columns.iter().map(|it| (it.field, &it.writing)).collect(),
            ),
            None => (
                self.title_rows.iter().map(|it| (it.field, &it.writing)).collect(),
                self.columns.iter().map(|it| (it.field, &it.writing)).collect(),
            ),
        };
        // A remark in a column is that of the number.
        let of_order =
            |(field, _): &(SheetField, &Writing)| !field.is_of_one_number() && *field != SheetField::Remarks;
        above
            .into_iter()
            .chain(columns.into_iter().filter(of_order))
            .collect()
    }

    /// The facts of the whole order that the carrier's form limits.
    pub fn limited_facts(&self) -> Vec<SheetField> {
        let shown = self.facts().into_iter();
        let too_long = shown.filter(|(_, writing)| writing.max_length.is_some());
        let limited = self.limits.iter().map(|limit| limit.field);
        limited.chain(too_long.map(|(field, _)| field)).collect()
    }
}

fn xlsx() -> SheetFormat {
    SheetFormat::Xlsx
}

fn yes() -> bool {
    true
}

fn per_number() -> RowPer {
    RowPer::Number
}
