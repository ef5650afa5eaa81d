//! The networks of all sites of a customer beside each other: one tenant keeps one list of them.

use portflow_domain::discovery::DiscoveryFinding;
use portflow_domain::discovery::networks::{MappedLocation, Segment, check_segments};
use portflow_domain::entities::Site;
use portflow_domain::ids::{CustomerId, EntityId, SiteId};
use portflow_store::Tx;
use portflow_store::queries::network_segments::{self, MappedSegment};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

use crate::error::Result;

/// What speaks against networks, by the sites concerned.
type BySite = BTreeMap<SiteId, Vec<DiscoveryFinding>>;

/// What speaks against the networks of a customer or of all.
pub(super) async fn of_sites(tx: &mut Tx, customer_id: Option<CustomerId>) -> Result<BySite> {
    Ok(check(
        network_segments::list_mapped_segments(tx, customer_id).await?,
    ))
}

/// What speaks against the networks of a site, alone and beside those of its customer's other sites.
pub(super) async fn beside(tx: &mut Tx, site: &Site) -> Result<BySite> {
    Ok(check(
        network_segments::list_mapped_segments_beside(tx, site).await?,
    ))
}

fn check(segments: Vec<MappedSegment>) -> BySite {
    let mut by_customer: BTreeMap<CustomerId, Vec<MappedSegment>> = BTreeMap::new();
    for segment in segments {
        by_customer.entry(segment.customer_id).or_default().push(segment);
    }
    let mut found = BySite::new();
    for segments in by_customer.into_values() {
        let of: BTreeMap<Uuid, SiteId> = segments.iter().map(|it| (it.id.uuid(), it.site_id)).collect();
        let told: Vec<Segment> = segments.into_iter().map(told).collect();
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
    found
}

/// The same as the rule takes it.
fn told(segment: MappedSegment) -> Segment {
    Segment {
        id: segment.id,
        kind: segment.kind,
        identifier: segment.identifier,
        port: segment.port,
        location: segment.emergency_location_id.map(|id| MappedLocation {
            id,
            label: segment.place.unwrap_or_default(),
        }),
    }
}
