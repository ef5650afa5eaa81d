//! Parts of a network by which Teams knows where a device is: one spelling for each, and no two places for one.
//!
//! The spellings are those that the Location Information Service of Teams takes
//! (`Set-CsOnlineLisSubnet`, `-LisSwitch`, `-LisPort` and `-LisWirelessAccessPoint`).

mod check;
mod hardware;
mod subnet;

pub use check::{MappedLocation, Segment, check_segments};

use crate::enums::NetworkKind;

/// An identifier in the one spelling in which identifiers are compared and kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Canonical {
    /// `10.20.7.0/24`, `F0-6E-0B-C2-03-23`, `F0-6E-0B-C2-03-*`.
    pub identifier: String,
    /// Port of a switch, as the switch reports it; empty for everything else.
    pub port: String,
    /// What was corrected, as a sentence for the person who typed it.
    pub note: Option<String>,
}

/// Why a text is no identifier, as sentences.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotAnIdentifier(String);

/// The canonical spelling of what a person typed or a sheet holds.
///
/// # Errors
/// A text that is no identifier of this kind, a port where there is none, or a switch port without one.
pub fn canonical(kind: NetworkKind, identifier: &str, port: &str) -> Result<Canonical, NotAnIdentifier> {
    let port = port.split_whitespace().collect::<Vec<_>>().join(" ");
    match (kind, port.is_empty()) {
        (NetworkKind::SwitchPort, true) => {
            let text = "A switch port needs the port's name as the switch reports it, such as Gi1/0/24.";
            return Err(NotAnIdentifier(text.to_owned()));
        }
        (NetworkKind::Subnet | NetworkKind::Switch | NetworkKind::AccessPoint, false) => {
            let text = format!("Only a switch port has a port, and '{port}' is given.");
            return Err(NotAnIdentifier(text));
        }
        (NetworkKind::SwitchPort, false)
        | (NetworkKind::Subnet | NetworkKind::Switch | NetworkKind::AccessPoint, true) => {}
    }
    let (identifier, note) = match kind {
        NetworkKind::Subnet => subnet::canonical(identifier)?,
        NetworkKind::Switch | NetworkKind::SwitchPort => (hardware::chassis_id(identifier)?, None),
        NetworkKind::AccessPoint => (hardware::bssid(identifier)?, None),
    };
    Ok(Canonical {
        identifier,
        port,
        note,
    })
}
