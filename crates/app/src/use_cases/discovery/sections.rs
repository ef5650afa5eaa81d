//! How far the sections of a site's discovery are, and who said so.

use portflow_domain::entities::{SectionState, Site};
use portflow_domain::enums::DiscoveryState;
use portflow_domain::timestamp::Timestamp;
use portflow_store::Tx;
use portflow_store::queries::discovery_sections;

use super::find_site;
use super::rows::{Stored, keep};
use crate::activity::Act;
use crate::context::Context;
use crate::dto::discovery::SetDiscoverySection;
use crate::error::Result;
use crate::use_cases::optional;

/// Says how far a section is.
pub async fn set(cx: &Context, request: SetDiscoverySection) -> Result<SectionState> {
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
    request: SetDiscoverySection,
) -> Result<SectionState> {
    let site = find_site(tx, request.site_id).await?;
    let said = discovery_sections::list_discovery_sections(tx, Some(site.id)).await?;
    let before = said.into_iter().find(|said| said.section == request.section);
    let wanted = SectionState {
        id: before.as_ref().map_or_else(|| cx.id(), |before| before.id),
        customer_id: site.customer_id,
        site_id: site.id,
        section: request.section,
        state: request.state,
        said_on: said_on(&site, request.state, cx.now()),
        said_by: optional(request.said_by.as_ref()),
        notes: optional(request.notes.as_ref()),
        revision: before.as_ref().map_or(1, |_| request.revision.unwrap_or(0)),
        created_at: before.as_ref().map_or(cx.now(), |before| before.created_at),
        updated_at: cx.now(),
    };
    keep(tx, act, before, wanted).await
}

impl Stored for SectionState {
    async fn insert(&self, tx: &mut Tx) -> portflow_store::Result<Self> {
        discovery_sections::insert_discovery_section(tx, self).await
    }
    async fn update(&self, tx: &mut Tx) -> portflow_store::Result<Self> {
        discovery_sections::update_discovery_section(tx, self).await
    }
}

/// The day at the site on which something was said; nothing was where the state is open.
pub(super) fn said_on(site: &Site, state: DiscoveryState, now: Timestamp) -> Option<chrono::NaiveDate> {
    (state != DiscoveryState::Open).then(|| day_at(site, now))
}

/// The day at the site.
pub(super) fn day_at(site: &Site, now: Timestamp) -> chrono::NaiveDate {
    let zone: chrono_tz::Tz = site.time_zone.parse().unwrap_or(chrono_tz::UTC);
    now.utc().with_timezone(&zone).date_naive()
}
