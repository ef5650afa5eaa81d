//! Hardware addresses: the chassis id of a switch and the BSSID of an access point.
//!
//! Teams takes six pairs with hyphens. A BSSID may end in `*` for its last one or two digits, so that one entry
//! stands for all radios of an access point.

use super::NotAnIdentifier;

/// Digits of a hardware address.
const DIGITS: usize = 12;

/// The chassis id of a switch.
pub(super) fn chassis_id(text: &str) -> Result<String, NotAnIdentifier> {
    let digits = digits(text).filter(|digits| digits.len() == DIGITS && is_device(digits));
    let refuse = || {
        NotAnIdentifier(format!(
            "'{}' is not a chassis id; Teams takes the switch's hardware address, such as F0-6E-0B-C2-03-23.",
            text.trim()
        ))
    };
    digits.map(|digits| hyphenated(&digits)).ok_or_else(refuse)
}

/// The BSSID of an access point; its last one or two digits may be a wildcard.
pub(super) fn bssid(text: &str) -> Result<String, NotAnIdentifier> {
    let (known, wild) = text
        .trim()
        .split_once('*')
        .map_or((text.trim(), None), |(known, rest)| (known, Some(rest)));
    let digits = digits(known).unwrap_or_default();
    let fits = match wild {
        None => digits.len() == DIGITS && is_device(&digits),
        Some("") => matches!(digits.len(), 10 | 11),
        Some("*") => digits.len() == 10,
        Some(_) => false,
    };
    if !fits {
        return Err(NotAnIdentifier(format!(
            "'{}' is not a BSSID; write it as F0-6E-0B-C2-03-23, or with * for the last one or two digits.",
            text.trim()
        )));
    }
    let end = match (wild, digits.len()) {
        (None, _) => "",
        (Some(_), 10) => "-*",
        (Some(_), _) => "*",
    };
    Ok(hyphenated(&digits) + end)
}

/// The digits in upper case; groups of two, four, six or all twelve with one kind of separator between them.
fn digits(text: &str) -> Option<String> {
    let text = text.trim();
    let separators: Vec<char> = text.chars().filter(|c| !c.is_ascii_hexdigit()).collect();
    let one_kind = separators.windows(2).all(|pair| pair[0] == pair[1]);
    let known = separators.iter().all(|c| matches!(c, ':' | '-' | '.' | ' '));
    let groups: Vec<&str> = text.split(|c: char| !c.is_ascii_hexdigit()).collect();
    let (last, full) = groups.split_last()?;
    let size = full.first().map_or(DIGITS, |group| group.len());
    let even = full.iter().all(|group| group.len() == size) && last.len() <= size;
    (one_kind && known && even && matches!(size, 2 | 4 | 6 | DIGITS))
        .then(|| groups.concat().to_ascii_uppercase())
}

/// No device has the address of nobody or of everybody.
fn is_device(digits: &str) -> bool {
    !digits.bytes().all(|b| b == b'0') && !digits.bytes().all(|b| b == b'F')
}

fn hyphenated(digits: &str) -> String {
    let pairs: Vec<String> = digits
        .as_bytes()
        .chunks(2)
        .map(|pair| String::from_utf8_lossy(pair).into_owned())
        .collect();
    pairs.join("-")
}

/// The known bits of a canonical address, from the top of the value, and how many they are.
pub(super) fn bits(canonical: &str) -> (u128, u8) {
    let digits = canonical.chars().filter_map(|c| c.to_digit(16));
    digits.fold((0, 0), |(value, length), digit| {
        (value | u128::from(digit) << (124 - length), length + 4)
    })
}
