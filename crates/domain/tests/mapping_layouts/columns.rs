//! The columns of three kinds of list, each with the headers it may have and what stands below them.

use portflow_domain::mapping::ImportField::{self, *};

use crate::dice::Dice;

/// A column: what it is to be found as, the headers it may have, and the cell of a row.
pub struct Column {
    pub field: Option<ImportField>,
    pub headers: &'static [&'static str],
    pub cell: fn(usize, &mut Dice) -> String,
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

pub const PEOPLE: &[Column] = &[
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

pub const INVENTORY: &[Column] = &[
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

pub const CARRIER: &[Column] = &[
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
