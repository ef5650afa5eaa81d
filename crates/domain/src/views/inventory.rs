//! Numbers and people with the names around them, as a grid shows them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::enums::{Disposition, NumberUsage, PhoneNumberType, PortingStatus};
use crate::ids::{
    EndUserId, ImportBatchId, LosingAccountId, MigrationId, PhoneNumberId, PortOrderId, ResourceAccountId,
    SiteId,
};

/// A number as the grid shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NumberRow {
    /// The record.
    pub id: PhoneNumberId,
    /// Its migration.
    pub migration_id: MigrationId,
    /// For the revision check.
    #[ts(type = "number")]
    pub revision: i64,
    /// E.164.
    pub number: String,
    /// Empty when there is none.
    pub extension: String,
    /// What it is for.
    pub number_type: PhoneNumberType,
    /// The Teams capability it needs.
    pub usage: NumberUsage,
    /// How far its port has come.
    pub porting_status: PortingStatus,
    /// What is to become of it.
    pub disposition: Disposition,
    /// Free text of the customer.
    pub description: Option<String>,
    /// Who holds it: a person's or a resource account's display name.
    pub holder_name: Option<String>,
    /// Who holds it: their UPN.
    pub holder_upn: Option<String>,
    /// The person who holds it.
    pub assigned_end_user_id: Option<EndUserId>,
    /// The resource account that holds it.
    pub assigned_resource_account_id: Option<ResourceAccountId>,
    /// The losing carrier named by the customer's list.
    pub current_carrier: Option<String>,
    /// The losing account.
    pub losing_account_id: Option<LosingAccountId>,
    /// The losing account's BTN.
    pub losing_account_btn: Option<String>,
    /// Rate center.
    pub rate_center: Option<String>,
    /// The open order it is in.
    pub open_port_order_id: Option<PortOrderId>,
    /// That order's PON.
    pub port_order_pon: Option<String>,
    /// The carrier's local date.
    #[ts(type = "string | null")]
    pub foc_date: Option<NaiveDate>,
    /// The carrier's words.
    pub rejection_reason: Option<String>,
    /// Free text.
    pub notes: Option<String>,
    /// The import that brought it.
    pub import_batch_id: Option<ImportBatchId>,
    /// The name of that import's file.
    pub import_file_name: Option<String>,
    /// The sheet of that file.
    pub import_sheet: Option<String>,
    /// The row of the spreadsheet it came from, as Excel counts.
    #[ts(type = "number | null")]
    pub source_row: Option<i64>,
}

/// A number that stands in several migrations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DuplicateNumber {
    /// E.164.
    pub number: String,
    /// Where it stands, by path.
    pub places: Vec<NumberPlace>,
}

/// One of the places at which a number stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NumberPlace {
    /// The record there.
    pub id: PhoneNumberId,
    /// E.164.
    pub number: String,
    /// Empty when there is none.
    pub extension: String,
    /// The migration.
    pub migration_id: MigrationId,
    /// `Customer/Site/Migration`.
    pub path: String,
    /// What is to become of it there.
    pub disposition: Disposition,
    /// How far its port has come there.
    pub porting_status: PortingStatus,
}

/// A person as the grid shows them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EndUserRow {
    /// The record.
    pub id: EndUserId,
    /// Their migration.
    pub migration_id: MigrationId,
    /// For the revision check.
    #[ts(type = "number")]
    pub revision: i64,
    /// User principal name.
    pub upn: Option<String>,
    /// Display name.
    pub display_name: String,
    /// Given name.
    pub first_name: Option<String>,
    /// Family name.
    pub last_name: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// Job title.
    pub job_title: Option<String>,
    /// The short dial of the old system.
    pub legacy_extension: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Their site.
    pub site_id: Option<SiteId>,
    /// Its name.
    pub site_name: Option<String>,
    /// Numbers they hold, in order, separated by `, `.
    pub numbers: Option<String>,
    /// Two letters.
    pub usage_location: Option<String>,
    /// Licence SKU part number.
    pub license_sku: Option<String>,
    /// Voice routing policy.
    pub voice_routing_policy: Option<String>,
    /// Dial plan.
    pub dial_plan: Option<String>,
    /// Calling policy.
    pub calling_policy: Option<String>,
    /// When they move.
    #[ts(type = "string | null")]
    pub cutover_date: Option<NaiveDate>,
    /// Whether Teams is set up for them, by evidence.
    pub is_configured: bool,
    /// Free text.
    pub notes: Option<String>,
}
