//! What a file says about what is found at a site: places, networks, circuits, lines of machines, equipment, licenses,
//! people. None = the file says nothing. Fields are called as in the entities, so that either can be made of the other.

use chrono::NaiveDate;

use super::people::folded;
use crate::entities::PostalAddress;
use crate::enums::{
    CircuitKind, ContactKind, DeviceKind, ImportTarget, NetworkKind, SpecialLineDecision, SpecialLineKind,
};

/// A row with the site where it was found.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct SiteRowValues {
    /// The site as the file names it; its own name once it is known.
    pub site: Option<String>,
    /// What else the row says about its site.
    #[serde(skip)]
    #[ts(skip)]
    pub hints: SiteHints,
    /// What was found.
    #[serde(flatten)]
    pub row: SiteRow,
}

/// What tells the site of a row that does not name it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SiteHints {
    /// Texts that may be a site's name, letter by letter.
    pub names: Vec<String>,
    /// The address that the row gives.
    pub address: PostalAddress,
    /// The site that somebody chose for rows without one.
    pub chosen: Option<String>,
}

/// One kind of row.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
#[serde(untagged)]
pub enum SiteRow {
    /// A place to which help can be sent.
    EmergencyLocation(Box<LocationRow>),
    /// A part of the network.
    NetworkSegment(Box<SegmentRow>),
    /// A trunk or circuit.
    Circuit(Box<CircuitRow>),
    /// A line of a machine.
    SpecialLine(Box<SpecialLineRow>),
    /// Equipment.
    Device(Box<DeviceRow>),
    /// Licenses of one kind.
    License(Box<LicenseRow>),
    /// Somebody to ask.
    Contact(Box<ContactRow>),
}

macro_rules! values {
    ($($(#[$meta:meta])* $name:ident { $($(#[$fmeta:meta])* $field:ident: $type:ty),+ $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(rename_all = "camelCase")]
        #[allow(missing_docs, reason = "the fields of the entity of the same name")]
        pub struct $name { $($(#[$fmeta])* pub $field: $type),+ }
    )+};
}

values! {
    /// A place to which help can be sent.
    LocationRow {
        name: String, company_name: Option<String>, building: Option<String>, floor: Option<String>,
        room: Option<String>, house_number: Option<String>, house_number_suffix: Option<String>,
        street_name: Option<String>, street_suffix: Option<String>, city: Option<String>, state: Option<String>,
        postal_code: Option<String>, country: Option<String>, elin: Option<String>, notes: Option<String>,
    }
    /// A part of the network.
    SegmentRow {
        kind: NetworkKind, identifier: String, port: String,
        /// Name of the emergency location for which it stands.
        #[serde(default)]
        emergency_location: Option<String>,
        description: Option<String>,
    }
    /// A trunk or circuit.
    CircuitRow {
        carrier_name: String, kind: CircuitKind, circuit_id: Option<String>, channels: Option<i64>,
        btn: Option<String>, #[ts(type = "string | null")] contract_end: Option<NaiveDate>,
        monthly_cost_cents: Option<i64>, #[ts(type = "string | null")] disconnect_on: Option<NaiveDate>,
        notes: Option<String>,
    }
    /// A line of a machine.
    SpecialLineRow {
        kind: SpecialLineKind, number: Option<String>, location: Option<String>, owner: Option<String>,
        decision: Option<SpecialLineDecision>, decided_by: Option<String>, notes: Option<String>,
    }
    /// Equipment.
    DeviceRow {
        kind: DeviceKind, vendor: Option<String>, model: Option<String>, quantity: i64, is_kept: Option<bool>,
        location: Option<String>, notes: Option<String>,
    }
    /// Licenses of one kind.
    LicenseRow {
        sku: String, quantity: i64, assigned: Option<i64>, monthly_cost_cents: Option<i64>, notes: Option<String>,
    }
    /// Somebody to ask.
    ContactRow {
        name: String, kind: Option<ContactKind>, title: Option<String>, email: Option<String>,
        phone: Option<String>,
    }
}

impl SiteRowValues {
    /// What tells the row from others of its kind: its site and its own key.
    pub fn key(&self) -> String {
        format!("{}/{}", self.site.as_deref().unwrap_or_default(), self.row.key())
    }
}

impl SiteRow {
    /// What it describes.
    pub fn entity(&self) -> ImportTarget {
        match self {
            Self::EmergencyLocation(_) => ImportTarget::EmergencyLocations,
            Self::NetworkSegment(_) => ImportTarget::NetworkSegments,
            Self::Circuit(_) => ImportTarget::Circuits,
            Self::SpecialLine(_) => ImportTarget::SpecialLines,
            Self::Device(_) => ImportTarget::Devices,
            Self::License(_) => ImportTarget::Licenses,
            Self::Contact(_) => ImportTarget::Contacts,
        }
    }

    /// What tells it from others of its kind at one site, in lower case: what the site or the carrier knows it by, else
    /// what it is and where.
    pub fn key(&self) -> String {
        use crate::coded::Coded;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let key = match self {
            Self::EmergencyLocation(row) => row.name.clone(),
            Self::NetworkSegment(row) => format!("{} {} {}", row.kind.code(), row.identifier, row.port),
            Self::Circuit(row) => match (&row.circuit_id, &row.btn) {
                (Some(id), _) => id.clone(),
                (None, Some(btn)) => format!("{} {btn}", row.kind.code()),
                (None, None) => format!("{} {}", row.kind.code(), row.carrier_name),
            },
            Self::SpecialLine(row) => match &row.number {
                Some(number) => number.clone(),
                None => format!("{} {}", row.kind.code(), text(&row.location)),
            },
            Self::Device(row) => {
                let (vendor, model, place) = (text(&row.vendor), text(&row.model), text(&row.location));
                format!("{} {vendor} {model} {place}", row.kind.code())
            }
            Self::License(row) => row.sku.clone(),
            Self::Contact(row) => row.name.clone(),
        };
        folded(&key)
    }
}
