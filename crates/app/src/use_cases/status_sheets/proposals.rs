//! The proposals of a status export with everything a step needs, each held against the guards of its order.

use portflow_domain::entities::{PhoneNumber, PortOrder};
use portflow_domain::enums::PortOrderStatus;
use portflow_domain::porting::reject_codes::RejectCode;
use portflow_domain::porting::status_sheet::{
    OrderProposal, ProposedStep, StatusLine, StatusNumber, StatusOrder, UnknownOrder, Verdict, folded,
    propose,
};
use portflow_domain::transitions::port_order::NumberChoice;
use portflow_domain::views::PortOrderRow;
use portflow_store::Tx;
use portflow_store::queries::port_orders;
use std::collections::BTreeSet;

use super::source::Source;
use crate::context::Context;
use crate::dto::orders::{Foc, NumberOutcome, TransitionPortOrder};
use crate::dto::status_sheets::{OutcomeCount, StatusProposal, StatusSheetChoices, StatusStep};
use crate::error::Result;
use crate::use_cases::{optional, orders};

/// An order that the sheet names, with its numbers.
struct Named {
    row: PortOrderRow,
    order: PortOrder,
    numbers: Vec<PhoneNumber>,
}

/// Makes them, and lists the order numbers that lead nowhere.
pub(super) async fn make(
    cx: &Context,
    tx: &mut Tx,
    request: &StatusSheetChoices,
    source: &Source,
) -> Result<(Vec<StatusProposal>, Vec<UnknownOrder>)> {
    let lines = &source.lines;
    let named = named(tx, request, lines).await?;
    let known: Vec<StatusOrder> = named.iter().map(as_known).collect();
    let plan = propose(lines, &known);
    let mut proposals = Vec::with_capacity(plan.orders.len());
    for proposal in plan.orders {
        let of = &named[proposal.order];
        let step = proposal.step.clone();
        let step = step.map(|step| complete(of, step, &proposal.rows, request, source));
        let mut made = shown(of, proposal, step);
        guard(cx, tx, &mut made).await?;
        proposals.push(made);
    }
    Ok((proposals, plan.unknown))
}

/// The orders that the lines may mean.
async fn named(tx: &mut Tx, request: &StatusSheetChoices, lines: &[StatusLine]) -> Result<Vec<Named>> {
    let pons: BTreeSet<String> = lines.iter().map(|line| folded(&line.pon)).collect();
    let rows = port_orders::list_port_orders(tx, request.migration_id).await?;
    let mut named = Vec::new();
    for row in rows {
        if row.pon.as_ref().is_some_and(|pon| pons.contains(&folded(pon))) {
            named.push(Named {
                order: orders::find(tx, row.id).await?,
                numbers: port_orders::list_open_phone_numbers(tx, row.id).await?,
                row,
            });
        }
    }
    Ok(named)
}

fn as_known(named: &Named) -> StatusOrder {
    let number = |number: &PhoneNumber| StatusNumber {
        e164: number.number.clone(),
        status: number.porting_status,
    };
    StatusOrder {
        pon: named.order.pon.clone().unwrap_or_default(),
        status: named.order.status,
        version: named.order.version,
        foc_date: named.order.foc_local_date,
        numbers: named.numbers.iter().map(number).collect(),
    }
}

fn complete(
    named: &Named,
    step: ProposedStep,
    rows: &[u32],
    request: &StatusSheetChoices,
    source: &Source,
) -> StatusStep {
    let kept =
        |own: &Option<String>, given: &Option<String>| own.clone().or_else(|| optional(given.as_ref()));
    let has_date = step.foc_date.is_some();
    let foc_time = step.foc_time.clone();
    let foc_time = foc_time.or_else(|| kept(&named.order.foc_local_time, &request.foc_time));
    let foc_zone = step.foc_zone.clone();
    let foc_zone = foc_zone.or_else(|| kept(&named.order.foc_zone, &request.foc_zone));
    let outcome = |(number, choice): (&PhoneNumber, &NumberChoice)| NumberOutcome {
        phone_number_id: number.id,
        choice: *choice,
    };
    StatusStep {
        to: step.to,
        reason: reason(&step, rows, source),
        needs_reject_code: step.to == PortOrderStatus::Rejected && step.reject_code.is_none(),
        reject_code: step.reject_code,
        needs_foc_time: has_date && foc_time.is_none(),
        foc_date: step.foc_date,
        foc_time: foc_time.filter(|_| has_date),
        foc_zone: foc_zone.filter(|_| has_date),
        outcomes: named.numbers.iter().zip(&step.outcomes).map(outcome).collect(),
        outcome_counts: counts(&step.outcomes),
    }
}

fn counts(outcomes: &[NumberChoice]) -> Vec<OutcomeCount> {
    let kinds: BTreeSet<NumberChoice> = outcomes.iter().copied().collect();
    let count = |choice| OutcomeCount {
        choice,
        count: outcomes.iter().filter(|it| **it == choice).count(),
    };
    kinds.into_iter().map(count).collect()
}

/// What the event says: the carrier's words, and where they stand.
fn reason(step: &ProposedStep, rows: &[u32], source: &Source) -> String {
    let source = source.named(rows);
    match &step.words {
        Some(words) => format!("{}. {source}", words.trim().trim_end_matches('.')),
        None => source,
    }
}

fn shown(named: &Named, proposal: OrderProposal, step: Option<StatusStep>) -> StatusProposal {
    StatusProposal {
        order_id: named.order.id,
        revision: named.order.revision,
        pon: named.order.pon.clone().unwrap_or_default(),
        path: named.row.path.clone(),
        status: named.order.status,
        verdict: proposal.verdict(),
        rows: proposal.rows,
        said: proposal.said,
        step,
        refusal: proposal.refusal,
        hints: Vec::new(),
        not_in_order: proposal.not_in_order,
        not_in_sheet: proposal.not_in_sheet,
    }
}

/// A step that the order's guards refuse becomes their refusal. What a person still gives is taken as given.
async fn guard(cx: &Context, tx: &mut Tx, proposal: &mut StatusProposal) -> Result<()> {
    let Some(step) = &proposal.step else {
        return Ok(());
    };
    let mut given = step.clone();
    given.foc_time.get_or_insert_with(|| "12:00".to_owned());
    given.reject_code.get_or_insert(RejectCode::Other);
    let request = transition(proposal, &given);
    if let Err(error) = orders::check(cx, tx, &request).await {
        proposal.verdict = Verdict::CannotFollow;
        proposal.refusal = Some(error.message);
        proposal.hints = error.hints;
        proposal.step = None;
    }
    Ok(())
}

/// The step as the order's own use case takes it.
pub(super) fn transition(proposal: &StatusProposal, step: &StatusStep) -> TransitionPortOrder {
    let code = step.reject_code.filter(|_| step.to == PortOrderStatus::Rejected);
    let foc = step.foc_date.zip(step.foc_time.clone());
    TransitionPortOrder {
        id: proposal.order_id,
        revision: proposal.revision,
        to: step.to,
        reason: Some(step.reason.clone()),
        reject_code: code.map(|code| portflow_domain::coded::Coded::code(code).to_owned()),
        foc: foc.map(|(date, time)| Foc {
            date,
            time,
            zone: step.foc_zone.clone(),
        }),
        signed_on: None,
        signer_contact_id: None,
        evidence_file_id: None,
        outcomes: step.outcomes.clone(),
        snapback_agreed: false,
    }
}
