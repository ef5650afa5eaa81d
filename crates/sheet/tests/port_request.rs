//! A port request written and read back as the carrier's program would.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use portflow_domain::porting::request_sheet::{SheetTable, SheetValue};
use portflow_domain::timestamp::Timestamp;
use portflow_domain::workbook::Cell;
use portflow_sheet::{Limits, read, write_port_request};

#[test]
fn facts_stand_above_a_blank_row_and_the_numbers_stay_text() {
    let day = NaiveDate::from_ymd_opt(2027, 2, 9).unwrap();
    let text = |text: &str| SheetValue::Text(text.to_owned());
    let table = SheetTable {
        sheet_name: "Port request".to_owned(),
        title_rows: vec![("Requested date".to_owned(), SheetValue::Date(day))],
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
    let text = |text: &str| Cell::Text(text.to_owned());
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
