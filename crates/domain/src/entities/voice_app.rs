//! Auto attendants, call queues, their agents and the resource accounts that answer for them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::hours::{BusinessHours, Holiday};
use super::menu::{Greeting, HolidayCall, MenuOption};
use crate::enums::{CqRoutingMethod, OverflowAction, ResourceAccountType};
use crate::ids::{
    AttachmentId, AutoAttendantId, CallQueueAgentId, CallQueueId, CustomerId, EndUserId, MigrationId,
    ResourceAccountId,
};
use crate::timestamp::Timestamp;

/// A Teams resource account; an application may have several, a nested one needs none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ResourceAccount {
    /// Its id.
    pub id: ResourceAccountId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The migration it belongs to.
    pub migration_id: MigrationId,
    /// Unique within the migration without regard to case.
    pub upn: String,
    /// Name as shown in Teams.
    pub display_name: String,
    /// What it answers for.
    pub account_type: ResourceAccountType,
    /// Its application, where it is an auto attendant.
    pub auto_attendant_id: Option<AutoAttendantId>,
    /// Its application, where it is a call queue.
    pub call_queue_id: Option<CallQueueId>,
    /// ISO 3166 alpha-2; a licence needs it.
    pub usage_location: Option<String>,
    /// Licence.
    pub license_sku: Option<String>,
    /// Its object id in Entra, once read back.
    pub tenant_object_id: Option<String>,
    /// Whether Teams was read back with these settings, or a person vouched for it.
    pub is_configured: bool,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// A menu that answers calls.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AutoAttendant {
    /// Its id.
    pub id: AutoAttendantId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The migration it belongs to.
    pub migration_id: MigrationId,
    /// Unique within the migration without regard to case.
    pub name: String,
    /// Teams language tag, for example `en-US`.
    pub language: String,
    /// IANA zone.
    pub time_zone: String,
    /// Voice that reads texts; none = the language's own.
    pub voice: Option<String>,
    /// Played during business hours.
    pub greeting: Option<Greeting>,
    /// None = the site's.
    pub business_hours: Option<BusinessHours>,
    /// None = the site's.
    pub holidays: Option<Vec<Holiday>>,
    /// The menu during business hours.
    pub business_hours_menu_options: Vec<MenuOption>,
    /// Played outside business hours.
    pub after_hours_greeting: Option<Greeting>,
    /// The menu outside business hours.
    pub after_hours_menu_options: Vec<MenuOption>,
    /// What happens on each holiday.
    pub holiday_calls: Vec<HolidayCall>,
    /// Where `transfer_operator` leads.
    pub operator: Option<String>,
    /// Whether callers may dial by name.
    pub dial_by_name: bool,
    /// Whether Teams was read back with these settings, or a person vouched for it.
    pub is_configured: bool,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// A queue of callers and the people who serve it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallQueue {
    /// Its id.
    pub id: CallQueueId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The migration it belongs to.
    pub migration_id: MigrationId,
    /// Unique within the migration without regard to case.
    pub name: String,
    /// Teams language tag, for example `en-US`.
    pub language: String,
    /// How the next agent is chosen.
    pub routing_method: CqRoutingMethod,
    /// Whether only available agents ring.
    pub presence_based_routing: bool,
    /// Whether calls join faster through a conference.
    pub conference_mode: bool,
    /// How long an agent rings.
    pub agent_alert_seconds: i64,
    /// Whether agents may sign out of the queue.
    pub allow_opt_out: bool,
    /// Played before waiting.
    pub greeting: Option<Greeting>,
    /// Audio to wait with; none = Teams' own.
    pub music_on_hold: Option<AttachmentId>,
    /// Callers at most.
    pub overflow_threshold: i64,
    /// What happens to one more.
    pub overflow_action: OverflowAction,
    /// Where it goes.
    pub overflow_target: Option<String>,
    /// Greeting of the shared voicemail.
    pub overflow_voicemail_greeting: Option<Greeting>,
    /// How long a caller waits.
    pub timeout_seconds: i64,
    /// What happens then.
    pub timeout_action: OverflowAction,
    /// Where it goes.
    pub timeout_target: Option<String>,
    /// Greeting of the shared voicemail.
    pub timeout_voicemail_greeting: Option<Greeting>,
    /// What happens while no agent is signed in; none = as Teams does.
    pub no_agents_action: Option<OverflowAction>,
    /// Where it goes.
    pub no_agents_target: Option<String>,
    /// Greeting of the shared voicemail.
    pub no_agents_voicemail_greeting: Option<Greeting>,
    /// Whether Teams was read back with these settings, or a person vouched for it.
    pub is_configured: bool,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// A person's place in a queue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallQueueAgent {
    /// Its id.
    pub id: CallQueueAgentId,
    /// The customer whose data this is.
    pub customer_id: CustomerId,
    /// The queue.
    pub call_queue_id: CallQueueId,
    /// The person; at most once per queue.
    pub end_user_id: EndUserId,
    /// Order in serial routing, from 1.
    pub position: i64,
    /// Raised by one with every change; an update names the revision it read.
    pub revision: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}
