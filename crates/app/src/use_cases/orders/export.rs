//! The documents of an order, and of them the port request in the carrier's own layout: a workbook, a list, or the
//! carrier's workbook filled in. It and the letter of authorization are the only places where account number and PIN
//! leave the workspace.

use std::collections::BTreeSet;
use std::path::Path;

use portflow_domain::entities::{Carrier, PortOrder};
use portflow_domain::number::E164;
use portflow_domain::porting::carrier::{SheetFormat, SheetTemplate};
use portflow_domain::porting::request_sheet::{
    PortRequest, RequestNumber, fill_in, port_request, sheet_problems,
};
use portflow_store::Tx;
use portflow_store::queries::{carriers, losing_accounts};

use super::change::subject;
use super::documents::{attachment_workbook, letter_pdf};
use super::facts::OrderSurroundings;
use super::find;
use crate::context::Context;
use crate::dto::order_documents::OrderDocument;
use crate::dto::orders::ExportPortOrder;
use crate::dto::workspace::SavedFile;
use crate::error::{ApiError, ErrorCode, Result};
use crate::use_cases::port_request::RequestParts;
use crate::use_cases::saved_document::save_document;

/// Writes a document of the order.
pub async fn export(cx: &Context, request: ExportPortOrder) -> Result<SavedFile> {
    let path = cx.session.files.path(&request.file_id)?;
    let mut tx = cx.write().await?;
    let order = find(&mut tx, request.id).await?;
    let around = OrderSurroundings::of_papers(&mut tx, &order).await?;
    if request.kind == OrderDocument::Request {
        check_name(&path, request_extension(&around.carrier, &around.template))?;
    }
    let bytes = document(cx, &mut tx, &order, &around, request.kind).await?;
    save_document(cx, tx, (&path, &bytes), (subject(&order), action(request.kind))).await
}

/// What the log calls it.
pub(super) fn action(kind: OrderDocument) -> &'static str {
    match kind {
        OrderDocument::Request => "port_request_exported",
        OrderDocument::Loa => "loa_exported",
        OrderDocument::Attachment => "loa_attachment_exported",
    }
}

/// The bytes of a document.
pub(super) async fn document(
    cx: &Context,
    tx: &mut Tx,
    order: &PortOrder,
    around: &OrderSurroundings,
    kind: OrderDocument,
) -> Result<Vec<u8>> {
    match kind {
        OrderDocument::Request => request_file(cx, tx, order, around).await,
        OrderDocument::Loa => letter_pdf(cx, tx, order, around).await,
        OrderDocument::Attachment => attachment_workbook(cx, order, around),
    }
}

/// What the name of a carrier's port request ends in, without a dot.
pub(super) fn request_extension(carrier: &Carrier, template: &SheetTemplate) -> &'static str {
    let name = carrier.workbook_name.as_deref().unwrap_or_default();
    match (&template.workbook, template.file_format) {
        (Some(_), _) if name.to_lowercase().ends_with(".xlsm") => "xlsm",
        (None, SheetFormat::Csv) => "csv",
        (Some(_), _) | (None, SheetFormat::Xlsx) => "xlsx",
    }
}

/// A list with the name of a workbook would open as a damaged one.
fn check_name(path: &Path, extension: &str) -> Result<()> {
    let given = path.extension().map(|it| it.to_string_lossy().to_lowercase());
    let other = given.filter(|given| given != extension && ["csv", "xlsx", "xlsm"].contains(&given.as_str()));
    match other {
        None => Ok(()),
        Some(given) => Err(ApiError::invalid(
            "fileId",
            format!("The carrier takes a .{extension} file, not a .{given} file."),
        )
        .hint(format!("Give the file a name that ends in .{extension}."))),
    }
}

/// The request of an order as its carrier takes it, or what the carrier's form would not take, each with its field and
/// the place to change it.
async fn request_file(
    cx: &Context,
    tx: &mut Tx,
    order: &PortOrder,
    around: &OrderSurroundings,
) -> Result<Vec<u8>> {
    let content = content_of(tx, order, around).await?;
    let problems = sheet_problems(&content, &around.rules, &around.template);
    if !problems.is_empty() {
        let texts: Vec<&str> = problems.iter().map(|it| it.text.as_str()).collect();
        let refused = ApiError::new(
            ErrorCode::Refused,
            format!(
                "{} would not take this request. {}",
                around.carrier.name,
                texts.join(" ")
            ),
        );
        let remedies: BTreeSet<&str> = problems.iter().map(|it| it.remedy.as_str()).collect();
        return Err(remedies
            .into_iter()
            .fold(refused, |error, remedy| error.hint(remedy)));
    }
    let template = &around.template;
    if let Some(own) = &template.workbook {
        let empty = carriers::read_carrier_workbook(tx, around.carrier.id).await?;
        let empty =
            empty.ok_or_else(|| ApiError::not_found("workbook of the carrier", &around.carrier.name))?;
        return portflow_sheet::fill_workbook(&empty, &fill_in(&content, own, template.row_per))
            .map_err(|error| not_made(&error));
    }
    let table = port_request(&content, template);
    if template.file_format == SheetFormat::Csv {
        return Ok(portflow_sheet::csv_port_request(&table));
    }
    let mut bytes = std::io::Cursor::new(Vec::new());
    portflow_sheet::write_port_request(&mut bytes, &table, cx.now()).map_err(|error| not_made(&error))?;
    Ok(bytes.into_inner())
}

fn not_made(error: &impl std::fmt::Display) -> ApiError {
    let error = error.to_string();
    let why = error.trim_end_matches('.');
    ApiError::new(ErrorCode::File, format!("The workbook could not be made: {why}."))
}

/// Everything the request says, secrets included.
async fn content_of(tx: &mut Tx, order: &PortOrder, around: &OrderSurroundings) -> Result<PortRequest> {
    let secrets = match order.losing_account_id {
        Some(id) => losing_accounts::read_secrets(tx, id).await?,
        None => losing_accounts::AccountSecrets::default(),
    };
    let parts = RequestParts {
        order,
        customer: &around.customer,
        carrier: &around.carrier,
        account: around.account.as_ref(),
        signer: around.signer.as_ref(),
        secrets,
    };
    let lines = around.numbers.iter();
    Ok(PortRequest {
        numbers: lines.filter_map(|(_, number)| line(around, number)).collect(),
        ..parts.request()
    })
}

fn line(
    around: &OrderSurroundings,
    number: &portflow_domain::entities::PhoneNumber,
) -> Option<RequestNumber> {
    Some(RequestNumber {
        e164: number.number.parse::<E164>().ok()?,
        extension: number.extension.clone(),
        number_type: number.number_type,
        usage: number.usage,
        rate_center: number.rate_center.clone(),
        end_user_name: around.holder_name(number),
        remarks: number.notes.clone(),
    })
}
