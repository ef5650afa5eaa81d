//! Layouts that nobody has seen: shuffled columns, renamed headers, headers somewhere down and to the right.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use portflow_domain::enums::ImportTarget;
use portflow_domain::mapping::{ImportField, Table, detect_table};
use portflow_domain::number::Country;
use portflow_domain::workbook::{Cell, Sheet};

/// A small generator whose numbers are the same everywhere (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % sides as u64) as usize
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.roll(from.len())]
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.roll(last + 1);
            items.swap(last, other);
        }
    }
}

/// A column: what it is to be found as, the headers it may have, and the cell of a row.
struct Column {
    field: Option<ImportField>,
    headers: &'static [&'static str],
    cell: fn(usize, &mut Dice) -> String,
}

const FIRST: [&str; 8] = [
    "Ana", "Zoë", "Łukasz", "Siobhán", "Jean", "Robert", "Priya", "Mei",
];
const LAST: [&str; 8] = [
    "Nunez", "Müller", "Żak", "O'Brien", "Dubois", "Smith", "Patel", "Chen",
];

fn number(row: usize, dice: &mut Dice) -> String {
    let line = 100 + row % 100;
    match dice.roll(4) {
        0 => format!("+1214222{line:04}"),
        1 => format!("(214) 222-{line:04}"),
        2 => format!("214.222.{line:04}"),
        _ => format!("214222{line:04}"),
    }
}

fn date(row: usize, _: &mut Dice) -> String {
    format!("2026-11-{:02}", 1 + row % 28)
}

use ImportField::*;

const PEOPLE: &[Column] = &[
    Column {
        field: Some(FirstName),
        headers: &[
            "First Name",
            "Given Name",
            "firstName",
            "FIRST_NAME",
            "Employee First Name",
            "Vorname",
            "Prénom",
            "Forename",
            "First",
        ],
        cell: |row, _| FIRST[row % 8].into(),
    },
    Column {
        field: Some(LastName),
        headers: &[
            "Last Name",
            "Surname",
            "lastName",
            "LAST_NAME",
            "Family Name",
            "Nachname",
            "Apellidos",
            "User Last Name",
            "Last",
        ],
        cell: |row, _| LAST[row / 2 % 8].into(),
    },
    Column {
        field: Some(Upn),
        headers: &[
            "UPN",
            "userPrincipalName",
            "User Principal Name",
            "Email",
            "E-mail address",
            "Work E-Mail",
            "Login Email",
            "USER_PRINCIPAL_NAME",
            "Teams Sign-in Name",
        ],
        cell: |row, _| format!("u{row}@example.com"),
    },
    Column {
        field: Some(E164),
        headers: &[
            "DID",
            "Phone Number",
            "Tel. No.",
            "Direct Line",
            "Office Phone",
            "PHONE_NUM",
            "Current TN",
            "Telefonnummer",
            "Work Phone #",
            "Direct Dial (DDI)",
        ],
        cell: number,
    },
    Column {
        field: Some(Extension),
        headers: &[
            "Extension",
            "Ext",
            "Ext.",
            "EXTN",
            "Ext No",
            "Internal Extension",
            "Durchwahl",
            "Short Dial",
            "4-Digit Ext",
        ],
        cell: |row, _| format!("{}", 1000 + row),
    },
    Column {
        field: Some(Department),
        headers: &[
            "Department",
            "Dept.",
            "DEPT NAME",
            "Abteilung",
            "Business Unit",
            "Division",
            "department_name",
        ],
        cell: |_, dice| dice.pick(&["Sales", "Finance", "IT"]).into(),
    },
    Column {
        field: Some(JobTitle),
        headers: &["Job Title", "Title", "jobTitle", "Position", "Role", "JOB_TITLE"],
        cell: |_, dice| dice.pick(&["Clerk", "Controller", "Analyst"]).into(),
    },
    Column {
        field: Some(Site),
        headers: &[
            "Site",
            "Location",
            "Office",
            "Building",
            "officeLocation",
            "Office Location",
            "Branch",
            "SITE_NAME",
            "Work Location",
        ],
        cell: |_, dice| dice.pick(&["Dallas HQ", "Plano", "Boston"]).into(),
    },
    Column {
        field: Some(CutoverDate),
        headers: &[
            "Cut-over",
            "Cutover Date",
            "Go Live",
            "Migration Date",
            "Go-Live Date",
            "CUTOVER_DATE",
        ],
        cell: date,
    },
    Column {
        field: Some(Notes),
        headers: &["Notes", "Comments", "Remarks", "NOTES", "Comment", "Bemerkungen"],
        cell: |row, _| {
            if row % 3 == 0 {
                "keeps desk phone".into()
            } else {
                String::new()
            }
        },
    },
    Column {
        field: None,
        headers: &[
            "Mobile",
            "Cell Phone",
            "Mobile Number",
            "Home Phone",
            "Cell #",
            "mobilePhone",
            "Handy",
        ],
        cell: |row, dice| format!("469222{:04}", 100 + row + dice.roll(2)),
    },
    Column {
        field: None,
        headers: &["Voicemail PIN", "VM PIN", "Password", "SIP Secret", "Passcode"],
        cell: |row, _| format!("{}", 4000 + row),
    },
    Column {
        field: None,
        headers: &["Asset Tag", "MAC Address", "Manager", "Cost Center"],
        cell: |row, _| format!("A-{row}"),
    },
];

const INVENTORY: &[Column] = &[
    Column {
        field: Some(E164),
        headers: &[
            "TN",
            "DID",
            "Telephone Number",
            "Phone Number",
            "TN / Range",
            "Number",
            "DID Number",
            "PHONE_NUMBER",
            "DIDs",
            "Numbers to Port",
        ],
        cell: |row, dice| {
            if row % 7 == 3 {
                format!("214-222-{:04} thru {:04}", 100 + row, 110 + row)
            } else {
                number(row, dice)
            }
        },
    },
    Column {
        field: Some(NumberType),
        headers: &[
            "Type",
            "Use",
            "Number Type",
            "Usage",
            "Line Type",
            "Used For",
            "LINE_TYPE",
            "Purpose",
        ],
        cell: |_, dice| dice.pick(&["DID", "Fax", "AA", "Hunt Group", "Elevator"]).into(),
    },
    Column {
        field: Some(Description),
        headers: &[
            "Description",
            "Assigned To",
            "Desc",
            "Used By",
            "Label",
            "DESCRIPTION",
        ],
        cell: |_, dice| {
            dice.pick(&["Front door", "Main menu", "Spare line", "Alarm panel"])
                .into()
        },
    },
    Column {
        field: Some(Carrier),
        headers: &[
            "Carrier",
            "Current Carrier",
            "Provider",
            "Losing Carrier",
            "Service Provider",
            "Telco",
        ],
        cell: |_, dice| dice.pick(&["Verizon", "GTT", "Some Telco"]).into(),
    },
    Column {
        field: Some(Btn),
        headers: &[
            "BTN",
            "Billing TN",
            "Billing Telephone Number",
            "Main BTN",
            "billing_number",
        ],
        cell: |_, _| "2142220199".into(),
    },
    Column {
        field: Some(RateCenter),
        headers: &["Rate Center", "RATE CTR", "RateCenter", "Rate Centre"],
        cell: |_, _| "DALLAS".into(),
    },
    Column {
        field: Some(FocDate),
        headers: &[
            "FOC",
            "FOC Date",
            "Requested FOC",
            "Port Date",
            "Due Date",
            "FOC_DATE",
            "Desired Due Date",
        ],
        cell: date,
    },
    Column {
        field: Some(PortingStatus),
        headers: &[
            "Status",
            "Port Status",
            "Porting Status",
            "PORT_STATUS",
            "Current Status",
        ],
        cell: |_, dice| dice.pick(&["Not started", "Submitted", "FOC received"]).into(),
    },
    Column {
        field: Some(Site),
        headers: &["Site", "Location", "Site Name", "Office", "Building"],
        cell: |_, dice| dice.pick(&["Dallas HQ", "Plano"]).into(),
    },
    Column {
        field: Some(QuantityCheck),
        headers: &["Qty", "Quantity", "Count", "# of Numbers", "Qty."],
        cell: |row, _| if row % 7 == 3 { "11".into() } else { "1".into() },
    },
    Column {
        field: Some(Notes),
        headers: &["Notes", "Comments", "Remarks"],
        cell: |row, _| {
            if row % 4 == 0 {
                "check with carrier".into()
            } else {
                String::new()
            }
        },
    },
    Column {
        field: None,
        headers: &["Account Number", "Acct #", "ACCOUNT_NO", "Account No."],
        cell: |_, _| "A-0042-77".into(),
    },
    Column {
        field: None,
        headers: &["Port-out PIN", "PIN", "Passcode"],
        cell: |_, _| "0042".into(),
    },
];

const CARRIER: &[Column] = &[
    Column {
        field: Some(Pon),
        headers: &[
            "PON",
            "Order Number",
            "Order ID",
            "Port Order #",
            "ORDER_NO",
            "Purchase Order Number",
        ],
        cell: |row, _| format!("PF-{:04}", row / 5),
    },
    Column {
        field: Some(E164),
        headers: &[
            "TN",
            "Telephone Number",
            "Phone Number",
            "Ported TN",
            "DID",
            "PhoneNumber",
        ],
        cell: number,
    },
    Column {
        field: Some(OrderStatus),
        headers: &[
            "Status",
            "Order Status",
            "LSR Status",
            "Order State",
            "ORDER_STATUS",
        ],
        cell: |_, dice| {
            dice.pick(&["FOC received", "Rejected", "Completed", "In progress"])
                .into()
        },
    },
    Column {
        field: Some(FocDate),
        headers: &[
            "FOC",
            "FOC Date",
            "Confirmed FOC",
            "Committed Date",
            "Due Date",
            "foc_date",
        ],
        cell: date,
    },
    Column {
        field: Some(RejectReason),
        headers: &[
            "Reject Reason",
            "Rejection Reason",
            "Reason for Rejection",
            "REJECT_REASON",
        ],
        cell: |row, _| {
            if row % 5 == 1 {
                "Name mismatch".into()
            } else {
                String::new()
            }
        },
    },
    Column {
        field: Some(Carrier),
        headers: &["Carrier", "Losing Carrier", "Provider", "Losing Provider"],
        cell: |_, _| "Verizon".into(),
    },
    Column {
        field: Some(Notes),
        headers: &["Notes", "Comments", "Remarks"],
        cell: |row, _| {
            if row % 6 == 0 {
                "called in".into()
            } else {
                String::new()
            }
        },
    },
];

/// How people change the spelling of a header without changing its words.
fn respelt(header: &str, dice: &mut Dice) -> String {
    match dice.roll(7) {
        0 => header.to_uppercase(),
        1 => header.to_lowercase(),
        2 => format!(" {header} "),
        3 => format!("{header}*"),
        4 => header.replace(' ', "\n"),
        5 => header.replace(' ', "_"),
        _ => header.to_owned(),
    }
}

struct Layout {
    sheet: Sheet,
    header_row: usize,
    /// Position, header and field of every column.
    columns: Vec<(usize, String, Option<ImportField>)>,
}

fn layout(columns: &[Column], seed: u64) -> Layout {
    let mut dice = Dice(seed);
    let mut order: Vec<usize> = (0..columns.len()).collect();
    dice.shuffle(&mut order);
    let left = dice.roll(3);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for _ in 0..[0, 0, 1, 3, 9, 45][dice.roll(6)] {
        let title = dice.pick(&[
            "Example Corp telephone records",
            "",
            "Prepared for the kick-off",
            "Version 7 FINAL (2)",
            "Do not sort!",
        ]);
        let mut row = vec![Cell::Empty; left];
        row.push(Cell::text(title));
        rows.push(row);
    }
    let header_row = rows.len() + 1;
    let mut named = Vec::new();
    let mut header = vec![Cell::Empty; left];
    for (place, column) in order.iter().enumerate() {
        let column = &columns[*column];
        let text = dice.pick(column.headers);
        let text = respelt(text, &mut dice);
        named.push((left + place, text.clone(), column.field));
        header.push(Cell::text(text));
    }
    rows.push(header);
    for row in 0..6 + dice.roll(40) {
        let mut cells = vec![Cell::Empty; left];
        cells.extend(
            order
                .iter()
                .map(|column| Cell::text((columns[*column].cell)(row, &mut dice))),
        );
        rows.push(cells);
        if dice.roll(12) == 0 {
            rows.push(Vec::new());
        }
    }
    let sheet = Sheet {
        name: "Sheet1".to_owned(),
        rows,
        ..Sheet::default()
    };
    Layout {
        sheet,
        header_row,
        columns: named,
    }
}

/// The percentage of columns found, and what was not.
fn found(columns: &[Column], target: ImportTarget, seeds: u64) -> (f64, Vec<String>) {
    let (mut all, mut right, mut wrong) = (0_u32, 0_u32, Vec::new());
    for seed in 0..seeds {
        let layout = layout(columns, seed * 7919 + 1);
        let table: Option<Table> = detect_table(&layout.sheet, Country::US);
        all += layout.columns.len() as u32;
        let Some(table) =
            table.filter(|table| table.header_row == layout.header_row && table.target == target)
        else {
            let table =
                detect_table(&layout.sheet, Country::US).map(|table| (table.header_row, table.target));
            wrong.push(format!(
                "seed {seed}: header {} found as {table:?}",
                layout.header_row
            ));
            continue;
        };
        for (index, header, field) in &layout.columns {
            let column = table
                .columns
                .iter()
                .find(|column| column.index == *index)
                .unwrap();
            if column.field == *field {
                right += 1;
            } else {
                wrong.push(format!(
                    "seed {seed}: {header:?}: expected {field:?}, found {:?} ({})",
                    column.field, column.why
                ));
            }
        }
    }
    (f64::from(right) * 100.0 / f64::from(all), wrong)
}

#[test]
fn shuffled_and_renamed_columns_are_found() {
    for (name, columns, target) in [
        ("people", PEOPLE, ImportTarget::EndUsers),
        ("inventory", INVENTORY, ImportTarget::PhoneNumbers),
        ("carrier", CARRIER, ImportTarget::PortOrderEvents),
    ] {
        let (share, wrong) = found(columns, target, 60);
        println!("{name}: {share:.1} %");
        assert!(share >= 98.0, "{name}: {share:.1} %\n{}", wrong.join("\n"));
    }
}

/// With headers that mean nothing, the cells alone must find the columns that cells can tell.
#[test]
fn cells_speak_where_headers_do_not() {
    for seed in 0..20 {
        let mut people = layout(&PEOPLE[2..5], seed);
        let mut header = people.sheet.rows.remove(people.header_row - 1);
        for (place, cell) in header.iter_mut().filter(|cell| !cell.is_blank()).enumerate() {
            *cell = Cell::text(["Zeppelin", "Quokka", "Marmalade"][place]);
        }
        people.sheet.rows.insert(people.header_row - 1, header);
        let table = detect_table(&people.sheet, Country::US).unwrap();
        let found: Vec<_> = table.columns.iter().map(|column| column.field).collect();
        let expected: Vec<_> = people.columns.iter().map(|(_, _, field)| *field).collect();
        assert_eq!(
            (table.header_row, found),
            (people.header_row, expected),
            "seed {seed}"
        );
        assert!(
            table.columns.iter().all(|column| column.confidence < 60),
            "less sure than by a header"
        );
    }
}
