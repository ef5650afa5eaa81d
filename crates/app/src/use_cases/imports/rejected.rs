//! The rejected records of an import as a workbook: the columns of the file, then the reason and the row it stood in,
//! so that the rows can be corrected and imported again.

use portflow_domain::entities::{ImportRow, ImportSheet};
use portflow_domain::import::Issue;
use portflow_domain::workbook::Cell;
use portflow_sheet::{Column, TableHead};
use portflow_store::queries::import_batches;
use std::collections::BTreeMap;

use super::batches::{cells_of, columns_of, find};
use crate::activity::Subject;
use crate::context::Context;
use crate::dto::import_batches::SaveRejected;
use crate::dto::workspace::SavedFile;
use crate::error::{ApiError, ErrorCode, Result};
use crate::use_cases::saved_document::save_document;

/// Writes the workbook where a person chose.
pub async fn save(cx: &Context, request: SaveRejected) -> Result<SavedFile> {
    let path = cx.session.files.path(&request.file_id)?;
    let mut tx = cx.write().await?;
    let batch = find(&mut tx, request.id).await?;
    let sheets = import_batches::list_import_sheets(&mut tx, batch.id).await?;
    let rows = import_batches::list_rejected_rows(&mut tx, batch.id).await?;
    if rows.is_empty() {
        return Err(ApiError::refused(format!(
            "The import of '{}' rejected nothing.",
            batch.file_name
        )));
    }
    let table = Table::of(&sheets, &rows);
    let mut bytes = std::io::Cursor::new(Vec::new());
    portflow_sheet::write_table(&mut bytes, &table.head, table.rows, cx.now()).map_err(|error| {
        let message = format!("The workbook could not be made: {error}.");
        ApiError::new(ErrorCode::File, message)
    })?;
    let bytes = bytes.into_inner();
    let told = (Subject::import_batch(&batch), "rejected_rows_exported");
    save_document(cx, tx, (&path, &bytes), told).await
}

/// The headers that follow the file's own.
const REASON: &str = "Reason";
const ROW: &str = "Original row";
const SHEET: &str = "Original sheet";

/// The rejected rows as a table.
struct Table {
    head: TableHead,
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// One line per row of the file, however many of its records were rejected. Columns of several sheets with the
    /// same header are one.
    fn of(sheets: &[ImportSheet], rows: &[ImportRow]) -> Self {
        let rejected: Vec<&ImportSheet> = sheets
            .iter()
            .filter(|sheet| rows.iter().any(|row| row.sheet == sheet.sheet))
            .collect();
        let mut headers: Vec<String> = Vec::new();
        let mut places: BTreeMap<(&str, usize), usize> = BTreeMap::new();
        for sheet in &rejected {
            let mut own: Vec<usize> = Vec::new();
            for column in columns_of(sheets, &sheet.sheet)
                .iter()
                .filter(|column| !column.secret)
            {
                let known =
                    (0..headers.len()).find(|place| headers[*place] == column.header && !own.contains(place));
                let place = known.unwrap_or_else(|| {
                    headers.push(column.header.clone());
                    headers.len() - 1
                });
                own.push(place);
                places.insert((&sheet.sheet, column.index), place);
            }
        }
        let own = headers.len();
        headers.extend([REASON.to_owned(), ROW.to_owned()]);
        if rejected.len() > 1 {
            headers.push(SHEET.to_owned());
        }
        let mut lines: BTreeMap<(&str, i64), Vec<Cell>> = BTreeMap::new();
        for row in rows {
            let line = lines.entry((&row.sheet, row.source_row)).or_insert_with(|| {
                let mut line = vec![Cell::Empty; headers.len()];
                for cell in cells_of(sheets, row) {
                    if let Some(place) = places.get(&(row.sheet.as_str(), cell.column)) {
                        line[*place] = Cell::text(cell.text);
                    }
                }
                line[own + 1] = Cell::Number(row.source_row as f64);
                if let Some(sheet) = line.get_mut(own + 2) {
                    *sheet = Cell::text(row.sheet.as_str());
                }
                line
            });
            let reason = joined(&line[own], &reasons(row));
            line[own] = Cell::text(reason);
        }
        Self {
            head: TableHead {
                sheet_name: "Rejected rows".to_owned(),
                title_rows: Vec::new(),
                columns: headers.into_iter().map(Column::new).collect(),
            },
            rows: lines.into_values().collect(),
        }
    }
}

/// Why a record was rejected, as sentences.
fn reasons(row: &ImportRow) -> String {
    let issues: Vec<Issue> = serde_json::from_value(row.issues.clone()).unwrap_or_default();
    let errors = issues.iter().filter(|issue| issue.is_error());
    errors
        .map(|issue| issue.text.to_string())
        .collect::<Vec<_>>()
        .join(" ")
}

fn joined(before: &Cell, reason: &str) -> String {
    let Cell::Text(before) = before else {
        return reason.to_owned();
    };
    if before.contains(reason) {
        before.to_string()
    } else {
        format!("{before} {reason}")
    }
}
