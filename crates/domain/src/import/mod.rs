//! From rows to an import plan: `read_rows` turns a sheet into records, `plan` compares them with what is
//! stored, and the preview is the very plan that is committed.
//!
//! A bad cell is data, never an `Err`. Every record ends as exactly one of inserted, updated, unchanged or
//! rejected, and every row without a record is listed as ignored.

mod account_rows;
mod amounts;
mod attendant_rows;
mod cells;
mod compare_number;
mod conflicts;
mod dates;
mod destinations;
mod existing;
mod fields;
mod fingerprint;
mod found_rows;
mod hours;
mod identity;
mod issue;
mod join;
mod join_fields;
mod join_people;
mod lines;
mod machine_rows;
mod marks;
mod mask;
mod name_words;
mod number_cells;
mod number_rows;
mod order_rows;
mod people;
mod person_rows;
mod place_rows;
mod place_words;
mod plan;
mod plan_account;
mod plan_agent;
mod plan_attendant;
mod plan_found;
mod plan_list;
mod plan_number;
mod plan_person;
mod plan_queue;
mod plan_site;
mod planner;
mod queue_rows;
mod read;
mod reader;
mod record;
mod report;
mod report_records;
mod row_kind;
mod settings;
mod shared_lines;
mod site_row_values;
mod site_rows;
mod texts;
mod undo;
mod voice_values;
mod warnings;

pub use cells::{OriginalCell, original_cells};
pub use conflicts::conflict_key;
pub use dates::read_day;
pub use existing::{
    Existing, ExistingAccountNumber, ExistingAgent, ExistingAttendant, ExistingNumber, ExistingPerson,
    ExistingQueue, ExistingResourceAccount, ExistingSite, ExistingSiteRow, fill_from_older,
};
pub use fingerprint::fingerprint;
pub use hours::opening_ranges;
pub use identity::upn_domain;
pub use issue::{Issue, IssueCode};
pub use join::incomplete_set;
pub use plan::{
    EntityCount, FieldConflict, ImportCounts, ImportPlan, NumberStep, PlanChoices, PlannedRecord, Stored,
    plan,
};
pub use read::read_rows;
pub use record::{ExpandedRange, IgnoredRow, NumberValues, PersonValues, Record, RecordValues, RowReason};
pub use report::{ImportReport, ReportFile, ReportSheet, report};
pub use settings::{DateOrder, ImportSettings, Reading};
pub use site_row_values::{
    CircuitRow, ContactRow, DeviceRow, LicenseRow, LocationRow, SegmentRow, SiteHints, SiteRow,
    SiteRowValues, SpecialLineRow,
};
pub use undo::{ImportedRow, PresentState, Reference, UndoAct, UndoStep, plan_undo};
pub use voice_values::{
    AccountNumberValues, AgentValues, AutoAttendantValues, CallQueueValues, GroupLink, OrderEventValues,
    ResourceAccountValues, SiteValues,
};
pub use warnings::ImportWarning;
