//! The tables of the workbook: which sheet each stands on, and what its columns hold.

use super::form::{Form, labels};
use crate::enums::{
    CircuitKind, ContactKind, DeviceKind, DiscoverySection, DiscoveryState, NetworkKind, SpecialLineDecision,
    SpecialLineKind,
};

/// A table of the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// Facts and questions of a section, one a line; lines are neither added nor removed.
    Lines(DiscoverySection),
    /// Days that differ from the week, each known by the day it had.
    Holidays,
    /// People to ask.
    Contacts,
    /// Places to which help can be sent.
    EmergencyLocations,
    /// Parts of the network.
    NetworkSegments,
    /// Systems that are replaced.
    LegacySystems,
    /// Trunks and circuits.
    Circuits,
    /// Lines of machines.
    SpecialLines,
    /// Equipment.
    Devices,
    /// Licenses.
    Licenses,
}

/// Every table of rows that a customer can add to.
pub(super) const OF_ROWS: [Table; 9] = [
    Table::Holidays,
    Table::Contacts,
    Table::EmergencyLocations,
    Table::NetworkSegments,
    Table::LegacySystems,
    Table::Circuits,
    Table::SpecialLines,
    Table::Devices,
    Table::Licenses,
];

impl Table {
    /// The spelling in the workbook.
    pub fn code(self) -> String {
        match self {
            Self::Lines(section) => format!("lines/{section}"),
            Self::Holidays => "holidays".to_owned(),
            Self::Contacts => "contacts".to_owned(),
            Self::EmergencyLocations => "emergency_locations".to_owned(),
            Self::NetworkSegments => "network_segments".to_owned(),
            Self::LegacySystems => "legacy_systems".to_owned(),
            Self::Circuits => "circuits".to_owned(),
            Self::SpecialLines => "special_lines".to_owned(),
            Self::Devices => "devices".to_owned(),
            Self::Licenses => "licenses".to_owned(),
        }
    }

    /// The table of this spelling.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.strip_prefix("lines/") {
            Some(section) => section.parse().ok().map(Self::Lines),
            None => OF_ROWS.into_iter().find(|table| table.code() == code),
        }
    }

    /// The section it belongs to.
    pub fn section(self) -> DiscoverySection {
        match self {
            Self::Lines(section) => section,
            Self::Holidays => DiscoverySection::SiteFacts,
            Self::Contacts => DiscoverySection::Contacts,
            Self::EmergencyLocations => DiscoverySection::Emergency,
            Self::NetworkSegments => DiscoverySection::Network,
            Self::LegacySystems => DiscoverySection::LegacySystem,
            Self::Circuits => DiscoverySection::Circuits,
            Self::SpecialLines => DiscoverySection::SpecialLines,
            Self::Devices => DiscoverySection::Devices,
            Self::Licenses => DiscoverySection::Licenses,
        }
    }

    /// Its columns in their order.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Lines(_) => LINES,
            Self::Holidays => HOLIDAYS,
            Self::Contacts => CONTACTS,
            Self::EmergencyLocations => EMERGENCY_LOCATIONS,
            Self::NetworkSegments => NETWORK_SEGMENTS,
            Self::LegacySystems => LEGACY_SYSTEMS,
            Self::Circuits => CIRCUITS,
            Self::SpecialLines => SPECIAL_LINES,
            Self::Devices => DEVICES,
            Self::Licenses => LICENSES,
        }
    }

    /// The column of a field.
    pub fn column(self, field: &str) -> Option<&'static Column> {
        self.columns().iter().find(|column| column.field == field)
    }

    /// Whether a customer may add lines and take them away.
    pub fn has_rows(self) -> bool {
        !matches!(self, Self::Lines(_))
    }
}

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// The field, as the wire spells it.
    pub field: &'static str,
    /// The heading.
    pub heading: &'static str,
    /// What its cells hold.
    pub form: Form,
    /// Whether a row without it cannot be kept.
    pub required: bool,
    /// In characters of the default font.
    pub width: u16,
}

const fn column(field: &'static str, heading: &'static str, form: Form, width: u16) -> Column {
    Column {
        field,
        heading,
        form,
        required: false,
        width,
    }
}

const fn required(field: &'static str, heading: &'static str, form: Form, width: u16) -> Column {
    Column {
        required: true,
        ..column(field, heading, form, width)
    }
}

const NOTES: Column = column("notes", "Notes", Form::Text, 36);

const LINES: &[Column] = &[
    column("answer", "Answer", Form::Answer, 42),
    column(
        "state",
        "How much is known",
        Form::Choice(labels::<DiscoveryState>),
        18,
    ),
    column("saidBy", "Said by", Form::Text, 20),
    NOTES,
];
const HOLIDAYS: &[Column] = &[
    required("name", "Holiday", Form::Text, 28),
    required("date", "Day", Form::Date, 14),
    column("open", "Opens (short day)", Form::Time, 18),
    column("close", "Closes (short day)", Form::Time, 18),
];
const CONTACTS: &[Column] = &[
    required("name", "Name", Form::Text, 26),
    required("kind", "Role", Form::Choice(labels::<ContactKind>), 20),
    column("title", "Title", Form::Text, 22),
    column("email", "E-mail", Form::Text, 30),
    column("phone", "Phone", Form::Text, 20),
    column("wholeCompany", "For the whole company", Form::YesNo, 22),
];
const EMERGENCY_LOCATIONS: &[Column] = &[
    required("name", "Name", Form::Text, 24),
    column("companyName", "Company", Form::Text, 22),
    column("building", "Building", Form::Text, 16),
    column("floor", "Floor", Form::Text, 12),
    column("room", "Room", Form::Text, 14),
    column("houseNumber", "House number", Form::Text, 14),
    column("houseNumberSuffix", "Suffix", Form::Text, 8),
    column("streetName", "Street", Form::Text, 26),
    column("streetSuffix", "Street suffix", Form::Text, 14),
    column("city", "City", Form::Text, 18),
    column("state", "State", Form::Text, 10),
    column("postalCode", "Postal code", Form::Text, 14),
    column("country", "Country", Form::Text, 10),
    column("elin", "ELIN", Form::Phone, 18),
    NOTES,
];
const NETWORK_SEGMENTS: &[Column] = &[
    required("kind", "Kind", Form::Choice(labels::<NetworkKind>), 20),
    required("identifier", "Subnet, chassis id or BSSID", Form::Text, 30),
    column("port", "Port of the switch", Form::Text, 18),
    column("emergencyLocationId", "Emergency location", Form::Place, 26),
    column("description", "Description", Form::Text, 30),
];
const LEGACY_SYSTEMS: &[Column] = &[
    required("vendor", "Vendor", Form::Text, 20),
    column("model", "Model", Form::Text, 20),
    column("version", "Version", Form::Text, 14),
    column("outsideLineDigit", "Outside-line digit", Form::Text, 18),
    column("extensionLength", "Digits of an extension", Form::Count, 20),
    column("internalRanges", "Extensions in use", Form::Ranges, 28),
    column("maintainedBy", "Maintained by", Form::Text, 22),
    NOTES,
];
const CIRCUITS: &[Column] = &[
    required("carrierName", "Carrier", Form::Text, 22),
    required("kind", "Kind", Form::Choice(labels::<CircuitKind>), 12),
    column("circuitId", "Circuit id", Form::Text, 22),
    column("channels", "Channels", Form::Count, 12),
    column("btn", "BTN", Form::Text, 18),
    column("contractEnd", "Contract ends", Form::Date, 16),
    column("monthlyCostCents", "Monthly cost", Form::Money, 16),
    column("disconnectOn", "Disconnect on", Form::Date, 16),
    NOTES,
];
const SPECIAL_LINES: &[Column] = &[
    required("kind", "Kind", Form::Choice(labels::<SpecialLineKind>), 18),
    column("number", "Number", Form::Phone, 18),
    column("location", "Location", Form::Text, 24),
    column("owner", "Owner", Form::Text, 22),
    column(
        "decision",
        "Decision",
        Form::Choice(labels::<SpecialLineDecision>),
        18,
    ),
    column("decidedBy", "Decided by", Form::Text, 20),
    NOTES,
];
const DEVICES: &[Column] = &[
    required("kind", "Kind", Form::Choice(labels::<DeviceKind>), 20),
    column("vendor", "Vendor", Form::Text, 18),
    column("model", "Model", Form::Text, 20),
    required("quantity", "Quantity", Form::Count, 12),
    column("isKept", "Stays in use", Form::YesNo, 14),
    column("location", "Location", Form::Text, 24),
    NOTES,
];
const LICENSES: &[Column] = &[
    required("sku", "License", Form::Text, 30),
    required("quantity", "Quantity", Form::Count, 12),
    required("assigned", "Given out", Form::Count, 12),
    column("monthlyCostCents", "Monthly cost of one", Form::Money, 20),
    column("isNew", "Bought for the migration", Form::YesNo, 24),
    NOTES,
];
