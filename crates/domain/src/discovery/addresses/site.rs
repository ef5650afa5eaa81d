//! The addresses of one site: how carriers spell it beside the places to which help is sent.

use super::{Comparison, check_addresses, compare, dispatchable};
use crate::discovery::DiscoveryFinding;
use crate::entities::{EmergencyLocation, PostalAddress};
use crate::ids::EntityId;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

/// An address as a carrier spells it: the site's own, or that of a customer service record (CSR).
#[derive(Debug, Clone, PartialEq)]
pub struct CarrierAddress {
    /// The site or the losing account.
    pub row: Uuid,
    /// How a person knows it: `the site`, `the CSR of Lumen`.
    pub label: String,
    /// The address.
    pub address: PostalAddress,
}

/// One place in two spellings, both of which are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddressSpelling {
    /// The row whose spelling goes to the carrier: the losing account, or the site where there is none.
    #[ts(type = "string")]
    pub carrier_row: Uuid,
    /// The row of the other spelling: an emergency location, or the site beside a losing account.
    #[ts(type = "string")]
    pub other_row: Uuid,
    /// What is spelled differently, and who uses which spelling.
    pub note: String,
}

/// Every pair of one place in two spellings. `site` is the site's own address.
pub fn spellings(
    site: &CarrierAddress,
    records: &[CarrierAddress],
    locations: &[EmergencyLocation],
) -> Vec<AddressSpelling> {
    let beside_site = records.iter().filter_map(|record| {
        let uses = "the letter of authorization uses the CSR's";
        spelling(
            record,
            &format!("{} and the site", record.label),
            &site.address,
            site.row,
            uses,
        )
    });
    let beside_locations = std::iter::once(site).chain(records).flat_map(|carrier| {
        locations.iter().filter_map(move |location| {
            let names = format!("{} and the location {}", carrier.label, location.name);
            let uses = "the carrier is sent its own, help the dispatchable one";
            spelling(carrier, &names, &dispatchable(location), location.id.uuid(), uses)
        })
    });
    beside_site.chain(beside_locations).collect()
}

fn spelling(
    carrier: &CarrierAddress,
    names: &str,
    other: &PostalAddress,
    other_row: Uuid,
    uses: &str,
) -> Option<AddressSpelling> {
    match compare(&carrier.address, other) {
        Comparison::Spelling { note } => Some(AddressSpelling {
            carrier_row: carrier.row,
            other_row,
            note: format!("{names}: {note} Of the two, {uses}."),
        }),
        Comparison::Same | Comparison::Place { .. } | Comparison::Unknown => None,
    }
}

/// The problem that a carrier has the site at another place than help is sent to.
///
/// A location that names a building is compared only where no location is at the carrier's address: on a campus the
/// other buildings have addresses of their own.
pub fn check_site_addresses(
    carriers: &[CarrierAddress],
    locations: &[EmergencyLocation],
) -> Vec<DiscoveryFinding> {
    let mut found: Vec<DiscoveryFinding> = Vec::new();
    for carrier in carriers {
        let is_there = |location: &EmergencyLocation| {
            let compared = compare(&carrier.address, &dispatchable(location));
            matches!(compared, Comparison::Same | Comparison::Spelling { .. })
        };
        let one_is_there = locations.iter().any(is_there);
        let names_building =
            |location: &EmergencyLocation| location.building.as_ref().is_some_and(|it| !it.trim().is_empty());
        for location in locations {
            if one_is_there && names_building(location) {
                continue;
            }
            let finding = check_addresses(&carrier.address, &dispatchable(location));
            found.extend(finding.map(|finding| finding.rows([carrier.row, location.id.uuid()])));
        }
    }
    found
}
