//! Taking over an order in the middle of its life: migrations are often begun by somebody else.

use portflow_domain::entities::{PhoneNumber, PortOrder, PortOrderEvent};
use portflow_domain::enums::{PortOrderStatus, PortingStatus};
use portflow_domain::timestamp::Timestamp;
use portflow_domain::transitions::port_order;
use portflow_store::queries::port_orders;

use super::evidence::keep_file;
use super::facts::OrderSurroundings;
use super::pons::Pons;
use super::{change, documents, foc, lines, transition};
use crate::activity::Act;
use crate::context::Context;
use crate::dto::order_changes::AdoptPortOrder;
use crate::error::{ApiError, Result};
use crate::use_cases::optional;

/// Makes an order that stands where its numbers do already.
pub async fn adopt(cx: &Context, request: AdoptPortOrder) -> Result<PortOrder> {
    let mut tx = cx.write().await?;
    let asked = &request.order;
    let chosen = lines::with_extensions(&mut tx, &asked.phone_number_ids, asked.migration_id).await?;
    check_numbers(&request, &chosen)?;
    let mut pons = Pons::load(&mut tx).await?;
    let mut order = change::drafted(cx, &mut tx, &mut pons, asked, &chosen).await?;
    check_facts(&request)?;
    order.status = request.status;
    let around = OrderSurroundings::of_papers(&mut tx, &order).await?;
    if let Some(foc) = &request.foc {
        foc::set_foc(&mut order, foc, &around.site.time_zone)?;
    }
    stamp(cx, &mut order, &around, &chosen);
    let mut act = Act::begin(cx);
    let order = port_orders::insert_port_order(&mut tx, &order).await?;
    act.created_with(&order, chosen.iter().map(lines::added).collect())?;
    lines::put_in(cx, &mut tx, &order, chosen).await?;
    // The letter that went out was about these numbers, as far as anybody here can know.
    let around = OrderSurroundings::of_papers(&mut tx, &order).await?;
    let order = if port_order::is_before_submission(order.status) {
        order
    } else {
        let signed = PortOrder {
            loa_content_hash: Some(around.loa_hash(&order)),
            loa_signed_on: request.signed_on,
            ..order
        };
        let signed = port_orders::update_port_order(&mut tx, &signed).await?;
        documents::letter_signed(cx, &mut tx, &signed, &around, None).await?;
        transition::record_version(cx, &mut tx, &signed, &around, None).await?;
        signed
    };
    let evidence = match &request.evidence_file_id {
        Some(file) => Some(keep_file(cx, &mut tx, &order, file).await?),
        None => None,
    };
    let event = PortOrderEvent {
        id: cx.id(),
        customer_id: order.customer_id,
        port_order_id: order.id,
        from_status: None,
        to_status: order.status,
        reason: optional(Some(&request.reason)),
        reject_code: None,
        evidence_attachment_id: evidence,
        actor_id: cx.actor()?.id,
        at: cx.now(),
    };
    port_orders::insert_port_order_event(&mut tx, &event).await?;
    act.commit(tx).await?;
    Ok(order)
}

/// Numbers stand where such an order has them; the first that does not is named.
fn check_numbers(request: &AdoptPortOrder, chosen: &[PhoneNumber]) -> Result<()> {
    let statuses: Vec<PortingStatus> = chosen.iter().map(|number| number.porting_status).collect();
    port_order::adopt(request.status, &statuses, Some(&request.reason)).map_err(|refused| {
        let text = refused.told(|index| chosen[index].number.clone());
        ApiError::refused(format!("{text}."))
            .hint("Give the numbers the status they have at the carrier first, or choose another status.")
    })
}

/// The carrier's own facts cannot be made up.
fn check_facts(request: &AdoptPortOrder) -> Result<()> {
    use PortOrderStatus as S;
    let is_dated = matches!(
        request.status,
        S::FocReceived | S::Scheduled | S::Jeopardy | S::CancelRequested
    );
    if is_dated && request.foc.is_none() {
        return Err(ApiError::invalid(
            "foc",
            format!("An order that is {} has a date from the carrier.", request.status),
        )
        .hint("Give the committed date and time."));
    }
    let is_sent = !port_order::is_before_submission(request.status);
    if is_sent && optional(request.order.pon.as_ref()).is_none() {
        return Err(
            ApiError::invalid("pon", "The carrier knows this order under a PON already.")
                .hint("Give the PON of the order."),
        );
    }
    Ok(())
}

/// What the order would remember, had it gone through its steps here.
fn stamp(cx: &Context, order: &mut PortOrder, around: &OrderSurroundings, chosen: &[PhoneNumber]) {
    if !port_order::is_before_submission(order.status) {
        order.submitted_at = Some(cx.now());
    }
    order.ported_at = chosen.iter().filter_map(|number| number.ported_at).max();
    let window = chrono::TimeDelta::hours(i64::from(around.rules.snapback_hours));
    order.snapback_until = order.ported_at.map(|at| Timestamp::new(at.utc() + window));
}
