//! Where tables begin, what columns mean, and what saved maps and values do.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::time::Instant;

use portflow_domain::coded::Coded;
use portflow_domain::enums::{ImportTarget, PortOrderStatus};
use portflow_domain::mapping::ImportField::*;
use portflow_domain::mapping::*;
use portflow_domain::number::Country;
use portflow_domain::workbook::{Cell, Sheet};

/// A sheet from lines of cells separated by `|`.
fn sheet(lines: &[&str]) -> Sheet {
    let rows = lines
        .iter()
        .map(|line| line.split('|').map(Cell::text).collect())
        .collect();
    Sheet {
        name: "Sheet1".to_owned(),
        rows,
        ..Sheet::default()
    }
}

fn table(lines: &[&str]) -> Table {
    detect_table(&sheet(lines), Country::US).unwrap()
}

fn fields(table: &Table) -> Vec<Option<ImportField>> {
    table.columns.iter().map(|column| column.field).collect()
}

#[test]
fn two_row_headers_give_their_groups() {
    let mut merged = sheet(&[
        "Example Corp|||||",
        "Employee||Primary||Fax|",
        "First Name|Last Name|Number|Ext|Number|Notes",
        "Ana|Nunez|2142220100|0100|2142220101|",
        "Zoe|Muller|2142220102|0102||",
    ]);
    merged.merged = vec![(1, 0, 1, 1), (1, 2, 1, 3)];
    let found = detect_table(&merged, Country::US).unwrap();
    assert_eq!((found.header_row, found.header_rows), (3, 2));
    let expected = [
        Some(FirstName),
        Some(LastName),
        Some(E164),
        Some(Extension),
        Some(FurtherNumber),
        Some(Notes),
    ];
    assert_eq!(fields(&found), expected);
    let headers: Vec<_> = found
        .columns
        .iter()
        .map(|column| column.header.as_str())
        .collect();
    assert_eq!(
        headers,
        [
            "First Name",
            "Last Name",
            "Primary Number",
            "Ext",
            "Fax Number",
            "Notes"
        ]
    );

    let mut tall = sheet(&[
        "Name|UPN|Mobile||Desk|",
        "||Carrier|Number|Number|Ext",
        "Ana Nunez|ana@example.com|X|4692220100|2142220100|0100",
    ]);
    tall.merged = vec![(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 0, 5)];
    let found = detect_table(&tall, Country::US).unwrap();
    assert_eq!(
        (found.header_row, found.header_rows, found.target),
        (2, 2, ImportTarget::EndUsers)
    );
    assert_eq!(
        fields(&found),
        [
            Some(DisplayName),
            Some(Upn),
            None,
            None,
            Some(E164),
            Some(Extension)
        ]
    );
}

#[test]
#[allow(clippy::too_many_lines, reason = "one sheet after the other")]
fn a_site_survey_is_four_kinds_of_list() {
    let mut queues = sheet(&[
        "Queue|||Routing||||",
        "Queue Name|DID|Resource Account UPN|Agents|Routing|Timeout (sec)|Overflow To",
        "Sales|214-555-0180|ra-cq-sales@example.com|zoe@example.com; ana@example.com;|Longest Idle|30|Voicemail (shared)",
        "Help Desk|ext 0181 (no DID)||Ana Nunez|Round Robin|00:45|214-555-0199",
    ]);
    queues.merged = vec![(0, 0, 0, 2), (0, 3, 0, 6)];
    queues.name = "2. Call Queues".to_owned();
    let found = detect_table(&queues, Country::US).unwrap();
    assert_eq!((found.header_row, found.target), (2, ImportTarget::CallQueues));
    assert_eq!(
        fields(&found),
        [
            Some(Name),
            Some(E164),
            Some(Upn),
            Some(Agent),
            Some(RoutingMethod),
            Some(TimeoutSeconds),
            Some(OverflowTarget)
        ]
    );

    let sites = table(&[
        "Discovery workbook v3",
        "",
        "Site|Street Address|City|ST|ZIP|Main #|Carrier|E911 / ERL|Hours|Contact",
        "Dallas HQ|100 Example Plaza, Ste 400|Dallas|TX|75201|(214) 555-0199|Verizon|DAL-FL4|M-F 8-5|Pat Example",
        "Boston|1 Sample Sq|Boston|MA|2108|617-555-0100|GTT||M-F 9-5|",
    ]);
    assert_eq!((sites.header_row, sites.target), (3, ImportTarget::Sites));
    assert_eq!(
        fields(&sites),
        [
            Some(Name),
            Some(Street),
            Some(City),
            Some(State),
            Some(PostalCode),
            Some(MainNumber),
            Some(Carrier),
            Some(EmergencyLocation),
            Some(BusinessHours),
            Some(ContactName)
        ]
    );

    let attendants = table(&[
        "AA Name|Number|Greeting (open)|Press 1|Press 2|Press *|Press 0|After hours|Holidays",
        "Main AA|2145550199|Thank you for calling|Queue: Sales|User: zoe@example.com||Operator|Voicemail|Jan 1; Jul 4",
    ]);
    assert_eq!(attendants.target, ImportTarget::AutoAttendants);
    assert_eq!(fields(&attendants)[..3], [Some(Name), Some(E164), Some(Greeting)]);
    let keys: Vec<_> = attendants.columns[3..7]
        .iter()
        .map(|column| (column.field, column.group.as_deref()))
        .collect();
    assert_eq!(
        keys,
        ["1", "2", "*", "0"].map(|key| (Some(MenuOption), Some(key)))
    );

    let phones = table(&[
        "Phone Name|Ext|DID|MAC|Location",
        "Lobby|7005||001122AA0105|Dallas HQ",
        "Elevator||214-555-0125||Dallas HQ",
    ]);
    assert_eq!(phones.target, ImportTarget::PhoneNumbers);
    assert_eq!(
        fields(&phones),
        [Some(Description), Some(Extension), Some(E164), None, Some(Site)]
    );
}

#[test]
fn queues_agents_and_accounts_of_unknown_origin() {
    let agents = table(&[
        "Call Queue|Agent|Order",
        "Sales|ana@example.com|1",
        "Sales|zoe@example.com|2",
    ]);
    assert_eq!(agents.target, ImportTarget::CallQueueAgents);
    assert_eq!(fields(&agents)[..2], [Some(CallQueue), Some(Agent)]);
    let accounts = table(&[
        "UPN|Display Name|Phone Number|Account Type",
        "ra-a@example.com|RA|2145550199|Auto Attendant",
    ]);
    assert_eq!(accounts.target, ImportTarget::ResourceAccounts);
    let orders = table(&[
        "Order #|TN|Order Status|FOC Date",
        "PF-1|2145550100|FOC'd|2026-11-30",
    ]);
    assert_eq!(
        (orders.target, fields(&orders)),
        (
            ImportTarget::PortOrderEvents,
            vec![Some(Pon), Some(E164), Some(OrderStatus), Some(FocDate)]
        )
    );
}

#[test]
fn no_header_loses_no_row() {
    let found = table(&[
        "zoe@example.com|Zoe Muller|+12145550101",
        "ana@example.com|Ana Nunez|+12145550102",
    ]);
    assert_eq!(
        (found.header_row, found.header_rows, found.target),
        (0, 0, ImportTarget::EndUsers)
    );
    assert_eq!(fields(&found), [Some(Upn), Some(DisplayName), Some(E164)]);
    let numbers = table(&["+12145550101", "214-555-0102", "2145550103"]);
    assert_eq!((numbers.header_row, fields(&numbers)), (0, vec![Some(E164)]));
    assert!(numbers.columns[0].confidence < 60);
    assert_eq!(
        detect_table(
            &sheet(&[
                "Fill in the Users tab. Questions: call Pat 214-555-0199",
                "",
                "Do not edit hidden tabs!"
            ]),
            Country::US
        ),
        None
    );
    assert_eq!(detect_table(&sheet(&["Dallas HQ", "Plano"]), Country::US), None);
}

#[test]
fn duplicate_headers_are_both_offered() {
    let found = table(&[
        "UPN|Phone|Phone|Name|Name",
        "zoe@example.com|+12145550101|+14695550105|Zoe|Muller",
    ]);
    assert_eq!(
        fields(&found),
        [Some(Upn), Some(E164), None, Some(DisplayName), None]
    );
    assert!(found.columns[2].why.contains("same header"));
    let twice = duplicate_headers(&found.columns);
    assert_eq!(
        twice,
        [("Phone".to_owned(), vec![1, 2]), ("Name".to_owned(), vec![3, 4])]
    );
}

#[test]
fn numbers_that_are_not_the_ones() {
    let found = table(&[
        "Name|Email|Work Phone|Mobile|Fax|Caller ID|Manager Phone|Second Line|Zeppelin",
        "Ana Nunez|ana@example.com|2142220100|4692220100|2142220101|2142220199|2142220150|2142220102|2142220103",
        "Zoe Muller|zoe@example.com|2142220110|4692220110|||2142220150||2142220113",
    ]);
    assert_eq!(
        fields(&found),
        [
            Some(DisplayName),
            Some(Upn),
            Some(E164),
            None,
            Some(FurtherNumber),
            None,
            None,
            Some(FurtherNumber),
            None
        ]
    );
    let swapped = table(&[
        "Name|Extension|Phone",
        "Ana Nunez|2142220100|0100",
        "Zoe Muller|2142220102|0102",
    ]);
    assert_eq!(fields(&swapped), [Some(DisplayName), Some(E164), Some(Extension)]);
}

#[test]
fn values_above_the_table_are_offered() {
    let found = table(&[
        "Port request|||",
        "Losing Carrier: Verizon   BTN: (214) 555-0199   Acct# A-0042-77||",
        "FOC Date|2026-11-30||",
        "Account Number|A-0042-77|PIN|0042",
        "",
        "TN|Use|Description|Qty",
        "2142220100|DID|x|1",
    ]);
    assert_eq!(found.header_row, 6);
    let defaults: Vec<_> = found
        .defaults
        .iter()
        .map(|default| (default.field, default.value.as_str(), default.source_row))
        .collect();
    assert_eq!(
        defaults,
        [
            (Carrier, "Verizon", Some(2)),
            (Btn, "(214) 555-0199", Some(2)),
            (FocDate, "2026-11-30", Some(3))
        ]
    );
}

#[test]
fn rows_of_types_are_told_from_data() {
    let row = |text: &str| -> Vec<Cell> { text.split(';').map(Cell::text).collect() };
    assert!(is_column_types_row(&row("INTEGER;VARCHAR(50);UNIQUEIDENTIFIER")));
    assert!(is_column_types_row(&row("none | string;none | string;string")));
    assert!(!is_column_types_row(&row("Text;Ana;2142220100")));
}

#[test]
fn calls_and_configuration_are_refused() {
    let calls = table(&[
        "Start Time|Caller|Called Number|Duration",
        "2026-10-05 09:00|2142220100|2142220101|65",
    ]);
    assert_eq!(calls.refusal.unwrap().code, "call_detail_records");
    let router = table(&[
        "hostname gw1",
        "!",
        "interface GigabitEthernet0/0",
        "dial-peer voice 1 voip",
        "!",
    ]);
    assert_eq!(router.refusal.unwrap().code, "configuration_text");
    let list = table(&["Name|From|To|DID", "Ana Nunez|Dallas|Plano|2142220100"]);
    assert_eq!(list.refusal, None, "a list of moves has no time");
}

#[test]
fn profiles_are_found_again_and_obeyed() {
    let first = table(&[
        "Name|UPN|DID|Mobile|Dept",
        "Ana Nunez|ana@example.com|2142220100||IT",
    ]);
    let again = table(&[
        "DEPT.|did|upn|Name|Mobile",
        "IT|2142220100|ana@example.com|Ana Nunez|",
    ]);
    let other = table(&["Name|UPN|DID|Mobile", "Ana Nunez|ana@example.com|2142220100|"]);
    assert_eq!(
        header_fingerprint(&first.columns),
        header_fingerprint(&again.columns)
    );
    assert_ne!(
        header_fingerprint(&first.columns),
        header_fingerprint(&other.columns)
    );
    assert_eq!(
        header_fingerprint(&[]),
        "cbf29ce484222325",
        "stored fingerprints must not change"
    );
    let groups = |count: usize| {
        let header: Vec<String> = (1..=count).map(|n| format!("Directory Number {n}")).collect();
        header_fingerprint(&table(&[&format!("UPN|{}", header.join("|")), "ana@example.com"]).columns)
    };
    assert_eq!(groups(2), groups(4));

    let mut profile = first.columns.clone();
    profile[2].field = None;
    profile[3].field = Some(E164);
    let mut columns = table(&[
        "Mobile|DID|UPN|Name|Department|VM PIN|Notes",
        "2142220101|2142220100|ana@example.com|Ana Nunez|IT|1234|x",
    ])
    .columns;
    apply_profile(&mut columns, &profile);
    let found: Vec<_> = columns.iter().map(|column| column.field).collect();
    assert_eq!(
        found,
        [
            Some(E164),
            None,
            Some(Upn),
            Some(DisplayName),
            Some(Department),
            None,
            Some(Notes)
        ]
    );
}

#[test]
fn values_stand_for_codes() {
    for (field, text, code) in [
        (RoutingMethod, "Longest Idle Time", "longest_idle"),
        (RoutingMethod, "Circular", "round_robin"),
        (RoutingMethod, "Top Down", "serial"),
        (RoutingMethod, "Broadcast", "attendant"),
        (RoutingMethod, "Simultaneous", "attendant"),
        (AccountType, "Auto Attendant", "auto_attendant"),
        (AccountType, "11CD3E2E-fccb-42ad-ad00-878b93575e07", "call_queue"),
        (TimeoutAction, "Hang up", "disconnect"),
        (OverflowAction, "Voicemail (shared)", "shared_voicemail"),
        (OrderStatus, "FOC'd", "foc_received"),
        (OrderStatus, "Confirmed", "foc_received"),
        (OrderStatus, "Rejected by losing carrier", "rejected"),
        (OrderStatus, "COMPLETED", "ported"),
        (OrderStatus, "Canceled", "cancelled"),
        (OrderStatus, "in progress", "submitted"),
        (NumberType, "Ring Group", "call_queue"),
        (NumberType, "Ivr", "auto_attendant"),
        (NumberType, "Extension", "user"),
    ] {
        assert_eq!(suggest_code(field, text), Some((field, code)), "{text}");
    }
    assert_eq!(suggest_code(OrderStatus, "zeppelin"), None);
    for status in PortOrderStatus::ALL {
        assert_eq!(
            suggest_code(OrderStatus, status.code()),
            Some((OrderStatus, status.code()))
        );
    }
    assert_eq!(
        suggest_code(
            TimeoutAction,
            portflow_domain::enums::OverflowAction::Voicemail.code()
        ),
        Some((TimeoutAction, "voicemail"))
    );
}

#[test]
fn sixteen_thousand_columns_are_no_matter() {
    let header: Vec<String> = (0..16_384)
        .map(|index| format!("Column {index} of something{index}"))
        .collect();
    let row: Vec<String> = (0..16_384)
        .map(|index| format!("214222{:04}", index % 10_000))
        .collect();
    let wide = sheet(&[&header.join("|"), &row.join("|"), &row.join("|")]);
    let start = Instant::now();
    let found = detect_table(&wide, Country::US);
    let seconds = start.elapsed().as_secs_f64();
    assert!(found.is_some());
    println!("{seconds:.2} s");
    // Without optimisation; a release build takes a small part of it.
    assert!(seconds < 20.0, "{seconds} s");
}
