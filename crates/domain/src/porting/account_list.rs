//! What a losing carrier lists on an account against what the inventory has under it, in both directions.

use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

use super::account::ListedNumber;
use crate::entities::LosingAccountNumber;
use crate::enums::{AccountNumberSource, Disposition, RemainingAction};

/// A number on one of an account's lists, as far as the rules look at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListEntry {
    /// E.164.
    pub number: String,
    /// The list it stands on.
    pub source: AccountNumberSource,
    /// Date of that list.
    pub seen_on: NaiveDate,
    /// What somebody decided about it, should it stay on the account.
    pub remaining_action: Option<RemainingAction>,
}

/// A listed number, once per number whatever its sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// E.164.
    pub number: String,
    /// The lists it stands on.
    pub sources: Vec<AccountNumberSource>,
    /// Date of the latest of them.
    pub seen_on: NaiveDate,
    /// What somebody decided about it, should it stay on the account.
    pub remaining_action: Option<RemainingAction>,
}

/// The two directions, and what a later list of the same source no longer has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListDifference {
    /// How many numbers the current lists have.
    pub listed: usize,
    /// How many of them are in the inventory under the account.
    pub in_both: usize,
    /// Listed, and not in the inventory under the account.
    pub only_listed: Vec<Listed>,
    /// In the inventory under the account, and on none of its lists.
    pub only_in_inventory: Vec<String>,
    /// On an earlier list, and not on the latest one of the same source nor on any other.
    pub no_longer_listed: Vec<Listed>,
}

/// Compares the lists of an account with the numbers that the inventory has under it. The current list of a source
/// is what was seen on its latest date. Without any list there is nothing to compare the inventory with.
pub fn compare(rows: &[LosingAccountNumber], inventory: &BTreeSet<String>) -> ListDifference {
    let latest = latest_dates(rows.iter().map(|row| (row.source, row.seen_on)));
    let is_current = |row: &&LosingAccountNumber| latest.get(&row.source) == Some(&row.seen_on);
    let current = merged(rows.iter().filter(is_current));
    let earlier = merged(rows.iter().filter(|row| !is_current(row)));
    let (both, only): (Vec<_>, Vec<_>) = current
        .values()
        .cloned()
        .partition(|listed| inventory.contains(&listed.number));
    let unlisted = inventory
        .iter()
        .filter(|number| !current.is_empty() && !current.contains_key(*number));
    ListDifference {
        listed: current.len(),
        in_both: both.len(),
        only_listed: only,
        only_in_inventory: unlisted.cloned().collect(),
        no_longer_listed: earlier
            .into_values()
            .filter(|listed| !current.contains_key(&listed.number))
            .collect(),
    }
}

/// The numbers that an account has by the current list of each source, each once and in order. What only an earlier
/// list named has left the account.
pub fn listed_now(entries: &[ListEntry]) -> Vec<ListedNumber> {
    let latest = latest_dates(entries.iter().map(|entry| (entry.source, entry.seen_on)));
    let mut now: BTreeMap<&str, Option<RemainingAction>> = BTreeMap::new();
    for entry in entries {
        if latest.get(&entry.source) == Some(&entry.seen_on) {
            let action = now.entry(&entry.number).or_default();
            *action = action.or(entry.remaining_action);
        }
    }
    let listed = now.into_iter().map(|(number, remaining_action)| ListedNumber {
        number: number.to_owned(),
        remaining_action,
    });
    listed.collect()
}

/// The list as it is decided about: of a number that the inventory has under the account, its disposition there says
/// what becomes of it; of any other, what was decided on the list.
pub fn decided<'a>(
    listed: &[ListedNumber],
    inventory: impl IntoIterator<Item = (&'a str, Disposition)>,
) -> Vec<ListedNumber> {
    let mut ours: BTreeMap<&str, Option<RemainingAction>> = BTreeMap::new();
    for (number, disposition) in inventory {
        let action = ours.entry(number).or_default();
        // Of extensions that are decided differently, the one that keeps the number counts.
        *action = match (*action, remaining_action(disposition)) {
            (Some(RemainingAction::Keep), _) | (_, Some(RemainingAction::Keep)) => {
                Some(RemainingAction::Keep)
            }
            (before, now) => before.or(now),
        };
    }
    let decide = |it: &ListedNumber| ListedNumber {
        number: it.number.clone(),
        remaining_action: ours
            .get(it.number.as_str())
            .copied()
            .unwrap_or(it.remaining_action),
    };
    listed.iter().map(decide).collect()
}

/// What a disposition means for a number that stays on its account.
fn remaining_action(disposition: Disposition) -> Option<RemainingAction> {
    match disposition {
        Disposition::Retain | Disposition::Forward => Some(RemainingAction::Keep),
        Disposition::Disconnect => Some(RemainingAction::Disconnect),
        Disposition::Port | Disposition::New | Disposition::Unknown => None,
    }
}

fn latest_dates(
    seen: impl Iterator<Item = (AccountNumberSource, NaiveDate)>,
) -> BTreeMap<AccountNumberSource, NaiveDate> {
    let mut latest: BTreeMap<AccountNumberSource, NaiveDate> = BTreeMap::new();
    for (source, seen_on) in seen {
        let date = latest.entry(source).or_insert(seen_on);
        *date = (*date).max(seen_on);
    }
    latest
}

fn merged<'a>(rows: impl Iterator<Item = &'a LosingAccountNumber>) -> BTreeMap<String, Listed> {
    let mut merged: BTreeMap<String, Listed> = BTreeMap::new();
    for row in rows {
        let listed = merged.entry(row.number.clone()).or_insert_with(|| Listed {
            number: row.number.clone(),
            sources: Vec::new(),
            seen_on: row.seen_on,
            remaining_action: None,
        });
        listed.sources.push(row.source);
        listed.seen_on = listed.seen_on.max(row.seen_on);
        listed.remaining_action = listed.remaining_action.or(row.remaining_action);
    }
    merged
}
