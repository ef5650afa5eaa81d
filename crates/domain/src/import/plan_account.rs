//! What becomes of a resource account, and of the number it carries.

use serde_json::Value;

use super::conflicts::Comparison;
use super::plan_number::{Claim, Holder, second_number};
use super::planner::{Place, Planner, account_key};
use super::{Issue, IssueCode, PlannedRecord, ResourceAccountValues, Stored};
use crate::enums::{ImportOutcome, ImportTarget};
use crate::mapping::ImportField;

impl Planner<'_> {
    pub(super) fn account(
        &mut self,
        place: Place,
        account: &ResourceAccountValues,
        planned: &mut PlannedRecord,
    ) {
        let entity = ImportTarget::ResourceAccounts;
        let stored = self.existing.account(account);
        let key = stored.map_or_else(|| account_key(account), |stored| stored.values.upn.to_lowercase());
        if let Err(issue) = self.first(place, entity, &key, ImportField::Upn) {
            let issue = self.another_number(account, &key, planned).unwrap_or(issue);
            return planned.record.issues.push(issue);
        }
        if let Some(number) = &account.e164 {
            let said = stored.and_then(|stored| stored.last_import.as_ref());
            let claim = Claim {
                number,
                extension: &account.number_extension,
                holder: Holder::Account(stored.map(|stored| stored.values.upn.to_lowercase())),
                repeats: said.is_some_and(|said| said["e164"].as_str() == Some(number.as_str())),
            };
            if let Err(issue) = self.claim(place, &claim, planned) {
                self.seen.remove(&(entity, super::people::folded(&key)));
                return planned.record.issues.push(issue);
            }
        }
        self.warn_of_application(account, planned);
        if stored.is_none() {
            self.warn_of_name(account, planned);
        }
        planned.outcome = ImportOutcome::Inserted;
        let Some(stored) = stored else { return };
        planned.stored = Some(Stored::ResourceAccounts {
            id: stored.id,
            revision: stored.revision,
        });
        let (key, now, last) = (account_key(account), &stored.values, stored.last_import.as_ref());
        let mut compared = Comparison::new(entity, key, self.choices, account, now, last);
        let upn = Value::from(now.upn.clone());
        if !now.upn.contains('@') {
            compared.field("upn", upn.clone());
        }
        compared.field("displayName", upn);
        compared.fields(&["accountType", "usageLocation", "licenseSku"]);
        // Names of applications are compared as names are: without regard to case and space.
        for (field, file, now) in [
            ("callQueue", &account.call_queue, &now.call_queue),
            ("autoAttendant", &account.auto_attendant, &now.auto_attendant),
        ] {
            let folded = |name: &Option<String>| name.as_deref().map(super::people::folded);
            if folded(file) != folded(now) {
                compared.fields(&[field]);
            }
        }
        planned.settle(compared, account.e164.as_ref());
    }

    /// A new account that the file does not name gets a name, which lacks its end where the tenant is not known.
    fn warn_of_name(&mut self, account: &ResourceAccountValues, planned: &mut PlannedRecord) {
        let can_be_named = self.existing.has_tenant_domain() || self.existing.is_file_alone();
        if !account.upn.is_empty() || can_be_named {
            return;
        }
        let text = "The file names no user principal name for this resource account, and the customer has no \
            tenant domain to make one with. Enter the tenant domain at the customer first, or import the account \
            with its name later.";
        let code = IssueCode::AccountWithoutDomain;
        planned
            .record
            .issues
            .push(Issue::warning(code, ImportField::Upn, "", text));
        self.warnings
            .on_sheet(code, planned.record.sheet, planned.record.source_row);
    }

    /// The objection to a second row of an account that gives it another number than the first.
    fn another_number(
        &self,
        account: &ResourceAccountValues,
        key: &str,
        planned: &PlannedRecord,
    ) -> Option<Issue> {
        let number = account.e164.as_ref()?;
        let first = self
            .seen
            .get(&(ImportTarget::ResourceAccounts, super::people::folded(key)))?;
        let taken = self.numbers.iter().filter(|(_, taken)| taken.place == *first);
        // A number matched by its base stands under two keys; the shorter one is the base.
        let (held, _) = taken.min_by_key(|(held, _)| *held)?;
        if held.split(';').next() == Some(number.as_str()) {
            return None;
        }
        let elsewhere = if first.sheet == planned.record.sheet {
            ""
        } else {
            " of another sheet"
        };
        let has = format!("Row {}{elsewhere} gives the account {held}", first.row);
        let issue = second_number(&has, &planned.record.written, "Keep one of the two rows.");
        Some(Issue {
            of_row: Some(first.row),
            ..issue
        })
    }

    /// An account may come before its application; that is said, because it answers for nothing until then.
    fn warn_of_application(&mut self, account: &ResourceAccountValues, planned: &mut PlannedRecord) {
        let missing = |name: &&String, entity: ImportTarget, stored: bool| {
            !stored && !self.seen.contains_key(&(entity, super::people::folded(name)))
        };
        let queue = account.call_queue.as_ref();
        let queue = queue.filter(|name| {
            missing(
                name,
                ImportTarget::CallQueues,
                self.existing.queue(name).is_some(),
            )
        });
        let attendant = account.auto_attendant.as_ref().filter(|name| {
            let stored = self.existing.attendant(name).is_some();
            missing(name, ImportTarget::AutoAttendants, stored)
        });
        let (field, name) = match (queue, attendant) {
            (Some(name), _) => (ImportField::CallQueue, name),
            (None, Some(name)) => (ImportField::AutoAttendant, name),
            (None, None) => return,
        };
        if self.existing.is_file_alone() {
            return;
        }
        let text = "Neither the migration nor the files have it; the account is imported without it.";
        let issue = Issue::warning(IssueCode::QueueNotFound, field, name, text);
        planned.record.issues.push(issue);
    }
}
