//! Taking a value of the site over into what uses it, where that still is a draft.

use portflow_domain::entities::{AutoAttendant, LosingAccount, PortOrder};
use portflow_domain::ids::EntityId;
use portflow_store::Tx;
use portflow_store::queries::losing_accounts::AccountSecrets;
use portflow_store::queries::{auto_attendants, losing_accounts, port_orders};

use super::proposals::address;
use super::uses::Uses;
use crate::activity::Act;
use crate::context::Context;
use crate::dto::site_uses::{SiteUse, SiteUseField, SiteUseKind, TakeSiteValue};
use crate::error::{ApiError, Result};

/// Takes it over and gives what uses the site's values now.
pub async fn take(cx: &Context, request: TakeSiteValue) -> Result<Vec<SiteUse>> {
    let mut tx = cx.write().await?;
    let uses = Uses::read(&mut tx, request.site_id).await?;
    let named = |it: &SiteUse| (it.what, it.id, it.field) == (request.what, request.id, request.field);
    let found = uses.list().into_iter().find(named);
    let found = found.ok_or_else(|| ApiError::not_found("use of this site", request.id))?;
    if found.is_current {
        return Err(ApiError::refused(format!(
            "{} has the site's value already.",
            found.label
        )));
    }
    if let Some(why) = found.blocked {
        let text = format!("{} cannot take over the site's value now.", found.label);
        return Err(ApiError::refused(text).hint(why));
    }
    let mut act = Act::begin(cx);
    match request.what {
        SiteUseKind::Migration => {}
        SiteUseKind::AutoAttendant => attendant(cx, &mut tx, &mut act, &uses, &request).await?,
        SiteUseKind::LosingAccount => account(cx, &mut tx, &mut act, &uses, &request).await?,
        SiteUseKind::PortOrder => order(cx, &mut tx, &mut act, &uses, &request).await?,
    }
    act.save(&mut tx).await?;
    let now = Uses::read(&mut tx, request.site_id).await?.list();
    tx.commit().await?;
    Ok(now)
}

async fn attendant(
    cx: &Context,
    tx: &mut Tx,
    act: &mut Act<'_>,
    uses: &Uses,
    request: &TakeSiteValue,
) -> Result<()> {
    let Some(before) = uses.attendants.iter().find(|it| it.id.uuid() == request.id) else {
        return Ok(());
    };
    let mut wanted = AutoAttendant {
        revision: request.revision,
        updated_at: cx.now(),
        ..before.clone()
    };
    match request.field {
        SiteUseField::TimeZone => wanted.time_zone.clone_from(&uses.site.time_zone),
        // Without hours of its own it follows the site from now on.
        SiteUseField::BusinessHours => wanted.business_hours = None,
        SiteUseField::Holidays => wanted.holidays = None,
        SiteUseField::Address | SiteUseField::Btn | SiteUseField::Signer => {}
    }
    let after = auto_attendants::update_auto_attendant(tx, &wanted).await?;
    act.changed("site_value_taken", before, &after, Vec::new())
}

async fn account(
    cx: &Context,
    tx: &mut Tx,
    act: &mut Act<'_>,
    uses: &Uses,
    request: &TakeSiteValue,
) -> Result<()> {
    let Some(before) = uses.accounts.iter().find(|it| it.id.uuid() == request.id) else {
        return Ok(());
    };
    let mut wanted = LosingAccount {
        revision: request.revision,
        updated_at: cx.now(),
        ..before.clone()
    };
    if request.field == SiteUseField::Btn {
        wanted.btn = uses.btn_of(before);
        let country = portflow_domain::number::Country::default();
        let is_number = |btn: &String| portflow_domain::number::parse(btn, country).is_ok();
        wanted.btn_dialable = wanted.btn.as_ref().is_some_and(is_number);
    } else {
        wanted.csr_address = address(&uses.site);
    }
    let after = losing_accounts::update_losing_account(tx, &wanted, &AccountSecrets::default()).await?;
    act.changed("site_value_taken", before, &after, Vec::new())
}

async fn order(
    cx: &Context,
    tx: &mut Tx,
    act: &mut Act<'_>,
    uses: &Uses,
    request: &TakeSiteValue,
) -> Result<()> {
    let Some(before) = uses.orders.iter().find(|it| it.id.uuid() == request.id) else {
        return Ok(());
    };
    let wanted = PortOrder {
        signer_contact_id: uses.signer(),
        revision: request.revision,
        updated_at: cx.now(),
        ..before.clone()
    };
    let after = port_orders::update_port_order(tx, &wanted).await?;
    act.changed("site_value_taken", before, &after, Vec::new())
}
