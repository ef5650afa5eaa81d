//! Every pair of statuses of every machine is tried against edges written out as text, and random orders are
//! walked with their numbers checked after each step.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use portflow_domain::coded::{Coded, Labelled};
use portflow_domain::enums::{MigrationStatus, PortOrderStatus, PortingStatus};
use portflow_domain::transitions::port_order::{
    NumberChoice, StepRefused, adopt, agrees, apply, edge, edges, is_open, number_path, remembered,
    verify_numbers,
};
use portflow_domain::transitions::porting_status::{self, StepContext};
use portflow_domain::transitions::{Refusal, migration, port_order};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Reads `from: to to to` lines and holds them against what the machine answers for every pair.
fn check<S: Labelled + std::fmt::Debug>(table: &str, step: impl Fn(S, S) -> Result<(), Refusal>) {
    let expected: BTreeSet<(&str, &str)> = table
        .lines()
        .filter_map(|line| line.trim().split_once(':'))
        .flat_map(|(from, to)| to.split_whitespace().map(move |to| (from, to)))
        .collect();
    for from in S::ALL {
        for to in S::ALL {
            let listed = expected.contains(&(from.code(), to.code()));
            match step(*from, *to) {
                Ok(()) => assert!(listed, "{from:?} -> {to:?} is not in the table"),
                Err(refusal) => {
                    assert!(!listed, "{from:?} -> {to:?} was refused: {refusal}");
                    assert_eq!(
                        (refusal.from.as_str(), refusal.to.as_str()),
                        (from.label(), to.label())
                    );
                    let allowed = |to: &&S| refusal.allowed.iter().any(|label| label == to.label());
                    let follow: BTreeSet<_> = S::ALL
                        .iter()
                        .filter(allowed)
                        .map(|to| (from.code(), to.code()))
                        .collect();
                    assert_eq!(follow.len(), refusal.allowed.len(), "{refusal:?}");
                    assert!(follow.is_subset(&expected), "{follow:?}");
                }
            }
        }
    }
}

const MIGRATION: &str = "
    planning: discovery on_hold cancelled
    discovery: data_collection planning on_hold cancelled
    data_collection: in_progress discovery on_hold cancelled
    in_progress: porting data_collection on_hold cancelled
    porting: testing in_progress on_hold cancelled
    testing: completed porting on_hold cancelled
    completed: testing
    on_hold: porting";

const PORTING_STATUS: &str = "
    not_started: loa_submitted
    loa_submitted: foc_received loa_rejected not_started failed
    loa_rejected: loa_submitted not_started failed
    foc_received: port_scheduled loa_submitted loa_rejected not_started failed
    port_scheduled: ported foc_received loa_submitted loa_rejected not_started failed
    ported: verified failed
    verified: failed
    failed: not_started";

const PORT_ORDER: &str = "
    draft: ready cancelled
    ready: draft loa_requested submitted cancelled
    loa_requested: draft loa_signed cancelled
    loa_signed: draft submitted cancelled
    submitted: foc_received rejected cancelled failed
    rejected: draft cancelled failed
    foc_received: scheduled rejected submitted jeopardy cancel_requested failed
    scheduled: foc_received rejected submitted jeopardy partially_ported ported cancel_requested failed
    jeopardy: foc_received scheduled rejected submitted partially_ported ported cancel_requested failed
    cancel_requested: cancelled foc_received scheduled partially_ported ported
    partially_ported: partially_ported ported snapped_back closed
    ported: verified snapped_back
    verified: closed snapped_back";

#[test]
fn a_migration_takes_the_listed_steps_only() {
    check(MIGRATION, |from, to| {
        migration::step(
            from,
            to,
            Some(MigrationStatus::Porting),
            Some("the customer asked"),
        )
        .map(|_| ())
    });
}

#[test]
fn a_number_takes_the_listed_steps_only() {
    check(PORTING_STATUS, |from, to| {
        let context = StepContext {
            in_open_order: false,
            reason: Some("ordered anew"),
        };
        porting_status::step(from, to, context).map(|_| ())
    });
}

#[test]
fn a_port_order_takes_the_listed_steps_only() {
    check(PORT_ORDER, |from, to| edge(from, to).map(|_| ()));
    let all = edges();
    let distinct: BTreeSet<_> = all.iter().map(|edge| (edge.from, edge.to)).collect();
    assert_eq!(all.len(), distinct.len(), "no edge is listed twice");
}

#[test]
fn a_migration_goes_back_only_with_a_reason() {
    use MigrationStatus::*;
    for (from, to) in [(Discovery, Planning), (Testing, Porting), (Completed, Testing)] {
        for reason in [None, Some("  ")] {
            let refusal = migration::step(from, to, None, reason).unwrap_err();
            assert!(refusal.why.contains("reason"), "{refusal}");
        }
        assert_eq!(
            migration::step(from, to, None, Some("data was wrong"))
                .unwrap()
                .status,
            to
        );
    }
}

#[test]
fn a_hold_remembers_where_the_migration_stood() {
    use MigrationStatus::*;
    let held = migration::step(InProgress, OnHold, None, None).unwrap();
    assert_eq!(held.status_before_hold, Some(InProgress));
    let back = migration::step(OnHold, InProgress, held.status_before_hold, None).unwrap();
    assert_eq!((back.status, back.status_before_hold), (InProgress, None));
    let refusal = migration::step(OnHold, Porting, held.status_before_hold, None).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "a migration cannot go from On hold to Porting: after On hold comes In progress"
    );
    assert!(
        migration::step(OnHold, Porting, None, None)
            .unwrap_err()
            .why
            .contains("not recorded")
    );
}

#[test]
fn an_open_order_keeps_its_numbers_to_itself() {
    let context = StepContext {
        in_open_order: true,
        reason: None,
    };
    for (from, to) in porting_status::EDGES {
        let refusal = porting_status::step(*from, *to, context).unwrap_err();
        assert!(refusal.why.contains("move the order instead"), "{refusal}");
    }
}

#[test]
fn restarting_a_failed_number_needs_a_reason() {
    let step = |reason| {
        let context = StepContext {
            in_open_order: false,
            reason,
        };
        porting_status::step(PortingStatus::Failed, PortingStatus::NotStarted, context)
    };
    assert!(step(None).unwrap_err().why.contains("reason"));
    assert!(step(Some("")).is_err());
    assert_eq!(step(Some("snapback resolved")), Ok(PortingStatus::NotStarted));
}

#[test]
fn edges_ask_for_what_the_step_needs() {
    use PortOrderStatus::*;
    let flags = |from, to| {
        let edge = edge(from, to).unwrap();
        [
            edge.needs_reason,
            edge.needs_evidence,
            edge.needs_foc,
            edge.needs_reject_code,
            edge.raises_version,
        ]
    };
    for (from, to, expected) in [
        (Draft, Ready, [false, false, false, false, false]),
        (Submitted, FocReceived, [false, false, true, false, false]),
        (Submitted, Rejected, [true, false, false, true, false]),
        (Rejected, Draft, [false, false, false, false, true]),
        (Scheduled, Submitted, [true, false, false, false, true]),
        (Scheduled, CancelRequested, [false, false, false, false, true]),
        (LoaSigned, Submitted, [false, false, false, false, false]),
        (Scheduled, Ported, [false, true, false, false, false]),
        (
            PartiallyPorted,
            PartiallyPorted,
            [false, true, false, false, false],
        ),
        (PartiallyPorted, Closed, [true, false, false, false, false]),
        (Verified, Closed, [false, false, false, false, false]),
        (Submitted, Cancelled, [true, false, false, false, false]),
    ] {
        assert_eq!(flags(from, to), expected, "{from} -> {to}");
    }
}

#[test]
fn four_statuses_are_final() {
    use PortOrderStatus::*;
    let ended: Vec<_> = PortOrderStatus::ALL
        .iter()
        .copied()
        .filter(|status| !is_open(*status))
        .collect();
    assert_eq!(ended, [Closed, Cancelled, Failed, SnappedBack]);
    assert!(edge(Closed, Draft).unwrap_err().why.contains("final"));
}

#[test]
fn a_confirmed_number_ports_through_its_schedule() {
    use PortingStatus::*;
    assert_eq!(
        number_path(FocReceived, Ported),
        Some(vec![PortScheduled, Ported])
    );
    assert_eq!(number_path(Failed, Failed), Some(vec![]));
    assert_eq!(number_path(Failed, Ported), None);
    assert_eq!(number_path(NotStarted, Ported), None);
}

#[test]
fn partly_ported_means_some_of_each() {
    use NumberChoice as C;
    use PortingStatus::*;
    let step = edge(PortOrderStatus::Scheduled, PortOrderStatus::PartiallyPorted).unwrap();
    let why = |choices: &[C]| {
        apply(&step, &[PortScheduled, PortScheduled], choices)
            .unwrap_err()
            .to_string()
    };
    assert!(why(&[C::Ported, C::Ported]).contains("move the order to Ported"));
    assert!(why(&[C::Stays, C::Failed]).contains("no number has ported"));
    assert!(why(&[C::Ported]).contains("for each number"));
    assert!(
        why(&[C::Ported, C::Released])
            .contains("number 2 is Port scheduled, so 'Released' cannot be said of it")
    );
    let moves = apply(&step, &[PortScheduled, PortScheduled], &[C::Ported, C::Stays]).unwrap();
    assert_eq!(moves.len(), 1);
}

#[test]
fn closing_a_partial_order_settles_each_number() {
    use NumberChoice as C;
    use PortingStatus::*;
    let close = edge(PortOrderStatus::PartiallyPorted, PortOrderStatus::Closed).unwrap();
    let numbers = [Verified, PortScheduled, Failed, Failed];
    let moves = apply(&close, &numbers, &[C::Stays, C::Released, C::Kept, C::Failed]).unwrap();
    let ends: Vec<_> = moves.iter().map(|step| (step.index, step.to)).collect();
    assert_eq!(ends, [(1, NotStarted), (2, NotStarted)]);
    assert!(
        apply(&close, &[Ported, Failed], &[C::Stays, C::Failed]).is_err(),
        "verify what ported first"
    );
}

#[test]
fn a_failed_number_keeps_its_order_from_being_ported() {
    use PortingStatus::*;
    let ported = edge(PortOrderStatus::PartiallyPorted, PortOrderStatus::Ported).unwrap();
    let error = apply(&ported, &[Verified, Failed], &[]).unwrap_err();
    assert!(error.to_string().contains("number 2 is Failed"), "{error}");
    let told = error.told(|index| format!("+1214600010{index}"));
    assert!(told.contains("+12146000101 is Failed"), "{told}");
}

#[test]
fn numbers_are_verified_one_by_one_while_the_order_waits() {
    use PortingStatus::*;
    let numbers = [Ported, Verified, PortScheduled];
    let moves = verify_numbers(PortOrderStatus::PartiallyPorted, &numbers, &[0, 1]).unwrap();
    assert_eq!(moves.iter().map(|step| step.index).collect::<Vec<_>>(), [0]);
    assert!(verify_numbers(PortOrderStatus::PartiallyPorted, &numbers, &[2]).is_err());
    assert!(verify_numbers(PortOrderStatus::Scheduled, &numbers, &[0]).is_err());
}

#[test]
fn orders_are_taken_over_where_their_numbers_stand() {
    use PortOrderStatus as S;
    use PortingStatus as N;
    for (status, numbers) in [
        (S::Submitted, [N::LoaSubmitted; 2]),
        (S::Rejected, [N::LoaRejected; 2]),
        (S::FocReceived, [N::FocReceived; 2]),
        (S::Scheduled, [N::PortScheduled; 2]),
        (S::Jeopardy, [N::PortScheduled; 2]),
        (S::CancelRequested, [N::FocReceived; 2]),
        (S::PartiallyPorted, [N::Ported, N::PortScheduled]),
        (S::PartiallyPorted, [N::Verified, N::Failed]),
        (S::Ported, [N::Ported, N::Verified]),
        (S::Verified, [N::Verified; 2]),
    ] {
        assert_eq!(
            adopt(status, &numbers, Some("begun elsewhere")),
            Ok(()),
            "{status}"
        );
        assert!(
            adopt(status, &numbers, Some(" ")).is_err(),
            "{status} without a reason"
        );
    }
    let why = |status, numbers: &[N]| adopt(status, numbers, Some("x")).unwrap_err().to_string();
    assert!(why(S::Scheduled, &[N::PortScheduled, N::FocReceived]).contains("FOC received"));
    for status in S::ALL.iter().filter(|status| !is_open(**status)) {
        assert!(why(*status, &[N::Verified]).contains("has ended"));
    }
    for status in [S::Draft, S::Ready, S::LoaRequested, S::LoaSigned] {
        assert!(
            why(status, &[N::NotStarted]).contains("make it as a draft"),
            "{status}"
        );
    }
    assert!(why(S::PartiallyPorted, &[N::Ported, N::Verified]).contains("take it over as Ported"));
    assert!(why(S::PartiallyPorted, &[N::PortScheduled, N::Failed]).contains("none of its numbers"));
}

/// Which number statuses an order status may hold; ` | ` separates sets of which only one may appear at a time.
const AGREEMENT: &str = "
    draft: not_started loa_rejected
    ready: not_started loa_rejected
    loa_requested: not_started loa_rejected
    loa_signed: not_started loa_rejected
    submitted: loa_submitted
    rejected: loa_rejected
    foc_received: foc_received
    scheduled: port_scheduled
    jeopardy: foc_received | port_scheduled
    cancel_requested: foc_received | port_scheduled
    partially_ported: ported verified port_scheduled failed
    ported: ported verified
    verified: verified
    closed: verified failed not_started
    cancelled: not_started
    failed: failed ported verified
    snapped_back: failed ported verified";

#[test]
fn every_pair_of_number_statuses_is_held_against_every_order_status() {
    for line in AGREEMENT.lines().filter(|line| line.contains(':')) {
        let (status, sets) = line.trim().split_once(':').unwrap();
        let status: PortOrderStatus = status.parse().unwrap();
        let sets: Vec<Vec<&str>> = sets
            .split('|')
            .map(|set| set.split_whitespace().collect())
            .collect();
        for one in PortingStatus::ALL {
            for other in PortingStatus::ALL {
                let fits = sets
                    .iter()
                    .any(|set| set.contains(&one.code()) && set.contains(&other.code()));
                assert_eq!(
                    agrees(status, None, &[*one, *other]).is_ok(),
                    fits,
                    "{status}: {one}, {other}"
                );
            }
        }
    }
    let foc = [PortingStatus::FocReceived];
    assert!(
        agrees(
            PortOrderStatus::Jeopardy,
            Some(PortOrderStatus::FocReceived),
            &foc
        )
        .is_ok()
    );
    assert!(agrees(PortOrderStatus::Jeopardy, Some(PortOrderStatus::Scheduled), &foc).is_err());
}

/// An order in memory, walked as the store walks one in a database.
struct Order {
    status: PortOrderStatus,
    before: Option<PortOrderStatus>,
    numbers: Vec<PortingStatus>,
}

impl Order {
    fn step(&mut self, to: PortOrderStatus, choices: &[NumberChoice]) -> Result<(), StepRefused> {
        let edge = edge(self.status, to)?;
        for step in apply(&edge, &self.numbers, choices)? {
            assert_eq!(self.numbers[step.index], step.from);
            assert!(
                porting_status::is_edge(step.from, step.to),
                "{} -> {}",
                step.from,
                step.to
            );
            self.numbers[step.index] = step.to;
        }
        self.before = remembered(self.status, to, self.before);
        self.status = to;
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]
    #[test]
    fn numbers_agree_with_their_order_after_every_step(
        count in 1_usize..7,
        picks in prop::collection::vec((any::<prop::sample::Index>(), prop::collection::vec(0_usize..6, 7)), 1..40),
    ) {
        let mut order =
            Order { status: PortOrderStatus::Draft, before: None, numbers: vec![PortingStatus::NotStarted; count] };
        for (pick, choices) in picks {
            let follow = port_order::next(order.status);
            if follow.is_empty() {
                break;
            }
            let to = follow[pick.index(follow.len())].status;
            let choices: Vec<_> = choices.iter().take(count).map(|choice| NumberChoice::ALL[*choice]).collect();
            let stood = (order.status, order.numbers.clone());
            if order.step(to, &choices).is_err() {
                prop_assert_eq!((order.status, order.numbers.clone()), stood);
                if matches!(order.status, PortOrderStatus::PartiallyPorted) {
                    let every: Vec<_> = (0..count).filter(|at| order.numbers[*at] == PortingStatus::Ported).collect();
                    for step in verify_numbers(order.status, &order.numbers, &every).unwrap() {
                        order.numbers[step.index] = step.to;
                    }
                }
            }
            prop_assert!(agrees(order.status, order.before, &order.numbers).is_ok(), "{}", order.status);
        }
    }
}

#[test]
fn every_edge_can_be_walked_from_numbers_that_agree() {
    use NumberChoice as C;
    for edge in edges() {
        let walked = PortingStatus::ALL
            .iter()
            .flat_map(|one| PortingStatus::ALL.iter().map(|two| [*one, *two]))
            .any(|numbers| {
                let pairs = C::ALL
                    .iter()
                    .flat_map(|one| C::ALL.iter().map(|two| [*one, *two]));
                agrees(edge.from, None, &numbers).is_ok()
                    && pairs
                        .into_iter()
                        .any(|choices| apply(&edge, &numbers, &choices).is_ok())
            });
        assert!(walked, "{} -> {}", edge.from, edge.to);
    }
}
