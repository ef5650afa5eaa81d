//! What changed since a letter was signed, in words that name it.

use super::LoaContent;

/// The most numbers that are named one by one.
const NAMED: usize = 5;

/// Why the signature no longer covers the order, one clause per change; empty while it does.
pub fn changes_since_signature(signed: &LoaContent, now: &LoaContent) -> Vec<String> {
    let (before, after) = (signed.base_numbers(), now.base_numbers());
    let removed: Vec<&str> = before.difference(&after).copied().collect();
    let added: Vec<&str> = after.difference(&before).copied().collect();
    let mut changes: Vec<String> = [(removed, "removed"), (added, "added")]
        .into_iter()
        .filter_map(|(numbers, what)| moved(&numbers, what))
        .collect();
    for ((name, old), (_, new)) in signed.values().iter().zip(now.values()) {
        if *old == new {
            continue;
        }
        let change = match (name.as_str(), old.as_str(), new.as_str()) {
            ("losing account", _, _) => "the losing account became another one".to_owned(),
            (_, "", new) => format!("the {name} became '{new}'"),
            (_, old, "") => format!("the {name} '{old}' was taken out"),
            (_, old, new) => format!("the {name} was changed from '{old}' to '{new}'"),
        };
        changes.push(format!("{change} after the letter was signed"));
    }
    changes
}

fn moved(numbers: &[&str], what: &str) -> Option<String> {
    let named = numbers.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    let verb = if numbers.len() == 1 { "was" } else { "were" };
    let more = match numbers.len() {
        0 => return None,
        count if count > NAMED => format!(" and {} more", count - NAMED),
        _ => String::new(),
    };
    Some(format!("{named}{more} {verb} {what} after the letter was signed"))
}
