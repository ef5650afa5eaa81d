//! What an import brings of what is found at sites. Every kind goes the same way: it is made of the values a person
//! would have entered, with the same checks.

use portflow_domain::changes::FieldChange;
use portflow_domain::entities::{
    Circuit, Contact, Device, EmergencyLocation, License, NetworkSegment, Site, SpecialLine,
};
use portflow_domain::enums::{ContactKind, ImportTarget};
use portflow_domain::ids::{
    CircuitId, ContactId, CustomerId, DeviceId, EmergencyLocationId, EntityId, LicenseId, NetworkSegmentId,
    SiteId, SpecialLineId,
};
use portflow_domain::import::{ContactRow, SiteHints, SiteRow as FileRow, SiteRowValues};
use portflow_domain::timestamp::Timestamp;
use portflow_store::Tx;
use portflow_store::queries::{
    circuits, contacts, devices, emergency_locations, licenses, network_segments, site_rows, special_lines,
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::HashMap;
use uuid::Uuid;

use super::values::{changed, value};
use crate::context::Context;
use crate::dto::discovery::{
    CircuitValues, DeviceValues, EmergencyLocationValues, LicenseValues, NetworkSegmentValues,
    SpecialLineValues,
};
use crate::error::{ApiError, Result};
use crate::use_cases::discovery::{Frame, SiteRow};

/// A stored row, or one to be stored.
#[derive(Debug, Clone)]
pub(super) enum Found {
    EmergencyLocations(EmergencyLocation),
    NetworkSegments(NetworkSegment),
    Circuits(Circuit),
    SpecialLines(SpecialLine),
    Devices(Device),
    Licenses(License),
    Contacts(Contact),
}

/// Says where each kind is kept.
macro_rules! kinds {
    ($($kind:ident $row:ident by $id:ident: $list:path, $insert:path, $update:path, $delete:path;)+) => {
        impl Found {
            /// What it is.
            pub(super) fn target(&self) -> ImportTarget {
                match self { $(Self::$kind(_) => ImportTarget::$kind),+ }
            }

            pub(super) fn id(&self) -> Uuid {
                match self { $(Self::$kind(it) => it.id.uuid()),+ }
            }

            pub(super) fn revision(&self) -> i64 {
                match self { $(Self::$kind(it) => it.revision),+ }
            }

            /// The row as an entity.
            pub(super) fn value(&self) -> Result<Value> {
                match self { $(Self::$kind(it) => value(it)),+ }
            }

            /// Everything of these kinds at the sites of a customer.
            pub(super) async fn list(tx: &mut Tx, customer: CustomerId, kinds: &[ImportTarget]) -> Result<Vec<Self>> {
                let mut found = Vec::new();
                $(if kinds.contains(&ImportTarget::$kind) {
                    found.extend($list(tx, customer).await?.into_iter().map(Self::$kind));
                })+
                Ok(found)
            }

            /// Adds it.
            pub(super) async fn insert(&self, tx: &mut Tx) -> Result<()> {
                match self { $(Self::$kind(it) => { $insert(tx, it).await?; }),+ }
                Ok(())
            }

            /// Writes its fields over the revision that it has.
            pub(super) async fn update(mut self, tx: &mut Tx, now: Timestamp) -> Result<()> {
                match &mut self { $(Self::$kind(it) => { it.updated_at = now; $update(tx, it).await?; }),+ }
                Ok(())
            }

            /// The same with the changes that a plan names; `translate` as in [`changed`].
            pub(super) fn with(
                &self,
                changes: &[FieldChange],
                translate: impl Fn(&FieldChange) -> Option<(&'static str, Value)>,
            ) -> Result<Self> {
                Ok(match self { $(Self::$kind(it) => Self::$kind(changed(it, changes, translate)?)),+ })
            }

            /// A row as it was before an import, over the revision that it has now; none for rows of other kinds.
            pub(super) fn restored(target: ImportTarget, before: &Value, revision: i64) -> Result<Option<Self>> {
                $(if target == ImportTarget::$kind {
                    let mut it: $row = super::row_before::restored(before)?;
                    it.revision = revision;
                    return Ok(Some(Self::$kind(it)));
                })+
                Ok(None)
            }

            /// Removes rows of a kind; rows of other kinds stay.
            pub(super) async fn delete(tx: &mut Tx, target: ImportTarget, ids: &[Uuid]) -> Result<()> {
                $(if target == ImportTarget::$kind {
                    let ids: Vec<$id> = ids.iter().map(|id| $id::from_uuid(*id)).collect();
                    $delete(tx, &ids).await?;
                })+
                Ok(())
            }
        }

        /// Every kind, those first on which others rest.
        pub(super) const KINDS: &[ImportTarget] = &[$(ImportTarget::$kind),+];
    };
}

kinds! {
    EmergencyLocations EmergencyLocation by EmergencyLocationId: site_rows::emergency_locations_of,
        emergency_locations::insert_emergency_location, emergency_locations::update_emergency_location,
        site_rows::delete_emergency_locations;
    NetworkSegments NetworkSegment by NetworkSegmentId: site_rows::network_segments_of,
        network_segments::insert_network_segment, network_segments::update_network_segment,
        site_rows::delete_network_segments;
    Circuits Circuit by CircuitId: site_rows::circuits_of,
        circuits::insert_circuit, circuits::update_circuit, site_rows::delete_circuits;
    SpecialLines SpecialLine by SpecialLineId: site_rows::special_lines_of,
        special_lines::insert_special_line, special_lines::update_special_line, site_rows::delete_special_lines;
    Devices Device by DeviceId: site_rows::devices_of,
        devices::insert_device, devices::update_device, site_rows::delete_devices;
    Licenses License by LicenseId: site_rows::licenses_of,
        licenses::insert_license, licenses::update_license, site_rows::delete_licenses;
    Contacts Contact by ContactId: site_rows::contacts_of,
        contacts::insert_contact, contacts::update_contact, site_rows::delete_contacts;
}

impl Found {
    /// A row that was not known, with the checks that a person's entry gets. `location` is that of a network segment.
    pub(super) fn new(
        cx: &Context,
        site: &Site,
        values: &FileRow,
        location: Option<EmergencyLocationId>,
    ) -> Result<Self> {
        let told = super::values::said(values)?;
        Ok(match values {
            FileRow::EmergencyLocation(_) => {
                Self::EmergencyLocations(entered::<_, EmergencyLocationValues>(cx, site, told)?)
            }
            FileRow::NetworkSegment(_) => {
                let mut told = told;
                if let Some(fields) = told.as_object_mut() {
                    fields.remove("emergencyLocation");
                    fields.insert("emergencyLocationId".to_owned(), value(&location)?);
                }
                Self::NetworkSegments(entered::<_, NetworkSegmentValues>(cx, site, told)?)
            }
            FileRow::Circuit(_) => Self::Circuits(entered::<_, CircuitValues>(cx, site, told)?),
            FileRow::SpecialLine(_) => Self::SpecialLines(entered::<_, SpecialLineValues>(cx, site, told)?),
            FileRow::Device(_) => Self::Devices(entered::<_, DeviceValues>(cx, site, told)?),
            FileRow::License(_) => Self::Licenses(entered::<_, LicenseValues>(cx, site, told)?),
            FileRow::Contact(contact) => Self::Contacts(new_contact(cx, site, contact)),
        })
    }

    /// The site, and what people call the row.
    pub(super) fn at(&self) -> (Option<SiteId>, String) {
        match self {
            Self::EmergencyLocations(it) => (Some(it.site_id), it.name.clone()),
            Self::NetworkSegments(it) => (
                Some(it.site_id),
                format!("{} {}", it.identifier, it.port).trim().to_owned(),
            ),
            Self::Circuits(it) => (
                Some(it.site_id),
                it.circuit_id.clone().unwrap_or_else(|| it.carrier_name.clone()),
            ),
            Self::SpecialLines(it) => {
                let name = it.number.as_ref().or(it.location.as_ref());
                (Some(it.site_id), name.cloned().unwrap_or_default())
            }
            Self::Devices(it) => (Some(it.site_id), it.model.clone().unwrap_or_default()),
            Self::Licenses(it) => (Some(it.site_id), it.sku.clone()),
            Self::Contacts(it) => (it.site_id, it.name.clone()),
        }
    }

    /// What the row says, as a file would; none for rows that no file speaks of: a license that is still to be bought,
    /// a contact of the whole company.
    pub(super) fn as_read(
        &self,
        sites: &HashMap<Uuid, String>,
        locations: &HashMap<Uuid, String>,
    ) -> Result<Option<SiteRowValues>> {
        let (Some(site), _) = self.at() else {
            return Ok(None);
        };
        let Some(site) = sites.get(&site.uuid()) else {
            return Ok(None);
        };
        let row = match self {
            Self::EmergencyLocations(it) => FileRow::EmergencyLocation(read_as(it)?),
            Self::NetworkSegments(it) => {
                let mut segment: Box<portflow_domain::import::SegmentRow> = read_as(it)?;
                let place = it.emergency_location_id.map(EntityId::uuid);
                segment.emergency_location = place.and_then(|id| locations.get(&id).cloned());
                FileRow::NetworkSegment(segment)
            }
            Self::Circuits(it) => FileRow::Circuit(read_as(it)?),
            Self::SpecialLines(it) => FileRow::SpecialLine(read_as(it)?),
            Self::Devices(it) => FileRow::Device(read_as(it)?),
            Self::Licenses(it) if it.is_new => return Ok(None),
            Self::Licenses(it) => FileRow::License(read_as(it)?),
            Self::Contacts(it) => FileRow::Contact(read_as(it)?),
        };
        Ok(Some(SiteRowValues {
            site: Some(site.clone()),
            hints: SiteHints::default(),
            row,
        }))
    }
}

/// An entity as what a file says: the fields have the same names.
fn read_as<T: DeserializeOwned>(entity: &impl serde::Serialize) -> Result<T> {
    serde_json::from_value(value(entity)?).map_err(|error| ApiError::internal(&error))
}

/// What a person could have entered, checked as if one had.
fn entered<T, V>(cx: &Context, site: &Site, told: Value) -> Result<T>
where
    T: SiteRow<Values = V>,
    V: DeserializeOwned,
{
    let values: V = serde_json::from_value(told).map_err(|error| ApiError::internal(&error))?;
    let frame = Frame {
        id: cx.id(),
        site,
        revision: 1,
        created_at: cx.now(),
        updated_at: cx.now(),
    };
    T::of(&values, frame)
}

fn new_contact(cx: &Context, site: &Site, values: &ContactRow) -> Contact {
    let now = cx.now();
    Contact {
        id: cx.id(),
        customer_id: site.customer_id,
        site_id: Some(site.id),
        kind: values.kind.unwrap_or(ContactKind::Site),
        name: values.name.clone(),
        title: values.title.clone(),
        email: values.email.clone(),
        phone: values.phone.clone(),
        revision: 1,
        created_at: now,
        updated_at: now,
    }
}
