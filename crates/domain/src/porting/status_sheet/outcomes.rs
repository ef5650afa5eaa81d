//! Lines that say number by number what became of an order: ported, failed, still waiting, taken back.

use super::claim::Claims;
use super::sentence::sentence;
use super::{ProposedStep, StatusNumber, StatusOrder};
use crate::enums::PortOrderStatus::{self, *};
use crate::enums::PortingStatus;
use crate::transitions::port_order::{self, NumberChoice};

/// Whether the lines speak of numbers that moved, here or back.
pub(super) fn is_number_by_number(claims: &Claims<'_>) -> bool {
    let mut all = claims.whole.iter().chain(claims.by_number.values());
    all.any(|claim| matches!(claim, Ported | PartiallyPorted | SnappedBack))
}

/// The step, or none where every number is where the lines say.
///
/// # Errors
/// The lines do not say which numbers, or the machine refuses.
pub(super) fn decide(order: &StatusOrder, claims: &Claims<'_>) -> Result<Option<ProposedStep>, String> {
    if claims.by_number.is_empty() && claims.whole == Some(PartiallyPorted) {
        let arrived = matches!(order.status, PartiallyPorted | Ported | Verified | Closed);
        let unsaid = "The sheet says partially ported and not which numbers.";
        return if arrived { Ok(None) } else { Err(unsaid.to_owned()) };
    }
    let said: Vec<Option<PortOrderStatus>> = order
        .numbers
        .iter()
        .map(|number| claim_of(number, claims))
        .collect();
    if said.contains(&Some(SnappedBack)) {
        return taken_back(order, claims, &said);
    }
    let mut choices = Vec::with_capacity(said.len());
    let (mut news, mut all_moved) = (false, true);
    for (number, said) in order.numbers.iter().zip(&said) {
        let moved = has_moved(number.status);
        let choice = match said {
            Some(Ported) => NumberChoice::Ported,
            Some(Failed) if !moved => NumberChoice::Failed,
            _ => NumberChoice::Stays,
        };
        news |= match choice {
            NumberChoice::Ported => !moved,
            NumberChoice::Failed => number.status != PortingStatus::Failed,
            NumberChoice::Stays | NumberChoice::Released | NumberChoice::Kept | NumberChoice::MovedBack => {
                false
            }
        };
        all_moved &= moved || choice == NumberChoice::Ported;
        choices.push(choice);
    }
    if !news {
        return Ok(None);
    }
    let to = if all_moved { Ported } else { PartiallyPorted };
    let outcomes = if all_moved { Vec::new() } else { choices };
    step(order, claims, to, outcomes)
}

/// What is said of a number: by its own line, else by the line of the whole order.
fn claim_of(number: &StatusNumber, claims: &Claims<'_>) -> Option<PortOrderStatus> {
    let own = claims.by_number.get(number.e164.as_str()).copied();
    own.or(claims.whole.filter(|whole| *whole != PartiallyPorted))
}

fn has_moved(status: PortingStatus) -> bool {
    matches!(status, PortingStatus::Ported | PortingStatus::Verified)
}

fn taken_back(
    order: &StatusOrder,
    claims: &Claims<'_>,
    said: &[Option<PortOrderStatus>],
) -> Result<Option<ProposedStep>, String> {
    if order.status == SnappedBack {
        return Ok(None);
    }
    let choice = |(number, said): (&StatusNumber, &Option<PortOrderStatus>)| {
        if *said == Some(SnappedBack) && has_moved(number.status) {
            NumberChoice::MovedBack
        } else {
            NumberChoice::Stays
        }
    };
    let choices = order.numbers.iter().zip(said).map(choice).collect();
    step(order, claims, SnappedBack, choices)
}

fn step(
    order: &StatusOrder,
    claims: &Claims<'_>,
    to: PortOrderStatus,
    outcomes: Vec<NumberChoice>,
) -> Result<Option<ProposedStep>, String> {
    let edge = port_order::edge(order.status, to).map_err(|refusal| sentence(&refusal))?;
    let statuses: Vec<PortingStatus> = order.numbers.iter().map(|number| number.status).collect();
    port_order::apply(&edge, &statuses, &outcomes).map_err(|refusal| sentence(&refusal))?;
    Ok(Some(ProposedStep {
        to,
        words: claims.words.clone(),
        reject_code: None,
        foc_date: None,
        foc_time: None,
        foc_zone: None,
        outcomes,
    }))
}
