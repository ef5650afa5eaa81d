//! The first screen and the log.

use portflow_domain::entities::Activity;
use portflow_domain::views::Page;
use portflow_store::queries::{activity_log, dashboard};

use crate::context::Context;
use crate::dto::Empty;
use crate::dto::dashboard::{ActivityQuery, Dashboard};
use crate::error::Result;
use crate::use_cases::orders;

/// Entries of the log on the first screen.
const LATEST: u32 = 20;

/// Progress of every migration, dated ports, orders at risk and the latest acts.
pub async fn dashboard(cx: &Context, _: Empty) -> Result<Dashboard> {
    let mut tx = cx.read().await?;
    Ok(Dashboard {
        migrations: dashboard::list_migration_overviews(&mut tx).await?,
        foc_dates: dashboard::list_foc_dates(&mut tx).await?,
        orders_at_risk: orders::at_risk(cx, &mut tx).await?,
        activity: activity_log::page_activities(&mut tx, None, None, None, 0, LATEST)
            .await?
            .rows,
    })
}

/// A part of the log, newest first.
pub async fn activity(cx: &Context, request: ActivityQuery) -> Result<Page<Activity>> {
    let mut tx = cx.read().await?;
    let entity = request
        .entity_id
        .as_deref()
        .and_then(|id| uuid::Uuid::parse_str(id).ok());
    let limit = request.limit.clamp(1, 1000);
    Ok(activity_log::page_activities(
        &mut tx,
        request.customer_id,
        request.migration_id,
        entity,
        request.offset,
        limit,
    )
    .await?)
}
