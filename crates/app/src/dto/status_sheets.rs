//! A carrier's status export: what it means for the orders, and which of the proposed steps are taken.

use chrono::NaiveDate;
use portflow_domain::enums::PortOrderStatus;
use portflow_domain::ids::{MigrationId, PortOrderId};
use portflow_domain::import::ImportSettings;
use portflow_domain::porting::reject_codes::RejectCode;
use portflow_domain::porting::status_mail::{Ignored, Question};
use portflow_domain::porting::status_sheet::{UnknownOrder, Verdict};
use portflow_domain::transitions::port_order::NumberChoice;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::imports::SheetChoices;
use super::orders::NumberOutcome;

/// A status export and how it is read; what is absent is suggested.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatusSheetChoices {
    /// The handle of a drop or a dialog.
    pub file: String,
    /// Whether it is an e-mail or a text, and not a sheet.
    #[serde(default)]
    pub is_mail: bool,
    /// The sheet with its columns; the one that looks like a status export when absent.
    #[serde(default)]
    pub sheet: Option<SheetChoices>,
    /// Only orders of this migration; all orders when absent, as a carrier's export knows no migrations.
    #[serde(default)]
    pub migration_id: Option<MigrationId>,
    /// Country of numbers written without one.
    #[serde(default)]
    pub country: Option<String>,
    /// The hour of new commitments, `HH:MM`: exports give days only. An order that has one keeps it.
    #[serde(default)]
    pub foc_time: Option<String>,
    /// The carrier's IANA time zone; the order's, else the site's, when absent.
    #[serde(default)]
    pub foc_zone: Option<String>,
}

/// What the sheet means.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatusSheetPreview {
    /// The file's name.
    pub file_name: String,
    /// Of the file, hexadecimal.
    pub sha256: String,
    /// The sheet that was read.
    pub sheet: String,
    /// Every sheet of the file.
    pub sheets: Vec<String>,
    /// How it was read; an e-mail has no columns.
    pub settings: Option<ImportSettings>,
    /// What an e-mail is about and leaves open.
    pub mail: Option<MailRead>,
    /// The orders that it names, in its order.
    pub orders: Vec<StatusProposal>,
    /// Order numbers that lead to no order, or to several.
    pub unknown: Vec<UnknownOrder>,
    /// Rows that could not be read.
    pub rejected: Vec<RejectedLine>,
    /// Rows, or lines of an e-mail, with a date that is read one way or another and was not read.
    pub ambiguous_dates: Vec<u32>,
    /// Stands for all of this; confirming refuses when it has changed.
    pub fingerprint: String,
}

/// An e-mail as it was read.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MailRead {
    /// Its subject, where the text has one.
    pub subject: Option<String>,
    /// Parts that do not count: earlier messages, signatures, notices.
    pub ignored: Vec<Ignored>,
    /// What a person has to say, because the text does not say it plainly.
    pub questions: Vec<Question>,
}

/// A text that somebody copied out of a mail program.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PasteMail {
    /// All of it.
    pub text: String,
}

/// A row that could not be read.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RejectedLine {
    /// 1-based.
    pub row: u32,
    /// Why.
    pub reason: String,
}

/// What the sheet means for one order.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatusProposal {
    /// The order.
    pub order_id: PortOrderId,
    /// Its revision now.
    pub revision: i64,
    /// Its order number.
    pub pon: String,
    /// `Customer/Site/Migration`.
    pub path: String,
    /// Where it stands.
    pub status: PortOrderStatus,
    /// The rows that name it.
    pub rows: Vec<u32>,
    /// What they say in short.
    pub said: Vec<String>,
    /// What it comes to.
    pub verdict: Verdict,
    /// The step, if there is one.
    pub step: Option<StatusStep>,
    /// Why the order cannot follow.
    pub refusal: Option<String>,
    /// What to do about it.
    pub hints: Vec<String>,
    /// Numbers of the sheet that are not in the order.
    pub not_in_order: Vec<String>,
    /// Numbers of the order that the sheet does not list, where it lists any.
    pub not_in_sheet: Vec<String>,
}

/// The step that the sheet is evidence of.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatusStep {
    /// Where to.
    pub to: PortOrderStatus,
    /// What the event will say: file, rows, hash and the carrier's words.
    pub reason: String,
    /// The carrier's reason, where its words are plain.
    pub reject_code: Option<RejectCode>,
    /// Whether a person has to choose one first.
    pub needs_reject_code: bool,
    /// The committed date.
    #[ts(type = "string | null")]
    pub foc_date: Option<NaiveDate>,
    /// Its hour.
    pub foc_time: Option<String>,
    /// Its zone; the site's when absent.
    pub foc_zone: Option<String>,
    /// Whether a person has to give the hour first.
    pub needs_foc_time: bool,
    /// Number by number, where the order does not move as a whole.
    pub outcomes: Vec<NumberOutcome>,
    /// The same in figures.
    pub outcome_counts: Vec<OutcomeCount>,
}

/// How many numbers have an outcome.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OutcomeCount {
    /// The outcome.
    pub choice: NumberChoice,
    /// How many.
    pub count: usize,
}

/// Take proposed steps.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConfirmStatusSheet {
    /// The same choices as in the preview.
    pub choices: StatusSheetChoices,
    /// The preview's.
    pub fingerprint: String,
    /// The steps to take: all of them or none are.
    pub accepted: Vec<AcceptedStep>,
}

/// A step that a person accepts, with what the sheet leaves open.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AcceptedStep {
    /// The order.
    pub order_id: PortOrderId,
    /// A code of the reject catalogue, in place of the proposed one.
    #[serde(default)]
    pub reject_code: Option<String>,
    /// The hour of the commitment, in place of the proposed one.
    #[serde(default)]
    pub foc_time: Option<String>,
    /// The carrier's time zone, in place of the proposed one.
    #[serde(default)]
    pub foc_zone: Option<String>,
}
