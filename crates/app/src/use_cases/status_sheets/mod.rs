//! A carrier's status export or e-mail: proposed to the orders it names, and taken as confirmed, all or nothing.

mod confirm;
mod proposals;
mod source;

use portflow_store::Tx;

pub use confirm::confirm;

use self::source::Source;
use crate::context::Context;
use crate::dto::status_sheets::{PasteMail, StatusSheetChoices, StatusSheetPreview};
use crate::error::{ApiError, Result};
use crate::files::{FileHandle, sha256};

/// What the sheet or the e-mail means; nothing is stored.
pub async fn preview(cx: &Context, request: StatusSheetChoices) -> Result<StatusSheetPreview> {
    let source = Source::read(cx, &request).await?;
    preview_in(cx, &mut cx.read().await?, &request, &source).await
}

/// Keeps a pasted e-mail in hand until it is looked at; nothing is stored.
pub async fn paste_mail(cx: &Context, request: PasteMail) -> Result<FileHandle> {
    cx.session.files.paste_mail(request.text)
}

async fn preview_in(
    cx: &Context,
    tx: &mut Tx,
    request: &StatusSheetChoices,
    source: &Source,
) -> Result<StatusSheetPreview> {
    let (orders, unknown) = proposals::make(cx, tx, request, source).await?;
    let mut preview = StatusSheetPreview {
        file_name: source.file_name.clone(),
        sha256: source.sha256.clone(),
        sheet: source.sheet.clone(),
        sheets: source.sheets.clone(),
        settings: source.settings.clone(),
        mail: source.mail.clone(),
        orders,
        unknown,
        rejected: source.rejected.clone(),
        ambiguous_dates: source.ambiguous_dates.clone(),
        fingerprint: String::new(),
    };
    let whole = serde_json::to_vec(&preview).map_err(|error| ApiError::internal(&error))?;
    preview.fingerprint = sha256(&whole);
    Ok(preview)
}
