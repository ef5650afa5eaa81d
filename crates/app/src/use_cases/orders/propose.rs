//! The orders that numbers of a migration fall into, as the gaining carrier takes them; nothing is stored.

use chrono::NaiveDate;
use portflow_domain::entities::Migration;
use portflow_domain::ids::{LosingAccountId, PhoneNumberId};
use portflow_domain::number::E164;
use portflow_domain::porting::batching::{
    AccountToLeave, ChosenOrder, NumberToPort, ProposedOrder, check_chosen, propose_orders,
};
use portflow_domain::porting::carrier::PortRules;
use portflow_domain::transitions::port_order;
use portflow_store::Tx;
use portflow_store::queries::numbers_to_port::{NumberToOrder, list_numbers_to_port};
use portflow_store::queries::{carriers, port_orders};
use std::collections::{BTreeMap, BTreeSet};

use super::judge::{Fit, Judge, class_of};
use super::staying::staying;
use crate::context::Context;
use crate::dto::order_proposals::{
    ChosenPortOrder, PortOrderProposals, ProposePortOrders, ProposedNumber, ProposedPortOrder,
};
use crate::error::{ApiError, Result};
use crate::use_cases::carriers::typed;
use crate::use_cases::{accounts, migrations, numbers};

/// Proposes orders for the numbers, or checks those that a person put together, and says of every other number why no
/// order can take it.
pub async fn propose(cx: &Context, request: ProposePortOrders) -> Result<PortOrderProposals> {
    let mut tx = cx.read().await?;
    let migration = migrations::find(&mut tx, request.migration_id).await?;
    let rules = rules_of(&mut tx, &migration).await?;
    let desired_date = request.desired_date.or(migration.target_date);
    let (fit, left_out) = Judge::load(&mut tx, &migration)
        .await?
        .split(chosen(&mut tx, &request, &migration).await?)?;
    let to_port: Vec<NumberToPort> = fit.iter().map(|fit| number_to_port(fit, desired_date)).collect();
    let leaving = accounts_of(&mut tx, &to_port).await?;
    let orders = match &request.orders {
        Some(orders) => check_chosen(&put_together(orders, &fit), &leaving, &rules),
        None => propose_orders(&to_port, &leaving, &rules),
    };
    let mut ids: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for (_, number) in &fit {
        ids.entry(&number.number).or_default().push(number.id);
    }
    let told = |order: ProposedOrder| told(order, &leaving, &ids);
    Ok(PortOrderProposals {
        orders: orders.into_iter().map(told).collect(),
        left_out,
    })
}

/// The numbers that the request is about.
async fn chosen(
    tx: &mut Tx,
    request: &ProposePortOrders,
    migration: &Migration,
) -> Result<Vec<NumberToOrder>> {
    let ids: Vec<PhoneNumberId> = match (&request.orders, &request.phone_number_ids) {
        (Some(orders), _) => orders.iter().flat_map(|it| it.phone_number_ids.clone()).collect(),
        (None, Some(ids)) => ids.clone(),
        (None, None) => return Ok(list_numbers_to_port(tx, migration.id).await?),
    };
    let chosen = numbers::find_all(tx, &ids).await?;
    super::lines::check_migration(&chosen, &migration.id)?;
    Ok(chosen.into_iter().map(NumberToOrder::from).collect())
}

fn number_to_port((e164, number): &Fit, desired_date: Option<NaiveDate>) -> NumberToPort {
    NumberToPort {
        number: e164.clone(),
        number_class: class_of(e164),
        losing_account_id: number.losing_account_id,
        desired_date,
        rate_center: number.rate_center.clone(),
        service_address: None,
    }
}

/// The orders as a person put them together, without the numbers that no order can take.
fn put_together(orders: &[ChosenPortOrder], fit: &[Fit]) -> Vec<ChosenOrder> {
    let fit: BTreeMap<PhoneNumberId, &Fit> = fit.iter().map(|fit| (fit.1.id, fit)).collect();
    let order = |order: &ChosenPortOrder| ChosenOrder {
        numbers: order
            .phone_number_ids
            .iter()
            .filter_map(|id| Some(number_to_port(fit.get(id)?, order.desired_date)))
            .collect(),
        desired_date: order.desired_date,
    };
    orders.iter().map(order).collect()
}

async fn rules_of(tx: &mut Tx, migration: &Migration) -> Result<PortRules> {
    let id = migration.carrier_id.ok_or_else(super::change::no_carrier)?;
    let carrier = carriers::find_carrier(tx, id).await?;
    let carrier = carrier.ok_or_else(|| ApiError::not_found("carrier", id))?;
    typed(&carrier.port_rules)
}

/// The accounts that the numbers name, with what stays on each.
async fn accounts_of(tx: &mut Tx, to_port: &[NumberToPort]) -> Result<Vec<AccountToLeave>> {
    let mut going: BTreeMap<LosingAccountId, BTreeSet<&str>> = BTreeMap::new();
    for number in to_port {
        if let Some(id) = number.losing_account_id {
            going.entry(id).or_default().insert(number.number.as_str());
        }
    }
    let mut leaving = Vec::with_capacity(going.len());
    for (id, goes) in going {
        let account = accounts::find(tx, id).await?;
        let open = port_orders::list_orders_around(tx, &[], &[id]).await?;
        let open = open.into_iter().filter(|order| port_order::is_open(order.status));
        leaving.push(AccountToLeave {
            id,
            label: match &account.btn {
                Some(btn) => format!("{}, BTN {btn}", account.carrier_name),
                None => account.carrier_name.clone(),
            },
            btn: account
                .btn
                .filter(|_| account.btn_dialable)
                .and_then(|btn| portflow_domain::porting::account::e164(&btn).parse().ok()),
            staying: staying(tx, id, &goes).await?.numbers,
            open_orders: open
                .map(|order| order.pon.unwrap_or_else(|| order.id.to_string()))
                .collect(),
        });
    }
    Ok(leaving)
}

fn told(
    order: ProposedOrder,
    leaving: &[AccountToLeave],
    ids: &BTreeMap<&str, Vec<PhoneNumberId>>,
) -> ProposedPortOrder {
    let account = leaving.iter().find(|it| Some(it.id) == order.losing_account_id);
    let proposed = |number: &E164| ProposedNumber {
        number: number.as_str().to_owned(),
        phone_number_ids: ids.get(number.as_str()).cloned().unwrap_or_default(),
    };
    ProposedPortOrder {
        losing_account_id: order.losing_account_id,
        account_name: account.map(|it| it.label.clone()),
        number_class: order.number_class,
        scope: order.scope,
        desired_date: order.desired_date,
        sequence_in_account: order.sequence_in_account,
        numbers: order.numbers.iter().map(proposed).collect(),
        reasons: order.reasons,
        findings: order.findings,
    }
}
