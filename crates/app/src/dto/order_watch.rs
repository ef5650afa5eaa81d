//! Orders that wait or are at risk, the e-mail that asks about one, and the calendar of committed ports.

use chrono::NaiveDate;
use portflow_domain::ids::{CarrierId, CustomerId, MigrationId, PortOrderId};
use portflow_domain::porting::ageing::Ageing;
use portflow_domain::porting::no_port_days::NoPortDay;
use portflow_domain::porting::risk::Risk;
use portflow_domain::views::PortOrderRow;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How long an order has been waiting.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OrderAgeing {
    /// The order.
    pub id: PortOrderId,
    /// For what, since when and how long.
    pub ageing: Ageing,
    /// What to do once it is due.
    pub remedy: String,
}

/// An order with the reasons for which it is at risk.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OrderAtRisk {
    /// The order.
    pub order: PortOrderRow,
    /// Why, the most pressing reason first; never empty.
    pub risks: Vec<Risk>,
}

/// Ask on which days the carriers move no numbers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AskNoPortDays {
    /// The first day of the answer.
    #[ts(type = "string")]
    pub from: NaiveDate,
    /// The last day of the answer.
    #[ts(type = "string")]
    pub to: NaiveDate,
}

/// The days of one carrier.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CarrierNoPortDays {
    /// The carrier.
    pub carrier_id: CarrierId,
    /// Its name.
    pub carrier_name: String,
    /// Days on which it moves no numbers, oldest first.
    pub days: Vec<NoPortDay>,
}

/// Write the committed ports as an iCalendar file.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ExportCalendar {
    /// Only this customer's.
    pub customer_id: Option<CustomerId>,
    /// Only this migration's.
    pub migration_id: Option<MigrationId>,
    /// Where to: a handle from the save dialog.
    pub file_id: String,
}
