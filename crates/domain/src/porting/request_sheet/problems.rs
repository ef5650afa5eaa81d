//! What a carrier's form would not take, found before the sheet leaves.

use super::{PortRequest, SheetValue, fact, ranges, table};
use crate::coded::Labelled;
use crate::porting::Finding;
use crate::porting::carrier::{FieldLimit, PortRules, SheetField, SheetTemplate, Writing};
use std::collections::BTreeSet;

/// Everything in this request that the carrier's rules of size and spelling refuse; each names its field, and none
/// shows the value of an account number or PIN.
pub fn sheet_problems(request: &PortRequest, rules: &PortRules, template: &SheetTemplate) -> Vec<Finding> {
    let mut found = Vec::new();
    let count = ranges::per_number(&request.numbers).len();
    if let Some(most) = rules.max_numbers_per_order.filter(|most| count > *most as usize) {
        found.push(Finding::error(
            "sheet_too_many_numbers",
            format!(
                "The order has {count} numbers; {} takes {most} in one request.",
                request.gaining_carrier
            ),
            "Split the order.",
        ));
    }
    let of_order = order_problems(request, template);
    found.extend(of_order.into_iter().map(|(_, finding)| finding));
    let columns: Vec<_> = match &template.workbook {
        Some(own) => own.columns.iter().map(|it| (it.field, &it.writing)).collect(),
        None => template
            .columns
            .iter()
            .map(|it| (it.field, &it.writing))
            .collect(),
    };
    found.extend(in_columns(request, &columns, template));
    let mut seen = BTreeSet::new();
    found.retain(|finding| seen.insert(finding.text.clone()));
    found
}

/// The same of the facts that an order has once, whatever its numbers: found while the order is being prepared.
pub fn order_problems(request: &PortRequest, template: &SheetTemplate) -> Vec<(SheetField, Finding)> {
    let mut found = Vec::new();
    for limit in &template.limits {
        found.extend(over_limit(request, limit).into_iter().map(|it| (limit.field, it)));
    }
    for (field, writing) in template.facts() {
        let finding = too_long(field, writing, &fact(request, field, writing));
        found.extend(finding.map(|it| (field, it)));
    }
    found
}

/// A fact of the whole order as plain text, for a rule that looks at it.
pub fn field_value(request: &PortRequest, field: SheetField) -> String {
    characters(&fact(request, field, &Writing::default()))
}

fn over_limit(request: &PortRequest, limit: &FieldLimit) -> Vec<Finding> {
    let value = field_value(request, limit.field);
    let mut found = Vec::new();
    found.extend(
        limit
            .max_length
            .and_then(|most| length(limit.field, &value, most)),
    );
    if limit.no_spaces_or_dashes && value.contains(|c: char| c.is_whitespace() || is_dash(c)) {
        found.push(Finding::error(
            "sheet_value_spelling",
            format!(
                "{} has spaces or dashes; {} takes none.",
                limit.field.label(),
                request.gaining_carrier
            ),
            remedy(limit.field),
        ));
    }
    found
}

fn in_columns(
    request: &PortRequest,
    shown: &[(SheetField, &Writing)],
    template: &SheetTemplate,
) -> Vec<Finding> {
    let limited: Vec<_> = shown
        .iter()
        .copied()
        .filter(|(_, writing)| writing.max_length.is_some())
        .collect();
    if limited.is_empty() {
        return Vec::new();
    }
    let rows = table(request, &limited, template.row_per);
    let cells = rows.iter().flat_map(|row| row.iter().zip(&limited));
    cells
        .filter_map(|(value, (field, writing))| too_long(*field, writing, value))
        .collect()
}

fn too_long(field: SheetField, writing: &Writing, value: &SheetValue) -> Option<Finding> {
    length(field, &characters(value), writing.max_length?)
}

fn length(field: SheetField, value: &str, most: u16) -> Option<Finding> {
    let count = value.chars().count();
    let text = format!(
        "{} has {count} characters; the carrier takes {most}.",
        field.label()
    );
    (count > usize::from(most)).then(|| Finding::error("sheet_value_too_long", text, remedy(field)))
}

fn characters(value: &SheetValue) -> String {
    match value {
        SheetValue::Text(text) => text.clone(),
        SheetValue::Number(number) => number.to_string(),
        SheetValue::Date(date) => date.to_string(),
        SheetValue::Empty => String::new(),
    }
}

fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// Where a person changes the fact.
fn remedy(field: SheetField) -> &'static str {
    use SheetField as F;
    match field {
        F::AccountNumber
        | F::Pin
        | F::Btn
        | F::NameOnAccount
        | F::ServiceStreet
        | F::ServiceCity
        | F::ServiceState
        | F::ServicePostalCode
        | F::LosingCarrier => "Change it on the losing account.",
        F::LegalName => {
            "Agree on a shorter spelling with the carrier and enter it as the customer's legal name."
        }
        F::AuthorizedPerson => {
            "Agree on a shorter spelling with the carrier and enter it as the contact's name."
        }
        F::Number
        | F::RangeEnd
        | F::RangeCount
        | F::NumberCount
        | F::GainingCarrier
        | F::Ocn
        | F::FixedText => "Change the carrier's profile.",
        F::Extension
        | F::NumberType
        | F::Usage
        | F::RateCenter
        | F::EndUserName
        | F::Remarks
        | F::CustomerReference => "Shorten it, or allow more in the carrier's profile.",
        F::NewBtn | F::PortType | F::DesiredDate | F::FocDate | F::Pon | F::Version | F::ResporgId => {
            "Change it in the order."
        }
    }
}
