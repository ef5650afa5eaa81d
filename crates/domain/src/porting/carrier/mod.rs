//! Gaining carriers as editable profiles: what they insist on and the sheet they want filled in.
//!
//! A profile is data: it is edited, exchanged as JSON and checked here; nothing of a carrier is code.

mod built_in;
mod check;
mod template;

pub use built_in::built_in;
pub use check::{ProfileProblem, check_profile};
pub use template::{
    DateFormat, FieldLimit, NumberFormat, RowPer, SheetColumn, SheetField, SheetFormat, SheetTemplate,
    SheetTitleRow, WorkbookCell, WorkbookColumn, WorkbookTemplate, Writing,
};

use crate::coded::coded_enum;
use crate::discovery::holidays::{Extras, HolidaySet, holidays};
use crate::entities::CarrierContact;
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

coded_enum! {
    /// A day of the week.
    Weekday: "weekday" {
        Monday => "monday", Tuesday => "tuesday", Wednesday => "wednesday", Thursday => "thursday",
        Friday => "friday", Saturday => "saturday", Sunday => "sunday",
    }
}
coded_enum! {
    /// What a carrier calls a full port.
    FullMeans: "full_means" {
        /// Every number the losing carrier lists on the account.
        EveryListedNumber => "every_listed_number",
        /// Every number of the account that the inventory holds.
        EveryInventoryNumber => "every_inventory_number",
    }
}
coded_enum! {
    /// What else splits orders, beyond account, class and date.
    SplitBy: "split_by" { Nothing => "nothing", RateCenter => "rate_center", ServiceAddress => "service_address" }
}
/// What a gaining carrier insists on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct PortRules {
    /// Business days between a complete request and the port.
    pub lead_time_business_days: u32,
    /// Orders that take longer because of their size.
    pub large_orders: Option<LargeOrders>,
    /// Hour of the day, 0 to 23, after which a request counts for the next business day.
    pub cut_off_hour: u32,
    /// IANA zone of the cut-off hour and of the carrier's dates.
    pub cut_off_zone: String,
    /// Days on which numbers do not port; Saturdays and Sundays never do.
    pub no_port_weekdays: Vec<Weekday>,
    /// Holidays that are computed for every year; the day before one is avoided too.
    pub holiday_set: Option<HolidaySet>,
    /// The carrier's own holidays beside them.
    #[ts(type = "Array<string>")]
    pub holidays: Vec<NaiveDate>,
    /// How old, in days, a signature may be at submission.
    pub loa_max_age_days: u32,
    /// How old, in days, the bill may be at submission.
    pub bill_max_age_days: u32,
    /// How old, in days, the customer service record may be at submission.
    pub csr_max_age_days: u32,
    /// Whether an order without a dated bill is refused.
    pub bill_needed: bool,
    /// Whether an order without a dated customer service record is refused.
    pub csr_needed: bool,
    /// Hours after the port in which it may be undone; never a right.
    pub snapback_hours: u32,
    /// Hours before the port after which it can no longer be cancelled.
    pub cancel_deadline_hours: u32,
    /// Business days without an answer after which somebody asks the carrier about a local order.
    pub answer_business_days: u32,
    /// The same for a RespOrg change.
    pub toll_free_answer_business_days: u32,
    /// Whether an order may leave numbers behind on the account.
    pub partial_allowed: bool,
    /// The most numbers one order may hold; none is no limit.
    pub max_numbers_per_order: Option<u32>,
    /// Whether a signed letter of authorization goes with the order.
    pub loa_needed: bool,
    /// What the carrier calls a full port.
    pub full_means: FullMeans,
    /// What else splits orders.
    pub split_by: SplitBy,
}

/// Orders from this size on have a lead time of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LargeOrders {
    /// The fewest numbers of such an order.
    pub from_numbers: u32,
    /// Business days between a complete request and the port.
    pub lead_time_business_days: u32,
}

impl Default for PortRules {
    fn default() -> Self {
        Self {
            lead_time_business_days: 10,
            large_orders: None,
            cut_off_hour: 13,
            cut_off_zone: "America/New_York".to_owned(),
            no_port_weekdays: vec![Weekday::Friday],
            holiday_set: Some(HolidaySet::UsFederal),
            holidays: Vec::new(),
            loa_max_age_days: 30,
            bill_max_age_days: 30,
            csr_max_age_days: 30,
            bill_needed: false,
            csr_needed: false,
            snapback_hours: 24,
            cancel_deadline_hours: 48,
            answer_business_days: 5,
            toll_free_answer_business_days: 2,
            partial_allowed: true,
            max_numbers_per_order: None,
            loa_needed: true,
            full_means: FullMeans::EveryListedNumber,
            split_by: SplitBy::Nothing,
        }
    }
}

impl PortRules {
    /// The name of the carrier's holiday on this day.
    pub fn holiday(&self, day: NaiveDate) -> Option<String> {
        if self.holidays.contains(&day) {
            return Some("a holiday of the carrier".to_owned());
        }
        let year = day.year()..=day.year();
        let computed = holidays(self.holiday_set?, year, Extras::default());
        let found = computed.into_iter().find(|holiday| holiday.date == day);
        found.map(|holiday| holiday.name)
    }

    /// The same rules with the computed holidays of these years spelt out, for whoever asks about many days; of other
    /// years only the carrier's own are known.
    pub fn spelt_out(&self, years: std::ops::RangeInclusive<i32>) -> Self {
        let computed = self
            .holiday_set
            .map(|set| holidays(set, years, Extras::default()));
        let mut spelt = self.clone();
        spelt
            .holidays
            .extend(computed.into_iter().flatten().map(|holiday| holiday.date));
        spelt.holiday_set = None;
        spelt
    }

    /// Whether the carrier works on this day.
    pub fn is_business_day(&self, day: NaiveDate) -> bool {
        day.weekday().num_days_from_monday() < 5 && self.holiday(day).is_none()
    }

    /// Whether the carrier moves no numbers on this day of the week.
    pub fn excludes_weekday(&self, day: NaiveDate) -> bool {
        let is_day = |weekday: &Weekday| *weekday as u32 == day.weekday().num_days_from_monday();
        self.no_port_weekdays.iter().any(is_day)
    }

    /// Whether numbers should move on this day: a business day, none of the excluded weekdays, and not the day
    /// before a holiday.
    pub fn is_port_day(&self, day: NaiveDate) -> bool {
        let eve = day.succ_opt().is_some_and(|next| self.holiday(next).is_some());
        self.is_business_day(day) && !self.excludes_weekday(day) && !eve
    }

    /// The lead time in business days of an order with so many numbers.
    pub fn lead_time(&self, number_count: usize) -> u32 {
        let large = self
            .large_orders
            .filter(|large| number_count >= large.from_numbers as usize);
        large.map_or(self.lead_time_business_days, |large| {
            large.lead_time_business_days.max(self.lead_time_business_days)
        })
    }

    /// The first day on which numbers may move when the complete request goes in on `day`, before the cut-off
    /// hour or after it. None when the calendar ends or excludes every day of a year.
    pub fn earliest_port_day(&self, day: NaiveDate, after_cut_off: bool) -> Option<NaiveDate> {
        self.port_day_after(day, self.lead_time_business_days + u32::from(after_cut_off))
    }

    /// The first day on which numbers may move that many business days after `day`.
    pub(crate) fn port_day_after(&self, day: NaiveDate, business_days: u32) -> Option<NaiveDate> {
        let mut left = business_days;
        let mut at = day;
        while left > 0 {
            at = at.checked_add_days(Days::new(1))?;
            left -= u32::from(self.is_business_day(at));
            if (at - day).num_days() > 3660 {
                return None;
            }
        }
        at.iter_days()
            .take(366)
            .find(|candidate| self.is_port_day(*candidate))
    }
}

/// A gaining carrier as the product ships it and as people exchange it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CarrierProfile {
    /// Stable short name.
    pub code: String,
    /// Name as shown.
    pub name: String,
    /// Operating company number.
    #[serde(default)]
    pub ocn: Option<String>,
    /// Whether a person still has to hold it against the carrier's own rules and form.
    #[serde(default)]
    pub to_confirm: bool,
    /// Whom to reach there.
    #[serde(default)]
    pub contacts: Vec<CarrierContact>,
    /// What the carrier insists on.
    pub port_rules: PortRules,
    /// The sheet it wants filled in.
    pub sheet_template: SheetTemplate,
}
