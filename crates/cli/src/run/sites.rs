//! The facts of a site and when it is open.

use portflow_app::dto::customers::{SiteValues, UpdateSite};
use portflow_app::dto::discovery::SetSiteHours;
use portflow_app::{ApiError, Result};
use portflow_domain::coded::Coded;
use portflow_domain::discovery::hours::copy_day;
use portflow_domain::entities::{BusinessHours, Holiday, Site};
use portflow_domain::porting::carrier::Weekday;
use serde_json::{Value, json};

use crate::args::{HoursFields, SiteFields};
use crate::client::Client;
use crate::output::{Style, cell};

/// Changes what is named of a site; an empty text clears.
pub async fn set(client: &Client, style: Style, site: &str, fields: SiteFields) -> Result<String> {
    let site = client.site(site).await?;
    let update = UpdateSite {
        id: site.id,
        revision: site.revision,
        values: SiteValues {
            name: fields.name.unwrap_or(site.name),
            code: fields.code.or(site.code),
            street: fields.street.or(site.street),
            city: fields.city.or(site.city),
            state: fields.state.or(site.state),
            postal_code: fields.postal_code.or(site.postal_code),
            country: fields.country.or(Some(site.country)),
            time_zone: fields.time_zone.unwrap_or(site.time_zone),
            main_number: fields.main_number.or(site.main_number),
            legacy_pbx: fields.legacy_pbx.or(site.legacy_pbx),
            discovery_notes: fields.notes.or(site.discovery_notes),
        },
    };
    let after: Site = client.call("site_update", update).await?;
    style.show(&after, |it| format!("Changed the site {}.", it.name))
}

/// Sets the hours of the days that are named, copies a day to others, and adds holidays.
pub async fn set_hours(client: &Client, style: Style, site: &str, fields: HoursFields) -> Result<String> {
    let site = client.site(site).await?;
    let set = SetSiteHours {
        site_id: site.id,
        revision: site.revision,
        business_hours: hours(site.business_hours, &fields)?,
        holidays: holidays(site.holidays, &fields.holiday)?,
    };
    let after: Site = client.call("site_hours_set", set).await?;
    style.show(&after, |it| format!("Changed the hours of {}.", it.name))
}

/// Lists where values of a site are used.
pub async fn used_by(client: &Client, style: Style, site: &str) -> Result<String> {
    let site = client.site(site).await?;
    let uses: Vec<Value> = client.call("site_used_by", json!({ "id": site.id })).await?;
    show_uses(style, &uses)
}

/// Takes a value of the site over into what uses it.
pub async fn take(client: &Client, style: Style, site: &str, id: &str, field: &str) -> Result<String> {
    let site = client.site(site).await?;
    let uses: Vec<Value> = client.call("site_used_by", json!({ "id": site.id })).await?;
    let found = uses.iter().find(|it| it["id"] == id && it["field"] == field);
    let found = found.ok_or_else(|| ApiError::not_found("use of this site", format!("{id} {field}")))?;
    let take = json!({ "siteId": site.id, "what": found["what"], "id": id, "field": field,
        "revision": found["revision"] });
    let uses: Vec<Value> = client.call("site_value_take", take).await?;
    show_uses(style, &uses)
}

fn show_uses(style: Style, uses: &[Value]) -> Result<String> {
    style.table(uses, &["what", "name", "value", "current", "id"], |it| {
        ["what", "label", "field", "isCurrent", "id"]
            .map(|field| cell(&it[field]))
            .to_vec()
    })
}

/// The hours with the changes; none stays none where no day is named.
fn hours(before: Option<BusinessHours>, fields: &HoursFields) -> Result<Option<BusinessHours>> {
    let named = [
        (Weekday::Monday, &fields.mon),
        (Weekday::Tuesday, &fields.tue),
        (Weekday::Wednesday, &fields.wed),
        (Weekday::Thursday, &fields.thu),
        (Weekday::Friday, &fields.fri),
        (Weekday::Saturday, &fields.sat),
        (Weekday::Sunday, &fields.sun),
    ];
    if named.iter().all(|(_, text)| text.is_none()) && fields.copy.is_empty() {
        return Ok(before);
    }
    let internal = |error: serde_json::Error| ApiError::internal(&error);
    let mut week = serde_json::to_value(before.unwrap_or_default()).map_err(internal)?;
    for (day, text) in named {
        if let Some(text) = text {
            week[day.to_string()] = ranges(text)?;
        }
    }
    let mut week: BusinessHours = serde_json::from_value(week)
        .map_err(|error| ApiError::invalid("businessHours", format!("These are no hours: {error}.")))?;
    for pair in fields.copy.chunks(2) {
        let [from, to] = pair else { continue };
        let to: Vec<Weekday> = to.split(',').map(weekday).collect::<Result<_>>()?;
        week = copy_day(&week, weekday(from)?, &to);
    }
    Ok(Some(week))
}

/// `08:00-12:00,13:00-17:00` as the ranges of a day.
fn ranges(text: &str) -> Result<Value> {
    if matches!(text.trim(), "" | "closed") {
        return Ok(json!([]));
    }
    let range = |range: &str| {
        let (open, close) = range.split_once('-')?;
        Some(json!({ "open": open.trim(), "close": close.trim() }))
    };
    let all: Option<Vec<Value>> = text.split(',').map(range).collect();
    all.map(Value::from).ok_or_else(|| {
        ApiError::invalid("businessHours", format!("'{text}' is not a list of hours."))
            .hint("Write them as 08:00-12:00,13:00-17:00, or closed.")
    })
}

/// `mon`, `Monday`.
fn weekday(text: &str) -> Result<Weekday> {
    let wanted = text.trim().to_lowercase();
    let is_meant = |day: &&Weekday| wanted.len() >= 3 && day.to_string().starts_with(&wanted);
    let found = Weekday::ALL.iter().find(is_meant).copied();
    found.ok_or_else(|| {
        ApiError::invalid("businessHours", format!("'{text}' is not a day of the week."))
            .hint("Write mon, tue, wed, thu, fri, sat or sun.")
    })
}

/// The holidays with those that are named, by date.
fn holidays(mut all: Vec<Holiday>, named: &[String]) -> Result<Vec<Holiday>> {
    for text in named {
        let refuse = || {
            ApiError::invalid("holidays", format!("'{text}' is not a holiday."))
                .hint("Write it as 2026-12-25=Christmas.")
        };
        let (date, name) = text.split_once('=').ok_or_else(refuse)?;
        let holiday: Holiday = serde_json::from_value(json!({ "date": date.trim(), "name": name.trim() }))
            .map_err(|_| refuse())?;
        all.retain(|known| known.date != holiday.date);
        all.push(holiday);
    }
    all.sort_by_key(|holiday| holiday.date);
    Ok(all)
}
