//! The facts of a site with what a workbook changes of them: its fields, its hours and its holidays.

use portflow_domain::discovery_book::{Change, ChangeKind};
use portflow_domain::entities::{BusinessHours, Holiday, Site, TimeRange};

use crate::dto::customers::SiteValues;

/// The fields of a site as a person would enter them.
pub(super) fn of(site: &Site) -> SiteValues {
    SiteValues {
        name: site.name.clone(),
        code: site.code.clone(),
        street: site.street.clone(),
        city: site.city.clone(),
        state: site.state.clone(),
        postal_code: site.postal_code.clone(),
        country: Some(site.country.clone()),
        time_zone: site.time_zone.clone(),
        main_number: site.main_number.clone(),
        legacy_pbx: site.legacy_pbx.clone(),
        discovery_notes: site.discovery_notes.clone(),
    }
}

/// Sets a field by its name on the wire.
pub(super) fn set(values: &mut SiteValues, field: &str, value: Option<String>) {
    match field {
        "street" => values.street = value,
        "city" => values.city = value,
        "state" => values.state = value,
        "postalCode" => values.postal_code = value,
        "country" => values.country = value,
        "timeZone" => values.time_zone = value.unwrap_or_default(),
        "mainNumber" => values.main_number = value,
        "legacyPbx" => values.legacy_pbx = value,
        "discoveryNotes" => values.discovery_notes = value,
        _ => {}
    }
}

/// Sets the hours of a day; `closed` and nothing are days without hours.
pub(super) fn set_day(hours: &mut BusinessHours, day: &str, value: Option<&str>) {
    let ranges = value
        .filter(|value| *value != "closed")
        .map(ranges)
        .unwrap_or_default();
    match day {
        "monday" => hours.monday = ranges,
        "tuesday" => hours.tuesday = ranges,
        "wednesday" => hours.wednesday = ranges,
        "thursday" => hours.thursday = ranges,
        "friday" => hours.friday = ranges,
        "saturday" => hours.saturday = ranges,
        "sunday" => hours.sunday = ranges,
        _ => {}
    }
}

fn ranges(text: &str) -> Vec<TimeRange> {
    let range = |part: &str| {
        let (open, close) = part.trim().split_once('-')?;
        Some(TimeRange {
            open: open.parse().ok()?,
            close: close.parse().ok()?,
        })
    };
    text.split(',').filter_map(range).collect()
}

/// Adds, changes or removes a holiday, which is known by the day it had.
pub(super) fn set_holiday(holidays: &mut Vec<Holiday>, change: &Change) {
    let place = change
        .id
        .as_ref()
        .and_then(|id| holidays.iter().position(|it| it.date.to_string() == *id));
    if change.kind == ChangeKind::Removed {
        if let Some(place) = place {
            holidays.remove(place);
        }
        return;
    }
    let mut holiday = place.map_or_else(
        || Holiday {
            name: String::new(),
            date: chrono::NaiveDate::default(),
            open: None,
            close: None,
        },
        |place| holidays[place].clone(),
    );
    for field in &change.fields {
        let value = field.value.as_deref();
        match field.field.as_str() {
            "name" => holiday.name = value.unwrap_or_default().to_owned(),
            "date" => holiday.date = value.and_then(|it| it.parse().ok()).unwrap_or(holiday.date),
            "open" => holiday.open = value.and_then(|it| it.parse().ok()),
            "close" => holiday.close = value.and_then(|it| it.parse().ok()),
            _ => {}
        }
    }
    match place {
        Some(place) => holidays[place] = holiday,
        None => holidays.push(holiday),
    }
    holidays.sort_by_key(|it| it.date);
}
