//! Headers of lists of what is found at a site. They are looked at only where such a list is read: elsewhere the same
//! words mean something else, or nothing.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Entry, is_neutral};
use crate::mapping::ImportField::{self, *};
use crate::mapping::words::{split_group, words};

/// Headers that mean the field wherever such a list has it.
const ENTRIES: &[Entry] = &[
    (
        &[EmergencyLocation],
        "erl|erl name|erl id|e911 erl|emergency location|emergency location name|emergency response location\
         |e911 location|e911 location name|lis location|dispatchable location|emergency address name|location name\
         |emergency zone|e911 zone|ers location|notfallstandort|emplacement d urgence|ubicacion de emergencia",
    ),
    (
        &[CompanyName],
        "company name|company|customer name|civic address company",
    ),
    (
        &[Building, Site],
        "building|building name|bldg|bldg name|tower|gebaude|batiment|edificio",
    ),
    (
        &[Floor],
        "floor|floor number|floor level|flr|level|etage|stockwerk|piso|verdieping",
    ),
    (
        &[Room],
        "room|room number|room zone|suite|suite number|zone|raum|salle|sala",
    ),
    (&[HouseNumberSuffix], "house number suffix|street number suffix"),
    (&[StreetSuffix], "street suffix|street type"),
    (&[Street], "street name"),
    (
        &[Elin],
        "elin|elin number|elin did|emergency location identification number|emergency line identification number\
         |emergency callback number|911 callback number|e911 callback number|emergency call back number",
    ),
    (
        &[Subnet],
        "subnet|subnet id|subnet address|ip subnet|network|network id|network address|network subnet|network cidr\
         |ip network|ip range|cidr|vlan subnet|voice subnet|voice network|subnetz|netzwerk|sous reseau|subred",
    ),
    (
        &[SubnetMask],
        "subnet mask|mask|netmask|mask bit|network mask|prefix length|network range|netzmaske|masque",
    ),
    (
        &[ChassisId],
        "chassis id|chassis|chassis mac|switch mac|switch mac address|switch chassis id|lldp chassis id|switch id",
    ),
    (
        &[SwitchPort],
        "port id|switch port|switchport|interface|port name|port description",
    ),
    (
        &[Bssid],
        "bssid|ap bssid|wap bssid|access point bssid|ap mac|ap mac address|access point mac|access point mac address\
         |wap mac|radio mac|base radio mac|wifi bssid|wireless access point|wlan bssid",
    ),
    (
        &[CircuitKind],
        "circuit type|circuit kind|type of circuit|trunk type|trunk kind|type of trunk|access type|leitungsart",
    ),
    (
        &[CircuitId],
        "circuit id|circuit number|circuit|circuit identifier|carrier circuit id|ckt id|ckt|ckt number|trunk id|circuit name\
         |trunk group|trunk name|leitungskennung",
    ),
    (
        &[Channels],
        "channel|channel count|number of channel|b channel|call path|number of call path|call path count|concurrent call\
         |concurrent call path|max concurrent call|simultaneous call|sip session|session|session count|ccp|ds0\
         |trunk count|trunk size|kanale|sprachkanale|canaux|canales",
    ),
    (
        &[ContractEnd],
        "contract end|contract end date|contract end on|contract expiration|contract expiration date|contract expiry\
         |contract expire|contract expires on|contract until|contract through|contract thru|contract term end|term end\
         |term end date|end of term|term expiration|term expire|agreement end|agreement end date|expiration date\
         |expiry date|renewal date|vertragsende|fin de contrat|fin de contrato",
    ),
    (
        &[DisconnectOn],
        "disconnect on|disconnect date|disconnect by|planned disconnect|planned disconnect date|disconnect order date\
         |decommission date|to be disconnected on|cease date|cancel on|cancellation date|kundigung zum",
    ),
    (
        &[MonthlyCost],
        "monthly cost|monthly|mrc|monthly charge|monthly fee|monthly rate|monthly price|monthly recurring\
         |monthly recurring charge|monthly recurring cost|cost per month|price per month|charge per month|recurring monthly\
         |monatliche kosten|monatspreis|cout mensuel|costo mensual",
    ),
    (
        &[SpecialLineKind],
        "line kind|special line|special line type|what is on the line|what is on it|what is connected|connected device\
         |connected equipment|attached device|attached equipment|device on line|analog device|analog device type\
         |type of line|line purpose|line use|equipment on line|what hangs on it|connected to|used for|what connected|what on it|what on the line",
    ),
    (
        &[SpecialLineDecision],
        "decision|migration plan|migration decision|planned treatment|proposed treatment|treatment|proposed solution\
         |planned solution|replacement|future state|future solution|what happens to it|recommendation",
    ),
    (
        &[DecidedBy],
        "decided by|decision by|decision maker|approved by|signed off by",
    ),
    (
        &[Owner],
        "owner|owned by|line owner|responsible|responsible party|responsible person|responsible department|custodian\
         |who is responsible|monitoring company|alarm company|maintained by|service company|managed by",
    ),
    (
        &[DeviceKind],
        "device type|device kind|equipment type|equipment kind|hardware type|type of device|device category\
         |equipment category|asset type|geratetyp|type d equipement",
    ),
    (
        &[Vendor],
        "manufacturer|make|brand|oem|mfr|mfg|device vendor|device make|hersteller|fabricant|fabricante|marca",
    ),
    (
        &[Model],
        "model|model number|model name|device model|phone model|handset model|part number|make model|make and model\
         |modell|modele|modelo",
    ),
    (
        &[Quantity],
        "quantity|count|qty on hand|quantity on hand|on hand|number of device|number of unit|unit count|total quantity\
         |total license|license count|license quantity|purchased|quantity purchased|owned|total purchased|total unit\
         |prepaid unit|anzahl|menge|nombre|cantidad|stuckzahl|aantal",
    ),
    (
        &[AssignedQuantity],
        "assigned|assigned license|quantity assigned|consumed|consumed unit|consumed quantity|in use|used|quantity used\
         |allocated|zugewiesen|attribue|asignada",
    ),
    (
        &[IsKept],
        "keep|kept|is kept|reuse|re use|keep y n|reuse y n|keep in use|stays in use|will be reused",
    ),
    (
        &[LicenseSku],
        "license|license name|license type|license sku|sku|sku part number|sku name|product name|product title\
         |subscription|subscription name|lizenz|licence|licencia",
    ),
    (
        &[ContactName],
        "contact|contact name|site contact|site contact name|on site contact|onsite contact|local contact\
         |local contact name|contact person|primary contact|point of contact|poc|site poc|ansprechpartner|contacto",
    ),
    (
        &[ContactKind],
        "role|contact type|contact role|contact kind|type of contact|responsibility|responsible for|rolle|rol",
    ),
    (
        &[ContactPhone],
        "phone|phone number|contact phone|contact phone number|office phone|work phone|business phone|direct phone\
         |mobile|mobile phone|cell|cell phone|contact number|telefon|telefono",
    ),
];

/// Headers that may mean the field where no other column does.
const WEAK_ENTRIES: &[Entry] = &[
    (&[EmergencyLocation, Place], "location"),
    (&[EmergencyLocation], "zone name|zone id"),
    (&[E164], "dial tone|dial tone number"),
    (
        &[Place],
        "where|place|location in building|location detail|physical location|installed at|installed location|mounted at\
         |located at|terminates at|termination|jack location|location description|room|floor|area|standort|ort",
    ),
    (
        &[CircuitKind, SpecialLineKind, DeviceKind, ContactKind],
        "type|kind|category|typ|art|tipo",
    ),
    (
        &[CircuitKind],
        "service|service type|type of service|product|technology|line type",
    ),
    (&[CircuitId], "trunk|service id|line"),
    (&[Channels], "path|number of line|line count|quantity|count|size"),
    (&[ContractEnd], "expiration|expire|end date|contract"),
    (&[DisconnectOn], "disconnect|to be disconnected"),
    (
        &[SpecialLineKind],
        "line type|device|device type|use|usage|purpose|function|application|equipment|what is it|line",
    ),
    (
        &[SpecialLineDecision],
        "plan|disposition|action|planned action|future|solution|migrate to|outcome|proposed",
    ),
    (&[Owner], "contact|vendor|department|poc|site contact"),
    (&[DeviceKind], "device|equipment|item|hardware|asset"),
    (&[Vendor], "vendor|supplier"),
    (&[Model], "phone type|handset|set type|product|device name"),
    (&[Quantity], "total|number|unit|seat"),
    (&[LicenseSku], "product|plan|service plan|item"),
    (&[ContactName], "name|full name|person|who|nom|naam"),
    (&[SwitchPort], "port"),
    (
        &[Description],
        "description|label|address description|address name|comment description",
    ),
];

/// Sure and weaker meanings by header.
static INDEX: LazyLock<HashMap<String, Vec<(ImportField, u8)>>> = LazyLock::new(|| {
    let mut index: HashMap<String, Vec<(ImportField, u8)>> = HashMap::new();
    for (entries, strength) in [(ENTRIES, 95), (WEAK_ENTRIES, 80)] {
        for (fields, headers) in entries {
            for header in headers.split('|') {
                let found = index.entry(words(header).concat()).or_default();
                for (place, field) in fields.iter().enumerate() {
                    if found.iter().all(|(known, _)| known != field) {
                        found.push((*field, strength - 2 * place as u8));
                    }
                }
            }
        }
    }
    index
});

/// What a header means in a list of what is found at a site, with how surely (0 to 100); empty when nothing is known.
pub(in crate::mapping) fn known(text: &str) -> Vec<(ImportField, u8)> {
    if text.len() > 80 {
        return Vec::new();
    }
    let look = |text: &str, least: u8| {
        let found = INDEX.get(&words(text).concat())?;
        Some(
            found
                .iter()
                .map(|(field, strength)| (*field, (*strength).min(least)))
                .collect::<Vec<_>>(),
        )
    };
    let unbracketed = text.split(['(', '[']).next().unwrap_or_default();
    let heavy: Vec<String> = words(unbracketed)
        .into_iter()
        .filter(|word| !is_neutral(word))
        .collect();
    let parts = || text.split(['/', '|', '\n']).find_map(|part| look(part, 88));
    look(text, 100)
        .or_else(|| look(unbracketed, 92))
        .or_else(|| look(split_group(text).0, 90))
        .or_else(parts)
        .or_else(|| look(&heavy.join(" "), 82))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::known;
    use crate::mapping::ImportField::*;

    #[test]
    fn headers_of_surveys() {
        for (text, field) in [
            ("E911 / ERL", Some(EmergencyLocation)),
            ("ERL Name", Some(EmergencyLocation)),
            ("Chassis ID", Some(ChassisId)),
            ("BSSID", Some(Bssid)),
            ("Contract Expires", Some(ContractEnd)),
            ("MRC ($)", Some(MonthlyCost)),
            ("Ckt ID", Some(CircuitId)),
            ("# of Channels", Some(Channels)),
            ("Site Contact", Some(ContactName)),
            ("Qty", Some(Quantity)),
            ("Manufacturer", Some(Vendor)),
            ("Headcount", None),
            ("First Name", None),
        ] {
            assert_eq!(known(text).first().map(|(field, _)| *field), field, "{text}");
        }
    }
}
