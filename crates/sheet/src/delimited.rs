//! The domain's port-request sheet as comma-separated text for carriers whose portal takes a list.
//!
//! Text that a spreadsheet program would take for a formula gets an apostrophe in front; a telephone number with its
//! plus sign computes nothing and stays as it is, for portals take it literally.

use portflow_domain::porting::request_sheet::{SheetTable, SheetValue};

/// Writes a port request as UTF-8 with Windows line ends: its labelled facts and a blank line where it has some, the
/// headings where they are shown, then its rows. A byte order mark stands in front only where a letter needs it.
pub fn csv_port_request(table: &SheetTable) -> Vec<u8> {
    let mut text = String::new();
    for (label, value) in &table.title_rows {
        line(&mut text, [inert(label), plain(value)]);
    }
    if !table.title_rows.is_empty() {
        text.push_str("\r\n");
    }
    if table.has_header {
        line(&mut text, table.headers.iter().map(|header| inert(header)));
    }
    for row in &table.rows {
        line(&mut text, row.iter().map(plain));
    }
    if !text.is_ascii() {
        text.insert(0, '\u{feff}');
    }
    text.into_bytes()
}

fn line(text: &mut String, cells: impl IntoIterator<Item = String>) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        let edged = cell.starts_with(' ') || cell.ends_with(' ');
        if edged || cell.contains([',', '"', '\r', '\n', ';', '\t']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}

fn plain(value: &SheetValue) -> String {
    match value {
        SheetValue::Text(text) => inert(text),
        SheetValue::Number(number) => number.to_string(),
        SheetValue::Date(date) => date.to_string(),
        SheetValue::Empty => String::new(),
    }
}

fn inert(text: &str) -> String {
    let rest = text.strip_prefix('+');
    let is_number =
        rest.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()));
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
