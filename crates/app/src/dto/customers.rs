//! Customers, contacts, sites and migrations.

use chrono::NaiveDate;
use portflow_domain::entities::Migration;
use portflow_domain::enums::{ContactKind, MigrationStatus, RoutingType};
use portflow_domain::ids::{CarrierId, ContactId, CustomerId, MigrationId, SiteId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A new customer.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct AddCustomer {
    /// What you call them; unique in the workspace.
    pub name: String,
    /// The name on the customer service record, misspellings included.
    pub legal_name: Option<String>,
    /// The Microsoft 365 tenant's domain.
    pub tenant_domain: Option<String>,
    /// The Microsoft 365 tenant's id, a GUID.
    pub tenant_id: Option<String>,
    /// IANA time zone.
    pub time_zone: Option<String>,
    /// Fictitious numbers are allowed in port orders of a demonstration customer.
    pub is_demo: bool,
    /// Free text.
    pub notes: Option<String>,
}

/// New values for a customer.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UpdateCustomer {
    /// The customer.
    pub id: CustomerId,
    /// The revision you saw.
    pub revision: i64,
    /// All values.
    #[serde(flatten)]
    pub values: AddCustomer,
}

/// A new contact.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddContact {
    /// Whose contact.
    pub customer_id: CustomerId,
    /// Where, if they belong to one site.
    #[serde(default)]
    pub site_id: Option<SiteId>,
    /// What they are for.
    pub kind: ContactKind,
    /// Their name.
    pub name: String,
    /// Job title.
    #[serde(default)]
    pub title: Option<String>,
    /// E-mail address.
    #[serde(default)]
    pub email: Option<String>,
    /// Telephone number as text.
    #[serde(default)]
    pub phone: Option<String>,
}

/// New values for a contact.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UpdateContact {
    /// The contact.
    pub id: ContactId,
    /// The revision you saw.
    pub revision: i64,
    /// Where, if they belong to one site.
    #[serde(default)]
    pub site_id: Option<SiteId>,
    /// What they are for.
    pub kind: ContactKind,
    /// Their name.
    pub name: String,
    /// Job title.
    #[serde(default)]
    pub title: Option<String>,
    /// E-mail address.
    #[serde(default)]
    pub email: Option<String>,
    /// Telephone number as text.
    #[serde(default)]
    pub phone: Option<String>,
}

/// Remove a contact.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RemoveContact {
    /// The contact.
    pub id: ContactId,
    /// The revision you saw.
    pub revision: i64,
}

/// Records of one customer, or of all.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct OfCustomer {
    /// Only this customer's.
    pub customer_id: Option<CustomerId>,
}

/// A new site.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddSite {
    /// Whose site.
    pub customer_id: CustomerId,
    /// All values.
    #[serde(flatten)]
    pub values: SiteValues,
}

/// What a person enters about a site.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct SiteValues {
    /// Unique within the customer.
    pub name: String,
    /// Short code.
    pub code: Option<String>,
    /// House number and street.
    pub street: Option<String>,
    /// City.
    pub city: Option<String>,
    /// State or province.
    pub state: Option<String>,
    /// ZIP or postal code, as text.
    pub postal_code: Option<String>,
    /// ISO 3166 code of two letters; US when absent.
    pub country: Option<String>,
    /// IANA time zone, e.g. America/Chicago.
    pub time_zone: String,
    /// The number people call.
    pub main_number: Option<String>,
    /// What stands there today.
    pub legacy_pbx: Option<String>,
    /// Free text of the discovery.
    pub discovery_notes: Option<String>,
}

/// New values for a site.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UpdateSite {
    /// The site.
    pub id: SiteId,
    /// The revision you saw.
    pub revision: i64,
    /// All values.
    #[serde(flatten)]
    pub values: SiteValues,
}

/// A new migration.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddMigration {
    /// The site to be migrated.
    pub site_id: SiteId,
    /// All values.
    #[serde(flatten)]
    pub values: MigrationValues,
}

/// What a person enters about a migration.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MigrationValues {
    /// Unique within the site.
    pub name: String,
    /// How calls will reach Teams.
    pub routing_type: RoutingType,
    /// The gaining carrier.
    #[serde(default)]
    pub carrier_id: Option<CarrierId>,
    /// When it should be done.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub target_date: Option<NaiveDate>,
    /// Voice routing policy for people without one of their own (Direct Routing).
    #[serde(default)]
    pub voice_routing_policy: Option<String>,
    /// Dial plan for people without one of their own.
    #[serde(default)]
    pub dial_plan: Option<String>,
    /// Free text.
    #[serde(default)]
    pub notes: Option<String>,
}

/// New values for a migration.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UpdateMigration {
    /// The migration.
    pub id: MigrationId,
    /// The revision you saw.
    pub revision: i64,
    /// All values.
    #[serde(flatten)]
    pub values: MigrationValues,
}

/// Move a migration along its state machine.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TransitionMigration {
    /// The migration.
    pub id: MigrationId,
    /// The revision you saw.
    pub revision: i64,
    /// Where to.
    pub to: MigrationStatus,
    /// Why; some steps ask for it.
    #[serde(default)]
    pub reason: Option<String>,
}

/// A migration with the names around it and what it may become next.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MigrationDetail {
    /// The record.
    pub migration: Migration,
    /// The customer's name.
    pub customer_name: String,
    /// Whether the customer is a demonstration.
    pub is_demo: bool,
    /// The site's name.
    pub site_name: String,
    /// The site's IANA time zone.
    pub site_time_zone: String,
    /// The gaining carrier's name.
    pub carrier_name: Option<String>,
    /// `Customer/Site/Migration`.
    pub path: String,
    /// Where it may go from here.
    pub next: Vec<NextMigrationStatus>,
}

/// One way on for a migration.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NextMigrationStatus {
    /// Where to.
    pub status: MigrationStatus,
    /// Whether a reason is asked for.
    pub needs_reason: bool,
}
