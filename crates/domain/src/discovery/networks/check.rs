//! Whether every part of the network stands for one place.
//!
//! A subnet within another one, or a BSSID that a wildcard covers, is harmless while both stand for the same place.

use super::{NotAnIdentifier, canonical, hardware, subnet};
use crate::discovery::DiscoveryFinding;
use crate::enums::NetworkKind;
use crate::ids::{EmergencyLocationId, EntityId, NetworkSegmentId};
use ipnet::IpNet;
use uuid::Uuid;

/// The place for which a part of the network stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappedLocation {
    /// Its id; two names of one id are one place.
    pub id: EmergencyLocationId,
    /// How a person knows it: `Dallas HQ, Floor 4`.
    pub label: String,
}

/// A part of the network beside the place it stands for. Teams keeps one list for the whole tenant, so the
/// segments of all sites of a customer are compared with each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Its id.
    pub id: NetworkSegmentId,
    /// What it is.
    pub kind: NetworkKind,
    /// As it is kept.
    pub identifier: String,
    /// Port of a switch; empty for everything else.
    pub port: String,
    /// The place; none = not known yet.
    pub location: Option<MappedLocation>,
}

/// A segment as the addresses it covers: everything in `group` whose first `length` bits are those of `start`.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Covered {
    group: (NetworkKind, bool, String),
    start: u128,
    length: u8,
    /// Keeps the order of equal segments that of the caller.
    place: usize,
}

/// Every segment that stands for two places, is written down twice or cannot be read, in one order.
pub fn check_segments(segments: &[Segment]) -> Vec<DiscoveryFinding> {
    let mut found = Vec::new();
    let mut covered = Vec::new();
    for (place, segment) in segments.iter().enumerate() {
        match cover(place, segment) {
            Ok(cover) => covered.push(cover),
            Err(refused) => found.push(unreadable(segment, &refused)),
        }
    }
    covered.sort_unstable();
    let mut around: Vec<&Covered> = Vec::new();
    for cover in &covered {
        while around.pop_if(|outer| !contains(outer, cover)).is_some() {}
        found.extend(compare(segments, &around, cover));
        around.push(cover);
    }
    found
}

fn unreadable(segment: &Segment, refused: &NotAnIdentifier) -> DiscoveryFinding {
    let finding = DiscoveryFinding::error(
        "network_unreadable",
        refused.to_string(),
        "Correct its identifier.",
    );
    finding.rows([segment.id.uuid()]).field("identifier")
}

fn cover(place: usize, segment: &Segment) -> Result<Covered, NotAnIdentifier> {
    let spelt = canonical(segment.kind, &segment.identifier, &segment.port)?;
    let (is_v6, start, length) = match segment.kind {
        NetworkKind::Subnet => match subnet::read(&spelt.identifier)? {
            IpNet::V4(v4) => (false, u128::from(u32::from(v4.addr())) << 96, v4.prefix_len()),
            IpNet::V6(v6) => (true, u128::from(v6.addr()), v6.prefix_len()),
        },
        NetworkKind::Switch | NetworkKind::SwitchPort | NetworkKind::AccessPoint => {
            let (start, length) = hardware::bits(&spelt.identifier);
            (false, start, length)
        }
    };
    Ok(Covered {
        group: (segment.kind, is_v6, spelt.port.to_lowercase()),
        start,
        length,
        place,
    })
}

fn contains(outer: &Covered, inner: &Covered) -> bool {
    let mask = u128::MAX << (128 - u32::from(outer.length));
    outer.group == inner.group && outer.length <= inner.length && inner.start & mask == outer.start
}

/// Compares a segment with those around it, innermost first: once with the nearest that stands for another place.
fn compare(segments: &[Segment], around: &[&Covered], inner: &Covered) -> Option<DiscoveryFinding> {
    let mine = &segments[inner.place];
    let nearest = around.last().map(|outer| &segments[outer.place])?;
    let equal = around
        .last()
        .is_some_and(|outer| (outer.start, outer.length) == (inner.start, inner.length));
    let elsewhere = around
        .iter()
        .rev()
        .map(|outer| &segments[outer.place])
        .find(|outer| {
            let both = outer.location.as_ref().zip(mine.location.as_ref());
            both.is_some_and(|(theirs, own)| theirs.id != own.id)
        });
    if let Some((outer, (theirs, own))) =
        elsewhere.and_then(|outer| Some((outer, outer.location.as_ref().zip(mine.location.as_ref())?)))
    {
        let text = if spelt(outer) == spelt(mine) {
            format!(
                "{} stands for two places: {} and {}.",
                spelt(mine),
                theirs.label,
                own.label
            )
        } else {
            format!(
                "{} stands for {} and {} within it for {}.",
                spelt(outer),
                theirs.label,
                spelt(mine),
                own.label
            )
        };
        let remedy = "Map both to the same location, or change one so that they do not overlap.";
        let finding = DiscoveryFinding::error("network_two_locations", text, remedy);
        return Some(finding.rows(ids(outer, mine)).field("emergencyLocationId"));
    }
    if equal {
        let text = format!("{} is written down twice.", spelt(mine));
        let finding = DiscoveryFinding::warning("network_twice", text, "Remove one of the two.");
        return Some(finding.rows(ids(nearest, mine)).field("identifier"));
    }
    (mine.kind == NetworkKind::AccessPoint).then(|| {
        let text = format!("{} is already covered by {}.", spelt(mine), spelt(nearest));
        let remedy = "Remove it: Teams refuses an access point that a wildcard of the same location covers.";
        let finding = DiscoveryFinding::warning("access_point_covered", text, remedy);
        finding.rows(ids(nearest, mine)).field("identifier")
    })
}

fn ids(outer: &Segment, inner: &Segment) -> [Uuid; 2] {
    [outer.id.uuid(), inner.id.uuid()]
}

fn spelt(segment: &Segment) -> String {
    if segment.port.is_empty() {
        segment.identifier.clone()
    } else {
        format!("port {} of {}", segment.port, segment.identifier)
    }
}
