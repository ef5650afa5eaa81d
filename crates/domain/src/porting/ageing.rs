//! How long an order has been waiting for somebody, in the carrier's business days, and whether that is too long.
//!
//! The carrier's profile says how long its answer may take; the other limits are [practice]. Nothing here reads a clock.

use chrono::{Days, NaiveDate, Timelike};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::carrier::PortRules;
use crate::coded::coded_enum;
use crate::enums::{NumberClass, PortOrderStatus};
use crate::timestamp::Timestamp;

coded_enum! {
    /// What an order waits for.
    WaitsFor: "order_waits_for" {
        /// The customer's signature.
        Signature => "signature" ("Signature"),
        /// The carrier's commitment or rejection.
        Answer => "answer" ("Carrier's answer"),
        /// Somebody of the team who mends it and sends it again.
        Resubmission => "resubmission" ("Resubmission"),
        /// A date that the carrier keeps or replaces.
        NewDate => "new_date" ("Kept or new date"),
        /// The carrier's word about a cancellation.
        Cancellation => "cancellation" ("Cancellation"),
        /// Test calls.
        Verification => "verification" ("Test calls"),
        /// The numbers that have not moved.
        Remainder => "remainder" ("Remaining numbers"),
    }
}

impl WaitsFor {
    /// What an order of this status waits for.
    pub fn of(status: PortOrderStatus) -> Option<Self> {
        use PortOrderStatus as S;
        match status {
            S::LoaRequested => Some(Self::Signature),
            S::Submitted => Some(Self::Answer),
            S::Rejected => Some(Self::Resubmission),
            S::Jeopardy => Some(Self::NewDate),
            S::CancelRequested => Some(Self::Cancellation),
            S::Ported => Some(Self::Verification),
            S::PartiallyPorted => Some(Self::Remainder),
            S::Draft
            | S::Ready
            | S::LoaSigned
            | S::FocReceived
            | S::Scheduled
            | S::Verified
            | S::Closed
            | S::Cancelled
            | S::Failed
            | S::SnappedBack => None,
        }
    }

    /// Business days after which somebody should act.
    pub fn limit(self, class: NumberClass, rules: &PortRules) -> u32 {
        match (self, class) {
            (Self::Answer, NumberClass::TollFree) => rules.toll_free_answer_business_days,
            (Self::Answer, NumberClass::Local) => rules.answer_business_days,
            (Self::Signature, _) => 3,
            (Self::Resubmission | Self::Cancellation, _) => 2,
            (Self::NewDate | Self::Verification, _) => 1,
            (Self::Remainder, _) => 3,
        }
    }

    /// What to do once it is due.
    pub fn remedy(self) -> &'static str {
        match self {
            Self::Signature => "Remind the authorized signer.",
            Self::Answer => "Escalate to the carrier: ask for the FOC or the reject reason.",
            Self::Resubmission => "Mend what the carrier named, and submit the order again.",
            Self::NewDate => "Escalate to the carrier: ask whether the date stands, or for a new one.",
            Self::Cancellation => {
                "Escalate to the carrier: ask for the confirmation before the port takes place."
            }
            Self::Verification => "Make the test calls and record them.",
            Self::Remainder => "Escalate to the carrier: ask about the numbers that have not moved.",
        }
    }

    /// Whether the carrier is asked, so that its cut-off hour counts.
    fn is_with_the_carrier(self) -> bool {
        matches!(
            self,
            Self::Answer | Self::NewDate | Self::Cancellation | Self::Remainder
        )
    }
}

/// An order with what decides how long it has waited.
#[derive(Debug, Clone, Copy)]
pub struct WaitingOrder<'a> {
    /// Where it stands.
    pub status: PortOrderStatus,
    /// A RespOrg change is answered sooner.
    pub number_class: NumberClass,
    /// When it came to stand there.
    pub since: Timestamp,
    /// The carrier's calendar.
    pub rules: &'a PortRules,
}

/// How long an order has been waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Ageing {
    /// For what.
    pub waits_for: WaitsFor,
    /// Since when.
    pub since: Timestamp,
    /// Whole business days since, in the carrier's calendar.
    pub business_days: u32,
    /// After how many of them somebody should act.
    pub limit: u32,
    /// The day on which that many have passed.
    #[ts(type = "string")]
    pub due_on: NaiveDate,
    /// Whether that day has come.
    pub is_due: bool,
}

/// How long the order has waited by `now`; none where it waits for nobody or the calendar ends.
///
/// The first day is the one on which the wait began, or the next business day where that was none or the carrier's
/// cut-off hour had passed. It is not counted: what begins on a Monday morning has waited two business days on
/// Wednesday.
pub fn ageing(order: &WaitingOrder<'_>, now: Timestamp) -> Option<Ageing> {
    let waits_for = WaitsFor::of(order.status)?;
    let limit = waits_for.limit(order.number_class, order.rules);
    let today = local_day(order.rules, now);
    let first = first_day(order, waits_for)?;
    let due_on = add_business_days(order.rules, first, limit)?;
    let business_days = business_days_after(order.rules, first, today);
    Some(Ageing {
        waits_for,
        since: order.since,
        business_days,
        limit,
        due_on,
        is_due: today >= due_on,
    })
}

/// The day it is for the carrier.
pub fn local_day(rules: &PortRules, at: Timestamp) -> NaiveDate {
    at.utc().with_timezone(&zone(rules)).date_naive()
}

/// Business days after `first`, up to and with `last`; none where `last` is not later.
pub fn business_days_after(rules: &PortRules, first: NaiveDate, last: NaiveDate) -> u32 {
    let days = first.iter_days().skip(1).take_while(|day| *day <= last);
    let count = days.filter(|day| rules.is_business_day(*day)).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn zone(rules: &PortRules) -> chrono_tz::Tz {
    rules.cut_off_zone.parse().unwrap_or(chrono_tz::UTC)
}

fn first_day(order: &WaitingOrder<'_>, waits_for: WaitsFor) -> Option<NaiveDate> {
    let began = order.since.utc().with_timezone(&zone(order.rules));
    let day = began.date_naive();
    let too_late = waits_for.is_with_the_carrier() && began.hour() >= order.rules.cut_off_hour;
    let first = if too_late && order.rules.is_business_day(day) {
        day.checked_add_days(Days::new(1))?
    } else {
        day
    };
    business_day_from(order.rules, first)
}

/// The first business day from `day` on, within a year.
fn business_day_from(rules: &PortRules, day: NaiveDate) -> Option<NaiveDate> {
    day.iter_days().take(366).find(|day| rules.is_business_day(*day))
}

fn add_business_days(rules: &PortRules, first: NaiveDate, count: u32) -> Option<NaiveDate> {
    let mut day = first;
    for _ in 0..count {
        day = business_day_from(rules, day.succ_opt()?)?;
    }
    Some(day)
}
