//! Many orders over the same numbers, with everything a person may do: orders made by proposal, edited as drafts, moved,
//! supplemented, cancelled and taken over, and numbers moved by hand. After every act each order agrees with its
//! numbers, no number is in two open orders, and a refused act changes nothing.

use portflow_app::ErrorCode;
use portflow_domain::coded::Coded;
use portflow_domain::entities::{PhoneNumber, PortOrder, PortOrderNumber};
use portflow_domain::enums::{NumberClass, PortOrderStatus, PortingStatus};
use portflow_domain::ids::{EntityId, PhoneNumberId};
use portflow_domain::transitions::port_order::{self, Edge};
use portflow_domain::transitions::porting_status;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

use super::everything::{Everything, furnish};
use super::{choose, drawn, look, request};
use crate::place::on_each;
use crate::world::{World, today};

/// Acts on each database.
const ACTS: usize = 260;

/// What somebody does in one act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Act {
    Propose,
    Edit,
    Step,
    NewDate,
    OtherNumbers,
    Cancel,
    TakeOver,
    ByHand,
}

/// An act and what chance says about it.
#[derive(Debug, Clone, Copy)]
struct Dice {
    act: Act,
    which: u16,
    way: u16,
}

fn acts() -> Vec<Dice> {
    use Act::{ByHand, Cancel, Edit, NewDate, OtherNumbers, Propose, Step, TakeOver};
    let act = prop_oneof![
        3 => Just(Propose), 2 => Just(Edit), 16 => Just(Step), 4 => Just(NewDate), 4 => Just(OtherNumbers),
        2 => Just(Cancel), 2 => Just(TakeOver), 2 => Just(ByHand),
    ];
    let dice = (act, any::<u16>(), any::<u16>()).prop_map(|(act, which, way)| Dice { act, which, way });
    drawn(&proptest::collection::vec(dice, ACTS))
}

#[test]
fn orders_and_numbers_agree_whatever_people_do_to_them() {
    on_each(|place| async move {
        let world = World::furnished(place).await;
        furnish(&world).await;
        let mut done: BTreeMap<Act, usize> = BTreeMap::new();
        let mut now = Everything::look(&world).await;
        for dice in acts() {
            let Some((command, request)) = asked(&world, &now, dice).await else {
                continue;
            };
            let before = if dice.act == Act::TakeOver {
                Everything::look(&world).await
            } else {
                now
            };
            match world.call(command, request.clone()).await {
                Ok(_) => {
                    *done.entry(dice.act).or_default() += 1;
                }
                Err(error) => {
                    let refused = [ErrorCode::Refused, ErrorCode::InvalidInput];
                    assert!(refused.contains(&error.code), "{dice:?}: {error:?}");
                    assert_eq!(
                        Everything::look(&world).await,
                        before,
                        "{command} {request}: {error:?}"
                    );
                }
            }
            now = Everything::look(&world).await;
            check(&now, dice);
        }
        assert_eq!(done.len(), 8, "something was never done: {done:?}");
        let problems = world.cx().await.workspace().unwrap().store.check().await.unwrap();
        assert!(problems.is_empty(), "{problems:?}");
    });
}

fn pick<T: Copy>(list: &[T], roll: u16) -> Option<T> {
    (!list.is_empty()).then(|| list[usize::from(roll) % list.len()])
}

/// Some of these, by the bits of chance.
fn some(numbers: &[&PhoneNumber], roll: u16) -> Vec<PhoneNumberId> {
    let chosen = numbers
        .iter()
        .enumerate()
        .filter(|(place, _)| roll >> (place % 16) & 1 == 1);
    chosen.map(|(_, number)| number.id).collect()
}

/// The command of an act with its request; none where there is nothing to do it to.
async fn asked(world: &World, now: &Everything, dice: Dice) -> Option<(&'static str, Value)> {
    let open = now.open();
    let order = pick(&open, dice.which);
    let of = |fits: fn(&PortOrder) -> bool| {
        let fitting: Vec<_> = open.iter().filter(|order| fits(order)).copied().collect();
        // Now and then one that it cannot be done to.
        pick(&fitting, dice.which)
            .filter(|_| !dice.way.is_multiple_of(8))
            .or(order)
    };
    let free = now.free();
    match dice.act {
        Act::Propose => Some((
            "port_orders_add",
            proposed(world, &some(&free, dice.which)).await?,
        )),
        Act::Edit => {
            let order = of(|it| it.status == PortOrderStatus::Draft)?;
            let request = json!({ "id": order.id, "revision": order.revision,
                "add": some(&free, dice.way & 3), "remove": inside(now, order, dice.way >> 8 & 1) });
            Some(("port_order_numbers", request))
        }
        Act::Step => {
            // Mostly the first of an account: the others wait for it.
            let first = pick(&now.first_of_accounts(), dice.which).filter(|_| !dice.way.is_multiple_of(4));
            let before = look(world, first.or(order)?).await;
            let usual = usual_way(before.order.status).filter(|_| dice.way & 1 == 1);
            let edge = usual.or_else(|| choose(&before, dice.way))?;
            let request = request(&before, &edge, dice.which);
            Some(("port_order_transition", serde_json::to_value(request).unwrap()))
        }
        Act::NewDate => {
            let order = of(is_confirmed)?;
            let day = today() + chrono::Days::new(60 + u64::from(dice.way % 100));
            Some((
                "port_order_supplement",
                json!({ "id": order.id, "revision": order.revision,
                "reason": "The customer asked for it", "desiredDate": day }),
            ))
        }
        Act::OtherNumbers => {
            let order = of(is_confirmed)?;
            let same = |it: &&&PhoneNumber| {
                it.losing_account_id == order.losing_account_id
                    && it.porting_status == PortingStatus::NotStarted
            };
            let beside: Vec<_> = free.iter().filter(same).copied().collect();
            Some((
                "port_order_supplement",
                json!({ "id": order.id, "revision": order.revision,
                "reason": "The customer asked for it", "add": some(&beside, dice.way & 3),
                "remove": inside(now, order, dice.way >> 8 & 1), "signedOn": today() }),
            ))
        }
        Act::Cancel => {
            let before = look(world, of(is_confirmed)?).await;
            let edge = port_order::edge(before.order.status, PortOrderStatus::CancelRequested).ok()?;
            let request = request(&before, &edge, dice.which);
            Some(("port_order_transition", serde_json::to_value(request).unwrap()))
        }
        Act::TakeOver => taken_over(world, &free, dice).await,
        Act::ByHand => {
            let number = pick(&now.numbers.iter().collect::<Vec<_>>(), dice.which)?;
            let follows = porting_status::EDGES
                .iter()
                .filter(|(from, _)| *from == number.porting_status);
            let follows: Vec<_> = follows.map(|(_, to)| *to).collect();
            let any = if dice.way.is_multiple_of(4) {
                PortingStatus::ALL
            } else {
                &follows
            };
            let to = pick(any, dice.way)?;
            Some((
                "number_transition",
                json!({ "ids": [number.id], "to": to, "reason": "By hand" }),
            ))
        }
    }
}

/// The step that most orders take next, up to the carrier's date.
fn usual_way(status: PortOrderStatus) -> Option<Edge> {
    use PortOrderStatus::{Draft, FocReceived, LoaRequested, LoaSigned, Ready, Submitted};
    let way = [Draft, Ready, LoaRequested, LoaSigned, Submitted, FocReceived];
    let place = way.iter().position(|it| *it == status)?;
    port_order::edge(status, *way.get(place + 1)?).ok()
}

/// Whether a supplement may change it.
fn is_confirmed(order: &PortOrder) -> bool {
    let edge = port_order::edge(order.status, PortOrderStatus::Submitted);
    edge.is_ok_and(|edge| edge.raises_version)
}

/// So many numbers of an order.
fn inside(now: &Everything, order: &PortOrder, count: u16) -> Vec<PhoneNumberId> {
    let own = now
        .numbers
        .iter()
        .filter(|it| it.open_port_order_id == Some(order.id));
    own.take(count.into()).map(|number| number.id).collect()
}

/// The orders that are proposed for the numbers, as somebody makes them.
async fn proposed(world: &World, numbers: &[PhoneNumberId]) -> Option<Value> {
    let asked = json!({ "migrationId": world.migration, "phoneNumberIds": numbers });
    let found = world.ok("port_orders_propose", asked).await;
    let orders = found["orders"].as_array().unwrap().iter().map(|order| {
        let ids = order["numbers"].as_array().unwrap().iter();
        let ids: Vec<_> = ids
            .flat_map(|it| it["phoneNumberIds"].as_array().unwrap())
            .collect();
        let toll_free = order["numberClass"] == NumberClass::TollFree.code();
        json!({ "migrationId": world.migration, "losingAccountId": order["losingAccountId"],
            "phoneNumberIds": ids, "scope": "partial", "signerContactId": world.signer,
            "resporgId": toll_free.then_some("ABC01") })
    });
    let orders: Vec<Value> = orders.collect();
    (!orders.is_empty()).then(|| json!({ "orders": orders }))
}

/// Numbers that somebody else began to port, moved by hand to where the carrier has them; now and then elsewhere.
async fn taken_over(world: &World, free: &[&PhoneNumber], dice: Dice) -> Option<(&'static str, Value)> {
    use PortingStatus::{FocReceived, LoaSubmitted, NotStarted, PortScheduled, Ported};
    let first = free.iter().find(|it| it.porting_status == NotStarted)?;
    let same = |it: &&&PhoneNumber| {
        it.porting_status == NotStarted && it.losing_account_id == first.losing_account_id
    };
    let chosen: Vec<_> = free.iter().filter(same).take(2).map(|it| it.id).collect();
    let way = [LoaSubmitted, FocReceived, PortScheduled, Ported];
    let length = usize::from(dice.which % 5);
    for to in &way[..length] {
        // The last number stays behind now and then, as in an order that is partly ported.
        let moved = if *to == Ported && dice.way & 1 == 1 {
            &chosen[..1]
        } else {
            &chosen
        };
        world
            .ok("number_transition", json!({ "ids": moved, "to": to }))
            .await;
    }
    let fitting = ["submitted", "submitted", "foc_received", "scheduled", "ported"][length];
    let status = match dice.way % 4 {
        0 => PortOrderStatus::ALL[usize::from(dice.way) % PortOrderStatus::ALL.len()].code(),
        1 | 3 if length == 4 => "partially_ported",
        _ => fitting,
    };
    let order = json!({ "migrationId": world.migration, "losingAccountId": first.losing_account_id,
        "phoneNumberIds": chosen, "scope": "partial", "pon": format!("VZ-{}", dice.which),
        "signerContactId": world.signer });
    let foc = json!({ "date": "2027-01-12", "time": "10:00", "zone": "America/New_York" });
    Some((
        "port_order_adopt",
        json!({ "order": order, "status": status, "reason": "Begun elsewhere",
        "foc": foc, "signedOn": today() }),
    ))
}

/// Orders and numbers say the same of each other.
fn check(now: &Everything, dice: Dice) {
    let mut holders: BTreeMap<PhoneNumberId, Vec<&PortOrder>> = BTreeMap::new();
    for (order, lines) in &now.orders {
        let inside: Vec<_> = lines
            .iter()
            .filter(|line| line.removed_in_version.is_none())
            .collect();
        let of = |line: &&&PortOrderNumber| now.numbers.iter().find(|it| it.id == line.phone_number_id);
        if port_order::is_open(order.status) {
            let statuses: Vec<_> = inside
                .iter()
                .filter_map(|line| of(&line))
                .map(|it| it.porting_status)
                .collect();
            assert_eq!(statuses.len(), inside.len());
            port_order::agrees(order.status, None, &statuses)
                .unwrap_or_else(|error| panic!("{dice:?}: {}: {error}", order.status));
            for line in &inside {
                holders.entry(line.phone_number_id).or_default().push(order);
            }
        }
        for line in lines {
            let is_open = port_order::is_open(order.status) && line.removed_in_version.is_none();
            assert_eq!(line.is_open, is_open, "{dice:?}: {line:?}");
        }
    }
    for number in &now.numbers {
        let own = holders.remove(&number.id).unwrap_or_default();
        assert!(
            own.len() <= 1,
            "{dice:?}: {} is in two open orders",
            number.number
        );
        let stored = number.open_port_order_id.map(|id| id.uuid());
        assert_eq!(
            stored,
            own.first().map(|order| order.id.uuid()),
            "{dice:?}: {}",
            number.number
        );
    }
}
