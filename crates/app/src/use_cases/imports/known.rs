//! The stored rows that a commit changes or refers to, and the new ones as they come.

use portflow_domain::entities::{
    AutoAttendant, CallQueue, CallQueueAgent, EndUser, Migration, PhoneNumber, ResourceAccount, Site, fold,
};
use portflow_domain::enums::ImportTarget;
use portflow_domain::ids::{
    AutoAttendantId, CallQueueAgentId, CallQueueId, EmergencyLocationId, EndUserId, LosingAccountId,
    PhoneNumberId, ResourceAccountId, SiteId,
};
use portflow_domain::import::upn_domain;
use portflow_domain::porting::account::e164;
use portflow_store::Tx;
use portflow_store::queries::{
    auto_attendants, call_queues, customers, end_users, losing_accounts, phone_numbers, resource_accounts,
    sites,
};
use std::collections::HashMap;
use uuid::Uuid;

use super::found::Found;
use crate::error::{ApiError, Result};

/// Rows by id, and ids by the names that files use; names are folded.
pub(super) struct Known {
    /// The site of the migration.
    pub(super) home: Site,
    /// The customer's tenant domain, if a name can end on it.
    pub(super) tenant_domain: Option<String>,
    pub(super) people: HashMap<EndUserId, EndUser>,
    pub(super) numbers: HashMap<PhoneNumberId, PhoneNumber>,
    pub(super) accounts: HashMap<ResourceAccountId, ResourceAccount>,
    pub(super) queues: HashMap<CallQueueId, CallQueue>,
    pub(super) attendants: HashMap<AutoAttendantId, AutoAttendant>,
    pub(super) agents: HashMap<CallQueueAgentId, CallQueueAgent>,
    pub(super) sites: HashMap<SiteId, Site>,
    /// What was found at the sites, as far as it is asked for.
    pub(super) found: HashMap<Uuid, Found>,
    /// Emergency locations by their site and name.
    pub(super) locations: HashMap<(SiteId, String), EmergencyLocationId>,
    /// By UPN and by user key, in lower case.
    pub(super) people_by_key: HashMap<String, EndUserId>,
    pub(super) accounts_by_upn: HashMap<String, ResourceAccountId>,
    pub(super) queues_by_name: HashMap<String, CallQueueId>,
    pub(super) attendants_by_name: HashMap<String, AutoAttendantId>,
    pub(super) sites_by_name: HashMap<String, SiteId>,
    /// Losing accounts by billing number.
    pub(super) billing: HashMap<String, LosingAccountId>,
}

impl Known {
    /// Loads everything of the migration and its customer, and what was `found` at sites of these kinds.
    pub(super) async fn load(tx: &mut Tx, migration: &Migration, found: &[ImportTarget]) -> Result<Self> {
        let home = sites::find_site(tx, migration.site_id).await?;
        let home = home.ok_or_else(|| ApiError::not_found("site", migration.site_id))?;
        let billing = losing_accounts::list_losing_accounts(tx, Some(migration.customer_id)).await?;
        let customer = customers::find_customer(tx, migration.customer_id).await?;
        let mut known = Self {
            home,
            tenant_domain: customer.and_then(|it| upn_domain(&it.tenant_domain?)),
            people: HashMap::new(),
            numbers: by_id(phone_numbers::list_phone_numbers(tx, migration.id).await?, |it| {
                it.id
            }),
            accounts: HashMap::new(),
            queues: HashMap::new(),
            attendants: HashMap::new(),
            agents: by_id(
                call_queues::list_call_queue_agents(tx, migration.id).await?,
                |it| it.id,
            ),
            sites: HashMap::new(),
            found: HashMap::new(),
            locations: HashMap::new(),
            people_by_key: HashMap::new(),
            accounts_by_upn: HashMap::new(),
            queues_by_name: HashMap::new(),
            attendants_by_name: HashMap::new(),
            sites_by_name: HashMap::new(),
            billing: billing
                .into_iter()
                .filter_map(|it| Some((e164(it.btn.as_deref()?), it.id)))
                .collect(),
        };
        for person in end_users::list_end_users(tx, migration.id).await? {
            known.meet_person(&person);
            known.people.insert(person.id, person);
        }
        for account in resource_accounts::list_resource_accounts(tx, migration.id).await? {
            known.accounts_by_upn.insert(fold(&account.upn), account.id);
            known.accounts.insert(account.id, account);
        }
        for queue in call_queues::list_call_queues(tx, migration.id).await? {
            known.queues_by_name.insert(fold(&queue.name), queue.id);
            known.queues.insert(queue.id, queue);
        }
        for attendant in auto_attendants::list_auto_attendants(tx, migration.id).await? {
            known
                .attendants_by_name
                .insert(fold(&attendant.name), attendant.id);
            known.attendants.insert(attendant.id, attendant);
        }
        for site in sites::list_sites(tx, Some(migration.customer_id)).await? {
            known.sites_by_name.insert(fold(&site.name), site.id);
            known.sites.insert(site.id, site);
        }
        for row in Found::list(tx, migration.customer_id, found).await? {
            known.meet_found(row);
        }
        Ok(known)
    }

    /// Lets a row found at a site be found again, an emergency location by its name too.
    pub(super) fn meet_found(&mut self, row: Found) {
        if let Found::EmergencyLocations(location) = &row {
            let key = (location.site_id, fold(&location.name));
            self.locations.insert(key, location.id);
        }
        self.found.insert(row.id(), row);
    }

    /// Lets a person be found by what files call them.
    pub(super) fn meet_person(&mut self, person: &EndUser) {
        for key in [&person.user_key, &person.upn].into_iter().flatten() {
            self.people_by_key.insert(key.to_lowercase(), person.id);
        }
    }

    /// The person whom a file calls so.
    pub(super) fn person(&self, key: &str) -> Option<EndUserId> {
        self.people_by_key.get(&key.to_lowercase()).copied()
    }

    /// The site of this name.
    pub(super) fn site(&self, name: Option<&String>) -> Option<SiteId> {
        self.sites_by_name.get(&fold(name?)).copied()
    }

    /// The queue of this name.
    pub(super) fn queue(&self, name: Option<&String>) -> Option<CallQueueId> {
        self.queues_by_name.get(&fold(name?)).copied()
    }

    /// The attendant of this name.
    pub(super) fn attendant(&self, name: Option<&String>) -> Option<AutoAttendantId> {
        self.attendants_by_name.get(&fold(name?)).copied()
    }

    /// The losing account with this billing number.
    pub(super) fn billed_to(&self, btn: Option<&String>) -> Option<LosingAccountId> {
        self.billing.get(&e164(btn?)).copied()
    }
}

fn by_id<I: std::hash::Hash + Eq, T>(rows: Vec<T>, id: impl Fn(&T) -> I) -> HashMap<I, T> {
    rows.into_iter().map(|row| (id(&row), row)).collect()
}
