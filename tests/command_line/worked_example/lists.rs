//! The lists of the worked example: what two losing carriers, the toll-free provider and the customer send. All numbers
//! are fictitious. `UPDATE_GOLDEN=1` writes them anew.

use std::fmt::Write as _;

use crate::workbench::fixture;

const FIRST_NAMES: [&str; 20] = [
    "Ada", "Ben", "Cora", "Dan", "Ella", "Finn", "Gina", "Hugo", "Iris", "Jon", "Kira", "Leo", "Mona",
    "Nils", "Olga", "Paul", "Rita", "Sam", "Tess", "Udo",
];
const LAST_NAMES: [&str; 18] = [
    "Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel", "Ironwood", "Juniper", "Larch",
    "Maple", "Oak", "Pine", "Rowan", "Spruce", "Walnut", "Willow",
];

/// Consecutive numbers with the same use: area code, first and last line, the carrier's word, what they are, and where.
struct Block(&'static str, u16, u16, &'static str, &'static str, &'static str);

const MAIN: [Block; 9] = [
    Block("214", 100, 100, "Main", "Main number", "Dallas"),
    Block("214", 101, 199, "DID", "", "Dallas"),
    Block("469", 100, 199, "DID", "", "Dallas"),
    Block("972", 100, 169, "DID", "", "Dallas"),
    Block("972", 170, 199, "DID", "Spare", "Dallas"),
    Block("945", 100, 159, "DID", "", "Dallas"),
    Block("945", 160, 171, "Fax", "Fax", "Dallas"),
    Block("945", 172, 174, "Elevator", "Elevator telephone", "Dallas"),
    Block("945", 175, 176, "Alarm", "Fire alarm panel", "Dallas"),
];
const BRANCH: [Block; 3] = [
    Block("817", 100, 100, "Main", "Main number of the branch", "Fort Worth"),
    Block("817", 101, 117, "DID", "", "Fort Worth"),
    Block("817", 118, 119, "Fax", "Fax", "Fort Worth"),
];
const TOLL_FREE: [(&str, &str); 3] = [
    ("833-555-0110", "Orders"),
    ("833-555-0111", "Service desk"),
    ("833-555-0112", "Invoices"),
];

#[test]
fn lists_are_as_they_are_made() {
    for (name, text) in lists() {
        let path = fixture(&format!("worked_example/{name}"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let stored = std::fs::read_to_string(&path).unwrap();
        assert!(stored == text, "{name} is not as it is made");
    }
}

fn lists() -> [(&'static str, String); 5] {
    [
        ("old-telephone-bill.csv", main_bill()),
        ("prairie-telephone-bill.csv", branch_bill()),
        ("toll-free.csv", toll_free()),
        ("people.csv", people()),
        ("attendants.csv", attendants()),
    ]
}

/// A bill with titles above its table.
fn main_bill() -> String {
    let mut text = String::from(
        "Old Telephone Company,,,,\nServices on the bill of January 20 2027,,,,\n\n\
         Telephone Number,BTN,Line Type,Rate Center,Description\n",
    );
    for Block(area, first, last, kind, what, place) in MAIN {
        for line in first..=last {
            writeln!(
                text,
                "({area}) 555-{line:04},(214) 555-0100,{kind},{place},{what}"
            )
            .unwrap();
        }
    }
    text
}

/// A bill of another layout.
fn branch_bill() -> String {
    let mut text = String::from("Working TN,Billing Number,Service Location,Type,Remarks\n");
    for Block(area, first, last, kind, what, place) in BRANCH {
        for line in first..=last {
            writeln!(text, "{area}555{line:04},8175550100,{place},{kind},{what}").unwrap();
        }
    }
    text
}

fn toll_free() -> String {
    let mut text = String::from("Toll-Free Number,Number Type,Description\n");
    for (number, what) in TOLL_FREE {
        writeln!(text, "{number},Toll-Free,{what}").unwrap();
    }
    text
}

/// Everybody with a number of their own: the direct numbers that are no spares.
fn people() -> String {
    let mut text = String::from("Display Name,User Principal Name,Phone Number,Department\n");
    let direct = |block: &&Block| block.3 == "DID" && block.4.is_empty();
    let names = LAST_NAMES
        .iter()
        .flat_map(|last| FIRST_NAMES.map(|first| (first, last)));
    let numbers = MAIN.iter().chain(&BRANCH).filter(direct);
    let numbers =
        numbers.flat_map(|Block(area, first, last, ..)| (*first..=*last).map(move |line| (area, line)));
    for ((first, last), (area, line)) in names.zip(numbers) {
        let upn = format!("{first}.{last}@example.com").to_lowercase();
        let department = if *area == "817" { "Branch" } else { "Headquarters" };
        writeln!(text, "{first} {last},{upn},{area}-555-{line:04},{department}").unwrap();
    }
    text
}

/// The auto attendants that answer the main and the toll-free numbers.
fn attendants() -> String {
    let mut text = String::from("Resource Account,UPN,Account Type,Phone Number\n");
    let mains = [("214-555-0100", "Main menu"), ("817-555-0100", "Branch menu")];
    for (number, what) in mains.iter().chain(&TOLL_FREE) {
        let upn = format!("aa-{}@example.com", what.to_lowercase().replace(' ', "-"));
        writeln!(text, "{what},{upn},Auto Attendant,{number}").unwrap();
    }
    text
}
