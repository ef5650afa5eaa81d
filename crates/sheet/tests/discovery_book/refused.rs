//! What a workbook may say that is refused: cells that cannot be read, and tampering.

use portflow_domain::discovery_book::read_back;
use portflow_domain::porting::Severity;
use portflow_domain::workbook::{Cell, Sheet, Workbook};

use crate::clinic::{Clinic, id};
use crate::filled::{fill, place, set};

const SITE: &str = "Site facts";
const TRUNKS: &str = "Trunks and circuits";
const KNOWN: &str = "How much is known";

#[test]
fn cells_that_cannot_be_read_are_named() {
    let clinic = Clinic::new();
    let (contact, system, circuit, fax) = (id(3), id(7), id(8), id(11));
    let text = |text: &str| Cell::text(text);
    for (sheet, row, heading, value, expected) in [
        (
            TRUNKS,
            &*circuit,
            "Monthly cost",
            text("a lot"),
            "amount in dollars",
        ),
        (
            TRUNKS,
            &circuit,
            "Contract ends",
            text("month to month"),
            "2026-11-30",
        ),
        (TRUNKS, &circuit, "Channels", Cell::Number(2.5), "whole number"),
        (TRUNKS, &circuit, "Kind", text("T1"), "PRI, SIP, Analog"),
        (
            "Special lines",
            &fax,
            "Number",
            text("555-0142"),
            "telephone number",
        ),
        (SITE, "hours/monday", "Answer", text("mornings"), "hours such as"),
        (SITE, "question/site.freeze", KNOWN, text("Unknown"), "answer"),
        (
            "Legacy system",
            &system,
            "Extensions in use",
            text("2000 and up"),
            "2000-2999",
        ),
        (
            "Contacts",
            &contact,
            "For the whole company",
            text("maybe"),
            "yes or no",
        ),
        ("Contacts", &contact, "Name", Cell::Error("#REF!".into()), "#REF!"),
    ] {
        let mut workbook = clinic.workbook();
        let at = place(&workbook, sheet, row, heading);
        set(&mut workbook, at, value);
        let problems = clinic.problems(&workbook);
        assert_eq!(problems.len(), 1, "{heading}: {problems:?}");
        assert!(problems[0].text.contains(expected), "{heading}: {problems:?}");
        assert_eq!(problems[0].sheet.as_deref(), Some(sheet));
        let cell = format!("{}{}", (b'A' + at.2 as u8) as char, at.1 + 1);
        assert_eq!(problems[0].cell.as_deref(), Some(cell.as_str()));
    }
}

/// Americans write the month first; elsewhere the text alone does not say which day is meant.
#[test]
fn a_day_is_read_as_the_country_of_the_site_writes_it() {
    let mut clinic = Clinic::new();
    let day = Cell::text("03/04/2027");
    let mut workbook = clinic.workbook();
    fill(&mut workbook, TRUNKS, &id(8), "Contract ends", day.clone());
    let changes = clinic.changes(&workbook);
    assert_eq!(changes[0].fields[0].value.as_deref(), Some("2027-03-04"));

    clinic.site.country = "GB".parse().unwrap();
    let mut workbook = clinic.workbook();
    fill(&mut workbook, TRUNKS, &id(8), "Contract ends", day);
    let problems = clinic.problems(&workbook);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].text.contains("2026-11-30"), "{problems:?}");
}

/// The errors that are said of a workbook of the clinic after `edit`.
fn errors(edit: impl FnOnce(&mut Workbook)) -> Vec<String> {
    let clinic = Clinic::new();
    let mut workbook = clinic.workbook();
    edit(&mut workbook);
    let problems = clinic.problems(&workbook).into_iter();
    problems
        .filter(|it| it.severity == Severity::Error)
        .map(|it| it.text)
        .collect()
}

fn trunks(workbook: &mut Workbook) -> &mut Sheet {
    let mut sheets = workbook.sheets.iter_mut();
    sheets.find(|it| it.name == TRUNKS).unwrap()
}

fn without_column(sheet: &mut Sheet, column: usize) {
    for row in &mut sheet.rows {
        if row.len() > column {
            row.remove(column);
        }
    }
}

#[test]
fn what_is_missing_is_named() {
    let told = errors(|workbook| {
        let (_, _, column) = place(workbook, TRUNKS, &id(8), "Contract ends");
        without_column(trunks(workbook), column);
    });
    assert_eq!(told, ["The column 'Contract ends' is not there any more."]);
    let told = errors(|workbook| workbook.sheets.retain(|it| it.name != TRUNKS));
    assert!(told[0].contains("The sheet 'Trunks and circuits'"), "{told:?}");
    let told = errors(|workbook| without_column(trunks(workbook), 0));
    assert!(told[0].contains("hidden first column"), "{told:?}");

    let clinic = Clinic::new();
    let mut without_base = clinic.workbook();
    without_base.sheets.retain(|it| it.name != "PortFlow base");
    assert_eq!(read_back(&without_base, &clinic.learnt()), None);
}

#[test]
fn a_sheet_that_was_renamed_is_known_by_its_hidden_column() {
    let clinic = Clinic::new();
    let mut workbook = clinic.workbook();
    trunks(&mut workbook).name = "Trunks".to_owned();
    let problems = clinic.problems(&workbook);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].severity, Severity::Warning);
    assert!(problems[0].text.contains("is called 'Trunks' now"));
}

#[test]
fn half_a_row_and_a_formula_without_a_value_are_refused() {
    let told = errors(|workbook| fill(workbook, "Devices", "+", "Model", Cell::text("VVX 411")));
    assert_eq!(
        told,
        ["The new row has no 'Kind'.", "The new row has no 'Quantity'."]
    );
    let told = errors(|workbook| {
        let at = place(workbook, TRUNKS, &id(8), "Monthly cost");
        set(workbook, at, Cell::text("="));
        trunks(workbook).formulas_without_value.push((at.1, at.2));
    });
    assert!(told[0].contains("never calculated"), "{told:?}");
}
