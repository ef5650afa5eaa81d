//! Profiles as JSON files, with the carrier's own workbook inside where it has one.

use portflow_store::queries::carriers;

use super::edit::{change, insert, tidied};
use super::logged::LoggedCarrier;
use super::profile_file::{ProfileFile, WorkbookFile, read};
use super::{find, profile_of};
use crate::activity::Act;
use crate::context::Context;
use crate::dto::carriers::{ExportCarrier, ImportCarrier, ImportedCarrier};
use crate::dto::workspace::SavedFile;
use crate::error::{ApiError, ErrorCode, Result};

/// Writes a profile.
pub async fn export(cx: &Context, request: ExportCarrier) -> Result<SavedFile> {
    let path = cx.session.files.path(&request.file_id)?;
    let mut tx = cx.read().await?;
    let carrier = find(&mut tx, request.id).await?;
    let content = carriers::read_carrier_workbook(&mut tx, carrier.id).await?;
    let name = carrier.workbook_name.clone().unwrap_or_default();
    let file = ProfileFile {
        profile: profile_of(&carrier)?,
        workbook_file: content.map(|content| WorkbookFile::of(name, &content)),
    };
    let mut text = serde_json::to_string_pretty(&file).map_err(|error| ApiError::internal(&error))?;
    text.push('\n');
    crate::files::write_atomically(&path, text.as_bytes())?;
    Ok(SavedFile::of(&path, text.as_bytes()))
}

/// Takes over a profile. One whose code is there already changes only where that was asked for, and says so else.
pub async fn import(cx: &Context, request: ImportCarrier) -> Result<ImportedCarrier> {
    let chosen = cx.session.files.chosen(&request.file_id)?;
    let name = chosen.name();
    let (profile, workbook) = read(&name, &chosen.read()?)?;
    let profile = tidied(profile).map_err(|error| in_file(&name, error))?;
    let mut tx = cx.write().await?;
    let all = carriers::list_carriers(&mut tx).await?;
    let mut act = Act::begin(cx);
    let Some(before) = all.into_iter().find(|carrier| carrier.code == profile.code) else {
        let carrier = insert(cx, &mut tx, &mut act, &profile, workbook).await?;
        act.commit(tx).await?;
        return Ok(ImportedCarrier {
            carrier,
            is_new: true,
        });
    };
    if !request.replace {
        return Err(ApiError::new(
            ErrorCode::Conflict,
            format!("There is a carrier '{}' already: {}.", before.code, before.name),
        )
        .hint("Say that its values are to be replaced, or give the profile another code."));
    }
    let after = change(cx, &mut tx, (&before, before.clone()), &profile, workbook).await?;
    act.changed(
        "imported",
        &LoggedCarrier::of(&before)?,
        &LoggedCarrier::of(&after)?,
        Vec::new(),
    )?;
    act.commit(tx).await?;
    Ok(ImportedCarrier {
        carrier: after,
        is_new: false,
    })
}

/// The same error with the file and the place in it.
fn in_file(file: &str, error: ApiError) -> ApiError {
    let place = error.field.clone().unwrap_or_default();
    ApiError {
        code: ErrorCode::File,
        message: format!("'{file}' cannot be taken over; at {place}: {}", error.message),
        ..error
    }
}
