//! How far the discovery of a site is, and the equipment and licenses found there.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::enums::{DeviceKind, DiscoverySection, DiscoveryState};
use crate::ids::{CustomerId, DeviceId, DiscoverySectionId, LicenseId, SiteId};
use crate::timestamp::Timestamp;

/// How far one section of a site's discovery is, and who said so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SectionState {
    /// Its id.
    pub id: DiscoverySectionId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The site.
    pub site_id: SiteId,
    /// Which part.
    pub section: DiscoverySection,
    /// How much is known.
    pub state: DiscoveryState,
    /// Who said so at the site.
    pub said_by: Option<String>,
    /// When.
    #[ts(type = "string | null")]
    pub said_on: Option<NaiveDate>,
    /// Free text; for `unknown` and `not_applicable`, why.
    pub notes: Option<String>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// Equipment of one kind at a site.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Device {
    /// Its id.
    pub id: DeviceId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The site.
    pub site_id: SiteId,
    /// What it is.
    pub kind: DeviceKind,
    /// Who made it.
    pub vendor: Option<String>,
    /// Model.
    pub model: Option<String>,
    /// How many.
    pub quantity: i64,
    /// Whether it stays in use with Teams.
    pub is_kept: bool,
    /// Where.
    pub location: Option<String>,
    /// Free text.
    pub notes: Option<String>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// Licenses of one kind that the customer has for a site.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct License {
    /// Its id.
    pub id: LicenseId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The site.
    pub site_id: SiteId,
    /// As the tenant calls it: `MCOEV`.
    pub sku: String,
    /// How many there are.
    pub quantity: i64,
    /// How many of them are given out.
    pub assigned: i64,
    /// What one costs a month, in cents of the dollar.
    pub monthly_cost_cents: Option<i64>,
    /// Whether it is bought for the migration: a cost of afterwards, not of today.
    pub is_new: bool,
    /// Free text.
    pub notes: Option<String>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}
