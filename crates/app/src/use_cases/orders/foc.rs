//! The carrier's commitment: entered in the carrier's clock, kept as one moment, told in the site's clock as well.

use chrono::NaiveTime;
use portflow_domain::entities::PortOrder;
use portflow_domain::porting::foc_times::{ZonedTime, in_both_zones, moment};
use portflow_domain::timestamp::Timestamp;

use crate::context::Context;
use crate::dto::orders::{AskFocTimes, Foc};
use crate::error::{ApiError, Result};
use crate::use_cases::{migrations, optional};

/// A commitment whose time and zone are known to be right.
struct Committed {
    time: NaiveTime,
    zone: String,
    at: Timestamp,
}

/// What a commitment means in both clocks, before it is entered.
pub async fn foc_times(cx: &Context, request: AskFocTimes) -> Result<Vec<ZonedTime>> {
    let mut tx = cx.read().await?;
    let migration = migrations::find(&mut tx, request.migration_id).await?;
    let site_zone = migrations::detail(&mut tx, migration).await?.site_time_zone;
    let Committed { zone, at, .. } = committed(&request.foc, &site_zone)?;
    Ok(in_both_zones(at, &zone, &site_zone))
}

/// The commitment of an order in both clocks; empty without one.
pub(super) fn times_of(order: &PortOrder, site_zone: &str) -> Vec<ZonedTime> {
    let zone = order.foc_zone.as_deref();
    let times = order
        .foc_at
        .zip(zone)
        .map(|(at, zone)| in_both_zones(at, zone, site_zone));
    times.unwrap_or_default()
}

pub(super) fn set_foc(order: &mut PortOrder, foc: &Foc, site_zone: &str) -> Result<()> {
    let Committed { time, zone, at } = committed(foc, site_zone)?;
    order.foc_local_date = Some(foc.date);
    order.foc_local_time = Some(time.format("%H:%M").to_string());
    order.foc_zone = Some(zone);
    order.foc_at = Some(at);
    Ok(())
}

fn committed(foc: &Foc, site_zone: &str) -> Result<Committed> {
    let zone = optional(foc.zone.as_ref()).unwrap_or_else(|| site_zone.to_owned());
    if zone.parse::<chrono_tz::Tz>().is_err() {
        return Err(ApiError::invalid("foc", format!("'{zone}' is not a time zone."))
            .hint("Use a name such as America/Chicago."));
    }
    let time = NaiveTime::parse_from_str(foc.time.trim(), "%H:%M").map_err(|_| {
        ApiError::invalid("foc", format!("'{}' is not a time.", foc.time)).hint("Write it as 10:00.")
    })?;
    let at = moment(foc.date.and_time(time), &zone).ok_or_else(|| {
        ApiError::invalid("foc", "That hour does not exist on that day: the clocks change.")
            .hint("Ask the carrier.")
    })?;
    Ok(Committed { time, zone, at })
}
