//! Loads what the rules look at beside the numbers.

use std::collections::BTreeMap;
use std::sync::Arc;

use portflow_domain::entities::{Customer, Migration, PortOrder, PortOrderDocument, SpecialLine};
use portflow_domain::ids::{CarrierId, LosingAccountId, PortOrderId};
use portflow_domain::porting::account::ListedNumber;
use portflow_domain::porting::account_list::{ListEntry, listed_now};
use portflow_domain::porting::carrier::PortRules;
use portflow_domain::problems::{AccountAround, OrderAround, Surroundings};
use portflow_domain::timestamp::Timestamp;
use portflow_domain::transitions::port_order;
use portflow_store::Tx;
use portflow_store::queries::losing_account_numbers::list_entries;
use portflow_store::queries::number_stamps::{self, ListStamp, OrderedElsewhere};
use portflow_store::queries::{
    carriers, customers, losing_accounts, port_order_documents, port_orders, sites, special_lines,
};

use super::forms::check_forms;
use crate::error::{ApiError, Result};
use crate::problem_books::Lists;
use crate::use_cases::carriers::typed;
use crate::use_cases::discovery;

impl Lists {
    async fn of(&mut self, tx: &mut Tx, stamp: ListStamp) -> Result<Arc<[ListedNumber]>> {
        let id = stamp.losing_account_id;
        if let Some((_, listed)) = self.0.get(&id).filter(|(known, _)| *known == stamp) {
            return Ok(Arc::clone(listed));
        }
        let listed: Arc<[ListedNumber]> = listed_now(&list_entries(tx, id).await?).into();
        self.0.insert(id, (stamp, Arc::clone(&listed)));
        Ok(listed)
    }
}

/// The surroundings of a migration as stored now.
pub(super) async fn load(
    tx: &mut Tx,
    migration: &Migration,
    now: Timestamp,
    lists: &mut Lists,
) -> Result<Surroundings> {
    let elsewhere = number_stamps::list_ordered_elsewhere(tx, migration.id).await?;
    let mut lines = special_lines::list_special_lines_of_customer(tx, migration.customer_id).await?;
    lines.retain(|line| line.number.is_some());
    let stamps = number_stamps::list_stamps(tx, migration.customer_id).await?;
    let mut listed = BTreeMap::new();
    for stamp in stamps {
        listed.insert(stamp.losing_account_id, lists.of(tx, stamp).await?);
    }
    let accounts = accounts(tx, migration, listed).await?;
    let ids: Vec<LosingAccountId> = accounts.keys().copied().collect();
    let orders = port_orders::list_orders_around(tx, &[migration.id], &ids).await?;
    let documents = port_order_documents::list_documents_of_migration(tx, migration.id).await?;
    let (customer, at_site) = at_site(tx, migration, now).await?;
    Ok(Surroundings {
        ordered_elsewhere: named(elsewhere),
        orders: open_orders(tx, migration, &customer, &accounts, orders, &documents).await?,
        accounts,
        special_lines: lines,
        ..at_site
    })
}

/// What of an order's surroundings was read already.
pub(crate) struct BesideOrder<'a> {
    pub(crate) order: &'a PortOrder,
    /// What carriers list on its account.
    pub(crate) listed: &'a [ListEntry],
    /// All orders over its account, itself among them.
    pub(crate) of_account: &'a [PortOrder],
    pub(crate) documents: &'a [PortOrderDocument],
    /// The special lines at the customer's sites.
    pub(crate) special_lines: &'a [SpecialLine],
}

/// The surroundings of a migration as far as the rules about one order look at them.
pub(crate) async fn load_beside(
    tx: &mut Tx,
    migration: &Migration,
    now: Timestamp,
    beside: &BesideOrder<'_>,
) -> Result<Surroundings> {
    let elsewhere = number_stamps::list_ordered_beside(tx, beside.order).await?;
    let account = beside.order.losing_account_id;
    let listed = account.map(|id| (id, listed_now(beside.listed).into()));
    let others = beside.of_account.iter().filter(|it| it.id != beside.order.id);
    let orders = others.chain([beside.order]).cloned().collect();
    let lines = beside.special_lines.iter().filter(|line| line.number.is_some());
    let accounts = accounts(tx, migration, listed.into_iter().collect()).await?;
    let (customer, at_site) = at_site(tx, migration, now).await?;
    Ok(Surroundings {
        ordered_elsewhere: named(elsewhere),
        orders: open_orders(tx, migration, &customer, &accounts, orders, beside.documents).await?,
        accounts,
        special_lines: lines.cloned().collect(),
        ..at_site
    })
}

/// Whose it is, where and when, and nothing else.
async fn at_site(tx: &mut Tx, migration: &Migration, now: Timestamp) -> Result<(Customer, Surroundings)> {
    let customer = customers::find_customer(tx, migration.customer_id).await?;
    let customer = customer.ok_or_else(|| ApiError::not_found("customer", migration.customer_id))?;
    let site = sites::find_site(tx, migration.site_id).await?;
    let site = site.ok_or_else(|| ApiError::not_found("site", migration.site_id))?;
    let zone: chrono_tz::Tz = site.time_zone.parse().unwrap_or(chrono_tz::UTC);
    let around = Surroundings {
        is_demo: customer.is_demo,
        today: now.utc().with_timezone(&zone).date_naive(),
        routing_type: migration.routing_type,
        main_number: site.main_number,
        orders: BTreeMap::new(),
        accounts: BTreeMap::new(),
        special_lines: Vec::new(),
        ordered_elsewhere: BTreeMap::new(),
    };
    Ok((customer, around))
}

/// Each number with the name of the order that holds it.
fn named(elsewhere: Vec<OrderedElsewhere>) -> BTreeMap<String, String> {
    let named = elsewhere.into_iter().map(|it| {
        let name = order_name(it.pon.as_deref(), &it.path, it.sequence_in_account);
        (it.number, name)
    });
    named.collect()
}

/// How a person finds an order: by its PON, or else by where it is.
fn order_name(pon: Option<&str>, path: &str, sequence: i64) -> String {
    match pon.map(str::trim).filter(|pon| !pon.is_empty()) {
        Some(pon) => pon.to_owned(),
        None => format!("{path}, order {sequence} of its account"),
    }
}

async fn accounts(
    tx: &mut Tx,
    migration: &Migration,
    mut listed: BTreeMap<LosingAccountId, Arc<[ListedNumber]>>,
) -> Result<BTreeMap<LosingAccountId, AccountAround>> {
    let mut found = BTreeMap::new();
    for account in losing_accounts::list_losing_accounts(tx, Some(migration.customer_id)).await? {
        let around = AccountAround {
            name: discovery::named_account(&account),
            listed: listed.remove(&account.id).unwrap_or_default(),
            account,
        };
        found.insert(around.account.id, around);
    }
    Ok(found)
}

async fn open_orders(
    tx: &mut Tx,
    migration: &Migration,
    customer: &Customer,
    accounts: &BTreeMap<LosingAccountId, AccountAround>,
    orders: Vec<PortOrder>,
    documents: &[PortOrderDocument],
) -> Result<BTreeMap<PortOrderId, OrderAround>> {
    let mut rules: BTreeMap<CarrierId, PortRules> = BTreeMap::new();
    let carriers = carriers::list_carriers(tx).await?;
    for carrier in &carriers {
        rules.insert(carrier.id, typed(&carrier.port_rules)?);
    }
    let mut of_order: BTreeMap<PortOrderId, Vec<PortOrderDocument>> = BTreeMap::new();
    for document in documents {
        of_order
            .entry(document.port_order_id)
            .or_default()
            .push(document.clone());
    }
    let mut found = BTreeMap::new();
    for order in orders {
        if port_order::is_open(order.status) {
            let around = OrderAround {
                rules: rules.get(&order.carrier_id).cloned().unwrap_or_default(),
                name: order_name(order.pon.as_deref(), &migration.name, order.sequence_in_account),
                documents: of_order.remove(&order.id).unwrap_or_default(),
                form: Vec::new(),
                order,
            };
            found.insert(around.order.id, around);
        }
    }
    check_forms(tx, customer, &carriers, accounts, &mut found).await?;
    Ok(found)
}
