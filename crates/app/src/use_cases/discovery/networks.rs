//! The networks of all sites of a customer beside each other: one tenant keeps one list of them.

use portflow_domain::discovery::DiscoveryFinding;
use portflow_domain::discovery::networks::{MappedLocation, Segment, check_segments};
use portflow_domain::entities::{EmergencyLocation, NetworkSegment};
use portflow_domain::ids::{CustomerId, EmergencyLocationId, EntityId, SiteId};
use portflow_store::Tx;
use portflow_store::queries::{emergency_locations, network_segments, sites};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

use crate::error::Result;

/// What speaks against the networks of a customer or of all, by the sites concerned.
pub(super) async fn check(
    tx: &mut Tx,
    customer_id: Option<CustomerId>,
) -> Result<BTreeMap<SiteId, Vec<DiscoveryFinding>>> {
    let (segments, locations) = match customer_id {
        Some(id) => (
            network_segments::list_network_segments_of_customer(tx, id).await?,
            emergency_locations::list_emergency_locations_of_customer(tx, id).await?,
        ),
        None => (
            network_segments::list_network_segments(tx, None).await?,
            emergency_locations::list_emergency_locations(tx, None).await?,
        ),
    };
    let sites = sites::list_sites(tx, customer_id).await?;
    let names: BTreeMap<SiteId, String> = sites.into_iter().map(|site| (site.id, site.name)).collect();
    let label = |it: EmergencyLocation| {
        let site = names.get(&it.site_id).map(|name| format!("{name}, "));
        (it.id, site.unwrap_or_default() + &it.name)
    };
    let labels: BTreeMap<EmergencyLocationId, String> = locations.into_iter().map(label).collect();
    let mut by_customer: BTreeMap<CustomerId, Vec<NetworkSegment>> = BTreeMap::new();
    for segment in segments {
        by_customer.entry(segment.customer_id).or_default().push(segment);
    }
    let mut found: BTreeMap<SiteId, Vec<DiscoveryFinding>> = BTreeMap::new();
    for segments in by_customer.values() {
        let of: BTreeMap<Uuid, SiteId> = segments.iter().map(|it| (it.id.uuid(), it.site_id)).collect();
        let told: Vec<Segment> = segments.iter().map(|it| segment(it, &labels)).collect();
        for finding in check_segments(&told) {
            let concerned: BTreeSet<SiteId> = finding
                .rows
                .iter()
                .filter_map(|row| of.get(row).copied())
                .collect();
            for site in concerned {
                found.entry(site).or_default().push(finding.clone());
            }
        }
    }
    Ok(found)
}

fn segment(segment: &NetworkSegment, labels: &BTreeMap<EmergencyLocationId, String>) -> Segment {
    Segment {
        id: segment.id,
        kind: segment.kind,
        identifier: segment.identifier.clone(),
        port: segment.port.clone(),
        location: segment.emergency_location_id.map(|id| MappedLocation {
            id,
            label: labels.get(&id).cloned().unwrap_or_default(),
        }),
    }
}
