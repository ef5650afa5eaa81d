//! The workbook that goes back to the customer: what is open about numbers, people and accounts, with a column for each
//! answer. It is read back by the normal import and holds no secret.

use portflow_domain::corrections::{CorrectionSheet, corrections};
use portflow_domain::workbook::Cell;
use portflow_sheet::{Column, TableHead};
use portflow_store::queries::{end_users, losing_accounts, phone_numbers};

use super::migrations;
use super::saved_document::save_document;
use crate::activity::Logged;
use crate::context::Context;
use crate::dto::numbers::ExportCorrections;
use crate::dto::workspace::SavedFile;
use crate::error::{ApiError, ErrorCode, Result};

/// Writes the workbook where a person chose.
pub async fn export(cx: &Context, request: ExportCorrections) -> Result<SavedFile> {
    let path = cx.session.files.path(&request.file_id)?;
    let mut tx = cx.write().await?;
    let migration = migrations::find(&mut tx, request.migration_id).await?;
    let numbers = phone_numbers::list_phone_numbers(&mut tx, migration.id).await?;
    let people = end_users::list_end_users(&mut tx, migration.id).await?;
    let accounts = losing_accounts::list_losing_accounts(&mut tx, Some(migration.customer_id)).await?;
    let sheets = corrections(&numbers, &people, &accounts);
    if sheets.is_empty() {
        let text = format!(
            "Nothing is open in '{}' that the customer could answer.",
            migration.name
        );
        return Err(ApiError::refused(text));
    }
    let tables: Vec<_> = sheets.into_iter().map(table).collect();
    let mut bytes = std::io::Cursor::new(Vec::new());
    portflow_sheet::write_tables(&mut bytes, &tables, cx.now()).map_err(|error| {
        ApiError::new(
            ErrorCode::File,
            format!("The workbook could not be made: {error}."),
        )
    })?;
    let told = (migration.subject(), "corrections_exported");
    save_document(cx, tx, (&path, &bytes.into_inner()), told).await
}

fn table(sheet: CorrectionSheet) -> (TableHead, Vec<Vec<Cell>>) {
    let columns = sheet.columns.into_iter().map(|column| Column {
        header: column.head.to_owned(),
        width: f64::from(column.width),
        choices: column.choices,
    });
    let head = TableHead {
        sheet_name: sheet.name.to_owned(),
        title_rows: Vec::new(),
        columns: columns.collect(),
    };
    let cell = |text: String| match text.as_str() {
        "" => Cell::Empty,
        text => Cell::text(text),
    };
    let rows = sheet
        .rows
        .into_iter()
        .map(|row| row.into_iter().map(cell).collect());
    (head, rows.collect())
}
