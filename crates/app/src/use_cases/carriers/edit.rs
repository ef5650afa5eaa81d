//! A profile made, changed and confirmed by a person. Every field that changes is in the log.

use portflow_domain::entities::{Carrier, CarrierContact};
use portflow_domain::porting::carrier::{CarrierProfile, check_profile};
use portflow_store::Tx;
use portflow_store::queries::carriers;

use super::logged::LoggedCarrier;
use super::sheet::{OwnWorkbook, check_places, workbook_to_keep};
use super::{carrier_of, find, untyped};
use crate::activity::Act;
use crate::context::Context;
use crate::dto::carriers::{ConfirmCarrier, UpdateCarrier};
use crate::error::{ApiError, ErrorCode, Result};
use crate::files::sha256;
use crate::use_cases::{optional, required};

/// Adds a carrier.
pub async fn add(cx: &Context, profile: CarrierProfile) -> Result<Carrier> {
    if profile.sheet_template.workbook.is_some() {
        return Err(ApiError::invalid(
            "sheetTemplate.workbook",
            "The carrier's own workbook is given once the carrier is there.",
        ));
    }
    let mut tx = cx.write().await?;
    let mut act = Act::begin(cx);
    let carrier = insert(cx, &mut tx, &mut act, &tidied(profile)?, None).await?;
    act.commit(tx).await?;
    Ok(carrier)
}

/// Stores new values for a carrier.
pub async fn update(cx: &Context, request: UpdateCarrier) -> Result<Carrier> {
    let mut tx = cx.write().await?;
    let before = find(&mut tx, request.id).await?;
    let workbook = workbook_to_keep(cx, request.workbook_file_id.as_deref(), &request.sheet_template)?;
    let profile = tidied(CarrierProfile {
        code: before.code.clone(),
        name: request.name,
        ocn: request.ocn,
        to_confirm: before.to_confirm,
        contacts: request.contacts,
        port_rules: request.port_rules,
        sheet_template: request.sheet_template,
    })?;
    check_kept_workbook(&mut tx, &before, &profile, workbook.is_some()).await?;
    let mut act = Act::begin(cx);
    let wanted = Carrier {
        revision: request.revision,
        ..before.clone()
    };
    let after = change(cx, &mut tx, (&before, wanted), &profile, workbook).await?;
    act.updated(&LoggedCarrier::of(&before)?, &LoggedCarrier::of(&after)?)?;
    act.commit(tx).await?;
    Ok(after)
}

/// A template that fills in a workbook needs one, and the places in it must take values.
async fn check_kept_workbook(
    tx: &mut Tx,
    before: &Carrier,
    profile: &CarrierProfile,
    another_comes: bool,
) -> Result<()> {
    if another_comes || profile.sheet_template.workbook.is_none() {
        return Ok(());
    }
    match carriers::read_carrier_workbook(tx, before.id).await? {
        Some(content) => check_places(&content, &profile.sheet_template),
        None => Err(
            ApiError::invalid("workbookFileId", "The carrier's own workbook is missing.")
                .hint("Choose the file, or let PortFlow make the sheet."),
        ),
    }
}

/// Takes the mark off a template; who did it and when is in the log.
pub async fn confirm(cx: &Context, request: ConfirmCarrier) -> Result<Carrier> {
    let mut tx = cx.write().await?;
    let before = find(&mut tx, request.id).await?;
    if !before.to_confirm {
        return Err(ApiError::new(
            ErrorCode::Refused,
            format!("The profile of {} is confirmed already.", before.name),
        ));
    }
    let wanted = Carrier {
        to_confirm: false,
        revision: request.revision,
        updated_at: cx.now(),
        ..before.clone()
    };
    let after = carriers::update_carrier(&mut tx, &wanted).await?;
    let mut act = Act::begin(cx);
    act.changed(
        "confirmed",
        &LoggedCarrier::of(&before)?,
        &LoggedCarrier::of(&after)?,
        Vec::new(),
    )?;
    act.commit(tx).await?;
    Ok(after)
}

/// Stores a carrier that is not there yet.
pub(super) async fn insert(
    cx: &Context,
    tx: &mut Tx,
    act: &mut Act<'_>,
    profile: &CarrierProfile,
    workbook: Option<OwnWorkbook>,
) -> Result<Carrier> {
    let mut carrier = carrier_of(cx.id(), profile, cx.now())?;
    carrier.workbook_name = workbook.as_ref().map(|it| it.name.clone());
    carrier.workbook_sha256 = workbook.as_ref().map(|it| sha256(&it.content));
    let stored = carriers::insert_carrier(tx, &carrier).await?;
    if let Some(workbook) = workbook {
        carriers::set_carrier_workbook(tx, stored.id, Some(workbook.content)).await?;
    }
    act.created(&LoggedCarrier::of(&stored)?)?;
    Ok(stored)
}

/// Gives a stored carrier what a profile says; the workbook stays unless another one comes or none is filled in.
pub(super) async fn change(
    cx: &Context,
    tx: &mut Tx,
    (before, wanted): (&Carrier, Carrier),
    profile: &CarrierProfile,
    workbook: Option<OwnWorkbook>,
) -> Result<Carrier> {
    let mut wanted = Carrier {
        name: profile.name.clone(),
        ocn: profile.ocn.clone(),
        contacts: profile.contacts.clone(),
        port_rules: untyped(&profile.port_rules)?,
        sheet_template: untyped(&profile.sheet_template)?,
        to_confirm: profile.to_confirm,
        updated_at: cx.now(),
        ..wanted
    };
    let is_dropped = profile.sheet_template.workbook.is_none() && before.workbook_sha256.is_some();
    if is_dropped || workbook.is_some() {
        wanted.workbook_name = workbook.as_ref().map(|it| it.name.clone());
        wanted.workbook_sha256 = workbook.as_ref().map(|it| sha256(&it.content));
        carriers::set_carrier_workbook(tx, before.id, workbook.map(|it| it.content)).await?;
    }
    Ok(carriers::update_carrier(tx, &wanted).await?)
}

/// The profile without needless white space, or why it cannot be kept.
pub(super) fn tidied(profile: CarrierProfile) -> Result<CarrierProfile> {
    let contact = |contact: CarrierContact| CarrierContact {
        name: contact.name.trim().to_owned(),
        role: optional(contact.role.as_ref()),
        email: optional(contact.email.as_ref()),
        phone: optional(contact.phone.as_ref()),
    };
    let mut profile = CarrierProfile {
        code: profile.code.trim().to_owned(),
        name: required("name", "The carrier's name", &profile.name)?,
        ocn: optional(profile.ocn.as_ref()),
        contacts: profile.contacts.into_iter().map(contact).collect(),
        ..profile
    };
    profile.port_rules.holidays.sort_unstable();
    profile.port_rules.holidays.dedup();
    match check_profile(&profile).into_iter().next() {
        None => Ok(profile),
        Some(problem) => Err(ApiError::invalid(&problem.place, problem.text).hint(problem.remedy)),
    }
}
