//! What is checked before a row of each kind is kept, and where it is kept.

use portflow_domain::discovery::networks::canonical;
use portflow_domain::entities::{
    Circuit, Device, EmergencyLocation, ExtensionRange, LegacySystem, License, NetworkSegment, SpecialLine,
};
use portflow_domain::ids::{
    CircuitId, CustomerId, DeviceId, EmergencyLocationId, LegacySystemId, LicenseId, LosingAccountId,
    NetworkSegmentId, SiteId, SpecialLineId,
};
use portflow_domain::timestamp::Timestamp;
use portflow_store::Tx;
use portflow_store::queries::{
    circuits, devices, emergency_locations, legacy_systems, licenses, losing_accounts, network_segments,
    special_lines,
};

use super::rows::{Frame, SiteRow, Stored};
use super::values::{amount, btn, country, digits, number};
use crate::dto::discovery::{
    CircuitValues, DeviceValues, EmergencyLocationValues, LegacySystemValues, LicenseValues,
    NetworkSegmentValues, SpecialLineValues,
};
use crate::error::{ApiError, Result};
use crate::use_cases::{optional, required};

/// Networks that a refusal names.
const SHOWN_NETWORKS: usize = 5;

/// Says where a kind is kept; the struct between the braces is made of the checked values and the frame.
macro_rules! site_rows {
    ($($row:ident $word:literal by $id:ident from $values:ident:
        $queries:ident::{$find:ident, $insert:ident, $update:ident, $delete:ident},
        around $around:path, unless $held:path, |$entered:ident, $frame:ident| { $($field:tt)+ })+) => {$(
        impl Stored for $row {
            async fn insert(&self, tx: &mut Tx) -> portflow_store::Result<Self> { $queries::$insert(tx, self).await }
            async fn update(&self, tx: &mut Tx) -> portflow_store::Result<Self> { $queries::$update(tx, self).await }
        }

        impl SiteRow for $row {
            type Id = $id;
            type Values = $values;
            const WORD: &'static str = $word;

            fn of($entered: &$values, $frame: Frame<'_, $id>) -> Result<Self> {
                Ok(Self {
                    $($field)+,
                    id: $frame.id,
                    customer_id: $frame.site.customer_id,
                    site_id: $frame.site.id,
                    revision: $frame.revision,
                    created_at: $frame.created_at,
                    updated_at: $frame.updated_at,
                })
            }
            fn origin(&self) -> (SiteId, Timestamp) { (self.site_id, self.created_at) }
            async fn check_around(&self, tx: &mut Tx) -> Result<()> { $around(self, tx).await }
            async fn check_held(&self, tx: &mut Tx) -> Result<()> { $held(self, tx).await }
            async fn find(tx: &mut Tx, id: $id) -> portflow_store::Result<Option<Self>> { $queries::$find(tx, id).await }
            async fn delete(&self, tx: &mut Tx) -> portflow_store::Result<()> { $queries::$delete(tx, self).await }
        }
    )+};
}

site_rows! {
    EmergencyLocation "emergency location" by EmergencyLocationId from EmergencyLocationValues:
        emergency_locations::{find_emergency_location, insert_emergency_location, update_emergency_location, delete_emergency_location},
        around nothing, unless stands_for_networks, |entered, frame| {
            name: required("name", "The location's name", &entered.name)?,
            company_name: optional(entered.company_name.as_ref()),
            building: optional(entered.building.as_ref()),
            floor: optional(entered.floor.as_ref()),
            room: optional(entered.room.as_ref()),
            house_number: optional(entered.house_number.as_ref()),
            house_number_suffix: optional(entered.house_number_suffix.as_ref()),
            street_name: optional(entered.street_name.as_ref()),
            street_suffix: optional(entered.street_suffix.as_ref()),
            city: optional(entered.city.as_ref()),
            state: optional(entered.state.as_ref()),
            postal_code: optional(entered.postal_code.as_ref()),
            country: country("country", entered.country.as_ref(), frame.site)?,
            elin: number("elin", entered.elin.as_ref(), frame.site)?,
            notes: optional(entered.notes.as_ref())
        }
    NetworkSegment "network segment" by NetworkSegmentId from NetworkSegmentValues:
        network_segments::{find_network_segment, insert_network_segment, update_network_segment, delete_network_segment},
        around same_site, unless nothing, |entered, frame| {
            emergency_location_id: entered.emergency_location_id,
            kind: entered.kind,
            identifier: spelt(entered)?.identifier,
            port: spelt(entered)?.port,
            description: optional(entered.description.as_ref())
        }
    LegacySystem "legacy system" by LegacySystemId from LegacySystemValues:
        legacy_systems::{find_legacy_system, insert_legacy_system, update_legacy_system, delete_legacy_system},
        around nothing, unless nothing, |entered, frame| {
            vendor: required("vendor", "The vendor", &entered.vendor)?,
            model: optional(entered.model.as_ref()),
            version: optional(entered.version.as_ref()),
            outside_line_digit: digits("outsideLineDigit", entered.outside_line_digit.as_ref(), 1)?,
            extension_length: extension_length(entered.extension_length)?,
            internal_ranges: ranges(&entered.internal_ranges)?,
            maintained_by: optional(entered.maintained_by.as_ref()),
            notes: optional(entered.notes.as_ref())
        }
    Circuit "circuit" by CircuitId from CircuitValues:
        circuits::{find_circuit, insert_circuit, update_circuit, delete_circuit},
        around own_account, unless nothing, |entered, frame| {
            losing_account_id: entered.losing_account_id,
            carrier_name: required("carrierName", "The carrier", &entered.carrier_name)?,
            kind: entered.kind,
            circuit_id: optional(entered.circuit_id.as_ref()),
            channels: entered.channels.map(|it| amount("channels", "The number of channels", it, 1)).transpose()?,
            btn: btn(entered.btn.as_ref(), frame.site),
            contract_end: entered.contract_end,
            monthly_cost_cents: entered.monthly_cost_cents
                .map(|it| amount("monthlyCostCents", "The monthly cost", it, 0)).transpose()?,
            disconnect_on: entered.disconnect_on,
            notes: optional(entered.notes.as_ref())
        }
    SpecialLine "special line" by SpecialLineId from SpecialLineValues:
        special_lines::{find_special_line, insert_special_line, update_special_line, delete_special_line},
        around own_account, unless nothing, |entered, frame| {
            losing_account_id: entered.losing_account_id,
            kind: entered.kind,
            number: number("number", entered.number.as_ref(), frame.site)?,
            location: optional(entered.location.as_ref()),
            owner: optional(entered.owner.as_ref()),
            decision: entered.decision,
            decided_by: optional(entered.decided_by.as_ref()),
            notes: optional(entered.notes.as_ref())
        }
    Device "device" by DeviceId from DeviceValues:
        devices::{find_device, insert_device, update_device, delete_device},
        around nothing, unless nothing, |entered, frame| {
            kind: entered.kind,
            vendor: optional(entered.vendor.as_ref()),
            model: optional(entered.model.as_ref()),
            quantity: amount("quantity", "The quantity", entered.quantity, 0)?,
            is_kept: entered.is_kept,
            location: optional(entered.location.as_ref()),
            notes: optional(entered.notes.as_ref())
        }
    License "license" by LicenseId from LicenseValues:
        licenses::{find_license, insert_license, update_license, delete_license},
        around nothing, unless nothing, |entered, frame| {
            sku: required("sku", "The license's name", &entered.sku)?,
            quantity: amount("quantity", "The quantity", entered.quantity, 0)?,
            assigned: amount("assigned", "The number given out", entered.assigned, 0)?,
            monthly_cost_cents: entered.monthly_cost_cents
                .map(|it| amount("monthlyCostCents", "The monthly cost", it, 0)).transpose()?,
            is_new: entered.is_new,
            notes: optional(entered.notes.as_ref())
        }
}

/// For kinds that stand alone.
async fn nothing<T: SiteRow>(_: &T, _: &mut Tx) -> Result<()> {
    Ok(())
}

/// The account of a circuit or line has to be one of the same customer.
async fn own_account<T: Billed>(row: &T, tx: &mut Tx) -> Result<()> {
    let Some(id) = row.losing_account_id() else {
        return Ok(());
    };
    let found = losing_accounts::find_losing_account(tx, id).await?;
    let found = found.filter(|account| account.customer_id == row.customer_id());
    found.map(|_| ()).ok_or_else(|| {
        ApiError::invalid(
            "losingAccountId",
            "That losing account is not one of this customer.",
        )
    })
}

/// A row that an account is billed for.
trait Billed: SiteRow {
    fn losing_account_id(&self) -> Option<LosingAccountId>;
    fn customer_id(&self) -> CustomerId;
}

impl Billed for Circuit {
    fn losing_account_id(&self) -> Option<LosingAccountId> {
        self.losing_account_id
    }
    fn customer_id(&self) -> CustomerId {
        self.customer_id
    }
}

impl Billed for SpecialLine {
    fn losing_account_id(&self) -> Option<LosingAccountId> {
        self.losing_account_id
    }
    fn customer_id(&self) -> CustomerId {
        self.customer_id
    }
}

/// A place to which parts of the network are mapped cannot go before they are mapped elsewhere.
async fn stands_for_networks(location: &EmergencyLocation, tx: &mut Tx) -> Result<()> {
    let segments = network_segments::list_network_segments(tx, Some(location.site_id)).await?;
    let mapped = segments
        .iter()
        .filter(|it| it.emergency_location_id == Some(location.id));
    let names: Vec<&str> = mapped.map(|it| it.identifier.as_str()).collect();
    if names.is_empty() {
        return Ok(());
    }
    let shown = names
        .iter()
        .take(SHOWN_NETWORKS)
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    let more = match names.len().saturating_sub(SHOWN_NETWORKS) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let text = format!(
        "{} stands for {shown}{more} and cannot be removed.",
        location.name
    );
    Err(ApiError::refused(text).hint("Map these parts of the network to another emergency location first."))
}

/// The place of a segment has to be one of the same site.
async fn same_site(segment: &NetworkSegment, tx: &mut Tx) -> Result<()> {
    let Some(id) = segment.emergency_location_id else {
        return Ok(());
    };
    let found = emergency_locations::find_emergency_location(tx, id).await?;
    let found = found.filter(|place| place.site_id == segment.site_id);
    found.map(|_| ()).ok_or_else(|| {
        ApiError::invalid(
            "emergencyLocationId",
            "That emergency location is not one of this site.",
        )
    })
}

fn spelt(entered: &NetworkSegmentValues) -> Result<portflow_domain::discovery::networks::Canonical> {
    canonical(entered.kind, &entered.identifier, &entered.port)
        .map_err(|refused| ApiError::invalid("identifier", refused.to_string()))
}

fn extension_length(length: Option<i64>) -> Result<Option<i64>> {
    match length {
        Some(length) if !(2..=7).contains(&length) => Err(ApiError::invalid(
            "extensionLength",
            format!("Extensions have 2 to 7 digits, not {length}."),
        )),
        length => Ok(length),
    }
}

fn ranges(ranges: &[ExtensionRange]) -> Result<Vec<ExtensionRange>> {
    for range in ranges {
        let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let fits = plain(&range.first)
            && plain(&range.last)
            && range.first.len() == range.last.len()
            && range.first <= range.last;
        if !fits {
            let text = format!("{} to {} is not a range of extensions.", range.first, range.last);
            return Err(ApiError::invalid("internalRanges", text).hint(
                "Give two extensions of the same length, the smaller one first, such as 2000 to 2999.",
            ));
        }
    }
    Ok(ranges.to_vec())
}
