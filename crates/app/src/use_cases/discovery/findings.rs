//! What speaks against what was learnt at a site: every rule of discovery, told its facts.
//!
//! Some of the facts lie around the site: its migrations and orders, the accounts it leaves, and the networks of the
//! customer's other sites, because one tenant keeps one list of them.

use chrono::NaiveDate;
use portflow_domain::discovery::DiscoveryFinding;
use portflow_domain::discovery::addresses::{CarrierAddress, check_site_addresses, spellings};
use portflow_domain::discovery::circuits::check_circuits;
use portflow_domain::discovery::dialing::{DialingHabits, check_dialing};
use portflow_domain::discovery::hours::check_hours;
use portflow_domain::discovery::special_lines::check_closing;
use portflow_domain::entities::{BusinessHours, LosingAccount, Migration, PortOrder, Site};
use portflow_domain::enums::PortScope;
use portflow_domain::ids::{CustomerId, EntityId, LosingAccountId, MigrationId, SiteId};
use portflow_domain::transitions::{migration, port_order};
use portflow_store::Tx;
use portflow_store::queries::served_sites::{self, ServedSite};
use portflow_store::queries::{losing_account_numbers, losing_accounts, migrations, port_orders};
use std::collections::{BTreeMap, BTreeSet};

use super::facts::group;
use super::networks;
use super::proposals::address;
use crate::dto::discovery::SiteDiscovery;
use crate::error::Result;

/// What lies around the sites of one customer or of all.
pub(super) struct Around {
    migrations: BTreeMap<SiteId, Vec<Migration>>,
    orders: Vec<PortOrder>,
    accounts: Vec<LosingAccount>,
    /// The sites that an account serves, by their circuits, lines and orders.
    served: BTreeMap<LosingAccountId, BTreeSet<SiteId>>,
    /// The numbers of special lines that carriers list on the accounts that a full port is to close.
    closing: BTreeMap<LosingAccountId, Vec<String>>,
    /// What speaks against the networks of each site.
    networks: BTreeMap<SiteId, Vec<DiscoveryFinding>>,
}

impl Around {
    /// Reads what can matter to one site, however many sites its customer has.
    pub(super) async fn of_site(tx: &mut Tx, site: &Site) -> Result<Self> {
        let migrations = migrations::list_migrations(tx, Some(site.id)).await?;
        let of_site: Vec<MigrationId> = migrations.iter().map(|it| it.id).collect();
        let accounts = losing_accounts::list_losing_accounts_at_site(tx, site.id).await?;
        let ids: Vec<LosingAccountId> = accounts.iter().map(|it| it.id).collect();
        let orders = port_orders::list_orders_around(tx, &of_site, &ids).await?;
        Ok(Self {
            served: by_account(served_sites::list_served_sites_of(tx, &ids).await?),
            closing: closing(tx, &orders).await?,
            networks: networks::beside(tx, site).await?,
            migrations: group(migrations, |it| it.site_id),
            orders,
            accounts,
        })
    }

    /// Reads it for the sites of a customer or for all, in a number of queries that does not grow with them.
    pub(super) async fn of_sites(tx: &mut Tx, customer_id: Option<CustomerId>) -> Result<Self> {
        let mut migrations = migrations::list_migrations(tx, None).await?;
        migrations.retain(|it| customer_id.is_none_or(|id| id == it.customer_id));
        let orders = port_orders::list_orders_of_customer(tx, customer_id).await?;
        Ok(Self {
            served: by_account(served_sites::list_served_sites(tx, customer_id).await?),
            closing: closing(tx, &orders).await?,
            networks: networks::of_sites(tx, customer_id).await?,
            migrations: group(migrations, |it| it.site_id),
            accounts: losing_accounts::list_losing_accounts(tx, customer_id).await?,
            orders,
        })
    }

    /// The accounts that serve only this site, and every order that was read.
    pub(super) fn served_only(self, site: SiteId) -> (Vec<LosingAccount>, Vec<PortOrder>) {
        let Self {
            accounts,
            orders,
            served,
            ..
        } = self;
        let only = BTreeSet::from([site]);
        let is_meant = |it: &LosingAccount| served.get(&it.id) == Some(&only);
        (accounts.into_iter().filter(is_meant).collect(), orders)
    }

    /// Fills in what speaks against it, errors first.
    pub(super) fn check(&self, learnt: SiteDiscovery) -> SiteDiscovery {
        let cutover = self.cutover(learnt.site.id);
        let mut found = check_circuits(&learnt.circuits, cutover);
        found.extend(self.networks.get(&learnt.site.id).into_iter().flatten().cloned());
        found.extend(dialing(&learnt));
        let (carriers, records) = (self.carriers(&learnt.site), self.records(learnt.site.id));
        let address_spellings = spellings(&own_address(&learnt.site), &records, &learnt.emergency_locations);
        found.extend(check_site_addresses(&carriers, &learnt.emergency_locations));
        found.extend(hours(&learnt.site));
        found.extend(self.closing(&learnt));
        let mut findings = told_once(found);
        findings.sort_by_key(|finding| !finding.is_error());
        SiteDiscovery {
            cutover,
            address_spellings,
            findings,
            ..learnt
        }
    }

    /// The earliest cutover of the site's open migrations: of each the first FOC date of its open orders, or else
    /// its target date. The earliest, because from then on a contract is paid beside the new service.
    fn cutover(&self, site: SiteId) -> Option<NaiveDate> {
        let all = self.migrations.get(&site).into_iter().flatten();
        let open = all.filter(|it| migration::is_open(it.status));
        open.filter_map(|it| self.first_foc(it.id).or(it.target_date))
            .min()
    }

    fn first_foc(&self, id: MigrationId) -> Option<NaiveDate> {
        let orders = self.orders.iter().filter(|order| order.migration_id == id);
        let open = orders.filter(|order| port_order::is_open(order.status));
        open.filter_map(|order| order.foc_local_date).min()
    }

    /// The customer service records of the accounts that serve a site.
    fn records(&self, site: SiteId) -> Vec<CarrierAddress> {
        self.records_where(|served| served.contains(&site))
    }

    /// Addresses at which carriers have the site. The record of an account that serves several sites names one of
    /// them, so it says nothing of the others.
    fn carriers(&self, site: &Site) -> Vec<CarrierAddress> {
        let mut carriers = vec![own_address(site)];
        carriers.extend(self.records_where(|served| served.len() == 1 && served.contains(&site.id)));
        carriers
    }

    fn records_where(&self, is_meant: impl Fn(&BTreeSet<SiteId>) -> bool) -> Vec<CarrierAddress> {
        let meant = self
            .accounts
            .iter()
            .filter(|it| self.served.get(&it.id).is_some_and(&is_meant));
        let record = |account: &LosingAccount| {
            Some(CarrierAddress {
                row: account.id.uuid(),
                label: format!("The CSR of {}", account.carrier_name),
                address: account.csr_address.clone()?,
            })
        };
        meant.filter_map(record).collect()
    }

    /// Lines of the site that would go dead with an account that a full port is to close.
    fn closing(&self, learnt: &SiteDiscovery) -> Vec<DiscoveryFinding> {
        let of_customer = self
            .accounts
            .iter()
            .filter(|it| it.customer_id == learnt.site.customer_id);
        let closing = of_customer.filter(|it| self.closing.contains_key(&it.id));
        let checked = closing.map(|account| {
            let listed = self.closing.get(&account.id).map_or(&[][..], Vec::as_slice);
            check_closing(&learnt.special_lines, account.id, &named_account(account), listed)
        });
        checked.flatten().collect()
    }
}

/// Whether the order ends its account: a full port takes everything, and the losing carrier closes what is empty.
pub(in crate::use_cases) fn closes_account(order: &PortOrder) -> bool {
    order.scope == PortScope::Full && port_order::is_open(order.status)
}

/// How a person knows an account.
pub(in crate::use_cases) fn named_account(account: &LosingAccount) -> String {
    let btn = account.btn.as_ref().map(|btn| format!(", BTN {btn}"));
    format!(
        "the account of {}{}",
        account.carrier_name,
        btn.unwrap_or_default()
    )
}

fn by_account(served: Vec<ServedSite>) -> BTreeMap<LosingAccountId, BTreeSet<SiteId>> {
    let mut sites: BTreeMap<_, BTreeSet<SiteId>> = BTreeMap::new();
    for it in served {
        sites.entry(it.losing_account_id).or_default().insert(it.site_id);
    }
    sites
}

/// The accounts that one of these orders is to close, with the numbers of special lines that carriers list on them.
async fn closing(tx: &mut Tx, orders: &[PortOrder]) -> Result<BTreeMap<LosingAccountId, Vec<String>>> {
    let closed = orders.iter().filter(|order| closes_account(order));
    let mut closing: BTreeMap<LosingAccountId, Vec<String>> = closed
        .filter_map(|order| Some((order.losing_account_id?, Vec::new())))
        .collect();
    let ids: Vec<LosingAccountId> = closing.keys().copied().collect();
    for line in losing_account_numbers::list_listed_lines(tx, &ids).await? {
        closing
            .entry(line.losing_account_id)
            .or_default()
            .push(line.number);
    }
    Ok(closing)
}

fn own_address(site: &Site) -> CarrierAddress {
    CarrierAddress {
        row: site.id.uuid(),
        label: "The site".to_owned(),
        address: address(site).unwrap_or_default(),
    }
}

/// What a dial plan must heed, system by system.
fn dialing(learnt: &SiteDiscovery) -> Vec<DiscoveryFinding> {
    let checked = learnt.legacy_systems.iter().flat_map(|system| {
        let habits = DialingHabits {
            country: learnt.site.country.clone(),
            outside_line_digit: system.outside_line_digit.clone(),
            extension_length: system.extension_length,
            internal_ranges: system.internal_ranges.clone(),
        };
        check_dialing(&habits).into_iter().map(|mut finding| {
            finding.rows.push(system.id.uuid());
            finding
        })
    });
    checked.collect()
}

/// Hours are checked when they are entered; those that came by import are checked here.
fn hours(site: &Site) -> Vec<DiscoveryFinding> {
    let closed = BusinessHours::default();
    let found = check_hours(site.business_hours.as_ref().unwrap_or(&closed), &site.holidays);
    found
        .into_iter()
        .map(|mut finding| {
            finding.rows.push(site.id.uuid());
            finding
        })
        .collect()
}

/// Two systems with one habit, or two floors with one address, give one sentence, which then names both rows.
fn told_once(found: Vec<DiscoveryFinding>) -> Vec<DiscoveryFinding> {
    let mut told: Vec<DiscoveryFinding> = Vec::new();
    for next in found {
        match told.iter_mut().find(|known| known.finding == next.finding) {
            Some(known) => {
                let rows = next.rows.into_iter().filter(|row| !known.rows.contains(row));
                let rows: Vec<_> = rows.collect();
                known.rows.extend(rows);
            }
            None => told.push(next),
        }
    }
    told
}
