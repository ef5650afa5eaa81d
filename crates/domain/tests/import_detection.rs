//! From a sheet to records: detection, secrets, the meaning of texts, dates, and settings.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod detected;

use detected::{outcomes, planned, settings, sheet};
use portflow_domain::enums::{ImportTarget, PhoneNumberType};
use portflow_domain::import::*;
use portflow_domain::mapping::{ImportField, detect_table, detect_workbook, suggest_code, table_at};
use portflow_domain::number::Country;
use portflow_domain::workbook::{Sheet, Workbook};

#[test]
fn a_table_is_found_below_titles_and_named_by_what_it_lists() {
    let numbers = sheet(&[
        "Numbers of|2026",
        "",
        "|DID|Carrier|Status|PIN",
        "|214-222-0100|VZ|Submitted|1234",
    ]);
    let table = detect_table(&numbers, Country::US).unwrap();
    assert_eq!(
        (table.header_row, table.first_column, table.target),
        (3, 1, ImportTarget::PhoneNumbers)
    );
    let fields: Vec<_> = table.columns.iter().map(|column| column.field).collect();
    use ImportField::{Carrier, E164, PortingStatus};
    assert_eq!(fields, [Some(E164), Some(Carrier), Some(PortingStatus), None]);

    let people = sheet(&[
        "Name|E-mail|Phone|Mobile",
        "Ana|ana@example.com|214-222-0100|469-222-0100",
    ]);
    let table = detect_table(&people, Country::US).unwrap();
    assert_eq!(table.target, ImportTarget::EndUsers);
    let fields: Vec<_> = table.columns.iter().map(|column| column.field).collect();
    assert_eq!(
        fields,
        [
            Some(ImportField::DisplayName),
            Some(ImportField::Upn),
            Some(E164),
            None
        ]
    );

    let unknown = sheet(&["Zeile A|Zeile B", "2142220100|x", "2142220101|y"]);
    let placed = table_at(&unknown, 1, None, Country::US);
    assert_eq!(
        placed.columns[0].field,
        Some(E164),
        "the cells speak for themselves"
    );
    let nameless = sheet(&["Zeile A|Zeile B", "so|x", "anders|y"]);
    assert_eq!(detect_table(&nameless, Country::US), None);
    let workbook = Workbook {
        format: "xlsx".to_owned(),
        sheets: vec![nameless, Sheet::default()],
        ..Workbook::default()
    };
    let why: Vec<_> = detect_workbook(&workbook, Country::US)
        .into_iter()
        .map(|found| found.ignored_why)
        .collect();
    assert_eq!(why, [Some("no header".to_owned()), Some("empty".to_owned())]);
}

#[test]
fn secret_columns_are_neither_mapped_nor_sampled_nor_kept() {
    for header in [
        "PIN",
        "Port-out PIN",
        "Password",
        "SIP secret",
        "Account Number",
        "Acct#",
        "voicemail_vmpwd",
    ] {
        let sheet = sheet(&[&format!("DID|Carrier|{header}"), "214-222-0100|VZ|hush-4711"]);
        let mut settings = settings(&sheet);
        assert!(
            !serde_json::to_string(&settings).unwrap().contains("hush"),
            "{header}"
        );
        assert!(
            settings.columns[2].secret && settings.columns[2].field.is_none(),
            "{header}"
        );
        settings.columns[2].field = Some(ImportField::Notes);
        let plan = plan(
            vec![read_rows(0, &sheet, &settings)],
            &Existing::default(),
            &PlanChoices::default(),
        );
        assert!(
            !format!("{plan:?}").contains("hush"),
            "{header}, though somebody mapped it"
        );
        let cells = original_cells(&sheet, &settings.columns, 2);
        assert_eq!(
            cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>(),
            ["214-222-0100", "VZ"]
        );
    }
    let billing = sheet(&["DID|BTN|Shipping", "214-222-0100|214-222-0199|spin"]);
    assert!(settings(&billing).columns.iter().all(|column| !column.secret));
}

#[test]
fn texts_that_stand_for_codes() {
    use ImportField::{Carrier, Disposition, NumberType, PortingStatus};
    for (field, text, sets, code) in [
        (NumberType, "AA", NumberType, "auto_attendant"),
        (NumberType, "Auto Attendant", NumberType, "auto_attendant"),
        (NumberType, "DID block", NumberType, "user"),
        (NumberType, "TF", NumberType, "other"),
        (NumberType, "Elevator", NumberType, "other"),
        (NumberType, "Emergency", NumberType, "other"),
        (PortingStatus, "loa sent", PortingStatus, "loa_submitted"),
        (PortingStatus, " Submitted ", PortingStatus, "loa_submitted"),
        (PortingStatus, "FOC rcvd", PortingStatus, "foc_received"),
        (PortingStatus, "port_scheduled", PortingStatus, "port_scheduled"),
        (PortingStatus, "DO NOT PORT", Disposition, "retain"),
        (Carrier, "VZ", Carrier, "verizon"),
        (Carrier, "verizon ", Carrier, "verizon"),
        (Carrier, "Fusion Connect", Carrier, "fusionconnect"),
        (Disposition, "Yes", Disposition, "port"),
    ] {
        assert_eq!(suggest_code(field, text), Some((sets, code)), "{text}");
    }
    assert_eq!(suggest_code(Carrier, "Some Other Telco"), None);
    let plan = planned(
        &["DID|Carrier|Use", "214-222-0100|Some Other Telco|zeppelin"],
        &Existing::default(),
    );
    let Some(RecordValues::PhoneNumber(number)) = &plan.records[0].record.values else {
        panic!("a number")
    };
    assert_eq!(
        (number.current_carrier.as_deref(), number.number_type),
        (Some("Some Other Telco"), None)
    );
    assert_eq!(outcomes(&plan), ["2 phone_numbers inserted unmapped_value"]);
}

#[test]
fn a_person_decides_what_a_text_means() {
    let sheet = sheet(&["DID|Use", "214-222-0100|zeppelin", "214-222-0101|AA"]);
    let mut settings = settings(&sheet);
    let choice = |text: &str| {
        settings.value_map[0]
            .values
            .iter()
            .position(|value| value.text == text)
            .unwrap()
    };
    let (zeppelin, aa) = (choice("zeppelin"), choice("AA"));
    settings.value_map[0].values[zeppelin].code = Some("fax".to_owned());
    settings.value_map[0].values[aa].code = Some("call_queue".to_owned());
    let types: Vec<_> = read_rows(0, &sheet, &settings)
        .records
        .into_iter()
        .map(|record| match record.values {
            Some(RecordValues::PhoneNumber(number)) => number.number_type,
            _ => None,
        })
        .collect();
    assert_eq!(
        types,
        [Some(PhoneNumberType::Fax), Some(PhoneNumberType::CallQueue)]
    );
}

#[test]
fn dates_and_quantities() {
    let lines = [
        "DID|FOC|Qty",
        "214-222-0100|11/30/2026|1",
        "214-222-0101|30-Nov-2026|2",
        "214-222-0102|someday|1",
        "214-222-0103|2026-11-30|",
        "214-222-0104|30.11.2026|",
        "214-222-0105|11/30/26|",
        "214-222-0106|Nov 30, 2026|",
        "214-222-0107|13/30/2026|",
    ];
    let plan = planned(&lines, &Existing::default());
    let dates: Vec<_> = plan
        .records
        .iter()
        .map(|planned| match &planned.record.values {
            Some(RecordValues::PhoneNumber(number)) => number.foc_date.map(|date| date.to_string()),
            _ => None,
        })
        .collect();
    let date = Some("2026-11-30".to_owned());
    assert_eq!(
        dates,
        [
            date.clone(),
            date.clone(),
            None,
            date.clone(),
            date.clone(),
            date.clone(),
            date,
            None
        ]
    );
    let codes: Vec<_> = outcomes(&plan)
        .iter()
        .map(|line| line.split(' ').nth(3).unwrap_or("").to_owned())
        .collect();
    assert_eq!(
        codes,
        [
            "",
            "quantity_mismatch",
            "invalid_date",
            "",
            "",
            "",
            "",
            "invalid_date"
        ]
    );
}

#[test]
fn sample_data_is_remarked_upon_except_for_a_demonstration() {
    let sheet = sheet(&["DID|Qty", "214-555-0100|1"]);
    let mut settings = settings(&sheet);
    assert_eq!(
        read_rows(0, &sheet, &settings).records[0].issues[0].code,
        IssueCode::FictitiousNumber
    );
    settings.is_demo = true;
    assert!(read_rows(0, &sheet, &settings).records[0].issues.is_empty());
}

#[test]
fn settings_survive_the_wire() {
    let settings = settings(&sheet(&["DID|Use", "214-222-0100|AA"]));
    let json = serde_json::to_string(&settings).unwrap();
    assert_eq!(serde_json::from_str::<ImportSettings>(&json).unwrap(), settings);
}
