//! What a file says about sites, queues, attendants, resource accounts and agents, as new rows.

use portflow_domain::entities::{
    AutoAttendant, CallQueue, CallQueueAgent, Migration, ResourceAccount, Site, fold, unaccented,
};
use portflow_domain::enums::{CqRoutingMethod, OverflowAction, ResourceAccountType};
use portflow_domain::ids::{AutoAttendantId, CallQueueId, EndUserId};
use portflow_domain::import::{
    AgentValues, AutoAttendantValues, CallQueueValues, ResourceAccountValues, SiteValues,
};

use crate::context::Context;

/// Teams' own settings of a new queue, where the file is silent.
const LANGUAGE: &str = "en-US";
const AGENT_ALERT_SECONDS: i64 = 30;
const OVERFLOW_THRESHOLD: i64 = 50;
const TIMEOUT_SECONDS: i64 = 1200;

/// Letters of a proposed name; Entra ID takes 64 before the @.
const LONGEST_NAME: usize = 56;

/// A site that the customer did not have; it lies where the migration's site does unless the file says otherwise.
pub(super) fn new_site(cx: &Context, home: &Site, values: &SiteValues) -> Site {
    let now = cx.now();
    Site {
        id: cx.id(),
        customer_id: home.customer_id,
        name: values.name.clone(),
        code: values.code.clone(),
        street: values.street.clone(),
        city: values.city.clone(),
        state: values.state.clone(),
        postal_code: values.postal_code.clone(),
        country: values.country.clone().unwrap_or_else(|| home.country.clone()),
        time_zone: values.time_zone.clone().unwrap_or_else(|| home.time_zone.clone()),
        main_number: values.main_number.as_ref().map(ToString::to_string),
        legacy_pbx: values.legacy_pbx.clone(),
        business_hours: values.business_hours.clone(),
        holidays: values.holidays.clone().unwrap_or_default(),
        discovery_notes: values.notes.clone(),
        archived_at: None,
        revision: 1,
        created_at: now,
        updated_at: now,
    }
}

/// A queue that was not known.
pub(super) fn new_queue(cx: &Context, migration: &Migration, values: &CallQueueValues) -> CallQueue {
    let now = cx.now();
    CallQueue {
        id: cx.id(),
        customer_id: migration.customer_id,
        migration_id: migration.id,
        name: values.name.clone(),
        language: values.language.clone().unwrap_or_else(|| LANGUAGE.to_owned()),
        routing_method: values.routing_method.unwrap_or(CqRoutingMethod::Attendant),
        presence_based_routing: true,
        conference_mode: true,
        agent_alert_seconds: values.agent_alert_seconds.unwrap_or(AGENT_ALERT_SECONDS),
        allow_opt_out: true,
        greeting: values.greeting.clone(),
        music_on_hold: None,
        overflow_threshold: values.overflow_threshold.unwrap_or(OVERFLOW_THRESHOLD),
        overflow_action: values.overflow_action.unwrap_or(OverflowAction::Disconnect),
        overflow_target: values.overflow_target.clone(),
        overflow_voicemail_greeting: None,
        timeout_seconds: values.timeout_seconds.unwrap_or(TIMEOUT_SECONDS),
        timeout_action: values.timeout_action.unwrap_or(OverflowAction::Disconnect),
        timeout_target: values.timeout_target.clone(),
        timeout_voicemail_greeting: None,
        no_agents_action: None,
        no_agents_target: None,
        no_agents_voicemail_greeting: None,
        is_configured: false,
        revision: 1,
        created_at: now,
        updated_at: now,
    }
}

/// An attendant that was not known; it keeps the hours of the migration's site unless the file has its own.
pub(super) fn new_attendant(
    cx: &Context,
    migration: &Migration,
    home: &Site,
    values: &AutoAttendantValues,
) -> AutoAttendant {
    let now = cx.now();
    AutoAttendant {
        id: cx.id(),
        customer_id: migration.customer_id,
        migration_id: migration.id,
        name: values.name.clone(),
        language: values.language.clone().unwrap_or_else(|| LANGUAGE.to_owned()),
        time_zone: values.time_zone.clone().unwrap_or_else(|| home.time_zone.clone()),
        voice: None,
        greeting: values.greeting.clone(),
        business_hours: values.business_hours.clone(),
        holidays: values.holidays.clone(),
        business_hours_menu_options: values.menu_options.clone(),
        after_hours_greeting: None,
        after_hours_menu_options: Vec::new(),
        holiday_calls: Vec::new(),
        operator: values.operator.clone(),
        dial_by_name: false,
        is_configured: false,
        revision: 1,
        created_at: now,
        updated_at: now,
    }
}

/// A resource account that was not known, answering for the queue or attendant given.
pub(super) fn new_account(
    cx: &Context,
    migration: &Migration,
    values: &ResourceAccountValues,
    upn: String,
    queue: Option<CallQueueId>,
    attendant: Option<AutoAttendantId>,
) -> ResourceAccount {
    let now = cx.now();
    let application = values.call_queue.as_ref().or(values.auto_attendant.as_ref());
    let name = values.display_name.as_ref().or(application);
    ResourceAccount {
        id: cx.id(),
        customer_id: migration.customer_id,
        migration_id: migration.id,
        display_name: name.cloned().unwrap_or_else(|| upn.clone()),
        upn,
        account_type: account_type(values),
        auto_attendant_id: attendant.filter(|_| queue.is_none()),
        call_queue_id: queue,
        usage_location: values.usage_location.clone(),
        license_sku: values.license_sku.clone(),
        tenant_object_id: None,
        is_configured: false,
        revision: 1,
        created_at: now,
        updated_at: now,
    }
}

/// What an account answers for: as the file says, else by the application it names.
pub(super) fn account_type(values: &ResourceAccountValues) -> ResourceAccountType {
    let of_attendant = values.call_queue.is_none() && values.auto_attendant.is_some();
    let default = if of_attendant {
        ResourceAccountType::AutoAttendant
    } else {
        ResourceAccountType::CallQueue
    };
    values.account_type.unwrap_or(default)
}

/// A name for an account whose file gives it none: its application in plain letters, at the customer's tenant
/// domain. Where that is not known the name has no domain, and is no user principal name until a later import
/// gives one.
pub(super) fn proposed_upn(
    values: &ResourceAccountValues,
    domain: Option<&str>,
    is_taken: impl Fn(&str) -> bool,
) -> String {
    let prefix = match account_type(values) {
        ResourceAccountType::AutoAttendant => "aa",
        ResourceAccountType::CallQueue => "cq",
    };
    let name = values.call_queue.as_ref().or(values.auto_attendant.as_ref());
    let name = name.or(values.display_name.as_ref());
    let letters = name.map(|name| fold(&unaccented(name))).unwrap_or_default();
    let words = letters
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut plain = std::iter::once(prefix).chain(words).collect::<Vec<_>>().join("-");
    plain.truncate(LONGEST_NAME);
    let end = domain.map_or(String::new(), |domain| format!("@{domain}"));
    let first = format!("{plain}{end}");
    let numbered = (2..).map(|again| format!("{plain}-{again}{end}"));
    std::iter::once(first.clone())
        .chain(numbered)
        .find(|upn| !is_taken(upn))
        .unwrap_or(first)
}

/// A person's place in a queue that they did not serve yet.
pub(super) fn new_agent(
    cx: &Context,
    migration: &Migration,
    queue: CallQueueId,
    person: EndUserId,
    values: &AgentValues,
) -> CallQueueAgent {
    let now = cx.now();
    CallQueueAgent {
        id: cx.id(),
        customer_id: migration.customer_id,
        call_queue_id: queue,
        end_user_id: person,
        position: i64::from(values.position),
        revision: 1,
        created_at: now,
        updated_at: now,
    }
}
