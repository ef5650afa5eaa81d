//! The dry run as a document, for people and programs that read JSON: of files alone, or compared with a migration.

use portflow_domain::enums::ImportTarget;
use portflow_domain::ids::MappingProfileId;
use portflow_domain::import::{
    self, Existing, ImportPlan, ImportReport, PlanChoices, ReportFile, ReportSheet,
};
use portflow_domain::mapping::{SheetDetection, detect_workbook};
use portflow_domain::number::Country;

use super::reading::{self, OpenedFiles, Request};
use super::{open, planning};
use crate::context::Context;
use crate::dto::imports::{ImportChoices, SheetChoices};
use crate::error::{ApiError, Result};
use crate::imported_files::ChosenSheet;
use crate::session::Session;

/// What a command line says about how files are to be read.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// The only sheet to read, hidden or not.
    pub sheet: Option<String>,
    /// What its rows are.
    pub target: Option<ImportTarget>,
    /// The profile that maps the columns.
    pub profile_id: Option<MappingProfileId>,
    /// The site of rows that name none.
    pub site: Option<String>,
}

impl Wishes {
    fn is_empty(&self) -> bool {
        self.sheet.is_none() && self.target.is_none() && self.profile_id.is_none()
    }

    fn choices(&self, file: &str, sheet: &str) -> SheetChoices {
        SheetChoices {
            target: self.target,
            profile_id: self.profile_id,
            ..SheetChoices::of(file, sheet)
        }
    }
}

/// The sheets that somebody means who says no more than this; none = as suggested.
pub async fn sheets(
    session: &Session,
    files: &[String],
    country: Option<&str>,
    wishes: &Wishes,
) -> Result<Option<Vec<SheetChoices>>> {
    if wishes.is_empty() {
        return Ok(None);
    }
    let country = planning::country(country)?;
    let opened = planning::opened(session, files).await?;
    let mut chosen = Vec::new();
    for (id, file) in &opened {
        for sheet in open::file_of(id.clone(), file, country, &[]).sheets {
            let wanted = match &wishes.sheet {
                Some(name) => *name == sheet.name,
                None => sheet.suggested,
            };
            if wanted {
                chosen.push(wishes.choices(id, &sheet.name));
            }
        }
    }
    match &wishes.sheet {
        Some(name) if chosen.is_empty() => Err(no_such_sheet(&opened, name)),
        // Without a table anywhere the usual questions are asked.
        _ => Ok(Some(chosen).filter(|chosen| !chosen.is_empty())),
    }
}

/// What importing the files would give, whatever is stored: no workspace is needed.
pub async fn dry_run(
    session: &Session,
    files: &[String],
    country: Option<&str>,
    wishes: &Wishes,
) -> Result<ImportReport> {
    let request = Request {
        sheets: sheets(session, files, country, wishes).await?,
        edits: Vec::new(),
        site: wishes.site.clone(),
        country: planning::country(country)?,
        is_demo: false,
        profiles: Vec::new(),
    };
    let opened = planning::opened(session, files).await?;
    let work = tokio::task::spawn_blocking(move || {
        let (sheets, readings) = reading::read(&opened, &request)?;
        // A dry run cannot ask: what the review would ask is its answer.
        if let Some(problem) = sheets.iter().find_map(|sheet| sheet.problem.clone()) {
            return Err(problem);
        }
        let plan = import::plan(readings, &Existing::none(), &PlanChoices::default());
        Ok(report_of(&opened, &sheets, &plan, request.country))
    });
    work.await.map_err(|error| ApiError::internal(&error))?
}

/// What importing the files into a migration would do.
pub async fn report(cx: &Context, request: ImportChoices) -> Result<ImportReport> {
    let planned = planning::plan(cx, &request).await?;
    if let Some(problem) = planned.problem() {
        return Err(problem.clone());
    }
    let opened = planning::opened(&cx.session, &request.files).await?;
    let country = planned.sheets.first().map(|sheet| sheet.settings.country);
    Ok(report_of(
        &opened,
        &planned.sheets,
        &planned.plan,
        country.unwrap_or_default(),
    ))
}

fn report_of(
    files: &OpenedFiles,
    sheets: &[ChosenSheet],
    plan: &ImportPlan,
    country: Country,
) -> ImportReport {
    let detections: Vec<Vec<SheetDetection>> = files
        .iter()
        .map(|(_, file)| detect_workbook(&file.workbook, country))
        .collect();
    let told: Vec<ReportFile<'_>> = files
        .iter()
        .zip(&detections)
        .map(|((_, file), detections)| ReportFile {
            name: &file.name,
            workbook: &file.workbook,
            detections,
        })
        .collect();
    let read: Vec<ReportSheet<'_>> = sheets
        .iter()
        .map(|sheet| ReportSheet {
            file: files.iter().position(|(id, _)| *id == sheet.file_id).unwrap_or(0),
            sheet: sheet.place,
            settings: &sheet.settings,
        })
        .collect();
    import::report(&told, &read, plan)
}

fn no_such_sheet(files: &OpenedFiles, name: &str) -> ApiError {
    let names: Vec<&str> = files
        .iter()
        .flat_map(|(_, file)| &file.workbook.sheets)
        .map(|sheet| sheet.name.as_str())
        .collect();
    ApiError::invalid("sheet", format!("There is no sheet '{name}'."))
        .hint(format!("The sheets are: {}.", names.join(", ")))
}
