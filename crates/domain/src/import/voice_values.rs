//! What a file says about resource accounts, call queues, their agents, auto attendants, sites and the lists of
//! losing carriers. None = the file says nothing.

use chrono::NaiveDate;

use crate::entities::{BusinessHours, Greeting, Holiday, MenuOption};
use crate::enums::{CqRoutingMethod, OverflowAction, ResourceAccountType};
use crate::number::E164;

/// A resource account.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the fields of the entity of the same name")]
pub struct ResourceAccountValues {
    /// Trimmed and in lower case.
    pub upn: String,
    pub display_name: Option<String>,
    pub account_type: Option<ResourceAccountType>,
    /// Name of the queue it answers for.
    pub call_queue: Option<String>,
    /// Name of the attendant it answers for.
    pub auto_attendant: Option<String>,
    pub usage_location: Option<String>,
    pub license_sku: Option<String>,
    /// Its number, which comes into the inventory assigned to it.
    pub e164: Option<E164>,
    /// The extension that the number cell carries; empty when there is none.
    pub number_extension: String,
}

/// A call queue.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the fields of the entity of the same name")]
pub struct CallQueueValues {
    pub name: String,
    /// Its number, which comes into the inventory as a queue's; assigned through a resource account.
    pub e164: Option<E164>,
    /// The extension that people inside dial for it.
    pub extension: Option<String>,
    /// UPN of its resource account, where the file names one.
    pub resource_account: Option<String>,
    /// The group of agents it rings, where another sheet lists them.
    pub agent_group: Option<String>,
    pub routing_method: Option<CqRoutingMethod>,
    pub agent_alert_seconds: Option<i64>,
    pub timeout_seconds: Option<i64>,
    pub timeout_action: Option<OverflowAction>,
    pub timeout_target: Option<String>,
    pub overflow_threshold: Option<i64>,
    pub overflow_action: Option<OverflowAction>,
    pub overflow_target: Option<String>,
    pub language: Option<String>,
    pub greeting: Option<Greeting>,
}

/// An agent of a call queue.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct AgentValues {
    /// Name of the queue, or of the group until the queue that rings it is known.
    pub queue: String,
    /// Whether `queue` is still the name of a group.
    pub of_group: bool,
    /// The person as the file names them: a UPN, a user key, a display name, an extension or a number.
    pub agent: String,
    /// Key of the person meant (lower-case UPN, else user key), once found.
    pub person: Option<String>,
    /// Place in the order of ringing, from 1.
    pub position: u32,
}

/// One level between a queue and its agents.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupLink {
    /// 0-based place of its sheet among those that were read.
    pub sheet: usize,
    /// 1-based row that says so.
    pub source_row: u32,
    /// The queue or the group above.
    pub parent: String,
    /// The group below.
    pub group: String,
    /// Place in the order of ringing, from 1.
    pub position: u32,
}

/// An auto attendant.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the fields of the entity of the same name")]
pub struct AutoAttendantValues {
    pub name: String,
    /// Its number, which comes into the inventory as an attendant's; assigned through a resource account.
    pub e164: Option<E164>,
    /// The extension that people inside dial for it.
    pub extension: Option<String>,
    /// UPN of its resource account, where the file names one.
    pub resource_account: Option<String>,
    pub language: Option<String>,
    pub time_zone: Option<String>,
    pub greeting: Option<Greeting>,
    pub business_hours: Option<BusinessHours>,
    pub holidays: Option<Vec<Holiday>>,
    /// Empty when the file names no keys.
    pub menu_options: Vec<MenuOption>,
    pub operator: Option<String>,
    /// What happens after hours as the file words it; kept in the notes of the review, not stored.
    pub after_hours: Option<String>,
}

/// A site.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "the fields of the entity of the same name")]
pub struct SiteValues {
    pub name: String,
    pub code: Option<String>,
    pub street: Option<String>,
    pub city: Option<String>,
    pub state: Option<String>,
    pub postal_code: Option<String>,
    pub country: Option<String>,
    pub time_zone: Option<String>,
    pub main_number: Option<E164>,
    pub legacy_pbx: Option<String>,
    pub business_hours: Option<BusinessHours>,
    pub holidays: Option<Vec<Holiday>>,
    pub notes: Option<String>,
}

/// A number that a losing carrier's record or bill lists.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountNumberValues {
    /// The number.
    pub e164: E164,
    /// The billing number it stands under.
    pub btn: Option<String>,
}

/// One line of a carrier's status export.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct OrderEventValues {
    /// The order number, ours or the carrier's.
    pub pon: String,
    /// The number concerned; none = the whole order.
    pub e164: Option<E164>,
    /// The carrier's word for the state, as a code once its meaning is confirmed.
    pub status: Option<String>,
    /// The confirmed date.
    #[ts(type = "string | null")]
    pub foc_date: Option<NaiveDate>,
    /// The carrier's reason for a reject.
    pub reject_reason: Option<String>,
    /// Anything else it says.
    pub notes: Option<String>,
}
