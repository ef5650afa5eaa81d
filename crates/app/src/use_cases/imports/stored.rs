//! What is stored already, in the form the plan compares with, and what earlier imports said about it.

use portflow_domain::entities::{
    AutoAttendant, CallQueue, EndUser, Migration, PhoneNumber, ResourceAccount, Site,
};
use portflow_domain::enums::ImportTarget;
use portflow_domain::ids::{AutoAttendantId, CallQueueId, EntityId};
use portflow_domain::import::{
    AutoAttendantValues, CallQueueValues, Existing, ExistingAgent, ExistingAttendant, ExistingNumber,
    ExistingPerson, ExistingQueue, ExistingResourceAccount, ExistingSite, ExistingSiteRow, NumberValues,
    PersonValues, ResourceAccountValues, SiteValues, fill_from_older,
};
use portflow_domain::number::E164;
use portflow_store::Tx;
use portflow_store::queries::{
    auto_attendants, call_queues, customers, end_users, import_batches, phone_numbers, resource_accounts,
    sites,
};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use super::found::Found;
use crate::error::Result;

/// What imports said about rows, by their id.
type Said = HashMap<Uuid, Value>;

/// Loads everything of the migration, the customer's sites with what was `found` there of these kinds, and where else the
/// files' numbers are.
pub(super) async fn load(
    tx: &mut Tx,
    migration: &Migration,
    numbers: &[E164],
    found: &[ImportTarget],
) -> Result<Existing> {
    let mut existing = Existing::default();
    let customer = customers::find_customer(tx, migration.customer_id).await?;
    existing.set_tenant_domain(customer.and_then(|it| it.tenant_domain).as_deref());
    let mut said = said(tx, migration).await?;
    let sites = add_sites(tx, migration, &mut said, &mut existing).await?;
    add_found(tx, migration, found, &sites, &mut said, &mut existing).await?;
    let queues = add_queues(tx, migration, &mut said, &mut existing).await?;
    let attendants = add_attendants(tx, migration, &mut said, &mut existing).await?;
    let accounts = resource_accounts::list_resource_accounts(tx, migration.id).await?;
    let upns: BTreeMap<_, _> = accounts.iter().map(|it| (it.id, it.upn.to_lowercase())).collect();
    for account in accounts {
        existing.add_resource_account(ExistingResourceAccount {
            id: account.id,
            revision: account.revision,
            last_import: said.remove(&account.id.uuid()),
            values: account_values(account, &queues, &attendants),
        });
    }
    let people = end_users::list_end_users(tx, migration.id).await?;
    let keys: HashMap<_, _> = people.iter().filter_map(|it| Some((it.id, key(it)?))).collect();
    for number in phone_numbers::list_phone_numbers(tx, migration.id).await? {
        let Ok(e164) = number.number.parse::<E164>() else {
            continue;
        };
        let holder = number.assigned_end_user_id.and_then(|id| keys.get(&id).cloned());
        existing.add_number(ExistingNumber {
            id: number.id,
            revision: number.revision,
            resource_account: number
                .assigned_resource_account_id
                .and_then(|id| upns.get(&id).cloned()),
            in_open_order: number.open_port_order_id.is_some(),
            last_import: said.remove(&number.id.uuid()),
            values: number_values(e164, number, holder),
        });
    }
    for person in people {
        let site = person.site_id.and_then(|id| sites.get(&id.uuid()).cloned());
        existing.add_person(ExistingPerson {
            id: person.id,
            revision: person.revision,
            last_import: said.remove(&person.id.uuid()),
            values: person_values(person, site),
        });
    }
    let texts: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    for (number, path) in phone_numbers::numbers_in_other_migrations(tx, migration.id, &texts).await? {
        if let Ok(number) = number.parse::<E164>() {
            existing.add_elsewhere(number, path);
        }
    }
    Ok(existing)
}

/// What tells a person from others: the UPN, else the user key, in lower case.
pub(super) fn key(person: &EndUser) -> Option<String> {
    let key = person.upn.as_ref().or(person.user_key.as_ref())?;
    Some(key.to_lowercase())
}

/// The newest word of the imports that stand about each field of each row.
async fn said(tx: &mut Tx, migration: &Migration) -> Result<Said> {
    let mut said = Said::new();
    for (id, values) in import_batches::list_imported_values(tx, migration.customer_id, migration.id).await? {
        match said.get_mut(&id) {
            Some(newer) => fill_from_older(newer, &values),
            None => {
                said.insert(id, values);
            }
        }
    }
    Ok(said)
}

async fn add_sites(
    tx: &mut Tx,
    migration: &Migration,
    said: &mut Said,
    existing: &mut Existing,
) -> Result<HashMap<Uuid, String>> {
    let mut names = HashMap::new();
    for site in sites::list_sites(tx, Some(migration.customer_id)).await? {
        names.insert(site.id.uuid(), site.name.clone());
        existing.add_site(ExistingSite {
            id: site.id,
            revision: site.revision,
            last_import: said.remove(&site.id.uuid()),
            values: site_values(site),
        });
    }
    Ok(names)
}

async fn add_found(
    tx: &mut Tx,
    migration: &Migration,
    kinds: &[ImportTarget],
    sites: &HashMap<Uuid, String>,
    said: &mut Said,
    existing: &mut Existing,
) -> Result<()> {
    let rows = Found::list(tx, migration.customer_id, kinds).await?;
    let is_place = |row: &&Found| row.target() == ImportTarget::EmergencyLocations;
    let places: HashMap<Uuid, String> = rows
        .iter()
        .filter(is_place)
        .map(|row| (row.id(), row.at().1))
        .collect();
    for row in rows {
        let Some(values) = row.as_read(sites, &places)? else {
            continue;
        };
        existing.add_site_row(ExistingSiteRow {
            id: row.id(),
            revision: row.revision(),
            last_import: said.remove(&row.id()),
            values,
        });
    }
    Ok(())
}

async fn add_queues(
    tx: &mut Tx,
    migration: &Migration,
    said: &mut Said,
    existing: &mut Existing,
) -> Result<HashMap<CallQueueId, String>> {
    let mut agents: HashMap<CallQueueId, Vec<ExistingAgent>> = HashMap::new();
    for agent in call_queues::list_call_queue_agents(tx, migration.id).await? {
        agents
            .entry(agent.call_queue_id)
            .or_default()
            .push(ExistingAgent {
                id: agent.id,
                revision: agent.revision,
                person: agent.end_user_id,
                position: u32::try_from(agent.position).unwrap_or(1),
                last_import: said.remove(&agent.id.uuid()),
            });
    }
    let mut names = HashMap::new();
    for queue in call_queues::list_call_queues(tx, migration.id).await? {
        names.insert(queue.id, queue.name.clone());
        existing.add_queue(ExistingQueue {
            id: queue.id,
            revision: queue.revision,
            agents: agents.remove(&queue.id).unwrap_or_default(),
            last_import: said.remove(&queue.id.uuid()),
            values: queue_values(queue),
        });
    }
    Ok(names)
}

async fn add_attendants(
    tx: &mut Tx,
    migration: &Migration,
    said: &mut Said,
    existing: &mut Existing,
) -> Result<HashMap<AutoAttendantId, String>> {
    let mut names = HashMap::new();
    for attendant in auto_attendants::list_auto_attendants(tx, migration.id).await? {
        names.insert(attendant.id, attendant.name.clone());
        existing.add_attendant(ExistingAttendant {
            id: attendant.id,
            revision: attendant.revision,
            last_import: said.remove(&attendant.id.uuid()),
            values: attendant_values(attendant),
        });
    }
    Ok(names)
}

fn number_values(e164: E164, number: PhoneNumber, holder: Option<String>) -> NumberValues {
    NumberValues {
        e164,
        extension: number.extension,
        number_type: Some(number.number_type),
        usage: Some(number.usage),
        porting_status: Some(number.porting_status),
        disposition: Some(number.disposition),
        description: number.description,
        current_carrier: number.current_carrier,
        btn: None,
        rate_center: number.rate_center,
        foc_date: number.foc_date,
        order_date: None,
        notes: number.notes,
        assigned_to: holder,
        legacy_extension: None,
    }
}

fn person_values(person: EndUser, site: Option<String>) -> PersonValues {
    PersonValues {
        upn: person.upn,
        user_key: person.user_key,
        display_name: Some(person.display_name),
        first_name: person.first_name,
        last_name: person.last_name,
        department: person.department,
        job_title: person.job_title,
        legacy_extension: person.legacy_extension,
        email: person.email,
        site,
        usage_location: person.usage_location,
        license_sku: person.license_sku,
        voice_routing_policy: person.voice_routing_policy,
        dial_plan: person.dial_plan,
        cutover_date: person.cutover_date,
        notes: person.notes,
        e164: None,
        number_extension: String::new(),
    }
}

fn account_values(
    account: ResourceAccount,
    queues: &HashMap<CallQueueId, String>,
    attendants: &HashMap<AutoAttendantId, String>,
) -> ResourceAccountValues {
    ResourceAccountValues {
        upn: account.upn,
        display_name: Some(account.display_name),
        account_type: Some(account.account_type),
        call_queue: account.call_queue_id.and_then(|id| queues.get(&id).cloned()),
        auto_attendant: account
            .auto_attendant_id
            .and_then(|id| attendants.get(&id).cloned()),
        usage_location: account.usage_location,
        license_sku: account.license_sku,
        e164: None,
        number_extension: String::new(),
    }
}

fn queue_values(queue: CallQueue) -> CallQueueValues {
    CallQueueValues {
        name: queue.name,
        routing_method: Some(queue.routing_method),
        agent_alert_seconds: Some(queue.agent_alert_seconds),
        timeout_seconds: Some(queue.timeout_seconds),
        timeout_action: Some(queue.timeout_action),
        timeout_target: queue.timeout_target,
        overflow_threshold: Some(queue.overflow_threshold),
        overflow_action: Some(queue.overflow_action),
        overflow_target: queue.overflow_target,
        language: Some(queue.language),
        greeting: queue.greeting,
        ..CallQueueValues::default()
    }
}

fn attendant_values(attendant: AutoAttendant) -> AutoAttendantValues {
    AutoAttendantValues {
        name: attendant.name,
        language: Some(attendant.language),
        time_zone: Some(attendant.time_zone),
        greeting: attendant.greeting,
        business_hours: attendant.business_hours,
        holidays: attendant.holidays,
        menu_options: attendant.business_hours_menu_options,
        operator: attendant.operator,
        ..AutoAttendantValues::default()
    }
}

fn site_values(site: Site) -> SiteValues {
    SiteValues {
        name: site.name,
        code: site.code,
        street: site.street,
        city: site.city,
        state: site.state,
        postal_code: site.postal_code,
        country: Some(site.country),
        time_zone: Some(site.time_zone),
        main_number: site.main_number.and_then(|number| number.parse().ok()),
        legacy_pbx: site.legacy_pbx,
        business_hours: site.business_hours,
        holidays: Some(site.holidays).filter(|days| !days.is_empty()),
        notes: site.discovery_notes,
    }
}
