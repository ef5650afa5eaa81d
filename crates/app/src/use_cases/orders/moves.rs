//! The numbers of an order that takes a step: all of them move at once, however many there are.

use std::collections::BTreeMap;

use portflow_domain::entities::{PhoneNumber, PortOrder, PortOrderNumber};
use portflow_domain::enums::{OrderNumberOutcome, PortOrderStatus, PortingStatus};
use portflow_domain::transitions::port_order::{self, Edge, NumberChoice, NumberMove};
use portflow_store::Tx;
use portflow_store::queries::{phone_numbers, port_orders};

use super::facts::OrderSurroundings;
use crate::context::Context;
use crate::dto::orders::TransitionPortOrder;
use crate::error::{ApiError, Result};
use crate::use_cases::{numbers, optional};

/// Moves every number as the step says; each single move is an edge that the database checks again.
pub(super) async fn move_numbers(
    cx: &Context,
    tx: &mut Tx,
    order: &PortOrder,
    around: &OrderSurroundings,
    edge: &Edge,
    request: &TransitionPortOrder,
) -> Result<()> {
    let statuses: Vec<_> = around
        .numbers
        .iter()
        .map(|(_, number)| number.porting_status)
        .collect();
    let choices = choices(around, edge, request);
    let name = |index: usize| around.numbers[index].1.number.clone();
    let moves = port_order::apply(edge, &statuses, &choices)
        .map_err(|refused| ApiError::refused(format!("{}.", refused.told(name))))?;
    let mut current: Vec<PhoneNumber> = around.numbers.iter().map(|(_, number)| number.clone()).collect();
    let reason = optional(request.reason.as_ref());
    for round in rounds(&moves) {
        let moved = |step: &NumberMove| {
            let before = current[step.index].clone();
            let mut number = before.clone();
            number.porting_status = step.to;
            number.updated_at = cx.now();
            numbers::stamp(&mut number, cx, reason.as_deref());
            (before, number)
        };
        let pairs: Vec<_> = round.iter().map(moved).collect();
        let stored = phone_numbers::update_phone_numbers(tx, &pairs).await?;
        for (step, number) in round.iter().zip(stored) {
            current[step.index] = number;
        }
    }
    settle_numbers(cx, tx, order, &current).await?;
    let is_open = port_order::is_open(order.status);
    let lines = around.numbers.iter().zip(&current).zip(&choices);
    let pairs: Vec<_> = lines
        .map(|(((line, _), number), choice)| {
            (
                line.clone(),
                line_after(cx, line, number, *choice, request, is_open),
            )
        })
        .filter(|(before, after)| before != after)
        .collect();
    port_orders::update_port_order_numbers(tx, &pairs).await?;
    Ok(())
}

/// The moves in parts that hold each number once, its earlier move in an earlier part.
fn rounds(moves: &[NumberMove]) -> Vec<Vec<NumberMove>> {
    let mut rounds: Vec<Vec<NumberMove>> = Vec::new();
    let mut met: BTreeMap<usize, usize> = BTreeMap::new();
    for step in moves {
        let round = met.entry(step.index).or_default();
        if rounds.len() == *round {
            rounds.push(Vec::new());
        }
        rounds[*round].push(*step);
        *round += 1;
    }
    rounds
}

/// Gives every number the date of its order, and leaves no order open that is not.
async fn settle_numbers(cx: &Context, tx: &mut Tx, order: &PortOrder, numbers: &[PhoneNumber]) -> Result<()> {
    let settled = |number: &PhoneNumber| PhoneNumber {
        foc_date: order
            .foc_local_date
            .or(number.foc_date.filter(|_| number.ported_at.is_some())),
        open_port_order_id: port_order::is_open(order.status).then_some(order.id),
        ..number.clone()
    };
    let mut pairs = Vec::with_capacity(numbers.len());
    for before in numbers {
        let mut after = settled(before);
        if after != *before {
            after.updated_at = cx.now();
            pairs.push((before.clone(), after));
        }
    }
    phone_numbers::update_phone_numbers(tx, &pairs).await?;
    Ok(())
}

/// What the order keeps of a number once it has moved.
fn line_after(
    cx: &Context,
    line: &PortOrderNumber,
    number: &PhoneNumber,
    choice: NumberChoice,
    request: &TransitionPortOrder,
    is_open: bool,
) -> PortOrderNumber {
    let mut wanted = line.clone();
    let outcome = match (choice, number.porting_status) {
        (NumberChoice::Released, _) => Some(OrderNumberOutcome::Released),
        (NumberChoice::Kept, _) => Some(OrderNumberOutcome::Kept),
        (NumberChoice::MovedBack, _) => Some(OrderNumberOutcome::SnappedBack),
        (_, PortingStatus::Ported | PortingStatus::Verified) => Some(OrderNumberOutcome::Ported),
        (_, PortingStatus::Failed) => Some(OrderNumberOutcome::Failed),
        _ => None,
    };
    if outcome != line.outcome {
        wanted.outcome = outcome;
        wanted.outcome_at = outcome.map(|_| cx.now());
    }
    if request.to == PortOrderStatus::Rejected {
        wanted.reject_code = request.reject_code.clone();
    }
    wanted.is_open = is_open;
    if wanted != *line {
        wanted.updated_at = cx.now();
    }
    wanted
}

/// What is said of every number, in the order of the lines: extensions share what is said of their base number. A
/// number nobody spoke of stays, or is ported where the whole order is.
fn choices(around: &OrderSurroundings, edge: &Edge, request: &TransitionPortOrder) -> Vec<NumberChoice> {
    let silent = if edge.to == PortOrderStatus::Ported {
        NumberChoice::Ported
    } else {
        NumberChoice::Stays
    };
    let said: BTreeMap<_, _> = request
        .outcomes
        .iter()
        .map(|outcome| (outcome.phone_number_id, outcome.choice))
        .collect();
    let of_base: BTreeMap<&str, NumberChoice> = around
        .numbers
        .iter()
        .filter_map(|(line, number)| Some((line.e164.as_str(), *said.get(&number.id)?)))
        .collect();
    let choice = |line: &PortOrderNumber| of_base.get(line.e164.as_str()).copied().unwrap_or(silent);
    around.numbers.iter().map(|(line, _)| choice(line)).collect()
}
