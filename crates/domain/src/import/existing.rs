//! What is stored already, keyed for the comparison.
//!
//! `last_import` of each row is what imports said about it: the values of its newest import row that still
//! stands, each silent field filled from the rows before (see [`fill_from_older`]). None = no import touched it.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::identity::upn_domain;
use super::people::{Directory, Keys, folded};
use super::{
    AccountNumberValues, AutoAttendantValues, CallQueueValues, NumberValues, PersonValues,
    ResourceAccountValues, SiteRowValues, SiteValues,
};
use crate::enums::ImportTarget;
use crate::ids::{
    AutoAttendantId, CallQueueAgentId, CallQueueId, EndUserId, LosingAccountNumberId, PhoneNumberId,
    ResourceAccountId, SiteId,
};
use crate::number::E164;
use uuid::Uuid;

/// A number of the migration's inventory.
#[derive(Debug, Clone, PartialEq)]
pub struct ExistingNumber {
    /// Its id.
    pub id: PhoneNumberId,
    /// The revision an update must name.
    pub revision: i64,
    /// What is stored; `assigned_to` is the holder's lower-case UPN, else user key; `order_date` and `btn` are
    /// not stored.
    pub values: NumberValues,
    /// UPN of the resource account that holds it, in lower case.
    pub resource_account: Option<String>,
    /// Whether an open port order moves its status.
    pub in_open_order: bool,
    /// What imports said about it.
    pub last_import: Option<Value>,
}

/// A person of the migration.
#[derive(Debug, Clone, PartialEq)]
pub struct ExistingPerson {
    /// Its id.
    pub id: EndUserId,
    /// The revision an update must name.
    pub revision: i64,
    /// What is stored; `e164` and `number_extension` are not looked at.
    pub values: PersonValues,
    /// What imports said about them.
    pub last_import: Option<Value>,
}

/// A resource account of the migration.
#[derive(Debug, Clone, PartialEq)]
pub struct ExistingResourceAccount {
    /// Its id.
    pub id: ResourceAccountId,
    /// The revision an update must name.
    pub revision: i64,
    /// What is stored, its application by name; `e164` and `number_extension` are not looked at.
    pub values: ResourceAccountValues,
    /// What imports said about it.
    pub last_import: Option<Value>,
}

/// A call queue of the migration.
#[derive(Debug, Clone, PartialEq)]
pub struct ExistingQueue {
    /// Its id.
    pub id: CallQueueId,
    /// The revision an update must name.
    pub revision: i64,
    /// What is stored; `e164`, `extension`, `resource_account` and `agent_group` are not looked at.
    pub values: CallQueueValues,
    /// Who serves it.
    pub agents: Vec<ExistingAgent>,
    /// What imports said about it.
    pub last_import: Option<Value>,
}

/// A person's place in a stored queue.
#[derive(Debug, Clone, PartialEq)]
pub struct ExistingAgent {
    /// Its id.
    pub id: CallQueueAgentId,
    /// The revision an update must name.
    pub revision: i64,
    /// The person.
    pub person: EndUserId,
    /// Place in the order of ringing, from 1.
    pub position: u32,
    /// What imports said about it.
    pub last_import: Option<Value>,
}

/// An auto attendant of the migration.
#[derive(Debug, Clone, PartialEq)]
pub struct ExistingAttendant {
    /// Its id.
    pub id: AutoAttendantId,
    /// The revision an update must name.
    pub revision: i64,
    /// What is stored; `e164`, `extension`, `resource_account` and `after_hours` are not looked at.
    pub values: AutoAttendantValues,
    /// What imports said about it.
    pub last_import: Option<Value>,
}

/// A site of the customer.
#[derive(Debug, Clone, PartialEq)]
pub struct ExistingSite {
    /// Its id.
    pub id: SiteId,
    /// The revision an update must name.
    pub revision: i64,
    /// What is stored.
    pub values: SiteValues,
    /// What imports said about it.
    pub last_import: Option<Value>,
}

/// Something found at a site of the customer.
#[derive(Debug, Clone, PartialEq)]
pub struct ExistingSiteRow {
    /// Its id.
    pub id: Uuid,
    /// The revision an update must name.
    pub revision: i64,
    /// What is stored, its site by name.
    pub values: SiteRowValues,
    /// What imports said about it.
    pub last_import: Option<Value>,
}

/// A number on the record of the losing account that the import goes to.
#[derive(Debug, Clone, PartialEq)]
pub struct ExistingAccountNumber {
    /// Its id.
    pub id: LosingAccountNumberId,
    /// The revision an update must name.
    pub revision: i64,
    /// What is stored.
    pub values: AccountNumberValues,
    /// What imports said about it.
    pub last_import: Option<Value>,
}

/// Everything `plan` compares with. Nothing depends on the order in which it is walked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Existing {
    numbers: HashMap<String, ExistingNumber>,
    /// The keys under which a base number is stored.
    keys_of: HashMap<E164, Vec<String>>,
    pub(super) people: Vec<ExistingPerson>,
    directory: Directory,
    accounts: HashMap<String, ExistingResourceAccount>,
    /// Key of the number that each account holds, by its UPN.
    held_by_account: HashMap<String, String>,
    /// UPNs of the accounts that answer for an application, by its name.
    accounts_of: HashMap<String, Vec<String>>,
    queues: HashMap<String, ExistingQueue>,
    attendants: HashMap<String, ExistingAttendant>,
    sites: HashMap<String, ExistingSite>,
    /// By kind and key; of rows that nothing tells apart, the first.
    site_rows: HashMap<(ImportTarget, String), ExistingSiteRow>,
    account_numbers: HashMap<E164, ExistingAccountNumber>,
    orders: HashSet<String>,
    elsewhere: HashMap<E164, Vec<String>>,
    has_tenant_domain: bool,
    file_alone: bool,
}

impl Existing {
    /// What a dry run without a migration compares with: nothing. References that the files alone cannot
    /// resolve (agents, queues, orders) stay as the files name them.
    pub fn none() -> Self {
        Self {
            file_alone: true,
            ..Self::default()
        }
    }

    /// Notes the customer's tenant domain, on which the names of new resource accounts end.
    pub fn set_tenant_domain(&mut self, domain: Option<&str>) {
        self.has_tenant_domain = domain.and_then(upn_domain).is_some();
    }

    /// Adds a number of the migration's inventory.
    pub fn add_number(&mut self, number: ExistingNumber) {
        let key = number_key(&number.values.e164, &number.values.extension);
        let keys = self.keys_of.entry(number.values.e164.clone()).or_default();
        if !keys.contains(&key) {
            keys.push(key.clone());
        }
        if let Some(upn) = &number.resource_account {
            self.held_by_account.insert(upn.clone(), key.clone());
        }
        self.numbers.insert(key, number);
    }

    /// Adds a person of the migration.
    pub fn add_person(&mut self, person: ExistingPerson) {
        self.directory.add(self.people.len(), &Keys::of(&person.values));
        self.people.push(person);
    }

    /// Adds a resource account of the migration.
    pub fn add_resource_account(&mut self, account: ExistingResourceAccount) {
        let upn = account.values.upn.to_lowercase();
        for name in [&account.values.call_queue, &account.values.auto_attendant]
            .into_iter()
            .flatten()
        {
            self.accounts_of
                .entry(folded(name))
                .or_default()
                .push(upn.clone());
        }
        self.accounts.insert(upn, account);
    }

    /// Adds a call queue of the migration with its agents.
    pub fn add_queue(&mut self, queue: ExistingQueue) {
        self.queues.insert(folded(&queue.values.name), queue);
    }

    /// Adds an auto attendant of the migration.
    pub fn add_attendant(&mut self, attendant: ExistingAttendant) {
        self.attendants.insert(folded(&attendant.values.name), attendant);
    }

    /// Adds a site of the customer; only these, and those of the files, can become somebody's site.
    pub fn add_site(&mut self, site: ExistingSite) {
        self.sites.insert(folded(&site.values.name), site);
    }

    /// Adds something found at a site of the customer.
    pub fn add_site_row(&mut self, row: ExistingSiteRow) {
        let key = (row.values.row.entity(), folded(&row.values.key()));
        self.site_rows.entry(key).or_insert(row);
    }

    /// Adds a number of the losing account whose list is imported.
    pub fn add_account_number(&mut self, number: ExistingAccountNumber) {
        self.account_numbers.insert(number.values.e164.clone(), number);
    }

    /// Adds an order by a number that a carrier may call it: ours, or the carrier's own.
    pub fn add_order(&mut self, number: &str) {
        self.orders.insert(folded(number));
    }

    /// Notes that a number is in another migration too, given as `Customer/Site/Migration` and nothing more.
    pub fn add_elsewhere(&mut self, number: E164, path: String) {
        self.elsewhere.entry(number).or_default().push(path);
    }

    /// Whether there is no migration to compare with.
    pub(super) fn is_file_alone(&self) -> bool {
        self.file_alone
    }

    /// Whether a new resource account can be named.
    pub(super) fn has_tenant_domain(&self) -> bool {
        self.has_tenant_domain
    }

    pub(super) fn number(&self, key: &str) -> Option<&ExistingNumber> {
        self.numbers.get(key)
    }

    /// The stored numbers that share a base number, in the order in which they were added.
    pub(super) fn numbers_on(&self, base: &E164) -> impl Iterator<Item = (&String, &ExistingNumber)> {
        let keys = self.keys_of.get(base).map_or(&[][..], Vec::as_slice);
        keys.iter()
            .filter_map(|key| self.numbers.get(key).map(|number| (key, number)))
    }

    /// Where among the stored people the person of a file stands.
    pub(super) fn match_person(&self, person: &Keys) -> Option<usize> {
        self.directory
            .same_person(person, |place| self.people[place].values.upn.as_deref())
    }

    /// The stored person with this UPN, user key or, if it is only theirs, mail address.
    pub(super) fn person_by_key(&self, key: &str) -> Option<usize> {
        self.directory
            .by_key(key)
            .or_else(|| self.directory.by_email(key))
    }

    /// All numbers, in no particular order.
    pub(super) fn all_numbers(&self) -> impl Iterator<Item = &ExistingNumber> {
        self.numbers.values()
    }

    /// The number that the account with this lower-case UPN holds.
    pub(super) fn number_of_account(&self, upn: &str) -> Option<&ExistingNumber> {
        self.number(self.held_by_account.get(upn)?)
    }

    /// The account with this UPN, else the only one of its application whose name still lacks its domain; without
    /// a UPN the one of the application, by its number if there are several.
    pub(super) fn account(&self, account: &ResourceAccountValues) -> Option<&ExistingResourceAccount> {
        let known = self.accounts.get(&account.upn.to_lowercase());
        if known.is_some() {
            return known;
        }
        let name = account.call_queue.as_ref().or(account.auto_attendant.as_ref())?;
        let upns = self.accounts_of.get(&folded(name))?;
        if !account.upn.is_empty() {
            let mut unfinished = upns.iter().filter(|upn| !upn.contains('@'));
            let only = unfinished.next().filter(|_| unfinished.next().is_none());
            return self.accounts.get(only?);
        }
        let holds = |upn: &&String| {
            account.e164.as_ref().is_some_and(|number| {
                let key = number_key(number, &account.number_extension);
                self.number(&key)
                    .is_some_and(|number| number.resource_account.as_ref() == Some(*upn))
            })
        };
        let one = (upns.len() == 1).then(|| &upns[0]);
        self.accounts.get(upns.iter().find(holds).or(one)?)
    }

    pub(super) fn queue(&self, name: &str) -> Option<&ExistingQueue> {
        self.queues.get(&folded(name))
    }

    pub(super) fn attendant(&self, name: &str) -> Option<&ExistingAttendant> {
        self.attendants.get(&folded(name))
    }

    /// The site that a file means.
    pub(super) fn site(&self, written: &str) -> Option<&ExistingSite> {
        self.sites.get(&folded(written))
    }

    /// Every site of the customer, in no particular order.
    pub(super) fn all_sites(&self) -> impl Iterator<Item = &SiteValues> {
        self.sites.values().map(|site| &site.values)
    }

    /// What is stored under this key.
    pub(super) fn site_row(&self, entity: ImportTarget, key: &str) -> Option<&ExistingSiteRow> {
        self.site_rows.get(&(entity, folded(key)))
    }

    pub(super) fn account_number(&self, number: &E164) -> Option<&ExistingAccountNumber> {
        self.account_numbers.get(number)
    }

    pub(super) fn has_order(&self, number: &str) -> bool {
        self.orders.contains(&folded(number))
    }

    pub(super) fn elsewhere(&self, number: &E164) -> &[String] {
        self.elsewhere.get(number).map_or(&[], Vec::as_slice)
    }
}

/// Identifies a number within a migration: the number, with `;ext=` where it has an extension.
pub(super) fn number_key(number: &E164, extension: &str) -> String {
    if extension.is_empty() {
        number.as_str().to_owned()
    } else {
        format!("{number};ext={extension}")
    }
}

/// Fills the fields about which the newer import said nothing with what an older one said. Both are the values
/// of import rows; going from the newest to the oldest gives the `last_import` of a row.
pub fn fill_from_older(newer: &mut Value, older: &Value) {
    let (Some(newer), Some(older)) = (newer.as_object_mut(), older.as_object()) else {
        return;
    };
    for (field, value) in older {
        let silent = newer.get(field).is_none_or(is_silent);
        if silent && !is_silent(value) {
            newer.insert(field.clone(), value.clone());
        }
    }
}

/// Whether a value says nothing about its field.
pub(super) fn is_silent(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    }
}
