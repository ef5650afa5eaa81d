//! The rows of a port-request sheet as a carrier's template asks for them.
//!
//! Only here do the account number and the PIN leave their `Secret`; the table never shows its cells in debug
//! output.

mod problems;
mod ranges;
mod sample;
mod writing;

pub use problems::{field_value, order_problems, sheet_problems};
pub use sample::sample_request;

use super::Secret;
use super::carrier::{
    NumberFormat, RowPer, SheetField, SheetTemplate, SheetTitleRow, WorkbookCell, WorkbookTemplate, Writing,
};
use crate::entities::losing_account::PostalAddress;
use crate::enums::{NumberClass, NumberUsage, PhoneNumberType, PortScope};
use crate::number::E164;
use crate::workbook::{cell_position, column_index};
use chrono::NaiveDate;
use ranges::Row;

/// One cell.
#[derive(Clone, PartialEq)]
pub enum SheetValue {
    /// Text; telephone numbers, account numbers and codes are text.
    Text(String),
    /// A quantity.
    Number(f64),
    /// A calendar date.
    Date(NaiveDate),
    /// Nothing.
    Empty,
}

/// A sheet to be written: labelled facts, a blank row, headings, rows.
#[derive(Clone, PartialEq)]
pub struct SheetTable {
    /// Name of the sheet.
    pub sheet_name: String,
    /// Label and fact above the table.
    pub title_rows: Vec<(String, SheetValue)>,
    /// Whether the headings are written.
    pub has_header: bool,
    /// Headings.
    pub headers: Vec<String>,
    /// Width of each column in characters.
    pub widths: Vec<u16>,
    /// Rows, each as long as the headings.
    pub rows: Vec<Vec<SheetValue>>,
}

/// The values of a carrier's own workbook, every place 0-based.
#[derive(Clone, PartialEq)]
pub struct FilledWorkbook {
    /// The sheet that is filled in.
    pub sheet: String,
    /// Row and column of single cells with what goes there.
    pub cells: Vec<((usize, usize), SheetValue)>,
    /// The first row of the table.
    pub first_row: usize,
    /// The columns of the table.
    pub columns: Vec<usize>,
    /// Its rows, each as long as the columns.
    pub rows: Vec<Vec<SheetValue>>,
}

/// One number, with or without extension; extensions of one base number share a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestNumber {
    /// The base number.
    pub e164: E164,
    /// The extension, empty when there is none.
    pub extension: String,
    /// What it is for.
    pub number_type: PhoneNumberType,
    /// The Teams capability it needs.
    pub usage: NumberUsage,
    /// Its rate center.
    pub rate_center: Option<String>,
    /// Who receives it.
    pub end_user_name: Option<String>,
    /// Free text for the carrier.
    pub remarks: Option<String>,
}

/// Everything a port request says.
#[derive(Debug, Clone, PartialEq)]
pub struct PortRequest {
    /// The purchase order number.
    pub pon: Option<String>,
    /// From 1.
    pub version: i64,
    /// The customer's legal name.
    pub legal_name: String,
    /// The name as on the customer service record.
    pub name_on_account: String,
    /// The carrier that loses the numbers.
    pub losing_carrier: String,
    /// The carrier that gains them.
    pub gaining_carrier: String,
    /// Operating company number.
    pub ocn: Option<String>,
    /// The account number.
    pub account_number: Option<Secret>,
    /// The PIN.
    pub pin: Option<Secret>,
    /// The billing telephone number.
    pub btn: Option<String>,
    /// The number that bills what stays behind.
    pub new_btn: Option<String>,
    /// The service address as on the customer service record.
    pub service_address: PostalAddress,
    /// Who may act for the account.
    pub authorized_person: Option<String>,
    /// The day asked for.
    pub desired_date: Option<NaiveDate>,
    /// The day committed to.
    pub foc_date: Option<NaiveDate>,
    /// All numbers of the account, or some.
    pub scope: PortScope,
    /// Local or toll-free.
    pub number_class: NumberClass,
    /// Responsible organisation of toll-free numbers.
    pub resporg_id: Option<String>,
    /// The customer's own reference.
    pub customer_reference: Option<String>,
    /// Remarks about the whole order.
    pub remarks: Option<String>,
    /// The numbers, in any order.
    pub numbers: Vec<RequestNumber>,
}

/// The sheet of this request: the template's facts, then its rows in the order of the numbers.
pub fn port_request(request: &PortRequest, template: &SheetTemplate) -> SheetTable {
    let shown: Vec<_> = template
        .columns
        .iter()
        .map(|it| (it.field, &it.writing))
        .collect();
    let title = |row: &SheetTitleRow| (row.title.clone(), fact(request, row.field, &row.writing));
    SheetTable {
        sheet_name: template.sheet_name.clone(),
        title_rows: template.title_rows.iter().map(title).collect(),
        has_header: template.has_header,
        headers: template
            .columns
            .iter()
            .map(|column| column.title.clone())
            .collect(),
        widths: template.columns.iter().map(|column| column.width).collect(),
        rows: table(request, &shown, template.row_per),
    }
}

/// What goes where in the carrier's own workbook.
pub fn fill_in(request: &PortRequest, own: &WorkbookTemplate, row_per: RowPer) -> FilledWorkbook {
    let shown: Vec<_> = own.columns.iter().map(|it| (it.field, &it.writing)).collect();
    let cell = |cell: &WorkbookCell| {
        let position = cell_position(&cell.cell)?;
        Some((position, fact(request, cell.field, &cell.writing)))
    };
    FilledWorkbook {
        sheet: own.sheet.clone(),
        cells: own.cells.iter().filter_map(cell).collect(),
        first_row: own.first_row.saturating_sub(1) as usize,
        columns: own
            .columns
            .iter()
            .filter_map(|column| column_index(&column.column))
            .collect(),
        rows: table(request, &shown, row_per),
    }
}

/// The rows of a table with these columns.
fn table(request: &PortRequest, shown: &[(SheetField, &Writing)], row_per: RowPer) -> Vec<Vec<SheetValue>> {
    let cells = |row: &Row<'_>| -> Vec<SheetValue> {
        shown
            .iter()
            .map(|(field, writing)| cell(request, row, *field, writing))
            .collect()
    };
    let mut rows = ranges::per_number(&request.numbers);
    if row_per == RowPer::Range {
        let of_number = [SheetField::Number, SheetField::RangeEnd, SheetField::RangeCount];
        let alike: Vec<_> = shown
            .iter()
            .filter(|(field, _)| !of_number.contains(field))
            .collect();
        rows = ranges::per_range(rows, |before, row| {
            alike.iter().all(|(field, writing)| {
                cell(request, before, *field, writing) == cell(request, row, *field, writing)
            })
        });
    }
    rows.iter().map(cells).collect()
}

fn cell(request: &PortRequest, row: &Row<'_>, field: SheetField, writing: &Writing) -> SheetValue {
    use SheetField as F;
    let sharing = &row.sharing;
    let value = match field {
        F::Number => SheetValue::Text(writing::range(row.first, row.last, writing.format)),
        F::RangeEnd => SheetValue::Text(writing::number(row.last, writing.format)),
        F::RangeCount => SheetValue::Number(row.count as f64),
        F::Extension => joined(sharing, |number| Some(number.extension.clone())),
        F::NumberType => joined(sharing, |number| Some(number.number_type.to_string())),
        F::Usage => joined(sharing, |number| Some(number.usage.to_string())),
        F::RateCenter => joined(sharing, |number| number.rate_center.clone()),
        F::EndUserName => joined(sharing, |number| number.end_user_name.clone()),
        F::Remarks => joined(sharing, |number| number.remarks.clone()),
        F::Btn
        | F::NewBtn
        | F::AccountNumber
        | F::Pin
        | F::LegalName
        | F::NameOnAccount
        | F::ServiceStreet
        | F::ServiceCity
        | F::ServiceState
        | F::ServicePostalCode
        | F::LosingCarrier
        | F::GainingCarrier
        | F::Ocn
        | F::PortType
        | F::DesiredDate
        | F::FocDate
        | F::Pon
        | F::Version
        | F::AuthorizedPerson
        | F::ResporgId
        | F::CustomerReference
        | F::NumberCount
        | F::FixedText => {
            return fact(request, field, writing);
        }
    };
    writing::written(value, writing)
}

/// What those who share a number say, each value once.
fn joined(sharing: &[&RequestNumber], pick: impl Fn(&RequestNumber) -> Option<String>) -> SheetValue {
    let mut parts: Vec<String> = sharing.iter().filter_map(|number| pick(number)).collect();
    parts.retain(|part| !part.is_empty());
    parts.sort();
    parts.dedup();
    text(Some(&parts.join("; ")))
}

/// A fact of the whole order as this writing shows it.
fn fact(request: &PortRequest, field: SheetField, writing: &Writing) -> SheetValue {
    let value = if field == SheetField::Btn {
        billing_number(request.btn.as_deref(), writing.format)
    } else if field == SheetField::NewBtn {
        billing_number(request.new_btn.as_deref(), writing.format)
    } else if field == SheetField::FixedText {
        text(writing.text.as_deref())
    } else {
        plain_fact(request, field)
    };
    writing::written(value, writing)
}

/// A BTN may hold letters; one that is a number is written like the others.
fn billing_number(btn: Option<&str>, format: NumberFormat) -> SheetValue {
    let number = btn.and_then(|btn| super::account::e164(btn).parse::<E164>().ok());
    match number.filter(|_| format != NumberFormat::Text) {
        Some(number) => SheetValue::Text(writing::number(&number, format)),
        None => text(btn),
    }
}

/// A fact of the whole order; facts of one number are empty here.
fn plain_fact(request: &PortRequest, field: SheetField) -> SheetValue {
    use SheetField as F;
    let address = &request.service_address;
    match field {
        F::Btn => text(request.btn.as_deref()),
        F::NewBtn => text(request.new_btn.as_deref()),
        F::AccountNumber => text(request.account_number.as_ref().map(Secret::expose)),
        F::Pin => text(request.pin.as_ref().map(Secret::expose)),
        F::LegalName => text(Some(&request.legal_name)),
        F::NameOnAccount => text(Some(&request.name_on_account)),
        F::ServiceStreet => text(address.street.as_deref()),
        F::ServiceCity => text(address.city.as_deref()),
        F::ServiceState => text(address.state.as_deref()),
        F::ServicePostalCode => text(address.postal_code.as_deref()),
        F::LosingCarrier => text(Some(&request.losing_carrier)),
        F::GainingCarrier => text(Some(&request.gaining_carrier)),
        F::Ocn => text(request.ocn.as_deref()),
        F::PortType if request.number_class == NumberClass::TollFree => text(Some("RespOrg change")),
        F::PortType => text(Some(&request.scope.to_string())),
        F::DesiredDate => request.desired_date.map_or(SheetValue::Empty, SheetValue::Date),
        F::FocDate => request.foc_date.map_or(SheetValue::Empty, SheetValue::Date),
        F::Pon => text(request.pon.as_deref()),
        F::Version => text(Some(&request.version.to_string())),
        F::AuthorizedPerson => text(request.authorized_person.as_deref()),
        F::ResporgId => text(request.resporg_id.as_deref()),
        F::Remarks => text(request.remarks.as_deref()),
        F::CustomerReference => text(request.customer_reference.as_deref()),
        F::NumberCount => SheetValue::Number(ranges::per_number(&request.numbers).len() as f64),
        F::Number
        | F::RangeEnd
        | F::RangeCount
        | F::Extension
        | F::NumberType
        | F::Usage
        | F::RateCenter
        | F::EndUserName
        | F::FixedText => SheetValue::Empty,
    }
}

fn text(value: Option<&str>) -> SheetValue {
    match value.map(str::trim) {
        Some(value) if !value.is_empty() => SheetValue::Text(value.to_owned()),
        _ => SheetValue::Empty,
    }
}

impl std::fmt::Debug for SheetValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Text(_) => "Text(…)",
            Self::Number(_) => "Number(…)",
            Self::Date(_) => "Date(…)",
            Self::Empty => "Empty",
        })
    }
}

impl std::fmt::Debug for SheetTable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "SheetTable({}: {} columns, {} rows)",
            self.sheet_name,
            self.headers.len(),
            self.rows.len()
        )
    }
}

impl std::fmt::Debug for FilledWorkbook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (cells, rows) = (self.cells.len(), self.rows.len());
        write!(f, "FilledWorkbook({}: {cells} cells, {rows} rows)", self.sheet)
    }
}
