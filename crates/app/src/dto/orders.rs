//! Port orders: their lines, their checklist and what may happen next.

use chrono::NaiveDate;
use portflow_domain::entities::{Contact, LosingAccount, PortOrder, PortOrderEvent};
use portflow_domain::enums::{Disposition, OrderNumberOutcome, PortOrderStatus, PortScope, PortingStatus};
use portflow_domain::ids::{
    ContactId, LosingAccountId, MigrationId, PhoneNumberId, PortOrderId, PortOrderNumberId,
};
use portflow_domain::porting::Finding;
use portflow_domain::porting::foc_times::ZonedTime;
use portflow_domain::porting::guards::Guard;
use portflow_domain::porting::progress::OrderProgress;
use portflow_domain::porting::versions::OrderVersion;
use portflow_domain::problems::Problem;
use portflow_domain::transitions::port_order::NumberChoice;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::order_documents::{OrderDocument, OrderDocumentLine};

/// Orders of one migration, or of all.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct OfMigration {
    /// Only this migration's.
    pub migration_id: Option<MigrationId>,
}

/// A new order over selected numbers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddPortOrder {
    /// Whose numbers.
    pub migration_id: MigrationId,
    /// The account they leave; only toll-free numbers may go without.
    #[serde(default)]
    pub losing_account_id: Option<LosingAccountId>,
    /// The numbers; all of one class.
    pub phone_number_ids: Vec<PhoneNumberId>,
    /// Full or partial; when absent, full where the account's lists and the inventory know of no number that stays.
    #[serde(default)]
    pub scope: Option<PortScope>,
    /// The purchase order number; the next free one when absent.
    #[serde(default)]
    pub pon: Option<String>,
    /// The date to ask for.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub desired_date: Option<NaiveDate>,
    /// The BTN of what stays, where the BTN itself ports.
    #[serde(default)]
    pub new_btn: Option<String>,
    /// Who signs the LOA; the only authorized signer of the site or else of the company when absent.
    #[serde(default)]
    pub signer_contact_id: Option<ContactId>,
    /// The responsible organization that takes toll-free numbers.
    #[serde(default)]
    pub resporg_id: Option<String>,
    /// Free text.
    #[serde(default)]
    pub notes: Option<String>,
}

/// New values for an order that is still being prepared. A changed value that the LOA names voids its signature.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UpdatePortOrder {
    /// The order.
    pub id: PortOrderId,
    /// The revision you saw.
    pub revision: i64,
    /// Full or partial.
    pub scope: PortScope,
    /// The purchase order number.
    pub pon: String,
    /// The date to ask for.
    #[ts(type = "string | null")]
    pub desired_date: Option<NaiveDate>,
    /// The BTN of what stays.
    pub new_btn: Option<String>,
    /// Who signs the LOA.
    pub signer_contact_id: Option<ContactId>,
    /// The responsible organization that takes toll-free numbers.
    #[serde(default)]
    pub resporg_id: Option<String>,
    /// Where toll-free numbers ring; as it was when absent.
    #[serde(default)]
    pub ring_to_number: Option<String>,
    /// From where toll-free numbers can be called; as it was when absent.
    #[serde(default)]
    pub coverage: Option<String>,
    /// Free text.
    pub notes: Option<String>,
}

/// Add or remove numbers of a draft.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeOrderNumbers {
    /// The order.
    pub id: PortOrderId,
    /// The revision you saw.
    pub revision: i64,
    /// Numbers to add.
    #[serde(default)]
    pub add: Vec<PhoneNumberId>,
    /// Numbers to take out.
    #[serde(default)]
    pub remove: Vec<PhoneNumberId>,
}

/// The carrier's firm order commitment, in the carrier's own clock.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Foc {
    /// The carrier's local date.
    #[ts(type = "string")]
    pub date: NaiveDate,
    /// The carrier's local time, `HH:MM`.
    pub time: String,
    /// The carrier's IANA time zone; the site's when absent.
    #[serde(default)]
    pub zone: Option<String>,
}

/// What a commitment means where the migration's site is.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AskFocTimes {
    /// Whose site.
    pub migration_id: MigrationId,
    /// The commitment, which nobody has entered yet.
    pub foc: Foc,
}

/// What became of one number, where an order does not move as a whole.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NumberOutcome {
    /// The number.
    pub phone_number_id: PhoneNumberId,
    /// What is said of it.
    pub choice: NumberChoice,
}

/// Move an order along its state machine; its numbers move with it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TransitionPortOrder {
    /// The order.
    pub id: PortOrderId,
    /// The revision you saw.
    pub revision: i64,
    /// Where to.
    pub to: PortOrderStatus,
    /// Why, or the carrier's words.
    #[serde(default)]
    pub reason: Option<String>,
    /// A code of the reject catalogue.
    #[serde(default)]
    pub reject_code: Option<String>,
    /// For `foc_received` and a kept or new date after jeopardy.
    #[serde(default)]
    pub foc: Option<Foc>,
    /// For `loa_signed`: the date beside the signature.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub signed_on: Option<NaiveDate>,
    /// For `loa_signed`: who signed; the order's signer when absent.
    #[serde(default)]
    pub signer_contact_id: Option<ContactId>,
    /// A file that proves it.
    #[serde(default)]
    pub evidence_file_id: Option<String>,
    /// For partial ports, snapbacks and closing: number by number; numbers left out stay as they are.
    #[serde(default)]
    pub outcomes: Vec<NumberOutcome>,
    /// For a snapback outside its window: both carriers agreed.
    #[serde(default)]
    pub snapback_agreed: bool,
}

/// One line of an order's checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuardLine {
    /// Stable name of the guard.
    pub code: String,
    /// Whether it holds.
    pub met: bool,
    /// It holds, and should still be looked at.
    pub warning: bool,
    /// What must hold, with the facts that matter.
    pub text: String,
    /// What to do where it does not hold or warns.
    pub remedy: String,
}

/// One way on for an order, with its checklist.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NextOrderStatus {
    /// Where to.
    pub status: PortOrderStatus,
    /// Whether a reason is asked for.
    pub needs_reason: bool,
    /// Whether a code of the reject catalogue is asked for.
    pub needs_reject_code: bool,
    /// Whether the carrier's date and time are asked for.
    pub needs_foc: bool,
    /// Whether evidence is asked for: a file, or who confirmed it as the reason.
    pub needs_evidence: bool,
    /// Whether the signature's date is asked for.
    pub needs_signature: bool,
    /// Whether each number needs an outcome of its own.
    pub needs_outcomes: bool,
    /// What must hold first.
    pub guards: Vec<GuardLine>,
}

/// A number inside an order.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PortOrderLine {
    /// The line.
    pub id: PortOrderNumberId,
    /// The number.
    pub phone_number_id: PhoneNumberId,
    /// E.164.
    pub e164: String,
    /// Empty when there is none.
    pub extension: String,
    /// How far its port has come.
    pub porting_status: PortingStatus,
    /// What is to become of it.
    pub disposition: Disposition,
    /// Who holds it.
    pub holder_name: Option<String>,
    /// What became of it in this order.
    pub outcome: Option<OrderNumberOutcome>,
    /// Why it may not be in the order, or what to know; in words.
    pub findings: Vec<GuardLine>,
}

/// An order with everything its page shows.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PortOrderDetail {
    /// The record.
    pub order: PortOrder,
    /// `Customer/Site/Migration`.
    pub path: String,
    /// The gaining carrier's name.
    pub carrier_name: String,
    /// What the name of its port request ends in: `xlsx`, `xlsm` or `csv`.
    pub request_extension: String,
    /// The losing account, secrets left out.
    pub losing_account: Option<LosingAccount>,
    /// Who signs.
    pub signer: Option<Contact>,
    /// The site's IANA time zone.
    pub site_time_zone: String,
    /// The carrier's commitment in the carrier's clock and, where its zone is another one, in the site's.
    pub foc_times: Vec<ZonedTime>,
    /// The numbers in it now, by E.164.
    pub numbers: Vec<PortOrderLine>,
    /// What has happened, oldest first.
    pub events: Vec<PortOrderEvent>,
    /// Where it may go from here.
    pub next: Vec<NextOrderStatus>,
    /// The papers that go with it.
    pub documents: Vec<OrderDocumentLine>,
    /// What speaks against it, its account and its numbers while it is being prepared.
    pub problems: Vec<Problem>,
    /// How many have moved, and who is missing.
    pub progress: OrderProgress,
    /// The requests as they were sent, oldest first.
    pub versions: Vec<OrderVersion>,
}

/// Write a document of an order.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportPortOrder {
    /// The order.
    pub id: PortOrderId,
    /// Which document.
    pub kind: OrderDocument,
    /// Where to: a handle from the save dialog.
    pub file_id: String,
}

impl From<Guard> for GuardLine {
    fn from(guard: Guard) -> Self {
        let Guard {
            code,
            met,
            warning,
            text,
            remedy,
        } = guard;
        Self {
            code,
            met,
            warning,
            text,
            remedy,
        }
    }
}

impl From<Finding> for GuardLine {
    fn from(finding: Finding) -> Self {
        let warning = finding.severity == portflow_domain::porting::Severity::Warning;
        Self {
            code: finding.code,
            met: warning,
            warning,
            text: finding.text,
            remedy: finding.remedy,
        }
    }
}
