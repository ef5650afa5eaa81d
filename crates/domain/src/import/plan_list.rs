//! What becomes of the lines of a losing carrier's list and of a carrier's status export.

use super::conflicts::Comparison;
use super::planner::{Place, Planner};
use super::{AccountNumberValues, Issue, IssueCode, OrderEventValues, PlannedRecord, Stored};
use crate::enums::{ImportOutcome, ImportTarget};
use crate::mapping::ImportField;

impl Planner<'_> {
    pub(super) fn account_number(
        &mut self,
        place: Place,
        number: &AccountNumberValues,
        planned: &mut PlannedRecord,
    ) {
        let entity = ImportTarget::LosingAccountNumbers;
        let key = number.e164.as_str();
        if let Err(mut issue) = self.first(place, entity, key, ImportField::E164) {
            issue.code = IssueCode::DuplicateNumber;
            return planned.record.issues.push(issue);
        }
        planned.outcome = ImportOutcome::Inserted;
        let Some(stored) = self.existing.account_number(&number.e164) else {
            return;
        };
        planned.stored = Some(Stored::LosingAccountNumbers {
            id: stored.id,
            revision: stored.revision,
        });
        let (now, last) = (&stored.values, stored.last_import.as_ref());
        let mut compared = Comparison::new(entity, key.to_owned(), self.choices, number, now, last);
        compared.fields(&["btn"]);
        planned.settle(compared, None);
    }

    /// An event is proposed to its order; one of an unknown order is listed and goes nowhere.
    pub(super) fn order_event(&mut self, event: &OrderEventValues, planned: &mut PlannedRecord) {
        if self.existing.is_file_alone() || self.existing.has_order(&event.pon) {
            planned.outcome = ImportOutcome::Inserted;
            return;
        }
        let text = "No order of the migration has this number.";
        let (code, field) = (IssueCode::OrderNotFound, ImportField::Pon);
        planned
            .record
            .issues
            .push(Issue::error(code, field, &event.pon, text));
    }
}
