//! Subnets: `10.20.7.0/24`, with a mask instead of a prefix, or with the address of a device in it.

use super::NotAnIdentifier;
use ipnet::IpNet;
use std::net::IpAddr;

/// The network with its prefix, and a note where the address of a device stood in place of the network's.
pub(super) fn canonical(text: &str) -> Result<(String, Option<String>), NotAnIdentifier> {
    let given = read(text)?;
    let network = given.trunc();
    let note = (network != given).then(|| {
        format!("{given} names one address of the subnet; it is kept as the subnet itself, {network}.")
    });
    Ok((network.to_string(), note))
}

/// Reads an address with a prefix length or a mask.
pub(super) fn read(text: &str) -> Result<IpNet, NotAnIdentifier> {
    let text = text.trim();
    let (address, size) = text
        .split_once('/')
        .or_else(|| text.split_once(char::is_whitespace))
        .map_or((text, ""), |(address, size)| (address.trim(), size.trim()));
    let address: IpAddr = address
        .parse()
        .map_err(|_| NotAnIdentifier(format!("'{text}' is not a subnet; write it as 10.20.7.0/24.")))?;
    if size.is_empty() {
        let text =
            format!("The size of the subnet {address} is missing; write it as {address}/24, for example.");
        return Err(NotAnIdentifier(text));
    }
    let network = match size.parse::<u8>() {
        Ok(prefix) => IpNet::new(address, prefix).ok(),
        Err(_) => size
            .parse::<IpAddr>()
            .ok()
            .and_then(|mask| IpNet::with_netmask(address, mask).ok()),
    };
    match network {
        Some(network) if network.prefix_len() > 0 => Ok(network),
        Some(_) => Err(NotAnIdentifier(format!(
            "{text} is every address there is and stands for no place."
        ))),
        None => Err(NotAnIdentifier(format!(
            "'{size}' is neither a prefix length nor a mask of {address}."
        ))),
    }
}
