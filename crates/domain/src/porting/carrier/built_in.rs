//! The profiles a workspace begins with.
//!
//! Verizon, Fusion Connect and GTT publish no form: theirs are templates from practice, and each stays marked until
//! a person has held it against the carrier's own. Microsoft publishes what its form takes.

use super::template::{
    FieldLimit, NumberFormat, RowPer, SheetColumn, SheetField, SheetFormat, SheetTemplate, SheetTitleRow,
    Writing,
};
use super::{CarrierProfile, LargeOrders, PortRules};

/// The profiles, each with its code.
pub fn built_in() -> Vec<CarrierProfile> {
    let to_confirm = |code: &str, name: &str, format, days: u32| CarrierProfile {
        code: code.to_owned(),
        name: name.to_owned(),
        ocn: None,
        to_confirm: true,
        contacts: Vec::new(),
        port_rules: PortRules {
            lead_time_business_days: days,
            large_orders: Some(LargeOrders {
                from_numbers: 50,
                lead_time_business_days: days + 5,
            }),
            ..PortRules::default()
        },
        sheet_template: workbook(format),
    };
    vec![
        to_confirm("verizon", "Verizon", NumberFormat::TenDigits, 10),
        to_confirm("fusionconnect", "Fusion Connect", NumberFormat::Dashed, 10),
        to_confirm("gtt", "GTT", NumberFormat::E164, 15),
        microsoft(),
    ]
}

/// Calling Plan: a list of at most 999 numbers, an organization of 25 characters, an authorized person of 15.
fn microsoft() -> CarrierProfile {
    let at_most = |field, characters| FieldLimit {
        field,
        max_length: Some(characters),
        no_spaces_or_dashes: false,
    };
    CarrierProfile {
        code: "microsoft".to_owned(),
        name: "Microsoft Calling Plan".to_owned(),
        ocn: None,
        to_confirm: false,
        contacts: Vec::new(),
        port_rules: PortRules {
            lead_time_business_days: 7,
            cut_off_zone: "America/Los_Angeles".to_owned(),
            cancel_deadline_hours: 24,
            max_numbers_per_order: Some(999),
            ..PortRules::default()
        },
        sheet_template: SheetTemplate {
            file_format: SheetFormat::Csv,
            sheet_name: "Numbers".to_owned(),
            title_rows: Vec::new(),
            has_header: false,
            row_per: RowPer::Number,
            columns: vec![column((
                SheetField::Number,
                "PhoneNumber",
                NumberFormat::E164,
                18,
            ))],
            limits: vec![
                at_most(SheetField::LegalName, 25),
                at_most(SheetField::AuthorizedPerson, 15),
                FieldLimit {
                    field: SheetField::AccountNumber,
                    max_length: None,
                    no_spaces_or_dashes: true,
                },
            ],
            workbook: None,
        },
    }
}

fn column((field, title, format, width): (SheetField, &str, NumberFormat, u16)) -> SheetColumn {
    SheetColumn {
        field,
        title: title.to_owned(),
        width,
        writing: Writing {
            format,
            ..Writing::default()
        },
    }
}

/// A workbook with the order's facts above its numbers.
fn workbook(numbers: NumberFormat) -> SheetTemplate {
    use SheetField::*;
    let titles = [
        (Pon, "PON"),
        (Version, "Version"),
        (LegalName, "Customer legal name"),
        (NameOnAccount, "Name on account"),
        (LosingCarrier, "Losing carrier"),
        (AccountNumber, "Account number"),
        (Pin, "PIN"),
        (Btn, "BTN"),
        (NewBtn, "New BTN"),
        (ServiceStreet, "Service street"),
        (ServiceCity, "Service city"),
        (ServiceState, "Service state"),
        (ServicePostalCode, "Service ZIP"),
        (AuthorizedPerson, "Authorized person"),
        (DesiredDate, "Desired date"),
        (PortType, "Port type"),
    ];
    let columns = [
        (Number, "Telephone number", numbers, 18),
        (Extension, "Extension", NumberFormat::Text, 12),
        (NumberType, "Type", NumberFormat::Text, 16),
        (RateCenter, "Rate center", NumberFormat::Text, 16),
        (EndUserName, "End user", NumberFormat::Text, 28),
        (Remarks, "Remarks", NumberFormat::Text, 40),
    ];
    SheetTemplate {
        file_format: SheetFormat::Xlsx,
        sheet_name: "Port request".to_owned(),
        title_rows: titles
            .map(|(field, title)| SheetTitleRow {
                title: title.to_owned(),
                field,
                writing: Writing::default(),
            })
            .into(),
        has_header: true,
        row_per: RowPer::Number,
        columns: columns.map(column).into(),
        limits: Vec::new(),
        workbook: None,
    }
}
