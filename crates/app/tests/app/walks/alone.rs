//! One order at a time: after every step order, lines and numbers agree, the counters equal a recount, and every step
//! that is no edge changes nothing.

use portflow_app::ErrorCode;
use portflow_app::dto::orders::TransitionPortOrder;
use portflow_app::use_cases::{numbers, orders};
use portflow_domain::coded::Coded;
use portflow_domain::entities::PortOrder;
use portflow_domain::enums::{PortOrderStatus, PortingStatus};
use portflow_domain::transitions::port_order;
use portflow_store::queries::port_orders;
use proptest::prelude::*;
use std::collections::BTreeSet;

use super::{Snapshot, choose, drawn, look, request};
use crate::place::on_each;
use crate::world::{World, id, today};

/// Walks on each database.
const WALKS: u32 = 24;
/// Steps of a walk.
const STEPS: usize = 12;
/// Numbers of an order.
const NUMBERS: usize = 3;

/// Where walks begin in turn, so that some come to the end of an order's life.
const HEAD_STARTS: [&[PortOrderStatus]; 4] = {
    use PortOrderStatus::{FocReceived, LoaRequested, LoaSigned, Ready, Scheduled, Submitted};
    [
        &[],
        &[Ready, LoaRequested, LoaSigned, Submitted],
        &[Ready, LoaRequested, LoaSigned, Submitted, FocReceived, Scheduled],
        &[Ready, LoaRequested, LoaSigned, Submitted, FocReceived, Scheduled],
    ]
};

/// What chance decides in one step.
#[derive(Debug, Clone)]
struct Dice {
    /// A step that chance has no part in.
    to: Option<PortOrderStatus>,
    way: u16,
    roll: u16,
    verifies: bool,
}

impl Dice {
    fn to(to: PortOrderStatus) -> Self {
        Self {
            to: Some(to),
            way: 1,
            roll: 1,
            verifies: false,
        }
    }
}

#[test]
fn orders_and_their_numbers_agree_after_every_step_of_random_walks() {
    on_each(|place| async move {
        let walks = walks();
        let world = World::furnished(place).await;
        let mut seen = BTreeSet::new();
        for (index, walk) in walks.iter().enumerate() {
            take_walk(&world, index, walk, &mut seen).await;
        }
        // Every status was reached, so every illegal pair was tried.
        let reached: BTreeSet<_> = seen.iter().map(|(_, to)| *to).collect();
        let missing: Vec<_> = PortOrderStatus::ALL
            .iter()
            .filter(|it| !reached.contains(it.code()))
            .collect();
        assert!(missing.is_empty(), "no walk came to {missing:?}");
        assert!(
            seen.len() > port_order::edges().len() / 2,
            "only {} edges were walked",
            seen.len()
        );
    });
}

fn walks() -> Vec<Vec<Dice>> {
    let dice = (any::<u16>(), any::<u16>(), any::<bool>());
    let dice = dice.prop_map(|(way, roll, verifies)| Dice {
        to: None,
        way,
        roll,
        verifies,
    });
    let walk = proptest::collection::vec(dice, STEPS);
    drawn(&proptest::collection::vec(walk, WALKS as usize))
}

async fn take_walk(
    world: &World,
    index: usize,
    walk: &[Dice],
    seen: &mut BTreeSet<(&'static str, &'static str)>,
) {
    let names: Vec<_> = (0..NUMBERS)
        .map(|n| format!("+1214300{:04}", index * NUMBERS + n))
        .collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let numbers = world.put_numbers(&names).await;
    // An account of its own, so that no other walk's order is an earlier one.
    let account = id(&world.add_account(&world.customer).await);
    let mut order = world.draft_of(&account, &numbers).await;
    let mut remembered = None;
    let mut told = vec![order.status.code()];
    let ahead = HEAD_STARTS[index % HEAD_STARTS.len()];
    for dice in ahead.iter().map(|to| Dice::to(*to)).chain(walk.iter().cloned()) {
        let dice = &dice;
        let before = look(world, &order).await;
        refuse_all_others(world, &before).await;
        if dice.verifies && verify_one(world, &before, dice).await {
            check(world, &order, remembered, &told).await;
            continue;
        }
        let edge = match dice.to {
            Some(to) => port_order::edge(before.order.status, to).ok(),
            None => choose(&before, dice.way),
        };
        let Some(edge) = edge else { break };
        let request = request(&before, &edge, dice.roll);
        let choices: Vec<_> = request.outcomes.iter().map(|outcome| outcome.choice).collect();
        let fits = port_order::apply(&edge, &before.statuses(), &choices).is_ok();
        let all_verified = before
            .statuses()
            .iter()
            .all(|status| *status != PortingStatus::Ported);
        let waits_for_calls = matches!(edge.to, PortOrderStatus::Verified)
            || (edge.from, edge.to) == (PortOrderStatus::PartiallyPorted, PortOrderStatus::Closed);
        let needs_letter = (edge.from, edge.to) == (PortOrderStatus::Ready, PortOrderStatus::Submitted);
        let expected = fits && (all_verified || !waits_for_calls) && !needs_letter;
        match orders::transition(&world.cx().await, request).await {
            Ok(after) => {
                assert!(
                    expected,
                    "{told:?} then {edge:?} with {choices:?} should be refused"
                );
                seen.insert((edge.from.code(), edge.to.code()));
                told.push(edge.to.code());
                remembered = port_order::remembered(edge.from, edge.to, remembered);
                let raised = i64::from(edge.raises_version);
                assert_eq!(after.version, before.order.version + raised, "{told:?}");
                order = after;
                check_step(world, &before, &order).await;
            }
            Err(error) => {
                assert!(!expected, "{told:?} then {edge:?} with {choices:?}: {error:?}");
                assert_eq!(error.code, ErrorCode::Refused, "{error:?}");
                assert_eq!(
                    look(world, &order).await,
                    before,
                    "a refused step changes nothing"
                );
            }
        }
        check(world, &order, remembered, &told).await;
    }
    let before = look(world, &order).await;
    refuse_all_others(world, &before).await;
}

/// A person hears a call on one ported number; whether there was one to verify.
async fn verify_one(world: &World, before: &Snapshot, dice: &Dice) -> bool {
    let ported: Vec<_> = before
        .numbers
        .iter()
        .filter(|number| number.porting_status == PortingStatus::Ported)
        .collect();
    let may = matches!(
        before.order.status,
        PortOrderStatus::Ported | PortOrderStatus::PartiallyPorted
    );
    if ported.is_empty() || !may {
        return false;
    }
    let request = portflow_app::dto::numbers::TransitionNumbers {
        ids: vec![ported[usize::from(dice.roll) % ported.len()].id],
        chosen: None,
        to: PortingStatus::Verified,
        reason: None,
    };
    let moved = numbers::transition(&world.cx().await, request).await.unwrap();
    assert_eq!(moved.changed, 1);
    true
}

/// Every status that no edge leads to is refused and nothing changes; nor can a person move the numbers.
async fn refuse_all_others(world: &World, before: &Snapshot) {
    let cx = world.cx().await;
    for to in PortOrderStatus::ALL {
        if port_order::edge(before.order.status, *to).is_ok() {
            continue;
        }
        let request = TransitionPortOrder {
            id: before.order.id,
            revision: before.order.revision,
            to: *to,
            reason: Some("It should be so".to_owned()),
            reject_code: Some("OTHER".to_owned()),
            foc: None,
            signed_on: Some(today()),
            signer_contact_id: None,
            evidence_file_id: None,
            outcomes: Vec::new(),
            snapback_agreed: true,
        };
        let error = orders::transition(&cx, request).await.expect_err(to.code());
        assert_eq!(
            error.code,
            ErrorCode::Refused,
            "{} to {to}: {error:?}",
            before.order.status
        );
    }
    if port_order::is_open(before.order.status) {
        for to in PortingStatus::ALL
            .iter()
            .filter(|to| **to != PortingStatus::Verified)
        {
            let request = portflow_app::dto::numbers::TransitionNumbers {
                ids: vec![before.numbers[0].id],
                chosen: None,
                to: *to,
                reason: Some("By hand".to_owned()),
            };
            let error = numbers::transition(&cx, request).await.expect_err(to.code());
            assert_eq!(error.code, ErrorCode::Refused, "{error:?}");
        }
    }
    assert_eq!(
        look(world, &before.order).await,
        *before,
        "a refused step changes nothing"
    );
}

/// What a step leaves behind: one event with its actor and one entry of the log.
async fn check_step(world: &World, before: &Snapshot, order: &PortOrder) {
    let cx = world.cx().await;
    let mut tx = cx.read().await.unwrap();
    let events = port_orders::list_port_order_events(&mut tx, order.id)
        .await
        .unwrap();
    let last = events.last().unwrap();
    assert_eq!(
        (last.from_status, last.to_status),
        (Some(before.order.status), order.status)
    );
    assert_eq!(last.actor_id, cx.actor().unwrap().id);
    drop(tx);
    let log = world.log().await;
    let entries: Vec<_> = log[before.entries..]
        .iter()
        .filter(|it| it.action == "status_changed")
        .collect();
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].actor_name, "Ada Example");
    assert_eq!(
        (entries[0].revision_before, entries[0].revision_after),
        (Some(before.order.revision), Some(order.revision))
    );
}

async fn check(world: &World, order: &PortOrder, remembered: Option<PortOrderStatus>, told: &[&str]) {
    let now = look(world, order).await;
    let status = now.order.status;
    port_order::agrees(status, remembered, &now.statuses())
        .unwrap_or_else(|error| panic!("{told:?}: {error}"));
    let is_open = port_order::is_open(status);
    for line in &now.lines {
        assert_eq!(line.is_open, is_open, "{told:?}: {line:?}");
    }
    for number in &now.numbers {
        assert_eq!(
            number.open_port_order_id,
            is_open.then_some(now.order.id),
            "{told:?}"
        );
    }
    let problems = world.cx().await.workspace().unwrap().store.check().await.unwrap();
    assert!(problems.is_empty(), "{told:?}: {problems:?}");
}
