//! What must be known of the site itself and of the people to ask.

use super::{Item, SiteDiscovery};
use crate::entities::{Contact, Site};
use crate::enums::{ContactKind, DiscoverySection};

/// The items that do not depend on rows of a section.
pub(super) fn items(of: &SiteDiscovery, section: DiscoverySection) -> Vec<Item> {
    match section {
        DiscoverySection::SiteFacts => site_facts(of.site),
        DiscoverySection::Contacts => contacts(of.contacts),
        DiscoverySection::Emergency
        | DiscoverySection::LegacySystem
        | DiscoverySection::Circuits
        | DiscoverySection::SpecialLines
        | DiscoverySection::Devices
        | DiscoverySection::Needs
        | DiscoverySection::Licenses
        | DiscoverySection::Network
        | DiscoverySection::Notes => Vec::new(),
    }
}

fn site_facts(site: &Site) -> Vec<Item> {
    let address = [&site.street, &site.city, &site.postal_code];
    vec![
        Item::new(
            "site.address",
            "The service address is not complete.",
            "The carrier compares it with its record and rejects the order where it differs.",
            address.into_iter().all(|part| given(part.as_deref())),
        )
        .required(),
        Item::new(
            "site.main_number",
            "The main number is not known.",
            "It is the number that everybody calls, and often the pilot of a hunt group.",
            given(site.main_number.as_deref()),
        )
        .required(),
        Item::new(
            "site.business_hours",
            "The business hours are not known.",
            "Attendants and queues answer by them.",
            site.business_hours.is_some(),
        )
        .required(),
        Item::new(
            "site.holidays",
            "No holidays are entered.",
            "On a holiday that is not entered, callers are told that the site is open.",
            !site.holidays.is_empty(),
        ),
    ]
}

fn contacts(contacts: &[Contact]) -> Vec<Item> {
    let has = |kind| contacts.iter().any(|contact| contact.kind == kind);
    vec![
        Item::new(
            "contacts.authorized_signer",
            "Nobody is named who may sign for the account.",
            "Without that signature no carrier takes an order.",
            has(ContactKind::AuthorizedSigner),
        )
        .required(),
        Item::new(
            "contacts.technical",
            "No technical contact is named.",
            "Somebody has to open doors, ports and firewalls.",
            has(ContactKind::Technical),
        ),
        Item::new(
            "contacts.billing",
            "No billing contact is named.",
            "Bills and the customer service record come from there.",
            has(ContactKind::Billing),
        ),
        Item::new(
            "contacts.escalation",
            "Nobody is named to call when the port goes wrong.",
            "On the day of the cutover there is no time to search.",
            has(ContactKind::Escalation),
        ),
    ]
}

/// Blanks are nothing.
pub(super) fn given(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}
