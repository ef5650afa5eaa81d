//! Where the facts of an order go in a carrier's own workbook: a first guess from its labels and headings, which a
//! person edits once.

use super::carrier::{NumberFormat, SheetField, WorkbookCell, WorkbookColumn, WorkbookTemplate, Writing};
use crate::mapping::{ImportField, header_words, known_fields};
use crate::workbook::{Cell, Sheet, Visibility, Workbook, column_letters};
use std::collections::BTreeSet;

/// How far down and to the right labels are looked for.
const ROWS: usize = 300;
const COLUMNS: usize = 100;

/// Labels of forms, in the spelling of `header_words`, separated by `|`.
const LABELS: &[(SheetField, &str)] = &[
    (
        SheetField::AccountNumber,
        "account number|account|losing carrier account number|current account number\
        |billing account number|ban|customer account number|carrier account number",
    ),
    (
        SheetField::Pin,
        "pin|pin number|account pin|passcode|port out pin|password|pin passcode|account passcode|transfer pin",
    ),
    (
        SheetField::Btn,
        "btn|billing phone number|main billing phone number|main btn|current btn|billing phone|atn\
        |account phone number|main number|billing number",
    ),
    (
        SheetField::NewBtn,
        "new btn|new billing phone number|remaining btn|btn after port",
    ),
    (
        SheetField::LegalName,
        "legal name|customer legal name|company|company name|customer name|customer|business name\
        |organization|organization name|legal company name|end user legal name",
    ),
    (
        SheetField::NameOnAccount,
        "name on account|account name|billing name|name on bill|name on csr|name as on bill",
    ),
    (
        SheetField::ServiceStreet,
        "service address|service street|street|street address|address|service street address\
        |service location|address line 1",
    ),
    (SheetField::ServiceCity, "city|service city|town"),
    (
        SheetField::ServiceState,
        "state|service state|state province|province",
    ),
    (
        SheetField::ServicePostalCode,
        "zip|zip code|postal code|service zip|service zip code|zip postal code|service postal code",
    ),
    (
        SheetField::LosingCarrier,
        "losing carrier|current carrier|current provider|old carrier|losing provider|current service provider\
        |current phone company|losing service provider|osp|old service provider",
    ),
    (
        SheetField::GainingCarrier,
        "gaining carrier|new carrier|new provider|winning carrier|new service provider|nsp",
    ),
    (SheetField::Ocn, "ocn|spid|operating company number|ocn spid"),
    (
        SheetField::PortType,
        "port type|type of port|full or partial|full partial|full partial port|order type|scope",
    ),
    (
        SheetField::DesiredDate,
        "desired date|requested date|desired due date|due date|requested port date|port date\
        |desired port date|requested foc date|desired foc date|ddd|requested due date",
    ),
    (SheetField::FocDate, "foc|foc date|confirmed date"),
    (
        SheetField::Pon,
        "pon|purchase order number|po number|order number|order|port order number",
    ),
    (SheetField::Version, "version|ver|pon version|sup|supplement"),
    (
        SheetField::AuthorizedPerson,
        "authorized person|authorized signer|authorized contact|authorized by|authorized name\
        |signer|authorised person|authorized user|authorized representative|contact name|printed name",
    ),
    (
        SheetField::ResporgId,
        "resporg|resporg id|responsible organization|resp org|resp org id",
    ),
    (
        SheetField::CustomerReference,
        "customer reference|reference|your reference|customer reference number|project",
    ),
    (
        SheetField::NumberCount,
        "number count|total numbers|quantity|number of numbers|total tns|tn count|number of tns|quantity of tns",
    ),
    (
        SheetField::RangeEnd,
        "range end|end number|last number|end of range|end tn|to number|ending number|last tn",
    ),
    (
        SheetField::RangeCount,
        "range quantity|numbers in range|range size|block size",
    ),
    (
        SheetField::EndUserName,
        "user name|end user|end user name|user|assigned to|subscriber name|directory name",
    ),
    (
        SheetField::Remarks,
        "remarks|comments|notes|special instructions|comment|remark|note",
    ),
];

/// The likeliest place for every fact that the workbook asks for by a known name. A sheet without a column for
/// telephone numbers gives a template without columns, and a person says the rest.
pub fn suggest(workbook: &Workbook) -> Option<WorkbookTemplate> {
    let shown = || {
        workbook
            .sheets
            .iter()
            .filter(|sheet| sheet.visibility == Visibility::Visible)
    };
    let best = shown()
        .find(|sheet| table_of(sheet).is_some())
        .or_else(|| shown().next())?;
    Some(suggest_for(best))
}

/// The same for one sheet.
pub fn suggest_for(sheet: &Sheet) -> WorkbookTemplate {
    let (header, columns) = table_of(sheet).unwrap_or_default();
    let first_row = match columns.is_empty() {
        true => sheet.rows.len() + 1,
        false => header + 2,
    };
    let writing = |field| Writing {
        format: if matches!(field, SheetField::Number | SheetField::RangeEnd) {
            NumberFormat::TenDigits
        } else {
            NumberFormat::Text
        },
        ..Writing::default()
    };
    let columns_there = !columns.is_empty();
    WorkbookTemplate {
        sheet: sheet.name.clone(),
        cells: facts_of(sheet, columns_there.then_some(header)),
        first_row: u32::try_from(first_row).unwrap_or(u32::MAX),
        columns: columns
            .into_iter()
            .map(|(column, field)| WorkbookColumn {
                column: column_letters(column),
                field,
                writing: writing(field),
            })
            .collect(),
    }
}

/// The row of headings with a telephone number and the most known columns.
fn table_of(sheet: &Sheet) -> Option<(usize, Vec<(usize, SheetField)>)> {
    let mut best: Option<(usize, Vec<(usize, SheetField)>)> = None;
    for (index, row) in sheet.rows.iter().take(ROWS).enumerate() {
        let texts = row
            .iter()
            .take(COLUMNS)
            .filter(|cell| matches!(cell, Cell::Text(_)));
        if texts.count() == 0 || fact_row(sheet, index) {
            continue;
        }
        let columns = headings(row);
        let has_number = columns.iter().any(|(_, field)| *field == SheetField::Number);
        if has_number && best.as_ref().is_none_or(|(_, found)| columns.len() > found.len()) {
            best = Some((index, columns));
        }
    }
    best
}

/// A label with a value beside it is no table, even where the label is `Phone number:`.
fn fact_row(sheet: &Sheet, row: usize) -> bool {
    let filled: Vec<&Cell> = sheet.rows[row].iter().filter(|cell| !cell.is_blank()).collect();
    let below_is_filled = sheet
        .rows
        .get(row + 1)
        .is_some_and(|next| next.iter().any(|cell| !cell.is_blank()));
    filled.len() == 1 && below_is_filled && filled[0].display().trim_end().ends_with(':')
}

/// What the cells of a row of headings ask for, each fact once. A mere `No.` counts the rows where another heading
/// says that it holds telephone numbers.
fn headings(row: &[Cell]) -> Vec<(usize, SheetField)> {
    let texts = row
        .iter()
        .enumerate()
        .take(COLUMNS)
        .filter_map(|(column, cell)| match cell {
            Cell::Text(text) => Some((column, text.as_str())),
            Cell::Empty | Cell::Number(_) | Cell::Date(_) | Cell::Bool(_) | Cell::Error(_) => None,
        });
    let mut columns: Vec<(usize, SheetField, bool)> = texts
        .filter_map(|(column, text)| Some((column, heading(text)?, header_words(text) == "number")))
        .collect();
    let named = |(_, field, is_bare): &(usize, SheetField, bool)| *field == SheetField::Number && !is_bare;
    if columns.iter().any(named) {
        columns.retain(|(_, field, is_bare)| *field != SheetField::Number || !is_bare);
    }
    let mut taken = BTreeSet::new();
    columns.retain(|(_, field, _)| taken.insert(*field));
    columns
        .into_iter()
        .map(|(column, field, _)| (column, field))
        .collect()
}

/// What a heading of the table asks for.
fn heading(text: &str) -> Option<SheetField> {
    let shown = |field: &ImportField| {
        let pair = SHARED.iter().find(|(import, _)| import == field);
        pair.map(|(_, shown)| *shown)
    };
    label(text).or_else(|| known_fields(text).iter().find_map(shown))
}

/// Columns of an import that show a fact of a request, too.
const SHARED: &[(ImportField, SheetField)] = &[
    (ImportField::E164, SheetField::Number),
    (ImportField::Extension, SheetField::Extension),
    (ImportField::NumberType, SheetField::NumberType),
    (ImportField::Usage, SheetField::Usage),
    (ImportField::Btn, SheetField::Btn),
    (ImportField::RateCenter, SheetField::RateCenter),
    (ImportField::FocDate, SheetField::FocDate),
    (ImportField::Pon, SheetField::Pon),
    (ImportField::Carrier, SheetField::LosingCarrier),
    (ImportField::DisplayName, SheetField::EndUserName),
    (ImportField::Notes, SheetField::Remarks),
    (ImportField::Description, SheetField::Remarks),
];

fn label(text: &str) -> Option<SheetField> {
    let words = header_words(text).replace("acct", "account");
    let named = |names: &str| names.split('|').any(|name| name.trim() == words);
    LABELS
        .iter()
        .find(|(_, names)| named(names))
        .map(|(field, _)| *field)
}

/// Cells beside or below a label outside the table, each fact once.
fn facts_of(sheet: &Sheet, header: Option<usize>) -> Vec<WorkbookCell> {
    let mut taken = BTreeSet::new();
    let mut cells = Vec::new();
    for (row, line) in sheet.rows.iter().enumerate().take(ROWS) {
        if header.is_some_and(|header| row >= header) {
            break;
        }
        for (column, cell) in line.iter().enumerate().take(COLUMNS) {
            let Cell::Text(text) = cell else { continue };
            let Some(field) = label(text).filter(|field| !field.is_of_one_number()) else {
                continue;
            };
            let Some((to_row, to_column)) = place_of(sheet, row, column) else {
                continue;
            };
            if header.is_some_and(|header| to_row >= header) || !taken.insert(field) {
                continue;
            }
            cells.push(WorkbookCell {
                cell: format!("{}{}", column_letters(to_column), to_row + 1),
                field,
                writing: Writing::default(),
            });
        }
    }
    cells
}

/// The empty cell that a label speaks of: the next one to the right, behind the label's merged cells, else below.
fn place_of(sheet: &Sheet, row: usize, column: usize) -> Option<(usize, usize)> {
    let merged = sheet
        .merged
        .iter()
        .find(|(top, left, _, _)| (*top, *left) == (row, column));
    let (bottom, right) = merged.map_or((row, column), |(_, _, bottom, right)| (*bottom, *right));
    let free = |row: usize, column: usize| {
        let cell = sheet.rows.get(row).and_then(|line| line.get(column));
        cell.is_none_or(Cell::is_blank) && !sheet.formula_cells.contains(&(row, column))
    };
    if free(row, right + 1) {
        return Some((row, right + 1));
    }
    free(bottom + 1, column).then_some((bottom + 1, column))
}
