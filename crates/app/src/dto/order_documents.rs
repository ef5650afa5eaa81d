//! The papers of an order: the letter of authorization, the bill, the customer service record.

use chrono::NaiveDate;
use portflow_domain::enums::{OrderDocumentKind, OrderDocumentState};
use portflow_domain::ids::{AttachmentId, CustomerId, MigrationId, PortOrderId};
use portflow_domain::porting::papers::Freshness;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which document of an order to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OrderDocument {
    /// The port-request workbook in the carrier's layout.
    Request,
    /// The letter of authorization as PDF, Attachment A included.
    Loa,
    /// Attachment A of the letter as a workbook.
    Attachment,
}

/// Say where a paper of an order stands. The letter of authorization follows the steps of the order instead.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetOrderDocument {
    /// The order.
    pub id: PortOrderId,
    /// The revision of the order that you saw.
    pub revision: i64,
    /// Which paper.
    pub kind: OrderDocumentKind,
    /// Where it stands.
    pub state: OrderDocumentState,
    /// The day of it; today where the site is when absent.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub on: Option<NaiveDate>,
    /// For `received`: the paper's own date, which becomes that of the losing account.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub dated_on: Option<NaiveDate>,
    /// Why it was rejected or waived.
    #[serde(default)]
    pub reason: Option<String>,
    /// For `received`: the file.
    #[serde(default)]
    pub file_id: Option<String>,
}

/// A line of the checklist of papers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OrderDocumentLine {
    /// Which paper.
    pub kind: OrderDocumentKind,
    /// Where it stands; none where nobody asked for it.
    pub state: Option<OrderDocumentState>,
    /// Whether the carrier refuses the order without it.
    pub is_needed: bool,
    /// The day it was last asked for.
    #[ts(type = "string | null")]
    pub requested_on: Option<NaiveDate>,
    /// The day it last came.
    #[ts(type = "string | null")]
    pub received_on: Option<NaiveDate>,
    /// The day it was rejected or waived.
    #[ts(type = "string | null")]
    pub settled_on: Option<NaiveDate>,
    /// Its own date.
    #[ts(type = "string | null")]
    pub dated_on: Option<NaiveDate>,
    /// Its age in days, today where the site is.
    pub age_days: Option<i64>,
    /// How old the carrier lets it be, in days.
    pub limit_days: u32,
    /// How the age stands to the limit.
    pub freshness: Option<Freshness>,
    /// Why it was rejected or waived.
    pub reason: Option<String>,
    /// The file that is kept of it.
    pub file: Option<OrderDocumentFile>,
    /// Of a signed letter: what changed since, so that its signature is void.
    pub changes: Vec<String>,
}

/// The file of a paper.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OrderDocumentFile {
    /// The attachment.
    pub id: AttachmentId,
    /// Name without folders.
    pub name: String,
    /// Of the content, in hexadecimal.
    pub sha256: String,
}

/// Write the documents of all open orders into a folder, a subfolder per order.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportPortOrders {
    /// Only this migration's; all when absent.
    #[serde(default)]
    pub migration_id: Option<MigrationId>,
    /// Only this customer's; all when absent.
    #[serde(default)]
    pub customer_id: Option<CustomerId>,
    /// Which documents; none named means all.
    #[serde(default)]
    pub kinds: Vec<OrderDocument>,
    /// Where to: a handle of the folder from the dialog.
    pub folder_id: String,
    /// Whether files that are there already are replaced.
    #[serde(default)]
    pub overwrite: bool,
    /// The name of this piece of work, for its progress and to stop it.
    #[serde(default)]
    pub task_id: Option<String>,
}

/// What was written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportedPortOrders {
    /// How many orders.
    pub orders: u32,
    /// The files, each with the subfolder of its order.
    pub files: Vec<String>,
}
