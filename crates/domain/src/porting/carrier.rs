//! Gaining carriers as editable profiles: what they insist on and the sheet they want filled in.
//!
//! The built-in profiles are defaults from practice. None of these carriers publishes its form, so a person
//! checks them against the carrier's own before the first order.

use crate::coded::coded_enum;
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
coded_enum! {
    /// A fact that a column or a title row of the request sheet shows.
    SheetField: "sheet_field" {
        Number => "number", Extension => "extension", NumberType => "number_type", Usage => "usage", Btn => "btn",
        NewBtn => "new_btn", AccountNumber => "account_number", Pin => "pin", LegalName => "legal_name",
        NameOnAccount => "name_on_account", ServiceStreet => "service_street", ServiceCity => "service_city",
        ServiceState => "service_state", ServicePostalCode => "service_postal_code",
        LosingCarrier => "losing_carrier", GainingCarrier => "gaining_carrier", Ocn => "ocn",
        RateCenter => "rate_center", PortType => "port_type", DesiredDate => "desired_date", FocDate => "foc_date",
        Pon => "pon", Version => "version", EndUserName => "end_user_name",
        AuthorizedPerson => "authorized_person", ResporgId => "resporg_id", Remarks => "remarks",
        CustomerReference => "customer_reference",
    }
}
coded_enum! {
    /// How a column writes telephone numbers; `text` leaves any value as it is.
    NumberFormat: "number_format" {
        E164 => "e164", TenDigits => "ten_digits", Dashed => "dashed", Text => "text",
    }
}

/// What a gaining carrier insists on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct PortRules {
    /// Business days between a complete request and the port.
    pub lead_time_business_days: u32,
    /// Hour of the day, 0 to 23, after which a request counts for the next business day.
    pub cut_off_hour: u32,
    /// IANA zone of the cut-off hour and of the carrier's dates.
    pub cut_off_zone: String,
    /// Days on which numbers do not port; Saturdays and Sundays never do.
    pub no_port_weekdays: Vec<Weekday>,
    /// The carrier's holidays; the day before one is avoided too.
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

impl Default for PortRules {
    fn default() -> Self {
        Self {
            lead_time_business_days: 10,
            cut_off_hour: 13,
            cut_off_zone: "America/New_York".to_owned(),
            no_port_weekdays: vec![Weekday::Friday],
            holidays: Vec::new(),
            loa_max_age_days: 30,
            bill_max_age_days: 30,
            csr_max_age_days: 30,
            bill_needed: false,
            csr_needed: false,
            snapback_hours: 24,
            cancel_deadline_hours: 48,
            partial_allowed: true,
            max_numbers_per_order: None,
            loa_needed: true,
            full_means: FullMeans::EveryListedNumber,
            split_by: SplitBy::Nothing,
        }
    }
}

impl PortRules {
    /// Whether the carrier works on this day.
    pub fn is_business_day(&self, day: NaiveDate) -> bool {
        day.weekday().num_days_from_monday() < 5 && !self.holidays.contains(&day)
    }

    /// Whether numbers should move on this day: a business day, none of the excluded weekdays, and not the day
    /// before a holiday.
    pub fn is_port_day(&self, day: NaiveDate) -> bool {
        let excluded = self
            .no_port_weekdays
            .iter()
            .any(|weekday| *weekday as u32 == day.weekday().num_days_from_monday());
        let eve = day.succ_opt().is_some_and(|next| self.holidays.contains(&next));
        self.is_business_day(day) && !excluded && !eve
    }

    /// The first day on which numbers may move when the complete request goes in on `day`, before the cut-off
    /// hour or after it. None when the calendar ends or excludes every day of a year.
    pub fn earliest_port_day(&self, day: NaiveDate, after_cut_off: bool) -> Option<NaiveDate> {
        let mut left = self.lead_time_business_days + u32::from(after_cut_off);
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

/// One column of the request sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetColumn {
    /// What it shows.
    pub field: SheetField,
    /// Its heading.
    pub title: String,
    /// How it writes telephone numbers.
    pub format: NumberFormat,
    /// Its width in characters.
    pub width: u16,
}

/// A labelled fact above the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetTitleRow {
    /// The label in the first column.
    pub title: String,
    /// The fact beside it.
    pub field: SheetField,
}

/// The port-request sheet of a carrier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetTemplate {
    /// Name of the sheet.
    pub sheet_name: String,
    /// The order's facts above the table, in their order.
    pub title_rows: Vec<SheetTitleRow>,
    /// The columns of the table, in their order.
    pub columns: Vec<SheetColumn>,
}

/// A gaining carrier as the product ships it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CarrierProfile {
    /// Stable short name.
    pub code: String,
    /// Name as shown.
    pub name: String,
    /// What the carrier insists on.
    pub port_rules: PortRules,
    /// The sheet it wants filled in.
    pub sheet_template: SheetTemplate,
}

/// The profiles a new workspace begins with.
pub fn built_in() -> Vec<CarrierProfile> {
    let profile = |code: &str, name: &str, format, lead_time_business_days| CarrierProfile {
        code: code.to_owned(),
        name: name.to_owned(),
        port_rules: PortRules {
            lead_time_business_days,
            ..PortRules::default()
        },
        sheet_template: template(format),
    };
    vec![
        profile("verizon", "Verizon", NumberFormat::TenDigits, 10),
        profile("fusionconnect", "Fusion Connect", NumberFormat::Dashed, 10),
        profile("gtt", "GTT", NumberFormat::E164, 15),
    ]
}

fn template(numbers: NumberFormat) -> SheetTemplate {
    use SheetField::*;
    let titles = [
        (Pon, "PON"),
        (Version, "Version"),
        (LegalName, "Customer legal name"),
        (NameOnAccount, "Name on account"),
        (LosingCarrier, "Losing carrier"),
        (AccountNumber, "Account number"),
        (Pin, "PIN"),
        (Btn, "BTN"),
        (NewBtn, "New BTN"),
        (ServiceStreet, "Service street"),
        (ServiceCity, "Service city"),
        (ServiceState, "Service state"),
        (ServicePostalCode, "Service ZIP"),
        (AuthorizedPerson, "Authorized person"),
        (DesiredDate, "Desired date"),
        (PortType, "Port type"),
    ];
    let columns = [
        (Number, "Telephone number", numbers, 18),
        (Extension, "Extension", NumberFormat::Text, 12),
        (NumberType, "Type", NumberFormat::Text, 16),
        (RateCenter, "Rate center", NumberFormat::Text, 16),
        (EndUserName, "End user", NumberFormat::Text, 28),
        (Remarks, "Remarks", NumberFormat::Text, 40),
    ];
    SheetTemplate {
        sheet_name: "Port request".to_owned(),
        title_rows: titles
            .map(|(field, title)| SheetTitleRow {
                title: title.to_owned(),
                field,
            })
            .into(),
        columns: columns
            .map(|(field, title, format, width)| SheetColumn {
                field,
                title: title.to_owned(),
                format,
                width,
            })
            .into(),
    }
}
