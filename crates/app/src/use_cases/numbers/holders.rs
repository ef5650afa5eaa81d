//! Who may hold a number: a person or a resource account of its migration; no person a toll-free number.

use portflow_domain::entities::PhoneNumber;
use portflow_domain::ids::{EndUserId, MigrationId, ResourceAccountId};
use portflow_domain::number::E164;
use portflow_store::Tx;
use portflow_store::queries::{end_users, phone_numbers, resource_accounts};
use std::collections::{BTreeMap, BTreeSet};

use crate::dto::numbers::Holder;
use crate::error::{ApiError, Result};

/// A holder that exists, with the migration it belongs to.
#[derive(Debug, Clone, Copy)]
pub(super) enum FoundHolder {
    Nobody,
    Person(EndUserId, MigrationId),
    Account(ResourceAccountId, MigrationId),
}

/// Holders by their migration and folded UPN: one UPN may stand for somebody in each of several migrations.
pub(super) struct NamedHolders(BTreeMap<(MigrationId, String), FoundHolder>);

impl NamedHolders {
    /// Looks UPNs up, each in the migration it was named for.
    pub(super) async fn find(tx: &mut Tx, named: &BTreeSet<(MigrationId, String)>) -> Result<Self> {
        let mut holders = BTreeMap::new();
        let migrations: BTreeSet<_> = named.iter().map(|(migration, _)| *migration).collect();
        for migration in migrations {
            let upns: Vec<_> = named
                .iter()
                .filter(|(of, _)| *of == migration)
                .map(|(_, upn)| upn.clone())
                .collect();
            for account in resource_accounts::list_resource_accounts(tx, migration).await? {
                let key = (migration, key(&account.upn));
                if named.contains(&key) {
                    holders.insert(key, FoundHolder::Account(account.id, migration));
                }
            }
            for person in end_users::find_end_users_by_upn(tx, migration, &upns).await? {
                if let Some(upn) = &person.upn {
                    let found = FoundHolder::Person(person.id, migration);
                    holders.insert((migration, key(upn)), found);
                }
            }
        }
        Ok(Self(holders))
    }

    /// The holder with this UPN in a migration.
    pub(super) fn get(&self, migration: MigrationId, upn: &str) -> Option<FoundHolder> {
        self.0.get(&(migration, key(upn))).copied()
    }
}

/// The form in which UPNs are compared.
pub(super) fn key(upn: &str) -> String {
    upn.trim().to_lowercase()
}

/// The holder that a request names for numbers of one migration.
pub(super) async fn check_holder(
    tx: &mut Tx,
    migration: MigrationId,
    holder: &Holder,
) -> Result<FoundHolder> {
    match (holder.end_user_id, holder.resource_account_id, &holder.upn) {
        (Some(id), None, None) => {
            let person = end_users::find_end_user(tx, id).await?;
            let person = person.ok_or_else(|| ApiError::not_found("person", id))?;
            Ok(FoundHolder::Person(id, person.migration_id))
        }
        (None, Some(id), None) => {
            let account = resource_accounts::find_resource_account(tx, id).await?;
            let account = account.ok_or_else(|| ApiError::not_found("resource account", id))?;
            Ok(FoundHolder::Account(id, account.migration_id))
        }
        (None, None, Some(upn)) => {
            let named = BTreeSet::from([(migration, key(upn))]);
            let holders = NamedHolders::find(tx, &named).await?;
            holders
                .get(migration, upn)
                .ok_or_else(|| ApiError::not_found("person or resource account", upn))
        }
        (None, None, None) => Ok(FoundHolder::Nobody),
        _ => Err(ApiError::invalid("holder", "A number has one holder, not two.")),
    }
}

/// Gives a number to a holder, or takes it back.
pub(super) fn set_holder(number: &mut PhoneNumber, holder: FoundHolder) -> Result<()> {
    let (person, account, migration) = match holder {
        FoundHolder::Nobody => (None, None, number.migration_id),
        FoundHolder::Person(id, migration) => (Some(id), None, migration),
        FoundHolder::Account(id, migration) => (None, Some(id), migration),
    };
    if migration != number.migration_id {
        return Err(ApiError::refused(format!(
            "{} belongs to another migration than its holder.",
            number.number
        ))
        .hint("Choose a holder of the same migration."));
    }
    let toll_free = number
        .number
        .parse::<E164>()
        .is_ok_and(|number| number.is_toll_free());
    if person.is_some() && toll_free {
        return Err(ApiError::refused(format!(
            "{} is toll-free and cannot be held by a person.",
            number.number
        ))
        .hint("Give it to a resource account of an auto attendant or call queue."));
    }
    number.assigned_end_user_id = person;
    number.assigned_resource_account_id = account;
    Ok(())
}

/// Refuses a resource account that would hold a second number.
pub(super) async fn check_accounts(tx: &mut Tx, pairs: &[(PhoneNumber, PhoneNumber)]) -> Result<()> {
    let mut taken: BTreeMap<ResourceAccountId, &PhoneNumber> = BTreeMap::new();
    for (before, after) in pairs {
        let Some(account) = after.assigned_resource_account_id else {
            continue;
        };
        if let Some(first) = taken.insert(account, after) {
            return Err(second_number(&first.number, &after.number));
        }
        if before.assigned_resource_account_id == Some(account) {
            continue;
        }
        let held = phone_numbers::find_number_of_account(tx, account).await?;
        let stays = |held: &PhoneNumber| {
            let changed = pairs.iter().find(|(it, _)| it.id == held.id);
            changed.is_none_or(|(_, after)| after.assigned_resource_account_id == Some(account))
        };
        if let Some(held) = held.filter(stays) {
            return Err(second_number(&held.number, &after.number));
        }
    }
    Ok(())
}

fn second_number(held: &str, wanted: &str) -> ApiError {
    ApiError::refused(format!(
        "The resource account holds {held} and cannot hold {wanted} as well: it holds one number."
    ))
    .hint("Make a second resource account of the same auto attendant or call queue for the other number.")
}
