//! A supplement (SUP): a confirmed order changes and goes to the carrier as its next version.

use portflow_domain::coded::Labelled;
use portflow_domain::entities::PortOrder;
use portflow_domain::enums::PortOrderStatus;
use portflow_domain::porting::Finding;
use portflow_domain::problems::{Problem, ProblemEntity};
use portflow_domain::timestamp::Timestamp;
use portflow_domain::transitions::port_order;
use portflow_store::Tx;
use portflow_store::queries::port_orders;
use serde_json::{Value, json};
use std::collections::BTreeSet;

use super::change::{class_of, mixed};
use super::facts::OrderSurroundings;
use super::{documents, find, lines, transition};
use crate::activity::{Act, fact};
use crate::context::Context;
use crate::dto::order_changes::SupplementPortOrder;
use crate::dto::orders::TransitionPortOrder;
use crate::error::{ApiError, Result};
use crate::use_cases::optional;

/// Changes the order and submits it again; all of it or nothing.
pub async fn supplement(cx: &Context, request: SupplementPortOrder) -> Result<PortOrder> {
    let mut tx = cx.write().await?;
    let before = find(&mut tx, request.id).await?;
    check_status(&before)?;
    let mut act = Act::begin(cx);
    let mut told = Vec::new();
    let next_version = PortOrder {
        version: before.version + 1,
        ..before.clone()
    };
    for number in lines::take_out(cx, &mut tx, &next_version, &request.remove).await? {
        told.push(fact("numbers", json!(number), Value::Null));
    }
    let adding = lines::found(&mut tx, &request.add, before.migration_id).await?;
    if !adding.is_empty() && class_of(&adding)? != before.number_class {
        return Err(mixed());
    }
    told.extend(adding.iter().map(lines::added));
    let added: BTreeSet<String> = adding.iter().map(|number| number.number.clone()).collect();
    lines::put_in(cx, &mut tx, &next_version, adding).await?;
    let wanted = wanted(cx, &before, &request);
    let around = OrderSurroundings::load(&mut tx, &wanted).await?;
    check_content(&around, &wanted, &added, cx.now())?;
    let wanted = signed(cx, &around, wanted, &request)?;
    if told.is_empty() && is_as_before(&before, &wanted) {
        return Err(ApiError::refused("The supplement changes nothing.")
            .hint("Give another date, or numbers that come in or leave."));
    }
    let changed = port_orders::update_port_order(&mut tx, &wanted).await?;
    if request.signed_on.is_some() {
        documents::letter_signed(cx, &mut tx, &changed, &around, None).await?;
    }
    act.changed("supplemented", &before, &changed, told)?;
    let after = submit(cx, &mut tx, &mut act, &changed, &request).await?;
    act.commit(tx).await?;
    Ok(after)
}

fn check_status(order: &PortOrder) -> Result<()> {
    let edge = port_order::edge(order.status, PortOrderStatus::Submitted);
    if edge.is_ok_and(|edge| edge.raises_version) {
        return Ok(());
    }
    Err(ApiError::refused(format!(
        "The order is {}; a supplement changes an order that the carrier has confirmed.",
        order.status.label()
    ))
    .hint("Edit it while it is a draft; wait for the carrier's answer once it is submitted."))
}

/// The order with what the supplement says, in its old status and version.
fn wanted(cx: &Context, before: &PortOrder, request: &SupplementPortOrder) -> PortOrder {
    PortOrder {
        desired_date: request.desired_date.or(before.desired_date),
        new_btn: optional(request.new_btn.as_ref()).or_else(|| before.new_btn.clone()),
        signer_contact_id: request.signer_contact_id.or(before.signer_contact_id),
        revision: request.revision,
        updated_at: cx.now(),
        ..before.clone()
    }
}

fn is_as_before(before: &PortOrder, wanted: &PortOrder) -> bool {
    let asked = |order: &PortOrder| {
        let PortOrder {
            desired_date,
            signer_contact_id,
            ..
        } = order;
        (
            *desired_date,
            order.new_btn.clone(),
            *signer_contact_id,
            order.loa_signed_on,
        )
    };
    asked(before) == asked(wanted)
}

/// What comes in is held against the rules of a draft, and so is the account once the numbers have changed.
fn check_content(
    around: &OrderSurroundings,
    wanted: &PortOrder,
    added: &BTreeSet<String>,
    now: Timestamp,
) -> Result<()> {
    if around.numbers.is_empty() {
        return Err(ApiError::refused("No number is left in the order.")
            .hint("Ask the carrier to cancel it instead of taking its last number out."));
    }
    let draft = PortOrder {
        status: PortOrderStatus::Draft,
        ..wanted.clone()
    };
    // What was in the order already is with the carrier.
    let is_new = |it: &Problem| {
        let base = it.place.label.split(';').next().unwrap_or_default();
        it.place.entity_type != ProblemEntity::PhoneNumber || added.contains(base)
    };
    let problems = around.problems(&draft, now).into_iter();
    let found: Vec<Finding> = problems
        .filter(|it| it.stops() && is_new(it))
        .map(|it| it.finding)
        .collect();
    let Some(first) = found.first() else { return Ok(()) };
    let texts: Vec<_> = found.iter().map(|finding| finding.text.as_str()).collect();
    Err(
        ApiError::refused(format!("The order cannot change like this: {}", texts.join(" ")))
            .hint(first.remedy.clone()),
    )
}

/// Binds a new signature to what the order says now.
fn signed(
    cx: &Context,
    around: &OrderSurroundings,
    order: PortOrder,
    request: &SupplementPortOrder,
) -> Result<PortOrder> {
    let Some(signed_on) = request.signed_on else {
        return Ok(order);
    };
    if signed_on > around.today(cx.now()) {
        return Err(ApiError::invalid(
            "signedOn",
            "The signature is dated in the future.",
        ));
    }
    Ok(PortOrder {
        loa_signed_on: Some(signed_on),
        loa_content_hash: Some(around.loa_hash(&order)),
        ..order
    })
}

async fn submit(
    cx: &Context,
    tx: &mut Tx,
    act: &mut Act<'_>,
    order: &PortOrder,
    request: &SupplementPortOrder,
) -> Result<PortOrder> {
    let step = TransitionPortOrder {
        id: order.id,
        revision: order.revision,
        to: PortOrderStatus::Submitted,
        reason: Some(request.reason.clone()),
        reject_code: None,
        foc: None,
        signed_on: None,
        signer_contact_id: None,
        evidence_file_id: request.evidence_file_id.clone(),
        outcomes: Vec::new(),
        snapback_agreed: false,
    };
    transition::take(cx, tx, act, &step, None).await
}
