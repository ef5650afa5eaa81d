//! Orders that the carrier has already: changing one by a supplement, and taking one over in the middle of its life.

use chrono::NaiveDate;
use portflow_domain::enums::PortOrderStatus;
use portflow_domain::ids::{ContactId, PhoneNumberId, PortOrderId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::orders::{AddPortOrder, Foc};

/// Change a confirmed order; it goes to the carrier as its next version. What is absent stays as it is.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SupplementPortOrder {
    /// The order.
    pub id: PortOrderId,
    /// The revision you saw.
    pub revision: i64,
    /// Why.
    pub reason: String,
    /// Another date to ask for.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub desired_date: Option<NaiveDate>,
    /// The BTN of what stays, where the BTN itself ports.
    #[serde(default)]
    pub new_btn: Option<String>,
    /// Numbers that come in.
    #[serde(default)]
    pub add: Vec<PhoneNumberId>,
    /// Numbers that leave; they can enter another order.
    #[serde(default)]
    pub remove: Vec<PhoneNumberId>,
    /// The date beside the signature of a new letter of authorization, where what it says changes.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub signed_on: Option<NaiveDate>,
    /// Who signed it; the order's signer when absent.
    #[serde(default)]
    pub signer_contact_id: Option<ContactId>,
    /// A file that proves it, such as the new letter.
    #[serde(default)]
    pub evidence_file_id: Option<String>,
}

/// Take over an order that somebody began without PortFlow; its numbers already stand where such an order has them.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AdoptPortOrder {
    /// What a new order would say.
    pub order: AddPortOrder,
    /// Where it stands.
    pub status: PortOrderStatus,
    /// From whom it is taken over, or why.
    pub reason: String,
    /// The carrier's commitment, where it has one.
    #[serde(default)]
    pub foc: Option<Foc>,
    /// Date of the letter's signature, where it is known.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub signed_on: Option<NaiveDate>,
    /// A file that proves it.
    #[serde(default)]
    pub evidence_file_id: Option<String>,
}
