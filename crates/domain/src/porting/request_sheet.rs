//! The rows of a port-request sheet as a carrier's template asks for them.
//!
//! Only here do the account number and the PIN leave their `Secret`; the table never shows its cells in debug
//! output.

use super::Secret;
use super::carrier::{NumberFormat, SheetField, SheetTemplate};
use crate::entities::losing_account::PostalAddress;
use crate::enums::{NumberClass, NumberUsage, PhoneNumberType, PortScope};
use crate::number::E164;
use chrono::NaiveDate;
use std::collections::BTreeMap;

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
    /// Headings.
    pub headers: Vec<String>,
    /// Width of each column in characters.
    pub widths: Vec<u16>,
    /// Rows, each as long as the headings.
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

/// The sheet of this request: the template's facts, then one row per base number in the order of the numbers.
pub fn port_request(request: &PortRequest, template: &SheetTemplate) -> SheetTable {
    let mut lines: BTreeMap<&E164, Vec<&RequestNumber>> = BTreeMap::new();
    for number in &request.numbers {
        lines.entry(&number.e164).or_default().push(number);
    }
    let row = |(e164, sharing): (&E164, Vec<&RequestNumber>)| {
        template
            .columns
            .iter()
            .map(|column| cell(request, e164, &sharing, column.field, column.format))
            .collect()
    };
    let title = |row: &super::carrier::SheetTitleRow| (row.title.clone(), fact(request, row.field));
    SheetTable {
        sheet_name: template.sheet_name.clone(),
        title_rows: template.title_rows.iter().map(title).collect(),
        headers: template
            .columns
            .iter()
            .map(|column| column.title.clone())
            .collect(),
        widths: template.columns.iter().map(|column| column.width).collect(),
        rows: lines.into_iter().map(row).collect(),
    }
}

fn cell(
    request: &PortRequest,
    e164: &E164,
    sharing: &[&RequestNumber],
    field: SheetField,
    format: NumberFormat,
) -> SheetValue {
    let joined = |pick: &dyn Fn(&RequestNumber) -> Option<String>| {
        let mut parts: Vec<String> = sharing.iter().filter_map(|number| pick(number)).collect();
        parts.retain(|part| !part.is_empty());
        parts.sort();
        parts.dedup();
        if parts.is_empty() {
            SheetValue::Empty
        } else {
            SheetValue::Text(parts.join("; "))
        }
    };
    if field == SheetField::Number {
        return SheetValue::Text(written(e164, format));
    }
    if field == SheetField::Extension {
        return joined(&|number| Some(number.extension.clone()));
    }
    if field == SheetField::NumberType {
        return joined(&|number| Some(number.number_type.to_string()));
    }
    if field == SheetField::Usage {
        return joined(&|number| Some(number.usage.to_string()));
    }
    if field == SheetField::RateCenter {
        return joined(&|number| number.rate_center.clone());
    }
    if field == SheetField::EndUserName {
        return joined(&|number| number.end_user_name.clone());
    }
    if field == SheetField::Remarks {
        return joined(&|number| number.remarks.clone());
    }
    if matches!(field, SheetField::Btn | SheetField::NewBtn) {
        let btn = if field == SheetField::Btn {
            &request.btn
        } else {
            &request.new_btn
        };
        let number = btn
            .as_deref()
            .and_then(|btn| super::account::e164(btn).parse::<E164>().ok());
        return number.map_or_else(
            || fact(request, field),
            |number| SheetValue::Text(written(&number, format)),
        );
    }
    fact(request, field)
}

/// A fact of the whole order; facts of one number are empty here.
fn fact(request: &PortRequest, field: SheetField) -> SheetValue {
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
        F::Number | F::Extension | F::NumberType | F::Usage | F::RateCenter | F::EndUserName => {
            SheetValue::Empty
        }
    }
}

fn text(value: Option<&str>) -> SheetValue {
    match value.map(str::trim) {
        Some(value) if !value.is_empty() => SheetValue::Text(value.to_owned()),
        _ => SheetValue::Empty,
    }
}

fn written(number: &E164, format: NumberFormat) -> String {
    match format {
        NumberFormat::E164 | NumberFormat::Text => number.as_str().to_owned(),
        NumberFormat::TenDigits => number.national().to_owned(),
        NumberFormat::Dashed => number.dashed(),
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
