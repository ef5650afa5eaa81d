//! What mends a problem at once, as data: the use cases carry it out as if a person had done it by hand.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::enums::{Disposition, NumberUsage, PortScope};
use crate::ids::{LosingAccountId, PortOrderId};

/// One change that makes a problem go away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
#[ts(rename = "ProblemFix")]
pub enum Fix {
    /// Set what becomes of the number.
    SetDisposition {
        /// To this.
        disposition: Disposition,
    },
    /// Set what the number is for in Teams.
    SetUsage {
        /// To this.
        usage: NumberUsage,
    },
    /// Say which account the number leaves.
    SetLosingAccount {
        /// This one.
        losing_account_id: LosingAccountId,
    },
    /// Take the number back from its holder.
    TakeBack,
    /// Take the number out of a draft.
    TakeOut {
        /// Of this order.
        port_order_id: PortOrderId,
    },
    /// Ask for another day.
    SetDesiredDate {
        /// For this one.
        #[ts(type = "string")]
        date: NaiveDate,
    },
    /// Make a draft full or partial.
    SetScope {
        /// What it becomes.
        scope: PortScope,
    },
    /// Name no new BTN.
    ClearNewBtn,
    /// Move the numbers that are too many into further drafts, the BTN into the last.
    SplitOrder {
        /// The most numbers that one order may hold.
        most: u32,
    },
}
