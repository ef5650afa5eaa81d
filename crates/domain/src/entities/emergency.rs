//! Places to which help can be sent, and the parts of a network that stand for them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::enums::NetworkKind;
use crate::ids::{CustomerId, EmergencyLocationId, NetworkSegmentId, SiteId};
use crate::timestamp::Timestamp;

/// A place to which help can be sent: a dispatchable address and the place within it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EmergencyLocation {
    /// Its id.
    pub id: EmergencyLocationId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The site.
    pub site_id: SiteId,
    /// Unique within the site without regard to case; in Teams the description of the address and the location.
    pub name: String,
    /// The company under which the address is known.
    pub company_name: Option<String>,
    /// Building.
    pub building: Option<String>,
    /// Floor.
    pub floor: Option<String>,
    /// Room or zone.
    pub room: Option<String>,
    /// House number, as help will look for it.
    pub house_number: Option<String>,
    /// What follows the house number, such as `B`.
    pub house_number_suffix: Option<String>,
    /// Name of the street without its suffix.
    pub street_name: Option<String>,
    /// `Plaza`, `Pkwy`.
    pub street_suffix: Option<String>,
    /// City.
    pub city: Option<String>,
    /// State or province.
    pub state: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// ISO 3166 alpha-2.
    pub country: String,
    /// The number by which the legacy system names the place to emergency services, E.164.
    pub elin: Option<String>,
    /// Free text.
    pub notes: Option<String>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// A part of a network by which Teams knows where a device is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NetworkSegment {
    /// Its id.
    pub id: NetworkSegmentId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The site.
    pub site_id: SiteId,
    /// The place; none = not known yet.
    pub emergency_location_id: Option<EmergencyLocationId>,
    /// What it is.
    pub kind: NetworkKind,
    /// `10.20.7.0/24`, a chassis id, a BSSID; in the one spelling in which they are compared.
    pub identifier: String,
    /// Port of a switch; empty for everything else.
    pub port: String,
    /// Free text.
    pub description: Option<String>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}
