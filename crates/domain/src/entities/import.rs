//! What an import read, did, and needs in order to be undone.
//!
//! Cells never hold the columns marked as secret.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;
use uuid::Uuid;

use crate::enums::{ImportOutcome, ImportStatus, ImportTarget};
use crate::ids::{
    CustomerId, ImportBatchId, ImportRowId, ImportSheetId, MappingProfileId, MigrationId, TeamMemberId,
};
use crate::timestamp::Timestamp;

/// One committed import of one file or of several together. Inserted, updated, unchanged and rejected add up to records.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportBatch {
    /// Its id.
    pub id: ImportBatchId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The migration it belongs to.
    pub migration_id: MigrationId,
    /// Name without folders; of several files the first and how many more.
    pub file_name: String,
    /// Of the first file, in hexadecimal; each sheet knows that of its own.
    pub file_sha256: String,
    /// Rows below the header that were not empty.
    pub rows_read: i64,
    /// Records those rows gave.
    pub records: i64,
    /// Records that became new rows.
    pub inserted: i64,
    /// Records that changed a row.
    pub updated: i64,
    /// Records that were there already.
    pub unchanged: i64,
    /// Records refused.
    pub rejected: i64,
    /// Whether it still stands.
    pub status: ImportStatus,
    /// Who confirmed it.
    pub imported_by: TeamMemberId,
    /// When it was committed.
    pub at: Timestamp,
    /// When it was undone.
    pub undone_at: Option<Timestamp>,
}

/// How one sheet of the file was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportSheet {
    /// Its id.
    pub id: ImportSheetId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The import.
    pub import_batch_id: ImportBatchId,
    /// Name of the sheet; unique within the import.
    pub sheet: String,
    /// Name of its file without folders.
    pub file_name: String,
    /// Of its file, in hexadecimal.
    pub file_sha256: String,
    /// Row of the header, from 1; 0 when there is none.
    pub header_row: i64,
    /// What its rows were read as.
    pub target: ImportTarget,
    /// Which column gave which field.
    #[ts(type = "unknown")]
    pub column_map: Value,
    /// Everything else that was chosen: meanings of values, defaults, country, cells as mended.
    #[ts(type = "unknown")]
    pub settings: Value,
}

/// One record, found by (batch, sheet, source row, entity type, ordinal).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportRow {
    /// Its id.
    pub id: ImportRowId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The import.
    pub import_batch_id: ImportBatchId,
    /// Name of the sheet.
    pub sheet: String,
    /// Row in the sheet, from 1.
    pub source_row: i64,
    /// Place among the records of that row, from 0.
    pub ordinal: i64,
    /// Table that the record belongs to.
    pub entity_type: String,
    /// The row it became or matched; none when rejected.
    pub entity_id: Option<Uuid>,
    /// What was done.
    pub outcome: ImportOutcome,
    /// What was wrong or doubtful.
    #[ts(type = "unknown")]
    pub issues: Value,
    /// The texts of the cells as they were read, in the order of the sheet's columns; the last ones may be missing.
    #[ts(type = "unknown")]
    pub cells: Value,
    /// The fields as imported, those about which the file said nothing left out.
    #[ts(type = "unknown")]
    pub values: Value,
    /// The fields as they were before an update.
    #[ts(type = "unknown")]
    pub before: Option<Value>,
    /// Revision of the row after the import; undo refuses where it has moved on.
    pub revision_after: Option<i64>,
}

/// A column mapping kept for the next file of the same shape.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MappingProfile {
    /// Its id.
    pub id: MappingProfileId,
    /// Unique without regard to case.
    pub name: String,
    /// What it reads rows as.
    pub target: ImportTarget,
    /// Recognises the header it was made for.
    pub header_fingerprint: String,
    /// Which column gives which field.
    #[ts(type = "unknown")]
    pub column_map: Value,
    /// Which text means which value.
    #[ts(type = "unknown")]
    pub value_map: Value,
    /// Values for fields without a column.
    #[ts(type = "unknown")]
    pub defaults: Value,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}
