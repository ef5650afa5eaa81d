//! From choices to rows that were read: which sheets, with the settings that are not chosen filled in. Nothing here
//! knows what is stored, so the dry run of the command line needs no workspace.

use portflow_domain::entities::MappingProfile;
use portflow_domain::import::{self, ImportSettings, Reading};
use portflow_domain::mapping::{
    FieldDefault, ImportField, Refusal, SheetDetection, Table, columns_at, detect_workbook,
    header_fingerprint, suggest_values, table_at,
};
use portflow_domain::number::Country;
use portflow_domain::workbook::{Cell, Sheet, Visibility};
use std::collections::BTreeMap;
use std::sync::Arc;

use super::mended::mended;
use super::{found, profiles, questions};
use crate::dto::imports::{ImportEdit, SheetChoices};
use crate::error::{ApiError, Result};
use crate::imported_files::{ChosenSheet, OpenedFile};

/// The files of an import by handle, in their order.
pub(super) type OpenedFiles = Vec<(String, Arc<OpenedFile>)>;

/// What reading depends on beyond the files.
pub(super) struct Request {
    /// The sheets as chosen; none = suggested.
    pub(super) sheets: Option<Vec<SheetChoices>>,
    /// The site of rows that name none.
    pub(super) site: Option<String>,
    /// Cells as mended.
    pub(super) edits: Vec<ImportEdit>,
    /// Where numbers without a country code belong.
    pub(super) country: Country,
    /// Whether the customer is a demonstration.
    pub(super) is_demo: bool,
    /// The profiles that may suggest.
    pub(super) profiles: Vec<MappingProfile>,
}

/// Sheets with the rows that were read, place by place.
pub(super) type ReadSheets = (Vec<ChosenSheet>, Vec<Reading>);

/// Reads every chosen sheet.
pub(super) fn read(files: &OpenedFiles, request: &Request) -> Result<ReadSheets> {
    let mut sheets = match &request.sheets {
        Some(chosen) => chosen
            .iter()
            .filter(|sheet| sheet.include)
            .map(|sheet| choose(files, sheet, request))
            .collect::<Result<Vec<_>>>()?,
        None => suggested(files, request)?,
    };
    if sheets.is_empty() {
        return Err(ApiError::invalid("sheets", "No sheet is chosen.").hint("Choose at least one sheet."));
    }
    label(&mut sheets);
    let mut readings = Vec::with_capacity(sheets.len());
    for (place, chosen) in sheets.iter_mut().enumerate() {
        let reading = if chosen.problem.as_ref().is_some_and(questions::stops_reading) {
            nothing_of(chosen)
        } else {
            import::read_rows(place, chosen.sheet(), &chosen.settings)
        };
        chosen.ambiguous_dates.clone_from(&reading.ambiguous_dates);
        readings.push(reading);
    }
    if let (Some(refusal), Some(first)) = (import::incomplete_set(&readings), sheets.first_mut()) {
        let of = questions::place(&first.file.name, 1, "");
        first.problem.get_or_insert(questions::refused(&of, refusal));
    }
    Ok((sheets, readings))
}

/// Every visible sheet that can be read; where there is none, those that a person could make readable.
fn suggested(files: &OpenedFiles, request: &Request) -> Result<Vec<ChosenSheet>> {
    let mut sheets = Vec::new();
    let mut hidden = Vec::new();
    for (id, file) in files {
        for (place, detection) in detect_workbook(&file.workbook, request.country)
            .into_iter()
            .enumerate()
        {
            let sheet = &file.workbook.sheets[place];
            if detection.visibility != Visibility::Visible {
                hidden.push(format!("'{}' of {}", sheet.name, file.name));
            } else if detection.ignored_why.as_deref() != Some("empty") {
                sheets.push(suggest(id, file, place, detection, request));
            }
        }
    }
    let is_readable = |chosen: &ChosenSheet| !chosen.problem.as_ref().is_some_and(questions::stops_reading);
    if sheets.iter().any(is_readable) {
        sheets.retain(is_readable);
    }
    if sheets.is_empty() {
        return Err(questions::no_visible_sheet(&hidden));
    }
    Ok(sheets)
}

fn suggest(
    id: &str,
    file: &Arc<OpenedFile>,
    place: usize,
    detection: SheetDetection,
    request: &Request,
) -> ChosenSheet {
    let sheet = &file.workbook.sheets[place];
    let choices = SheetChoices::of(id, &sheet.name);
    let mended = mended(sheet, id, &request.edits);
    let table = match &mended {
        Some(mended) => portflow_domain::mapping::detect_table(mended, request.country),
        None => detection.table,
    };
    chosen(file, place, mended, table, &choices, request)
}

fn choose(files: &OpenedFiles, choices: &SheetChoices, request: &Request) -> Result<ChosenSheet> {
    let (_, file) = files
        .iter()
        .find(|(id, _)| *id == choices.file)
        .ok_or_else(|| ApiError::invalid("sheets", "A sheet names a file that is not among the files."))?;
    let sheets = &file.workbook.sheets;
    let place = sheets.iter().position(|sheet| sheet.name == choices.sheet);
    let place = place.ok_or_else(|| {
        let names: Vec<_> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        let message = format!("'{}' has no sheet '{}'.", file.name, choices.sheet);
        ApiError::invalid("sheet", message).hint(format!("Its sheets are: {}.", names.join(", ")))
    })?;
    let mended = mended(&sheets[place], &choices.file, &request.edits);
    let sheet = mended.as_ref().unwrap_or(&sheets[place]);
    let table = portflow_domain::mapping::detect_table(sheet, request.country);
    Ok(chosen(file, place, mended, table, choices, request))
}

/// The sheet with all settings, suggested where nothing was chosen.
fn chosen(
    file: &Arc<OpenedFile>,
    place: usize,
    mended: Option<Sheet>,
    detected: Option<Table>,
    choices: &SheetChoices,
    request: &Request,
) -> ChosenSheet {
    let sheet = mended.as_ref().unwrap_or(&file.workbook.sheets[place]);
    let table = table_of(sheet, detected, choices, request.country);
    let refusal = table.refusal.clone();
    let header_fingerprint = header_fingerprint(&table.columns);
    let profile = profiles::choose(&request.profiles, choices, &header_fingerprint);
    let settings = settings(sheet, table, choices, profile, request);
    let problem = problem(file, sheet, &settings, refusal, choices);
    ChosenSheet {
        file_id: choices.file.clone(),
        file: Arc::clone(file),
        place,
        label: sheet.name.clone(),
        settings,
        header_fingerprint,
        profile: profile.map(profiles::name),
        save_profile_as: choices.save_profile_as.clone(),
        problem,
        ambiguous_dates: Vec::new(),
        mended,
    }
}

/// The table that was found, or the one that a person described.
fn table_of(sheet: &Sheet, detected: Option<Table>, choices: &SheetChoices, country: Country) -> Table {
    let header_row = choices
        .header_row
        .or(detected.as_ref().map(|table| table.header_row));
    match detected {
        Some(table)
            if header_row == Some(table.header_row)
                && choices.target.is_none_or(|target| target == table.target) =>
        {
            table
        }
        found => {
            let mut table = table_at(sheet, header_row.unwrap_or(0), choices.target, country);
            if let Some(found) = found.filter(|found| found.header_row == table.header_row) {
                (table.defaults, table.refusal) = (found.defaults, found.refusal);
            }
            table
        }
    }
}

fn settings(
    sheet: &Sheet,
    table: Table,
    choices: &SheetChoices,
    profile: Option<&MappingProfile>,
    request: &Request,
) -> ImportSettings {
    let target = choices
        .target
        .or(profile.map(|it| it.target))
        .unwrap_or(table.target);
    let columns = match (&choices.columns, profile) {
        (Some(columns), _) => columns.clone(),
        (None, Some(profile)) => {
            let found = if target == table.target {
                table.columns
            } else {
                columns_at(sheet, table.header_row, target, request.country)
            };
            profiles::mapped(found, profile)
        }
        (None, None) => table.columns,
    };
    let value_map = choices.value_map.clone().unwrap_or_else(|| {
        let suggested = suggest_values(sheet, table.header_row, &columns);
        profiles::valued(suggested, profile)
    });
    let mut defaults = choices
        .defaults
        .clone()
        .unwrap_or_else(|| profiles::with_defaults(table.defaults, profile));
    let has_site = defaults.iter().any(|it| it.field == ImportField::Site);
    if let Some(site) = request
        .site
        .as_ref()
        .filter(|_| found::KINDS.contains(&target) && !has_site)
    {
        defaults.push(FieldDefault {
            field: ImportField::Site,
            value: site.clone(),
            source_row: None,
        });
    }
    ImportSettings {
        target,
        header_row: table.header_row,
        format_id: choices.format_id.clone().or(table.format_id),
        columns,
        value_map,
        defaults,
        date_order: choices.date_order,
        country: request.country,
        is_demo: request.is_demo,
    }
}

fn problem(
    file: &OpenedFile,
    sheet: &Sheet,
    settings: &ImportSettings,
    refusal: Option<Refusal>,
    choices: &SheetChoices,
) -> Option<ApiError> {
    let of = questions::place(&file.name, file.workbook.sheets.len(), &sheet.name);
    if let Some(refusal) = refusal {
        return Some(questions::refused(&of, refusal));
    }
    let below = sheet.rows.get(settings.header_row..).unwrap_or_default();
    if settings.header_row > 0 && below.iter().all(|row| row.iter().all(Cell::is_blank)) {
        return Some(questions::header_only(&of));
    }
    questions::no_identity(&of, settings.target, settings).or_else(|| {
        let is_confirmed = choices.columns.is_some() || choices.profile_id.is_some();
        (!is_confirmed).then(|| questions::duplicate_headers(&of, settings))?
    })
}

/// Two sheets of one import may have the same name in different files; rows are told apart by the label.
fn label(sheets: &mut [ChosenSheet]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for sheet in sheets.iter() {
        *seen.entry(sheet.label.clone()).or_default() += 1;
    }
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for sheet in sheets.iter_mut() {
        if seen.get(&sheet.label).copied().unwrap_or(0) > 1 {
            sheet.label = format!("{} · {}", sheet.file.name, sheet.label);
        }
        let again = taken.entry(sheet.label.clone()).or_default();
        *again += 1;
        if *again > 1 {
            sheet.label = format!("{} ({again})", sheet.label);
        }
    }
}

/// A sheet that waits for a decision has no rows yet.
fn nothing_of(chosen: &ChosenSheet) -> Reading {
    Reading {
        target: chosen.settings.target,
        records: Vec::new(),
        ignored: Vec::new(),
        warnings: Vec::new(),
        ranges: Vec::new(),
        links: Vec::new(),
        ambiguous_dates: Vec::new(),
    }
}
