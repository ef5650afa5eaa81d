//! From choices to a plan: the sheets that were read, compared with what is stored.

use portflow_domain::entities::Migration;
use portflow_domain::enums::ImportTarget;
use portflow_domain::import::{self, Record, RecordValues};
use portflow_domain::number::{Country, E164};
use portflow_store::Tx;
use portflow_store::queries::{customers, mapping_profiles, sites};
use std::collections::BTreeSet;
use std::sync::Arc;

use super::discovery_workbooks::refuse_discovery;
use super::reading::{self, OpenedFiles, Request};
use super::{found, stored};
use crate::context::Context;
use crate::dto::imports::ImportChoices;
use crate::error::{ApiError, Result};
use crate::imported_files::Planned;
use crate::session::Session;
use crate::use_cases::migrations;

/// Makes the plan from what is stored now, and keeps it for paging.
pub(super) async fn plan(cx: &Context, choices: &ImportChoices) -> Result<Arc<Planned>> {
    cx.session.imports.forget_plan();
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

/// The plan as it is now, inside the transaction that will commit it. A plan depends on nothing but the choices,
/// the profiles and what is stored: when all are what they were, it is the one that was reviewed.
pub(super) async fn plan_to_commit(
    cx: &Context,
    tx: &mut Tx,
    choices: &ImportChoices,
) -> Result<Arc<Planned>> {
    if let Some(reviewed) = cx.session.imports.last_plan(&key(choices)?) {
        let migration = migrations::find(tx, choices.migration_id).await?;
        let around = surroundings(tx, &migration, choices).await?;
        let records = reviewed.plan.records.iter().map(|planned| &planned.record);
        let existing = stored::load(tx, &migration, &numbers_of(records.clone()), &kinds_of(records)).await?;
        let settings = reviewed.sheets.first().map(|sheet| &sheet.settings);
        let as_before = settings.is_some_and(|it| around == (it.country, it.is_demo));
        if as_before && profiles_are_as_before(tx, &reviewed).await? && existing == reviewed.existing {
            return Ok(reviewed);
        }
    }
    Ok(Arc::new(plan_in(cx, tx, choices).await?))
}

async fn plan_in(cx: &Context, tx: &mut Tx, choices: &ImportChoices) -> Result<Planned> {
    let files = opened(&cx.session, &choices.files).await?;
    let migration = migrations::find(tx, choices.migration_id).await?;
    let (country, is_demo) = surroundings(tx, &migration, choices).await?;
    let request = Request {
        sheets: choices.sheets.clone(),
        edits: choices.edits.clone(),
        site: choices.site.clone(),
        country,
        is_demo,
        profiles: mapping_profiles::list_mapping_profiles(tx).await?,
    };
    let read = tokio::task::spawn_blocking(move || reading::read(&files, &request));
    let (sheets, readings) = read.await.map_err(|error| ApiError::internal(&error))??;
    let records = readings.iter().flat_map(|reading| &reading.records);
    let existing = stored::load(tx, &migration, &numbers_of(records.clone()), &kinds_of(records)).await?;
    let decided = choices.plan.clone();
    let planned = tokio::task::spawn_blocking(move || {
        let plan = import::plan(readings, &existing, &decided);
        Planned {
            sheets,
            fingerprint: import::fingerprint(&plan),
            plan,
            existing,
        }
    });
    planned.await.map_err(|error| ApiError::internal(&error))
}

/// The files behind the handles, read if they were not yet.
pub(super) async fn opened(session: &Session, handles: &[String]) -> Result<OpenedFiles> {
    if handles.is_empty() {
        return Err(ApiError::invalid("files", "Choose a file to import."));
    }
    let mut files = OpenedFiles::with_capacity(handles.len());
    for handle in handles {
        let file = session.imports.file(&session.files, handle).await?;
        refuse_discovery(&file)?;
        files.push((handle.clone(), file));
    }
    Ok(files)
}

/// A profile that was deleted or made since the review may suggest other columns.
async fn profiles_are_as_before(tx: &mut Tx, reviewed: &Planned) -> Result<bool> {
    let profiles = mapping_profiles::list_mapping_profiles(tx).await?;
    Ok(reviewed.sheets.iter().all(|sheet| match &sheet.profile {
        Some(used) => profiles.iter().any(|profile| profile.id == used.id),
        None => true,
    }))
}

/// The country of numbers without one, and whether the customer is a demonstration.
async fn surroundings(
    tx: &mut Tx,
    migration: &Migration,
    choices: &ImportChoices,
) -> Result<(Country, bool)> {
    let customer = customers::find_customer(tx, migration.customer_id).await?;
    let site = sites::find_site(tx, migration.site_id).await?;
    let named = choices.country.clone().or(site.map(|site| site.country));
    Ok((
        country(named.as_deref())?,
        customer.is_some_and(|customer| customer.is_demo),
    ))
}

/// The country as a person or a site names it; the United States when nobody does.
pub(crate) fn country(named: Option<&str>) -> Result<Country> {
    let named = named.unwrap_or("US");
    named.parse::<Country>().map_err(|_| {
        ApiError::invalid("country", format!("'{named}' is not a country code."))
            .hint("Use two letters such as US.")
    })
}

/// The kinds of rows found at sites that the records describe, and the places that network segments stand for.
fn kinds_of<'a>(records: impl IntoIterator<Item = &'a Record>) -> Vec<ImportTarget> {
    let described: BTreeSet<ImportTarget> = records.into_iter().map(|record| record.entity).collect();
    let segments = described.contains(&ImportTarget::NetworkSegments);
    let is_needed = |kind: &ImportTarget| {
        described.contains(kind) || (segments && *kind == ImportTarget::EmergencyLocations)
    };
    found::KINDS.iter().copied().filter(is_needed).collect()
}

/// Every number the files speak of, each once.
fn numbers_of<'a>(records: impl IntoIterator<Item = &'a Record>) -> Vec<E164> {
    let number = |values: &RecordValues| match values {
        RecordValues::PhoneNumber(number) => Some(number.e164.clone()),
        RecordValues::EndUser(person) => person.e164.clone(),
        RecordValues::ResourceAccount(account) => account.e164.clone(),
        RecordValues::CallQueue(queue) => queue.e164.clone(),
        RecordValues::AutoAttendant(attendant) => attendant.e164.clone(),
        RecordValues::CallQueueAgent(_)
        | RecordValues::Site(_)
        | RecordValues::LosingAccountNumber(_)
        | RecordValues::PortOrderEvent(_)
        | RecordValues::SiteRow(_) => None,
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
