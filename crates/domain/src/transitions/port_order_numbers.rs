//! What a step of a port order does to each of its numbers. Every single move is an edge of
//! `porting_status`, so a path through several statuses comes out as several moves.

use super::port_order_agreement::{Disagreement, agrees, remembered};
use super::port_order_edges::{Edge, MACHINE, NumbersEffect};
use super::{Refusal, porting_status};
use crate::coded::{Labelled, coded_enum};
use crate::enums::{PortOrderStatus, PortingStatus};

coded_enum! {
    /// What a person says became of one number in a step that asks number by number.
    NumberChoice: "number_choice" {
        /// The carrier moved it.
        Ported => "ported" ("Ported"),
        /// It stays where it is: still waiting for its move, or not taken back.
        Stays => "stays" ("Stays open"),
        /// It will not move.
        Failed => "failed" ("Failed"),
        /// It leaves this order and may enter a new one.
        Released => "released" ("Released"),
        /// It stays with the losing carrier for good.
        Kept => "kept" ("Kept"),
        /// The losing carrier took it back.
        MovedBack => "moved_back" ("Moved back"),
    }
}

/// One legal step of one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberMove {
    /// The number's position in the list given.
    pub index: usize,
    /// The status it leaves.
    pub from: PortingStatus,
    /// The status it enters.
    pub to: PortingStatus,
}

/// Why a step of an order cannot be applied to its numbers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StepRefused {
    /// The step itself is refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// One number stands in the way.
    #[error("{}", .0.told(&format!("number {}", .0.index + 1)))]
    Number(Box<NumberRefused>),
    /// The numbers do not fit the order.
    #[error(transparent)]
    Disagreement(#[from] Disagreement),
}

/// Why one number keeps its order from a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberRefused {
    /// The number's position in the list given.
    pub index: usize,
    /// The step; its reason goes on after the number's name.
    refusal: Refusal,
}

impl NumberRefused {
    fn told(&self, name: &str) -> String {
        let Refusal { why, .. } = &self.refusal;
        Refusal {
            why: format!("{name} {why}"),
            ..self.refusal.clone()
        }
        .to_string()
    }
}

impl StepRefused {
    /// The refusal in words that call the number it is about by its name, where it is about one.
    pub fn told(&self, name: impl Fn(usize) -> String) -> String {
        match self {
            Self::Refused(refusal) => refusal.to_string(),
            Self::Number(number) => number.told(&name(number.index)),
            Self::Disagreement(disagreement) => format!("{}: {disagreement}", name(disagreement.index)),
        }
    }
}

/// The moves an order's step makes, in an order in which each is legal. `choices` answers for every number
/// (same positions) where the step asks number by number, and is ignored elsewhere.
///
/// # Errors
/// A number cannot reach the status it would need, a choice is missing or does not fit the step, or the
/// numbers would not agree with the order afterwards. The given statuses are not changed.
pub fn apply(
    edge: &Edge,
    numbers: &[PortingStatus],
    choices: &[NumberChoice],
) -> Result<Vec<NumberMove>, StepRefused> {
    let targets = targets(edge, numbers, choices)?;
    check_division(edge, numbers, &targets)?;
    let mut moves = Vec::new();
    for (index, (from, to)) in numbers.iter().zip(&targets).enumerate() {
        let path = number_path(*from, *to).ok_or_else(|| {
            let why = format!(
                "is {} and cannot become {}; settle it first",
                from.label(),
                to.label()
            );
            refuse_number(edge, index, why)
        })?;
        let mut at = *from;
        for to in path {
            moves.push(NumberMove { index, from: at, to });
            at = to;
        }
    }
    let confirmed = remembered(edge.from, edge.to, None);
    agrees(edge.to, confirmed, &targets)?;
    Ok(moves)
}

/// The moves of verifying some numbers while the order stays `ported` or `partially_ported`.
///
/// # Errors
/// The order is in another status, or a number named is not ported.
pub fn verify_numbers(
    status: PortOrderStatus,
    numbers: &[PortingStatus],
    indexes: &[usize],
) -> Result<Vec<NumberMove>, Refusal> {
    let refuse = |why: &str| Refusal::new(MACHINE, status, PortOrderStatus::Verified, why, &[]);
    if !matches!(status, PortOrderStatus::Ported | PortOrderStatus::PartiallyPorted) {
        return Err(refuse("its numbers can be verified once they are ported"));
    }
    let mut moves = Vec::new();
    for index in indexes {
        match numbers.get(*index) {
            Some(PortingStatus::Ported) => {
                moves.push(NumberMove {
                    index: *index,
                    from: PortingStatus::Ported,
                    to: PortingStatus::Verified,
                });
            }
            Some(PortingStatus::Verified) => {}
            _ => return Err(refuse("only a ported number can be verified")),
        }
    }
    Ok(moves)
}

/// The statuses a number passes through to reach `to`, without `from`; empty when it is there already. The
/// one detour is a confirmed number that ports before anybody recorded its schedule.
pub fn number_path(from: PortingStatus, to: PortingStatus) -> Option<Vec<PortingStatus>> {
    use PortingStatus::*;
    match (from, to) {
        _ if from == to => Some(Vec::new()),
        (FocReceived, Ported) => Some(vec![PortScheduled, Ported]),
        _ => porting_status::is_edge(from, to).then(|| vec![to]),
    }
}

fn targets(
    edge: &Edge,
    numbers: &[PortingStatus],
    choices: &[NumberChoice],
) -> Result<Vec<PortingStatus>, StepRefused> {
    use NumbersEffect::*;
    let chosen = |target: fn(PortingStatus, NumberChoice) -> Option<PortingStatus>| {
        if choices.len() != numbers.len() {
            return Err(refuse(edge, "say for each number what became of it".to_owned()).into());
        }
        let one = |(index, (from, choice)): (usize, (&PortingStatus, &NumberChoice))| {
            target(*from, *choice).ok_or_else(|| refuse_number(edge, index, misfit(edge, *from, *choice)))
        };
        numbers.iter().zip(choices).enumerate().map(one).collect()
    };
    match edge.numbers {
        Stay => Ok(numbers.to_vec()),
        // A number that was verified one by one is ported all the same.
        All(PortingStatus::Ported) => Ok(numbers.iter().map(|from| at_least_ported(*from)).collect()),
        All(to) => Ok(vec![to; numbers.len()]),
        PerOutcome => chosen(outcome_target),
        MovedBack => chosen(moved_back_target),
        Settle => chosen(settled_target),
    }
}

fn at_least_ported(from: PortingStatus) -> PortingStatus {
    if from == PortingStatus::Verified {
        from
    } else {
        PortingStatus::Ported
    }
}

fn outcome_target(from: PortingStatus, choice: NumberChoice) -> Option<PortingStatus> {
    use PortingStatus::*;
    let waiting = matches!(from, FocReceived | PortScheduled);
    match choice {
        NumberChoice::Ported if from != Failed => Some(at_least_ported(from)),
        NumberChoice::Stays => Some(if waiting { PortScheduled } else { from }),
        NumberChoice::Failed if waiting || from == Failed => Some(Failed),
        NumberChoice::Ported
        | NumberChoice::Failed
        | NumberChoice::Released
        | NumberChoice::Kept
        | NumberChoice::MovedBack => None,
    }
}

fn moved_back_target(from: PortingStatus, choice: NumberChoice) -> Option<PortingStatus> {
    use PortingStatus::*;
    let moved = matches!(from, Ported | Verified);
    match choice {
        NumberChoice::MovedBack if moved => Some(Failed),
        NumberChoice::Stays if moved => Some(from),
        // The order ends here, so what never moved has failed with it.
        NumberChoice::Stays | NumberChoice::Failed if !moved => Some(Failed),
        NumberChoice::MovedBack
        | NumberChoice::Stays
        | NumberChoice::Failed
        | NumberChoice::Ported
        | NumberChoice::Released
        | NumberChoice::Kept => None,
    }
}

fn settled_target(from: PortingStatus, choice: NumberChoice) -> Option<PortingStatus> {
    use PortingStatus::*;
    match (from, choice) {
        (Verified, NumberChoice::Ported | NumberChoice::Stays) => Some(Verified),
        (PortScheduled | Failed, NumberChoice::Released | NumberChoice::Kept) => Some(NotStarted),
        (PortScheduled | Failed, NumberChoice::Failed) => Some(Failed),
        _ => None,
    }
}

/// `partially_ported` means some of each; a snapback takes back at least one number.
fn check_division(edge: &Edge, numbers: &[PortingStatus], targets: &[PortingStatus]) -> Result<(), Refusal> {
    let moved = |status: &PortingStatus| matches!(status, PortingStatus::Ported | PortingStatus::Verified);
    if edge.to == PortOrderStatus::PartiallyPorted {
        if targets.iter().all(moved) {
            return Err(refuse(
                edge,
                "every number has ported; move the order to Ported".to_owned(),
            ));
        }
        if !targets.iter().any(moved) {
            return Err(refuse(
                edge,
                "no number has ported; name at least one that has".to_owned(),
            ));
        }
    }
    let went_back = || {
        numbers
            .iter()
            .zip(targets)
            .any(|(from, to)| moved(from) && !moved(to))
    };
    if edge.to == PortOrderStatus::SnappedBack && !went_back() {
        return Err(refuse(edge, "name at least one number that went back".to_owned()));
    }
    Ok(())
}

/// Why an answer does not fit a number; goes on after the number's name.
fn misfit(edge: &Edge, from: PortingStatus, choice: NumberChoice) -> String {
    let is_unsettled = matches!(from, PortingStatus::PortScheduled | PortingStatus::Failed);
    if edge.numbers == NumbersEffect::Settle && is_unsettled && choice == NumberChoice::Stays {
        return "has not ported and has no answer yet: release it for a new order, keep it, or record that it failed"
            .to_owned();
    }
    format!(
        "is {}, so '{}' cannot be said of it",
        from.label(),
        choice.label()
    )
}

fn refuse_number(edge: &Edge, index: usize, why: String) -> StepRefused {
    let refusal = refuse(edge, why);
    StepRefused::Number(Box::new(NumberRefused { index, refusal }))
}

fn refuse(edge: &Edge, why: String) -> Refusal {
    Refusal::new(MACHINE, edge.from, edge.to, why, &[])
}
