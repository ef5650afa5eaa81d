//! The first step: what the chosen files are and what their sheets seem to hold.

use portflow_domain::entities::MappingProfile;
use portflow_domain::mapping::{SheetDetection, detect_workbook, header_fingerprint};
use portflow_domain::number::Country;
use portflow_domain::workbook::{Cell, Sheet};
use portflow_store::queries::{mapping_profiles, sites};

use super::discovery_workbooks::{refuse_discovery, site_of};
use super::{planning, profiles};
use crate::context::Context;
use crate::dto::Empty;
use crate::dto::imports::{
    CancelTask, ImportFile, OpenImport, OpenedImport, PasteCells, RefusedFile, RefusedWorkbook, SheetChoices,
    SheetSummary,
};
use crate::error::{ApiError, Result};
use crate::files::FileHandle;
use crate::imported_files::OpenedFile;
use crate::use_cases::migrations;

/// Rows and columns shown for choosing the header row, and letters of a cell.
const FIRST_ROWS: usize = 20;
const FIRST_COLUMNS: usize = 60;
const FIRST_LETTERS: usize = 80;

/// Reads files and says what their sheets seem to hold. When none can be read, the first one's reason is the error,
/// unless one is the discovery workbook of a site, which is read there.
pub async fn open(cx: &Context, request: OpenImport) -> Result<OpenedImport> {
    if request.files.is_empty() {
        return Err(ApiError::invalid("files", "Choose a file to import."));
    }
    let mut tx = cx.read().await?;
    let mut country = request.country;
    if let (None, Some(id)) = (&country, request.migration_id) {
        let migration = migrations::find(&mut tx, id).await?;
        country = sites::find_site(&mut tx, migration.site_id)
            .await?
            .map(|site| site.country);
    }
    let country = planning::country(country.as_deref())?;
    let profiles = mapping_profiles::list_mapping_profiles(&mut tx).await?;
    let mut opened = OpenedImport {
        files: Vec::new(),
        refused: Vec::new(),
        discovery_workbooks: Vec::new(),
    };
    for id in request.files {
        let read = cx.session.imports.open(&cx.session.files, &id).await;
        if let Ok(file) = &read
            && let Some(site_id) = site_of(&mut tx, file).await?
        {
            let file = id.clone();
            opened.discovery_workbooks.push(RefusedWorkbook { file, site_id });
        }
        match read.and_then(|file| refuse_discovery(&file).map(|()| file)) {
            Ok(file) => opened.files.push(file_of(id, &file, country, &profiles)),
            Err(error) => opened.refused.push(RefusedFile { file: id, error }),
        }
    }
    match opened.refused.first() {
        Some(refused) if opened.files.is_empty() && opened.discovery_workbooks.is_empty() => {
            Err(refused.error.clone())
        }
        _ => Ok(opened),
    }
}

/// Takes pasted cells for a file, to be opened like any other.
pub async fn paste(cx: &Context, request: PasteCells) -> Result<FileHandle> {
    cx.session.files.paste(request.text)
}

/// Stops a running piece of work; what it has done so far is taken back.
pub async fn cancel(cx: &Context, request: CancelTask) -> Result<Empty> {
    cx.session.tasks.cancel(&request.task_id);
    Ok(Empty {})
}

/// What a file is and what its sheets seem to hold.
pub(super) fn file_of(
    id: String,
    file: &OpenedFile,
    country: Country,
    profiles: &[MappingProfile],
) -> ImportFile {
    let detections = detect_workbook(&file.workbook, country);
    let sheets = file.workbook.sheets.iter().zip(detections);
    ImportFile {
        file_name: file.name.clone(),
        format: file.workbook.format.clone(),
        encoding: file.workbook.encoding.clone(),
        sheets: sheets
            .map(|(sheet, detection)| summary(&id, sheet, detection, profiles))
            .collect(),
        file: id,
    }
}

fn summary(file: &str, sheet: &Sheet, detection: SheetDetection, known: &[MappingProfile]) -> SheetSummary {
    let table = detection.table.as_ref();
    let fingerprint = table.map(|table| header_fingerprint(&table.columns));
    let choices = SheetChoices::of(file, &sheet.name);
    let profile = fingerprint.and_then(|it| profiles::choose(known, &choices, &it));
    let refusal = table.and_then(|table| table.refusal.clone());
    SheetSummary {
        name: sheet.name.clone(),
        visibility: sheet.visibility,
        rows: sheet.rows.len(),
        hidden_rows: sheet.hidden_rows.len(),
        suggested: detection.ignored_why.is_none() && refusal.is_none(),
        refusal,
        header_row: table.map_or(0, |table| table.header_row),
        target: table.map(|table| table.target),
        format_id: table.and_then(|table| table.format_id.clone()),
        profile: profile.map(profiles::name),
        first_rows: first_rows(sheet),
        ignored_why: detection.ignored_why,
    }
}

fn first_rows(sheet: &Sheet) -> Vec<Vec<String>> {
    let text = |cell: &Cell| cell.display().chars().take(FIRST_LETTERS).collect();
    sheet
        .rows
        .iter()
        .take(FIRST_ROWS)
        .map(|row| row.iter().take(FIRST_COLUMNS).map(text).collect())
        .collect()
}
