//! Carries out what mends a problem: the same change, and the same entry in the log, as if a person had made it.

use portflow_domain::entities::PortOrder;
use portflow_domain::ids::{EntityId, PhoneNumberId, PortOrderId};
use portflow_domain::problems::{Fix, Problem};

use super::find;
use crate::context::Context;
use crate::dto::Empty;
use crate::dto::numbers::{AssignNumbers, Holder, SetNumbers};
use crate::dto::orders::{ChangeOrderNumbers, UpdatePortOrder};
use crate::dto::problems::NamedProblem;
use crate::error::{ApiError, Result};
use crate::use_cases::{numbers, orders};

/// Mends a problem that one change mends.
pub async fn fix(cx: &Context, request: NamedProblem) -> Result<Empty> {
    let problem = find(cx, &request).await?;
    let Some(fix) = problem.fix.clone() else {
        let text = format!("One change does not mend this: {}", problem.finding.text);
        return Err(ApiError::refused(text).hint(problem.finding.remedy));
    };
    apply(cx, &problem, fix).await?;
    Ok(Empty {})
}

async fn apply(cx: &Context, problem: &Problem, fix: Fix) -> Result<()> {
    let number = PhoneNumberId::from_uuid(problem.place.entity_id);
    let set = SetNumbers {
        ids: vec![number],
        ..SetNumbers::default()
    };
    match fix {
        Fix::SetDisposition { disposition } => {
            let wanted = SetNumbers {
                disposition: Some(disposition),
                ..set
            };
            numbers::set(cx, wanted).await?;
        }
        Fix::SetUsage { usage } => {
            let wanted = SetNumbers {
                usage: Some(usage),
                ..set
            };
            numbers::set(cx, wanted).await?;
        }
        Fix::SetLosingAccount { losing_account_id } => {
            let wanted = SetNumbers {
                losing_account_id: Some(losing_account_id),
                ..set
            };
            numbers::set(cx, wanted).await?;
        }
        Fix::TakeBack => {
            let wanted = AssignNumbers {
                ids: vec![number],
                chosen: None,
                holder: Holder::default(),
            };
            numbers::assign(cx, wanted).await?;
        }
        Fix::TakeOut { port_order_id } => take_out(cx, problem, port_order_id).await?,
        Fix::SetDesiredDate { date } => update(cx, problem, |it| it.desired_date = Some(date)).await?,
        Fix::SetScope { scope } => update(cx, problem, |it| it.scope = scope).await?,
        Fix::ClearNewBtn => update(cx, problem, |it| it.new_btn = None).await?,
        Fix::SplitOrder { most } => {
            let order = PortOrderId::from_uuid(problem.place.entity_id);
            orders::split(cx, order, most).await?;
        }
    }
    Ok(())
}

/// Takes the number of a problem, or of its special line, out of a draft.
async fn take_out(cx: &Context, problem: &Problem, id: PortOrderId) -> Result<()> {
    let (order, lines) = {
        let mut tx = cx.read().await?;
        let order = orders::find(&mut tx, id).await?;
        (order, orders::lines_of(&mut tx, id).await?)
    };
    let is_meant = |it: &&portflow_domain::entities::PortOrderNumber| {
        it.phone_number_id.uuid() == problem.place.entity_id || problem.place.label.ends_with(&it.e164)
    };
    let remove: Vec<_> = lines
        .iter()
        .filter(is_meant)
        .map(|it| it.phone_number_id)
        .collect();
    let wanted = ChangeOrderNumbers {
        id,
        revision: order.revision,
        add: Vec::new(),
        remove,
    };
    orders::change_numbers(cx, wanted).await?;
    Ok(())
}

async fn update(cx: &Context, problem: &Problem, change: impl FnOnce(&mut PortOrder)) -> Result<()> {
    let mut order = {
        let mut tx = cx.read().await?;
        orders::find(&mut tx, PortOrderId::from_uuid(problem.place.entity_id)).await?
    };
    change(&mut order);
    let wanted = UpdatePortOrder {
        id: order.id,
        revision: order.revision,
        scope: order.scope,
        pon: order.pon.unwrap_or_default(),
        desired_date: order.desired_date,
        new_btn: order.new_btn,
        signer_contact_id: order.signer_contact_id,
        resporg_id: order.resporg_id,
        ring_to_number: order.ring_to_number,
        coverage: order.coverage,
        notes: order.notes,
    };
    orders::update(cx, wanted).await?;
    Ok(())
}
