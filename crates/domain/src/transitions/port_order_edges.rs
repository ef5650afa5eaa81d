//! The edges of a port order as one table: from where, to where, what it does to the order's numbers.

use super::port_order::NumbersEffect::{self, *};
use crate::enums::PortOrderStatus::{self, *};
use crate::enums::PortingStatus;

/// One line of the table: every status of the first list may go to every status of the second.
pub(super) struct Line(
    pub &'static [PortOrderStatus],
    pub &'static [PortOrderStatus],
    pub NumbersEffect,
);

pub(super) const LINES: &[Line] = &[
    Line(&[Draft], &[Ready], Stay),
    Line(&[Ready, LoaRequested, LoaSigned], &[Draft], Stay),
    Line(&[Ready], &[LoaRequested], Stay),
    Line(&[LoaRequested], &[LoaSigned], Stay),
    Line(
        &[Ready, LoaSigned],
        &[Submitted],
        All(PortingStatus::LoaSubmitted),
    ),
    Line(&[Submitted], &[FocReceived], All(PortingStatus::FocReceived)),
    Line(
        &[Submitted, FocReceived, Scheduled, Jeopardy],
        &[Rejected],
        All(PortingStatus::LoaRejected),
    ),
    Line(&[Rejected], &[Draft], Stay),
    Line(&[FocReceived], &[Scheduled], All(PortingStatus::PortScheduled)),
    Line(&[Scheduled], &[FocReceived], All(PortingStatus::FocReceived)),
    Line(
        &[FocReceived, Scheduled, Jeopardy],
        &[Submitted],
        All(PortingStatus::LoaSubmitted),
    ),
    Line(&[FocReceived, Scheduled], &[Jeopardy], Stay),
    Line(
        &[Jeopardy, CancelRequested],
        &[FocReceived],
        All(PortingStatus::FocReceived),
    ),
    Line(
        &[Jeopardy, CancelRequested],
        &[Scheduled],
        All(PortingStatus::PortScheduled),
    ),
    Line(
        &[Scheduled, Jeopardy, PartiallyPorted, CancelRequested],
        &[PartiallyPorted],
        PerOutcome,
    ),
    Line(
        &[Scheduled, Jeopardy, PartiallyPorted, CancelRequested],
        &[Ported],
        All(PortingStatus::Ported),
    ),
    Line(
        &[Draft, Ready, LoaRequested, LoaSigned, Rejected],
        &[Cancelled],
        All(PortingStatus::NotStarted),
    ),
    Line(
        &[Submitted, CancelRequested],
        &[Cancelled],
        All(PortingStatus::NotStarted),
    ),
    Line(&[FocReceived, Scheduled, Jeopardy], &[CancelRequested], Stay),
    Line(
        &[Submitted, Rejected, FocReceived, Scheduled, Jeopardy],
        &[Failed],
        All(PortingStatus::Failed),
    ),
    Line(&[Ported, PartiallyPorted, Verified], &[SnappedBack], MovedBack),
    Line(&[Ported], &[Verified], All(PortingStatus::Verified)),
    Line(&[Verified], &[Closed], Stay),
    Line(&[PartiallyPorted], &[Closed], Settle),
];
