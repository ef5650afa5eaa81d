//! What must be known of each row of a section, and that there are rows at all.

use super::facts::given;
use super::{Item, SiteDiscovery};
use crate::discovery::special_lines;
use crate::entities::{Circuit, EmergencyLocation, LegacySystem, SpecialLine};
use crate::enums::{DiscoverySection, DiscoveryState, SpecialLineDecision};
use crate::ids::EntityId;

/// Sections about which a migration has to know something, if only that there is nothing.
const REQUIRED: [DiscoverySection; 4] = [
    DiscoverySection::Emergency,
    DiscoverySection::LegacySystem,
    DiscoverySection::Circuits,
    DiscoverySection::SpecialLines,
];

/// The items of the rows of a section, after the one that asks whether there are rows.
pub(super) fn items(of: &SiteDiscovery, section: DiscoverySection, state: DiscoveryState) -> Vec<Item> {
    let rows = match section {
        DiscoverySection::Emergency => of.emergency_locations.iter().map(location).collect(),
        DiscoverySection::LegacySystem => of.legacy_systems.iter().map(system).collect(),
        DiscoverySection::Circuits => of.circuits.iter().flat_map(circuit).collect(),
        DiscoverySection::SpecialLines => of.special_lines.iter().flat_map(special_line).collect(),
        DiscoverySection::Network => mapped(of),
        DiscoverySection::SiteFacts
        | DiscoverySection::Contacts
        | DiscoverySection::Devices
        | DiscoverySection::Needs
        | DiscoverySection::Licenses
        | DiscoverySection::Notes => Vec::new(),
    };
    // Where somebody has said that the section is answered and there are no rows, there is nothing to write down.
    let any = any(of, section).map(|any| {
        if any.is_known() {
            any
        } else {
            Item { state, ..any }
        }
    });
    any.into_iter().chain(rows).collect()
}

/// Whether anything is written down, in a section that has rows.
fn any(of: &SiteDiscovery, section: DiscoverySection) -> Option<Item> {
    let (count, text, why) = match section {
        DiscoverySection::Emergency => (
            of.emergency_locations.len(),
            "No emergency location is written down.",
            "Without one, help does not know where to go.",
        ),
        DiscoverySection::LegacySystem => (
            of.legacy_systems.len(),
            "The system that is replaced is not described.",
            "Call flows, extensions and habits are found there.",
        ),
        DiscoverySection::Circuits => (
            of.circuits.len(),
            "No trunk or circuit is written down.",
            "A circuit that nobody knows of is paid for years.",
        ),
        DiscoverySection::SpecialLines => (
            of.special_lines.len(),
            "No special line is written down.",
            "A line that nobody wrote down is dead on the day of the port.",
        ),
        DiscoverySection::Devices => (
            of.devices.len(),
            "No equipment is written down.",
            "Telephones that stay must be set up anew, and those that go need a replacement.",
        ),
        DiscoverySection::Licenses => (
            of.licenses.len(),
            "No licenses are written down.",
            "A number can only be assigned to somebody who has a license.",
        ),
        DiscoverySection::Network => (
            of.network_segments.len(),
            "No part of the network is written down.",
            "Teams finds the place of a caller by the network.",
        ),
        DiscoverySection::SiteFacts
        | DiscoverySection::Contacts
        | DiscoverySection::Needs
        | DiscoverySection::Notes => return None,
    };
    let any = Item::new(&format!("{section}.any"), text, why, count > 0);
    Some(if REQUIRED.contains(&section) {
        any.required()
    } else {
        any
    })
}

fn mapped(of: &SiteDiscovery) -> Vec<Item> {
    let why = "A call from there is sent without a place.";
    let segments = of.network_segments.iter().map(|segment| {
        let text = format!("{} has no emergency location.", segment.identifier);
        let known = segment.emergency_location_id.is_some();
        Item::new("network.location", text, why, known).row(segment.id.uuid())
    });
    segments.collect()
}

fn location(location: &EmergencyLocation) -> Item {
    let parts = [
        &location.house_number,
        &location.street_name,
        &location.city,
        &location.postal_code,
    ];
    let complete = parts.into_iter().all(|part| given(part.as_deref()));
    let text = format!("The address of {} is not complete.", location.name);
    let why = "Only a complete address is one to which help can be sent.";
    Item::new("emergency.address", text, why, complete)
        .required()
        .row(location.id.uuid())
}

fn system(system: &LegacySystem) -> Item {
    let text = format!("The length of extensions of the {} is not known.", system.vendor);
    let why = "The dial plan needs it.";
    Item::new(
        "legacy.extension_length",
        text,
        why,
        system.extension_length.is_some(),
    )
    .row(system.id.uuid())
}

fn circuit(circuit: &Circuit) -> Vec<Item> {
    let name = crate::discovery::circuits::shown(circuit);
    let item = |key, what: &str, why, known| {
        Item::new(key, format!("{what} of the {name} is not known."), why, known).row(circuit.id.uuid())
    };
    vec![
        item(
            "circuits.contract_end",
            "The end of the contract",
            "A contract that outlasts the cutover has to be paid.",
            circuit.contract_end.is_some(),
        ),
        item(
            "circuits.monthly_cost",
            "The monthly cost",
            "The saving of the migration is counted from it.",
            circuit.monthly_cost_cents.is_some(),
        ),
        item(
            "circuits.disconnect_on",
            "The disconnect date",
            "Without one the circuit is paid for without end.",
            circuit.disconnect_on.is_some(),
        ),
    ]
}

fn special_line(line: &SpecialLine) -> Vec<Item> {
    let name = special_lines::shown(line);
    let item = |key, text: String, why, known| Item::new(key, text, why, known).row(line.id.uuid());
    let decided = item(
        "special_lines.decision",
        format!("Nobody has decided what becomes of {name}."),
        "An undecided line stops the order that holds its number.",
        line.decision != SpecialLineDecision::Unknown,
    );
    vec![
        decided.required(),
        item(
            "special_lines.number",
            format!("The number of {name} is not known."),
            "Only a known number can be kept out of an order or moved by it.",
            given(line.number.as_deref()),
        ),
        item(
            "special_lines.owner",
            format!("Nobody is named who answers for {name}."),
            "Somebody has to test the line after the cutover.",
            given(line.owner.as_deref()),
        ),
    ]
}
