//! Lists of what is found at a site: which columns they have, and when a sheet is one.
//!
//! A number list taken for such a list would lose its numbers, so a sheet is one only where columns say so that nothing
//! else has, and no column speaks of people or of ports.

use super::ColumnMap;
use super::ImportField::{self, *};
use super::assign::assign;
use super::candidate::Facts;
use super::suggest::options;
use super::synonyms;
use super::values::suggest_code;
use super::words::words;
use crate::discovery::networks::canonical;
use crate::enums::{ImportTarget, NetworkKind};

/// The kinds of list in the order in which they are tried, each with the words of a tab that say so.
const KINDS: [(ImportTarget, &[&str]); 7] = [
    (
        ImportTarget::NetworkSegments,
        &["subnet", "network", "switch", "bssid", "wifi", "wap"],
    ),
    (
        ImportTarget::EmergencyLocations,
        &["emergency", "e911", "911", "erl", "lis"],
    ),
    (ImportTarget::Circuits, &["circuit", "trunk", "pri", "carrier"]),
    (
        ImportTarget::SpecialLines,
        &[
            "special", "analog", "analogue", "pots", "fax", "alarm", "elevator", "faxe",
        ],
    ),
    (
        ImportTarget::Licenses,
        &["license", "licence", "licensing", "subscription"],
    ),
    (ImportTarget::Contacts, &["contact", "ansprechpartner"]),
    (
        ImportTarget::Devices,
        &["device", "equipment", "hardware", "handset", "phone", "endpoint"],
    ),
];

/// The sheet as a list of what is found at a site; none when it is not plainly one.
pub(super) fn guess(facts: &[Facts], sheet_name: &str) -> Option<(ImportTarget, Vec<ColumnMap>)> {
    let named = words(sheet_name);
    KINDS.iter().find_map(|(target, names)| {
        let options: Vec<_> = facts.iter().map(|facts| options(facts, *target, None)).collect();
        let columns = assign(facts, &options);
        let sheet = Sheet {
            facts,
            columns: &columns,
            named: names.iter().any(|name| named.iter().any(|word| word == name)),
        };
        sheet.is(*target).then_some((*target, columns))
    })
}

/// A sheet read as one kind of list.
struct Sheet<'a> {
    facts: &'a [Facts],
    columns: &'a [ColumnMap],
    /// Whether the tab says that it is such a list.
    named: bool,
}

impl Sheet<'_> {
    fn is(&self, target: ImportTarget) -> bool {
        match target {
            ImportTarget::NetworkSegments => !self.speaks_of(&OTHERS) && self.lists_segments(),
            ImportTarget::EmergencyLocations => !self.speaks_of(&PEOPLE) && self.lists_locations(),
            ImportTarget::Circuits => !self.speaks_of(&OTHERS) && self.lists_circuits(),
            ImportTarget::SpecialLines => !self.speaks_of(&OTHERS) && self.lists_special_lines(),
            ImportTarget::Licenses => !self.speaks_of(&OTHERS) && self.lists_licenses(),
            ImportTarget::Contacts => self.lists_contacts(),
            ImportTarget::Devices => !self.speaks_of(&OTHERS) && self.lists_devices(),
            ImportTarget::PhoneNumbers
            | ImportTarget::EndUsers
            | ImportTarget::ResourceAccounts
            | ImportTarget::CallQueues
            | ImportTarget::CallQueueAgents
            | ImportTarget::CallQueueGroups
            | ImportTarget::AutoAttendants
            | ImportTarget::Sites
            | ImportTarget::LosingAccountNumbers
            | ImportTarget::PortOrderEvents => false,
        }
    }

    fn lists_segments(&self) -> bool {
        let is = |field, kind| self.samples(field, |text| canonical(kind, text, "").is_ok());
        let address = |text: &str| {
            text.split('/')
                .next()
                .is_some_and(|it| it.trim().parse::<std::net::IpAddr>().is_ok())
        };
        let subnets =
            self.samples(Subnet, address) && (self.has(SubnetMask) || is(Subnet, NetworkKind::Subnet));
        let hardware = is(ChassisId, NetworkKind::Switch) || is(Bssid, NetworkKind::AccessPoint);
        let placed = self.count(&[EmergencyLocation, Site, Description, Street]) > 0;
        (subnets || hardware) && (placed || self.named)
    }

    /// The list names its places first, or gives the number by which each is called back; a list of sites has columns of
    /// its own.
    fn lists_locations(&self) -> bool {
        let site_list = self.speaks_of(&[MainNumber, TimeZone, BusinessHours, LegacyPbx, Upn]);
        let parts = self.count(&[Elin, Building, Floor, Room, CompanyName, HouseNumber, Street]);
        let place = |field| self.columns.iter().position(|column| column.field == Some(field));
        let leads = match (place(EmergencyLocation), place(Site)) {
            (Some(own), Some(site)) => own < site && self.is_sure(EmergencyLocation),
            (Some(_), None) => self.is_sure(EmergencyLocation),
            (None, _) => false,
        };
        let addressed = self.count(&[Street, City, State, PostalCode]) > 1 || self.has(Elin);
        self.has(EmergencyLocation)
            && !site_list
            && parts > 0
            && addressed
            && (leads || self.has(Elin) || self.named)
    }

    fn lists_circuits(&self) -> bool {
        let own = self.count(&[CircuitId, Channels, ContractEnd, MonthlyCost, DisconnectOn]);
        let kinds = self.codes(CircuitKind) && (self.is_sure(CircuitKind) || self.named || own > 1);
        kinds && own > 0 && own + self.count(&[Carrier, Btn]) > 1
    }

    fn lists_special_lines(&self) -> bool {
        let kinds = self.codes(SpecialLineKind);
        let decided = self.has(Owner) && self.has(SpecialLineDecision);
        kinds && (self.named || decided) && self.count(&[E164, Place, Owner, SpecialLineDecision]) > 0
    }

    fn lists_licenses(&self) -> bool {
        let counted = self.has(Quantity) && self.has(AssignedQuantity);
        self.has(LicenseSku) && self.has(Quantity) && (self.named || (counted && self.is_sure(LicenseSku)))
    }

    fn lists_contacts(&self) -> bool {
        let other = self.speaks_of(&[UserKey, FirstName, LastName, Extension, LicenseSku, Street, City]);
        self.named && !other && self.has(ContactName) && self.count(&[ContactKind, ContactPhone, Email]) > 0
    }

    fn lists_devices(&self) -> bool {
        let sure = self.is_sure(Quantity) && self.is_sure(Model) && self.count(&[Vendor, DeviceKind]) > 0;
        self.has(Quantity) && self.count(&[Model, DeviceKind]) > 0 && (self.named || sure)
    }

    fn has(&self, field: ImportField) -> bool {
        self.count(&[field]) > 0
    }

    fn count(&self, fields: &[ImportField]) -> usize {
        let has = |field: &&ImportField| self.columns.iter().any(|column| column.field == Some(**field));
        fields.iter().filter(has).count()
    }

    /// Whether the header of the column with `field` means it in every such list.
    fn is_sure(&self, field: ImportField) -> bool {
        let mut columns = self.columns.iter();
        columns.any(|column| column.field == Some(field) && column.confidence >= 85)
    }

    /// Whether a header of another kind of list stands over cells that bear it out.
    fn speaks_of(&self, fields: &[ImportField]) -> bool {
        let speaks = |(facts, column): (&Facts, &ColumnMap)| {
            let led = facts.fields().first().is_some_and(|field| fields.contains(field));
            let known = facts
                .known
                .is_some_and(|known| known.strength >= synonyms::TELLING);
            let own = column
                .field
                .is_some_and(|field| !fields.contains(&field) && column.confidence >= 85);
            led && known && !own && facts.content.filled > 0
        };
        self.facts.iter().zip(self.columns).any(speaks)
    }

    /// Whether most of the first texts below the column with `field` stand for its codes.
    fn codes(&self, field: ImportField) -> bool {
        self.samples(field, |text| suggest_code(field, text).is_some())
    }

    fn samples(&self, field: ImportField, bears_out: impl Fn(&str) -> bool) -> bool {
        let column = self.columns.iter().find(|column| column.field == Some(field));
        column.is_some_and(|column| {
            let right = column.samples.iter().filter(|text| bears_out(text)).count();
            right > 0 && right * 2 >= column.samples.len()
        })
    }
}

/// What only lists of people have.
const PEOPLE: [ImportField; 6] = [Upn, UserKey, FirstName, LastName, JobTitle, AssignedToUpn];

/// What only lists of people, of numbers to be ported or of queues have.
const OTHERS: [ImportField; 16] = [
    Upn,
    UserKey,
    FirstName,
    LastName,
    AssignedToUpn,
    PortingStatus,
    FocDate,
    OrderDate,
    RateCenter,
    Pon,
    OrderStatus,
    Extension,
    CallQueue,
    AutoAttendant,
    MainNumber,
    TimeZone,
];
