//! What speaks against the day an order asks for, in the carrier's calendar.

use chrono::NaiveDate;

use super::around::at;
use super::{Fix, OrderAround, Problem};
use crate::porting::Finding;

/// The objection to the requested date that weighs most. An order of many numbers may take longer.
pub(super) fn check(order: &OrderAround, numbers: usize, today: NaiveDate) -> Option<Problem> {
    let day = order.order.desired_date?;
    let shown = day.format("%A %Y-%m-%d");
    let lead_time = order.rules.lead_time(numbers);
    let earliest = order.rules.port_day_after(today, lead_time);
    let (finding, mended) = if day < today {
        let text = format!("The requested date {shown} is past.");
        let finding = Finding::error("date_past", text, "Ask for a day to come.");
        (finding, earliest)
    } else if !order.rules.is_business_day(day) {
        let text = format!("The carrier does not work on {shown}.");
        let remedy = "Ask for a business day of the carrier.";
        (
            Finding::error("date_not_business_day", text, remedy),
            port_day_from(order, day),
        )
    } else if !order.rules.is_port_day(day) {
        let text = format!("{shown} is a day on which numbers should not move.");
        let remedy = "Avoid the carrier's quiet weekdays and the day before a holiday.";
        (
            Finding::warning("date_not_port_day", text, remedy),
            port_day_from(order, day),
        )
    } else if let Some(earliest) = earliest.filter(|earliest| day < *earliest) {
        let text = format!("{shown} is sooner than the carrier usually ports: {earliest} if asked today.");
        let remedy = "Ask for a later day, or expect the carrier to choose one.";
        (
            Finding::warning("date_too_soon", text, remedy).about(day.to_string()),
            Some(earliest),
        )
    } else {
        return None;
    };
    let fix = mended.filter(|_| order.is_draft());
    Some(at(order, finding).mended_by(fix.map(|date| Fix::SetDesiredDate { date })))
}

/// The first day from `day` on that suits the carrier.
fn port_day_from(order: &OrderAround, day: NaiveDate) -> Option<NaiveDate> {
    day.iter_days().take(366).find(|it| order.rules.is_port_day(*it))
}
