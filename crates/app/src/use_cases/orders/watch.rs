//! Orders that wait for somebody and orders at risk, judged by the calendars of their carriers.

use std::collections::BTreeMap;

use chrono::{Datelike, Days};
use portflow_domain::entities::CarrierContact;
use portflow_domain::ids::{CarrierId, MigrationId, PortOrderId};
use portflow_domain::porting::ageing::{Ageing, WaitingOrder, WaitsFor, ageing, local_day};
use portflow_domain::porting::carrier::PortRules;
use portflow_domain::porting::escalation::{
    EscalationFacts, EscalationMail, escalation_contact, escalation_mail,
};
use portflow_domain::porting::risk::{OrderAtWork, Risk, risks};
use portflow_domain::timestamp::Timestamp;
use portflow_domain::views::WatchedOrder;
use portflow_store::Tx;
use portflow_store::queries::{carriers, contacts, port_orders, watched_orders};

use super::facts::OrderSurroundings;
use super::find;
use crate::context::Context;
use crate::dto::ById;
use crate::dto::order_watch::{OrderAgeing, OrderAtRisk};
use crate::dto::orders::OfMigration;
use crate::error::{ApiError, Result};
use crate::use_cases::carriers::typed;

/// Days ahead in which the numbers of a port are looked at: three business days with every holiday between them.
const NEAR_DAYS: u64 = 14;

/// Open orders with the rules of their carriers.
struct Watched {
    orders: Vec<WatchedOrder>,
    rules: BTreeMap<CarrierId, PortRules>,
}

impl Watched {
    async fn load(
        cx: &Context,
        tx: &mut Tx,
        migration: Option<MigrationId>,
        order: Option<PortOrderId>,
    ) -> Result<Self> {
        let today = cx.now().utc().date_naive();
        let near = today.checked_add_days(Days::new(NEAR_DAYS)).unwrap_or(today);
        let orders = watched_orders::list_watched_orders(tx, migration, order, near).await?;
        let since = orders.iter().map(|order| order.since.utc().year()).min();
        let years = since.unwrap_or(today.year())..=today.year() + 1;
        let mut rules = BTreeMap::new();
        for carrier in carriers::list_carriers(tx).await? {
            let of_carrier: PortRules = typed(&carrier.port_rules)?;
            rules.insert(carrier.id, of_carrier.spelt_out(years.clone()));
        }
        Ok(Self { orders, rules })
    }

    fn of(&self) -> impl Iterator<Item = (&WatchedOrder, &PortRules)> {
        self.orders
            .iter()
            .filter_map(|order| Some((order, self.rules.get(&order.carrier_id)?)))
    }
}

/// Every order that waits for somebody, and how long it has.
pub async fn ageing_of_all(cx: &Context, request: OfMigration) -> Result<Vec<OrderAgeing>> {
    let watched = Watched::load(cx, &mut cx.read().await?, request.migration_id, None).await?;
    let aged = watched.of().filter_map(|(order, rules)| {
        let ageing = age(order, rules, cx.now())?;
        Some(OrderAgeing {
            id: order.id,
            ageing,
            remedy: ageing.waits_for.remedy().to_owned(),
        })
    });
    Ok(aged.collect())
}

/// Every order at risk, in the order of the list.
pub async fn at_risk(cx: &Context, tx: &mut Tx) -> Result<Vec<OrderAtRisk>> {
    let watched = Watched::load(cx, tx, None, None).await?;
    let found = watched
        .of()
        .map(|(order, rules)| (order.id, risks_of(order, rules, cx.now())));
    let mut found: BTreeMap<PortOrderId, Vec<Risk>> = found.filter(|(_, risks)| !risks.is_empty()).collect();
    let ids: Vec<PortOrderId> = found.keys().copied().collect();
    let rows = port_orders::list_port_orders_among(tx, &ids).await?;
    let with_risks = rows.into_iter().filter_map(|order| {
        let risks = found.remove(&order.id)?;
        Some(OrderAtRisk { order, risks })
    });
    Ok(with_risks.collect())
}

fn age(order: &WatchedOrder, rules: &PortRules, now: Timestamp) -> Option<Ageing> {
    let waiting = WaitingOrder {
        status: order.status,
        number_class: order.number_class,
        since: order.since,
        rules,
    };
    ageing(&waiting, now)
}

fn risks_of(order: &WatchedOrder, rules: &PortRules, now: Timestamp) -> Vec<Risk> {
    let count = |numbers: i64| u32::try_from(numbers).unwrap_or(u32::MAX);
    let at_work = OrderAtWork {
        status: order.status,
        number_class: order.number_class,
        rules,
        ageing: age(order, rules, now),
        foc_at: order.foc_at,
        foc_local_date: order.foc_local_date,
        snapback_until: order.snapback_until,
        loa_signed_on: order.loa_signed_on,
        bill_date: order.bill_date,
        csr_date: order.csr_date,
        without_holder: count(order.without_holder),
        held: count(order.held),
        has_script: order.has_script,
    };
    risks(&at_work, now)
}

/// The e-mail that asks about an order which waits for the carrier or the customer.
pub async fn escalation(cx: &Context, request: ById<PortOrderId>) -> Result<EscalationMail> {
    let mut tx = cx.read().await?;
    let order = find(&mut tx, request.id).await?;
    let around = OrderSurroundings::of_papers(&mut tx, &order).await?;
    let watched = Watched::load(cx, &mut tx, None, Some(order.id)).await?;
    let waiting = watched
        .of()
        .find_map(|(order, rules)| age(order, rules, cx.now()));
    let waiting = waiting.ok_or_else(nothing_to_ask)?;
    let to = if waiting.waits_for == WaitsFor::Signature {
        let signer = match order.signer_contact_id {
            Some(id) => contacts::find_contact(&mut tx, id).await?,
            None => None,
        };
        signer.map(|signer| CarrierContact {
            name: signer.name,
            role: signer.title,
            email: signer.email,
            phone: signer.phone,
        })
    } else {
        escalation_contact(&around.carrier.contacts).cloned()
    };
    let ported = around
        .numbers
        .iter()
        .filter(|(_, number)| number.ported_at.is_some());
    let foc = order.foc_local_date.map(|date| {
        let hour = [order.foc_local_time.as_deref(), order.foc_zone.as_deref()];
        let hour = hour.into_iter().flatten().map(|part| format!(" {part}"));
        format!("{date}{}", hour.collect::<String>())
    });
    let facts = EscalationFacts {
        pon: order.pon.as_deref().unwrap_or("without a number"),
        version: order.version,
        customer: around
            .customer
            .legal_name
            .as_deref()
            .unwrap_or(&around.customer.name),
        carrier: &around.carrier.name,
        number_class: order.number_class,
        numbers: around.base_numbers().len(),
        since: local_day(&around.rules, waiting.since),
        ageing: waiting,
        desired_date: order.desired_date,
        foc,
        ported: ported.count(),
        to,
        from: &cx.actor()?.display_name,
    };
    escalation_mail(&facts).ok_or_else(nothing_to_ask)
}

fn nothing_to_ask() -> ApiError {
    ApiError::refused("The order does not wait for the carrier or the customer.")
        .hint("Look at its checklist for what the team can do.")
}
