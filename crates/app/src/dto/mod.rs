//! What commands take and give. Records of the database travel as `portflow_domain::entities`; only what a
//! screen needs beyond one record, and what a person hands in, has a shape of its own here.

pub mod account_numbers;
pub mod accounts;
pub mod carriers;
pub mod customers;
pub mod dashboard;
pub mod discovery;
pub mod discovery_workbook;
pub mod grid;
pub mod holidays;
pub mod import_batches;
pub mod import_rows;
pub mod imports;
pub mod number_ranges;
pub mod numbers;
pub mod order_changes;
pub mod order_documents;
pub mod order_proposals;
pub mod order_watch;
pub mod orders;
pub mod problems;
pub mod questionnaires;
pub mod saved_sites;
pub mod saved_views;
pub mod scripts;
pub mod site_files;
pub mod site_uses;
pub mod status_sheets;
pub mod workspace;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Nothing to say.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Empty {}

/// One record, by id. Ids travel as text; each command knows which kind it means.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ById<I> {
    /// The record.
    pub id: I,
}
