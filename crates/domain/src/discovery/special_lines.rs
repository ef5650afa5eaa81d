//! Lines on which something other than a person's telephone hangs: what they stop until somebody decides.

use crate::coded::Coded;
use crate::discovery::DiscoveryFinding;
use crate::entities::SpecialLine;
use crate::enums::{SpecialLineDecision, SpecialLineKind};
use crate::ids::{EntityId, LosingAccountId};
use std::collections::BTreeSet;

/// What the special lines say against a port order with these numbers (E.164, without extensions).
///
/// An undecided line stops the order. A line that is to stay or to end does not, but its number should not move.
pub fn check_order(lines: &[SpecialLine], order_numbers: &[String]) -> Vec<DiscoveryFinding> {
    let order: BTreeSet<&str> = order_numbers.iter().map(String::as_str).collect();
    let in_order = |line: &&SpecialLine| {
        line.number
            .as_deref()
            .is_some_and(|number| order.contains(number))
    };
    lines
        .iter()
        .filter(in_order)
        .filter_map(|line| against_order(line, line.number.as_deref().unwrap_or_default()))
        .collect()
}

fn against_order(line: &SpecialLine, number: &str) -> Option<DiscoveryFinding> {
    let finding = match line.decision {
        SpecialLineDecision::Unknown => DiscoveryFinding::error(
            "special_line_undecided",
            format!("Nobody has decided what becomes of {}.", shown(line)),
            "Decide what becomes of the line, or take its number out of the order.",
        ),
        SpecialLineDecision::Keep => DiscoveryFinding::warning(
            "special_line_kept_ports",
            format!(
                "{number} is in the order, and {} is to stay as it is.",
                shown(line)
            ),
            "Take the number out of the order, or change the decision.",
        ),
        SpecialLineDecision::Retire => DiscoveryFinding::warning(
            "special_line_retired_ports",
            format!("{number} is in the order, and {} is to end.", shown(line)),
            "Take the number out of the order, or change the decision.",
        ),
        SpecialLineDecision::Teams | SpecialLineDecision::AnalogAdapter | SpecialLineDecision::EFax => {
            return None;
        }
    };
    Some(finding.rows([line.id.uuid()]).field("decision"))
}

/// What the special lines say against closing an account after its numbers have ported.
///
/// `name` is how a person knows the account; `listed` are the numbers on the carrier's list of it (E.164). A line that is kept, or on which nobody
/// has decided, would go dead with the account; ports from it are not held up.
pub fn check_closing(
    lines: &[SpecialLine],
    account: LosingAccountId,
    name: &str,
    listed: &[String],
) -> Vec<DiscoveryFinding> {
    let listed: BTreeSet<&str> = listed.iter().map(String::as_str).collect();
    let on_account = |line: &&SpecialLine| match line.losing_account_id {
        Some(named) => named == account,
        None => line
            .number
            .as_deref()
            .is_some_and(|number| listed.contains(number)),
    };
    lines
        .iter()
        .filter(on_account)
        .filter_map(|line| against_closing(line, name))
        .collect()
}

fn against_closing(line: &SpecialLine, account: &str) -> Option<DiscoveryFinding> {
    let finding = match line.decision {
        SpecialLineDecision::Keep => DiscoveryFinding::error(
            "special_line_kept_on_account",
            format!(
                "{} is to stay and is billed to {account}, which is to be closed.",
                capitalized(&shown(line))
            ),
            "Move the line to another account before this one is closed, or change the decision.",
        ),
        SpecialLineDecision::Unknown => DiscoveryFinding::error(
            "special_line_undecided_on_account",
            format!(
                "Nobody has decided what becomes of {}, which is billed to {account}, and that is to be closed.",
                shown(line)
            ),
            "Decide what becomes of the line before the account is closed.",
        ),
        SpecialLineDecision::Teams
        | SpecialLineDecision::AnalogAdapter
        | SpecialLineDecision::EFax
        | SpecialLineDecision::Retire => return None,
    };
    Some(
        finding
            .rows([line.id.uuid()])
            .field("decision")
            .field("losingAccountId"),
    )
}

/// `the elevator line +12149110100 (Shaft 2)`.
pub(super) fn shown(line: &SpecialLine) -> String {
    let kind = if line.kind == SpecialLineKind::Other {
        "special".to_owned()
    } else {
        line.kind.code().replace('_', " ")
    };
    let number = line
        .number
        .as_ref()
        .map(|number| format!(" {number}"))
        .unwrap_or_default();
    let place = line
        .location
        .as_deref()
        .map(str::trim)
        .filter(|place| !place.is_empty());
    let place = place.map(|place| format!(" ({place})")).unwrap_or_default();
    format!("the {kind} line{number}{place}")
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}
