//! The workbook that is imported: a carrier's list of numbers as large as a big customer's.

use std::path::Path;

use rust_xlsxwriter::Workbook;

/// What stands above the columns.
pub const HEADERS: [&str; 6] = [
    "Phone Number",
    "Description",
    "Number Type",
    "Current Carrier",
    "Rate Center",
    "Notes",
];

/// The cells of one row: every number once, other texts as often as in real lists.
pub fn row(index: u32) -> [String; 6] {
    const OFFICES: [u32; 4] = [206, 312, 512, 617];
    let area = OFFICES[(index % 4) as usize];
    let line = index / 4;
    let kind = if index.is_multiple_of(20) { "Fax" } else { "User" };
    [
        format!("+1{area}{:03}{:04}", 220 + line / 10_000, line % 10_000),
        format!("Floor {}, desk {}", index % 40 + 1, index),
        kind.to_owned(),
        "Lumen".to_owned(),
        format!("RATE CTR {area}"),
        format!("CSR line {index}"),
    ]
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
