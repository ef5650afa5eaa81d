//! What a carrier sent, a sheet or an e-mail, as lines about orders.

use portflow_domain::enums::ImportTarget;
use portflow_domain::import::{ImportSettings, OrderEventValues, RecordValues};
use portflow_domain::porting::status_mail::{MailContext, mail_text, read_mail};
use portflow_domain::porting::status_sheet::StatusLine;
use portflow_store::queries::port_orders;

use crate::context::Context;
use crate::dto::status_sheets::{MailRead, RejectedLine, StatusSheetChoices};
use crate::error::{ApiError, ErrorCode, Result};
use crate::files::sha256;
use crate::use_cases::imports::{Asked, country, read_one};

/// The largest e-mail that is read, in bytes; attachments make them large.
const MAX_MAIL_BYTES: usize = 30 * 1024 * 1024;
/// Rows named one by one in the reason of an event.
const ROWS_NAMED: usize = 20;

/// A sheet or an e-mail as it was read.
pub(super) struct Source {
    pub(super) file_name: String,
    pub(super) sha256: String,
    pub(super) sheet: String,
    pub(super) sheets: Vec<String>,
    pub(super) settings: Option<ImportSettings>,
    pub(super) mail: Option<MailRead>,
    pub(super) lines: Vec<StatusLine>,
    pub(super) rejected: Vec<RejectedLine>,
    pub(super) ambiguous_dates: Vec<u32>,
}

impl Source {
    pub(super) async fn read(cx: &Context, request: &StatusSheetChoices) -> Result<Self> {
        if request.is_mail {
            mail(cx, request).await
        } else {
            sheet(cx, request).await
        }
    }

    /// How an event names it: the file, the rows and the hash.
    pub(super) fn named(&self, rows: &[u32]) -> String {
        let mut list: Vec<String> = rows.iter().take(ROWS_NAMED).map(ToString::to_string).collect();
        if rows.len() > ROWS_NAMED {
            list.push(format!("{} more", rows.len() - ROWS_NAMED));
        }
        let (what, noun) = match &self.mail {
            Some(mail) => {
                let subject = mail
                    .subject
                    .as_ref()
                    .map(|subject| format!(", subject '{subject}'"));
                let what = format!("e-mail '{}'{}", self.file_name, subject.unwrap_or_default());
                (what, "line")
            }
            None => {
                let what = format!("status sheet '{}', sheet '{}'", self.file_name, self.sheet);
                (what, "row")
            }
        };
        let plural = if rows.len() == 1 { "" } else { "s" };
        format!(
            "Carrier's {what}, {noun}{plural} {} (SHA-256 {}).",
            list.join(", "),
            self.sha256
        )
    }
}

async fn sheet(cx: &Context, request: &StatusSheetChoices) -> Result<Source> {
    let asked = Asked {
        file: &request.file,
        sheet: request.sheet.as_ref(),
        column: None,
        target: ImportTarget::PortOrderEvents,
        country: request.country.as_deref(),
        is_demo: false,
    };
    let sheet = read_one(cx, asked).await?;
    let (mut lines, mut rejected) = (Vec::new(), Vec::new());
    for record in &sheet.records {
        match (record.rejection(), &record.values) {
            (None, Some(RecordValues::PortOrderEvent(values))) => {
                lines.push(line(record.source_row, (**values).clone()));
            }
            (issue, _) => rejected.push(RejectedLine {
                row: record.source_row,
                reason: issue.map(|issue| issue.text.to_string()).unwrap_or_default(),
            }),
        }
    }
    let sheets = sheet.file.workbook.sheets.iter().map(|it| it.name.clone());
    Ok(Source {
        file_name: sheet.file.name.clone(),
        sha256: sheet.file.sha256.clone(),
        sheets: sheets.collect(),
        sheet: sheet.name,
        settings: Some(sheet.settings),
        mail: None,
        lines,
        rejected,
        ambiguous_dates: sheet.ambiguous_dates,
    })
}

fn line(row: u32, values: OrderEventValues) -> StatusLine {
    StatusLine {
        row,
        pon: values.pon,
        e164: values.e164,
        status: values.status,
        foc_date: values.foc_date,
        foc_time: None,
        foc_zone: None,
        reject_reason: values.reject_reason,
        notes: values.notes,
    }
}

async fn mail(cx: &Context, request: &StatusSheetChoices) -> Result<Source> {
    let chosen = cx.session.files.chosen(&request.file)?;
    let content = chosen.read()?;
    if content.len() > MAX_MAIL_BYTES {
        let message = format!("'{}' is too large for an e-mail.", chosen.name());
        return Err(ApiError::new(ErrorCode::File, message).hint("Paste the text of the message."));
    }
    let pons = port_orders::list_pons(&mut cx.read().await?).await?;
    let known = MailContext {
        pons: &pons,
        date_order: request.sheet.as_ref().and_then(|sheet| sheet.date_order),
        country: country(request.country.as_deref())?,
    };
    let read = read_mail(&mail_text(&content), &known);
    Ok(Source {
        file_name: chosen.name(),
        sha256: sha256(&content),
        sheet: String::new(),
        sheets: Vec::new(),
        settings: None,
        mail: Some(MailRead {
            subject: read.subject,
            ignored: read.ignored,
            questions: read.questions,
        }),
        lines: read.lines,
        rejected: Vec::new(),
        ambiguous_dates: read.ambiguous_dates,
    })
}
