//! One sheet of one file, read as a list of a given kind: for lists that are no import into a migration.

use portflow_domain::enums::ImportTarget;
use portflow_domain::import::{ImportSettings, Record};
use portflow_domain::mapping::{ImportField, detect_workbook};
use portflow_domain::number::Country;
use portflow_domain::workbook::Visibility;
use portflow_store::queries::mapping_profiles;
use std::sync::Arc;

use super::one_column::choose_column;
use super::reading::{self, Request};
use super::{planning, questions};
use crate::context::Context;
use crate::dto::imports::SheetChoices;
use crate::error::{ApiError, Result};
use crate::imported_files::OpenedFile;

/// Which sheet, and what its rows are.
pub(crate) struct Asked<'a> {
    /// The handle of the file.
    pub(crate) file: &'a str,
    /// The sheet with what was chosen about it; none = the one that looks like such a list.
    pub(crate) sheet: Option<&'a SheetChoices>,
    /// The only column that is read, by its header or its letter, and what it holds.
    pub(crate) column: Option<(&'a str, ImportField)>,
    /// What its rows are.
    pub(crate) target: ImportTarget,
    /// Where numbers without a country code belong.
    pub(crate) country: Option<&'a str>,
    /// Whether the customer is a demonstration.
    pub(crate) is_demo: bool,
}

/// A sheet as it was read.
pub(crate) struct OneSheet {
    /// Its file.
    pub(crate) file: Arc<OpenedFile>,
    /// Its name.
    pub(crate) name: String,
    /// Every choice, suggested ones included.
    pub(crate) settings: ImportSettings,
    /// Its rows, those that could not be read among them.
    pub(crate) records: Vec<Record>,
    /// Rows with a date that is read one way or another.
    pub(crate) ambiguous_dates: Vec<u32>,
}

/// Reads it.
pub(crate) async fn read_one(cx: &Context, asked: Asked<'_>) -> Result<OneSheet> {
    let country = planning::country(asked.country)?;
    let files = planning::opened(&cx.session, &[asked.file.to_owned()]).await?;
    let name = match asked.sheet {
        Some(sheet) => sheet.sheet.clone(),
        None => likely(&files[0].1, asked.target, country)?,
    };
    let choices = asked.sheet.cloned();
    let mut choices = SheetChoices {
        file: asked.file.to_owned(),
        include: true,
        target: Some(asked.target),
        ..choices.unwrap_or_else(|| SheetChoices::of(asked.file, &name))
    };
    let sheet = files[0].1.workbook.sheets.iter().find(|sheet| sheet.name == name);
    if let (Some((named, field)), Some(sheet)) = (asked.column, sheet) {
        choose_column(&mut choices, sheet, named, field, country)?;
    }
    let request = Request {
        sheets: Some(vec![choices]),
        edits: Vec::new(),
        site: None,
        country,
        is_demo: asked.is_demo,
        profiles: mapping_profiles::list_mapping_profiles(&mut cx.read().await?).await?,
    };
    let read = tokio::task::spawn_blocking(move || reading::read(&files, &request));
    let (mut sheets, mut readings) = read.await.map_err(|error| ApiError::internal(&error))??;
    let (Some(sheet), Some(reading)) = (sheets.pop(), readings.pop()) else {
        return Err(questions::no_visible_sheet(&[]));
    };
    if let Some(problem) = sheet.problem {
        return Err(problem);
    }
    Ok(OneSheet {
        file: sheet.file,
        name,
        settings: sheet.settings,
        records: reading.records,
        ambiguous_dates: reading.ambiguous_dates,
    })
}

/// The sheet that looks like such a list; the only visible one with rows can be nothing else.
fn likely(file: &OpenedFile, target: ImportTarget, country: Country) -> Result<String> {
    let mut visible = Vec::new();
    for detection in detect_workbook(&file.workbook, country) {
        let is_empty = detection.ignored_why.as_deref() == Some("empty");
        if detection.visibility == Visibility::Visible && !is_empty {
            visible.push(detection);
        }
    }
    let looks = |detection: &&portflow_domain::mapping::SheetDetection| {
        detection
            .table
            .as_ref()
            .is_some_and(|table| table.target == target)
    };
    match (visible.iter().find(looks), visible.as_slice()) {
        (Some(found), _) | (None, [found]) => Ok(found.name.clone()),
        (None, []) => Err(questions::no_visible_sheet(&[])),
        (None, several) => {
            let names: Vec<&str> = several.iter().map(|sheet| sheet.name.as_str()).collect();
            let message = format!("Which sheet of '{}' holds the list?", file.name);
            Err(ApiError::invalid("sheet", message)
                .hint(format!("Name one of its sheets: {}.", names.join(", "))))
        }
    }
}
