//! Single values in words, spelt as on screen.

use chrono::NaiveDate;
use portflow_document::words::day;
use portflow_domain::entities::{EmergencyLocation, Site};

/// What was said with a state or an answer: `Front desk, Nov 20, 2026`; empty where nothing is known of it.
pub(super) fn said(by: Option<&str>, on: Option<NaiveDate>) -> String {
    let on = on.map(day);
    joined([by, on.as_deref()], ", ")
}

/// The parts that are there, in their order.
pub(super) fn joined<'a>(parts: impl IntoIterator<Item = Option<&'a str>>, between: &str) -> String {
    let given = parts
        .into_iter()
        .flatten()
        .map(str::trim)
        .filter(|part| !part.is_empty());
    given.collect::<Vec<_>>().join(between)
}

/// A text that may be missing.
pub(super) fn text(text: Option<&String>) -> String {
    text.cloned().unwrap_or_default()
}

/// A day that may be missing.
pub(super) fn date(day_or_none: Option<NaiveDate>) -> String {
    day_or_none.map(day).unwrap_or_default()
}

/// A count that may be missing.
pub(super) fn count(count: Option<i64>) -> String {
    count.map(|count| count.to_string()).unwrap_or_default()
}

/// `Yes` or `No`.
pub(super) fn yes_no(is_yes: bool) -> String {
    if is_yes { "Yes" } else { "No" }.to_owned()
}

/// The site's address on one line.
pub(super) fn address(site: &Site) -> String {
    place(
        [&site.street, &site.city],
        &site.state,
        &site.postal_code,
        &site.country,
    )
}

/// The address to which help is sent, on one line.
pub(super) fn dispatchable(location: &EmergencyLocation) -> String {
    let house = joined(
        [
            location.house_number.as_deref(),
            location.house_number_suffix.as_deref(),
        ],
        "",
    );
    let street = [
        Some(house.as_str()),
        location.street_name.as_deref(),
        location.street_suffix.as_deref(),
    ];
    let street = Some(joined(street, " "));
    place(
        [&street, &location.city],
        &location.state,
        &location.postal_code,
        &location.country,
    )
}

/// The country alone is no address.
fn place(
    [street, city]: [&Option<String>; 2],
    state: &Option<String>,
    postal_code: &Option<String>,
    country: &str,
) -> String {
    let region = joined([state.as_deref(), postal_code.as_deref()], " ");
    let known = joined([street.as_deref(), city.as_deref(), Some(region.as_str())], ", ");
    if known.is_empty() {
        return known;
    }
    format!("{known}, {country}")
}
