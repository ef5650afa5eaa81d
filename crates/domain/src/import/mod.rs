//! From rows to an import plan: `read_rows` turns a sheet into records, `plan` compares them with what is
//! stored, and the preview is the very plan that is committed.
//!
//! A bad cell is data, never an `Err`. Every record ends as exactly one of inserted, updated, unchanged or
//! rejected, and every row without a record is listed as ignored.

mod cells;
mod dates;
mod existing;
mod issue;
mod number_rows;
mod person_rows;
mod plan;
mod plan_number;
mod plan_person;
mod read;
mod record;
mod report;
mod row_kind;
mod voice_values;
mod warnings;

pub use cells::{OriginalCell, original_cells};
pub use existing::{Existing, ExistingNumber, ExistingPerson};
pub use issue::{Issue, IssueCode};
pub use plan::{
    EntityCount, FieldConflict, ImportCounts, ImportPlan, NumberStep, PlanChoices, PlannedRecord, Stored,
    fingerprint, plan,
};
pub use read::{DateOrder, ImportSettings, Reading, read_rows};
pub use record::{ExpandedRange, IgnoredRow, NumberValues, PersonValues, Record, RecordValues, RowReason};
pub use report::{ImportReport, report};
pub use voice_values::{
    AccountNumberValues, AgentValues, AutoAttendantValues, CallQueueValues, GroupLink, OrderEventValues,
    ResourceAccountValues, SiteValues,
};
pub use warnings::ImportWarning;
