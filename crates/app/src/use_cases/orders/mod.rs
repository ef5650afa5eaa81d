//! Port orders: made over numbers of one losing account, changed while they are drafts, moved along their state
//! machine, and written out as the carrier's workbook.

mod adopt;
mod calendar;
mod change;
mod documents;
mod evidence;
mod export;
mod facts;
mod foc;
mod judge;
mod lines;
mod moves;
mod pons;
mod propose;
mod split;
mod staying;
mod supplement;
mod transition;
mod watch;

use portflow_domain::entities::{PortOrder, PortOrderNumber};
use portflow_domain::enums::PortOrderStatus;
use portflow_domain::ids::{EntityId, PortOrderId};
use portflow_domain::porting::progress::{LineProgress, progress};
use portflow_domain::porting::reject_codes::{CATALOGUE, RejectReason};
use portflow_domain::porting::versions::versions;
use portflow_domain::problems::Problem;
use portflow_domain::transitions::port_order;
use portflow_domain::views::PortOrderRow;
use portflow_store::Tx;
use portflow_store::queries::port_orders;
use std::collections::BTreeMap;
use uuid::Uuid;

pub use adopt::adopt;
pub use calendar::{export_calendar, no_port_days_of_carriers};
pub use change::{add, add_all, change_numbers, update};
pub use documents::{export_all, set as set_document};
pub(crate) use evidence::Evidence;
pub use export::export;
pub use foc::foc_times;
pub use propose::propose;
pub(super) use split::split;
pub use supplement::supplement;
pub use transition::transition;
pub(crate) use transition::{check, take};
pub(crate) use watch::at_risk;
pub use watch::{ageing_of_all, escalation};

use self::facts::OrderSurroundings;
use super::migrations;
use crate::context::Context;
use crate::dto::orders::{GuardLine, NextOrderStatus, OfMigration, PortOrderDetail, PortOrderLine};
use crate::dto::{ById, Empty};
use crate::error::{ApiError, Result};

/// Whether the form of the step itself asks for what a condition wants, so that a checklist need not name it.
fn is_asked_by_the_form(to: PortOrderStatus, guard: &str) -> bool {
    let own: &[&str] = if to == PortOrderStatus::LoaSigned {
        &["signer", "signed_on", "signed_content"]
    } else if to == PortOrderStatus::FocReceived {
        &["foc"]
    } else {
        &["reason", "reject_code", "evidence"]
    };
    own.contains(&guard)
}

/// Orders, those of one migration together, by sequence.
pub async fn list(cx: &Context, request: OfMigration) -> Result<Vec<PortOrderRow>> {
    Ok(port_orders::list_port_orders(&mut cx.read().await?, request.migration_id).await?)
}

/// The reject catalogue.
pub async fn reject_codes(_: &Context, _: Empty) -> Result<Vec<RejectReason>> {
    Ok(CATALOGUE.to_vec())
}

/// One order with its checklist.
pub async fn get(cx: &Context, request: ById<PortOrderId>) -> Result<PortOrderDetail> {
    let mut tx = cx.read().await?;
    let order = find(&mut tx, request.id).await?;
    let around = OrderSurroundings::load(&mut tx, &order).await?;
    let facts = around.facts(&order, cx.now());
    let next = port_order::next(order.status).into_iter().map(|next| {
        let checked = facts.checking(next.status);
        NextOrderStatus {
            status: next.status,
            needs_reason: next.needs_reason,
            needs_reject_code: next.needs_reject_code,
            needs_foc: next.needs_foc,
            needs_evidence: next.needs_evidence,
            needs_signature: facts::needs_signature(next.status),
            needs_outcomes: facts::needs_outcomes(order.status, next.status),
            guards: checked
                .into_iter()
                .filter(|line| !is_asked_by_the_form(next.status, &line.code))
                .collect(),
        }
    });
    let detail = migrations::detail(&mut tx, around.migration.clone()).await?;
    Ok(PortOrderDetail {
        documents: documents::checklist(cx, &mut tx, &order, &around).await?,
        next: next.collect(),
        numbers: lines(&around, &facts.problems),
        problems: facts.problems,
        path: detail.path,
        carrier_name: around.carrier.name.clone(),
        request_extension: export::request_extension(&around.carrier, &around.template).to_owned(),
        losing_account: around.account.clone(),
        signer: around.signer.clone(),
        foc_times: foc::times_of(&order, &detail.site_time_zone),
        site_time_zone: detail.site_time_zone,
        events: port_orders::list_port_order_events(&mut tx, order.id).await?,
        versions: versions(&port_orders::list_port_order_versions(&mut tx, order.id).await?),
        progress: progress(around.numbers.iter().map(|(line, number)| LineProgress {
            e164: &line.e164,
            status: number.porting_status,
            outcome: line.outcome,
        })),
        order,
    })
}

fn lines(around: &OrderSurroundings, problems: &[Problem]) -> Vec<PortOrderLine> {
    let mut findings: BTreeMap<Uuid, Vec<GuardLine>> = BTreeMap::new();
    for problem in problems.iter().filter(|it| it.waiver.is_none()) {
        let own = findings.entry(problem.place.entity_id).or_default();
        own.push(GuardLine::from(problem.finding.clone()));
    }
    let line = |(line, number): &(PortOrderNumber, portflow_domain::entities::PhoneNumber)| PortOrderLine {
        id: line.id,
        phone_number_id: number.id,
        e164: line.e164.clone(),
        extension: number.extension.clone(),
        porting_status: number.porting_status,
        disposition: number.disposition,
        holder_name: around.holder_name(number),
        outcome: line.outcome,
        findings: findings.get(&number.id.uuid()).cloned().unwrap_or_default(),
    };
    around.numbers.iter().map(line).collect()
}

/// The order or a refusal.
pub(super) async fn find(tx: &mut Tx, id: PortOrderId) -> Result<PortOrder> {
    port_orders::find_port_order(tx, id)
        .await?
        .ok_or_else(|| ApiError::not_found("port order", id))
}

/// The lines that are in an order now.
pub(super) async fn lines_of(tx: &mut Tx, id: PortOrderId) -> Result<Vec<PortOrderNumber>> {
    let mut lines = port_orders::list_port_order_numbers(tx, id).await?;
    lines.retain(|line| line.removed_in_version.is_none());
    Ok(lines)
}
