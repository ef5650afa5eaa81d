//! Taking the accepted steps: the preview is made again inside the transaction, and must be the one that was seen.

use portflow_domain::entities::PortOrder;
use portflow_domain::enums::AttachmentKind;
use portflow_domain::porting::reject_codes::RejectCode;

use super::preview_in;
use super::proposals::transition;
use super::source::Source;
use crate::activity::Act;
use crate::context::Context;
use crate::dto::status_sheets::{AcceptedStep, ConfirmStatusSheet, StatusProposal, StatusStep};
use crate::error::{ApiError, ErrorCode, Result};
use crate::files::sha256;
use crate::use_cases::optional;
use crate::use_cases::orders::{self, Evidence};

/// Takes every accepted step, or none of them; gives the orders as stored.
pub async fn confirm(cx: &Context, request: ConfirmStatusSheet) -> Result<Vec<PortOrder>> {
    if request.accepted.is_empty() {
        return Err(ApiError::invalid("accepted", "No step is accepted.").hint("Choose at least one order."));
    }
    let source = Source::read(cx, &request.choices).await?;
    let content = content(cx, &request.choices.file, &source.sha256)?;
    let mut tx = cx.write().await?;
    let preview = preview_in(cx, &mut tx, &request.choices, &source).await?;
    if preview.fingerprint != request.fingerprint {
        return Err(ApiError::new(
            ErrorCode::Conflict,
            "The file or the orders have changed since you looked; nothing was stored.",
        )
        .hint("Look at the proposals again."));
    }
    let evidence = Evidence {
        kind: AttachmentKind::Result,
        file_name: &source.file_name,
        content: &content,
        dated_on: None,
    };
    let mut act = Act::begin(cx);
    let mut stored = Vec::with_capacity(request.accepted.len());
    for accepted in &request.accepted {
        let proposal = preview.orders.iter().find(|it| it.order_id == accepted.order_id);
        let proposal = proposal
            .ok_or_else(|| ApiError::invalid("accepted", "An accepted order is not among the proposals."))?;
        let step = completed(proposal, accepted)?;
        let request = transition(proposal, &step);
        let taken = orders::take(cx, &mut tx, &mut act, &request, Some(evidence)).await;
        stored.push(taken.map_err(|error| of_order(error, proposal))?);
    }
    act.save(&mut tx).await?;
    tx.commit().await?;
    Ok(stored)
}

/// The file itself, which is kept as evidence; it must still be the one that was read.
fn content(cx: &Context, handle: &str, read: &str) -> Result<Vec<u8>> {
    let content = cx.session.files.chosen(handle)?.read()?.into_owned();
    if sha256(&content) == read {
        return Ok(content);
    }
    Err(ApiError::new(
        ErrorCode::Conflict,
        "The file has changed since you looked; nothing was stored.",
    )
    .hint("Open the file again."))
}

/// The step with what a person gave.
fn completed(proposal: &StatusProposal, accepted: &AcceptedStep) -> Result<StatusStep> {
    let mut step = proposal.step.clone().ok_or_else(|| {
        let why = proposal
            .refusal
            .as_deref()
            .unwrap_or("The sheet says nothing new about it.");
        ApiError::refused(format!("The order {} has no step to take: {why}", proposal.pon))
    })?;
    if let Some(code) = optional(accepted.reject_code.as_ref()) {
        let code = code.parse::<RejectCode>();
        step.reject_code = Some(code.map_err(|error| ApiError::invalid("rejectCode", format!("{error}.")))?);
    }
    step.foc_time = optional(accepted.foc_time.as_ref()).or(step.foc_time);
    step.foc_zone = optional(accepted.foc_zone.as_ref()).or(step.foc_zone);
    if step.needs_foc_time && step.foc_time.is_none() {
        let message = format!("The sheet gives the date of {} and not the hour.", proposal.pon);
        return Err(
            ApiError::invalid("focTime", message).hint("Enter the carrier's local time, such as 10:00.")
        );
    }
    Ok(step)
}

/// Says which of several orders an error is about.
fn of_order(error: ApiError, proposal: &StatusProposal) -> ApiError {
    ApiError {
        message: format!("{}: {}", proposal.pon, error.message),
        ..error
    }
}
