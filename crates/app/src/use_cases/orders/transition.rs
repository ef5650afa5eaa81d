//! One step of an order: guards first, then the order, each of its numbers, the event and the log, all in one
//! transaction.

use portflow_domain::entities::{PortOrder, PortOrderEvent, PortOrderVersion};
use portflow_domain::enums::PortOrderStatus;
use portflow_domain::ids::AttachmentId;
use portflow_domain::porting::reject_codes::RejectCode;
use portflow_domain::porting::versions::{Supplement, supplement_of};
use portflow_domain::timestamp::Timestamp;
use portflow_domain::transitions::port_order::{self, Edge};
use portflow_store::Tx;
use portflow_store::queries::port_orders;
use serde_json::{Value, json};

use super::documents;
use super::evidence::{Evidence, keep_chosen};
use super::facts::OrderSurroundings;
use super::find;
use super::foc::set_foc;
use super::moves::move_numbers;
use crate::activity::{Act, fact};
use crate::context::Context;
use crate::dto::orders::TransitionPortOrder;
use crate::error::{ApiError, Result};
use crate::use_cases::optional;

/// Takes a step.
pub async fn transition(cx: &Context, request: TransitionPortOrder) -> Result<PortOrder> {
    let mut tx = cx.write().await?;
    let mut act = Act::begin(cx);
    let after = take(cx, &mut tx, &mut act, &request, None).await?;
    act.save(&mut tx).await?;
    tx.commit().await?;
    Ok(after)
}

/// Says why a step would be refused, before anybody takes it.
pub(crate) async fn check(cx: &Context, tx: &mut Tx, request: &TransitionPortOrder) -> Result<()> {
    prepare(cx, tx, request).await.map(|_| ())
}

/// Takes a step within a transaction that may hold more. `evidence` is what the caller has in hand, where the
/// request names no file.
pub(crate) async fn take(
    cx: &Context,
    tx: &mut Tx,
    act: &mut Act<'_>,
    request: &TransitionPortOrder,
    evidence: Option<Evidence<'_>>,
) -> Result<PortOrder> {
    let Prepared {
        before,
        mut wanted,
        around,
        edge,
    } = prepare(cx, tx, request).await?;
    wanted.status = request.to;
    stamp(cx, &mut wanted, &around, &edge);
    let after = port_orders::update_port_order(tx, &wanted).await?;
    move_numbers(cx, tx, &after, &around, &edge, request).await?;
    let evidence = match evidence {
        Some(evidence) => Some(evidence.keep(cx, tx, &after).await?),
        None => keep_chosen(cx, tx, &after, request).await?,
    };
    documents::follow(cx, tx, &after, &around, evidence).await?;
    let event = record_event(cx, &before, request, evidence)?;
    port_orders::insert_port_order_event(tx, &event).await?;
    if matches!(
        request.to,
        PortOrderStatus::Submitted | PortOrderStatus::CancelRequested
    ) {
        record_version(cx, tx, &after, &around, Some(before.status)).await?;
    }
    let given =
        |field: &str, text: &Option<String>| text.as_ref().map(|text| fact(field, Value::Null, json!(text)));
    let told = given("reason", &event.reason)
        .into_iter()
        .chain(given("rejectCode", &event.reject_code));
    act.changed("status_changed", &before, &after, told.collect())?;
    Ok(after)
}

/// A step whose conditions hold.
struct Prepared {
    before: PortOrder,
    /// The order with what the form of the step says, in its old status.
    wanted: PortOrder,
    around: OrderSurroundings,
    edge: Edge,
}

async fn prepare(cx: &Context, tx: &mut Tx, request: &TransitionPortOrder) -> Result<Prepared> {
    let before = find(tx, request.id).await?;
    let edge = port_order::edge(before.status, request.to)?;
    let mut wanted = PortOrder {
        revision: request.revision,
        updated_at: cx.now(),
        ..before.clone()
    };
    if request.to == PortOrderStatus::LoaSigned {
        // Whoever signed is named by what is signed.
        wanted.signer_contact_id = request.signer_contact_id.or(wanted.signer_contact_id);
    }
    let around = OrderSurroundings::load(tx, &wanted).await?;
    apply_request(cx, &mut wanted, &around, request)?;
    check_guards(cx, &wanted, &around, request)?;
    Ok(Prepared {
        before,
        wanted,
        around,
        edge,
    })
}

/// Takes over what the form of the step says: the carrier's date, the signature.
fn apply_request(
    cx: &Context,
    order: &mut PortOrder,
    around: &OrderSurroundings,
    request: &TransitionPortOrder,
) -> Result<()> {
    if let Some(foc) = &request.foc {
        set_foc(order, foc, &around.site.time_zone)?;
    }
    if request.to == PortOrderStatus::LoaSigned {
        order.loa_signed_on = request.signed_on;
        order.loa_content_hash = Some(around.loa_hash(order));
        if order
            .loa_signed_on
            .is_some_and(|signed| signed > around.today(cx.now()))
        {
            return Err(ApiError::invalid(
                "signedOn",
                "The signature is dated in the future.",
            ));
        }
    }
    if let Some(code) = &request.reject_code {
        code.parse::<RejectCode>()
            .map_err(|error| ApiError::invalid("rejectCode", format!("{error}.")))?;
    }
    Ok(())
}

fn check_guards(
    cx: &Context,
    order: &PortOrder,
    around: &OrderSurroundings,
    request: &TransitionPortOrder,
) -> Result<()> {
    let mut checked = around.facts(order, cx.now());
    let facts = &mut checked.facts;
    facts.reason = optional(request.reason.as_ref());
    facts.reject_code = optional(request.reject_code.as_ref());
    facts.has_evidence = request.evidence_file_id.is_some() || facts.reason.is_some();
    facts.snapback_agreed = request.snapback_agreed;
    let unmet: Vec<_> = checked
        .checking(request.to)
        .into_iter()
        .filter(|guard| !guard.met)
        .collect();
    if unmet.is_empty() {
        return Ok(());
    }
    let texts: Vec<_> = unmet
        .iter()
        .map(|guard| guard.text.trim_end_matches('.').to_owned())
        .collect();
    let message = format!(
        "The order cannot become {} yet. Still missing: {}.",
        request.to,
        texts.join("; ")
    );
    let mut error = ApiError::refused(message);
    for guard in unmet {
        if !error.hints.contains(&guard.remedy) {
            error = error.hint(guard.remedy);
        }
    }
    Err(error)
}

/// What the order itself remembers of the step.
fn stamp(cx: &Context, order: &mut PortOrder, around: &OrderSurroundings, edge: &Edge) {
    use PortOrderStatus as S;
    if edge.raises_version {
        order.version += 1;
    }
    match edge.to {
        S::Submitted => order.submitted_at = Some(cx.now()),
        S::Ported | S::PartiallyPorted => {
            order.ported_at = order.ported_at.or(Some(cx.now()));
            let hours = i64::from(around.rules.snapback_hours);
            order.snapback_until = order
                .ported_at
                .map(|at| Timestamp::new(at.utc() + chrono::TimeDelta::hours(hours)));
        }
        S::Draft
        | S::Ready
        | S::LoaRequested
        | S::LoaSigned
        | S::Rejected
        | S::FocReceived
        | S::Scheduled
        | S::Jeopardy
        | S::CancelRequested
        | S::Verified
        | S::Closed
        | S::Cancelled
        | S::Failed
        | S::SnappedBack => {}
    }
    let unconfirmed = matches!(edge.to, S::Submitted | S::Rejected | S::Draft | S::Cancelled);
    if unconfirmed {
        order.foc_local_date = None;
        order.foc_local_time = None;
        order.foc_zone = None;
        order.foc_at = None;
    }
}

fn record_event(
    cx: &Context,
    before: &PortOrder,
    request: &TransitionPortOrder,
    evidence: Option<AttachmentId>,
) -> Result<PortOrderEvent> {
    Ok(PortOrderEvent {
        id: cx.id(),
        customer_id: before.customer_id,
        port_order_id: before.id,
        from_status: Some(before.status),
        to_status: request.to,
        reason: optional(request.reason.as_ref()),
        reject_code: optional(request.reject_code.as_ref()),
        evidence_attachment_id: evidence,
        actor_id: cx.actor()?.id,
        at: cx.now(),
    })
}

/// What the carrier was sent in this version; secrets are not part of it.
pub(super) async fn record_version(
    cx: &Context,
    tx: &mut Tx,
    order: &PortOrder,
    around: &OrderSurroundings,
    before: Option<PortOrderStatus>,
) -> Result<()> {
    let mut snapshot = json!({
        "order": order,
        "losingAccount": around.account,
        "numbers": around.base_numbers(),
        "loaContentHash": around.loa_hash(order),
    });
    let earlier = port_orders::list_port_order_versions(tx, order.id).await?;
    // A request that is made again after a rejection is no supplement.
    let is_confirmed =
        before.is_some_and(|before| before != PortOrderStatus::LoaSigned && before != PortOrderStatus::Ready);
    if let Some(last) = earlier.last().filter(|_| is_confirmed) {
        let kind = if order.status == PortOrderStatus::CancelRequested {
            Supplement::Cancel
        } else {
            supplement_of(&last.snapshot, &snapshot)
        };
        snapshot["supplement"] = json!(kind);
    }
    let version = PortOrderVersion {
        id: cx.id(),
        customer_id: order.customer_id,
        port_order_id: order.id,
        version: order.version,
        snapshot,
        at: cx.now(),
    };
    port_orders::insert_port_order_version(tx, &version).await?;
    Ok(())
}
