//! When a site is open.

use portflow_domain::discovery::hours::check_hours;
use portflow_domain::entities::{BusinessHours, Site};
use portflow_store::Tx;
use portflow_store::queries::sites;

use super::find_site;
use crate::activity::Act;
use crate::context::Context;
use crate::dto::discovery::SetSiteHours;
use crate::error::{ApiError, Result};

/// Stores business hours and holidays together, for each is checked against the other.
pub async fn set(cx: &Context, request: SetSiteHours) -> Result<Site> {
    let mut tx = cx.write().await?;
    let mut act = Act::begin(cx);
    let after = set_within(cx, &mut tx, &mut act, request).await?;
    act.commit(tx).await?;
    Ok(after)
}

/// The same as a part of a larger act.
pub(super) async fn set_within(
    cx: &Context,
    tx: &mut Tx,
    act: &mut Act<'_>,
    request: SetSiteHours,
) -> Result<Site> {
    check(&request)?;
    let before = find_site(tx, request.site_id).await?;
    let wanted = Site {
        business_hours: request.business_hours,
        holidays: request.holidays,
        revision: request.revision,
        updated_at: cx.now(),
        ..before.clone()
    };
    let after = sites::update_site(tx, &wanted).await?;
    act.updated(&before, &after)?;
    Ok(after)
}

/// Refuses hours that contradict themselves.
pub(super) fn check(request: &SetSiteHours) -> Result<()> {
    let closed = BusinessHours::default();
    let found = check_hours(
        request.business_hours.as_ref().unwrap_or(&closed),
        &request.holidays,
    );
    if let Some(problem) = found.into_iter().find(|found| found.is_error()) {
        let field = problem.fields.first().map_or("businessHours", String::as_str);
        return Err(ApiError::invalid(field, problem.finding.text).hint(problem.finding.remedy));
    }
    Ok(())
}
