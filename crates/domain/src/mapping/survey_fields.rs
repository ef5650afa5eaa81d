//! The fields of rows that are learnt at a site. Each list begins with what tells its rows apart, and each row can
//! name its site.

use super::ImportField::{self, *};

pub(super) const EMERGENCY_LOCATIONS: &[ImportField] = &[
    EmergencyLocation,
    Site,
    Description,
    CompanyName,
    Building,
    Floor,
    Room,
    HouseNumber,
    HouseNumberSuffix,
    Street,
    StreetSuffix,
    City,
    State,
    PostalCode,
    Country,
    Elin,
    Place,
    Notes,
];
pub(super) const NETWORK_SEGMENTS: &[ImportField] = &[
    Subnet,
    SubnetMask,
    ChassisId,
    SwitchPort,
    Bssid,
    EmergencyLocation,
    Site,
    HouseNumber,
    HouseNumberSuffix,
    Street,
    StreetSuffix,
    City,
    State,
    PostalCode,
    Country,
    Description,
];
pub(super) const CIRCUITS: &[ImportField] = &[
    CircuitKind,
    CircuitId,
    Carrier,
    Site,
    Channels,
    Btn,
    ContractEnd,
    MonthlyCost,
    DisconnectOn,
    Description,
    Notes,
];
pub(super) const SPECIAL_LINES: &[ImportField] = &[
    SpecialLineKind,
    E164,
    Place,
    Site,
    Owner,
    SpecialLineDecision,
    DecidedBy,
    Description,
    Notes,
];
pub(super) const DEVICES: &[ImportField] = &[DeviceKind, Vendor, Model, Quantity, IsKept, Place, Site, Notes];
pub(super) const LICENSES: &[ImportField] =
    &[LicenseSku, Quantity, AssignedQuantity, MonthlyCost, Site, Notes];
pub(super) const CONTACTS: &[ImportField] = &[ContactName, ContactKind, JobTitle, Email, ContactPhone, Site];
