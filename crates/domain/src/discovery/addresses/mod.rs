//! Whether two spellings are one address: the service address as the carrier spells it beside the dispatchable one.
//!
//! Both are kept: a letter of authorization needs the carrier's spelling, misspellings included, and an emergency
//! location the dispatchable one. A difference of spelling is worth a note; a difference of place is a problem.

mod site;
mod street;
mod words;

pub use site::{AddressSpelling, CarrierAddress, check_site_addresses, spellings};

use crate::discovery::DiscoveryFinding;
use crate::entities::{EmergencyLocation, PostalAddress, fold};
use serde::Serialize;
use street::Street;
use ts_rs::TS;

/// How two addresses compare.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "result")]
#[ts(rename = "AddressComparison")]
pub enum Comparison {
    /// Letter by letter the same, as far as both are given.
    Same,
    /// One place in two spellings.
    Spelling {
        /// A sentence with the parts that are spelled differently, or that only one of the two names.
        note: String,
    },
    /// Two places.
    Place {
        /// The parts that differ, as the wire spells them: `street`, `city`, `state`, `postalCode`, `country`.
        fields: Vec<String>,
    },
    /// One of the two has no street, so nothing can be said.
    Unknown,
}

/// The dispatchable address of an emergency location as one reads it, without the place within the building.
pub fn dispatchable(location: &EmergencyLocation) -> PostalAddress {
    let number = [&location.house_number, &location.house_number_suffix];
    let number: String = number.into_iter().flatten().map(|part| part.trim()).collect();
    let street = [
        Some(number),
        location.street_name.clone(),
        location.street_suffix.clone(),
    ];
    let parts: Vec<String> = street
        .into_iter()
        .flatten()
        .filter(|part| !part.trim().is_empty())
        .collect();
    PostalAddress {
        street: (!parts.is_empty()).then(|| parts.join(" ")),
        city: location.city.clone(),
        state: location.state.clone(),
        postal_code: location.postal_code.clone(),
        country: Some(location.country.clone()),
    }
}

/// Compares two spellings. Parts that only one of the two gives are not compared.
///
/// A suite that only one of them names, and a city that is named differently under one postal code, are one place.
pub fn compare(carrier: &PostalAddress, dispatchable: &PostalAddress) -> Comparison {
    let (Some(theirs), Some(ours)) = (given(&carrier.street), given(&dispatchable.street)) else {
        return Comparison::Unknown;
    };
    let (their_street, our_street) = (Street::read(theirs), Street::read(ours));
    let both = |part: fn(&PostalAddress) -> &Option<String>, canonical: fn(&str) -> String| {
        let pair = given(part(carrier)).zip(given(part(dispatchable)));
        pair.map(|(one, other)| canonical(one) == canonical(other))
    };
    let postal = both(|address| &address.postal_code, words::postal_code);
    let city = both(|address| &address.city, words::city);
    let differing = [
        ("street", !their_street.is_at(&our_street)),
        ("city", city == Some(false) && postal != Some(true)),
        (
            "state",
            both(|address| &address.state, words::state) == Some(false),
        ),
        ("postalCode", postal == Some(false)),
        (
            "country",
            both(|address| &address.country, words::country) == Some(false),
        ),
    ];
    let fields: Vec<String> = differing
        .iter()
        .filter(|(_, differs)| *differs)
        .map(|(field, _)| (*field).to_owned())
        .collect();
    if !fields.is_empty() {
        return Comparison::Place { fields };
    }
    spelling(carrier, dispatchable)
}

/// What is spelled differently in two spellings of one place.
fn spelling(carrier: &PostalAddress, dispatchable: &PostalAddress) -> Comparison {
    let parts: [fn(&PostalAddress) -> &Option<String>; 5] = [
        |address| &address.street,
        |address| &address.city,
        |address| &address.state,
        |address| &address.postal_code,
        |address| &address.country,
    ];
    let pairs = parts
        .into_iter()
        .filter_map(|part| given(part(carrier)).zip(given(part(dispatchable))));
    let differing: Vec<String> = pairs
        .filter(|(theirs, ours)| theirs != ours)
        .map(|(theirs, ours)| format!("'{theirs}' is '{ours}'"))
        .collect();
    if differing.is_empty() {
        return Comparison::Same;
    }
    Comparison::Spelling {
        note: format!(
            "One place in two spellings, and both are kept: {}.",
            differing.join(", ")
        ),
    }
}

/// The problem that two addresses of one site are two places; none for two spellings of one.
pub fn check_addresses(carrier: &PostalAddress, dispatchable: &PostalAddress) -> Option<DiscoveryFinding> {
    match compare(carrier, dispatchable) {
        Comparison::Place { fields } => {
            let text = format!(
                "The carrier's service address {} and the dispatchable address {} are different places.",
                shown(carrier),
                shown(dispatchable)
            );
            let remedy =
                "Ask which is right; the order needs the carrier's, help goes to the dispatchable one.";
            let finding = DiscoveryFinding::warning("addresses_differ", text, remedy);
            Some(fields.iter().fold(finding, |finding, field| finding.field(field)))
        }
        Comparison::Same | Comparison::Spelling { .. } | Comparison::Unknown => None,
    }
}

fn shown(address: &PostalAddress) -> String {
    let parts = [
        &address.street,
        &address.city,
        &address.state,
        &address.postal_code,
    ];
    let parts: Vec<&str> = parts.into_iter().filter_map(given).collect();
    format!("'{}'", parts.join(", "))
}

/// Trimmed; blanks are nothing.
fn given(part: &Option<String>) -> Option<&str> {
    part.as_deref()
        .map(str::trim)
        .filter(|part| !fold(part).is_empty())
}
