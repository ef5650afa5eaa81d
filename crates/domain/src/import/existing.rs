//! What is stored already, keyed for the comparison.

use std::collections::HashMap;

use super::{NumberValues, PersonValues};
use crate::ids::{EndUserId, PhoneNumberId};
use crate::number::E164;

/// A number of the migration's inventory.
#[derive(Debug, Clone, PartialEq)]
pub struct ExistingNumber {
    /// Its id.
    pub id: PhoneNumberId,
    /// The revision an update must name.
    pub revision: i64,
    /// What is stored; `assigned_to` is the holder's lower-case UPN, `order_date` and `btn` are not stored.
    pub values: NumberValues,
    /// Name of the resource account that holds it.
    pub resource_account: Option<String>,
    /// Whether an open port order moves its status.
    pub in_open_order: bool,
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
}

/// Everything `plan` compares with. Only ever looked up, never walked, so its order does not matter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Existing {
    numbers: HashMap<String, ExistingNumber>,
    people: HashMap<String, ExistingPerson>,
    sites: HashMap<String, String>,
    elsewhere: HashMap<E164, Vec<String>>,
}

impl Existing {
    /// Adds a number of the migration's inventory.
    pub fn add_number(&mut self, number: ExistingNumber) {
        self.numbers
            .insert(number_key(&number.values.e164, &number.values.extension), number);
    }

    /// Adds a person of the migration.
    pub fn add_person(&mut self, person: ExistingPerson) {
        self.people.insert(person.values.key().to_lowercase(), person);
    }

    /// Adds a site of the customer by its name; only these can become somebody's site.
    pub fn add_site(&mut self, name: String) {
        self.sites.insert(name.to_lowercase(), name);
    }

    /// Notes that a number is in another migration too, given as `Customer/Site/Migration` and nothing more.
    pub fn add_elsewhere(&mut self, number: E164, path: String) {
        self.elsewhere.entry(number).or_default().push(path);
    }

    pub(super) fn number(&self, key: &str) -> Option<&ExistingNumber> {
        self.numbers.get(key)
    }

    pub(super) fn person(&self, upn: &str) -> Option<&ExistingPerson> {
        self.people.get(upn)
    }

    /// The site that a file means, as the customer spells it.
    pub(super) fn site(&self, written: &str) -> Option<&String> {
        self.sites.get(&written.to_lowercase())
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
