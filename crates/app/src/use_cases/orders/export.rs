//! The documents of an order, and of them the port-request workbook in the carrier's own layout. It and the letter of
//! authorization are the only places where account number and PIN leave the workspace.

use portflow_domain::entities::PortOrder;
use portflow_domain::number::E164;
use portflow_domain::porting::request_sheet::{PortRequest, RequestNumber, port_request};
use portflow_store::Tx;
use portflow_store::queries::losing_accounts;

use super::change::subject;
use super::documents::{attachment_workbook, letter_pdf};
use super::facts::OrderSurroundings;
use super::find;
use crate::context::Context;
use crate::dto::orders::{ExportPortOrder, OrderDocument};
use crate::dto::workspace::SavedFile;
use crate::error::{ApiError, ErrorCode, Result};
use crate::use_cases::saved_document::save_document;

/// Writes a document of an order where a person chose.
pub async fn export(cx: &Context, request: ExportPortOrder) -> Result<SavedFile> {
    let path = cx.session.files.path(&request.file_id)?;
    let mut tx = cx.write().await?;
    let order = find(&mut tx, request.id).await?;
    let around = OrderSurroundings::of_papers(&mut tx, &order).await?;
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
        OrderDocument::Request => workbook(cx, tx, order, around).await,
        OrderDocument::Loa => letter_pdf(cx, tx, order, around).await,
        OrderDocument::Attachment => attachment_workbook(cx, order, around),
    }
}

async fn workbook(
    cx: &Context,
    tx: &mut Tx,
    order: &PortOrder,
    around: &OrderSurroundings,
) -> Result<Vec<u8>> {
    let secrets = match order.losing_account_id {
        Some(id) => losing_accounts::read_secrets(tx, id).await?,
        None => losing_accounts::AccountSecrets::default(),
    };
    let signer = around.signer.as_ref();
    let account = around.account.as_ref();
    let content = PortRequest {
        pon: order.pon.clone(),
        version: order.version,
        legal_name: around.legal_name().to_owned(),
        name_on_account: account.map(|it| it.name_on_account.clone()).unwrap_or_default(),
        losing_carrier: account.map(|it| it.carrier_name.clone()).unwrap_or_default(),
        gaining_carrier: around.carrier.name.clone(),
        ocn: around.carrier.ocn.clone(),
        account_number: secrets.account_number,
        pin: secrets.pin,
        btn: account.and_then(|it| it.btn.clone()),
        new_btn: order.new_btn.clone(),
        service_address: account.and_then(|it| it.csr_address.clone()).unwrap_or_default(),
        authorized_person: signer.map(|it| it.name.clone()),
        desired_date: order.desired_date,
        foc_date: order.foc_local_date,
        scope: order.scope,
        number_class: order.number_class,
        resporg_id: order.resporg_id.clone(),
        customer_reference: None,
        remarks: order.notes.clone(),
        numbers: around
            .numbers
            .iter()
            .filter_map(|(_, number)| line(around, number))
            .collect(),
    };
    let mut bytes = std::io::Cursor::new(Vec::new());
    portflow_sheet::write_port_request(&mut bytes, &port_request(&content, &around.template), cx.now())
        .map_err(|error| {
            ApiError::new(
                ErrorCode::File,
                format!("The workbook could not be made: {error}."),
            )
        })?;
    Ok(bytes.into_inner())
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
