//! Random walks of orders through the use cases, and so through the real triggers: one order at a time with every step
//! and every refusal (`alone`), and many orders over the same numbers with everything a person may do to them
//! (`together`).

mod alone;
mod everything;
mod together;

use portflow_app::dto::orders::{Foc, NumberOutcome, TransitionPortOrder};
use portflow_domain::coded::Coded;
use portflow_domain::entities::{PhoneNumber, PortOrder, PortOrderNumber};
use portflow_domain::enums::{PortOrderStatus, PortingStatus};
use portflow_domain::transitions::port_order::{self, Edge, NumberChoice};
use portflow_store::queries::{phone_numbers, port_orders};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::world::{World, today};

/// The same at every run, so that a failure can be seen again.
fn drawn<S: Strategy>(strategy: &S) -> S::Value {
    let seed = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), seed);
    strategy.new_tree(&mut runner).unwrap().current()
}

/// An order with everything that a step may move.
#[derive(Debug, Clone, PartialEq)]
struct Snapshot {
    order: PortOrder,
    lines: Vec<PortOrderNumber>,
    numbers: Vec<PhoneNumber>,
    entries: usize,
}

impl Snapshot {
    fn statuses(&self) -> Vec<PortingStatus> {
        self.numbers.iter().map(|number| number.porting_status).collect()
    }
}

async fn look(world: &World, order: &PortOrder) -> Snapshot {
    let cx = world.cx().await;
    let entries = world.log().await.len();
    let mut tx = cx.read().await.unwrap();
    let order = port_orders::find_port_order(&mut tx, order.id)
        .await
        .unwrap()
        .unwrap();
    let mut lines = port_orders::list_port_order_numbers(&mut tx, order.id)
        .await
        .unwrap();
    lines.sort_by(|a, b| a.e164.cmp(&b.e164));
    let ids: Vec<_> = lines.iter().map(|line| line.phone_number_id).collect();
    let mut numbers = phone_numbers::find_phone_numbers(&mut tx, &ids).await.unwrap();
    numbers.sort_by(|a, b| a.number.cmp(&b.number));
    Snapshot {
        order,
        lines,
        numbers,
        entries,
    }
}

/// One of the edges that leave the status; those that end an order early are rarer, so that walks become long.
fn choose(before: &Snapshot, way: u16) -> Option<Edge> {
    use PortOrderStatus::{Cancelled, Closed, Draft, Failed, Rejected, SnappedBack, Submitted};
    let leaving = port_order::edges()
        .into_iter()
        .filter(|edge| edge.from == before.order.status);
    let weighted: Vec<_> = leaving
        .flat_map(|edge| {
            let weight = if matches!(edge.to, Cancelled | Failed | Closed | SnappedBack | Draft) {
                1
            } else if matches!(edge.to, Rejected | Submitted) {
                3
            } else {
                6
            };
            std::iter::repeat_n(edge, weight)
        })
        .collect();
    (!weighted.is_empty()).then(|| weighted[usize::from(way) % weighted.len()])
}

/// A step along the edge with everything it may ask for.
fn request(before: &Snapshot, edge: &Edge, roll: u16) -> TransitionPortOrder {
    use port_order::NumbersEffect::{MovedBack, PerOutcome, Settle};
    let each = matches!(edge.numbers, MovedBack | PerOutcome | Settle);
    let outcome = |(number, choice): (&PhoneNumber, NumberChoice)| NumberOutcome {
        phone_number_id: number.id,
        choice,
    };
    let outcomes = before
        .numbers
        .iter()
        .zip(choices(&before.statuses(), edge, roll))
        .map(outcome);
    let foc = matches!(edge.to, PortOrderStatus::FocReceived | PortOrderStatus::Scheduled);
    TransitionPortOrder {
        id: before.order.id,
        revision: before.order.revision,
        to: edge.to,
        reason: Some("As the carrier's message says".to_owned()),
        reject_code: edge.needs_reject_code.then(|| "LSR_PENDING".to_owned()),
        foc: foc.then(|| Foc {
            date: today() + chrono::Days::new(30 + u64::from(roll % 200)),
            time: "10:00".to_owned(),
            zone: Some("America/New_York".to_owned()),
        }),
        signed_on: (edge.to == PortOrderStatus::LoaSigned).then(today),
        signer_contact_id: None,
        evidence_file_id: None,
        outcomes: if each { outcomes.collect() } else { Vec::new() },
        snapback_agreed: false,
    }
}

/// What is said of each number: mostly something that fits, now and then anything.
fn choices(statuses: &[PortingStatus], edge: &Edge, roll: u16) -> Vec<NumberChoice> {
    let mut state = u32::from(roll);
    let mut next = || {
        // The step of a well-known generator; what matters is that it is the same at every run.
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        NumberChoice::ALL[(state >> 16) as usize % NumberChoice::ALL.len()]
    };
    let mut said = || statuses.iter().map(|_| next()).collect::<Vec<_>>();
    let anything = said();
    if roll.is_multiple_of(5) {
        return anything;
    }
    let fits = |said: &Vec<NumberChoice>| port_order::apply(edge, statuses, said).is_ok();
    (0..500).map(|_| said()).find(fits).unwrap_or(anything)
}
