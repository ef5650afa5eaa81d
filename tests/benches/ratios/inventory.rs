//! The workbook that is imported: people with their numbers and spare numbers between them, as a customer of this
//! size sends them.

use std::path::Path;

use rust_xlsxwriter::Workbook;

/// Columns of the workbook.
pub const WIDTH: usize = 11;

/// What stands above the columns.
pub const HEADERS: [&str; WIDTH] = [
    "User Principal Name",
    "Display Name",
    "First Name",
    "Last Name",
    "Department",
    "Job Title",
    "Extension",
    "Phone Number",
    "Cutover Date",
    "License",
    "Notes",
];

/// The cells of one row: every number once and in one of three spellings; each fifth number is nobody's.
pub fn row(index: u32) -> [String; WIDTH] {
    let note = format!("CSR line {index}");
    if index % 5 == 4 {
        let mut spare = [const { String::new() }; WIDTH];
        (spare[7], spare[10]) = (number(index), note);
        return spare;
    }
    let (first, last) = (format!("Given{}", index % 997), format!("Family{index}"));
    [
        format!("{first}.{last}@example.com"),
        format!("{first} {last}"),
        first,
        last,
        format!("Department {}", index % 40),
        "Clerk".to_owned(),
        format!("{}", 1000 + index % 9000),
        number(index),
        "2026-11-30".to_owned(),
        "MCOEV".to_owned(),
        note,
    ]
}

fn number(index: u32) -> String {
    const AREAS: [u32; 4] = [206, 312, 512, 617];
    let area = AREAS[(index % 4) as usize];
    let line = index / 4;
    let (office, line) = (220 + line / 10_000, line % 10_000);
    match index % 3 {
        0 => format!("+1{area}{office:03}{line:04}"),
        1 => format!("({area}) {office:03}-{line:04}"),
        _ => format!("{area}.{office:03}.{line:04}"),
    }
}

/// Writes `rows` of them.
pub fn write(path: &Path, rows: u32) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet_with_constant_memory().unwrap();
    sheet.write_row(0, 0, HEADERS).unwrap();
    for index in 0..rows {
        sheet.write_row(index + 1, 0, row(index)).unwrap();
    }
    workbook.save(path).unwrap();
}
