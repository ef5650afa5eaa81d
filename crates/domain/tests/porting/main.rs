//! The rules of porting: the account table, the guards of an order, the request sheet and the days on which numbers move.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod account;
mod calendar;
mod guards;
mod request;

use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
