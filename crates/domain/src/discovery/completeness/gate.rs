//! What stands in the way of a migration that is to leave discovery.

use super::{Missing, SiteCompleteness};
use crate::ids::SiteId;
use serde::Serialize;
use ts_rs::TS;

/// What a site still owes to the gate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SiteMissing {
    /// The site.
    pub site_id: SiteId,
    /// Required items that are not known.
    pub missing: Vec<Missing>,
}

/// Whether a migration may leave discovery. The caller logs the reason where one was needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DiscoveryGate")]
pub struct Gate {
    /// Whether it may.
    pub is_open: bool,
    /// The reason that overrides what is missing; none where nothing is missing.
    pub reason: Option<String>,
    /// Sites of which something required is not known, in the order of the caller.
    pub sites: Vec<SiteMissing>,
}

/// Looks at every site of the migration. A reason overrides what is missing; a blank one is none.
pub fn gate(sites: &[SiteCompleteness], reason: Option<&str>) -> Gate {
    let owed = sites.iter().map(|site| SiteMissing {
        site_id: site.site_id,
        missing: required(site),
    });
    let sites: Vec<SiteMissing> = owed.filter(|site| !site.missing.is_empty()).collect();
    let given = reason.map(str::trim).filter(|reason| !reason.is_empty());
    let reason = given.filter(|_| !sites.is_empty()).map(str::to_owned);
    Gate {
        is_open: sites.is_empty() || reason.is_some(),
        reason,
        sites,
    }
}

fn required(site: &SiteCompleteness) -> Vec<Missing> {
    let missing = site.sections.iter().flat_map(|section| &section.missing);
    missing.filter(|item| item.required).cloned().collect()
}
