//! An order that does not exist, for the preview of a template.

use super::{PortRequest, RequestNumber};
use crate::entities::losing_account::PostalAddress;
use crate::enums::{NumberClass, NumberUsage, PhoneNumberType, PortScope};
use crate::number::E164;
use crate::porting::Secret;
use chrono::NaiveDate;

/// Numbers of the preview: two of a range, one that two people share, one far away.
const NUMBERS: [(&str, &str, &str); 5] = [
    ("+12145550100", "", "Reception"),
    ("+12145550101", "", "Kim Example"),
    ("+12145550102", "101", "Bo Example"),
    ("+12145550102", "102", "Lee Example"),
    ("+12145550149", "", "Lobby"),
];

/// A request with a value for every fact; its numbers are fictitious, and so are the account number and the PIN.
pub fn sample_request(gaining_carrier: &str, ocn: Option<&str>) -> PortRequest {
    let text = |text: &str| Some(text.to_owned());
    let number = |(e164, extension, name): (&str, &str, &str)| {
        Some(RequestNumber {
            e164: e164.parse::<E164>().ok()?,
            extension: extension.to_owned(),
            number_type: PhoneNumberType::User,
            usage: NumberUsage::User,
            rate_center: text("DALLAS"),
            end_user_name: text(name),
            remarks: None,
        })
    };
    PortRequest {
        pon: text("PF-2027-001"),
        version: 1,
        legal_name: "Example Corporation".to_owned(),
        name_on_account: "EXAMPLE CORP".to_owned(),
        losing_carrier: "Example Telecom".to_owned(),
        gaining_carrier: gaining_carrier.to_owned(),
        ocn: ocn.map(str::to_owned),
        account_number: Some(Secret::new("0012345678")),
        pin: Some(Secret::new("0042")),
        btn: text("+12145550100"),
        new_btn: text("+12145550160"),
        service_address: PostalAddress {
            street: text("100 Main Street"),
            city: text("Dallas"),
            state: text("TX"),
            postal_code: text("75201"),
            ..PostalAddress::default()
        },
        authorized_person: text("Pat Example"),
        desired_date: NaiveDate::from_ymd_opt(2027, 2, 9),
        foc_date: NaiveDate::from_ymd_opt(2027, 2, 10),
        scope: PortScope::Partial,
        number_class: NumberClass::Local,
        resporg_id: text("ABC01"),
        customer_reference: text("Project 17"),
        remarks: text("Please call before the port."),
        numbers: NUMBERS.into_iter().filter_map(number).collect(),
    }
}
