//! Gaining carriers: their profiles, the preview of a sheet, their own workbooks, and the days on which they port.

use chrono::NaiveDate;
use portflow_domain::entities::{Carrier, CarrierContact};
use portflow_domain::ids::{CarrierId, MigrationId, SiteId};
use portflow_domain::porting::carrier::{
    CarrierProfile, PortRules, SheetFormat, SheetTemplate, WorkbookTemplate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::orders::GuardLine;

/// A carrier with its profile spelt out, defaults included.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CarrierDetail {
    /// The record.
    pub carrier: Carrier,
    /// What it says.
    pub profile: CarrierProfile,
}

/// New values for a carrier.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UpdateCarrier {
    /// The carrier.
    pub id: CarrierId,
    /// The revision you saw.
    pub revision: i64,
    /// Name as shown.
    pub name: String,
    /// Operating company number.
    pub ocn: Option<String>,
    /// Whom to reach there.
    pub contacts: Vec<CarrierContact>,
    /// What the carrier insists on.
    pub port_rules: PortRules,
    /// The sheet it wants filled in; without a workbook in it, the carrier's own workbook is no longer kept.
    pub sheet_template: SheetTemplate,
    /// The carrier's own workbook, where another one is to be kept from now on.
    #[serde(default)]
    pub workbook_file_id: Option<String>,
}

/// Say that a profile was held against the carrier's own rules and form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConfirmCarrier {
    /// The carrier.
    pub id: CarrierId,
    /// The revision you saw.
    pub revision: i64,
}

/// Write a profile as JSON.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportCarrier {
    /// The carrier.
    pub id: CarrierId,
    /// Where to: a handle from the save dialog.
    pub file_id: String,
}

/// Take over a profile from a JSON file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportCarrier {
    /// The file.
    pub file_id: String,
    /// Whether a carrier that is there already gets the values of the file.
    #[serde(default)]
    pub replace: bool,
}

/// The carrier that a file stands for now.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportedCarrier {
    /// As stored.
    pub carrier: Carrier,
    /// Whether it is new.
    pub is_new: bool,
}

/// Show a template with sample rows.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreviewCarrierSheet {
    /// The carrier's name, which a column may show.
    pub name: String,
    /// Its operating company number.
    #[serde(default)]
    pub ocn: Option<String>,
    /// The template, stored or not.
    pub sheet_template: SheetTemplate,
}

/// A template with sample rows.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CarrierSheetPreview {
    /// What kind of file it becomes.
    pub file_format: SheetFormat,
    /// Labels and facts above the table.
    pub title_rows: Vec<(String, String)>,
    /// The headings; none where they are left out.
    pub headers: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// What the carrier's limits say of the sample, and what cannot be kept.
    pub findings: Vec<GuardLine>,
}

/// Look into a carrier's own workbook.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadCarrierWorkbook {
    /// The carrier, whose kept workbook is read where no file is named.
    pub id: CarrierId,
    /// A file to look into before it is kept.
    #[serde(default)]
    pub file_id: Option<String>,
    /// The sheet; the likeliest one when absent.
    #[serde(default)]
    pub sheet: Option<String>,
}

/// A carrier's own workbook, and where the facts may go in it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CarrierWorkbook {
    /// Name of the file.
    pub file_name: String,
    /// Its visible sheets.
    pub sheets: Vec<String>,
    /// The upper left part of the sheet, as a person sees it.
    pub rows: Vec<Vec<String>>,
    /// Where the facts go, as far as its labels and headings tell.
    pub suggestion: WorkbookTemplate,
}

/// Ask on which days numbers may move.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AskPortDates {
    /// The gaining carrier; that of the migration when absent.
    #[serde(default)]
    pub carrier_id: Option<CarrierId>,
    /// Where the numbers are; the site of the migration when absent.
    #[serde(default)]
    pub site_id: Option<SiteId>,
    /// The migration.
    #[serde(default)]
    pub migration_id: Option<MigrationId>,
    /// The first day of the answer; today when absent.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub from: Option<NaiveDate>,
    /// The last day of the answer; six weeks later when absent.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub to: Option<NaiveDate>,
    /// How many numbers the order will have.
    #[serde(default)]
    pub numbers: usize,
}
