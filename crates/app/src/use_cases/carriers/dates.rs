//! The days on which numbers may move, for the choice of a date.

use chrono::Days;
use portflow_domain::porting::port_dates::{AtSite, PortDates, port_dates};
use portflow_store::queries::sites;

use super::{find, profile_of};
use crate::context::Context;
use crate::dto::carriers::AskPortDates;
use crate::error::{ApiError, Result};
use crate::use_cases::migrations;

/// Days of the answer where no last one is named.
const SIX_WEEKS: u64 = 42;

/// Each day of a range, possible or why not.
pub async fn port_date_choices(cx: &Context, request: AskPortDates) -> Result<PortDates> {
    let mut tx = cx.read().await?;
    let migration = match request.migration_id {
        Some(id) => Some(migrations::find(&mut tx, id).await?),
        None => None,
    };
    let site_id = request.site_id.or(migration.as_ref().map(|it| it.site_id));
    let site_id =
        site_id.ok_or_else(|| ApiError::invalid("siteId", "Neither a site nor a migration is named."))?;
    let site = sites::find_site(&mut tx, site_id).await?;
    let site = site.ok_or_else(|| ApiError::not_found("site", site_id))?;
    let carrier_id = request.carrier_id.or(migration.and_then(|it| it.carrier_id));
    let carrier_id = carrier_id.ok_or_else(|| {
        ApiError::invalid("carrierId", "The migration has no gaining carrier.")
            .hint("Name the carrier on the migration.")
    })?;
    let rules = profile_of(&find(&mut tx, carrier_id).await?)?.port_rules;
    let zone: chrono_tz::Tz = rules.cut_off_zone.parse().unwrap_or(chrono_tz::UTC);
    let today = cx.now().utc().with_timezone(&zone).date_naive();
    let from = request.from.unwrap_or(today);
    let to = request.to.or_else(|| from.checked_add_days(Days::new(SIX_WEEKS)));
    let to = to.filter(|to| *to >= from).ok_or_else(|| {
        ApiError::invalid("to", "The last day lies before the first.").hint("Name a later one.")
    })?;
    let at = AtSite {
        zone: &site.time_zone,
        holidays: &site.holidays,
    };
    Ok(port_dates(&rules, at, cx.now(), request.numbers, from..=to))
}
