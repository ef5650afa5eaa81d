//! Carriers as data: built-in profiles, what cannot be kept, how a sheet is written, and what a form would not take.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use portflow_domain::porting::Secret;
use portflow_domain::porting::carrier::{
    CarrierProfile, FieldLimit, PortRules, RowPer, SheetColumn, SheetField, SheetTemplate, WorkbookTemplate,
    built_in, check_profile,
};
use portflow_domain::porting::own_workbook::suggest;
use portflow_domain::porting::request_sheet::{
    PortRequest, SheetTable, SheetValue, fill_in, port_request, sample_request, sheet_problems,
};
use portflow_domain::workbook::{Cell, Sheet, Workbook, cell_position, column_index, column_letters};
use serde_json::{Value, json};

fn profile(code: &str) -> CarrierProfile {
    built_in().into_iter().find(|it| it.code == code).unwrap()
}

fn columns(of: Value) -> Vec<SheetColumn> {
    serde_json::from_value(of).unwrap()
}

fn shown(value: &SheetValue) -> String {
    match value {
        SheetValue::Text(text) => text.clone(),
        SheetValue::Number(number) => number.to_string(),
        SheetValue::Date(date) => format!("date {date}"),
        SheetValue::Empty => String::new(),
    }
}

fn rows(table: &SheetTable) -> Vec<String> {
    let row = |row: &Vec<SheetValue>| row.iter().map(shown).collect::<Vec<_>>().join(" | ");
    table.rows.iter().map(row).collect()
}

#[test]
fn the_built_in_profiles_can_be_kept_and_say_which_are_to_confirm() {
    let marks: Vec<_> = built_in()
        .iter()
        .map(|it| (it.code.clone(), it.to_confirm))
        .collect();
    let expected = [
        ("verizon", true),
        ("fusionconnect", true),
        ("gtt", true),
        ("microsoft", false),
    ];
    assert_eq!(marks, expected.map(|(code, mark)| (code.to_owned(), mark)));
    for profile in built_in() {
        assert_eq!(check_profile(&profile), [], "{}", profile.code);
        let json = serde_json::to_value(&profile).unwrap();
        assert_eq!(serde_json::from_value::<CarrierProfile>(json).unwrap(), profile);
    }
}

#[test]
fn a_template_of_the_first_version_reads_as_it_was_meant() {
    let old = json!({ "sheetName": "Port request", "titleRows": [{ "title": "PON", "field": "pon" }],
        "columns": [{ "field": "number", "title": "TN", "format": "dashed", "width": 18 }] });
    let template: SheetTemplate = serde_json::from_value(old).unwrap();
    let table = port_request(&sample_request("Verizon", None), &template);
    assert!(table.has_header);
    assert_eq!(rows(&table)[0], "214-555-0100");
}

#[test]
fn what_cannot_be_kept_is_told_with_its_place() {
    type Change = fn(&mut CarrierProfile);
    let cases: [(&str, Change); 13] = [
        ("code", |it| it.code = "Big Carrier".into()),
        ("name", |it| it.name = " ".into()),
        ("portRules.cutOffHour", |it| it.port_rules.cut_off_hour = 24),
        ("portRules.cutOffZone", |it| {
            it.port_rules.cut_off_zone = "Mars/Base".into()
        }),
        ("portRules.loaMaxAgeDays", |it| it.port_rules.loa_max_age_days = 0),
        ("portRules.noPortWeekdays", |it| {
            it.port_rules.no_port_weekdays = portflow_domain::coded::Coded::ALL.to_vec();
        }),
        ("sheetTemplate.sheetName", |it| {
            it.sheet_template.sheet_name = "A/B".into()
        }),
        ("sheetTemplate.columns", |it| it.sheet_template.columns.clear()),
        ("sheetTemplate.columns", |it| {
            it.sheet_template.row_per = RowPer::Range
        }),
        ("sheetTemplate.columns.1.text", |it| {
            it.sheet_template.columns[1].field = SheetField::FixedText
        }),
        ("sheetTemplate.columns.0.maxLength", |it| {
            it.sheet_template.columns[0].writing.max_length = Some(0)
        }),
        ("sheetTemplate.titleRows.0.field", |it| {
            it.sheet_template.title_rows[0].field = SheetField::Extension
        }),
        ("sheetTemplate.workbook.firstRow", |it| {
            it.sheet_template.workbook = serde_json::from_value(json!({ "sheet": "Form", "firstRow": 0,
                "columns": [{ "column": "A", "field": "number" }] }))
            .unwrap();
        }),
    ];
    for (place, change) in cases {
        let mut wrong = profile("verizon");
        change(&mut wrong);
        let found = check_profile(&wrong);
        let places: Vec<_> = found.iter().map(|it| it.place.as_str()).collect();
        assert_eq!(places, [place]);
        assert!(!found[0].text.is_empty() && !found[0].remedy.is_empty());
    }
}

#[test]
fn each_formatter_writes_as_its_name_says() {
    let template = SheetTemplate {
        columns: columns(json!([
            { "field": "number", "title": "TN", "format": "ten_digits" },
            { "field": "number", "title": "E.164", "format": "e164" },
            { "field": "btn", "title": "BTN", "format": "dashed" },
            { "field": "desired_date", "title": "Date" },
            { "field": "desired_date", "title": "Due", "dateFormat": "month_first" },
            { "field": "desired_date", "title": "Due", "dateFormat": "day_month_name", "upperCase": true },
            { "field": "service_city", "title": "City", "upperCase": true },
            { "field": "fixed_text", "title": "Type", "text": "Port" },
            { "field": "extension", "title": "Ext" },
            { "field": "number_count", "title": "Count" },
        ])),
        ..profile("verizon").sheet_template
    };
    let table = port_request(&sample_request("Verizon", None), &template);
    assert_eq!(
        rows(&table)[2],
        "2145550102 | +12145550102 | 214-555-0100 | date 2027-02-09 | 02/09/2027 | 09-FEB-2027 | DALLAS | Port | \
         101; 102 | 4"
    );
}

#[test]
fn a_row_per_range_joins_what_is_alike_and_loses_no_number() {
    let ranges = |of: Value| {
        let template = SheetTemplate {
            row_per: RowPer::Range,
            columns: columns(of),
            ..profile("verizon").sheet_template
        };
        rows(&port_request(&sample_request("Verizon", None), &template))
    };
    let number = json!({ "field": "number", "title": "TN", "format": "range" });
    let (count, end) = (
        json!({ "field": "range_count", "title": "#" }),
        json!({ "field": "range_end", "title": "To" }),
    );
    assert_eq!(
        ranges(json!([number, count])),
        ["2145550100-0102 | 3", "2145550149 | 1"]
    );
    let from = json!({ "field": "number", "title": "From", "format": "dashed" });
    assert_eq!(
        ranges(json!([from, end])),
        ["214-555-0100 | +12145550102", "214-555-0149 | +12145550149"]
    );
    let name = json!({ "field": "end_user_name", "title": "Name" });
    assert_eq!(
        ranges(json!([number, name])).len(),
        4,
        "different people are no range"
    );
}

#[test]
fn ranges_end_with_their_ten_thousand() {
    let mut request = sample_request("Verizon", None);
    let sample = request.numbers[0].clone();
    let number = |e164: &str| {
        let mut number = sample.clone();
        number.e164 = e164.parse().unwrap();
        number
    };
    request.numbers = [
        "+12145559998",
        "+12145559999",
        "+12145560000",
        "+442079460000",
        "+442079460001",
    ]
    .map(number)
    .to_vec();
    let template = SheetTemplate {
        row_per: RowPer::Range,
        columns: columns(json!([{ "field": "number", "title": "TN", "format": "range" }])),
        ..profile("verizon").sheet_template
    };
    assert_eq!(
        rows(&port_request(&request, &template)),
        ["2145559998-9999", "2145560000", "442079460000-0001"]
    );
}

fn texts(request: &PortRequest, code: &str) -> Vec<String> {
    let profile = profile(code);
    let found = sheet_problems(request, &profile.port_rules, &profile.sheet_template);
    assert!(found.iter().all(|it| !it.remedy.is_empty()));
    found.into_iter().map(|it| it.text).collect()
}

#[test]
fn the_limits_of_a_form_name_the_field_and_no_secret() {
    let mut request = sample_request("Microsoft Calling Plan", None);
    assert_eq!(texts(&request, "microsoft"), [""; 0]);
    request.legal_name = "Example Corporation of Texas".into();
    request.authorized_person = Some("Pat Example-Smith".into());
    request.account_number = Some(Secret::new("00-1234 77"));
    let found = texts(&request, "microsoft");
    assert_eq!(
        found,
        [
            "Organization has 28 characters; the carrier takes 25.",
            "Authorized person has 17 characters; the carrier takes 15.",
            "Account number has spaces or dashes; Microsoft Calling Plan takes none.",
        ]
    );
    assert_eq!(texts(&request, "verizon"), [""; 0], "others have other limits");
    request.legal_name = "Example Corporation Texas".into();
    assert!(
        !texts(&request, "microsoft").concat().contains("Organization"),
        "25 is still taken"
    );
}

#[test]
fn an_order_larger_than_the_carrier_takes_is_found() {
    let mut request = sample_request("Microsoft Calling Plan", None);
    let sample = request.numbers[0].clone();
    let number = |n: u32| {
        let mut number = sample.clone();
        number.e164 = format!("+1214234{n:04}").parse().unwrap();
        number
    };
    request.numbers = (0..999).map(number).collect();
    assert_eq!(texts(&request, "microsoft"), [""; 0]);
    request.numbers.push(number(999));
    assert_eq!(
        texts(&request, "microsoft"),
        ["The order has 1000 numbers; Microsoft Calling Plan takes 999 in one request."]
    );
}

#[test]
fn a_value_longer_than_its_column_is_a_problem_and_never_cut() {
    let mut template = profile("verizon").sheet_template;
    template.columns[4].writing.max_length = Some(9);
    template.limits = vec![FieldLimit {
        field: SheetField::Remarks,
        max_length: Some(10),
        no_spaces_or_dashes: false,
    }];
    let request = sample_request("Verizon", None);
    let found = sheet_problems(&request, &PortRules::default(), &template);
    let texts: Vec<_> = found.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "Remarks has 28 characters; the carrier takes 10.",
            "End user has 11 characters; the carrier takes 9.",
            "End user has 23 characters; the carrier takes 9.",
        ]
    );
    let written = rows(&port_request(&request, &template)).join("\n");
    assert!(written.contains("Kim Example"), "{written}");
}

fn form() -> Workbook {
    let text = |text: &str| match text {
        "" => Cell::Empty,
        text => Cell::Text(text.into()),
    };
    let lines: [&[&str]; 9] = [
        &["Example Carrier port request"],
        &["Company Name:", "", "", "Acct #", ""],
        &["Losing Carrier:", "", "", "PIN"],
        &["Desired Due Date", ""],
        &["BTN:", "", "", "Authorized Signer"],
        &[],
        &["#", "TN", "Ext.", "Rate Center", "User Name", "Notes"],
        &["1"],
        &["2"],
    ];
    let sheet = Sheet {
        name: "Form".into(),
        rows: lines.map(|line| line.iter().map(|it| text(it)).collect()).into(),
        ..Sheet::default()
    };
    Workbook {
        format: "xlsx".into(),
        sheets: vec![sheet],
        ..Workbook::default()
    }
}

#[test]
fn the_places_of_a_form_are_guessed_from_its_labels_and_headings() {
    let own = suggest(&form()).unwrap();
    let cells: Vec<_> = own.cells.iter().map(|it| (it.cell.as_str(), it.field)).collect();
    use SheetField::*;
    assert_eq!(
        cells,
        [
            ("B2", LegalName),
            ("E2", AccountNumber),
            ("B3", LosingCarrier),
            ("E3", Pin),
            ("B4", DesiredDate),
            ("B5", Btn),
            ("E5", AuthorizedPerson),
        ]
    );
    let columns: Vec<_> = own
        .columns
        .iter()
        .map(|it| (it.column.as_str(), it.field))
        .collect();
    assert_eq!(
        columns,
        [
            ("B", Number),
            ("C", Extension),
            ("D", RateCenter),
            ("E", EndUserName),
            ("F", Remarks)
        ]
    );
    assert_eq!((own.sheet.as_str(), own.first_row), ("Form", 8));
}

#[test]
fn a_form_without_a_table_is_suggested_without_columns_and_cannot_be_kept() {
    let mut book = form();
    book.sheets[0].rows.truncate(5);
    let own = suggest(&book).unwrap();
    assert!(own.columns.is_empty() && !own.cells.is_empty());
    let mut profile = profile("verizon");
    profile.sheet_template.workbook = Some(own);
    assert_eq!(check_profile(&profile)[0].place, "sheetTemplate.workbook.columns");
}

#[test]
fn a_filled_workbook_says_where_each_value_goes() {
    let own: WorkbookTemplate = suggest(&form()).unwrap();
    let filled = fill_in(&sample_request("Example Carrier", None), &own, RowPer::Number);
    let (place, value) = &filled.cells[0];
    assert_eq!((*place, shown(value).as_str()), ((1, 1), "Example Corporation"));
    assert_eq!(
        (filled.first_row, filled.columns.as_slice()),
        (7, &[1, 2, 3, 4, 5][..])
    );
    assert_eq!(filled.rows.len(), 4);
    assert!(!format!("{filled:?}").contains("0012345678"));
}

#[test]
fn addresses_of_cells_are_read_and_written_alike() {
    for index in [0, 25, 26, 701, 702, 16_383] {
        assert_eq!(column_index(&column_letters(index)), Some(index));
    }
    assert_eq!(cell_position("b4"), Some((3, 1)));
    for wrong in [
        "", "4", "B", "B0", "B04x", "XFE1", "B1048577", "B-4", "ÄB4", "AAAA1",
    ] {
        assert_eq!(cell_position(wrong), None, "{wrong}");
    }
}
