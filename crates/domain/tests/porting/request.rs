//! What a request says, what a signature is bound to, and the words for a rejection.

use portflow_domain::coded::Coded;
use portflow_domain::enums::*;
use portflow_domain::porting::Secret;
use portflow_domain::porting::carrier::built_in;
use portflow_domain::porting::loa::{LoaContent, loa_content};
use portflow_domain::porting::reject_codes::{CATALOGUE, RejectCode, reason};
use portflow_domain::porting::request_sheet::{PortRequest, RequestNumber, SheetValue, port_request};

use crate::day;

fn number(e164: &str, extension: &str, name: &str) -> RequestNumber {
    RequestNumber {
        e164: e164.parse().unwrap(),
        extension: extension.into(),
        number_type: PhoneNumberType::User,
        usage: NumberUsage::User,
        rate_center: None,
        end_user_name: Some(name.into()),
        remarks: None,
    }
}

#[test]
fn the_request_lists_a_base_number_once_and_shows_no_secret_in_debug_output() {
    let request = PortRequest {
        pon: Some("PF-1".into()),
        version: 1,
        legal_name: "Contoso LLC".into(),
        name_on_account: "CONTOSO L.L.C".into(),
        losing_carrier: "Example Telecom".into(),
        gaining_carrier: "Verizon".into(),
        ocn: None,
        account_number: Some(Secret::new("0012345")),
        pin: Some(Secret::new("9876")),
        btn: Some("2142340100".into()),
        new_btn: None,
        service_address: Default::default(),
        authorized_person: None,
        desired_date: Some(day("2027-02-09")),
        foc_date: None,
        scope: PortScope::Partial,
        number_class: NumberClass::Local,
        resporg_id: None,
        customer_reference: None,
        remarks: None,
        numbers: vec![
            number("+12142340105", "", "C"),
            number("+12142340100", "102", "B"),
            number("+12142340100", "101", "A"),
        ],
    };
    let text = |value: &str| SheetValue::Text(value.into());
    for (profile, written) in built_in()
        .iter()
        .zip(["2142340100", "214-234-0100", "+12142340100"])
    {
        let table = port_request(&request, &profile.sheet_template);
        assert_eq!(table.rows.len(), 2);
        assert_eq!(table.rows[0][..2], [text(written), text("101; 102")]);
        assert_eq!(table.rows[0][4], text("A; B"));
        assert!(table.rows.iter().all(|row| row.len() == table.headers.len()));
        assert!(
            table
                .title_rows
                .contains(&("Account number".into(), text("0012345")))
        );
        assert!(
            table
                .title_rows
                .contains(&("Desired date".into(), SheetValue::Date(day("2027-02-09"))))
        );
        let printed = format!(
            "{table:?} {:?} {request:?} {}",
            table.title_rows,
            Secret::new("9876")
        );
        assert!(
            !printed.contains("0012345") && !printed.contains("9876"),
            "{printed}"
        );
    }
}

#[test]
fn the_signed_content_ignores_order_and_blanks_only() {
    let content = |name: &str, numbers: &[&str]| {
        let numbers = numbers.iter().map(|number| (*number).into()).collect();
        loa_content(&LoaContent {
            legal_name: name.into(),
            numbers,
            ..Default::default()
        })
    };
    let signed = content("Contoso LLC", &["+12149110100", "+12149110101"]);
    assert_eq!(
        signed,
        content(
            " Contoso \n LLC",
            &["+12149110101", "+12149110100", "+12149110101"]
        )
    );
    assert_ne!(signed, content("Contoso Ltd", &["+12149110100", "+12149110101"]));
    assert_ne!(signed, content("Contoso LLC", &["+12149110100"]));
}

#[test]
fn every_reject_code_is_explained() {
    for code in RejectCode::ALL {
        assert_eq!(reason(*code).code, *code);
    }
    let texts: std::collections::BTreeSet<_> = CATALOGUE.iter().map(|line| line.text).collect();
    assert_eq!(
        texts.len(),
        RejectCode::ALL.len(),
        "each code has a text of its own"
    );
}
