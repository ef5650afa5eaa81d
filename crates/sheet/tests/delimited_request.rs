//! A port request as comma-separated text: plain for a portal, inert in a spreadsheet program, the same when it is
//! read again.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use portflow_domain::porting::carrier::built_in;
use portflow_domain::porting::request_sheet::{SheetTable, SheetValue, port_request, sample_request};
use portflow_sheet::{Limits, csv_port_request, read};

fn text(text: &str) -> SheetValue {
    SheetValue::Text(text.to_owned())
}

fn table(rows: Vec<Vec<SheetValue>>) -> SheetTable {
    SheetTable {
        sheet_name: "Numbers".to_owned(),
        title_rows: Vec::new(),
        has_header: true,
        headers: vec!["PhoneNumber".to_owned(), "Name".to_owned()],
        widths: vec![18, 20],
        rows,
    }
}

fn csv(table: &SheetTable) -> String {
    String::from_utf8(csv_port_request(table)).unwrap()
}

#[test]
fn microsofts_list_is_one_column_without_a_header() {
    let microsoft = built_in().into_iter().find(|it| it.code == "microsoft").unwrap();
    let mut template = microsoft.sheet_template;
    let sample = sample_request("Microsoft", None);
    let numbers = "+12145550100\r\n+12145550101\r\n+12145550102\r\n+12145550149\r\n";
    assert_eq!(csv(&port_request(&sample, &template)), numbers);
    template.has_header = true;
    assert_eq!(
        csv(&port_request(&sample, &template)),
        format!("PhoneNumber\r\n{numbers}")
    );
}

#[test]
fn text_is_quoted_where_it_must_be_and_never_a_formula() {
    let cases = [
        ("plain", "plain"),
        ("Lee, Kim", "\"Lee, Kim\""),
        ("the \"lobby\"", "\"the \"\"lobby\"\"\""),
        ("two\nlines", "\"two\nlines\""),
        (" edge", "\" edge\""),
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-1", "'-1"),
        ("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"),
        ("\t=1", "\"'\t=1\""),
        ("+12145550100", "+12145550100"),
        ("+", "'+"),
    ];
    for (given, written) in cases {
        let out = csv(&table(vec![vec![text("+12145550101"), text(given)]]));
        assert_eq!(
            out,
            format!("PhoneNumber,Name\r\n+12145550101,{written}\r\n"),
            "{given}"
        );
    }
}

#[test]
fn letters_beyond_ascii_have_a_mark_and_everything_comes_back() {
    let rows = vec![
        vec![text("+12145550100"), text("Zoë, Åse")],
        vec![text("+12145550101"), text("the \"lobby\"")],
    ];
    let bytes = csv_port_request(&table(rows));
    assert!(bytes.starts_with(b"\xef\xbb\xbf"));
    let book = read(&bytes, "request.csv", &Limits::default()).unwrap();
    let cells: Vec<Vec<String>> = book.sheets[0]
        .rows
        .iter()
        .map(|row| row.iter().map(portflow_domain::workbook::Cell::display).collect())
        .collect();
    assert_eq!(
        cells,
        [
            ["PhoneNumber", "Name"],
            ["+12145550100", "Zoë, Åse"],
            ["+12145550101", "the \"lobby\""]
        ]
    );
}
