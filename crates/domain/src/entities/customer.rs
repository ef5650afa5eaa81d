//! Customers, the people to ask there, and their sites.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::hours::{BusinessHours, Holiday};
use crate::enums::ContactKind;
use crate::ids::{ContactId, CustomerId, SiteId};
use crate::timestamp::Timestamp;

/// A company whose telephony moves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Customer {
    /// Its id.
    pub id: CustomerId,
    /// Unique in the workspace without regard to case.
    pub name: String,
    /// The name a letter of authorization needs.
    pub legal_name: Option<String>,
    /// For example `contoso.onmicrosoft.com`.
    pub tenant_domain: Option<String>,
    /// The Entra tenant, as a GUID.
    pub tenant_id: Option<String>,
    /// IANA zone.
    pub time_zone: String,
    /// Demonstration customers may use fictitious numbers in orders.
    pub is_demo: bool,
    /// Free text.
    pub notes: Option<String>,
    /// When it was put away; archived rows stay but are left out of lists.
    pub archived_at: Option<Timestamp>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// A person at the customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Contact {
    /// Its id.
    pub id: ContactId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The site the person speaks for; none = the whole company.
    pub site_id: Option<SiteId>,
    /// Why this person matters.
    pub kind: ContactKind,
    /// Name as it is signed.
    pub name: String,
    /// Position.
    pub title: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number as given.
    pub phone: Option<String>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// A physical location being migrated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Site {
    /// Its id.
    pub id: SiteId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// Unique within the customer without regard to case.
    pub name: String,
    /// The customer's own short name for it.
    pub code: Option<String>,
    /// House number and street.
    pub street: Option<String>,
    /// City.
    pub city: Option<String>,
    /// State or province.
    pub state: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// ISO 3166 alpha-2.
    pub country: String,
    /// IANA zone.
    pub time_zone: String,
    /// E.164.
    pub main_number: Option<String>,
    /// The system that is being replaced.
    pub legacy_pbx: Option<String>,
    /// Opening hours in the site's zone; none = not known yet.
    pub business_hours: Option<BusinessHours>,
    /// Days that differ from the week.
    pub holidays: Vec<Holiday>,
    /// What was found on site.
    pub discovery_notes: Option<String>,
    /// When it was put away; archived rows stay but are left out of lists.
    pub archived_at: Option<Timestamp>,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}
