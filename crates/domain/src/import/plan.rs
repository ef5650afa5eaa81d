//! Comparing what was read with what is stored. Pure, so the preview is the dry run of the commit.

use std::collections::HashMap;
use std::fmt::Write;

use super::warnings::Warnings;
use super::{
    Existing, ExpandedRange, IgnoredRow, ImportWarning, Issue, IssueCode, Reading, Record, RecordValues,
};
use crate::changes::FieldChange;
use crate::coded::Coded;
use crate::enums::{ImportOutcome, ImportTarget};
use crate::ids::{
    AutoAttendantId, CallQueueAgentId, CallQueueId, EndUserId, LosingAccountNumberId, PhoneNumberId,
    ResourceAccountId, SiteId,
};

/// Everything an import would do. Each record has one outcome, so the four outcomes add up to the records.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportPlan {
    /// The records in the order of the sheets and their rows.
    pub records: Vec<PlannedRecord>,
    /// Rows without a record, the headers apart.
    pub ignored: Vec<IgnoredRow>,
    /// Remarks about the sheets.
    pub warnings: Vec<ImportWarning>,
    /// Cells that stood for more numbers than they spelt out.
    pub ranges: Vec<ExpandedRange>,
    /// The sums.
    pub counts: ImportCounts,
}

/// A record and what becomes of it.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct PlannedRecord {
    /// What was read, with the issues that the comparison added.
    pub record: Record,
    /// What the import does with it.
    pub outcome: ImportOutcome,
    /// The stored row it was recognised as.
    pub stored: Option<Stored>,
    /// For an update: every field that is written, and nothing else is.
    pub changes: Vec<FieldChange>,
    /// Fields that somebody changed since the last import; they stay unless the file is chosen.
    pub conflicts: Vec<FieldConflict>,
    /// For a person with a number: what happens to the number.
    pub number_step: Option<NumberStep>,
}

/// A field about which the file and somebody's later change disagree.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldConflict {
    /// The field, as in changes.
    pub field: String,
    /// What the file says.
    #[ts(type = "unknown")]
    pub file: serde_json::Value,
    /// What the last import wrote; null when it wrote nothing.
    #[ts(type = "unknown")]
    pub last_import: serde_json::Value,
    /// What is stored now.
    #[ts(type = "unknown")]
    pub now: serde_json::Value,
    /// Whether the file's value is taken.
    pub takes_file: bool,
}

/// What a person decided about the plan beyond the reading.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanChoices {
    /// Conflicts in which the file's value is taken: `entity/key/field`.
    pub take_file: Vec<String>,
    /// Whether every conflict takes the file's value.
    pub take_file_always: bool,
}

/// A stored row and the revision that an update must name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(tag = "entity", rename_all = "snake_case")]
#[allow(missing_docs, reason = "an id and its revision")]
pub enum Stored {
    PhoneNumbers {
        id: PhoneNumberId,
        revision: i64,
    },
    EndUsers {
        id: EndUserId,
        revision: i64,
    },
    ResourceAccounts {
        id: ResourceAccountId,
        revision: i64,
    },
    CallQueues {
        id: CallQueueId,
        revision: i64,
    },
    CallQueueAgents {
        id: CallQueueAgentId,
        revision: i64,
    },
    AutoAttendants {
        id: AutoAttendantId,
        revision: i64,
    },
    Sites {
        id: SiteId,
        revision: i64,
    },
    LosingAccountNumbers {
        id: LosingAccountNumberId,
        revision: i64,
    },
}

/// What committing does with the primary number of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(tag = "step", rename_all = "snake_case")]
#[allow(missing_docs, reason = "an id and its revision")]
pub enum NumberStep {
    /// It is new: insert it, assigned to the person.
    Insert,
    /// It is in the inventory and free: assign it.
    Assign { id: PhoneNumberId, revision: i64 },
    /// The person holds it already.
    Keep { id: PhoneNumberId },
}

/// How many records of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct EntityCount {
    /// The kind.
    pub entity: ImportTarget,
    /// How many are accepted.
    pub accepted: usize,
}

/// The sums of a plan; `inserted + updated + unchanged + rejected = records`.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "counts named after outcomes")]
pub struct ImportCounts {
    /// Rows below the header that hold anything, with or without a record.
    pub rows_read: usize,
    pub records: usize,
    pub inserted: usize,
    pub updated: usize,
    pub unchanged: usize,
    pub rejected: usize,
    /// Rows without a record.
    pub ignored: usize,
    /// Accepted records by kind, kinds without any left out.
    pub by_entity: Vec<EntityCount>,
}

impl ImportCounts {
    /// Records that are not rejected.
    pub fn accepted(&self) -> usize {
        self.inserted + self.updated + self.unchanged
    }
}

/// What planning remembers from one record to the next.
pub(super) struct Planner<'a> {
    pub(super) existing: &'a Existing,
    pub(super) choices: &'a PlanChoices,
    /// Key of each number taken so far and the row that took it.
    pub(super) numbers: HashMap<String, u32>,
    /// UPN of each person taken so far and their row.
    pub(super) people: HashMap<String, u32>,
    pub(super) warnings: Warnings,
    /// The last person that was rejected, with the reason.
    rejected_person: Option<(u32, Issue)>,
}

/// Decides what becomes of every record of the sheets that are imported together, in their order.
pub fn plan(readings: Vec<Reading>, existing: &Existing, choices: &PlanChoices) -> ImportPlan {
    let (mut records, mut ignored, mut warnings, mut ranges) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for reading in readings {
        records.extend(reading.records);
        ignored.extend(reading.ignored);
        warnings.extend(reading.warnings);
        ranges.extend(reading.ranges);
    }
    let mut planner = Planner {
        existing,
        choices,
        numbers: HashMap::with_capacity(records.len()),
        people: HashMap::new(),
        warnings: Warnings::default(),
        rejected_person: None,
    };
    let records: Vec<PlannedRecord> = records.into_iter().map(|record| planner.record(record)).collect();
    let counts = count(&records, &ignored);
    let warnings = warnings.into_iter().chain(planner.warnings.finish()).collect();
    ImportPlan {
        records,
        ignored,
        warnings,
        ranges,
        counts,
    }
}

impl Planner<'_> {
    fn record(&mut self, record: Record) -> PlannedRecord {
        let mut planned = PlannedRecord {
            record,
            outcome: ImportOutcome::Rejected,
            stored: None,
            changes: Vec::new(),
            conflicts: Vec::new(),
            number_step: None,
        };
        if let Some((row, issue)) = &self.rejected_person
            && *row == planned.record.source_row
            && planned.record.entity == ImportTarget::PhoneNumbers
            && issue.code != IssueCode::DuplicateUpn
        {
            planned.record.issues.push(issue.clone());
        }
        if planned.record.rejection().is_none() {
            let values = planned.record.values.take();
            match &values {
                Some(RecordValues::PhoneNumber(number)) => self.number(number, &mut planned),
                Some(RecordValues::EndUser(person)) => self.person(person, &mut planned),
                Some(
                    RecordValues::ResourceAccount(_)
                    | RecordValues::CallQueue(_)
                    | RecordValues::CallQueueAgent(_)
                    | RecordValues::AutoAttendant(_)
                    | RecordValues::Site(_)
                    | RecordValues::LosingAccountNumber(_)
                    | RecordValues::PortOrderEvent(_),
                )
                | None => {}
            }
            planned.record.values = values;
        }
        if let Some(issue) = planned.record.rejection() {
            if planned.record.entity == ImportTarget::EndUsers {
                self.rejected_person = Some((planned.record.source_row, issue.clone()));
            }
            planned.outcome = ImportOutcome::Rejected;
            planned.stored = None;
            planned.changes.clear();
            planned.number_step = None;
        }
        planned
    }
}

fn count(records: &[PlannedRecord], ignored: &[IgnoredRow]) -> ImportCounts {
    let of = |outcome| {
        records
            .iter()
            .filter(|planned| planned.outcome == outcome)
            .count()
    };
    let by_entity = ImportTarget::ALL.iter().map(|&entity| {
        let accepted = |planned: &&PlannedRecord| {
            planned.record.entity == entity && planned.outcome != ImportOutcome::Rejected
        };
        EntityCount {
            entity,
            accepted: records.iter().filter(accepted).count(),
        }
    });
    let mut rows: Vec<u32> = records.iter().map(|planned| planned.record.source_row).collect();
    rows.dedup();
    ImportCounts {
        rows_read: rows.len(),
        records: records.len(),
        inserted: of(ImportOutcome::Inserted),
        updated: of(ImportOutcome::Updated),
        unchanged: of(ImportOutcome::Unchanged),
        rejected: of(ImportOutcome::Rejected),
        ignored: ignored.len(),
        by_entity: by_entity.filter(|count| count.accepted > 0).collect(),
    }
}

/// Notes a field that the file sets to something new; a field about which it is silent stays.
pub(super) fn note_change<T: serde::Serialize + PartialEq>(
    changes: &mut Vec<FieldChange>,
    field: &str,
    old: &Option<T>,
    new: &Option<T>,
) {
    if new.is_some() && new != old {
        let json = |value: &Option<T>| serde_json::to_value(value).unwrap_or_default();
        changes.push(FieldChange {
            field: field.to_owned(),
            old_value: json(old),
            new_value: json(new),
        });
    }
}

/// A short text that changes whenever the plan would do something else: outcomes, recognised rows and their
/// revisions, changes and reasons. Commit refuses when it differs from the preview's.
pub fn fingerprint(plan: &ImportPlan) -> String {
    let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
    for planned in &plan.records {
        let PlannedRecord {
            record,
            outcome,
            stored,
            changes,
            conflicts,
            number_step,
        } = planned;
        let key = match &record.values {
            Some(RecordValues::PhoneNumber(number)) => (number.e164.as_str(), number.extension.as_str()),
            Some(RecordValues::EndUser(person)) => (person.key(), ""),
            Some(RecordValues::ResourceAccount(account)) => (account.upn.as_str(), ""),
            Some(RecordValues::CallQueue(queue)) => (queue.name.as_str(), ""),
            Some(RecordValues::CallQueueAgent(agent)) => (agent.queue.as_str(), agent.agent.as_str()),
            Some(RecordValues::AutoAttendant(attendant)) => (attendant.name.as_str(), ""),
            Some(RecordValues::Site(site)) => (site.name.as_str(), ""),
            Some(RecordValues::LosingAccountNumber(number)) => (number.e164.as_str(), ""),
            Some(RecordValues::PortOrderEvent(event)) => (event.pon.as_str(), ""),
            None => ("", ""),
        };
        let head = (
            record.sheet,
            record.source_row,
            record.ordinal,
            outcome.code(),
            key,
        );
        // Writing into the hash cannot fail.
        let _ = write!(hash, "{head:?}{stored:?}{number_step:?}{changes:?}{conflicts:?}");
        for issue in &record.issues {
            let _ = write!(hash, "{}{:?}", issue.code, issue.of_row);
        }
    }
    format!("{:016x}-{}", hash.0, plan.records.len())
}

/// FNV-1a with 64 bits: stable across machines and versions; nothing here is a secret.
struct Fnv(u64);

impl Write for Fnv {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Ok(())
    }
}
