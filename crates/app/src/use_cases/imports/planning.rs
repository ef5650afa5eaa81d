//! From choices to a plan: the sheet, the settings with suggestions filled in, the rows, and the comparison with
//! what is stored.

use portflow_domain::entities::Migration;
use portflow_domain::enums::ImportTarget;
use portflow_domain::import::{self, ImportSettings, Reading, Record, RecordValues};
use portflow_domain::mapping::{columns_at, detect_workbook, suggest_values, table_at};
use portflow_domain::number::{Country, E164};
use portflow_domain::workbook::Sheet;
use portflow_store::Tx;
use portflow_store::queries::{customers, sites};
use std::sync::Arc;

use super::stored;
use crate::context::Context;
use crate::dto::imports::ImportChoices;
use crate::error::{ApiError, Result};
use crate::imported_files::{OpenedFile, Planned};
use crate::use_cases::migrations;

/// Makes the plan from what is stored now, and keeps it for paging.
pub(super) async fn plan(cx: &Context, choices: &ImportChoices) -> Result<Arc<Planned>> {
    let mut tx = cx.read().await?;
    let planned = Arc::new(plan_in(cx, &mut tx, choices).await?);
    cx.session.imports.keep_plan(key(choices)?, Arc::clone(&planned));
    Ok(planned)
}

/// The plan as last made from these choices, or made now.
pub(super) async fn plan_again(cx: &Context, choices: &ImportChoices) -> Result<Arc<Planned>> {
    match cx.session.imports.last_plan(&key(choices)?) {
        Some(planned) => Ok(planned),
        None => plan(cx, choices).await,
    }
}

/// The plan as it is now, inside the transaction that will commit it. A plan depends on nothing but the choices
/// and what is stored: when both are what they were, it is the one that was reviewed.
pub(super) async fn plan_to_commit(
    cx: &Context,
    tx: &mut Tx,
    choices: &ImportChoices,
) -> Result<Arc<Planned>> {
    if let Some(reviewed) = cx.session.imports.last_plan(&key(choices)?) {
        let migration = migrations::find(tx, choices.migration_id).await?;
        let around = surroundings(tx, &migration, choices).await?;
        let records = reviewed.plan.records.iter().map(|planned| &planned.record);
        let existing = stored::load(tx, &migration, &numbers_of(records)).await?;
        let settings = &reviewed.settings;
        if around == (settings.country, settings.is_demo) && existing == reviewed.existing {
            return Ok(reviewed);
        }
    }
    Ok(Arc::new(plan_in(cx, tx, choices).await?))
}

async fn plan_in(cx: &Context, tx: &mut Tx, choices: &ImportChoices) -> Result<Planned> {
    let file = cx
        .session
        .imports
        .file(&cx.session.files, &choices.file_id)
        .await?;
    let migration = migrations::find(tx, choices.migration_id).await?;
    let (country, is_demo) = surroundings(tx, &migration, choices).await?;
    let reading = {
        let (file, choices) = (Arc::clone(&file), choices.clone());
        tokio::task::spawn_blocking(move || read(&file, &choices, country, is_demo))
    };
    let (sheet_name, settings, reading) = reading.await.map_err(|error| ApiError::internal(&error))??;
    let existing = stored::load(tx, &migration, &numbers_of(&reading.records)).await?;
    let planned = tokio::task::spawn_blocking(move || {
        let plan = import::plan(reading, &existing);
        Planned {
            file,
            sheet_name,
            settings,
            fingerprint: import::fingerprint(&plan),
            plan,
            existing,
        }
    });
    planned.await.map_err(|error| ApiError::internal(&error))
}

fn read(
    file: &OpenedFile,
    choices: &ImportChoices,
    country: Country,
    is_demo: bool,
) -> Result<(String, ImportSettings, Reading)> {
    let sheet = choose_sheet(file, choices, country)?;
    let detected = portflow_domain::mapping::detect_table(sheet, country);
    let header_row = choices
        .header_row
        .or(detected.as_ref().map(|table| table.header_row))
        .unwrap_or(0);
    let target = match choices.target.or(detected.map(|table| table.target)) {
        Some(target) => target,
        None => table_at(sheet, header_row, None, country).target,
    };
    let columns = match &choices.columns {
        Some(columns) => columns.clone(),
        None => columns_at(sheet, header_row, target, country),
    };
    let value_map = choices
        .value_map
        .clone()
        .unwrap_or_else(|| suggest_values(sheet, header_row, &columns));
    check_identity(target, &columns)?;
    let settings = ImportSettings {
        target,
        header_row,
        columns,
        value_map,
        country,
        is_demo,
    };
    let reading = import::read_rows(sheet, &settings);
    Ok((sheet.name.clone(), settings, reading))
}

fn choose_sheet<'a>(file: &'a OpenedFile, choices: &ImportChoices, country: Country) -> Result<&'a Sheet> {
    let sheets = &file.workbook.sheets;
    if let Some(name) = &choices.sheet {
        let found = sheets.iter().find(|sheet| sheet.name == *name);
        return found.ok_or_else(|| {
            let names: Vec<_> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
            ApiError::invalid("sheet", format!("'{}' has no sheet '{name}'.", file.name))
                .hint(format!("Its sheets are: {}.", names.join(", ")))
        });
    }
    let detections = detect_workbook(&file.workbook, country);
    let usable = sheets
        .iter()
        .zip(&detections)
        .find(|(_, detection)| detection.ignored_why.is_none());
    usable.map(|(sheet, _)| sheet).ok_or_else(|| {
        ApiError::invalid(
            "sheet",
            format!(
                "No sheet of '{}' holds a table that PortFlow recognizes.",
                file.name
            ),
        )
        .hint("Name the sheet, and the row of its header.")
    })
}

/// Without the column that identifies its rows a sheet cannot be read at all.
fn check_identity(target: ImportTarget, columns: &[portflow_domain::mapping::ColumnMap]) -> Result<()> {
    use portflow_domain::mapping::ImportField::{E164, Upn};
    let (field, words) = match target {
        ImportTarget::PhoneNumbers => (E164, "the telephone number"),
        ImportTarget::EndUsers => (Upn, "the user principal name (or e-mail address)"),
    };
    if columns.iter().any(|column| column.field == Some(field)) {
        return Ok(());
    }
    Err(ApiError::invalid("columns", format!("No column is {words}."))
        .hint("Choose that column, another header row, or another kind of rows."))
}

async fn surroundings(
    tx: &mut Tx,
    migration: &Migration,
    choices: &ImportChoices,
) -> Result<(Country, bool)> {
    let customer = customers::find_customer(tx, migration.customer_id).await?;
    let site = sites::find_site(tx, migration.site_id).await?;
    let named = choices
        .country
        .clone()
        .or(site.map(|site| site.country))
        .unwrap_or_else(|| "US".to_owned());
    let country = named.parse::<Country>().map_err(|_| {
        ApiError::invalid("country", format!("'{named}' is not a country code."))
            .hint("Use two letters such as US.")
    })?;
    Ok((country, customer.is_some_and(|customer| customer.is_demo)))
}

/// Every number the file speaks of, each once.
fn numbers_of<'a>(records: impl IntoIterator<Item = &'a Record>) -> Vec<E164> {
    let number = |values: &RecordValues| match values {
        RecordValues::PhoneNumber(number) => Some(number.e164.clone()),
        RecordValues::EndUser(person) => person.e164.clone(),
    };
    let mut numbers: Vec<_> = records
        .into_iter()
        .filter_map(|record| number(record.values.as_ref()?))
        .collect();
    numbers.sort();
    numbers.dedup();
    numbers
}

fn key(choices: &ImportChoices) -> Result<String> {
    serde_json::to_string(choices).map_err(|error| ApiError::internal(&error))
}
