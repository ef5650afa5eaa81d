//! The rules of number porting: accounts, carriers, orders and the paper they need.
//!
//! Which status may follow which stands in `transitions`; here stand the facts a step depends on.

pub mod account;
pub mod account_list;
pub mod ageing;
pub mod batching;
pub mod calendar_file;
pub mod carrier;
pub mod escalation;
pub mod foc_times;
pub mod guards;
pub mod loa;
pub mod no_port_days;
pub mod order_numbers;
pub mod own_workbook;
pub mod papers;
pub mod port_dates;
pub mod progress;
pub mod reject_codes;
pub mod request_sheet;
pub mod risk;
mod secret;
pub mod status_mail;
pub mod status_sheet;
pub mod versions;

pub use crate::number::nanp::Severity;
pub use secret::Secret;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something about an account or an order that a person should know, with what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "PortingFinding")]
pub struct Finding {
    /// Stable name of the rule, for waivers and tests.
    pub code: String,
    /// An error stops the order; a warning does not.
    pub severity: Severity,
    /// What is wrong, with the values that matter; never a secret.
    pub text: String,
    /// What to do.
    pub remedy: String,
    /// The whole value it is about, where the text shows only a part of it or changes by itself.
    #[serde(skip)]
    #[ts(skip)]
    pub about: Option<String>,
}

impl Finding {
    pub(crate) fn error(code: &str, text: impl Into<String>, remedy: &str) -> Self {
        Self::of(code, Severity::Error, text.into(), remedy)
    }

    pub(crate) fn warning(code: &str, text: impl Into<String>, remedy: &str) -> Self {
        Self::of(code, Severity::Warning, text.into(), remedy)
    }

    pub(crate) fn of(code: &str, severity: Severity, text: String, remedy: &str) -> Self {
        Self {
            code: code.to_owned(),
            severity,
            text,
            remedy: remedy.to_owned(),
            about: None,
        }
    }

    /// The same, for as long as this value stays.
    #[must_use]
    pub(crate) fn about(mut self, value: impl Into<String>) -> Self {
        self.about = Some(value.into());
        self
    }
}
