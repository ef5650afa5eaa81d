//! The orders that numbers of a migration fall into, as the gaining carrier takes them; nothing is stored.

use chrono::NaiveDate;
use portflow_domain::discovery::special_lines;
use portflow_domain::entities::{Migration, PhoneNumber, SpecialLine};
use portflow_domain::enums::{Disposition, NumberClass, PortingStatus};
use portflow_domain::ids::{LosingAccountId, PhoneNumberId};
use portflow_domain::number::E164;
use portflow_domain::porting::account_list::listed_now;
use portflow_domain::porting::batching::{
    AccountToLeave, ChosenOrder, NumberToPort, ProposedOrder, check_chosen, propose_orders,
};
use portflow_domain::porting::carrier::PortRules;
use portflow_domain::porting::order_numbers::{Candidate, check_number};
use portflow_domain::porting::{Finding, Severity};
use portflow_domain::transitions::port_order;
use portflow_store::Tx;
use portflow_store::queries::special_lines as stored_lines;
use portflow_store::queries::{carriers, customers, losing_accounts, phone_numbers, port_orders};
use std::collections::{BTreeMap, BTreeSet};

use crate::context::Context;
use crate::dto::order_proposals::{
    ChosenPortOrder, LeftOutNumber, PortOrderProposals, ProposePortOrders, ProposedNumber, ProposedPortOrder,
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
async fn chosen(tx: &mut Tx, request: &ProposePortOrders, migration: &Migration) -> Result<Vec<PhoneNumber>> {
    let ids: Vec<PhoneNumberId> = match (&request.orders, &request.phone_number_ids) {
        (Some(orders), _) => orders.iter().flat_map(|it| it.phone_number_ids.clone()).collect(),
        (None, Some(ids)) => ids.clone(),
        (None, None) => return all_to_port(tx, migration).await,
    };
    let chosen = numbers::find_all(tx, &ids).await?;
    super::lines::check_migration(&chosen, &migration.id)?;
    Ok(chosen)
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

/// Numbers that are meant to port and that nobody has ordered yet.
async fn all_to_port(tx: &mut Tx, migration: &Migration) -> Result<Vec<PhoneNumber>> {
    let mut all = phone_numbers::list_phone_numbers(tx, migration.id).await?;
    all.retain(|number| {
        number.disposition == Disposition::Port
            && number.open_port_order_id.is_none()
            && matches!(
                number.porting_status,
                PortingStatus::NotStarted | PortingStatus::LoaRejected
            )
    });
    Ok(all)
}

fn class_of(number: &E164) -> NumberClass {
    if number.is_toll_free() {
        NumberClass::TollFree
    } else {
        NumberClass::Local
    }
}

/// A number that may enter an order, in its one spelling and as it is stored.
type Fit = (E164, PhoneNumber);

/// What decides whether a number may enter an order.
struct Judge {
    is_demo: bool,
    lines: Vec<SpecialLine>,
}

impl Judge {
    async fn load(tx: &mut Tx, migration: &Migration) -> Result<Self> {
        let customer = customers::find_customer(tx, migration.customer_id).await?;
        Ok(Self {
            is_demo: customer.is_some_and(|customer| customer.is_demo),
            lines: stored_lines::list_special_lines_of_customer(tx, migration.customer_id).await?,
        })
    }

    fn split(&self, chosen: Vec<PhoneNumber>) -> Result<(Vec<Fit>, Vec<LeftOutNumber>)> {
        let (mut fit, mut left_out) = (Vec::new(), Vec::new());
        let lines: BTreeMap<&str, &SpecialLine> = self
            .lines
            .iter()
            .filter_map(|line| Some((line.number.as_deref()?, line)))
            .collect();
        for number in chosen {
            let e164: E164 = number
                .number
                .parse()
                .map_err(|error| ApiError::internal(&error))?;
            let findings = self.objections(&e164, &number, &lines);
            if findings.is_empty() {
                fit.push((e164, number));
            } else {
                left_out.push(LeftOutNumber {
                    phone_number_id: number.id,
                    number: shown(&number),
                    findings,
                });
            }
        }
        Ok((fit, left_out))
    }

    /// Every error that keeps a number out.
    fn objections(
        &self,
        e164: &E164,
        number: &PhoneNumber,
        lines: &BTreeMap<&str, &SpecialLine>,
    ) -> Vec<Finding> {
        let candidate = Candidate {
            e164: e164.clone(),
            disposition: number.disposition,
            porting_status: number.porting_status,
            open_order: number.open_port_order_id.map(|id| id.to_string()),
        };
        let of_number = check_number(class_of(e164), self.is_demo, &candidate);
        let line = lines.get(number.number.as_str()).map(|line| (*line).clone());
        let of_line = special_lines::check_order(line.as_slice(), std::slice::from_ref(&number.number));
        of_number
            .into_iter()
            .chain(of_line.into_iter().map(|found| found.finding))
            .filter(|finding| finding.severity == Severity::Error)
            .collect()
    }
}

fn is_toll_free(number: &str) -> bool {
    number.parse().is_ok_and(|number: E164| number.is_toll_free())
}

fn shown(number: &PhoneNumber) -> String {
    if number.extension.is_empty() {
        number.number.clone()
    } else {
        format!("{};ext={}", number.number, number.extension)
    }
}

/// The accounts that the numbers name, with what stays on each.
async fn accounts_of(tx: &mut Tx, to_port: &[NumberToPort]) -> Result<Vec<AccountToLeave>> {
    let ids: BTreeSet<LosingAccountId> = to_port.iter().filter_map(|it| it.losing_account_id).collect();
    let mut leaving = Vec::with_capacity(ids.len());
    for id in ids {
        let account = accounts::find(tx, id).await?;
        let goes: BTreeSet<&str> = to_port
            .iter()
            .filter(|it| it.losing_account_id == Some(id))
            .map(|it| it.number.as_str())
            .collect();
        let listed = listed_now(&losing_accounts::list_losing_account_numbers(tx, id).await?);
        let left = phone_numbers::list_numbers_left_on_account(tx, id).await?;
        // A toll-free number beside them moves by its RespOrg and does not make the port a partial one.
        let stays = listed
            .into_iter()
            .map(|it| it.number)
            .chain(left)
            .filter(|it| !goes.contains(it.as_str()) && !is_toll_free(it));
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
            staying: stays.collect(),
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
