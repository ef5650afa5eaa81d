//! Comparing what was read with what is stored. Pure, so the preview is the dry run of the commit.

use super::conflicts::Comparison;
use super::join_people::join_people;
use super::planner::Planner;
use super::{Existing, ExpandedRange, IgnoredRow, ImportWarning, Reading, Record, RowReason, join};
use crate::changes::FieldChange;
use crate::coded::Coded;
use crate::enums::{ImportOutcome, ImportTarget};
use crate::ids::{
    AutoAttendantId, CallQueueAgentId, CallQueueId, EndUserId, LosingAccountNumberId, PhoneNumberId,
    ResourceAccountId, SiteId,
};
use crate::number::E164;
use uuid::Uuid;

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
    /// For a record with a number of its own: what happens to the number.
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
    /// Whether a person may choose the file's value at all: a step that the rules forbid stays undone.
    pub can_take: bool,
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
    SiteRows {
        kind: ImportTarget,
        id: Uuid,
        revision: i64,
    },
}

/// What committing does with the number of a person, resource account, queue or attendant. Queues and attendants
/// hold no number themselves: theirs comes into the inventory unassigned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(tag = "step", rename_all = "snake_case")]
#[allow(missing_docs, reason = "an id and its revision")]
pub enum NumberStep {
    /// It is new: insert it, assigned to the record.
    Insert,
    /// It is in the inventory and free: assign it.
    Assign { id: PhoneNumberId, revision: i64 },
    /// The record holds it already, or somebody gave it elsewhere since the last import.
    Keep { id: PhoneNumberId },
    /// Another record of the plan (its place in `records`) brings or updates it: assign it after that.
    OfRecord { index: usize },
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

/// Decides what becomes of every record of the sheets that are imported together. The records stay in the order
/// of sheets and rows; they are committed in the order of their dependencies: sites, people, queues, attendants,
/// resource accounts, numbers, the holders of numbers, agents.
pub fn plan(readings: Vec<Reading>, existing: &Existing, choices: &PlanChoices) -> ImportPlan {
    let mut joined = join::join(readings);
    join_people(&mut joined, existing);
    let mut planner = Planner::new(&joined.records, existing, choices);
    let mut records: Vec<PlannedRecord> = joined.records.into_iter().map(PlannedRecord::new).collect();
    planner.decide(&mut records);
    let counts = count(&records, &joined.ignored, &joined.silent_rows);
    let warnings = joined.warnings.into_iter().chain(planner.warnings.finish());
    ImportPlan {
        records,
        ignored: joined.ignored,
        warnings: warnings.collect(),
        ranges: joined.ranges,
        counts,
    }
}

impl PlannedRecord {
    fn new(record: Record) -> Self {
        Self {
            record,
            outcome: ImportOutcome::Rejected,
            stored: None,
            changes: Vec::new(),
            conflicts: Vec::new(),
            number_step: None,
        }
    }

    /// Turns what the comparison with the stored row found into the outcome; a number that the record comes to
    /// hold is a change too.
    pub(super) fn settle(&mut self, compared: Comparison<'_>, number: Option<&E164>) {
        self.changes = compared.changes;
        self.conflicts = compared.conflicts;
        if let (Some(number), Some(NumberStep::Insert | NumberStep::Assign { .. })) =
            (number, self.number_step)
        {
            self.changes.push(FieldChange {
                field: "number".to_owned(),
                old_value: serde_json::Value::Null,
                new_value: number.as_str().into(),
            });
        }
        self.outcome = if self.changes.is_empty() {
            ImportOutcome::Unchanged
        } else {
            ImportOutcome::Updated
        };
    }

    /// Leaves nothing of the record but the reason why it is refused.
    pub(super) fn reject(&mut self) {
        self.outcome = ImportOutcome::Rejected;
        self.stored = None;
        self.changes.clear();
        self.conflicts.clear();
        self.number_step = None;
    }
}

/// `silent_rows` are rows (sheet, row) that only link groups of agents and give no record.
fn count(records: &[PlannedRecord], ignored: &[IgnoredRow], silent_rows: &[(usize, u32)]) -> ImportCounts {
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
    let mut rows: Vec<(usize, u32)> = records
        .iter()
        .map(|planned| (planned.record.sheet, planned.record.source_row))
        .chain(silent_rows.iter().copied())
        .chain(
            ignored
                .iter()
                .filter(|row| stands_below_header(row.reason))
                .map(|row| (row.sheet, row.source_row)),
        )
        .collect();
    rows.sort_unstable();
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

fn stands_below_header(reason: RowReason) -> bool {
    match reason {
        RowReason::SectionRow
        | RowReason::TotalsRow
        | RowReason::FootnoteRow
        | RowReason::RepeatedHeaderRow
        | RowReason::ColumnTypesRow
        | RowReason::ContinuationRow
        | RowReason::DuplicateNumber
        | RowReason::MergedRow => true,
        RowReason::OtherTableRow
        | RowReason::TitleRow
        | RowReason::GroupHeaderRow
        | RowReason::BlankRow
        | RowReason::PowershellTypeLine
        | RowReason::SepDirective
        | RowReason::KeyValueRow => false,
    }
}
