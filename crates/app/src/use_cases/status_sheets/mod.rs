//! A carrier's status export: proposed to the orders it names, and taken as confirmed, all or nothing.

mod confirm;
mod proposals;

use portflow_domain::enums::ImportTarget;
use portflow_domain::import::{OrderEventValues, RecordValues};
use portflow_domain::porting::status_sheet::StatusLine;
use portflow_store::Tx;

pub use confirm::confirm;

use super::imports::{Asked, OneSheet, read_one};
use crate::context::Context;
use crate::dto::status_sheets::{RejectedLine, StatusSheetChoices, StatusSheetPreview};
use crate::error::{ApiError, Result};
use crate::files::sha256;

/// What the sheet means; nothing is stored.
pub async fn preview(cx: &Context, request: StatusSheetChoices) -> Result<StatusSheetPreview> {
    let sheet = read(cx, &request).await?;
    preview_in(cx, &mut cx.read().await?, &request, &sheet).await
}

async fn read(cx: &Context, request: &StatusSheetChoices) -> Result<OneSheet> {
    let asked = Asked {
        file: &request.file,
        sheet: request.sheet.as_ref(),
        column: None,
        target: ImportTarget::PortOrderEvents,
        country: request.country.as_deref(),
        is_demo: false,
    };
    read_one(cx, asked).await
}

async fn preview_in(
    cx: &Context,
    tx: &mut Tx,
    request: &StatusSheetChoices,
    sheet: &OneSheet,
) -> Result<StatusSheetPreview> {
    let mut lines = Vec::new();
    let mut rejected = Vec::new();
    for record in &sheet.records {
        match (record.rejection(), &record.values) {
            (None, Some(RecordValues::PortOrderEvent(values))) => {
                lines.push(line(record.source_row, (**values).clone()));
            }
            (issue, _) => rejected.push(RejectedLine {
                row: record.source_row,
                reason: issue.map(|issue| issue.text.to_string()).unwrap_or_default(),
            }),
        }
    }
    let (orders, unknown) = proposals::make(cx, tx, request, sheet, &lines).await?;
    let mut preview = StatusSheetPreview {
        file_name: sheet.file.name.clone(),
        sha256: sheet.file.sha256.clone(),
        sheet: sheet.name.clone(),
        sheets: sheet
            .file
            .workbook
            .sheets
            .iter()
            .map(|it| it.name.clone())
            .collect(),
        settings: sheet.settings.clone(),
        orders,
        unknown,
        rejected,
        ambiguous_dates: sheet.ambiguous_dates.clone(),
        fingerprint: String::new(),
    };
    let whole = serde_json::to_vec(&preview).map_err(|error| ApiError::internal(&error))?;
    preview.fingerprint = sha256(&whole);
    Ok(preview)
}

fn line(row: u32, values: OrderEventValues) -> StatusLine {
    StatusLine {
        row,
        pon: values.pon,
        e164: values.e164,
        status: values.status,
        foc_date: values.foc_date,
        reject_reason: values.reject_reason,
        notes: values.notes,
    }
}
