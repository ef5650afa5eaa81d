//! Loads what the rules look at beside the numbers.

use std::collections::BTreeMap;
use std::sync::Arc;

use portflow_domain::entities::{Customer, Migration};
use portflow_domain::ids::{CarrierId, LosingAccountId, PortOrderId};
use portflow_domain::porting::account::ListedNumber;
use portflow_domain::porting::account_list::listed_now;
use portflow_domain::porting::carrier::PortRules;
use portflow_domain::problems::{AccountAround, OrderAround, Surroundings};
use portflow_domain::timestamp::Timestamp;
use portflow_domain::transitions::port_order;
use portflow_store::Tx;
use portflow_store::queries::number_stamps::{self, ListStamp};
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
        let rows = losing_accounts::list_losing_account_numbers(tx, id).await?;
        let listed: Arc<[ListedNumber]> = listed_now(&rows).into();
        self.0.insert(id, (stamp, Arc::clone(&listed)));
        Ok(listed)
    }
}

/// The surroundings of a migration as stored now. `only` leaves the lists of other accounts out.
pub(crate) async fn load(
    tx: &mut Tx,
    migration: &Migration,
    now: Timestamp,
    lists: &mut Lists,
    only: Option<LosingAccountId>,
) -> Result<Surroundings> {
    let customer = customers::find_customer(tx, migration.customer_id).await?;
    let customer = customer.ok_or_else(|| ApiError::not_found("customer", migration.customer_id))?;
    let site = sites::find_site(tx, migration.site_id).await?;
    let site = site.ok_or_else(|| ApiError::not_found("site", migration.site_id))?;
    let zone: chrono_tz::Tz = site.time_zone.parse().unwrap_or(chrono_tz::UTC);
    let elsewhere = number_stamps::list_ordered_elsewhere(tx, migration.id).await?;
    let named = elsewhere.into_iter().map(|it| {
        let name = order_name(it.pon.as_deref(), &it.path, it.sequence_in_account);
        (it.number, name)
    });
    let mut lines = special_lines::list_special_lines_of_customer(tx, migration.customer_id).await?;
    lines.retain(|line| line.number.is_some());
    let accounts = accounts(tx, migration, lists, only).await?;
    Ok(Surroundings {
        is_demo: customer.is_demo,
        today: now.utc().with_timezone(&zone).date_naive(),
        routing_type: migration.routing_type,
        main_number: site.main_number.clone(),
        orders: open_orders(tx, migration, &customer, &accounts).await?,
        accounts,
        special_lines: lines,
        ordered_elsewhere: named.collect(),
    })
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
    lists: &mut Lists,
    only: Option<LosingAccountId>,
) -> Result<BTreeMap<LosingAccountId, AccountAround>> {
    let customer = migration.customer_id;
    let stamps = number_stamps::list_stamps(tx, customer).await?;
    let mut stamps: BTreeMap<_, _> = stamps.into_iter().map(|it| (it.losing_account_id, it)).collect();
    let mut found = BTreeMap::new();
    for account in losing_accounts::list_losing_accounts(tx, Some(customer)).await? {
        let wanted = only.is_none_or(|only| only == account.id);
        let listed = match stamps.remove(&account.id).filter(|_| wanted) {
            Some(stamp) => lists.of(tx, stamp).await?,
            None => Arc::default(),
        };
        let name = discovery::named_account(&account);
        found.insert(
            account.id,
            AccountAround {
                account,
                name,
                listed,
            },
        );
    }
    Ok(found)
}

async fn open_orders(
    tx: &mut Tx,
    migration: &Migration,
    customer: &Customer,
    accounts: &BTreeMap<LosingAccountId, AccountAround>,
) -> Result<BTreeMap<PortOrderId, OrderAround>> {
    let ids: Vec<LosingAccountId> = accounts.keys().copied().collect();
    let mut rules: BTreeMap<CarrierId, PortRules> = BTreeMap::new();
    let carriers = carriers::list_carriers(tx).await?;
    for carrier in &carriers {
        rules.insert(carrier.id, typed(&carrier.port_rules)?);
    }
    let documents = port_order_documents::list_documents_of_migration(tx, migration.id).await?;
    let mut found = BTreeMap::new();
    for order in port_orders::list_orders_around(tx, &[migration.id], &ids).await? {
        if port_order::is_open(order.status) {
            let own = documents.iter().filter(|it| it.port_order_id == order.id);
            let around = OrderAround {
                rules: rules.get(&order.carrier_id).cloned().unwrap_or_default(),
                name: order_name(order.pon.as_deref(), &migration.name, order.sequence_in_account),
                documents: own.cloned().collect(),
                form: Vec::new(),
                order,
            };
            found.insert(around.order.id, around);
        }
    }
    check_forms(tx, customer, &carriers, accounts, &mut found).await?;
    Ok(found)
}
