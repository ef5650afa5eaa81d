//! A port request written and read back as the carrier's program would.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use portflow_domain::porting::request_sheet::{SheetTable, SheetValue};
use portflow_domain::timestamp::Timestamp;
use portflow_domain::workbook::Cell;
use portflow_sheet::{Column, Limits, TableHead, read, write_port_request, write_table};

#[test]
fn facts_stand_above_a_blank_row_and_the_numbers_stay_text() {
    let day = NaiveDate::from_ymd_opt(2027, 2, 9).unwrap();
    let text = |text: &str| SheetValue::Text(text.to_owned());
    let table = SheetTable {
        sheet_name: "Port request".to_owned(),
        title_rows: vec![("Requested date".to_owned(), SheetValue::Date(day))],
        has_header: true,
        headers: vec!["Number".to_owned(), "Account".to_owned(), "Quantity".to_owned()],
        widths: vec![18],
        rows: vec![
            vec![text("+12145550101"), text("007"), SheetValue::Number(1.0)],
            vec![text("+12145550102"), SheetValue::Empty, SheetValue::Number(2.0)],
        ],
    };
    let created = Timestamp::new(day.and_time(chrono::NaiveTime::MIN).and_utc());
    let mut bytes = Vec::new();
    write_port_request(&mut bytes, &table, created).unwrap();

    let rows = read(&bytes, "request.xlsx", &Limits::default())
        .unwrap()
        .sheets
        .remove(0)
        .rows;
    let text = |text: &str| Cell::Text(text.into());
    let day = Cell::Date(day.and_time(chrono::NaiveTime::MIN));
    let expected = [
        vec![text("Requested date"), day],
        vec![],
        vec![text("Number"), text("Account"), text("Quantity")],
        vec![text("+12145550101"), text("007"), Cell::Number(1.0)],
        vec![text("+12145550102"), Cell::Empty, Cell::Number(2.0)],
    ];
    assert_eq!(rows, expected);
}

/// Notices, while the workbook is packed, whether this program holds a file that has no name any more.
#[cfg(target_os = "linux")]
#[derive(Default)]
struct Watching {
    saw_temporary_file: bool,
}

#[cfg(target_os = "linux")]
impl std::io::Write for Watching {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        for open in std::fs::read_dir("/proc/self/fd")?.flatten() {
            let target = std::fs::read_link(open.path()).unwrap_or_default();
            self.saw_temporary_file |= target.to_string_lossy().ends_with("(deleted)");
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_port_request_never_waits_in_a_temporary_file() {
    let created = Timestamp::new(chrono::DateTime::UNIX_EPOCH);
    let table = SheetTable {
        sheet_name: "Port request".to_owned(),
        title_rows: vec![("PIN".to_owned(), SheetValue::Text("0042".to_owned()))],
        has_header: true,
        headers: vec!["Number".to_owned()],
        widths: vec![18],
        rows: vec![vec![SheetValue::Text("+12145550101".to_owned())]],
    };
    let mut watching = Watching::default();
    write_port_request(&mut watching, &table, created).unwrap();
    assert!(!watching.saw_temporary_file);

    // A table without secrets does, which shows that the watch sees it.
    let head = TableHead {
        sheet_name: "Numbers".to_owned(),
        title_rows: Vec::new(),
        columns: vec![Column::new("Number")],
    };
    let mut watching = Watching::default();
    write_table(
        &mut watching,
        &head,
        [vec![Cell::Text("+12145550101".into())]],
        created,
    )
    .unwrap();
    assert!(watching.saw_temporary_file);
}
