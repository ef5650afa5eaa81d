//! Where values of a site are used by later steps, and what a site proposes to them.

use portflow_domain::entities::PostalAddress;
use portflow_domain::ids::{ContactId, SiteId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What uses a value of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SiteUseKind {
    /// A migration of the site.
    Migration,
    /// An account that serves only this site.
    LosingAccount,
    /// An open order of the site's migrations.
    PortOrder,
    /// An auto attendant of the site's migrations.
    AutoAttendant,
}

/// Which value it uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SiteUseField {
    /// The site's time zone.
    TimeZone,
    /// Its business hours.
    BusinessHours,
    /// Its holidays.
    Holidays,
    /// Its service address; two spellings of one place are the same.
    Address,
    /// The billing telephone number of its circuits.
    Btn,
    /// Its authorized signer.
    Signer,
}

/// A value of a site where a later step uses it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SiteUse {
    /// What uses it.
    pub what: SiteUseKind,
    /// Which one.
    #[ts(type = "string")]
    pub id: Uuid,
    /// How a person knows it.
    pub label: String,
    /// Which value.
    pub field: SiteUseField,
    /// Whether it still is the site's.
    pub is_current: bool,
    /// Why it cannot take over the site's value now; none where it can, or has it.
    pub blocked: Option<String>,
    /// The revision of what uses it.
    pub revision: i64,
}

/// Take over the site's value.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TakeSiteValue {
    /// The site.
    pub site_id: SiteId,
    /// What uses it.
    pub what: SiteUseKind,
    /// Which one.
    #[ts(type = "string")]
    pub id: Uuid,
    /// Which value.
    pub field: SiteUseField,
    /// The revision you saw.
    pub revision: i64,
}

/// What a site proposes for a new losing account.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountProposal {
    /// The site.
    pub site_id: SiteId,
    /// Its name.
    pub site_name: String,
    /// The carrier of its circuits; none where no circuit is written down.
    pub carrier_name: Option<String>,
    /// The billing telephone number of these circuits.
    pub btn: Option<String>,
    /// The customer's legal name.
    pub name_on_account: String,
    /// The service address as the site has it; check it against the customer service record.
    pub csr_address: Option<PostalAddress>,
}

/// What a site proposes for a new port order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OrderProposal {
    /// Its authorized signer, or else the company's; none where there are several.
    pub signer_contact_id: Option<ContactId>,
}
