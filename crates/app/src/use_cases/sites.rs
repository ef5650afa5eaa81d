//! Physical locations.

use portflow_domain::entities::Site;
use portflow_store::Tx;
use portflow_store::queries::sites;

use super::discovery::phone_number;
use super::{optional, required, time_zone};
use crate::activity::Act;
use crate::context::Context;
use crate::dto::customers::{AddSite, OfCustomer, SiteValues, UpdateSite};
use crate::error::{ApiError, Result};

/// Sites that are not archived, by name.
pub async fn list(cx: &Context, request: OfCustomer) -> Result<Vec<Site>> {
    Ok(sites::list_sites(&mut cx.read().await?, request.customer_id).await?)
}

/// Adds a site.
pub async fn add(cx: &Context, request: AddSite) -> Result<Site> {
    let now = cx.now();
    let blank = Site {
        id: cx.id(),
        customer_id: request.customer_id,
        name: String::new(),
        code: None,
        street: None,
        city: None,
        state: None,
        postal_code: None,
        country: String::new(),
        time_zone: String::new(),
        main_number: None,
        legacy_pbx: None,
        business_hours: None,
        holidays: Vec::new(),
        discovery_notes: None,
        archived_at: None,
        revision: 1,
        created_at: now,
        updated_at: now,
    };
    let site = with_values(blank, &request.values)?;
    let mut tx = cx.write().await?;
    let site = sites::insert_site(&mut tx, &site).await?;
    let mut act = Act::begin(cx);
    act.created(&site)?;
    act.save(&mut tx).await?;
    tx.commit().await?;
    Ok(site)
}

/// Stores new values for a site.
pub async fn update(cx: &Context, request: UpdateSite) -> Result<Site> {
    let mut tx = cx.write().await?;
    let mut act = Act::begin(cx);
    let after = update_within(cx, &mut tx, &mut act, request).await?;
    act.commit(tx).await?;
    Ok(after)
}

/// The same as a part of a larger act.
pub(super) async fn update_within(
    cx: &Context,
    tx: &mut Tx,
    act: &mut Act<'_>,
    request: UpdateSite,
) -> Result<Site> {
    let found = sites::find_site(tx, request.id).await?;
    let before = found.ok_or_else(|| ApiError::not_found("site", request.id))?;
    let mut wanted = with_values(before.clone(), &request.values)?;
    wanted.revision = request.revision;
    wanted.updated_at = cx.now();
    let after = sites::update_site(tx, &wanted).await?;
    act.updated(&before, &after)?;
    Ok(after)
}

/// The site with these values, or why they cannot be kept.
pub(super) fn with_values(site: Site, values: &SiteValues) -> Result<Site> {
    let country = optional(values.country.as_ref())
        .unwrap_or_else(|| "US".to_owned())
        .to_uppercase();
    if country.parse::<portflow_domain::number::Country>().is_err() {
        return Err(
            ApiError::invalid("country", format!("'{country}' is not a country code."))
                .hint("Use the two letters of ISO 3166, such as US or GB."),
        );
    }
    Ok(Site {
        name: required("name", "The site's name", &values.name)?,
        code: optional(values.code.as_ref()),
        street: optional(values.street.as_ref()),
        city: optional(values.city.as_ref()),
        state: optional(values.state.as_ref()),
        postal_code: optional(values.postal_code.as_ref()),
        time_zone: time_zone("timeZone", &values.time_zone)?,
        main_number: phone_number("mainNumber", values.main_number.as_ref(), &country)?,
        country,
        legacy_pbx: optional(values.legacy_pbx.as_ref()),
        discovery_notes: optional(values.discovery_notes.as_ref()),
        ..site
    })
}
