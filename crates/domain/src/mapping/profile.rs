//! Saved column maps: found again by the headers of a file, and laid over a fresh suggestion.

use std::collections::{BTreeSet, HashMap};

use super::ColumnMap;
use super::words::{split_group, words};

/// A fingerprint of the headers of a table, 16 hexadecimal digits.
///
/// It does not depend on the order of the columns, on case, accents, spaces and punctuation, nor on how many
/// columns a numbered group has: the distinct headers, as plain words without their group index, are sorted and
/// hashed with 64-bit FNV-1a, each followed by a line feed. Stored fingerprints rely on this, so it stays.
pub fn header_fingerprint(columns: &[ColumnMap]) -> String {
    let headers: BTreeSet<String> = columns
        .iter()
        .filter(|column| !column.header.is_empty())
        .map(|column| words(split_group(&column.header).0).join(" "))
        .collect();
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in headers.iter().flat_map(|header| header.bytes().chain([b'\n'])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    format!("{hash:016x}")
}

/// What finds a column in a profile: its words and index, and which of the columns with the same it is.
type Key = (String, usize);

fn keys(columns: &[ColumnMap]) -> Vec<Key> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    columns
        .iter()
        .map(|column| {
            let name = if column.header.is_empty() {
                format!("\0{}", column.index)
            } else {
                words(&column.header).join(" ")
            };
            let place = seen.entry(name.clone()).or_default();
            *place += 1;
            (name, *place)
        })
        .collect()
}

/// Lays the fields of a saved profile over suggested columns.
///
/// A column that the profile knows takes its field from there, also none: what a person unmapped stays unmapped.
/// A column that it does not know keeps its suggestion unless the profile gives that field to another column.
/// Secret columns never get a field.
pub fn apply_profile(columns: &mut [ColumnMap], profile_columns: &[ColumnMap]) {
    let saved: HashMap<Key, &ColumnMap> = keys(profile_columns).into_iter().zip(profile_columns).collect();
    let keys = keys(columns);
    let mut given = Vec::new();
    for (column, key) in columns.iter_mut().zip(&keys).filter(|(column, _)| !column.secret) {
        let Some(saved) = saved.get(key) else { continue };
        if column.field != saved.field {
            column.why = "As in the saved profile.".to_owned();
        }
        column.field = saved.field;
        column.keep_in_notes = saved.keep_in_notes;
        column.group.clone_from(&saved.group);
        column.confidence = 100;
        given.extend(saved.field);
    }
    for (column, _) in columns
        .iter_mut()
        .zip(&keys)
        .filter(|(_, key)| !saved.contains_key(*key))
    {
        let taken = column
            .field
            .filter(|field| given.contains(field) && !field.is_repeatable());
        if taken.is_some() {
            column.field = None;
            column.confidence = 50;
            column.why = "The saved profile takes this from another column.".to_owned();
        }
    }
}
